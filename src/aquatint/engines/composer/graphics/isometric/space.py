"""Isometric space: a grid in cells (x to the lower right, y to the lower left, z up) and solids in three tones."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import skia

from aquatint.engines.composer.drawing.brush import Point, fill, linear, polygon
from aquatint.engines.composer.drawing.colour import Colour, multiply, shift

ACROSS, DOWN = math.cos(math.radians(30)), 0.5
LIT, SHADE = 0.035, -0.085
"""What the left and the right side gain in lightness against the top: light falls from the upper left."""
Place = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Space:
    """Where the grid lies on the canvas."""

    canvas: Any
    origin: Point
    """The pixel of (0, 0, 0)."""
    cell: float
    """Pixels per cell edge."""
    ambient: Colour
    """What all colours are multiplied with: white by day."""
    night: bool = False

    def at(self, x: float, y: float, z: float = 0.0) -> Point:
        """The pixel of a place."""
        return self.origin[0] + (x - y) * ACROSS * self.cell, self.origin[1] + ((x + y) * DOWN - z) * self.cell

    def tone(self, colour: Colour) -> Colour:
        """A colour as it looks in this light."""
        return multiply(colour, self.ambient)

    def grown(self, x: float, y: float, z: float, times: float) -> Space:
        """The same space, larger, with (x, y, z) as its (0, 0, 0)."""
        return replace(self, origin=self.at(x, y, z), cell=self.cell * times)

    def face(self, places: Sequence[Place], colour: Colour, alpha: float = 1.0, *, lit: bool = False) -> None:
        """A flat polygon; a ``lit`` one shines by itself."""
        path = polygon([self.at(*place) for place in places])
        paint = fill(colour if lit else self.tone(colour), alpha)
        self.canvas.drawPath(path, paint)
        if alpha == 1.0:  # close the hairline that antialiasing leaves between neighbours
            paint.setStyle(skia.Paint.kStroke_Style)
            paint.setStrokeWidth(max(0.6, self.cell * 0.008))
            self.canvas.drawPath(path, paint)

    def box(self, corner: Place, size: Place, colour: Colour, sides: Colour | None = None) -> None:
        """A block from its far lower corner; ``size`` along x, y and z. Only the three seen faces are drawn."""
        x, y, z = corner
        w, d, h = size
        side = sides or colour
        self.face([(x, y + d, z), (x + w, y + d, z), (x + w, y + d, z + h), (x, y + d, z + h)], left_tone(side))
        self.face([(x + w, y, z), (x + w, y + d, z), (x + w, y + d, z + h), (x + w, y, z + h)], right_tone(side))
        self.face([(x, y, z + h), (x + w, y, z + h), (x + w, y + d, z + h), (x, y + d, z + h)], colour)

    def pyramid(self, corner: Place, width: float, height: float, colour: Colour) -> None:
        """A square pyramid from its far lower corner."""
        x, y, z = corner
        top = (x + width / 2, y + width / 2, z + height)
        self.face([(x, y + width, z), (x + width, y + width, z), top], shift(colour, lightness=LIT))
        self.face([(x + width, y, z), (x + width, y + width, z), top], right_tone(colour))

    def gable(self, corner: Place, size: Place, roof: Colour, wall: Colour, eave: float = 0.08) -> None:
        """A saddle roof whose ridge runs along x, with the gable wall under its right end."""
        x, y, z = corner
        w, d, h = size
        ridge = y + d / 2
        self.face([(x + w, y, z), (x + w, y + d, z), (x + w, ridge, z + h)], right_tone(wall))
        low = z - eave * h
        a, b = x - eave, x + w + eave
        out = d * eave
        self.face([(a, y - out, low), (b, y - out, low), (b, ridge, z + h), (a, ridge, z + h)], right_tone(roof))
        self.face([(a, y + d + out, low), (b, y + d + out, low), (b, ridge, z + h), (a, ridge, z + h)], roof)

    def disc(self, centre: Place, radius: float, colour: Colour, alpha: float = 1.0) -> None:
        """A flat round plate."""
        x, y = self.at(*centre)
        rx, ry = radius * 1.2247 * self.cell, radius * 0.7071 * self.cell
        self.canvas.drawOval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry), fill(self.tone(colour), alpha))

    def drum(self, centre: Place, low: float, high: float, height: float, colour: Colour) -> None:
        """A round column that may taper: radius ``low`` at its foot and ``high`` at its top."""
        x, y, z = centre
        (bx, by), (tx, ty) = self.at(x, y, z), self.at(x, y, z + height)
        wide_low, wide_high = low * 1.2247 * self.cell, high * 1.2247 * self.cell
        flat_low, flat_high = low * 0.7071 * self.cell, high * 0.7071 * self.cell
        side = skia.Path()
        side.moveTo(tx - wide_high, ty)
        side.lineTo(bx - wide_low, by)
        side.arcTo(
            skia.Rect.MakeLTRB(bx - wide_low, by - flat_low, bx + wide_low, by + flat_low), 180, -180, False
        )
        side.lineTo(tx + wide_high, ty)
        side.close()
        lit, dark = self.tone(shift(colour, lightness=LIT)), self.tone(shift(colour, lightness=SHADE * 1.6))
        stops = [(0.0, lit, 1.0), (0.35, self.tone(colour), 1.0), (1.0, dark, 1.0)]
        self.canvas.drawPath(side, fill(shader=linear((bx - wide_low, 0), (bx + wide_low, 0), stops)))
        top = skia.Rect.MakeLTRB(tx - wide_high, ty - flat_high, tx + wide_high, ty + flat_high)
        self.canvas.drawOval(top, fill(self.tone(shift(colour, lightness=0.05))))

    def cone(self, centre: Place, radius: float, height: float, colour: Colour) -> None:
        """A round cone."""
        self.drum(centre, radius, 0.001, height, colour)

    def ball(self, centre: Place, radius: float, colour: Colour) -> None:
        """A ball around a place."""
        x, y = self.at(*centre)
        r = radius * self.cell * 1.1
        lit, dark = self.tone(shift(colour, lightness=0.07)), self.tone(shift(colour, lightness=-0.1))
        stops = [(0.0, lit, 1.0), (0.5, self.tone(colour), 1.0), (1.0, dark, 1.0)]
        self.canvas.drawCircle(x, y, r, fill(shader=linear((x - r * 0.7, y - r), (x + r * 0.6, y + r), stops)))

    def shadow(self, centre: Place, radius: float) -> None:
        """A soft flat stain where something stands, drawn out to the right."""
        x, y, z = centre
        self.disc((x + radius * 0.35, y - radius * 0.05, z), radius, Colour(0.05, 0.1, 0.12), 0.2)


def left_tone(colour: Colour) -> Colour:
    """The colour of the side that faces the lower left."""
    return shift(colour, lightness=-0.04)


def right_tone(colour: Colour) -> Colour:
    """The colour of the side that faces the lower right, away from the light."""
    return shift(colour, lightness=SHADE * 1.45)
