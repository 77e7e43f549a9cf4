"""Isometric space: metres along x to the lower right, y to the lower left and z up, in one light from the left."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import skia

from aquatint.engines.composer.drawing.brush import Point, fill, linear, polygon, radial
from aquatint.engines.composer.drawing.colour import Colour, multiply, shift

ACROSS, DOWN = math.cos(math.radians(30)), 0.5
WIDE, FLAT = 1.2247, 0.7071
"""Half width and half height of a flat circle on the page, in its radii."""
LEFT, RIGHT, BACK = -0.05, -0.135, -0.1
"""What faces to the lower left, to the lower right and away differ in lightness from what lies flat."""
Place = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Space:
    """Where the grid lies on the canvas."""

    canvas: Any
    origin: Point
    """The pixel of (0, 0, 0)."""
    cell: float
    """Pixels per metre along each axis."""
    ambient: Colour
    """What all colours are multiplied with: white by day."""
    night: bool = False

    def at(self, x: float, y: float, z: float = 0.0) -> Point:
        """The pixel of a place."""
        return self.origin[0] + (x - y) * ACROSS * self.cell, self.origin[1] + ((x + y) * DOWN - z) * self.cell

    def moved(self, x: float, y: float, z: float) -> Space:
        """The same space with (x, y, z) as its (0, 0, 0)."""
        return replace(self, origin=self.at(x, y, z))

    def tone(self, colour: Colour, lightness: float = 0.0) -> Colour:
        """A colour as it looks in this light, on a face that is so much lighter or darker."""
        return _toned(colour, lightness, self.ambient)

    def face(
        self,
        places: Sequence[Place],
        colour: Colour,
        lightness: float = 0.0,
        *,
        alpha: float = 1.0,
        lit: bool = False,
    ) -> None:
        """A flat polygon; a ``lit`` one shines by itself."""
        path = polygon([self.at(*place) for place in places])
        paint = fill(colour if lit else self.tone(colour, lightness), alpha)
        if alpha == 1.0:  # close the hairline that antialiasing leaves between neighbours
            paint.setStyle(skia.Paint.kStrokeAndFill_Style)
            paint.setStrokeWidth(0.7)
            paint.setStrokeJoin(skia.Paint.kRound_Join)
        self.canvas.drawPath(path, paint)

    def faces(self, outlines: Sequence[Sequence[Place]], colour: Colour, lightness: float, *, lit: bool) -> None:
        """Several flat polygons of one colour that do not touch."""
        path = skia.Path()
        for places in outlines:
            path.addPath(polygon([self.at(*place) for place in places]))
        self.canvas.drawPath(path, fill(colour if lit else self.tone(colour, lightness)))

    def box(self, corner: Place, size: Place, colour: Colour, sides: Colour | None = None) -> None:
        """A block from its far lower corner; ``size`` along x, y and z. Only the three seen faces are drawn."""
        x, y, z = corner
        w, d, h = size
        side = sides or colour
        self.face([(x, y + d, z), (x + w, y + d, z), (x + w, y + d, z + h), (x, y + d, z + h)], side, LEFT)
        self.face([(x + w, y, z), (x + w, y + d, z), (x + w, y + d, z + h), (x + w, y, z + h)], side, RIGHT)
        self.face([(x, y, z + h), (x + w, y, z + h), (x + w, y + d, z + h), (x, y + d, z + h)], colour)

    def disc(self, centre: Place, radius: float, colour: Colour, alpha: float = 1.0, *, lit: bool = False) -> None:
        """A flat round plate."""
        x, y = self.at(*centre)
        rx, ry = radius * WIDE * self.cell, radius * FLAT * self.cell
        paint = fill(colour if lit else self.tone(colour), alpha)
        self.canvas.drawOval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry), paint)

    def drum(
        self, centre: Place, low: float, high: float, height: float, colour: Colour, *, lit: bool = False
    ) -> None:
        """A round column that may taper: radius ``low`` at its foot and ``high`` at its top."""
        x, y, z = centre
        (bx, by), (tx, ty) = self.at(x, y, z), self.at(x, y, z + height)
        wide_low, wide_high = low * WIDE * self.cell, high * WIDE * self.cell
        flat_low, flat_high = low * FLAT * self.cell, high * FLAT * self.cell
        side = skia.Path()
        side.moveTo(tx - wide_high, ty)
        side.lineTo(bx - wide_low, by)
        side.arcTo(
            skia.Rect.MakeLTRB(bx - wide_low, by - flat_low, bx + wide_low, by + flat_low), 180, -180, False
        )
        side.lineTo(tx + wide_high, ty)
        side.close()
        widest = max(wide_low, wide_high)
        self.canvas.drawPath(side, self._round(colour, (bx - widest, 0.0), (bx + widest, 0.0), lit=lit))
        top = skia.Rect.MakeLTRB(tx - wide_high, ty - flat_high, tx + wide_high, ty + flat_high)
        self.canvas.drawOval(top, fill(colour if lit else self.tone(colour, 0.015)))

    def _round(self, colour: Colour, start: Point, end: Point, *, lit: bool) -> Any:
        """The paint of something round, between the pixels of its lit and its dark side."""
        if lit:
            return fill(colour)
        stops = [
            (0.0, self.tone(colour, 0.02), 1.0),
            (0.4, self.tone(colour, -0.035), 1.0),
            (1.0, self.tone(colour, RIGHT * 1.1), 1.0),
        ]
        return fill(shader=linear(start, end, stops))

    def ball(self, centre: Place, radius: float, colour: Colour, *, lit: bool = False) -> None:
        """A ball around a place."""
        x, y = self.at(*centre)
        r = radius * self.cell * WIDE
        self.canvas.drawCircle(x, y, r, self._round(colour, (x - r * 0.7, y - r * 0.8), (x + r, y + r), lit=lit))

    def glow(self, centre: Place, radius: float, colour: Colour, alpha: float) -> None:
        """Light in the air around a place."""
        x, y = self.at(*centre)
        reach = radius * self.cell
        shader = radial((x, y), reach, [(0, colour, alpha), (0.4, colour, alpha * 0.4), (1, colour, 0)])
        self.canvas.drawCircle(x, y, reach, fill(shader=shader))


@functools.lru_cache(maxsize=4096)
def _toned(colour: Colour, lightness: float, ambient: Colour) -> Colour:
    return multiply(shift(colour, lightness=lightness) if lightness else colour, ambient)


def facing(normal: Place) -> float:
    """What a face that looks in this direction gains in lightness against one that lies flat."""
    x, y, z = normal
    length = x * x + y * y + z * z or 1.0
    across = (RIGHT if x > 0 else 0.02) * x * x + (LEFT if y > 0 else BACK) * y * y
    return round(across / length, 3)
