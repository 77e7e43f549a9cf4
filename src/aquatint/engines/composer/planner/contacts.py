"""Words for what people write on cards and flyers: "a phone number", "the website". They are no things to draw."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.tags import Tag

KINDS = frozenset(
    {"poster", "card", "cover", "logo", "print", "business card", "ticket", "badge", "menu", "slide"}
)
"""Kinds of picture on which such words stand for words to be set."""
NAMES = (
    r"(?:(?:tele)?phone|mobile|cell|fax|contact|whatsapp)\s+numbers?|web\s?sites?|web\s+address(?:es)?|urls?|"
    r"e-?mail(?:\s+address(?:es)?)?|contact\s+(?:details|info(?:rmation)?|data)|(?:postal\s+|street\s+)?address|"
    r"social\s+media\s+(?:handles?|links?|accounts?)|opening\s+hours|call\s+to\s+action|hashtags?"
)
_NAMED = re.compile(rf"\b(?:{NAMES}|(?:phone|call|tel)(?=:?\s+[+\d(]))(?![\w.@])", re.IGNORECASE)
_GIVEN = re.compile(
    r"^[\s:,.(-]*(?:is\s+|at\s+|of\s+)?[\"“']?(?:[+\d(][\d\s()./-]{4,}|\d+\s[A-Z]|[\w.+-]+@[\w.-]+|(?:www\.|https?:)?[\w-]+\.[a-z]{2,}|[#@]\w)"
)
"""What follows such a word where the prompt gives it."""
ALONE = re.compile(
    rf"^(?:with\s+|and\s+|plus\s+)?(?:an?\s+|the\s+|my\s+|his\s+|her\s+|their\s+)?"
    rf"(?:{NAMES}|phone|logo|e-?mail)\.?$",
    re.IGNORECASE,
)
"""A line that only says what is to stand there."""


def note_contacts(tags: Sequence[Tag], source: str, kind: str, ledger: Ledger) -> None:
    """Note such words: where they are given they ask for no more; else they are undrawn: nothing is invented."""
    if kind not in KINDS:
        return
    for found in _NAMED.finditer(source):
        inside = [i for i, tag in enumerate(tags) if found.start() <= tag.tokens[0].start < found.end()]
        inside = [i for i in inside if not ledger.known(i)]
        given = _GIVEN.match(source[found.end() :]) is not None
        for place, index in enumerate(inside):
            lost = not given and place == 0
            ledger.note(index, found[0].lower() if lost else tags[index].word, "undrawn" if lost else "silent")
