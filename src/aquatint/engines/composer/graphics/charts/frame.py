"""The frame of a chart: the plot between its axes, round ticks with a faint grid, names of axes, the legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.charts.numbers import Axis, axis_for, tick_written, written
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.information.words import (
    block_of,
    height_of,
    set_line,
    set_words,
    shared_size,
    width_of,
)
from aquatint.engines.composer.graphics.lettering import put_sign
from aquatint.engines.composer.scene import Chart

DETAIL = 0.033
"""Type size of ticks and labels, in short sides."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Where values become pixels."""

    board: Board
    chart: Chart
    area: Box
    """Between the axes."""
    axis: Axis
    sideways: bool = False
    ticks: bool = True

    def at(self, value: float) -> float:
        """The x (sideways) or y of a value."""
        share = self.axis.share(value)
        if self.sideways:
            return self.area.x + share * self.area.width
        return self.area.y + self.area.height * (1 - share)

    @property
    def slot(self) -> float:
        """Pixels for one label along the other axis."""
        length = self.area.height if self.sideways else self.area.width
        return length / max(1, len(self.chart.labels))


def spans_of(values: Sequence[float | None]) -> list[tuple[float, float]]:
    """Where each bar of a waterfall begins and ends; one that is the sum so far stands on the line of zero."""
    spans: list[tuple[float, float]] = []
    level = 0.0
    for index, value in enumerate(values):
        amount = value or 0.0
        total = index > 0 and abs(amount - level) < 1e-9 * max(1.0, abs(level))
        spans.append((0.0, amount) if total else (level, level + amount))
        level = spans[-1][1]
    return spans


def values_of(chart: Chart) -> list[float]:
    """All numbers of a chart; for stacked bars and waterfalls, the tops and bottoms of the bars."""
    if chart.stacked:
        columns = [
            [s.values[i] or 0.0 for s in chart.series if i < len(s.values)] for i in range(len(chart.labels))
        ]
        return [sum(v for v in column if (v > 0) == up) for column in columns for up in (True, False)]
    if chart.running:
        return [end for series in chart.series for span in spans_of(series.values) for end in span]
    return [value for series in chart.series for value in series.values if value is not None]


def detail_size(board: Board) -> float:
    """Type size of ticks and labels in pixels."""
    return board.measure * DETAIL


def tone_of(board: Board, chart: Chart, series: int, label: int) -> Colour:
    """A colour that the label names, else the tone of the series; a lone series has one tone."""
    if len(chart.series) == 1 and label < len(chart.colours) and chart.colours[label]:
        return Colour.of(chart.colours[label])
    return board.theme.tone(series)


def paint_legend(board: Board, names: Sequence[str], colours: Sequence[Colour], box: Box) -> Box:
    """Names of the series beside their colours, in rows above the plot; returns the room below."""
    if not any(name.strip() for name in names):
        return box
    face, size = board.voice.text, detail_size(board)
    swatch, gap = size * 0.8, size * 1.3
    size = shared_size([(name, (box.width - swatch * 1.6, size * 3)) for name in names], face, size, lines=1)
    x, y = box.x, box.y + size * 0.5
    for name, colour in zip(names, colours, strict=True):
        width = swatch * 1.5 + width_of(name, face, size)
        if x > box.x and x + width > box.x + box.width:
            x, y = box.x, y + size * 1.6
        board.page.rectangle(Box(x, y - swatch / 2, swatch, swatch), fill(colour), swatch * 0.2)
        set_line(board.page, name, face, size, (x + swatch * 1.5, y), board.theme.ink)
        x += width + gap
    return _below(box, y + size * 1.5)


def _below(box: Box, y: float) -> Box:
    return Box(box.x, y, box.width, max(1.0, box.y + box.height - y))


def paint_axis_names(board: Board, chart: Chart, box: Box) -> Box:
    """The vertical axis' name above the plot, the horizontal one's below; returns the room between."""
    face, size = board.voice.text, detail_size(board)
    across, up = [*chart.axes, "", ""][:2]
    if up.strip():
        size_up = shared_size([(up, (box.width, size * 3))], face, size)
        took = set_words(board.page, up, face, size_up, box, board.theme.muted, align="left", stand=0.0)
        box = _below(box, took.y + took.height + size * 0.9)
    if across.strip():
        size_across = shared_size([(across, (box.width, size * 3))], face, size)
        took = set_words(board.page, across, face, size_across, box, board.theme.muted, align="right", stand=1.0)
        box = box._replace(height=took.y - size * 0.7 - box.y)
    return box


