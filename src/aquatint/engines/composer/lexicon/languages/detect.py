"""Which language a prompt is written in: by its script, or by whose words it uses most."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aquatint.engines.composer.lexicon.languages.language import Language, codes, language, normal
from aquatint.engines.composer.lexicon.vocabulary import fold, vocabulary

_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ur", re.compile("[\u0679\u067e\u0686\u0688\u0691\u06a9\u06af\u06ba\u06be\u06c1\u06cc\u06d2]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
)
LATIN = ("de", "es", "fr", "id", "it", "pt")
"""Languages in Latin letters, which only their words tell apart."""
ENGLISH_SHARE = 0.75
"""Share of known English words from which a prompt is taken for English without a second look."""

KNOWN_SHARE = 0.4
"""Share of its words that a language must know to be taken for the prompt's."""


def find_language(words: Sequence[str]) -> Language | None:
    """The language of a prompt's words; None for English, and for languages without a table."""
    text = "".join(words)
    if not text.isascii():
        for code, script in _SCRIPTS:
            # A foreign name in an English prompt does not make it foreign.
            if code in codes() and len(script.findall(text)) and _share(script, words) >= 0.5:
                return language(code)
    return _latin(words)


def _share(script: re.Pattern[str], words: Sequence[str]) -> float:
    letters = sum(len(word) for word in words)
    others = sum(len(word) for word in words if word.isascii())
    return (letters - others) / letters if letters else 0.0


def _latin(words: Sequence[str]) -> Language | None:
    english = sum(fold(word) in vocabulary() for word in words)
    if not words or english / len(words) >= ENGLISH_SHARE:
        return None
    hits = {code: _known(language(code), words) for code in LATIN if code in codes()}
    best = max(hits, key=lambda code: hits[code], default="")
    if not best or hits[best] <= english or hits[best] < KNOWN_SHARE * len(words):
        return None
    # Endings and articles alone are too weak a sign: "status" is no case of "Statue", "la la land" is no Spanish.
    return language(best) if any(normal(word) in language(best).named for word in words) else None


def _known(tongue: Language, words: Sequence[str]) -> int:
    """How many of the words the language has."""
    plain = [normal(word) for word in words]
    at = known = 0
    while at < len(plain):
        match = tongue.find(plain[at : at + tongue.longest])
        step = match.words if match else 1
        known += step if match else 0
        at += step
    return known
