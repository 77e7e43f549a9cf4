"""Mid-century modern: offset fills, boomerangs and atomic stars on warm paper."""

from __future__ import annotations

from collections.abc import Iterator

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import curve, fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.lettering import Manner, put_inside
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, centre
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.graphics.posters.zones import divide


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Paper, shapes with the picture, the words."""
    palette = page.palette
    page.paint_ground(palette.paper)
    yield 0.15, "ground"
    zones = divide(page, below=page.chance.fork("order").random() < 0.5)
    _paint_shapes(page, zones.art, page.chance.fork("shapes"))
    yield 0.75, "art"
    manner = Manner("retro", palette.paper, palette.ink, apart(palette.accent, palette.paper, 4.5), palette.ink)
    put_inside(page.canvas, page.scene.texts, zones.words, manner)
    yield 1.0, "text"


def _paint_shapes(page: Page, box: Box, chance: Chance) -> None:
    palette = page.palette
    x, y = centre(box)
    radius = min(box.width, box.height) * 0.44
    spread = max(0.0, box.width / 2 - radius * 0.9), max(0.0, box.height / 2 - radius * 0.9)
    big = [palette.field, palette.soft, palette.main]
    chance.shuffle(big)
    for index, turn in enumerate((-0.8, 0.8)):
        centre_x, centre_y = x + spread[0] * turn, y - spread[1] * turn
        shape = ornaments.blob(centre_x, centre_y, radius * 0.86, chance, 0.26, 5)
        page.path(shape, fill(apart(big[index], palette.paper, 1.2)))
    _paint_offset_blob(page, (x, y), radius, big[2], chance)
    _paint_atoms(page, box, chance.fork("atoms"))
    room = Box(x - radius * 0.8, y - radius * 0.8, radius * 1.6, radius * 1.55)
    paint_subject(page, room, (palette.paper, palette.accent, palette.ink), shadow=palette.ink, pull=0.2)


def _paint_offset_blob(page: Page, at: tuple[float, float], radius: float, colour: Colour, chance: Chance) -> None:
    """A shape whose outline was printed a little beside its filling."""
    shape = ornaments.blob(*at, radius, chance, 0.12, 6)
    page.path(shape, fill(apart(colour, page.palette.paper, 1.5)))
    page.canvas.save()
    page.canvas.translate(10 * page.unit, -9 * page.unit)
    page.path(shape, stroke(page.palette.ink, 2.6 * page.unit, 0.85))
    page.canvas.restore()


def _paint_atoms(page: Page, box: Box, chance: Chance) -> None:
    """Stars, sticks with balls and boomerangs around the middle."""
    short = min(box.width, box.height)
    for index in range(9):
        angle = index * 40 + chance.uniform(-12, 12)
        x, y = ornaments.polar(box.x + box.width / 2, box.y + box.height / 2, 1.0, angle)
        x = box.x + box.width / 2 + (x - box.x - box.width / 2) * box.width * chance.uniform(0.40, 0.47)
        y = box.y + box.height / 2 + (y - box.y - box.height / 2) * box.height * chance.uniform(0.40, 0.47)
        _paint_atom(page, (x, y), short * chance.uniform(0.04, 0.075), index, chance)


def _paint_atom(page: Page, at: tuple[float, float], size: float, index: int, chance: Chance) -> None:
    colour = chance.choice([page.palette.accent, page.palette.main, page.palette.second, page.palette.ink])
    colour = apart(colour, page.palette.paper, 1.8)
    if index % 3 == 0:
        page.path(ornaments.star(*at, size, 8, 0.12, chance.uniform(0, 45)), fill(colour))
    elif index % 3 == 1:
        line = stroke(page.palette.ink, 2.4 * page.unit)
        for spoke in range(6):
            end = ornaments.polar(*at, size, spoke * 60 + 15)
            page.canvas.drawLine(*at, *end, line)
            page.circle(*end, size * 0.14, fill(colour))
    else:
        turn = chance.uniform(0, 360)
        arms = [ornaments.polar(*at, size * r, turn + a) for r, a in ((1, 0), (0.5, 50), (1, 110), (0.2, 55))]
        page.path(curve(arms, closed=True), fill(colour))
