"""Hearts: a great heart holds the words or the picture; small ones rise around it."""

from __future__ import annotations

from collections.abc import Iterator

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.cards.words import paint_words
from aquatint.engines.composer.graphics.lettering import Manner, count_words
from aquatint.engines.composer.graphics.page import Page, inset, left, upper
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.picture import paint_group


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """A rosy ground with hearts, the great heart with the picture, the words."""
    palette = page.palette
    ground = palette.ground or mix(palette.paper, palette.field, 0.35)
    page.paint_ground(ground)
    art, words = _rooms(page)
    inside = words is not None and not page.scene.items and count_words(page.scene.texts) <= 12
    if inside:
        art = inset(page.inner, page.margin * 0.2)
    _paint_small_hearts(page, ground)
    yield 0.3, "ground"
    _paint_great_heart(page, art)
    yield 0.7, "art"
    if inside:
        _paint_words_inside(page, art)
    elif words is not None:
        page.rectangle(inset(words, -page.margin * 0.4), fill(ground))
        manner = Manner(
            "script",
            ground,
            apart(palette.accent, ground, 4.5),
            apart(palette.second, ground, 4.5),
            palette.ink,
            leading=1.15,
            biggest=page.measure * 0.19,
        )
        paint_words(page, words, manner, accent=palette.accent)
    yield 1.0, "text"


def _rooms(page: Page) -> tuple[Box, Box | None]:
    inner = inset(page.inner, page.margin * 0.4)
    if not page.scene.texts:
        return inner, None
    count = sum(len(text.content) for text in page.scene.texts)
    return (left if page.aspect > 1.2 else upper)(inner, 0.6 if count < 60 else 0.4, page.margin)


def _paint_small_hearts(page: Page, ground: object) -> None:
    chance = page.chance.fork("hearts")
    palette = page.palette
    tones = [palette.field, palette.main, palette.soft, palette.accent]
    for index in range(34):
        x = page.width * ((index % 6) + chance.uniform(0.1, 0.9)) / 6
        y = page.height * ((index // 6) + chance.uniform(0.1, 0.9)) / 6
        size = page.short * chance.uniform(0.02, 0.05)
        page.path(ornaments.heart(x, y, size), fill(chance.choice(tones), 0.55))


def _paint_great_heart(page: Page, box: Box) -> None:
    palette = page.palette
    size = min(box.width, box.height / 0.92)
    x, y = box.x + box.width / 2, box.y + box.height / 2 - size * 0.02
    page.path(ornaments.heart(x, y + size * 0.012, size * 1.03), fill(mix(palette.second, palette.main, 0.4)))
    page.path(ornaments.heart(x, y, size), fill(_deep(page)))
    inner = stroke(legible(_deep(page), palette.paper), 3 * page.unit, 0.75)
    page.path(ornaments.heart(x, y, size * 0.9), inner)
    if page.scene.items:
        page.path(
            ornaments.heart(x, y, size * 0.84),
            fill(apart(mix(palette.main, palette.paper, 0.72), palette.main, 1.4)),
        )
        room = Box(x - size * 0.3, y - size * 0.27, size * 0.6, size * 0.5)
        paint_group(page, room, shadow=palette.second)


def _deep(page: Page) -> Colour:
    """The great heart's colour, deep enough for light words."""
    return apart(page.palette.main, page.palette.paper, 5.0)


def _paint_words_inside(page: Page, box: Box) -> None:
    """The words in the widest part of the great heart."""
    palette = page.palette
    size = min(box.width, box.height / 0.92)
    x, y = box.x + box.width / 2, box.y + box.height / 2 - size * 0.02
    room = Box(x - size * 0.34, y - size * 0.25, size * 0.68, size * 0.42)
    light = legible(_deep(page), palette.paper, WHITE)
    manner = Manner("script", _deep(page), light, light, light, leading=1.15)
    paint_words(page, room, manner, accent=palette.accent)
