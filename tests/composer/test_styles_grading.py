"""Tones of whole pictures."""

from __future__ import annotations

import numpy as np
import pytest

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.grading import graded, graded_planes, tones
from aquatint.engines.composer.styles.sheet import to_pixels

COLOURS = np.stack([noise.white((64, 64), Chance(number)) for number in range(3)])


@pytest.mark.parametrize("name", ["retro", "warm", "darker", "black and white", "pastel", "vivid"])
def test_the_table_gives_what_the_formula_gives(name: str) -> None:
    pixels = to_pixels(COLOURS)
    exact = to_pixels(graded_planes(COLOURS, tones()[name])).astype(int)
    assert np.abs(graded(pixels, tones()[name]).astype(int) - exact).mean() < 0.6


def test_alpha_stays_and_greys_stay_grey() -> None:
    grey = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 4, axis=2)
    toned = graded(grey, tones()["black and white"])
    assert np.array_equal(toned[..., 3], grey[..., 3])
    assert np.ptp(toned[..., :3].astype(int), axis=2).max() <= 1
