"""Cycles: stages on a ring with arrows from each to the next."""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Point, fill, polygon, stroke
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.entries import fit_entries, paint_entry
from aquatint.engines.composer.graphics.ornaments import polar
from aquatint.engines.composer.graphics.page import centre
from aquatint.engines.composer.graphics.palette import apart

STRETCH, LONGEST = 2.0, 3.4
"""How much longer the oval may be than high: with a disc at each end, and with none there."""
STEPS = 90
"""Points of an arc between two discs."""


def _paint(board: Board) -> None:
    entries = board.sheet.entries
    if not entries:
        paint_empty(board)
        return
    count = len(entries)
    body = board.body
    x, y = centre(body)
    # The chord between neighbours leaves room for their discs and an arrow between them.
    share = math.sin(math.pi / max(3, count))
    reach = min(body.width, body.height) / 2
    node = min(reach * 0.42, reach * share / (1 + share) * 0.82)
    stretch_x = (body.width / 2 - node) if body.width > body.height else reach - node
    stretch_y = (body.height / 2 - node) if body.height > body.width else reach - node
    stretch_x, stretch_y = min(stretch_x, stretch_y * STRETCH), min(stretch_y, stretch_x * STRETCH)
    first = -90.0
    if count == 4 and max(stretch_x, stretch_y) > 1.5 * min(stretch_x, stretch_y):
        # Two above and two below leave more room on a long page than one at each end.
        first, node = -135.0, reach * 0.44
        stretch_x, stretch_y = ((each - node) * math.sqrt(2) for each in (body.width / 2, body.height / 2))
        stretch_x, stretch_y = min(stretch_x, stretch_y * LONGEST), min(stretch_y, stretch_x * LONGEST)
    spots = [
        (x + stretch_x * math.cos(a), y + stretch_y * math.sin(a))
        for a in (math.radians(first + 360 * index / count) for index in range(count))
    ]
    _paint_ring(board, (x, y), (stretch_x, stretch_y), spots, node)
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
    board: Board, middle: Point, reach: tuple[float, float], spots: Sequence[Point], node: float
) -> None:
    """Arrows between the discs, clockwise along the oval."""
    (x, y), (rx, ry) = middle, reach
    for index, start in enumerate(spots):
        stop = spots[(index + 1) % len(spots)]
        a = math.atan2((start[1] - y) / ry, (start[0] - x) / rx)
        b = math.atan2((stop[1] - y) / ry, (stop[0] - x) / rx)
        b += math.tau if b <= a else 0.0
        angles = [a + (b - a) * step / STEPS for step in range(STEPS + 1)]
        points = [(x + rx * math.cos(angle), y + ry * math.sin(angle)) for angle in angles]
        clear = node + board.measure * 0.02
        free = [p for p in points if math.dist(p, start) > clear and math.dist(p, stop) > clear]
        if len(free) > 2:
            _paint_arc(board, free)


def _paint_arc(board: Board, points: Sequence[Point]) -> None:
    """A line along the points that ends in an arrow head."""
    path = skia.Path()
    path.moveTo(*points[0])
    for point in points[1:-1]:
        path.lineTo(*point)
    board.page.path(path, stroke(board.theme.muted, board.measure * 0.006))
    tip, before = points[-1], points[max(0, len(points) - 4)]
    heading = math.degrees(math.atan2(tip[1] - before[1], tip[0] - before[0]))
    length = board.measure * 0.03
    back = polar(*tip, length, heading + 180)
    wings = [polar(*back, length * 0.6, heading + side) for side in (90, -90)]
    board.page.path(polygon([tip, *wings]), fill(board.theme.muted))


paint = board_layout(_paint)
