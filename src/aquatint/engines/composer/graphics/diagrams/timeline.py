"""Timelines: along a rail to the right, down a rail at the side, or down the middle to both sides in turn."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, polygon, stroke
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.entries import entry_height, fit_entries, paint_entry
from aquatint.engines.composer.graphics.information.words import set_words, shared_size
from aquatint.engines.composer.graphics.lettering import Align
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.scene import Entry

SIDE_BY_SIDE = 1.1
"""Bodies wider than this (in heights) have their rail from left to right."""
FEW = 4
"""Entries up to which all stand on one side of a level rail."""


def _paint(board: Board) -> None:
    entries = board.sheet.entries
    if not entries:
        paint_empty(board)
        return
    words = said(board.page.scene)
    level = board.body.width > SIDE_BY_SIDE * board.body.height and len(entries) <= 10
    if count_said(words, ("horizontal",)):
        level = True
    elif count_said(words, ("vertical",)):
        level = False
    if level:
        _paint_level(board, entries)
    elif board.body.width > board.short * 0.7 and board.chance.fork("timeline").choice([True, False, False]):
        _paint_middle(board, entries)
    else:
        _paint_side(board, entries)


def _dot(board: Board, x: float, y: float, index: int) -> None:
    theme, unit = board.theme, board.unit
    board.page.circle(x, y, 15 * unit, fill(theme.ground))
    board.page.circle(
        x, y, 12 * unit, fill(theme.accent if board.chance.fork("dots").random() < 0.6 else theme.tone(index))
    )


def _rail(board: Board, x0: float, y0: float, x1: float, y1: float) -> None:
    board.page.canvas.drawLine(x0, y0, x1, y1, stroke(board.theme.rule, 6 * board.unit))


def _paint_level(board: Board, entries: Sequence[Entry]) -> None:
    """Along a level rail, or on a ribbon of arrows; many entries stand above and below the rail in turn."""
    form = board.chance.fork("level").choice(["rail", "ribbon", "cards"])
    if form == "ribbon" and len(entries) <= 7 and all(entry.mark for entry in entries):
        _paint_ribbon(board, entries)
        return
    body, count = board.body, len(entries)
    both = count > FEW
    gap = board.short * 0.03
    slot = body.width / count
    width = slot * 2 - gap if both else slot - gap
    pictured = not both and any(entry.art for entry in entries)
    rail = body.y + body.height * (0.5 if both else 0.46 if pictured else 0.22)
    reach = board.short * 0.05
    below = body.y + body.height - rail - reach
    above = rail - reach - body.y if both else below
    cards = form == "cards"
    pad = board.short * 0.025 if cards else 0.0
    # The first and the last stand at the edges and reach only half a place beyond their own.
    ends = (0, count - 1) if both else ()
    widths = [slot * 1.5 - gap if index in ends else width for index in range(count)]
    high = min(above, below) - 2 * pad
    rooms = [(each - 2 * pad, high) for each in widths]
    size = fit_entries(board, entries, rooms, board.label_size * 1.25)
    if not both:
        tallest = max(entry_height(board, entry, size, width - 2 * pad) for entry in entries) + 2 * pad
        rail += max(0.0, body.y + body.height - rail - reach - tallest) * 0.4
        high = body.y + body.height - rail - reach - 2 * pad
    _rail(board, body.x, rail, body.x + body.width, rail)
    for index, entry in enumerate(entries):
        up = both and index % 2 == 0
        x = body.x + (index + 0.5) * slot
        left = min(max(body.x, x - width / 2), body.x + body.width - width)
        if index in ends:
            left = body.x if index == 0 else body.x + body.width - widths[index]
            x = body.x + 12 * board.unit if index == 0 else body.x + body.width - 12 * board.unit
        box = Box(left + pad, (body.y if up else rail + reach) + pad, widths[index] - 2 * pad, high)
        align: Align = (
            "left" if cards or (both and index == 0) else "right" if both and index == count - 1 else "center"
        )
        if cards:
            _card_under(board, entry, box, size, pad, up=up, index=index)
        stem = rail - reach if up else rail + reach
        board.page.canvas.drawLine(x, rail, x, stem, stroke(board.theme.rule, 3 * board.unit))
        _dot(board, x, rail, index)
        paint_entry(board, entry, box, size, align=align, stand=1.0 if up else 0.0)
        _level_picture(board, entry, index, Box(left, body.y, width, rail - reach - body.y), both=both)


def _card_under(board: Board, entry: Entry, box: Box, size: float, pad: float, *, up: bool, index: int) -> None:
    """A card behind an entry, with a stripe of its tone."""
    height = entry_height(board, entry, size, box.width) + 2 * pad
    top = box.y + box.height + pad - height if up else box.y - pad
    card = Box(box.x - pad, top, box.width + 2 * pad, height)
    board.page.rectangle(card, fill(board.theme.panel), board.short * 0.01)
    edge = (
        card._replace(y=card.y + card.height - 7 * board.unit, height=7 * board.unit)
        if up
        else card._replace(height=7 * board.unit)
    )
    board.page.rectangle(edge, fill(board.theme.tone(index)))


def _paint_ribbon(board: Board, entries: Sequence[Entry]) -> None:
    """Arrows in a row with the marks in them; pictures above, words below."""
    body, count = board.body, len(entries)
    pictured = any(entry.art for entry in entries)
    slot = body.width / count
    tall = min(board.short * 0.14, body.height * 0.24)
    top = body.y + body.height * (0.36 if pictured else 0.08)
    point, gap = tall * 0.32, board.short * 0.008
    strong = board.voice.strong
    marks = [(entry.mark, (slot - point * 2.4, tall * 0.8)) for entry in entries]
    size = shared_size(marks, strong, board.label_size * 1.25)
    words = Box(body.x, top + tall + board.short * 0.04, slot - board.short * 0.03, 0.0)
    words = words._replace(height=body.y + body.height - words.y)
    size = fit_entries(board, entries, [(words.width, words.height)] * count, size, marks=False)
    tallest = max(entry_height(board, entry, size, words.width, marks=False) for entry in entries)
    spare = max(0.0, words.height - tallest) * 0.42
    top, words = top + spare, words._replace(y=words.y + spare)
    for index, entry in enumerate(entries):
        x = body.x + index * slot
        end = x + slot - gap
        notch = 0.0 if index == 0 else point
        tone = apart(board.theme.tone(index), board.theme.ground, 1.9)
        tip = end + point if index < count - 1 else end
        shape = [(x, top), (tip - point, top), (tip, top + tall / 2), (tip - point, top + tall), (x, top + tall)]
        board.page.path(polygon([*shape, (x + notch, top + tall / 2)]), fill(tone))
        room = Box(x + point * 1.2, top, slot - point * 1.6, tall)
        set_words(board.page, entry.mark, strong, size, room, board.theme.on(tone))
        paint_entry(board, entry, words._replace(x=x + board.short * 0.01), size, marks=False)
        side = min(words.width * 0.8, top - body.y - board.short * 0.03, board.short * 0.2)
        if side > board.short * 0.04:
            board.picture(
                entry.art, Box(x + board.short * 0.01, top - side - board.short * 0.02, side, side), f"{index}"
            )


def _level_picture(board: Board, entry: Entry, index: int, box: Box, *, both: bool) -> None:
    """The entry's picture on the free side of the rail."""
    if entry.art and not both:
        side = min(box.width * 0.7, box.height * 0.8, board.short * 0.2)
        place = Box(box.x + (box.width - side) / 2, box.y + box.height - side, side, side)
        board.picture(entry.art, place, f"{index}")


