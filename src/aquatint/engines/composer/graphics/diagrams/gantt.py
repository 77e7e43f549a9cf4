"""Gantt charts: tasks under each other, their spans as bars along a row of units of time."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.words import set_words, shared_size
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.scene import Entry

NAMES = 0.26
"""Width of the column of tasks, as a share of the room."""
THICK = 0.56
"""Height of a bar, in heights of its row."""
TALLEST = 0.24
"""Of a row, in measures."""


def _paint(board: Board) -> None:
    sheet, body = board.sheet, board.body
    entries = [entry for entry in sheet.entries if entry.at is not None]
    if not entries or not sheet.rows:
        paint_empty(board)
        return
    row = min(body.height / (len(entries) + 0.8), board.measure * TALLEST)
    head = row * 0.7
    names = body.width * NAMES
    area = Box(body.x + names, body.y + head, body.width - names, row * len(entries))
    _paint_units(board, sheet.rows[0], area, head)
    words = [(entry.label, (names * 0.92, row * 0.86)) for entry in entries]
    size = shared_size(words, board.voice.strong, board.measure * 0.042, lines=2)
    for index, entry in enumerate(entries):
        place = Box(body.x, area.y + index * row, names * 0.92, row)
        set_words(board.page, entry.label, board.voice.strong, size, place, board.theme.ink, align="left")
        _paint_bar(board, entry, area._replace(y=area.y + index * row, height=row), index)


def _paint_units(board: Board, names: Sequence[str], area: Box, head: float) -> None:
    """The head of each column, and a hairline before it."""
    width = area.width / len(names)
    size = shared_size(
        [(n, (width * 0.9, head * 0.7)) for n in names], board.voice.text, board.measure * 0.034, lines=1
    )
    hair = stroke(board.theme.rule, max(1.0, 1.6 * board.unit))
    for index, name in enumerate(names):
        x = area.x + index * width
        set_words(board.page, name, board.voice.text, size, Box(x, area.y - head, width, head), board.theme.muted)
        board.page.canvas.drawLine(x, area.y, x, area.y + area.height, hair)
    right = area.x + area.width
    board.page.canvas.drawLine(right, area.y, right, area.y + area.height, hair)
    board.page.canvas.drawLine(area.x, area.y, right, area.y, hair)


def _paint_bar(board: Board, entry: Entry, row: Box, index: int) -> None:
    """A span, with its own words in it where they fit."""
    start, end = entry.at or (0.0, 1.0)
    height = row.height * THICK
    bar = Box(row.x + start * row.width, row.y + (row.height - height) / 2, (end - start) * row.width, height)
    tone = apart(board.theme.tone(index), board.theme.ground, 1.6)
    board.page.rectangle(bar, fill(tone), min(height * 0.3, bar.width * 0.3))
    face, size = board.voice.text, min(height * 0.44, board.measure * 0.03)
    size = shared_size([(entry.mark, (bar.width * 0.9, height))], face, size, lines=1)
    set_words(board.page, entry.mark, face, size, bar, board.theme.on(tone))


paint = board_layout(_paint)
