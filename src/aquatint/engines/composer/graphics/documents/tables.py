"""Tables with a head, columns as wide as their words need; calendar pages with true dates."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.words import set_line, set_words, shared_size, width_of
from aquatint.engines.composer.graphics.lettering import Align
from aquatint.engines.composer.scene import Entry

_NUMERIC = re.compile(r"^[-−+]?[$€£¥₹]?\s?[\d.,]+\s?(?:%|[^\W\d]{0,4}|°C|°F)?$")
CELL_GAP = 0.005
"""Around the field of a day, in measures."""
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def _paint_table(board: Board) -> None:
    board = replace(board, voice=board.voice.counting)
    rows = [list(row) for row in board.sheet.rows if row]
    if not rows:
        paint_empty(board)
        return
    count = max(len(row) for row in rows)
    rows = [row + [""] * (count - len(row)) for row in rows]
    body = board.body
    height = min(body.height / len(rows), board.measure * 0.4)
    spare = max(0.0, body.height - height * len(rows))
    body = body._replace(y=body.y + spare * 0.3)
    widths = _widths(board, rows, body.width)
    size = shared_size(
        [(cell, (widths[i] * 0.84, height * 0.74)) for row in rows for i, cell in enumerate(row)],
        board.voice.strong,
        min(board.measure * 0.075, height * 0.4),
    )
    numeric = [
        all(_NUMERIC.match(row[i]) or not row[i] for row in rows[1:]) and len(rows) > 1 for i in range(count)
    ]
    style = board.chance.fork("table").choice(["head", "zebra", "rules"])
    for number, row in enumerate(rows):
        box = Box(body.x, body.y + number * height, body.width, height)
        _paint_row_ground(board, box, number, style)
        _paint_cells(board, row, box, widths, size, numeric, head=number == 0, on_band=style != "rules")


def _widths(board: Board, rows: Sequence[Sequence[str]], width: float) -> list[float]:
    """Columns by their longest words, the narrow ones not too narrow."""
    size = board.label_size
    needs = [max(width_of(row[i], board.voice.strong, size) for row in rows) + size for i in range(len(rows[0]))]
    cap = sum(needs) / len(needs) * 2.4
    needs = [min(need, cap) for need in needs]
    return [need * width / sum(needs) for need in needs]


def _paint_row_ground(board: Board, box: Box, number: int, style: str) -> None:
    theme, page = board.theme, board.page
    if number == 0 and style != "rules":
        page.rectangle(box, fill(theme.band))
    elif style == "zebra" and number % 2 == 0:
        page.rectangle(box, fill(theme.panel))
    if style != "zebra" and number:
        heavy = style == "rules" and number == 1
        line = stroke(theme.ink if heavy else theme.rule, (3.4 if heavy else 1.8) * board.unit)
        page.canvas.drawLine(box.x, box.y, box.x + box.width, box.y, line)


def _paint_cells(
    board: Board,
    row: Sequence[str],
    box: Box,
    widths: Sequence[float],
    size: float,
    numeric: Sequence[bool],
    *,
    head: bool,
    on_band: bool,
) -> None:
    theme, x = board.theme, box.x
    ink = theme.on(theme.band) if head and on_band else theme.ink
    face = board.voice.strong if head else board.voice.text
    for cell, width, is_number in zip(row, widths, numeric, strict=True):
        pad = width * 0.08
        align: Align = "right" if is_number else "left"
        set_words(board.page, cell, face, size, Box(x + pad, box.y, width - 2 * pad, box.height), ink, align=align)
        x += width


def _paint_calendar(board: Board) -> None:
    """Weeks from Monday to Sunday; days with entries are marked, and the entries set in them or below."""
    board = replace(board, voice=board.voice.counting)
    sheet, body, theme = board.sheet, board.body, board.theme
    if not (sheet.year and sheet.month):
        paint_empty(board)
        return
    weeks = calendar.Calendar().monthdayscalendar(sheet.year, sheet.month)
    events = {int(entry.mark): entry for entry in sheet.entries if entry.mark.isdecimal()}
    head = min(board.measure * 0.06, body.height * 0.12)
    width, height = body.width / 7, (body.height - head) / len(weeks)
    size = min(board.measure * 0.06, height * 0.36, width * 0.4)
    cells = board.chance.fork("calendar").choice([True, False])
    for index, name in enumerate(WEEKDAYS):
        at = (body.x + (index + 0.5) * width, body.y + head * 0.35)
        set_line(
            board.page,
            name,
            board.voice.strong,
            size * 0.8,
            at,
            theme.accent_ink if index > 4 else theme.muted,
            "center",
        )
    size = min(size, height * 0.28) if events else size
    room = (width - board.measure * 2 * CELL_GAP) * 0.86
    words = [(entry.label, (room, height * 0.92 - size * 1.4)) for entry in events.values()]
    small = shared_size(words, board.voice.text, size * 0.95)
    for row, week in enumerate(weeks):
        for column, day in enumerate(week):
            if day:
                box = Box(body.x + column * width, body.y + head + row * height, width, height)
                _paint_day(board, box, day, events.get(day), (size, small), cells=cells, rest=column > 4)
    if not cells:
        for row in range(len(weeks)):
            y = body.y + head + row * height
            board.page.canvas.drawLine(body.x, y, body.x + body.width, y, stroke(theme.rule, 2 * board.unit))


def _paint_day(
    board: Board, box: Box, day: int, event: Entry | None, sizes: tuple[float, float], *, cells: bool, rest: bool
) -> None:
    theme, size = board.theme, sizes[0]
    gap = board.measure * CELL_GAP
    inner = Box(box.x + gap, box.y + gap, box.width - 2 * gap, box.height - 2 * gap)
    field = theme.ground
    if event is not None:
        field = theme.band
    elif cells:
        field = theme.panel
    if field != theme.ground:
        board.page.rectangle(inner, fill(field), board.measure * 0.01)
    ink = theme.on(field) if event is not None else (theme.accent_ink if rest else theme.ink)
    at = (inner.x + size * 0.5, inner.y + size * 0.75)
    set_line(board.page, str(day), board.voice.strong, size, at, ink)
    if event is not None:
        top = size * 1.3
        pad = inner.width * 0.07
        room = Box(inner.x + pad, inner.y + top, inner.width - 2 * pad, max(1.0, inner.height - top))
        set_words(board.page, event.label, board.voice.text, sizes[1], room, ink, align="left", stand=0.0)


paint_table = board_layout(_paint_table)
paint_calendar = board_layout(_paint_calendar)
