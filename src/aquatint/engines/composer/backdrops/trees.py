"""Trees and bushes: conifers in tiers, broadleaf trees with limbs and clumps, palms, bare winter trees."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import skia

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.drawing.brush import Point, curve, polygon, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, shift

BARK = Colour.of("#6f5240")
LARCHES, GOLDEN = 0.5, Colour.of("#d8a63e")
"""Share of conifers that turn golden in autumn, and that gold."""


def scallop(centre: Point, rx: float, ry: float, bumps: int, chance: Chance) -> Any:
    """A leafy outline: an ellipse whose edge is made of ``bumps`` uneven arcs."""
    x, y = centre
    turn = chance.random()
    angles = [math.tau * (i + turn + chance.uniform(-0.22, 0.22)) / bumps for i in range(bumps)]
    rims = [chance.uniform(0.9, 1.04) for _ in range(bumps)]
    knots = [(x + rx * r * math.cos(a), y + ry * r * math.sin(a)) for a, r in zip(angles, rims, strict=True)]
    path = skia.Path()
    path.moveTo(*knots[0])
    for i in range(bumps):
        following = angles[(i + 1) % bumps] + (math.tau if i == bumps - 1 else 0.0)
        middle = (angles[i] + following) / 2
        out = 1.0 + 1.25 / bumps + chance.uniform(0.0, 0.9) / bumps
        control = (x + rx * out * 1.06 * math.cos(middle), y + ry * out * 1.06 * math.sin(middle))
        path.quadTo(*control, *knots[(i + 1) % bumps])
    path.close()
    return path


def _skirt(x: float, top: float, bottom: float, half: float, chance: Chance, lean: float = 0.0) -> Any:
    """One tier of a conifer: a cone with drooping, ragged lower edge."""
    teeth = 7
    path = skia.Path()
    path.moveTo(x + lean * half * 0.1, top)
    path.quadTo(x + half * 0.35, top + (bottom - top) * 0.62, x + half, bottom - (bottom - top) * 0.06)
    for i in range(1, teeth * 2):
        part = 1 - i / teeth
        drop = (bottom - top) * (chance.uniform(-0.22, -0.1) if i % 2 else chance.uniform(0.0, 0.09))
        path.lineTo(x + half * part, bottom + drop + (bottom - top) * 0.1 * (1 - part * part))
    path.lineTo(x - half, bottom - (bottom - top) * 0.06)
    path.quadTo(x - half * 0.35, top + (bottom - top) * 0.62, x + lean * half * 0.1, top)
    path.close()
    return path


def conifer(easel: Easel, foot: Point, tall: float, far: float, *, colour: Colour | None = None) -> None:
    """A fir: trunk, tiers that overlap from below, light on one side, snow on the boughs when it lies."""
    if easel.lacks("trees"):
        return
    chance, (x, y) = easel.chance, foot
    green = colour or easel.air.nature.conifer
    if easel.air.season == "autumn" and not easel.air.snow and chance.fork("larch").random() < LARCHES:
        green = mix(mix(GOLDEN, chance.fork("needles").choice(easel.air.nature.leaves), 0.2), green, 0.1)
    base = shift(green, lightness=chance.uniform(-0.03, 0.03), hue=chance.uniform(-8, 8))
    trunk = easel.lit(shift(BARK, lightness=-0.08), far)
    half = tall * chance.uniform(0.2, 0.26)
    stem = half * 0.12
    easel.paint(
        polygon(
            [(x - stem, y), (x + stem, y), (x + stem * 0.5, y - tall * 0.3), (x - stem * 0.5, y - tall * 0.3)]
        ),
        trunk,
    )
    tiers = 6 if tall > 120 * easel.unit else 4
    for i in range(tiers):
        low = y - tall * (0.09 + 0.74 * (i / tiers) ** 0.92)
        reach = half * (1 - 0.86 * (i / tiers)) * chance.uniform(0.92, 1.06)
        top = max(y - tall, low - tall * (0.3 - 0.012 * i)) if i < tiers - 1 else y - tall
        _tier(easel, x, top, low, reach, base, far, chance)


def _tier(
    easel: Easel, x: float, top: float, low: float, reach: float, base: Colour, far: float, chance: Chance
) -> None:
    dark, lit = easel.lit(shift(base, lightness=-0.085), far), easel.lit(shift(base, lightness=0.05), far)
    side = easel.toward
    easel.paint(_skirt(x, top, low, reach, chance), dark)
    bright = _skirt(
        x + side * reach * 0.24, top + (low - top) * 0.1, low - (low - top) * 0.14, reach * 0.66, chance
    )
    tone = easel.fade(
        (x + side * reach, 0), (x - side * reach * 0.5, 0), (0, lit, 0.9), (0.5, lit, 0.6), (1, lit, 0.0)
    )
    easel.shade(bright, tone)
    if easel.air.snow:
        _snow_on_tier(easel, x, top, low, reach, far, chance)


def _snow_on_tier(
    easel: Easel, x: float, top: float, low: float, reach: float, far: float, chance: Chance
) -> None:
    """Snow on a tier: it lies along the slope and hangs over in lobes, cool on the side away from the light."""
    snow = mix(easel.air.snow_colour, easel.stage.light.haze, far * 0.7)
    cool = mix(snow, mix(easel.air.sky[1], easel.stage.light.shadow, 0.2), 0.45)
    half, edge, lobes = reach * 0.74, top + (low - top) * 0.66, 5
    path = skia.Path()
    path.moveTo(x, top)
    path.quadTo(x + half * 0.3, top + (edge - top) * 0.7, x + half, edge)
    for i in range(lobes):
        start, stop = (x + half * (1 - 2 * (i + k) / lobes) for k in (0, 1))
        sag = (low - top) * chance.uniform(0.12, 0.3)
        path.quadTo(
            (start + stop) / 2, edge + sag, stop, edge - (low - top) * chance.uniform(0.06, 0.16) * (i < lobes - 1)
        )
    path.quadTo(x - half * 0.3, top + (edge - top) * 0.7, x, top)
    path.close()
    side = easel.toward
    easel.shade(
        path,
        easel.fade(
            (x + side * half * 0.5, 0),
            (x - side * half * 0.7, 0),
            (0, snow, 0.97),
            (0.5, snow, 0.95),
            (1, cool, 0.95),
        ),
    )


def limbs(path_points: Point, tall: float, chance: Chance, depth: int) -> list[tuple[Point, Point, float]]:
    """Branches of a bare tree from a foot up: (start, end, width)."""
    found: list[tuple[Point, Point, float]] = []
    trunk = tall * 0.34
    stack = [(path_points, -math.pi / 2 + chance.uniform(-0.08, 0.08), trunk, tall * 0.055, depth)]
    while stack:
        (x, y), angle, length, width, level = stack.pop()
        end = (x + math.cos(angle) * length, y + math.sin(angle) * length)
        found.append(((x, y), end, width))
        if level == 0:
            continue
        for turn in (-0.42, 0.1, 0.5)[: 3 if level > 1 else 2]:
            bend = angle + turn * chance.uniform(0.75, 1.3) + chance.uniform(-0.08, 0.08)
            stack.append((end, bend, length * chance.uniform(0.62, 0.78), width * 0.62, level - 1))
    return found


def bare_tree(easel: Easel, foot: Point, tall: float, far: float) -> None:
    """A leafless tree; snow lies along its limbs when there is snow."""
    if easel.lacks("trees"):
        return
    tone = easel.lit(shift(BARK, lightness=-0.05), far)
    snow = mix(easel.air.snow_colour, easel.stage.light.haze, far * 0.7)
    branches = limbs(foot, tall, easel.chance, 4)
    for width in sorted({branch[2] for branch in branches}, reverse=True):
        wood, white = skia.Path(), skia.Path()
        for (x0, y0), (x1, y1), thick in branches:
            if thick != width:
                continue
            wood.moveTo(x0, y0)
            wood.lineTo(x1, y1)
            white.moveTo(x0, y0 - width * 0.4)
            white.lineTo(x1, y1 - width * 0.4)
        easel.canvas.drawPath(wood, stroke(tone, max(width, 0.7 * easel.unit)))
        if easel.air.snow and width < tall * 0.05:
            easel.canvas.drawPath(white, stroke(snow, max(width * 0.5, 0.6 * easel.unit), 0.85))


def _clump(easel: Easel, centre: Point, size: float, colour: Colour, far: float, chance: Chance) -> None:
    """A mass of leaves: dark outline, lit cap toward the light, a few dabs."""
    x, y = centre
    side, flat = easel.toward, 0.8
    dark, middle, light = (easel.lit(shift(colour, lightness=step), far) for step in (-0.09, 0.0, 0.075))
    bumps = 11
    easel.paint(scallop((x, y), size, size * flat, bumps, chance), dark)
    easel.paint(
        scallop((x + side * size * 0.1, y - size * 0.13), size * 0.82, size * flat * 0.78, bumps, chance), middle
    )
    if size < 14 * easel.unit:
        return
    easel.paint(
        scallop((x + side * size * 0.26, y - size * 0.28), size * 0.5, size * flat * 0.44, 8, chance), light, 0.9
    )
    dabs = skia.Path()
    for _ in range(9):
        angle, reach = chance.uniform(0, math.tau), size * chance.uniform(0.35, 0.85)
        dabs.addCircle(
            x + math.cos(angle) * reach, y + math.sin(angle) * reach * flat, size * chance.uniform(0.035, 0.075)
        )
    easel.paint(dabs, light, 0.55)


@dataclass(frozen=True, slots=True)
class Habit:
    """How a kind of leaf tree grows: shares of its height; clumps are in halves of the crown's width."""

    height: float
    """Of the middle of the crown."""
    width: float
    clumps: tuple[tuple[float, float, float], ...]
    """x, y and size of the masses of leaves, from the farthest."""


