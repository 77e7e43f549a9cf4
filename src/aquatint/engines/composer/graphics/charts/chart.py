"""The chart layout: the form decides the painter; without numbers it draws an empty frame and no data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from aquatint.engines.composer.drawing.brush import stroke
from aquatint.engines.composer.graphics.charts import bars, gauge, lines, pictogram, round
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.scene import Chart, ChartForm

FORMS: dict[ChartForm, Callable[[Board, Chart], None]] = {
    "bar": bars.paint,
    "line": lines.paint,
    "area": lines.paint,
    "pie": round.paint,
    "donut": round.paint,
    "scatter": lines.paint_scatter,
    "pictogram": pictogram.paint,
    "gauge": gauge.paint,
}
EMPTY_LINES = 5
"""Hairlines of an empty frame."""


def _paint(board: Board) -> None:
    board = replace(board, voice=board.voice.counting)
    chart = board.page.scene.chart or Chart()
    filled = bool(chart.points) if chart.form == "scatter" else any(series.values for series in chart.series)
    if filled or chart.form in ("pie", "donut", "gauge"):
        FORMS[chart.form](board, chart)
    else:
        _paint_empty(board)


def _paint_empty(board: Board) -> None:
    """Axes and hairlines, and nothing on them."""
    area, canvas = board.body, board.page.canvas
    hair = stroke(board.theme.rule, max(1.0, 1.6 * board.unit))
    for index in range(EMPTY_LINES):
        y = area.y + area.height * index / EMPTY_LINES
        canvas.drawLine(area.x, y, area.x + area.width, y, hair)
    axis = stroke(board.theme.ink, max(1.0, 3 * board.unit))
    canvas.drawLine(area.x, area.y, area.x, area.y + area.height, axis)
    canvas.drawLine(area.x, area.y + area.height, area.x + area.width, area.y + area.height, axis)


paint = board_layout(_paint)
