"""Capitals: how sentences begin and how titles are written."""

from __future__ import annotations

_SMALL = frozenset((
    "a", "an", "the", "and", "or", "but", "nor", "of", "in", "on", "at", "to", "for", "from", "by", "with", "as",
    "vs", "via", "per", "into", "over", "than",
))  # fmt: skip
"""Words that stay small inside a title."""


def sentence_case(text: str) -> str:
    """With a capital at the beginning, unless the first word has its own spelling ("iPhone", "pH")."""
    first = text.split(" ", 1)[0]
    return text if any(c.isupper() for c in first) else text[:1].upper() + text[1:]


def title_case(text: str) -> str:
    """As headlines are written: small words stay small inside, words with capitals or digits stay as they are."""
    words = text.split()
    return " ".join(_title_word(word, 0 < index < len(words) - 1) for index, word in enumerate(words))


def _title_word(word: str, inside: bool) -> str:
    if any(c.isupper() or c.isdigit() for c in word) or (inside and word.lower() in _SMALL):
        return word
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
