"""Shafts of light: from the sky through trees, from a window onto a wall or floor."""

from __future__ import annotations

import skia

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.sky import sun_at
from aquatint.engines.composer.drawing.brush import fill, polygon
from aquatint.engines.composer.drawing.colour import WHITE, mix


def from_sky(easel: Easel, bottom: float, *, count: int = 5, strength: float = 0.2) -> None:
    """Slanting beams that widen downward and fade before ``bottom``; weak under cloud, none in rain."""
    power = strength * (1 - 0.9 * easel.air.cover) * (1 - 0.75 * easel.stage.light.darkness)
    if power < 0.02 or easel.air.weather == "aurora":
        return
    x, _ = sun_at(easel)
    colour = mix(easel.air.sun, WHITE, 0.25)
    slant = -easel.toward * 0.5
    for i in range(count):
        chance = easel.chance.fork(i)
        start = x + (i - count / 2 + chance.uniform(-0.3, 0.3)) * 110 * easel.unit
        wide = chance.uniform(18, 55) * easel.unit
        end = start + slant * bottom
        path = polygon([(start, 0), (start + wide, 0), (end + wide * 3.2, bottom), (end - wide, bottom)])
        stops = ((0, colour, power), (0.7, colour, power * 0.55), (1, colour, 0.0))
        shader = easel.fade((0, 0), (0, bottom), *stops)
        easel.canvas.drawPath(path, fill(shader=shader, blend=skia.BlendMode.kScreen))
