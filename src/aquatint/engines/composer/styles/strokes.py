"""Brush strokes in bulk: thousands of curved, textured strokes in one call to Skia.

Strokes sit on a fixed jittered grid. What is random about each (place, order, size, tint) is hashed from its
grid cell, so a change in one part of the picture leaves the strokes elsewhere as they were.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import skia

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.surface import new_surface, premultiplied_image, read_pixels
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.brushes import BRUSH_LENGTH, BRUSH_WIDTH, MARKS, Brush
from aquatint.engines.composer.styles.course import Course, Floats, sample
from aquatint.engines.composer.styles.filters import Planes
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.sheet import to_planes
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

STEPS = 6
"""Pieces that a curved stroke is made of, unless told otherwise; even, or 1."""
CORNERS = 60_000
"""Corners per mesh: its 16-bit indices reach not much further."""


@dataclass(frozen=True, slots=True)
class Seats:
    """Where strokes sit, in drawing order: ``x``, ``y`` in pixels, each with six hashed numbers 0..1 (6, n)."""

    x: Floats
    y: Floats
    dice: Floats

    def at(self, plane: Plane) -> Floats:
        """The plane's values where the strokes sit."""
        return sample(plane, self.x, self.y)

    def where(self, chosen: npt.NDArray[np.bool_]) -> Seats:
        """Only the chosen seats."""
        return Seats(self.x[chosen], self.y[chosen], self.dice[:, chosen])


def seats(shape: tuple[int, int], spacing: float, chance: Chance, jitter: float = 1.0) -> Seats:
    """A jittered grid ``spacing`` (at least 2) pixels wide, in an order that hangs on the hash of each cell."""
    spacing = max(spacing, 2.0)
    rows, columns = math.ceil(shape[0] / spacing) + 1, math.ceil(shape[1] / spacing) + 1
    dice = np.stack([noise.white((rows, columns), chance.fork("die", i)) for i in range(9)]).reshape(9, -1)
    down, across = np.divmod(np.arange(rows * columns, dtype=np.int32), np.int32(columns))
    x = (across + np.float32(jitter) * (dice[0] - np.float32(0.5))) * np.float32(spacing)
    y = (down + np.float32(jitter) * (dice[1] - np.float32(0.5))) * np.float32(spacing)
    order = np.argsort(dice[2], kind="stable")
    return Seats(x[order].astype(np.float32), y[order].astype(np.float32), dice[3:, order])


