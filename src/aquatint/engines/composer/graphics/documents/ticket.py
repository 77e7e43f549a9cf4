"""Tickets with notches, a perforation and a stub."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.documents.sheets import Stages, fitted, manner_on, open_sheet
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.graphics.information.words import set_words, shared_size, width_of
from aquatint.engines.composer.graphics.lettering import in_order, put_inside
from aquatint.engines.composer.scene import Entry, Scene
from aquatint.sizes import Size


def paint_ticket(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Stages:
    """A ticket with notches and a stub; on tall pages the stub is below."""
    board = open_sheet(canvas, scene, size, chance)
    theme, page = board.theme, board.page
    desk = page.palette.ground or theme.band
    page.paint_ground(desk)
    yield 0.1, "ground"
    wide = page.aspect >= 1
    body = fitted(page.inner, min(3.1, max(2.3, page.aspect)) if wide else 0.55)
    notch = min(body.width, body.height) * 0.055
    cut = (body.x + body.width * 0.74) if wide else (body.y + body.height * 0.74)
    page.canvas.drawPath(_ticket(body, cut, notch, wide=wide), fill(theme.panel))
    _perforate(board, body, cut, notch, wide=wide)
    yield 0.4, "ticket"
    pad = min(body.width, body.height) * 0.1
    main = Box(
        body.x + pad,
        body.y + pad,
        (cut - body.x if wide else body.width) - 2 * pad,
        (body.height if wide else cut - body.y) - 2 * pad,
    )
    stub = (
        Box(cut + pad * 0.7, body.y + pad, body.x + body.width - cut - pad * 1.5, body.height - 2 * pad)
        if wide
        else Box(body.x + pad, cut + pad * 0.7, body.width - 2 * pad, body.y + body.height - cut - pad * 1.5)
    )
    _ticket_words(board, main)
    yield 0.8, "words"
    _paint_bars(board, stub, wide=wide)
    yield 1.0, "stub"


def _ticket(box: Box, cut: float, notch: float, *, wide: bool) -> Any:
    """The outline: a rectangle with two half discs taken out at the perforation."""
    whole, holes = skia.Path(), skia.Path()
    whole.addRoundRect(skia.Rect.MakeXYWH(*box), notch * 0.5, notch * 0.5)
    spots = [(cut, box.y), (cut, box.y + box.height)] if wide else [(box.x, cut), (box.x + box.width, cut)]
    for x, y in spots:
        holes.addCircle(x, y, notch)
    return skia.Op(whole, holes, skia.PathOp.kDifference_PathOp)


def _perforate(board: Board, box: Box, cut: float, notch: float, *, wide: bool) -> None:
    length = (box.height if wide else box.width) - 2.6 * notch
    count = max(4, int(length / (board.measure * 0.03)))
    for index in range(count):
        along = (box.y if wide else box.x) + 1.3 * notch + length * (index + 0.5) / count
        at = (cut, along) if wide else (along, cut)
        board.page.circle(*at, board.measure * 0.0052, fill(board.page.palette.ground or board.theme.band))


def _ticket_words(board: Board, box: Box) -> None:
    texts = in_order(board.page.scene.texts)
    entries = board.sheet.entries
    share = 1.0 if not entries else 0.54 if len(entries) <= 4 else 0.42
    manner = manner_on(board, board.theme.panel, "left", 0.17)
    head = box._replace(height=box.height * share * 0.94)
    if texts:
        put_inside(board.page.canvas, texts, head, manner, stand=0.0 if entries else 0.5)
    if entries:
        top = box.y + box.height * (share if texts else 0.0)
        _paint_fields(board, entries, Box(box.x, top, box.width, box.y + box.height - top))


def _paint_fields(board: Board, entries: Sequence[Entry], box: Box) -> None:
    """Each line in a cell of a grid, its name above it if it has one."""
    cells, size, small = _cells(board, entries, box)
    theme, voice = board.theme, board.voice
    for entry, (x, y, width, height) in zip(entries, cells, strict=True):
        line = stroke(theme.rule, 3 * board.unit)
        board.page.canvas.drawLine(x, y + height * 0.04, x + width, y + height * 0.04, line)
        name = Box(x, y + height * 0.16, width, height * 0.3)
        set_words(board.page, entry.mark, voice.text, small, name, theme.muted, align="left", stand=0.0)
        top = 0.46 if entry.mark else 0.16
        room = Box(x, y + height * top, width, height * (0.92 - top))
        stand = 0.0 if entry.mark else 0.5
        set_words(board.page, entry.label, voice.strong, size, room, theme.ink, align="left", stand=stand)


def _cells(board: Board, entries: Sequence[Entry], box: Box) -> tuple[list[Box], float, float]:
    """The cells, as wide as their words need, and the type sizes of words and of their names."""
    strong, gap = board.voice.strong, box.width * 0.04
    limit = board.measure * 0.07
    best: tuple[float, int] = (0.0, 1)
    for columns in range(1, min(4, len(entries)) + 1):
        widths = _widths(board, entries, columns, box.width - gap * (columns - 1))
        height = box.height / -(-len(entries) // columns)
        words = [(entry.label, (widths[i % columns], height * 0.44)) for i, entry in enumerate(entries)]
        best = max(best, (shared_size(words, strong, limit, lines=1), columns))
    size, columns = best
    widths = _widths(board, entries, columns, box.width - gap * (columns - 1))
    height = box.height / -(-len(entries) // columns)
    cells = []
    for index in range(len(entries)):
        row, column = divmod(index, columns)
        x = box.x + sum(widths[:column]) + gap * column
        cells.append(Box(x, box.y + row * height, widths[column], height))
    names = [(entry.mark, (cell.width, height * 0.3)) for entry, cell in zip(entries, cells, strict=True)]
    return cells, size, shared_size(names, board.voice.text, size * 0.7, lines=1)


def _widths(board: Board, entries: Sequence[Entry], columns: int, whole: float) -> list[float]:
    """Widths of the columns by their longest words, none less than half of an equal share."""
    needs = [
        max(width_of(entry.label, board.voice.strong, 1.0) for entry in entries[column::columns])
        for column in range(columns)
    ]
    least = sum(needs) / columns / 2
    needs = [max(need, least) for need in needs]
    return [need * whole / sum(needs) for need in needs]


def _paint_bars(board: Board, box: Box, *, wide: bool) -> None:
    """Stripes as on a stub: a pattern, not a code that could be read."""
    chance = board.chance.fork("stripes")
    length = box.height if wide else box.width
    at, unit = 0.0, length / 90
    while at < length:
        thick = unit * chance.choice([1, 1, 2, 3])
        thick = min(thick, length - at)
        if wide:
            board.page.rectangle(
                Box(box.x + box.width * 0.15, box.y + at, box.width * 0.7, thick), fill(board.theme.ink)
            )
        else:
            board.page.rectangle(
                Box(box.x + at, box.y + box.height * 0.15, thick, box.height * 0.7), fill(board.theme.ink)
            )
        at += thick + unit * chance.choice([1, 2, 2])
