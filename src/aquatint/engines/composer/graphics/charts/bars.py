"""Bar charts: upright or sideways, side by side or stacked, negative values below the line of zero."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.charts import frame
from aquatint.engines.composer.graphics.charts.frame import Plot
from aquatint.engines.composer.graphics.charts.numbers import written
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.information.words import set_line, shared_size, width_of
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.scene import Chart

FILLING = 0.66
"""Share of its slot that a bar (or a group of bars) takes."""
MOST_NAMED = 24
"""Bars above which their numbers are read from the axis."""


class Bar(NamedTuple):
    """One bar in pixels."""

    box: Box
    value: float
    colour: Colour


def paint(board: Board, chart: Chart) -> None:
    """The legend, the grid, the bars, their numbers."""
    box = frame.paint_axis_names(board, chart, board.body)
    colours = [board.theme.tone(index) for index in range(len(chart.series))]
    if len(chart.series) > 1:
        box = frame.paint_legend(board, [series.name for series in chart.series], colours, box)
    sideways = chart.sideways if chart.sideways is not None else _lies_better(board, chart, box)
    named = len(chart.series) == 1 and len(chart.labels) <= MOST_NAMED
    ticks = not named or board.chance.fork("ticks").choice([True, False])
    plot = frame.make_plot(board, chart, box, sideways=sideways, ticks=ticks)
    if ticks:
        frame.paint_grid(plot)
    bars = list(_bars(plot))
    for bar in bars:
        _paint_bar(plot, bar)
    frame.paint_base(plot)
    frame.paint_labels(plot)
    if len(bars) <= MOST_NAMED and not chart.stacked:
        _paint_values(plot, bars, needed=named)


def _lies_better(board: Board, chart: Chart, box: Box) -> bool:
    """Whether bars should lie: on tall pages, and where labels are long for upright ones."""
    if box.width < 0.8 * box.height:
        return True
    slot = box.width / max(1, len(chart.labels))
    limit = board.measure * 0.03
    return frame.label_size(board, chart, (slot * 0.92, board.measure * 0.12)) < limit * 0.72


def _bars(plot: Plot) -> Iterator[Bar]:
    for index in range(len(plot.chart.labels)):
        yield from _stack(plot, index) if plot.chart.stacked else _group(plot, index)


def _group(plot: Plot, index: int) -> Iterator[Bar]:
    series = plot.chart.series
    width = plot.slot * FILLING / max(1, len(series))
    start = (index + (1 - FILLING) / 2) * plot.slot
    for number, each in enumerate(series):
        value = each.values[index] if index < len(each.values) else None
        if value is not None:
            colour = frame.tone_of(plot.board, plot.chart, number, index)
            first, last = frame.spans_of(each.values)[index] if plot.chart.running else (0.0, value)
            if plot.chart.running and value < 0:
                colour = plot.board.theme.accent
            yield Bar(_between(plot, first, last, start + number * width, width * 0.94), value, colour)


def _stack(plot: Plot, index: int) -> Iterator[Bar]:
    up = down = 0.0
    start = (index + (1 - FILLING) / 2) * plot.slot
    for number, each in enumerate(plot.chart.series):
        value = each.values[index] if index < len(each.values) else None
        if not value:
            continue
        base = up if value > 0 else down
        up, down = (up + value, down) if value > 0 else (up, down + value)
        box = _between(plot, base, base + value, start, plot.slot * FILLING)
        yield Bar(box, value, frame.tone_of(plot.board, plot.chart, number, index))


def _between(plot: Plot, first: float, second: float, start: float, width: float) -> Box:
    a, b = sorted((plot.at(first), plot.at(second)))
    if plot.sideways:
        return Box(a, plot.area.y + start, b - a, width)
    return Box(plot.area.x + start, a, width, b - a)


def _paint_bar(plot: Plot, bar: Bar) -> None:
    colour = apart(bar.colour, plot.board.theme.ground, 1.5)
    plot.board.page.rectangle(bar.box, fill(colour))


def _paint_values(plot: Plot, bars: list[Bar], *, needed: bool) -> None:
    """The number at the end of each bar; without need, only where it is no wider than its bar."""
    board, face = plot.board, plot.board.voice.strong
    size = frame.detail_size(board) * 1.08
    words = [written(bar.value, plot.chart) for bar in bars]
    if plot.sideways:
        thick = min((bar.box.height for bar in bars), default=size)
        if thick < size * 0.5 and not needed:
            return
        size = min(size, max(thick, size * 0.5 if needed else 0.0))
    else:
        room = plot.slot * 0.94 / (1 if needed else max(1, len(plot.chart.series)) / FILLING)
        fitting = shared_size([(word, (room, size * 3)) for word in words], face, size, lines=1)
        if fitting < size * 0.62 and not needed:
            return
        size = fitting
    for bar, word in zip(bars, words, strict=True):
        _paint_value(plot, bar, word, size)


def _paint_value(plot: Plot, bar: Bar, word: str, size: float) -> None:
    board, box, gap = plot.board, bar.box, size * 0.5
    if plot.sideways:
        x = box.x + box.width + gap if bar.value >= 0 else box.x - gap
        left_edge = x - width_of(word, board.voice.strong, size)
        if bar.value < 0 and left_edge < plot.area.x:
            x = plot.at(0.0) + gap + width_of(word, board.voice.strong, size)
        at, align = (x, box.y + box.height / 2), "left" if bar.value >= 0 else "right"
    else:
        y = box.y - gap * 1.5 if bar.value >= 0 else box.y + box.height + gap * 1.5
        if bar.value < 0 and plot.ticks and y + size > plot.area.y + plot.area.height:
            y = plot.at(0.0) - gap * 1.5
        at, align = (box.x + box.width / 2, y), "center"
    set_line(board.page, word, board.voice.strong, size, at, board.theme.ink, align)  # type: ignore[arg-type]
