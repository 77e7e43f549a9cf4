"""Several pictures in one wish: "draw a fox and, separately, an owl", "three pictures of a cat"."""

from __future__ import annotations

import re

from aquatint.director.rules import facts
from aquatint.director.rules.story import description
from aquatint.director.rules.words import found, opening, plain, trimmed, words

MOST = 10
"""Pictures of one turn; more are cut off."""


def several(text: str) -> list[str]:
    """The descriptions of all pictures that the text asks for; one of them as a rule."""
    counted = _counted(text)
    if counted is not None:
        return counted[:MOST]
    parts = _split(text)
    return [description(part) for part in parts if trimmed(part)][:MOST] or [description(text)]


def _split(text: str) -> list[str]:
    each = found(text, words()["several"]["each"])
    if each is not None and each.start() > 0 and not found(text, words()["several"]["splitters"]):
        return _listed(description(trimmed(text[: each.start()] + text[each.end() :])))
    parts, rest = [], text
    while (match := found(rest, words()["several"]["splitters"])) is not None and trimmed(rest[: match.start()]):
        parts.append(rest[: match.start()])
        rest = rest[match.end() :]
    return [*parts, rest]


def _counted(text: str) -> list[str] | None:
    """ "two pictures: a fox and an owl", "three versions of a cat"; None for anything else."""
    rest = text
    length = opening(rest, words()["drawing"]["verbs"])
    rest = trimmed(rest[length:]) if length else rest
    count, rest = _count(rest)
    if count < 2:
        return None
    different = re.match(r"(?:different|separate|distinct)\s+", rest, re.IGNORECASE)
    rest = re.sub(r"^(?:different|separate|distinct|new|other|more)\s+", "", rest, flags=re.IGNORECASE)
    if different is not None and (kind := _kind(rest)):
        return [kind] * count
    noun = re.match(r"[a-z]+", rest, re.IGNORECASE)
    if noun is None or noun[0].casefold() not in words()["drawing"]["nouns"]:
        return None
    rest = rest[noun.end() :]
    if rest.lstrip().startswith(":"):
        tail = rest.lstrip()[1:]
        apart = found(tail, words()["several"]["splitters"]) is not None
        listed = [trimmed(part) for part in _split(tail)] if apart else _listed(tail)
        return listed if len(listed) > 1 else listed * count
    rest = rest.lstrip(" ,")
    length = opening(rest, words()["drawing"]["links"])
    return [trimmed(rest[length:])] * count if length and trimmed(rest[length:]) else None


def _kind(text: str) -> str:
    """ "logos for a bakery" as one of them: "a logo for a bakery"; empty when it names no kind of picture."""
    first, _, rest = text.partition(" ")
    one = first.removesuffix("s")
    if not any(each.sense("kind") for each in facts.tags_of(one)):
        return ""
    return f"{'an' if one[:1] in 'aeiou' else 'a'} {one} {rest}".strip()


def _count(text: str) -> tuple[int, str]:
    digits = re.match(r"\d{1,3}(?=\s)", text)
    if digits is not None:
        return int(digits[0]), text[digits.end() :].lstrip()
    length = opening(text, words()["several"]["counts"])
    return (
        (int(words()["several"]["counts"][plain(text[:length])]), text[length:].lstrip()) if length else (0, text)
    )


def _listed(text: str) -> list[str]:
    """ "a fox and an owl" as two; commas and semicolons part a list before "and" does."""
    marks = ";" if ";" in text else ","
    parts = [part for part in text.split(marks) if trimmed(part)]
    last = parts.pop() if parts else ""
    parts += re.split(r"\band\b", last, flags=re.IGNORECASE) if marks == "," or " and " in last else [last]
    return [trimmed(re.sub(r"^\s*and\b", "", part, flags=re.IGNORECASE)) for part in parts if trimmed(part)]
