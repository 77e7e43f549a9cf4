"""Painting in coats: passes of strokes from coarse to fine, as oil and gouache are built up.

After Hertzmann, "Painterly rendering with curved brush strokes of multiple sizes" (1998); strokes sit on fixed
grids here, so that edits stay local.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import strokes
from aquatint.engines.composer.styles.brushes import Brush
from aquatint.engines.composer.styles.course import Course, Floats, course, sample
from aquatint.engines.composer.styles.filters import Planes, blur, blur_all, edges, shrink
from aquatint.engines.composer.styles.noise import Plane


@dataclass(frozen=True, slots=True)
class Coat:
    """One pass of the brush; sizes in units. ``detail`` is how much must be going on for a stroke to be laid."""

    spacing: float
    width: float
    length: float
    detail: float
    tolerance: float
    tint: float
    steps: int = strokes.STEPS
    """Pieces that a stroke is made of; short strokes need few."""


def _tints(coat: Coat, seat: strokes.Seats, home: Floats) -> Floats:
    """The seat's colour, a little lighter or darker, warmer or cooler, stroke by stroke."""
    light = (seat.dice[0] - np.float32(0.5)) * np.float32(2 * coat.tint)
    warm = (seat.dice[1] - np.float32(0.5)) * np.float32(1.2 * coat.tint)
    result: Floats = home + light + np.stack([warm, np.zeros_like(warm), -warm])
    return result


@dataclass(frozen=True, slots=True)
class Motif:
    """What is painted from: the colours, the direction of strokes, and where how much is going on."""

    colour: Planes
    course: Course
    activity: Plane
    """On a copy of half the size: it is smooth."""
    unit: float

    @classmethod
    def of(cls, colour: Planes, unit: float, chance: Chance) -> Motif:
        """Look at a picture."""
        small = np.stack([shrink(plane, 2) for plane in colour])
        activity = blur(edges(small, unit / 2) * np.float32(unit / 2), 4 * unit)
        return cls(colour, course(colour, unit, chance), activity, unit)

    def busy(self, seat: strokes.Seats) -> Floats:
        """How much is going on where strokes sit."""
        half = np.float32(0.5)
        return sample(self.activity, seat.x * half, seat.y * half)


@dataclass(frozen=True, slots=True)
class Laid:
    """The strokes of one coat, ready to be drawn (again, with another brush)."""

    strips: strokes.Strips
    colour: Floats
    home: Floats

    def draw(self, canvas: Any, brush: Brush) -> None:
        """Draw them in their colours."""
        self.strips.draw(canvas, self.colour, 1.0, brush)

    def draw_height(self, canvas: Any, brush: Brush) -> None:
        """Draw how thick the paint lies: lights thick, darks thin."""
        thick = np.float32(0.55) + np.float32(0.45) * self.home.mean(axis=0)
        self.strips.draw(canvas, np.stack([thick] * 3), 1.0, brush)


def lay_coat(motif: Motif, coat: Coat, chance: Chance) -> Laid:
    """Place the strokes of one coat."""
    unit = motif.unit
    seat = strokes.seats(motif.colour.shape[1:], coat.spacing * unit, chance)
    if coat.detail:
        seat = seat.where(motif.busy(seat) > coat.detail * (0.6 + 0.8 * seat.dice[2]))
    # A brush takes up the mean of what it covers; what a fine one covers is even already.
    wide = coat.width * 0.16 * unit
    source = motif.colour if wide < 1.25 else blur_all(motif.colour, wide)
    home = np.stack([seat.at(plane) for plane in source])
    length = np.float32(coat.length * unit) * (np.float32(0.6) + np.float32(0.8) * seat.dice[3])
    width = np.float32(coat.width * unit) * (np.float32(0.7) + np.float32(0.6) * seat.dice[4])
    points = strokes.spines(seat, motif.course, length, source, coat.tolerance, coat.steps)
    return Laid(strokes.Strips(points, width, seat), _tints(coat, seat, home), home)
