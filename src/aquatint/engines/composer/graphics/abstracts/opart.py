"""Op art: one field of stripes or squares, bent by a few lenses, in two tones and an accent."""

from __future__ import annotations

import math
from collections.abc import Iterator

from aquatint.engines.composer.drawing.brush import Point, curve, fill, polygon
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.page import Page

LINES = 44
STEPS = 40
Lens = tuple[float, float, float, float]
"""x, y, radius in pixels and strength -1..1."""


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Ground, then bands or squares row by row."""
    palette = page.palette
    chance = page.chance.fork("opart")
    page.paint_ground(palette.paper)
    yield 0.1, "ground"
    lenses = _lenses(page, chance.fork("lenses"))
    accent = palette.main if palette.name == "asked" else palette.accent
    if chance.random() < 0.5:
        _paint_bands(page, lenses, accent, chance)
    else:
        _paint_squares(page, lenses, accent)
    yield 1.0, "field"


def _lenses(page: Page, chance: Chance) -> list[Lens]:
    return [
        (
            page.width * chance.uniform(0.15, 0.85),
            page.height * chance.uniform(0.15, 0.85),
            page.short * chance.uniform(0.2, 0.42),
            chance.choice([-1, 1]) * chance.uniform(0.45, 0.8),
        )
        for _ in range(chance.choice([1, 2, 3]))
    ]


def _bent(point: Point, lenses: list[Lens]) -> Point:
    """Where a point of the plane is seen: drawn to the middle of a lens, or away from it."""
    x, y = point
    for cx, cy, radius, strength in lenses:
        dx, dy = x - cx, y - cy
        away = math.hypot(dx, dy) / radius
        if away < 1:
            pull = strength * (1 - away * away) ** 2 * 0.55
            x, y = x + dx * pull, y + dy * pull
    return x, y


def _paint_bands(page: Page, lenses: list[Lens], accent: Colour, chance: Chance) -> None:
    """Bands that rise and fall together."""
    palette = page.palette
    sway, phase = page.height * 0.05, chance.uniform(0, 6.28)
    marked = {chance.randrange(LINES) for _ in range(3)}
    step = page.height * 1.3 / LINES
    for line in range(LINES):
        y = page.height * -0.15 + line * step
        edges = []
        for offset in (0.0, step * 0.52):
            points = []
            for knot in range(STEPS + 1):
                x = page.width * (-0.05 + 1.1 * knot / STEPS)
                rise = sway * math.sin(x / page.width * 7 + phase)
                points.append(_bent((x, y + offset + rise), lenses))
            edges.append(points)
        band = curve(edges[0])
        back = edges[1][::-1]
        for point in back:
            band.lineTo(*point)
        band.close()
        page.path(band, fill(accent if line in marked else palette.ink))


def _paint_squares(page: Page, lenses: list[Lens], accent: Colour) -> None:
    """A chessboard seen through the lenses, its light squares tinted inside them."""
    palette = page.palette
    side = page.short / 22
    columns, rows = math.ceil(page.width / side) + 6, math.ceil(page.height / side) + 6
    for row in range(-3, rows):
        for column in range(-3, columns):
            corners = [(column + dx, row + dy) for dx, dy in ((0, 0), (1, 0), (1, 1), (0, 1))]
            square = polygon([_bent((x * side, y * side), lenses) for x, y in corners])
            if (row + column) % 2:
                page.path(square, fill(palette.ink))
            else:
                middle = ((column + 0.5) * side, (row + 0.5) * side)
                inside = any(math.hypot(middle[0] - x, middle[1] - y) < r * 0.8 for x, y, r, _ in lenses)
                if inside:
                    page.path(square, fill(accent))
