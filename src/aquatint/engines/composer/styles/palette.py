"""One palette: all colours of a picture drawn towards those that were asked for, lightness kept.

Done by a table of colours with linear mixing between its entries, pixel by pixel, so that edits stay local.
"""

from __future__ import annotations

import functools

import numpy as np
from PIL import Image, ImageFilter

from aquatint.engines.composer.drawing.colour import Colour, to_oklab
from aquatint.engines.composer.styles import oklab
from aquatint.engines.composer.styles.filters import Planes
from aquatint.imaging.raster import Pixels

SIDE = 17
"""Entries of the table along each channel."""
NEARNESS = 0.09
"""Distance in OKLab's a and b within which a palette colour wins over the others."""


def pulled(pixels: Pixels, palette: tuple[str, ...], strength: float) -> Pixels:
    """(H, W, 4) uint8 sRGB drawn towards the palette ("#rrggbb") by ``strength`` 0..1; alpha stays."""
    result = pixels.copy()
    table = _table(palette, strength)
    result[..., :3] = np.asarray(Image.fromarray(np.ascontiguousarray(pixels[..., :3])).filter(table))
    return result


@functools.lru_cache(maxsize=16)
def _table(palette: tuple[str, ...], strength: float) -> ImageFilter.Color3DLUT:
    steps = np.linspace(0, 1, SIDE, dtype=np.float32)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    planes = np.stack([red.ravel(), green.ravel(), blue.ravel()])[:, None, :]
    moved = _moved(planes, palette, strength)
    entries = moved[:, 0, :].T.reshape(-1).tolist()
    return ImageFilter.Color3DLUT(SIDE, entries)


def _moved(planes: Planes, palette: tuple[str, ...], strength: float) -> Planes:
    lab = oklab.to_oklab(planes)
    inks = np.array([to_oklab(Colour.of(code)) for code in palette], np.float32)
    away = np.stack([np.hypot(lab[1] - a, lab[2] - b) for _, a, b in inks])
    # Light and dark choose too, so that a picture in black and red keeps its shadows black.
    away = away + np.float32(0.25) * np.stack([np.abs(lab[0] - light) for light, _, _ in inks])
    weights = np.exp(-(away - away.min(axis=0)) / np.float32(NEARNESS))
    weights /= weights.sum(axis=0)
    # Near white and black there is no room for colour.
    room = np.clip(np.float32(5) * lab[0] * (np.float32(1.02) - lab[0]), 0, 1)
    for channel in (1, 2):
        target = (weights * inks[:, channel][:, None, None]).sum(axis=0) * room
        lab[channel] += np.float32(strength) * (target - lab[channel])
    return oklab.from_oklab(lab)
