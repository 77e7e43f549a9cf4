"""Layers of woods seen from inside: trunks in the mist, a roof of leaves, blossom overhead."""

from __future__ import annotations

import math

import skia

from aquatint.engines.composer.backdrops import trees
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.framing import near_tone, oval
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.backdrops.scenery.measures import Roles, level, short, tone
from aquatint.engines.composer.drawing.brush import curve
from aquatint.engines.composer.drawing.colour import Colour, mix, shift


def trunks(easel: Easel, one: Step, roles: Roles) -> None:
    """``count`` trunks that stand at ``y`` and leave the picture above, ``wide``, free by ``gap``; ``kind=birch``
    gives them white bark."""
    if easel.lacks("trees"):
        return
    number = max(2, round(one.number("count", 8) * (0.35 + 0.65 * easel.span)))
    foot, gap, far = level(easel, one.number("y", 0.05)), one.number("gap"), one.number("far", 0.3)
    birch = one.text("kind") == "birch"
    bark = easel.lit(tone(easel, one, "#e6e2da" if birch else "#6f5645|#5f4c42|#7a6250"), far)
    body, light, marks = skia.Path(), skia.Path(), skia.Path()
    for i in range(number):
        chance = easel.chance.fork(i)
        at = (i + 0.5 + chance.uniform(-0.42, 0.42)) / number
        if abs(at - 0.5) < gap:
            at = at - gap if at < 0.5 else at + gap
        x, y = at * easel.width, foot + chance.uniform(-0.004, 0.014) * easel.height
        half = short(easel, chance.uniform(*one.pair("wide", "0.02..0.04"))) / 2
        lean = chance.uniform(-0.05, 0.05) * y
        _trunk(body, x, y, half, lean)
        _trunk(light, x + easel.toward * half * 0.5, y, half * 0.4, lean)
        if birch:
            _marks(marks, x, y, half, lean, i, easel)
    haze = easel.stage.light.haze
    stops = ((0, bark, 1.0), (0.7, bark, 1.0), (1, mix(bark, haze, 0.25 * far), 1.0))
    easel.shade(body, easel.fade((0, 0), (0, foot), *stops))
    easel.paint(light, shift(bark, lightness=0.06), 0.6)
    easel.paint(marks, shift(bark, lightness=-0.4), 0.75)
    if easel.air.snow:
        easel.paint(light, easel.air.snow_colour, 0.5)


def _trunk(path: skia.Path, x: float, y: float, half: float, lean: float) -> None:
    path.moveTo(x - half * 1.7, y)
    path.quadTo(x - half, y - half * 2.5, x - half * 0.9 + lean * 0.3, y * 0.6)
    path.lineTo(x - half * 0.7 + lean, -10)
    path.lineTo(x + half * 0.7 + lean, -10)
    path.lineTo(x + half * 0.9 + lean * 0.3, y * 0.6)
    path.quadTo(x + half, y - half * 2.5, x + half * 1.7, y)
    path.close()


def _marks(path: skia.Path, x: float, y: float, half: float, lean: float, index: int, easel: Easel) -> None:
    """Dark cuts in the bark of a birch."""
    for k in range(9):
        chance = easel.chance.fork("mark", index, k)
        up = chance.random()
        side, wide = chance.choice((-1, 1)), half * chance.uniform(0.5, 1.1)
        middle = x + lean * up + side * half * 0.45
        path.addOval(oval(middle, y * (1 - 0.96 * up), wide * 0.55, half * chance.uniform(0.06, 0.16)))


def canopy(easel: Easel, one: Step, roles: Roles) -> None:
    """A roof of leaves along the upper edge in a ``tone``, ``deep`` at the sides, open in the middle by ``open``;
    ``front=yes`` makes it a dark frame. Bare branches in winter, unless ``always=yes``."""
    if easel.lacks("trees"):
        return
    if (easel.air.season == "winter" or easel.air.snow) and one.text("always") != "yes":
        return
    deep, hole = short(easel, one.number("deep", 0.22)), one.number("open", 0.5)
    hues = [tone(easel, one, "leaf")] if "tone" in one.options else list(easel.air.nature.leaves[:3])
    front = one.text("front") == "yes"
    far = one.number("far", 0.1)
    for layer, (share, step) in enumerate(((1.0, -0.07), (0.8, -0.01), (0.56, 0.035))):
        for index, hue in enumerate(hues):
            chance, path = easel.chance.fork(layer, index), skia.Path()
            for i in range(round(15 * (0.5 + 0.5 * easel.span) / len(hues) ** 0.6)):
                at = (i + chance.random()) / 15 * len(hues) ** 0.6 / (0.5 + 0.5 * easel.span)
                edge = abs(at - 0.5) * 2
                drop = deep * share * ((1 - hole) + hole * edge**1.6) * chance.uniform(0.6, 1.05)
                size = short(easel, chance.uniform(0.05, 0.085)) * (0.75 + 0.4 * edge)
                y = max(0.0, drop - size * 0.6) * chance.uniform(0.75, 1.0)
                path.addPath(trees.scallop((at * easel.width, y), size * 1.25, size * 0.85, 11, chance))
                if chance.random() < 0.7:
                    path.addPath(trees.scallop((at * easel.width, y * 0.4), size * 1.5, size, 10, chance))
            for _ in range(0 if front else 26):
                at = chance.random()
                edge = abs(at - 0.5) * 2
                drop = deep * share * ((1 - hole) + hole * edge**1.6) * chance.uniform(0.3, 0.98)
                path.addCircle(at * easel.width, drop, short(easel, chance.uniform(0.006, 0.014)))
            base = shift(hue, lightness=step)
            easel.paint(path, near_tone(easel, base, 0.3) if front else easel.lit(base, far), 0.96)


