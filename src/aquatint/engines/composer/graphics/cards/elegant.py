"""Elegant: fine double lines, sprigs of leaves at top and bottom drawn with curves, quiet serif type."""

from __future__ import annotations

from collections.abc import Iterator

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics import flora, ornaments
from aquatint.engines.composer.graphics.cards.words import paint_words
from aquatint.engines.composer.graphics.lettering import Manner
from aquatint.engines.composer.graphics.page import Page, inset, left, upper
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.picture import paint_group


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Paper and lines, the sprigs, the words."""
    palette = page.palette
    ground = palette.ground or mix(palette.paper, palette.field, 0.06)
    line = apart(palette.accent, ground, 2.2)
    page.paint_ground(ground)
    frame = inset(page.full, page.margin * 0.62)
    page.path(ornaments.stepped_frame(frame, page.margin * 0.3, 1), stroke(line, 3 * page.unit))
    page.path(
        ornaments.stepped_frame(inset(frame, page.margin * 0.2), page.margin * 0.3, 1),
        stroke(line, 1.3 * page.unit),
    )
    yield 0.25, "ground"
    green = apart(palette.main, ground, 2.4)
    _paint_garlands(page, frame, green, line)
    words = inset(page.inner, page.inner.width * 0.1, page.inner.height * 0.2)
    if page.aspect > 1.3:
        words = inset(page.inner, page.inner.width * 0.14, page.inner.height * 0.2)
    if page.scene.items:
        words = _paint_things(page, words)
    yield 0.7, "art"
    dark = legible(ground, palette.ink)
    manner = Manner(
        "elegant",
        ground,
        dark,
        legible(ground, palette.second, palette.ink),
        dark,
        ratio=1.7,
        leading=1.2,
        biggest=page.measure * 0.145,
    )
    paint_words(page, words, manner, accent=palette.accent)
    yield 1.0, "text"


def _paint_things(page: Page, room: Box) -> Box:
    if not page.scene.texts:
        paint_group(page, room)
        return room
    art, words = (left if page.aspect > 1.3 else upper)(room, 0.42, page.margin * 0.8)
    paint_group(page, art)
    return words


def _paint_garlands(page: Page, frame: Box, green: Colour, line: Colour) -> None:
    """Two pairs of sprigs that part from the middle of the upper and of the lower line."""
    middle = frame.x + frame.width / 2
    half = min(frame.width * 0.4, page.short * 0.44)
    for y, down in ((frame.y + page.margin * 0.75, 1), (frame.y + frame.height - page.margin * 0.75, -1)):
        for side in (-1, 1):
            points = [
                (middle + side * half * 0.1, y + down * half * 0.06),
                (middle + side * half * 0.42, y + down * half * 0.2),
                (middle + side * half * 0.75, y + down * half * 0.12),
                (middle + side * half, y - down * half * 0.02),
            ]
            flora.foliage(page.canvas, points, 9, half * 0.2, green, 2.4 * page.unit)
        _paint_rose(page, (middle, y + down * half * 0.07), half * 0.30, line)


def _paint_rose(page: Page, at: tuple[float, float], size: float, line: Colour) -> None:
    chance = page.chance.fork("rose", round(at[1]))
    petal = apart(mix(page.palette.field, page.palette.accent, 0.35), page.palette.paper, 1.5)
    flora.flower(page.canvas, *at, size, petal, line, chance)
    page.circle(*at, size * 0.05, fill(page.palette.paper, 0.6))
