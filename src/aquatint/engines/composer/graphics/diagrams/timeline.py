"""Timelines: down a rail in rows, along a rail in turns above and below it, or on a ribbon of arrows."""

from __future__ import annotations

import math
from collections.abc import Sequence

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, polygon
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.diagrams.rail import Turns, paint_dot, paint_rail, paint_turns
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.entries import entry_height, fit_entries, paint_entry
from aquatint.engines.composer.graphics.information.words import height_of, set_words, shared_size
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.scene import Entry

SIDE_BY_SIDE = 1.15
"""Bodies wider than this (in heights) have their rail from left to right."""
MOST_RIBBON = 6
"""Entries up to which a ribbon may run from left to right."""
PLACE = 0.235
"""Least width of an entry on a level rail, in measures."""
NARROW = 0.6
"""Bodies narrower than this (in measures) have marks above words and not beside them."""
SLIM, FLAT = 0.62, 0.1
"""Least width of a body, and least height of an entry, for turns down a rail, in measures."""
LARGEST, LARGEST_MARK = 0.085, 0.12
"""Type sizes of words and of marks, in measures."""


def _paint(board: Board) -> None:
    entries = board.sheet.entries
    if not entries:
        paint_empty(board)
        return
    form = _form(board, entries)
    if form == "ribbon":
        _paint_ribbon(board, entries)
    elif form == "rows":
        _paint_rows(board, entries)
    else:
        paint_turns(board, entries, Turns(level=form == "level"))


def _form(board: Board, entries: Sequence[Entry]) -> str:
    """How the timeline runs: as the words say, else as suits the room."""
    words, count, body = said(board.page.scene), len(entries), board.body
    level = body.width > SIDE_BY_SIDE * body.height and body.width > count * PLACE * board.measure
    if count_said(words, ("horizontal",)):
        level = True
    elif count_said(words, ("vertical",)):
        level = False
    chance = board.chance.fork("timeline")
    if level:
        marked = all(entry.mark for entry in entries)
        form = chance.choice(["level", "level", "ribbon"])
        return form if marked and 2 < count <= MOST_RIBBON else "level"
    if body.width < SLIM * board.measure or count < 3 or body.height < count * FLAT * board.measure:
        return "rows"
    return chance.choice(["rows", "down"])


def _paint_ribbon(board: Board, entries: Sequence[Entry]) -> None:
    """Arrows in a row with the marks in them; pictures above, words below."""
    body, count = board.body, len(entries)
    pictured = any(entry.art for entry in entries)
    slot = body.width / count
    tall = min(board.measure * 0.2, body.height * 0.28)
    above = min(slot * 0.9, body.height * 0.34) if pictured else 0.0
    point, gap = tall * 0.26, board.measure * 0.008
    strong = board.voice.title
    marks = [(entry.mark, (slot - point * 2.2, tall * 0.7)) for entry in entries]
    size = shared_size(marks, strong, board.measure * LARGEST_MARK, lines=1)
    width, inset = slot - board.measure * 0.03, board.measure * 0.012
    room = body.height - above - tall - board.measure * 0.045
    words = fit_entries(board, entries, [(width, room)] * count, board.measure * LARGEST, marks=False)
    tallest = max(entry_height(board, entry, words, width, marks=False) for entry in entries)
    top = body.y + above + max(0.0, room - tallest) * 0.42
    for index, entry in enumerate(entries):
        x = body.x + index * slot
        tone = apart(board.theme.tone(index), board.theme.ground, 1.9)
        _paint_arrow(board, x, top, (slot - gap, tall), point, index=index, last=index == count - 1)
        mark = Box(x + point, top, slot - point * 1.6, tall)
        set_words(board.page, entry.mark, strong, size, mark, board.theme.on(tone))
        below = Box(x + inset, top + tall + board.measure * 0.045, width, room)
        paint_entry(board, entry, below, words, marks=False)
        side = above * 0.9
        board.picture(entry.art, Box(x + inset, top - side - board.measure * 0.02, side, side), f"{index}")


