"""Foreign pictures in another frame: cropped, turned, enlarged; and what is done to their focus."""

from __future__ import annotations

import numpy as np
import pytest
from edits_help import a_task, retouched

from aquatint.engines.composer.edits.foreign.geometry import reframed, size_reframed
from aquatint.engines.composer.engine import Composer
from aquatint.engines.contract import Picture
from aquatint.imaging.raster import Pixels, Raster
from aquatint.sizes import Size, SizeRule
from aquatint.types import ImageRequest, Notes


def a_landscape() -> Pixels:
    """Sky over grass with a red box, 192 x 128, with noise so that every pixel is its own."""
    noise = np.random.default_rng(1).integers(0, 12, (128, 192, 3))
    picture = np.zeros((128, 192, 3), np.int64)
    picture[:64] = (127, 180, 226)
    picture[64:] = (95, 138, 60)
    picture[80:100, 120:160] = (190, 30, 40)
    return np.ascontiguousarray(np.clip(picture + noise, 0, 255).astype(np.uint8))


PHOTO = a_landscape()


def engine_edit(instruction: str) -> tuple[Pixels, Notes]:
    """What the engine makes of the photo when the caller leaves the size open."""
    engine = Composer()
    rule = SizeRule(multiple=1, max_edge=4096, max_ratio=10, min_pixels=1, max_pixels=10**8)
    request = ImageRequest(operation="edit", prompt=instruction, quality="high", size_rule=rule, seed=1, size=None)
    size = engine.choose_size(request, (Raster(PHOTO),))
    *_, last = engine.draw(a_task(PHOTO, instruction, size=size))
    assert isinstance(last, Picture)
    return last.pixels, last.notes


@pytest.mark.parametrize(
    ("instruction", "part"),
    [
        ("crop to a square", PHOTO[:, 32:160]),
        ("make it square", PHOTO[:, 32:160]),
        ("crop the left half", PHOTO[:, :96]),
        ("crop the bottom half", PHOTO[64:]),
        ("crop it to 2:1", PHOTO[16:112]),
        ("rotate it 90 degrees", np.rot90(PHOTO, -1)),
        ("rotate it 90 degrees to the left", np.rot90(PHOTO, 1)),
        ("turn it 90 degrees counterclockwise", np.rot90(PHOTO, 1)),
        ("flip it horizontally", PHOTO[:, ::-1]),
        ("turn it upside down", PHOTO[::-1]),
        ("rotate it by 180 degrees", PHOTO[::-1, ::-1]),
    ],
)
def test_frames_are_exact_to_the_pixel(instruction: str, part: Pixels) -> None:
    pixels, notes = engine_edit(instruction)
    assert np.array_equal(pixels[..., :3], part)
    assert notes.drawn
    assert notes.undrawn == ()


@pytest.mark.parametrize(
    ("instruction", "size"),
    [
        ("upscale it", Size(384, 256)), ("make it twice as large", Size(384, 256)),
        ("upscale the picture 3x", Size(576, 384)), ("make the box larger", Size(192, 128)),
        ("make it warmer", Size(192, 128)), ("crop to the dog", Size(192, 128)),
    ],
)  # fmt: skip
def test_sizes(instruction: str, size: Size) -> None:
    assert size_reframed(Size(192, 128), instruction) == size
    pixels, _ = engine_edit(instruction)
    assert pixels.shape[:2] == (size.height, size.width)


def test_what_has_no_room_stays() -> None:
    assert reframed(np.zeros((20, 20, 3), np.uint8), "crop the left third").shape == (20, 20, 3)
    assert size_reframed(Size(4000, 2000), "make it ten times larger").pixels <= 8_300_000


def test_cropping_to_what_is_unknown_is_told() -> None:
    pixels, notes = engine_edit("crop to the dog")
    assert np.array_equal(pixels[..., :3], PHOTO)
    assert notes.undrawn


def test_the_frame_stays_under_a_mask() -> None:
    mask = np.zeros((128, 192), np.bool_)
    mask[10:40, 10:40] = True
    pixels, _ = retouched(PHOTO, "crop the left half", mask=mask)
    assert np.array_equal(pixels[~mask][..., :3], PHOTO[~mask])


def test_a_crop_and_more() -> None:
    pixels, notes = engine_edit("crop the left half and add the text SALE at the top in red")
    assert pixels.shape[:2] == (128, 96)
    assert "SALE" in notes.drawn
    assert notes.undrawn == ()
    assert not np.array_equal(pixels[:64, :, :3], PHOTO[:64, :96])


def test_focus() -> None:
    rough = np.abs(np.diff(PHOTO.astype(int), axis=1)).mean()
    soft, hard = (retouched(PHOTO, words)[0][..., :3].astype(int) for words in ("blur it", "sharpen it"))
    assert np.abs(np.diff(soft, axis=1)).mean() < 0.9 * rough
    assert np.abs(np.diff(hard, axis=1)).mean() > 1.1 * rough
    pixels, notes = retouched(PHOTO, "blur the background")
    assert np.array_equal(pixels[..., :3], PHOTO)
    assert "blur" in notes.undrawn


def test_the_sky_is_told_by_its_colour() -> None:
    pixels, notes = retouched(PHOTO, "make the sky pink")
    assert (notes.drawn, notes.approximated, notes.undrawn) == (("pink",), ("sky",), ())
    assert np.array_equal(pixels[70:, :, :3], PHOTO[70:])
    assert (pixels[:60, :, 0] > PHOTO[:60, :, 0]).all()


def test_things_in_the_sky_of_a_photo() -> None:
    pixels, notes = retouched(PHOTO, "add a balloon in the sky")
    assert notes.undrawn == ()
    changed = (pixels[..., :3] != PHOTO).any(axis=2)
    assert changed[:64].any()
    assert not changed[80:].any()


def test_two_texts_have_places_of_their_own() -> None:
    words = "add the text SUMMER SALE at the top in red and the caption 'only today' at the bottom"
    pixels, notes = retouched(PHOTO, words)
    assert set(notes.drawn) == {"SUMMER SALE", "only today", "red"}
    assert notes.undrawn == ()
    changed = (pixels[..., :3] != PHOTO).any(axis=(1, 2))
    assert changed[:40].any()
    assert changed[110:].any()


@pytest.mark.parametrize("instruction", ["what is in this picture?", "remove the text", "do the same again"])
def test_vain_words_are_told(instruction: str) -> None:
    pixels, notes = retouched(PHOTO, instruction)
    assert np.array_equal(pixels[..., :3], PHOTO)
    assert notes.undrawn
