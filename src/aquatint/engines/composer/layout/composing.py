"""Composition: where blocks of things stand from side to side and in depth.

Many arrangements are drawn by lot, and the one that breaks no rule and pleases most is taken: nothing hides what
matters, things that belong together are together, the subject is where it should be, weights are balanced, and
not all stand on one line. If none is without fault, everything is made smaller.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.perspective import scales_at
from aquatint.engines.composer.layout.stage import Stage

Array = NDArray[np.float64]

LOTS = 288
"""Arrangements drawn at each size."""
SHRINK, SMALLEST = 0.93, 0.28
"""From one size to the next, and the last one."""
HELD_UP = 0.62
"""The subject shrinks with this power of the factor on the sizes of the others."""
HEADROOM_UNDER_FLYERS = 0.2
"""Room above where something is to fly there, in heights of the picture."""
TASTE = 0.3
"""How strongly a seed prefers one order of two things to the other."""
FAULTLESS = 0.02
"""Breaches of rules up to this sum are none."""
EDGE, HEADROOM = 0.03, 0.04
"""Room at the sides in shorter sides, and above in heights of the picture."""
MAY_HIDE, MAY_HIDE_FAR, MAY_HIDE_SUBJECT, MAY_HIDE_REAR = 0.17, 0.45, 0.05, 0.42
"""Shares that nearer things may hide: of others, of landmarks, of the subject, of what is said to be behind."""
MORE_IN_CROWDS = 0.14
"""How much more may be hidden where many things share a picture."""
LARGE_SHOWS = 0.12
"""How much more may be hidden of what is half again as large as what hides it."""
DENSEST = 2.0
"""No arrangement holds more than so many widths of the picture side by side."""
KISS = 0.012
"""Edges closer than this many shorter sides touch."""
FLAT_GAP = 0.025
"""Room between things seen from above, in shorter sides."""
APART_IN_DEPTH = 0.12
"""Things that are not linked stand at least so far apart in depth, in shares of the ground."""


@dataclass(frozen=True, slots=True)
class Block:
    """What is placed as one: a thing, or a group of equal things."""

    width: float
    """In pixels at the middle of the ground, room for its company included."""
    height: float
    """From the foot of the nearest one to the top of the farthest, in pixels."""
    depth: tuple[float, float]
    """Where it may stand: 0 the far edge of the ground, 1 the near one."""
    wish: float
    """Where it likes to stand in depth."""
    far: bool = False
    """Whether it is a landmark behind everything."""
    rear: bool = False
    """Whether it was said to be behind."""
    prime: bool = False
    """Whether it is the subject, or like it: it becomes smaller last."""
    many: bool = False
    """Whether it is a group, of which none is to be hidden."""
    foot: float = 0.0
    """Pixels by which the feet of its last row are higher up than those of its first."""


class Link(NamedTuple):
    """A block that stands to another one (or between two) as a relation says."""

    block: int
    relation: str
    other: int
    second: int = -1


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
    table = _Table(blocks, links, subject, wish, stage)
    table.headroom = headroom
    table.tastes = chance.fork("taste").array().normal(0, TASTE, (len(blocks), len(blocks)))
    factor = min(1.0, DENSEST * stage.size.width / float(table.wide.sum()))
    best: tuple[float, Composition] | None = None
    while factor >= SMALLEST:
        factors = np.where(table.prime, factor**HELD_UP, factor)
        x, depth = _lots(table, factors, chance.fork(round(factor * 1e4)))
        breach, cost = _judge(table, factors, x, depth)
        at = int(np.argmin(20 * breach + cost))
        one = Composition([float(v) for v in factors], [float(v) for v in x[at]], [float(v) for v in depth[at]])
        if breach[at] <= FAULTLESS:
            return one
        if best is None or float(breach[at]) < best[0] * 0.98:
            best = (float(breach[at]), one)
        factor *= SHRINK
    assert best is not None
    return best[1]


class _Table:
    """The blocks as columns of numbers."""

    def __init__(
        self, blocks: Sequence[Block], links: Sequence[Link], subject: int, wish: float, stage: Stage
    ) -> None:  # fmt: skip
        self.blocks, self.links, self.subject, self.wish, self.stage = blocks, links, subject, wish, stage
        self.wide = np.array([block.width for block in blocks])
        self.tall = np.array([block.height for block in blocks])
        self.foot = np.array([block.foot for block in blocks])
        self.far = np.array([block.far for block in blocks])
        self.may_show_less = [not block.many and index != subject for index, block in enumerate(blocks)]
        self.prime = np.array([block.prime for block in blocks])
        self.short = 1000 * stage.unit
        self.headroom = HEADROOM
        self.crowded = min(1.0, max(0.0, (len(blocks) - 3) / 5))
        """0 for few blocks .. 1 for many, which may hide more of each other."""
        self.tastes: Array = np.zeros((len(blocks), len(blocks)))
        """How much each block dislikes to be left of each other one: other seeds have other tastes."""
        self.amid = {frozenset((link.block, link.other)) for link in links if link.relation == "amid"}
        self.linked = {frozenset(pair) for link in links for pair in _pairs(link)}


def _pairs(link: Link) -> list[tuple[int, int]]:
    return [(link.block, other) for other in (link.other, link.second) if other >= 0]


def _lots(table: _Table, factor: Array, chance: Chance) -> tuple[Array, Array]:
    """Arrangements (LOTS, blocks) by lot: in some order from left to right, at some distances."""
    random, count = chance.array(), len(table.blocks)
    width = table.stage.size.width
    low, high = (np.array([block.depth[i] for block in table.blocks]) for i in (0, 1))
    wish = np.array([block.wish for block in table.blocks])
    upright = max(0.0, table.stage.size.height / width - 1)
    loose = 0.3 if table.stage.from_above else min(0.36, 0.16 + 0.2 * upright + 0.12 * table.crowded)
    depth = np.clip(wish + random.normal(0, loose, (LOTS, count)), low, high)
    wide = table.wide * factor * scales_at(table.stage, _middle(table, _y(table, depth), factor))
    order = np.argsort(random.random((LOTS, count)), axis=1)
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
    edge = EDGE * table.short
    room = np.maximum(width / 2, wide / 2 + edge)
    return np.clip(x, np.minimum(wide / 2 + edge, room), np.maximum(width - wide / 2 - edge, width - room)), depth


def _y(table: _Table, depth: Array) -> Array:
    far, near = table.stage.ground
    return np.asarray(far + (near - far) * depth)


def _middle(table: _Table, y: Array, factor: Array) -> Array:
    """The y of the middle row of blocks that stand at ``y``: it decides how large they are on the whole."""
    return np.asarray(y - 0.5 * factor * table.foot)


def _judge(table: _Table, factor: Array, x: Array, depth: Array) -> tuple[Array, Array]:
    """For each arrangement: how far it breaks rules (0 is not at all), and what it lacks in beauty."""
    y = _y(table, depth)
    scale = factor * scales_at(table.stage, _middle(table, y, factor))
    wide, tall = table.wide * scale, table.tall * scale
    size, short = table.stage.size, table.short
    out = np.maximum(0, EDGE * short - (x - wide / 2)) + np.maximum(0, x + wide / 2 - size.width + EDGE * short)
    over = np.maximum(0, table.headroom * size.height - (y - tall))
    breach = (out.sum(axis=1) + 2 * over.sum(axis=1)) / short
    cost = _frame(table, x, y, wide, tall, depth)
    for i, j in itertools.combinations(range(len(table.blocks)), 2):
        if frozenset((i, j)) in table.amid:
            continue
        more_breach, more_cost = _pair(table, i, j, x, y, wide, tall, depth)
        breach, cost = breach + more_breach, cost + more_cost
    for link in table.links:
        more_breach, more_cost = _link(table, link, x, wide, depth)
        breach, cost = breach + more_breach, cost + more_cost
    return breach, cost


def _frame(table: _Table, x: Array, y: Array, wide: Array, tall: Array, depth: Array) -> Array:
    """The subject where it should be, weights in balance, the width of the picture used."""
    width = table.stage.size.width
    count = len(table.blocks)
    cost = 0.8 * np.abs(x[:, table.subject] - table.wish * width) / width
    weight = wide * tall
    middle = (weight * x).sum(axis=1) / weight.sum(axis=1)
    cost = cost + 1.1 * np.maximum(0, np.abs(middle - width / 2) / width - 0.06)
    wish = np.array([block.wish for block in table.blocks])
    cost = cost + 0.35 * np.abs(depth - wish).mean(axis=1)
    if table.stage.from_above:
        level = (weight * (y - tall / 2)).sum(axis=1) / weight.sum(axis=1)
        cost = cost + 1.2 * np.abs(level / table.stage.size.height - 0.5)
    if count > 1:
        extent = (x + wide / 2).max(axis=1) - (x - wide / 2).min(axis=1)
        wanted = min(0.86, 0.4 + 0.13 * count) * width
        oblong = max(0.0, width / table.stage.size.height - 1.3)
        cost = cost + (0.3 + 0.5 * oblong) * np.abs(extent - wanted) / width
    return np.asarray(cost)


def _pair(
    table: _Table, i: int, j: int, x: Array, y: Array, wide: Array, tall: Array, depth: Array
) -> tuple[Array, Array]:
    """What two blocks do to each other."""
    short = table.short
    across = np.minimum(x[:, i] + wide[:, i] / 2, x[:, j] + wide[:, j] / 2) - np.maximum(
        x[:, i] - wide[:, i] / 2, x[:, j] - wide[:, j] / 2
    )
    along = np.minimum(y[:, i], y[:, j]) - np.maximum(y[:, i] - tall[:, i], y[:, j] - tall[:, j])
    shared = np.maximum(0, across) * np.maximum(0, along)
    nearer_i = depth[:, i] >= depth[:, j]
    hidden = shared / np.where(nearer_i, wide[:, j] * tall[:, j], wide[:, i] * tall[:, i])
    allowed = np.where(nearer_i, _may_hide(table, j), _may_hide(table, i))
    if not table.stage.from_above:
        # Of something large a smaller thing may hide more.
        times = np.where(nearer_i, 1.0, -1.0) * np.log((wide[:, j] * tall[:, j]) / (wide[:, i] * tall[:, i]))
        free = table.may_show_less[j] * nearer_i + table.may_show_less[i] * ~nearer_i
        allowed = allowed + LARGE_SHOWS * (times > 0.4) * free
    excess = np.maximum(0, hidden - allowed)
    # Where nothing stands before the other, their feet may not share the ground.
    gap = np.maximum(-across, -along) / short
    cramped = np.maximum(0, FLAT_GAP - gap) if table.stage.from_above else 0.0
    clash = np.where(np.abs(y[:, i] - y[:, j]) < 0.035 * short, np.maximum(0, across), 0.0)
    clash = clash / np.minimum(wide[:, i], wide[:, j])
    cost = (
        table.tastes[i, j] * (x[:, i] < x[:, j])
        + 0.6 * hidden
        + 0.12 * ((np.abs(across) < KISS * short) & (along > 0))
    )
    if frozenset((i, j)) not in table.linked and not (table.far[i] or table.far[j]):
        cost = cost + 1.2 * np.maximum(0, APART_IN_DEPTH - np.abs(depth[:, i] - depth[:, j]))
    big_before = np.where(tall[:, i] > tall[:, j], depth[:, i] - depth[:, j], depth[:, j] - depth[:, i])
    cost = cost + 0.12 * np.maximum(0, big_before)
    return np.asarray(2 * excess + cramped + np.maximum(0, clash - 0.02)), np.asarray(cost)


def _may_hide(table: _Table, index: int) -> float:
    block = table.blocks[index]
    if table.stage.from_above:
        return 0.0
    if block.far:
        return MAY_HIDE_FAR
    if block.rear:
        return MAY_HIDE_REAR
    if block.many:
        return 0.0
    return (MAY_HIDE_SUBJECT if index == table.subject else MAY_HIDE) + MORE_IN_CROWDS * table.crowded


def _link(table: _Table, link: Link, x: Array, wide: Array, depth: Array) -> tuple[Array, Array]:
    """How far a link is from being true, and how well it is shown."""
    short, own, other = table.short, link.block, link.other
    gap = np.abs(x[:, own] - x[:, other]) - (wide[:, own] + wide[:, other]) / 2
    narrow = np.minimum(wide[:, own], wide[:, other])
    level = np.abs(depth[:, own] - depth[:, other])
    if link.relation == "behind":
        step = depth[:, other] - depth[:, own]
        seen = np.maximum(0, 0.12 + gap / narrow)
        return np.maximum(0, 0.14 - step), 0.5 * seen + np.maximum(0, gap) / short
    if link.relation == "amid":
        off = np.abs(x[:, own] - x[:, other]) / short
        ahead = np.maximum(0, depth[:, other] + 0.04 - depth[:, own])
        return np.maximum(0, off - 0.02) + np.maximum(0, level - 0.3), 2 * off + level + 2 * ahead
    if link.relation == "between":
        return _between(link, x, wide, depth, short)
    breach = np.zeros(len(x))
    if link.relation in ("left of", "right of"):
        way = x[:, own] - x[:, other] if link.relation == "left of" else x[:, other] - x[:, own]
        breach = np.maximum(0, way + (wide[:, own] + wide[:, other]) / 2 - 0.06 * narrow) / short
    wanted = (0.3 if link.relation == "facing" else 0.14) * narrow
    breach = breach + np.maximum(0, -gap - 0.1 * narrow) / short
    return breach, 1.6 * np.abs(gap - wanted) / short + 0.6 * level


def _between(link: Link, x: Array, wide: Array, depth: Array, short: float) -> tuple[Array, Array]:
    """The block in the middle of two others."""
    own, first, second = link.block, link.other, link.second
    if second < 0:
        return np.zeros(len(x)), np.zeros(len(x))
    left = np.where(x[:, first] < x[:, second], first, second)
    right = np.where(x[:, first] < x[:, second], second, first)
    rows = np.arange(len(x))
    left_gap = x[:, own] - wide[:, own] / 2 - x[rows, left] - wide[rows, left] / 2
    right_gap = x[rows, right] - wide[rows, right] / 2 - x[:, own] - wide[:, own] / 2
    breach = (np.maximum(0, -left_gap) + np.maximum(0, -right_gap)) / short
    wanted = 0.12 * wide[:, own]
    uneven = np.abs(left_gap - wanted) + np.abs(right_gap - wanted)
    level = np.abs(depth[:, own] - depth[:, first]) + np.abs(depth[:, own] - depth[:, second])
    return breach, 1.2 * uneven / short + 0.4 * level
