"""Patches of a picture: its levels from coarse to fine, and what patches are compared by."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from aquatint.engines.composer.edits.foreign.canvas import grown
from aquatint.engines.composer.styles.filters import Planes
from aquatint.imaging.frame import Mask

RADIUS = 3
"""Patches are squares of 2 * RADIUS + 1 pixels."""
WAVES = 5
"""Patches are compared by waves across and down, of together so many half periods; colours by three less."""
COARSEST = 11
"""Width of the hole on the coarsest level, in pixels."""
STEP = 1.7
"""How much finer each level is than the one before."""
KIND, KIND_SHARE = 0.004, 0.4
"""How unlike the rim of a hole (squared sRGB) its sources may be; so many of all are sources whatever they are."""
KIND_SIDE, KIND_RIM, KIND_SAMPLE = 128, 7, 500
"""Longer side of the level on which that is told, width of the rim there, and patches of it that are looked at."""

Numbers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


@dataclass(slots=True)
class Level:
    """One scale of the picture: (3, H, W) sRGB 0..1, the hole, and the middles of wholly known patches."""

    colour: Planes
    hole: Mask
    sources: Mask

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return int(self.hole.shape[0]), int(self.hole.shape[1])


@dataclass(slots=True)
class Field:
    """Where each target patch finds its like: flat indices of pixels, alike long."""

    targets: Numbers
    found: Numbers
    cost: Floats


def levels_of(colour: Planes, hole: Mask, known: Mask) -> list[Level]:
    """The picture from coarse to fine; empty where no level has known patches."""
    rows, columns = np.flatnonzero(hole.any(axis=1)), np.flatnonzero(hole.any(axis=0))
    thick = min(int(rows[-1] - rows[0]), int(columns[-1] - columns[0])) + 1
    found: list[Level] = []
    scale = 1.0
    while True:
        level = _scaled(colour, hole, known, scale)
        if not level.sources.any():
            break
        found.append(level)
        if thick / scale <= COARSEST or min(level.shape) < 6 * RADIUS:
            break
        scale *= STEP
    return found[::-1]


def _scaled(colour: Planes, hole: Mask, known: Mask, scale: float) -> Level:
    height, width = hole.shape
    size = max(1, round(width / scale)), max(1, round(height / scale))
    if scale == 1:
        small, sure = colour, known
        gap = hole
    else:
        share = _resized(known.astype(np.float32), size)
        small = np.stack([_resized(plane, size) for plane in colour])
        gap = _resized(hole.astype(np.float32), size) > 0.01
        sure = (share > 0.99) & ~gap
    inside = np.zeros_like(gap)
    inside[RADIUS:-RADIUS, RADIUS:-RADIUS] = True
    return Level(small.astype(np.float32), gap, ~grown(~sure, RADIUS) & inside)


def _resized(plane: Floats, size: tuple[int, int], how: int = Image.Resampling.BOX) -> Floats:
    picture = Image.fromarray(np.ascontiguousarray(plane, np.float32))
    return np.asarray(picture.resize(size, how), np.float32)


def keep_to_kind(levels: Sequence[Level]) -> None:
    """Leave as sources only what looks like something at the rim of the hole: nobody wants a second face."""
    level = min(levels, key=lambda one: abs(max(one.shape) - KIND_SIDE))
    rim = grown(level.hole, KIND_RIM + RADIUS) & level.sources
    places, near = np.flatnonzero(level.sources), np.flatnonzero(rim)
    if not len(near):
        return
    broad = _orders() <= 1
    known, wanted = (
        traits_at(level, spots)[:, broad] for spots in (places, near[:: -(-len(near) // KIND_SAMPLE)])
    )
    apart = (known * known).sum(axis=1)[:, None] - 2 * known @ wanted.T + (wanted * wanted).sum(axis=1)[None]
    least = apart.min(axis=1) / (3 * (2 * RADIUS + 1) ** 2)
    kind = np.zeros(level.hole.size, np.float32)
    kind[places] = least <= max(KIND, float(np.quantile(least, KIND_SHARE)))
    for one in levels:
        share = _resized(kind.reshape(level.shape), (one.shape[1], one.shape[0]), Image.Resampling.BILINEAR)
        kept = one.sources & (share > 0.5)
        one.sources = kept if kept.any() else one.sources


@functools.cache
def _waves() -> Floats:
    """What turns the colours of a patch into what it is compared by: waves in its light and in its two hues."""
    side = 2 * RADIUS + 1
    spots = np.arange(side) + 0.5
    waves = [np.cos(np.pi * number * spots / side) * (0.5**0.5 if number == 0 else 1.0) for number in range(side)]
    found = []
    for mix, most in (((1, 1, 1), WAVES), ((1, 0, -1), WAVES - 3), ((0.5, -1, 0.5), WAVES - 3)):
        hue = np.array(mix) / np.linalg.norm(mix)
        for down in range(most + 1):
            for across in range(most + 1 - down):
                wave = np.outer(waves[down], waves[across]) * (2 / side)
                found.append((wave[..., np.newaxis] * hue).reshape(-1))
    return np.stack(found, axis=1).astype(np.float32)


def _orders() -> Numbers:
    """Of how many half periods each of the traits is."""
    found = [
        down + across
        for most in (WAVES, WAVES - 3, WAVES - 3)
        for down in range(most + 1)
        for across in range(most + 1 - down)
    ]
    return np.array(found)


def traits_at(level: Level, places: Numbers) -> Floats:
    """What patches around flat ``places`` are compared by."""
    padded = np.pad(level.colour, ((0, 0), (RADIUS, RADIUS), (RADIUS, RADIUS)), mode="edge")
    wide = padded.shape[2]
    flat = np.ascontiguousarray(padded.reshape(3, -1).T)
    reach = np.array([down * wide + across for down, across in offsets()])
    rows, columns = np.divmod(places, level.shape[1])
    middles = (rows + RADIUS) * wide + columns + RADIUS
    found = np.empty((len(places), _waves().shape[1]), np.float32)
    for start in range(0, len(places), 16_000):
        part = middles[start : start + 16_000]
        found[start : start + 16_000] = flat[part[:, None] + reach].reshape(len(part), -1) @ _waves()
    return found


@functools.cache
def offsets() -> list[tuple[int, int]]:
    """Down and across from the middle of a patch to each of its pixels."""
    reach = range(-RADIUS, RADIUS + 1)
    return [(down, across) for down in reach for across in reach]


def trait_count() -> int:
    """By how many numbers patches are compared."""
    return int(_waves().shape[1])
