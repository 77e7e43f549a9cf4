"""How good an arrangement of blocks is: what it breaks, and what it lacks in beauty.

All functions judge many arrangements at once: rows are arrangements, columns are blocks.
"""

from __future__ import annotations

import itertools

import numpy as np

from aquatint.engines.composer.layout.blocks import EDGE, Array, Link, Table, middle_row, scales_at, y_at

MAY_HIDE, MAY_HIDE_FAR, MAY_HIDE_SUBJECT, MAY_HIDE_REAR = 0.17, 0.45, 0.05, 0.42
"""Shares that nearer things may hide: of others, of landmarks, of the subject, of what is said to be behind."""
MORE_IN_CROWDS = 0.14
"""How much more may be hidden where many things share a picture."""
LARGE_SHOWS = 0.12
"""How much more may be hidden of what is half again as large as what hides it."""
EMPTY_MIDDLE = 2.0
"""What it costs when nothing is near the middle of the picture, for each of its widths."""
KISS = 0.012
"""Edges closer than this many shorter sides touch."""
FLAT_GAP = 0.025
"""Room between things seen from above, in shorter sides."""
CHIN, AT_SIDE = 0.6, 0.06
"""Height of the chin in heights of a living being; what is no nearer to its middle than its edge hides no face."""
SHELTERED = (0.07, 0.5)
"""How much nearer than a tree those stand who are under it, in shares of the ground."""
MAY_HIDE_MANY = 0.1
"""The same of a group that the picture is not of: each of them is seen."""
MAY_HIDE_GRAND = 0.3
"""Share of a landmark that nearer things may hide where the picture is of it."""
APART_IN_DEPTH = 0.12
"""Things that are not linked stand at least so far apart in depth, in shares of the ground."""


def judge(table: Table, factor: Array, x: Array, depth: Array) -> tuple[Array, Array]:
    """For each arrangement: how far it breaks rules (0 is not at all), and what it lacks in beauty."""
    y = y_at(table, depth)
    scale = factor * scales_at(table.stage, middle_row(table, y, factor))
    wide, tall = table.wide * scale, table.tall * scale
    size, short = table.stage.size, table.short
    out = np.maximum(0, EDGE * short - (x - wide / 2)) + np.maximum(0, x + wide / 2 - size.width + EDGE * short)
    over = np.maximum(0, table.headroom * size.height - (y - tall))
    breach = (out.sum(axis=1) + 2 * over.sum(axis=1)) / short + _disorder(
        table, factor * scales_at(table.stage, y), scale
    )
    cost = _frame(table, x, y, wide, tall, depth)
    for i, j in itertools.combinations(range(len(table.blocks)), 2):
        if frozenset((i, j)) in table.together:
            continue
        more_breach, more_cost = _pair(table, i, j, x, y, wide, tall, depth)
        breach, cost = breach + more_breach, cost + more_cost
    for link in table.links:
        more_breach, more_cost = _link(table, link, x, wide, depth)
        breach, cost = breach + more_breach, cost + more_cost
    return breach, cost


def _disorder(table: Table, front: Array, middle: Array) -> Array:
    """How far things that are smaller than others look larger, because they stand nearer; landmarks left out.

    ``front`` and ``middle`` are the factors on the sizes of the nearest and of the middle row of each block.
    """
    smaller, larger = table.ordered
    if not len(smaller):
        return np.zeros(len(front))
    nearest, usual = table.side * front, table.side * middle
    excess: Array = np.maximum(0, nearest[:, smaller] / usual[:, larger] - 1).sum(axis=1)
    return excess


def _frame(table: Table, x: Array, y: Array, wide: Array, tall: Array, depth: Array) -> Array:
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
        nearest = np.maximum(0, np.abs(x - width / 2) - wide / 2).min(axis=1)
        cost = cost + EMPTY_MIDDLE * np.maximum(0, nearest / width - 0.06)
    return np.asarray(cost)


def _pair(
    table: Table, i: int, j: int, x: Array, y: Array, wide: Array, tall: Array, depth: Array
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
    if table.living[i] or table.living[j]:
        nearer = nearer_i.astype(np.float64)
        excess = excess + _faces(table, i, j, nearer, y, tall, np.maximum(0, across) / wide[:, [i, j]].T)
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


def _faces(table: Table, i: int, j: int, nearer: Array, y: Array, tall: Array, share: Array) -> Array:
    """How much of the faces of two blocks the nearer one hides: shares of their upper part."""
    hidden = np.zeros(len(y))
    for near, back, part, is_near in ((i, j, share[1], nearer), (j, i, share[0], 1 - nearer)):
        if table.living[back]:
            below_face = y[:, back] - CHIN * tall[:, back]
            reach = np.clip((below_face - (y[:, near] - tall[:, near])) / ((1 - CHIN) * tall[:, back]), 0, 1)
            hidden += is_near * reach * np.maximum(0, part - AT_SIDE)
    return np.asarray(0.5 * hidden)


def _may_hide(table: Table, index: int) -> float:
    block = table.blocks[index]
    if table.stage.from_above:
        return 0.0
    if block.far:
        return MAY_HIDE_GRAND if index == table.subject else MAY_HIDE_FAR
    if block.rear:
        return MAY_HIDE_REAR
    if block.many:
        return 0.0 if block.prime else MAY_HIDE_MANY
    return (MAY_HIDE_SUBJECT if index == table.subject else MAY_HIDE) + MORE_IN_CROWDS * table.crowded


def _link(table: Table, link: Link, x: Array, wide: Array, depth: Array) -> tuple[Array, Array]:
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
    if link.relation == "under":
        off = np.abs(x[:, own] - x[:, other])
        beyond = np.maximum(0, off - np.maximum(0.1 * wide[:, other], 0.5 * (wide[:, other] - wide[:, own])))
        ahead = depth[:, own] - depth[:, other]
        away = np.maximum(0, SHELTERED[0] - ahead) + np.maximum(0, ahead - SHELTERED[1])
        return beyond / short + away, 0.5 * off / short + 0.5 * np.maximum(0, ahead - 0.2)
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
