"""Pieces of an interior: windows with a view, curtains, pictures, lamps, plants, shelves, rugs."""

from __future__ import annotations

import math
from typing import Any

import skia

from aquatint.engines.composer.backdrops import ridges, sky
from aquatint.engines.composer.backdrops.buildings import LAMP, Block
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.framing import oval
from aquatint.engines.composer.drawing.brush import Point, curve, fill, linear, polygon, stroke
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, multiply, shift


def outdoors(easel: Easel, colour: Colour) -> Colour:
    """A colour as it looks in the light outside."""
    return multiply(colour, easel.air.light.ambient)


def window(easel: Easel, area: Block, *, columns: int = 2, rows: int = 2) -> None:
    """A window: the sky and hills outside as time and weather have them, frame, bars, sill."""
    canvas, rect = easel.canvas, area.rect()
    canvas.save()
    canvas.clipRect(rect, True)
    stops = [(place, colour, 1.0) for place, colour, _ in sky.gradient(easel)]
    canvas.drawRect(rect, fill(shader=linear((0, area.top), (0, area.foot), stops)))
    _view(easel, area)
    glare = polygon(
        [
            (area.left, area.foot),
            (area.left, area.top + area.height * 0.4),
            (area.left + area.width * 0.7, area.top),
            (area.right, area.top),
            (area.left + area.width * 0.25, area.foot),
        ]
    )
    easel.paint(glare, WHITE, 0.1)
    canvas.restore()
    _window_frame(easel, area, columns, rows)


def _view(easel: Easel, area: Block) -> None:
    """What one sees through a window."""
    nature, short = easel.air.nature, area.height
    if easel.air.stars > 0.3:
        chance, path = easel.chance.fork("stars"), skia.Path()
        for _ in range(18):
            path.addCircle(
                area.left + chance.random() * area.width,
                area.top + chance.random() * short * 0.6,
                1.4 * easel.unit,
            )
        easel.paint(path, WHITE, 0.9)
        moon = (area.left + area.width * 0.3, area.top + short * 0.26)
        easel.canvas.drawCircle(*moon, short * 0.075, fill(mix(easel.air.sun, WHITE, 0.4)))
    for i, (up, colour) in enumerate(((0.34, mix(nature.grass_far, easel.air.sky[2], 0.5)), (0.2, nature.grass))):
        line = ridges.rolling(area.width, 0, short * 0.12, easel.chance.fork("hill", i), waves=1.1, points=12)
        shape = [(area.left + x, area.foot - short * up + y) for x, y in line]
        easel.paint(ridges.under(shape, area.foot), outdoors(easel, colour))
    if easel.air.weather in ("snow", "rain", "storm"):
        chance, path = easel.chance.fork("weather"), skia.Path()
        for _ in range(40):
            x, y = area.left + chance.random() * area.width, area.top + chance.random() * short
            if easel.air.weather == "snow":
                path.addCircle(x, y, chance.uniform(1.2, 3) * easel.unit)
            else:
                path.addRect(skia.Rect.MakeXYWH(x, y, 1.4 * easel.unit, 20 * easel.unit))
        easel.paint(path, WHITE, 0.75 if easel.air.weather == "snow" else 0.3)


def _window_frame(easel: Easel, area: Block, columns: int, rows: int) -> None:
    white = easel.lit(Colour.of("#f7f2e8"))
    bars, thick = skia.Path(), area.width * 0.05
    bars.addRect(area.rect())
    for i in range(1, columns):
        x = area.left + area.width * i / columns
        bars.moveTo(x, area.top)
        bars.lineTo(x, area.foot)
    for i in range(1, rows):
        y = area.top + area.height * i / rows
        bars.moveTo(area.left, y)
        bars.lineTo(area.right, y)
    easel.canvas.drawPath(bars, stroke(shift(white, lightness=-0.16), thick * 1.25))
    easel.canvas.drawPath(bars, stroke(white, thick * 0.85))
    sill = skia.Rect.MakeLTRB(
        area.left - thick * 2, area.foot + thick * 0.3, area.right + thick * 2, area.foot + thick * 1.9
    )
    easel.canvas.drawRect(sill, fill(white))
    shade = skia.Rect.MakeLTRB(sill.left(), sill.bottom(), sill.right(), sill.bottom() + thick * 1.4)
    easel.canvas.drawRect(shade, fill(easel.stage.light.shadow, 0.16))


