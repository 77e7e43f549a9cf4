"""A sill before a large window: small things stand on it, and the world outside has its hour and its weather."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import skia

from aquatint.engines.composer.backdrops.easel import Easel, out_of_focus
from aquatint.engines.composer.backdrops.place import Geometry, Place
from aquatint.engines.composer.backdrops.places.table import table_top
from aquatint.engines.composer.backdrops.weather import fall
from aquatint.engines.composer.drawing.brush import curve, fill, polygon, stroke
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, shift
from aquatint.engines.composer.layout.stage import Stage
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

WALLS = ("#dfcdb4", "#c9d2c4", "#d8c3bd", "#c3cdd6", "#e3d6bf")
CLOTHS = ("#b5654f", "#7d8f6a", "#e7ddca", "#5f7f93", "#a86f7f", "#d9a95f")
SILLS = ("#c79b6b", "#efe8db", "#a9744c")
FRAME = Colour.of("#f4efe4")
EDGE = 0.6
"""Back edge of the sill, in heights of the picture."""
SOFT = 3.4
"""How far out of focus the world outside is, in units."""


@dataclass(frozen=True, slots=True)
class _Pane:
    """The window's opening, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def rect(self) -> skia.Rect:
        return skia.Rect.MakeLTRB(self.left, self.top, self.right, self.bottom)

    @property
    def width(self) -> float:
        return self.right - self.left


class Windowsill(Place):
    """A window as seen from near by, with one of the places ``outside`` behind it."""

    name = "windowsill"
    inside = True
    geometry = Geometry(
        horizon=0.46, ground=(0.7, 0.9), sky=(0.08, 0.4), floor="table", metre=1.35, clear=(0.1, 0.9), tilts=False
    )

    def __init__(self, outside: Sequence[Place]) -> None:
        """Behind the window is one of those places, as the seed chooses."""
        self.outside = outside

    def stage(self, scene: Scene, size: Size) -> Stage:
        """A table from which the sky is seen."""
        return replace(super().stage(scene, size), outlook=True)

    def back(self, easel: Easel) -> None:
        """The world outside, the window, its curtains, the sill."""
        unit, short = easel.unit, 1000 * easel.unit
        chance = easel.fork("window").chance
        half = min(0.47 * easel.width, 0.62 * short)
        middle, edge = easel.width / 2, EDGE * easel.height
        pane = _Pane(middle - half, 0.045 * easel.height, middle + half, edge - 14 * unit)
        wall = easel.lit(Colour.of(chance.choice(WALLS)))
        easel.band(0, edge, (0, shift(wall, lightness=-0.08), 1.0), (1, shift(wall, lightness=-0.02), 1.0))
        self._view(easel, pane)
        _glass(easel.fork("glass"), pane)
        _frame(easel, pane)
        _curtains(easel.fork("curtains"), pane, Colour.of(chance.choice(CLOTHS)))
        table_top(easel.fork("sill"), edge, Colour.of(chance.choice(SILLS)))
        _light_on_sill(easel, pane, edge)

    def _view(self, easel: Easel, pane: _Pane) -> None:
        """One of the places outside, in its own light, a little out of focus, with the weather before it."""
        place = easel.fork("outside").chance.choice(self.outside)
        stage = replace(place.stage(easel.scene, easel.stage.size), phase=easel.stage.phase)
        air = place.air(easel.scene)
        outdoors = replace(easel.fork("view"), stage=stage, air=air)
        easel.canvas.save()
        easel.canvas.clipRect(pane.rect, True)
        out_of_focus(outdoors, SOFT * easel.unit, place.back)
        fall(outdoors.fork("weather"))
        easel.canvas.restore()


def _glass(easel: Easel, pane: _Pane) -> None:
    """A sheen across the panes; drops that run down when it rains, frost in the corners when it snows."""
    canvas, wide = easel.canvas, pane.width
    canvas.save()
    canvas.clipRect(pane.rect, True)
    for place, breadth in ((0.18, 0.16), (0.4, 0.06)):
        x = pane.left + place * wide
        sheen = [(x, pane.top), (x + breadth * wide, pane.top), (x + (breadth - 0.3) * wide, pane.bottom)]
        canvas.drawPath(polygon([*sheen, (x - 0.3 * wide, pane.bottom)]), fill(WHITE, 0.07))
    if easel.air.weather in ("rain", "storm"):
        _drops(easel, pane)
    elif easel.air.weather == "snow" or easel.air.snow:
        for x in (pane.left, pane.right):
            easel.glow((x, pane.bottom), 0.34 * wide, WHITE, 0.6)
    canvas.restore()


