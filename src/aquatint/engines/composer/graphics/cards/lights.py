"""Lights: a night with gold: fireworks, lanterns under a crescent, a candelabrum, or rows of small flames."""

from __future__ import annotations

import math
from collections.abc import Iterator

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, linear, radial, stroke
from aquatint.engines.composer.drawing.colour import Colour, mix, shift
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.cards.words import paint_words
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.lettering import Manner
from aquatint.engines.composer.graphics.page import Page, inset
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.picture import paint_group

FIREWORKS = ("new year", "new years", "fireworks", "independence day", "4th of july", "bastille")
BURSTS = ((0.5, 0.2, 0.21), (0.2, 0.26, 0.14), (0.8, 0.27, 0.15), (0.33, 0.1, 0.09))
"""x and y of fireworks as shares of the page, and their reach in shorter sides."""
CANDLES = ("hanukkah", "chanukah")
LANTERNS = ("eid", "ramadan", "lunar", "chinese new year", "mid autumn", "lantern", "lanterns")


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """The night, its lights, things on the ground, the words."""
    palette = page.palette
    night = mix(palette.ink, palette.field, 0.3)
    gold = apart(palette.accent, night, 4.6)
    page.paint_gradient([(0, shift(night, lightness=-0.03), 1), (1, shift(night, lightness=0.05), 1)])
    _paint_stars(page, gold)
    yield 0.3, "night"
    words = said(page.scene)
    room = inset(page.inner, page.inner.width * 0.08, page.inner.height * 0.06)
    if count_said(words, FIREWORKS):
        _paint_fireworks(page, gold)
        room = Box(room.x, room.y + room.height * 0.42, room.width, room.height * 0.5)
    elif count_said(words, LANTERNS):
        _paint_lanterns(page, gold, night, crescent=bool(count_said(words, ("eid", "ramadan"))))
        room = Box(room.x, room.y + room.height * 0.4, room.width, room.height * 0.52)
    elif count_said(words, CANDLES):
        _paint_candelabrum(page, gold)
        room = room._replace(height=room.height * 0.5)
    else:
        _paint_flames(page, gold, night)
        room = room._replace(height=room.height * 0.62)
    if page.scene.items:
        side = page.short * 0.24
        low = Box(page.width / 2 - side, page.height - page.margin - side, 2 * side, side)
        if not count_said(words, FIREWORKS + LANTERNS):
            low = low._replace(y=page.height * 0.5)
        paint_group(page, low)
        room = room._replace(height=max(page.short * 0.2, low.y - room.y - page.margin * 0.5))
    yield 0.7, "lights"
    light = legible(night, palette.paper)
    manner = Manner("elegant", night, gold, light, light, ratio=1.7, leading=1.15, biggest=page.measure * 0.15)
    paint_words(page, room, manner, accent=palette.second)
    yield 1.0, "words"


def _paint_stars(page: Page, gold: Colour) -> None:
    chance = page.chance.fork("stars")
    stars = skia.Path()
    for _ in range(70):
        x, y = chance.uniform(0, page.width), chance.uniform(0, page.height)
        stars.addCircle(x, y, chance.uniform(0.8, 2.4) * page.unit)
    page.path(stars, fill(gold, 0.4))


def _paint_fireworks(page: Page, gold: Colour) -> None:
    """Bursts of dots and lines in the upper part."""
    palette = page.palette
    chance = page.chance.fork("fireworks")
    tones = [gold, apart(palette.main, palette.ink, 3), apart(palette.second, palette.ink, 3), palette.paper]
    for index, (u, v, size) in enumerate(BURSTS):
        x, y, reach = u * page.width, v * page.height, size * page.short
        tone = tones[index % 4]
        page.circle(x, y, reach * 1.2, fill(shader=radial((x, y), reach * 1.2, [(0, tone, 0.25), (1, tone, 0)])))
        turn = chance.uniform(0, 20)
        for ray in range(18):
            angle = turn + ray * 20
            long = 1.0 if ray % 2 else 0.72
            start, end = ornaments.polar(x, y, reach * 0.25, angle), ornaments.polar(x, y, reach * long, angle)
            page.canvas.drawLine(*start, *end, stroke(tone, 4 * page.unit, 0.9))
            page.circle(*ornaments.polar(x, y, reach * (long + 0.1), angle), 5 * page.unit, fill(tone))


def _paint_lanterns(page: Page, gold: Colour, night: Colour, *, crescent: bool) -> None:
    """Lanterns on strings of differing length; a crescent between them for some feasts."""
    palette = page.palette
    chance = page.chance.fork("lanterns")
    tone = apart(palette.second, night, 2)
    for u, drop in ((0.12, 0.3), (0.26, 0.17), (0.74, 0.19), (0.88, 0.32)):
        x, y = u * page.width, drop * page.height * chance.uniform(0.9, 1.1)
        size = page.short * chance.uniform(0.07, 0.085)
        page.canvas.drawLine(x, 0, x, y, stroke(gold, 2.4 * page.unit))
        glow = radial((x, y + size), size * 2.4, [(0, gold, 0.3), (1, gold, 0)])
        page.circle(x, y + size, size * 2.4, fill(shader=glow))
        _paint_lantern(page, Box(x - size * 0.75, y, size * 1.5, size * 2), tone, gold, octagonal=crescent)
    if crescent:
        x, y, radius = page.width / 2, page.height * 0.22, page.short * 0.13
        moon, bite = skia.Path(), skia.Path()
        moon.addCircle(x, y, radius)
        bite.addCircle(x + radius * 0.42, y - radius * 0.16, radius * 0.82)
        page.path(skia.Op(moon, bite, skia.PathOp.kDifference_PathOp), fill(gold))
        page.path(ornaments.star(x + radius * 0.5, y - radius * 0.1, radius * 0.3, 5), fill(gold))


