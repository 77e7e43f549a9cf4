"""Swiss: a visible grid, one great circle, flush-left type, black, paper and one loud colour."""

from __future__ import annotations

from collections.abc import Iterator

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, polygon
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.lettering import Manner, put_inside
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, centre
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.posters.zones import divide


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """A ground of paper or colour, the figure, the words."""
    palette = page.palette
    loud = page.chance.fork("ground").random() < 0.4
    ground = palette.ground or (palette.field if loud else palette.paper)
    figure = palette.paper if loud and palette.ground is None else palette.accent
    page.paint_ground(ground)
    yield 0.2, "ground"
    zones = divide(page, below=page.chance.fork("order").random() < 0.5, least=0.34)
    _paint_figure(page, zones.art, ground, apart(figure, ground))
    yield 0.7, "art"
    dark = legible(ground, palette.ink, palette.paper)
    _paint_rule(page, zones.words, dark)
    manner = Manner("swiss", ground, dark, dark, dark, align="left", leading=0.98, biggest=page.measure * 0.24)
    if zones.words.height > 0:
        room = zones.words._replace(
            y=zones.words.y + 0.03 * page.short, height=zones.words.height - 0.03 * page.short
        )
        put_inside(page.canvas, page.scene.texts, room, manner, stand=0.0)
    yield 1.0, "text"


def _paint_rule(page: Page, words: Box, colour: Colour) -> None:
    if words.height > 0:
        page.rectangle(Box(words.x, words.y, words.width, 5 * page.unit), fill(colour))


def _paint_figure(page: Page, box: Box, ground: Colour, figure: Colour) -> None:
    """One of three constructions on the grid, the subject before it."""
    x, y = centre(box)
    radius = min(box.width, box.height) / 2
    shape = page.chance.fork("figure").choice(["disc", "bars", "quarters"])
    if shape == "disc":
        page.circle(x, y, radius, fill(figure))
    elif shape == "bars":
        _paint_bars(page, box, figure)
    else:
        _paint_quarters(page, box, figure, ground)
    room = Box(x - radius * 0.74, y - radius * 0.74, radius * 1.48, radius * 1.48)
    dark = legible(figure, page.palette.ink, page.palette.paper)
    paint_subject(page, room, (dark, apart(page.palette.second, figure), figure), figure=False)


def _paint_bars(page: Page, box: Box, figure: Colour) -> None:
    """Parallel slanted bars that grow from thin to thick."""
    canvas = page.canvas
    canvas.save()
    page.clip(box)
    at, slant = box.x - box.height * 0.35, box.height * 0.35
    step = box.width / 8
    for index in range(14):
        width = step * (0.12 + 0.065 * index)
        x = at + index * step
        points = [
            (x, box.y + box.height),
            (x + width, box.y + box.height),
            (x + width + slant, box.y),
            (x + slant, box.y),
        ]
        page.path(polygon(points), fill(figure, 0.92))
    canvas.restore()


def _paint_quarters(page: Page, box: Box, figure: Colour, ground: Colour) -> None:
    """A chequer of quarter circles in two or three colours."""
    chance = page.chance.fork("quarters")
    side = min(box.width, box.height) / 3
    columns, rows = max(3, round(box.width / side)), max(3, round(box.height / side))
    wide, tall = box.width / columns, box.height / rows
    tones = [figure, figure, apart(page.palette.main, ground), apart(page.palette.soft, ground, 1.25)]
    for row in range(rows):
        for column in range(columns):
            cell = Box(box.x + column * wide, box.y + row * tall, wide, tall)
            page.canvas.save()
            page.clip(cell)
            corner = (cell.x + chance.choice([0, 1]) * wide, cell.y + chance.choice([0, 1]) * tall)
            page.path(ornaments.regular(*corner, max(wide, tall), 72), fill(chance.choice(tones)))
            page.canvas.restore()
