"""Grading: the tone of a finished picture, pixel by pixel, so that edits stay local. The tones are data."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files

import numpy as np
from PIL import Image, ImageFilter

from aquatint.engines.composer.styles.filters import Planes
from aquatint.engines.composer.styles.oklab import from_oklab, to_oklab
from aquatint.engines.composer.styles.sheet import with_alpha
from aquatint.imaging.raster import Pixels

MIDDLE = np.float32(0.62)
"""OKLab lightness of middle grey, about which contrast turns."""
NODES = 33
"""Levels of each channel for which a tone is worked out."""
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


@functools.cache
def _table(tone: tuple[tuple[str, float], ...]) -> ImageFilter.Color3DLUT:
    """What a tone makes of NODES levels of each channel, red changing fastest."""
    blue, green, red = np.meshgrid(*(3 * [np.linspace(0, 1, NODES, dtype=np.float32)]), indexing="ij")
    nodes = np.stack([red, green, blue]).reshape(3, NODES * NODES, NODES)
    values = graded_planes(nodes, dict(tone)).reshape(3, -1).T
    return ImageFilter.Color3DLUT(NODES, np.ascontiguousarray(values).ravel().tolist())


def graded(pixels: Pixels, tone: Tone) -> Pixels:
    """(H, W, 3 or 4) uint8 sRGB in another tone; alpha stays.

    Read from a table of colours, straight between its nodes: in the mean a fifth of a level from what each pixel
    by itself would give, more only where colours are clipped.
    """
    colours = Image.fromarray(np.ascontiguousarray(pixels[..., :3]))
    return with_alpha(np.array(colours.filter(_table(tuple(sorted(tone.items()))))), pixels)
