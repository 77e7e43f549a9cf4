"""Masks, and where the first source lies on the canvas."""

import io
import pickle

import numpy as np
import pytest
from PIL import Image

from aquatint.errors import InvalidImageFile, InvalidMask
from aquatint.imaging.frame import make_frame
from aquatint.imaging.mask import read_mask
from aquatint.imaging.png import encode_png
from aquatint.imaging.raster import Raster
from aquatint.imaging.resize import resize
from aquatint.sizes import Size


@pytest.fixture
def first(make_picture):
    return Raster(make_picture(48, 32, 4))


def write_mask(tmp_path, alpha):
    pixels = np.zeros((*alpha.shape, 4), np.uint8)
    pixels[..., 3] = alpha
    path = tmp_path / "mask.png"
    path.write_bytes(encode_png(pixels))
    return path


def test_only_alpha_0_may_change(tmp_path, first):
    alpha = np.full((32, 48), 255)
    alpha[3, 5], alpha[4, 5], alpha[5, 5] = 0, 1, 254
    editable = read_mask(write_mask(tmp_path, alpha), first)
    assert editable.dtype == np.bool_
    assert np.argwhere(editable).tolist() == [[3, 5]]


@pytest.mark.parametrize("shape", [(48, 32), (32, 47), (64, 96)])
def test_wrong_size(tmp_path, first, shape):
    with pytest.raises(InvalidMask) as caught:
        read_mask(write_mask(tmp_path, np.zeros(shape)), first)
    error = caught.value
    assert error.message == "Invalid mask image format - mask size does not match image size"
    assert (error.status, error.param, error.code) == (400, "mask", "invalid_mask_image_format")
    assert pickle.loads(pickle.dumps(error)).envelope() == error.envelope()


@pytest.mark.parametrize("file_format", ["PNG", "JPEG"])
def test_no_alpha(tmp_path, first, file_format):
    path = tmp_path / "mask"
    Image.new("RGB", (48, 32)).save(path, file_format)
    with pytest.raises(InvalidMask) as caught:
        read_mask(path, first)
    assert caught.value.message == "Invalid mask image format - mask image missing alpha channel"


def test_unreadable(tmp_path, first):
    path = tmp_path / "mask"
    path.write_bytes(b"nothing")
    with pytest.raises(InvalidImageFile) as caught:
        read_mask(path, first)
    assert caught.value.message == "Invalid image file or mode for mask, please check your image file."
    assert caught.value.param == "mask"
    assert pickle.loads(pickle.dumps(caught.value)).envelope() == caught.value.envelope()


def test_grey_mask_with_alpha(tmp_path, first):
    file = io.BytesIO()
    Image.new("LA", (48, 32), (255, 0)).save(file, "PNG")
    path = tmp_path / "mask"
    path.write_bytes(file.getvalue())
    assert read_mask(path, first).all()


def test_equal_sizes_are_not_scaled(first):
    mask = np.zeros((32, 48), np.bool_)
    mask[:4] = True
    frame = make_frame(first, mask, Size(48, 32))
    assert np.array_equal(frame.pixels, first.pixels)
    assert np.array_equal(frame.editable, mask)
    assert frame.masked
    assert frame.pixels is not first.pixels


def test_without_a_mask_everything_may_change(make_picture):
    frame = make_frame(Raster(make_picture()), None, Size(48, 32))
    assert frame.editable.all()
    assert not frame.masked
    assert (frame.pixels[..., 3] == 255).all()


@pytest.mark.parametrize(
    ("size", "inner", "corner"),
    [
        (Size(96, 96), Size(96, 64), (16, 0)),
        (Size(24, 16), Size(24, 16), (0, 0)),
        (Size(33, 16), Size(24, 16), (0, 4)),
        (Size(48, 1), Size(2, 1), (0, 23)),
    ],
)
def test_the_source_is_fitted_inside_and_centred(first, size, inner, corner):
    mask = np.zeros((32, 48), np.bool_)
    frame = make_frame(first, mask, size)
    top, left = corner
    place = slice(top, top + inner.height), slice(left, left + inner.width)
    assert np.array_equal(frame.pixels[place], resize(first.pixels, inner))
    assert not frame.editable[place].any()
    outside = np.ones((size.height, size.width), np.bool_)
    outside[place] = False
    assert (frame.pixels[outside] == 0).all()
    assert frame.editable[outside].all()


def test_a_scaled_pixel_is_kept_only_if_all_beneath_it_is(first):
    mask = np.zeros((32, 48), np.bool_)
    mask[9, 9] = True
    smaller = make_frame(first, mask, Size(24, 16)).editable
    assert np.argwhere(smaller).tolist() == [[4, 4]]
    larger = make_frame(first, mask, Size(96, 64)).editable
    assert np.argwhere(larger).tolist() == [[18, 18], [18, 19], [19, 18], [19, 19]]


def test_a_single_clear_pixel_survives_strong_shrinking(make_picture):
    mask = np.zeros((1000, 1000), np.bool_)
    mask[501, 503] = True
    assert make_frame(Raster(make_picture(1000, 1000)), mask, Size(16, 16)).editable.sum() == 1
