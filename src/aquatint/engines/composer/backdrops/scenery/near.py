"""Frames of growth close to the viewer: stems with seeds, flowers, larger than all behind them."""

from __future__ import annotations

import math
from typing import Any

import skia

from aquatint.engines.composer.backdrops import framing
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.framing import near_tone
from aquatint.engines.composer.backdrops.grounds import tuft
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.backdrops.scenery.measures import Roles, short, tone
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix

Spot = tuple[float, float]
REACH = 0.3
"""How far from the sides the frame goes, in shorter sides."""


def _corner(easel: Easel, chance: Chance, size: float) -> tuple[float, float]:
    """x of a stem and its height: close to one side of the picture and tall, or farther in and short."""
    side = chance.choice((-1, 1))
    inward = abs(chance.gauss(0, 0.42)) * short(easel, REACH)
    x = inward if side < 0 else easel.width - inward
    return x, size * math.exp(-((inward / short(easel, REACH * 0.75)) ** 2)) * chance.uniform(0.65, 1.1)


def stems(easel: Easel, one: Step, roles: Roles) -> None:
    """Tall thin stems with ears of seed in both lower corners."""
    if easel.air.snow:
        framing.drift_frame(easel)
        return
    size = short(easel, one.number("size", 0.18))
    light = near_tone(easel, tone(easel, one, "grass_far"), 0.22)
    dark = near_tone(easel, tone(easel, one, "grass_near"), 0.5)
    foot = easel.height + 6 * easel.unit
    for layer, colour in enumerate((light, dark)):
        path = skia.Path()
        for i in range(46):
            chance = easel.chance.fork(layer, i)
            x, tall = _corner(easel, chance, size)
            lean = chance.uniform(-0.3, 0.3)
            if i % 3:
                tuft(path, x, foot, tall * 0.6 + 20 * easel.unit, chance, 3)
            else:
                _stem(path, (x, foot), (x + lean * tall, foot - tall - 24 * easel.unit), tall)
        easel.paint(path, colour, 0.95)


def _stem(path: Any, foot: Spot, tip: Spot, size: float) -> None:
    """Add a bowed stem with an ear."""
    (x0, y0), (x1, y1) = foot, tip
    thick = max(1.0, size * 0.012)
    path.moveTo(x0 - thick, y0)
    path.quadTo(x0, (y0 + y1) / 2, x1, y1)
    path.quadTo(x0 + 2 * thick, (y0 + y1) / 2, x0 + thick, y0)
    path.close()
    ear, wide = size * 0.2, size * 0.035
    dx, dy = (x1 - x0) * 0.16, -ear
    path.moveTo(x1, y1 + ear * 0.3)
    path.quadTo(x1 - wide * 1.6, y1 + dy * 0.3, x1 + dx, y1 + dy)
    path.quadTo(x1 + wide * 1.8, y1 + dy * 0.3, x1, y1 + ear * 0.3)
    path.close()


def flowers_near(easel: Easel, one: Step, roles: Roles) -> None:
    """Large flowers on stems in the lower corners, in the season's colours; grass alone in winter."""
    if easel.lacks("flowers"):
        return
    if easel.air.snow or not easel.air.nature.flowers:
        framing.grass_frame(easel, size=80)
        return
    size = short(easel, one.number("size", 0.13))
    foot = easel.height + 6 * easel.unit
    green = near_tone(easel, easel.air.nature.grass_near, 0.45)
    leaves, hearts = skia.Path(), skia.Path()
    hues = [mix(easel.lit(hue), easel.stage.light.shadow, 0.14) for hue in easel.air.nature.flowers]
    heads = [skia.Path() for _ in hues]
    for i in range(40):
        chance = easel.chance.fork(i)
        x, tall = _corner(easel, chance, size)
        tuft(leaves, x, foot, tall * 0.6 + 16 * easel.unit, chance, 4)
        if i % 2:
            continue
        tip = (x + chance.uniform(-0.16, 0.16) * tall, foot - tall * 1.05 - 14 * easel.unit)
        _stem(leaves, (x, foot), tip, tall * 0.5)
        _head(heads[chance.randrange(len(heads))], hearts, tip, chance.uniform(9, 17) * easel.unit, chance)
    easel.paint(leaves, green)
    for hue, path in zip(hues, heads, strict=True):
        easel.paint(path, hue)
    easel.paint(hearts, mix(easel.lit(Colour.of("#e8b23c")), easel.stage.light.shadow, 0.16))


def _head(petals: Any, hearts: Any, centre: Spot, radius: float, chance: Chance) -> None:
    """Add a flower that is seen a little from the side."""
    x, y = centre
    turn, count = chance.uniform(0, math.tau), chance.choice((5, 6, 9))
    for i in range(count):
        angle = turn + math.tau * i / count
        petal = radius * (0.62 if count < 7 else 0.42)
        petals.addOval(
            framing.oval(
                x + math.cos(angle) * radius * 0.7, y + math.sin(angle) * radius * 0.5, petal, petal * 0.8
            )
        )
    hearts.addOval(framing.oval(x, y, radius * 0.34, radius * 0.26))
