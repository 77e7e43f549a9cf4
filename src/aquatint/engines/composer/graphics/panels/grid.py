"""Where the panels of a page lie."""

from __future__ import annotations

import math
from collections.abc import Sequence

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
    10: ((3, 4, 3), (2, 3, 3, 2)),
    11: ((4, 3, 4), (3, 3, 3, 2)),
    12: ((4, 4, 4), (3, 3, 3, 3)),
}
"""For each number of panels the ways to deal them into rows."""
STRIP = 1.9
"""Width by height from which up to four panels stand in one row."""
SHAPE = 1.25
"""Width by height of a good panel."""
TOLERANCE = 0.3
"""How much worse than the best a way of dealing panels may be to be taken as well."""
UNEVEN = 0.1
CLIMAX = 1.4
"""How much wider and higher than the others the largest panel is."""


def comic_grid(
    room: Box, count: int, gutter: float, chance: Chance, climax: int = -1, *, one_row: bool = False
) -> list[Box]:
    """Panels in rows of differing heights and widths, as comics have; panel ``climax`` is the largest."""
    rows = (count,) if one_row else _rows(room, count, chance, climax)
    boxes: list[Box] = []
    first = 0
    large = [start <= climax < start + across for start, across in _starts(rows)]
    for (y, height), across in zip(_cuts(room.y, room.height, large, gutter, chance), rows, strict=True):
        wider = [first + index == climax for index in range(across)]
        for x, width in _cuts(room.x, room.width, wider, gutter, chance):
            boxes.append(Box(x, y, width, height))
        first += across
    return boxes


def _starts(rows: Sequence[int]) -> list[tuple[int, int]]:
    """The number of the first panel of each row, and how many are in it."""
    return [(sum(rows[:index]), across) for index, across in enumerate(rows)]


def _rows(room: Box, count: int, chance: Chance, climax: int) -> tuple[int, ...]:
    """How many panels each row has: one of the ways in which none is much too wide or too high."""
    aspect = room.width / room.height
    if aspect > STRIP and count <= 4:
        return (count,)

    def strain(way: tuple[int, ...]) -> float:
        shapes = [aspect * len(way) / across / SHAPE for across in way for _ in range(across)]
        alone = any(across == 1 and start == climax for start, across in _starts(way))
        return max(abs(math.log(shape)) for shape in shapes) - (0.25 if alone else 0.0)

    best = min(map(strain, ROWS[count]))
    return chance.choice([way for way in ROWS[count] if strain(way) <= best + TOLERANCE])


def _cuts(
    start: float, length: float, large: Sequence[bool], gutter: float, chance: Chance
) -> list[tuple[float, float]]:
    weights = [(CLIMAX if each else 1.0) * (1 + chance.uniform(-UNEVEN, UNEVEN)) for each in large]
    free = length - gutter * (len(large) - 1)
    cuts = []
    for weight in weights:
        part = free * weight / sum(weights)
        cuts.append((start, part))
        start += part + gutter
    return cuts


def filled_grid(room: Box, count: int, gutter: float, aspect: float, uneven: float = 0.35) -> list[Box]:
    """Cells of about ``aspect`` (width by height) that fill the room; rows differ by one cell at most.

    ``uneven`` is how much a grid with rows of different numbers is shunned, 0 for not at all.
    """
    ideal = math.sqrt(count * aspect * room.height / room.width)
    shape = room.width / room.height

    def strain(rows: int) -> float:
        return abs(math.log(shape * rows / (count / rows) / aspect)) + (uneven if count % rows else 0.0)

    rows = min(range(1, count + 1), key=lambda n: (round(strain(n), 3), abs(n - ideal)))
    dealt = [count // rows + (row >= rows - count % rows) for row in range(rows)]
    # A row of fewer, wider cells is higher too.
    weights = [across**-0.4 for across in dealt]
    boxes, top = [], room.y
    for across, weight in zip(dealt, weights, strict=True):
        height = (room.height - gutter * (rows - 1)) * weight / sum(weights)
        width = (room.width - gutter * (across - 1)) / across
        boxes += [Box(room.x + column * (width + gutter), top, width, height) for column in range(across)]
        top += height + gutter
    return boxes


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


def even_row(room: Box, count: int, gutter: float) -> list[Box]:
    """Cells of equal width that fill the room side by side."""
    width = (room.width - gutter * (count - 1)) / count
    return [Box(room.x + index * (width + gutter), room.y, width, room.height) for index in range(count)]
