"""Land against the sky: hills, mountains with lit and shaded sides, dunes, far woods."""

from __future__ import annotations

import itertools
import math
from typing import Any

import skia

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.drawing.brush import Point, curve, polygon, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, shift


def rolling(
    width: float, y: float, rise: float, chance: Chance, *, waves: float = 1.6, points: int = 28
) -> list[Point]:
    """A soft line of hills: three sines with chance phases; ``rise`` is the height of its swing in pixels."""
    phases = [chance.uniform(0, math.tau) for _ in range(3)]
    speeds = [waves * chance.uniform(0.75, 1.25), waves * 2.3, waves * 4.7]
    line = []
    for i in range(points + 1):
        at = i / points
        swing = sum(
            weight * math.sin(math.tau * speed * at + phase)
            for weight, speed, phase in zip((0.62, 0.27, 0.11), speeds, phases, strict=True)
        )
        line.append((at * width, y - rise * (0.5 + 0.5 * swing)))
    return line


def under(line: list[Point], bottom: float) -> Any:
    """The smooth line and everything below it, down to ``bottom``."""
    path = curve(line)
    path.lineTo(line[-1][0], bottom)
    path.lineTo(line[0][0], bottom)
    path.close()
    return path


def hills(easel: Easel, y: float, rise: float, colour: Colour, far: float, *, waves: float = 1.6) -> list[Point]:
    """One layer of hills, misty at its foot. Gives back its line, for things to stand on."""
    line = rolling(easel.width, y, rise, easel.chance, waves=waves * (0.5 + 0.5 * easel.span))
    body, foot = easel.lit(colour, far), easel.lit(colour, min(1.0, far + 0.3))
    top = min(point[1] for point in line)
    path = under(line, easel.height)
    easel.shade(path, easel.fade((0, top), (0, y + rise * 1.5), (0, body, 1.0), (1, foot, 1.0)))
    if easel.air.cover < 0.6 and easel.stage.light.darkness > 0.3:
        _rim(easel, line, 1 - 0.6 * far)
    return line


def _rim(easel: Easel, line: list[Point], power: float) -> None:
    """The light of a low sun or the moon along the crest of a hill, on its side of the picture."""
    light = easel.stage.light
    source, reach = easel.width * (0.5 + 0.5 * light.x), 0.75 * easel.width
    edges = (source - reach, source + reach)
    tone = mix(light.key, easel.air.sun, 0.4)
    fades = ((0, tone, 0.0), (0.5, tone, 0.5 * power), (1, tone, 0.0))
    shader = easel.fade((edges[0], 0), (edges[1], 0), *fades)
    lowered = [(x, y + 1.2 * easel.unit) for x, y in line]
    easel.canvas.drawPath(curve(lowered), stroke(tone, 3 * easel.unit, shader=shader))


def height_on(line: list[Point], x: float) -> float:
    """y of a line of points at ``x``."""
    for (x0, y0), (x1, y1) in itertools.pairwise(line):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / max(1e-6, x1 - x0)
    return line[-1][1]


def _flank(start: Point, end: Point, steps: int, rough: float, chance: Chance) -> list[Point]:
    """A broken line from a summit to a foot."""
    (x0, y0), (x1, y1) = start, end
    size = math.hypot(x1 - x0, y1 - y0)
    points = [start]
    for i in range(1, steps):
        part = i / steps
        kick = chance.uniform(-1, 1) * rough * size / steps
        points.append(
            (
                x0 + (x1 - x0) * part + kick,
                y0 + (y1 - y0) * part + chance.uniform(-0.5, 0.5) * rough * size / steps,
            )
        )
    return [*points, end]


def mountain(
    easel: Easel, summit: Point, foot: float, spread: float, colour: Colour, far: float, *, cap: float = 0.34
) -> None:
    """One mountain with a lit and a shaded side and snow above the line ``cap`` (share of its height)."""
    chance, (x, y) = easel.chance, summit
    left, right = (x - spread * chance.uniform(0.85, 1.1), foot), (x + spread * chance.uniform(0.85, 1.1), foot)
    west, east = _flank(summit, left, 9, 0.55, chance), _flank(summit, right, 9, 0.55, chance)
    spine = _flank(summit, (x + spread * chance.uniform(-0.12, 0.2), foot), 8, 0.8, chance)
    lit, dark = easel.lit(shift(colour, lightness=0.06), far), easel.lit(shift(colour, lightness=-0.12), far)
    mist = easel.lit(colour, min(1.0, far + 0.42))
    bright, dull = (west, east) if easel.toward < 0 else (east, west)
    for side, tone in ((dull, dark), (bright, lit)):
        path = polygon([*side, *reversed(spine)])
        easel.shade(path, easel.fade((0, y), (0, foot), (0, tone, 1.0), (0.55, tone, 1.0), (1, mist, 1.0)))
    _spurs(easel, spine, dull, dark, lit, mist)
    if cap > 0:
        _snow_cap(easel, bright, dull, spine, y + (foot - y) * cap, far)


