"""Layers of water: lakes and seas, surf, swells, falls, mirror images."""

from __future__ import annotations

import skia

from aquatint.engines.composer.backdrops import ridges, water
from aquatint.engines.composer.backdrops.easel import Easel, lens
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.backdrops.scenery.measures import Roles, across, level, short, tone
from aquatint.engines.composer.drawing.brush import fill, polygon
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix


def water_layer(easel: Easel, one: Step, roles: Roles) -> None:
    """Water between two heights in a ``tone``; ``ice=yes`` lets it freeze when snow lies."""
    top, foot = level(easel, one.number("y")), level(easel, one.number("to", 0.2))
    if one.text("ice") == "yes" and easel.air.snow:
        ice = mix(easel.air.snow_colour, easel.air.sky[1], 0.25)
        easel.band(top, foot, (0, mix(ice, easel.air.sky[3], 0.4), 1.0), (1, ice, 1.0))
        return
    water.sheet(easel, top, foot, deep=tone(easel, one, "#2f86a8"))


def pool(easel: Easel, one: Step, roles: Roles) -> None:
    """A swimming pool in the ground from ``y`` to ``to``, with a rim of stone; ``lanes=yes`` ropes it off."""
    top, foot = level(easel, one.number("y", 0.14)), level(easel, one.number("to", 0.3))
    middle, near, far_half = easel.width * 0.5, 0.64 * easel.width, 0.46 * easel.width
    rim = easel.lit(Colour.of("#f2ece2"))
    edge = 8 * easel.unit
    outer = [(middle - far_half - edge * 2, top - edge), (middle + far_half + edge * 2, top - edge)]
    outer += [(middle + near + edge * 3, foot + edge * 2), (middle - near - edge * 3, foot + edge * 2)]
    easel.paint(polygon(outer), rim)
    basin = polygon(
        [(middle - far_half, top), (middle + far_half, top), (middle + near, foot), (middle - near, foot)]
    )
    blue = easel.lit(tone(easel, one, "#39b6cf"))
    sky_tone = easel.air.sky[2]
    stops = (
        (0, mix(blue, sky_tone, 0.45), 1.0),
        (0.4, blue, 1.0),
        (1, mix(blue, easel.lit(Colour.of("#1f7fa8")), 0.45), 1.0),
    )
    easel.shade(basin, easel.fade((0, top), (0, foot), *stops))
    canvas = easel.canvas
    canvas.save()
    canvas.clipPath(basin, True)
    easel.band(top, top + 12 * easel.unit, (0, easel.stage.light.shadow, 0.3), (1, easel.stage.light.shadow, 0.0))
    light = skia.Path()
    for i in range(60):
        chance = easel.chance.fork(i)
        part = chance.random() ** 0.7
        length = (20 + 90 * part) * easel.unit * chance.uniform(0.5, 1.2)
        spot = (chance.random() * easel.width, top + (foot - top) * part)
        light.addPath(lens(*spot, length, length * 0.07))
    easel.paint(light, mix(blue, WHITE, 0.6), 0.5)
    if one.text("lanes") == "yes":
        for i in range(-2, 3):
            if i:
                at, after = middle + i * far_half * 0.4, middle + i * near * 0.4
                half = 2.5 * easel.unit
                rope = [(at - half * 0.4, top), (at + half * 0.4, top), (after + half, foot), (after - half, foot)]
                easel.paint(polygon(rope), easel.lit(Colour.of("#e8584f")), 0.85)
    canvas.restore()


def surf(easel: Easel, one: Step, roles: Roles) -> None:
    """Shallows and a line of foam along a shore at ``y``."""
    y = level(easel, one.number("y"))
    shallow = easel.lit(tone(easel, one, "#7fd6cf"))
    easel.band(y - 0.05 * easel.height, y, (0, shallow, 0.0), (1, shallow, 0.7))
    edge = ridges.rolling(easel.width, y + 0.01 * easel.height, 0.025 * easel.height, easel.chance, waves=1.3)
    water.foam_edge(easel.fork("foam"), edge, short(easel, one.number("wide", 0.007)))


def swells(easel: Easel, one: Step, roles: Roles) -> None:
    """Long waves from ``y`` to the lower edge, higher in a storm."""
    line, tall = level(easel, one.number("y")), easel.height
    rough = 2.0 if easel.air.weather == "storm" else 1.0
    for i in range(4):
        part = ((i + 1) / 4) ** 1.5
        y = line + (tall - line) * (0.08 + 0.85 * part)
        water.swell(easel.fork(i), y, (0.005 + 0.016 * part) * tall * rough, near=part)


def falls(easel: Easel, one: Step, roles: Roles) -> None:
    """A fall: white water from ``y`` down to ``to``, ``wide``, with streaks, and spray at its foot."""
    x, half = across(easel, one.number("at"), roles), short(easel, one.number("wide", 0.12)) / 2
    top, foot = level(easel, one.number("y", -0.3)), level(easel, one.number("to", 0.1))
    clear = mix(easel.lit(Colour.of("#e9f4f8")), easel.air.sky[2], 0.2)
    deep = mix(clear, easel.lit(Colour.of("#6fb0c8")), 0.5)
    body = polygon([(x - half * 0.8, top), (x + half * 0.8, top), (x + half * 1.1, foot), (x - half * 1.1, foot)])
    easel.shade(body, easel.fade((0, top), (0, foot), (0, deep, 1.0), (0.4, clear, 1.0), (1, clear, 1.0)))
    streaks, white = skia.Path(), skia.Path()
    for i in range(34):
        chance = easel.chance.fork(i)
        at, y = x + chance.uniform(-1, 1) * half * 0.95, top + (foot - top) * chance.uniform(0.0, 0.8)
        length = (foot - top) * chance.uniform(0.12, 0.4)
        path = white if i % 2 else streaks
        path.addRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(at, y, 3 * easel.unit, length), 2, 2))
    easel.paint(streaks, deep, 0.75)
    easel.paint(white, mix(clear, WHITE, 0.6), 0.9)
    for i in range(12):
        chance = easel.chance.fork("spray", i)
        at = x + chance.uniform(-1.5, 1.5) * half
        radius = half * chance.uniform(0.25, 0.5)
        easel.canvas.drawCircle(
            at, foot - radius * 0.3, radius, fill(mix(clear, WHITE, 0.5), 0.5, blur=radius * 0.3)
        )


def mirror(easel: Easel, one: Step, roles: Roles) -> None:
    """The dark image of a shore just below it; in the dark, the shine of lamps in strokes."""
    top, depth = level(easel, one.number("y")), short(easel, one.number("deep", 0.06))
    colour = mix(easel.lit(tone(easel, one, "conifer"), 0.3), easel.air.sky[1], 0.2)
    water.reflection(easel, top, depth, colour)
    dark = easel.air.light.darkness
    if dark < 0.3 or one.text("lamps") != "yes":
        return
    path = skia.Path()
    for i in range(int(16 * easel.span)):
        chance = easel.chance.fork("lamp", i)
        x = chance.random() * easel.width
        for k in range(5):
            y, wide = top + depth * (0.15 + 0.3 * k), chance.uniform(6, 14) * easel.unit
            path.addPath(lens(x + chance.uniform(-4, 4) * easel.unit, y, wide * (1 + 0.25 * k), 2.4 * easel.unit))
    easel.paint(path, Colour.of("#ffd98a"), 0.75 * dark)
