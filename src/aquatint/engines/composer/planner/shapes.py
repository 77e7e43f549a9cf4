"""The shape of the picture that a text asks for, when the caller leaves the size open."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.tags import Tag

SIZES = {"wide": (1536, 1024), "tall": (1024, 1536), "square": (1024, 1024)}
"""Width and height in pixels."""


def find_shape(tags: Sequence[Tag], ledger: Ledger) -> str:
    """ "wide", "tall" or "square"; "" when the text names no shape. Its words are noted as drawn."""
    for index, each in enumerate(tags):
        shape = _shape(tags, index)
        if shape and each.kind != "quote":
            ledger.note(index, each.word, "drawn")
            return shape
    return ""


def _shape(tags: Sequence[Tag], index: int) -> str:
    each = tags[index]
    sense = each.sense("shape")
    if sense is not None:
        return sense.value
    if index + 1 < len(tags) and tags[index + 1].sense("kind") is not None:
        rows = table("words/shapes")["before_kinds"]
        return next((shape for shape, words in rows.items() if each.folded in words), "")
    return ""
