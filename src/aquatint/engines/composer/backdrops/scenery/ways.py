"""Layers that wind from the distance to the viewer: paths, cart tracks, streams."""

from __future__ import annotations

import itertools
import math
from typing import Any

import skia

from aquatint.engines.composer.backdrops import framing, water
from aquatint.engines.composer.backdrops.easel import Easel, lens
from aquatint.engines.composer.backdrops.grounds import tuft
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.backdrops.scenery.measures import Roles, across, level, short, tone
from aquatint.engines.composer.drawing.brush import Point, curve, polygon
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, shift

Stretch = tuple[float, float, float, float]
"""x of the middle, y, half the width, nearness 0..1."""
STEPS = 18


def _winding(easel: Easel, one: Step, roles: Roles) -> list[Stretch]:
    """A way from ``at`` at ``y`` to ``near`` at ``to`` (the lower edge), ``far_wide`` and ``near_wide``, swinging
    by ``bend``, ``curls`` times."""
    top = level(easel, one.number("y", 0.05))
    bottom = level(easel, one.number("to")) if "to" in one.options else 1.03 * easel.height
    start, end = across(easel, one.number("at"), roles), across(easel, one.number("near", 0.3), roles)
    thin, wide = short(easel, one.number("far_wide", 0.008)) / 2, short(easel, one.number("near_wide", 0.3)) / 2
    bend, curls = short(easel, one.number("bend", 0.1)), one.number("curls", 1.0)
    bend *= -1 if "mirror" in roles else 1
    found = []
    for i in range(STEPS + 1):
        near = (i / STEPS) ** 1.8
        swing = bend * math.sin(math.tau * curls * near**0.45) * (0.16 + near) * (1 - near) * 1.8
        x = start + (end - start) * near**0.9 + swing
        found.append((x, top + (bottom - top) * near, thin + (wide - thin) * near**1.1, near))
    return found


def _ribbon(way: list[Stretch], grow: float = 1.0) -> Any:
    left: list[Point] = [(x - half * grow, y) for x, y, half, _ in way]
    right: list[Point] = [(x + half * grow, y) for x, y, half, _ in reversed(way)]
    return curve([*left, *right], closed=True)


def path(easel: Easel, one: Step, roles: Roles) -> None:
    """A footpath in a ``tone``; ``kind=track`` has grass between two ruts, ``kind=stones`` is stepping stones.
    ``verge=no`` lets no grass hang over it."""
    way, kind = _winding(easel, one, roles), one.text("kind", "path")
    base = easel.air.snow_colour if easel.air.snow else easel.lit(tone(easel, one, "#d9c39a|#cdb48c|#c9b8a0"))
    if kind == "stones":
        _stones(easel, way, base)
        return
    top, bottom = way[0][1], way[-1][1]
    haze = easel.stage.light.haze
    far, near = mix(base, haze, 0.35), shift(base, lightness=-0.06)
    easel.paint(_ribbon(way, 1.12), shift(easel.lit(easel.air.nature.grass_near), lightness=-0.02), 0.3)
    body = _ribbon(way)
    easel.shade(body, easel.fade((0, top), (0, bottom), (0, far, 0.95), (0.5, base, 0.95), (1, near, 0.95)))
    side = easel.toward
    shade = [(x - side * half * 0.72, y, half * 0.3, near_) for x, y, half, near_ in way]
    easel.paint(_ribbon(shade), shift(base, lightness=-0.1), 0.28)
    if kind == "track":
        grass = mix(easel.lit(easel.air.nature.grass), base, 0.25)
        easel.paint(_ribbon(way, 0.34), grass, 0.85)
    if easel.air.wet > 0:
        shine = mix(easel.air.sky[3], easel.air.sky[2], 0.4)
        easel.paint(_ribbon([(x + side * h * 0.2, y, h * 0.42, n) for x, y, h, n in way]), shine, 0.4)
    if not easel.air.snow and one.text("verge", "yes") == "yes":
        _verge(easel.fork("verge"), way)


