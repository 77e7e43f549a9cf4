"""Ukiyo-e: a sky that deepens at the top edge, a red sun, outlined waves, words in a cartouche of paper."""

from __future__ import annotations

from collections.abc import Iterator

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, linear, stroke
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.lettering import Manner, put_inside, stack
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, inset
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.posters.zones import divide


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Sky, sun and far hill, the picture, the waves, the words."""
    palette = page.palette
    paper = mix(palette.paper, Colour.of("#efe2c4"), 0.6)
    page.paint_ground(paper)
    frame = inset(page.full, page.margin * 0.45)
    _paint_sky(page, frame, paper)
    yield 0.3, "ground"
    zones = divide(page, below=page.chance.fork("order").random() < 0.3, room=inset(page.full, page.margin * 1.1))
    room = _art_room(page, zones.art)
    page.canvas.save()
    page.clip(frame)
    _paint_waves(page, frame, 0.74, 2)
    paint_subject(page, room, (palette.ink, palette.accent, paper), pull=0.4, stand=1.0)
    _paint_waves(page, frame, 0.86, 2)
    page.canvas.restore()
    page.rectangle(frame, stroke(palette.ink, 3.4 * page.unit))
    yield 0.75, "art"
    _paint_words(page, zones.words, paper)
    yield 1.0, "text"


def _art_room(page: Page, art: Box) -> Box:
    """The picture stands between the waves."""
    bottom = min(art.y + art.height, page.height * 0.9)
    side = min(art.width, (bottom - art.y)) * 0.86
    return Box(art.x + (art.width - side) / 2, bottom - side, side, side)


def _paint_sky(page: Page, frame: Box, paper: Colour) -> None:
    palette = page.palette
    deep = mix(palette.main, palette.ink, 0.25)
    stops = [(0.0, deep, 1.0), (0.2, deep, 0.35), (0.5, paper, 0.0), (1.0, paper, 0.0)]
    page.rectangle(frame, fill(shader=linear((0, frame.y), (0, frame.y + frame.height), stops)))
    chance = page.chance.fork("sun")
    x, y = frame.x + frame.width * chance.choice([0.3, 0.5, 0.7]), frame.y + frame.height * 0.46
    radius = page.short * 0.2
    red = apart(palette.accent, paper, 2.2)
    disc = linear((0, y - radius), (0, y + radius), [(0, red, 1), (0.7, red, 0.9), (1, red, 0.35)])
    page.circle(x, y, radius, fill(shader=disc))
    heights = ornaments.skyline(page.chance.fork("hill"), 0.4, 17)
    hill = ornaments.ridge(
        Box(frame.x, frame.y + frame.height * 0.56, frame.width, frame.height * 0.2), heights, True
    )
    page.path(hill, fill(mix(palette.soft, palette.main, 0.4)))
    page.path(hill, stroke(palette.ink, 2.2 * page.unit, 0.8))


def _paint_waves(page: Page, frame: Box, begin: float, rows: int) -> None:
    """Rows of scales, each a wave of nested arcs with an outline, the nearer over the farther."""
    palette = page.palette
    size = page.short * 0.11
    top = frame.y + frame.height * begin
    for row in range(rows):
        y = top + row * size * 0.55 + size
        x = frame.x - size + (row % 2) * size
        while x < frame.x + frame.width + size:
            for share, tone in (
                (1.0, palette.main),
                (0.72, palette.paper),
                (0.5, palette.main),
                (0.26, palette.paper),
            ):
                oval = skia.Rect.MakeLTRB(x - size * share, y - size * share, x + size * share, y + size * share)
                page.canvas.drawOval(oval, fill(mix(tone, palette.ink, 0.12 * row)))
            page.circle(x, y, size, stroke(palette.ink, 2.4 * page.unit))
            x += 2 * size
        page.rectangle(
            Box(frame.x, y, frame.width, frame.height), fill(mix(palette.main, palette.ink, 0.12 * row))
        )


def _paint_words(page: Page, words: Box, paper: Colour) -> None:
    if words.height <= 0:
        return
    ink = legible(paper, page.palette.ink)
    red = apart(page.palette.accent, paper, 4.6)
    manner = Manner("slab", paper, ink, red, ink, leading=1.08, ratio=1.4, biggest=page.measure * 0.15)
    room = inset(words, page.margin * 0.7, page.margin * 0.6)
    taken = stack(page.scene.texts, (room.width, room.height), manner)
    pad = page.margin * 0.6
    width = min(words.width, taken.width + 2.4 * pad)
    top = room.y + (room.height - taken.height) / 2 - pad
    block = Box(words.x + (words.width - width) / 2, top, width, taken.height + 2 * pad)
    page.rectangle(block, fill(paper))
    page.rectangle(block, stroke(ink, 2.6 * page.unit))
    page.rectangle(inset(block, pad * 0.18), stroke(red, 1.4 * page.unit))
    put_inside(page.canvas, page.scene.texts, room, manner)
