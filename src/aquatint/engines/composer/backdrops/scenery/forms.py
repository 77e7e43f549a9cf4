"""Ground that is a form of its own and carries the things of the scene: hill, cliff, island in the air, jetty."""

from __future__ import annotations

import math
from typing import Any

import skia

from aquatint.engines.composer.backdrops import grounds
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.places.sky import cloud_bank
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.backdrops.scenery.measures import Roles, across, level, short, tone
from aquatint.engines.composer.backdrops.sky import cumulus
from aquatint.engines.composer.drawing.brush import Point, curve, polygon
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, shift

STEPS = 40


def crown(easel: Easel, one: Step, roles: Roles) -> None:
    """A hill whose crown is ``flat`` (share of the width on each side of ``at``) at ``y`` and falls away to both
    sides by ``drop``; of ``kind`` grass or rock."""
    middle, top = across(easel, one.number("at"), roles), level(easel, one.number("y", 0.1))
    flat, drop = one.number("flat", 0.2) * easel.width, one.number("drop", 0.3) * easel.height
    fall = max(0.32 * easel.width, 0.3 * 1000 * easel.unit)
    line: list[Point] = []
    for i in range(STEPS + 1):
        x = easel.width * (-0.05 + 1.1 * i / STEPS)
        off = max(0.0, abs(x - middle) - flat) / fall
        sag = min(1.0, abs(x - middle) / max(1.0, flat)) ** 2 * 0.012 * easel.height
        line.append((x, top + sag + drop * (1 - math.exp(-1.1 * off**1.7))))
    body = curve(line)
    body.lineTo(1.05 * easel.width, easel.height + 2)
    body.lineTo(-0.05 * easel.width, easel.height + 2)
    body.close()
    _covered(easel, one, body, top)
    _rounded(easel, body, middle)


def _covered(easel: Easel, one: Step, area: Any, top: float) -> None:
    """Grass, or bare rock in a ``tone``, over an area from ``top`` down."""
    canvas = easel.canvas
    canvas.save()
    canvas.clipPath(area, True)
    if one.text("kind", "grass") == "grass":
        easel.paint(area, easel.lit(easel.air.nature.grass))
        grounds.meadow_ground(easel.fork("grass"), top - 0.03 * easel.height, calm=one.text("calm") == "yes")
    else:
        stone = easel.air.snow_colour if easel.air.snow else easel.lit(tone(easel, one, "#9a9088|#a89f94"))
        far, near = shift(stone, lightness=0.03), shift(stone, lightness=-0.07)
        easel.shade(area, easel.fade((0, top), (0, easel.height), (0, far, 1.0), (1, near, 1.0)))
    canvas.restore()


def _rounded(easel: Easel, body: Any, middle: float) -> None:
    """The side away from the light lies in shade, and a bright rim runs along the crest."""
    shade, side = easel.stage.light.shadow, easel.toward
    start, end = middle + side * 0.1 * easel.width, middle - side * 0.62 * easel.width
    easel.shade(body, easel.fade((start, 0), (end, 0), (0, shade, 0.0), (1, shade, 0.34)))
    easel.canvas.save()
    easel.canvas.clipPath(body, True)
    easel.line(body, mix(easel.stage.light.key, easel.air.sun, 0.4), 5 * easel.unit, 0.3)
    easel.canvas.restore()


def bluff(easel: Easel, one: Step, roles: Roles) -> None:
    """A cliff that comes in from the right (the left with ``side=left``) and ends at ``at``: its top, ``deep``,
    lies at ``y``, its foot at ``foot``. The top is of ``kind`` grass or rock."""
    canvas, flips = easel.canvas, (one.text("side") == "left") != ("mirror" in roles)
    canvas.save()
    if flips:
        canvas.translate(easel.width, 0)
        canvas.scale(-1, 1)
    _bluff(easel, one, toward=-easel.toward if flips else easel.toward)
    canvas.restore()


def _bluff(easel: Easel, one: Step, toward: float) -> None:
    width, end = float(easel.width), easel.width * (0.5 + 0.5 * one.number("at", -0.3))
    back, deep = level(easel, one.number("y", 0.1)), one.number("deep", 0.09) * easel.height
    foot = level(easel, one.number("foot", 0.42))
    chance = easel.fork("edge").chance
    front = _front_edge((end, back + 0.45 * deep), (width * 1.05, back + deep), deep, chance)
    top = curve([*front, (width * 1.05, back - 0.25 * deep), *_back_edge(end, back, width, chance)], closed=True)
    _face(easel.fork("face"), one, front, foot, toward)
    _covered(easel, one, top, back - 0.3 * deep)
    easel.line(curve(front), easel.lit(easel.air.nature.grass_near), 3 * easel.unit, 0.35)


