"""Finishing touches on pictures that the composer did not make."""

from __future__ import annotations

import numpy as np
import pytest
from edits_help import retouched

from aquatint.imaging.raster import Pixels

SIDE = 160


def photo() -> Pixels:
    random = np.random.default_rng(4)
    rows = np.linspace(0, 1, SIDE)[:, None, None]
    return np.clip(np.array([90, 140, 200]) + 50 * rows + random.normal(0, 8, (SIDE, SIDE, 3)), 0, 255).astype(
        np.uint8
    )


def test_a_frame_lies_on_the_edges_and_nowhere_else() -> None:
    pixels, notes = retouched(photo(), "add a black border")
    assert notes.undrawn == ()
    assert pixels[0, :, :3].max() < 60
    assert pixels[:, -1, :3].max() < 60
    assert np.array_equal(pixels[20:-20, 20:-20, :3], photo()[20:-20, 20:-20])


def test_a_frame_goes_with_other_requests() -> None:
    pixels, notes = retouched(photo(), "make it black and white, add a white frame and the text 'Hi' at the top")
    assert set(notes.drawn) == {"black and white", "white", "frame", "Hi"}
    assert notes.undrawn == ()
    inner = pixels[90:150, 10:150, :3].astype(int)
    assert np.abs(inner[..., 0] - inner[..., 2]).max() <= 2


def test_an_instant_photograph_has_a_foot_for_its_caption() -> None:
    pixels, notes = retouched(photo(), "make it a polaroid with the caption 'Me'")
    assert notes.drawn == ("polaroid", "Me")
    assert (pixels[-3:, :, :3] > 240).all()
    assert (pixels[-22, 20:60, :3] > 240).all()


def test_round_corners_are_clear() -> None:
    pixels, _ = retouched(photo(), "round the corners")
    assert pixels[0, 0, 3] == 0
    assert (pixels[40:120, 40:120, 3] == 255).all()
    assert np.array_equal(pixels[..., :3], photo())


@pytest.mark.parametrize(
    "words", ["add a vignette", "invert the colours", "pixelate it", "reduce the noise", "add a watermark 'DRAFT'"]
)
def test_each_finish_is_seen_and_told(words: str) -> None:
    pixels, notes = retouched(photo(), words)
    assert notes.undrawn == ()
    assert notes.drawn
    assert (pixels[..., :3] != photo()).any()


def test_a_watermark_lets_the_picture_through() -> None:
    marked, _ = retouched(photo(), "add a watermark 'DRAFT'")
    titled, _ = retouched(photo(), "add the title 'DRAFT'")
    change = [np.abs(each[..., :3].astype(int) - photo()).max() for each in (marked, titled)]
    assert change[0] < 0.75 * change[1]


@pytest.mark.parametrize("words", ["add a white frame", "pixelate it", "invert it", "blur it"])
def test_a_finish_keeps_to_its_mask(words: str) -> None:
    mask = np.zeros((SIDE, SIDE), np.bool_)
    mask[:80, 40:] = True
    pixels, _ = retouched(photo(), words, mask=mask)
    assert np.array_equal(pixels[~mask][:, :3], photo()[~mask])
    assert (pixels[mask][:, :3] != photo()[mask]).any()


def test_what_lies_outside_a_mask_is_not_blurred_instead() -> None:
    mask = np.zeros((SIDE, SIDE), np.bool_)
    mask[40:120, 40:120] = True
    pixels, notes = retouched(photo(), "blur everything else", mask=mask)
    assert np.array_equal(pixels[..., :3], photo())
    assert notes.undrawn == ("blur",)
