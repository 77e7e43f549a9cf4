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
    width = min(body.width * (0.24 if words < 60 else 0.3), board.short * 0.42)
    if _tall(board):
        width = min(body.width * 0.62, board.short * 0.6)
    height = min(width * 0.62, body.height * 0.3)
    x, y = centre(body)
    return Box(x - width / 2, y - height / 2, width, height)


def _tall(board: Board) -> bool:
    return board.body.width < board.body.height * 0.95


def _paint_core(board: Board, core: Box) -> None:
    theme = board.theme
    board.page.canvas.drawOval(skia.Rect.MakeXYWH(*core), fill(theme.band))
    texts = " ".join(text.content for text in in_order(board.page.scene.texts))
    room = Box(core.x + core.width * 0.15, core.y + core.height * 0.2, core.width * 0.7, core.height * 0.6)
    size = shared_size([(texts, (room.width, room.height))], board.voice.title, board.short * 0.065)
    set_words(board.page, texts, board.voice.title, size, room, theme.on(theme.band))


def _twigs(entries: Sequence[Entry], branch: int) -> list[int]:
    return [index for index, entry in enumerate(entries) if entry.parent == branch and index != branch]


def _side_box(board: Board, core: Box, side: int) -> Box:
    """The room of the branches on one side of the topic."""
    body, gap = board.body, board.short * 0.06
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
    """Branches below each other, each with a share of the height by its twigs."""
    if not branches:
        return
    entries, room = board.sheet.entries, _side_box(board, core, side)
    rows = [max(1, len(_twigs(entries, branch))) for branch in branches]
    line = room.height / sum(rows)
    twigged = max(rows) > 1 or any(_twigs(entries, branch) for branch in branches)
    gap = board.short * 0.05
    wide = (room.width - gap) * (0.46 if twigged else 1.0)
    wide = min(wide, board.short * 0.4)
    labels = [
        (entries[b].label, (wide * 0.84, min(line * rows[i], board.short * 0.14) * 0.62))
        for i, b in enumerate(branches)
    ]
    size = shared_size(labels, board.voice.strong, board.label_size)
    twig_words = [
        (entries[t].label, (room.width - wide - gap - size * 0.4, line * 0.8))
        for b in branches
        for t in _twigs(entries, b)
    ]
    small = shared_size(twig_words, board.voice.text, size * 0.9)
    y = room.y
    mirrored = side < 0 and not _tall(board)
    for number, branch in enumerate(branches):
        height = line * rows[number]
        tone = apart(board.theme.tone(first + number), board.theme.ground, 2.0)
        tall = min(height * 0.8, board.short * 0.12)
        x = room.x + room.width - wide if mirrored else room.x
        box = Box(x, y + (height - tall) / 2, wide, tall)
        _bow(board, centre(core), _edge(box, mirrored), tone)
        _paint_twigs(
            board, _twigs(entries, branch), box, Box(room.x, y, room.width, height), tone, small, mirrored
        )
        _paint_branch(board, entries[branch], box, tone, size)
        y += height


def _edge(box: Box, mirrored: bool) -> Point:
    """Where the line from the topic meets a branch."""
    return (box.x + box.width if mirrored else box.x, box.y + box.height / 2)


def _bow(board: Board, start: Point, end: Point, colour: Colour, width: float = 7.0) -> None:
    path = skia.Path()
    path.moveTo(*start)
    middle = (start[0] + end[0]) / 2
    path.cubicTo(middle, start[1], middle, end[1], *end)
    board.page.path(path, stroke(colour, width * board.unit))


def _paint_branch(board: Board, entry: Entry, box: Box, tone: Colour, size: float) -> None:
    board.page.rectangle(box, fill(tone), box.height / 2)
    room = Box(box.x + box.width * 0.08, box.y, box.width * 0.84, box.height)
    set_words(board.page, entry.label, board.voice.strong, size, room, board.theme.on(tone))


def _paint_twigs(
    board: Board, twigs: Sequence[int], branch: Box, room: Box, tone: Colour, size: float, mirrored: bool
) -> None:
    gap = board.short * 0.05
    width = room.width - branch.width - gap
    for number, twig in enumerate(twigs):
        height = room.height / len(twigs)
        y = room.y + (number + 0.5) * height
        x = branch.x - gap if mirrored else branch.x + branch.width + gap
        start = (branch.x if mirrored else branch.x + branch.width, branch.y + branch.height / 2)
        _bow(board, start, (x, y), tone, 3.0)
        left = x - width if mirrored else x
        pad = size * 0.36
        box = Box(left if mirrored else left + pad, y - height / 2, width - pad, height)
        align = "right" if mirrored else "left"
        label = board.sheet.entries[twig].label
        set_words(board.page, label, board.voice.text, size, box, board.theme.ink, align=align)  # type: ignore[arg-type]
