"""A background of one colour: "on a plain yellow background", "isolated on white"."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.phrases import Palette, Parse, PlaceWord
from aquatint.engines.composer.planner.tags import Tag

KINDS = frozenset({"scene", "portrait"})
"""Kinds of picture whose things stand before a backdrop; layouts have papers of their own."""
_GROUNDS = frozenset({"background", "backdrop", "backgrounds"})
_LEADS = frozenset({"on", "against", "onto"})
_PLAIN = frozenset({"plain", "solid", "pure", "simple", "flat", "clean", "seamless"})
"""What such a background is as well."""


def plain_ground(tags: Sequence[Tag], parse: Parse, kind: str, ledger: Ledger) -> str:
    """The colour of the background, taken from the palette; "" where none is asked of a plain one."""
    if kind not in KINDS or any(_is_elsewhere(place) for place in parse.places):
        return ""
    if len(parse.palette) != 1 or not _is_ground(tags, parse.palette[0]):
        return ""
    found = parse.palette.pop()
    for index in range(max(0, found.index - 3), found.index + 1):
        if tags[index].folded in _PLAIN:
            ledger.note(index, tags[index].folded, "drawn", overrule=True)
    return found.colour


def _is_elsewhere(place: PlaceWord) -> bool:
    """Whether the text names a real place; "plain" may be one of grass, but not before a colour."""
    return not (place.backdrop == "studio" or place.implied or place.word.lower() in _PLAIN)


def _is_ground(tags: Sequence[Tag], colour: Palette) -> bool:
    after = tags[colour.index + 1].folded if colour.index + 1 < len(tags) else ""
    before = [tag.folded for tag in tags[max(0, colour.index - 2) : colour.index]]
    return after in _GROUNDS or (
        bool(before) and (before[-1] in _LEADS or (before[0] in _LEADS and before[-1] in _PLAIN))
    )
