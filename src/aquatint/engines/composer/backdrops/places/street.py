"""A street: two rows of houses that run to one point, pavements, lamps, a roadway."""

from __future__ import annotations

from typing import Any

import skia

from aquatint.engines.composer.backdrops import buildings, floors, framing, open_sky, trees
from aquatint.engines.composer.backdrops.buildings import LAMP, Block
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.backdrops.traffic import has_roadway
from aquatint.engines.composer.drawing.brush import Point, fill, polygon, stroke
from aquatint.engines.composer.drawing.colour import Colour, mix, shift

HOUSES = ("#d98f6a", "#e3c58a", "#9fb3a0", "#c97f78", "#8fa3b5", "#dcb7a0", "#b8a7c4")
ROAD = Colour.of("#6f7078")
PAVING = Colour.of("#bdb4a8")


class Street(Place):
    """A town street in one-point perspective."""

    name = "street"
    geometry = Geometry(horizon=0.55, ground=(0.7, 0.93), sky=(0.06, 0.34), metre=0.24, clear=(0.14, 0.86))

    def back(self, easel: Easel) -> None:
        """Sky, the street's far end, both rows of houses, road and pavements, lamps."""
        open_sky.paint_sky(easel.fork("sky"))
        line, tall, short = easel.horizon, easel.height, 1000 * easel.unit
        middle, gap = easel.width * 0.5, 0.1 * short
        foot = line + 0.035 * tall
        buildings.skyline(easel.fork("far"), foot, 0.2 * short, Colour.of("#8a8fa0"), 0.62, windows=False)
        for i in range(4):
            one = easel.fork("end", i)
            trees.broadleaf(
                one, (middle + (i - 1.5) * 0.05 * short, foot), 0.1 * short * one.chance.uniform(0.8, 1.2), 0.5
            )
        self._ground(easel.fork("ground"), foot, gap)
        for side in (-1, 1):
            self._row(easel.fork("row", side), side, foot, gap)
        for side in (-1, 1):
            for near in (0.25, 0.55):
                x = middle + side * (gap * 1.1 + near * (easel.width * 0.5 - gap) * 0.8)
                _lamp(easel, (x, foot + (tall - foot) * near * 0.72), (0.1 + 0.42 * near) * short, -side)

    def _row(self, easel: Easel, side: int, foot: float, gap: float) -> None:
        """A row of fronts drawn flat, then laid along the street."""
        canvas, chance = easel.canvas, easel.chance
        middle = easel.width * 0.5
        near_x, far_x = (0.0 if side < 0 else float(easel.width)), middle + side * gap
        reach = min(1.0, 0.9 * 1000 * easel.unit / easel.height)
        near_foot = foot + (easel.height - foot) * 0.5
        near_top, far_top = easel.horizon * (1 - reach * 1.12), foot - 0.2 * 1000 * easel.unit
        unit_wide, unit_tall, count = 420.0 * easel.unit, 640.0 * easel.unit, 4
        source = [(0.0, 0.0), (count * unit_wide, 0.0), (count * unit_wide, unit_tall), (0.0, unit_tall)]
        target = [(near_x, near_top), (far_x, far_top), (far_x, foot), (near_x, near_foot)]
        matrix = _perspective(source, target)
        canvas.save()
        canvas.concat(matrix)
        order = chance.sample(range(len(HOUSES)), count)
        # The row is drawn from its far end, so that nearer cornices lie over farther walls.
        for i in reversed(range(count)):
            one = easel.fork("house", i)
            low = unit_tall * one.chance.uniform(0.0, 0.1)
            block = Block(i * unit_wide, low, (i + 1) * unit_wide, unit_tall)
            buildings.facade(one, block, Colour.of(HOUSES[order[i]]), far=0.05 + 0.12 * i)
            if easel.air.snow:
                roof = skia.Rect.MakeLTRB(block.left, low - 14 * easel.unit, block.right, low + 12 * easel.unit)
                canvas.drawRect(roof, fill(easel.air.snow_colour))
            if (easel.toward < 0) == (side < 0):
                canvas.drawRect(block.rect(), fill(easel.stage.light.shadow, 0.22))
        canvas.restore()

    def _ground(self, easel: Easel, top: float, gap: float) -> None:
        """Pavement over the whole width, the roadway on it, kerbs and a dashed line."""
        floors.slabs(easel, top, PAVING, rows=9, columns=11)
        if not has_roadway(easel.scene):
            return
        middle, bottom, tall = easel.width * 0.5, float(easel.height), easel.height - top
        far_half, near_half = gap * 0.5, gap * 0.5 + min(0.36 * easel.width, 0.52 * 1000 * easel.unit)
        road = polygon(
            [
                (middle - far_half, top),
                (middle + far_half, top),
                (middle + near_half, bottom),
                (middle - near_half, bottom),
            ]
        )
        far, near = easel.lit(shift(ROAD, lightness=0.07), 0.25), easel.lit(shift(ROAD, lightness=-0.04))
        easel.shade(road, easel.fade((0, top), (0, bottom), (0, far, 1.0), (1, near, 1.0)))
        if easel.air.snow:
            easel.paint(road, easel.air.snow_colour, 0.35)
        if easel.air.wet > 0:
            shine = easel.air.sky[3]
            easel.shade(road, easel.fade((0, top), (0, bottom), (0, shine, 0.6), (1, shine, 0.12)))
        kerb = easel.lit(shift(PAVING, lightness=0.06))
        for side in (-1, 1):
            edge = polygon(
                [
                    (middle + side * far_half, top),
                    (middle + side * near_half, bottom),
                    (middle + side * (near_half + 16 * easel.unit), bottom),
                    (middle + side * (far_half + 2 * easel.unit), top),
                ]
            )
            easel.paint(edge, kerb)
        dashes = skia.Path()
        for i in range(8):
            y0, y1 = (top + tall * ((i + part) / 8) ** 1.9 for part in (0.15, 0.7))
            w0, w1 = (5 * easel.unit * (0.2 + (y - top) / tall) for y in (y0, y1))
            dashes.addPath(polygon([(middle - w0, y0), (middle + w0, y0), (middle + w1, y1), (middle - w1, y1)]))
        easel.paint(dashes, easel.lit(Colour.of("#efe9d8")), 0.8)

    def front(self, easel: Easel) -> None:
        """Dark corners."""
        framing.vignette(easel, 0.36)


