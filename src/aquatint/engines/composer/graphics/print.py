"""Prints for shirts, bags and labels: a picture between words in a few inks, or a label with a frame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.lettering import Manner, as_written, put_inside, type_mood
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, centre, inset, left, upper
from aquatint.engines.composer.graphics.palette import apart, choose_palette, legible
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

MOODS = ("slab", "poster", "retro", "modern", "classic", "friendly", "gothic", "hand", "script", "comic")
FREE = MOODS[:4]
LABELS = ("label", "packaging", "package", "jar", "bottle", "box", "bag", "can", "wrapper", "tag")


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """A label where the words speak of one, else a print."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    mood = type_mood(scene, MOODS, chance.fork("type"), FREE)
    yield from (_label if count_said(said(scene), LABELS) else _print)(page, mood)


def _print(page: Page, mood: str) -> Iterator[tuple[float, str]]:
    """The first words above, the picture on a plain form, the other words below."""
    palette = page.palette
    ground = page.ground(palette.ink, palette.paper, palette.field)
    if page.scene.transparent:
        ground = palette.paper
    else:
        page.paint_ground(ground)
    yield 0.2, "ground"
    texts = as_written(page.scene)
    room = inset(page.inner, page.inner.width * 0.05, page.inner.height * 0.04)
    ink = legible(ground, palette.paper, palette.ink)
    accent = apart(palette.accent, ground, 4.6)
    gap = page.margin * 0.5
    head, rest = upper(room, 0.24 if texts else 0.0, gap if texts else 0.0)
    art, foot = upper(rest, 0.8 if texts[1:] else 1.0, gap if texts[1:] else 0.0)
    x, y = centre(art)
    radius = min(art.width, art.height) * 0.5
    _paint_form(page, (x, y), radius, ground)
    box = Box(x - radius * 0.86, y - radius * 0.84, radius * 1.72, radius * 1.68)
    paint_subject(page, box, (ink, accent, palette.main), pull=0.3)
    yield 0.7, "art"
    manner = Manner(mood, ground, ink, accent, ink, leading=0.98, ratio=1.3, biggest=page.measure * 0.17)
    put_inside(page.canvas, texts[:1], head, manner, stand=0.6)
    put_inside(page.canvas, texts[1:], foot, manner, stand=0.3, first=1)
    yield 1.0, "words"


def _paint_form(page: Page, at: tuple[float, float], radius: float, ground: Colour) -> None:
    """A disc of bands, a sunburst, a triangle, or nothing behind the picture."""
    palette = page.palette
    tone = apart(mix(palette.main, palette.accent, 0.4), ground, 1.5)
    form = page.chance.fork("form").choice(["bands", "burst", "triangle", "none"])
    if form == "bands":
        page.canvas.save()
        for index in range(9):
            top = at[1] - radius + index * radius * 2 / 9
            strip = Box(at[0] - radius, top, 2 * radius, radius * (0.2 - 0.013 * index))
            page.canvas.save()
            page.clip(strip)
            page.circle(*at, radius, fill(tone))
            page.canvas.restore()
        page.canvas.restore()
    elif form == "burst":
        page.path(ornaments.star(*at, radius, 26, 0.8), fill(tone))
        page.circle(*at, radius * 0.72, fill(apart(palette.soft, tone, 1.3)))
    elif form == "triangle":
        page.path(ornaments.regular(at[0], at[1] + radius * 0.2, radius * 1.12, 3), stroke(tone, radius * 0.05))


def _label(page: Page, mood: str) -> Iterator[tuple[float, str]]:
    """A field, an inner plate with lines, the picture above or below the name, bands for the other words."""
    palette = page.palette
    field = page.ground(palette.main, palette.field, palette.ink, palette.second, name="field")
    if not page.scene.transparent:
        page.paint_ground(field)
    plate = inset(page.full, page.margin * 0.9)
    paper = palette.paper
    radius = page.chance.fork("corner").choice([0.0, page.short * 0.04, page.short * 0.12])
    page.rectangle(plate, fill(paper), radius)
    line = apart(palette.accent, paper, 2.4)
    for reach, width in ((0.3, 5.0), (0.48, 2.0)):
        page.rectangle(inset(plate, page.margin * reach), stroke(line, width * page.unit), max(0.0, radius * 0.8))
    yield 0.25, "plate"
    texts = as_written(page.scene)
    room = inset(plate, page.margin * 1.15)
    if not texts:
        paint_subject(page, room, (palette.ink, palette.accent, palette.main))
        yield 1.0, "art"
        return
    body, foot = upper(room, 0.82 if texts[1:] else 1.0, page.margin * 0.6)
    if body.width > body.height * 1.6:
        first, second = left(body, 0.4, page.margin)
    else:
        first, second = upper(body, 0.56, page.margin * 0.4)
    tones = (apart(palette.main, paper, 3), palette.accent, palette.ink)
    paint_subject(page, first, tones, shadow=palette.soft, stand=1.0)
    yield 0.6, "art"
    ink = legible(paper, palette.ink)
    strong = apart(field, paper, 4.6)
    manner = Manner(mood, paper, strong, ink, ink, leading=1.0, biggest=page.measure * 0.16)
    put_inside(page.canvas, texts[:1], second, manner, stand=0.4)
    if texts[1:]:
        dark = apart(line, paper, 3)
        band = Box(plate.x, foot.y - page.margin * 0.15, plate.width, foot.height + page.margin * 0.3)
        page.rectangle(band, fill(dark))
        light = legible(dark, palette.paper, palette.ink)
        put_inside(page.canvas, texts[1:], foot, Manner(mood, dark, light, light, light, ratio=1.2), first=1)
    yield 1.0, "words"
