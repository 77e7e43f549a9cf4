"""The land of a map: an island or a realm as a closed coast, and free spots on it for what stands there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Point, curve
from aquatint.engines.composer.drawing.chance import Chance

KNOTS = 72
CANDIDATES = 420


@dataclass(frozen=True, slots=True)
class Land:
    """A closed coast about a middle."""

    path: Any
    middle: Point
    reach: tuple[float, float]
    """Half of its width and height."""

    def holds(self, point: Point, air: float) -> bool:
        """Whether a point is on land, ``air`` pixels from the coast in the four directions."""
        x, y = point
        return all(self.path.contains(x + dx * air, y + dy * air) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)))


def make_land(box: Box, chance: Chance) -> Land:
    """A coast of bays and capes that fills the box."""
    middle = (box.x + box.width / 2, box.y + box.height / 2)
    waves = [
        (n, chance.uniform(0, 2 * math.pi), chance.uniform(0.5, 1.0) / n**0.9) for n in (2, 3, 5, 7, 11, 17, 23)
    ]
    radii = []
    for knot in range(KNOTS):
        angle = 2 * math.pi * knot / KNOTS
        radii.append(1 + 0.3 * sum(a * math.sin(n * angle + p) for n, p, a in waves))
    scale = 1 / max(radii)
    points = [
        (
            middle[0] + box.width / 2 * radius * scale * math.cos(2 * math.pi * knot / KNOTS),
            middle[1] + box.height / 2 * radius * scale * math.sin(2 * math.pi * knot / KNOTS),
        )
        for knot, radius in enumerate(radii)
    ]
    return Land(curve(points, closed=True), middle, (box.width / 2, box.height / 2))


def spots(land: Land, count: int, air: float, chance: Chance, taken: Sequence[Point] = ()) -> list[Point]:
    """Points on the land as far from each other (and from those ``taken``) as can be; the best of many."""
    found: list[Point] = list(taken)
    chosen: list[Point] = []
    candidates = [_throw(land, chance) for _ in range(CANDIDATES)]
    inside = [point for point in candidates if land.holds(point, air)] or [land.middle]
    cloud = np.array(inside)
    for _ in range(count):
        if found:
            gaps = np.min([np.hypot(cloud[:, 0] - x, cloud[:, 1] - y) for x, y in found], axis=0)
            best = int(np.argmax(gaps))
        else:
            best = 0
        point = (float(cloud[best, 0]), float(cloud[best, 1]))
        found.append(point)
        chosen.append(point)
    return chosen


def at_sea(land: Land, room: Box, air: float, count: int, chance: Chance) -> list[Point]:
    """Points of the room off the coast, clear of its corners; fewer where there is no such sea."""
    found: list[Point] = []
    for _ in range(CANDIDATES if count else 0):
        across, down = chance.uniform(0.06, 0.94), chance.uniform(0.14, 0.96)
        point = (room.x + across * room.width, room.y + down * room.height)
        around = [(dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 0.4)]
        dry = any(land.path.contains(point[0] + dx * air, point[1] + dy * air) for dx, dy in around)
        near = any(abs(point[0] - x) + abs(point[1] - y) < 3 * air for x, y in found)
        if not dry and not near and not (across > 0.8 and down > 0.8):
            found.append(point)
        if len(found) == count:
            break
    return found


def _throw(land: Land, chance: Chance) -> Point:
    return (
        land.middle[0] + chance.uniform(-1, 1) * land.reach[0],
        land.middle[1] + chance.uniform(-1, 1) * land.reach[1],
    )


def river(land: Land, start: Point, chance: Chance) -> Any:
    """A winding line from a point on the land to its coast and a little beyond."""
    angle = math.atan2(start[1] - land.middle[1], start[0] - land.middle[0]) + chance.uniform(-0.6, 0.6)
    step = min(land.reach) * 0.13
    points = [start]
    for _ in range(14):
        angle += chance.uniform(-0.5, 0.5)
        x, y = points[-1]
        points.append((x + step * math.cos(angle), y + step * math.sin(angle)))
        if not land.path.contains(*points[-1]):
            break
    return curve(points) if len(points) > 2 else skia.Path()
