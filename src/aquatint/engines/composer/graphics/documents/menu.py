"""Menus: sections in one to three columns, dishes with leaders and prices, in a frame or between rules."""

from __future__ import annotations

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import stroke
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.documents.foot import paint_pictures
from aquatint.engines.composer.graphics.documents.rows import (
    RowManner,
    column_height,
    columns_of,
    fit_rows,
    generous,
    groups_of,
    paint_column,
    stretched,
)
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.page import inset

HEADINGS = ("center", "center", "band")
WIDE = 1.9
"""Pages wider than this have their heading beside the dishes, and no frame."""
MANNER = RowManner(gap=0.95, head_gap=2.4, leaders=True)


def _paint(board: Board) -> None:
    groups = groups_of(board.sheet.entries)
    if not groups:
        paint_empty(board)
        return
    board = _framed(board)
    body = board.body
    count = max(1, min(len(groups), 3, round(body.width / max(body.height * 0.75, board.measure * 0.5))))
    gap = board.measure * 0.07
    best = max(range(1, count + 1), key=lambda n: _size(board, n, gap))
    size = _size(board, best, gap)
    width = (body.width - gap * (best - 1)) / best
    columns = columns_of(board, groups, best, width, size, MANNER)
    manner = stretched(board, columns, (width, body.height), size, MANNER)
    used = max(column_height(board, column, width, size, manner) for column in columns)
    down = paint_pictures(board, board.sheet.entries, used, closed=True)
    for index, column in enumerate(columns):
        x = body.x + index * (width + gap)
        paint_column(board, column, Box(x, body.y + down, width, body.height), size, manner)
        if index:
            line = stroke(board.theme.rule, 2 * board.unit)
            board.page.canvas.drawLine(x - gap / 2, body.y, x - gap / 2, body.y + body.height, line)


def _framed(board: Board) -> Board:
    """Two lines around the page, where no field of colour touches its edges; the board inside them."""
    page = board.page
    head = page.chance.fork("heading").choice(list(HEADINGS))
    if page.aspect > WIDE or page.scene.items or (page.scene.texts and head == "band"):
        return board
    inset_by = page.margin * 0.42
    for step, width in ((0.0, 5.0), (13.0, 1.8)):
        edge = inset(page.full, inset_by + step * board.unit)
        page.rectangle(edge, stroke(board.theme.accent, width * board.unit), 0.0)
    return board


def _size(board: Board, columns: int, gap: float) -> float:
    width = (board.body.width - gap * (columns - 1)) / columns
    groups = groups_of(board.sheet.entries)
    limit = generous(board, board.measure * 0.054, len(board.sheet.entries))
    return fit_rows(board, groups, (width, board.body.height), limit, MANNER, columns)


paint = board_layout(_paint, headings=HEADINGS)