def curtain(easel: Easel, area: Block, colour: Colour, *, side: int) -> None:
    """One curtain gathered to a side of a window (-1 left, 1 right), with folds."""
    inner = area.right if side < 0 else area.left
    outer = area.left if side < 0 else area.right
    waist = outer + (inner - outer) * 0.45
    path = skia.Path()
    path.moveTo(outer, area.top)
    path.lineTo(inner, area.top)
    path.cubicTo(
        inner,
        area.top + area.height * 0.4,
        waist,
        area.top + area.height * 0.5,
        waist,
        area.top + area.height * 0.66,
    )
    path.cubicTo(
        waist,
        area.top + area.height * 0.8,
        inner,
        area.top + area.height * 0.9,
        outer + (inner - outer) * 0.75,
        area.foot,
    )
    path.lineTo(outer, area.foot)
    path.close()
    tone = easel.lit(colour)
    easel.shade(
        path,
        easel.fade(
            (outer, 0), (inner, 0), (0, shift(tone, lightness=-0.1), 1.0), (1, shift(tone, lightness=0.03), 1.0)
        ),
    )
    easel.canvas.save()
    easel.canvas.clipPath(path, True)
    for i in range(5):
        part = (i + 0.6) / 5
        x = outer + (inner - outer) * part
        fold = curve(
            [
                (x, area.top),
                (outer + (waist - outer) * part, area.top + area.height * 0.64),
                (outer + (inner - outer) * part * 0.8, area.foot),
            ]
        )
        easel.line(fold, shift(tone, lightness=-0.11), area.width * 0.07, 0.35)
    easel.canvas.restore()


def picture(easel: Easel, area: Block, colour: Colour) -> None:
    """A framed print of hills and a sun."""
    canvas, rim = easel.canvas, area.width * 0.07
    canvas.drawRect(
        skia.Rect.MakeLTRB(area.left + rim * 0.6, area.top + rim, area.right + rim * 0.6, area.foot + rim),
        fill(easel.stage.light.shadow, 0.18, blur=4 * easel.unit),
    )
    canvas.drawRect(area.rect(), fill(easel.lit(Colour.of("#6b4a35"))))
    inside = skia.Rect.MakeLTRB(area.left + rim, area.top + rim, area.right - rim, area.foot - rim)
    canvas.drawRect(inside, fill(easel.lit(Colour.of("#f3ead9"))))
    print_area = Block(area.left + rim * 2, area.top + rim * 2, area.right - rim * 2, area.foot - rim * 2)
    canvas.save()
    canvas.clipRect(print_area.rect(), True)
    canvas.drawRect(print_area.rect(), fill(easel.lit(mix(colour, WHITE, 0.6))))
    canvas.drawCircle(
        print_area.left + print_area.width * 0.66,
        print_area.top + print_area.height * 0.36,
        print_area.width * 0.15,
        fill(easel.lit(Colour.of("#f0b24a"))),
    )
    for i, up in enumerate((0.46, 0.26)):
        line = ridges.rolling(
            print_area.width, 0, print_area.height * 0.2, easel.chance.fork(i), waves=1.2, points=10
        )
        shape = [(print_area.left + x, print_area.foot - print_area.height * up + y) for x, y in line]
        easel.paint(ridges.under(shape, print_area.foot), easel.lit(shift(colour, lightness=-0.1 * i)))
    canvas.restore()


def floor_lamp(easel: Easel, foot: Point, tall: float) -> None:
    """A standing lamp with a cloth shade; it glows in the dark."""
    (x, y), canvas = foot, easel.canvas
    metal = easel.lit(Colour.of("#4b403a"))
    canvas.drawOval(oval(x, y, tall * 0.11, tall * 0.024), fill(metal))
    canvas.drawRect(skia.Rect.MakeLTRB(x - tall * 0.01, y - tall * 0.78, x + tall * 0.01, y), fill(metal))
    dark = easel.air.light.darkness
    cloth = mix(easel.lit(Colour.of("#ead9b8")), LAMP, min(1.0, dark * 1.2))
    if dark > 0.3:
        easel.glow((x, y - tall * 0.85), tall * 1.1, LAMP, 0.55 * dark, add=True)
    shade = polygon(
        [
            (x - tall * 0.09, y - tall),
            (x + tall * 0.09, y - tall),
            (x + tall * 0.16, y - tall * 0.75),
            (x - tall * 0.16, y - tall * 0.75),
        ]
    )
    easel.shade(
        shade,
        easel.fade(
            (0, y - tall),
            (0, y - tall * 0.75),
            (0, shift(cloth, lightness=-0.06), 1.0),
            (1, shift(cloth, lightness=0.03), 1.0),
        ),
    )


