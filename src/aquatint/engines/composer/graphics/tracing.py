"""Outlines round what an alpha plane covers: pixels that were painted become vectors."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import skia

LEVEL = 127.5
"""Alpha at which the outline runs."""
TOLERANCE = 0.3
"""Pixels that an outline may stray."""
SPECK = 6
"""Outlines of fewer points are left out."""
_TOP, _RIGHT, _BOTTOM, _LEFT = range(4)
_CUTS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((_LEFT, _BOTTOM),), 2: ((_BOTTOM, _RIGHT),), 3: ((_LEFT, _RIGHT),), 4: ((_TOP, _RIGHT),),
    5: ((_TOP, _LEFT), (_BOTTOM, _RIGHT)), 6: ((_TOP, _BOTTOM),), 7: ((_LEFT, _TOP),), 8: ((_LEFT, _TOP),),
    9: ((_TOP, _BOTTOM),), 10: ((_TOP, _RIGHT), (_LEFT, _BOTTOM)), 11: ((_TOP, _RIGHT),), 12: ((_LEFT, _RIGHT),),
    13: ((_BOTTOM, _RIGHT),), 14: ((_LEFT, _BOTTOM),),
}  # fmt: skip
"""Which sides of a square of four pixels the outline joins, by its covered corners: 8 4 above, 1 2 below."""

Points = npt.NDArray[np.float64]


def trace(alpha: npt.NDArray[np.uint8]) -> skia.Path:
    """The covered area of an (H, W) plane as a path in pixels, holes by the even-odd rule."""
    path = skia.Path()
    path.setFillType(skia.PathFillType.kEvenOdd)
    for ring in _rings(np.pad(alpha, 1).astype(np.float64)):
        if len(ring) >= SPECK:
            half = len(ring) // 2
            closed = np.vstack([ring, ring[:1]])
            kept = [*_thinned(closed[: half + 1]), *_thinned(closed[half:])[1:-1]]
            path.addPoly([skia.Point(x, y) for x, y in kept], True)
    return path


def _rings(plane: Points) -> Iterator[Points]:
    """Closed lines of (x, y) points through the crossings of neighbouring pixels."""
    ends = _cuts(plane > LEVEL)
    crossings, where = np.unique(ends, return_inverse=True)
    places = _places(plane, crossings)
    # Every crossing is met by two cuts: sorted by crossing, the cuts of each stand side by side.
    order = np.argsort(where.ravel(), kind="stable")
    others = where.reshape(-1, 2)[:, ::-1].ravel()[order].reshape(-1, 2).tolist()
    seen = [False] * len(others)
    for start in range(len(others)):
        if seen[start]:
            continue
        ring, before, at = [], -1, start
        while not seen[at]:
            seen[at] = True
            ring.append(at)
            one, other = others[at]
            before, at = at, (other if one == before else one)
        yield places[ring]


def _cuts(covered: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """(cuts, 2) crossings that are joined: number of a pixel, and whether it is crossed to the right or down."""
    width = covered.shape[1]
    cases = 8 * covered[:-1, :-1] + 4 * covered[:-1, 1:] + 2 * covered[1:, 1:] + covered[1:, :-1]
    found = []
    for case, cuts in _CUTS.items():
        rows, columns = np.nonzero(cases == case)
        pixel = rows * width + columns
        sides = (2 * pixel, 2 * (pixel + 1) + 1, 2 * (pixel + width), 2 * pixel + 1)
        found += [np.stack([sides[first], sides[second]], axis=1) for first, second in cuts]
    return np.concatenate(found)


def _places(plane: Points, crossings: npt.NDArray[np.int64]) -> Points:
    """Where between two pixels the level lies; the padding is taken off, pixels count from their middles."""
    width = plane.shape[1]
    pixel, down = crossings // 2, crossings % 2
    y, x = np.divmod(pixel, width)
    here, there = plane.ravel()[pixel], plane.ravel()[pixel + np.where(down, width, 1)]
    share = (LEVEL - here) / (there - here)
    return np.stack([x - 0.5 + np.where(down, 0, share), y - 0.5 + np.where(down, share, 0)], axis=1)


def _thinned(points: Points) -> list[tuple[float, float]]:
    """The line with fewer points (Douglas and Peucker)."""
    keep = np.zeros(len(points), np.bool_)
    keep[[0, -1]] = True
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        chord = points[last] - points[first]
        away = points[first + 1 : last] - points[first]
        length = float(np.hypot(*chord))
        if length:
            distance = np.abs(away[:, 0] * chord[1] - away[:, 1] * chord[0]) / length
        else:
            distance = np.hypot(away[:, 0], away[:, 1])
        farthest = int(distance.argmax())
        if distance[farthest] > TOLERANCE:
            middle = first + 1 + farthest
            keep[middle] = True
            spans += [(first, middle), (middle, last)]
    return [(float(x), float(y)) for x, y in points[keep]]
