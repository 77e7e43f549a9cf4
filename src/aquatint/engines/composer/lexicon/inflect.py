"""English plurals, enough for nouns that can be drawn."""

from __future__ import annotations

import re

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
