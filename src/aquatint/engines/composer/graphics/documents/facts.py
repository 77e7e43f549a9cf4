"""Fact sheets: cards in a grid, each with a picture or its number."""

from __future__ import annotations

import math

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.entries import fit_entries, paint_entry
from aquatint.engines.composer.graphics.information.words import set_line
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.scene import Entry


def _paint(board: Board) -> None:
    """Cards in a grid, each with a picture or its number."""
    entries = board.sheet.entries
    if not entries:
        paint_empty(board)
        return
    body, count, gap = board.body, len(entries), board.measure * 0.035
    columns = max(range(1, count + 1), key=lambda n: _fitness(n, count, body))
    rows = math.ceil(count / columns)
    width, height = (body.width - gap * (columns - 1)) / columns, (body.height - gap * (rows - 1)) / rows
    pad = min(width, height) * 0.1
    beside = width > height * 1.15
    lead = min(height - 2 * pad, width * 0.26) if beside else min(width - 2 * pad, height * 0.36)
    room = (
        width - 2 * pad - (lead + pad if beside else 0),
        height - 2 * pad - (0 if beside else lead + pad * 0.7),
    )
    size = fit_entries(board, entries, [room] * count, board.measure * 0.075)
    for index, entry in enumerate(entries):
        row, column = divmod(index, columns)
        short_row = count - row * columns < columns
        shift = (columns - (count - row * columns)) * (width + gap) / 2 if short_row else 0.0
        x, y = body.x + column * (width + gap) + shift, body.y + row * (height + gap)
        board.page.rectangle(Box(x, y, width, height), fill(board.theme.panel), board.measure * 0.02)
        _paint_fact_lead(board, entry, Box(x + pad, y + pad, lead, lead), index, beside=beside)
        box = Box(x + pad + (lead + pad if beside else 0), y + pad + (0 if beside else lead + pad * 0.7), *room)
        paint_entry(board, entry, box, size, stand=0.5 if beside else 0.0)


def _paint_fact_lead(board: Board, entry: Entry, box: Box, index: int, *, beside: bool) -> None:
    """The entry's picture on a disc, or its number; a bare disc where only others have pictures."""
    theme, side = board.theme, min(box.width, board.measure * 0.28)
    y = box.y + (box.height - side) / 2 if beside else box.y
    tone = apart(theme.tone(index), theme.panel, 2.0)
    field = theme.pale(tone, 0.24)
    x, middle = box.x + side / 2, y + side / 2
    board.page.circle(x, middle, side / 2, fill(field))
    inner = Box(x - side * 0.34, middle - side * 0.34, side * 0.68, side * 0.68)
    if board.picture(entry.art, inner, f"{index}"):
        return
    if any(each.art for each in board.sheet.entries):
        board.page.circle(x, middle, side * 0.14, fill(tone))
        return
    ink = apart(theme.word_tone(tone), field, 4.7)
    set_line(board.page, str(index + 1), board.voice.title, side * 0.42, (x, middle), ink, "center")


def _fitness(columns: int, count: int, body: Box) -> float:
    rows = math.ceil(count / columns)
    aspect = (body.width / columns) / (body.height / rows)
    wanted = min(abs(math.log(aspect / 1.0)), abs(math.log(aspect / 2.6)))
    return -wanted - 0.1 * (rows * columns - count)


paint = board_layout(_paint)
