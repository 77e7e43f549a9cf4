"""The foot of a list: the pictures of its entries in a row, or a sign that closes it."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, polygon, stroke
from aquatint.engines.composer.graphics.information.board import Board
from aquatint.engines.composer.scene import Entry


def paint_pictures(board: Board, entries: Sequence[Entry], used: float, *, closed: bool = False) -> float:
    """The pictures of the entries in a row below them; where there are none, a ``closed`` list ends with a sign.

    ``used`` is what the rows take of the body. Returns how far down the rows had better begin, in pixels.
    """
    arts = list(dict.fromkeys(entry.art for entry in entries if entry.art))[:5]
    body = board.body
    free = body.height - used - board.measure * 0.06
    if board.page.scene.items or free < board.measure * 0.16:
        return 0.0
    if not arts:
        return _close(board, used, free) if closed else free * 0.4
    side = min(
        free * 0.7, body.width / len(arts) * 0.78, board.measure * (0.2 if free < board.measure * 0.5 else 0.34)
    )
    step = min(body.width / len(arts), side * 1.5)
    spare = free - side
    y = body.y + body.height - side - max(0.0, spare * 0.3)
    x = body.x + (body.width - step * len(arts)) / 2
    for index, art in enumerate(arts):
        board.picture(art, Box(x + index * step + (step - side) / 2, y, side, side), f"foot-{index}")
    return max(0.0, spare * 0.3)


def _close(board: Board, used: float, free: float) -> float:
    """Rows a little above the middle and, where a third of the body would be bare, a rule with a lozenge below."""
    start = free * 0.3
    if free > board.body.height * 0.3:
        x, y = (
            board.body.x + board.body.width / 2,
            board.body.y + start + used + min(free * 0.3, board.measure * 0.16),
        )
        reach, size = board.measure * 0.16, board.measure * 0.014
        line = stroke(board.theme.rule, 2.4 * board.unit)
        for turn in (-1, 1):
            board.page.canvas.drawLine(x + turn * size * 2.4, y, x + turn * reach, y, line)
        board.page.path(
            polygon([(x - size, y), (x, y - size), (x + size, y), (x, y + size)]), fill(board.theme.accent)
        )
    return start