def blossom(easel: Easel, one: Step, roles: Roles) -> None:
    """A bough in full blossom that reaches in from an upper corner, away from the light."""
    side = -1 if easel.toward > 0 else 1
    edge = 0.0 if side < 0 else float(easel.width)
    reach, drop = short(easel, one.number("reach", 0.5)), short(easel, one.number("drop", 0.2))
    wood = near_tone(easel, Colour.of("#5f4640"), 0.35)
    hue = tone(easel, one, "#f4b8cc|#f8cfda|#fbe3e6")
    spine = []
    for part in (-0.05, 0.2, 0.4, 0.6, 0.8, 1.0):
        fall = drop * (0.1 + 0.9 * max(0.0, part) ** 0.8)
        spine.append((edge - side * reach * part, fall + 14 * easel.unit * math.sin(6 * part)))
    easel.line(curve(spine), wood, 10 * easel.unit)
    for index, (x, y) in enumerate(spine[1:]):
        chance = easel.chance.fork("twig", index)
        tip = (x - side * chance.uniform(20, 70) * easel.unit, y + chance.uniform(30, 90) * easel.unit)
        easel.line(curve([(x, y), ((x + tip[0]) / 2, y + 20 * easel.unit), tip]), wood, 4 * easel.unit)
    tints = [skia.Path() for _ in range(3)]
    bare = easel.air.snow
    for i in range(130):
        chance = easel.chance.fork("bloom", i)
        part = chance.random() * 5
        (x0, y0), (x1, y1) = spine[min(4, int(part))], spine[min(4, int(part)) + 1]
        x, y = x0 + (x1 - x0) * (part % 1), y0 + (y1 - y0) * (part % 1)
        x, y = x + chance.gauss(0, 30) * easel.unit, y + chance.gauss(12, 30) * easel.unit
        radius = chance.uniform(8, 18) * easel.unit
        for k in range(5):
            angle = math.tau * k / 5
            tints[i % 3].addCircle(
                x + math.cos(angle) * radius * 0.6, y + math.sin(angle) * radius * 0.6, radius * 0.5
            )
    for step, path in zip((-0.07, 0.0, 0.04), tints, strict=True):
        easel.paint(path, easel.air.snow_colour if bare else easel.lit(shift(hue, lightness=step)), 0.95)


def petals(easel: Easel, one: Step, roles: Roles) -> None:
    """Petals or leaves in the air, in a ``tone``."""
    hue = easel.lit(tone(easel, one, "#f8cfda"))
    path = skia.Path()
    for i in range(int(one.number("count", 26) * easel.span)):
        chance = easel.chance.fork(i)
        x, y, size = (
            chance.random() * easel.width,
            chance.random() * easel.height,
            chance.uniform(4, 9) * easel.unit,
        )
        spot = skia.Path()
        spot.addOval(oval(0, 0, size, size * 0.5))
        matrix = skia.Matrix()
        matrix.setRotate(chance.uniform(0, 180))
        matrix.postTranslate(x, y)
        spot.transform(matrix)
        path.addPath(spot)
    easel.paint(path, hue, 0.85)


def fireflies(easel: Easel, one: Step, roles: Roles) -> None:
    """Points of warm light over the ground when it is dark."""
    dark = easel.air.light.darkness
    if dark < 0.3 or easel.air.snow:
        return
    colour = Colour.of("#ffe27a")
    for i in range(int(one.number("count", 22) * easel.span)):
        chance = easel.chance.fork(i)
        x = chance.random() * easel.width
        y = easel.horizon + (chance.random() - 0.35) * 0.6 * (easel.height - easel.horizon)
        radius = chance.uniform(1.6, 3.2) * easel.unit
        easel.glow((x, y), radius * 7, colour, 0.5 * dark, add=True)
        easel.canvas.drawCircle(x, y, radius, _glowing(colour))


def _glowing(colour: Colour) -> skia.Paint:
    return skia.Paint(AntiAlias=True, Color4f=skia.Color4f(*mix(colour, Colour(1, 1, 1), 0.4), 1.0))
