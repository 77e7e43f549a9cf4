"""Words that mean several things, and which one is meant: three glasses on a table are no spectacles."""

from __future__ import annotations

import functools
from typing import NamedTuple

from msgspec import Struct, convert

from aquatint.engines.composer.lexicon.inflect import plurals
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Category, Sense, vocabulary
from aquatint.engines.composer.planner.tokens import Token

WINDOW = 9
"""How many words around a homonym tell which one it is."""
_TAKEN: tuple[Category, ...] = ("noun", "place", "portion", "part")
"""Meanings of a word that give way to the other one."""


class Neighbours(NamedTuple):
    """What stands around a word."""

    before: str
    after: str
    counted: bool
    around: frozenset[str]


class Other(Struct, frozen=True, forbid_unknown_fields=True, rename={"never": "not"}):
    """Another meaning of a word; see the head of ``words/homonyms.toml``."""

    noun: str
    near: tuple[str, ...] = ()
    led: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    counted: bool = False
    plural: bool = False
    never: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def is_meant(self, place: Neighbours) -> bool:
        """Whether the neighbours of the word ask for this meaning."""
        if place.before in self.unless or not place.around.isdisjoint(self.never):
            return False
        beside = place.before in self.led or place.after in self.then
        return beside or (self.counted and place.counted) or not place.around.isdisjoint(self.near)


@functools.cache
def _others() -> dict[str, tuple[bool, list[Other]]]:
    """The other meanings of each word and of its plural, and whether the form is a plural."""
    found: dict[str, tuple[bool, list[Other]]] = {}
    for word, rows in table("words/homonyms").items():
        others = convert(rows, list[Other])
        found[word] = (False, others)
        for form in plurals(word):
            found.setdefault(form, (True, others))
    return found


def _counts(token: Token | None) -> bool:
    """Whether a number other than one stands there."""
    if token is None:
        return False
    if token.kind == "number":
        return token.folded != "1"
    return any(sense.category == "count" and sense.value != "1" for sense in vocabulary().get(token.folded, ()))


def meant(tokens: list[Token], at: int, senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """The senses of the word at ``at`` where it stands: another noun where its neighbours ask for that."""
    plural, others = _others().get(tokens[at].folded, (False, []))
    if at + 1 < len(tokens) and tokens[at + 1].folded == "of":
        # "Three glasses of juice" are what is in them.
        others = [other for other in others if not other.noun or "of" in other.then]
    if not others:
        return senses
    place = _neighbours(tokens, at)
    other = next((one for one in others if one.is_meant(place)), None)
    if other is None:
        return senses
    rest = tuple(sense for sense in senses if sense.category not in _TAKEN)
    found = (sense for sense in vocabulary().get(other.noun, ()) if sense.category in ("noun", "place"))
    return (*(_as_meant(sense, plural=plural or other.plural) for sense in found), *rest)


def _neighbours(tokens: list[Token], at: int) -> Neighbours:
    window = tokens[max(0, at - WINDOW) : at] + tokens[at + 1 : at + 1 + WINDOW]
    before = tokens[at - 1] if at else None
    return Neighbours(
        before=before.folded if before else "",
        after=tokens[at + 1].folded if at + 1 < len(tokens) else "",
        counted=_counts(before),
        around=frozenset(token.folded for token in window),
    )


def _as_meant(sense: Sense, *, plural: bool) -> Sense:
    return Sense("noun", sense.value, plural, sense.near) if sense.category == "noun" else sense
