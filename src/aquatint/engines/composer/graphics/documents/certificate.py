"""Certificates: a double frame, words in the middle, lines for date and signature, a seal without words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, polygon, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.documents.sheets import Stages, manner_on, open_sheet
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.information.words import set_words, shared_size
from aquatint.engines.composer.graphics.lettering import in_order, put_inside
from aquatint.engines.composer.graphics.ornaments import polar
from aquatint.engines.composer.graphics.page import inset
from aquatint.engines.composer.scene import Scene, Text
from aquatint.sizes import Size

ROW = 0.9
"""Height that the words may take, in short sides by the sum of their weights."""


def paint_certificate(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Stages:
    """A double frame, the words in the middle, lines at the foot for date and signature, a seal without words."""
    board = open_sheet(canvas, scene, size, chance)
    theme, page, unit = board.theme, board.page, board.unit
    yield 0.1, "ground"
    outer = inset(page.full, page.margin * 0.7)
    page.rectangle(outer, stroke(theme.accent, 9 * unit))
    inner = inset(outer, 17 * unit)
    page.rectangle(inner, stroke(theme.ink, 2.4 * unit))
    _paint_corners(board, inner)
    yield 0.3, "frame"
    body = inset(inner, board.short * 0.075)
    seal = min(board.short * 0.105, body.height * 0.12)
    foot = max(seal * 2, body.height * 0.16)
    words = body._replace(height=body.height - foot - board.short * 0.04)
    _certificate_words(board, words)
    yield 0.8, "words"
    _paint_foot(board, Box(body.x, body.y + body.height - foot, body.width, foot), seal)
    yield 1.0, "seal"


def _certificate_words(board: Board, box: Box) -> None:
    """Title, name and reason as rows of their own; the name is the largest."""
    by_role: dict[str, list[Text]] = {"title": [], "name": [], "rest": []}
    for text in in_order(board.page.scene.texts):
        by_role[text.role if text.role in ("title", "name") else "rest"].append(text)
    shown = [(role, texts) for role, texts in by_role.items() if texts]
    weights = {"title": 0.42, "name": 0.34, "rest": 0.3}
    total = sum(weights[role] for role, _ in shown) or 1.0
    biggest = {"title": 0.11, "name": 0.095, "rest": 0.042}
    # On tall pages the rows stay together, a little above the middle.
    whole = min(box.height, total * board.short * ROW)
    y = box.y + (box.height - whole) * 0.45
    for role, texts in shown:
        height = whole * weights[role] / total
        room = Box(box.x, y + height * 0.06, box.width, height * 0.88)
        manner = manner_on(board, board.theme.ground, biggest=biggest[role])
        level = 0 if role != "rest" else 1
        manner = replace(manner, biggest=manner.biggest * (manner.ratio if level else 1.0))
        took = put_inside(board.page.canvas, texts, room, manner, first=level)
        if role == "name":
            y_line = min(took.y + took.height + board.short * 0.022, y + height)
            reach = min(box.width * 0.36, board.short * 0.4)
            x = box.x + box.width / 2
            board.page.canvas.drawLine(
                x - reach, y_line, x + reach, y_line, stroke(board.theme.accent, 3 * board.unit)
            )
        y += height


def _paint_corners(board: Board, box: Box) -> None:
    reach = board.short * 0.05
    form = board.chance.fork("corners").choice(["square", "round", "fan"])
    for x, sx in ((box.x, 1), (box.x + box.width, -1)):
        for y, sy in ((box.y, 1), (box.y + box.height, -1)):
            if form == "square":
                side = reach * 0.7
                square = Box(min(x, x + sx * side), min(y, y + sy * side), side, side)
                board.page.rectangle(square, stroke(board.theme.accent, 3 * board.unit))
            elif form == "round":
                board.page.circle(
                    x + sx * reach * 0.5,
                    y + sy * reach * 0.5,
                    reach * 0.28,
                    stroke(board.theme.accent, 3 * board.unit),
                )
            else:
                for part in (0.45, 0.7, 0.95):
                    start = {(1, 1): 0, (-1, 1): 90, (-1, -1): 180, (1, -1): 270}[(sx, sy)]
                    radius = reach * part
                    oval = skia.Rect.MakeXYWH(x - radius, y - radius, 2 * radius, 2 * radius)
                    board.page.canvas.drawArc(oval, start, 90, False, stroke(board.theme.accent, 3 * board.unit))


def _paint_foot(board: Board, box: Box, seal: float) -> None:
    """What was said of date and signature on lines, the seal between or in the middle."""
    entries = board.sheet.entries[:2]
    x, y = box.x + box.width / 2, box.y + box.height / 2
    _paint_seal(board, x, y, seal)
    width = box.width / 2 - seal * 1.8
    rooms = [Box(box.x, box.y, width, box.height), Box(x + seal * 1.8, box.y, width, box.height)]
    words = [(entry.label, (width * 0.94, box.height * 0.5)) for entry in entries]
    size = shared_size(words, board.voice.text, board.short * 0.034)
    for entry, room in zip(entries, rooms, strict=False):
        line = room.y + room.height * 0.72
        board.page.canvas.drawLine(room.x, line, room.x + width, line, stroke(board.theme.ink, 2.2 * board.unit))
        above = Box(room.x, room.y, width, room.height * 0.62)
        set_words(board.page, entry.label, board.voice.text, size, above, board.theme.ink, stand=1.0)


def _paint_seal(board: Board, x: float, y: float, radius: float) -> None:
    """A rosette with ribbons."""
    theme, page = board.theme, board.page
    for turn in (-1, 1):
        foot = (x + turn * radius * 0.62, y + radius * 1.45)
        page.path(
            polygon(
                [
                    (x, y),
                    (foot[0] - radius * 0.34, foot[1]),
                    (foot[0], foot[1] - radius * 0.3),
                    (foot[0] + radius * 0.34, foot[1]),
                ]
            ),
            fill(theme.band),
        )
    points = [polar(x, y, radius * (1.0 if index % 2 else 0.88), index * 10) for index in range(36)]
    page.path(polygon(points), fill(theme.accent))
    page.circle(x, y, radius * 0.7, stroke(theme.on(theme.accent), 2.6 * board.unit))
    star = [polar(x, y, radius * (0.42 if index % 2 == 0 else 0.18), -90 + index * 36) for index in range(10)]
    page.path(polygon(star), fill(theme.on(theme.accent)))
