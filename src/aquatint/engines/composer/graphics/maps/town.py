"""Town maps: blocks between streets that cross, a river with its bridges, parks, pins with labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Point, curve, fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix
from aquatint.engines.composer.graphics.lettering import Manner, put, stack
from aquatint.engines.composer.graphics.maps.places import Place, landmarks, split_texts
from aquatint.engines.composer.graphics.page import Page, inset
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.picture import FLAT, actors, paint_actor
from aquatint.engines.composer.scene import Text

WATER, PARK = Colour.of("#8fc3dd"), Colour.of("#a9cf94")


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """The ground, blocks, parks and river, the streets over them, pins and labels."""
    palette = page.palette
    ground = mix(palette.paper, Colour.of("#efe9df"), 0.6)
    page.paint_ground(WHITE)
    chance = page.chance.fork("town")
    columns, rows = _cuts(page.width, page, chance.fork("x")), _cuts(page.height, page, chance.fork("y"))
    turn = chance.uniform(-14, 14)
    page.canvas.save()
    page.canvas.rotate(turn, page.width / 2, page.height / 2)
    _paint_blocks(page, columns, rows, ground, chance.fork("blocks"))
    page.canvas.restore()
    yield 0.4, "blocks"
    _paint_river(page, chance.fork("river"))
    _paint_avenue(page, palette.field, chance.fork("avenue"))
    yield 0.6, "streets"
    title, places = split_texts(page.scene)
    pins = _pins(page, len(places) + len(landmarks(page.scene)), chance.fork("pins"))
    things = actors(landmarks(page.scene))
    for actor, (x, y) in zip(things[: len(pins) - len(places)], pins[len(places) :], strict=False):
        side = page.short * 0.13
        page.circle(x, y - side * 0.4, side * 0.66, fill(WHITE))
        paint_actor(page.canvas, actor, Box(x - side / 2, y - side * 0.9, side, side), page.chance, FLAT)
    _paint_pins(page, places, pins)
    if title:
        _paint_title(page, title)
    yield 1.0, "labels"


def _cuts(length: float, page: Page, chance: Chance) -> list[float]:
    """Where streets run, from well before the page to well behind it."""
    at, cuts = -0.3 * length, []
    while at < 1.3 * length:
        cuts.append(at)
        at += page.short * chance.choice([0.075, 0.1, 0.1, 0.14])
    return cuts


def _paint_blocks(
    page: Page, columns: Sequence[float], rows: Sequence[float], ground: Colour, chance: Chance
) -> None:
    """Blocks with round corners; now and then a park, or one divided into plots."""
    street = page.short * 0.014
    parks = skia.Path()
    blocks = skia.Path()
    plots = skia.Path()
    for x0, x1 in pairwise(columns):
        for y0, y1 in pairwise(rows):
            area = skia.Rect.MakeLTRB(x0 + street / 2, y0 + street / 2, x1 - street / 2, y1 - street / 2)
            throw = chance.random()
            target = parks if throw < 0.09 else blocks
            target.addRoundRect(area, street * 0.5, street * 0.5)
            if throw > 0.55:
                _add_plots(plots, area, chance)
    page.path(blocks, fill(ground))
    page.path(plots, fill(mix(ground, page.palette.soft, 0.45)))
    page.path(parks, fill(PARK))


def _add_plots(path: Any, area: Any, chance: Chance) -> None:
    count = chance.choice([2, 3])
    inner = area.makeInset(area.width() * 0.1, area.height() * 0.1)
    for i in range(count):
        for j in range(2):
            width, height = inner.width() / count, inner.height() / 2
            left, top = inner.left() + i * width, inner.top() + j * height
            path.addRect(skia.Rect.MakeXYWH(left, top, width * 0.82, height * chance.choice([0.6, 0.8])))


def _paint_river(page: Page, chance: Chance) -> None:
    start = page.height * chance.uniform(0.2, 0.8)
    points: list[Point] = []
    for step in range(-1, 8):
        points.append((page.width * step / 6, start))
        start += page.height * chance.uniform(-0.12, 0.12)
    bed = curve(points)
    page.path(bed, stroke(WHITE, 84 * page.unit))
    page.path(bed, stroke(WATER, 68 * page.unit))


def _paint_avenue(page: Page, tone: Colour, chance: Chance) -> None:
    """Two broad streets that cross the river and the town."""
    for index in range(2):
        x = page.width * chance.uniform(0.15 + 0.4 * index, 0.4 + 0.4 * index)
        lean = page.width * chance.uniform(-0.25, 0.25)
        line = curve([(x - lean, -50), (x - lean * 0.3, page.height * 0.35), (x + lean, page.height + 50)])
        page.path(line, stroke(mix(tone, page.palette.ink, 0.25), 27 * page.unit))
        page.path(line, stroke(mix(tone, WHITE, 0.55), 20 * page.unit))


def _pins(page: Page, count: int, chance: Chance) -> list[Point]:
    """Places as far apart as can be, clear of the title and the edges."""
    chosen: list[Point] = []
    for _ in range(count):
        throws = [
            (chance.uniform(0.16, 0.84) * page.width, chance.uniform(0.26, 0.84) * page.height) for _ in range(60)
        ]
        chosen.append(max(throws, key=lambda throw: _gap(throw, chosen)))
    return chosen


def _gap(point: Point, others: Sequence[Point]) -> float:
    """To the nearest of the others; labels are wide, so height counts more."""
    return min((abs(point[0] - x) + abs(point[1] - y) * 1.4 for x, y in others), default=0.0)


def _paint_pins(page: Page, places: Sequence[Place], pins: Sequence[Point]) -> None:
    red = apart(page.palette.accent, WHITE, 3)
    ink = legible(WHITE, page.palette.ink)
    manner = Manner("modern", WHITE, ink, ink, ink, biggest=page.short * 0.028)
    for place, (x, y) in zip(places, pins, strict=False):
        size = page.short * 0.032
        drop = skia.Path()
        drop.moveTo(x, y)
        drop.cubicTo(x - size * 0.3, y - size, x - size, y - size * 1.2, x - size, y - size * 1.9)
        drop.arcTo(skia.Rect.MakeLTRB(x - size, y - size * 2.9, x + size, y - size * 0.9), 180, 180, False)
        drop.cubicTo(x + size, y - size * 1.2, x + size * 0.3, y - size, x, y)
        page.path(drop, fill(red))
        page.circle(x, y - size * 1.9, size * 0.42, fill(WHITE))
        pieces = stack([place.text], (page.short * 0.28, page.short * 0.1), manner)
        pad = page.short * 0.01
        left = min(max(x - pieces.width / 2, page.margin), page.width - page.margin - pieces.width)
        box = Box(left - pad, y + pad, pieces.width + 2 * pad, pieces.height + 2 * pad)
        page.rectangle(box, fill(WHITE), pad)
        put(page.canvas, pieces, left + pieces.width / 2, box.y + pad, manner)


def _paint_title(page: Page, title: Sequence[Text]) -> None:
    dark = page.palette.ink
    light = legible(dark, page.palette.paper)
    manner = Manner("modern", dark, light, light, light, align="left", biggest=page.short * 0.07)
    room = inset(page.inner, page.margin * 0.4)
    pieces = stack(title, (room.width * 0.8, page.short * 0.14), manner)
    pad = page.margin * 0.4
    box = Box(page.inner.x, page.inner.y, pieces.width + 2 * pad, pieces.height + 2 * pad)
    page.rectangle(box, fill(dark), pad * 0.4)
    put(page.canvas, pieces, box.x + pad, box.y + pad, manner)