def _paint_arrow(
    board: Board, x: float, top: float, size: tuple[float, float], point: float, *, index: int, last: bool
) -> None:
    """One part of the ribbon; the last ends at the margin."""
    width, tall = size
    end = x + width
    tip = end if last else end + point
    notch = 0.0 if index == 0 else point
    tone = apart(board.theme.tone(index), board.theme.ground, 1.9)
    shape = [(x, top), (tip - point, top), (tip, top + tall / 2), (tip - point, top + tall), (x, top + tall)]
    board.page.path(polygon([*shape, (x + notch, top + tall / 2)]), fill(tone))


def _paint_rows(board: Board, entries: Sequence[Entry]) -> None:
    """Down a rail, or two of them: marks on its left, words on its right, pictures at the right edge."""
    if board.body.width < NARROW * board.measure or not any(entry.mark for entry in entries):
        _paint_narrow_rows(board, entries)
        return
    body, count, gap = board.body, len(entries), board.measure * 0.05
    columns = 2 if count > 4 and body.width > 1.4 * body.height else 1
    rows = math.ceil(count / columns)
    width, slot = (body.width - gap * (columns - 1)) / columns, body.height / rows
    side = min(slot * 0.82, width * 0.24) if any(entry.art for entry in entries) else 0.0
    left = width * 0.29
    marks = [(entry.mark, (left - gap * 0.8, slot * 0.7)) for entry in entries]
    large = shared_size(marks, board.voice.title, min(board.measure * LARGEST_MARK, slot * 0.46))
    words = width - left - gap - side - board.measure * 0.015
    limit = min(board.measure * LARGEST, slot * 0.36, large * 1.1)
    size = fit_entries(board, entries, [(words, slot * 0.84)] * count, limit, marks=False)
    plated = board.chance.fork("plates").random() < 0.5
    for column in range(columns):
        part = entries[column * rows : (column + 1) * rows]
        x = body.x + column * (width + gap) + left
        paint_rail(board, (x, body.y + slot / 2), (x, body.y + slot * (len(part) - 0.5)))
        for row, entry in enumerate(part):
            index, y = column * rows + row, body.y + row * slot
            paint_dot(board, x, y + slot / 2, index)
            mark = Box(x - left, y, left - gap * 0.8, slot)
            ink = board.theme.accent_ink
            set_words(board.page, entry.mark, board.voice.title, large, mark, ink, align="right")
            if plated:
                plate = Box(x + gap * 0.5, y + slot * 0.07, width - left - gap * 0.5, slot * 0.86)
                board.page.rectangle(plate, fill(board.theme.panel), board.measure * 0.012)
            paint_entry(board, entry, Box(x + gap, y, words, slot), size, stand=0.5, marks=False)
            picture = Box(x - left + width - side, y + (slot - side) / 2, side, side)
            board.picture(entry.art, picture, f"{index}")


def _paint_narrow_rows(board: Board, entries: Sequence[Entry]) -> None:
    """Down a rail at the left edge, marks large above their words."""
    body, count, gap = board.body, len(entries), board.measure * 0.055
    slot = body.height / count
    dot = board.measure * 0.018
    side = min(slot * 0.6, body.width * 0.26) if any(entry.art for entry in entries) else 0.0
    width = body.width - 2 * dot - gap - side
    strong = board.voice.title
    large = shared_size(
        [(entry.mark, (width, slot * 0.3)) for entry in entries],
        strong,
        min(board.measure * LARGEST_MARK, slot * 0.3),
    )
    marked = max(height_of(entry.mark, strong, large, width) for entry in entries)
    lead = marked + large * 0.45 if marked else 0.0
    rooms = [(width, slot * 0.88 - lead)] * count
    size = fit_entries(board, entries, rooms, min(board.measure * LARGEST, slot * 0.3), marks=False)
    x = body.x + dot
    paint_rail(board, (x, body.y + slot / 2), (x, body.y + slot * (count - 0.5)))
    for index, entry in enumerate(entries):
        y = body.y + index * slot
        paint_dot(board, x, y + slot / 2, index)
        height = entry_height(board, entry, size, width, marks=False) + lead
        top = y + (slot - height) / 2
        room = Box(x + dot + gap, top, width, height)
        set_words(board.page, entry.mark, strong, large, room, board.theme.accent_ink, align="left", stand=0.0)
        paint_entry(board, entry, room._replace(y=top + lead), size, marks=False)
        picture = Box(body.x + body.width - side, y + (slot - side) / 2, side, side)
        board.picture(entry.art, picture, f"{index}")


paint = board_layout(_paint)
