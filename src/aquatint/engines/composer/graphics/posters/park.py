"""National park: a landscape in layers of flat ink, sun and rays, and a great field for the words below it."""

from __future__ import annotations

from collections.abc import Iterator

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, linear, radial
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, from_oklch, luminance, mix, to_oklch
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.lettering import Manner, put_inside
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, inset
from aquatint.engines.composer.graphics.posters.zones import divide

LAYERS = 6


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """The paper border, the landscape in its frame, the field with the words."""
    palette = page.palette
    page.paint_ground(palette.paper)
    border = page.margin * 0.5
    inner = inset(page.full, border)
    zones = divide(page, below=True, room=inset(page.full, page.margin * 1.1), least=0.24)
    scape = _landscape_room(page, inner, zones.words, zones.beside)
    yield 0.15, "ground"
    field = mix(palette.ink, palette.main, 0.25)
    page.rectangle(inner, fill(field))
    page.canvas.save()
    page.clip(scape)
    _paint_landscape(page, scape, page.chance.fork("landscape"))
    page.canvas.restore()
    yield 0.75, "art"
    manner = Manner(
        "slab", field, palette.paper, palette.field, palette.paper, leading=1.06, biggest=page.measure * 0.2
    )
    put_inside(page.canvas, page.scene.texts, zones.words, manner)
    yield 1.0, "text"


def _landscape_room(page: Page, inner: Box, words: Box, beside: bool) -> Box:
    gap = page.margin * 0.55
    if words.height <= 0:
        return inner
    if beside:
        cut = words.x + words.width + gap
        return Box(cut, inner.y, inner.x + inner.width - cut, inner.height)
    return Box(inner.x, inner.y, inner.width, words.y - gap - inner.y)


def _night(page: Page) -> bool:
    return page.scene.time == "night"


def _paint_landscape(page: Page, box: Box, chance: Chance) -> None:
    palette = page.palette
    top = mix(palette.ink, palette.main, 0.5) if _night(page) else mix(palette.field, palette.paper, 0.15)
    glow = mix(palette.accent, palette.paper, 0.55) if not _night(page) else mix(palette.main, palette.soft, 0.5)
    bottom = box.y + box.height
    page.rectangle(box, fill(shader=linear((0, box.y), (0, bottom), [(0, top, 1), (0.62, glow, 1), (1, glow, 1)])))
    sun_x = box.x + box.width * chance.choice([0.34, 0.5, 0.66])
    _paint_sun(page, box, sun_x, glow)
    far = mix(glow, palette.soft, 0.45)
    near = mix(palette.ink, palette.main, 0.35)
    for layer in range(LAYERS):
        share = layer / (LAYERS - 1)
        _paint_ridge(page, box, chance.fork("ridge", layer), share, mix(far, near, share**0.8), glow)
    _paint_trees(page, box, chance.fork("trees"), near)
    room = Box(box.x + box.width * 0.14, box.y + box.height * 0.36, box.width * 0.72, box.height * 0.585)
    if page.scene.items:
        paint_subject(page, room, (palette.paper, palette.accent, palette.ink), shadow=palette.ink, stand=1.0)


def _paint_sun(page: Page, box: Box, x: float, glow: Colour) -> None:
    palette = page.palette
    y, radius = box.y + box.height * 0.36, min(box.width, box.height) * 0.15
    disc = palette.paper if _night(page) else mix(palette.accent, palette.paper, 0.25)
    if not _night(page):
        beams = fill(shader=radial((x, y), box.height, [(0, palette.paper, 0.42), (1, palette.paper, 0)]))
        page.path(ornaments.rays(x, y, box.height * 1.6, 26, turn=4), beams)
    page.circle(x, y, radius * 1.32, fill(mix(glow, disc, 0.4)))
    page.circle(x, y, radius, fill(disc))


def _paint_ridge(page: Page, box: Box, chance: Chance, share: float, tone: Colour, glow: Colour) -> None:
    """One layer: craggy and high far away, smooth and low in front, paler towards its foot."""
    top = 0.30 + 0.58 * share
    tall = box.height * (0.34 - 0.2 * share)
    area = Box(box.x, box.y + box.height * top, box.width, tall)
    smooth = share > 0.5
    heights = [0.25 + 0.75 * h for h in ornaments.skyline(chance, 0.5 if smooth else 0.56, 9 if smooth else 33)]
    shape = ornaments.ridge(area, heights, smooth)
    shape.addRect(skia.Rect.MakeLTRB(box.x, area.y + tall - 1, box.x + box.width, box.y + box.height))
    foot = mix(tone, glow, 0.45 * (1 - share))
    page.path(shape, fill(shader=linear((0, area.y), (0, area.y + tall * 1.6), [(0, tone, 1), (1, foot, 1)])))


def _paint_trees(page: Page, box: Box, chance: Chance, near: Colour) -> None:
    """Pines at both sides, like wings of a stage."""
    lightness, chroma, hue = to_oklch(near)
    for index in range(22):
        side = index % 2
        place = chance.random() ** 1.5 * 0.34
        x = box.x + box.width * (1 - place if side else place)
        tall = box.height * chance.uniform(0.16, 0.34) * (1 - place * 1.2)
        foot = box.y + box.height * chance.uniform(0.95, 1.04)
        tone = from_oklch(
            max(0.12, lightness - 0.02 - 0.08 * (foot / (box.y + box.height) - 0.95) * 10), chroma, hue
        )
        page.path(_pine(x, foot, tall), fill(tone if luminance(tone) > 0 else near))


def _pine(x: float, foot: float, tall: float) -> object:
    path = skia.Path()
    for tier in range(5):
        top = foot - tall + tall * 0.16 * tier
        half = tall * (0.07 + 0.042 * tier)
        low = top + tall * 0.30
        path.addPoly([skia.Point(x, top), skia.Point(x + half, low), skia.Point(x - half, low)], True)
    path.addRect(skia.Rect.MakeLTRB(x - tall * 0.025, foot - tall * 0.12, x + tall * 0.025, foot))
    return path
