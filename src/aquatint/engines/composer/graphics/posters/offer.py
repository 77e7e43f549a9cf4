"""Offer: a loud field with a starburst, the first words as large as they go, a band for the rest."""

from __future__ import annotations

from collections.abc import Iterator

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.lettering import Manner, put_inside, stack
from aquatint.engines.composer.graphics.marks import find_mark, paint_subject
from aquatint.engines.composer.graphics.page import Page, inset, left, upper
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.posters.zones import headline_and_rest


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """The field, the burst with the headline, the picture, the band."""
    palette = page.palette
    ground = page.ground(palette.field, palette.accent, palette.main)
    page.paint_ground(ground)
    head, rest = headline_and_rest(page)
    body, band = upper(page.full, 0.78 if rest else 1.0)
    _paint_rays(page, body, ground)
    yield 0.3, "ground"
    burst, art = body, None
    if page.scene.items or find_mark(page.scene):
        burst, art = left(body, 0.58) if page.aspect > 1.15 else upper(body, 0.56)
    if art is not None:
        room = inset(art, page.margin, page.margin * 0.6)
        dark = legible(ground, palette.ink, palette.paper)
        paint_subject(page, room, (dark, palette.paper, dark), shadow=mix(ground, palette.ink, 0.7))
    yield 0.6, "art"
    if head:
        _paint_burst(page, inset(burst, page.margin * 0.6), ground)
    if rest:
        dark = palette.ink if ground != palette.ink else palette.paper
        page.rectangle(band, fill(dark))
        light = legible(dark, palette.paper)
        manner = Manner("poster", dark, apart(palette.field, dark, 4.6), light, light, ratio=1.6)
        put_inside(page.canvas, rest, inset(band, page.margin, page.margin * 0.9), manner, first=1)
    yield 1.0, "text"


def _paint_rays(page: Page, body: Box, ground: Colour) -> None:
    x, y = body.x + body.width / 2, body.y + body.height * 0.4
    tone = mix(ground, page.palette.paper, 0.2)
    page.path(ornaments.rays(x, y, page.width + page.height, 28), fill(tone))
    page.path(
        ornaments.dots(body, page.short * 0.02, (0.0, 0.0, 0.32)), fill(mix(ground, page.palette.ink, 0.3), 0.5)
    )


def _paint_burst(page: Page, box: Box, ground: Colour) -> None:
    """A many-pointed star behind the headline, stretched to its room."""
    palette = page.palette
    star = palette.paper if ground != palette.paper else palette.ink
    x, y = box.x + box.width / 2, box.y + box.height / 2
    for lift, tone in ((9 * page.unit, mix(ground, palette.ink, 0.6)), (0.0, star)):
        page.canvas.save()
        page.canvas.translate(x + lift, y + lift)
        page.canvas.scale(box.width / 2, box.height / 2)
        page.path(ornaments.star(0, 0, 1.0, 22, 0.86), fill(tone))
        page.canvas.restore()
    head, _ = headline_and_rest(page)
    ink = legible(star, palette.ink)
    strong = apart(palette.accent if ground != palette.accent else palette.main, star, 4.6)
    manner = Manner("slab", star, strong, ink, ink, leading=1.0, biggest=page.measure * 0.26)
    room = inset(box, box.width * 0.17, box.height * 0.19)
    taken = stack(head, (room.width, room.height), manner)
    top = y - taken.height / 2
    put_inside(page.canvas, head, Box(room.x, top, room.width, taken.height + 1), manner)
