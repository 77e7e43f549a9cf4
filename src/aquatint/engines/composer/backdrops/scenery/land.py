"""Layers of land and air: sky, hills, peaks, woods, haze, ground, plain grounds."""

from __future__ import annotations

import math

import skia

from aquatint.engines.composer.backdrops import framing, grounds, light_shafts, open_sky, ridges
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.places.space import planet
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.backdrops.scenery.measures import Roles, across, level, short, tone, tone_of
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, shift


def sky_layer(easel: Easel, one: Step, roles: Roles) -> None:
    """The sky, with ``clouds`` times the usual clouds; a ``tint`` colours it, as on other planets."""
    open_sky.paint_sky(easel.fork("sky"), clouds=one.number("clouds", 0.8))
    if "tint" in one.options:
        colour = tone_of(one.text("tint"), easel, easel.fork("tint").chance)
        strength = one.number("strength", 0.5)
        lit = mix(easel.lit(colour), easel.air.sky[2], 0.2)
        easel.band(0, easel.horizon, (0, shift(lit, lightness=-0.14), strength), (1, lit, strength * 0.8))


def hills(easel: Easel, one: Step, roles: Roles) -> None:
    """A line of hills."""
    ridges.hills(
        easel, level(easel, one.number("y")), short(easel, one.number("rise", 0.1)), tone(easel, one),
        one.number("far", 0.4), waves=one.number("waves", 1.4),
    )  # fmt: skip


def peaks(easel: Easel, one: Step, roles: Roles) -> None:
    """A range of mountains."""
    cap = max(one.number("cap", 0.35), 0.6 if easel.air.snow else 0.0)
    ridges.range_of_mountains(
        easel, level(easel, one.number("y")), short(easel, one.number("tall", 0.35)), tone(easel, one, "#67708c"),
        one.number("far", 0.4), count=one.number("count", 4.0), cap=cap,
    )  # fmt: skip


def wood(easel: Easel, one: Step, roles: Roles) -> None:
    """A far wood on a rolling line."""
    line = ridges.rolling(
        easel.width,
        level(easel, one.number("y")),
        short(easel, one.number("rise", 0.02)),
        easel.fork("line").chance,
    )
    colour = tone(easel, one, "conifer")
    if easel.air.season == "autumn" and not easel.air.snow:
        colour = mix(colour, easel.air.nature.leaves[0], 0.4)
    ridges.far_wood(
        easel, line, short(easel, one.number("size", 0.06)), colour, one.number("far", 0.4),
        pointed=one.text("pointed", "yes") == "yes",
    )  # fmt: skip


def haze(easel: Easel, one: Step, roles: Roles) -> None:
    """Mist between two heights, thickest at the lower one."""
    colour = easel.stage.light.haze
    strength = min(0.95, one.number("strength", 0.5) * (0.6 + 0.4 * easel.air.thickness))
    top, foot = level(easel, one.number("y")), level(easel, one.number("to", 0.05))
    easel.band(top, foot, (0, colour, 0.0), (1, colour, strength))
    easel.band(foot, foot + (foot - top) * 0.5, (0, colour, strength), (1, colour, 0.0))


def fog_bank(easel: Easel, y: float) -> None:
    """Fog that has settled at a height ``y`` below the horizon: a long bank with a soft rolling top."""
    colour, foot = easel.stage.light.haze, level(easel, y)
    rise = short(easel, 0.09)
    line = ridges.rolling(easel.width, foot - rise * 0.5, rise, easel.chance, waves=0.9)
    top = min(point[1] for point in line)
    stops = ((0, colour, 0.0), (0.45, colour, 0.34), (0.75, colour, 0.4), (1, colour, 0.0))
    easel.shade(ridges.under(line, foot + rise), easel.fade((0, top), (0, foot + rise), *stops))


def ground(easel: Easel, one: Step, roles: Roles) -> None:
    """Ground from ``y`` down: grass, sand, dirt, snow (``kind``); snow covers sand only while it falls."""
    top, kind = level(easel, one.number("y", 0.06)), one.chosen("kind", easel.fork("kind").chance, "grass")
    if kind == "grass":
        grounds.meadow_ground(easel, top, calm=one.text("calm") == "yes")
        if "tone" in one.options and not easel.air.snow:
            colour = easel.lit(tone(easel, one))
            easel.band(top, easel.height, (0, colour, 0.35), (1, colour, 0.6))
        return
    default = {"sand": "#ecd3a0", "dirt": "#a8825f|#9a7a5a", "snow": "#eef3f9"}[kind]
    white = easel.air.snow and kind != "sand"
    colour = Colour.of("#e9eff6") if white else tone(easel, one, default)
    grounds.sand(easel, top, colour)
    if easel.air.wet > 0.5:
        grounds.puddles(easel.fork("puddles"), top)


