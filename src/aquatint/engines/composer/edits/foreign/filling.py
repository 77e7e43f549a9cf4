"""Filling what was taken out of a picture, or what lies beyond its edges, with what suits from the rest of it.

A hole is covered by another part of the picture: of all shifts whose source is known, the one that suits the
surroundings of the hole best. The difference at the rim is spread smoothly over the patch, as in seamless cloning,
so that no seam shows. Where no source is good enough the hole is quartered, and filled from the known side in.
"""

from __future__ import annotations

import numpy as np

from aquatint.engines.composer.edits.foreign.canvas import Box, Canvas, Work, box_around, to_bytes, to_planes
from aquatint.engines.composer.edits.foreign.pyramids import filled
from aquatint.engines.composer.edits.foreign.sources import RIM, SEARCH_SIDE, Copy, Shift
from aquatint.engines.composer.styles.filters import Planes
from aquatint.imaging.frame import Mask

GOOD = 0.003
"""Cost (squared sRGB 0..1) up to which a source suits; parts without one are quartered."""
SMALLEST = 14
"""Parts so large keep the texture of a wall or a lawn whole; smaller ones smear it."""
LARGEST_SEAM = np.float32(0.14)
"""Difference at the rim (sRGB 0..1) that is spread over a patch at most; larger ones are edges of things."""
LARGEST_SHARE = 0.45
"""Side of a part at most, in shorter sides of what is known."""


def fill_from_surroundings(canvas: Canvas, hole: Mask, smallest: int = SMALLEST) -> Work:
    """Cover ``hole`` with what suits from the rest of the picture. Without any rest it stays.

    Parts are not quartered below twice ``smallest`` pixels of the small copy.
    """
    known = ~hole & (canvas.pixels[..., 3] > 0)
    if not known.any() or not hole.any():
        return
    copy = Copy(canvas.pixels, known)
    total, done = int(hole.sum()), 0
    cells = _cells(hole, known, copy)
    while cells:
        cell = cells.pop(max(range(len(cells)), key=lambda i: _certainty(cells[i], known)))
        cost, shift = copy.best(cell, hole)
        if cost > GOOD and min(cell.width, cell.height) > 2 * smallest * copy.scale:
            cells += _quarters(cell, hole)
        else:
            done += _cover(canvas, cell, hole, known, shift)
            copy.update(canvas.pixels, known, cell)
        yield min(1.0, done / total)


def _cells(hole: Mask, known: Mask, copy: Copy) -> list[Box]:
    """The hole cut into boxes that are so small that sources can be found for them."""
    box, room = box_around(hole), box_around(known)
    side = max(1, int(max(SMALLEST * copy.scale, LARGEST_SHARE * min(room.width, room.height))))
    across, down = -(-box.width // side), -(-box.height // side)
    xs = [int(x) for x in np.linspace(box.left, box.right, across + 1)]
    ys = [int(y) for y in np.linspace(box.top, box.bottom, down + 1)]
    return [
        cell
        for j in range(down)
        for i in range(across)
        if _part(hole, cell := Box(xs[i], ys[j], xs[i + 1], ys[j + 1])).any()
    ]


def _quarters(cell: Box, hole: Mask) -> list[Box]:
    x, y = (cell.left + cell.right) // 2, (cell.top + cell.bottom) // 2
    parts = [
        Box(cell.left, cell.top, x, y), Box(x, cell.top, cell.right, y),
        Box(cell.left, y, x, cell.bottom), Box(x, y, cell.right, cell.bottom),
    ]  # fmt: skip
    return [part for part in parts if _part(hole, part).any()]


def _part(mask: Mask, box: Box) -> Mask:
    return mask[box.top : box.bottom, box.left : box.right]


def _certainty(cell: Box, known: Mask) -> float:
    """How much of what lies in and around a cell is known: cells at the rim of the hole come first."""
    wide = _widened(cell, max(2, min(cell.width, cell.height) // 4), known.shape)
    step = max(1, min(wide.width, wide.height) // 24)
    return float(_part(known, wide)[::step, ::step].mean())


def _widened(box: Box, margin: int, shape: tuple[int, ...]) -> Box:
    return Box(
        max(0, box.left - margin), max(0, box.top - margin),
        min(shape[1], box.right + margin), min(shape[0], box.bottom + margin),
    )  # fmt: skip


def _cover(canvas: Canvas, cell: Box, hole: Mask, known: Mask, shift: Shift | None) -> int:
    """Fill the hole in one cell from where ``shift`` points, smoothly where there is none; gives its pixels."""
    box = _widened(cell, round(RIM * max(1.0, max(known.shape) / SEARCH_SIDE)) + 1, known.shape)
    inside = np.zeros((box.height, box.width), np.bool_)
    inset = slice(cell.top - box.top, cell.bottom - box.top), slice(cell.left - box.left, cell.right - box.left)
    inside[inset] = _part(hole, cell)
    place = slice(box.top, box.bottom), slice(box.left, box.right)
    here, certain = to_planes(canvas.pixels[place]), known[place] & ~inside
    if shift is None:
        patch = filled(here, certain.astype(np.float32))
    else:
        source = _shifted(canvas, box, shift)
        seam = np.clip(here - source, -LARGEST_SEAM, LARGEST_SEAM)
        patch = source + filled(seam, certain.astype(np.float32))
    target = canvas.pixels[place]
    np.copyto(target[..., :3], to_bytes(patch), where=inside[..., np.newaxis])
    target[..., 3][inside] = 255
    known[place] |= inside
    return int(inside.sum())


def _shifted(canvas: Canvas, box: Box, shift: Shift) -> Planes:
    """The planes of the box moved by ``shift``; beyond the picture its border repeats."""
    height, width = canvas.editable.shape
    rows = np.clip(np.arange(box.top, box.bottom) + shift[0], 0, height - 1)
    columns = np.clip(np.arange(box.left, box.right) + shift[1], 0, width - 1)
    return to_planes(canvas.pixels[rows[:, np.newaxis], columns])
