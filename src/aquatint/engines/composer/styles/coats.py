"""Painting in coats: passes of strokes from coarse to fine, as oil and gouache are built up.

After Hertzmann, "Painterly rendering with curved brush strokes of multiple sizes" (1998); strokes sit on fixed
grids here, so that edits stay local.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import noise, strokes
from aquatint.engines.composer.styles.filters import (
    Planes,
    blur,
    blur_all,
    edges,
    enlarge,
    grain_direction,
    shrink,
    smoothstep,
)
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


def direction(colour: Planes, unit: float, chance: Chance, sigma: float = 9.0) -> Plane:
    """Angle field of the strokes: along the forms near them, in slow swirls where nothing is going on.

    Found on a smaller copy: it is as smooth as ``sigma`` units anyway.
    """
    shape = colour.shape[1], colour.shape[2]
    factor = max(1, int(sigma * unit / 4))
    scale = unit / factor
    soft = np.stack([blur(shrink(plane, factor), 2 * scale) for plane in colour])
    angle, clear = grain_direction(soft, sigma * scale)
    near = blur(edges(soft, 0), sigma * scale) * np.float32(scale)
    sure = smoothstep(0.0005, 0.004, near) * clear
    drift = noise.clouds(angle.shape, 560 * scale, chance.fork("swirl"), 2) - np.float32(0.5)
    swirl = np.float32(-0.3) + np.float32(1.5 * math.pi) * drift
    x = sure * np.cos(2 * angle) + (np.float32(1) - sure) * np.cos(2 * swirl)
    y = sure * np.sin(2 * angle) + (np.float32(1) - sure) * np.sin(2 * swirl)
    if factor > 1:
        x, y = enlarge(x, shape, factor), enlarge(y, shape, factor)
    return np.asarray(np.float32(0.5) * np.arctan2(y, x))


def _tints(coat: Coat, seat: strokes.Seats, home: strokes.Floats) -> strokes.Floats:
    """The seat's colour, a little lighter or darker, warmer or cooler, stroke by stroke."""
    light = (seat.dice[0] - np.float32(0.5)) * np.float32(2 * coat.tint)
    warm = (seat.dice[1] - np.float32(0.5)) * np.float32(1.2 * coat.tint)
    result: strokes.Floats = home + light + np.stack([warm, np.zeros_like(warm), -warm])
    return result


@dataclass(frozen=True, slots=True)
class Motif:
    """What is painted from: the colours, the direction of strokes, and where how much is going on."""

    colour: Planes
    angle: Plane
    activity: Plane
    unit: float

    @classmethod
    def of(cls, colour: Planes, unit: float, chance: Chance) -> Motif:
        """Look at a picture."""
        activity = blur(edges(colour, unit) * np.float32(unit), 8 * unit)
        return cls(colour, direction(colour, unit, chance), activity, unit)


@dataclass(frozen=True, slots=True)
class Laid:
    """The strokes of one coat, ready to be drawn (again, with another brush)."""

    strips: strokes.Strips
    colour: strokes.Floats
    home: strokes.Floats

    def draw(self, canvas: Any, brush: strokes.Brush) -> None:
        """Draw them in their colours."""
        self.strips.draw(canvas, self.colour, 1.0, brush)

    def draw_height(self, canvas: Any, brush: strokes.Brush) -> None:
        """Draw how thick the paint lies: lights thick, darks thin."""
        thick = np.float32(0.55) + np.float32(0.45) * self.home.mean(axis=0)
        self.strips.draw(canvas, np.stack([thick] * 3), 1.0, brush)


def lay_coat(motif: Motif, coat: Coat, chance: Chance) -> Laid:
    """Place the strokes of one coat."""
    unit = motif.unit
    seat = strokes.seats(motif.angle.shape, coat.spacing * unit, chance)
    if coat.detail:
        seat = seat.where(seat.at(motif.activity) > coat.detail * (0.6 + 0.8 * seat.dice[2]))
    source = blur_all(motif.colour, coat.width * 0.16 * unit)
    home = np.stack([seat.at(plane) for plane in source])
    length = np.float32(coat.length * unit) * (np.float32(0.6) + np.float32(0.8) * seat.dice[3])
    width = np.float32(coat.width * unit) * (np.float32(0.7) + np.float32(0.6) * seat.dice[4])
    points = strokes.spines(seat, motif.angle, length, source, coat.tolerance, coat.steps)
    return Laid(strokes.Strips(points, width, seat), _tints(coat, seat, home), home)
