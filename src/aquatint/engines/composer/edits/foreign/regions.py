"""Which parts of a picture one thing is: the sky and the ground, which reach along an edge, are none."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from aquatint.engines.composer.styles.filters import Planes
from aquatint.engines.composer.styles.noise import Plane

WORKING = 256
"""Pixels along the longer side while regions are looked for."""
REACH = 0.45
"""Share of an edge from which what lies along it is a ground."""
STEP = 0.035
"""Difference in OKLab between neighbours at which a region ends."""
Flags = NDArray[np.bool_]


def parted(lab: Planes, weights: Plane, *, grounded: bool) -> Plane:
    """The weights of a colour in regions along an edge of the picture (``grounded``), or in all others.

    All weights, where there are no such regions.
    """
    lab = _smoothed(lab)
    matching = weights > 0.25
    grounds = np.zeros_like(matching)
    for edge in _edges(matching.shape):
        run = matching & edge
        if run.sum() >= REACH * edge.sum():
            grounds |= _spread(lab, matching, run)
    if grounded:
        return np.where(grounds, weights, np.float32(0)) if grounds.any() else weights
    left = np.where(grounds, np.float32(0), weights)
    return left if left.sum() > 0.02 * max(1e-6, float(weights.sum())) and grounds.any() else weights


def _smoothed(lab: Planes) -> Planes:
    """Without the grain of grass and of noise."""
    for axis in (1, 2):
        lab = np.mean([np.roll(lab, shift, axis) for shift in (-2, -1, 0, 1, 2)], axis=0, dtype=np.float32)
    return lab


def _edges(shape: tuple[int, ...]) -> list[Flags]:
    found = []
    for place in ((0, slice(None)), (-1, slice(None)), (slice(None), 0), (slice(None), -1)):
        edge = np.zeros(shape, np.bool_)
        edge[place] = True
        found.append(edge)
    return found


def _spread(lab: Planes, matching: Flags, start: Flags) -> Flags:
    """All that hangs together with ``start`` without a sharp step in colour."""
    across = np.abs(np.diff(lab, axis=2)).max(axis=0) < STEP
    down = np.abs(np.diff(lab, axis=1)).max(axis=0) < STEP
    reached, before = start.copy(), -1
    while (now := int(reached.sum())) != before:
        before = now
        for _ in range(8):
            reached[:, 1:] |= reached[:, :-1] & across & matching[:, 1:]
            reached[:, :-1] |= reached[:, 1:] & across & matching[:, :-1]
            reached[1:] |= reached[:-1] & down & matching[1:]
            reached[:-1] |= reached[1:] & down & matching[:-1]
    return reached


def enlarged(mask: Plane, shape: tuple[int, int], step: int) -> Plane:
    """A mask of every ``step``-th pixel as one of all, a little wider than it was."""
    wide = mask.copy()
    for axis in (0, 1):
        for shift in (-1, 1):
            wide = np.maximum(wide, np.roll(mask, shift, axis))
    full = np.repeat(np.repeat(wide, step, axis=0), step, axis=1)
    rows, columns = (
        np.minimum(np.arange(shape[0]), full.shape[0] - 1),
        np.minimum(np.arange(shape[1]), full.shape[1] - 1),
    )
    return np.asarray(full[np.ix_(rows, columns)])
