"""Agendas: times in a column, what happens beside them, on plates or between hairlines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.documents.led import NUMBERS, paint_list
from aquatint.engines.composer.graphics.documents.rows import groups_of
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.entries import fit_entries, paint_entry
from aquatint.engines.composer.graphics.information.words import set_words, shared_size, width_of
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.scene import Entry

LARGEST = 0.1
"""Type size in measures."""
TALLEST = 0.42
"""Height of a row in measures; a few rows are no taller than that."""

GAP = 0.05
"""Between columns, in measures."""


class Grid(NamedTuple):
    """How an agenda is laid out, in pixels."""

    columns: int
    width: float
    slot: float
    """Height of a row."""
    pad: float
    side: float
    """Of a picture at the end of a row."""
    size: float
    """Of type."""
    marked: float
    """Width of the times."""


def _paint(board: Board) -> None:
    entries = board.sheet.entries
    if not entries:
        paint_empty(board)
    elif any(entry.mark for entry in entries):
        _paint_times(board, entries)
    else:
        paint_list(board, groups_of(entries), NUMBERS, "number", board.measure * 0.055)


def _paint_times(board: Board, entries: Sequence[Entry]) -> None:
    body, count = board.body, len(entries)
    cards = board.chance.fork("agenda").choice([True, True, False])
    options = [_grid(board, entries, columns, cards=cards) for columns in ((1, 2) if count > 3 else (1,))]
    grid = max(options, key=lambda each: (each.size, -each.columns))
    rows, width, slot, gap = math.ceil(count / grid.columns), grid.width, grid.slot, board.measure * GAP
    pad, side, size, marked = grid.pad, grid.side, grid.size, grid.marked
    top = body.y + (body.height - slot * rows) * 0.4
    for index, entry in enumerate(entries):
        column, row = divmod(index, rows)
        box = Box(body.x + column * (width + gap), top + row * slot, width, slot)
        if cards:
            _paint_card(board, box, index)
        elif row:
            line = stroke(board.theme.rule, 2.6 * board.unit)
            board.page.canvas.drawLine(box.x, box.y, box.x + width, box.y, line)
        time = Box(box.x + pad, box.y, marked, slot)
        set_words(
            board.page, entry.mark, board.voice.counting.strong, size, time, board.theme.accent_ink, align="left"
        )
        words = Box(box.x + pad + marked, box.y, width - 2 * pad - marked - side, slot)
        paint_entry(board, entry, words, size, stand=0.5, marks=False)
        picture = Box(box.x + width - side - pad, box.y + (slot - side) / 2, side, side)
        board.picture(entry.art, picture, f"{index}")


def _grid(board: Board, entries: Sequence[Entry], columns: int, *, cards: bool) -> Grid:
    """The grid of so many columns."""
    body, rows = board.body, math.ceil(len(entries) / columns)
    width = (body.width - board.measure * GAP * (columns - 1)) / columns
    slot = min(body.height / rows, board.measure * TALLEST)
    pad = min(board.measure * 0.035, slot * 0.2) if cards else 0.0
    side = min(slot * 0.62, width * 0.2) if any(entry.art for entry in entries) else 0.0
    size, marked = _sizes(board, entries, (width - 2 * pad - side, slot))
    return Grid(columns, width, slot, pad, side, size, marked)


def _sizes(board: Board, entries: Sequence[Entry], room: tuple[float, float]) -> tuple[float, float]:
    """The type size of times and words, and the width of the column of times."""
    width, slot = room
    limit = min(board.measure * LARGEST, slot * 0.36)
    marks = [(entry.mark, (width * 0.34, slot * 0.72)) for entry in entries]
    face = board.voice.counting.strong
    size = shared_size(marks, face, limit, lines=1)
    while True:
        marked = max(width_of(entry.mark, face, size) for entry in entries) + size * 0.9
        fitting = fit_entries(board, entries, [(width - marked, slot * 0.74)] * len(entries), size, marks=False)
        if fitting > size * 0.97:
            return fitting, marked
        size = max(fitting, size * 0.8)


def _paint_card(board: Board, box: Box, index: int) -> None:
    gap = board.measure * 0.009
    card = Box(box.x, box.y + gap, box.width, box.height - 2 * gap)
    board.page.rectangle(card, fill(board.theme.panel), board.measure * 0.014)
    bar = card._replace(width=board.measure * 0.011)
    board.page.rectangle(bar, fill(apart(board.theme.tone(index), board.theme.panel, 1.9)))


paint = board_layout(_paint)
