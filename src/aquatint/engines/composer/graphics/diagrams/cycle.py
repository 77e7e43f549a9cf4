"""Cycles: stages on a ring with arrows from each to the next."""

from __future__ import annotations

import math

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, polygon, stroke
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.entries import fit_entries, paint_entry
from aquatint.engines.composer.graphics.ornaments import polar
from aquatint.engines.composer.graphics.page import centre
from aquatint.engines.composer.graphics.palette import apart


def _paint(board: Board) -> None:
    entries = board.sheet.entries
    if not entries:
        paint_empty(board)
        return
    count = len(entries)
    x, y = centre(board.body)
    # The chord between neighbours leaves room for their discs and an arrow between them.
    share = math.sin(math.pi / max(3, count))
    reach = min(board.body.width, board.body.height) / 2
    node = min(reach * 0.42, reach * share / (1 + share) * 0.82)
    stretch_x = (board.body.width / 2 - node) if board.body.width > board.body.height else reach - node
    stretch_y = (board.body.height / 2 - node) if board.body.height > board.body.width else reach - node
    stretch_x, stretch_y = min(stretch_x, stretch_y * 1.5), min(stretch_y, stretch_x * 1.5)
    spots = [
        (x + stretch_x * math.cos(a), y + stretch_y * math.sin(a))
        for a in (math.radians(-90 + 360 * index / count) for index in range(count))
    ]
    _paint_ring(board, (x, y), (stretch_x, stretch_y), count, node)
    rooms = [(node * (1.34 if entry.art else 1.5), node * (0.62 if entry.art else 1.22)) for entry in entries]
    size = fit_entries(board, entries, rooms, board.label_size)
    for index, (entry, (px, py)) in enumerate(zip(entries, spots, strict=True)):
        tone = apart(board.theme.tone(index), board.theme.ground, 1.9)
        board.page.circle(px, py, node, fill(tone))
        ink = board.theme.on(tone)
        picture = Box(px - node * 0.4, py - node * 0.86, node * 0.8, node * 0.74)
        top = py - node * 0.04 if board.picture(entry.art, picture, f"{index}") else py - rooms[index][1] / 2
        box = Box(px - rooms[index][0] / 2, top, *rooms[index])
        stand = 0.2 if entry.art else 0.5
        paint_entry(board, entry, box, size, align="center", stand=stand, mark_colour=ink, ink=ink, muted=ink)


def _paint_ring(
    board: Board, middle: tuple[float, float], reach: tuple[float, float], count: int, node: float
) -> None:
    """Arrows between the discs, clockwise."""
    x, y = middle
    rx, ry = reach
    oval = skia.Rect.MakeXYWH(x - rx, y - ry, 2 * rx, 2 * ry)
    paint = stroke(board.theme.muted, 5 * board.unit)
    gap = math.degrees((node + board.short * 0.022) / max(1.0, min(rx, ry)))
    for index in range(count):
        start, stop = -90 + 360 * index / count + gap, -90 + 360 * (index + 1) / count - gap
        if stop - start < 2:
            continue
        board.page.canvas.drawArc(oval, start, stop - start - 2, False, paint)
        angle = math.radians(stop)
        tip = (x + rx * math.cos(angle), y + ry * math.sin(angle))
        heading = math.degrees(math.atan2(ry * math.cos(angle), -rx * math.sin(angle)))
        length = board.short * 0.026
        back = polar(*tip, length, heading + 180)
        wings = [polar(*back, length * 0.6, heading + side) for side in (90, -90)]
        board.page.path(polygon([tip, *wings]), fill(board.theme.muted))


paint = board_layout(_paint)
