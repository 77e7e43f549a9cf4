"""Open ground: grass, snow, sand, paths, and what is strewn on it."""

from __future__ import annotations

import math
from typing import Any

import skia

from aquatint.engines.composer.backdrops import ground_light
from aquatint.engines.composer.backdrops.easel import Easel, lens
from aquatint.engines.composer.backdrops.ridges import rolling, under
from aquatint.engines.composer.drawing.brush import Point, curve
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, shift


def nearness(easel: Easel, y: float) -> float:
    """0 at the horizon .. 1 at the bottom of the picture: the scale of things at that y."""
    return max(0.0, (y - easel.horizon) / max(1.0, easel.height - easel.horizon))


def scattered(
    easel: Easel, top: float, bottom: float, count: int, chance: Chance
) -> list[tuple[float, float, float]]:
    """Places (x, y, scale) strewn over the ground, closer together toward the top as perspective has it."""
    places = []
    for i in range(count):
        depth = ((i + chance.random()) / count) ** 1.5
        y = top + (bottom - top) * depth
        places.append((chance.uniform(-0.02, 1.02) * easel.width, y, 0.16 + 0.84 * nearness(easel, y)))
    return places


def meadow_ground(easel: Easel, top: float, *, calm: bool = False) -> None:
    """Grass (snow in winter) from ``top`` down, in light that falls unevenly, with tufts that grow toward the
    viewer. The seed says whether it lies flat, in two or three planes or in long swells."""
    nature = easel.air.nature
    far, middle, near = (
        easel.lit(tone, veil)
        for tone, veil in ((nature.grass_far, 0.3), (nature.grass, 0.06), (nature.grass_near, 0.0))
    )
    line = rolling(easel.width, top, 0.02 * easel.height, easel.fork("edge").chance, waves=0.8)
    ground = under(line, easel.height)
    easel.shade(ground, easel.fade((0, top), (0, easel.height), (0, far, 1.0), (0.4, middle, 1.0), (1, near, 1.0)))
    canvas = easel.canvas
    canvas.save()
    canvas.clipPath(ground, True)
    lie = easel.fork("lie")
    _LIES[lie.chance.choice(("flat", "planes", "swells", "planes"))](lie, top, far, near)
    ground_light.fall_on(easel.fork("light"), top)
    canvas.restore()
    if easel.air.snow:
        sparkle(easel.fork("sparkle"), top)
    elif not calm:
        blades(easel.fork("blades"), top, middle, near)
    if easel.air.wet > 0.5:
        puddles(easel.fork("puddles"), top)


def _flat(easel: Easel, top: float, light: Colour, dark: Colour) -> None:
    """One even stretch with a few faint brush marks."""
    marks = skia.Path()
    for x, y, scale in scattered(
        easel, top + 0.03 * easel.height, easel.height, int(9 * easel.span), easel.chance
    ):
        marks.addPath(lens(x, y, 420 * scale * easel.unit, 15 * scale * easel.unit))
    easel.paint(marks, mix(light, dark, 0.5), 0.16)


def _planes(easel: Easel, top: float, light: Colour, dark: Colour) -> None:
    """Planes that lie one before the other, each lit along its far edge and darker toward the viewer."""
    tall = easel.height - top
    side = easel.chance.choice((-1, 1))
    for i, part in enumerate((0.2, 0.52)):
        one = easel.fork(i)
        y = top + tall * (part + one.chance.uniform(-0.05, 0.05))
        slope = side * (1 if i % 2 else -1) * one.chance.uniform(0.06, 0.16) * tall
        line = rolling(easel.width, y, 0.05 * tall * (1 + part), one.chance, waves=0.6)
        tilted = [(x, py + slope * (x / easel.width - 0.5)) for x, py in line]
        edge = mix(light, dark, 0.15 + 0.4 * part)
        stops = ((0, edge, 0.9), (0.5, mix(edge, dark, 0.4), 0.55), (1, dark, 0.0))
        easel.shade(under(tilted, easel.height), easel.fade((0, y - 0.1 * tall), (0, y + 0.42 * tall), *stops))


def swells(easel: Easel, top: float, light: Colour, dark: Colour) -> None:
    """Long soft waves of the ground: each crest is lit, the hollow before it lies in shade."""
    side = easel.chance.choice((-1, 1))
    for i, part in enumerate((0.12, 0.34, 0.68)):
        y = top + (easel.height - top) * part
        rise = (0.02 + 0.06 * part) * easel.height
        slope = side * (0.5 + part) * rise
        line = rolling(easel.width, y, rise, easel.fork(i).chance, waves=0.75)
        line = [(x, py + slope * (x / easel.width - 0.5)) for x, py in line]
        lit = ((0, light, 0.36), (1, light, 0.0))
        easel.shade(under(line, y + rise * 2), easel.fade((0, y - rise), (0, y + rise * 1.6), *lit))
        above = [(x, py - 0.8 * rise) for x, py in line]
        hollow = curve([*above, *reversed(line)], closed=True)
        easel.shade(hollow, easel.fade((0, y - 1.7 * rise), (0, y), (0, dark, 0.0), (1, dark, 0.22)))


