"""How many parts a picture is to have: "in four panels", "3-frame", "a two-by-two comic", "a 2x3 grid"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from aquatint.engines.composer.planner.tags import Tag

MOST = 24
"""More parts than a page has room for are no number of parts."""
_BETWEEN = frozenset({"equal", "comic", "square", "separate", "different", "small", "big", "large", "vertical"})
"""Words that may stand between the number and the part: "four equal panels"."""
_BY = frozenset({"by", "x", "times"})
_TIMES = re.compile(r"(\d{1,2})\s*[x×]\s*(\d{1,2})")


class Counted(NamedTuple):
    """A number of parts and the tags that say so."""

    number: int
    indices: tuple[int, ...]
    rows: int = 0
    """Of a grid whose columns and rows are told; 0 where only the number is."""


def count_parts(tags: Sequence[Tag], parts: Collection[str], wholes: Collection[str] = ()) -> Counted | None:
    """The number before one of the ``parts``, or the columns by rows before one of those or of the ``wholes``."""
    for index in range(len(tags)):
        grid = _grid(tags, index)
        if grid is not None and _reaches(tags, grid.indices[-1] + 1, (*parts, *wholes)) is not None:
            return grid
        said = number_of(tags[index])
        part = _reaches(tags, index + 1, parts) if said is not None else None
        if said is not None and part is not None:
            return Counted(said, (index, part))
    return None


def number_of(each: Tag) -> int | None:
    """The number that a word or figure says, if it may count parts."""
    sense = each.sense("count")
    said = each.tokens[0].text if each.kind == "number" else sense.value if sense is not None else ""
    return int(said) if said.isdecimal() and 0 < int(said) <= MOST else None


def _grid(tags: Sequence[Tag], index: int) -> Counted | None:
    """Columns by rows: "2x3", "2 x 3", "two by two"."""
    found = _TIMES.fullmatch(tags[index].folded)
    if found is not None:
        columns, rows = int(found[1]), int(found[2])
        return Counted(columns * rows, (index,), rows) if 0 < columns * rows <= MOST else None
    if index + 2 >= len(tags) or tags[index + 1].folded not in _BY:
        return None
    first, second = number_of(tags[index]), number_of(tags[index + 2])
    if first is None or second is None or first * second > MOST:
        return None
    return Counted(first * second, (index, index + 1, index + 2), second)


def _reaches(tags: Sequence[Tag], index: int, words: Collection[str]) -> int | None:
    """The tag that is one of the words, at ``index`` or after a few adjectives."""
    while index < len(tags) and tags[index].folded in _BETWEEN and tags[index].folded not in words:
        index += 1
    return index if index < len(tags) and tags[index].folded in words else None
