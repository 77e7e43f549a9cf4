"""Checklists: rows with a box before them."""

from __future__ import annotations

from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.documents.led import CHECKS, paint_list
from aquatint.engines.composer.graphics.documents.rows import groups_of
from aquatint.engines.composer.graphics.information.board import Board, board_layout


def _paint(board: Board) -> None:
    groups = groups_of(board.sheet.entries)
    if groups:
        paint_list(board, groups, CHECKS, "box", board.measure * 0.062)
    else:
        paint_empty(board)


paint = board_layout(_paint)