def _front_edge(start: Point, end: Point, deep: float, chance: Chance) -> list[Point]:
    """The edge toward the viewer, with corners at uneven distances."""
    points, part = [start], 0.0
    while (part := part + chance.uniform(0.07, 0.26)) < 0.94:
        x = start[0] + (end[0] - start[0]) * part
        y = start[1] + (end[1] - start[1]) * part**0.42 + chance.uniform(-0.13, 0.13) * deep
        points.append((x, y))
    return [*points, end]


def _back_edge(end: float, back: float, width: float, chance: Chance) -> list[Point]:
    return [
        (end + (width - end) * part, back + chance.uniform(-0.5, 0.5) * 0.006 * width)
        for part in (0.8, 0.6, 0.4, 0.2, 0.06)
    ]


def _face(easel: Easel, one: Step, front: list[Point], foot: float, toward: float) -> None:
    """The rock below an edge: buttresses side by side, each with a lit and a dull side, crossed by strata."""
    base = easel.lit(tone(easel, one.named("rock"), "#a08d7a|#8f8a8c|#b09a82"), one.number("far", 0.03))
    start, lower = front[0][0], []
    for index, (x, _) in enumerate(front):
        chance, off = easel.chance.fork("foot", index), (x - start) / easel.width
        lean = 0.06 - 0.1 * off + chance.uniform(-0.03, 0.03)
        drop = 0.05 * off + (0.03 if index % 2 else -0.01) + chance.uniform(-0.01, 0.01)
        lower.append((x + lean * easel.width, foot + drop * easel.height))
    body = polygon([*front, *reversed(lower)])
    easel.paint(body, shift(base, lightness=-0.05))
    for index in range(len(front) - 1):
        corners = (front[index], front[index + 1], lower[index + 1], lower[index])
        _buttress(easel.fork("buttress", index), base, corners, toward)
    easel.canvas.save()
    easel.canvas.clipPath(body, True)
    _strata(easel.fork("strata"), base, (start, front[0][1]), foot)
    shade = easel.stage.light.shadow
    under = (0, shade, 0.34), (0.2, shade, 0.0), (0.7, shade, 0.0), (1, shade, 0.32)
    easel.shade(body, easel.fade((0, front[0][1]), (0, foot), *under))
    easel.canvas.restore()


def _buttress(easel: Easel, base: Colour, corners: tuple[Point, Point, Point, Point], toward: float) -> None:
    chance = easel.chance
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    at = chance.uniform(0.25, 0.75)
    top = (x0 + (x1 - x0) * at, y0 + (y1 - y0) * at)
    knee = chance.uniform(0.35, 0.7)
    bend = (x0 + (x2 - x0) * 0.5 + chance.uniform(-0.2, 0.2) * (x1 - x0), y0 + (y3 - y0) * knee)
    low = (x3 + (x2 - x3) * chance.uniform(0.2, 0.8), y3 + 0.5 * (y2 - y3))
    bright, dull = shift(base, lightness=chance.uniform(0.02, 0.07)), shift(base, lightness=-0.1)
    left, right = (bright, dull) if toward < 0 else (dull, bright)
    easel.paint(polygon([(x0, y0), top, bend, low, (x3, y3)]), left)
    easel.paint(polygon([top, (x1, y1), (x2, y2), low, bend]), right)
    if chance.random() < 0.6:
        easel.paint(polygon([bend, low, (x3 + 0.4 * (low[0] - x3), low[1])]), shift(left, lightness=-0.05))


def _strata(easel: Easel, base: Colour, corner: Point, foot: float) -> None:
    """Ledges that run across the face, each with a lit upper edge, broken off here and there."""
    (left, top), count = corner, 5
    for row in range(count):
        chance = easel.chance.fork(row)
        y = top + (foot - top) * (0.16 + 0.8 * (row + chance.uniform(-0.2, 0.2)) / count)
        x = left - 0.02 * easel.width
        while x < easel.width:
            wide = chance.uniform(0.06, 0.2) * easel.width
            if chance.random() < 0.62:
                thick = chance.uniform(0.006, 0.013) * easel.height
                tilt = chance.uniform(-0.4, 0.6) * thick
                ledge = [
                    (x, y),
                    (x + wide, y + tilt),
                    (x + wide * 0.9, y + thick + tilt),
                    (x + wide * 0.1, y + thick),
                ]
                cap = easel.air.snow_colour if easel.air.snow else shift(base, lightness=0.08)
                easel.paint(polygon(ledge), shift(base, lightness=-0.13), 0.5)
                easel.paint(polygon([(px, py - thick * 0.7) for px, py in ledge]), cap, 0.75)
            x += wide * chance.uniform(1.05, 1.7)


