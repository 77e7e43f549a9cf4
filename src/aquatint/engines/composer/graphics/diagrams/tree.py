"""Trees: org charts and family trees, from top to bottom or, on tall pages, from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.information.arrows import arrow
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.words import set_words, shared_size
from aquatint.engines.composer.graphics.page import centre
from aquatint.engines.composer.scene import Entry


def parents_of(entries: Sequence[Entry]) -> list[int]:
    """The parent of each entry; one that does not come before it counts as none."""
    return [entry.parent if entry.parent < index else -1 for index, entry in enumerate(entries)]


def levels_of(parents: Sequence[int]) -> list[int]:
    """How deep each entry stands, 0 for roots."""
    levels: list[int] = []
    for parent in parents:
        levels.append(levels[parent] + 1 if parent >= 0 else 0)
    return levels


def spread_of(parents: Sequence[int]) -> list[float]:
    """Where each entry stands across, in leaves from the first: over the middle of its children."""
    children: list[list[int]] = [[] for _ in parents]
    for index, parent in enumerate(parents):
        if parent >= 0:
            children[parent].append(index)
    places = [0.0] * len(parents)
    at = 0
    order = _depth_first(children, [i for i, parent in enumerate(parents) if parent < 0])
    for index in order:
        if not children[index]:
            places[index] = at + 0.5
            at += 1
    for index in reversed(order):
        if children[index]:
            places[index] = (places[children[index][0]] + places[children[index][-1]]) / 2
    return places


def _depth_first(children: Sequence[Sequence[int]], roots: Sequence[int]) -> list[int]:
    order, waiting = [], list(reversed(roots))
    while waiting:
        index = waiting.pop()
        order.append(index)
        waiting.extend(reversed(children[index]))
    return order


def _boxes(board: Board, parents: Sequence[int], *, down: bool) -> list[Box]:
    body, levels, places = board.body, levels_of(parents), spread_of(parents)
    depth = max(levels) + 1
    leaves = max(1.0, sum(1 for index in range(len(parents)) if index not in parents))
    across = (body.width if down else body.height) / leaves
    along = (body.height if down else body.width) / depth
    boxes = []
    for level, place in zip(levels, places, strict=True):
        if down:
            width, height = min(across * 0.9, board.measure * 0.36), min(along * 0.56, board.measure * 0.18)
            x, y = body.x + place * across, body.y + (level + 0.5) * along
        else:
            width, height = along * 0.72, min(across * 0.76, board.measure * 0.13)
            x, y = body.x + (level + 0.5) * along, body.y + place * across
        boxes.append(Box(x - width / 2, y - height / 2, width, height))
    return boxes


def _paint(board: Board) -> None:
    entries = board.sheet.entries
    if not entries:
        paint_empty(board)
        return
    parents = parents_of(entries)
    leaves = sum(1 for index in range(len(parents)) if index not in parents)
    down = board.body.width / leaves > board.measure * 0.13
    boxes = _boxes(board, parents, down=down)
    for index, parent in enumerate(parents):
        if parent >= 0:
            _paint_branch(board, boxes[parent], boxes[index], down=down)
    levels = levels_of(parents)
    words = [
        (entry.label, (box.width * 0.86, box.height * 0.8)) for entry, box in zip(entries, boxes, strict=True)
    ]
    size = shared_size(words, board.voice.strong, board.label_size)
    for entry, box, level in zip(entries, boxes, levels, strict=True):
        _paint_box(board, entry, box, level, size)


def _paint_branch(board: Board, start: Box, end: Box, *, down: bool) -> None:
    (x0, y0), (x1, y1) = centre(start), centre(end)
    if down:
        middle = (start.y + start.height + end.y) / 2
        points = [(x0, start.y + start.height), (x0, middle), (x1, middle), (x1, end.y)]
    else:
        middle = (start.x + start.width + end.x) / 2
        points = [(start.x + start.width, y0), (middle, y0), (middle, y1), (end.x, y1)]
    arrow(board.page, points, board.theme.muted, head=False)


def _paint_box(board: Board, entry: Entry, box: Box, level: int, size: float) -> None:
    theme = board.theme
    field = theme.band if level == 0 else theme.pale(theme.tone(level - 1), 0.28) if level < 3 else theme.panel
    radius = board.measure * 0.012 if board.chance.fork("corners").random() < 0.5 else box.height / 2
    board.page.rectangle(box, fill(field), radius)
    if level:
        board.page.rectangle(box, stroke(theme.tone(min(level, 3) - 1), 2.6 * board.unit), radius)
    room = Box(box.x + box.width * 0.07, box.y, box.width * 0.86, box.height)
    set_words(board.page, entry.label, board.voice.strong, size, room, theme.on(field))


paint = board_layout(_paint)
