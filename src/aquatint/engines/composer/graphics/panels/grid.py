"""Where the panels of a page lie."""

from __future__ import annotations

import math

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.chance import Chance

ROWS: dict[int, tuple[tuple[int, ...], ...]] = {
    1: ((1,),),
    2: ((1, 1), (2,)),
    3: ((1, 2), (2, 1), (1, 1, 1)),
    4: ((2, 2), (1, 2, 1)),
    5: ((2, 3), (2, 1, 2), (1, 2, 2)),
    6: ((2, 2, 2), (3, 3), (1, 2, 2, 1)),
    7: ((2, 3, 2), (3, 1, 3)),
    8: ((2, 2, 2, 2), (3, 2, 3)),
    9: ((3, 3, 3),),
}
"""For each number of panels the ways to deal them into rows."""
STRIP = 1.9
"""Width by height from which up to four panels stand in one row."""
UNEVEN = 0.14


def comic_grid(room: Box, count: int, gutter: float, chance: Chance) -> list[Box]:
    """Panels in rows of differing heights and widths, as comics have."""
    aspect = room.width / room.height
    if aspect > STRIP and count <= 4:
        rows: tuple[int, ...] = (count,)
    else:
        ways = [way for way in ROWS[count] if 0.5 < aspect * len(way) / max(way) < 2.6] or list(ROWS[count])
        rows = chance.choice(ways)
    boxes = []
    for (y, height), across in zip(_cuts(room.y, room.height, len(rows), gutter, chance), rows, strict=True):
        for x, width in _cuts(room.x, room.width, across, gutter, chance):
            boxes.append(Box(x, y, width, height))
    return boxes


def _cuts(start: float, length: float, count: int, gutter: float, chance: Chance) -> list[tuple[float, float]]:
    weights = [1 + chance.uniform(-UNEVEN, UNEVEN) for _ in range(count)]
    free = length - gutter * (count - 1)
    cuts = []
    for weight in weights:
        part = free * weight / sum(weights)
        cuts.append((start, part))
        start += part + gutter
    return cuts


def even_grid(room: Box, count: int, gutter: float, aspect: float) -> list[Box]:
    """Equal cells of about ``aspect`` (width by height), as large as the room allows, the last row centred."""

    def cell(columns: int) -> float:
        rows = math.ceil(count / columns)
        width = (room.width - gutter * (columns - 1)) / columns
        return min(width, (room.height - gutter * (rows - 1)) / rows * aspect)

    columns = max(range(1, count + 1), key=lambda n: (round(cell(n) / room.width, 2), n))
    rows = math.ceil(count / columns)
    width = cell(columns)
    height = width / aspect
    top = room.y + (room.height - rows * height - (rows - 1) * gutter) / 2
    boxes = []
    for index in range(count):
        row, column = divmod(index, columns)
        across = min(columns, count - row * columns)
        left = room.x + (room.width - across * width - (across - 1) * gutter) / 2
        boxes.append(Box(left + column * (width + gutter), top + row * (height + gutter), width, height))
    return boxes
