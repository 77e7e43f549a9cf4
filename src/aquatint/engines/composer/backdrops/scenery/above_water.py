"""Water seen straight from above: rivers and their deltas, a shore, the open sea."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import skia

from aquatint.engines.composer.backdrops.easel import Easel, lens
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.backdrops.scenery.measures import Roles, across, short, tone
from aquatint.engines.composer.drawing.brush import Point, curve, polygon
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, shift

Reach = tuple[float, float, float]
"""x and y of the middle of a watercourse, and half its width."""


def watercourse(easel: Easel, one: Step, roles: Roles) -> None:
    """A river from the upper edge to the lower one; with ``arms`` it parts again and again as a delta does."""
    arms, start = int(one.number("arms")), (easel.width * 0.5, -0.05 * easel.height)
    reaches: list[list[Reach]] = []
    if arms:
        mouth = 0.8 * easel.height
        _branch(easel, (*start, short(easel, 0.055)), mouth, (0.0, 1.0), arms, reaches)
    else:
        reaches.append(_meander(easel.fork("river").chance, start, 1.08 * easel.height, easel, 0.06, swing=0.2))
    sand = easel.lit(Colour.of("#e3cf9f"))
    sand = mix(sand, easel.air.snow_colour, 0.6) if easel.air.snow else sand
    blue = easel.lit(tone(easel, one, "#3f93a8|#3a86b0"))
    for grow, colour, alpha in ((1.5, sand, 0.9), (1.0, blue, 1.0), (0.5, shift(blue, lightness=-0.04), 0.6)):
        for reach in reaches:
            easel.paint(_ribbon(reach, grow), colour, alpha)
    _glints(easel.fork("glints"), reaches, mix(blue, WHITE, 0.5))
    if arms:
        _open_sea(easel.fork("sea"), mouth, blue)


def _meander(chance: Chance, start: Point, foot: float, easel: Easel, half: float, *, swing: float) -> list[Reach]:
    turn, (x, y) = chance.uniform(0, math.tau), start
    steps = 60
    return [
        (
            x + swing * easel.width * (math.sin(turn + 5.2 * i / steps) - math.sin(turn)),
            y + (foot - y) * i / steps,
            short(easel, half) * (1 + 0.25 * math.sin(2 * turn + 9 * i / steps)),
        )
        for i in range(steps + 1)
    ]


def _branch(
    easel: Easel, root: Reach, mouth: float, band: tuple[float, float], arms: int, found: list[list[Reach]]
) -> None:
    """Add the reach below ``root`` within its band of the width, and those into which it parts."""
    (x, y, half), (low, high) = root, band
    chance = easel.chance
    last = arms <= 1
    foot = mouth * 1.06 if last else y + (mouth - y) * chance.uniform(0.3, 0.42)
    goal = easel.width * (low + high) / 2 + chance.uniform(-0.05, 0.05) * easel.width * (high - low)
    turn = chance.uniform(0, math.tau)
    steps, sway = 30, 0.05 * (high - low) * easel.width
    reach: list[Reach] = []
    for i in range(steps + 1):
        part = i / steps
        ease = part * part * (3 - 2 * part)
        bend = sway * math.sin(turn + 6 * part) * math.sin(math.pi * part)
        reach.append((x + (goal - x) * ease + bend, y + (foot - y) * part, half * (1 - 0.2 * part)))
    found.append(reach)
    if last:
        return
    count = chance.choice((2, 2, 3))
    for index in range(count):
        share = (low + (high - low) * index / count, low + (high - low) * (index + 1) / count)
        _branch(easel.fork("arm", index), (*reach[-1][:2], half * 0.7), mouth, share, arms - 1, found)


def _open_sea(easel: Easel, mouth: float, river: Colour) -> None:
    """The sea below a line at ``mouth``, into which the arms of the river fade."""
    line = [
        (easel.width * i / 12, mouth + short(easel, 0.05) * math.sin(i * 1.9) + easel.chance.uniform(-9, 9))
        for i in range(-1, 14)
    ]
    sea = easel.lit(Colour.of("#2f7fa3"))
    stages = ((0.05, river, 0.35), (0.03, river, 0.55), (0.0, river, 1.0), (-0.04, mix(river, sea, 0.5), 1.0))
    for rise, colour, alpha in (*stages, (-0.08, sea, 1.0)):
        shore = curve([(x, y - short(easel, rise)) for x, y in line])
        shore.lineTo(easel.width * 1.1, easel.height * 1.1)
        shore.lineTo(-easel.width * 0.1, easel.height * 1.1)
        shore.close()
        easel.paint(shore, colour, alpha)


def _ribbon(reach: Sequence[Reach], grow: float) -> Any:
    left: list[Point] = [(x - half * grow, y) for x, y, half in reach]
    right: list[Point] = [(x + half * grow, y) for x, y, half in reversed(reach)]
    return polygon([*left, *right])


def _glints(easel: Easel, reaches: Sequence[Sequence[Reach]], colour: Colour) -> None:
    path = skia.Path()
    for i in range(int(50 * easel.span)):
        chance = easel.chance.fork(i)
        x, y, half = chance.choice(chance.choice(reaches))
        at = x + chance.uniform(-0.6, 0.6) * half
        path.addPath(lens(at, y + chance.uniform(-9, 9) * easel.unit, half * 0.7, 2.2 * easel.unit))
    easel.paint(path, colour, 0.5)


def shore_above(easel: Easel, one: Step, roles: Roles) -> None:
    """The sea beside the land: surf in scallops along a line from ``at`` above to ``near`` below."""
    sea = easel.lit(tone(easel, one, "#1f8fae|#2a9aa8"))
    top, low = across(easel, one.number("at", 0.1), roles), across(easel, one.number("near", 0.5), roles)
    side = -1 if "mirror" in roles else 1
    edge: list[Point] = []
    for i in range(-1, 15):
        part = i / 13
        wave = short(easel, 0.022) * math.sin(2.2 * i + easel.chance.fork(i).uniform(-0.4, 0.4))
        edge.append((top + (low - top) * part**1.3 if part > 0 else top, part * easel.height))
        edge[-1] = (edge[-1][0] + wave, edge[-1][1])
    far = easel.width * (1.1 if side > 0 else -0.1)
    shallow, foam = mix(sea, easel.lit(Colour.of("#a8e6da")), 0.6), mix(easel.air.sky[2], WHITE, 0.7)
    wet = easel.lit(Colour.of("#c9a877"))
    stages = (
        (-0.035, wet, 0.5), (0.0, foam, 0.95), (0.016, shallow, 1.0), (0.05, foam, 0.5), (0.06, shallow, 1.0),
        (0.13, mix(shallow, sea, 0.5), 1.0), (0.24, sea, 1.0), (0.42, shift(sea, lightness=-0.05), 0.8),
    )  # fmt: skip
    for out, colour, alpha in stages:
        body = curve([(x + side * short(easel, out), y) for x, y in edge])
        body.lineTo(far, edge[-1][1])
        body.lineTo(far, edge[0][1])
        body.close()
        easel.paint(body, colour, alpha)


def waves_above(easel: Easel, one: Step, roles: Roles) -> None:
    """Open water: light and dark patches under rows of short crests."""
    sea = easel.lit(tone(easel, one, "#1f7f9e|#2a86a8"))
    easel.band(0, easel.height, (0, shift(sea, lightness=0.02), 1.0), (1, shift(sea, lightness=-0.05), 1.0))
    light, dark = skia.Path(), skia.Path()
    for i in range(int(150 * easel.span)):
        chance = easel.chance.fork(i)
        spot = chance.random() * easel.width, chance.random() * easel.height
        long = short(easel, chance.uniform(0.03, 0.11))
        (light if i % 2 else dark).addPath(lens(*spot, long, long * 0.08))
    easel.paint(dark, shift(sea, lightness=-0.07), 0.6)
    easel.paint(light, mix(sea, easel.air.sky[3], 0.5), 0.55)
