"""Lines with heads: straight, elbowed or bent, from box to box."""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from aquatint.engines.composer.drawing.brush import Point, fill, polygon, stroke
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.ornaments import polar
from aquatint.engines.composer.graphics.page import Page

HEAD = 0.02
"""Length of a head in short sides."""
WIDTH = 0.0042


def arrow(
    page: Page, points: Sequence[Point], colour: Colour, *, head: bool = True, corner: float = 0.012
) -> None:
    """A line through the points with round corners, and a head at its end."""
    points = _distinct(points)
    if len(points) < 2:
        return
    length = page.short * HEAD if head else 0.0
    (x0, y0), (x1, y1) = points[-2], points[-1]
    run = math.hypot(x1 - x0, y1 - y0)
    length = min(length, run * 0.8)
    tip, heading = points[-1], math.degrees(math.atan2(y1 - y0, x1 - x0))
    end = polar(*tip, length * 0.8, heading + 180) if head else tip
    path = rounded([*points[:-1], end], page.short * corner)
    paint = stroke(colour, max(1.0, page.short * WIDTH))
    page.path(path, paint)
    if head:
        back = polar(*tip, length, heading + 180)
        wings = [polar(*back, length * 0.56, heading + side) for side in (90, -90)]
        page.path(polygon([tip, *wings]), fill(colour))


def rounded(points: Sequence[Point], radius: float) -> object:
    """A line through the points whose corners are round."""
    path = skia.Path()
    path.moveTo(*points[0])
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(radius, math.dist(before, at) / 2, math.dist(at, after) / 2)
        path.lineTo(*_towards(at, before, reach))
        path.quadTo(*at, *_towards(at, after, reach))
    path.lineTo(*points[-1])
    return path


def _towards(start: Point, end: Point, distance: float) -> Point:
    length = math.dist(start, end) or 1.0
    return (start[0] + (end[0] - start[0]) * distance / length, start[1] + (end[1] - start[1]) * distance / length)


def _distinct(points: Sequence[Point]) -> list[Point]:
    """Without points that repeat the one before."""
    kept: list[Point] = []
    for point in points:
        if not kept or math.dist(kept[-1], point) > 0.5:
            kept.append(point)
    return kept
