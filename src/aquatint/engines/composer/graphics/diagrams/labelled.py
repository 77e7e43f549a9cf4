"""A thing with its parts named: by lines to labels at both sides, or by numbers where the page is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from aquatint.engines.composer.art import find
from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.drawing.brush import Point, fill, polygon, stroke
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.words import block_of, set_words, shared_size
from aquatint.engines.composer.graphics.page import centre, upper
from aquatint.engines.composer.graphics.picture import FLAT
from aquatint.engines.composer.scene import Entry
from aquatint.sizes import Size

NARROW = 0.8
"""Width by height of the room below which the labels stand in a list."""
COLUMN = 0.215
"""Width of each column of labels, as a share of the room."""
LABEL, LIST = 0.042, 0.05
"""Largest type sizes, in measures."""
MASK = 160
"""Pixels across of the mask by which lines find the drawing."""
SOLID = 100
"""Alpha from which a pixel of the mask belongs to the drawing."""


class Mark(NamedTuple):
    """A label and the point of the drawing that it names."""

    text: str
    spot: Point


def _paint(board: Board) -> None:
    entries = board.sheet.entries
    if not entries or not board.sheet.art:
        paint_empty(board)
    elif board.body.width < NARROW * board.body.height:
        _paint_list(board, entries)
    else:
        _paint_columns(board, entries)


def _placed(board: Board, room: Box) -> Box:
    """The drawing's box, as large as the room allows, in its middle."""
    aspect = find(board.sheet.art).aspect
    height = min(room.height, room.width / aspect)
    width = height * aspect
    return Box(room.x + (room.width - width) / 2, room.y + (room.height - height) / 2, width, height)


def _look(board: Board) -> Look:
    # People stand straight, as their parts are told.
    pose = {"pose": "standing"} if board.sheet.art.startswith("person:") else {}
    return Look(light=FLAT, chance=board.page.chance.fork("labelled"), attributes=pose)


def _paint_thing(board: Board, box: Box) -> None:
    x, y = centre(box)
    reach = min(max(box.width, box.height) * 0.6, board.body.height * 0.54, board.body.width * 0.5)
    board.page.circle(x, y, reach, fill(board.theme.panel))
    find(board.sheet.art).paint(board.page.canvas, box, _look(board))


def _marks(board: Board, entries: Sequence[Entry], box: Box) -> list[Mark]:
    """The labels with their points; one that nobody knows a place for is spread over the drawing."""
    mask = _mask(board, box)
    marks = []
    for index, entry in enumerate(entries):
        x, y = entry.at or (0.3 + 0.4 * (index % 2), (index + 0.5) / len(entries))
        x, y = _nearest(mask, x, y)
        marks.append(Mark(entry.label, (box.x + x * box.width, box.y + y * box.height)))
    return marks


