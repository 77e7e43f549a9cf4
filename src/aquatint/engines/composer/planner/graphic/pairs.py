"""Labels with numbers: "apples 10, pears 25", "40% solar, 35% wind", "cats (60%) and dogs (40%)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from aquatint.engines.composer.planner.graphic.numbers import Number, numbers_in
from aquatint.engines.composer.planner.graphic.pieces import Piece

SEPARATOR = re.compile(r"\s*(?:[,;\n]|\s(?:and|vs\.?|versus)\s)\s*(?:and\s+)?")
_DATA_SEPARATOR = re.compile(
    r"\s*(?:,(?!\d{3}(?!\d))|[;\n]|\.\s)\s*(?:and\s+)?|\s+(?:and|vs\.?|versus|against)\s+"
)
_LEADING = re.compile(
    r"^(?:(?:and|with|the|a|an|of|for|in|on|at|to|is|are|was|were|has|had|have|by|from|where|showing|comparing|plus|"
    r"about|only|between|which|that|values?|data|being)\b\s*|[-–—:=(\s]+)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:\s+(?:is|are|was|were|has|had|have|at|of|got|gets|scored|sold|with|to|about|only|by|and|makes?|equals?)"
    r"|[-–—:=(+\s]+)+$",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s+(?:in|with|on|using|as|by|made|where)\s+|[(]|\s+-\s+", re.IGNORECASE)
LONGEST = 60
"""Characters of the longest label."""
YEARS = (1900, 2100)
"""What is a year even after other words."""


class Pair(NamedTuple):
    """A label and its number; the label may be empty."""

    label: Piece
    number: Number
    figure: Piece
    """The number as it stands in the prompt."""


def clean(piece: Piece) -> Piece:
    """A label without the words and marks that tie it to its number."""
    piece = piece.strip()
    # "A 3, B 8": the label may be the one letter.
    if len(piece.text) > 1 and (found := _LEADING.match(piece.text)) is not None:
        piece = piece.cut(found.end())
    if (found := _TRAILING.search(piece.text)) is not None:
        piece = piece.cut(0, found.start())
    return piece.strip()


def read_pairs(piece: Piece) -> list[Pair]:
    """Every number of a piece with its label, which stands before it, or after it if the first number leads."""
    chunks = piece.split(_DATA_SEPARATOR)
    leading = _number_leads(chunks)
    pairs: list[Pair] = []
    held: Piece | None = None
    for chunk in chunks:
        found = numbers_in(chunk.text)
        if not found:
            # "Salt and pepper 10" is one label, unless the piece before was another clause.
            held = chunk if held is None and not leading else None
            continue
        joined = _joined(held, chunk, piece)
        held = None
        pairs += _after(chunk, found) if leading else _before(joined, numbers_in(joined.text))
    return pairs


def _joined(held: Piece | None, chunk: Piece, whole: Piece) -> Piece:
    if held is None:
        return chunk
    between = whole.text[held.end - whole.start : chunk.start - whole.start]
    if between.strip() != "and":
        return chunk
    return whole.cut(held.start - whole.start, chunk.end - whole.start)


def _number_leads(chunks: Sequence[Piece]) -> bool:
    """Whether numbers stand before their labels: the first chunk begins with one and goes on with words."""
    first = next((chunk for chunk in chunks if numbers_in(chunk.text)), None)
    if first is None:
        return False
    found = numbers_in(first.text)
    if clean(first.cut(0, found[0].start)).text or (found[0].year and len(found) > 1):
        return False
    return len(clean(first.cut(found[0].end)).text) > 0 and len(found) == 1


def _after(chunk: Piece, found: Sequence[Number]) -> list[Pair]:
    """ "40% solar in blue" is solar."""
    label = chunk.cut(found[0].end, found[1].start if len(found) > 1 else None)
    if (cut := label.search(_CUT)) is not None and cut.start() > 0:
        label = label.cut(0, cut.start())
    return [Pair(clean(label), found[0], chunk.cut(found[0].start, found[0].end))]


def _before(chunk: Piece, found: Sequence[Number]) -> list[Pair]:
    """ "Q1 $12k Q2 $15k" are two pairs; "2019 3" and "2019: 3" are the year's."""
    pairs: list[Pair] = []
    at, index = 0, 0
    while index < len(found):
        number = found[index]
        label = chunk.cut(at, number.start)
        named = clean(label).text
        follows = chunk.text[number.end :].lstrip()[:1]
        dated = not named or _is_date_of(chunk, found, index)
        if dated and number.year and index + 1 < len(found) and follows not in (",", ";"):
            value = found[index + 1]
            year = clean(chunk.cut(number.start, number.end))
            pairs.append(Pair(year, value, chunk.cut(value.start, value.end)))
            index, at = index + 2, value.end
            continue
        pairs.append(Pair(clean(label), number, chunk.cut(number.start, number.end)))
        index, at = index + 1, number.end
    return pairs


def _is_date_of(chunk: Piece, found: Sequence[Number], index: int) -> bool:
    """Whether it is a year of our days, with only marks before the next number: "sales in 2021: 10"."""
    if not YEARS[0] <= found[index].value <= YEARS[1] or index + 1 == len(found):
        return False
    return not chunk.text[found[index].end : found[index + 1].start].strip(" :=")
