"""Party things made of curves: balloons, bunting, confetti, presents."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Point, curve, fill, polygon, radial, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, shift
from aquatint.engines.composer.graphics.ornaments import along, polar


def balloon(canvas: Any, x: float, y: float, size: float, colour: Colour, chance: Chance) -> None:
    """A balloon of ``size`` pixels height around (x, y), lit from the upper left, its string hanging down."""
    rx, ry = size * 0.41, size * 0.5
    _paint_string(canvas, x, y + ry * 1.1, size, chance)
    body = skia.Path()
    body.moveTo(x, y - ry)
    body.cubicTo(x + rx * 1.32, y - ry, x + rx * 1.2, y + ry * 0.35, x, y + ry)
    body.cubicTo(x - rx * 1.2, y + ry * 0.35, x - rx * 1.32, y - ry, x, y - ry)
    lit, deep = shift(colour, lightness=0.1), shift(colour, lightness=-0.13)
    shade = radial((x - rx * 0.4, y - ry * 0.45), size * 0.85, [(0, lit, 1), (0.45, colour, 1), (1, deep, 1)])
    knot = polygon([(x, y + ry * 0.93), (x + size * 0.055, y + ry * 1.12), (x - size * 0.055, y + ry * 1.12)])
    canvas.drawPath(knot, fill(deep))
    canvas.drawPath(body, fill(shader=shade))
    canvas.save()
    canvas.translate(x - rx * 0.42, y - ry * 0.48)
    canvas.rotate(-38)
    canvas.drawOval(skia.Rect.MakeLTRB(-rx * 0.13, -ry * 0.2, rx * 0.13, ry * 0.2), fill(WHITE, 0.55))
    canvas.restore()


def _paint_string(canvas: Any, x: float, y: float, size: float, chance: Chance) -> None:
    sway = chance.choice([-1, 1]) * size * 0.08
    points = [(x, y), (x + sway, y + size * 0.28), (x - sway, y + size * 0.55), (x + sway * 0.5, y + size * 0.85)]
    canvas.drawPath(curve(points), stroke(Colour(0.36, 0.32, 0.42), size * 0.012, 0.55))


def bunting(canvas: Any, start: Point, end: Point, sag: float, size: float, colours: Sequence[Colour]) -> None:
    """A line of flags between two points; ``size`` is a flag's width."""
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + 2 * sag)
    line = skia.Path()
    line.moveTo(*start)
    line.quadTo(*middle, *end)
    count = max(2, round(math.dist(start, end) / (size * 1.16)))
    for index in range(count):
        x, y, heading = along(line, (index + 0.5) / count)
        corners = [polar(x, y, size * reach, heading + turn) for reach, turn in ((0.5, 180), (0.5, 0), (1.15, 90))]
        canvas.drawPath(polygon(corners), fill(colours[index % len(colours)]))
    canvas.drawPath(line, stroke(shift(colours[0], lightness=-0.25), size * 0.05))


def confetti(canvas: Any, box: Box, count: int, size: float, colours: Sequence[Colour], chance: Chance) -> None:
    """Small strips, discs and rings, strewn evenly: one per cell of a loose grid."""
    columns = max(1, round((count * box.width / max(1.0, box.height)) ** 0.5))
    rows = max(1, round(count / columns))
    for index in range(columns * rows):
        column, row = index % columns, index // columns
        x = box.x + (column + chance.uniform(0.05, 0.95)) * box.width / columns
        y = box.y + (row + chance.uniform(0.05, 0.95)) * box.height / rows
        _paint_scrap(canvas, x, y, chance.vary(size, 0.35), chance.choice(colours), chance)


def _paint_scrap(canvas: Any, x: float, y: float, size: float, colour: Colour, chance: Chance) -> None:
    form = chance.randrange(4)
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(chance.uniform(0, 180))
    if form == 0:
        canvas.drawCircle(0, 0, size * 0.32, fill(colour))
    elif form == 1:
        canvas.drawPath(
            curve([(-size * 0.6, 0), (-size * 0.2, -size * 0.2), (size * 0.2, size * 0.2), (size * 0.6, 0)]),
            stroke(colour, size * 0.2),
        )
    else:
        canvas.drawRect(skia.Rect.MakeXYWH(-size / 2, -size * 0.16, size, size * 0.32), fill(colour))
    canvas.restore()


def present(canvas: Any, box: Box, paper: Colour, ribbon: Colour) -> None:
    """A wrapped box with a ribbon and a bow."""
    x, y, width, height = box
    lid = height * 0.2
    top = y + height * 0.2
    canvas.drawRect(skia.Rect.MakeLTRB(x + width * 0.05, top + lid, x + width * 0.95, y + height), fill(paper))
    canvas.drawRect(
        skia.Rect.MakeLTRB(x + width * 0.62, top + lid, x + width * 0.95, y + height),
        fill(shift(paper, lightness=-0.07)),
    )
    canvas.drawRect(skia.Rect.MakeLTRB(x + width * 0.42, top, x + width * 0.58, y + height), fill(ribbon))
    lid_box = skia.Rect.MakeXYWH(x, top, width, lid)
    canvas.drawRoundRect(lid_box, width * 0.02, width * 0.02, fill(shift(paper, lightness=0.06)))
    canvas.drawRect(
        skia.Rect.MakeLTRB(x + width * 0.42, top, x + width * 0.58, top + lid), fill(shift(ribbon, lightness=0.05))
    )
    for side in (-1, 1):
        middle = x + width / 2
        loop = [
            (middle, top),
            (middle + side * width * 0.14, y),
            (middle + side * width * 0.32, y + height * 0.07),
            (middle + side * width * 0.2, top),
        ]
        canvas.drawPath(curve(loop, closed=True), fill(shift(ribbon, lightness=0.03 * side)))
