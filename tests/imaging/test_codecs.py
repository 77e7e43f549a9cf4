"""Decoding within bounds, and encoding."""

import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from aquatint.errors import InvalidImageFile
from aquatint.imaging.codecs import decode_picture, encode, read_picture
from aquatint.imaging.png import SIGNATURE, chunk, encode_png
from aquatint.sizes import Size


def save(image, file_format, **options):
    file = io.BytesIO()
    image.save(file, file_format, **options)
    return file.getvalue()


def refused(data, **options):
    with pytest.raises(InvalidImageFile) as caught:
        decode_picture(data, "image 3", **options)
    return caught.value


def raw_png(width, height, depth, colour_type, rows, *chunks):
    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(rows))
    return SIGNATURE + chunk(b"IHDR", header) + b"".join(chunks) + body + chunk(b"IEND", b"")


@pytest.mark.parametrize("channels", [3, 4])
def test_png_is_read_bit_for_bit(make_picture, tmp_path, channels):
    pixels = make_picture(channels=channels)
    path = tmp_path / "wrong-name.jpg"
    path.write_bytes(encode_png(pixels))
    raster = read_picture(path, "image 1")
    assert np.array_equal(raster.pixels, pixels)
    assert raster.pixels.flags.c_contiguous
    assert raster.pixels.flags.writeable
    assert raster.size == Size(48, 32)
    assert raster.plan is None


def test_webp_at_100_is_read_bit_for_bit(make_picture):
    pixels = make_picture(channels=4)
    pixels[:5, :5, 3] = 0
    assert np.array_equal(decode_picture(encode(pixels, "webp", 100), "image 1").pixels, pixels)


@pytest.mark.parametrize("file_format", ["jpeg", "webp"])
@pytest.mark.parametrize("compression", [0, 1, 50, 89, 90, 99, 100])
def test_every_compression_gives_a_picture(make_picture, file_format, compression):
    pixels = make_picture()
    raster = decode_picture(encode(pixels, file_format, compression), "image 1")
    assert raster.pixels.shape == pixels.shape


@pytest.mark.parametrize("file_format", ["jpeg", "webp"])
def test_more_is_truer(make_picture, file_format):
    pixels = make_picture()

    def error(compression):
        raster = decode_picture(encode(pixels, file_format, compression), "image 1")
        return np.abs(raster.pixels.astype(int) - pixels).mean()

    assert error(0) > error(50) > error(90) > error(100)


@pytest.mark.parametrize("file_format", ["jpeg", "webp"])
def test_compression_changes_the_size(make_picture, file_format):
    pixels = make_picture(200, 200)
    sizes = [len(encode(pixels, file_format, compression)) for compression in (10, 50, 95)]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[2] / 2


def test_lossy_webp_keeps_alpha_exact(make_picture):
    pixels = make_picture(channels=4)
    decoded = decode_picture(encode(pixels, "webp", 30), "image 1").pixels
    assert np.array_equal(decoded[..., 3], pixels[..., 3])


def test_phone_pictures_of_several_parts_give_the_first(make_picture):
    first, second = (Image.fromarray(make_picture(seed=seed)) for seed in (1, 2))
    data = save(first, "MPO", save_all=True, append_images=[second], quality=95)
    pixels = decode_picture(data, "image 1").pixels
    assert np.array_equal(pixels, np.asarray(Image.open(io.BytesIO(data)).convert("RGB")))


def test_jpeg_keeps_colour_at_full_resolution_from_90_on(make_picture):
    layers = {q: Image.open(io.BytesIO(encode(make_picture(), "jpeg", q))).layer for q in (89, 90)}
    assert layers[89][0][1:3] == (2, 2)
    assert layers[90][0][1:3] == (1, 1)


