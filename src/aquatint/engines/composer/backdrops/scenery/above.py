"""Land seen straight from above: no horizon, so ``down`` counts shares of the height from the upper edge."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import skia

from aquatint.engines.composer.backdrops import pieces, trees
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.backdrops.scenery.measures import Roles, across, short, tone, tone_of
from aquatint.engines.composer.drawing.brush import Point, curve, fill, polygon, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, shift

SHADOW = 0.3


def plane(easel: Easel, one: Step, roles: Roles) -> None:
    """Ground from edge to edge in a ``tone``, mottled."""
    colour = easel.air.snow_colour if easel.air.snow else easel.lit(tone(easel, one))
    easel.band(0, easel.height, (0, shift(colour, lightness=0.015), 1.0), (1, shift(colour, lightness=-0.03), 1.0))
    for i in range(int(26 * easel.span)):
        chance = easel.chance.fork(i)
        spot = (chance.random() * easel.width, chance.random() * easel.height)
        radius = short(easel, chance.uniform(0.06, 0.2))
        easel.glow(spot, radius, shift(colour, lightness=chance.choice((-0.06, 0.05))), 0.4)


def _shade(easel: Easel, path: Any, size: float) -> None:
    """The shadow that a thing of that height in pixels throws on the ground beside it."""
    canvas = easel.canvas
    canvas.save()
    canvas.translate(-easel.toward * 0.5 * size, 0.42 * size)
    canvas.drawPath(path, fill(easel.stage.light.shadow, SHADOW, blur=0.12 * size))
    canvas.restore()


def tree_above(easel: Easel, centre: Point, radius: float, colour: Colour) -> None:
    """The crown of a tree: three tiers of leaves, the highest toward the light."""
    base = easel.air.snow_colour if easel.air.snow else easel.lit(colour)
    x, y = centre
    crown = trees.scallop(centre, radius, radius, 9, easel.chance)
    _shade(easel, crown, radius * 0.8)
    easel.paint(crown, shift(base, lightness=-0.1))
    for part, lift in ((0.76, -0.02), (0.46, 0.05)):
        off = radius * (1 - part) * 0.5
        tier = trees.scallop(
            (x + easel.toward * off, y - off * 0.8), radius * part, radius * part, 8, easel.chance
        )
        easel.paint(tier, shift(base, lightness=lift))


def trees_above(easel: Easel, one: Step, roles: Roles) -> None:
    """``count`` crowns of trees, ``size`` shorter sides wide, strewn beside a free strip of ``gap``."""
    gap, tones = one.number("gap"), one.text("tone", "leaf|conifer")
    number = int(one.number("count", 30) * easel.span * easel.height / min(easel.width, easel.height))
    for i in range(number):
        part = easel.fork("tree", i)
        x = part.chance.random()
        if abs(x - 0.5) < gap / 2:
            continue
        spot = (x * easel.width, (i + part.chance.random()) / number * easel.height)
        radius = short(easel, part.chance.uniform(*one.pair("size", "0.03..0.06"))) / 2
        tree_above(part, spot, radius, tone_of(tones, easel, part.chance))


def quilt(easel: Easel, one: Step, roles: Roles) -> None:
    """Fields side by side, ploughed, mown and in crop, each with its own furrows; trees along some borders."""
    columns = max(3, round(4 * easel.span))
    rows = max(4, round(4 * easel.height / min(easel.width, easel.height)))
    knots = {
        (i, j): _knot(easel.chance.fork("knot", i, j), i / columns, j / rows, easel)
        for i in range(columns + 1)
        for j in range(rows + 1)
    }
    for i in range(columns):
        for j in range(rows):
            corners = [knots[i, j], knots[i + 1, j], knots[i + 1, j + 1], knots[i, j + 1]]
            _field(easel.fork("field", i, j), corners, one.text("tone", "grass|crop|soil|grass_far|crop"))
    for (i, j), start in knots.items():
        for near in ((i + 1, j), (i, j + 1)):
            if near in knots and easel.chance.fork("hedge", i, j, *near).random() < 0.4:
                _hedge(easel.fork("hedge", i, j, *near), start, knots[near])


def _knot(chance: Chance, x: float, y: float, easel: Easel) -> Point:
    """A corner where fields meet; those of the outer ones lie outside the picture."""
    sway = 0.07 * math.sin(3.1 * y + 1.3), 0.06 * math.sin(2.7 * x + 0.4)
    x, y = -0.12 + 1.24 * x + sway[0], -0.12 + 1.24 * y + sway[1]
    return (x + chance.uniform(-0.04, 0.04)) * easel.width, (y + chance.uniform(-0.04, 0.04)) * easel.height


def _field(easel: Easel, corners: Sequence[Point], tones: str) -> None:
    colour = easel.lit(tone_of(tones, easel, easel.chance))
    colour = shift(colour, lightness=easel.chance.uniform(-0.05, 0.05), hue=easel.chance.uniform(-12, 8))
    if easel.air.snow:
        colour = mix(colour, easel.air.snow_colour, 0.82)
    outline = polygon(list(corners))
    easel.paint(outline, colour)
    canvas, centre = easel.canvas, (sum(x for x, _ in corners) / 4, sum(y for _, y in corners) / 4)
    (x0, y0), (x1, y1) = corners[0], corners[1 if easel.chance.random() < 0.5 else 3]
    angle = math.degrees(math.atan2(y1 - y0, x1 - x0))
    reach, step = short(easel, 0.5), short(easel, easel.chance.choice((0.012, 0.018, 0.03)))
    lines = skia.Path()
    for k in range(int(2 * reach / step)):
        lines.addRect(skia.Rect.MakeXYWH(-reach, -reach + k * step, 2 * reach, step * 0.4))
    canvas.save()
    canvas.clipPath(outline, True)
    canvas.translate(*centre)
    canvas.rotate(angle)
    easel.paint(lines, shift(colour, lightness=-0.06), 0.55)
    canvas.restore()
    easel.line(outline, easel.lit(easel.air.nature.grass_near), 3 * easel.unit, 0.5)


def _hedge(easel: Easel, start: Point, end: Point) -> None:
    size = short(easel, 0.018)
    count = int(math.dist(start, end) / (size * 1.5))
    for i in range(count):
        part = easel.fork(i)
        at = (i + part.chance.uniform(0.1, 0.9)) / max(1, count)
        spot = (start[0] + (end[0] - start[0]) * at, start[1] + (end[1] - start[1]) * at)
        tree_above(part, spot, size * part.chance.uniform(0.6, 1.2), easel.air.nature.conifer)


def lay(easel: Easel, one: Step, roles: Roles) -> None:
    """Pieces drawn as seen from above, laid down at ``at`` and ``down`` (shares of the height), ``size`` shorter
    sides to the metre, turned by ``turn`` degrees; ``count`` of them strewn outside the middle ``gap`` instead."""
    kinds = one.text("of").split("|")
    for index, (at, down) in enumerate(_spots(easel, one)):
        part = easel.fork("laid", index)
        scale = short(easel, part.chance.uniform(*one.pair("size", "0.1"))) / 100
        centre = (across(easel, at, roles), down * easel.height)
        name = part.chance.choice(kinds)
        canvas = easel.canvas
        canvas.save()
        canvas.translate(*centre)
        canvas.rotate(part.chance.uniform(*one.pair("turn", "0")))
        piece = pieces.find(name)
        if (deep := one.number("deep", 6)) > 0:
            half = piece.width * scale * 0.5
            soft = fill(easel.stage.light.shadow, SHADOW, blur=max(1.0, 0.14 * half))
            drop = deep * scale
            flat = one.number("tall", 1.0) * half
            canvas.drawOval(skia.Rect.MakeLTRB(-half - drop, -flat + drop, half, flat + drop), soft)
        pieces.draw_plain(part, name, (0.0, 0.0), scale, roles=roles)
        canvas.restore()


def trees_at(easel: Easel, one: Step, roles: Roles) -> None:
    """Single trees at ``at`` and ``down``, ``size`` shorter sides wide."""
    for index, (at, down) in enumerate(_spots(easel, one)):
        part = easel.fork("tree", index)
        radius = short(easel, one.number("size", 0.06)) / 2 * part.chance.uniform(0.8, 1.2)
        tree_above(part, (across(easel, at, roles), down * easel.height), radius, easel.air.nature.bush)


def track_above(easel: Easel, one: Step, roles: Roles) -> None:
    """A road ``wide`` that winds across the picture from left to right; with ``lines`` down its middle."""
    turn, wide = easel.chance.uniform(0, math.tau), short(easel, one.number("wide", 0.024))
    points: list[Point] = []
    for i in range(15):
        part = i / 14
        y = 0.5 + 0.24 * math.sin(turn + 4.2 * part) + 0.06 * math.sin(9 * part)
        points.append(((-0.05 + 1.1 * part) * easel.width, y * easel.height))
    way, verge = curve(points), shift(easel.air.nature.grass_near, lightness=-0.02)
    easel.line(way, easel.air.snow_colour if easel.air.snow else easel.lit(verge), wide * 1.5, 0.8)
    easel.line(way, easel.lit(tone(easel, one, "#d9c7a0|#b5b0a8")), wide)
    if one.text("lines") != "yes":
        return
    white = stroke(easel.lit(Colour.of("#f2eee0")), wide * 0.06, 0.85)
    white.setPathEffect(skia.DashPathEffect.Make([wide * 0.5, wide * 0.5], 0.0))
    easel.canvas.drawPath(way, white)


def _spots(easel: Easel, one: Step) -> list[Point]:
    if "count" not in one.options:
        return list(zip(one.numbers("at", "0"), one.numbers("down", "0.5"), strict=True))
    found: list[Point] = []
    gap, count = one.number("gap", 0.4), int(one.number("count"))
    for i in range(count * 12):
        chance = easel.chance.fork("spot", i)
        at, down = chance.uniform(-1.0, 1.0), chance.random()
        free = abs(at) < gap and abs(down - 0.5) < gap * 0.5
        close = any(math.hypot(at - x, 2 * (down - y)) < one.number("apart", 0.3) for x, y in found)
        if not free and not close and len(found) < count:
            found.append((at, down))
    return found
