"""Under water: light from above, rocks in the blue, sand, corals and kelp."""

from __future__ import annotations

import math
from dataclasses import replace

import skia

from aquatint.engines.composer.backdrops import framing, grounds, light_shafts, ridges
from aquatint.engines.composer.backdrops.easel import Easel, lens
from aquatint.engines.composer.backdrops.light import Air
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.brush import Point, fill, polygon, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, multiply, shift
from aquatint.engines.composer.layout.stage import Light

WATER = (Colour.of("#7fe0e0"), Colour.of("#2fa9c9"), Colour.of("#14699e"), Colour.of("#0c3f74"))
CORALS = ("#f2737a", "#f5a04e", "#c777d8", "#f7c95c", "#e8619c")


class Underwater(Place):
    """The sea from inside; everything swims."""

    name = "underwater"
    inside = True
    geometry = Geometry(
        horizon=0.6, ground=(0.84, 0.95), sky=(0.08, 0.7), water=(0.09, 0.86), metre=0.2, tilts=False
    )

    def light(self, air: Air) -> Light:
        """Daylight through water: from above, green-blue, soft."""
        outside = air.light
        return replace(
            outside,
            height=0.95,
            key=mix(outside.key, WATER[0], 0.4),
            ambient=multiply(mix(outside.ambient, WHITE, 0.3), Colour.of("#bfe3ec")),
            shadow=Colour.of("#062a4a"),
            shadow_strength=0.25,
            haze=self._tone(outside, WATER[1]),
        )

    def _tone(self, light: Light, colour: Colour) -> Colour:
        return multiply(colour, mix(light.ambient, WHITE, 0.25))

    def back(self, easel: Easel) -> None:
        """Water, shafts of light, two rows of rock, sand with corals."""
        tall, light = easel.height, easel.air.light
        top, high, low, deep = (self._tone(light, colour) for colour in WATER)
        easel.band(0, tall, (0, top, 1.0), (0.22, high, 1.0), (0.68, low, 1.0), (1, deep, 1.0))
        easel.glow(
            (easel.width * (0.5 + 0.25 * easel.toward), -0.06 * tall),
            0.7 * max(easel.width, tall),
            mix(top, WHITE, 0.6),
            0.65,
            add=True,
        )
        self._surface(easel.fork("surface"))
        for i, (y, rise, far) in enumerate(((0.8, 0.24, 0.78), (0.86, 0.2, 0.55))):
            self._rocks(easel.fork("rocks", i), y * tall, rise * tall, mix(deep, high, far * 0.75))
        light_shafts.from_sky(easel.fork("shafts"), 0.82 * tall, count=7, strength=0.26)
        self._floor(easel.fork("floor"), 0.84 * tall)
        _bubbles(easel.fork("bubbles"))

    def _surface(self, easel: Easel) -> None:
        """Bright flecks where the surface moves."""
        path, chance = skia.Path(), easel.chance
        for _ in range(int(36 * easel.span)):
            y = (chance.random() ** 1.6) * 0.09 * easel.height
            path.addPath(
                lens(
                    chance.random() * easel.width,
                    y,
                    chance.uniform(40, 150) * easel.unit,
                    chance.uniform(3, 8) * easel.unit,
                )
            )
        easel.paint(path, mix(WATER[0], WHITE, 0.7), 0.5)

    def _rocks(self, easel: Easel, y: float, rise: float, colour: Colour) -> None:
        """Rock that is high at the sides and leaves the middle open."""
        line = ridges.rolling(easel.width, y, rise * 0.5, easel.chance, waves=2.2 * easel.span)
        shaped = [(x, py - rise * 0.8 * abs(x / easel.width - 0.5) ** 1.5 * 2.4) for x, py in line]
        top = min(point[1] for point in shaped)
        easel.shade(
            ridges.under(shaped, easel.height),
            easel.fade((0, top), (0, y + rise), (0, shift(colour, lightness=0.03), 1.0), (1, colour, 1.0)),
        )

    def _floor(self, easel: Easel, top: float) -> None:
        """Sand with nets of light, corals and weed at the sides."""
        grounds.sand(easel.fork("sand"), top, Colour.of("#cdbf93"))
        blue = self._tone(easel.air.light, WATER[2])
        easel.band(top - 0.02 * easel.height, easel.height, (0, blue, 0.5), (1, blue, 0.08))
        net = skia.Path()
        for x, y, scale in grounds.scattered(
            easel, top + 0.01 * easel.height, easel.height, int(26 * easel.span), easel.chance.fork("net")
        ):
            net.addPath(lens(x, y, 120 * scale * easel.unit, 5 * scale * easel.unit))
        easel.canvas.drawPath(net, fill(mix(WATER[0], WHITE, 0.5), 0.35, blend=skia.BlendMode.kScreen))
        for i in range(round(9 * (0.5 + 0.5 * easel.span))):
            one = easel.fork("coral", i)
            side = -1 if i % 2 else 1
            x = easel.width * (0.5 + side * one.chance.uniform(0.24, 0.5))
            foot = (x, top + one.chance.uniform(0.015, 0.09) * easel.height)
            _coral(one, foot, one.chance.uniform(60, 120) * easel.unit, Colour.of(CORALS[i % len(CORALS)]))
        for i in range(8):
            one = easel.fork("kelp", i)
            side = -1 if i % 2 else 1
            x = easel.width * (0.5 + side * one.chance.uniform(0.36, 0.5))
            kelp(
                one,
                (x, top + 0.05 * easel.height),
                one.chance.uniform(160, 420) * easel.unit,
                easel.lit(Colour.of("#2f8f6b"), 0.3),
            )

    def front(self, easel: Easel) -> None:
        """Dark kelp at the very sides."""
        framing.vignette(easel, 0.4)
        dark = framing.near_tone(easel, Colour.of("#1f6f6b"), 0.6)
        for i in range(6):
            one = easel.fork("kelp", i)
            side = -1 if i % 2 else 1
            x = easel.width * 0.5 + side * (easel.width * 0.5 - one.chance.uniform(0, 70) * easel.unit)
            kelp(one, (x, easel.height * 1.01), one.chance.uniform(180, 420) * easel.unit, dark)