@pytest.mark.parametrize(
    ("mode", "channels"), [("L", 3), ("1", 3), ("P", 3), ("LA", 4), ("I;16", 3), ("RGB", 3), ("RGBA", 4)]
)
def test_every_png_mode_becomes_eight_bit_rgb_or_rgba(make_picture, mode, channels):
    grey = Image.fromarray(make_picture()[..., 0])
    if mode == "I;16":
        image = Image.fromarray(np.asarray(grey).astype(np.uint16) * 257)
    else:
        image = Image.fromarray(make_picture(channels=4)).convert("RGB" if mode == "P" else mode).convert(mode)
    pixels = decode_picture(save(image, "PNG"), "image 1").pixels
    assert pixels.shape == (32, 48, channels)
    assert pixels.dtype == np.uint8
    if mode in ("L", "I;16"):
        assert np.array_equal(pixels[..., 1], np.asarray(grey if mode == "I;16" else image))


def test_clear_palette_entries_become_alpha():
    image = Image.new("P", (4, 4), 1)
    image.putpalette([255, 0, 0, 0, 255, 0])
    image.putpixel((0, 0), 0)
    pixels = decode_picture(save(image, "PNG", transparency=0), "image 1").pixels
    assert pixels[0, 0, 3] == 0
    assert pixels[1, 1].tolist() == [0, 255, 0, 255]


def test_a_clear_value_of_16_bit_grey_becomes_alpha():
    rows = b"\0" + struct.pack(">HH", 0x1234, 0xABCD)
    data = raw_png(2, 1, 16, 0, rows, chunk(b"tRNS", struct.pack(">H", 0xABCD)))
    assert decode_picture(data, "image 1").pixels.tolist() == [[[0x12, 0x12, 0x12, 255], [0xAB, 0xAB, 0xAB, 0]]]


def test_16_bit_colour_keeps_its_high_byte():
    rows = b"\0" + struct.pack(">HHH", 0x10FF, 0x8000, 0xFFFF)
    assert decode_picture(raw_png(1, 1, 16, 2, rows), "image 1").pixels.tolist() == [[[0x10, 0x80, 0xFF]]]


def test_cmyk_jpeg(make_picture):
    image = Image.fromarray(make_picture()).convert("CMYK")
    pixels = decode_picture(save(image, "JPEG", quality=95), "image 1").pixels
    assert np.abs(pixels.astype(int) - make_picture()).mean() < 10


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation_is_applied(file_format, orientation):
    pixels = np.zeros((16, 32, 3), np.uint8)
    pixels[:8, :16] = 255
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = save(Image.fromarray(pixels), file_format, exif=exif)
    upright = decode_picture(data, "image 1").pixels > 127
    expected = {
        1: pixels,
        2: pixels[:, ::-1],
        3: pixels[::-1, ::-1],
        4: pixels[::-1],
        5: pixels.transpose(1, 0, 2),
        6: np.rot90(pixels, -1),
        7: np.rot90(pixels, 2).transpose(1, 0, 2),
        8: np.rot90(pixels),
    }[orientation]
    assert upright.shape == expected.shape
    assert (upright == (expected > 127)).mean() > 0.97


