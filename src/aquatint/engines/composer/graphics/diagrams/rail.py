"""Entries in turns on both sides of a rail: words on a card on one side, the mark large on the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Point, fill, stroke
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.information.entries import entry_height, fit_entries, paint_entry
from aquatint.engines.composer.graphics.information.words import height_of, set_words, shared_size
from aquatint.engines.composer.graphics.lettering import Align
from aquatint.engines.composer.graphics.page import inset
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.scene import Entry

CARD, MARK = 1.12, 0.74
"""Widths of cards and marks along a level rail, in places: neighbours stand on the other side."""
LARGEST, LARGEST_MARK = 0.075, 0.125
"""Type sizes of words and of marks, in measures."""


@dataclass(frozen=True, slots=True)
class Turns:
    """Which way the rail runs."""

    level: bool


def paint_dot(board: Board, x: float, y: float, index: int) -> None:
    """The place of an entry on the rail."""
    theme, radius = board.theme, board.measure * 0.016
    many = board.chance.fork("dots").random() < 0.5
    board.page.circle(x, y, radius * 1.45, fill(theme.ground))
    board.page.circle(x, y, radius, fill(apart(theme.tone(index), theme.ground, 1.9) if many else theme.accent))


def paint_rail(board: Board, start: Point, end: Point) -> None:
    """The line that all entries stand on."""
    board.page.canvas.drawLine(*start, *end, stroke(board.theme.rule, board.measure * 0.008))


def paint_turns(board: Board, entries: Sequence[Entry], turns: Turns) -> None:
    """All entries, the first with its card above a level rail, or on the left of one that runs down."""
    body = board.body
    x, y = body.x + body.width / 2, body.y + body.height / 2
    if turns.level:
        paint_rail(board, (body.x, y), (body.x + body.width, y))
    else:
        paint_rail(board, (x, body.y), (x, body.y + body.height))
    rooms = [_rooms(board, index, len(entries), turns) for index in range(len(entries))]
    pad = (board.measure * 0.03, min(board.measure * 0.03, rooms[0][0].height * 0.14))
    cards = [(card.width - 2 * pad[0], card.height - 2 * pad[1]) for card, _, _ in rooms]
    size = fit_entries(board, entries, cards, board.measure * LARGEST, marks=False)
    face = board.voice.title
    marks = [
        (entry.mark, (mark.width, mark.height * (0.5 if entry.art else 0.9)))
        for entry, (_, mark, _) in zip(entries, rooms, strict=True)
    ]
    large = shared_size(marks, face, min(board.measure * LARGEST_MARK, size * 2.6))
    for index, (entry, (card, mark, spot)) in enumerate(zip(entries, rooms, strict=True)):
        first = index % 2 == 0
        _paint_card(board, entry, card, spot, size, pad, index, turns=turns, first=first)
        _paint_mark(board, entry, mark, large, index, turns=turns, first=first)
        paint_dot(board, *spot, index)


def _rooms(board: Board, index: int, count: int, turns: Turns) -> tuple[Box, Box, Point]:
    """The rooms of the card and of the mark, and the place on the rail."""
    body, reach = board.body, board.measure * 0.055
    first = index % 2 == 0
    if turns.level:
        slot = body.width / count
        x, y = body.x + (index + 0.5) * slot, body.y + body.height / 2
        width = slot * (CARD if count > 1 else 1.0)
        half = body.height / 2 - reach
        left = min(max(body.x, x - width / 2), body.x + body.width - width)
        card = Box(left, body.y if first else y + reach, width, half)
        mark = Box(x - slot * MARK / 2, y + reach if first else body.y, slot * MARK, half)
        return card, mark, (x, y)
    slot = body.height / count
    x, y = body.x + body.width / 2, body.y + (index + 0.5) * slot
    width, tall = body.width / 2 - reach, slot * 0.94
    card = Box(body.x if first else x + reach, y - tall / 2, width, tall)
    mark = Box(x + reach if first else body.x, y - tall / 2, width, tall)
    return card, mark, (x, y)


def _paint_card(
    board: Board,
    entry: Entry,
    room: Box,
    spot: Point,
    size: float,
    pad: tuple[float, float],
    index: int,
    *,
    turns: Turns,
    first: bool,
) -> None:
    """A plate as high as its words, with a stem to the rail."""
    height = entry_height(board, entry, size, room.width - 2 * pad[0], marks=False) + 2 * pad[1]
    height = min(room.height, max(height, room.height * 0.6 if turns.level else 0.0))
    top = room.y + (room.height - height) * ((1.0 if first else 0.0) if turns.level else 0.5)
    card = room._replace(y=top, height=height)
    tone = apart(board.theme.tone(index), board.theme.ground, 1.9)
    stem = stroke(tone, board.measure * 0.005)
    if turns.level:
        board.page.canvas.drawLine(*spot, spot[0], card.y + card.height if first else card.y, stem)
    else:
        board.page.canvas.drawLine(*spot, card.x + card.width if first else card.x, spot[1], stem)
    board.page.rectangle(card, fill(board.theme.panel), board.measure * 0.01)
    edge = board.measure * 0.011
    if turns.level:
        bar = Box(card.x, card.y + card.height - edge if first else card.y, card.width, edge)
    else:
        bar = Box(card.x + card.width - edge if first else card.x, card.y, edge, card.height)
    board.page.rectangle(bar, fill(tone))
    inner = inset(card, *pad)
    align: Align = "left" if turns.level or not first else "right"
    paint_entry(board, entry, inner, size, align=align, stand=0.5, marks=False)


def _paint_mark(
    board: Board, entry: Entry, room: Box, size: float, index: int, *, turns: Turns, first: bool
) -> None:
    """The mark next to the rail, the picture beyond it."""
    face = board.voice.title
    height = height_of(entry.mark, face, size, room.width)
    ink = (
        board.theme.word_tone(board.theme.tone(index))
        if board.chance.fork("marks").random() < 0.5
        else board.theme.ink
    )
    if not turns.level:
        align: Align = "left" if first else "right"
        took = set_words(board.page, entry.mark, face, size, room, ink, align=align)
        side = min(room.height * 0.86, room.width - took.width - board.measure * 0.04)
        if side > board.measure * 0.06:
            x = room.x + room.width - side if first else room.x
            board.picture(entry.art, Box(x, room.y + (room.height - side) / 2, side, side), f"{index}")
        return
    set_words(board.page, entry.mark, face, size, room, ink, stand=0.0 if first else 1.0)
    gap = size * 0.5 if height else 0.0
    side = min(room.height - height - gap * 0.6, room.width * 1.15, board.measure * 0.34)
    y = room.y + height + gap if first else room.y + room.height - height - gap - side
    if side > board.measure * 0.06:
        board.picture(entry.art, Box(room.x + (room.width - side) / 2, y, side, side), f"{index}")