def _mask(board: Board, box: Box) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Where the drawing is solid."""
    scale = MASK / max(box.width, box.height)
    size = Size(max(8, round(box.width * scale)), max(8, round(box.height * scale)))
    surface = new_surface(size)
    find(board.sheet.art).paint(surface.getCanvas(), Box(0.0, 0.0, size.width, size.height), _look(board))
    solid: np.ndarray[tuple[int, int], np.dtype[np.bool_]] = read_pixels(surface)[..., 3] > SOLID
    return solid


def _nearest(mask: np.ndarray[tuple[int, int], np.dtype[np.bool_]], x: float, y: float) -> Point:
    """The solid place nearest to a point, both in shares of the box."""
    rows, columns = np.nonzero(mask)
    if not len(rows):
        return x, y
    height, width = mask.shape
    best = int(np.argmin((columns - x * width) ** 2 + (rows - y * height) ** 2))
    return (columns[best] + 0.5) / width, (rows[best] + 0.5) / height


def _paint_columns(board: Board, entries: Sequence[Entry]) -> None:
    body = board.body
    column = body.width * COLUMN
    middle = Box(body.x + column * 1.12, body.y, body.width - 2.24 * column, body.height)
    box = _placed(board, middle)
    _paint_thing(board, box)
    marks = sorted(_marks(board, entries, box), key=lambda mark: mark.spot[0])
    half = (len(marks) + 1) // 2
    sides = [sorted(side, key=lambda mark: mark.spot[1]) for side in (marks[:half], marks[half:])]
    room = body.height / max(1, len(sides[0]))
    words = [(mark.text, (column, room * 0.86)) for mark in marks]
    size = shared_size(words, board.voice.strong, board.measure * LABEL, lines=3)
    gap = board.measure * 0.06
    _paint_side(board, sides[0], box.x - gap - column, column, size, right=True)
    _paint_side(board, sides[1], box.x + box.width + gap, column, size, right=False)


def _paint_side(board: Board, marks: Sequence[Mark], x: float, width: float, size: float, *, right: bool) -> None:
    """A column of labels, each as near to the height of its point as the others let it be."""
    face = board.voice.strong
    heights = [block_of(mark.text, face, size, width).height + size * 0.7 for mark in marks]
    tops = _spread([mark.spot[1] for mark in marks], heights, board.body)
    for mark, top, height in zip(marks, tops, heights, strict=True):
        place = Box(x, top, width, height)
        set_words(board.page, mark.text, face, size, place, board.theme.ink, align="right" if right else "left")
        edge = x + width + size * 0.4 if right else x - size * 0.4
        elbow = edge + (size if right else -size) * 0.7
        middle = top + height / 2
        _paint_line(board, [(edge, middle), (elbow, middle), mark.spot])


def _spread(wanted: Sequence[float], heights: Sequence[float], body: Box) -> list[float]:
    """Tops of boxes with their middles near the wanted heights, none over another, all in the body."""
    tops: list[float] = []
    at = body.y
    for middle, height in zip(wanted, heights, strict=True):
        at = max(at, middle - height / 2)
        tops.append(at)
        at += height
    limit = body.y + body.height
    for index in range(len(tops) - 1, -1, -1):
        tops[index] = min(tops[index], limit - heights[index])
        limit = tops[index]
    return tops


def _paint_line(board: Board, points: Sequence[Point]) -> None:
    """A line to a point of the drawing, with a dot there that is seen on any ground."""
    unit = board.unit
    board.page.path(polygon(points, closed=False), stroke(board.theme.ground, 6 * unit))
    board.page.path(polygon(points, closed=False), stroke(board.theme.ink, 2.6 * unit))
    board.page.circle(*points[-1], 9 * unit, fill(board.theme.ground))
    board.page.circle(*points[-1], 6.4 * unit, fill(board.theme.accent))


def _paint_list(board: Board, entries: Sequence[Entry]) -> None:
    """Numbers on the drawing, and the labels in their order under it."""
    columns = 1 if len(entries) <= 4 or board.body.width < board.measure * 0.7 else 2
    rows = -(-len(entries) // columns)
    share = min(0.6, max(0.4, 1 - rows * board.measure * 0.085 / board.body.height))
    top, foot = upper(board.body, share, board.measure * 0.05)
    box = _placed(board, top)
    _paint_thing(board, box)
    width, height = foot.width / columns, min(foot.height / rows, board.measure * 0.1)
    radius = min(height * 0.36, board.measure * 0.026)
    words = [(entry.label, (width - radius * 3.4, height * 0.9)) for entry in entries]
    size = shared_size(words, board.voice.strong, board.measure * LIST, lines=2)
    ordered = sorted(_marks(board, entries, box), key=lambda mark: mark.spot[1])
    for number, mark in enumerate(ordered):
        column, row = divmod(number, rows)
        y = foot.y + (row + 0.5) * height
        x = foot.x + column * width + radius
        _paint_number(board, number + 1, (x, y), radius)
        _paint_number(board, number + 1, mark.spot, radius * 0.8)
        place = Box(x + radius * 1.8, y - height / 2, width - radius * 3.4, height)
        set_words(board.page, mark.text, board.voice.strong, size, place, board.theme.ink, align="left")


def _paint_number(board: Board, number: int, spot: Point, radius: float) -> None:
    tone = board.theme.band
    board.page.circle(*spot, radius * 1.16, fill(board.theme.ground))
    board.page.circle(*spot, radius, fill(tone))
    box = Box(spot[0] - radius * 0.7, spot[1] - radius * 0.7, radius * 1.4, radius * 1.4)
    size = shared_size([(str(number), (box.width, box.height))], board.voice.strong, radius * 1.2, lines=1)
    set_words(board.page, str(number), board.voice.strong, size, box, board.theme.on(tone))


paint = board_layout(_paint, picture=lambda page, theme: None)
