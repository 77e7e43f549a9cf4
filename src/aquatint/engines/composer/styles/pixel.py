"""Pixel art: whole pixels, about 128 to the shorter side, 32 fixed colours, ordered dither in the gradients."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PIL import Image

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import from_oklch
from aquatint.engines.composer.styles.filters import Planes, blur, luma, smoothstep, steepness
from aquatint.engines.composer.styles.lines import highest
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.oklab import to_oklab
from aquatint.engines.composer.styles.sheet import to_planes, with_alpha
from aquatint.imaging.raster import Pixels

ACROSS = 128
PALETTE: tuple[tuple[float, float, float], ...] = (
    (0.15, 0.02, 280), (0.30, 0.03, 280), (0.46, 0.04, 285), (0.62, 0.05, 300), (0.78, 0.045, 310),
    (0.97, 0.01, 90), (0.55, 0.015, 70), (0.74, 0.02, 75),
    (0.28, 0.05, 45), (0.42, 0.075, 48), (0.57, 0.115, 50), (0.72, 0.085, 62), (0.86, 0.06, 75),
    (0.40, 0.15, 22), (0.54, 0.19, 28), (0.65, 0.19, 44), (0.77, 0.16, 68), (0.90, 0.14, 95),
    (0.30, 0.06, 165), (0.45, 0.10, 150), (0.60, 0.15, 138), (0.76, 0.17, 126),
    (0.30, 0.11, 270), (0.46, 0.15, 262), (0.62, 0.13, 250), (0.77, 0.09, 235), (0.89, 0.05, 220),
    (0.27, 0.10, 300), (0.42, 0.13, 320), (0.57, 0.15, 355), (0.71, 0.14, 10), (0.83, 0.09, 32),
)  # fmt: skip
"""Lightness, chroma and hue (OKLCH) of seven ramps: steel, stone, earth, fire, leaf, sky, dusk."""
_BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / np.float32(16)
DITHER = 0.075
VIVID = 1.2
"""How much purer colours are made first: a small palette of clear colours would turn muted ones grey."""


@functools.cache
def palette() -> tuple[Pixels, Planes]:
    """The 32 colours as (32, 3) bytes, and as (3, 32) OKLab."""
    colours = [from_oklch(*entry) for entry in PALETTE]
    bytes_ = np.array([[round(c * 255) for c in colour] for colour in colours], np.uint8)
    return bytes_, to_oklab(to_planes(bytes_[None]))[:, 0]


Indices = np.ndarray[tuple[int, ...], np.dtype[np.intp]]
"""(H, W) places in a palette."""


def nearest(lab: Planes, choices: Planes) -> Indices:
    """Index of the nearest choice (3, n) for every pixel of (3, H, W), hue counted more."""
    best = np.full(lab.shape[1:], np.inf, np.float32)
    found = np.zeros((lab.shape[1], lab.shape[2]), np.intp)
    for index, (light, a, b) in enumerate(choices.T):
        gap = (lab[0] - light) ** 2 + np.float32(3) * ((lab[1] - a) ** 2 + (lab[2] - b) ** 2)
        np.copyto(found, index, where=gap < best)
        best = np.minimum(best, gap)
    return found


def _small(pixels: Pixels, cell: int) -> Planes:
    """Means of the cells, drawn a little towards what is in their centre, so that thin things survive."""
    mode = "RGBa" if pixels.shape[2] == 4 else "RGB"
    picture = Image.fromarray(pixels).convert(mode).reduce(cell)
    mean = to_planes(np.array(picture.convert("RGBA" if mode == "RGBa" else "RGB")))
    return mean[:3]


def _outlined(colour: Planes) -> Planes:
    """Cells on the dark side of strong edges become darker still: the whole-pixel outline."""
    bright = np.pad(luma(colour), 1, mode="edge")
    around = np.maximum.reduce([bright[:-2, 1:-1], bright[2:, 1:-1], bright[1:-1, :-2], bright[1:-1, 2:]])
    line = smoothstep(0.16, 0.3, around - bright[1:-1, 1:-1])
    return np.clip(colour * (np.float32(1) - np.float32(0.42) * line), 0, 1)


def _sloping(light: Plane) -> Plane:
    """1 in soft gradients, where dither helps; 0 in even areas and at edges, where it would be noise."""
    slope = steepness(blur(light, 1.5))
    rough = highest(steepness(light), 3)
    return smoothstep(0.0012, 0.003, slope) * smoothstep(0.026, 0.016, rough)


def _clustered(colours: Indices, dithered: Plane) -> Indices:
    """Single cells that differ from all four neighbours join those; where there is dither they are meant."""
    around = np.pad(colours, 1, mode="edge")
    up, down, left, right = around[:-2, 1:-1], around[2:, 1:-1], around[1:-1, :-2], around[1:-1, 2:]
    alone = np.logical_and.reduce([colours != side for side in (up, down, left, right)]) & (dithered < 0.5)
    joined = np.where((left == right) | (left == up) | (left == down), left, up)
    agreed = (left == right) | (left == up) | (left == down) | (up == down) | (up == right)
    return np.asarray(np.where(alone & agreed, joined, colours))


@dataclass(frozen=True, slots=True)
class Pixel:
    """Pixel art."""

    name: str = "pixel"
    reach: float = 60.0
    margin: float = 0.0

    def apply(self, pixels: Pixels, *, chance: Chance, unit: float, previews: bool = True) -> Iterator[Pixels]:
        """See `Style.apply`: first the whole pixels in full colour, then in the palette."""
        cell = max(1, round(1000 * unit / ACROSS))
        colour = _small(pixels, cell)
        if previews:
            yield self._full(np.round(colour * 255).astype(np.uint8).transpose(1, 2, 0), pixels, cell)
        lab = to_oklab(_outlined(colour))
        lab[1:] *= np.float32(VIVID)
        height, width = lab.shape[1:]
        screen = np.tile(_BAYER, (height // 4 + 1, width // 4 + 1))[:height, :width] - np.float32(0.47)
        slope = _sloping(lab[0])
        lab[0] += np.float32(DITHER) * screen * slope
        bytes_, choices = palette()
        yield self._full(bytes_[_clustered(nearest(lab, choices), slope)], pixels, cell)

    @staticmethod
    def _full(small: Pixels, pixels: Pixels, cell: int) -> Pixels:
        height, width = pixels.shape[:2]
        full = small.repeat(cell, axis=0).repeat(cell, axis=1)[:height, :width]
        return with_alpha(full, pixels)
