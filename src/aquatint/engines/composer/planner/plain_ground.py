"""A background that is no place: "on a plain yellow background", "isolated on white", "dark background"."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.phrases import Palette, Parse, PlaceWord
from aquatint.engines.composer.planner.senses import GROUNDS
from aquatint.engines.composer.planner.tags import Tag

KINDS = frozenset({"scene", "portrait"})
"""Kinds of picture whose things stand before a backdrop; layouts have papers of their own."""
FURTHEST = 7
"""Words between the colour of a thing and that of its background."""
_LEADS = frozenset({"on", "against", "onto"})
_PLAIN = frozenset({"plain", "solid", "pure", "simple", "flat", "clean", "seamless"})
"""What such a background is as well."""


def plain_ground(tags: Sequence[Tag], parse: Parse, kind: str, seed: int, ledger: Ledger) -> str:
    """The colour of the background, taken from the palette or from a word for its tone; "" where it is a place.

    A tone ("pastel") that is said of the background is no style or mood of the picture. A colour that is said
    right before that of the background is that of the one thing: "a skull, white on black".
    """
    _drop_plains(tags, parse)
    if kind not in KINDS or any(_is_elsewhere(place) for place in parse.places):
        return ""
    toned = _toned(tags, parse, seed, ledger)
    if toned:
        if len(parse.palette) == 1:
            _colour_subject(parse)
        return toned
    if not 1 <= len(parse.palette) <= 2 or not _is_ground(tags, parse.palette[-1]):
        return ""
    if len(parse.palette) == 2 and not _colour_subject(parse):
        return ""
    found = parse.palette.pop()
    _note_plain(tags, found.index, ledger)
    return found.colour


def _colour_subject(parse: Parse) -> bool:
    """Give the first of the colours to the only thing that there is, if it has none yet."""
    first, last = parse.palette[0], parse.palette[-1]
    if last.index - first.index > FURTHEST or len(parse.phrases) != 1 or parse.phrases[0].colour:
        return False
    parse.phrases[0].colour = first.colour
    del parse.palette[0]
    return True


def _toned(tags: Sequence[Tag], parse: Parse, seed: int, ledger: Ledger) -> str:
    """The colour of a background of which only the tone is said: one of those of that tone, by the seed."""
    tones = table("words/colours")["grounds"]
    for index, tag in enumerate(tags[:-1]):
        if tag.folded in tones and tags[index + 1].folded in GROUNDS:
            parse.manners = [manner for manner in parse.manners if manner.index != index]
            ledger.note(index, tag.word, "drawn", overrule=True)
            _note_plain(tags, index, ledger)
            return str(Chance(seed).fork("ground").choice(tones[tag.folded]))
    return ""


def _drop_plains(tags: Sequence[Tag], parse: Parse) -> None:
    """Forget the grassy plain of "on a plain light background"."""
    parse.places = [
        place
        for place in parse.places
        if place.word.lower() not in _PLAIN
        or not any(tag.folded in GROUNDS for tag in tags[place.index + 1 : place.index + 4])
    ]


def _note_plain(tags: Sequence[Tag], index: int, ledger: Ledger) -> None:
    for at in range(max(0, index - 3), index + 1):
        if tags[at].folded in _PLAIN:
            ledger.note(at, tags[at].folded, "drawn", overrule=True)


def _is_elsewhere(place: PlaceWord) -> bool:
    """Whether the text names a real place; "plain" may be one of grass, but not before a colour."""
    at_studio = place.backdrop == "studio" or place.backdrop in table("words/places")["edges"]["small"]
    return not (at_studio or place.implied or place.word.lower() in _PLAIN)


def _is_ground(tags: Sequence[Tag], colour: Palette) -> bool:
    after = tags[colour.index + 1].folded if colour.index + 1 < len(tags) else ""
    before = [tag.folded for tag in tags[max(0, colour.index - 2) : colour.index]]
    return after in GROUNDS or (
        bool(before) and (before[-1] in _LEADS or (before[0] in _LEADS and before[-1] in _PLAIN))
    )