def highroad(easel: Easel, one: Step, roles: Roles) -> None:
    """A surfaced road with a white line at each side and a dashed one in the middle."""
    way = _winding(easel, one, roles)
    top, bottom = way[0][1], way[-1][1]
    base = easel.lit(tone(easel, one, "#77787f|#6f7078|#84817c"))
    if easel.air.snow:
        base = mix(base, easel.air.snow_colour, 0.6)
    easel.paint(_ribbon(way, 1.16), easel.lit(Colour.of("#b5a888")), 0.8)
    far = mix(base, easel.stage.light.haze, 0.4)
    easel.shade(_ribbon(way), easel.fade((0, top), (0, bottom), (0, far, 1.0), (1, base, 1.0)))
    white = easel.lit(Colour.of("#f2eee0"))
    for side in (-1, 1):
        line = [(x + side * half * 0.9, y, max(0.3, half * 0.022), near) for x, y, half, near in way]
        easel.paint(_ribbon(line), white, 0.75)
    for start in range(2, len(way) - 1, 2):
        (x0, y0, half0, _), (x1, y1, half1, _) = way[start : start + 2]
        w0, w1 = (max(0.3, half * 0.03) for half in (half0, half1))
        easel.paint(polygon([(x0 - w0, y0), (x0 + w0, y0), (x1 + w1, y1), (x1 - w1, y1)]), white, 0.85)
    if easel.air.wet > 0:
        easel.paint(_ribbon(way, 0.6), mix(easel.air.sky[3], easel.air.sky[2], 0.4), 0.3)
    if not easel.air.snow:
        _verge(easel.fork("verge"), way)


def _verge(easel: Easel, way: list[Stretch]) -> None:
    """Tufts of grass that hang over both edges."""
    tufts = skia.Path()
    for index, (x, y, half, near) in enumerate(way[4:]):
        for side in (-1, 1):
            chance = easel.chance.fork(index, side)
            if chance.random() < 0.75:
                size = (6 + 34 * near) * easel.unit * chance.uniform(0.6, 1.1)
                tuft(tufts, x + side * half * chance.uniform(0.98, 1.08), y + size * 0.2, size, chance, 4)
    easel.paint(tufts, easel.lit(shift(easel.air.nature.grass_near, lightness=0.02)), 0.9)


def _stones(easel: Easel, way: list[Stretch], base: Colour) -> None:
    """Flat stones, one step apart."""
    dark, light = skia.Path(), skia.Path()
    top, bottom = way[0][1], way[-1][1]
    y, index = top, 0
    while y < bottom:
        x, half = _at(way, y)
        chance = easel.chance.fork(index)
        wide, tall = half * chance.uniform(0.62, 0.84), max(1.5, half * chance.uniform(0.2, 0.26))
        middle = x + (0.2 if index % 2 else -0.2) * half
        dark.addOval(framing.oval(middle, y + tall * 0.34, wide, tall))
        light.addOval(framing.oval(middle, y, wide * 0.97, tall * 0.95))
        y += tall * 2.5
        index += 1
    easel.paint(dark, shift(base, lightness=-0.16), 0.9)
    easel.paint(light, base)


def _at(way: list[Stretch], y: float) -> tuple[float, float]:
    """x of the middle of a way, and half its width, at a height."""
    for (x0, y0, half0, _), (x1, y1, half1, _) in itertools.pairwise(way):
        if y <= y1:
            part = (y - y0) / max(1e-6, y1 - y0)
            return x0 + (x1 - x0) * part, half0 + (half1 - half0) * part
    return way[-1][0], way[-1][2]


def stream(easel: Easel, one: Step, roles: Roles) -> None:
    """A brook between banks, with the sky in it; frozen under snow."""
    way = _winding(easel, one, roles)
    top, bottom = way[0][1], way[-1][1]
    bank = easel.lit(mix(easel.air.nature.grass_near, easel.air.nature.soil, 0.4))
    if easel.air.snow:
        bank = mix(easel.air.snow_colour, easel.air.sky[1], 0.3)
    lifted = [(x, y - half * 0.1 - easel.unit, half, near) for x, y, half, near in way]
    easel.paint(_ribbon(lifted, 1.14), shift(bank, lightness=-0.05), 0.9)
    far, middle, near_tone = water.tones(easel, tone(easel, one, "#3a8aa6"))
    if easel.air.snow:
        middle = near_tone = mix(easel.air.snow_colour, easel.air.sky[1], 0.22)
    stops = ((0, far, 1.0), (0.4, mix(middle, far, 0.3), 1.0), (1, near_tone, 1.0))
    easel.shade(_ribbon(way), easel.fade((0, top), (0, bottom), *stops))
    glints = skia.Path()
    for i in range(34):
        chance = easel.chance.fork("glint", i)
        x, y, half, _ = way[min(STEPS, 2 + int(chance.random() * (STEPS - 2)))]
        spot = x + chance.uniform(-0.6, 0.6) * half
        drop = y + chance.uniform(-0.5, 0.5) * half * 0.5
        glints.addPath(lens(spot, drop, half * chance.uniform(0.2, 0.6), half * 0.03 + easel.unit))
    easel.paint(glints, mix(far, WHITE, 0.5 * (1 - easel.stage.light.darkness)), 0.6)
    if not easel.air.snow:
        _verge(easel.fork("verge"), way)
