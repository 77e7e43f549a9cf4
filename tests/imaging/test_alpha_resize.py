"""Alpha helpers and resampling."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aquatint.imaging.alpha import is_opaque, on_white, with_alpha, without_alpha
from aquatint.imaging.resize import resize
from aquatint.sizes import Size


def one_pixel(*values):
    return np.array([[values]], np.uint8)


@given(st.integers(0, 255), st.integers(0, 255))
def test_on_white_is_rounded_blending(colour, alpha):
    expected = round((colour * alpha + 255 * (255 - alpha)) / 255)
    assert on_white(one_pixel(colour, colour, colour, alpha)).tolist() == [[[expected] * 3]]


def test_on_white_keeps_opaque_pixels_among_clear_ones(make_picture):
    pixels = make_picture(200, 150, 4)
    pixels[:80, :, 3] = 255
    pixels[80:, :, 3] = 0
    flat = on_white(pixels)
    assert np.array_equal(flat[:80], pixels[:80, :, :3])
    assert (flat[80:] == 255).all()


def test_adding_and_dropping_alpha(make_picture):
    pixels = make_picture()
    assert is_opaque(pixels)
    assert is_opaque(with_alpha(pixels))
    assert np.array_equal(without_alpha(with_alpha(pixels)), pixels)
    assert not is_opaque(make_picture(channels=4))


def test_with_alpha_copies(make_picture):
    pixels = make_picture(channels=4)
    with_alpha(pixels)[:] = 0
    assert pixels.any()


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("size", [Size(24, 16), Size(96, 70), Size(1, 1), Size(48, 32)])
def test_resize_gives_the_size_and_the_colours(make_picture, channels, size):
    pixels = make_picture(channels=channels)
    small = resize(pixels, size)
    assert small.shape == (size.height, size.width, channels)
    assert small.flags.c_contiguous
    assert small.flags.writeable
    opaque = resize(pixels[..., :3].copy(), size)
    assert abs(opaque.mean() - pixels[..., :3].mean()) < 5


def test_resize_same_size_is_an_exact_copy(make_picture):
    pixels = make_picture(channels=4)
    copy = resize(pixels, Size(48, 32))
    assert np.array_equal(copy, pixels)
    assert copy is not pixels


def test_hidden_colour_does_not_bleed():
    pixels = np.zeros((64, 64, 4), np.uint8)
    pixels[:, :32] = (255, 0, 0, 255)
    pixels[:, 32:] = (0, 255, 0, 0)
    small = resize(pixels, Size(17, 17))
    visible = small[small[..., 3] > 8]
    assert visible[:, 1].max() == 0
    assert visible[:, 0].min() >= 250