def make_plot(board: Board, chart: Chart, box: Box, *, sideways: bool = False, ticks: bool = True) -> Plot:
    """The plot in a box: room is kept for the labels, the ticks and half a line of type around it."""
    length = box.width if sideways else box.height
    size = detail_size(board)
    most = max(2, min(6, int(length / (size * (4.5 if sideways else 2.6)))))
    axis = axis_for(values_of(chart), most)
    if axis.low < 0 and ticks and not sideways and axis.share(min(values_of(chart))) < 0.1:
        # The number of the lowest bar stands below it.
        axis = axis._replace(low=axis.low - axis.step)
    face = board.voice.text
    names = [tick_written(tick, axis, chart) for tick in axis.ticks()] if ticks else []
    widest = max((width_of(name, face, size) for name in names), default=0.0)
    if sideways:
        left = _label_width(board, chart, box)
        right = max(size * 1.2, widest / 2) + _value_room(board, chart, size)
        foot = size * 1.7 if ticks else 0.0
        area = Box(box.x + left, box.y, box.width - left - right, box.height - foot)
    else:
        left = widest + size * 0.6 if ticks else 0.0
        below = size * 1.8 if axis.low < 0 and not ticks else 0.0
        foot = size * 0.9 + below + _label_height(board, chart, (box.width - left) / max(1, len(chart.labels)))
        area = Box(box.x + left, box.y + size * 1.6, box.width - left, box.height - size * 1.6 - foot)
    return Plot(board, chart, area, axis, sideways, ticks)


def _value_room(board: Board, chart: Chart, size: float) -> float:
    words = [written(value, chart) for value in values_of(chart)]
    return max((width_of(word, board.voice.strong, size) for word in words), default=0.0)


def label_size(board: Board, chart: Chart, room: tuple[float, float]) -> float:
    """The type size at which every label fits its room."""
    limit = board.measure * 0.042
    return shared_size([(label, room) for label in chart.labels], board.voice.text, limit)


def _label_width(board: Board, chart: Chart, box: Box) -> float:
    """Room for the labels of sideways bars: what they need, at most two fifths."""
    size = label_size(board, chart, (box.width * 0.38, box.height / max(1, len(chart.labels)) * 0.8))
    blocks = [_block_width(board, label, size, box.width * 0.38) for label in chart.labels]
    return max(blocks, default=0.0) + size * 0.8


def _block_width(board: Board, label: str, size: float, width: float) -> float:
    return block_of(label, board.voice.text, size, width).width if label.strip() else 0.0


def _label_height(board: Board, chart: Chart, slot: float) -> float:
    size = label_size(board, chart, (slot * 0.92, board.measure * 0.12))
    return max((height_of(label, board.voice.text, size, slot * 0.92) for label in chart.labels), default=0.0)


def paint_grid(plot: Plot, *, numbers: bool = True) -> None:
    """Hairlines at the ticks with their numbers."""
    board, area = plot.board, plot.area
    size, face = detail_size(board), board.voice.text
    for tick in plot.axis.ticks():
        at = plot.at(tick)
        line = stroke(board.theme.rule, max(1.0, 2.0 * board.unit))
        name = tick_written(tick, plot.axis, plot.chart)
        if plot.sideways:
            board.page.canvas.drawLine(at, area.y, at, area.y + area.height, line)
            if numbers:
                at_foot = (at, area.y + area.height + size * 1.15)
                set_line(board.page, name, face, size, at_foot, board.theme.muted, "center")
        else:
            board.page.canvas.drawLine(area.x, at, area.x + area.width, at, line)
            if numbers:
                set_line(board.page, name, face, size, (area.x - size * 0.6, at), board.theme.muted, "right")


def paint_base(plot: Plot) -> None:
    """The line of zero."""
    at, area = plot.at(max(plot.axis.low, min(plot.axis.high, 0.0))), plot.area
    width, path = max(1.0, 3.0 * plot.board.unit), skia.Path()
    if plot.sideways:
        path.addRect(skia.Rect.MakeXYWH(at - width / 2, area.y, width, area.height))
    else:
        path.addRect(skia.Rect.MakeXYWH(area.x, at - width / 2, area.width, width))
    # Numbers are read from it: it waits with them until the style is done.
    put_sign(plot.board.page.canvas, path, fill(plot.board.theme.ink))


def paint_labels(plot: Plot) -> None:
    """What each place on the other axis stands for."""
    board, area, slot = plot.board, plot.area, plot.slot
    size = detail_size(board)
    if plot.sideways:
        width = area.x - plot.board.body.x - size * 0.6
        set_size = label_size(board, plot.chart, (board.body.width * 0.38, slot * 0.8))
        for index, label in enumerate(plot.chart.labels):
            box = Box(area.x - size * 0.7 - width, area.y + index * slot, width, slot)
            set_words(board.page, label, board.voice.text, set_size, box, board.theme.ink, align="right")
        return
    set_size = label_size(board, plot.chart, (slot * 0.92, board.measure * 0.12))
    top = area.y + area.height + size * (0.75 if plot.axis.low >= 0 or plot.ticks else 2.4)
    for index, label in enumerate(plot.chart.labels):
        box = Box(area.x + (index + 0.04) * slot, top, slot * 0.92, board.measure * 0.12)
        set_words(board.page, label, board.voice.text, set_size, box, board.theme.ink, stand=0.0)
