"""Truchet tiles: quarter arcs in two turns on a grid, in bands of several colours, at two scales."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import apart

BANDS = ((0.62, 0), (0.44, 1), (0.26, 2), (0.10, 3))
"""Width of each band as a share of the tile, and its colour."""


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Ground, then the tiles row by row."""
    palette = page.palette
    ground = page.chance.fork("ground").choice([palette.ink, palette.paper, palette.field])
    page.paint_ground(ground)
    yield 0.1, "ground"
    tones = [apart(colour, ground, 1.4) for colour in (palette.main, palette.soft, palette.accent)]
    colours = [tones[0], ground, tones[1], tones[2]]
    count = page.chance.fork("count").choice([5, 6, 8])
    side = page.short / count
    columns, rows = round(page.width / side), round(page.height / side)
    wide, tall = page.width / columns, page.height / rows
    for row in range(rows):
        for column in range(columns):
            x, y = round(column * wide), round(row * tall)
            box = Box(x, y, round((column + 1) * wide) - x, round((row + 1) * tall) - y)
            _paint_tile(page, box, colours, page.chance.fork("tile", column, row))
        if row == rows // 2:
            yield 0.5, "tiles"
    yield 1.0, "tiles"


def _paint_tile(page: Page, box: Box, colours: Sequence[Colour], chance: Chance) -> None:
    """Arcs around two opposite corners, which pair up across the edges with those of the neighbours."""
    corners = [(0, 0), (1, 1)] if chance.random() < 0.5 else [(1, 0), (0, 1)]
    page.canvas.save()
    page.clip(box)
    for x, y in corners:
        middle = box.x + x * box.width, box.y + y * box.height
        oval = skia.Rect.MakeLTRB(
            middle[0] - box.width / 2,
            middle[1] - box.height / 2,
            middle[0] + box.width / 2,
            middle[1] + box.height / 2,
        )
        for share, index in BANDS:
            page.canvas.drawOval(oval, stroke(colours[index], share * min(box.width, box.height)))
    if chance.random() < 0.12:
        page.circle(box.x + box.width / 2, box.y + box.height / 2, box.width * 0.1, fill(colours[3]))
    page.canvas.restore()