def _drops(easel: Easel, pane: _Pane) -> None:
    """Beads of water and the traces of those that ran down."""
    chance, unit = easel.chance.fork("drops"), easel.unit
    beads, traces, glints = skia.Path(), skia.Path(), skia.Path()
    for _ in range(90):
        x, y = chance.uniform(pane.left, pane.right), chance.uniform(pane.top, pane.bottom)
        r = chance.uniform(1.6, 4.6) * unit
        beads.addOval(skia.Rect.MakeLTRB(x - r, y - 1.2 * r, x + r, y + 1.2 * r))
        glints.addCircle(x - 0.3 * r, y - 0.4 * r, 0.32 * r)
        if r > 3.6 * unit:
            end = y - chance.uniform(30, 120) * unit
            traces.addPath(curve([(x, y), (x + chance.uniform(-3, 3) * unit, (y + end) / 2), (x, end)]))
    easel.canvas.drawPath(traces, stroke(WHITE, 2.0 * unit, 0.22))
    easel.canvas.drawPath(beads, fill(mix(easel.air.sky[3], WHITE, 0.4), 0.42))
    easel.canvas.drawPath(glints, fill(WHITE, 0.8))


def _frame(easel: Easel, pane: _Pane) -> None:
    """A white frame with a cross of bars; its inner sides catch the light from outside."""
    canvas, unit = easel.canvas, easel.unit
    tone = easel.lit(FRAME)
    thick, thin = 26 * unit, 13 * unit
    bar = pane.top + 0.34 * (pane.bottom - pane.top)
    middle = (pane.left + pane.right) / 2
    sides = (
        skia.Rect.MakeLTRB(pane.left - thick, pane.top - thick, pane.right + thick, pane.top),
        skia.Rect.MakeLTRB(pane.left - thick, pane.top - thick, pane.left, pane.bottom + thick),
        skia.Rect.MakeLTRB(pane.right, pane.top - thick, pane.right + thick, pane.bottom + thick),
        skia.Rect.MakeLTRB(pane.left, pane.bottom, pane.right, pane.bottom + thick),
        skia.Rect.MakeLTRB(pane.left, bar - thin / 2, pane.right, bar + thin / 2),
        skia.Rect.MakeLTRB(middle - thin / 2, pane.top, middle + thin / 2, pane.bottom),
    )
    for side in sides:
        canvas.drawRect(side, fill(tone))
    shade, lit = easel.stage.light.shadow, mix(tone, easel.air.light.key, 0.6)
    for x, across in ((pane.left, 3.0), (middle + thin / 2, -3.0)):
        canvas.drawRect(skia.Rect.MakeLTRB(x - across * unit, pane.top, x, pane.bottom), fill(lit, 0.8))
    for y, deep in ((bar + thin / 2, 5 * unit), (pane.top, 7 * unit)):
        canvas.drawRect(skia.Rect.MakeLTRB(pane.left, y, pane.right, y + deep), fill(shade, 0.16))


def _curtains(easel: Easel, pane: _Pane, cloth: Colour) -> None:
    """Two curtains, drawn aside and tied, with folds that catch the light."""
    for side in (-1, 1):
        _curtain(easel, pane, easel.lit(cloth), side)


def _curtain(easel: Easel, pane: _Pane, tone: Colour, side: int) -> None:
    canvas, unit, tall = easel.canvas, easel.unit, pane.bottom - pane.top
    x = pane.left if side < 0 else pane.right
    inner, near, outer = x - side * 0.16 * pane.width, x - side * 0.015 * pane.width, x + side * 90 * unit
    tie, hem = pane.top + 0.72 * tall, pane.bottom + 30 * unit
    bulge = (inner + side * 0.02 * pane.width, pane.top + 0.35 * tall)
    edge = [(inner, -4.0), bulge, (near, tie), (near - side * 22 * unit, hem)]
    path = curve(edge)
    path.lineTo(outer, hem)
    path.lineTo(outer, -4.0)
    path.close()
    canvas.drawPath(path, fill(tone))
    dark, light = shift(tone, lightness=-0.07), shift(tone, lightness=0.05)
    for number, part in enumerate((0.22, 0.48, 0.74)):
        fold = [(px + (outer - px) * part, py) for px, py in edge]
        canvas.drawPath(curve(fold), stroke(dark if number % 2 else light, 7 * unit, 0.55))
    shade = easel.stage.light.shadow
    easel.shade(path, easel.fade((near, 0), (outer, 0), (0.0, shade, 0.0), (1.0, shade, 0.3)))
    band = skia.Rect.MakeLTRB(min(near, outer), tie - 9 * unit, max(near, outer), tie + 9 * unit)
    canvas.drawRect(band, fill(shift(tone, lightness=-0.1)))


def _light_on_sill(easel: Easel, pane: _Pane, edge: float) -> None:
    """Daylight (or the moon's) that falls through the panes onto the sill."""
    lean, inset = -easel.toward * 0.12 * pane.width, 0.03 * pane.width
    middle = (pane.left + pane.right) / 2
    far, near = edge + 12 * easel.unit, edge + 0.27 * easel.height
    key, power = mix(easel.air.light.key, WHITE, 0.3), 0.3 * (1 - 0.6 * easel.air.cover)
    for left, right in ((pane.left + inset, middle - inset), (middle + inset, pane.right - inset)):
        shape = polygon([(left, far), (right, far), (right + lean, near), (left + lean, near)])
        easel.canvas.drawPath(shape, fill(key, power, blur=4 * easel.unit, blend=skia.BlendMode.kSoftLight))
