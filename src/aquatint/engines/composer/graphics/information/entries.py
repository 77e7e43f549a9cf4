"""Entries set as stacks of mark, label and detail, in two sizes that all entries of a layout share."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.information.words import (
    DETAIL_LEADING,
    LABEL_LEADING,
    height_of,
    set_words,
    shared_size,
)
from aquatint.engines.composer.graphics.lettering import Align
from aquatint.engines.composer.scene import Entry

DETAIL = 0.76
"""Detail type in label sizes."""
GAP = 0.55
"""Between the parts of a stack, in label sizes."""
SHRINK = 0.93
UNBROKEN = 0.72
"""How much smaller type may be set so that no label breaks."""


def entry_height(board: Board, entry: Entry, size: float, width: float, *, marks: bool = True) -> float:
    """Pixels that an entry's stack takes at a label size and a width."""
    parts = [
        height_of(entry.mark, board.voice.strong, size, width) if marks else 0.0,
        height_of(entry.label, board.voice.strong, size, width),
        height_of(entry.detail, board.voice.text, size * DETAIL, width, DETAIL_LEADING),
    ]
    shown = [part for part in parts if part > 0]
    return sum(shown) + GAP * size * max(0, len(shown) - 1)


def fit_entries(
    board: Board,
    entries: Sequence[Entry],
    rooms: Sequence[tuple[float, float]],
    limit: float,
    *,
    marks: bool = True,
) -> float:
    """The largest label size up to ``limit`` at which every entry fits its room; words stay whole."""
    strong, text = board.voice.strong, board.voice.text
    words = [(e.label, (w, 1e6)) for e, (w, _) in zip(entries, rooms, strict=True)]
    if marks:
        words += [(e.mark, (w, 1e6)) for e, (w, _) in zip(entries, rooms, strict=True)]
    broken = shared_size(words, strong, limit)
    size = shared_size(words, strong, limit, lines=1)
    size = size if size >= broken * UNBROKEN else broken
    details = [(e.detail, (w, 1e6)) for e, (w, _) in zip(entries, rooms, strict=True)]
    size = shared_size(details, text, size * DETAIL) / DETAIL
    for entry, (width, height) in zip(entries, rooms, strict=True):
        while size > 1 and entry_height(board, entry, size, width, marks=marks) > height:
            size *= SHRINK
    return size


def paint_entry(
    board: Board,
    entry: Entry,
    box: Box,
    size: float,
    *,
    align: Align = "left",
    stand: float = 0.0,
    marks: bool = True,
    mark_colour: Colour | None = None,
    ink: Colour | None = None,
    muted: Colour | None = None,
) -> Box:
    """Set an entry in its box; returns the box of the stack."""
    height = entry_height(board, entry, size, box.width, marks=marks)
    if align == "left" and faces.is_right_to_left(entry.label):
        align = "right"
    top = box.y + (box.height - height) * stand
    strong, text, theme = board.voice.strong, board.voice.text, board.theme
    parts = [
        (entry.mark if marks else "", strong, size, LABEL_LEADING, mark_colour or theme.accent_ink),
        (entry.label, strong, size, LABEL_LEADING, ink or theme.ink),
        (entry.detail, text, size * DETAIL, DETAIL_LEADING, muted or theme.muted),
    ]
    y = top
    for words, face, at_size, leading, colour in parts:
        if not words.strip():
            continue
        room = Box(box.x, y, box.width, 1e6)
        took = set_words(board.page, words, face, at_size, room, colour, align=align, stand=0.0, leading=leading)
        y = took.y + took.height + GAP * size
    return Box(box.x, top, box.width, height)
