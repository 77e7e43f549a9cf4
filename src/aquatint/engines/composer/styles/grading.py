"""Grading: the tone of a finished picture, pixel by pixel, so that edits stay local. The tones are data."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files

import numpy as np

from aquatint.engines.composer.styles.filters import Planes
from aquatint.engines.composer.styles.oklab import from_oklab, to_oklab
from aquatint.engines.composer.styles.sheet import to_pixels, to_planes
from aquatint.imaging.raster import Pixels

MIDDLE = np.float32(0.62)
"""OKLab lightness of middle grey, about which contrast turns."""
STRIP = 256
"""Rows that are graded at once."""
Tone = dict[str, float]
"""light, contrast, chroma, a, b, and near: see ``grading.toml``."""


@functools.cache
def tones() -> dict[str, Tone]:
    """Every tone by its words. Callers must not change it."""
    found: dict[str, Tone] = tomllib.loads(
        files(__package__).joinpath("grading.toml").read_text(encoding="utf-8")
    )["tones"]
    return found


def graded_planes(planes: Planes, tone: Tone) -> Planes:
    """(3, H, W) sRGB planes 0..1 in another tone."""
    lab = to_oklab(planes)
    lab[0] = (lab[0] - MIDDLE) * np.float32(tone.get("contrast", 1)) + MIDDLE + np.float32(tone.get("light", 0))
    lab[1:] *= np.float32(tone.get("chroma", 1))
    # Black and white stay without colour, so a cast is strongest in the middle.
    share = np.clip(np.float32(4) * lab[0] * (np.float32(1) - lab[0]), 0, 1)
    lab[1] += np.float32(tone.get("a", 0)) * share
    lab[2] += np.float32(tone.get("b", 0)) * share
    return from_oklab(lab)


def graded(pixels: Pixels, tone: Tone) -> Pixels:
    """(H, W, 3 or 4) uint8 sRGB in another tone; alpha stays."""
    result = pixels.copy()
    for top in range(0, len(pixels), STRIP):
        strip = np.ascontiguousarray(pixels[top : top + STRIP, :, :3])
        result[top : top + STRIP, :, :3] = to_pixels(graded_planes(to_planes(strip), tone))
    return result
