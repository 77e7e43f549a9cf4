"""Guesses at words that the vocabulary lacks: people by what they do, and words with a slip of the pen.

A guess is always reported as approximated. Slips are taken back only where no other word comes as near.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict

import msgspec

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Category, Sense, vocabulary

_UNDOUBLED = re.compile(r"(.)\1")
_CORRECTED: tuple[Category, ...] = (
    "noun", "colour", "place", "time", "weather", "season", "style", "kind", "pose", "clothes", "situation",
    "stop", "count",
)  # fmt: skip
"""Senses of words that are looked for behind a slip."""


def guess(word: str) -> tuple[Sense, ...]:
    """Senses that a folded word may have; none when it is best left alone."""
    if not (word.isascii() and word.isalpha()):
        return ()
    return _somebody(word) or _slip(word)


def _somebody(word: str) -> tuple[Sense, ...]:
    people = table("words/guesses")["people"]
    single = word.removesuffix("s")
    if word in people["never"] or single in people["never"]:
        return ()
    ends = any(single.endswith(ending) and len(single) > len(ending) + 2 for ending in people["endings"])
    return (Sense("noun", "person", plural=word != single, near=True),) if ends else ()


@functools.cache
def _entries() -> dict[tuple[str, int], list[str]]:
    """Entries of one word that may be meant, by first letter and length."""
    shortest = table("words/guesses")["typos"]["shortest"]
    found: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for entry, senses in vocabulary().items():
        if len(entry) >= shortest and entry.isalpha() and any(sense.category in _CORRECTED for sense in senses):
            found[entry[0], len(entry)].append(entry)
    return found


def _sound(word: str) -> str:
    """The word as one would hear it."""
    for letters, heard in (("ph", "f"), ("ck", "k"), ("qu", "kw"), ("y", "i")):
        word = word.replace(letters, heard)
    return _UNDOUBLED.sub(r"\1", word)


def _is_slip(word: str, entry: str) -> bool:
    """Whether one letter was dropped, doubled, added or swapped, or a vowel taken for another."""
    if word.endswith("s") and entry.endswith("s") and len(word) > 6:
        word, entry = word[:-1], entry[:-1]
    if _sound(word) == _sound(entry):
        return True
    if abs(len(word) - len(entry)) == 1:
        shorter, longer = sorted((word, entry), key=len)
        if _UNDOUBLED.sub(r"\1", word) == _UNDOUBLED.sub(r"\1", entry):
            return True
        if not any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))):
            return False
        # A final letter makes another word ("hunter" is no "hunt"), and so do many others in verbs and plurals.
        return word[:-1] != entry and entry[:-1] != word and len(word) > 5 and not word.endswith(("ing", "s"))
    different = [i for i, (a, b) in enumerate(zip(word, entry, strict=True)) if a != b]
    if len(different) == 2 and different[1] == different[0] + 1:
        return word[different[0]] == entry[different[1]] and word[different[1]] == entry[different[0]]
    vowels = table("words/guesses")["typos"]["vowels"]
    return len(different) == 1 and len(word) > 6 and word[different[0]] in vowels and entry[different[0]] in vowels


@functools.lru_cache(maxsize=4096)
def _slip(word: str) -> tuple[Sense, ...]:
    typos = table("words/guesses")["typos"]
    if len(word) < typos["shortest"] or word in typos["never"]:
        return ()
    near = (entry for length in (-1, 0, 1) for entry in _entries().get((word[0], len(word) + length), ()))
    entries = [entry for entry in near if _is_slip(word, entry)]
    if len(entries) != 1:
        return ()
    senses = (sense for sense in vocabulary()[entries[0]] if sense.category in _CORRECTED)
    return tuple(msgspec.structs.replace(sense, near=True) for sense in senses)
