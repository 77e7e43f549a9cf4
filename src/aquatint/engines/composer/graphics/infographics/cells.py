"""Where the cards of an infographic stand: in a ring, in a row, in a column or in a snake."""

from __future__ import annotations

import math

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.ornaments import polar
from aquatint.engines.composer.graphics.page import Page, centre, left, upper

CYCLIC = ("cycle", "cycles", "circular", "loop", "seasons", "recycling")
"""Words that say that the last step leads to the first again."""
RETURN = 0.09
"""Share of the body that is left for the way back from the last card of a line to the first."""


def is_cyclic(page: Page) -> bool:
    """Whether the steps go round."""
    return count_said(said(page.scene), CYCLIC) > 0


def choose_cells(page: Page, body: Box) -> tuple[list[Box], bool]:
    """A box per step, in order, and whether they stand in a ring."""
    count = len(page.scene.steps)
    cyclic = is_cyclic(page)
    if cyclic and 3 <= count <= 6 and 0.55 < body.width / body.height < 2.2:
        return _ring(body, count, page.short * 0.062), True
    if cyclic:
        wide = body.width > body.height
        room = upper(body, 1 - RETURN)[0] if wide else left(body, 1 - RETURN * 1.4)[0]
        return _grid(room, count, count if wide else 1, page.short * 0.055), False
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


SMALLER = 0.94
"""By how much the cards of a ring shrink at a time, until an arrow has room between any two neighbours."""


def _ring(body: Box, count: int, room: float) -> list[Box]:
    """Cards on an ellipse, clockwise, with ``room`` pixels at least from each to the next."""
    size = 1.0
    while True:
        boxes = _ring_of(body, count, size)
        neighbours = zip(boxes, [*boxes[1:], boxes[0]], strict=True)
        if size < 0.5 or min(_apart(one, two) for one, two in neighbours) >= room:
            return boxes
        size *= SMALLER


def _apart(one: Box, two: Box) -> float:
    """Pixels between the nearest edges of two boxes."""
    dx = max(two.x - one.x - one.width, one.x - two.x - two.width, 0.0)
    dy = max(two.y - one.y - one.height, one.y - two.y - two.height, 0.0)
    return math.hypot(dx, dy)


def _ring_of(body: Box, count: int, size: float) -> list[Box]:
    """Cards from the top on (or from the upper left, when there are four), ``size`` of their usual width."""
    x, y = centre(body)
    across, down, start = _RING_CARDS[count]
    width = body.width * across * size
    down *= size
    height = min(body.height * down, width * 1.3)
    rx, ry = (body.width - width) / 2, (body.height - height) / 2
    boxes = []
    for index in range(count):
        px, py = polar(0, 0, 1.0, start + index * 360 / count)
        if count == 4:
            px, py = math.copysign(1, px), math.copysign(1, py)
        boxes.append(Box(x + px * rx - width / 2, y + py * ry - height / 2, width, height))
    return boxes