_LIES = {"flat": _flat, "planes": _planes, "swells": swells}


def path(easel: Easel, top: float, *, start: float, end: float) -> None:
    """A footpath that winds from the far edge at ``start`` to the bottom at ``end`` (shares of the width)."""
    nature, bottom = easel.air.nature, float(easel.height)
    tone = nature.grass_near if easel.air.snow else mix(Colour.of("#d9c39a"), nature.grass_far, 0.25)
    far, near = easel.lit(tone, 0.2), easel.lit(shift(tone, lightness=-0.05))
    left, right = [], []
    for i in range(13):
        part = i / 12
        y = top + (bottom * 1.02 - top) * part**1.7
        bend = 0.09 * math.sin(part * 7.5) * (1 - part) * (1 if end > start else -1)
        x = (start + (end - start) * part + bend) * easel.width
        half = (6 + 105 * part**2.1) * easel.unit
        left.append((x - half, y))
        right.append((x + half, y))
    shape = curve([*left, *reversed(right)], closed=True)
    easel.shade(shape, easel.fade((0, top), (0, bottom), (0, far, 0.9), (1, near, 0.9)))
    edge = skia.Path()
    for x, y in [*left[2:], *right[2:]]:
        tuft(edge, x, y + 3 * easel.unit, (8 + 26 * nearness(easel, y)) * easel.unit, easel.chance, 4)
    if not easel.air.snow:
        easel.paint(edge, easel.lit(nature.grass_near), 0.8)


def tuft(path: Any, x: float, y: float, size: float, chance: Chance, blade_count: int = 5) -> None:
    """Add a tuft of grass to a path."""
    for i in range(blade_count):
        lean = (i / max(1, blade_count - 1) - 0.5) * 1.3 + chance.uniform(-0.2, 0.2)
        tall = size * chance.uniform(0.55, 1.05) * (1 - 0.35 * abs(lean))
        root = x + lean * size * 0.22
        tip = (x + lean * size * 0.85, y - tall)
        thick = size * 0.055
        path.moveTo(root - thick, y)
        path.quadTo(root + lean * size * 0.1, y - tall * 0.6, *tip)
        path.quadTo(root + lean * size * 0.18 + thick, y - tall * 0.5, root + thick, y)
        path.close()


def blades(easel: Easel, top: float, light: Colour, dark: Colour) -> None:
    """Tufts over the grass: sparse in the middle, denser toward the sides."""
    lit, deep = skia.Path(), skia.Path()
    chance = easel.chance
    for x, y, scale in scattered(easel, top + 0.02 * easel.height, easel.height, int(110 * easel.span), chance):
        off = abs(x / easel.width - 0.5) * 2
        if chance.random() > 0.3 + 0.7 * off:
            continue
        tuft(lit if chance.random() < 0.55 else deep, x, y, 24 * scale * easel.unit, chance)
    easel.paint(lit, shift(light, lightness=0.06), 0.75)
    easel.paint(deep, shift(dark, lightness=-0.05), 0.6)


def flowers(easel: Easel, top: float, bottom: float, count: int) -> None:
    """Dots of flowers strewn over the ground, in the season's colours; nothing in winter."""
    if easel.lacks("flowers"):
        return
    colours = easel.air.nature.flowers
    if not colours or easel.air.snow:
        return
    paths = [skia.Path() for _ in colours]
    stems, hearts = skia.Path(), skia.Path()
    for x, y, scale in scattered(easel, top, bottom, int(count * easel.span), easel.chance):
        off = abs(x / easel.width - 0.5) * 2
        if easel.chance.random() > 0.25 + off:
            continue
        radius = 4.2 * scale * easel.unit
        _flower(paths[easel.chance.randrange(len(paths))], hearts, x, y - radius * 2.4, radius)
        tuft(stems, x, y, radius * 3, easel.chance, 3)
    easel.paint(stems, easel.lit(shift(easel.air.nature.grass_near, lightness=-0.03)), 0.8)
    for colour, path in zip(colours, paths, strict=True):
        easel.paint(path, easel.lit(colour))
    easel.paint(hearts, easel.lit(Colour.of("#f4c23c")))


