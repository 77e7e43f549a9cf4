"""Venn diagrams of two or three sets: names, what is only in one, what they share."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.words import height_of, set_words, shared_size
from aquatint.engines.composer.graphics.ornaments import polar
from aquatint.engines.composer.graphics.page import centre
from aquatint.engines.composer.scene import Entry

LAP = 0.34
"""Width of the overlap of two sets, in diameters."""


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


def _disc(board: Board, x: float, y: float, radius: float, index: int) -> None:
    tone = board.theme.tone(index)
    board.page.circle(x, y, radius, fill(tone, 0.24 if not board.theme.dark else 0.34))
    board.page.circle(x, y, radius, stroke(tone, 4 * board.unit))


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
        _disc(board, *spot, diameter / 2, index)
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
    """In a triangle; names and own points stand outside the overlaps."""
    x, y = centre(board.body)
    side = min(board.body.width, board.body.height)
    radius = side * 0.295
    reach = side * 0.195
    y += side * 0.02
    spots = [polar(x, y, reach, angle) for angle in (-90, 150, 30)]
    for index, spot in enumerate(spots):
        _disc(board, *spot, radius, index)
    outer = [polar(x, y, reach + radius * 0.42, angle) for angle in (-90, 150, 30)]
    entries = board.sheet.entries
    width, height = radius * 0.86, radius * 0.62
    groups = []
    for head, (px, py) in zip(heads, outer, strict=True):
        groups.append(
            (entries[head].label, _points(entries, head), Box(px - width / 2, py - height / 2, width, height))
        )
    groups.append((name, list(common), Box(x - radius * 0.26, y - radius * 0.2, radius * 0.52, radius * 0.42)))
    _set_groups(board, groups)


def _set_groups(board: Board, groups: Sequence[tuple[str, list[str], Box]]) -> None:
    """Names in strong type, points below them, all in two sizes."""
    strong, text = board.voice.strong, board.voice.text
    size = shared_size(
        [(name, (box.width, box.height * 0.5)) for name, _, box in groups], strong, board.label_size
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
