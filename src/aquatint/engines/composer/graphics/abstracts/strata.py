"""Strata: sheets of colour with smooth edges lie one over the other, each with a soft shadow on the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aquatint.engines.composer.drawing.brush import curve, fill, linear, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, shift
from aquatint.engines.composer.graphics.page import Page

SHEETS = 8


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Ground with a disc, then the sheets from back to front."""
    palette = page.palette
    chance = page.chance.fork("strata")
    page.paint_gradient([(0, mix(palette.paper, palette.soft, 0.3), 1), (1, palette.paper, 1)])
    at = page.width * chance.choice([0.3, 0.5, 0.7]), page.height * chance.uniform(0.2, 0.3)
    page.circle(*at, page.short * 0.13, fill(palette.accent))
    yield 0.15, "ground"
    chain = [palette.soft, palette.field, palette.main, palette.second, palette.ink]
    for sheet in range(SHEETS):
        place = sheet / (SHEETS - 1) * (len(chain) - 1)
        index = min(len(chain) - 2, int(place))
        tone = mix(chain[index], chain[index + 1], place - index)
        _paint_sheet(page, sheet, tone, chance.fork("sheet", sheet))
        yield 0.15 + 0.85 * (sheet + 1) / SHEETS, "sheet"


def _paint_sheet(page: Page, sheet: int, tone: Colour, chance: Chance) -> None:
    top = page.height * (0.24 + 0.68 * sheet / SHEETS)
    swing = page.height * 0.075
    knots = 6
    points = [
        (page.width * (i / (knots - 1) * 1.2 - 0.1), top + chance.uniform(-swing, swing)) for i in range(knots)
    ]
    for width, alpha in ((26, 0.05), (16, 0.07), (8, 0.09)):
        page.path(curve(points), stroke(page.palette.ink, width * page.unit, alpha))
    edge = curve(points)
    below = page.height * (0.24 + 0.68 * (sheet + 1) / SHEETS) + swing * 1.5
    _close(edge, page, page.height + 1 if sheet == SHEETS - 1 else below)
    deep, lit = shift(tone, lightness=-0.04), shift(tone, lightness=0.05)
    page.path(
        edge, fill(shader=linear((0, top - swing), (0, top + page.height * 0.3), [(0, lit, 1), (1, deep, 1)]))
    )


def _close(path: Any, page: Page, bottom: float) -> None:
    """Down to where the next sheet surely covers it."""
    path.lineTo(page.width * 1.1, bottom)
    path.lineTo(-page.width * 0.1, bottom)
    path.close()
