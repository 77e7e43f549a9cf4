"""Storybook, the default: smooth printed colour on a slightly toothed page, edges settled by a soft dark line."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PIL import Image

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.filters import blur, enlarge, luma, smoothstep
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.sheet import shaded, to_planes
from aquatint.imaging.raster import Pixels

EDGE = 0.34
"""How much the lighter side of an edge darkens, as a share of the step in brightness."""
VIGNETTE = 0.16
GRAIN = 0.022
TILE = 761
"""Side of the grain tile in pixels: prime, so that it never keeps step with anything in the picture."""


@functools.lru_cache(maxsize=4)
def _grain_tile(seed: int) -> Plane:
    """Fine grain 0..1. White noise has no features, so its repetition cannot be seen."""
    chance = Chance(seed)
    tile = noise.white((TILE, TILE), chance)
    around = np.roll(tile, 1, 0) + np.roll(tile, 1, 1)
    return np.float32(0.5) * tile + np.float32(0.25) * around


def grain(shape: tuple[int, int], chance: Chance) -> Plane:
    """Fine grain 0..1 over the whole picture."""
    height, width = shape
    rows, columns = -(-height // TILE), -(-width // TILE)
    return np.tile(_grain_tile(chance.root), (rows, columns))[:height, :width]


def _vignette(shape: tuple[int, int]) -> Plane:
    """1 in the middle, falling softly towards the corners."""
    height, width = shape
    down = np.linspace(-1, 1, height, dtype=np.float32)[:, None] ** 2
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :] ** 2
    return np.float32(1) - np.float32(VIGNETTE) * smoothstep(0.55, 2.3, down + across)


def _settled_edges(pixels: Pixels, factor: int, unit: float) -> Plane:
    """What the light side of each edge is multiplied by, on a smaller copy of the picture."""
    small = to_planes(np.array(Image.fromarray(pixels).reduce(factor)))
    bright = luma(small)
    if pixels.shape[2] == 4:
        bright *= small[3]
    around = blur(bright, 3.2 * unit / factor)
    drop = np.maximum(bright - around - np.float32(0.012), np.float32(0))
    result: Plane = np.float32(1) - np.float32(EDGE) * drop / (bright + np.float32(0.15))
    return result


def shade(pixels: Pixels, *, chance: Chance, unit: float) -> Plane:
    """Edges, vignette and paper as one plane to multiply the picture with."""
    shape = pixels.shape[0], pixels.shape[1]
    factor = max(1, round(min(shape) / 540))
    soft = _settled_edges(pixels, factor, unit)
    soft *= _vignette(soft.shape)
    soft *= np.float32(1.012) - np.float32(0.03) * noise.clouds(soft.shape, 9 * unit / factor, chance, 2)
    full = soft if factor == 1 else enlarge(soft, shape, factor)
    full -= np.float32(GRAIN) * grain(shape, chance.fork("grain"))
    return full


@dataclass(frozen=True, slots=True)
class Storybook:
    """The default style. It changes little, so that clean drawings stay clean."""

    name: str = "storybook"
    reach: float = 40.0
    margin: float = 0.0

    def apply(self, pixels: Pixels, *, chance: Chance, unit: float, previews: bool = True) -> Iterator[Pixels]:
        """See `Style.apply`. One state: the pass is too light to show a half of it."""
        yield shaded(pixels, shade(pixels, chance=chance, unit=unit))
