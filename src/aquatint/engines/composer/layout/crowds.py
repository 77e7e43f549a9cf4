"""Groups of equal things: loose clusters in depth, rows, rings and stacks.

A crowd is planned in widths and rows of its thing first, so that it can be as wide or as deep as the room allows.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.scene import Item

GAP = 1.14
"""Mean distance of neighbours in widths of the thing."""
ROW_STEP = 0.6
"""Distance of rows in heights of the thing: what stands behind shows its upper half."""
LOOSE, LOOSE_IN_DEPTH = 0.08, 0.08
"""How far each stands from its even place, in widths and in steps of rows."""
PITCHES = {2: 1.04, 3: 0.8}
"""Distance of neighbours in widths where there are only so many."""
FEW_BACK = 0.5
"""How far behind the others every second one of few stands, in rows."""
BULGE = 0.3
"""How much shorter the first and the last row of a cluster are than those in the middle."""
STACK_STEP = 0.8
"""Height of a layer of a stack in heights of the thing."""
HIGHEST_STACK, COLUMN_STEP = 7, 0.74
"""How many stand one on the other before a stack is a pyramid, and from one to the next in heights."""
ROOMY_ROW, TIGHTEST = 5, 0.76
"""So many in a row have their full distance; many have this one at the least, in widths."""
MAX_ROWS = 20
RANK = 1.3
"""Two or three stand in one row, unless they were so much larger in two."""
FORMATION = "formation"
"""The attribute that names a formation."""
RING_DEPTH = 0.34
"""Depth by width of a ring on the ground."""


class Offset(NamedTuple):
    """Where one of a crowd is: to the side of its middle in widths, behind its front in rows, up in heights."""

    across: float
    back: float
    up: float = 0.0


@dataclass(frozen=True, slots=True)
class Crowd:
    """The plan of a group: offsets of all instances, the first one first."""

    offsets: Sequence[Offset]
    rows: int
    width: float
    """From the left edge of the leftmost one to the right edge of the rightmost one, in widths."""

    @property
    def up(self) -> float:
        """Height of the highest one's foot above the ground, in heights."""
        return max(offset.up for offset in self.offsets)


def crowd(item: Item, count: int, rows: int, chance: Chance) -> Crowd:
    """The plan of ``count`` things in the formation that the item's attributes name, else a loose cluster."""
    match item.attributes.get(FORMATION, ""):
        case "row" | "line" | "queue":
            offsets, rows = _row(count), 1
        case "ring" | "circle":
            offsets, rows = _ring(count), 2
        case "stack" if count <= HIGHEST_STACK:
            offsets, rows = _column(count, chance), 1
        case "pyramid" | "stack" | "pile" | "heap":
            offsets, rows = _stack(count), 1
        case _:
            offsets = _cluster(count, rows, chance)
    left, right = min(one.across for one in offsets), max(one.across for one in offsets)
    middle = (left + right) / 2
    return Crowd([one._replace(across=one.across - middle) for one in offsets], rows, right - left + 1)


