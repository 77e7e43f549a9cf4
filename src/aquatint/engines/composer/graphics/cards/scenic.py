"""A place in an arched or round window on plain paper, the words below it."""

from __future__ import annotations

from collections.abc import Iterator

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import stroke
from aquatint.engines.composer.drawing.colour import mix
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.cards.words import paint_words
from aquatint.engines.composer.graphics.lettering import Manner, count_words, type_mood
from aquatint.engines.composer.graphics.page import Page, inset, left, upper
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.scenery import paint_scenery

MOODS = ("script", "classic", "elegant", "friendly", "hand")


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Paper, the window with the place, the words."""
    palette = page.palette
    ground = palette.ground or mix(palette.paper, palette.soft, 0.12)
    page.paint_ground(ground)
    line = apart(palette.main, ground, 2.2)
    page.rectangle(inset(page.full, page.margin * 0.5), stroke(line, 2 * page.unit), page.margin * 0.2)
    yield 0.2, "ground"
    inner = inset(page.inner, page.margin * 0.3)
    share = max(0.4, 0.7 - 0.008 * count_words(page.scene.texts))
    art, words = (left if page.aspect > 1.15 else upper)(inner, share, page.margin * 0.6)
    window = art if page.scene.texts else inner
    _paint_window(page, window)
    yield 0.8, page.scene.backdrop
    if page.scene.texts:
        ink = legible(ground, palette.ink)
        mood = type_mood(page.scene, MOODS, page.chance.fork("type"))
        manner = Manner(mood, ground, apart(palette.main, ground, 4.6), ink, ink, biggest=page.measure * 0.16)
        paint_words(page, words, manner, accent=palette.accent)
    yield 1.0, "text"


def _paint_window(page: Page, box: Box) -> None:
    arched = page.chance.fork("window").random() < 0.5 and box.height > box.width * 0.7
    page.canvas.save()
    if arched:
        page.canvas.clipPath(ornaments.arch(box), True)
    paint_scenery(page, box)
    page.canvas.restore()
    frame = stroke(page.palette.ink, 3 * page.unit)
    if arched:
        page.path(ornaments.arch(box), frame)
    else:
        page.rectangle(box, frame)
