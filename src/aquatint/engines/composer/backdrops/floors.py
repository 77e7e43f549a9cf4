"""Made floors: boards along and across, paving slabs."""

from __future__ import annotations

import itertools

import skia

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.grounds import puddles
from aquatint.engines.composer.drawing.brush import Point, fill, polygon
from aquatint.engines.composer.drawing.colour import Colour, shift


def boards(easel: Easel, top: float, colour: Colour, *, planks: int = 7, across: bool = False) -> None:
    """Wooden boards from ``top`` down, running to a vanishing point (or ``across`` the picture)."""
    far, near = easel.lit(shift(colour, lightness=0.05), 0.06), easel.lit(shift(colour, lightness=-0.05))
    easel.band(top, easel.height, (0, far, 1.0), (1, near, 1.0))
    if across:
        _boards_across(easel, top, colour, planks)
        return
    focus = (easel.width * 0.5, top - (easel.height - top) * 1.15)
    number = max(planks, round(planks * easel.span))
    edges = [(i / number * 1.9 - 0.45) * easel.width for i in range(number + 1)]
    for i, (left, right) in enumerate(itertools.pairwise(edges)):
        one = easel.fork("plank", i)
        corners = [
            _toward(focus, x, y, easel.height)
            for x, y in ((left, top), (right, top), (right, easel.height), (left, easel.height))
        ]
        tone = easel.lit(shift(colour, lightness=one.chance.uniform(-0.05, 0.05), hue=one.chance.uniform(-5, 5)))
        easel.paint(polygon(corners), tone, 0.5)
        _grain(one, focus, left, right, top, easel.lit(shift(colour, lightness=-0.13)))
        seam = polygon([corners[0], corners[3]], closed=False)
        easel.line(seam, easel.lit(shift(colour, lightness=-0.2)), 2.2 * easel.unit, 0.7)


def _toward(focus: Point, x: float, y: float, bottom: float) -> Point:
    """Where the line from (x, bottom) to the vanishing point crosses the height y."""
    part = (y - focus[1]) / (bottom - focus[1])
    return focus[0] + (x - focus[0]) * part, y


def _grain(easel: Easel, focus: Point, left: float, right: float, top: float, tone: Colour) -> None:
    """Fine lines along a board, and now and then a cross seam."""
    chance, bottom = easel.chance, easel.height
    path = skia.Path()
    for _ in range(7):
        x = left + (right - left) * chance.uniform(0.06, 0.94)
        start = top + (bottom - top) * chance.uniform(0.0, 0.7)
        stop = min(bottom, start + (bottom - top) * chance.uniform(0.2, 0.6))
        wave = (right - left) * 0.03
        a, b = _toward(focus, x, start, bottom), _toward(focus, x + wave, stop, bottom)
        path.moveTo(*a)
        path.quadTo((a[0] + b[0]) / 2 + wave, (a[1] + b[1]) / 2, *b)
    easel.line(path, tone, 1.3 * easel.unit, 0.45)
    y = top + (bottom - top) * chance.random() ** 0.7
    seam = polygon([_toward(focus, left, y, bottom), _toward(focus, right, y, bottom)], closed=False)
    easel.line(seam, tone, 1.8 * easel.unit, 0.6)


def _boards_across(easel: Easel, top: float, colour: Colour, planks: int) -> None:
    edges = [top + (easel.height - top) * (i / planks) ** 1.45 for i in range(planks + 1)]
    for i, (upper, lower) in enumerate(itertools.pairwise(edges)):
        one = easel.fork("plank", i)
        chance, tall = one.chance, lower - upper
        base = shift(colour, lightness=chance.uniform(-0.045, 0.035), hue=chance.uniform(-5, 5))
        light, dark = easel.lit(shift(base, lightness=0.03)), easel.lit(shift(base, lightness=-0.04))
        easel.band(upper, lower, (0, light, 0.9), (0.8, easel.lit(base), 0.9), (1, dark, 0.9))
        _grain_across(one, upper, lower, easel.lit(shift(base, lightness=-0.11)))
        dark_seam = easel.lit(shift(colour, lightness=-0.24))
        easel.band(lower - max(1.0, tall * 0.035), lower, (0, dark_seam, 0.8), (1, dark_seam, 0.8))