def parted(plan: Crowd, gap: float) -> Crowd:
    """The plan with ``gap`` widths left open in its middle."""
    if gap <= 0:
        return plan
    across = sorted(range(len(plan.offsets)), key=lambda i: plan.offsets[i].across)
    left = set(across[: (len(across) + 1) // 2])
    steps = [-gap / 2 if i in left else gap / 2 for i in range(len(plan.offsets))]
    moved = [one._replace(across=one.across + step) for one, step in zip(plan.offsets, steps, strict=True)]
    return Crowd(moved, plan.rows, plan.width + gap)


def _cluster(count: int, rows: int, chance: Chance) -> list[Offset]:
    if count == 1:
        return [Offset(0.0, 0.0)]
    if count in PITCHES and rows == 1:
        return _few(count, chance)
    lengths = row_lengths(count, rows)
    found = []
    index = 0
    for row, length in enumerate(lengths):
        # Places of neighbouring rows lie half a step apart, whatever their lengths.
        turn = 0.0 if rows == 1 else 0.25 if (row + length) % 2 == 0 else -0.25
        for place in range(length):
            one = chance.fork(index)
            loose = LOOSE if count > 2 else 0.5 * LOOSE
            across = (place - (length - 1) / 2 + turn) * GAP + one.uniform(-loose, loose)
            bow = _bow(place, length) if rows == 1 else 0.0
            found.append(Offset(across, row + one.uniform(-LOOSE_IN_DEPTH, LOOSE_IN_DEPTH) + bow))
            index += 1
    nearest = min(one.back for one in found)
    return [one._replace(back=one.back - nearest) for one in found]


def _row(count: int) -> list[Offset]:
    """Side by side; many go a little into the distance, and overlap."""
    many = max(0, count - ROOMY_ROW)
    pitch = max(TIGHTEST, GAP - 0.07 * many)
    back = min(0.14, 0.03 * many)
    return [Offset((i - (count - 1) / 2) * pitch, i * back) for i in range(count)]


def _few(count: int, chance: Chance) -> list[Offset]:
    """Two or three: close together, one of them a little behind."""
    pitch, behind = PITCHES[count], chance.choice((0, 1))
    found = []
    for place in range(count):
        one = chance.fork(place)
        back = FEW_BACK if place % 2 == behind else 0.0
        across = (place - (count - 1) / 2) * pitch + one.uniform(-0.03, 0.03)
        found.append(Offset(across, back * (0.6 if count == 2 else 1.0) + one.uniform(0.0, 0.08)))
    nearest = min(one.back for one in found)
    return [one._replace(back=one.back - nearest) for one in found]


def _bow(place: int, length: int) -> float:
    """A lone row bends away from the viewer in its middle."""
    part = (place - (length - 1) / 2) / length
    return 0.25 * (1 - 4 * part * part) if length > 2 else 0.0


def row_lengths(count: int, rows: int) -> list[int]:
    """How many stand in each row, the first row in front: those in the middle are longer, as in an ellipse."""
    weights = [1 - BULGE * (2 * (row + 0.5) / rows - 1) ** 2 for row in range(rows)]
    exact = [count * weight / sum(weights) for weight in weights]
    lengths = [int(part) for part in exact]
    by_rest = sorted(range(rows), key=lambda row: lengths[row] - exact[row])
    for row in by_rest[: count - sum(lengths)]:
        lengths[row] += 1
    return [length for length in lengths if length]


def _ring(count: int) -> list[Offset]:
    radius = max(0.6, count * GAP / math.pi / 1.5)
    angles = [math.tau * (i + 0.5) / count for i in range(count)]
    deep = RING_DEPTH * radius * 2 / ROW_STEP
    return [Offset(radius * math.cos(a), deep * 0.5 * (1 - math.sin(a))) for a in angles]


def _column(count: int, chance: Chance) -> list[Offset]:
    """One on the other, none quite above the one below."""
    loose = [chance.fork("stack", i).uniform(-0.05, 0.05) if i else 0.0 for i in range(count)]
    return [Offset(loose[i], 0.01 * (count - 1 - i), i * COLUMN_STEP) for i in range(count)]


def _stack(count: int) -> list[Offset]:
    """Layers that are one shorter than the layer below, the widest one on the ground."""
    base = max(1, math.ceil((math.sqrt(8 * count + 1) - 1) / 2))
    found: list[Offset] = []
    layer, length = 0, base
    while len(found) < count:
        length = max(1, min(length, count - len(found)))
        found += [Offset((i - (length - 1) / 2) * 0.98, 0.02 * layer, layer * STACK_STEP) for i in range(length)]
        layer, length = layer + 1, length - 1
    return found


def best_rows(count: int, width: float, height: float, room: tuple[float, float, float]) -> tuple[int, float]:
    """Number of rows and factor on the size (0..1) with which ``count`` things are largest.

    ``room``: free width, free depth of the ground and the most that a thing may be tall, in pixels.
    """
    wide, deep, ceiling = room
    best = (1, 0.0)
    for rows in range(1, min(MAX_ROWS, count) + 1):
        longest = max(row_lengths(count, rows))
        if rows == 1 and count in PITCHES:
            factor = min(1.0, wide / (((count - 1) * PITCHES[count] + 1) * width), ceiling / height)
            best = (1, factor)
            continue
        total = ((longest - 1 + (0.5 if rows > 1 else 0.0)) * GAP + 1 + (2 * LOOSE if count > 1 else 0.0)) * width
        factor = min(1.0, wide / total, ceiling / height)
        if rows > 1:
            factor = min(factor, deep / ((rows - 0.7) * ROW_STEP * height))
        if factor > best[1] * (1.06 if count > 3 else RANK):
            best = (rows, factor)
    return best
