"""The PNG writer."""

import io
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from aquatint.imaging import png
from aquatint.imaging.png import END, encode_png, png_parts, write_png

SHAPES = st.tuples(st.integers(1, 20), st.integers(1, 20), st.sampled_from((3, 4)))


def decode(data):
    with Image.open(io.BytesIO(data)) as image:
        image.verify()
    return np.asarray(Image.open(io.BytesIO(data)))


@given(SHAPES.flatmap(lambda shape: arrays(np.uint8, shape)))
def test_round_trip_is_exact(pixels):
    assert np.array_equal(decode(encode_png(pixels)), pixels)


@pytest.mark.parametrize("rows", [1, 7, 31, 32, 33])
def test_bands_of_any_height_join_without_a_seam(make_picture, monkeypatch, rows):
    pixels = make_picture(48, 32, 4)
    monkeypatch.setattr(png, "BAND_BYTES", rows * (48 * 4 + 1))
    assert np.array_equal(decode(encode_png(pixels)), pixels)


def test_opaque_alpha_stays(make_picture):
    pixels = make_picture(channels=4)
    pixels[..., 3] = 255
    assert decode(encode_png(pixels)).shape[2] == 4


def test_rows_that_are_not_contiguous(make_picture):
    pixels = make_picture(40, 40)[::2, ::-1]
    assert np.array_equal(decode(encode_png(pixels)), pixels)


def test_texts_and_end(make_picture):
    parts = list(png_parts(make_picture(), texts={"Software": "Aquatint é"}))
    assert parts[-1] is END
    assert Image.open(io.BytesIO(b"".join(parts))).text == {"Software": "Aquatint é"}


def test_write_png_counts_bytes(make_picture):
    file = io.BytesIO()
    assert write_png(file, make_picture()) == len(file.getvalue())
    assert file.getvalue() == encode_png(make_picture())


def test_a_large_picture_becomes_many_pieces():
    pixels = np.random.default_rng(0).integers(0, 256, (1200, 1600, 3), dtype=np.uint8)
    parts = list(png_parts(pixels))
    assert len(parts) > 5
    assert max(map(len, parts)) < 2.5 * png.BAND_BYTES


def test_smaller_than_stored_and_valid_checksums(make_picture):
    data = encode_png(np.zeros((500, 500, 3), np.uint8))
    assert len(data) < 5000
    assert data[-4:] == zlib.crc32(b"IEND").to_bytes(4, "big")
