"""Cards to play, to trade and to divine with: a frame, a picture, a name; suits and corners where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, linear, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, shift
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.lettering import Manner, as_written, put_inside
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, inset, upper
from aquatint.engines.composer.graphics.palette import apart, choose_palette, legible
from aquatint.engines.composer.graphics.staged import paint_stage, staged
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

SHAPE = 0.66
"""Width by height of a card."""


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """The table, the card, its picture, its words."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    card = _card(page)
    if not scene.transparent:
        page.paint_ground(mix(palette.soft, palette.ink, 0.35))
        page.rectangle(
            card._replace(y=card.y + page.short * 0.01),
            fill(palette.ink, 0.4, blur=page.short * 0.012),
            card.width * 0.05,
        )
    trading = count_said(said(scene), ("trading", "collectible", "monster", "stats", "fantasy card", "game"))
    yield 0.2, "ground"
    yield from (_trading(page, card) if trading else _tarot(page, card))


def _card(page: Page) -> Box:
    room = inset(page.full, page.short * 0.035)
    height = min(room.height, room.width / SHAPE)
    width = height * SHAPE
    return Box((page.width - width) / 2, (page.height - height) / 2, width, height)


def _tarot(page: Page, card: Box) -> Iterator[tuple[float, str]]:
    """Lines and stars around an arched picture, the name on a plate below."""
    palette = page.palette
    ground = page.chance.fork("card").choice([palette.ink, palette.paper, mix(palette.ink, palette.main, 0.25)])
    line = apart(palette.accent, ground, 3)
    page.rectangle(card, fill(ground), card.width * 0.05)
    frame = inset(card, card.width * 0.045)
    page.rectangle(frame, stroke(line, card.width * 0.007), card.width * 0.03)
    steps = ornaments.stepped_frame(inset(frame, card.width * 0.02), card.width * 0.03, 2)
    page.path(steps, stroke(line, card.width * 0.003))
    inner = inset(frame, card.width * 0.055)
    texts = as_written(page.scene)
    picture, plate = upper(inner, 0.86 if texts else 1.0, card.width * 0.03)
    outline = ornaments.arch(picture)
    _paint_picture(page, picture, outline, ground)
    page.path(outline, stroke(line, card.width * 0.009))
    _paint_corners(page, picture, line)
    yield 0.7, "picture"
    if texts:
        ink = legible(ground, line, palette.paper, palette.ink)
        manner = Manner("elegant", ground, ink, ink, ink, ratio=1.6, biggest=card.width * 0.1)
        put_inside(page.canvas, texts, inset(plate, plate.width * 0.04, plate.height * 0.08), manner)
    yield 1.0, "words"


def _paint_corners(page: Page, picture: Box, line: Colour) -> None:
    """Stars in the spandrels of the arch."""
    size = picture.width * 0.045
    for side in (0, 1):
        x = picture.x + size * 1.3 + side * (picture.width - 2.6 * size)
        page.path(ornaments.star(x, picture.y + size * 1.5, size, 8, 0.4), fill(line))


def _paint_picture(page: Page, box: Box, outline: Any, ground: Colour) -> None:
    palette = page.palette
    scene = staged(page.scene)
    if scene is not None:
        paint_stage(page, box, scene, outline)
        return
    tone = apart(mix(palette.field, palette.soft, 0.3), ground, 1.3)
    page.canvas.save()
    if outline is None:
        page.clip(box)
    else:
        page.canvas.clipPath(outline, True)
    page.rectangle(box, fill(tone))
    x, y = box.x + box.width / 2, box.y + box.height * 0.42
    page.path(ornaments.rays(x, y, box.height, 24), fill(mix(tone, palette.paper, 0.3), 0.7))
    page.circle(x, y, box.width * 0.36, fill(mix(tone, palette.paper, 0.65)))
    page.canvas.restore()
    side = box.width * 0.78
    room = Box(x - side / 2, y - side / 2, side, side * 1.1)
    paint_subject(page, room, (palette.ink, palette.accent, palette.main), shadow=palette.ink)


def _trading(page: Page, card: Box) -> Iterator[tuple[float, str]]:
    """A coloured frame, the name in a bar, a window with the picture, a box for the other words."""
    palette = page.palette
    body = page.chance.fork("body").choice([palette.main, palette.accent, palette.second, palette.field])
    stops = [(0.0, shift(body, lightness=0.1), 1.0), (1.0, shift(body, lightness=-0.08), 1.0)]
    page.rectangle(card, fill(palette.ink), card.width * 0.06)
    frame = inset(card, card.width * 0.035)
    shade = linear((0, frame.y), (0, frame.y + frame.height), stops)
    page.rectangle(frame, fill(shader=shade), card.width * 0.035)
    inner = inset(frame, card.width * 0.045)
    texts = as_written(page.scene)
    paper = palette.paper
    bar, rest = upper(inner, 0.105 if texts else 0.0, card.width * 0.025 if texts else 0.0)
    window, box = upper(rest, 0.62 if len(texts) > 1 else 1.0, card.width * 0.03)
    _paint_picture(page, window, None, body)
    page.rectangle(window, stroke(palette.ink, card.width * 0.01))
    yield 0.7, "picture"
    ink = legible(paper, palette.ink)
    if texts:
        page.rectangle(bar, fill(paper), bar.height * 0.3)
        page.rectangle(bar, stroke(palette.ink, card.width * 0.006), bar.height * 0.3)
        manner = Manner("slab", paper, ink, ink, ink, align="left", biggest=card.width * 0.08)
        put_inside(page.canvas, texts[:1], inset(bar, bar.height * 0.4, bar.height * 0.18), manner)
    if texts[1:]:
        page.rectangle(box, fill(paper), card.width * 0.02)
        page.rectangle(box, stroke(palette.ink, card.width * 0.006), card.width * 0.02)
        manner = Manner("classic", paper, ink, ink, ink, ratio=1.0, biggest=card.width * 0.06)
        put_inside(page.canvas, texts[1:], inset(box, card.width * 0.05), manner, first=1)
    yield 1.0, "words"
