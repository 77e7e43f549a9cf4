"""The two lines that all figures are made of: ribbons along a spine and smooth closed outlines.

Figure space: x grows to the right, y grows downwards, the ground is y = 0 and figures look to the left.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import skia

Knot = tuple[float, float, float]
"""A place on a spine and the radius of the body there."""
Place = tuple[float, float]
Numbers = npt.NDArray[np.float64]

SAMPLES = 10
"""Points per stretch of a spine between two knots."""
CAP = 9
"""Points of the half circle at either end of a ribbon."""


def along(knots: Sequence[Sequence[float]], samples: int = SAMPLES) -> Numbers:
    """The smooth line through all knots (Catmull-Rom), sampled: one row per point, columns as the knots."""
    given = np.asarray(knots, np.float64)
    if len(given) < 3:
        given = np.vstack([given[0], (given[0] + given[-1]) / 2, given[-1]])
    before, first = np.vstack([given[:1], given[:-2]]), given[:-1]
    second, after = given[1:], np.vstack([given[2:], given[-1:]])
    t = np.arange(samples)[None, :, None] / samples
    p0, p1, p2, p3 = (part[:, None, :] for part in (before, first, second, after))
    line = 0.5 * (
        2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3
    )
    return np.vstack([line.reshape(-1, given.shape[1]), given[-1:]])


def normals(line: Numbers) -> Numbers:
    """Unit normals of a sampled line (x, y, ...): to the left of its direction."""
    direction = np.gradient(line[:, :2], axis=0)
    length = np.maximum(np.hypot(direction[:, 0], direction[:, 1]), 1e-9)
    return np.stack([direction[:, 1], -direction[:, 0]], axis=1) / length[:, None]


def ribbon(knots: Sequence[Knot], fringe: tuple[float, float] | None = None) -> Any:
    """A limb: the outline at the knots' radii around the spine, with round ends, as a Skia path.

    ``fringe`` is (length, from): hairs of that length along both sides, from that share 0..1 of the spine on.
    """
    line = along(knots)
    line[:, 2] = np.maximum(line[:, 2], 0.0)
    side = normals(line)
    left, right = line[:, :2] + side * line[:, 2:], line[:, :2] - side * line[:, 2:]
    if fringe is not None:
        left, right = _hairy(left, side, fringe), _hairy(right, -side, fringe)
    end = _cap(line[-1], side[-1])
    start = _cap(line[0], -side[0])
    return through(np.vstack([left, end, right[::-1], start]))


def _hairy(edge: Numbers, outwards: Numbers, fringe: tuple[float, float]) -> Numbers:
    """The edge with every third point drawn out and back along the spine."""
    length, start = fringe
    grown = edge.copy()
    along_edge = np.gradient(edge, axis=0)
    along_edge /= np.maximum(np.hypot(along_edge[:, 0], along_edge[:, 1]), 1e-9)[:, None]
    count = len(edge)
    for i in range(int(start * count), count - 1):
        if i % 5 == 4:
            grown[i] += outwards[i] * length * 0.6 + along_edge[i] * length
    return grown


def _cap(end: Numbers, side: Numbers) -> Numbers:
    """The half circle from one edge to the other, around an end of a spine."""
    angle = np.linspace(0, math.pi, CAP + 2)[1:-1]
    forward = np.array([-side[1], side[0]])
    circle = np.cos(angle)[:, None] * side + np.sin(angle)[:, None] * forward
    return np.asarray(end[:2] + circle * end[2], np.float64)


def through(points: Numbers, *, closed: bool = True) -> Any:
    """Straight lines through densely sampled points."""
    path = skia.Path()
    path.addPoly([skia.Point(x, y) for x, y in points.tolist()], closed)
    return path


def outline(points: Sequence[Sequence[float]], corners: Collection[int] = ()) -> Any:
    """A smooth closed line through the points; the points numbered in ``corners`` stay sharp."""
    path = skia.Path()
    count = len(points)
    path.moveTo(points[0][0], points[0][1])
    for i in range(count):
        first, second = points[i], points[(i + 1) % count]
        leave = (0.0, 0.0) if i in corners else _tangent(points, i)
        arrive = (0.0, 0.0) if (i + 1) % count in corners else _tangent(points, i + 1)
        path.cubicTo(
            first[0] + leave[0],
            first[1] + leave[1],
            second[0] - arrive[0],
            second[1] - arrive[1],
            second[0],
            second[1],
        )
    path.close()
    return path


def _tangent(points: Sequence[Sequence[float]], i: int) -> Place:
    """A sixth of the way from the point before to the point after."""
    before, after = points[i - 1], points[(i + 1) % len(points)]
    return (after[0] - before[0]) / 6, (after[1] - before[1]) / 6


def stroke_line(points: Sequence[Sequence[float]]) -> Any:
    """A smooth open line through the points."""
    return through(along([point[:2] for point in points]), closed=False)


def oval(x: float, y: float, across: float, up: float | None = None, turn: float = 0.0) -> Any:
    """An ellipse of the given radii, turned by degrees clockwise."""
    up = across if up is None else up
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(-across, -up, across, up))
    return moved(path, x, y, turn)


def moved(path: Any, x: float, y: float, turn: float = 0.0, scale: float = 1.0) -> Any:
    """The path scaled, turned by degrees clockwise about the origin, then moved."""
    matrix = skia.Matrix()
    matrix.preTranslate(x, y).preRotate(turn).preScale(scale, scale)
    placed = skia.Path()
    path.transform(matrix, placed)
    return placed


def union(paths: Sequence[Any]) -> Any:
    """One path that fills what any of the paths fills."""
    whole = skia.Path()
    for path in paths:
        whole.addPath(path)
    return whole
