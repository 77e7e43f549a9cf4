"""Halloween: a great moon over black hills, bats, a bare tree, the words in the night."""

from __future__ import annotations

from collections.abc import Iterator

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, radial, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import mix
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.cards.words import paint_words
from aquatint.engines.composer.graphics.lettering import Manner
from aquatint.engines.composer.graphics.marks import paint_mark
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import legible
from aquatint.engines.composer.graphics.picture import paint_group


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Night and moon, hills, tree, bats and things, the words."""
    palette = page.palette
    night = mix(palette.ink, palette.field, 0.7)
    page.paint_gradient([(0, palette.ink, 1), (0.7, night, 1), (1, palette.second, 1)])
    moon = (page.width * 0.64, page.height * (0.60 if page.scene.texts else 0.42))
    _paint_moon(page, moon)
    yield 0.3, "ground"
    _paint_land(page)
    _paint_bats(page, moon)
    yield 0.7, "art"
    inner = page.inner
    words = Box(inner.x, inner.y, inner.width, moon[1] - page.short * 0.25 - inner.y)
    ground = mix(night, palette.second, 0.3)
    manner = Manner(
        "comic",
        ground,
        legible(ground, palette.accent),
        palette.paper,
        palette.paper,
        ratio=2.4,
        biggest=page.measure * 0.22,
    )
    paint_words(page, words, manner, accent=palette.accent)
    yield 1.0, "text"


def _paint_moon(page: Page, at: tuple[float, float]) -> None:
    radius = page.short * 0.21
    glow = radial(at, radius * 1.8, [(0, page.palette.accent, 0.55), (1, page.palette.accent, 0)])
    page.circle(*at, radius * 1.8, fill(shader=glow))
    page.circle(*at, radius, fill(mix(page.palette.accent, page.palette.paper, 0.6)))
    for x, y, size in ((-0.35, -0.2, 0.2), (0.3, 0.25, 0.28), (0.2, -0.45, 0.13), (-0.3, 0.45, 0.12)):
        crater = fill(page.palette.accent, 0.25)
        page.circle(at[0] + x * radius, at[1] + y * radius, size * radius, crater)


def _paint_land(page: Page) -> None:
    palette = page.palette
    chance = page.chance.fork("land")
    for layer in range(2):
        heights = [chance.uniform(0.3, 1.0) for _ in range(5)]
        area = Box(0, page.height * (0.76 + 0.08 * layer), page.width, page.height * 0.14)
        hill = ornaments.ridge(area, heights, True)
        hill.addRect(skia.Rect.MakeLTRB(0, area.y + area.height - 1, page.width, page.height))
        page.path(hill, fill(mix(palette.ink, palette.second, 0.28 * (1 - layer))))
    start = (page.width * 0.14, page.height * 0.93)
    _paint_branch(page, start, -86, page.short * 0.16, 15 * page.unit, chance, 5)
    if page.scene.items:
        tall = page.height * 0.28
        room = Box(page.width * 0.26, page.height * 0.95 - tall, page.width * 0.66, tall)
        paint_group(page, room, shadow=palette.ink)


def _paint_branch(
    page: Page, at: tuple[float, float], heading: float, length: float, width: float, chance: Chance, depth: int
) -> None:
    end = ornaments.polar(*at, length, heading)
    page.canvas.drawLine(*at, *end, stroke(page.palette.ink, width))
    if depth == 0:
        return
    for side in (-1, 1):
        turn = heading + side * chance.uniform(14, 40)
        _paint_branch(page, end, turn, length * chance.uniform(0.62, 0.84), width * 0.64, chance, depth - 1)


def _paint_bats(page: Page, moon: tuple[float, float]) -> None:
    chance = page.chance.fork("bats")
    for _ in range(7):
        size = page.short * chance.uniform(0.05, 0.12)
        x = moon[0] + page.short * chance.uniform(-0.42, 0.32)
        y = moon[1] + page.short * chance.uniform(-0.24, 0.12)
        page.canvas.save()
        page.canvas.translate(x, y)
        page.canvas.rotate(chance.uniform(-18, 18))
        paint_mark(page.canvas, "bat", Box(-size / 2, -size / 2, size, size), (page.palette.ink,))
        page.canvas.restore()