def cloud_sea(easel: Easel, one: Step, roles: Roles) -> None:
    """Clouds below, from ``y`` to the lower edge, larger toward the viewer."""
    top, haze = level(easel, one.number("y", 0.16)), easel.stage.light.haze
    easel.band(top, easel.height, (0, haze, 0.0), (1, mix(haze, easel.air.sky[2], 0.4), 0.7))
    for row, (part, size, far) in enumerate(((0.3, 0.16, 0.7), (0.6, 0.26, 0.45), (1.0, 0.4, 0.2))):
        cloud_bank(easel.fork("bank", row), top + (easel.height * 1.02 - top) * part, size, far)


def isle(easel: Easel, one: Step, roles: Roles) -> None:
    """An island in the air, wide enough to stand on: grass ``half`` shorter sides to each side, rock that tapers
    ``deep`` below; ``falls`` streams run over its edge."""
    middle, top = across(easel, one.number("at"), roles), level(easel, one.number("y", 0.1))
    half, thick = short(easel, one.number("half", 0.4)), short(easel, one.number("thick", 0.1))
    deep, chance = short(easel, one.number("deep", 0.34)), easel.fork("rock").chance
    edge = [
        (
            middle + half * math.cos(a),
            top + thick * (0.5 - 0.5 * math.cos(2 * a)) * 0.5 + thick * 0.5 * math.sin(a),
        )
        for a in (math.pi * (1 - i / 12) for i in range(13))
    ]
    profile = ((0.9, 0.2), (0.62, 0.42), (0.48, 0.5), (0.3, 0.8), (0.1, 1.0), (-0.12, 0.94), (-0.3, 0.66),
               (-0.52, 0.56), (-0.7, 0.34), (-0.94, 0.18))  # fmt: skip
    below: list[Point] = [
        (middle + half * x, top + thick + deep * y * chance.uniform(0.9, 1.1)) for x, y in profile
    ]
    rock = easel.lit(tone(easel, one, "#9a8470|#8c7f86"))
    lit, dull = shift(rock, lightness=0.05), shift(rock, lightness=-0.15)
    bright, dark = middle + easel.toward * half, middle - easel.toward * half
    body = polygon([*edge, *below])
    easel.shade(body, easel.fade((bright, 0), (dark, 0), (0, lit, 1.0), (1, dull, 1.0)))
    for index in range(len(below) - 1):
        (x0, y0), (x1, y1) = below[index], below[index + 1]
        root = (middle + (x0 + x1 - 2 * middle) * 0.56, top + thick * 0.9)
        easel.paint(polygon([root, (x0, y0), (x1, y1)]), shift(rock, lightness=0.06 if index % 2 else -0.1), 0.32)
    turf = skia.Path()
    turf.addOval(skia.Rect.MakeLTRB(middle - half, top - thick * 0.45, middle + half, top + thick))
    _covered(easel.fork("top"), one, turf, top - thick * 0.45)
    _rounded(easel, turf, middle)
    for index in range(int(one.number("falls", 2))):
        at = middle + half * (0.5, -0.62, 0.1)[index % 3]
        drop = 0.94 * math.sqrt(max(0.0, 1 - ((at - middle) / half) ** 2))
        _stream(easel.fork("fall", index), (at, top + thick * (0.275 + 0.7 * drop)), half * 0.085, deep * 1.35)


def _stream(easel: Easel, top: Point, half: float, long: float) -> None:
    """Water that falls into the air and turns into mist."""
    (x, y), chance = top, easel.chance
    white = mix(easel.lit(Colour.of("#e9f4f8")), easel.air.sky[2], 0.15)
    body = curve(
        [(x - half, y), (x + half, y), (x + half * 1.25, y + long), (x - half * 1.25, y + long)], closed=True
    )
    easel.shade(body, easel.fade((0, y), (0, y + long), (0, white, 0.95), (0.6, white, 0.75), (1, white, 0.0)))
    for i in range(9):
        at, start = x + chance.uniform(-0.9, 0.9) * half, y + chance.uniform(0.0, 0.4) * long
        end = start + chance.uniform(0.12, 0.34) * long
        tint = Colour.of("#8fc3da") if i % 2 else Colour.of("#ffffff")
        easel.line(polygon([(at, start), (at, end)], closed=False), easel.lit(tint), 2.4 * easel.unit, 0.6)
    easel.glow((x, y + long * 0.94), half * 3.4, white, 0.55)


