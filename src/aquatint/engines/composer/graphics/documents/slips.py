"""Receipts and quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, polygon, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.documents.rows import (
    RowManner,
    fit_rows,
    groups_of,
    paint_column,
    stretched,
)
from aquatint.engines.composer.graphics.documents.sheets import Stages, fitted, manner_on, open_sheet
from aquatint.engines.composer.graphics.information.board import Board, paint_things
from aquatint.engines.composer.graphics.lettering import in_order, put_inside, stack
from aquatint.engines.composer.graphics.page import inset
from aquatint.engines.composer.scene import Scene, Text
from aquatint.sizes import Size

SAYINGS = ((18, 0.26), (30, 0.21), (60, 0.165), (110, 0.13), (1_000_000, 0.11))
"""Largest type of a quote, in short sides, by the number of its letters."""
SHORT = 0.62
"""Share of the width below which words stand in the middle."""


def paint_receipt(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Stages:
    """A slip of paper with a torn foot on a ground of colour."""
    board = open_sheet(canvas, scene, size, chance)
    theme, page = board.theme, board.page
    page.paint_ground(page.palette.ground or theme.band)
    yield 0.1, "ground"
    slip = _slip(board)
    tooth = slip.width / 26
    teeth = [
        (slip.x + index * tooth, slip.y + slip.height - (tooth * 0.8 if index % 2 else 0))
        for index in range(26, -1, -1)
    ]
    page.path(polygon([(slip.x, slip.y), (slip.x + slip.width, slip.y), *teeth]), fill(theme.panel))
    yield 0.3, "paper"
    pad = slip.width * 0.09
    inner = Box(slip.x + pad, slip.y + pad, slip.width - 2 * pad, slip.height - 2 * pad - tooth)
    texts = in_order(scene.texts)
    if texts:
        head = inner._replace(height=inner.height * 0.2)
        took = put_inside(page.canvas, texts, head, manner_on(board, theme.panel, "center", 0.1), stand=0.0)
        rule = took.y + took.height + pad * 0.7
        page.canvas.drawLine(inner.x, rule, inner.x + inner.width, rule, stroke(theme.ink, 2.4 * board.unit))
        inner = Box(inner.x, rule + pad * 0.8, inner.width, inner.y + inner.height - rule - pad * 0.8)
    groups = groups_of(board.sheet.entries)
    if groups:
        manner = RowManner(gap=0.9, head_gap=1.8, leaders=True)
        room = inner.width, inner.height
        set_size = fit_rows(board, groups, room, board.measure * 0.075, manner)
        paint_column(board, groups, inner, set_size, stretched(board, [groups], room, set_size, manner))
    yield 1.0, "words"


def _slip(board: Board) -> Box:
    """The paper: as tall as its rows need, in the middle of the page."""
    inner = board.page.inner
    whole = fitted(inner, 0.62 if board.page.aspect < 1.4 else 1.1)
    rows = len(board.sheet.entries) + sum(2 for entry in board.sheet.entries if entry.role == "section")
    height = min(
        whole.height, whole.width * (0.5 + 0.2 * rows) + (whole.width * 0.2 if board.page.scene.texts else 0.0)
    )
    return whole._replace(y=inner.y + (inner.height - height) * 0.42, height=height)


def paint_quote(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Stages:
    """The words as large as the page allows, the name below them, two commas as an ornament."""
    board = open_sheet(canvas, scene, size, chance)
    theme, page = board.theme, board.page
    form = board.chance.fork("quote").choice(["left", "center", "panel"])
    ground = theme.band if form == "panel" and page.palette.ground is None else theme.ground
    page.paint_ground(ground)
    yield 0.1, "ground"
    inner = inset(page.inner, board.measure * 0.03)
    texts = in_order(scene.texts)
    said = [text for text in texts if text.role != "name"] or texts
    names = [text for text in texts if text not in said]
    mark = _mark_size(board, inner, said)
    foot = board.measure * 0.15 if names else 0.0
    top = inner.y + mark * 0.72 + board.measure * 0.07
    room = Box(inner.x, top, inner.width, inner.y + inner.height - top - foot)
    if scene.items:
        room = paint_things(page, room)
    align = "center" if form == "center" else "left"
    manner = manner_on(board, ground, align, _largest(said), 1.8)
    set_words = stack(said, (room.width, room.height), manner)
    if set_words.width < inner.width * SHORT:
        align, manner = "center", replace(manner, align="center")
    height = set_words.height
    # Commas, words and name stand together a little above the middle.
    down = max(0.0, room.height - height) * 0.46
    x = inner.x + (inner.width - mark) / 2 if align == "center" else inner.x
    _paint_commas(board, Box(x, inner.y + down, mark, mark * 0.72), theme.accent)
    yield 0.3, "ornament"
    room = room._replace(y=room.y + down, height=room.height - down)
    took = put_inside(page.canvas, said, room, manner, stand=0.0)
    if names:
        y = min(took.y + took.height + board.measure * 0.05, inner.y + inner.height - foot + board.measure * 0.03)
        rule = board.measure * 0.07
        at = inner.x + (inner.width - rule) / 2 if align == "center" else inner.x
        page.rectangle(Box(at, y, rule, 6 * board.unit), fill(theme.accent))
        below = Box(inner.x, y + board.measure * 0.04, inner.width, foot - board.measure * 0.07)
        put_inside(page.canvas, names, below, manner_on(board, ground, align, 0.05), stand=0.0, first=1)
    yield 1.0, "words"


def _mark_size(board: Board, room: Box, said: Sequence[Text]) -> float:
    """Width of the commas: the more the words leave free, the larger."""
    manner = manner_on(board, board.theme.ground, "left", _largest(said), 1.8)
    free = room.height - stack(said, (room.width, room.height * 0.8), manner).height
    return max(board.measure * 0.13, min(board.measure * 0.4, free * 0.42, room.width * 0.5))


def _largest(texts: Sequence[Text]) -> float:
    """Type size in short sides: a saying of few words may be as large as a poster's."""
    length = sum(len(text.content) for text in texts)
    return next(size for most, size in SAYINGS if length <= most)


def _paint_commas(board: Board, box: Box, colour: Colour) -> None:
    """Opening quotation marks drawn as shapes."""
    radius = box.width * 0.2
    for index in range(2):
        x, y = box.x + radius + index * box.width * 0.52, box.y + box.height - radius
        path = skia.Path()
        path.moveTo(x - radius, y)
        path.quadTo(x - radius, box.y + box.height * 0.16, x + radius * 0.9, box.y)
        path.lineTo(x + radius * 1.05, box.y + box.height * 0.2)
        path.quadTo(x - radius * 0.1, box.y + box.height * 0.3, x, y - radius * 0.9)
        path.close()
        path.addCircle(x, y, radius)
        path.setFillType(skia.PathFillType.kWinding)
        board.page.path(path, fill(colour))
