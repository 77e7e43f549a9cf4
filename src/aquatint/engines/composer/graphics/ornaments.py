"""Ornaments as outlines: rays, fans, stars, blobs, ridges, sprigs. All lengths in pixels, angles in degrees."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Point, curve, polygon
from aquatint.engines.composer.drawing.chance import Chance


def polar(x: float, y: float, radius: float, degrees: float) -> Point:
    """The point at a distance and an angle, clockwise from the right."""
    angle = math.radians(degrees)
    return x + radius * math.cos(angle), y + radius * math.sin(angle)


def rays(x: float, y: float, radius: float, count: int, turn: float = 0.0, share: float = 0.5) -> Any:
    """``count`` wedges around a point; ``share`` of each turn is filled."""
    path = skia.Path()
    step = 360 / count
    for index in range(count):
        start = turn + index * step
        points = [(x, y), polar(x, y, radius, start), polar(x, y, radius, start + step * share)]
        path.addPoly([skia.Point(*point) for point in points], True)
    return path


def star(x: float, y: float, radius: float, points: int, inner: float = 0.45, turn: float = -90.0) -> Any:
    """A star with that many points; ``inner`` is the radius of its notches as a share."""
    corners = [
        polar(x, y, radius * (inner if i % 2 else 1.0), turn + i * 180 / points) for i in range(2 * points)
    ]  # fmt: skip
    return polygon(corners)


def regular(x: float, y: float, radius: float, sides: int, turn: float = -90.0) -> Any:
    """A regular polygon."""
    return polygon([polar(x, y, radius, turn + i * 360 / sides) for i in range(sides)])


def blob(x: float, y: float, radius: float, chance: Chance, wobble: float = 0.18, knots: int = 7) -> Any:
    """A soft closed shape around a point."""
    turn = chance.uniform(0, 360)
    points = [polar(x, y, chance.vary(radius, wobble), turn + i * 360 / knots) for i in range(knots)]
    return curve(points, closed=True)


def arc_band(x: float, y: float, outer: float, inner: float, start: float, sweep: float) -> Any:
    """A part of a ring, from ``start`` on for ``sweep`` degrees."""
    path = skia.Path()
    path.addArc(skia.Rect.MakeLTRB(x - outer, y - outer, x + outer, y + outer), start, sweep)
    path.arcTo(skia.Rect.MakeLTRB(x - inner, y - inner, x + inner, y + inner), start + sweep, -sweep, False)
    path.close()
    return path


def arch(box: Box) -> Any:
    """A door: straight sides, and a half circle (or a flatter one, in a low box) on top."""
    radius = min(box.width / 2, box.height)
    path = skia.Path()
    path.moveTo(box.x, box.y + box.height)
    path.lineTo(box.x, box.y + radius)
    path.arcTo(skia.Rect.MakeXYWH(box.x, box.y, box.width, 2 * radius), 180, 180, False)
    path.lineTo(box.x + box.width, box.y + box.height)
    path.close()
    return path


def stepped_frame(box: Box, step: float, steps: int = 2) -> Any:
    """A rectangle whose corners are cut in steps, as art deco frames are."""
    corner = [(0.0, steps * step)]
    for i in range(steps):
        level = steps - i - 1
        corner += [((i + 1) * step, (level + 1) * step), ((i + 1) * step, level * step)]
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    points = [(left + x, top + y) for x, y in corner]
    points += [(right - x, top + y) for x, y in reversed(corner)]
    points += [(right - x, bottom - y) for x, y in corner]
    points += [(left + x, bottom - y) for x, y in reversed(corner)]
    return polygon(points)


def fan(x: float, y: float, radius: float, start: float, sweep: float, blades: int) -> Any:
    """Lines of a deco fan: blades and two bows; stroke it."""
    path = skia.Path()
    for index in range(blades + 1):
        path.moveTo(*polar(x, y, radius * 0.28, start + sweep * index / blades))
        path.lineTo(*polar(x, y, radius, start + sweep * index / blades))
    for share in (1.0, 0.28, 0.64):
        r = radius * share
        path.addArc(skia.Rect.MakeLTRB(x - r, y - r, x + r, y + r), start, sweep)
    return path


def ridge(box: Box, heights: Sequence[float], smooth: bool) -> Any:
    """Ground from the bottom of the box up to a skyline; heights are 0..1 of the box, evenly spaced."""
    step = box.width / (len(heights) - 1)
    bottom = box.y + box.height
    points = [(box.x + i * step, bottom - h * box.height) for i, h in enumerate(heights)]
    path = curve(points) if smooth else polygon(points, closed=False)
    path.lineTo(box.x + box.width, bottom)
    path.lineTo(box.x, bottom)
    path.close()
    return path


def skyline(chance: Chance, roughness: float, knots: int = 33) -> list[float]:
    """Heights 0..1 of a mountain ridge by midpoint displacement; more ``roughness``, more crags."""
    heights = [0.0] * knots
    heights[0], heights[-1] = chance.uniform(0.3, 0.7), chance.uniform(0.3, 0.7)
    span, reach = knots - 1, 0.42
    while span > 1:
        for middle in range(span // 2, knots - 1, span):
            mean = (heights[middle - span // 2] + heights[middle + span // 2]) / 2
            heights[middle] = mean + chance.uniform(-reach, reach)
        span //= 2
        reach *= roughness
    low, high = min(heights), max(heights)
    return [(h - low) / max(0.01, high - low) for h in heights]


def leaf(x: float, y: float, length: float, degrees: float, slim: float = 0.36) -> Any:
    """A pointed leaf from its stem at (x, y) in a direction."""
    tip = polar(x, y, length, degrees)
    side = length * slim
    one, other = polar(x, y, length * 0.45, degrees), degrees + 90
    path = skia.Path()
    path.moveTo(x, y)
    path.quadTo(*polar(*one, side, other), *tip)
    path.quadTo(*polar(*one, side, other + 180), x, y)
    path.close()
    return path


def along(path: Any, share: float) -> tuple[float, float, float]:
    """x, y and heading (degrees) at a share 0..1 of a line's length."""
    measure = skia.PathMeasure(path, False)
    at, tangent = measure.getPosTan(measure.getLength() * share)
    return at.x(), at.y(), math.degrees(math.atan2(tangent.y(), tangent.x()))