def _perspective(source: list[Point], target: list[Point]) -> Any:
    """The matrix that lays one quadrilateral on another."""
    matrix = skia.Matrix()
    matrix.setPolyToPoly([skia.Point(*p) for p in source], [skia.Point(*p) for p in target])
    return matrix


def _lamp(easel: Easel, foot: Point, tall: float, inward: int) -> None:
    """An iron street lamp with a lantern; it glows from dusk on."""
    x, y = foot
    iron = easel.lit(Colour.of("#2f3a3f"), 0.05)
    dark = easel.stage.light.darkness
    path = skia.Path()
    path.moveTo(x, y)
    path.lineTo(x, y - tall * 0.86)
    path.quadTo(x, y - tall, x + inward * tall * 0.1, y - tall)
    path.quadTo(x + inward * tall * 0.18, y - tall, x + inward * tall * 0.18, y - tall * 0.93)
    easel.canvas.drawPath(path, stroke(iron, tall * 0.024))
    easel.canvas.drawRect(skia.Rect.MakeLTRB(x - tall * 0.026, y - tall * 0.16, x + tall * 0.026, y), fill(iron))
    head = (x + inward * tall * 0.18, y - tall * 0.88)
    glass = mix(easel.lit(Colour.of("#dfe6e8")), LAMP, min(1.0, dark * 1.6))
    if dark > 0.3:
        easel.glow(head, tall * 0.5, LAMP, 0.7 * dark, add=True)
        easel.glow((head[0], y), tall * 0.4, LAMP, 0.2 * dark, add=True)
    lantern = polygon(
        [
            (head[0] - tall * 0.026, head[1] + tall * 0.05),
            (head[0] + tall * 0.026, head[1] + tall * 0.05),
            (head[0] + tall * 0.042, head[1] - tall * 0.04),
            (head[0] - tall * 0.042, head[1] - tall * 0.04),
        ]
    )
    easel.paint(lantern, glass)
    cap = polygon(
        [
            (head[0] - tall * 0.052, head[1] - tall * 0.038),
            (head[0], head[1] - tall * 0.075),
            (head[0] + tall * 0.052, head[1] - tall * 0.038),
        ]
    )
    easel.paint(cap, iron)
