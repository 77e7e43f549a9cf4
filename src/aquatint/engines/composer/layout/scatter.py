"""Places without rows: things in the air and in the water, things strewn over the ground, things added later."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.room import Rect, Room
from aquatint.engines.composer.layout.stage import Stage

CANDIDATES = 40
AT_EDGE = 0.25
"""How much worse a place at the left or right edge is than one in the middle."""
STREWN = 150
"""How many of a strewn thing a picture gets for each square of the shorter side, when no count is asked."""


def boxes_at(feet: NDArray[np.float64], width: float, height: float) -> NDArray[np.float64]:
    """Boxes (N, 4) of one thing standing on each of the feet (N, 2)."""
    x, y = feet[:, 0], feet[:, 1]
    return np.stack([x - width / 2, y - height, x + width / 2, y], axis=1)


def best_foot(
    area: Rect, width: float, height: float, room: Room, chance: Chance, *, wish: tuple[float, float] | None = None
) -> tuple[float, float]:
    """The foot inside ``area`` where a box of that size is least crowded, close to ``wish`` if there is one."""
    random = chance.array().random((CANDIDATES, 2))
    left, right = area.left + width / 2, area.right - width / 2
    top, bottom = area.top + height, area.bottom
    if left > right:
        left = right = (area.left + area.right) / 2
    if top > bottom:
        top = bottom = max(area.bottom, min(top, area.bottom + height * 0.5))
    feet = np.array([left, top]) + random * np.array([right - left, bottom - top])
    if wish is not None:
        feet = np.vstack([feet, np.clip(np.array([wish]), [left, top], [right, bottom])])
    score = room.crowding(boxes_at(feet, width, height))
    half = max(1.0, (area.right - area.left) / 2)
    score = score + AT_EDGE * np.abs((feet[:, 0] - (area.left + area.right) / 2) / half) ** 3
    if wish is not None:
        size = max(1.0, area.right - area.left)
        score = score + 0.8 * np.hypot(feet[:, 0] - wish[0], feet[:, 1] - wish[1]) / size
    x, y = feet[int(np.argmin(score))]
    return float(x), float(y)


def shrink_for(count: int, width: float, height: float, area: Rect, share: float = 0.4) -> float:
    """The factor (0..1] with which ``count`` boxes fill no more than ``share`` of an area."""
    space = max(1.0, (area.right - area.left) * (area.bottom - area.top))
    return float(min(1.0, (share * space / (count * width * height)) ** 0.5))


def strewn(
    stage: Stage, count: int, height: float, aspect: float, chance: Chance
) -> Sequence[tuple[float, float, float]]:
    """(x, y, height) of things strewn over the ground in perspective, far ones first, evenly apart."""
    far = stage.ground[0] - 0.35 * (stage.ground[0] - stage.horizon)
    near = min(stage.size.height - 2.0, stage.ground[1] + 0.05 * stage.size.height)
    places = []
    for i in range(count):
        depth = ((i + 0.5) / count) ** 1.35
        one = chance.fork(i)
        y = far + (near - far) * depth + one.uniform(-0.5, 0.5) * (near - far) / count**0.5 * 0.5
        y = min(near, max(far, y))
        size = height * (0.28 + 0.72 * (y - far) / max(1.0, near - far))
        # The golden ratio sequence keeps neighbours in depth apart from side to side.
        x = ((i * 0.6180339887 + one.uniform(-0.12, 0.12) / count**0.3) % 1.0) * stage.size.width
        half = size * aspect / 2
        places.append((min(stage.size.width - half, max(half, x)), y, size))
    return sorted(places, key=lambda place: place[1])
