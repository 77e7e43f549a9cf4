"""What a picture is, in words: the description that it began with, and what its edits added."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aquatint.director.contract import Card
from aquatint.director.rules import facts
from aquatint.director.rules.retelling import retold
from aquatint.director.rules.words import opening, trimmed, without_openers, words
from aquatint.engines.composer.edits.clauses import clauses

_ADDS = {"add": "with", "remove": "without"}
_SAYS = re.compile(
    r"\b(that says|which says|saying|says|that reads|reading|with the (?:words?|text|title|caption))\s+"
    r"(?![\"“”„«‘'`「『])(?P<words>[^\"“”]+?)\s*(?=$|[.;!?]\s|[.;!?]$)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(
    r"[A-Z0-9][A-Z0-9'’&!?.-]*(?: [A-Z0-9&!][A-Z0-9'’&!?.-]*)*"
    r"(?=,? (?:with|in|on|and|over|above|at|for|beside) [a-z])"
)
""" "JAZZ with a saxophone": the capitals are what is set."""
_REPLACES = re.compile(
    r"^(?:replace|swap|exchange|substitute) (?:the |an? )?(?P<old>.+?) (?:with|by|for) (?P<new>.+)$", re.IGNORECASE
)
_IT_IS = re.compile(r"^(?:it|this|that)\s+(?:(?:should|shall|must|could) be|is|to be)?\s*", re.IGNORECASE)
_OF_A_PICTURE = re.compile(r"^(?:a|an|the|one|another)\s+(?:\w+\s+)?$", re.IGNORECASE)


def story(line: Sequence[Card]) -> str:
    """A description of the last picture of a line of edits: from its plan, or else from the words of the line.

    Empty when its first was not drawn from words.
    """
    first, *later = line
    scene = facts.scene_of(line[-1])
    if later and scene is not None:
        return retold(scene)
    if first.origin == "given" and not first.prompt:
        return ""
    told = description(first.prompt)
    for card in later:
        match = _REPLACES.match(card.prompt)
        if match is not None:
            told = re.sub(rf"\b(?:an? |the )?{re.escape(match['old'])}\b", match["new"], told, flags=re.IGNORECASE)
        else:
            told = f"{told}, {_as_description(card.prompt)}"
    return told


def description(text: str) -> str:
    """What is to be drawn, without "draw me", "a picture of"...: "a fox in the snow"."""
    rest = without_openers(text)
    length = opening(rest, words()["drawing"]["verbs"])
    if length and rest[length:].strip():
        rest = trimmed(rest[length:])
    return _without_picture_words(rest) or trimmed(text)


def _without_picture_words(text: str) -> str:
    """ "a picture of a fox" is a fox, "a new picture showing a fox" too."""
    pieces = text.split(None, 4)
    for at, word in enumerate(pieces[:3]):
        if trimmed(word).casefold() in words()["drawing"]["nouns"]:
            rest = text.split(word, 1)[1].lstrip(" :,-")
            length = opening(rest, words()["drawing"]["links"])
            if length and at <= 2 and (at == 0 or _OF_A_PICTURE.match(" ".join(pieces[:at]) + " ")):
                return trimmed(rest[length:])
            return text
    return text


def _as_description(instruction: str) -> str:
    """An instruction as part of a description: "add a lighthouse" is "with a lighthouse"."""
    told = []
    for clause in clauses(instruction):
        # What is to stay, or is forbidden, adds nothing.
        rest = trimmed(clause.text(0)) if clause.tokens and clause.operation != "keep" else ""
        rest = _IT_IS.sub("", rest)
        if rest:
            told.append(f"{_ADDS[clause.operation]} {rest}" if clause.operation in _ADDS else rest)
    return ", ".join(told) or instruction


def quoted(text: str) -> str:
    """The text with the words that a picture shall show in quotation marks: ``says OPEN`` is ``says "OPEN"``."""
    return _SAYS.sub(_in_marks, text)


def _in_marks(match: re.Match[str]) -> str:
    said = match["words"].strip()
    capitals = _CAPITALS.match(said)
    kept = capitals[0] if capitals is not None else said
    return f'{match[1]} "{kept}"{said[len(kept) :]}'
