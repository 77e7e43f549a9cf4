"""Terrain: a landscape of facets or of contour lines, its heights in the tones of the palette."""

from __future__ import annotations

import math
from collections.abc import Iterator

from aquatint.engines.composer.drawing.brush import fill, polygon, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, shift
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.page import Page

ROWS, COLUMNS = 15, 18
HORIZON = 0.34


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Sky and sun, then the facets from far to near."""
    palette = page.palette
    chance = page.chance.fork("terrain")
    top, low = mix(palette.field, palette.soft, 0.3), mix(palette.paper, palette.soft, 0.2)
    page.paint_gradient([(0, top, 1), (0.5, low, 1)])
    x, y = page.width * chance.choice([0.28, 0.5, 0.72]), page.height * chance.uniform(0.2, 0.28)
    page.circle(x, y, page.short * 0.12, fill(palette.accent))
    yield 0.2, "sky"
    heights = _heights(chance.fork("heights"))
    wired = bool(count_said(said(page.scene), ("wireframe", "vaporwave", "synthwave", "neon")))
    for row in range(ROWS - 1):
        for column in range(COLUMNS - 1):
            _paint_cell(page, heights, row, column, wired)
    yield 1.0, "ground"


def _heights(chance: Chance) -> list[list[float]]:
    """Heights 0..1: a few long waves and crags, higher far away and at the sides."""
    waves = [(chance.uniform(1, 4), chance.uniform(1, 4), chance.uniform(0, 6.28)) for _ in range(5)]
    rows = []
    for row in range(ROWS):
        line = []
        for column in range(COLUMNS):
            u, v = column / (COLUMNS - 1), row / (ROWS - 1)
            swell = sum(math.sin(a * u * 3 + b * v * 3 + p) for a, b, p in waves) / 5
            side = abs(u - 0.5) * 2
            line.append(max(0.0, swell * 0.5 + 0.5 * side + chance.uniform(-0.16, 0.16)) * (1 - 0.8 * v) + 0.02)
        rows.append(line)
    return rows


def _point(page: Page, heights: list[list[float]], row: int, column: int) -> tuple[float, float]:
    depth = (row / (ROWS - 1)) ** 1.7
    spread = 1.1 + 0.9 * depth
    x = page.width * (0.5 + (column / (COLUMNS - 1) - 0.5) * spread)
    y = page.height * (HORIZON + 0.06 + (1.02 - HORIZON) * depth)
    return x, y - heights[row][column] * page.height * 0.3


def _paint_cell(page: Page, heights: list[list[float]], row: int, column: int, wired: bool) -> None:
    """Two triangles, each lit by its slope."""
    corners = {(r, c): _point(page, heights, row + r, column + c) for r in (0, 1) for c in (0, 1)}
    for triangle in (((0, 0), (0, 1), (1, 0)), ((0, 1), (1, 1), (1, 0))):
        levels = [heights[row + r][column + c] for r, c in triangle]
        across = heights[row + triangle[0][1]]
        slope = across[column + 1] - across[column]
        shape = polygon([corners[place] for place in triangle])
        tone = _tone(page, sum(levels) / 3, slope, row)
        page.path(shape, fill(page.palette.ink if wired else tone))
        page.path(shape, stroke(tone, (1.6 if wired else 1.0) * page.unit))


def _tone(page: Page, height: float, slope: float, row: int) -> Colour:
    palette = page.palette
    chain = [palette.ink, palette.second, palette.main, palette.soft, palette.paper]
    place = min(0.999, max(0.0, 0.36 + height * 0.9)) * (len(chain) - 1)
    index = int(place)
    tone = mix(chain[index], chain[index + 1], place - index)
    haze = 0.45 * (1 - row / (ROWS - 1)) ** 2
    return mix(shift(tone, lightness=max(-0.16, min(0.16, -slope * 0.7))), palette.soft, haze)
