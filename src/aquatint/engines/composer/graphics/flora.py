"""Flowers and foliage made of curves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import skia

from aquatint.engines.composer.drawing.brush import Point, fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, shift
from aquatint.engines.composer.graphics import ornaments


def flower(canvas: Any, x: float, y: float, size: float, petal: Colour, heart: Colour, chance: Chance) -> None:
    """A blossom of ``size`` pixels seen from above: two rings of petals and a heart."""
    count = chance.choice([5, 6, 8])
    turn = chance.uniform(0, 360)
    for reach, tone in ((1.0, petal), (0.68, shift(petal, lightness=0.06))):
        ring = skia.Path()
        for index in range(count):
            angle = turn + (index + (0.5 if reach < 1 else 0)) * 360 / count
            ring.addPath(_petal(x, y, size * 0.5 * reach, angle, 0.42 + 1.1 / count))
        canvas.drawPath(ring, fill(tone))
        canvas.drawPath(ring, stroke(shift(petal, lightness=-0.09), size * 0.008, 0.7))
    canvas.drawCircle(x, y, size * 0.12, fill(heart))
    seeds = skia.Path()
    for index in range(9):
        seeds.addCircle(*ornaments.polar(x, y, size * 0.075, index * 40), size * 0.014)
    canvas.drawPath(seeds, fill(shift(heart, lightness=-0.2)))


def _petal(x: float, y: float, length: float, degrees: float, wide: float) -> Any:
    side = length * wide
    tip = ornaments.polar(x, y, length, degrees)
    path = skia.Path()
    path.moveTo(x, y)
    for turn in (90, -90):
        base = ornaments.polar(*ornaments.polar(x, y, length * 0.35, degrees), side, degrees + turn)
        high = ornaments.polar(*ornaments.polar(x, y, length * 1.02, degrees), side * 0.75, degrees + turn)
        if turn > 0:
            path.cubicTo(*base, *high, *tip)
        else:
            path.cubicTo(*high, *base, x, y)
    path.close()
    return path


def foliage(canvas: Any, points: Sequence[Point], leaves: int, length: float, colour: Colour, line: float) -> None:
    """A stem through the points with pairs of leaves, in one colour with a paler midrib side."""
    stem, shapes = ornaments.sprig(points, leaves, length)
    canvas.drawPath(shapes, fill(colour))
    canvas.drawPath(stem, stroke(shift(colour, lightness=-0.08), line))


def berries(canvas: Any, points: Sequence[Point], size: float, colour: Colour, line: float) -> None:
    """A thin stem whose side shoots end in berries."""
    stem, _ = ornaments.sprig(points, 2, size)
    canvas.drawPath(stem, stroke(shift(colour, lightness=-0.15), line))
    for index in range(6):
        x, y, heading = ornaments.along(stem, 0.35 + 0.65 * index / 5)
        end = ornaments.polar(x, y, size * 1.5, heading + (55 if index % 2 else -55))
        canvas.drawLine(x, y, *end, stroke(shift(colour, lightness=-0.15), line * 0.8))
        canvas.drawCircle(*end, size * 0.62, fill(colour))