HABITS = (
    # Round.
    Habit(0.62, 0.34, ((0.0, 0.30, 0.52), (-0.62, 0.16, 0.5), (0.62, 0.18, 0.48), (-0.34, -0.14, 0.54),
                       (0.36, -0.12, 0.54), (0.02, -0.4, 0.52), (0.0, 0.02, 0.5))),
    # Wide, in tiers, as an oak.
    Habit(0.6, 0.42, ((-0.2, 0.2, 0.42), (0.74, 0.22, 0.34), (-0.78, 0.1, 0.36), (0.3, 0.02, 0.46),
                      (-0.4, -0.14, 0.44), (0.62, -0.2, 0.32), (0.1, -0.42, 0.42))),
    # Upright, as an elm.
    Habit(0.58, 0.24, ((0.0, 0.8, 0.56), (-0.36, 0.36, 0.62), (0.4, 0.3, 0.6), (-0.16, -0.16, 0.7),
                       (0.24, -0.36, 0.62), (-0.04, -0.9, 0.56), (0.06, 0.2, 0.56))),
    # Leaning masses on a bare lower stem.
    Habit(0.68, 0.36, ((-0.5, 0.24, 0.42), (0.56, -0.02, 0.5), (-0.1, -0.06, 0.56), (-0.68, -0.04, 0.3),
                       (0.24, -0.38, 0.46), (0.86, 0.12, 0.26))),
    # A slender column, as a poplar.
    Habit(0.5, 0.13, ((0.0, 1.9, 0.8), (0.1, 1.1, 1.0), (-0.1, 0.3, 1.06), (0.1, -0.6, 1.0), (0.0, -1.4, 0.84),
                      (0.0, -2.1, 0.56))),
)  # fmt: skip


