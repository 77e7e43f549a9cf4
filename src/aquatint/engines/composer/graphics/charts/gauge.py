"""Progress: one value as a ring, an arc or a bar; several values as a column of bars."""

from __future__ import annotations

from collections.abc import Sequence

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.graphics.charts.numbers import axis_for, written
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.information.words import set_line, set_words, shared_size, width_of
from aquatint.engines.composer.graphics.ornaments import polar
from aquatint.engines.composer.scene import Chart

ARC_START, ARC_SWEEP = 150.0, 240.0


def paint(board: Board, chart: Chart) -> None:
    """As many gauges as the chart has values."""
    values = [value or 0.0 for value in chart.series[0].values] if chart.series else []
    shares = [min(1.0, max(0.0, value / _whole(chart, values))) for value in values]
    words = [_word(chart, value) for value in values]
    if len(values) == 1:
        form = board.chance.fork("gauge").choice(["ring", "arc"])
        if board.body.width > 2.4 * board.body.height or chart.sideways:
            _paint_bars(board, chart.labels, shares, words)
        else:
            label = chart.labels[0] if chart.labels else ""
            scaled = not chart.whole and chart.suffix.strip() != "%"
            _paint_ring(board, label, shares[0], words[0], whole=form == "ring" and not scaled)
            if scaled:
                _paint_ends(board, chart, _whole(chart, values))
    elif values:
        _paint_bars(board, chart.labels, shares, words)
    else:
        _paint_bars(board, [""], [0.0], [""])


def _whole(chart: Chart, values: Sequence[float]) -> float:
    if chart.whole:
        return chart.whole
    if chart.suffix.strip() == "%":
        return 100.0
    return axis_for([1.1 * value for value in values]).high or 1.0


def _word(chart: Chart, value: float) -> str:
    number = written(value, chart)
    if chart.whole and chart.suffix.strip() != "%":
        return f"{number} / {written(chart.whole, chart)}"
    return number


def _paint_ring(board: Board, label: str, share: float, word: str, *, whole: bool) -> None:
    body, theme = board.body, board.theme
    side = min(body.width, body.height) * 0.94
    x, y = body.x + body.width / 2, body.y + body.height / 2 + (0 if whole else side * 0.06)
    width = side * 0.115
    radius = (side - width) / 2
    start, sweep = (-90.0, 360.0) if whole else (ARC_START, ARC_SWEEP)
    oval = skia.Rect.MakeXYWH(x - radius, y - radius, 2 * radius, 2 * radius)
    board.page.canvas.drawArc(oval, start, sweep, False, stroke(theme.rule, width))
    if share > 0:
        board.page.canvas.drawArc(oval, start, sweep * share, False, stroke(theme.accent, width))
    room = radius * 1.3
    size = shared_size([(word, (room, radius * 0.6))], board.voice.title, radius * 0.55, lines=1)
    set_line(board.page, word, board.voice.title, size, (x, y), theme.ink, "center")
    if label.strip():
        box = Box(x - room * 0.42, y + size * 0.62, room * 0.84, radius * 0.5)
        label_size = shared_size([(label, (box.width, box.height))], board.voice.text, board.label_size)
        set_words(board.page, label, board.voice.text, label_size, box, theme.muted, stand=0.0)


def _paint_ends(board: Board, chart: Chart, whole: float) -> None:
    """The two ends of the arc's scale, which the prompt does not tell."""
    body, theme = board.body, board.theme
    side = min(body.width, body.height) * 0.94
    radius = side * 0.4425
    x, y = body.x + body.width / 2, body.y + body.height / 2 + side * 0.06
    size = board.label_size * 0.8
    for angle, value in ((ARC_START, 0.0), (ARC_START + ARC_SWEEP, whole)):
        px, py = polar(x, y, radius, angle)
        word = written(value, chart, 0)
        room = shared_size([(word, (radius * 0.8, size * 2))], board.voice.text, size, lines=1)
        set_line(board.page, word, board.voice.text, room, (px, py + side * 0.0575 + size), theme.muted, "center")


def _paint_bars(board: Board, labels: Sequence[str], shares: Sequence[float], words: Sequence[str]) -> None:
    body, theme = board.body, board.theme
    height = min(body.height / len(shares), board.measure * 0.2)
    limit = min(board.label_size * 1.15, height * 0.3)
    strong = board.voice.strong
    widest = max(width_of(word, strong, limit) for word in words)
    labels = [*labels, *[""] * len(shares)][: len(shares)]
    room = (body.width - widest - limit, height * 0.42)
    size = shared_size([(label, room) for label in labels], board.voice.text, limit)
    numbers = shared_size([(word, (body.width, height)) for word in words], strong, limit * 1.1, lines=1)
    top = body.y + (body.height - height * len(shares)) / 2
    thick = min(height * 0.26, board.measure * 0.045)
    for index, (label, share, word) in enumerate(zip(labels, shares, words, strict=True)):
        y = top + index * height
        box = Box(body.x, y + height * 0.06, room[0], room[1])
        set_words(board.page, label, board.voice.text, size, box, theme.ink, align="left", stand=1.0)
        at = (body.x + body.width, y + height * 0.06 + room[1] - numbers * 0.4)
        set_line(board.page, word, strong, numbers, at, theme.ink, "right")
        track = Box(body.x, y + height * 0.56, body.width, thick)
        board.page.rectangle(track, fill(theme.rule), thick / 2)
        if share > 0:
            full = track._replace(width=max(thick, track.width * share))
            colour = theme.accent if len(shares) == 1 else theme.tone(index)
            board.page.rectangle(full, fill(colour), thick / 2)
