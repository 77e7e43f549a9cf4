"""Neon: a night gradient, a floor grid to the horizon, tubes of light around the picture, glowing type."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Ink, fill, linear, stroke
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix
from aquatint.engines.composer.drawing.vector import vector_of
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.lettering import Manner, put, stack
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, centre, inset
from aquatint.engines.composer.graphics.palette import legible
from aquatint.engines.composer.graphics.posters.zones import Zones, divide

GLOW_SIDE = 420
"""Pixels of the shorter side at which glows are painted before they are enlarged."""


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Night and grid, tubes and picture, words."""
    palette = page.palette
    zones = divide(page, below=False)
    horizon = page.height * 0.72
    _paint_night(page, horizon)
    yield 0.3, "ground"
    _paint_tubes(page, zones)
    x, y = centre(zones.art)
    size = min(zones.art.width, zones.art.height)
    room = Box(x - size * 0.4, y - size * 0.36, size * 0.8, size * 0.74)
    paint_subject(page, room, (palette.paper, palette.second, palette.accent), shadow=palette.ink)
    yield 0.75, "art"
    _paint_words(page, zones)
    yield 1.0, "text"


def glow(page: Page, box: Box, draw: Callable[[Any], None]) -> None:
    """Add light in the box: ``draw`` paints on a small canvas in page coordinates, which is enlarged softly."""
    if vector_of(page.canvas) is not None:
        page.canvas.save()
        page.clip(box)
        page.canvas.saveLayer(None, Ink(BlendMode=skia.BlendMode.kScreen))
        draw(page.canvas)
        page.canvas.restore()
        page.canvas.restore()
        return
    scale = min(1.0, GLOW_SIDE / page.short)
    small = skia.Surface(math.ceil(page.width * scale), math.ceil(page.height * scale))
    canvas = small.getCanvas()
    canvas.scale(scale, scale)
    draw(canvas)
    sampling = skia.SamplingOptions(skia.FilterMode.kLinear)
    paint = skia.Paint(BlendMode=skia.BlendMode.kScreen)
    area = skia.Rect.MakeWH(page.width, page.height)
    page.canvas.save()
    page.clip(box)
    page.canvas.drawImageRect(small.makeImageSnapshot(), area, sampling, paint)
    page.canvas.restore()


def _paint_night(page: Page, horizon: float) -> None:
    palette = page.palette
    dusk = mix(palette.ink, palette.soft, 0.7)
    page.paint_ground(palette.ink)
    stops = [(0.0, palette.ink, 1.0), (0.62, mix(palette.ink, palette.field, 0.8), 1.0), (1.0, dusk, 1.0)]
    page.rectangle(Box(0, 0, page.width, horizon), fill(shader=linear((0, 0), (0, horizon), stops)))
    depth = linear((0, horizon), (0, page.height), [(0, palette.accent, 0.9), (1, palette.second, 0.35)])
    line = stroke(palette.second, 1.8 * page.unit, shader=depth)
    middle = page.width / 2
    lanes = skia.Path()
    for lane in range(-16, 17):
        lanes.moveTo(middle + lane * page.width * 0.045, horizon)
        lanes.lineTo(middle + lane * page.width * 0.30, page.height)
    for row in range(9):
        y = horizon + (page.height - horizon) * (row / 8) ** 2.1
        lanes.moveTo(0, y)
        lanes.lineTo(page.width, y)
    page.path(lanes, line)
    chance = page.chance.fork("stars")
    sparks = skia.Path()
    for _ in range(70):
        sparks.addCircle(
            chance.uniform(0, page.width), chance.uniform(0, horizon), chance.uniform(0.6, 1.7) * page.unit
        )
    page.path(sparks, fill(palette.paper, 0.8))


def _tubes(page: Page, box: Box) -> list[tuple[Any, Colour]]:
    x, y = centre(box)
    radius = min(box.width, box.height) * 0.46
    shape = page.chance.fork("tube").choice(["ring", "triangle", "hexagon"])
    if shape == "ring":
        outer, inner = skia.Path(), skia.Path()
        outer.addCircle(x, y, radius)
        inner.addCircle(x, y, radius * 0.9)
    else:
        sides = 3 if shape == "triangle" else 6
        outer = ornaments.regular(x, y, radius, sides)
        inner = ornaments.regular(x, y, radius * 0.86, sides)
    return [(outer, page.palette.accent), (inner, page.palette.second)]


def _paint_tubes(page: Page, zones: Zones) -> None:
    tubes = _tubes(page, zones.art)
    page.path(tubes[0][0], fill(page.palette.ink, 0.72))

    def halos(canvas: Any) -> None:
        for path, colour in tubes:
            _halo(canvas, path, colour, page.unit)

    glow(page, inset(zones.art, -page.margin), halos)
    for path, colour in tubes:
        page.path(path, stroke(colour, 8 * page.unit))
        page.path(path, stroke(mix(colour, WHITE, 0.75), 3.2 * page.unit))


def _halo(canvas: Any, path: Any, colour: Colour, unit: float) -> None:
    for width, alpha, blur in ((16, 0.8, 10), (26, 0.5, 34)):
        canvas.drawPath(path, stroke(colour, width * unit, alpha, blur=blur * unit))


def _paint_words(page: Page, zones: Zones) -> None:
    words = zones.words
    if words.height <= 0:
        return
    palette = page.palette
    night = mix(palette.ink, palette.field, 0.7)
    manner = Manner(
        "retro",
        night,
        legible(night, mix(palette.accent, WHITE, 0.62)),
        palette.second,
        palette.paper,
        tracking=0.05,
    )
    if "tech" in page.scene.prompt.lower() or page.scene.mood == "futuristic":
        manner = Manner("tech", night, manner.title, palette.second, palette.paper)
    pieces = stack(page.scene.texts, (words.width, words.height), manner)
    top = words.y + (words.height - pieces.height) / 2
    x = words.x + words.width / 2
    if zones.beside:
        _paint_shade(page, words, night)
    put(page.canvas, pieces, x, top, manner)


def _paint_shade(page: Page, words: Box, night: Colour) -> None:
    """Darkness over the floor grid, for words that stand on it."""
    stops = [(0.0, night, 0.96), (0.8, night, 0.93), (1.0, night, 0.0)]
    reach = words.x + words.width + page.margin
    area = Box(0, 0, reach, page.height)
    page.rectangle(area, fill(shader=linear((0, 0), (reach, 0), stops)))
