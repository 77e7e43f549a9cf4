"""The mask's promise, the background, and the finished file."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from aquatint import __version__
from aquatint.errors import ServerError
from aquatint.imaging.codecs import read_picture
from aquatint.imaging.finish import finish, write_rendered
from aquatint.imaging.frame import make_frame
from aquatint.imaging.metadata import extract
from aquatint.imaging.raster import Raster
from aquatint.imaging.record import LIMIT
from aquatint.sizes import Size, SizeRule
from aquatint.types import ImageRequest, Notes

SIZE = Size(48, 32)
NOTES = Notes(engine="composer", seed=11, plan={"version": 1, "prompt": "a fox"})


def request(**fields):
    fields = {"prompt": "a fox", "quality": "low", "size_rule": SizeRule(), "seed": 11, **fields}
    return ImageRequest(operation="generate", **fields)


def half_mask():
    mask = np.zeros((32, 48), np.bool_)
    mask[:, :24] = True
    return mask


@pytest.mark.parametrize("drawn_channels", [3, 4])
@pytest.mark.parametrize("background", ["auto", "transparent"])
def test_what_the_mask_keeps_is_the_source_bit_for_bit(make_picture, drawn_channels, background):
    source = make_picture(channels=4, seed=1)
    drawn = make_picture(channels=drawn_channels, seed=2)
    before = drawn.copy()
    frame = make_frame(Raster(source), half_mask(), SIZE)
    result = finish(drawn, size=SIZE, frame=frame, background=background)
    assert np.array_equal(result[:, 24:], source[:, 24:])
    assert np.array_equal(result[:, :24, :drawn_channels], drawn[:, :24])
    assert np.array_equal(drawn, before)


@given(seed=st.integers(0, 1000), channels=st.sampled_from((3, 4)))
def test_any_mask_through_a_png_file(tmp_path_factory, seed, channels):
    random = np.random.default_rng(seed)
    source = random.integers(0, 256, (16, 16, channels), dtype=np.uint8)
    mask = random.random((16, 16)) < 0.5
    frame = make_frame(Raster(source), mask, Size(16, 16))
    drawn = random.integers(0, 256, (16, 16, 3), dtype=np.uint8)
    path = tmp_path_factory.mktemp("spool") / "picture"
    result = finish(drawn, size=Size(16, 16), frame=frame, background="auto")
    write_rendered(result, request(), NOTES, path)
    decoded = read_picture(path, "image 1").pixels
    assert np.array_equal(decoded[~mask][:, :channels], source[~mask])
    assert np.array_equal(decoded[mask][:, :3], drawn[mask])


def test_opaque_source_and_drawing_give_rgb(make_picture):
    source = make_picture(seed=1)
    frame = make_frame(Raster(source), half_mask(), SIZE)
    result = finish(make_picture(seed=2), size=SIZE, frame=frame, background="auto")
    assert result.shape[2] == 3
    assert np.array_equal(result[:, 24:], source[:, 24:])


def test_opaque_flattens_also_what_is_kept(make_picture):
    source = make_picture(channels=4, seed=1)
    source[:16, :, 3], source[16:, :, 3] = 255, 0
    frame = make_frame(Raster(source), half_mask(), SIZE)
    result = finish(make_picture(channels=4), size=SIZE, frame=frame, background="opaque")
    assert result.shape[2] == 3
    assert np.array_equal(result[:16, 24:], source[:16, 24:, :3])
    assert (result[16:, 24:] == 255).all()


def test_without_a_mask_the_drawing_is_the_picture(make_picture):
    frame = make_frame(Raster(make_picture(seed=1)), None, SIZE)
    drawn = make_picture(seed=2)
    assert np.array_equal(finish(drawn, size=SIZE, frame=frame, background="auto"), drawn)


def test_backgrounds(make_picture):
    clear, opaque = make_picture(channels=4), make_picture()
    full = np.dstack((opaque, np.full((32, 48), 255, np.uint8)))

    def channels(pixels, background):
        return finish(pixels, size=SIZE, frame=None, background=background).shape[2]

    assert [channels(clear, b) for b in ("auto", "transparent", "opaque")] == [4, 4, 3]
    assert [channels(full, b) for b in ("auto", "transparent", "opaque")] == [3, 3, 3]
    assert [channels(opaque, b) for b in ("auto", "transparent", "opaque")] == [3, 3, 3]


@pytest.mark.parametrize("shape", [(48, 32, 3), (32, 48, 1), (32, 48), (32, 47, 4)])
def test_an_engine_that_breaks_the_size_is_our_fault(shape):
    with pytest.raises(ServerError, match="48x32"):
        finish(np.zeros(shape, np.uint8), size=SIZE, frame=None, background="auto")
    with pytest.raises(ServerError, match="float"):
        finish(np.zeros((32, 48, 3)), size=SIZE, frame=None, background="auto")


@pytest.mark.parametrize("output_format", ["png", "jpeg", "webp"])
@pytest.mark.parametrize("compression", [30, 100])
def test_the_file_carries_what_made_it(make_picture, tmp_path, output_format, compression):
    path = tmp_path / "picture"
    order = request(output_format=output_format, output_compression=compression)
    count, background = write_rendered(make_picture(), order, NOTES, path)
    data = path.read_bytes()
    assert (len(data), background) == (count, "opaque")
    assert Image.open(io.BytesIO(data)).format.lower() == output_format
    assert extract(data, output_format) == {
        "software": "Aquatint",
        "version": __version__,
        "engine": "composer",
        "seed": 11,
        "plan": NOTES.plan,
    }
    assert read_picture(path, "image 1").plan == NOTES.plan


@pytest.mark.parametrize("output_format", ["png", "jpeg", "webp"])
def test_previews_carry_no_record(make_picture, tmp_path, output_format):
    path = tmp_path / "picture"
    write_rendered(make_picture(), request(output_format=output_format), None, path)
    assert b"sha256" not in path.read_bytes()
    assert extract(path.read_bytes(), output_format) is None


def test_png_names_its_software(make_picture, tmp_path):
    path = tmp_path / "picture"
    write_rendered(make_picture(), request(), None, path)
    assert Image.open(path).text["Software"] == f"Aquatint {__version__}"


@pytest.mark.parametrize(
    ("output_format", "expected"), [("png", "transparent"), ("webp", "transparent"), ("jpeg", "opaque")]
)
def test_the_background_is_what_the_file_has(make_picture, tmp_path, output_format, expected):
    path = tmp_path / "picture"
    pixels = make_picture(channels=4)
    _, background = write_rendered(pixels, request(output_format=output_format), NOTES, path)
    assert background == expected
    assert read_picture(path, "image 1").has_alpha == (expected == "transparent")


@pytest.mark.parametrize("output_format", ["png", "webp"])
def test_a_plan_that_is_too_large_is_left_out(make_picture, tmp_path, output_format):
    path = tmp_path / "picture"
    notes = Notes(engine="composer", seed=3, plan={"long": "x" * LIMIT})
    count, _ = write_rendered(make_picture(), request(output_format=output_format), notes, path)
    record = extract(path.read_bytes(), output_format)
    assert count == path.stat().st_size
    assert record["seed"] == 3
    assert record["plan"] is None