def _habit(easel: Easel, *, alone: bool) -> int:
    """One picture has two kinds of leaf trees, one of them seldom; no column stands ``alone``."""
    kinds = Chance(easel.scene.seed).fork("trees")
    often, seldom = kinds.sample(range(len(HABITS)), 2)
    if alone:
        often, seldom = (min(kind, len(HABITS) - 2) for kind in (often, seldom))
    return seldom if easel.chance.fork("habit").random() < 0.28 else often


def broadleaf(easel: Easel, foot: Point, tall: float, far: float, *, colour: Colour | None = None) -> None:
    """A leaf tree: trunk, forked limbs, clumps of leaves; bare in winter."""
    if easel.lacks("trees"):
        return
    if easel.air.season == "winter":
        bare_tree(easel, foot, tall, far)
        return
    chance, (x, y) = easel.chance, foot
    leaf = colour or chance.choice(easel.air.nature.leaves)
    habit = HABITS[_habit(easel, alone=tall > 300 * easel.unit)]
    crown, wide = y - tall * habit.height, tall * habit.width * chance.uniform(0.88, 1.12)
    _trunk(easel, foot, tall, wide, far)
    for i, (dx, dy, size) in enumerate(habit.clumps):
        one = chance.fork("clump", i)
        centre = (x + wide * (dx + one.uniform(-0.1, 0.1)), crown + wide * (dy * 1.15 + one.uniform(-0.08, 0.08)))
        lift = -0.03 if dy > 0.1 else 0.015
        tone = shift(leaf, lightness=lift, hue=one.uniform(-6, 6))
        _clump(easel, centre, wide * size * one.uniform(0.92, 1.12), tone, far, one)
    if easel.air.snow:
        _snow_on_crown(easel, (x, crown - wide * 0.5), wide * 0.8, far)


def _snow_on_crown(easel: Easel, centre: Point, wide: float, far: float) -> None:
    snow = mix(easel.air.snow_colour, easel.stage.light.haze, far * 0.7)
    easel.paint(scallop(centre, wide * 0.62, wide * 0.28, 9, easel.chance.fork("snow")), snow, 0.9)