def _grain_across(easel: Easel, upper: float, lower: float, tone: Colour) -> None:
    """Grain that flows along a board and round one knot."""
    chance, tall = easel.chance, lower - upper
    knot_x, knot_y = chance.random() * easel.width, upper + tall * chance.uniform(0.35, 0.65)
    path, reach = skia.Path(), tall * 1.9
    for i in range(6):
        y = upper + tall * (i + chance.uniform(0.25, 0.75)) / 6
        path.moveTo(-5, y)
        push = (1 if y > knot_y else -1) * tall * 0.13 * (1 - min(1.0, abs(y - knot_y) / (tall * 0.5)))
        for x0, x1, bend in (
            (-5.0, knot_x - reach, 0.0),
            (knot_x - reach, knot_x, push),
            (knot_x, knot_x + reach, 0.0),
            (knot_x + reach, easel.width + 5.0, 0.0),
        ):
            middle = (x0 + x1) / 2
            start = push if bend == 0.0 and x0 == knot_x else 0.0
            path.cubicTo(middle, y + start, middle, y + bend, x1, y + bend)
    easel.line(path, tone, max(0.8 * easel.unit, tall * 0.012), 0.42)
    knot = skia.Path()
    knot.addOval(
        skia.Rect.MakeLTRB(knot_x - tall * 0.13, knot_y - tall * 0.05, knot_x + tall * 0.13, knot_y + tall * 0.05)
    )
    easel.paint(knot, tone, 0.55)


def _reflections(easel: Easel, top: float) -> None:
    """What stands beside wet paving, upside down in it: dark and bright strokes that fade downward."""
    sky_tone, shadow = easel.air.sky[3], easel.stage.light.shadow
    dark, light = skia.Path(), skia.Path()
    tall = easel.height - top
    for i in range(int(16 * easel.span)):
        chance = easel.chance.fork(i)
        at = chance.random()
        off = abs(at - 0.5) * 2
        wide = easel.width * chance.uniform(0.012, 0.05)
        reach = tall * chance.uniform(0.3, 0.75) * (0.5 + 0.5 * off)
        path = dark if chance.random() < 0.35 + 0.4 * off else light
        path.addRect(skia.Rect.MakeXYWH(at * easel.width - wide / 2, top, wide, reach))
    for path, tone, power in ((dark, shadow, 0.15), (light, sky_tone, 0.3)):
        shader = easel.fade((0, top), (0, top + tall * 0.75), (0, tone, power), (1, tone, 0.0))
        easel.canvas.drawPath(path, fill(shader=shader, blur=9 * easel.unit))


def slabs(easel: Easel, top: float, colour: Colour, *, rows: int = 7, columns: int = 9) -> None:
    """Paving in perspective: rows that shrink toward ``top``, joints that run to a vanishing point."""
    far, near = easel.lit(shift(colour, lightness=0.05), 0.2), easel.lit(shift(colour, lightness=-0.06))
    easel.band(top, easel.height, (0, far, 1.0), (1, near, 1.0))
    focus = (easel.width * 0.5, top - (easel.height - top) * 0.5)
    edges = [top + (easel.height - top) * (i / rows) ** 1.9 for i in range(rows + 1)]
    number = round(columns * easel.span)
    joints, tints, chance = skia.Path(), skia.Path(), easel.chance
    for upper, lower in itertools.pairwise(edges):
        joints.addPoly([skia.Point(0, lower), skia.Point(easel.width, lower)], False)
        offset = chance.random()
        for i in range(-number, 2 * number):
            left, right = ((i + offset + k) / number * easel.width for k in (0, 1))
            ends = [
                _toward(focus, x, y, easel.height)
                for x, y in ((left, upper), (right, upper), (right, lower), (left, lower))
            ]
            joints.addPoly([skia.Point(*ends[0]), skia.Point(*ends[3])], False)
            if chance.random() < 0.3:
                tints.addPoly([skia.Point(*end) for end in ends], True)
    easel.paint(tints, shift(near, lightness=0.03), 0.5)
    easel.line(joints, shift(near, lightness=-0.09), 1.5 * easel.unit, 0.6)
    if easel.air.snow:
        snow = easel.air.snow_colour
        easel.band(top, easel.height, (0, snow, 0.85), (1, snow, 0.55))
    if easel.air.wet > 0.5:
        sheen = easel.air.sky[3]
        easel.band(top, easel.height, (0, sheen, 0.5), (0.5, sheen, 0.24), (1, sheen, 0.1))
        _reflections(easel.fork("reflections"), top)
        puddles(easel.fork("puddles"), top)
