"""A pot plant: what stands on a table or behind it."""

from __future__ import annotations

import math

import skia

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.drawing.brush import Point, curve, fill, polygon
from aquatint.engines.composer.drawing.colour import Colour, shift


def pot_plant(easel: Easel, foot: Point, tall: float) -> None:
    """Large leaves in a clay pot."""
    (x, y), chance = foot, easel.chance
    clay = easel.lit(Colour.of("#c4704a"))
    rim, pot_tall = tall * 0.17, tall * 0.3
    green = easel.lit(Colour.of("#3f8a5a"))
    for i in range(11):
        angle = math.pi * (0.06 + 0.88 * i / 10) + chance.uniform(-0.1, 0.1)
        length = tall * chance.uniform(0.45, 0.7) * (0.72 + 0.28 * math.sin(angle))
        tip = (x + math.cos(angle) * length, y - pot_tall - math.sin(angle) * length)
        _leaf(easel, (x, y - pot_tall), tip, length * 0.17, shift(green, lightness=chance.uniform(-0.09, 0.07)))
    pot = polygon([(x - rim, y - pot_tall), (x + rim, y - pot_tall), (x + rim * 0.7, y), (x - rim * 0.7, y)])
    edge, other = (x - rim, x + rim) if easel.toward < 0 else (x + rim, x - rim)
    easel.shade(
        pot,
        easel.fade(
            (edge, 0), (other, 0), (0, shift(clay, lightness=0.05), 1.0), (1, shift(clay, lightness=-0.13), 1.0)
        ),
    )
    easel.canvas.drawRect(
        skia.Rect.MakeLTRB(x - rim * 1.12, y - pot_tall - rim * 0.3, x + rim * 1.12, y - pot_tall + rim * 0.1),
        fill(clay),
    )


def _leaf(easel: Easel, root: Point, tip: Point, width: float, colour: Colour) -> None:
    (x0, y0), (x1, y1) = root, tip
    length = math.hypot(x1 - x0, y1 - y0)
    out = (-(y1 - y0) / length * width, (x1 - x0) / length * width)
    middle = (x0 + (x1 - x0) * 0.62, y0 + (y1 - y0) * 0.62 - length * 0.08)
    path = skia.Path()
    path.moveTo(x0, y0)
    path.quadTo(middle[0] + out[0] * 2, middle[1] + out[1] * 2, x1, y1)
    path.quadTo(middle[0] - out[0] * 2, middle[1] - out[1] * 2, x0, y0)
    path.close()
    easel.paint(path, colour)
    easel.line(curve([root, middle, tip]), shift(colour, lightness=0.08), width * 0.12, 0.7)
