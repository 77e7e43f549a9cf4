"""Comparisons: two to four sides with a head, a picture and points; pros with ticks, cons with crosses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, polygon, stroke
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.words import height_of, set_words, shared_size
from aquatint.engines.composer.graphics.lettering import Align
from aquatint.engines.composer.graphics.page import centre
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.scene import Entry

_GOOD = re.compile(r"^(?:pros?|advantages?|benefits?|do|dos|do's|good|yes|strengths?)$", re.IGNORECASE)
_BAD = re.compile(r"^(?:cons?|disadvantages?|drawbacks?|don'?ts?|bad|no|weaknesses)$", re.IGNORECASE)
SQUARE = 2.6
"""Width by height up to which four sides stand two by two."""
_VERSUS = re.compile(r"\b(vs\.?|versus)\b", re.IGNORECASE)


def _paint(board: Board) -> None:
    entries = board.sheet.entries
    heads = [index for index, entry in enumerate(entries) if entry.role == "section"]
    if not heads:
        paint_empty(board)
        return
    groups = [[entry for entry in entries if entry.parent == head] for head in heads]
    boxes = _boxes(board, len(heads), pointed=any(groups))
    rooms = [
        _rooms(board, entries[head], box, bool(group))
        for head, box, group in zip(heads, boxes, groups, strict=True)
    ]
    names = [
        (entries[head].label, (head_box.width, head_box.height))
        for head, (head_box, _, _) in zip(heads, rooms, strict=True)
    ]
    size = shared_size(names, board.voice.title, board.measure * 0.085)
    small = _point_size(board, groups, [room[2] for room in rooms], size * 0.86)
    for index, (head, group) in enumerate(zip(heads, groups, strict=True)):
        _paint_side(board, entries[head], group, boxes[index], rooms[index], index, (size, small))
    if len(heads) == 2 and (said := _VERSUS.search(board.page.scene.prompt)) is not None:
        _paint_versus(board, boxes, said[1])


def _boxes(board: Board, count: int, *, pointed: bool) -> list[Box]:
    """Side by side, or below each other on tall pages."""
    body, gap = board.body, board.measure * 0.035
    if count == 4 and 0.5 < body.width / body.height < SQUARE:
        width, height = (body.width - gap) / 2, (body.height - gap) / 2
        places = [(row, column) for row in (0, 1) for column in (0, 1)]
        return [Box(body.x + c * (width + gap), body.y + r * (height + gap), width, height) for r, c in places]
    if body.width / count > body.height * 0.26:
        width = (body.width - gap * (count - 1)) / count
        height = body.height if pointed else min(body.height, width * 1.3)
        y = body.y + (body.height - height) / 2
        return [Box(body.x + index * (width + gap), y, width, height) for index in range(count)]
    height = (body.height - gap * (count - 1)) / count
    return [Box(body.x, body.y + index * (height + gap), body.width, height) for index in range(count)]


def _rooms(board: Board, head: Entry, box: Box, pointed: bool) -> tuple[Box, Box | None, Box]:
    """Rooms of the name, the picture and the points."""
    pad = board.measure * 0.035
    inner = Box(box.x + pad, box.y + pad, box.width - 2 * pad, box.height - 2 * pad)
    name_height = min(inner.height * (0.2 if pointed else 0.3), board.measure * 0.14)
    if not head.art:
        name = inner._replace(height=name_height)
        top = inner.y + name_height + pad * 2.2
        return name, None, Box(inner.x, top, inner.width, inner.y + inner.height - top)
    side = min(inner.width * 0.8, inner.height * (0.34 if pointed else 0.6))
    picture = Box(inner.x + (inner.width - side) / 2, inner.y, side, side)
    if inner.width > inner.height * 1.6:
        side = min(inner.height, inner.width * 0.3)
        picture = Box(inner.x + inner.width - side, inner.y + (inner.height - side) / 2, side, side)
        inner = inner._replace(width=inner.width - side - pad)
        name = inner._replace(height=name_height)
        top = inner.y + name_height + pad * 0.6
    else:
        name = Box(inner.x, picture.y + side + pad * 0.6, inner.width, name_height)
        top = name.y + name_height + pad * 0.8
    return name, picture, Box(inner.x, top, inner.width, inner.y + inner.height - top)


def _point_size(board: Board, groups: Sequence[Sequence[Entry]], rooms: Sequence[Box], limit: float) -> float:
    """One size at which all points fit their side."""
    face = board.voice.text
    words = [
        (entry.label, (room.width - limit * 1.4, 1e6))
        for group, room in zip(groups, rooms, strict=True)
        for entry in group
    ]
    size = shared_size(words, face, limit)
    for group, room in zip(groups, rooms, strict=True):
        while size > 1 and _points_height(board, group, room.width, size) > room.height:
            size *= 0.95
    return size


def _text(entry: Entry) -> str:
    return f"{entry.label}: {entry.detail}" if entry.detail else entry.label


def _points_height(board: Board, group: Sequence[Entry], width: float, size: float) -> float:
    heights = [height_of(_text(entry), board.voice.text, size, width - size * 1.4, 1.25) for entry in group]
    return sum(heights) + size * 0.9 * max(0, len(heights) - 1)


def _paint_side(
    board: Board,
    head: Entry,
    group: Sequence[Entry],
    box: Box,
    rooms: tuple[Box, Box | None, Box],
    index: int,
    sizes: tuple[float, float],
) -> None:
    theme, page = board.theme, board.page
    name, picture, points = rooms
    tone = apart(theme.tone(index), theme.panel, 2.0)
    radius = board.measure * 0.022
    if picture is None and not group:
        # A name and nothing else: the whole card is its field.
        page.rectangle(box, fill(tone), radius)
        room = Box(name.x, box.y, name.width, box.height)
        set_words(page, head.label, board.voice.title, sizes[0], room, theme.on(tone))
        return
    page.rectangle(box, fill(theme.panel), radius)
    align: Align = "center" if picture is not None and box.width <= box.height * 1.6 else "left"
    if picture is None:
        band = Box(box.x, box.y, box.width, name.y + name.height + board.measure * 0.035 - box.y)
        page.canvas.save()
        page.clip(band)
        page.rectangle(box, fill(tone), radius)
        page.canvas.restore()
        ink = theme.on(tone)
    else:
        x, y = centre(picture)
        page.circle(x, y, picture.width * 0.5, fill(theme.pale(tone, 0.25)))
        inset = picture.width * 0.14
        board.picture(
            head.art,
            Box(picture.x + inset, picture.y + inset, picture.width - 2 * inset, picture.width - 2 * inset),
            head.label,
        )
        ink = theme.word_tone(tone)
    set_words(page, head.label, board.voice.title, sizes[0], name, ink, align=align)
    _paint_points(board, head, group, points, tone, sizes[1])


def _paint_points(board: Board, head: Entry, group: Sequence[Entry], room: Box, tone: Colour, size: float) -> None:
    y = room.y
    spare = room.height - _points_height(board, group, room.width, size)
    gap = size * 0.9 + min(size * 1.6, max(0.0, spare * 0.8) / max(1, len(group)))
    for entry in group:
        leftwards = faces.is_right_to_left(entry.label)
        box = Box(room.x + (0.0 if leftwards else size * 1.4), y, room.width - size * 1.4, 1e6)
        took = set_words(
            board.page,
            _text(entry),
            board.voice.text,
            size,
            box,
            board.theme.ink,
            align="right" if leftwards else "left",
            stand=0.0,
            leading=1.25,
        )
        bullet = room.width - size * 0.45 if leftwards else size * 0.45
        _paint_bullet(board, head.label, room.x + bullet, y + size * 0.38, size, tone)
        y += took.height + gap


def _paint_bullet(board: Board, head: str, x: float, y: float, size: float, tone: Colour) -> None:
    line = stroke(tone, size * 0.17)
    reach = size * 0.34
    if _GOOD.match(head):
        board.page.path(
            polygon(
                [(x - reach, y), (x - reach * 0.2, y + reach * 0.8), (x + reach, y - reach * 0.8)], closed=False
            ),
            line,
        )
    elif _BAD.match(head):
        for turn in (-1, 1):
            board.page.canvas.drawLine(
                x - reach * 0.75, y - turn * reach * 0.75, x + reach * 0.75, y + turn * reach * 0.75, line
            )
    else:
        board.page.circle(x, y, size * 0.2, fill(tone))


def _paint_versus(board: Board, boxes: Sequence[Box], word: str) -> None:
    """The word between the sides, on a disc over the gap."""
    first, second = boxes
    theme, radius = board.theme, board.measure * 0.05
    if second.x > first.x:
        x, y = (first.x + first.width + second.x) / 2, first.y + first.height * 0.14
    else:
        x, y = first.x + first.width * 0.86, (first.y + first.height + second.y) / 2
    board.page.circle(x, y, radius * 1.14, fill(theme.ground))
    board.page.circle(x, y, radius, fill(theme.accent))
    size = shared_size([(word, (radius * 1.4, radius))], board.voice.strong, radius * 0.72, lines=1)
    box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
    set_words(board.page, word, board.voice.strong, size, box, theme.on(theme.accent))


paint = board_layout(_paint)