def sprig(points: Sequence[Point], leaves: int, length: float, slim: float = 0.36) -> tuple[Any, Any]:
    """A stem through the points and its leaves in pairs: (line to stroke, shapes to fill)."""
    stem = curve(points)
    foliage = skia.Path()
    for index in range(leaves):
        share = 0.12 + 0.84 * index / max(1, leaves - 1)
        x, y, heading = along(stem, share)
        size = length * (1.0 - 0.55 * share)
        for side in (-1, 1):
            foliage.addPath(leaf(x, y, size, heading + side * 48, slim))
    x, y, heading = along(stem, 1.0)
    foliage.addPath(leaf(x, y, length * 0.5, heading, slim))
    return stem, foliage


def dots(box: Box, pitch: float, sizes: Sequence[float]) -> Any:
    """A halftone screen that changes from top to bottom: radii from first to last of ``sizes``, in pitches."""
    path = skia.Path()
    rows = max(2, math.ceil(box.height / (pitch * 0.866)))
    for row in range(rows):
        place = row / (rows - 1) * (len(sizes) - 1)
        low = min(int(place), len(sizes) - 2)
        radius = pitch * (sizes[low] + (sizes[low + 1] - sizes[low]) * (place - low))
        if radius < 0.3:
            continue
        y = box.y + row * pitch * 0.866
        for column in range(math.ceil(box.width / pitch) + 1):
            path.addCircle(box.x + (column + 0.5 * (row % 2)) * pitch, y, radius)
    return path


def heart(x: float, y: float, size: float) -> Any:
    """A heart of that width around (x, y)."""
    s = size / 2
    path = skia.Path()
    path.moveTo(x, y + 0.9 * s)
    path.cubicTo(x - 0.35 * s, y + 0.55 * s, x - s, y + 0.2 * s, x - s, y - 0.3 * s)
    path.cubicTo(x - s, y - 0.95 * s, x - 0.2 * s, y - 1.0 * s, x, y - 0.4 * s)
    path.cubicTo(x + 0.2 * s, y - 1.0 * s, x + s, y - 0.95 * s, x + s, y - 0.3 * s)
    path.cubicTo(x + s, y + 0.2 * s, x + 0.35 * s, y + 0.55 * s, x, y + 0.9 * s)
    path.close()
    return path
