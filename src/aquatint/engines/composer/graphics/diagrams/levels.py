"""Pyramids and funnels: levels with their words beside them; a funnel is as wide as its numbers say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, polygon, stroke
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.entries import fit_entries, paint_entry
from aquatint.engines.composer.graphics.information.words import set_words, shared_size
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.scene import Entry

SHAPE = 0.56
"""Share of the width for the figure; the words take the rest."""
SLIM, STEP_TYPE = 1.3, 0.07
"""Height by width from which levels are bars with their words above them, and the type size there in measures."""
NARROWEST = 0.06


def _numbers(entries: Sequence[Entry]) -> list[float] | None:
    """The marks as numbers, when all of them are."""
    found = []
    for entry in entries:
        match = re.search(r"\d[\d,]*(?:\.\d+)?", entry.mark)
        if match is None:
            return None
        found.append(float(match[0].replace(",", "")))
    return found


def _edges(entries: Sequence[Entry], *, funnel: bool) -> list[tuple[float, float]]:
    """Width at the top and at the bottom of each level, 1 for the widest."""
    count = len(entries)
    values = _numbers(entries) if funnel else None
    if values and max(values) > 0:
        shares = [max(NARROWEST, value / max(values)) for value in values]
        return list(zip(shares, [*shares[1:], shares[-1]], strict=True))
    steps = [index / count for index in range(count + 1)]
    if funnel:
        steps = [1 - 0.82 * step for step in steps]
    return list(pairwise(steps))


def _paint(board: Board, *, funnel: bool) -> None:
    entries = board.sheet.entries
    if not entries:
        paint_empty(board)
        return
    body, count = board.body, len(entries)
    if body.height > body.width * SLIM:
        _paint_steps(board, entries, funnel=funnel)
        return
    figure = Box(body.x, body.y, body.width * SHAPE, body.height)
    left = figure.x + figure.width + board.measure * 0.045
    words = Box(left, figure.y, body.x + body.width - left, figure.height)
    slot, gap = figure.height / count, 5 * board.unit
    numbers = _mark_size(board, entries, figure, slot, funnel=funnel)
    beside = not numbers
    size = fit_entries(
        board,
        entries,
        [(words.width, slot * (0.72 if beside else 0.8))] * count,
        board.label_size * 1.1,
        marks=beside,
    )
    tones = _tones(board, count)
    for index, (entry, (top, bottom)) in enumerate(zip(entries, _edges(entries, funnel=funnel), strict=True)):
        y, x = figure.y + index * slot, figure.x + figure.width / 2
        a, b = top * figure.width / 2, bottom * figure.width / 2
        field = tones[index]
        corners = [(x - a, y), (x + a, y), (x + b, y + slot - gap), (x - b, y + slot - gap)]
        board.page.path(polygon(corners), fill(field))
        middle = y + (slot - gap) / 2
        edge = x + (a + b) / 2 + 8 * board.unit
        board.page.canvas.drawLine(
            edge, middle, left - 10 * board.unit, middle, stroke(board.theme.rule, 2.4 * board.unit)
        )
        paint_entry(board, entry, words._replace(y=y, height=slot - gap), size, stand=0.5, marks=beside)
        room = Box(x - min(a, b) * 0.9, y, min(a, b) * 1.8, slot - gap)
        if entry.mark and numbers:
            set_words(board.page, entry.mark, board.voice.strong, numbers, room, board.theme.on(field))
        elif entry.art and min(a, b) > slot * 0.3:
            side = min(slot * 0.66, min(a, b) * 1.4)
            board.picture(entry.art, Box(x - side / 2, y + (slot - gap - side) / 2, side, side), f"{index}")


def _paint_steps(board: Board, entries: Sequence[Entry], *, funnel: bool) -> None:
    """On slim pages: centred bars, the words of each above it."""
    body, count = board.body, len(entries)
    slot = body.height / count
    bar, gap = slot * 0.4, slot * 0.06
    room = slot - bar - gap - board.measure * 0.035
    size = fit_entries(board, entries, [(body.width, room)] * count, board.measure * STEP_TYPE)
    tones = _tones(board, count)
    for index, (entry, edges) in enumerate(zip(entries, _edges(entries, funnel=funnel), strict=True)):
        y, width = body.y + index * slot, body.width * max(NARROWEST, max(edges))
        field = Box(body.x + (body.width - width) / 2, y + slot - bar - board.measure * 0.035, width, bar)
        board.page.rectangle(field, fill(tones[index]), board.measure * 0.012)
        words = Box(body.x, y, body.width, room)
        paint_entry(board, entry, words, size, align="center", stand=1.0)
        side = min(bar * 0.8, width * 0.8)
        if entry.art and side > board.measure * 0.05:
            x, middle = field.x + width / 2, field.y + bar / 2
            board.picture(entry.art, Box(x - side / 2, middle - side / 2, side, side), f"{index}")


def _mark_size(board: Board, entries: Sequence[Entry], figure: Box, slot: float, *, funnel: bool) -> float:
    """One size for the numbers inside the levels; 0 when they would not fit their level."""
    limit = board.label_size
    words = []
    for entry, (top, bottom) in zip(entries, _edges(entries, funnel=funnel), strict=True):
        words.append((entry.mark, (max(1.0, min(top, bottom) * figure.width * 0.9), slot * 0.7)))
    size = shared_size(words, board.voice.strong, limit, lines=1)
    return size if size > limit * 0.5 else 0.0


def _tones(board: Board, count: int) -> list[Colour]:
    """From the strongest tone to a paler one, or the theme's own tones in turn."""
    theme = board.theme
    if board.chance.fork("tones").random() < 0.5:
        return [apart(theme.tone(index), theme.ground, 1.9) for index in range(count)]
    return [mix(theme.band, theme.accent, index / max(1, count - 1)) for index in range(count)]


def _paint_pyramid(board: Board) -> None:
    _paint(board, funnel=False)


def _paint_funnel(board: Board) -> None:
    _paint(board, funnel=True)


paint_pyramid = board_layout(_paint_pyramid)
paint_funnel = board_layout(_paint_funnel)
