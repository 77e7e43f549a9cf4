"""Cells that follow the picture: superpixels around the points of a jittered grid.

A pixel joins the point that is nearest in place and colour together, among the nine around it. After Achanta and
others, "SLIC superpixels" (2012), with no more than a few rounds, so that edits stay local.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.course import sample
from aquatint.engines.composer.styles.filters import Planes, shrink
from aquatint.engines.composer.styles.noise import Plane

Indices = npt.NDArray[np.intp]


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


@dataclass(frozen=True, slots=True)
class Points:
    """The points around which cells grow, on a grid of ``rows`` x ``columns``: places in pixels, and colours."""

    x: Plane
    y: Plane
    colour: Planes
    spacing: float

    def moved(self, cells: Cells, colour: Planes) -> Points:
        """Each point in the middle of its cell, in the cell's own colour; those without pixels stay."""
        height, width = cells.label.shape
        flat = cells.label.ravel()
        size = np.bincount(flat, minlength=cells.count)
        filled = (size > 0).reshape(self.x.shape)
        places = (
            np.broadcast_to(np.arange(width), (height, width)),
            np.broadcast_to(np.arange(height)[:, None], (height, width)),
        )
        sums = [np.bincount(flat, plane.ravel(), cells.count) for plane in (*places, *colour)]
        means = [(total / np.maximum(size, 1)).reshape(self.x.shape).astype(np.float32) for total in sums]
        # A point that leaves its own place on the grid would be missed by the search around it.
        most = np.float32(0.45 * self.spacing)
        x = self.x + np.clip(means[0] - self.x, -most, most)
        y = self.y + np.clip(means[1] - self.y, -most, most)
        colours = [np.where(filled, mean, own) for mean, own in zip(means[2:], self.colour, strict=True)]
        return Points(np.where(filled, x, self.x), np.where(filled, y, self.y), np.stack(colours), self.spacing)

    def scaled(self, factor: float) -> Points:
        """The same points in a picture ``factor`` times as large."""
        size = np.float32(factor)
        return Points(self.x * size, self.y * size, self.colour, self.spacing * factor)


def scattered(colour: Planes, spacing: float, spread: float, chance: Chance) -> Points:
    """Points of a grid ``spacing`` pixels wide, each off by up to half of ``spread`` spacings."""
    height, width = colour.shape[1:]
    rows, columns = math.ceil(height / spacing) + 3, math.ceil(width / spacing) + 3
    jitter = [noise.white((rows, columns), chance.fork(axis)) - np.float32(0.5) for axis in ("x", "y")]
    half, size, off = np.float32(0.5), np.float32(spacing), np.float32(spread)
    x: Plane = (np.arange(columns, dtype=np.float32)[None, :] - half + off * jitter[0]) * size
    y: Plane = (np.arange(rows, dtype=np.float32)[:, None] - half + off * jitter[1]) * size
    return Points(x, y, np.stack([sample(plane, x, y) for plane in colour]), spacing)


def grown(colour: Planes, points: Points, looks: float, turn: Plane | None = None) -> Cells:
    """Each pixel joins the nearest of the nine points around it. ``looks`` weighs colour against place.

    With ``turn`` (radians, one for each point) distance is that to a square turned by it: four-sided cells.
    """
    height, width = colour.shape[1:]
    spacing, columns = points.spacing, points.x.shape[1]
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    row = (np.arange(height) / spacing).astype(np.intp) + 1
    column = (np.arange(width) / spacing).astype(np.intp) + 1
    weight = np.float32(looks * spacing)
    axes = (np.cos(turn), np.sin(turn)) if turn is not None else None
    best = np.full((height, width), np.inf, np.float32)
    second = best.copy()
    label = np.zeros((height, width), np.int32)
    for around in range(9):
        rows, across_ = row + around // 3 - 1, column + around % 3 - 1

        def near(plane: Plane, rows: Indices = rows, across_: Indices = across_) -> Plane:
            """The points' values, for every pixel the one of its neighbour."""
            return np.asarray(plane[rows].take(across_, axis=1))

        far = _distance(x - near(points.x), y - near(points.y), axes and (near(axes[0]), near(axes[1])))
        for plane, own in zip(colour, points.colour, strict=True):
            gap = near(own)
            gap -= plane
            np.abs(gap, out=gap)
            gap *= weight
            far += gap
        closer = far < best
        second = np.where(closer, best, np.minimum(second, far))
        number = (rows * columns).astype(np.int32)[:, None] + across_.astype(np.int32)[None, :]
        np.copyto(label, number, where=closer)
        best = np.minimum(best, far)
    return Cells(label, second - best, points.x.size)


def _distance(across: Plane, down: Plane, axes: tuple[Plane, Plane] | None) -> Plane:
    """From a point, or with the cosine and sine of a turn from a square about it."""
    if axes is None:
        return np.sqrt(across * across + down * down)
    cosine, sine = axes
    return np.maximum(np.abs(across * cosine + down * sine), np.abs(down * cosine - across * sine))


def settled(colour: Planes, points: Points, looks: float, rounds: int) -> Points:
    """The points after some rounds of growing and moving to the middle, so that cells follow what is there.

    Done on a smaller copy. Each round reaches two spacings further.
    """
    factor = max(1, int(points.spacing / 12))
    small = np.stack([shrink(plane, factor) for plane in colour])
    moved = points.scaled(1 / factor)
    for _ in range(rounds):
        moved = moved.moved(grown(small, moved, looks), small)
    return moved.scaled(factor)
