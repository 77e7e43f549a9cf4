"""English plurals and verb forms, enough for what can be drawn."""

from __future__ import annotations

import re
from collections.abc import Callable

from aquatint.engines.composer.lexicon.tables import table

_HISSING = re.compile(r"(s|x|z|ch|sh)$")


def _plural_word(word: str) -> tuple[str, ...]:
    data = table("words/plurals")
    if word in data["unchanged"]["names"]:
        return (word, word + "es" if _HISSING.search(word) else word + "s")
    if word in data["irregular"]:
        return (data["irregular"][word], *data["also"].get(word, ()))
    for ending in ("woman", "man"):
        if word.endswith(ending) and word not in data["not_men"]["names"]:
            return (word.removesuffix(ending) + data["irregular"][ending],)
    return (_regular(word),)


def _regular(word: str) -> str:
    if _HISSING.search(word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + "s"


def plurals(noun: str) -> tuple[str, ...]:
    """Plural forms of a noun or compound ("sports car" -> "sports cars"); the last word changes."""
    head, _, last = noun.rpartition(" ")
    prefix = head + " " if head else ""
    return tuple(dict.fromkeys(prefix + form for form in _plural_word(last)))


_DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")
"""Verbs of one short syllable double their last letter: "hug" -> "hugging"."""


def _first_word(phrase: str, change: Callable[[str], str]) -> str:
    """A compound verb with its first word changed: "play golf" -> "playing golf"."""
    first, blank, rest = phrase.partition(" ")
    return change(first) + blank + rest


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb.removesuffix("ie") + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb.removesuffix("e") + "ing"
    return (verb + verb[-1] if _DOUBLED.match(verb) else verb) + "ing"


def gerund(verb: str) -> str:
    """The form in -ing of a verb or compound: "swim" -> "swimming"."""
    return _first_word(verb, _gerund)


def third_person(verb: str) -> str:
    """The form in -s of a verb or compound: "carry" -> "carries"."""
    return _first_word(verb, _regular)
