"""A desert: table mountains, dunes with lit and shaded flanks, cactus at the sides."""

from __future__ import annotations

import skia

from aquatint.engines.composer.backdrops import framing, grounds, open_sky, ridges
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.drawing.brush import Point, curve, polygon, stroke
from aquatint.engines.composer.drawing.colour import Colour, mix, shift

SAND = Colour.of("#e3b273")
ROCK = Colour.of("#b86f4c")


class Desert(Place):
    """Sand and red rock."""

    name = "desert"
    geometry = Geometry(horizon=0.54, ground=(0.7, 0.92), sky=(0.06, 0.4))

    def back(self, easel: Easel) -> None:
        """Sky, mesas, three dunes, rippled sand."""
        open_sky.paint_sky(easel.fork("sky"), clouds=0.45)
        line, tall, short = easel.horizon, easel.height, 1000 * easel.unit
        for i, (x, wide, rise, far) in enumerate(
            ((0.2, 0.3, 0.17, 0.62), (0.78, 0.22, 0.24, 0.5), (0.95, 0.3, 0.12, 0.66), (0.5, 0.16, 0.07, 0.74))
        ):
            mesa(easel.fork("mesa", i), (x * easel.width, line + 0.02 * tall), wide * short, rise * short, far)
        for i, (y, rise, far) in enumerate(((0.02, 0.07, 0.42), (0.07, 0.09, 0.22), (0.13, 0.06, 0.08))):
            dune(easel.fork("dune", i), line + y * tall, rise * tall, far)
        grounds.sand(easel.fork("ground"), line + 0.16 * tall, SAND)
        for i, (x, y, size) in enumerate(
            ((0.09, 0.21, 0.2), (0.2, 0.15, 0.11), (0.9, 0.19, 0.16), (0.8, 0.13, 0.08))
        ):
            cactus(easel.fork("cactus", i), (x * easel.width, line + y * tall), size * short, 0.1)

    def front(self, easel: Easel) -> None:
        """Dark corners."""
        framing.vignette(easel, 0.26)


def mesa(easel: Easel, foot: Point, wide: float, tall: float, far: float) -> None:
    """A table mountain in layers, with one shaded side."""
    (x, y), chance = foot, easel.chance
    sides: list[list[Point]] = []
    for side in (-1, 1):
        steps = [(1.0, 0.0), (0.72, 0.36), (0.66, 0.4), (0.6, 0.62), (0.55, 0.66), (0.52, 1.0)]
        sides.append(
            [(x + side * wide / 2 * reach * chance.uniform(0.94, 1.06), y - tall * up) for reach, up in steps]
        )
    body = polygon([*sides[0], *reversed(sides[1])])
    lit, foot_tone = easel.lit(ROCK, far), easel.lit(SAND, min(1.0, far + 0.2))
    easel.shade(body, easel.fade((0, y - tall), (0, y), (0, lit, 1.0), (0.6, lit, 1.0), (1, foot_tone, 1.0)))
    dull = sides[1] if easel.toward < 0 else sides[0]
    inner = [(px - (px - x) * chance.uniform(0.35, 0.6), py) for px, py in dull]
    easel.paint(polygon([*dull, *reversed(inner)]), easel.lit(shift(ROCK, lightness=-0.12), far), 0.7)
    easel.canvas.save()
    easel.canvas.clipPath(body, True)
    for up in (0.52, 0.74, 0.86):
        band = skia.Rect.MakeLTRB(x - wide, y - tall * up, x + wide, y - tall * (up - 0.05))
        path = skia.Path()
        path.addRect(band)
        easel.paint(path, easel.lit(shift(ROCK, lightness=-0.07), far), 0.5)
    easel.canvas.restore()


def dune(easel: Easel, y: float, rise: float, far: float) -> None:
    """A dune: its crest swings, and the side away from the light lies in shade below it."""
    line = ridges.rolling(easel.width, y, rise, easel.chance, waves=0.8 * easel.span, points=36)
    lit, shade = easel.lit(shift(SAND, lightness=0.02), far), easel.lit(shift(SAND, lightness=-0.13, hue=-8), far)
    path = ridges.under(line, easel.height)
    easel.shade(
        path,
        easel.fade(
            (0, y - rise), (0, y + rise * 2), (0, lit, 1.0), (1, easel.lit(SAND, min(1.0, far + 0.12)), 1.0)
        ),
    )
    for start in range(0, len(line) - 6, 12):
        part = line[start : start + 13]
        peak = min(range(len(part)), key=lambda i: part[i][1])
        flank = part[peak:] if easel.toward < 0 else part[: peak + 1][::-1]
        if len(flank) < 3:
            continue
        (x0, y0), (x1, y1) = flank[0], flank[-1]
        belly = [
            (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share + rise * (0.5 * share + 0.5 * share * (1 - share)))
            for share in (1.0, 0.66, 0.33)
        ]
        shape = curve([*flank, *belly[1:], flank[0]])
        stops = ((0, shade, 0.85), (1, shade, 0.1))
        easel.shade(shape, easel.fade((0, y0), (0, y0 + rise * 1.3), *stops))


def cactus(easel: Easel, foot: Point, tall: float, far: float) -> None:
    """A saguaro with two arms, ribs of light and shade."""
    (x, y), chance = foot, easel.chance
    green = easel.lit(mix(Colour.of("#4f8a55"), Colour.of("#7a9a52"), chance.random()), far)
    path = skia.Path()
    path.moveTo(x, y)
    path.lineTo(x, y - tall)
    for side, at, up in ((-1, chance.uniform(0.4, 0.5), 0.28), (1, chance.uniform(0.5, 0.62), 0.24)):
        reach = side * tall * 0.2
        path.moveTo(x, y - tall * at)
        path.quadTo(x + reach, y - tall * at, x + reach, y - tall * (at + 0.12))
        path.lineTo(x + reach, y - tall * (at + up))
    thick = tall * 0.13
    easel.canvas.drawPath(path, stroke(shift(green, lightness=-0.08), thick))
    easel.canvas.save()
    easel.canvas.translate(easel.toward * thick * 0.14, 0)
    easel.canvas.drawPath(path, stroke(green, thick * 0.62))
    easel.canvas.drawPath(path, stroke(shift(green, lightness=0.07), thick * 0.12))
    easel.canvas.restore()
    if easel.air.snow:
        easel.canvas.drawCircle(x, y - tall, thick * 0.4, stroke(easel.air.snow_colour, thick * 0.4))