RAINBOW = ("#e0524f", "#f0913f", "#f3cf4c", "#5fb56a", "#4a95d0", "#6a62bd", "#a763b8")
"""The bands of a rainbow, the outer one first."""


def rainbow(easel: Easel, one: Step, roles: Roles) -> None:
    """A rainbow to walk on: a flat arch, ``wide``, whose crown is at ``y`` and whose ends lie in clouds."""
    middle, top = easel.width / 2, level(easel, one.number("y", 0.0))
    half, drop = 0.56 * easel.width + short(easel, 0.05), short(easel, one.number("drop", 0.34))
    band = short(easel, one.number("wide", 0.24)) / len(RAINBOW)

    def edge(down: float) -> list[Point]:
        return [(middle + half * k, top + down + drop * abs(k) ** 2.3) for k in (i / 14 - 1 for i in range(29))]

    for index, code in enumerate(RAINBOW):
        upper, lower = edge(index * band), edge((index + 1) * band + 1)
        easel.paint(curve([*upper, *reversed(lower)], closed=True), easel.lit(Colour.of(code)), 0.94)
    easel.line(curve(edge(2 * easel.unit)), mix(easel.stage.light.key, easel.air.sun, 0.3), 5 * easel.unit, 0.6)
    for side in (-1, 1):
        for i in range(3):
            part = easel.fork("cloud", side, i)
            foot = (middle + side * half * (0.86 + 0.1 * i), top + drop * 0.9 + band * 7 * (0.4 + 0.5 * i))
            cumulus(part, foot, short(easel, 0.34), 0.1, part.chance)


def jetty(easel: Easel, one: Step, roles: Roles) -> None:
    """Planks on posts that reach out over water: from the lower edge, ``near_wide``, to ``y``, ``far_wide``."""
    top, bottom = level(easel, one.number("y", 0.1)), easel.height * 1.02
    middle = across(easel, one.number("at"), roles)
    far, near = short(easel, one.number("far_wide", 0.2)) / 2, short(easel, one.number("near_wide", 0.9)) / 2
    wood = tone(easel, one, "#a8835f|#9a7f66|#b8926a")
    count = 22
    _posts(easel, wood, middle, (top, bottom), (far, near))
    for i in range(count):
        y0, y1 = (top + (bottom - top) * ((i + k) / count) ** 1.6 for k in (0.0, 0.94))
        h0, h1 = (far + (near - far) * (y - top) / (bottom - top) for y in (y0, y1))
        m0, m1 = (middle + (easel.width * 0.5 - middle) * (y - top) / (bottom - top) for y in (y0, y1))
        chance = easel.chance.fork(i)
        plank = easel.lit(shift(wood, lightness=chance.uniform(-0.03, 0.03)), 0.16 * (1 - i / count))
        easel.paint(polygon([(m0 - h0, y0), (m0 + h0, y0), (m1 + h1, y1), (m1 - h1, y1)]), plank)
        if easel.air.snow:
            cover = polygon([(m0 - h0, y0), (m0 + h0, y0), (m1 + h1, y1), (m1 - h1, y1)])
            easel.paint(cover, easel.air.snow_colour, 0.75)
        elif easel.air.wet > 0:
            easel.paint(polygon([(m0 - h0, y0), (m0 + h0, y0), (m1, y1)]), easel.air.sky[3], 0.18)


def _posts(
    easel: Easel, wood: Colour, middle: float, ends: tuple[float, float], halves: tuple[float, float]
) -> None:
    """The body below the planks, and a row of posts on each side that stand in the water."""
    (top, bottom), (far, near) = ends, halves
    dark, post = easel.lit(shift(wood, lightness=-0.24)), easel.lit(shift(wood, lightness=-0.12))
    easel.paint(polygon([(middle - far * 1.02, top), (middle + far * 1.02, top),
                         (easel.width * 0.5 + near * 1.03, bottom), (easel.width * 0.5 - near * 1.03, bottom)]),
                dark)  # fmt: skip
    for i in range(5):
        part = (i / 5) ** 1.5
        y, half = top + (bottom - top) * part, far + (near - far) * part
        centre, thick = middle + (easel.width * 0.5 - middle) * part, (7 + 26 * part) * easel.unit
        for side in (-1, 1):
            x, tall = centre + side * (half + thick * 0.3), (34 + 120 * part) * easel.unit
            easel.paint(
                polygon([(x - thick / 2, y - tall * 0.4), (x + thick / 2, y - tall * 0.4),
                         (x + thick / 2, y + tall * 0.6), (x - thick / 2, y + tall * 0.6)]), post,
            )  # fmt: skip
