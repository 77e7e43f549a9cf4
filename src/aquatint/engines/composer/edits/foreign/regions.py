"""Which parts of a picture one thing is: the sky and the ground, which reach along an edge, are none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

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
RAW_STEP, MARGIN = 0.09, 5
"""The same where the picture is not smoothed, and the pixels for which that is so."""
Flags = NDArray[np.bool_]
Edge = Literal["top", "bottom", "left", "right"]
EDGES: tuple[Edge, ...] = ("top", "bottom", "left", "right")


def grounds_of(lab: Planes, weights: Plane, edges: Sequence[Edge] = EDGES) -> Flags:
    """Where a colour lies along an edge of the picture, as a sky or a lawn does."""
    matching = weights > 0.25
    smooth = _smoothed(lab)
    grounds = np.zeros_like(matching)
    for name in edges:
        edge = _along(matching.shape, name)
        run = matching & edge
        if run.sum() >= REACH * edge.sum():
            grounds |= _spread(smooth, matching, run, STEP)
    # What is smoothed has lost the last pixels before another thing.
    return _spread(lab, matching, grounds, RAW_STEP, rounds=MARGIN) if grounds.any() else grounds


def thing_of(lab: Planes, weights: Plane) -> Flags:
    """Where a colour is that of a thing: not along an edge; everywhere, if it is nowhere else."""
    matching = weights > 0.02
    left = _without_specks(matching & ~grounds_of(lab, weights))
    return left if left.sum() > 0.02 * max(1, int(matching.sum())) else matching


def _without_specks(mask: Flags) -> Flags:
    """What is more than a few pixels wide."""
    core = mask.copy()
    for axis in (0, 1):
        core &= np.roll(mask, 1, axis) & np.roll(mask, -1, axis)
    for _ in range(3):
        for axis in (0, 1):
            core |= np.roll(core, 1, axis) | np.roll(core, -1, axis)
    return core & mask


def _smoothed(lab: Planes) -> Planes:
    """Without the grain of grass and of noise."""
    for axis in (1, 2):
        lab = np.mean([np.roll(lab, shift, axis) for shift in (-2, -1, 0, 1, 2)], axis=0, dtype=np.float32)
    return lab


def _along(shape: tuple[int, ...], name: Edge) -> Flags:
    edge = np.zeros(shape, np.bool_)
    sides = edge if name in ("top", "bottom") else edge.T
    sides[0 if name in ("top", "left") else -1] = True
    return edge


def _spread(lab: Planes, matching: Flags, start: Flags, step: float, rounds: int = 0) -> Flags:
    """All that hangs together with ``start`` without a sharp step in colour, in so many ``rounds`` (0 for all)."""
    across = np.abs(np.diff(lab, axis=2)).max(axis=0) < step
    down = np.abs(np.diff(lab, axis=1)).max(axis=0) < step
    reached, before, turn = start.copy(), -1, 0
    while (now := int(reached.sum())) != before and not 0 < rounds <= turn:
        before, turn = now, turn + 1
        reached[:, 1:] |= reached[:, :-1] & across & matching[:, 1:]
        reached[:, :-1] |= reached[:, 1:] & across & matching[:, :-1]
        reached[1:] |= reached[:-1] & down & matching[1:]
        reached[:-1] |= reached[1:] & down & matching[:-1]
    return reached


def enlarged(mask: Flags, shape: tuple[int, int], step: int) -> Flags:
    """A mask of every ``step``-th pixel as one of all, a little wider than it was."""
    wide = mask.copy()
    for axis in (0, 1):
        wide |= np.roll(mask, 1, axis) | np.roll(mask, -1, axis)
    full = np.repeat(np.repeat(wide, step, axis=0), step, axis=1)
    rows = np.minimum(np.arange(shape[0]), full.shape[0] - 1)
    columns = np.minimum(np.arange(shape[1]), full.shape[1] - 1)
    return np.asarray(full[np.ix_(rows, columns)])
