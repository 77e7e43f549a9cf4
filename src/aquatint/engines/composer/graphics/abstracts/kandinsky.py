"""After Kandinsky's theory of point, line and plane: discs, beams, arcs and chequers in balance."""

from __future__ import annotations

import math
from collections.abc import Iterator

from aquatint.engines.composer.drawing.brush import curve, fill, polygon, radial, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import apart


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Ground with soft clouds of colour, planes, lines and points."""
    palette = page.palette
    page.paint_ground(palette.paper)
    chance = page.chance.fork("composition")
    _paint_clouds(page, chance)
    yield 0.3, "ground"
    _paint_planes(page, chance)
    yield 0.65, "planes"
    _paint_lines(page, chance)
    _paint_points(page, chance)
    yield 1.0, "lines"


def _paint_clouds(page: Page, chance: Chance) -> None:
    for colour in (page.palette.field, page.palette.soft, page.palette.main, page.palette.accent):
        at = chance.uniform(0.1, 0.9) * page.width, chance.uniform(0.1, 0.9) * page.height
        reach = chance.uniform(0.3, 0.6) * page.short
        page.circle(*at, reach, fill(shader=radial(at, reach, [(0, colour, 0.35), (1, colour, 0)])))


def _place(page: Page, chance: Chance, edge: float = 0.14) -> tuple[float, float]:
    return chance.uniform(edge, 1 - edge) * page.width, chance.uniform(edge, 1 - edge) * page.height


def _strong(page: Page, chance: Chance) -> Colour:
    return apart(chance.choice([*page.palette.lively, page.palette.ink]), page.palette.paper, 1.5)


def _paint_planes(page: Page, chance: Chance) -> None:
    """One great disc with rings off centre, triangles that pierce it, a chequer, arcs."""
    great = (page.width * chance.choice([0.3, 0.36, 0.64, 0.7]), page.height * chance.choice([0.34, 0.4, 0.6]))
    radius = page.short * chance.uniform(0.2, 0.27)
    glow = apart(page.palette.accent, page.palette.paper, 1.6)
    page.circle(*great, radius * 1.3, fill(shader=radial(great, radius * 1.3, [(0.6, glow, 0.55), (1, glow, 0)])))
    for share, colour in (
        (1.0, page.palette.ink),
        (0.86, page.palette.main),
        (0.56, page.palette.accent),
        (0.24, page.palette.paper),
    ):
        page.circle(*great, radius * share, fill(colour))
    for _ in range(5):
        tip, base = _place(page, chance), _place(page, chance)
        side = ornaments.polar(*base, page.short * chance.uniform(0.03, 0.12), chance.uniform(0, 360))
        page.path(polygon([tip, base, side]), fill(_strong(page, chance), 0.78))
    for _ in range(7):
        middle, size = _place(page, chance), page.short * chance.uniform(0.03, 0.1)
        page.circle(*middle, size, fill(_strong(page, chance), 0.85))
        page.circle(*middle, size * 0.55, fill(_strong(page, chance), 0.9))
    _paint_chequer(page, chance)


def _paint_chequer(page: Page, chance: Chance) -> None:
    at, cell = _place(page, chance, 0.25), page.short * 0.032
    page.canvas.save()
    page.canvas.translate(*at)
    page.canvas.rotate(chance.uniform(-40, 40))
    page.canvas.skew(chance.uniform(-0.3, 0.3), 0)
    for row in range(4):
        for column in range(6):
            tone = page.palette.ink if (row + column) % 2 else page.palette.lively[(row * 3 + column) % 4]
            corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
            page.path(polygon([(x * cell, y * cell) for x, y in corners]), fill(tone))
    page.canvas.restore()


def _paint_lines(page: Page, chance: Chance) -> None:
    """Beams in bundles, half circles, one waving line."""
    ink = page.palette.ink
    for _ in range(3):
        start, heading = _place(page, chance, 0.05), chance.uniform(-80, 80)
        for index in range(chance.choice([3, 4, 5])):
            shift = ornaments.polar(*start, index * page.short * 0.018, heading + 90)
            end = ornaments.polar(*shift, page.short * chance.uniform(0.4, 0.8), heading + index * 1.5)
            page.canvas.drawLine(*shift, *end, stroke(ink, page.unit * chance.choice([1.6, 2.6, 6.0])))
    for _ in range(4):
        middle, radius = _place(page, chance), page.short * chance.uniform(0.04, 0.16)
        line = stroke(_strong(page, chance), page.unit * chance.uniform(4, 11))
        page.path(ornaments.arc_band(*middle, radius, radius * 0.98, chance.uniform(0, 360), 170), line)
    start = _place(page, chance, 0.08)
    wave = [(start[0] + i * page.short * 0.05, start[1] + math.sin(i * 1.3) * page.short * 0.03) for i in range(9)]
    page.path(curve(wave), stroke(ink, page.unit * 5))


def _paint_points(page: Page, chance: Chance) -> None:
    for _ in range(26):
        x, y = _place(page, chance, 0.04)
        size = page.unit * chance.uniform(3, 13)
        page.circle(x, y, size, fill(mix(_strong(page, chance), page.palette.ink, chance.choice([0.0, 0.0, 1.0]))))
