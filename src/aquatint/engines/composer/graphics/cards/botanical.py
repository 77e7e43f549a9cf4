"""Flowers and leaves grow in from two corners; the words stand in the clear middle."""

from __future__ import annotations

import math
from collections.abc import Iterator

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Point
from aquatint.engines.composer.drawing.colour import mix, shift
from aquatint.engines.composer.graphics import flora
from aquatint.engines.composer.graphics.cards.words import paint_words
from aquatint.engines.composer.graphics.lettering import Manner
from aquatint.engines.composer.graphics.page import Page, inset, left, upper
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.picture import paint_group

OWN = frozenset({"flower", "flowers", "blossom", "leaf", "leaves", "plant", "bouquet"})
"""What the bouquets show anyway."""


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Paper, two corner bouquets, the things asked for, the words."""
    palette = page.palette
    ground = palette.ground or mix(palette.paper, palette.field, 0.12)
    page.paint_ground(ground)
    yield 0.2, "ground"
    reach = min(page.short * 0.56, max(page.width, page.height) * 0.36)
    _paint_bouquet(page, (page.width, 0.0), (-1, 1), reach, 0)
    _paint_bouquet(page, (0.0, page.height), (1, -1), reach, 1)
    words = inset(page.inner, page.inner.width * 0.06, page.inner.height * 0.2)
    if page.aspect > 1.3:
        words = inset(page.inner, page.inner.width * 0.2, page.inner.height * 0.1)
    if any(item.noun not in OWN for item in page.scene.items):
        words = _paint_things(page, words)
    yield 0.7, "art"
    main = legible(ground, palette.second, palette.main, palette.ink)
    manner = Manner(
        "script", ground, main, palette.ink, palette.ink, ratio=2.6, leading=1.15, biggest=page.measure * 0.2
    )
    paint_words(page, words, manner, accent=palette.accent)
    yield 1.0, "text"


def _paint_things(page: Page, room: Box) -> Box:
    """The asked-for things above (or left of) the words; what room is left."""
    if not page.scene.texts:
        paint_group(page, room, shadow=page.palette.soft)
        return room
    cut = left if page.aspect > 1.3 else upper
    art, words = cut(room, 0.5, page.margin * 0.8)
    paint_group(page, art, shadow=page.palette.soft)
    return words


def _paint_bouquet(page: Page, corner: Point, towards: tuple[int, int], reach: float, index: int) -> None:
    """Leaves fan out from a corner; flowers sit on their stems' feet."""
    palette = page.palette
    chance = page.chance.fork("bouquet", index)
    greens = [
        mix(palette.second, palette.soft, 0.3),
        mix(palette.main, palette.soft, 0.5),
        apart(palette.soft, palette.paper, 1.5),
    ]
    line = 3 * page.unit
    for spoke in range(9):
        angle = math.radians(4 + spoke * 82 / 8 + chance.uniform(-4, 4))
        length = reach * chance.uniform(0.62, 1.0)
        bend = chance.uniform(-0.28, 0.28)
        points = [_reached(corner, towards, length * t, angle + bend * t) for t in (0.0, 0.4, 0.75, 1.0)]
        if spoke % 4 == 2:
            flora.berries(page.canvas, points, reach * 0.028, palette.accent, line)
        else:
            flora.foliage(page.canvas, points, 6, reach * 0.16, greens[spoke % 3], line)
    petals = [palette.main, palette.field, palette.accent, mix(palette.main, palette.paper, 0.4)]
    spots = (
        (0.16, 0.16, 0.46),
        (0.44, 0.10, 0.30),
        (0.12, 0.45, 0.32),
        (0.36, 0.36, 0.24),
        (0.66, 0.06, 0.18),
        (0.05, 0.68, 0.18),
    )
    for number, (x, y, size) in enumerate(spots):
        place = corner[0] + towards[0] * reach * x, corner[1] + towards[1] * reach * y
        petal = apart(petals[(number + index) % 4], palette.paper, 1.3)
        flora.flower(
            page.canvas, *place, reach * size, petal, shift(palette.accent, lightness=0.05, hue=25), chance
        )


def _reached(corner: Point, towards: tuple[int, int], length: float, angle: float) -> Point:
    """The point at a distance from a corner, at an angle (radians) from the horizontal edge inwards."""
    return corner[0] + towards[0] * length * math.cos(angle), corner[1] + towards[1] * length * math.sin(angle)
