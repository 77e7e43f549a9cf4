"""Frames in the foreground: near-silhouettes at the edges that give depth and hold the eye inside."""

from __future__ import annotations

import math
from typing import Any

import skia

from aquatint.engines.composer.backdrops.easel import Easel, lens
from aquatint.engines.composer.backdrops.grounds import tuft
from aquatint.engines.composer.drawing.brush import curve
from aquatint.engines.composer.drawing.colour import Colour, mix, shift


def near_tone(easel: Easel, colour: Colour, depth: float = 0.55) -> Colour:
    """A colour as a foreground shadow shape: deep, but never black."""
    return mix(easel.lit(shift(colour, lightness=-0.12)), easel.stage.light.shadow, depth)


def grass_frame(easel: Easel, *, size: float = 120.0) -> None:
    """Tall grass in both lower corners."""
    if easel.air.snow:
        drift_frame(easel)
        return
    for layer, depth in enumerate((0.35, 0.6)):
        chance, path = easel.chance.fork("grass", layer), skia.Path()
        for i in range(34):
            side = -1 if i % 2 else 1
            reach = abs(chance.gauss(0, 0.13)) * min(easel.width, 1400 * easel.unit)
            x = reach if side < 0 else easel.width - reach
            tall = size * easel.unit * math.exp(-((reach / (190 * easel.unit)) ** 2)) * chance.uniform(0.6, 1.1)
            tuft(path, x, easel.height + 6 * easel.unit, tall + 22 * easel.unit, chance, 4)
        easel.paint(path, near_tone(easel, easel.air.nature.grass_near, depth))


def drift_frame(easel: Easel) -> None:
    """A shaded drift of snow in both lower corners."""
    tone = mix(easel.lit(easel.air.nature.grass_near), easel.stage.light.shadow, 0.24)
    for side in (-1, 1):
        chance = easel.chance.fork("drift", side)
        reach = chance.uniform(240, 380) * easel.unit
        rise = chance.uniform(50, 85) * easel.unit
        edge = 0.0 if side < 0 else float(easel.width)
        path = skia.Path()
        path.moveTo(edge, easel.height - rise)
        path.cubicTo(
            edge - side * reach * 0.4,
            easel.height - rise * 0.9,
            edge - side * reach * 0.6,
            easel.height,
            edge - side * reach,
            easel.height,
        )
        path.lineTo(edge, easel.height)
        path.close()
        easel.paint(path, tone, 0.8)


def leafy_branch(easel: Easel, *, side: int, colour: Colour, drop: float = 0.16) -> None:
    """A branch with leaves that hangs into an upper corner; ``side`` -1 left, 1 right."""
    if easel.lacks("trees"):
        return
    chance = easel.chance.fork("branch", side)
    edge = 0.0 if side < 0 else float(easel.width)
    reach, fall = 330 * easel.unit, drop * 1000 * easel.unit
    spine = [
        (edge - side * reach * part, fall * (0.25 + 0.62 * part) + 20 * easel.unit * math.sin(5 * part))
        for part in (-0.05, 0.25, 0.5, 0.75, 1.0)
    ]
    wood = near_tone(easel, Colour.of("#5b4334"), 0.6)
    easel.line(curve(spine), wood, 9 * easel.unit)
    leaves = skia.Path()
    if easel.air.season != "winter":
        for _ in range(34):
            part = chance.uniform(0.0, 1.0)
            index = min(3, int(part * 4))
            (x0, y0), (x1, y1) = spine[index], spine[index + 1]
            local = part * 4 - index
            x, y = x0 + (x1 - x0) * local, y0 + (y1 - y0) * local
            _leaf(leaves, x, y, chance.vary(46, 0.35) * easel.unit, math.pi / 2 + chance.gauss(0, 0.75))
    easel.paint(leaves, near_tone(easel, colour, 0.5))


def _leaf(path: skia.Path, x: float, y: float, length: float, angle: float) -> None:
    tip = (x + math.cos(angle) * length, y + math.sin(angle) * length)
    out_x, out_y = -math.sin(angle) * length * 0.3, math.cos(angle) * length * 0.3
    middle = ((x + tip[0]) / 2, (y + tip[1]) / 2)
    path.moveTo(x, y)
    path.quadTo(middle[0] + out_x, middle[1] + out_y, *tip)
    path.quadTo(middle[0] - out_x, middle[1] - out_y, x, y)
    path.close()


def pine_branch(easel: Easel, *, side: int) -> None:
    """Fir boughs that hang into an upper corner, with snow on them when it lies."""
    edge = 0.0 if side < 0 else float(easel.width)
    dark = near_tone(easel, easel.air.nature.conifer, 0.6)
    snow_tone = mix(easel.air.snow_colour, easel.air.sky[1], 0.3)
    for bough, (top, reach, fall) in enumerate(((-20, 330, 0.42), (95, 250, 0.5), (205, 150, 0.55))):
        chance = easel.chance.fork("bough", side, bough)
        length = chance.vary(reach, 0.1) * easel.unit
        needles, snow = skia.Path(), skia.Path()
        count = 13
        for i in range(count):
            part = i / (count - 1)
            x = edge - side * length * part
            y = top * easel.unit + length * fall * part**1.25
            heading = math.atan2(fall * 1.25 * part**0.25, -side)
            size = length * 0.36 * (1 - 0.66 * part) * chance.uniform(0.85, 1.15)
            for turn in (-0.75, 0.75) if i < count - 1 else (0.0,):
                _twig(needles, (x, y), heading + turn * chance.uniform(0.8, 1.2), size)
            snow.addPath(_snow_lens((x, y), length / count * 1.5, size * 0.2, heading))
        easel.paint(needles, dark)
        if easel.air.snow:
            easel.paint(snow, snow_tone, 0.92)


def _twig(path: Any, root: tuple[float, float], heading: float, length: float) -> None:
    """Add a twig with needles on both sides, shorter toward its tip."""
    count = 6
    for i in range(count):
        part = i / count
        x, y = root[0] + math.cos(heading) * length * part, root[1] + math.sin(heading) * length * part
        needle = length * 0.46 * (1 - 0.5 * part)
        for turn in (-0.5, 0.5, 0.0):
            angle = heading + turn
            path.moveTo(x - math.sin(angle) * needle * 0.13, y + math.cos(angle) * needle * 0.13)
            path.lineTo(x + math.cos(angle) * needle, y + math.sin(angle) * needle)
            path.lineTo(x + math.sin(angle) * needle * 0.13, y - math.cos(angle) * needle * 0.13)
            path.close()


def _snow_lens(centre: tuple[float, float], length: float, thickness: float, heading: float) -> Any:
    path = lens(0.0, 0.0, length, thickness)
    matrix = skia.Matrix()
    matrix.setRotate(math.degrees(heading))
    matrix.postTranslate(centre[0], centre[1] - thickness * 0.3)
    path.transform(matrix)
    return path


def vignette(easel: Easel, strength: float = 0.3) -> None:
    """Darker lower corners, so that the middle holds the light."""
    tone = easel.stage.light.shadow
    reach = 0.75 * min(easel.width, 1500 * easel.unit)
    for x in (0.0, float(easel.width)):
        easel.glow((x, float(easel.height)), reach, tone, strength)


def oval(x: float, y: float, half_width: float, half_height: float) -> Any:
    """The rectangle around an ellipse about (x, y)."""
    return skia.Rect.MakeLTRB(x - half_width, y - half_height, x + half_width, y + half_height)
