"""Lists whose rows have a box, a number or a bullet before them, in as many columns as their words need."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.graphics.documents.foot import paint_pictures
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
    stretched,
)
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.information.words import set_line
from aquatint.engines.composer.graphics.page import inset
from aquatint.engines.composer.scene import Entry

Lead = Literal["box", "number", "bullet", "none"]
CHECKS = RowManner(lead=1.9, gap=1.1, head_gap=2.2)
NUMBERS = RowManner(lead=2.1, gap=1.1, head_gap=2.2)
BULLETS = RowManner(lead=1.4, gap=1.0, head_gap=2.2)
WIDEST = 0.12
"""Largest type size in widths of the body."""
MOST_COLUMNS, GAP = 3, 0.06
"""Columns of a list, and the gap between them in measures."""
WORTH = 1.12
"""What another column must gain in type size."""
TALLEST = 3.6
"""How much wider the gaps of rows on plates may be than usual."""
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
        lead=lambda row, entry, at: _paint_lead(board, lead, _side(row, entry), size, first + at),
    )


def _side(row: Box, entry: Entry) -> tuple[float, float, int]:
    """Where a row begins, its top, and which way it runs."""
    leftwards = faces.is_right_to_left(entry.label)
    return (row.x + row.width if leftwards else row.x), row.y, -1 if leftwards else 1


def _paint_lead(board: Board, lead: Lead, at: tuple[float, float, int], size: float, index: int) -> None:
    theme, (x, y, way) = board.theme, at
    middle = y + size * 0.37
    if lead == "box":
        side = size * 0.92
        box = Box(x + way * (size * 0.06 + side / 2) - side / 2, middle - side / 2, side, side)
        board.page.rectangle(box, fill(theme.panel), side * 0.18)
        board.page.rectangle(box, stroke(theme.accent_ink, size * 0.1), side * 0.18)
    elif lead == "number":
        radius = size * 0.72
        board.page.circle(x + way * radius, middle, radius, fill(theme.band))
        small = size * (0.8 if index < 9 else 0.66)
        ink = theme.on(theme.band)
        set_line(board.page, str(index + 1), board.voice.strong, small, (x + way * radius, middle), ink, "center")
    elif lead == "bullet":
        board.page.circle(x + way * size * 0.35, middle, size * 0.2, fill(theme.accent))


def look_of(board: Board, groups: Sequence[Group]) -> str:
    """What parts the rows of a list."""
    rows = sum(len(group.entries) for group in groups)
    plain = len(groups) == 1 and rows <= PLATED and board.body.height > board.body.width * 0.25
    return board.chance.fork("look").choice(["rules", "plates", "plates"] if plain else ["open", "rules"])


def paint_list(board: Board, groups: Sequence[Group], manner: RowManner, lead: Lead, limit: float) -> None:
    """The whole body as one list; a single run of rows is cut into the number of columns that sets it largest."""
    look = look_of(board, groups)
    loose = len(groups) == 1 and groups[0].head is None
    best: tuple[float, Sequence[Group], float] = (0.0, groups, limit)
    for parts in range(1, MOST_COLUMNS + 1) if loose else (1,):
        cut = _split_loose(groups, parts)
        rows = max(len(group.entries) for group in cut) if loose else len(board.sheet.entries)
        most = min(generous(board, limit, rows), board.body.width / parts * WIDEST)
        size = _columns(board, cut, manner, most, board.body, board.measure * GAP)[2]
        if len(cut) == parts and size > best[0] * WORTH:
            best = size, cut, most
    fill_body(board, best[1], manner, lead, best[2], look)


def fill_body(
    board: Board, groups: Sequence[Group], manner: RowManner, lead: Lead, limit: float, look: str
) -> None:
    """Sections in the number of columns that sets them largest, stretched to the height of the body."""
    manner = replace(manner, look=look)
    limit = min(limit, board.body.width * WIDEST)
    body, plates = board.body, look == "plates"
    gap = board.measure * (GAP * 0.5 if plates else GAP) + (2 * limit * PAD if plates else 0.0)
    side, rise = (limit * PAD, limit * manner.gap * PLATE) if plates else (0.0, 0.0)
    inner = inset(body, side, rise)
    count, width, size = _columns(board, groups, manner, limit, inner, gap)
    columns = columns_of(board, groups, count, width, size, manner)
    if plates:
        manner, top = _plated(board, columns, width, size, manner)
    else:
        manner = stretched(board, columns, (width, inner.height), size, manner)
        used = max(column_height(board, column, width, size, manner) for column in columns)
        top = body.y + paint_pictures(board, board.sheet.entries, used)
    first = 0
    for index, column in enumerate(columns):
        box = Box(inner.x + index * (width + gap), top, width, inner.height)
        paint_led(board, column, box, size, manner, lead, first=first)
        first += sum(len(group.entries) for group in column) if all(g.head is None for g in groups) else 0


def _plated(
    board: Board, columns: Sequence[Sequence[Group]], width: float, size: float, manner: RowManner
) -> tuple[RowManner, float]:
    """The manner whose plates fill the height of the body, and where the first row begins."""
    body, flat = board.body, replace(manner, gap=0.0)
    tallest = max(columns, key=lambda column: column_height(board, column, width, size, manner))
    rows = column_height(board, tallest, width, size, flat)
    gaps = max(1, sum(len(group.entries) for group in tallest)) - 1 + 2 * PLATE
    gap = min(manner.gap * TALLEST, (body.height - rows) / gaps / size)
    top = body.y + gap * size * PLATE
    spare = body.height - rows - gaps * gap * size
    return replace(manner, gap=gap), top + max(0.0, spare) * 0.4


def _columns(
    board: Board, groups: Sequence[Group], manner: RowManner, limit: float, inner: Box, gap: float
) -> tuple[int, float, float]:
    """How many columns set the words largest: their number, width and type size."""
    options = []
    for count in range(1, min(MOST_COLUMNS, len(groups)) + 1):
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
