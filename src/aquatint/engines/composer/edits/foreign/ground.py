"""Taking a plain ground away: where the picture's border has one colour, what is joined to it becomes clear."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from aquatint.engines.composer.edits.foreign.canvas import Canvas, Work, grown, to_bytes, to_planes
from aquatint.engines.composer.styles.filters import Planes
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.oklab import to_oklab
from aquatint.imaging.frame import Mask

NEAR = 0.035
"""OKLab distance from the ground's colour up to which a pixel is ground."""
EDGE = 2
"""Width of the edge in pixels, where subject and ground mix."""
PLAIN = 0.96
"""Share of the border that must have the ground's colour."""

ROUNDS = 60
"""Most rounds of spreading; only a maze needs more."""


class Ground(NamedTuple):
    """A plain ground: its colour in sRGB 0..1, and the distance of every pixel from it in OKLab."""

    colour: Plane
    distance: Plane


def plain_ground(canvas: Canvas) -> Ground | None:
    """The ground, if the picture's border is plain."""
    planes = to_planes(canvas.pixels)
    border = np.concatenate([planes[:, 0], planes[:, -1], planes[:, :, 0], planes[:, :, -1]], axis=1)
    colour = np.median(border, axis=1).astype(np.float32)
    own = to_oklab(colour[:, np.newaxis, np.newaxis])
    if (_distance(to_oklab(border[:, np.newaxis]), own) < NEAR).mean() < PLAIN:
        return None
    return Ground(colour, _distance(to_oklab(planes), own))


def _distance(lab: Planes, colour: Planes) -> Plane:
    apart = lab - colour
    return np.asarray(np.sqrt((apart * apart).sum(axis=0)))


def clear_ground(canvas: Canvas, ground: Ground) -> Work:
    """Make the ground clear. At its edge, what of the ground is mixed into the colours is taken out of them."""
    yield 0.1
    empty = joined_to_border(ground.distance < NEAR)
    yield 0.6
    edge = grown(empty, EDGE) & ~empty
    alpha = np.where(empty, np.float32(0), np.float32(1))
    subject = np.maximum(_highest(ground.distance, EDGE), np.float32(NEAR))
    alpha[edge] = (ground.distance / subject)[edge]
    planes = to_planes(canvas.pixels)
    back = ground.colour[:, np.newaxis, np.newaxis]
    pure = np.where(edge, back + (planes - back) / np.maximum(alpha, np.float32(0.05)), planes)
    result = np.dstack([to_bytes(pure), (canvas.pixels[..., 3] * alpha + 0.5).astype(np.uint8)])
    np.copyto(canvas.pixels, result, where=(canvas.editable & (edge | empty))[..., np.newaxis])
    yield 1.0


def _highest(plane: Plane, radius: int) -> Plane:
    """The largest value within ``radius`` pixels (a square)."""
    padded = np.pad(plane, radius, mode="edge")
    height, width = plane.shape
    steps = range(2 * radius + 1)
    wide = np.maximum.reduce([padded[:, step : step + width] for step in steps])
    return np.asarray(np.maximum.reduce([wide[step : step + height] for step in steps]))


def joined_to_border(mask: Mask) -> Mask:
    """The part of a mask that hangs together with the picture's border (four neighbours).

    Spreads along whole rows and columns in turn, so few rounds are needed.
    """
    found = np.zeros_like(mask)
    found[0], found[-1], found[:, 0], found[:, -1] = mask[0], mask[-1], mask[:, 0], mask[:, -1]
    for _ in range(ROUNDS):
        before = int(found.sum())
        for turned in (found, found.T):
            allowed = mask if turned is found else mask.T
            turned |= _spread(turned, allowed) | _spread(turned[:, ::-1], allowed[:, ::-1])[:, ::-1]
        if int(found.sum()) == before:
            break
    return found


def _spread(seeds: Mask, allowed: Mask) -> Mask:
    """Everything allowed that lies right of a seed in its row with nothing forbidden between."""
    count = np.arange(seeds.shape[1], dtype=np.int32)
    last_seed = np.maximum.accumulate(np.where(seeds, count, -1), axis=1)
    last_wall = np.maximum.accumulate(np.where(allowed, -1, count), axis=1)
    return np.asarray(allowed & (last_seed > last_wall))
