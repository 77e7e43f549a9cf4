"""Layers before the items: frames that belong to the place."""

from __future__ import annotations

import math

import skia

from aquatint.engines.composer.backdrops import framing
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.backdrops.scenery.measures import Roles, tone
from aquatint.engines.composer.drawing.brush import curve, polygon
from aquatint.engines.composer.drawing.colour import Colour


def vignette(easel: Easel, one: Step, roles: Roles) -> None:
    """Darker lower corners."""
    framing.vignette(easel, one.number("strength", 0.28))


def grass(easel: Easel, one: Step, roles: Roles) -> None:
    """Tall grass in the lower corners."""
    framing.grass_frame(easel, size=one.number("size", 100))


def branch(easel: Easel, one: Step, roles: Roles) -> None:
    """A leafy branch in the upper corner away from the light."""
    side = -1 if easel.toward > 0 else 1
    framing.leafy_branch(easel, side=side, colour=tone(easel, one, "leaf"))


def boughs(easel: Easel, one: Step, roles: Roles) -> None:
    """Fir boughs in the upper corners."""
    for side in (-1, 1):
        framing.pine_branch(easel.fork(side), side=side)


def leaves(easel: Easel, one: Step, roles: Roles) -> None:
    """Large dark leaves of a hot country in all corners."""
    colour = framing.near_tone(easel, tone(easel, one, "#2f7d4a"), 0.5)
    for side in (-1, 1):
        for low in (True, False):
            part = easel.fork("corner", side, int(low))
            root = (0.0 if side < 0 else float(easel.width), float(easel.height) if low else 0.0)
            if low and one.text("low", "yes") == "no":
                continue
            for i in range(8):
                part_i = part.fork(i)
                turn = math.radians(8 + 10 * i + part_i.chance.uniform(-5, 5))
                length = part_i.chance.uniform(130, 300) * easel.unit * (1.0 if low else 0.8)
                tip = (
                    root[0] - side * math.cos(turn) * length,
                    root[1] + (-1 if low else 1) * math.sin(turn) * length,
                )
                _blade(part_i, root, tip, length * 0.085, colour)


def _blade(easel: Easel, root: tuple[float, float], tip: tuple[float, float], half: float, colour: Colour) -> None:
    (x0, y0), (x1, y1) = root, tip
    length = math.hypot(x1 - x0, y1 - y0)
    nx, ny = -(y1 - y0) / length * half, (x1 - x0) / length * half
    mx, my = (x0 + x1) / 2, (y0 + y1) / 2
    path = skia.Path()
    path.moveTo(x0, y0)
    path.quadTo(mx + nx * 2, my + ny * 2, x1, y1)
    path.quadTo(mx - nx * 2, my - ny * 2, x0, y0)
    path.close()
    easel.paint(path, colour)


def vines(easel: Easel, one: Step, roles: Roles) -> None:
    """Vines that hang from above at the sides."""
    colour = framing.near_tone(easel, tone(easel, one, "#3f7d4a"), 0.5)
    for i in range(9):
        chance = easel.chance.fork(i)
        side = -1 if i % 2 else 1
        x = easel.width * 0.5 + side * easel.width * chance.uniform(0.3, 0.5)
        length = chance.uniform(120, 380) * easel.unit
        sway = chance.uniform(-30, 30) * easel.unit
        points = [(x, -5.0), (x + sway, length * 0.5), (x + sway * 0.4, length)]
        easel.line(curve(points), colour, 4 * easel.unit)
        path = skia.Path()
        for k in range(8):
            part = (k + 1) / 8
            path.addOval(
                framing.oval(
                    x + sway * part + (8 if k % 2 else -8) * easel.unit,
                    length * part,
                    11 * easel.unit,
                    6 * easel.unit,
                )
            )
        easel.paint(path, colour)


def rocks(easel: Easel, one: Step, roles: Roles) -> None:
    """Dark rocks in the lower corners."""
    colour = framing.near_tone(easel, tone(easel, one, "#7d7870"), 0.5)
    for side in (-1, 1):
        chance = easel.chance.fork(side)
        edge, base = (0.0 if side < 0 else float(easel.width)), float(easel.height)
        reach, tall = chance.uniform(150, 260) * easel.unit, chance.uniform(70, 130) * easel.unit
        profile = ((0.0, 1.0), (0.35, 0.9), (0.6, 0.45), (1.0, 0.0), (0.0, 0.0))
        points = [(edge - side * reach * out, base - tall * up) for out, up in profile]
        easel.paint(polygon(points), colour)
        if easel.air.snow:
            easel.line(polygon(points[:4], closed=False), easel.air.snow_colour, 9 * easel.unit, 0.8)


def railing(easel: Easel, one: Step, roles: Roles) -> None:
    """A railing at the lower corners only, so that the middle stays free."""
    colour = framing.near_tone(easel, tone(easel, one, "#4a4a52"), 0.4)
    for side in (-1, 1):
        edge = 0.0 if side < 0 else float(easel.width)
        reach, base, tall = 190 * easel.unit, float(easel.height), 130 * easel.unit
        path = polygon([(edge, base - tall), (edge - side * reach, base - tall * 0.7)], closed=False)
        for i in range(7):
            x = edge - side * reach * i / 6
            path.moveTo(x, base - tall * (1 - 0.3 * i / 6))
            path.lineTo(x, base)
        easel.line(path, colour, 7 * easel.unit)