def pot_plant(easel: Easel, foot: Point, tall: float) -> None:
    """Large leaves in a clay pot."""
    (x, y), chance = foot, easel.chance
    clay = easel.lit(Colour.of("#c4704a"))
    rim, pot_tall = tall * 0.17, tall * 0.3
    green = easel.lit(Colour.of("#3f8a5a"))
    for i in range(11):
        angle = math.pi * (0.06 + 0.88 * i / 10) + chance.uniform(-0.1, 0.1)
        length = tall * chance.uniform(0.45, 0.7) * (0.72 + 0.28 * math.sin(angle))
        tip = (x + math.cos(angle) * length, y - pot_tall - math.sin(angle) * length)
        _leaf(easel, (x, y - pot_tall), tip, length * 0.17, shift(green, lightness=chance.uniform(-0.09, 0.07)))
    pot = polygon([(x - rim, y - pot_tall), (x + rim, y - pot_tall), (x + rim * 0.7, y), (x - rim * 0.7, y)])
    edge, other = (x - rim, x + rim) if easel.toward < 0 else (x + rim, x - rim)
    easel.shade(
        pot,
        easel.fade(
            (edge, 0), (other, 0), (0, shift(clay, lightness=0.05), 1.0), (1, shift(clay, lightness=-0.13), 1.0)
        ),
    )
    easel.canvas.drawRect(
        skia.Rect.MakeLTRB(x - rim * 1.12, y - pot_tall - rim * 0.3, x + rim * 1.12, y - pot_tall + rim * 0.1),
        fill(clay),
    )


def _leaf(easel: Easel, root: Point, tip: Point, width: float, colour: Colour) -> None:
    (x0, y0), (x1, y1) = root, tip
    length = math.hypot(x1 - x0, y1 - y0)
    out = (-(y1 - y0) / length * width, (x1 - x0) / length * width)
    middle = (x0 + (x1 - x0) * 0.62, y0 + (y1 - y0) * 0.62 - length * 0.08)
    path = skia.Path()
    path.moveTo(x0, y0)
    path.quadTo(middle[0] + out[0] * 2, middle[1] + out[1] * 2, x1, y1)
    path.quadTo(middle[0] - out[0] * 2, middle[1] - out[1] * 2, x0, y0)
    path.close()
    easel.paint(path, colour)
    easel.line(curve([root, middle, tip]), shift(colour, lightness=0.08), width * 0.12, 0.7)


def rug(easel: Easel, centre: Point, half_width: float, half_height: float, colour: Colour) -> None:
    """A round rug with rings, in perspective."""
    tones: list[Any] = [colour, Colour.of("#f3e6d0"), colour, shift(colour, lightness=0.12)]
    for i, tone in enumerate(tones):
        share = (1.0, 0.88, 0.8, 0.42)[i]
        easel.canvas.drawOval(oval(*centre, half_width * share, half_height * share), fill(easel.lit(tone)))


def shelf(easel: Easel, area: Block) -> None:
    """A wall board with books and a small vase."""
    chance, canvas = easel.chance, easel.canvas
    wood = easel.lit(Colour.of("#8a5f3f"))
    board = area.height * 0.14
    x, foot = area.left + area.width * 0.06, area.foot - board
    colours = ("#b5483f", "#2f6b7d", "#d9a441", "#5b7f4f", "#7a4f7d", "#e3d3b8")
    while x < area.left + area.width * 0.66:
        width, tall = area.width * chance.uniform(0.035, 0.07), (area.height - board) * chance.uniform(0.62, 0.95)
        tone = easel.lit(Colour.of(chance.choice(colours)))
        canvas.drawRect(skia.Rect.MakeLTRB(x, foot - tall, x + width, foot), fill(tone))
        canvas.drawRect(
            skia.Rect.MakeLTRB(x, foot - tall * 0.82, x + width, foot - tall * 0.74),
            fill(shift(tone, lightness=0.12), 0.7),
        )
        x += width * 1.06
    vase = (area.left + area.width * 0.83, foot)
    canvas.drawOval(
        oval(vase[0], foot - area.height * 0.2, area.width * 0.06, area.height * 0.2),
        fill(easel.lit(Colour.of("#5f8f9e"))),
    )
    canvas.drawRect(skia.Rect.MakeLTRB(area.left, foot, area.right, area.foot), fill(wood))
    canvas.drawRect(
        skia.Rect.MakeLTRB(area.left, area.foot, area.right, area.foot + board * 0.9),
        fill(easel.stage.light.shadow, 0.18),
    )
