"""A background of one colour: "on a plain yellow background", "isolated on white", "against a dark background"."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.phrases import Palette, Parse, PlaceWord
from aquatint.engines.composer.planner.tags import Tag

KINDS = frozenset({"scene", "portrait"})
"""Kinds of picture whose things stand before a backdrop; layouts have papers of their own."""
FURTHEST = 7
"""Words between the colour of a thing and that of its background."""
_GROUNDS = frozenset({"background", "backdrop", "backgrounds"})
_LEADS = frozenset({"on", "against", "onto"})
_PLAIN = frozenset({"plain", "solid", "pure", "simple", "flat", "clean", "seamless"})
"""What such a background is as well."""


def plain_ground(tags: Sequence[Tag], parse: Parse, kind: str, ledger: Ledger) -> str:
    """The colour of the background, taken from the palette; "" where none is asked of a plain one.

    A colour that is said right before it is that of the one thing: "a skull, white on black".
    """
    if kind not in KINDS or any(_is_elsewhere(place) for place in parse.places):
        return ""
    shade = _shade(tags, parse, ledger)
    if shade:
        if len(parse.palette) == 1:
            _colour_subject(parse)
        return shade
    if not parse.palette:
        return ""
    if len(parse.palette) > 2 or not _is_ground(tags, parse.palette[-1]):
        return ""
    if len(parse.palette) == 2 and not _colour_subject(parse):
        return ""
    found = parse.palette.pop()
    for index in range(max(0, found.index - 3), found.index + 1):
        if tags[index].folded in _PLAIN:
            ledger.note(index, tags[index].folded, "drawn", overrule=True)
    return found.colour


def _colour_subject(parse: Parse) -> bool:
    """Give the first of the colours to the only thing that there is, if it has none yet."""
    first, last = parse.palette[0], parse.palette[-1]
    if last.index - first.index > FURTHEST or len(parse.phrases) != 1 or parse.phrases[0].colour:
        return False
    parse.phrases[0].colour = first.colour
    del parse.palette[0]
    return True


def _shade(tags: Sequence[Tag], parse: Parse, ledger: Ledger) -> str:
    """The colour of a background that is only said to be dark or pale: that is no mood or style."""
    shades: dict[str, str] = table("words/colours")["shades"]
    for index, each in enumerate(tags):
        word = tags[index - 1].folded if index else ""
        if each.folded in _GROUNDS and word in shades:
            parse.manners = [manner for manner in parse.manners if manner.index != index - 1]
            ledger.note(index - 1, tags[index - 1].word, "drawn", overrule=True)
            return shades[word]
    return ""


def _is_elsewhere(place: PlaceWord) -> bool:
    """Whether the text names a real place; "plain" may be one of grass, but not before a colour."""
    return not (place.backdrop == "studio" or place.implied or place.word.lower() in _PLAIN)


def _is_ground(tags: Sequence[Tag], colour: Palette) -> bool:
    after = tags[colour.index + 1].folded if colour.index + 1 < len(tags) else ""
    before = [tag.folded for tag in tags[max(0, colour.index - 2) : colour.index]]
    return after in _GROUNDS or (
        bool(before) and (before[-1] in _LEADS or (before[0] in _LEADS and before[-1] in _PLAIN))
    )
