"""Résumés: the name large, short sections on a panel at the side, those with dates beside it."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.graphics.documents.led import fill_body
from aquatint.engines.composer.graphics.documents.rows import (
    Group,
    RowManner,
    fit_rows,
    generous,
    groups_of,
    paint_column,
    stretched,
)
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.page import inset, left

PLAIN = RowManner(gap=0.95, head_gap=2.6)
LARGEST = 0.044
"""Type size in measures, where there is much to tell."""
NARROW = 0.62
"""Bodies narrower than this (in measures) have all sections below each other."""
BARE = 4
"""Sections of a bare page."""
SIDE = 0.36
"""Share of the width for the panel."""


def _paint(board: Board) -> None:
    groups = groups_of(board.sheet.entries)
    if not groups:
        _paint_bare(board)
        return
    short = [group for group in groups if not any(entry.mark or entry.detail for entry in group.entries)]
    long = [group for group in groups if group not in short]
    limit = generous(board, board.measure * LARGEST, len(board.sheet.entries))
    if not short or not long or board.body.width < board.measure * NARROW:
        fill_body(board, groups, PLAIN, "none", limit, "open")
        return
    _paint_both(board, short, long, limit)


def _paint_bare(board: Board) -> None:
    """Bars where words would stand."""
    body, theme = board.body, board.theme
    step = body.height / (BARE * 5)
    for section in range(BARE):
        y = body.y + section * 5 * step
        for row, share in enumerate((0.34, 0.96, 0.88, 0.62)):
            bar = Box(body.x, y + row * step, body.width * share, step * (0.5 if row == 0 else 0.28))
            board.page.rectangle(bar, fill(theme.band if row == 0 else theme.rule), bar.height / 2)


def _paint_both(board: Board, short: Sequence[Group], long: Sequence[Group], limit: float) -> None:
    """The panel with what has no dates, and the rest at its right."""
    panel, main = left(board.body, SIDE, board.measure * 0.06)
    pad = min(board.measure * 0.045, panel.width * 0.12)
    side = inset(panel, pad)
    main = inset(main, 0.0, pad)
    board.page.rectangle(panel, fill(board.theme.panel), board.measure * 0.016)
    for groups, room in ((short, side), (long, main)):
        size = fit_rows(board, groups, (room.width, room.height), limit, PLAIN)
        manner = stretched(board, [groups], (room.width, room.height), size, PLAIN)
        paint_column(board, groups, room, size, manner)


paint = board_layout(_paint, headings=("band", "band", "rule", "left"))
