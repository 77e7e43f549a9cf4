"""Bauhaus: a grid of squares, each with one figure of circle, quarter, stripe or triangle, in few flat colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, polygon
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, contrast
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.page import Page, centre

FORMS = ("disc", "quarter", "quarter", "halves", "stripes", "triangle", "rings", "leaf", "plain")


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Ground, then the squares; one square in the grid is four times as large."""
    palette = page.palette
    page.paint_ground(palette.paper)
    yield 0.1, "ground"
    chance = page.chance.fork("grid")
    count = chance.choice([4, 5, 6])
    columns = max(3, round(page.width / page.short * count))
    rows = max(3, round(page.height / page.short * count))
    wide, tall = page.width / columns, page.height / rows
    big = chance.randrange(columns - 1), chance.randrange(rows - 1)
    colours = [
        palette.main,
        palette.second,
        palette.accent,
        palette.soft,
        palette.field,
        palette.ink,
        palette.paper,
    ]
    for row in range(rows):
        for column in range(columns):
            if big[0] <= column <= big[0] + 1 and big[1] <= row <= big[1] + 1:
                continue
            box = _whole(Box(column * wide, row * tall, wide, tall))
            _paint_square(page, box, colours, page.chance.fork("square", column, row))
        if row == rows // 2:
            yield 0.55, "squares"
    great = _whole(Box(big[0] * wide, big[1] * tall, 2 * wide, 2 * tall))
    _paint_square(page, great, colours, page.chance.fork("great"), ("rings", "quarter", "disc", "halves"))
    yield 1.0, "squares"


def _whole(box: Box) -> Box:
    """The box on whole pixels, so that no seam shows between neighbours."""
    x, y = round(box.x), round(box.y)
    return Box(x, y, round(box.x + box.width) - x, round(box.y + box.height) - y)


def _paint_square(
    page: Page, box: Box, colours: Sequence[Colour], chance: Chance, forms: Sequence[str] = FORMS
) -> None:
    ground = chance.choice(list(colours))
    others = [colour for colour in colours if contrast(colour, ground) > 1.4]
    first, second = chance.sample(others, 2) if len(others) > 1 else (others[0], others[0])
    page.canvas.save()
    page.clip(box)
    page.rectangle(box, fill(ground))
    x, y = centre(box)
    page.canvas.rotate(chance.choice([0, 90, 180, 270]), x, y)
    _paint_form(page, chance.choice(list(forms)), box, first, second)
    page.canvas.restore()


def _paint_form(page: Page, form: str, box: Box, first: Colour, second: Colour) -> None:
    x, y = centre(box)
    half = min(box.width, box.height) / 2
    reach = max(box.width, box.height)
    corner = (x - box.width / 2, y - box.height / 2)
    if form == "disc":
        page.circle(x, y, half * 0.72, fill(first))
    elif form == "quarter":
        page.circle(*corner, reach, fill(first))
        page.circle(*corner, reach * 0.5, fill(second))
    elif form == "halves":
        page.path(ornaments.arc_band(x, y - half, half, 0.0, 0, 180), fill(first))
        page.path(ornaments.arc_band(x, y, half, 0.0, 0, 180), fill(second))
    elif form == "stripes":
        for index in range(3):
            page.rectangle(
                Box(x - reach, y - half + (index + 0.25) * half * 2 / 3, 2 * reach, half / 3), fill(first)
            )
    elif form == "triangle":
        page.path(polygon([(x - reach, y + reach), (x + reach, y + reach), (x - reach, y - reach)]), fill(first))
    elif form == "rings":
        for share, colour in ((0.92, first), (0.64, second), (0.34, first)):
            page.circle(x, y, half * share, fill(colour))
    elif form == "leaf":
        page.path(ornaments.leaf(x - half, y + half, half * 2.83, -45, 0.75), fill(first))
        page.circle(x, y, half * 0.24, fill(second))
