"""Falling weather in front of everything: rain, snow, fog, storm."""

from __future__ import annotations

import skia

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.ground_light import soft_oval
from aquatint.engines.composer.drawing.brush import polygon, stroke
from aquatint.engines.composer.drawing.colour import WHITE, mix


def fall(easel: Easel) -> None:
    """Paint the weather of the easel's air."""
    match easel.air.weather:
        case "rain":
            rain(easel, 170, 0.16)
        case "storm":
            rain(easel, 260, 0.2)
        case "snow":
            snowfall(easel)
        case "fog":
            mist(easel)
        case _:
            pass


def rain(easel: Easel, drops: int, slant: float) -> None:
    """Slanting strokes: many thin far ones, few long near ones."""
    colour = mix(easel.air.sky[3], WHITE, 0.55)
    for layer, (share, length, width, alpha) in enumerate(
        ((0.55, 30, 1.2, 0.42), (0.3, 56, 2.0, 0.52), (0.15, 96, 3.0, 0.46))
    ):
        chance = easel.chance.fork("rain", layer)
        path = skia.Path()
        for _ in range(int(drops * share * easel.width * easel.height / (min(easel.width, easel.height) ** 2))):
            x, y = chance.uniform(-0.1, 1.1) * easel.width, chance.uniform(-0.05, 1.0) * easel.height
            reach = chance.vary(length, 0.3) * easel.unit
            fallen = _fallen(easel, y, laps=2)
            x, y = x - slant * (fallen - y), fallen
            path.moveTo(x, y)
            path.lineTo(x - reach * slant, y + reach)
        easel.canvas.drawPath(path, stroke(colour, width * easel.unit, alpha))


def _fallen(easel: Easel, y: float, laps: int) -> float:
    """Where a drop at ``y`` has fallen to by now: in an animation it falls ``laps`` times through the picture."""
    phase = easel.stage.phase
    if phase is None:
        return y
    top, bottom = -0.08 * easel.height, 1.02 * easel.height
    return top + (y - top + phase * laps * (bottom - top)) % (bottom - top)


def snowfall(easel: Easel) -> None:
    """Flakes in three depths; the near ones are large, soft and few."""
    area = easel.width * easel.height / min(easel.width, easel.height) ** 2
    for layer, (count, radius, alpha) in enumerate(((150, 1.7, 0.75), (60, 3.4, 0.8), (16, 7.5, 0.4))):
        chance = easel.chance.fork("snow", layer)
        path = skia.Path()
        for _ in range(int(count * area)):
            size = chance.vary(radius, 0.4) * easel.unit
            x, y = chance.random() * easel.width, chance.random() * easel.height
            drift = 2.5 * size * easel.wave(x / easel.width)
            path.addCircle(x + drift, _fallen(easel, y, laps=1), size)
        easel.paint(path, mix(WHITE, easel.air.sky[3], 0.1 + 0.3 * easel.stage.light.darkness), alpha)


def mist(easel: Easel) -> None:
    """A veil that is thickest about the horizon, and banks of it that drift low over the ground."""
    haze, horizon = easel.stage.light.haze, easel.horizon
    easel.band(horizon * 0.5, horizon, (0, haze, 0.0), (1, haze, 0.24))
    easel.band(horizon, easel.height, (0, haze, 0.24), (0.6, haze, 0.1), (1, haze, 0.02))
    depth = easel.height - horizon
    for i, (down, strength) in enumerate(((0.16, 0.3), (0.46, 0.24), (0.8, 0.18))):
        chance = easel.chance.fork("bank", i)
        middle = (easel.width * chance.uniform(0.1, 0.9), horizon + depth * down)
        drift = 0.04 * easel.width * easel.wave(i / 3)
        reach = (easel.width * chance.uniform(0.5, 0.8), depth * (0.1 + 0.1 * down))
        soft_oval(easel, (middle[0] + drift, middle[1]), reach, haze, strength)


def lightning(easel: Easel) -> None:
    """One forked stroke from the clouds to the horizon, with its glow."""
    chance = easel.chance
    x, y = chance.uniform(0.62, 0.82) * easel.width, 0.0
    easel.glow((x, easel.horizon * 0.3), easel.horizon * 0.9, mix(easel.air.sun, WHITE, 0.6), 0.5, add=True)
    points, steps = [(x, y)], 9
    for _ in range(steps):
        x += chance.uniform(-0.045, 0.045) * easel.horizon * 1.6
        y += easel.horizon / steps
        points.append((x, y))
    easel.line(polygon(points, closed=False), mix(easel.air.sun, WHITE, 0.8), 3.4 * easel.unit)
    start = points[4]
    fork = [start]
    for _ in range(3):
        fork.append((fork[-1][0] + chance.uniform(0.02, 0.08) * easel.horizon, fork[-1][1] + easel.horizon / 11))
    easel.line(polygon(fork, closed=False), mix(easel.air.sun, WHITE, 0.8), 1.8 * easel.unit)
