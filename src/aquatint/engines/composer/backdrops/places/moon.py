"""The moon: grey hills and craters under a black sky in which the Earth hangs."""

from __future__ import annotations

import skia

from aquatint.engines.composer.backdrops import framing, grounds, ridges, sky
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.light import Air
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.brush import Point, fill, radial
from aquatint.engines.composer.drawing.colour import WHITE, Colour, shift
from aquatint.engines.composer.layout.stage import Light

DUST = Colour.of("#a5a6ad")
SPACE = (Colour.of("#04050f"), Colour.of("#0b1024"), Colour.of("#1a2342"))


class Moon(Place):
    """The surface of the moon."""

    name = "moon"
    inside = True
    geometry = Geometry(horizon=0.55, ground=(0.68, 0.92), sky=(0.08, 0.42))

    def light(self, air: Air) -> Light:
        """Hard white sunlight, a blue-black surround."""
        return Light(
            x=-0.7 if air.light.x < 0 else 0.7,
            height=0.4,
            key=WHITE,
            ambient=Colour.of("#dfe2ee"),
            shadow=Colour.of("#05060e"),
            shadow_strength=0.55,
            haze=SPACE[2],
            darkness=0.35,
        )

    def back(self, easel: Easel) -> None:
        """Stars, the Earth, hills, dust with craters."""
        line, tall, short = easel.horizon, easel.height, 1000 * easel.unit
        easel.band(0, line + 0.05 * tall, (0, SPACE[0], 1.0), (0.7, SPACE[1], 1.0), (1, SPACE[2], 1.0))
        sky.stars(easel.fork("stars"), 1.0)
        if not any(item.noun == "earth" for item in easel.scene.items):
            earth(easel.fork("earth"), (easel.width * (0.5 - 0.27 * easel.toward), 0.2 * tall), 0.1 * short)
        for i, (y, rise, dark) in enumerate(((0.0, 0.1, -0.32), (0.045, 0.07, -0.19), (0.085, 0.05, -0.08))):
            one = easel.fork("hill", i)
            shape = ridges.rolling(easel.width, line + y * tall, rise * tall, one.chance, waves=1.1 * easel.span)
            top, foot = easel.lit(shift(DUST, lightness=dark + 0.07)), easel.lit(shift(DUST, lightness=dark))
            y0 = line + y * tall - rise * tall
            easel.shade(
                ridges.under(shape, tall), easel.fade((0, y0), (0, y0 + 0.2 * tall), (0, top, 1.0), (1, foot, 1.0))
            )
        self._ground(easel.fork("ground"), line + 0.12 * tall)

    def _ground(self, easel: Easel, top: float) -> None:
        edge = ridges.rolling(easel.width, top, 0.02 * easel.height, easel.chance, waves=0.8)
        far, near = easel.lit(shift(DUST, lightness=0.05)), easel.lit(shift(DUST, lightness=-0.16))
        easel.shade(
            ridges.under(edge, easel.height),
            easel.fade((0, top), (0, easel.height), (0, far, 1.0), (1, near, 1.0)),
        )
        chance = easel.chance.fork("craters")
        for x, y, scale in grounds.scattered(
            easel, top + 0.03 * easel.height, easel.height, int(13 * easel.span), chance
        ):
            crater(easel, (x, y), chance.uniform(22, 90) * scale * easel.unit)
        pebbles = skia.Path()
        for x, y, scale in grounds.scattered(
            easel, top + 0.02 * easel.height, easel.height, int(70 * easel.span), chance.fork("pebbles")
        ):
            pebbles.addOval(framing.oval(x, y, 3.4 * scale * easel.unit, 2 * scale * easel.unit))
        easel.paint(pebbles, shift(near, lightness=-0.07), 0.8)

    def front(self, easel: Easel) -> None:
        """Dark corners."""
        framing.vignette(easel, 0.42)


def crater(easel: Easel, centre: Point, radius: float) -> None:
    """A flat ring: dark inside toward the light, bright rim on the other side."""
    x, y = centre
    flat, side = radius * 0.3, easel.toward
    rim, hole = easel.lit(shift(DUST, lightness=0.12)), easel.lit(shift(DUST, lightness=-0.24))
    floor = easel.lit(shift(DUST, lightness=-0.1))
    easel.canvas.drawOval(
        framing.oval(x - side * radius * 0.05, y + flat * 0.12, radius * 1.1, flat * 1.16), fill(rim, 0.85)
    )
    bowl = skia.Path()
    bowl.addOval(framing.oval(x, y, radius, flat))
    easel.shade(bowl, easel.fade((x + side * radius, 0), (x - side * radius, 0), (0, hole, 1.0), (1, floor, 1.0)))


def earth(easel: Easel, centre: Point, radius: float) -> None:
    """The Earth, three quarters lit: seas, land, swirls of cloud."""
    (x, y), canvas, chance = centre, easel.canvas, easel.chance
    easel.glow(centre, radius * 2.2, Colour.of("#5aa0ff"), 0.5, add=True)
    ball = skia.Path()
    ball.addCircle(x, y, radius)
    easel.paint(ball, Colour.of("#2f7fd0"))
    canvas.save()
    canvas.clipPath(ball, True)
    land = skia.Path()
    for dx, dy, size in (
        (-0.45, -0.35, 0.38),
        (-0.25, -0.1, 0.24),
        (-0.2, 0.4, 0.3),
        (0.5, -0.3, 0.42),
        (0.55, 0.2, 0.22),
        (0.1, -0.7, 0.2),
    ):
        for _ in range(4):
            land.addOval(
                framing.oval(
                    x + (dx + chance.uniform(-0.12, 0.12)) * radius,
                    y + (dy + chance.uniform(-0.1, 0.1)) * radius,
                    size * radius * chance.uniform(0.4, 0.8),
                    size * radius * chance.uniform(0.4, 0.8),
                )
            )
    easel.paint(land, Colour.of("#5fa860"))
    clouds = skia.Path()
    for _ in range(9):
        clouds.addOval(
            framing.oval(
                x + chance.uniform(-0.8, 0.8) * radius,
                y + chance.uniform(-0.85, 0.85) * radius,
                chance.uniform(0.2, 0.5) * radius,
                0.06 * radius,
            )
        )
    easel.paint(clouds, WHITE, 0.8)
    canvas.restore()
    spot = (x + easel.toward * radius * 0.5, y - radius * 0.3)
    stops = [
        (0.0, WHITE, 0.2),
        (0.4, WHITE, 0.0),
        (0.41, SPACE[0], 0.0),
        (0.85, SPACE[0], 0.55),
        (1.0, SPACE[0], 0.9),
    ]
    canvas.drawCircle(x, y, radius, fill(shader=radial(spot, radius * 1.75, stops)))
