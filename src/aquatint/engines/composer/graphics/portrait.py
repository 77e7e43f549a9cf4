"""Portraits: head and shoulders before a dark ground, with one light from the upper left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aquatint.engines.composer.art import find
from aquatint.engines.composer.art.drawing import Box, Drawing
from aquatint.engines.composer.drawing.brush import fill, radial
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import BLACK, WHITE, Colour, from_oklch, mix, to_oklch
from aquatint.engines.composer.graphics.lettering import Manner, in_order, put_inside
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import choose_palette, legible
from aquatint.engines.composer.graphics.picture import Actor
from aquatint.engines.composer.graphics.portrait_grounds import DRAMATIC, manner_of, paint_ground
from aquatint.engines.composer.graphics.scenery import has_place, paint_place_softly
from aquatint.engines.composer.graphics.sitters import Sitter, behind_sitters, bust_art, paint_sitter, sitters
from aquatint.engines.composer.layout.stage import Light
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

LIGHT = Light(
    x=-0.62, height=0.62, key=Colour(1.0, 0.93, 0.8), shadow=Colour(0.10, 0.06, 0.08), shadow_strength=0.5
)
"""High from the left, warm, with deep shadows."""
MOST = 4
"""Sitters on one picture; a portrait of more is a crowd."""


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """The ground with its light, the sitter, a vignette, words on a band below."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    texts = in_order(scene.texts)
    band = page.height * (0.16 + 0.001 * sum(len(text.content) for text in texts)) if texts else 0.0
    room = Box(0.0, 0.0, page.width, page.height - min(band, page.height * 0.45))
    tone, setting = _tone(page), manner_of(page)
    if not scene.transparent:
        if has_place(scene):
            paint_place_softly(page)
        elif scene.ground:
            page.paint_ground(Colour.of(scene.ground))
        else:
            paint_ground(page, setting, tone, LIGHT.key)
    yield 0.3, "ground"
    canvas.save()
    page.clip(room)
    paint_sitters(page, room)
    yield 0.8, "sitter"
    if not scene.transparent and (has_place(scene) or (setting in DRAMATIC and not scene.ground)):
        _paint_vignette(page)
    canvas.restore()
    if texts:
        dark = mix(tone, BLACK, 0.6)
        page.rectangle(Box(0.0, room.height, page.width, page.height - room.height), fill(dark))
        manner = Manner(
            "classic",
            dark,
            legible(dark, palette.paper, WHITE),
            palette.soft,
            palette.paper,
            biggest=page.short * 0.1,
        )
        low = Box(
            page.margin,
            room.height + page.margin * 0.4,
            page.inner.width,
            page.height - room.height - page.margin * 1.4,
        )
        put_inside(canvas, texts, low, manner)
    yield 1.0, "text"


def _tone(page: Page) -> Colour:
    """The ground's colour: brown, olive, slate or wine, or a dark of the palette that was asked for."""
    if page.scene.palette:
        _, chroma, hue = to_oklch(page.palette.field)
        return from_oklch(0.34, min(chroma, 0.08), hue)
    hue, chroma = page.chance.fork("tone").choice(
        [(65, 0.04), (110, 0.035), (240, 0.035), (15, 0.05), (190, 0.03)]
    )
    return from_oklch(0.36, chroma, hue)


def paint_sitters(page: Page, room: Box) -> None:
    """Heads side by side in a room, cut by its lower edge; anything else stands as large as it may."""
    group = sitters(page.scene.items, MOST)
    if not group:
        return
    for thing in behind_sitters(page.scene.items):
        paint_sitter(page, Sitter(thing, ()), room, _backing(room), LIGHT)
    wide = room.width / len(group)
    aspects = [find(sitter.item.art).aspect for sitter in group]
    lap = (1.34 if page.aspect > 0.7 else 1.75) if len(group) == 1 else 1.42
    busts = [sitter.item.art.startswith("bust:") for sitter in group]
    alike = min((wide * lap / each for each, is_bust in zip(aspects, busts, strict=True) if is_bust), default=0.0)
    for index, (sitter, aspect) in reversed(list(enumerate(zip(group, aspects, strict=True)))):
        slot = Box(room.x + index * wide, room.y, wide, room.height)
        height = min(room.height * 0.86, alike if busts[index] else wide * lap / aspect)
        width = height * aspect
        foot = slot.y + slot.height * (1.0 if busts[index] else 0.94)
        bust = Box(slot.x + (slot.width - width) / 2, foot - height, width, height)
        paint_sitter(page, sitter, slot, bust, LIGHT)


def _backing(room: Box) -> Box:
    """Where a thing is that somebody sits before: as large as the room, so that it is seen around them."""
    return Box(room.x + 0.05 * room.width, room.y + 0.04 * room.height, 0.9 * room.width, 0.84 * room.height)


def bust_of(actor: Actor) -> Drawing:
    """Head and shoulders of a person; other things as they are."""
    art = bust_art(actor.item)
    return find(art) if art != actor.item.art else actor.drawing


def _paint_vignette(page: Page) -> None:
    at = (page.width * 0.46, page.height * 0.44)
    reach = max(page.width, page.height) * 0.78
    page.canvas.drawPaint(fill(shader=radial(at, reach, [(0.45, BLACK, 0), (1, BLACK, 0.5)])))
