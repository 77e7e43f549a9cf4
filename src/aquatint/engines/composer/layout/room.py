"""What is taken and what is free: boxes of things that have a place."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aquatint.engines.composer.layout.stage import Placement


class Rect(NamedTuple):
    """A box in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Width in pixels."""
        return self.right - self.left


def box_of(placement: Placement, aspect: float) -> Rect:
    """The box that a placed drawing fills, before rotation."""
    x, y = placement.foot
    half = placement.height * aspect / 2
    return Rect(x - half, y - placement.height, x + half, y)


class Room:
    """The boxes taken so far."""

    def __init__(self) -> None:
        self._boxes: list[Rect] = []
        self._array: NDArray[np.float64] | None = None

    def take(self, box: Rect) -> None:
        """Mark a box as taken."""
        self._boxes.append(box)
        self._array = None

    def crowding(self, boxes: NDArray[np.float64]) -> NDArray[np.float64]:
        """For each candidate box (N, 4): the share of it that is taken, plus nearness (0..0.3) of the closest."""
        if not self._boxes:
            return np.zeros(len(boxes))
        if self._array is None:
            self._array = np.array(self._boxes)
        mine, taken = boxes[:, None, :], self._array[None, :, :]
        wide = np.minimum(mine[..., 2], taken[..., 2]) - np.maximum(mine[..., 0], taken[..., 0])
        tall = np.minimum(mine[..., 3], taken[..., 3]) - np.maximum(mine[..., 1], taken[..., 1])
        area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
        overlap = (np.clip(wide, 0, None) * np.clip(tall, 0, None)).sum(axis=1) / np.maximum(area, 1e-6)
        gap = np.hypot(np.clip(-wide, 0, None), np.clip(-tall, 0, None)).min(axis=1)
        size = np.sqrt(np.maximum(area, 1e-6))
        near: NDArray[np.float64] = 0.3 / (1 + 2 * gap / size)
        return np.asarray(overlap + near)
