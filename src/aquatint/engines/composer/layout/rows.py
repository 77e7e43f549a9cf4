"""Rows on the ground: groups of equal things side by side, in as many rows as make them largest."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.stage import Stage
from aquatint.engines.composer.scene import Item

COLUMN_GAP, GROUP_GAP = 1.16, 0.22
"""Distance of columns in widths of the thing; extra gap between groups in widths of the narrower one."""
ROW_OVERLAP = 0.25
"""Share of the narrower one that neighbours in different rows may overlap."""
ROW_STEP = 0.56
"""Distance of rows in heights of the thing: what stands behind shows its upper half."""
MAX_ROWS = 20
FAR_SCALE, NEAR_SCALE = 0.82, 1.06
"""Perspective within the ground band."""


@dataclass(frozen=True, slots=True)
class Group:
    """``count`` equal things: width and height of one in pixels before fitting."""

    item: Item
    count: int
    width: float
    height: float
    first: int = 0
    """Number of its first instance: a group may be split to let something stand between its halves."""
    extra: float = 0.0
    """Room to leave beside it for things that stand behind or before it, in widths."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one thing stands and how tall it is."""

    item: Item
    instance: int
    x: float
    y: float
    height: float


def columns(group: Group, rows: int) -> int:
    """How many columns a group takes when it may use ``rows`` rows."""
    return math.ceil(group.count / min(rows, group.count))


def _group_width(group: Group, rows: int) -> float:
    count = columns(group, rows)
    stagger = 0.5 if group.count > 1 and rows > 1 else 0.0
    return ((count - 1 + stagger) * COLUMN_GAP + 1 + group.extra) * group.width


def _gap(left: Group, right: Group, rows: int) -> float:
    """Room between two groups; single things in different rows may overlap a little."""
    both_single = left.count == right.count == 1
    return (-ROW_OVERLAP if rows > 1 and both_single else GROUP_GAP) * min(left.width, right.width)


def _total(groups: Sequence[Group], rows: int) -> float:
    widths = sum(_group_width(group, rows) for group in groups)
    return widths + sum(_gap(a, b, rows) for a, b in itertools.pairwise(groups))


def fit(groups: Sequence[Group], width: float, band: float, ceiling: float) -> tuple[int, float]:
    """Number of rows and factor on all sizes (0..1) with which the groups are largest.

    ``width`` and ``band`` are the free width and depth of the ground in pixels, ``ceiling`` the most that a thing
    may be tall.
    """
    tallest = max(group.height for group in groups)
    most = max(group.count for group in groups)
    best = (1, 0.0)
    several = max(most, len(groups) if len(groups) > 3 else 1)
    for rows in range(1, min(MAX_ROWS, several) + 1):
        factor = min(1.0, width / _total(groups, rows) * 0.97, ceiling / tallest)
        if rows > 1:
            factor = min(factor, band / ((rows - 1) * ROW_STEP * tallest))
        if factor > best[1] * 1.08:
            best = (rows, factor)
    return best


def scale_at(stage: Stage, y: float) -> float:
    """Perspective: the factor on sizes of things that stand at ``y``, 1 in the middle of the ground."""
    far, near = stage.ground
    part = min(1.0, max(0.0, (y - far) / max(1.0, near - far)))
    return FAR_SCALE + (NEAR_SCALE - FAR_SCALE) * part


def stand(
    groups: Sequence[Group],
    stage: Stage,
    *,
    centre: float,
    width: float,
    base: float,
    ceiling: float,
    chance: Chance,
) -> list[Spot]:
    """Places for all groups, from left to right about ``centre``, with the nearest row at the y of ``base``."""
    far = stage.ground[0]
    rows, factor = fit(groups, width, max(1.0, base - far), ceiling)
    tallest = max(group.height for group in groups) * factor
    step = min((base - far) / max(1, rows - 1), 0.8 * tallest) if rows > 1 else 0.0
    x = centre - _total(groups, rows) * factor / 2
    spots: list[Spot] = []
    for index, group in enumerate(groups):
        own = _group_width(group, rows) * factor
        spots += _cluster(group, x, own, rows, index, factor, (base, step), stage, chance)
        x += own + (_gap(group, groups[index + 1], rows) * factor if index + 1 < len(groups) else 0.0)
    return spots


def _cluster(
    group: Group, left: float, own: float, rows: int, index: int, factor: float,
    ground: tuple[float, float], stage: Stage, chance: Chance,
) -> list[Spot]:  # fmt: skip
    """One group in its share of the row: staggered, each a little off its grid place."""
    base, step = ground
    width, height = group.width * factor, group.height * factor
    count = columns(group, rows)
    used = min(rows, group.count)
    spots = []
    for instance in range(group.count):
        one = chance.fork(group.item.id, instance + group.first)
        row, column = instance // count, instance % count
        in_row = min(count, group.count - row * count)
        stagger = 0.5 if row % 2 else 0.0
        inset = (count - in_row) / 2
        grid = (column + inset + (stagger if used > 1 else 0.0)) * COLUMN_GAP * width
        x = left + grid + width / 2
        y = base - row * step
        if group.count == 1:
            x = left + own / 2
            y = base - (index % rows) * step
        elif group.count > 2 or rows > 1:
            x += one.uniform(-0.06, 0.06) * width
            y += one.uniform(-0.08, 0.04) * min(height, step or height * 0.5)
        if rows == 1 and group.count > 2:
            arc = (instance - (group.count - 1) / 2) / group.count
            y -= 0.1 * height * (1 - 4 * arc * arc) * 0.6
        spots.append(
            Spot(
                group.item, instance + group.first, x, y, height * one.vary(1.0, 0.03 if group.count > 1 else 0.0)
            )
        )
    return spots
