"""Retro sunburst: rays from behind the picture, a screen of dots, a band with heavy type and its shadow."""

from __future__ import annotations

import math
from collections.abc import Iterator

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.colour import Colour, contrast, mix
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.lettering import Manner, put_inside, stack
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, centre, inset
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.posters.zones import Zones, divide
from aquatint.engines.composer.type import Layer


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Rays and dots, the picture on its disc, the band with the words."""
    palette = page.palette
    zones = divide(page, below=page.chance.fork("order").random() < 0.5)
    ground = palette.field
    _paint_rays(page, centre(zones.art), ground)
    yield 0.3, "ground"
    _paint_disc(page, zones.art)
    yield 0.7, "art"
    band = legible(ground, palette.ink) if contrast(palette.ink, ground) > 3 else palette.ink
    band = palette.ink if page.chance.fork("band").random() < 0.5 else palette.paper
    _paint_words(page, zones, band)
    yield 1.0, "text"


def _paint_rays(page: Page, heart: tuple[float, float], ground: Colour) -> None:
    other = mix(ground, page.palette.paper, 0.42)
    page.paint_ground(ground)
    reach = math.hypot(page.width, page.height)
    page.path(ornaments.rays(*heart, reach, 18, turn=5), fill(other))
    screen = ornaments.dots(page.full, page.short * 0.021, (0.0, 0.0, 0.10, 0.40))
    page.path(screen, fill(mix(ground, page.palette.accent, 0.7), 0.5))


def _paint_disc(page: Page, box: Box) -> None:
    palette = page.palette
    x, y = centre(box)
    radius = min(box.width, box.height) * 0.5
    page.circle(x, y, radius, fill(palette.paper))
    page.circle(x, y, radius * 0.93, fill(palette.accent))
    page.circle(x, y, radius * 0.93, stroke(palette.ink, 3 * page.unit))
    page.circle(x, y, radius * 0.78, fill(mix(palette.accent, palette.paper, 0.72)))
    room = Box(x - radius * 0.84, y - radius * 0.78, radius * 1.68, radius * 1.5)
    paint_subject(page, room, (palette.ink, palette.main, palette.paper), shadow=palette.ink)


def _paint_words(page: Page, zones: Zones, band: Colour) -> None:
    words = zones.words
    if words.height <= 0:
        return
    palette = page.palette
    title = apart(palette.field if band == palette.ink else palette.accent, band, 4.5)
    plain = legible(band, palette.paper, palette.ink)
    manner = Manner("retro", band, title, plain, plain, biggest=page.measure * 0.22, leading=1.04)
    room = inset(words, page.margin * 0.5, page.margin * 0.55)
    taken = stack(page.scene.texts, (room.width, room.height), manner).height
    pad = page.margin * 0.6
    top = room.y + (room.height - taken) / 2 - pad
    plate = Box(words.x, top, words.width, taken + 2 * pad)
    page.rectangle(
        plate._replace(x=plate.x + 8 * page.unit, y=plate.y + 8 * page.unit), fill(palette.main), 14 * page.unit
    )
    page.rectangle(plate, fill(band), 14 * page.unit)
    page.rectangle(inset(plate, 9 * page.unit), stroke(title, 2.2 * page.unit), 9 * page.unit)
    lift = 5 * page.unit
    coats = [Layer(fill(mix(band, palette.accent if band == palette.ink else palette.field, 0.5)), lift, lift)]
    put_inside(page.canvas, page.scene.texts, room, manner, coats=coats)
