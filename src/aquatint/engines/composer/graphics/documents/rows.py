"""Rows of set words: lists with boxes, dishes with leaders and prices, points of an agenda."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import skia

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.information.words import (
    DETAIL_LEADING,
    block_of,
    height_of,
    set_line,
    set_words,
    shared_size,
    width_of,
)
from aquatint.engines.composer.graphics.lettering import Align, put_sign
from aquatint.engines.composer.scene import Entry

SHRINK = 0.95
STRETCH = 3.2
AMPLE, GREATEST = 0.36, 2.0
"""Type size in heights of a row's room; how much larger than its limit type may become where there is room."""
UNBROKEN = 0.7
"""How much smaller type may be set so that no row breaks."""


@dataclass(frozen=True, slots=True)
class Group:
    """A section's head (or None) and its entries."""

    head: Entry | None
    entries: tuple[Entry, ...]


def groups_of(entries: Sequence[Entry]) -> list[Group]:
    """Entries by their sections; those before any section come first, under no head."""
    loose = tuple(entry for entry in entries if entry.parent < 0 and entry.role != "section")
    groups = [Group(None, loose)] if loose else []
    for index, entry in enumerate(entries):
        if entry.role == "section":
            groups.append(Group(entry, tuple(each for each in entries if each.parent == index)))
    return groups


@dataclass(frozen=True, slots=True)
class RowManner:
    """How rows are set; lengths in type sizes."""

    lead: float = 0.0
    """Room on the left for a box or a number."""
    gap: float = 1.0
    """Between rows."""
    head_gap: float = 1.9
    """Above a section's head."""
    leaders: bool = False
    """Dots between label and mark."""
    look: str = "open"
    """What parts the rows: nothing ("open"), hairlines ("rules"), or plates under them ("plates")."""


PLATE, PAD = 0.42, 0.7
"""How far a plate reaches beyond its row: above and below in gaps, at its sides in type sizes."""
HEAD, SMALL = 1.35, 0.78
"""Sizes of heads and details in label sizes."""


def _label_width(board: Board, entry: Entry, width: float, size: float, manner: RowManner) -> float:
    mark = width_of(entry.mark, board.voice.strong, size)
    return width - manner.lead * size - (mark + size * 1.6 if entry.mark else 0.0)


def row_height(board: Board, entry: Entry, width: float, size: float, manner: RowManner) -> float:
    """Pixels of one row."""
    room = _label_width(board, entry, width, size, manner)
    height = height_of(entry.label, board.voice.strong if manner.leaders else board.voice.text, size, room)
    if entry.detail:
        height += size * 0.42 + height_of(entry.detail, board.voice.text, size * SMALL, room, DETAIL_LEADING)
    return max(height, size * 0.7)


def group_height(board: Board, group: Group, width: float, size: float, manner: RowManner) -> float:
    """Pixels of a section with its head."""
    rows = sum(row_height(board, entry, width, size, manner) for entry in group.entries)
    rows += manner.gap * size * max(0, len(group.entries) - 1)
    if group.head is None:
        return rows
    head = height_of(group.head.label, board.voice.title, size * HEAD, width)
    return head + rows + (size * 1.3 if group.entries else 0.0)


def generous(board: Board, limit: float, rows: int) -> float:
    """A limit of type sizes, larger on pages that a few rows would leave half empty."""
    room = board.body.height / max(1, rows) * AMPLE
    return min(limit * GREATEST, max(limit, room))


def columns_of(
    board: Board, groups: Sequence[Group], count: int, width: float, size: float, manner: RowManner
) -> list[list[Group]]:
    """The groups in columns of about equal height, in order."""
    heights = [group_height(board, group, width, size, manner) for group in groups]
    goal, columns, used = sum(heights) / count, [[]], 0.0  # type: ignore[var-annotated]
    for group, height in zip(groups, heights, strict=True):
        if columns[-1] and used + height / 2 > goal and len(columns) < count:
            columns.append([])
            used = 0.0
        columns[-1].append(group)
        used += height
    return columns


def column_height(board: Board, column: Sequence[Group], width: float, size: float, manner: RowManner) -> float:
    """Pixels of a column of sections."""
    heights = sum(group_height(board, group, width, size, manner) for group in column)
    return heights + manner.head_gap * size * max(0, len(column) - 1)


def fit_rows(
    board: Board,
    groups: Sequence[Group],
    room: tuple[float, float],
    limit: float,
    manner: RowManner,
    columns: int = 1,
) -> float:
    """The largest type size at which all rows fit; words stay whole."""
    width, height = room
    entries = [entry for group in groups for entry in group.entries]
    marks = [(entry.mark, (width * 0.45, 1e6)) for entry in entries]
    limit = shared_size(marks, board.voice.strong, limit, lines=1)
    whole = _row_size(board, entries, width, limit, manner, lines=1)
    broken = _row_size(board, entries, width, limit, manner)
    size = whole if whole >= broken * UNBROKEN else broken
    heads = [(group.head.label, (width, 1e6)) for group in groups if group.head is not None]
    size = shared_size(heads, board.voice.title, size * HEAD) / HEAD
    while size > 1:
        parts = columns_of(board, groups, columns, width, size, manner)
        if all(column_height(board, column, width, size, manner) <= height for column in parts):
            break
        size *= SHRINK
    return size