def _spurs(easel: Easel, spine: list[Point], side: list[Point], dark: Colour, lit: Colour, mist: Colour) -> None:
    """Small facets that catch light on the shaded side."""
    chance = easel.chance.fork("spurs")
    for i in range(1, len(spine) - 2):
        (x0, y0), (x1, y1) = spine[i], side[i]
        reach = chance.uniform(0.25, 0.6)
        tip = (x0 + (x1 - x0) * reach, y0 + (y1 - y0) * reach + (spine[i + 1][1] - y0) * 0.7)
        easel.paint(polygon([spine[i], tip, spine[i + 1]]), mix(mix(dark, lit, 0.35), mist, i / len(spine)), 0.75)


def _snow_cap(
    easel: Easel, bright: list[Point], dull: list[Point], spine: list[Point], line: float, far: float
) -> None:
    snow = easel.air.snow_colour
    lit = mix(snow, easel.stage.light.haze, far * 0.6)
    shade = mix(mix(snow, easel.air.sky[1], 0.42), easel.stage.light.haze, far * 0.6)
    for side, tone in ((dull, shade), (bright, lit)):
        path = _above(side, spine, line, easel.chance.fork("cap", "lit" if side is bright else "dark"))
        easel.paint(path, tone)


def _above(side: list[Point], spine: list[Point], line: float, chance: Chance) -> Any:
    """The part of a side above a line, with a lower edge that runs down in tongues."""
    outer = _cut(side, line)
    inner = _cut(spine, line * 1.0 + (line - spine[0][1]) * 0.18)
    (x0, y0), (x1, y1) = outer[-1], inner[-1]
    tall, count = line - spine[0][1], 5
    edge: list[Point] = []
    for i in range(count):
        for part, drop in ((0.12, -0.04), (0.5, 0.05 + 0.26 * chance.random() ** 1.4), (0.88, -0.02)):
            at = (i + part + chance.uniform(-0.1, 0.1)) / count
            edge.append((x0 + (x1 - x0) * at, y0 + (y1 - y0) * at + drop * tall))
    return polygon([*outer, *edge, *reversed(inner)])


def _cut(side: list[Point], line: float) -> list[Point]:
    kept = [side[0]]
    for (x0, y0), (x1, y1) in itertools.pairwise(side):
        if y1 > line:
            part = (line - y0) / max(1e-6, y1 - y0)
            kept.append((x0 + (x1 - x0) * part, line))
            break
        kept.append((x1, y1))
    return kept


def range_of_mountains(
    easel: Easel, foot: float, tall: float, colour: Colour, far: float, *, count: float = 4.0, cap: float = 0.34
) -> None:
    """A row of mountains whose highest stands off the middle. ``tall`` is that one's height in pixels."""
    chance = easel.chance
    number = max(3, round(count * (0.4 + 0.6 * easel.span)))
    king = chance.choice((0.28, 0.7))
    peaks = []
    for i in range(number + 2):
        x = (i - 0.5 + chance.uniform(-0.25, 0.25)) / number
        size = chance.uniform(0.45, 0.72)
        peaks.append((size, x))
    nearest = min(range(len(peaks)), key=lambda i: abs(peaks[i][1] - king))
    peaks[nearest] = (1.0, king)
    for i, (size, x) in sorted(enumerate(peaks), key=lambda pair: pair[1][0]):
        peak = (x * easel.width, foot - tall * size)
        one = easel.fork("mountain", i)
        mountain(
            one, peak, foot, tall * size * one.chance.uniform(0.8, 1.05), colour, far + 0.12 * (1 - size), cap=cap
        )


def far_wood(
    easel: Easel, line: list[Point], size: float, colour: Colour, far: float, *, pointed: bool = True
) -> None:
    """A wood seen from afar along a line: one silhouette, misty at its foot."""
    if easel.lacks("trees"):
        return
    chance, path = easel.chance, skia.Path()
    x, low = -size, max(point[1] for point in line)
    while x < easel.width + size:
        tall = size * chance.uniform(0.55, 1.15)
        foot = height_on(line, min(max(x, 0), easel.width)) + size * 0.25
        wide = tall * (chance.uniform(0.2, 0.28) if pointed else chance.uniform(0.4, 0.6))
        if pointed:
            _spire(path, x, foot, tall, wide)
        else:
            path.addOval(skia.Rect.MakeLTRB(x - wide, foot - tall, x + wide, foot + tall * 0.2))
        x += wide * chance.uniform(0.7, 1.7)
    path.addPath(under([(px, py + size * 0.1) for px, py in line], low + size))
    tone, foot_tone = easel.lit(colour, far), easel.lit(colour, min(1.0, far + 0.3))
    top = min(point[1] for point in line) - size
    easel.shade(path, easel.fade((0, top), (0, low + size), (0, tone, 1.0), (0.5, tone, 1.0), (1, foot_tone, 1.0)))


def _spire(path: Any, x: float, foot: float, tall: float, wide: float) -> None:
    """A small pointed tree with three steps on each side, added to a path."""
    path.moveTo(x, foot - tall)
    for side in (1, -1):
        steps = ((0.45, 0.66), (0.28, 0.64), (0.78, 0.34), (0.5, 0.32), (1.0, 0.0))
        for reach, up in steps if side > 0 else reversed(steps):
            path.lineTo(x + side * reach * wide, foot - tall * up)
    path.close()
