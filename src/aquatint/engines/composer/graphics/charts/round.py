"""Pies and donuts with a legend of labels and numbers beside them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics.charts import frame
from aquatint.engines.composer.graphics.charts.numbers import written
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.information.words import set_line, set_words, shared_size, width_of
from aquatint.engines.composer.graphics.ornaments import polar
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.scene import Chart

HOLE = 0.58
"""Radius of a donut's hole, in radii."""


class Slice(NamedTuple):
    """One part of the whole; ``share`` of 1."""

    label: str
    number: str
    share: float
    colour: Colour


def slices_of(board: Board, chart: Chart) -> list[Slice]:
    """The parts in their order; percentages that do not fill the whole leave a quiet rest without a name."""
    values = [abs(value or 0.0) for value in chart.series[0].values] if chart.series else []
    whole = sum(values)
    if chart.suffix.strip() == "%":
        whole = max(100.0, whole) if not 99.0 <= whole <= 101.0 else whole
    whole = whole or 1.0
    parts = []
    for index, (label, value) in enumerate(zip(chart.labels, values, strict=False)):
        asked = chart.colours[index] if index < len(chart.colours) else ""
        colour = Colour.of(asked) if asked else _tone(board, index, len(values))
        parts.append(Slice(label, written(chart.series[0].values[index] or 0.0, chart), value / whole, colour))
    return parts


def _tone(board: Board, index: int, count: int) -> Colour:
    """Tones repeat paler after eight, so that neighbours always differ."""
    tone = board.theme.tone(index)
    return tone if index < 8 or count <= 8 else mix(tone, board.theme.ground, 0.4 + 0.1 * (index // 8))


def paint(board: Board, chart: Chart) -> None:
    """The disc on one side, the legend on the other; above each other on tall pages."""
    parts, body = slices_of(board, chart), board.body
    if not parts:
        _paint_disc(board, chart, _square(body), parts)
        return
    gap = board.measure * 0.06
    if body.width > body.height * 1.3:
        side = min(body.height, body.width * 0.54)
        disc = Box(body.x, body.y + (body.height - side) / 2, side, side)
        legend = Box(body.x + side + gap, body.y, body.width - side - gap, body.height)
        if board.chance.fork("side").choice([True, False]):
            disc = disc._replace(x=body.x + body.width - side)
            legend = legend._replace(x=body.x)
    else:
        share = 0.6 if len(parts) <= 5 else 0.5
        side = min(body.width, body.height * share)
        # On tall pages disc and legend stand together, a little above the middle.
        rows = min(body.height - side - gap, len(parts) * board.measure * 0.125)
        spare = max(0.0, body.height - side - gap - rows)
        body = body._replace(y=body.y + spare * 0.4, height=body.height - spare * 0.4)
        disc = Box(body.x + (body.width - side) / 2, body.y, side, side)
        top = body.y + side + gap * 0.8
        legend = Box(body.x, top, body.width, body.y + body.height - top)
    _paint_disc(board, chart, disc, parts)
    _paint_legend(board, legend, parts, beside=legend.y == body.y)


def _square(box: Box) -> Box:
    side = min(box.width, box.height)
    return Box(box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side)


def _paint_disc(board: Board, chart: Chart, box: Box, parts: Sequence[Slice]) -> None:
    x, y, radius = box.x + box.width / 2, box.y + box.height / 2, box.width / 2
    hole = radius * HOLE if chart.form == "donut" else 0.0
    page, ground = board.page, board.theme.ground
    page.circle(x, y, radius, fill(board.theme.rule))
    at = -90.0
    for part in parts:
        page.path(_wedge(x, y, radius, at, part.share * 360), fill(apart(part.colour, ground, 1.4)))
        at += part.share * 360
    at = -90.0
    line = stroke(ground, 4 * board.unit)
    for part in parts if len(parts) > 1 else ():
        page.canvas.drawLine(x, y, *polar(x, y, radius * 1.01, at), line)
        at += part.share * 360
    if parts and sum(part.share for part in parts) < 0.999:
        page.canvas.drawLine(x, y, *polar(x, y, radius * 1.01, at), line)
    if hole:
        page.circle(x, y, hole, fill(ground))
    if not parts:
        page.circle(x, y, radius, stroke(board.theme.ink, 2.6 * board.unit))
    _paint_shares(board, (x, y), radius, hole, parts)


def _wedge(x: float, y: float, radius: float, start: float, sweep: float) -> object:
    path = skia.Path()
    oval = skia.Rect.MakeXYWH(x - radius, y - radius, 2 * radius, 2 * radius)
    if sweep >= 359.99:
        path.addOval(oval)
        return path
    path.moveTo(x, y)
    path.arcTo(oval, start, sweep, False)
    path.close()
    return path


def _paint_shares(
    board: Board, middle: tuple[float, float], radius: float, hole: float, parts: Sequence[Slice]
) -> None:
    """The number inside each slice that has room for it."""
    face, size = board.voice.strong, min(frame.detail_size(board) * 1.25, radius * 0.15)
    ring = (radius + hole) / 2 if hole else radius * 0.66
    at = -90.0
    for part in parts:
        turn = part.share * 360
        width = width_of(part.number, face, size)
        chord = 2 * ring * math.sin(math.radians(min(90.0, turn / 2)))
        if chord > width * 1.25 and (not hole or radius - hole > width * 1.15) and chord > size * 1.4:
            field = apart(part.colour, board.theme.ground, 1.4)
            spot = polar(*middle, ring if len(parts) > 1 or hole else 0.0, at + turn / 2)
            set_line(board.page, part.number, face, size, spot, board.theme.on(field), "center")
        at += turn


def _paint_legend(board: Board, box: Box, parts: Sequence[Slice], *, beside: bool) -> None:
    """A row per part: its colour, its label, its number at the right."""
    count = len(parts)
    columns = 2 if count > 6 and box.width > box.height * 1.6 else 1
    rows = math.ceil(count / columns)
    gap = board.measure * 0.05
    width = (box.width - gap * (columns - 1)) / columns
    height = min(box.height / rows, board.measure * 0.125)
    swatch = min(height * 0.42, board.measure * 0.032)
    strong, text = board.voice.strong, board.voice.text
    limit = min(board.label_size, height * 0.5)
    numbers = shared_size([(part.number, (width * 0.3, height)) for part in parts], strong, limit, lines=1)
    widest = max(width_of(part.number, strong, numbers) for part in parts)
    room = width - swatch * 1.8 - widest - swatch
    size = shared_size([(part.label, (room, height * 0.82)) for part in parts], text, limit)
    numbers = min(numbers, size * 1.1)
    # Under the disc it follows at once; beside it, it is centred.
    top = box.y + (box.height - rows * height) * (0.5 if beside else 0.1)
    for index, part in enumerate(parts):
        column, row = divmod(index, rows)
        x, y = box.x + column * (width + gap), top + row * height
        board.page.rectangle(
            Box(x, y + (height - swatch) / 2, swatch, swatch),
            fill(apart(part.colour, board.theme.ground, 1.4)),
            swatch * 0.22,
        )
        label = Box(x + swatch * 1.8, y, room, height)
        set_words(board.page, part.label, text, size, label, board.theme.ink, align="left")
        set_line(board.page, part.number, strong, numbers, (x + width, y + height / 2), board.theme.ink, "right")
        if row < rows - 1 and index < count - 1:
            rule = stroke(board.theme.rule, max(1.0, 1.4 * board.unit))
            board.page.canvas.drawLine(x, y + height, x + width, y + height, rule)
