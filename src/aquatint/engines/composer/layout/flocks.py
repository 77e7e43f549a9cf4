"""Many in the air or in the water together: flocks, schools, swarms, and geese in a V."""

from __future__ import annotations

import math

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.crowds import FORMATION
from aquatint.engines.composer.layout.desk import Desk
from aquatint.engines.composer.layout.groups import group_of
from aquatint.engines.composer.layout.room import Rect
from aquatint.engines.composer.layout.scatter import best_foot
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.scene import Item

FLOCK = 5
"""So many living beings in the air or in water keep together."""
ROOMY = 1.9
"""Area that each takes, in areas of its box."""
OBLONG = 1.5
"""Width by height of a flock."""
CANDIDATES = 24
SWARM_METRES = 0.12
"""Things smaller than this swarm: each looks its own way."""
V_SHAPED = frozenset({"goose", "crane", "swan", "duck", "stork"})
"""Birds that fly in a V."""
V_FORMATIONS = frozenset({"v", "wedge"})
V_PITCH, V_RISE = 0.92, 0.62
"""Distance along an arm of the V in widths and in heights."""


def flocks(desk: Desk, item: Item, count: int) -> bool:
    """Whether so many of the item keep together."""
    named = item.attributes.get(FORMATION, "") in V_FORMATIONS | {"flock", "swarm", "school"}
    return count > 2 and (named or (count >= FLOCK and group_of(item) == "animals"))


def flock(desk: Desk, item: Item, count: int, area: Rect) -> list[Placement]:
    """Places of a whole flock inside an area, all going the same way."""
    aspect = desk.measures.aspect(item)
    as_v = item.attributes.get(FORMATION, "") in V_FORMATIONS or item.noun in V_SHAPED
    as_v = as_v and desk.kind(item) == "air" and count >= FLOCK
    points = _wedge(count) if as_v else _blue(count, aspect, desk.chance.fork(item.id, "flock"))
    wide = float(np.ptp(points[:, 0])) * aspect + aspect
    tall = float(np.ptp(points[:, 1])) + 1
    room = min((area.right - area.left) / wide, 0.98 * (area.bottom - area.top) / tall)
    height = min(desk.ruler.height(item), room)
    first = desk.scene.items[0].id == item.id
    middle = (area.left + area.right) / 2, (area.top + area.bottom + tall * height) / 2
    x, y = best_foot(
        area, wide * height, tall * height, desk.room, desk.chance.fork(item.id, "place"),
        wish=middle if first else None,
    )  # fmt: skip
    return _flying(desk, item, points, (x, y - tall * height / 2), height)


def _flying(
    desk: Desk, item: Item, points: np.ndarray, middle: tuple[float, float], height: float
) -> list[Placement]:
    aspect, way = desk.measures.aspect(item), desk.chance.fork("way").random() < 0.5
    swarm = desk.measures.metres(item) < SWARM_METRES or item.attributes.get(FORMATION) == "swarm"
    centre = (points.max(axis=0) + points.min(axis=0)) / 2
    found = []
    for instance, (across, down) in enumerate(points - centre):
        one = desk.chance.fork(item.id, instance)
        size = height * one.uniform(0.86, 1.04)
        side = -across if way else across
        foot = (middle[0] + side * aspect * height, middle[1] + (down + 0.5) * height)
        flip = one.random() < 0.5 if swarm else way
        turn = one.uniform(-16, 16) if swarm else one.uniform(-4, 4)
        depth = 0.7 + 0.1 * (size / height - 0.86)
        found.append(Placement(item, instance, foot, size, depth, flip, rotation=turn, shadow=False))
    return found


def _wedge(count: int) -> np.ndarray:
    """The leader in front on the left, two arms behind it; in widths and heights."""
    points = [(0.0, 0.0)]
    for place in range(1, count):
        step, arm = (place + 1) // 2, 1 if place % 2 else -1
        points.append((step * V_PITCH, arm * step * V_RISE * (1.0 if arm > 0 else 0.7)))
    return np.array(points)


def _blue(count: int, aspect: float, chance: Chance) -> np.ndarray:
    """Points in an ellipse, each as far from the others as lots allow; in widths and heights."""
    random = chance.array()
    area = count * ROOMY * 4 / math.pi
    tall = math.sqrt(area * aspect / OBLONG)
    wide = area / tall
    points = np.zeros((count, 2))
    for index in range(count):
        turn, out = random.random(CANDIDATES) * math.tau, np.sqrt(random.random(CANDIDATES))
        lots = np.stack([out * np.cos(turn) * wide / 2, out * np.sin(turn) * tall / 2], axis=1)
        if index == 0:
            points[0] = lots[0] * 0.2
            continue
        apart = np.abs(lots[:, None, :] - points[None, :index, :])
        nearest = np.hypot(apart[..., 0], apart[..., 1]).min(axis=1)
        points[index] = lots[int(np.argmax(nearest))]
    return points