def strew(easel: Easel, one: Step, roles: Roles) -> None:
    """Flowers or stones over the ground."""
    top, count = level(easel, one.number("y", 0.1)), one.number("count", 50)
    if one.text("what", "flowers") == "flowers":
        grounds.flowers(easel, top, easel.height, int(count))
        return
    colour, size = tone(easel, one, "#8f8f8a|#a59a8c"), one.number("size", 12)
    spots = grounds.scattered(easel, top, easel.height, int(count * easel.span), easel.chance)
    for index, (x, y, scale) in enumerate(spots):
        chance = easel.chance.fork(index)
        if chance.random() > 0.2 + abs(x / easel.width - 0.5) * 2:
            continue
        radius = size * chance.uniform(0.5, 1.3) * scale * easel.unit
        dull, lit = easel.lit(shift(colour, lightness=-0.1)), easel.lit(shift(colour, lightness=0.04))
        easel.canvas.drawOval(framing.oval(x, y, radius, radius * 0.55), fill(dull))
        cap = easel.air.snow_colour if easel.air.snow else lit
        easel.canvas.drawOval(framing.oval(x, y - radius * 0.14, radius * 0.8, radius * 0.36), fill(cap))


def blooms(easel: Easel, one: Step, roles: Roles) -> None:
    """Flowers of one ``tone`` all over the ground, closer together the farther away; none in winter."""
    if easel.lacks("flowers"):
        return
    if easel.air.snow or easel.air.season == "winter":
        return
    colour = easel.lit(tone(easel, one, "#e0483a"))
    far, dark, light = skia.Path(), skia.Path(), skia.Path()
    top = level(easel, one.number("y", 0.06))
    count = int(one.number("count", 600) * (0.5 + 0.5 * easel.span))
    for index, (x, y, scale) in enumerate(grounds.scattered(easel, top, easel.height, count, easel.chance)):
        wide = 9 * scale * easel.unit
        path = far if scale < 0.4 else (light if index % 2 else dark)
        path.addOval(framing.oval(x, y, wide, wide * 0.62))
        if scale >= 0.4:
            light.addOval(framing.oval(x, y - wide * 0.3, wide * 0.55, wide * 0.34))
    easel.paint(far, mix(colour, easel.stage.light.haze, 0.25), 0.9)
    easel.paint(dark, shift(colour, lightness=-0.06))
    easel.paint(light, shift(colour, lightness=0.03))


def leaf_litter(easel: Easel, one: Step, roles: Roles) -> None:
    """Fallen leaves (in autumn) or petals in a ``tone``."""
    tones = [tone(easel, one)] if "tone" in one.options else list(easel.air.nature.leaves)
    top = level(easel, one.number("y", 0.1))
    for index, colour in enumerate(tones):
        path, chance = skia.Path(), easel.chance.fork(index)
        for x, y, scale in grounds.scattered(easel, top, easel.height, int(30 * easel.span), chance):
            path.addOval(framing.oval(x, y, 7 * scale * easel.unit, 3.4 * scale * easel.unit))
        easel.paint(path, easel.lit(colour), 0.85)


def bodies(easel: Easel, one: Step, roles: Roles) -> None:
    """Planets and moons in the sky of another world."""
    for i, at in enumerate(one.numbers("at", "-0.5,0.6")):
        part = easel.fork("body", i)
        radius = short(easel, part.chance.uniform(0.05, 0.16) if i else part.chance.uniform(0.12, 0.2))
        y = easel.horizon * part.chance.uniform(0.22, 0.5)
        colour = tone_of(one.text("tone", "#d98f6a|#8fa8d9|#c98fc2|#e3c58a"), easel, part.chance)
        easel.canvas.saveLayer(None, skia.Paint(Alphaf=0.84))
        planet(part, (across(easel, at, roles), y), radius, colour, ring=part.chance.random() < 0.5)
        easel.canvas.restore()


def gradient_layer(easel: Easel, one: Step, roles: Roles) -> None:
    """A plain ground in two colours of one family, for pictures that are nowhere."""
    colours = [Colour.of(code) for code in easel.scene.palette if code] or [tone(easel, one)]
    first = easel.lit(colours[0])
    second = easel.lit(colours[1]) if len(colours) > 1 else shift(first, lightness=0.14, hue=26, chroma=0.9)
    angle = easel.chance.uniform(0.3, 1.2)
    end = (easel.width * math.cos(angle), easel.height * math.sin(angle))
    area = skia.Path()
    area.addRect(skia.Rect.MakeWH(easel.width, easel.height))
    easel.shade(area, easel.fade((0, 0), end, (0, shift(first, lightness=-0.05), 1.0), (1, second, 1.0)))


def shapes(easel: Easel, one: Step, roles: Roles) -> None:
    """Large quiet curves across a plain ground, lighter and darker than it."""
    for i in range(int(one.number("count", 4))):
        chance = easel.chance.fork(i)
        y = easel.height * (0.3 + 0.2 * i + chance.uniform(-0.06, 0.06))
        line = ridges.rolling(easel.width, y, short(easel, 0.22), chance, waves=0.7)
        easel.paint(ridges.under(line, easel.height), WHITE if i % 2 else easel.stage.light.shadow, 0.07)


def shafts(easel: Easel, one: Step, roles: Roles) -> None:
    """Shafts of sunlight."""
    light_shafts.from_sky(easel, level(easel, one.number("to", 0.1)), strength=one.number("strength", 0.22))
