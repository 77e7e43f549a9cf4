"""Bands across a spine: stripes, bars and saddles."""

from __future__ import annotations

import skia

from aquatint.engines.composer.art.figures.geometry import Numbers, normals, outline
from aquatint.engines.composer.drawing.chance import Chance


def bands(line: Numbers, count: int, chance: Chance) -> list[tuple[float, float, float, float, float]]:
    """Places along a spine for cross bands: x, y, radius and unit normal."""
    side = normals(line)
    made = []
    for i in range(count):
        at = int((i + 0.5 + chance.uniform(-0.2, 0.2)) / count * (len(line) - 1))
        x, y, r = map(float, line[at])
        made.append((x, y, r, float(side[at][0]), float(side[at][1])))
    return made


def cross(
    x: float, y: float, r: float, nx: float, ny: float, start: float, end: float, wide: float, bow: float
) -> skia.Path:
    """A pointed band across a spine from ``start`` to ``end`` (in radii along the normal, -1 belly .. 1 back)."""
    tx, ty = -ny, nx

    def at(share: float, off: float) -> tuple[float, float]:
        return x + nx * r * share + tx * off, y + ny * r * share + ty * off

    middle = (start + end) / 2
    return outline(
        [at(start, 0.0), at(middle, bow + wide), at(end, wide * 0.9), at(end * 1.1, 0.0), at(middle, bow - wide)],
        {0},
    )