def test_broken_exif_does_not_matter(make_picture):
    data = save(Image.fromarray(make_picture()), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff junk")
    assert decode_picture(data, "image 1").size == Size(48, 32)


def test_the_text_names_the_picture(make_picture):
    error = refused(encode_png(make_picture())[:60])
    assert error.message == "Invalid image file or mode for image 3, please check your image file."
    assert error.code == "invalid_image_file"
    assert error.status == 400
    assert error.envelope()["error"]["param"] == "image"


@pytest.mark.parametrize("file_format", ["GIF", "BMP", "TIFF", "PPM", "ICO"])
def test_other_formats_are_refused(make_picture, file_format):
    refused(save(Image.fromarray(make_picture()), file_format))


@pytest.mark.parametrize("data", [b"", b"\0" * 100, b"<svg/>", SIGNATURE, b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBP"])
def test_no_pictures_at_all(data):
    refused(data)


@pytest.mark.parametrize("file_format", ["PNG", "WEBP"])
def test_animations_are_refused(make_picture, file_format):
    frames = [Image.fromarray(make_picture(seed=seed)) for seed in (1, 2)]
    refused(save(frames[0], file_format, save_all=True, append_images=frames[1:], lossless=True))


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP"])
def test_pixels_are_counted_before_decoding(make_picture, file_format):
    data = save(Image.fromarray(make_picture()), file_format)
    refused(data, max_pixels=48 * 32 - 1)
    assert decode_picture(data, "image 1", max_pixels=48 * 32).size == Size(48, 32)


def test_bombs_are_refused_from_their_header():
    refused(raw_png(60_000, 60_000, 8, 2, b""))
    canvas = b"VP8X" + struct.pack("<I", 10) + bytes(4) + b"\xff\xff\x00" + b"\xff\xff\x00"
    refused(b"RIFF" + struct.pack("<I", 4 + len(canvas)) + b"WEBP" + canvas)


@pytest.mark.parametrize("kind", [b"iTXt", b"zTXt", b"iCCP"])
def test_chunk_bombs_are_refused(kind):
    bomb = zlib.compress(bytes(30_000_000))
    body = b"key\0" + (b"\1\0\0\0" if kind == b"iTXt" else b"\0") + bomb
    refused(raw_png(1, 1, 8, 2, b"\0abc", chunk(kind, body)))


def test_endless_progressive_scans_are_refused(make_picture):
    data = save(Image.fromarray(make_picture()), "JPEG", progressive=True)
    assert decode_picture(data, "image 1").size == Size(48, 32)
    scan = data[data.rindex(b"\xff\xda") : -2]
    refused(data[:-2] + scan * 200 + data[-2:])


def test_large_texts_of_other_programs_are_no_problem(make_picture):
    texts = PngImagePlugin.PngInfo()
    texts.add_itxt("prompt", "x" * 900_000, zip=True)
    data = save(Image.fromarray(make_picture()), "PNG", pnginfo=texts)
    assert decode_picture(data, "image 1").size == Size(48, 32)


def seeds_for_fuzzing():
    pixels = np.random.default_rng(0).integers(0, 256, (12, 10, 4), dtype=np.uint8)
    rgb = Image.fromarray(pixels[..., :3].copy())
    exif = Image.Exif()
    exif[0x0112] = 6
    return {
        "png": encode_png(pixels),
        "png palette": save(rgb.convert("P"), "PNG", transparency=3, exif=exif),
        "png 16": save(Image.fromarray(np.arange(120, dtype=np.uint16).reshape(12, 10)), "PNG"),
        "jpeg": save(rgb, "JPEG", exif=exif, icc_profile=b"no profile"),
        "jpeg progressive": save(rgb.convert("CMYK"), "JPEG", progressive=True),
        "webp": save(rgb, "WEBP", exif=exif),
        "webp lossless": save(Image.fromarray(pixels), "WEBP", lossless=True),
    }


FUZZ_SEEDS = seeds_for_fuzzing()


def decode_or_refuse(data):
    try:
        raster = decode_picture(data, "image 3", max_pixels=1_000_000)
    except InvalidImageFile:
        return
    assert raster.pixels.shape[2] in (3, 4)
    assert raster.pixels.dtype == np.uint8


@pytest.mark.parametrize("name", FUZZ_SEEDS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_damaged_files_are_decoded_or_refused(name, data):
    good = FUZZ_SEEDS[name]
    decode_or_refuse(good[: data.draw(st.integers(0, len(good)))])
    damaged = bytearray(good)
    places = st.integers(0, len(good) - 1)
    for at, value in data.draw(st.lists(st.tuples(places, st.integers(0, 255)), min_size=1, max_size=6)):
        damaged[at] = value
    decode_or_refuse(bytes(damaged))


@pytest.mark.parametrize("name", FUZZ_SEEDS)
def test_half_a_file_is_refused(name):
    good = FUZZ_SEEDS[name]
    refused(good[: len(good) // 2])
