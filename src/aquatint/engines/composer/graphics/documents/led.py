"""Lists whose rows have a box, a number or a bullet before them, in as many columns as their words need."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.graphics.documents.rows import (
    PAD,
    PLATE,
    Group,
    RowManner,
    column_height,
    columns_of,
    fit_rows,
    generous,
    paint_column,
    paint_pictures,
    stretched,
)
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.information.words import set_line

Lead = Literal["box", "number", "bullet"]
CHECKS = RowManner(lead=1.9, gap=1.1, head_gap=2.2)
NUMBERS = RowManner(lead=2.1, gap=1.1, head_gap=2.2)
BULLETS = RowManner(lead=1.4, gap=1.0, head_gap=2.2)
WIDEST = 0.12
"""Largest type size in widths of the body."""
PLATED = 8
"""Rows up to which a list may stand on plates."""


def paint_led(
    board: Board, column: Sequence[Group], box: Box, size: float, manner: RowManner, lead: Lead, *, first: int = 0
) -> None:
    """A column whose rows have something before them; numbers begin after ``first``."""
    paint_column(
        board,
        column,
        box,
        size,
        manner,
        lead=lambda row, at: _paint_lead(board, lead, row, size, first + at),
    )


def _paint_lead(board: Board, lead: Lead, row: Box, size: float, index: int) -> None:
    theme, x, middle = board.theme, row.x, row.y + size * 0.37
    if lead == "box":
        side = size * 0.92
        box = Box(x + size * 0.06, middle - side / 2, side, side)
        board.page.rectangle(box, fill(theme.panel), side * 0.18)
        board.page.rectangle(box, stroke(theme.accent_ink, size * 0.1), side * 0.18)
    elif lead == "number":
        radius = size * 0.72
        board.page.circle(x + radius, middle, radius, fill(theme.band))
        small = size * (0.8 if index < 9 else 0.66)
        ink = theme.on(theme.band)
        set_line(board.page, str(index + 1), board.voice.strong, small, (x + radius, middle), ink, "center")
    else:
        board.page.circle(x + size * 0.35, middle, size * 0.2, fill(theme.accent))


def look_of(board: Board, groups: Sequence[Group]) -> str:
    """What parts the rows of a list."""
    rows = sum(len(group.entries) for group in groups)
    plain = len(groups) == 1 and rows <= PLATED and board.body.height > board.body.width * 0.25
    return board.chance.fork("look").choice(["rules", "plates", "plates"] if plain else ["open", "rules"])


def paint_list(board: Board, groups: Sequence[Group], manner: RowManner, lead: Lead, limit: float) -> None:
    """The whole body as one list."""
    parts = 1
    longest = max((len(entry.label) for group in groups for entry in group.entries), default=0)
    if board.body.width > board.body.height * 1.4 and (len(groups) > 1 or longest < 40):
        most = max(1, len(groups[0].entries) // 3)
        parts = min(3, max(1, round(board.body.width / board.body.height)), most)
    loose = _split_loose(groups, parts)
    rows = max(len(group.entries) for group in loose) if len(groups) == 1 else len(board.sheet.entries)
    fill_body(board, loose, manner, lead, generous(board, limit, rows), look_of(board, groups))


def fill_body(
    board: Board, groups: Sequence[Group], manner: RowManner, lead: Lead, limit: float, look: str
) -> None:
    """Sections in the number of columns that sets them largest, stretched to the height of the body."""
    manner = replace(manner, look=look)
    limit = min(limit, board.body.width * WIDEST)
    body, gap = board.body, board.measure * (0.1 if look == "plates" else 0.06)
    side = limit * PAD if look == "plates" else 0.0
    inner = Box(body.x + side, body.y, body.width - 2 * side, body.height)
    if look == "plates":
        rise = limit * manner.gap * PLATE
        inner = inner._replace(y=body.y + rise, height=body.height - 2 * rise)
    count, width, size = _columns(board, groups, manner, limit, inner, gap)
    columns = columns_of(board, groups, count, width, size, manner)
    manner = stretched(board, columns, (width, inner.height), size, manner)
    used = max(column_height(board, column, width, size, manner) for column in columns)
    down = paint_pictures(board, board.sheet.entries, used) if look != "plates" else 0.0
    if look == "plates":
        rise = size * manner.gap * PLATE
        inner = inner._replace(y=body.y + rise)
        used = column_height(board, columns[0], width, size, manner)
        if len(columns) == 1:
            down = max(0.0, body.height - 2 * rise - used) / 2
    first = 0
    for index, column in enumerate(columns):
        box = Box(inner.x + index * (width + gap), inner.y + down, width, inner.height)
        paint_led(board, column, box, size, manner, lead, first=first)
        first += sum(len(group.entries) for group in column) if all(g.head is None for g in groups) else 0


def _columns(
    board: Board, groups: Sequence[Group], manner: RowManner, limit: float, inner: Box, gap: float
) -> tuple[int, float, float]:
    """How many columns set the words largest: their number, width and type size."""
    options = []
    for count in range(1, min(3, len(groups)) + 1):
        width = (inner.width - gap * (count - 1)) / count
        size = fit_rows(board, groups, (width, inner.height), limit, manner, count)
        options.append((round(size, 3), -count, width))
    size, negative, width = max(options)
    return -negative, width, size


def _split_loose(groups: Sequence[Group], parts: int) -> list[Group]:
    """A single list without sections, cut into equal runs for columns."""
    if len(groups) > 1 or groups[0].head is not None or parts == 1:
        return list(groups)
    entries = groups[0].entries
    length = math.ceil(len(entries) / parts)
    return [Group(None, entries[start : start + length]) for start in range(0, len(entries), length)]
