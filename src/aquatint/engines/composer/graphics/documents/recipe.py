"""Recipes: ingredients on a panel, numbered steps beside or below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.documents.led import BULLETS, NUMBERS, Lead, paint_led, paint_list
from aquatint.engines.composer.graphics.documents.rows import (
    Group,
    column_height,
    fit_rows,
    group_height,
    groups_of,
    stretched,
)
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.page import inset

_STEPS = re.compile(
    r"^(?:steps?|method|instructions?|directions?|preparation|procedure|how to\b.*|what to do)$", re.IGNORECASE
)
LARGEST, PAD = 0.075, 0.042
"""Type size, and the panel's inner border, in measures."""
SHARES = (0.4, 0.46, 0.52, 0.34)
"""Shares of the width that the panel may have beside the steps."""
NARROW = 0.7
"""Bodies narrower than this (in measures) have the steps below the panel."""


def _is_steps(group: Group) -> bool:
    return group.head is not None and _STEPS.match(group.head.label) is not None


def _paint(board: Board) -> None:
    groups = groups_of(board.sheet.entries)
    if not groups:
        paint_empty(board)
    elif len(groups) == 1:
        numbered = _is_steps(groups[0])
        manner, lead = (NUMBERS, "number") if numbered else (BULLETS, "bullet")
        paint_list(board, groups, manner, lead, board.measure * 0.055)  # type: ignore[arg-type]
    else:
        _paint_both(board, groups[0], groups[1:])


def _paint_both(board: Board, first: Group, rest: Sequence[Group]) -> None:
    """The first section on its panel, the others beside it or below it: as sets the words larger."""
    limit = board.measure * LARGEST
    options = [_below(board, first, rest, limit)]
    if board.body.width >= board.measure * NARROW:
        options += [_beside(board, share) for share in SHARES]
    left, right = max(options, key=lambda rooms: _size(board, first, rest, rooms, limit))
    size, inner = _size(board, first, rest, (left, right), limit), inset(left, board.measure * PAD)
    board.page.rectangle(left, fill(board.theme.panel), board.measure * 0.02)
    own = stretched(board, [[first]], (inner.width, inner.height), size, BULLETS)
    paint_led(board, [first], inner, size, own, "bullet")
    numbers = stretched(board, [rest], (right.width, right.height), size, NUMBERS)
    spare = right.height - column_height(board, rest, right.width, size, numbers)
    y = right.y + max(0.0, spare) * 0.25
    for group in rest:
        steps = _is_steps(group)
        lead: Lead = "number" if steps else "bullet"
        manner = numbers if steps else replace(numbers, lead=BULLETS.lead)
        height = group_height(board, group, right.width, size, manner)
        paint_led(board, [group], right._replace(y=y, height=height), size, manner, lead)
        y += height + numbers.head_gap * size


def _size(board: Board, first: Group, rest: Sequence[Group], rooms: tuple[Box, Box], limit: float) -> float:
    """The type size at which both parts fit their rooms."""
    inner, right = inset(rooms[0], board.measure * PAD), rooms[1]
    return min(
        fit_rows(board, [first], (inner.width, inner.height), limit, BULLETS),
        fit_rows(board, rest, (right.width, right.height), limit, NUMBERS),
    )


def _beside(board: Board, share: float) -> tuple[Box, Box]:
    """The panel with a share of the width, and the room of the steps at its right."""
    body, gap, pad = board.body, board.measure * 0.05, board.measure * 0.03
    left = Box(body.x, body.y, (body.width - gap) * share, body.height)
    x = body.x + left.width + gap
    return left, Box(x, body.y + pad, body.x + body.width - x, body.height - 2 * pad)


def _below(board: Board, first: Group, rest: Sequence[Group], limit: float) -> tuple[Box, Box]:
    """The panel, and the room of the steps under it."""
    body, gap = board.body, board.measure * 0.05
    weight = _weight(board, first, rest, body.width, limit * 0.7)
    left = Box(body.x, body.y, body.width, (body.height - gap) * weight)
    top = body.y + left.height + gap
    return left, Box(body.x, top, body.width, body.y + body.height - top)


def _weight(board: Board, first: Group, rest: Sequence[Group], width: float, size: float) -> float:
    """The first section's share of the height."""
    own = group_height(board, first, width, size, BULLETS) + size * 3
    others = sum(group_height(board, group, width, size, NUMBERS) + size * 2 for group in rest)
    return min(0.62, max(0.25, own / (own + others)))


paint = board_layout(_paint)
