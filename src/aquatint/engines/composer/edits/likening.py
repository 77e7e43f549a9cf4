"""The colour of a thing as it is drawn: "make the bowl the same colour as the pears"."""

from __future__ import annotations

import functools

import numpy as np
import skia

from aquatint.engines.composer.art import find
from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, to_oklch
from aquatint.engines.composer.scene import NATURAL_COLOUR, Item

PROBE = 64
"""Pixels along the longer side of the drawing that tells a colour."""
SOLID, STEP = 200, 32
"""Opacity of pixels that count; colours that lie in one step of each channel are one."""
DARK = 0.28
"""OKLab lightness below which a colour is an outline or a pupil, if there is any other."""


def colour_of(item: Item) -> str:
    """The main colour of an item as "#rrggbb": the one it was given, or that of most of its drawing, or ""."""
    told = item.colour or item.attributes.get(NATURAL_COLOUR, "")
    if item.art.startswith("person:"):
        told = item.attributes.get("clothes colour", told)
    return told or _drawn(item.art, tuple(sorted(item.attributes.items())))


@functools.lru_cache(maxsize=64)
def _drawn(art: str, attributes: tuple[tuple[str, str], ...]) -> str:
    drawing = find(art)
    width = round(PROBE * min(1.0, drawing.aspect))
    height = round(PROBE / max(1.0, drawing.aspect))
    pixels = np.zeros((max(1, height), max(1, width), 4), np.uint8)
    look = Look(attributes=dict(attributes), chance=Chance(0))
    with skia.Surface(pixels) as canvas:
        drawing.paint(canvas, Box(0.0, 0.0, float(pixels.shape[1]), float(pixels.shape[0])), look)
    solid = pixels[pixels[..., 3] >= SOLID][:, :3]
    bins: dict[tuple[int, ...], list[int]] = {}
    for index, pixel in enumerate(solid // STEP):
        bins.setdefault(tuple(int(value) for value in pixel), []).append(index)
    colours = [
        (len(own), Colour(*(float(value) / 255 for value in solid[own].mean(axis=0)))) for own in bins.values()
    ]
    plain = [one for one in colours if to_oklch(one[1])[0] > DARK] or colours
    return max(plain, key=lambda one: one[0])[1].hex() if plain else ""
