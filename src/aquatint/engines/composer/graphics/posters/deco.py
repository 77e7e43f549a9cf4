"""Art deco: a night ground with fine rays, a stepped arch of gold lines around the picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, linear, radial, stroke
from aquatint.engines.composer.drawing.colour import Colour, mix, shift
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.lettering import Manner, put_inside
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, centre, inset, upper
from aquatint.engines.composer.graphics.palette import legible
from aquatint.engines.composer.graphics.picture import pulled
from aquatint.engines.composer.graphics.posters.zones import Zones, divide, headline_and_rest, text_share
from aquatint.engines.composer.graphics.scenery import has_place, paint_scenery
from aquatint.engines.composer.graphics.staged import staged, telling


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Ground and frame, the arch with the picture, the words."""
    night = mix(page.palette.ink, page.palette.field, 0.3)
    gold = legible(night, page.palette.main, page.palette.soft, page.palette.paper)
    frame = inset(page.full, page.margin * 0.5)
    zones, foot = _rooms(page, frame)
    _paint_ground(page, night, gold, centre(zones.art))
    _paint_frame(page, frame, gold)
    yield 0.3, "ground"
    _paint_arch(page, zones.art, night, gold)
    yield 0.75, "art"
    manner = Manner("deco", night, gold, page.palette.paper, page.palette.paper, tracking=0.08)
    if foot is None:
        put_inside(page.canvas, page.scene.texts, zones.words, manner)
    else:
        head, rest = headline_and_rest(page)
        put_inside(page.canvas, head, zones.words, manner)
        _paint_foot(page, foot, gold)
        put_inside(
            page.canvas,
            rest,
            inset(foot, 0, foot.height * 0.12),
            replace(manner, ratio=1.35, second=gold),
            first=1,
        )
    yield 1.0, "text"


def _rooms(page: Page, frame: Box) -> tuple[Zones, Box | None]:
    """On tall pages the headline goes above the arch and the rest below it."""
    room = inset(frame, page.margin * 0.95)
    head, rest = headline_and_rest(page)
    zones = divide(page, room=room)
    if not rest or zones.beside:
        return zones, None
    share = text_share(rest) * 0.62
    above, foot = upper(room, 1 - share, page.margin * 0.5)
    words, art = upper(above, max(0.2, text_share(head) * 0.85), page.margin * 0.6)
    return Zones(words, art, False), foot


def _paint_ground(page: Page, night: Colour, gold: Colour, heart: tuple[float, float]) -> None:
    page.paint_ground(night)
    reach = page.width + page.height
    ray_paint = fill(shader=radial(heart, reach * 0.5, [(0, gold, 0.19), (1, gold, 0.03)]))
    page.path(ornaments.rays(*heart, reach, 44, turn=-90 - 360 / 44 / 4), ray_paint)


def _paint_frame(page: Page, frame: Box, gold: Colour) -> None:
    step = page.margin * 0.42
    page.path(ornaments.stepped_frame(frame, step), stroke(gold, 4.2 * page.unit))
    page.path(ornaments.stepped_frame(inset(frame, step * 0.55), step), stroke(gold, 1.6 * page.unit, 0.8))
    reach = step * 2.1
    for x, y, start in ((0, 0, 0), (1, 0, 90), (1, 1, 180), (0, 1, 270)):
        corner = (
            frame.x + step * 0.9 + x * (frame.width - 1.8 * step),
            frame.y + step * 0.9 + y * (frame.height - 1.8 * step),
        )
        page.path(ornaments.fan(*corner, reach, start, 90, 5), stroke(gold, 1.4 * page.unit, 0.85))


def _paint_arch(page: Page, box: Box, night: Colour, gold: Colour) -> None:
    """Steps of light and dark on both sides, bands of gold, the picture inside on a glowing ground."""
    wide = min(box.width, box.height * 1.25)
    tall = min(box.height, wide * 1.25)
    box = Box(box.x, box.y + box.height - tall, box.width, tall)
    middle = box.x + box.width / 2
    _paint_towers(page, box, wide, night, gold)
    band = 0.032 * wide
    outer = Box(middle - wide * 0.4, box.y, wide * 0.8, box.height)
    for i, colour in enumerate((gold, night, shift(gold, lightness=-0.12), night, gold, night)):
        ring = Box(outer.x + i * band, outer.y + i * band, outer.width - 2 * i * band, outer.height - i * band)
        page.path(ornaments.arch(ring), fill(colour))
    inside = Box(outer.x + 5.4 * band, outer.y + 5.4 * band, outer.width - 10.8 * band, outer.height - 5.4 * band)
    _paint_inside(page, inside, gold)


def _paint_inside(page: Page, inside: Box, gold: Colour) -> None:
    canvas = page.canvas
    door = ornaments.arch(inside)
    glow = shift(page.palette.second, lightness=0.04)
    x, y = centre(inside)
    deep = mix(page.palette.second, page.palette.ink, 0.72)
    page.path(door, fill(shader=radial((x, y), inside.height * 0.75, [(0, glow, 1), (1, deep, 1)])))
    canvas.save()
    canvas.clipPath(door, True)
    bottom = inside.y + inside.height
    scene = staged(page.scene)
    if scene is not None and (has_place(scene) or telling(scene)):
        canvas.saveLayer(skia.Rect.MakeXYWH(*inside), pulled(page.palette.main, 0.3))
        paint_scenery(replace(page, scene=scene), inside)
        canvas.restore()
        canvas.restore()
        return
    page.path(ornaments.rays(x, bottom, inside.height * 1.4, 36, turn=-180), fill(gold, 0.13))
    canvas.restore()
    room = Box(
        inside.x - inside.width * 0.06, inside.y + inside.height * 0.14, inside.width * 1.12, inside.height * 0.83
    )
    paint_subject(page, room, (gold, page.palette.paper, deep), shadow=page.palette.ink, pull=0.5, stand=1.0)
    line = Box(inside.x - inside.width * 0.42, bottom - 3 * page.unit, inside.width * 1.84, 6 * page.unit)
    page.rectangle(line, fill(gold))


def _paint_towers(page: Page, box: Box, wide: float, night: Colour, gold: Colour) -> None:
    """Skyscrapers in steps that lean on the arch from both sides."""
    middle, bottom, count = box.x + box.width / 2, box.y + box.height, 5
    step = min(wide * 0.055, (box.width / 2 - wide * 0.38) / count)
    for side in (-1, 1):
        for i in range(count, 0, -1):
            tall = box.height * (0.62 - 0.095 * i)
            edge = middle + side * (wide * 0.38 + i * step)
            x0, x1 = sorted((middle + side * wide * 0.3, edge))
            tower = Box(x0, bottom - tall, x1 - x0, tall)
            tone = mix(night, gold, 0.10 + 0.07 * (count - i))
            shade = linear((0, tower.y), (0, bottom), [(0, tone, 1), (1, mix(tone, night, 0.75), 1)])
            page.rectangle(tower, fill(shader=shade))
            page.rectangle(tower, stroke(gold, 1.5 * page.unit, 0.75))


def _paint_foot(page: Page, foot: Box, gold: Colour) -> None:
    """A gold rule with a lozenge above the last words."""
    y = foot.y + 1.0 * page.unit
    middle, half = foot.x + foot.width / 2, foot.width * 0.5
    size = 9 * page.unit
    for side in (-1, 1):
        page.canvas.drawLine(middle + side * size * 2.2, y, middle + side * half, y, stroke(gold, 2 * page.unit))
    page.path(ornaments.regular(middle, y, size, 4), fill(gold))
