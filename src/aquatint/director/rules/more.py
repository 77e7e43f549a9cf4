"""More of what there is: "and a second dog", "give me 3 alternatives"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aquatint.director.contract import Card
from aquatint.director.rules import facts
from aquatint.director.rules.words import opening, plain, trimmed, words
from aquatint.engines.composer.scene import Item

MOST = 10
"""Alternatives at a time."""
_ADDING = re.compile(
    r"^(?:please |now |ok,? |okay,? )*(?:and|also|plus|and also|and then|then also|oh,? and)[, ]+"
    r"(?:also |maybe |please )*"
    r"(?:add )?(?=(?:an?|the|some|two|three|four|five|another|one)\b)",
    re.IGNORECASE,
)
_NTH = re.compile(
    r"^(?:an?|the|one)? ?(?:second|third|fourth|fifth|sixth|further|additional|extra)(?: one)? ?(?P<what>[\w -]*?)"
    r"(?: (?:please|too|as well))*$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"^another (?P<what>[\w -]+?)(?: (?:please|too|as well))*$", re.IGNORECASE)
_BIGGER = re.compile(
    r"^(?:(?:i want|i'd like|i would like|i need|give me|make|can i have|please) )*an? "
    r"(?P<how>(?:much |a bit |slightly )?(?:bigger|smaller|larger|taller|shorter)) "
    r"(?P<what>[\w -]+?)(?: please)?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"^(?:no,? |make it |rather |only |just )*(?P<all>(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
    r" (?P<what>\w+))(?: please| instead)*$",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\s*(?:of|for|on) (?:it|this|that|them|the (?:picture|image|scene|same))$", re.IGNORECASE)


def as_more(message: str, picture: Card) -> str:
    """The order that a wish for one more thing in the picture is: "and a second dog" is "add another dog".

    Empty where a message is none, or where a new picture may be meant: "a boat at night".
    """
    scene = facts.scene_of(picture)
    if scene is None:
        return ""
    text = trimmed(message)
    items = facts.things(scene)
    if order := _otherwise(text, items):
        return order
    adding = _ADDING.match(text)
    rest = text[adding.end() :] if adding is not None else text
    nth = _NTH.match(rest) or _ANOTHER.match(rest)
    if nth is not None:
        what = trimmed(nth["what"])
        if not what or what in ("one", "of them"):
            last = next(iter([*facts.named(picture.prompt, items), *items[-1:]]), None)
            return f"add another {facts.singular(last)}" if last is not None and adding is not None else ""
        if facts.named(what, items):
            return f"add another {what}"
    return f"add {rest}" if adding is not None and _names_thing(rest) else ""


def _otherwise(text: str, items: Sequence[Item]) -> str:
    """ "I'd like a bigger lighthouse" and "three cats", of what is there; empty for anything else."""
    grown = _BIGGER.match(text)
    if grown is not None and facts.named(grown["what"], items):
        return f"make the {grown['what']} {grown['how']}"
    counted = _COUNTED.match(text)
    there = facts.named(counted["what"], items) if counted is not None else []
    return counted["all"] if counted is not None and there and there[0].count > 1 else ""


def _names_thing(text: str) -> bool:
    tags = facts.tags_of(text)
    whole = any(each.sense(name) for each in tags for name in ("style", "kind", "medium"))
    return not whole and any(each.sense("noun") is not None for each in tags)


def alternatives(text: str) -> int:
    """How many other pictures of the same are asked for; 0 for none."""
    rest = trimmed(text)
    while length := opening(rest, words()["drawing"]["verbs"]):
        rest = rest[length:].lstrip()
    rest = _OF_IT.sub("", re.sub(r"^(?:me|us)\s+", "", rest))
    one = re.match(r"(?:another|one more|an?|one) (?=\w+ ?$|(?:other|different|new) )", rest, re.IGNORECASE)
    if one is not None and _is_kind(rest[one.end() :]):
        return 1
    digits = re.match(r"\d{1,2}(?=\s)", rest)
    length = digits.end() if digits else opening(rest, words()["several"]["counts"])
    count = int(digits[0]) if digits else int(words()["several"]["counts"].get(plain(rest[:length]), 0))
    return min(MOST, count) if count > 1 and _is_kind(rest[length:]) else 0


def _is_kind(text: str) -> bool:
    """Whether nothing is said but "alternatives", "other versions"."""
    said = plain(text).split()
    while said and (said[0] in words()["alternatives"]["before"] or said[-1] == "please"):
        said = said[1:] if said[0] in words()["alternatives"]["before"] else said[:-1]
    return len(said) == 1 and said[0] in words()["alternatives"]["words"]
