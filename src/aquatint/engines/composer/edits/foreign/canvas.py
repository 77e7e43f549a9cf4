"""The picture being retouched, and work on it in strips so that a cancelled job stops soon."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles.filters import Planes
from aquatint.imaging.frame import Mask
from aquatint.imaging.raster import Pixels, Raster

STRIP_PIXELS = 200_000
"""Pixels per strip: some tens of milliseconds of work."""

Work = Iterator[float]
"""Work in progress: yields the share that is done, 0..1."""


class Box(NamedTuple):
    """A box of whole pixels; right and bottom are outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """In pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """In pixels."""
        return self.bottom - self.top


@dataclass(slots=True)
class Canvas:
    """The picture being retouched: (H, W, 4) uint8 sRGB, straight alpha, changed in place."""

    pixels: Pixels
    editable: Mask
    """(H, W), True where the picture may change."""
    masked: bool
    """Whether the caller sent a mask."""
    chance: Chance
    others: tuple[Raster, ...] = ()
    """The further input pictures, in order: "image 2" and so on."""

    @property
    def unit(self) -> float:
        """A thousandth of the shorter side."""
        return float(min(self.pixels.shape[:2])) / 1000

    def area(self) -> Box:
        """The box around what may change; the whole picture without a mask."""
        height, width = self.editable.shape
        if not self.masked or not self.editable.any():
            return Box(0, 0, width, height)
        return box_around(self.editable)

    def put(self, box: Box, colours: Pixels) -> None:
        """Write (h, w, 3) sRGB into a box where the picture may change; alpha stays."""
        place = slice(box.top, box.bottom), slice(box.left, box.right)
        np.copyto(self.pixels[place][..., :3], colours, where=self.editable[place][..., np.newaxis])


def box_around(mask: Mask) -> Box:
    """The box around the True pixels of a mask that has some."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)


def grown(mask: Mask, radius: int) -> Mask:
    """The mask with everything up to ``radius`` pixels around it (a square)."""
    padded = np.pad(mask, radius)
    wide = np.zeros_like(padded)
    for step in range(-radius, radius + 1):
        wide |= np.roll(padded, step, axis=1)
    tall = np.zeros_like(wide)
    for step in range(-radius, radius + 1):
        tall |= np.roll(wide, step, axis=0)
    return tall[radius:-radius, radius:-radius]


def to_planes(pixels: Pixels) -> Planes:
    """(H, W, 3 or 4) bytes to (3, H, W) sRGB 0..1."""
    planes: Planes = np.moveaxis(pixels[..., :3], -1, 0).astype(np.float32) / np.float32(255)
    return planes


def to_bytes(planes: Planes) -> Pixels:
    """(3, H, W) sRGB 0..1 to (H, W, 3) bytes, rounded."""
    clipped = np.clip(planes * np.float32(255) + np.float32(0.5), 0, 255).astype(np.uint8)
    return np.ascontiguousarray(np.moveaxis(clipped, 0, -1))


def by_strips(canvas: Canvas, change: Callable[[Planes, Box], Planes]) -> Work:
    """Change the colours of everything editable, strip by strip.

    ``change`` gets sRGB planes of a strip and its box, and gives planes of the same shape.
    """
    area = canvas.area()
    rows = max(1, STRIP_PIXELS // max(1, area.width))
    for top in range(area.top, area.bottom, rows):
        box = Box(area.left, top, area.right, min(top + rows, area.bottom))
        before = canvas.pixels[box.top : box.bottom, box.left : box.right]
        planes = to_planes(before)
        changed = change(planes, box)
        same = np.asarray(np.isclose(changed, planes, atol=1e-4).all(axis=0))
        after = np.where(same[..., np.newaxis], before[..., :3], to_bytes(changed))
        canvas.put(box, after)
        yield (box.bottom - area.top) / max(1, area.height)
