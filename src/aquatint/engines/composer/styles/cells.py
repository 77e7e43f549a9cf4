"""Cells that follow the picture: superpixels around the points of a jittered grid.

A pixel joins the point that is nearest in place and colour together, among the nine around it. After Achanta and
others, "SLIC superpixels" (2012), without its global rounds, so that edits stay local.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.filters import Planes
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.strokes import sample


@dataclass(frozen=True, slots=True)
class Cells:
    """``label`` (H, W) names each pixel's cell; ``gap`` (H, W) is how clearly, 0 at borders, in pixels."""

    label: npt.NDArray[np.int32]
    gap: Plane
    count: int

    def means(self, colour: Planes) -> npt.NDArray[np.float64]:
        """(3, count) mean colour of every cell."""
        flat = self.label.ravel()
        size = np.maximum(np.bincount(flat, minlength=self.count), 1)
        return np.stack([np.bincount(flat, plane.ravel(), self.count) / size for plane in colour])

    def dice(self, chance: Chance) -> Plane:
        """One hashed number 0..1 per pixel, the same all over a cell."""
        return noise.white((self.count, 1), chance)[:, 0][self.label]


def cut(colour: Planes, spacing: float, looks: float, chance: Chance, square: bool = False) -> Cells:
    """Cells about ``spacing`` pixels wide. ``looks`` weighs colour against place: 0 gives Voronoi cells.

    ``square`` measures distance along the axes' maximum, for four-sided cells.
    """
    height, width = colour.shape[1:]
    rows, columns = math.ceil(height / spacing) + 3, math.ceil(width / spacing) + 3
    spread = 0.34 if square else 0.72
    jitter = [noise.white((rows, columns), chance.fork(axis)) - np.float32(0.5) for axis in ("x", "y")]
    seed_x = (np.arange(columns, dtype=np.float32)[None, :] - np.float32(0.5) + spread * jitter[0]) * np.float32(
        spacing
    )
    seed_y = (np.arange(rows, dtype=np.float32)[:, None] - np.float32(0.5) + spread * jitter[1]) * np.float32(
        spacing
    )
    seed_colour = [sample(plane, seed_x, seed_y) for plane in colour]
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    row = (np.arange(height) / spacing).astype(np.int32)[:, None] + 1
    column = (np.arange(width) / spacing).astype(np.int32)[None, :] + 1
    best = np.full((height, width), np.inf, np.float32)
    second = best.copy()
    label = np.zeros((height, width), np.int32)
    for around in range(9):
        near = (row + around // 3 - 1) * np.int32(columns) + (column + around % 3 - 1)
        across, down = np.abs(x - seed_x.ravel()[near]), np.abs(y - seed_y.ravel()[near])
        far = np.maximum(across, down) if square else np.sqrt(across * across + down * down)
        for plane, seed in zip(colour, seed_colour, strict=True):
            far += np.float32(looks * spacing) * np.abs(plane - seed.ravel()[near])
        closer = far < best
        second = np.where(closer, best, np.minimum(second, far))
        label = np.where(closer, near, label).astype(np.int32)
        best = np.where(closer, far, best)
    return Cells(label, second - best, rows * columns)
