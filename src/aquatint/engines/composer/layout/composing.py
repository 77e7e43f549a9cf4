"""Composition: where blocks of things stand from side to side and in depth.

Many arrangements are drawn by lot, and the one that breaks no rule and pleases most is taken: nothing hides what
matters, things that belong together are together, the subject is where it should be, weights are balanced, and
not all stand on one line. If none is without fault, everything is made smaller.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.blocks import (
    EDGE,
    HEADROOM,
    Array,
    Block,
    Link,
    Table,
    middle_row,
    scales_at,
    y_at,
)
from aquatint.engines.composer.layout.judging import judge
from aquatint.engines.composer.layout.stage import Stage

LOTS = 288
"""Arrangements drawn at each size."""
SHRINK, SMALLEST = 0.93, 0.28
"""From one size to the next, and the last one."""
HELD_UP = 0.62
"""The subject shrinks with this power of the factor on the sizes of the others."""
MOST_FLATTENED = -0.8
"""Ratios to the hero's size are raised to no less than 1 and this power where things shrink."""
HEADROOM_UNDER_FLYERS = 0.2
"""Room above where something is to fly there, in heights of the picture."""
TASTE = 0.3
"""How strongly a seed prefers one order of two things to the other."""
FAULTLESS = 0.02
"""Breaches of rules up to this sum are none."""
DENSEST = 2.0
"""No arrangement holds more than so many widths of the picture side by side."""


class Composition(NamedTuple):
    """The chosen arrangement, by block: factors on sizes, x of the middles in pixels, depths 0..1."""

    factors: Sequence[float]
    x: Sequence[float]
    depth: Sequence[float]


def compose(
    blocks: Sequence[Block],
    links: Sequence[Link],
    subject: int,
    wish: float,
    stage: Stage,
    chance: Chance,
    headroom: float = HEADROOM,
) -> Composition:
    """Arrange the blocks; ``wish`` is where the middle of the subject likes to be, 0 left .. 1 right.

    ``headroom`` is the room above all, in heights of the picture.
    """
    table = Table(blocks, links, subject, wish, stage)
    table.headroom = headroom
    table.tastes = chance.fork("taste").array().normal(0, TASTE, (len(blocks), len(blocks)))
    factor = max(SMALLEST, min(1.0, DENSEST * stage.size.width / float(table.wide.sum())))
    best: tuple[float, Composition] | None = None
    while factor >= SMALLEST:
        factors = _shrunk(table, factor)
        x, depth = _lots(table, factors, chance.fork(round(factor * 1e4)))
        breach, cost = judge(table, factors, x, depth)
        at = int(np.argmin(20 * breach + cost))
        one = Composition([float(v) for v in factors], [float(v) for v in x[at]], [float(v) for v in depth[at]])
        if breach[at] <= FAULTLESS:
            return one
        if best is None or float(breach[at]) < best[0] * 0.98:
            best = (float(breach[at]), one)
        factor *= SHRINK
    assert best is not None
    return best[1]


def _shrunk(table: Table, factor: float) -> Array:
    """Factors on the sizes of all blocks: the heroes are held up, but never above what is larger than they are."""
    slow = factor**HELD_UP
    hero = float((table.side * table.prime).max(initial=0.0))
    if hero <= 0:
        return np.full(len(table.side), factor)
    times = np.maximum(1e-3, table.side / hero)
    top = float(times.max())
    # The larger of them, the more they shrink, so that the largest shrinks as all the others do.
    power = max(MOST_FLATTENED, np.log(factor / slow) / np.log(top)) if top > 1 else 0.0
    others = np.where(times > 1, slow * times**power, factor)
    return np.asarray(np.where(table.prime | table.far, slow, others))


def _line(links: Sequence[Link]) -> list[int]:
    """The blocks from left to right, where links say so of each one and the next."""
    right = {link.other: link.block for link in links if link.relation == "right of"}
    right |= {link.block: link.other for link in links if link.relation == "left of"}
    starts = set(right) - set(right.values())
    found = sorted(starts) if len(starts) == 1 else []
    while found and found[-1] in right and len(found) <= len(links):
        found.append(right[found[-1]])
    return found


def _lots(table: Table, factor: Array, chance: Chance) -> tuple[Array, Array]:
    """Arrangements (LOTS, blocks) by lot: in some order from left to right, at some distances."""
    random, count = chance.array(), len(table.blocks)
    width = table.stage.size.width
    low, high = (np.array([block.depth[i] for block in table.blocks]) for i in (0, 1))
    wish = np.array([block.wish for block in table.blocks])
    upright = max(0.0, table.stage.size.height / width - 1)
    loose = 0.3 if table.stage.from_above else min(0.36, 0.16 + 0.2 * upright + 0.12 * table.crowded)
    depth = np.clip(wish + random.normal(0, loose, (LOTS, count)), low, high)
    wide = table.wide * factor * scales_at(table.stage, middle_row(table, y_at(table, depth), factor))
    order = np.argsort(random.random((LOTS, count)), axis=1)
    if len(line := _line(table.links)) == count:
        order = np.tile(np.array(line), (LOTS, 1))
    sorted_wide = np.take_along_axis(wide, order, axis=1)
    # In an upright picture things stand behind each other rather than side by side.
    closest = -0.95 if table.stage.from_above else -min(0.95, 0.14 + 0.8 * upright + 0.3 * table.crowded)
    gaps = random.uniform(closest, 0.3, (LOTS, count)) * np.minimum(sorted_wide, np.roll(sorted_wide, 1, axis=1))
    gaps[:, 0] = 0.0
    right = np.cumsum(sorted_wide + gaps, axis=1)
    middles = right - sorted_wide / 2 - right[:, -1:] / 2
    x = np.empty_like(middles)
    np.put_along_axis(x, order, middles, axis=1)
    to_wish = table.wish * width - width / 2 - x[:, [table.subject]]
    x = x + width / 2 + random.random((LOTS, 1)) * to_wish
    anywhere = table.far & (random.random((LOTS, count)) < 0.7)
    x = np.where(anywhere, random.random((LOTS, count)) * width, x)
    for link in table.links:
        if link.relation == "amid":
            x[:, link.block] = x[:, link.other]
        elif link.relation == "under":
            aside = random.uniform(-0.4, 0.4, LOTS) * wide[:, link.other]
            x[:, link.block] = x[:, link.other] + aside
    edge = EDGE * table.short
    room = np.maximum(width / 2, wide / 2 + edge)
    return np.clip(x, np.minimum(wide / 2 + edge, room), np.maximum(width - wide / 2 - edge, width - room)), depth