def _trunk(easel: Easel, foot: Point, tall: float, wide: float, far: float) -> None:
    x, y = foot
    thick = tall * 0.042
    dark, lit = easel.lit(shift(BARK, lightness=-0.06), far), easel.lit(shift(BARK, lightness=0.07), far)
    top = y - tall * 0.6
    path = skia.Path()
    path.moveTo(x - thick * 1.6, y)
    path.quadTo(x - thick * 0.8, y - tall * 0.08, x - thick * 0.6, y - tall * 0.3)
    path.lineTo(x - wide * 0.42, top)
    path.lineTo(x - wide * 0.32, top)
    path.lineTo(x, y - tall * 0.38)
    path.lineTo(x + wide * 0.36, top)
    path.lineTo(x + wide * 0.44, top)
    path.lineTo(x + thick * 0.65, y - tall * 0.28)
    path.quadTo(x + thick * 0.8, y - tall * 0.08, x + thick * 1.6, y)
    path.close()
    edge = x + easel.toward * thick * 1.2
    easel.shade(path, easel.fade((edge, 0), (x - easel.toward * thick, 0), (0, lit, 1.0), (1, dark, 1.0)))


def bush(easel: Easel, foot: Point, size: float, far: float, *, colour: Colour | None = None) -> None:
    """A low round bush of three or four clumps."""
    chance, (x, y) = easel.chance, foot
    leaf = colour or easel.air.nature.bush
    for i, (dx, dy, part) in enumerate(
        ((-0.55, -0.28, 0.5), (0.55, -0.26, 0.48), (0.0, -0.45, 0.62), (0.1, -0.2, 0.46))
    ):
        one = chance.fork("clump", i)
        _clump(easel, (x + dx * size, y + dy * size), part * size * one.uniform(0.9, 1.1), leaf, far, one)
    if easel.air.snow:
        _snow_on_crown(easel, (x, y - size * 0.8), size * 0.9, far)


def palm(easel: Easel, foot: Point, tall: float, far: float, *, lean: float = 0.2, dark: bool = False) -> None:
    """A palm: a curved ringed trunk and drooping fronds. ``dark`` makes it a foreground silhouette."""
    if easel.lacks("trees"):
        return
    chance, (x, y) = easel.chance, foot
    top = (x + lean * tall, y - tall)
    bark, leaf = easel.lit(Colour.of("#8d6b4a"), far), easel.lit(Colour.of("#3f8a4d"), far)
    if dark:
        bark, leaf = (mix(tone, easel.stage.light.shadow, 0.6) for tone in (bark, leaf))
    trunk = curve([foot, (x + lean * tall * 0.25, y - tall * 0.4), (x + lean * tall * 0.62, y - tall * 0.75), top])
    easel.line(trunk, bark, tall * 0.045)
    easel.line(trunk, shift(bark, lightness=0.08), tall * 0.014, 0.6)
    for i in range(9):
        one = chance.fork("frond", i)
        angle = math.pi * (1.12 - 1.24 * i / 8) + one.uniform(-0.08, 0.08)
        _frond(easel, top, tall * one.uniform(0.36, 0.46), angle, shift(leaf, lightness=one.uniform(-0.05, 0.05)))


def _frond(easel: Easel, root: Point, length: float, angle: float, colour: Colour) -> None:
    """A feathered leaf that leaves the crown at ``angle`` (0 right, counter-clockwise) and hangs."""
    x, y = root
    spine = []
    for i in range(15):
        part = i / 14
        rise = math.sin(angle) * length * part * (1 - 0.45 * part)
        spine.append((x + math.cos(angle) * length * part, y - rise + length * 0.55 * part * part))
    leaflets = skia.Path()
    for i in range(1, 15):
        part = i / 14
        (x0, y0), (x1, y1) = spine[i - 1], spine[i]
        size = length * 0.3 * math.sin(math.pi * min(1.0, 0.2 + 0.78 * part)) ** 0.8
        along = math.atan2(y1 - y0, x1 - x0)
        for turn in (0.85, -0.75):
            tip_angle = along + turn
            tip = (x1 + math.cos(tip_angle) * size, y1 + math.sin(tip_angle) * size + size * 0.35)
            leaflets.moveTo(x0, y0)
            leaflets.quadTo(x1 + math.cos(tip_angle) * size * 0.5, y1 + math.sin(tip_angle) * size * 0.45, *tip)
            leaflets.quadTo(x1 + math.cos(tip_angle) * size * 0.3, y1 + math.sin(tip_angle) * size * 0.5, x1, y1)
            leaflets.close()
    easel.paint(leaflets, colour)
    easel.line(curve(spine), shift(colour, lightness=0.05), length * 0.014)
