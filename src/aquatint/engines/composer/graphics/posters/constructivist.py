"""Constructivist: a red wedge and black bars on a diagonal, the picture in black and red, type in blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, polygon, stroke
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.lettering import Manner, put_inside, stack
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, centre, inset
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.posters.zones import divide


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Paper, wedge and bars, the picture, the words on their block."""
    palette = page.palette
    page.paint_ground(palette.paper)
    red = apart(palette.accent, palette.paper, 2.6)
    side = page.chance.fork("side").choice([-1, 1])
    zones = divide(page, below=page.chance.fork("order").random() < 0.6)
    _paint_shapes(page, zones.art, red, side)
    yield 0.4, "ground"
    x, y = centre(zones.art)
    reach = min(zones.art.width, zones.art.height) * 0.5
    page.circle(x, y, reach * 0.86, fill(palette.paper))
    page.circle(x, y, reach * 0.86, stroke(palette.ink, 10 * page.unit))
    room = Box(x - reach * 0.7, y - reach * 0.74, reach * 1.4, reach * 1.42)
    paint_subject(page, room, (palette.ink, red, palette.paper), pull=0.35)
    yield 0.7, "art"
    _paint_words(page, zones.words, red)
    yield 1.0, "text"


def _paint_shapes(page: Page, box: Box, red: Colour, side: int) -> None:
    """Rays from the lower corner, a wedge towards the picture, three bars across."""
    palette = page.palette
    x, y = centre(box)
    corner = (0.0 if side > 0 else page.width, page.height)
    page.path(ornaments.rays(*corner, page.width + page.height, 40, share=0.42), fill(red, 0.13))
    far = page.width if side > 0 else 0.0
    page.path(polygon([(far, 0.0), (far, y + box.height * 0.42), (x - side * box.width * 0.3, y)]), fill(red))
    page.canvas.save()
    page.canvas.translate(x, y)
    page.canvas.rotate(-34 * side)
    for place, thick in ((-0.62, 0.05), (0.58, 0.11), (0.78, 0.03)):
        bar = Box(-page.width, place * box.height, 2 * page.width, thick * box.height)
        page.rectangle(bar, fill(palette.ink))
    page.canvas.restore()


def _paint_words(page: Page, words: Box, red: Colour) -> None:
    if words.height <= 0:
        return
    palette = page.palette
    ground = page.chance.fork("block").choice([palette.ink, red])
    light = legible(ground, palette.paper, palette.ink)
    manner = Manner("poster", ground, light, light, light, align="left", leading=0.98, biggest=page.short * 0.24)
    room = inset(words, page.margin * 0.5, page.margin * 0.5)
    taken = stack(page.scene.texts, (room.width, room.height), manner)
    pad = page.margin * 0.5
    top = room.y + (room.height - taken.height) / 2
    block = Box(0.0, top - pad, page.width, taken.height + 2 * pad)
    page.rectangle(block, fill(ground))
    page.rectangle(
        Box(0.0, block.y + block.height + pad * 0.3, page.width, pad * 0.35),
        fill(red if ground != red else palette.ink),
    )
    put_inside(page.canvas, page.scene.texts, room, replace(manner, tracking=0.02))
