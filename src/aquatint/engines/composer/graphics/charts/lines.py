"""Line and area charts, and scatter plots."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Point, fill, linear, polygon, stroke
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.charts import frame
from aquatint.engines.composer.graphics.charts.frame import Plot
from aquatint.engines.composer.graphics.charts.numbers import Axis, axis_for, tick_written, written
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.information.words import set_line, shared_size, width_of
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.scene import Chart


def paint(board: Board, chart: Chart) -> None:
    """The grid, then each series as a line with its points; areas are filled down to zero."""
    box = frame.paint_axis_names(board, chart, board.body)
    colours = [apart(board.theme.tone(index), board.theme.ground, 3.0) for index in range(len(chart.series))]
    if len(chart.series) > 1:
        box = frame.paint_legend(board, [series.name for series in chart.series], colours, box)
    plot = frame.make_plot(board, chart, box)
    frame.paint_grid(plot)
    runs = [_points(plot, values) for values in _heights(chart)]
    # The tallest stack is painted first, so that those below it lie over it.
    for points, colour in reversed(list(zip(runs, colours, strict=True))):
        if chart.form == "area":
            _paint_area(plot, points, colour, solid=chart.stacked)
    frame.paint_base(plot)
    for points, colour in zip(runs, colours, strict=True):
        _paint_line(plot, points, colour)
    frame.paint_labels(plot)
    if len(chart.series) == 1 and len(chart.labels) <= 12:
        _paint_values(plot, chart.series[0].values)


def _heights(chart: Chart) -> list[list[float | None]]:
    """What each line shows: its own values, or with those of the series below it."""
    if not chart.stacked:
        return [list(series.values) for series in chart.series]
    rows, below = [], [0.0] * len(chart.labels)
    for series in chart.series:
        values = [*series.values, *[None] * len(below)][: len(below)]
        below = [under + (value or 0.0) for under, value in zip(below, values, strict=True)]
        rows.append(list[float | None](below))
    return rows


def _points(plot: Plot, values: Sequence[float | None]) -> list[Point]:
    return [
        (plot.area.x + (index + 0.5) * plot.slot, plot.at(value))
        for index, value in enumerate(values[: len(plot.chart.labels)])
        if value is not None
    ]


def _paint_area(plot: Plot, points: Sequence[Point], colour: Colour, *, solid: bool) -> None:
    if len(points) < 2:
        return
    base = plot.at(max(plot.axis.low, min(plot.axis.high, 0.0)))
    outline = polygon([(points[0][0], base), *points, (points[-1][0], base)])
    if solid:
        plot.board.page.path(outline, fill(colour))
        return
    shade = linear((0, plot.area.y), (0, plot.area.y + plot.area.height), [(0, colour, 0.5), (1, colour, 0.16)])
    plot.board.page.path(outline, fill(shader=shade))


def _paint_line(plot: Plot, points: Sequence[Point], colour: Colour) -> None:
    if not points:
        return
    page, unit = plot.board.page, plot.board.unit
    page.path(polygon(points, closed=False), stroke(colour, 8 * unit))
    for x, y in points:
        page.circle(x, y, 12 * unit, fill(plot.board.theme.ground))
        page.circle(x, y, 9 * unit, fill(colour))


def _paint_values(plot: Plot, values: Sequence[float | None]) -> None:
    """The number over each point, or under it where the line comes down from the left and goes up again."""
    board, face = plot.board, plot.board.voice.strong
    words = [(written(value, plot.chart), (plot.slot * 0.9, 1e4)) for value in values if value is not None]
    size = shared_size(words, face, frame.detail_size(board), lines=1)
    for index, value in enumerate(values[: len(plot.chart.labels)]):
        if value is None:
            continue
        x, y = plot.area.x + (index + 0.5) * plot.slot, plot.at(value)
        valley = _is_valley(values, index) and y + size * 2.4 < plot.area.y + plot.area.height
        word = written(value, plot.chart)
        at = (x, y + (1.35 if valley else -1.35) * size)
        field = Box(at[0] - width_of(word, face, size) / 2 - size * 0.2, at[1] - size * 0.6,
                    width_of(word, face, size) + size * 0.4, size * 1.2)  # fmt: skip
        board.page.rectangle(field, fill(board.theme.ground), size * 0.2)
        set_line(board.page, word, face, size, at, board.theme.ink, "center")


def _is_valley(values: Sequence[float | None], index: int) -> bool:
    value = values[index]
    around = [values[i] for i in (index - 1, index + 1) if 0 <= i < len(values)]
    known = [other for other in around if other is not None]
    return value is not None and bool(known) and all(other > value for other in known)


def paint_scatter(board: Board, chart: Chart) -> None:
    """Points between two axes with ticks; axes begin at zero."""
    box = frame.paint_axis_names(board, chart, board.body)
    size, face = frame.detail_size(board), board.voice.text
    across = _scatter_axis([x for x, _ in chart.points], max(2, min(8, int(box.width / (size * 5)))))
    up = _scatter_axis([y for _, y in chart.points], max(2, min(6, int(box.height / (size * 3)))))
    left = max(width_of(tick_written(tick, up, chart), face, size) for tick in up.ticks()) + size
    area = Box(box.x + left, box.y + size * 0.6, box.width - left - size * 1.6, box.height - size * 2.6)
    _paint_scatter_grid(board, chart, area, across, up)
    colour = apart(board.theme.tone(0), board.theme.ground, 2.2)
    for x, y in chart.points:
        px = area.x + across.share(x) * area.width
        py = area.y + (1 - up.share(y)) * area.height
        board.page.circle(px, py, 19 * board.unit, fill(board.theme.ground))
        board.page.circle(px, py, 16 * board.unit, fill(colour, 0.9))


def _scatter_axis(values: Sequence[float], most: int) -> Axis:
    """From zero, unless the points lie far from it: their places, not their lengths, are compared."""
    near = not values or min(values) <= 0 or min(values) < 0.4 * max(values)
    return axis_for(values, most, zero=near)


def _paint_scatter_grid(board: Board, chart: Chart, area: Box, across: Axis, up: Axis) -> None:
    size, face, page = frame.detail_size(board), board.voice.text, board.page
    line = stroke(board.theme.rule, max(1.0, 1.6 * board.unit))
    for tick in up.ticks():
        y = area.y + (1 - up.share(tick)) * area.height
        page.canvas.drawLine(area.x, y, area.x + area.width, y, line)
        set_line(
            page, tick_written(tick, up, chart), face, size, (area.x - size * 0.6, y), board.theme.muted, "right"
        )
    plain = Chart()
    for tick in across.ticks():
        x = area.x + across.share(tick) * area.width
        page.canvas.drawLine(x, area.y, x, area.y + area.height, line)
        at = (x, area.y + area.height + size * 1.2)
        set_line(page, tick_written(tick, across, plain), face, size, at, board.theme.muted, "center")
    axes = stroke(board.theme.ink, max(1.0, 2.6 * board.unit))
    page.canvas.drawLine(area.x, area.y, area.x, area.y + area.height, axes)
    page.canvas.drawLine(area.x, area.y + area.height, area.x + area.width, area.y + area.height, axes)