def _paint_side(board: Board, entries: Sequence[Entry]) -> None:
    """Down a rail: marks on its left, words on its right, pictures at the right edge."""
    body, count = board.body, len(entries)
    slot = body.height / count
    marked = any(entry.mark for entry in entries)
    pictured = any(entry.art for entry in entries)
    left = body.width * 0.24 if marked else 24 * board.unit
    gap = board.short * 0.05
    side = min(slot * 0.8, board.short * 0.11) if pictured else 0.0
    words = body.width - left - gap - side
    size = fit_entries(board, entries, [(words, slot * 0.84)] * count, board.label_size * 1.15, marks=False)
    if marked:
        marks = [Entry(label=entry.mark) for entry in entries]
        size = fit_entries(board, marks, [(left - gap, slot * 0.84)] * count, size)
    tall = max(entry_height(board, entry, size, words, marks=False) for entry in entries)
    slot = min(slot, max(tall * 3.2, board.short * 0.2))
    x, top = body.x + left, body.y + min(0.3 * (body.height - slot * count), board.short * 0.05)
    _rail(board, x, top + slot / 2, x, top + slot * (count - 0.5))
    for index, entry in enumerate(entries):
        y = top + index * slot
        _dot(board, x, y + slot / 2, index)
        mark = Entry(label=entry.mark)
        paint_entry(
            board,
            mark,
            Box(body.x, y, left - gap, slot),
            size,
            align="right",
            stand=0.5,
            ink=board.theme.accent_ink,
        )
        box = Box(x + gap, y, words, slot)
        paint_entry(board, entry, box, size, stand=0.5, marks=False)
        place = Box(body.x + body.width - side, y + (slot - side) / 2, side, side)
        board.picture(entry.art, place, f"{index}")


def _paint_middle(board: Board, entries: Sequence[Entry]) -> None:
    """Down the middle, entries on the left and on the right in turn."""
    body, count = board.body, len(entries)
    gap = board.short * 0.055
    width = body.width / 2 - gap
    step = body.height / (count + 0.6)
    room = step * 1.7
    size = fit_entries(board, entries, [(width, room)] * count, board.label_size * 1.1)
    tall = max(entry_height(board, entry, size, width) for entry in entries)
    first = body.y + max(tall / 2, step * 0.5)
    last = body.y + body.height - max(tall / 2, step * 0.5)
    step = (last - first) / max(1, count - 1)
    x = body.x + body.width / 2
    _rail(board, x, body.y, x, body.y + body.height)
    for index, entry in enumerate(entries):
        y = first + index * step
        on_left = index % 2 == 0
        _dot(board, x, y, index)
        box = Box(body.x if on_left else x + gap, y - room / 2, width, room)
        paint_entry(board, entry, box, size, align="right" if on_left else "left", stand=0.5)
        far = Box(x + gap if on_left else body.x, y - step * 0.4, width, step * 0.8)
        side = min(far.height, board.short * 0.12)
        place = Box(far.x if on_left else far.x + far.width - side, y - side / 2, side, side)
        if entry.art and side > board.short * 0.05:
            board.picture(entry.art, place, f"{index}")


paint = board_layout(_paint)
