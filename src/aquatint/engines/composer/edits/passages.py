"""Passages without quotation marks: where the words to be set end, and the words about them go on."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.edits.chunks import chunks
from aquatint.engines.composer.edits.grammar import grammar, longest, words
from aquatint.engines.composer.planner.tokens import Token

BESIDE = frozenset({"under", "below", "beneath", "underneath", "above", "over", "after"})
"""Words after which a text is only where another one goes."""
_POINTERS = frozenset({"it", "this", "that", "them", "everything"})


def is_no_passage(tokens: Sequence[Token]) -> bool:
    """Whether what is to be written is what is there: "write it on yellow paper", "print image 2 on his shirt"."""
    if len(tokens) == 1 and tokens[0].folded in _POINTERS and tokens[0].kind != "quote":
        return True
    first, second = (tokens[at].folded if at < len(tokens) else "" for at in (0, 1))
    if first == "image" and second.isdigit():
        return True
    return first in _POINTERS and (second in words("surface leads") or tokens[0].kind == "mark")


def passage_end(tokens: Sequence[Token], at: int) -> int:
    """Where a passage that begins at ``at`` ends: before a place, another text, or what it is to stand on."""
    last = at
    while last < len(tokens) and not _ends(tokens, at, last):
        last += 1
    if in_capitals(tokens[at:last]):
        # "saying BIG SALE, in art deco style": what follows the comma is no lettering.
        last = next((i for i in range(at + 1, last) if tokens[i].folded == ","), last)
    return last


def _ends(tokens: Sequence[Token], first: int, at: int) -> bool:
    beside = tokens[at].folded in BESIDE and longest(tokens, at + 2, grammar()["lettering"])[1] > 0
    if beside or longest(tokens, at, grammar()["places"])[1] > 0:
        return True
    return at > first and (_names_surface(tokens, first, at) or _names_colour(tokens, first, at))


def _names_surface(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether "on it", "across the top", "on his shirt" stands there and is no part of "Live in the moment"."""
    if tokens[at].folded not in words("surface leads"):
        return False
    rest = tokens[at + 1 : at + 4]
    if tokens[at].folded in BESIDE and not rest:
        # "write Free Entry below".
        return tokens[first].text[:1].isupper()
    if not rest or not all(token.text.islower() for token in rest if token.kind == "word"):
        return False
    if rest[0].folded in _POINTERS:
        return len(rest) == 1 or rest[1].folded in ("in", "at", "on", "with", ",", "and")
    determined = rest[0].folded in ("the", "his", "her", "its", "their", "a", "this", "that", "both", "each")
    if not determined or len(rest) < 2:
        return False
    if any(token.folded in words("surfaces") for token in rest[1:]):
        return True
    return tokens[first].text[:1].isupper() and any(part.kind == "thing" for part in chunks(rest))


def _names_colour(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether "in red" or "in gold letters" stands there, after words that begin with a capital."""
    if tokens[at].folded != "in" or not tokens[first].text[:1].isupper():
        return False
    rest = [token for token in tokens[at + 1 : at + 3] if token.text.islower()]
    parts = chunks(rest[:1])
    coloured = bool(parts) and parts[0].sense is not None and parts[0].sense.category == "colour"
    return coloured or (bool(parts) and parts[0].tags[0].sense("colour") is not None)


def in_capitals(tokens: Sequence[Token]) -> bool:
    """Whether words before a comma are in capitals and those after it are not."""
    comma = next((i for i, token in enumerate(tokens) if token.folded == ","), 0)
    first = [token for token in tokens[:comma] if token.kind == "word"]
    return bool(first) and all(token.text.isupper() for token in first) and tokens[-1].text.islower()