def _paint_lantern(page: Page, box: Box, tone: Colour, gold: Colour, *, octagonal: bool) -> None:
    body = skia.Path()
    if octagonal:
        x, w = box.x + box.width / 2, box.width / 2
        levels = ((0.0, 0.4), (0.22, 1.0), (0.75, 1.0), (1.0, 0.5))
        points = [(x + w * share, box.y + box.height * at) for at, share in levels]
        points += [(x - w * share, box.y + box.height * at) for at, share in reversed(levels)]
        body.addPoly([skia.Point(*point) for point in points], True)
    else:
        body.addOval(skia.Rect.MakeXYWH(box.x - box.width * 0.1, box.y, box.width * 1.2, box.height * 0.84))
    stops = [(0.0, tone, 1.0), (0.6, mix(tone, gold, 0.55), 1.0), (1.0, tone, 1.0)]
    page.path(body, fill(shader=linear((0, box.y), (0, box.y + box.height), stops)))
    page.path(body, stroke(gold, 3 * page.unit))
    for share in (-0.25, 0.0, 0.25):
        x = box.x + box.width * (0.5 + share)
        rib = stroke(gold, 1.6 * page.unit, 0.8)
        page.canvas.drawLine(x, box.y + box.height * 0.1, x, box.y + box.height * 0.76, rib)
    middle = box.x + box.width / 2
    tassel = stroke(gold, 3 * page.unit)
    page.canvas.drawLine(middle, box.y + box.height * 0.84, middle, box.y + box.height * 1.25, tassel)


def _paint_flames(page: Page, gold: Colour, night: Colour) -> None:
    """Rows of small lamps along the foot, and a fan of petals behind them."""
    palette = page.palette
    middle = page.width / 2
    tone = apart(palette.second, night, 1.8)
    for ring in range(3):
        radius = page.short * (0.36 - 0.09 * ring)
        fan = skia.Path()
        for index in range(13):
            angle = 180 + index * 15
            root = ornaments.polar(middle, page.height, radius * 0.5, angle)
            fan.addPath(ornaments.leaf(*root, radius * 0.55, angle, 0.3))
        page.path(fan, fill(mix(night, tone, 0.5 + 0.2 * ring)))
        page.path(fan, stroke(gold, 2 * page.unit, 0.8))
    count = 9 if page.aspect < 1.3 else 15
    for index in range(count):
        x = page.margin + (page.width - 2 * page.margin) * (index + 0.5) / count
        bow = math.cos((index + 0.5) / count * math.pi * 2) * page.short * 0.012
        _paint_lamp(page, x, page.height - page.margin * 1.1 + bow, page.short * 0.042, tone, gold)


def _paint_candelabrum(page: Page, gold: Colour) -> None:
    """Nine branches with their flames, the middle one higher."""
    x, foot = page.width / 2, page.height - page.margin * 1.1
    reach, high = min(page.width * 0.4, page.short * 0.34), page.height * 0.3
    line = stroke(gold, 11 * page.unit)
    page.canvas.drawLine(x, foot, x, foot - high * 1.16, line)
    page.canvas.drawLine(x - reach * 0.4, foot, x + reach * 0.4, foot, stroke(gold, 20 * page.unit))
    for arm in range(1, 5):
        wide = reach * arm / 4
        bow = skia.Path()
        bow.addArc(
            skia.Rect.MakeLTRB(x - wide, foot - high - wide * 0.7, x + wide, foot - high + wide * 0.7), 0, 180
        )
        page.path(bow, line)
    for index in range(-4, 5):
        at, top = x + reach * index / 4, foot - high * (1.16 if index == 0 else 1.0)
        candle = Box(at - 9 * page.unit, top - 62 * page.unit, 18 * page.unit, 60 * page.unit)
        page.rectangle(candle, fill(page.palette.paper))
        wick = (at, top - 66 * page.unit)
        page.circle(
            *wick, 60 * page.unit, fill(shader=radial(wick, 60 * page.unit, [(0, gold, 0.5), (1, gold, 0)]))
        )
        page.path(ornaments.leaf(*wick, 46 * page.unit, -90, 0.34), fill(gold))


def _paint_lamp(page: Page, x: float, y: float, size: float, tone: Colour, gold: Colour) -> None:
    glow = radial((x, y - size * 0.7), size * 2.2, [(0, gold, 0.45), (1, gold, 0)])
    page.circle(x, y - size * 0.7, size * 2.2, fill(shader=glow))
    bowl = skia.Path()
    bowl.moveTo(x - size, y)
    bowl.cubicTo(x - size * 0.8, y + size * 0.95, x + size * 0.8, y + size * 0.95, x + size, y)
    bowl.close()
    page.path(bowl, fill(tone))
    page.path(bowl, stroke(gold, 2 * page.unit))
    flame = ornaments.leaf(x, y - size * 0.05, size * 1.25, -90, 0.34)
    page.path(flame, fill(gold))
    page.path(ornaments.leaf(x, y - size * 0.1, size * 0.7, -90, 0.3), fill(page.palette.paper))