def _flower(petals: Any, hearts: Any, x: float, y: float, radius: float) -> None:
    for i in range(5):
        angle = math.tau * i / 5 + 0.3
        petals.addCircle(x + math.cos(angle) * radius * 0.62, y + math.sin(angle) * radius * 0.5, radius * 0.48)
    hearts.addCircle(x, y, radius * 0.34)


def sparkle(easel: Easel, top: float) -> None:
    """Glints of snow and a few wind-blown edges."""
    path, chance = skia.Path(), easel.chance
    for x, y, scale in scattered(easel, top, easel.height, int(60 * easel.span), chance):
        path.addCircle(x, y, 1.5 * scale * easel.unit)
    easel.paint(path, easel.air.snow_colour, 0.9)
    shadow = mix(easel.lit(easel.air.nature.grass_near), easel.stage.light.shadow, 0.14)
    for x, y, scale in scattered(
        easel, top + 0.04 * easel.height, easel.height, int(10 * easel.span), chance.fork("drift")
    ):
        easel.paint(lens(x, y, 210 * scale * easel.unit, 11 * scale * easel.unit), shadow, 0.3)


def puddles(easel: Easel, top: float) -> None:
    """Pools of rain that mirror the sky, bright toward the horizon, with rings where drops fall."""
    zenith, high, low, horizon = easel.air.sky
    near, far = mix(high, zenith, 0.3), mix(horizon, low, 0.3)
    power = easel.air.wet
    bodies, rims, rings = skia.Path(), skia.Path(), skia.Path()
    spots = scattered(easel, top + 0.05 * easel.height, easel.height, int(8 * easel.span), easel.chance)
    for index, (x, y, scale) in enumerate(spots):
        chance = easel.chance.fork("puddle", index)
        wide = 170 * scale * easel.unit * chance.uniform(0.6, 1.3)
        shape = _pool_shape((x, y), wide, wide * 0.13, chance)
        bodies.addPath(shape)
        for _ in range(2):
            spot = (x + chance.uniform(-0.5, 0.5) * wide, y + chance.uniform(-0.05, 0.05) * wide)
            ring = wide * chance.uniform(0.06, 0.16)
            rings.addOval(
                skia.Rect.MakeLTRB(spot[0] - ring, spot[1] - ring * 0.3, spot[0] + ring, spot[1] + ring * 0.3)
            )
        rims.addPath(lens(x, y + wide * 0.115, wide * 1.2, wide * 0.022))
    stops = ((0, far, 0.85 * power), (1, near, 0.8 * power))
    easel.shade(bodies, easel.fade((0, top), (0, easel.height), *stops))
    easel.paint(rims, mix(horizon, Colour(1.0, 1.0, 1.0), 0.4), 0.5 * power)
    easel.line(rings, mix(horizon, Colour(1.0, 1.0, 1.0), 0.5), 1.6 * easel.unit, 0.6 * power)


def _pool_shape(centre: Point, wide: float, tall: float, chance: Chance) -> Any:
    """A flat uneven pool about its centre."""
    x, y = centre
    points = []
    for i in range(10):
        angle = math.tau * i / 10
        reach = chance.uniform(0.72, 1.12)
        points.append((x + math.cos(angle) * wide * reach, y + math.sin(angle) * tall * reach))
    return curve(points, closed=True)


def sand(easel: Easel, top: float, colour: Colour, line: list[Point] | None = None) -> None:
    """Sand from ``top`` down with wind ripples and grains; a thin cover of snow while it falls."""
    if easel.air.weather == "snow":
        colour = mix(colour, Colour.of("#f2f6fb"), 0.72)
    far, near = easel.lit(shift(colour, lightness=0.03), 0.12), easel.lit(shift(colour, lightness=-0.07))
    edge = line or rolling(easel.width, top, 0.015 * easel.height, easel.fork("edge").chance, waves=0.7)
    easel.shade(under(edge, easel.height), easel.fade((0, top), (0, easel.height), (0, far, 1.0), (1, near, 1.0)))
    dark, chance = shift(near, lightness=-0.05), easel.chance.fork("ripples")
    for x, y, scale in scattered(easel, top + 0.05 * easel.height, easel.height, int(22 * easel.span), chance):
        length = chance.vary(170, 0.5) * scale * easel.unit
        easel.paint(lens(x, y, length, 6 * scale * easel.unit), dark, 0.32)
        easel.paint(lens(x, y + 4 * scale * easel.unit, length * 0.9, 4 * scale * easel.unit), far, 0.4)
    grains = skia.Path()
    for x, y, scale in scattered(
        easel, top + 0.03 * easel.height, easel.height, int(90 * easel.span), chance.fork("grains")
    ):
        grains.addCircle(x, y, 1.4 * scale * easel.unit)
    easel.paint(grains, shift(near, lightness=-0.1), 0.5)
