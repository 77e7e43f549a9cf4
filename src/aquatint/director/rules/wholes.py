"""Messages that tell a whole picture without saying so in plain English: in another language, a graphic with all
that it is to tell, what a graphic is for."""

from __future__ import annotations

import re

from aquatint.director.contract import Card
from aquatint.director.rules import facts
from aquatint.director.rules.story import description
from aquatint.director.rules.words import opening, trimmed, words
from aquatint.engines.composer.edits.information.reading import named_rows
from aquatint.engines.composer.edits.information.rows import rows_of
from aquatint.engines.composer.planner.tokens import tokenise
from aquatint.engines.composer.scene import Scene

_IN_ENGLISH = re.compile(r"\b(?:the|a|an|it|with|and|of)\b", re.IGNORECASE)
_SETS = re.compile(r"\b(?:is|are|costs?|becomes?|should|must|to|now|starts?|:)(?!\w)|\d$", re.IGNORECASE)
_TELLS = re.compile(r"^[\w ]{3,40}(?:: ?\S+.*,| (?:for|about) (?:an?|the|my|our) \w)", re.IGNORECASE)
_FOR = re.compile(r"^(?:it's |it is |that's |make it )?(?=for (?:an?|my|our|the|his|her|[A-Z0-9]))")


def drawn_in_another_language(message: str) -> str:
    """What a wish for a new picture in another language asks for: "dibuja un gato"; empty for any other."""
    text = trimmed(message)
    known = words()["foreign-drawing"]
    length = opening(text, known["before"])
    if length and trimmed(text[length:]) and not _IN_ENGLISH.search(text):
        return trimmed(text[length:])
    for verb in sorted(known["glued"], key=len, reverse=True):
        if text.startswith(verb) and len(text) > len(verb):
            return text[len(verb) :]
    for verb in sorted(known["after"], key=len, reverse=True):
        bare = text.rstrip("。.!！ ।")
        if bare.endswith(verb) and len(bare) > len(verb):
            return bare[: -len(verb)].strip()
    return ""


def goes_on(text: str, picture: Card, scene: Scene | None) -> str | None:
    """What a graphic is for, where the words tell that only now: "a logo", then "for a bakery called Crumb"."""
    match = _FOR.match(text)
    if (
        match is None
        or scene is None
        or scene.kind == "scene"
        or picture.origin != "generate"
        or not picture.prompt
    ):
        return None
    return f"{description(picture.prompt)} {text[match.end() :]}"


def names_row(text: str, scene: Scene) -> bool:
    """Whether it opens with what a chart or a list has: "soup is 4.50 now"."""
    rows = rows_of(scene)
    found = named_rows(rows, tokenise(text)[:4]) if rows else []
    return bool(found) and _SETS.search(text) is not None


def tells_whole_graphic(text: str) -> bool:
    """ "Menu for a cafe: tea 2, coffee 3": a kind of picture with all that it is to tell."""
    tags = facts.tags_of(text)[:3]
    named = any(each.sense("kind") is not None for each in tags)
    return named and _TELLS.search(text) is not None