def _row_size(
    board: Board, entries: Sequence[Entry], width: float, limit: float, manner: RowManner, lines: int | None = None
) -> float:
    """The type size at which every label fits beside what leads and follows it, which grow with the type."""
    size = limit
    while True:
        rooms = [(e.label, (max(1.0, _label_width(board, e, width, size, manner) * 0.98), 1e6)) for e in entries]
        fitting = shared_size(rooms, board.voice.strong, size, lines=lines)
        if fitting > size * 0.98 or size <= 1:
            return min(size, fitting)
        size = max(fitting, size * 0.9)


def stretched(
    board: Board, columns: Sequence[Sequence[Group]], room: tuple[float, float], size: float, manner: RowManner
) -> RowManner:
    """The manner with wider gaps, so that short lists fill more of their room; at most `STRETCH` times as wide."""
    tallest = max(columns, key=lambda column: column_height(board, column, room[0], size, manner))
    height = column_height(board, tallest, room[0], size, manner)
    gaps = height - column_height(board, tallest, room[0], size, replace(manner, gap=0.0, head_gap=0.0))
    if gaps <= 0:
        return manner
    factor = min(STRETCH, max(1.0, 1 + (room[1] * 0.94 - height) / gaps))
    return replace(manner, gap=manner.gap * factor, head_gap=manner.head_gap * min(1.5, factor))


def paint_column(
    board: Board,
    column: Sequence[Group],
    box: Box,
    size: float,
    manner: RowManner,
    *,
    stand: float = 0.0,
    lead: Callable[[Box, Entry, int], None] | None = None,
) -> None:
    """Sections below each other; ``lead`` paints what stands before a row, by its box and place in its section."""
    y = box.y + (box.height - column_height(board, column, box.width, size, manner)) * stand
    for group in column:
        if group.head is not None:
            head = Box(box.x, y, box.width, 1e6)
            took = set_words(
                board.page,
                group.head.label,
                board.voice.title,
                size * HEAD,
                head,
                board.theme.accent_ink,
                align="right" if faces.is_right_to_left(group.head.label) else "left",
                stand=0.0,
            )
            y += took.height + (size * 1.3 if group.entries else 0.0)
        for index, entry in enumerate(group.entries):
            last = index == len(group.entries) - 1
            row = Box(box.x, y, box.width, row_height(board, entry, box.width, size, manner))
            _paint_between(board, row, size, manner, last=last)
            paint_row(board, entry, row, size, manner)
            if lead is not None:
                lead(row, entry, index)
            y += row.height + (0.0 if last else manner.gap * size)
        y += manner.head_gap * size


def _paint_between(board: Board, row: Box, size: float, manner: RowManner, *, last: bool) -> None:
    """The plate under a row, or the hairline below it."""
    gap = manner.gap * size
    if manner.look == "plates":
        rise = gap * PLATE
        plate = Box(row.x - size * PAD, row.y - rise, row.width + 2 * size * PAD, row.height + 2 * rise)
        board.page.rectangle(plate, fill(board.theme.panel), min(size * 0.3, board.measure * 0.016))
    elif manner.look == "rules" and not last:
        y = row.y + row.height + gap / 2
        line = stroke(board.theme.rule, max(1.0, 2.6 * board.unit))
        board.page.canvas.drawLine(row.x, y, row.x + row.width, y, line)


def paint_row(board: Board, entry: Entry, box: Box, size: float, manner: RowManner) -> None:
    """Label and detail at the side where reading begins, mark at the other on the label's first line."""
    leftwards = faces.is_right_to_left(entry.label)
    align: Align = "right" if leftwards else "left"
    width = _label_width(board, entry, box.width, size, manner)
    x = box.x + box.width - manner.lead * size - width if leftwards else box.x + manner.lead * size
    face = board.voice.strong if manner.leaders else board.voice.text
    room = Box(x, box.y, width, 1e6)
    took = set_words(board.page, entry.label, face, size, room, board.theme.ink, align=align, stand=0.0)
    block = block_of(entry.label, face, size, width)
    if entry.mark:
        middle = box.y + block.first_baseline - size * face.cap_height / 2
        at = (box.x, middle) if leftwards else (box.x + box.width, middle)
        other: Align = "left" if leftwards else "right"
        set_line(board.page, entry.mark, board.voice.strong, size, at, board.theme.ink, other)
        if manner.leaders and len(block.lines) == 1:
            mark = width_of(entry.mark, board.voice.strong, size) + size * 0.5
            start, end = took.x + took.width + size * 0.5, box.x + box.width - mark
            if leftwards:
                start, end = box.x + mark, took.x - size * 0.5
            _dots(board, start, end, box.y + block.first_baseline, size)
    if entry.detail:
        below = Box(x, box.y + took.height + size * 0.42, width, 1e6)
        small, ink = size * SMALL, board.theme.muted
        set_words(
            board.page,
            entry.detail,
            board.voice.text,
            small,
            below,
            ink,
            align=align,
            stand=0.0,
            leading=DETAIL_LEADING,
        )


def _dots(board: Board, start: float, end: float, y: float, size: float) -> None:
    """A leader; set with the words, so that no brush paints it over."""
    step = size * 0.36
    path = skia.Path()
    for index in range(int((end - start) / step)):
        path.addCircle(end - (index + 0.5) * step, y - size * 0.05, size * 0.05)
    put_sign(board.page.canvas, path, fill(board.theme.muted))
