"""Venn diagrams of two or three sets: names, what is only in one, what they share."""

from __future__ import annotations

from collections.abc import Sequence

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Point, fill, stroke
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.words import height_of, set_words, shared_size
from aquatint.engines.composer.graphics.ornaments import polar
from aquatint.engines.composer.graphics.page import centre
from aquatint.engines.composer.scene import Entry

LAP = 0.34
"""Width of the overlap of two sets, in diameters."""
WHOLE = (0.93, 0.885)
"""Width and height of three sets, in the side that they are measured by."""
MOST_DRAWN = 2.0
"""How much longer than high, or higher than long, ovals may be."""


def _points(entries: Sequence[Entry], head: int) -> list[str]:
    return [entry.label for entry in entries if entry.parent == head]


def _paint(board: Board) -> None:
    entries = board.sheet.entries
    heads = [index for index, entry in enumerate(entries) if entry.role == "section"][:3]
    shared = [index for index, entry in enumerate(entries) if entry.role == "shared"]
    if len(heads) < 2:
        paint_empty(board)
        return
    common = _points(entries, shared[0]) if shared else []
    name = entries[shared[0]].label if shared else ""
    if len(heads) == 2:
        _paint_two(board, heads, name, common)
    else:
        _paint_three(board, heads, name, common)


def _oval(board: Board, x: float, y: float, reach: tuple[float, float], index: int) -> None:
    tone = board.theme.tone(index)
    rect = skia.Rect.MakeXYWH(x - reach[0], y - reach[1], 2 * reach[0], 2 * reach[1])
    board.page.canvas.drawOval(rect, fill(tone, 0.24 if not board.theme.dark else 0.34))
    board.page.canvas.drawOval(rect, stroke(tone, 5 * board.unit))


def _paint_two(board: Board, heads: Sequence[int], name: str, common: Sequence[str]) -> None:
    """Side by side, or one above the other on tall pages."""
    body = board.body
    across = body.width > body.height * 0.9
    long, short = (body.width, body.height) if across else (body.height, body.width)
    diameter = min(short, long / (2 - LAP)) * 0.99
    step = diameter * (1 - LAP)
    x, y = centre(body)
    spots = [(x + s * step / 2, y) if across else (x, y + s * step / 2) for s in (-1, 1)]
    for index, spot in enumerate(spots):
        _oval(board, *spot, (diameter / 2, diameter / 2), index)
    free, lap = diameter * (1 - LAP), diameter * LAP
    rooms = []
    for s, spot in zip((-1, 1), spots, strict=True):
        if across:
            width = free * 0.72
            middle = spot[0] + s * (diameter / 2 - free / 2) - s * free * 0.02
            rooms.append(Box(middle - width / 2, y - diameter * 0.3, width, diameter * 0.6))
        else:
            height = free * 0.66
            middle = spot[1] + s * (diameter / 2 - free / 2) - s * free * 0.04
            rooms.append(Box(x - diameter * 0.31, middle - height / 2, diameter * 0.62, height))
    if across:
        middle_room = Box(x - lap * 0.41, y - diameter * 0.25, lap * 0.82, diameter * 0.5)
    else:
        middle_room = Box(x - diameter * 0.3, y - lap * 0.3, diameter * 0.6, lap * 0.6)
    entries = board.sheet.entries
    groups = [(entries[head].label, _points(entries, head), room) for head, room in zip(heads, rooms, strict=True)]
    groups.append((name, list(common), middle_room))
    _set_groups(board, groups)


def _paint_three(board: Board, heads: Sequence[int], name: str, common: Sequence[str]) -> None:
    """In a triangle, drawn out on long pages; names and own points stand outside the overlaps."""
    body = board.body
    x, y = centre(body)
    side = min(body.width / WHOLE[0], body.height / WHOLE[1])
    wide, tall = (min(MOST_DRAWN, room / side / each) for room, each in zip(body[2:], WHOLE, strict=True))
    radius, reach = side * 0.295, side * 0.195
    y += side * tall * 0.05
    spots = [_drawn_out(x, y, reach, angle, wide, tall) for angle in (-90, 150, 30)]
    for index, spot in enumerate(spots):
        _oval(board, *spot, (radius * wide, radius * tall), index)
    outer = [_drawn_out(x, y, reach + radius * 0.42, angle, wide, tall) for angle in (-90, 150, 30)]
    entries = board.sheet.entries
    width, height = radius * 0.86 * wide, radius * 0.62 * tall
    groups = []
    for head, (px, py) in zip(heads, outer, strict=True):
        groups.append(
            (entries[head].label, _points(entries, head), Box(px - width / 2, py - height / 2, width, height))
        )
    width, height = radius * 0.52 * wide, radius * 0.42 * tall
    groups.append((name, list(common), Box(x - width / 2, y - height / 2, width, height)))
    _set_groups(board, groups)


def _drawn_out(x: float, y: float, reach: float, angle: float, wide: float, tall: float) -> Point:
    """A place at an angle, on an oval."""
    px, py = polar(0.0, 0.0, reach, angle)
    return x + px * wide, y + py * tall


def _set_groups(board: Board, groups: Sequence[tuple[str, list[str], Box]]) -> None:
    """Names in strong type, points below them, all in two sizes."""
    strong, text = board.voice.strong, board.voice.text
    size = shared_size(
        [(name, (box.width, box.height * 0.5)) for name, _, box in groups], strong, board.label_size * 1.25
    )
    points = [(point, (box.width, 1e6)) for _, each, box in groups for point in each]
    small = shared_size(points, text, size * 0.8)
    for name, each, box in groups:
        while small > 1 and _height(board, name, each, box, size, small) > box.height:
            size, small = size * 0.94, small * 0.94
    for name, each, box in groups:
        y = box.y + (box.height - _height(board, name, each, box, size, small)) / 2
        took = set_words(board.page, name, strong, size, Box(box.x, y, box.width, 1e6), board.theme.ink, stand=0.0)
        y += took.height + (size * 0.7 if name else 0)
        for point in each:
            took = set_words(
                board.page, point, text, small, Box(box.x, y, box.width, 1e6), board.theme.ink, stand=0.0
            )
            y += took.height + small * 0.55


def _height(board: Board, name: str, points: Sequence[str], box: Box, size: float, small: float) -> float:
    height = height_of(name, board.voice.strong, size, box.width) + (size * 0.7 if name and points else 0)
    height += sum(height_of(point, board.voice.text, small, box.width) for point in points)
    return height + small * 0.55 * max(0, len(points) - 1)


paint = board_layout(_paint)
