"""Which of several bounded things is painted first: those behind before those that cover them on the page."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from aquatint.engines.composer.graphics.isometric.space import Place

Bounds = tuple[Place, Place]
"""The low and the high corner of something, in metres."""
CLOSE = 1e-6


def back_to_front(bounds: Sequence[Bounds]) -> list[int]:
    """Places in the sequence in the order of painting; as given where it does not matter or cannot be told."""
    count = len(bounds)
    before: list[set[int]] = [set() for _ in range(count)]
    after: list[list[int]] = [[] for _ in range(count)]
    for i in range(count):
        for j in range(i + 1, count):
            if (sign := _depth(bounds[i], bounds[j])) != 0:
                first, second = (i, j) if sign < 0 else (j, i)
                before[second].add(first)
                after[first].append(second)
    return _sorted(before, after)


def _depth(one: Bounds, other: Bounds) -> int:
    """-1 when ``one`` is behind, 1 when it is in front, 0 when neither covers the other."""
    (a, b, c), (d, e, f) = one
    (p, q, r), (s, t, u) = other
    apart = d - b <= p - t + CLOSE or s - q <= a - e + CLOSE
    apart = apart or d - c <= p - u + CLOSE or s - r <= a - f + CLOSE
    if apart or e - c <= q - u + CLOSE or t - r <= b - f + CLOSE:
        return 0
    if d <= p + CLOSE or e <= q + CLOSE or f <= r + CLOSE:
        return -1
    if s <= a + CLOSE or t <= b + CLOSE or u <= c + CLOSE:
        return 1
    return 0


def _sorted(before: list[set[int]], after: list[list[int]]) -> list[int]:
    """The lowest free place first; a ring of things that cover each other is broken at its lowest place."""
    waiting = [len(each) for each in before]
    free = [i for i, count in enumerate(waiting) if count == 0]
    heapq.heapify(free)
    left = set(range(len(before)))
    found: list[int] = []
    while left:
        index = heapq.heappop(free) if free else min(left, key=lambda i: (waiting[i], i))
        if index not in left:
            continue
        left.remove(index)
        found.append(index)
        for other in after[index]:
            waiting[other] -= 1
            if waiting[other] == 0:
                heapq.heappush(free, other)
    return found
