"""Where the cards of an infographic stand: in a ring, in a row, in a column or in a snake."""

from __future__ import annotations

import math

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.ornaments import polar
from aquatint.engines.composer.graphics.page import Page, centre


def choose_cells(page: Page, body: Box) -> tuple[list[Box], bool]:
    """A box per step, in order, and whether they stand in a ring."""
    count = len(page.scene.steps)
    cyclic = count_said(said(page.scene), ("cycle", "cycles", "circular", "loop", "seasons", "recycling")) > 0
    if cyclic and 3 <= count <= 6 and 0.55 < body.width / body.height < 2.2:
        return _ring(body, count), True
    columns = max(range(1, count + 1), key=lambda n: _fitness(n, count, body))
    return _grid(body, count, columns, page.short * 0.055), False


def _fitness(columns: int, count: int, body: Box) -> float:
    """How well cells of a grid suit a card: near 0.9 wide by 1 tall, no empty places."""
    rows = math.ceil(count / columns)
    aspect = (body.width / columns) / (body.height / rows)
    wanted = abs(math.log(aspect / (0.92 if columns > 1 else 3.2)))
    return -wanted - 0.25 * (rows * columns - count)


def _grid(body: Box, count: int, columns: int, gap: float) -> list[Box]:
    """Rows that run to and fro, like a snake, so that each arrow is short; a last row of few is as wide."""
    rows = math.ceil(count / columns)
    height = (body.height - gap * (rows - 1)) / rows
    boxes = []
    for index in range(count):
        row, column = divmod(index, columns)
        here = min(columns, count - row * columns)
        width = (body.width - gap * (here - 1)) / here
        if row % 2:
            column = here - 1 - column
        boxes.append(Box(body.x + column * (width + gap), body.y + row * (height + gap), width, height))
    return boxes


_RING_CARDS = {3: (0.40, 0.40, -90.0), 4: (0.40, 0.40, -135.0), 5: (0.31, 0.25, -90.0), 6: (0.28, 0.245, -120.0)}
"""By number of cards: their width and height as shares of the body, so that none overlap; angle of the first."""


def _ring(body: Box, count: int) -> list[Box]:
    """Cards on an ellipse, clockwise from the top (or the upper left, when there are four)."""
    x, y = centre(body)
    across, down, start = _RING_CARDS[count]
    width = body.width * across
    height = min(body.height * down, width * 1.3)
    rx, ry = (body.width - width) / 2, (body.height - height) / 2
    boxes = []
    for index in range(count):
        px, py = polar(0, 0, 1.0, start + index * 360 / count)
        if count == 4:
            px, py = math.copysign(1, px), math.copysign(1, py)
        boxes.append(Box(x + px * rx - width / 2, y + py * ry - height / 2, width, height))
    return boxes
