"""Space: stars, clouds of gas, a ringed planet, a small moon."""

from __future__ import annotations

import skia

from aquatint.engines.composer.backdrops import sky
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.light import Air
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.brush import Point, fill, radial, stroke
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, shift
from aquatint.engines.composer.layout.stage import Light

VOID = (Colour.of("#05061a"), Colour.of("#0d0f33"), Colour.of("#1b1747"))
GAS = ("#6a3fd0", "#2f62d8", "#c8468f", "#2aa6b8")


class Space(Place):
    """Nothing to stand on."""

    name = "space"
    inside = True
    geometry = Geometry(horizon=0.5, ground=(0.3, 0.8), sky=(0.1, 0.85), floor="air", metre=0.12, tilts=False)

    def light(self, air: Air) -> Light:
        """A far sun: clear light, a cool surround, no shadows to fall on anything."""
        return Light(
            x=-0.6 if air.light.x < 0 else 0.6,
            height=0.5,
            key=WHITE,
            ambient=Colour.of("#d9d8f4"),
            shadow=Colour.of("#04041a"),
            shadow_strength=0.0,
            haze=VOID[2],
            darkness=0.7,
        )

    def back(self, easel: Easel) -> None:
        """Void, gas, stars, planets."""
        easel.band(0, easel.height, (0, VOID[0], 1.0), (0.55, VOID[1], 1.0), (1, VOID[2], 1.0))
        nebula(easel.fork("nebula"))
        sky.stars(easel.fork("stars"), 1.0, bottom=float(easel.height))
        self._milky_way(easel.fork("milky way"))
        short, side = 1000 * easel.unit, -easel.toward
        far_x = easel.width * (0.5 + 0.36 * side)
        planet(easel.fork("planet"), (far_x, 0.2 * easel.height), 0.13 * short, Colour.of("#d98f5c"), ring=True)
        planet(
            easel.fork("moon"),
            (easel.width * (0.5 - 0.4 * side), 0.78 * easel.height),
            0.055 * short,
            Colour.of("#8fa9c8"),
        )

    def _milky_way(self, easel: Easel) -> None:
        """Fine dust of stars along a slanting band."""
        chance, path = easel.chance, skia.Path()
        for _ in range(int(260 * easel.span)):
            along, off = chance.random(), chance.gauss(0, 0.09)
            x = along * easel.width
            y = (0.85 - 0.7 * along + off) * easel.height
            path.addCircle(x, y, chance.uniform(0.4, 1.0) * easel.unit)
        easel.paint(path, Colour.of("#e8e4ff"), 0.6)


def nebula(easel: Easel) -> None:
    """Soft clouds of coloured gas along a slanting band, with darker lanes."""
    chance, reach = easel.chance, max(easel.width, easel.height)
    for i in range(14):
        along = chance.random()
        x = along * easel.width
        y = (0.85 - 0.7 * along + chance.gauss(0, 0.13)) * easel.height
        colour = Colour.of(GAS[(i + chance.randrange(2)) % len(GAS)])
        easel.glow((x, y), reach * chance.uniform(0.12, 0.34), colour, chance.uniform(0.16, 0.36), add=True)
    for _ in range(5):
        along = chance.random()
        spot = (along * easel.width, (0.85 - 0.7 * along + chance.gauss(0, 0.06)) * easel.height)
        easel.glow(spot, reach * chance.uniform(0.06, 0.14), VOID[0], 0.45)


def planet(easel: Easel, centre: Point, radius: float, colour: Colour, *, ring: bool = False) -> None:
    """A banded ball, lit from the side of the light, with or without a ring."""
    (x, y), canvas = centre, easel.canvas
    easel.glow(centre, radius * 2.1, colour, 0.28, add=True)
    if ring:
        _ring(easel, centre, radius, colour, front=False)
    ball = skia.Path()
    ball.addCircle(x, y, radius)
    easel.paint(ball, colour)
    canvas.save()
    canvas.clipPath(ball, True)
    canvas.rotate(-16, x, y)
    chance, top = easel.chance.fork("bands"), y - radius
    while top < y + radius:
        tall = radius * chance.uniform(0.1, 0.34)
        band = skia.Rect.MakeLTRB(x - radius * 1.2, top, x + radius * 1.2, top + tall)
        canvas.drawRect(
            band, fill(shift(colour, lightness=chance.uniform(-0.09, 0.09), hue=chance.uniform(-12, 12)), 0.8)
        )
        top += tall
    canvas.restore()
    spot = (x + easel.toward * radius * 0.55, y - radius * 0.35)
    dark = VOID[0]
    stops = [(0.0, WHITE, 0.28), (0.35, WHITE, 0.0), (0.36, dark, 0.0), (0.8, dark, 0.5), (1.0, dark, 0.88)]
    canvas.drawCircle(x, y, radius, fill(shader=radial(spot, radius * 1.75, stops)))
    if ring:
        _ring(easel, centre, radius, colour, front=True)


def _ring(easel: Easel, centre: Point, radius: float, colour: Colour, *, front: bool) -> None:
    """Half of a tilted ring: the far half behind the ball, the near half before it."""
    (x, y), canvas = centre, easel.canvas
    canvas.save()
    canvas.rotate(-16, x, y)
    for reach, width, alpha in ((1.5, 0.13, 0.75), (1.78, 0.2, 0.55), (2.06, 0.07, 0.45)):
        oval = skia.Rect.MakeLTRB(
            x - radius * reach, y - radius * reach * 0.26, x + radius * reach, y + radius * reach * 0.26
        )
        arc = skia.Path()
        arc.addArc(oval, 0 if front else 180, 180)
        tone = mix(colour, WHITE, 0.4)
        canvas.drawPath(arc, _flat_stroke(tone, radius * width, alpha))
    canvas.restore()


def _flat_stroke(colour: Colour, width: float, alpha: float) -> skia.Paint:
    paint = stroke(colour, width, alpha)
    paint.setStrokeCap(skia.Paint.kButt_Cap)
    return paint
