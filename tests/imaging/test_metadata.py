"""Records in the metadata of pictures."""

import io
import json
import zlib

import numpy as np
import pytest
import skia
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from aquatint.imaging import jpeg_segments, png_chunks, record, webp_chunks
from aquatint.imaging.codecs import decode_picture, encode
from aquatint.imaging.metadata import embed, extract, write_png_with_record
from aquatint.imaging.png import encode_png
from aquatint.imaging.record import RecordTooLarge

RECORD = {"engine": "composer", "seed": 7, "plan": {"title": "Füchse ☃", "items": [1, 2.5, None, True]}}
BIG = {"plan": {"noise": np.random.default_rng(0).bytes(330_000).hex()}}
FORMATS = ("png", "jpeg", "webp")
MODULES = {"png": png_chunks, "jpeg": jpeg_segments, "webp": webp_chunks}


def encoded(pixels, file_format, compression=100):
    return encode_png(pixels) if file_format == "png" else encode(pixels, file_format, compression)


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("content", [RECORD, BIG, {}])
def test_what_goes_in_comes_out(make_picture, file_format, content):
    data = encoded(make_picture(), file_format)
    marked = embed(data, file_format, content)
    assert extract(marked, file_format) == content
    assert extract(data, file_format) is None


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize("compression", [60, 100])
@pytest.mark.parametrize("channels", [3, 4])
def test_pillow_still_reads_the_same_pixels(make_picture, file_format, compression, channels):
    if file_format == "jpeg":
        channels = 3
    data = encoded(make_picture(channels=channels), file_format, compression)
    before = Image.open(io.BytesIO(data))
    after = Image.open(io.BytesIO(embed(data, file_format, BIG)))
    assert before.mode == after.mode
    assert np.array_equal(np.asarray(before), np.asarray(after))


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_decoders_of_browsers_read_the_same_pixels(make_picture, file_format):
    """Skia uses the decoders that Chrome uses."""
    data = encoded(make_picture(), file_format, 80)
    images = [skia.Image.MakeFromEncoded(skia.Data(each)) for each in (data, embed(data, file_format, BIG))]
    assert np.array_equal(*(image.toarray() for image in images))


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_picture_that_was_changed_has_no_record(make_picture, file_format):
    """Another program opened the picture, painted, and copied all metadata over."""
    ours = embed(encoded(make_picture(seed=1), file_format), file_format, RECORD)
    body = MODULES[file_format].find(ours).body
    other = MODULES[file_format].prepare(encoded(make_picture(seed=2), file_format))
    forged = MODULES[file_format].insert(other, body)
    assert MODULES[file_format].find(forged) is not None
    assert extract(forged, file_format) is None


@pytest.mark.parametrize("file_format", FORMATS)
def test_two_records_are_none(make_picture, file_format):
    once = embed(encoded(make_picture(), file_format), file_format, RECORD)
    body = MODULES[file_format].find(once).body
    assert extract(MODULES[file_format].insert(once, body), file_format) is None


@pytest.mark.parametrize("file_format", FORMATS)
def test_trailing_bytes_are_a_change(make_picture, file_format):
    marked = embed(encoded(make_picture(), file_format), file_format, RECORD)
    assert extract(marked + b"more", file_format) is None


@pytest.mark.parametrize("file_format", FORMATS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_broken_files_have_no_record_and_no_error(make_picture, file_format, data):
    marked = embed(encoded(make_picture(), file_format), file_format, RECORD)
    at = data.draw(st.integers(0, len(marked) - 1))
    flipped = bytearray(marked)
    flipped[at] ^= 1 << data.draw(st.integers(0, 7))
    assert extract(bytes(flipped), file_format) in (None, RECORD)
    assert extract(marked[:at], file_format) is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no zlib",
        zlib.compress(b"no json"),
        zlib.compress(b"[1, 2]"),
        zlib.compress(b'{"sha256": 1, "record": {}}'),
        zlib.compress(b'{"sha256": "x", "record": []}'),
        zlib.compress(b'{"sha256": "x", "record": ' + b"[" * 400_000),
        zlib.compress(b'{"sha256": "x", "record": {"a": NaN}}'),
        zlib.compress(b" " * 50_000_000),
        zlib.compress(json.dumps(RECORD).encode())[:-4],
        b"x" * 1_000_001,
    ],
)
def test_malformed_records_are_none(body):
    assert record.unpack(body) is None


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_record_over_the_limit_is_refused(make_picture, file_format):
    data = encoded(make_picture(), file_format)
    with pytest.raises(RecordTooLarge):
        embed(data, file_format, {"plan": {"long": "x" * record.LIMIT}})


def test_one_pass_writes_what_embed_makes(make_picture):
    pixels = make_picture(channels=4)
    file = io.BytesIO()
    count = write_png_with_record(file, pixels, RECORD)
    assert count == len(file.getvalue())
    assert file.getvalue() == embed(encode_png(pixels), "png", RECORD)


def test_png_record_is_a_standard_text(make_picture):
    marked = embed(encode_png(make_picture()), "png", RECORD)
    text = Image.open(io.BytesIO(marked)).text["aquatint"]
    assert json.loads(text)["record"] == RECORD


def test_webp_becomes_extended_and_says_its_alpha(make_picture):
    lossless = embed(encode(make_picture(channels=4), "webp", 100), "webp", RECORD)
    canvas = webp_chunks.read_canvas(lossless)
    assert (canvas.size.width, canvas.size.height) == (48, 32)
    assert canvas.has_alpha
    assert not canvas.animated
    lossy = embed(encode(make_picture(), "webp", 50), "webp", RECORD)
    assert not webp_chunks.read_canvas(lossy).has_alpha
    assert int.from_bytes(lossy[4:8], "little") == len(lossy) - 8


def test_jpeg_record_follows_the_jfif_header(make_picture):
    marked = embed(encode(make_picture(), "jpeg", 90), "jpeg", BIG)
    assert marked[2:4] == b"\xff\xe0"
    assert marked.count(b"Aquatint\0") > 1


@pytest.mark.parametrize("file_format", FORMATS)
def test_decoding_finds_the_plan(make_picture, file_format):
    data = embed(encoded(make_picture(), file_format), file_format, RECORD)
    assert decode_picture(data, "image 1").plan == RECORD["plan"]


@pytest.mark.parametrize("plan", [None, "text", [1]])
def test_a_plan_that_is_no_object_is_none(make_picture, plan):
    data = embed(encode_png(make_picture()), "png", {"plan": plan})
    assert decode_picture(data, "image 1").plan is None
