"""Completing a picture with patches of itself: at a working size, then in its own pixels.

The pixels are copied from where their patches were found, so texture stays sharp; only what is smooth in the
agreement of patches is kept, so that no seam shows.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from aquatint.engines.composer.edits.foreign.canvas import (
    Box,
    Canvas,
    Work,
    box_around,
    grown,
    to_bytes,
    to_planes,
)
from aquatint.engines.composer.edits.foreign.matching import match
from aquatint.engines.composer.edits.foreign.patches import Field, Level, keep_to_kind, levels_of
from aquatint.engines.composer.edits.foreign.pyramids import filled
from aquatint.engines.composer.styles.filters import Planes, blur_all
from aquatint.imaging.frame import Mask

AROUND, NEAREST = 1.6, 90
"""How far around a hole sources are looked for: in its longer sides, and pixels at least."""
WORKING, HOLE = 120_000, 26_000
"""Pixels of the working copy, and of the hole in it, at most."""
SOFT = 2.5
"""Blur, in pixels of the working copy, beneath which the agreement of patches counts for nothing."""

REACH, STRONGEST = 5.0, np.float32(0.12)
"""How far in a hole, in pixels of the working copy, its rim is heeded, and by how much (sRGB 0..1) at most."""


def complete(canvas: Canvas, hole: Mask, *, beyond: bool = False) -> Work:
    """Cover ``hole`` so that it looks like the rest of the picture. Where nothing is known it stays.

    ``beyond`` the picture only what its edges show goes on, and no things that stand in it.
    """
    known = ~hole & (canvas.pixels[..., 3] > 0)
    if not known.any() or not hole.any():
        return
    box = _window(hole)
    place = slice(box.top, box.bottom), slice(box.left, box.right)
    gap, sure = hole[place], known[place]
    scale = max(1.0, (gap.size / WORKING) ** 0.5, (int(gap.sum()) / HOLE) ** 0.5)
    colour = to_planes(canvas.pixels[place])
    levels = levels_of(*_working(colour, gap, sure, scale))
    if not levels:
        return
    if beyond:
        keep_to_kind(levels)
    levels[0].colour = filled(levels[0].colour, (~levels[0].hole).astype(np.float32))
    for share, level, field in match(levels, canvas.chance.fork("patches")):
        last, found = level, field
        yield 0.95 * share
    patch = _in_own_pixels(colour, gap, last, found)
    target = canvas.pixels[place]
    np.copyto(target[..., :3], to_bytes(patch), where=gap[..., np.newaxis])
    target[..., 3][gap] = 255
    yield 1.0


def _window(hole: Mask) -> Box:
    """The hole and as much of the picture around it as sources are looked for in."""
    box = box_around(hole)
    margin = max(NEAREST, round(AROUND * max(box.width, box.height)))
    height, width = hole.shape
    return Box(
        max(0, box.left - margin), max(0, box.top - margin),
        min(width, box.right + margin), min(height, box.bottom + margin),
    )  # fmt: skip


def _working(colour: Planes, gap: Mask, sure: Mask, scale: float) -> tuple[Planes, Mask, Mask]:
    """The window at the working size: its colours, the hole, and what is known for sure."""
    if scale == 1:
        return colour.copy(), gap.copy(), sure.copy()
    size = max(1, round(gap.shape[1] / scale)), max(1, round(gap.shape[0] / scale))
    share = _resized(sure.astype(np.float32), size)
    small = np.stack([_resized(plane, size) for plane in colour])
    hole = _resized(gap.astype(np.float32), size) > 0
    return small.astype(np.float32), hole, (share > 0.999) & ~hole


def _resized(plane: np.ndarray, size: tuple[int, int], how: int = Image.Resampling.BOX) -> np.ndarray:
    picture = Image.fromarray(np.ascontiguousarray(plane, np.float32))
    return np.asarray(picture.resize(size, how), np.float32)


def _in_own_pixels(colour: Planes, gap: Mask, level: Level, field: Field) -> Planes:
    """Each pixel of the hole copied from where the patches about it are found, and brought to what they agree on.

    At the rim it is brought to what is known there.
    """
    scale = gap.shape[1] / level.shape[1]
    wide = grown(gap, max(1, round(2 * scale)))
    copied = _copied(colour, wide, level, field)
    size = gap.shape[1], gap.shape[0]
    agreed = np.stack([_resized(plane, size, Image.Resampling.BICUBIC) for plane in level.colour])
    apart = _smoothed(agreed - copied, gap, SOFT * scale)
    rim = wide & ~gap
    seam = filled(_smoothed(colour - copied, rim, SOFT * scale), rim.astype(np.float32))
    near = np.clip(2 * blur_all((~gap)[np.newaxis].astype(np.float32), REACH * scale), 0, 1).astype(np.float32)
    mended = copied + apart * (1 - near) + np.clip(seam, -STRONGEST, STRONGEST) * near
    return np.where(gap, mended, colour).astype(np.float32)


def _smoothed(planes: Planes, where: Mask, sigma: float) -> Planes:
    """Planes blurred, each pixel from those of ``where`` around it alone."""
    weight = where.astype(np.float32)
    share = blur_all(weight[np.newaxis], sigma)
    smooth = blur_all(planes * weight, sigma) / np.maximum(share, np.float32(0.05))
    return np.asarray(smooth, np.float32)


def _copied(colour: Planes, gap: Mask, level: Level, field: Field) -> Planes:
    """The pixels to which the field points; where neighbours point elsewhere, a little of each."""
    height, width = gap.shape
    ways = _ways(level, field)
    rows, columns = np.nonzero(gap)
    down, across = height / level.shape[0], width / level.shape[1]
    total = np.zeros((3, len(rows)), np.float32)
    for y, x, weight in ((0, 0, 4), (0, 1, 1), (0, -1, 1), (1, 0, 1), (-1, 0, 1)):
        small_rows = np.clip((rows / down).astype(np.int64) + y, 0, level.shape[0] - 1)
        small_columns = np.clip((columns / across).astype(np.int64) + x, 0, level.shape[1] - 1)
        way = ways[:, small_rows, small_columns]
        from_rows = np.clip(np.round(rows + way[0] * down).astype(np.int64), 0, height - 1)
        from_columns = np.clip(np.round(columns + way[1] * across).astype(np.int64), 0, width - 1)
        total += np.float32(weight / 8) * colour[:, from_rows, from_columns]
    result = colour.copy()
    result[:, rows, columns] = total
    return result


def _ways(level: Level, field: Field) -> np.ndarray:
    """Down and across to the source of each pixel of the working copy."""
    width = level.shape[1]
    ways = np.zeros((2, level.hole.size), np.int64)
    ways[0, field.targets] = field.found // width - field.targets // width
    ways[1, field.targets] = field.found % width - field.targets % width
    return ways.reshape(2, *level.shape)
