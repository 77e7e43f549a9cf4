"""Plain: a coloured field with an arch window for the picture, and calm type."""

from __future__ import annotations

from collections.abc import Iterator

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.colour import mix
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.cards.words import paint_words
from aquatint.engines.composer.graphics.lettering import Manner, count_words
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, inset, left, upper
from aquatint.engines.composer.graphics.palette import apart, legible


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """A field, the window with the picture, the words."""
    palette = page.palette
    ground = page.ground(palette.field, palette.paper, palette.soft)
    page.paint_ground(ground)
    dark = legible(ground, palette.ink, palette.paper)
    page.rectangle(inset(page.full, page.margin * 0.5), stroke(dark, 2 * page.unit, 0.7), page.margin * 0.3)
    yield 0.25, "ground"
    inner = inset(page.inner, page.margin * 0.5)
    share = max(0.36, 0.62 - 0.006 * count_words(page.scene.texts))
    art, words = (left if page.aspect > 1.15 else upper)(inner, share, page.margin * 0.7)
    if not page.scene.texts:
        art = inner
    _paint_window(page, art)
    yield 0.7, "art"
    if page.scene.texts:
        manner = Manner("classic", ground, dark, dark, dark, ratio=2.2, leading=1.12, biggest=page.measure * 0.17)
        paint_words(page, words, manner, accent=palette.accent)
    yield 1.0, "text"


def _paint_window(page: Page, box: Box) -> None:
    palette = page.palette
    width = min(box.width, box.height * 0.86)
    window = Box(box.x + (box.width - width) / 2, box.y, width, box.height)
    sky = mix(palette.main, palette.paper, 0.55)
    page.path(ornaments.arch(window), fill(sky))
    page.canvas.save()
    page.canvas.clipPath(ornaments.arch(window), True)
    radius = width * 0.3
    page.circle(window.x + width * 0.62, window.y + width * 0.5, radius, fill(palette.accent))
    chance = page.chance.fork("hills")
    for layer in range(3):
        area = Box(window.x, window.y + box.height * (0.55 + 0.13 * layer), width, box.height * 0.2)
        hill = ornaments.ridge(area, [chance.uniform(0.2, 1) for _ in range(4)], True)
        floor = Box(window.x, area.y + area.height - 1, width, box.height)
        tone = mix(apart(palette.soft, sky, 1.3), palette.main, layer / 2)
        page.path(hill, fill(tone))
        page.rectangle(floor, fill(tone))
    page.canvas.restore()
    room = Box(window.x + width * 0.12, window.y + box.height * 0.22, width * 0.76, box.height * 0.72)
    paint_subject(
        page, room, (palette.paper, palette.accent, palette.ink), shadow=palette.ink, stand=1.0, figure=False
    )
