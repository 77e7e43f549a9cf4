"""Winter: hills of snow with pines under falling flakes, the words in the calm sky above."""

from __future__ import annotations

from collections.abc import Iterator

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, linear, polygon, radial, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.cards.words import paint_words
from aquatint.engines.composer.graphics.lettering import Manner
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import legible
from aquatint.engines.composer.graphics.picture import paint_group


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Sky and flakes, hills and pines with the things, the words."""
    palette = page.palette
    sky = mix(palette.ink, palette.field, 0.75)
    page.paint_gradient([(0, mix(sky, palette.ink, 0.5), 1), (0.6, sky, 1), (1, mix(sky, palette.paper, 0.35), 1)])
    ground = page.height * (0.66 if page.scene.texts else 0.45)
    inner = page.inner
    words = Box(
        inner.x + inner.width * 0.04, inner.y + inner.height * 0.04, inner.width * 0.92, ground * 0.74 - inner.y
    )
    page.canvas.save()
    if page.scene.texts:
        page.canvas.clipRect(skia.Rect.MakeXYWH(*words), skia.ClipOp.kDifference, True)
    _paint_flakes(page)
    page.canvas.restore()
    yield 0.3, "ground"
    _paint_hills(page, ground)
    yield 0.7, "art"
    dark = mix(sky, palette.paper, 0.12)
    manner = Manner(
        "script",
        dark,
        palette.paper,
        legible(dark, palette.soft, palette.paper),
        palette.paper,
        ratio=2.4,
        leading=1.12,
        biggest=page.measure * 0.22,
    )
    paint_words(page, words, manner, accent=palette.accent)
    yield 1.0, "text"


def _paint_flakes(page: Page) -> None:
    chance = page.chance.fork("flakes")
    snow = skia.Path()
    for _ in range(90):
        snow.addCircle(
            chance.uniform(0, page.width), chance.uniform(0, page.height * 0.8), chance.uniform(1, 3.6) * page.unit
        )
    page.path(snow, fill(page.palette.paper, 0.5))
    for index in range(9):
        x = page.width * ((index + 0.5) / 9 + chance.uniform(-0.04, 0.04))
        y = page.height * (chance.uniform(0.02, 0.06) if index % 2 else chance.uniform(0.50, 0.58))
        _paint_crystal(page, x, y, chance.uniform(14, 30) * page.unit, chance)


def _paint_crystal(page: Page, x: float, y: float, size: float, chance: Chance) -> None:
    path = skia.Path()
    for arm in range(6):
        angle = arm * 60 + 30
        path.moveTo(x, y)
        path.lineTo(*ornaments.polar(x, y, size, angle))
        fork = ornaments.polar(x, y, size * 0.58, angle)
        for side in (-42, 42):
            path.moveTo(*fork)
            path.lineTo(*ornaments.polar(*fork, size * 0.34, angle + side))
    page.path(path, stroke(page.palette.paper, size * 0.09, chance.uniform(0.35, 0.7)))


def _paint_hills(page: Page, ground: float) -> None:
    palette = page.palette
    chance = page.chance.fork("hills")
    snow = palette.paper
    glow = radial((page.width * 0.5, ground), page.width * 0.6, [(0, palette.paper, 0.30), (1, palette.paper, 0)])
    page.rectangle(Box(0, 0, page.width, page.height), fill(shader=glow))
    shade = mix(snow, palette.field, 0.4)
    for layer in range(3):
        top = ground + (page.height - ground) * (0.0, 0.22, 0.46)[layer]
        tone = mix(shade, snow, layer / 2)
        _paint_pines(page, top, layer, chance.fork("pines", layer), tone)
        heights = [chance.uniform(0.55, 1.0) for _ in range(4)]
        area = Box(0, top, page.width, (page.height - ground) * 0.25)
        hill = ornaments.ridge(area, heights, True)
        hill.addRect(skia.Rect.MakeLTRB(0, top + area.height - 1, page.width, page.height))
        foot = mix(tone, palette.field, 0.18)
        page.path(hill, fill(shader=linear((0, top), (0, page.height), [(0, tone, 1), (1, foot, 1)])))
    if page.scene.items:
        tall = (page.height - ground) * 0.95
        room = Box(page.margin * 2, page.height * 0.955 - tall, page.width - page.margin * 4, tall)
        paint_group(page, room, shadow=mix(palette.field, palette.ink, 0.4))


def _paint_pines(page: Page, top: float, layer: int, chance: Chance, snow: Colour) -> None:
    tone = mix(mix(page.palette.second, snow, 0.35), page.palette.field, layer / 2)
    count = round((14, 8, 5)[layer] * max(1.0, page.aspect))
    for index in range(count):
        x = page.width * (index + chance.uniform(0.1, 0.9)) / count
        if layer and abs(x / page.width - 0.5) < 0.26:
            continue
        tall = page.short * chance.uniform(0.08, 0.13) * (1, 1.6, 2.1)[layer]
        _paint_pine(page, x, top + page.short * 0.06 * (1 + layer * 0.7), tall, tone, snow)


def _paint_pine(page: Page, x: float, foot: float, tall: float, tone: Colour, snow: Colour) -> None:
    for tier in range(3, -1, -1):
        top = foot - tall + tall * 0.21 * tier
        half, low = tall * (0.13 + 0.07 * tier), top + tall * 0.34
        page.path(
            polygon([(x, top), (x + half, low), (x - half, low)]), fill(mix(tone, page.palette.ink, 0.08 * tier))
        )
        cap = [
            (x, top),
            (x + half * 0.42, top + (low - top) * 0.42),
            (x, top + (low - top) * 0.32),
            (x - half * 0.42, top + (low - top) * 0.42),
        ]
        page.path(polygon(cap), fill(snow, 0.9))