def kelp(easel: Easel, foot: Point, tall: float, colour: Colour) -> None:
    """A ribbon of weed that sways upward."""
    (x, y), chance = foot, easel.chance
    phase, sway = chance.uniform(0, math.tau), tall * 0.06
    left, right = [], []
    for i in range(17):
        part = i / 16
        bend = sway * math.sin(phase + part * 5.5) * (0.2 + part)
        half = tall * 0.035 * (1 - part) ** 0.6 * (0.75 + 0.35 * math.sin(phase + part * 21))
        left.append((x + bend - half, y - tall * part))
        right.append((x + bend + half, y - tall * part))
    easel.paint(polygon([*left, *reversed(right)]), colour)


def _coral(easel: Easel, foot: Point, tall: float, colour: Colour) -> None:
    """A branching or a round coral."""
    tone, chance = easel.lit(colour, 0.05), easel.chance
    if chance.random() < 0.35:
        for i in range(5):
            x = foot[0] + (i - 2) * tall * 0.2
            size = tall * chance.uniform(0.16, 0.28)
            easel.canvas.drawCircle(x, foot[1] - size * 0.4, size, fill(shift(tone, lightness=-0.05 + 0.025 * i)))
        return
    _branch(easel, foot, -math.pi / 2, tall * 0.42, tall * 0.13, 3, tone, chance)


def _branch(
    easel: Easel, root: Point, angle: float, length: float, width: float, depth: int, tone: Colour, chance: Chance
) -> None:
    end = (root[0] + math.cos(angle) * length, root[1] + math.sin(angle) * length)
    path = polygon([root, end], closed=False)
    easel.canvas.drawPath(path, stroke(shift(tone, lightness=0.03 * (3 - depth)), width))
    if depth == 0:
        return
    for turn in (-0.5, 0.45):
        _branch(
            easel,
            end,
            angle + turn * chance.uniform(0.6, 1.3),
            length * 0.74,
            width * 0.72,
            depth - 1,
            tone,
            chance,
        )


def _bubbles(easel: Easel) -> None:
    """Strings of bubbles that rise at the sides."""
    chance = easel.chance
    for i in range(round(26 * easel.span)):
        column = chance.choice((0.12, 0.3, 0.72, 0.9))
        part = chance.random()
        x = easel.width * column + math.sin(part * 9 + column * 20) * 18 * easel.unit
        radius = chance.uniform(2.5, 9) * (1.2 - 0.6 * part) * easel.unit
        y = easel.height * (0.08 + 0.72 * part)
        easel.canvas.drawCircle(x, y, radius, stroke(WHITE, 1.3 * easel.unit, 0.45))
        easel.canvas.drawCircle(x - radius * 0.3, y - radius * 0.35, radius * 0.25, fill(WHITE, 0.7))
        del i
