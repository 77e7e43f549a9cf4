"""Pictograms: each number as a row of pictures, counted; one picture may stand for several."""

from __future__ import annotations

import math

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.graphics.charts.numbers import written
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.information.words import set_line, set_words, shared_size, width_of
from aquatint.engines.composer.scene import Chart

MOST = 12
"""Pictures in a row; larger numbers are drawn in round lots."""
LOTS = (1, 2, 5)


def paint(board: Board, chart: Chart) -> None:
    """A row per label: its name, its pictures, its number; a key when a picture stands for more than one."""
    if not chart.series:
        return
    values = [max(0.0, value or 0.0) for value in chart.series[0].values]
    lot = _lot(max(values, default=1.0))
    body = _paint_key(board, chart, lot) if lot != 1 else board.body
    height = min(body.height / len(values), board.measure * 0.3)
    names, numbers = _widths(board, chart, height)
    gap = board.measure * 0.025
    room = body.width - names - numbers - 2 * gap
    cell = min(room / max(1, math.ceil(max(values) / lot - 1e-9)), height * 0.8)
    top = body.y + (body.height - height * len(values)) / 2
    size = shared_size(
        [(label, (names, height * 0.8)) for label in chart.labels], board.voice.text, board.label_size
    )
    for index, value in enumerate(values):
        y = top + index * height
        label = Box(body.x, y, names, height)
        set_words(board.page, chart.labels[index], board.voice.text, size, label, board.theme.ink, align="left")
        x = body.x + names + gap
        _paint_row(board, chart, index, value / lot, Box(x, y, cell, height))
        end = x + math.ceil(value / lot - 1e-9) * cell + gap * 0.6
        word = written(value, chart)
        set_line(board.page, word, board.voice.strong, size, (end, y + height / 2), board.theme.ink)


def _lot(largest: float) -> float:
    """How many one picture stands for, so that no row is longer than `MOST`."""
    power = 1.0
    if largest <= 0:
        return 1.0
    if largest < 1:
        power = 10.0 ** math.floor(math.log10(largest))
    while True:
        for lot in LOTS:
            if largest / (lot * power) <= MOST:
                return lot * power
        power *= 10


def _widths(board: Board, chart: Chart, height: float) -> tuple[float, float]:
    """Room for labels and numbers."""
    limit, body = board.label_size, board.body
    size = shared_size(
        [(label, (body.width * 0.26, height * 0.8)) for label in chart.labels], board.voice.text, limit
    )
    longest = max(
        (width_of(word, board.voice.text, size) for label in chart.labels for word in [label]), default=0.0
    )
    values = chart.series[0].values
    numbers = max(width_of(written(value or 0.0, chart), board.voice.strong, size) for value in values)
    return min(body.width * 0.26, longest * 1.02), numbers + size * 0.4


def _paint_row(board: Board, chart: Chart, index: int, count: float, cell: Box) -> None:
    """``count`` pictures in cells beside each other; the last one may be a part of one."""
    art = chart.art[index] if index < len(chart.art) else ""
    side = min(cell.width, cell.height) * 0.9
    for number in range(math.ceil(count - 1e-9)):
        share = min(1.0, count - number)
        x = cell.x + number * cell.width + (cell.width - side) / 2
        box = Box(x, cell.y + (cell.height - side) / 2, side, side)
        board.page.canvas.save()
        board.page.canvas.clipRect(skia.Rect.MakeXYWH(box.x, box.y - side, side * share, side * 3), True)
        if not board.picture(art, box, f"{index}-{number}"):
            board.page.circle(box.x + side / 2, box.y + side / 2, side * 0.4, fill(board.theme.tone(index)))
        board.page.canvas.restore()


def _paint_key(board: Board, chart: Chart, lot: float) -> Box:
    """ "= 5" beside one picture, at the foot; returns the room above."""
    body, size = board.body, board.label_size * 0.85
    y = body.y + body.height - size * 0.9
    x = body.x
    for index, art in enumerate(list(dict.fromkeys(chart.art))[:4] or [""]):
        box = Box(x, y - size * 0.9, size * 1.8, size * 1.8)
        if not board.picture(art, box, f"key-{index}"):
            board.page.circle(x + size * 0.9, y, size * 0.7, fill(board.theme.muted))
        x += size * 2.1
    word = f"= {written(lot, chart, None if lot >= 1 else 2)}"
    set_line(board.page, word, board.voice.text, size, (x + size * 0.3, y), board.theme.muted)
    return body._replace(height=body.height - size * 3.2)
