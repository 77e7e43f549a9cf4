"""Water: the sky in it, ripples that grow toward the viewer, a path of light, foam."""

from __future__ import annotations

import itertools

import skia

from aquatint.engines.composer.backdrops.easel import Easel, lens
from aquatint.engines.composer.backdrops.ridges import rolling, under
from aquatint.engines.composer.backdrops.sky import sun_at
from aquatint.engines.composer.drawing.brush import Point
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, shift

DEEP = Colour.of("#1f6f9e")
GOLDEN = 0.618034
"""Loops by which each ripple of an animation is ahead of the one before: no two neighbours move together."""


def tones(easel: Easel, deep: Colour = DEEP) -> tuple[Colour, Colour, Colour]:
    """Water at the horizon, in the middle and near the viewer."""
    zenith, high, low, horizon = easel.air.sky
    body = easel.lit(deep)
    if easel.stage.light.height < 0.3:
        # A low sun colours the whole surface.
        return mix(mix(horizon, low, 0.4), body, 0.14), mix(mix(low, high, 0.45), body, 0.3), mix(high, body, 0.5)
    return mix(horizon, body, 0.35), mix(mix(low, high, 0.5), body, 0.6), mix(zenith, body, 0.72)


def sheet(easel: Easel, top: float, bottom: float, *, deep: Colour = DEEP, clip: skia.Path | None = None) -> None:
    """Still or lightly moving water between two heights, optionally inside an outline."""
    canvas = easel.canvas
    canvas.save()
    if clip is not None:
        canvas.clipPath(clip, True)
    far, middle, near = tones(easel, deep)
    easel.band(top, bottom, (0, far, 1.0), (0.35, middle, 1.0), (1, near, 1.0))
    ripples(easel.fork("ripples"), top, bottom, deep)
    glitter(easel.fork("glitter"), top, bottom)
    canvas.restore()


def ripples(easel: Easel, top: float, bottom: float, deep: Colour) -> None:
    """Light and dark lens strokes, thin and close at ``top``, long and apart at ``bottom``."""
    far, _, near = tones(easel, deep)
    light, dark = skia.Path(), skia.Path()
    count = int(110 * easel.span)
    chance = easel.chance
    for i in range(count):
        part = ((i + chance.random()) / count) ** 1.7
        y = top + (bottom - top) * (0.01 + 0.99 * part)
        scale = (0.12 + 0.88 * part) * easel.unit * 1000
        shape = lens(
            chance.uniform(-0.05, 1.05) * easel.width + 0.02 * scale * easel.wave(i * GOLDEN),
            y,
            chance.uniform(0.06, 0.24) * scale * (1 + 0.2 * easel.wave(i * GOLDEN + 0.25)),
            chance.uniform(0.004, 0.009) * scale,
        )
        (light if i % 3 else dark).addPath(shape)
    easel.paint(light, mix(far, WHITE, 0.18 * (1 - easel.stage.light.darkness)), 0.42)
    easel.paint(dark, shift(near, lightness=-0.05), 0.4)


def glitter(easel: Easel, top: float, bottom: float) -> None:
    """The path of light below the sun or moon; none under a closed sky."""
    power = (1 - easel.air.cover) * (1.0 if easel.stage.light.height < 0.3 or easel.air.time == "night" else 0.4)
    if power < 0.12:
        return
    x, _ = sun_at(easel)
    path, chance = skia.Path(), easel.chance
    for i in range(70):
        part = ((i + chance.random()) / 70) ** 1.3
        spread = (0.016 + 0.085 * part) * 1000 * easel.unit
        length = chance.uniform(0.015, 0.06) * (0.35 + part) * 1000 * easel.unit
        length *= max(0.1, 1 + 0.45 * easel.wave(i * GOLDEN))
        path.addPath(lens(x + chance.gauss(0, 1) * spread, top + (bottom - top) * part, length, length * 0.09))
    easel.paint(path, mix(easel.air.sun, WHITE, 0.35), 0.85 * min(1.0, power + 0.2))
    easel.glow((x, top), 0.3 * 1000 * easel.unit, easel.air.sun, 0.35 * power, add=True)


def swell(easel: Easel, y: float, rise: float, *, deep: Colour = DEEP, near: float = 0.5) -> None:
    """One long wave with a lit crest and a dark trough; ``near`` (0..1) is how close it is."""
    far_tone, middle, near_tone = tones(easel, deep)
    body = mix(middle, near_tone, near)
    y += 0.35 * rise * easel.wave(near)
    line = rolling(easel.width, y, rise, easel.chance, waves=2.2 * easel.span * (1.3 - near), points=40)
    stops = ((0, mix(body, far_tone, 0.4), 0.55), (0.3, body, 0.4), (1, body, 0.0))
    easel.shade(under(line, y + rise * 5), easel.fade((0, y - rise), (0, y + rise * 4), *stops))
    crest = skia.Path()
    for (x0, y0), (_, y1), (x2, y2) in zip(line, line[1:], line[2:], strict=False):
        if y1 <= y0 and y1 <= y2:
            crest.addPath(lens((x0 + x2) / 2, y1 + rise * 0.03, (x2 - x0) * 1.5, rise * 0.13))
    easel.paint(crest, mix(far_tone, WHITE, 0.6 * (1 - 0.7 * easel.stage.light.darkness)), 0.85)


def foam_edge(easel: Easel, line: list[Point], width: float) -> None:
    """Two uneven lines of foam along a shore, and a wet band beyond them."""
    white = mix(easel.lit(WHITE), easel.air.sky[3], 0.15)
    for step, alpha, share in ((0.0, 0.95, 1.0), (-2.4, 0.55, 0.6)):
        chance = easel.chance.fork("foam", int(step * 10))
        upper = [(x, y + step * width - width * share * chance.uniform(0.2, 0.6)) for x, y in line]
        lower = [(x, y + step * width + width * share * chance.uniform(0.1, 0.7)) for x, y in reversed(line)]
        path = skia.Path()
        path.addPath(_ribbon(upper, lower))
        easel.paint(path, white, alpha)


def _ribbon(upper: list[Point], lower: list[Point]) -> skia.Path:
    path = skia.Path()
    path.moveTo(*upper[0])
    for points in (upper, lower):
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            path.quadTo(x0, y0, (x0 + x1) / 2, (y0 + y1) / 2)
        path.lineTo(*points[-1])
        if points is upper:
            path.lineTo(*lower[0])
    path.close()
    return path


def reflection(easel: Easel, top: float, depth: float, colour: Colour) -> None:
    """The dark image of a far shore just below it, broken into strokes."""
    easel.band(top, top + depth, (0, colour, 0.55), (1, colour, 0.0))
    path, chance = skia.Path(), easel.chance.fork("reflection")
    for _ in range(int(40 * easel.span)):
        part = chance.random()
        path.addPath(
            lens(
                chance.random() * easel.width,
                top + depth * part,
                chance.uniform(30, 110) * easel.unit,
                (1 + 3 * part) * easel.unit,
            )
        )
    easel.paint(path, colour, 0.3)
