"""One language: what its words are called in English, and how its sentences are built."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from importlib.resources import files
from typing import Any, NamedTuple

from aquatint.engines.composer.lexicon.inflect import plurals
from aquatint.engines.composer.lexicon.nouns import find_noun

SECTIONS = ("function", "colours", "qualities", "settings", "nouns")
"""The tables of words in a language's file; later ones do not overrule earlier ones."""
SHORTEST_STEM = 3
"""Letters that a stem keeps at least."""


def normal(word: str) -> str:
    """The form under which foreign words are looked up: small letters, Latin and Cyrillic ones without accents."""
    word = unicodedata.normalize("NFKC", word).casefold().replace("’", "'")
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word.replace("й", "\ue000"))
    if not re.search("[a-zßœø\u0400-\u04ff\ue000]", letters):
        return word
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return bare.replace("\ue000", "й").replace("ß", "ss").replace("œ", "oe").replace("ø", "o")


class Match(NamedTuple):
    """Words of the language that stand for an English phrase."""

    words: int
    """How many."""
    english: tuple[str, ...]
    """The phrases in order; "" for words that say nothing in a picture."""


class Language:
    """The words of one language and the rules of its word order. Read from ``data/languages/<code>.toml``."""

    def __init__(self, code: str, content: dict[str, Any]) -> None:
        self.code = code
        self.adjectives_follow: bool = content.get("adjectives", "before") == "after"
        """Whether adjectives stand after their noun."""
        self.postpositions: bool = content.get("postpositions", False)
        """Whether what English says with a preposition stands after the noun, before what it is said of."""
        self.verbs_first: bool = content.get("verbs_first", False)
        """Whether a verb stands before its object all the same: "wearing hat dog" is a dog that wears a hat."""
        self.unspaced: bool = content.get("unspaced", False)
        """Whether words are written without spaces."""
        self._endings: tuple[str, ...] = tuple(sorted(content.get("endings", ()), key=len, reverse=True))
        self._plural_endings: tuple[str, ...] = tuple(content.get("plural_endings", ()))
        self._prefixes: dict[str, str] = content.get("prefixes", {})
        self.entries = _entries(content)
        """English phrases by folded words."""
        self.named = frozenset(_entries({**content, "function": {}}))
        """Entries that name or describe something, function words left out."""
        self.longest = max(len(entry.split()) for entry in self.entries)
        """Words of the longest entry."""
        self.widest = max(len(entry) for entry in self.entries)
        """Letters of the longest entry."""
        self._stems: dict[str, str] = {}
        for entry, english in self.entries.items():
            for stem in self._bases(entry):
                self._stems.setdefault(stem, english)

    def find(self, words: list[str]) -> Match | None:
        """The longest entry at the start of ``words``, which are written with spaces between them."""
        for length in range(min(self.longest, len(words)), 0, -1):
            english = self.entries.get(" ".join(words[:length]))
            if english is not None:
                return Match(length, (english,))
        english = self._inflected(words[0])
        return Match(1, (english,)) if english is not None else self._prefixed(words[0])

    def cut(self, text: str, at: int) -> tuple[int, str] | None:
        """Where the longest entry that starts at ``at`` of an unspaced text ends, and what it means."""
        for end in range(min(len(text), at + self.widest), at, -1):
            english = self.entries.get(text[at:end])
            if english is not None:
                return end, english
        return None

    def _bases(self, word: str) -> list[str]:
        """The word without each of the endings that it may have, longest endings first."""
        ends = (e for e in self._endings if word.endswith(e) and len(word) - len(e) >= SHORTEST_STEM)
        return [word[: -len(ending)] for ending in ends]

    def _inflected(self, word: str) -> str | None:
        for ending in self._plural_endings:
            if word.endswith(ending) and (english := self.entries.get(word.removesuffix(ending))) is not None:
                return plural_of(english)
        bases = self._bases(word)
        for known, candidates in ((self.entries, bases), (self._stems, [*bases, word])):
            for base in candidates:
                if len(base) >= SHORTEST_STEM and base in known:
                    return known[base]
        return None

    def _prefixed(self, word: str) -> Match | None:
        for prefix, english in self._prefixes.items():
            rest = word.removeprefix(prefix)
            if rest == word or len(rest) < SHORTEST_STEM:
                continue
            if (known := self.entries.get(rest)) is None:
                known = self._inflected(rest)
            if known is not None:
                return Match(1, (english, known))
        return None


def plural_of(english: str) -> str:
    """Many of what an English entry names; the entry itself when it names no noun."""
    noun = find_noun(english)
    if noun is None:
        return english
    forms = plurals(english) if noun.plural is None else noun.plural
    return forms[0] if forms else english


def _entries(content: dict[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for section in SECTIONS:
        for english, written in content.get(section, {}).items():
            single, _, many = written.partition("/")
            for forms, meaning in ((single, english), (many, plural_of(english))):
                for form in forms.split(","):
                    if form.strip():
                        found.setdefault(normal(form.strip()), "" if english == "-" else meaning)
    return found


@functools.cache
def codes() -> tuple[str, ...]:
    """The codes of all languages that have a file."""
    folder = files("aquatint.engines.composer.lexicon").joinpath("data", "languages")
    return tuple(sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml")))


@functools.cache
def language(code: str) -> Language:
    """The language of that code: "es"."""
    source = files("aquatint.engines.composer.lexicon").joinpath("data", "languages", f"{code}.toml")
    return Language(code, tomllib.loads(source.read_text(encoding="utf-8")))
