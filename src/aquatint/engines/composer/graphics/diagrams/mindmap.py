"""Mind maps: the topic in the middle, branches on both sides, twigs at their ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Point, fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.information.board import Board, open_page
from aquatint.engines.composer.graphics.information.words import set_words, shared_size
from aquatint.engines.composer.graphics.lettering import in_order
from aquatint.engines.composer.graphics.page import centre
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.scene import Entry, Scene
from aquatint.sizes import Size

COLUMN = 0.24
"""Least width of a branch beside others, in measures."""
TALLEST = 0.17
"""Height of a branch in measures."""
HEAD = 1.9
"""Height of a branch with its twigs below it, in lines of twigs."""


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """Ground, branches, the topic on top of them."""
    page, theme, voice = open_page(canvas, scene, size, chance)
    yield 0.1, "ground"
    board = Board(page, theme, voice, page.inner, chance.fork("body"))
    core = _core(board)
    branches = [index for index, entry in enumerate(board.sheet.entries) if entry.parent < 0]
    half = (len(branches) + 1) // 2
    for number, group in enumerate((branches[:half], branches[half:])):
        _paint_side(board, core, group, number * half, side=1 if number == 0 else -1)
    yield 0.7, "branches"
    _paint_core(board, core)
    yield 1.0, "topic"


def _core(board: Board) -> Box:
    """The oval of the topic: between the sides on wide pages, between upper and lower half on tall ones."""
    body = board.body
    words = sum(len(text.content) for text in board.page.scene.texts)
    width = min(body.width * (0.27 if words < 60 else 0.32), board.measure * 0.46)
    if _tall(board):
        width = min(body.width * 0.66, board.measure * 0.6)
    height = min(width * 0.62, body.height * (0.24 if _tall(board) else 0.34))
    x, y = centre(body)
    return Box(x - width / 2, y - height / 2, width, height)


def _tall(board: Board) -> bool:
    """Whether branches stand above and below the topic."""
    return board.body.width < board.body.height * 0.95


def _paint_core(board: Board, core: Box) -> None:
    theme = board.theme
    board.page.canvas.drawOval(skia.Rect.MakeXYWH(*core), fill(theme.band))
    texts = " ".join(text.content for text in in_order(board.page.scene.texts))
    room = Box(core.x + core.width * 0.15, core.y + core.height * 0.2, core.width * 0.7, core.height * 0.6)
    size = shared_size([(texts, (room.width, room.height))], board.voice.title, board.measure * 0.085)
    set_words(board.page, texts, board.voice.title, size, room, theme.on(theme.band))


def _twigs(entries: Sequence[Entry], branch: int) -> list[int]:
    return [index for index, entry in enumerate(entries) if entry.parent == branch and index != branch]


def _side_box(board: Board, core: Box, side: int) -> Box:
    """The room of the branches on one side of the topic."""
    body, gap = board.body, board.measure * 0.06
    if _tall(board):
        if side > 0:
            return Box(body.x, body.y, body.width, core.y - gap - body.y)
        top = core.y + core.height + gap
        return Box(body.x, top, body.width, body.y + body.height - top)
    if side > 0:
        left = core.x + core.width + gap
        return Box(left, body.y, body.x + body.width - left, body.height)
    return Box(body.x, body.y, core.x - gap - body.x, body.height)


def _paint_side(board: Board, core: Box, branches: Sequence[int], first: int, *, side: int) -> None:
    """The branches of one side of the topic: in columns above or below it, else below each other beside it."""
    if not branches:
        return
    room = _side_box(board, core, side)
    if _tall(board) and room.width / len(branches) > board.measure * COLUMN:
        _paint_columns(board, core, branches, first, room, up=side > 0)
        return
    entries = board.sheet.entries
    twigged = any(_twigs(entries, branch) for branch in branches)
    below = twigged and not _tall(board) and room.width < board.measure * 0.6
    rows = [max(1.0, len(_twigs(entries, branch)) + (HEAD if below else 0.0)) for branch in branches]
    line = room.height / sum(rows)
    gap = board.measure * 0.05
    wide = (room.width - gap) * (0.46 if twigged and not below else 1.0)
    wide = min(wide, board.measure * 0.46)
    talls = [min(line * (HEAD * 0.72 if below else row * 0.8), board.measure * TALLEST) for row in rows]
    labels = [(entries[b].label, (wide * 0.84, t * 0.74)) for b, t in zip(branches, talls, strict=True)]
    size = shared_size(labels, board.voice.strong, board.label_size)
    twig_room = room.width if below else room.width - wide - gap - size * 0.4
    words = [(entries[t].label, (twig_room, line * 0.8)) for b in branches for t in _twigs(entries, b)]
    small = shared_size(words, board.voice.text, size * 0.9)
    y, mirrored = room.y, side < 0 and not _tall(board)
    for number, (branch, tall) in enumerate(zip(branches, talls, strict=True)):
        height = line * rows[number]
        tone = apart(board.theme.tone(first + number), board.theme.ground, 2.0)
        away = not twigged and (first + number) % 2 == 1
        x = room.x + room.width - wide if mirrored or (_tall(board) and away) else room.x
        box = Box(x, y + (line * HEAD * 0.2 if below else (height - tall) / 2), wide, tall)
        end = centre(box) if _tall(board) else _edge(box, mirrored)
        _bow(board, centre(core), end, tone, down=_tall(board))
        twigs = _twigs(entries, branch)
        if below:
            step = min(line, small * 2.1)
            under = Box(x, box.y + tall + step * 0.15, wide, step * len(twigs))
            _set_twigs(board, twigs, under, small)
        else:
            _paint_twigs(board, twigs, box, Box(room.x, y, room.width, height), tone, small, mirrored)
        _paint_branch(board, entries[branch], box, tone, size)
        y += height


def _paint_columns(board: Board, core: Box, branches: Sequence[int], first: int, room: Box, *, up: bool) -> None:
    """Branches beside each other near the topic, their twigs beyond them."""
    entries, gap = board.sheet.entries, board.measure * 0.035
    width = (room.width - gap * (len(branches) - 1)) / len(branches)
    most = max(len(_twigs(entries, branch)) for branch in branches)
    tall = min(room.height * (0.36 if most else 0.62), board.measure * TALLEST)
    labels = [(entries[branch].label, (width * 0.84, tall * 0.66)) for branch in branches]
    size = shared_size(labels, board.voice.strong, board.label_size)
    line = min((room.height - tall - gap) / max(1, most), size * 1.9)
    words = [(entries[t].label, (width, line * 0.8)) for b in branches for t in _twigs(entries, b)]
    small = shared_size(words, board.voice.text, size * 0.9)
    for number, branch in enumerate(branches):
        tone = apart(board.theme.tone(first + number), board.theme.ground, 2.0)
        x = room.x + number * (width + gap)
        y = room.y + room.height - tall if up else room.y
        if not most:
            y = room.y + (room.height - tall) * (0.4 if up else 0.6)
        box = Box(x, y, width, tall)
        _bow(board, centre(core), (x + width / 2, y + tall if up else y), tone, down=True)
        twigs = _twigs(entries, branch)
        height = line * len(twigs)
        _set_twigs(board, twigs, Box(x, y - height - gap / 2 if up else y + tall + gap / 2, width, height), small)
        _paint_branch(board, entries[branch], box, tone, size)


def _set_twigs(board: Board, twigs: Sequence[int], box: Box, size: float) -> None:
    """Twigs below each other."""
    for number, twig in enumerate(twigs):
        height = box.height / len(twigs)
        room = Box(box.x, box.y + number * height, box.width, height)
        set_words(board.page, board.sheet.entries[twig].label, board.voice.text, size, room, board.theme.ink)


def _edge(box: Box, mirrored: bool) -> Point:
    """Where the line from the topic meets a branch."""
    return (box.x + box.width if mirrored else box.x, box.y + box.height / 2)


def _bow(
    board: Board, start: Point, end: Point, colour: Colour, width: float = 8.0, *, down: bool = False
) -> None:
    """A line that leaves and arrives level, or upright where it goes ``down``."""
    path = skia.Path()
    path.moveTo(*start)
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    if down:
        path.cubicTo(start[0], y, end[0], y, *end)
    else:
        path.cubicTo(x, start[1], x, end[1], *end)
    board.page.path(path, stroke(colour, width * board.unit))


def _paint_branch(board: Board, entry: Entry, box: Box, tone: Colour, size: float) -> None:
    board.page.rectangle(box, fill(tone), box.height / 2)
    room = Box(box.x + box.width * 0.08, box.y, box.width * 0.84, box.height)
    set_words(board.page, entry.label, board.voice.strong, size, room, board.theme.on(tone))


def _paint_twigs(
    board: Board, twigs: Sequence[int], branch: Box, room: Box, tone: Colour, size: float, mirrored: bool
) -> None:
    gap = board.measure * 0.05
    width = room.width - branch.width - gap
    for number, twig in enumerate(twigs):
        height = room.height / len(twigs)
        y = room.y + (number + 0.5) * height
        x = branch.x - gap if mirrored else branch.x + branch.width + gap
        start = (branch.x if mirrored else branch.x + branch.width, branch.y + branch.height / 2)
        _bow(board, start, (x, y), tone, 3.6)
        left = x - width if mirrored else x
        pad = size * 0.36
        box = Box(left if mirrored else left + pad, y - height / 2, width - pad, height)
        align = "right" if mirrored else "left"
        label = board.sheet.entries[twig].label
        set_words(board.page, label, board.voice.text, size, box, board.theme.ink, align=align)  # type: ignore[arg-type]
