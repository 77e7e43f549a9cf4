"""App icons: a mark on a rounded square; several things make a set of icons."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import msgspec

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, linear, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, contrast, mix, shift
from aquatint.engines.composer.graphics.emblem import paint_emblem
from aquatint.engines.composer.graphics.lettering import Manner, in_order, put_inside
from aquatint.engines.composer.graphics.page import Page, inset, upper
from aquatint.engines.composer.graphics.palette import apart, choose_palette, legible
from aquatint.engines.composer.graphics.panels.grid import even_grid
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """Ground (none when transparent), tiles with their marks, words."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    ground = _ground(page)
    if not scene.transparent:
        page.paint_ground(ground)
    yield 0.2, "ground"
    texts = in_order(scene.texts)
    room, words = upper(page.inner, 0.78, page.margin) if texts else (page.inner, page.inner)
    parts = _parts(page)
    several = len(parts) > 1
    gap = 0.2 if several else 0.0
    manner = chance.fork("manner").choice(["strong", "pale", "alone"] if several else ["strong"])
    if scene.transparent:
        manner = "strong"
    tiles = even_grid(room, len(parts), min(room.width, room.height) / math.sqrt(len(parts)) * gap, 1.0)
    for index, (tile, part) in enumerate(zip(tiles, parts, strict=True)):
        _paint_tile(part, inset(tile, tile.width * (0.02 if several else 0.04)), index, manner)
    yield 0.8, "art"
    dark = legible(ground, palette.ink)
    put_inside(
        canvas, texts, words, Manner("modern", ground, dark, dark, dark, biggest=page.measure * 0.09), stand=0.3
    )
    yield 1.0, "text"


def _ground(page: Page) -> Colour:
    return page.palette.ground or mix(page.palette.paper, WHITE, 0.5)


def _parts(page: Page) -> list[Page]:
    """One page per icon: each thing of the scene alone, or the scene as it is."""
    scene = page.scene
    singles = [msgspec.structs.replace(item, count=1) for item in scene.items for _ in range(item.count)][:24]
    scenes = [msgspec.structs.replace(scene, items=[item]) for item in singles] or [scene]
    return [Page(page.canvas, each, page.size, page.chance, page.palette) for each in scenes]


def _paint_tile(page: Page, box: Box, index: int, manner: str) -> None:
    """One icon: on a tile of strong colour, on a pale one, or alone."""
    palette = page.palette
    choices = [palette.main, palette.second, palette.accent, palette.ink]
    start = page.chance.fork("tile").randrange(3)
    colour = choices[(start + index) % len(choices)] if manner == "strong" else choices[start]
    radius = box.width * 0.225
    if manner == "alone":
        paint_emblem(page, inset(box, box.width * 0.06), _on(page, _ground(page)))
        return
    if manner == "pale":
        pale = mix(palette.paper, colour, 0.16)
        page.rectangle(box, fill(pale), box.width / 2 if page.chance.fork("round").random() < 0.5 else radius)
        paint_emblem(page, inset(box, box.width * 0.22), _on(page, pale))
        return
    top, bottom = shift(colour, lightness=0.09, hue=-10), shift(colour, lightness=-0.07, hue=8)
    if not page.scene.transparent:
        page.rectangle(
            box._replace(y=box.y + box.height * 0.02), fill(palette.ink, 0.22, blur=box.width * 0.02), radius
        )
    shade = linear((box.x, box.y), (box.x, box.y + box.height), [(0, top, 1), (1, bottom, 1)])
    page.rectangle(box, fill(shader=shade), radius)
    rim = inset(box, box.width * 0.006)
    page.rectangle(rim, stroke(WHITE, box.width * 0.008, 0.22), radius * 0.97)
    paint_emblem(page, inset(box, box.width * 0.22), _tones(page, colour))


def _on(page: Page, ground: Colour) -> tuple[Colour, Colour, Colour]:
    """The same three inks for all icons of a set."""
    palette = page.palette
    return apart(palette.ink, ground, 7), apart(palette.accent, ground, 1.8), apart(palette.main, ground, 3)


def _tones(page: Page, colour: Colour) -> tuple[Colour, Colour, Colour]:
    light = page.palette.paper if contrast(page.palette.paper, colour) > 2 else page.palette.ink
    return (
        light,
        apart(page.palette.accent if colour != page.palette.accent else page.palette.field, colour, 1.8),
        light,
    )
