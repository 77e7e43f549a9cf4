"""Cubism: the picture seen through facets, each from a little elsewhere and shaded by itself, in earths."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.cells import Cells, Points, grown, scattered
from aquatint.engines.composer.styles.filters import Planes, blur, simplify, smoothstep, warp
from aquatint.engines.composer.styles.lines import silhouettes
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.oklab import from_oklab, to_oklab
from aquatint.engines.composer.styles.sheet import Sheet
from aquatint.engines.composer.styles.style import Painted, fine_grain

PLANES_OF_SIGHT, FACETS = 170.0, 98.0
"""Width of the pieces that are seen from elsewhere, and of those that are shaded apart, in units."""
ASIDE, NEARER = 29.0, 0.15
"""How far aside a piece is seen, in units, and how much larger or smaller."""
SHADE = 0.2
"""How much lighter and darker the two ends of a facet are."""
EARTH = (0.012, 0.035)
"""OKLab a and b that all colours go a little towards."""
INK = (0.13, 0.115, 0.11)


def _pieces(sheet: Sheet, width: float, chance: Chance) -> tuple[Points, Cells]:
    """Pieces with straight edges, whatever the picture shows."""
    bare = sheet.colour[:1]
    points = scattered(bare, width * sheet.unit, 0.95, chance)
    return points, grown(bare, points, 0.0)


def _seen(colour: Planes, points: Points, cells: Cells, unit: float, chance: Chance) -> Planes:
    """Each piece shows what lies a little aside of it, nearer or farther."""
    height, width = colour.shape[1:]
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    dice = [cells.dice(chance.fork("aside", axis)) - np.float32(0.5) for axis in range(3)]
    zoom = np.float32(2 * NEARER) * dice[2]
    across = np.float32(2 * ASIDE * unit) * dice[0] + zoom * (x - points.x.ravel()[cells.label])
    down = np.float32(2 * ASIDE * unit) * dice[1] + zoom * (y - points.y.ravel()[cells.label])
    return warp(colour, across, down)


def _shade(points: Points, cells: Cells, chance: Chance) -> Plane:
    """Light on one end of each facet and dark on the other, around 0."""
    height, width = cells.label.shape
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    turn = np.float32(2 * math.pi) * cells.dice(chance)
    along = (x - points.x.ravel()[cells.label]) * np.cos(turn) + (y - points.y.ravel()[cells.label]) * np.sin(turn)
    result: Plane = np.clip(along * np.float32(1.4 / points.spacing), -1, 1)
    return result


def _earthen(colour: Planes) -> Planes:
    lab = to_oklab(colour)
    for channel, tone in zip((1, 2), EARTH, strict=True):
        lab[channel] = np.float32(0.82) * lab[channel] + np.float32(0.5 * tone)
    return from_oklab(lab)


def _edge(cells: Cells, width: float) -> Plane:
    """1 on the borders of the pieces, about ``width`` pixels wide."""
    return smoothstep(1.0, 0.25, cells.gap * np.float32(1 / (2 * width)))


def _paint(sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    colour = simplify(sheet.colour, 2.6 * unit)
    points, cells = _pieces(sheet, PLANES_OF_SIGHT, chance.fork("sight"))
    seen = _earthen(_seen(colour, points, cells, unit, chance))
    yield seen
    others, facets = _pieces(sheet, FACETS, chance.fork("facets"))
    shade = _shade(others, facets, chance.fork("shade")) + np.float32(0.5) * _shade(
        points, cells, chance.fork("light")
    )
    brush = noise.streaks(shape, max(3.0 * unit, 1.2), 9, chance.fork("brush")) - np.float32(0.5)
    lit = seen * (np.float32(1) + np.float32(SHADE) * shade + np.float32(0.05) * brush)
    lit += np.float32(0.05) * shade
    yield np.clip(lit, 0, 1)
    outline = silhouettes(seen, 2.6 * unit)
    line = np.maximum(np.float32(0.75) * _edge(cells, 1.5 * unit), np.float32(0.38) * _edge(facets, 1.0 * unit))
    line = np.maximum(line, np.float32(0.85) * outline)
    ink = np.array(INK, np.float32)[:, None, None]
    yield np.clip(lit + (ink - lit) * blur(line, 0.4 * unit), 0, 1)


CUBIST = Painted("cubist", reach=130.0, paint=_paint, texture=fine_grain(0.04))