def spines(
    seat: Seats, course: Course, length: Floats, colour: Planes, tolerance: float, steps: int = STEPS
) -> Floats:
    """(n, steps + 1, 2) points of strokes that run both ways from their seats along a course.

    A stroke stops where the picture's planes, one or more, leave their values at its seat by more than
    ``tolerance`` in the mean. With one
    step, strokes are straight between the ends that those of two steps have.
    """
    halves = max(1, steps // 2)
    step = length / np.float32(2 * halves)
    home = np.stack([seat.at(plane) for plane in colour])
    start = course.at(seat.x, seat.y)
    sides = [_side(seat, course, start, step * way, colour, home, tolerance, halves) for way in (-1, 1)]
    middle = [np.stack([seat.x, seat.y], axis=-1)] if steps > 1 else []
    return np.stack([*reversed(sides[0]), *middle, *sides[1]], axis=1)


def _side(
    seat: Seats,
    course: Course,
    start: Floats,
    step: Floats,
    colour: Planes,
    home: Floats,
    tolerance: float,
    count: int,
) -> list[Floats]:
    """The points of one half of each stroke, from its seat outwards."""
    x, y, turn = seat.x.copy(), seat.y.copy(), start
    going = np.ones(len(x), bool)
    points = []
    for _ in range(count):
        found = course.at(x, y)
        turned = found - np.float32(math.pi) * np.round((found - turn) * np.float32(1 / math.pi))
        turn = turned.astype(np.float32)
        ahead_x, ahead_y = x + step * np.cos(turn), y + step * np.sin(turn)
        gap = sum(np.abs(sample(p, ahead_x, ahead_y) - h) for p, h in zip(colour, home, strict=True))
        going &= gap < tolerance * len(home)
        x, y = np.where(going, ahead_x, x), np.where(going, ahead_y, y)
        points.append(np.stack([x, y], axis=-1))
    return points


def _rims(points: Floats, width: Floats, taper: float) -> Floats:
    """(n, 2 * pairs, 2) the two sides of strips along the spines, left and right in turn."""
    along = np.gradient(points, axis=1)
    along /= np.sqrt((along**2).sum(-1, keepdims=True)) + np.float32(1e-6)
    across = np.stack([-along[..., 1], along[..., 0]], axis=-1)
    t = np.linspace(-1, 1, points.shape[1], dtype=np.float32)
    bulge = t**4 if len(t) > 2 else np.full(2, 0.2, np.float32)  # a strip of two ends is as wide as the mean
    profile = np.float32(1) - np.float32(taper) * bulge
    offset = across * (width[:, None, None] * np.float32(0.5) * profile[None, :, None])
    return np.stack([points - offset, points + offset], axis=2).reshape(len(points), 2 * points.shape[1], 2)


@functools.cache
def _places(pairs: int) -> npt.NDArray[np.object_]:
    """(MARKS, 2 * pairs): for each mark, where in the brush texture the corners of a strip lie."""
    along = np.linspace(0.5, BRUSH_LENGTH - 0.5, pairs)
    sides = (0.5, BRUSH_WIDTH - 0.5)
    corners = [skia.Point(u, mark * BRUSH_WIDTH + v) for mark in range(MARKS) for u in along for v in sides]
    places = np.empty(len(corners), object)
    places[:] = corners
    return places.reshape(MARKS, 2 * pairs)


@functools.cache
def _triangles(pairs: int) -> list[int]:
    """Triangles of a full mesh of strips, as places in its list of corners."""
    corners = np.array([0, 1, 2, 1, 3, 2])[None, :] + 2 * np.arange(pairs - 1)[:, None]
    indices: list[int] = (
        (corners.reshape(1, -1) + (2 * pairs) * np.arange(CORNERS // (2 * pairs))[:, None]).ravel().tolist()
    )
    return indices


class Strips:
    """Strokes as meshes, which may be drawn more than once, with other colours and brushes."""

    def __init__(self, points: Floats, width: Floats, seat: Seats, taper: float = 0.25) -> None:
        """Strokes along spines (n, steps + 1, 2), ``width`` (n,) in pixels, narrower at the ends by ``taper``."""
        self._pairs = points.shape[1]
        self._batch = CORNERS // (2 * self._pairs)
        mark = (seat.dice[5] * MARKS).astype(np.int32)
        rims = _rims(points, width, taper)
        places = _places(self._pairs)
        self._parts = []
        for first in range(0, len(points), self._batch):
            part = slice(first, first + self._batch)
            # Two flat lists, not one of pairs: the garbage collector counts every pair.
            x, y = rims[part].reshape(-1, 2).T
            corners = list(map(skia.Point, x.tolist(), y.tolist()))
            self._parts.append((corners, places[mark[part]].ravel().tolist()))

    def draw(self, canvas: Any, colour: Floats, alpha: Floats | float, brush: Brush) -> None:
        """Draw them in ``colour`` (3, n) sRGB 0..1, or (3, 1) for all, with ``alpha`` 0..1."""
        bytes_ = (np.clip(colour, 0, 1) * 255 + 0.5).astype(np.uint32)
        opacity = (np.asarray(np.clip(alpha, 0, 1)) * 255 + 0.5).astype(np.uint32)
        argb = opacity << 24 | bytes_[0] << 16 | bytes_[1] << 8 | bytes_[2]
        paint = skia.Paint(Shader=brush.shader())
        for number, (corners, places) in enumerate(self._parts):
            count = len(corners) // (2 * self._pairs)
            part = argb[number * self._batch :][:count] if len(argb) > 1 else np.repeat(argb, count)
            tints = np.repeat(part, 2 * self._pairs).tolist()
            kind = skia.Vertices.kTriangles_VertexMode
            triangles = _triangles(self._pairs)[: 6 * (self._pairs - 1) * count]
            mesh = skia.Vertices(kind, corners, places, tints, triangles)
            canvas.drawVertices(mesh, paint, skia.BlendMode.kModulate)


WHITE: Floats = np.ones((3, 1), np.float32)
"""One colour for all strokes of a mask."""


def painting(shape: tuple[int, int], ground: Pixels | None = None) -> Any:
    """A Skia surface to lay strokes on, filled with (H, W, 3) ground pixels if given."""
    surface = new_surface(Size(shape[1], shape[0]))
    if ground is not None:
        opaque = np.full((*shape, 4), 255, np.uint8)
        opaque[..., :3] = ground[..., ::-1]
        surface.getCanvas().drawImage(premultiplied_image(opaque), 0, 0)
    return surface


def read_cover(surface: Any) -> Plane:
    """How bright strokes without colour lie on a surface, 0..1: its red."""
    return np.asarray(read_pixels(surface)[..., 0], np.float32) * np.float32(1 / 255)


def read_planes(surface: Any) -> Planes:
    """The surface's colours as (3, H, W) planes; what is not covered is black."""
    return to_planes(read_pixels(surface)[..., :3])
