"""Certificates: a double frame, words in the middle, lines for date and signature, a seal without words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import skia

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, polygon, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.documents.sheets import Stages, manner_on, open_sheet
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.information.words import set_words, shared_size
from aquatint.engines.composer.graphics.lettering import Manner, in_order, put_inside
from aquatint.engines.composer.graphics.ornaments import polar
from aquatint.engines.composer.graphics.page import inset
from aquatint.engines.composer.scene import Scene, Text
from aquatint.sizes import Size

WIDE = 1.9
"""Pages wider than this have their seal beside the words, unless it stands between date and signature."""
APART, SLIM, LINE = 1.8, 0.2, 0.11
"""From the seal's middle to the lines beside it, in radii; the least width of these lines, and the height of lines
that stand below each other, in measures."""
ROW = 0.95
"""Height that the words may take, in measures by the sum of their weights."""
WEIGHTS = {"title": 0.4, "name": 0.44, "rest": 0.28}
"""Heights of the rows."""
LARGEST = {"title": 0.1, "name": 0.15, "rest": 0.05}
"""Type sizes in measures."""


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
    body = inset(inner, board.measure * 0.075, board.measure * (0.05 if page.aspect > WIDE else 0.075))
    if page.aspect > WIDE and not board.sheet.entries:
        radius = body.height * 0.3
        words = body._replace(width=body.width - radius * 2.8)
        _certificate_words(board, words)
        yield 0.8, "words"
        _paint_seal(board, body.x + body.width - radius, body.y + body.height * 0.44, radius)
        yield 1.0, "seal"
        return
    seal = min(board.measure * 0.105, body.height * 0.12)
    foot = max(seal * 2, body.height * 0.16)
    if board.sheet.entries and body.width / 2 - seal * APART < board.measure * SLIM:
        foot = seal * 2.4 + board.measure * LINE * len(board.sheet.entries[:2])
    words = body._replace(height=body.height - foot - board.measure * 0.04)
    _certificate_words(board, words)
    yield 0.8, "words"
    _paint_foot(board, Box(body.x, body.y + body.height - foot, body.width, foot), seal)
    yield 1.0, "seal"


def _certificate_words(board: Board, box: Box) -> None:
    """Title, name and reason as rows of their own; the name is the largest, with a line below it."""
    by_role: dict[str, list[Text]] = {"title": [], "name": [], "rest": []}
    for text in in_order(board.page.scene.texts):
        by_role[text.role if text.role in ("title", "name") else "rest"].append(text)
    shown = [(role, texts) for role, texts in by_role.items() if texts]
    total = sum(WEIGHTS[role] for role, _ in shown) or 1.0
    # On tall pages the rows stay together, a little above the middle.
    whole = min(box.height, total * board.measure * ROW)
    y = box.y + (box.height - whole) * 0.45
    for role, texts in shown:
        height = whole * WEIGHTS[role] / total
        _paint_row(board, role, texts, Box(box.x, y + height * 0.06, box.width, height * 0.88))
        y += height


def _paint_row(board: Board, role: str, texts: Sequence[Text], room: Box) -> None:
    level = 0 if role != "rest" else 1
    manner = manner_on(board, board.theme.ground, biggest=LARGEST[role])
    manner = replace(manner, biggest=manner.biggest * (manner.ratio if level else 1.0))
    if role == "name":
        # A name of honour is written, where the letters allow it.
        written = board.chance.fork("name").choice(["script", "elegant", manner.mood])
        latin = all(ord(letter) < 0x250 for text in texts for letter in text.content)
        manner = replace(manner, mood=written if latin else manner.mood, title=board.theme.accent_ink)
        room = room._replace(height=room.height * 0.84)
    if role == "title":
        manner = replace(manner, biggest=_unbroken(texts[0].content, manner, room))
    took = put_inside(board.page.canvas, texts, room, manner, first=level)
    if role != "name":
        return
    y = min(took.y + took.height + board.measure * 0.026, room.y + room.height / 0.84)
    reach = min(room.width * 0.4, board.measure * 0.42)
    x = room.x + room.width / 2
    board.page.canvas.drawLine(x - reach, y, x + reach, y, stroke(board.theme.accent, 3 * board.unit))


def _unbroken(words: str, manner: Manner, room: Box) -> float:
    """The largest type size of a title, smaller where it then needs one line only."""
    face = faces.face("display", manner.mood)
    whole = faces.fit_line(words, face, room.width * 0.99, manner.biggest)
    return whole if whole > manner.biggest * 0.55 else manner.biggest


def _paint_corners(board: Board, box: Box) -> None:
    reach = board.measure * 0.05
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
    if entries and box.width / 2 - seal * APART < board.measure * SLIM:
        _paint_narrow_foot(board, box, seal)
        return
    alone = len(entries) == 1 and box.width > box.height * 2
    # A single line on the left has the seal for its counterweight.
    _paint_seal(board, box.x + box.width - seal * 2.2 if alone else x, y, seal)
    width = box.width / 2 - seal * APART
    rooms = [Box(box.x, box.y, width, box.height), Box(x + seal * APART, box.y, width, box.height)]
    words = [(entry.label, (width * 0.94, box.height * 0.5)) for entry in entries]
    size = shared_size(words, board.voice.text, board.measure * 0.045)
    for entry, room in zip(entries, rooms, strict=False):
        line = room.y + room.height * 0.72
        board.page.canvas.drawLine(room.x, line, room.x + width, line, stroke(board.theme.ink, 2.2 * board.unit))
        above = Box(room.x, room.y, width, room.height * 0.62)
        set_words(board.page, entry.label, board.voice.text, size, above, board.theme.ink, stand=1.0)


def _paint_narrow_foot(board: Board, box: Box, seal: float) -> None:
    """The lines below each other, the seal under them."""
    step = board.measure * LINE
    entries = board.sheet.entries[:2]
    words = [(entry.label, (box.width * 0.9, step * 0.5)) for entry in entries]
    size = shared_size(words, board.voice.text, board.measure * 0.045)
    for index, entry in enumerate(entries):
        y = box.y + index * step
        room = Box(box.x, y, box.width, step * 0.62)
        set_words(board.page, entry.label, board.voice.text, size, room, board.theme.ink, stand=1.0)
        line = y + step * 0.74
        rule = stroke(board.theme.ink, 2.2 * board.unit)
        board.page.canvas.drawLine(box.x + box.width * 0.08, line, box.x + box.width * 0.92, line, rule)
    _paint_seal(board, box.x + box.width / 2, box.y + len(entries) * step + seal * 1.1, seal)


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
