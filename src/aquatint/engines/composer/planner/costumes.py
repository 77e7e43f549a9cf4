"""People who dress up: "children dressed as ghosts and witches", "a boy in a dinosaur costume"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aquatint.engines.composer.lexicon.nouns import Noun
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.phrases import Phrase

COSTUME = "costume"
"""The attribute that names the role whose clothes somebody wears."""


def costume_of(noun: Noun) -> str:
    """The role that shows somebody dressed up as the noun; nothing where there are no such clothes."""
    known = table("words/costumes")["roles"].get(noun.key)
    if known:
        return str(known)
    kind, _, role = noun.art.partition(":")
    return role if kind == "person" and noun.group in ("people", "fantasy") else ""


def makes_costume(word: str) -> bool:
    """Whether the folded word makes a costume of the noun before it."""
    return word in table("words/costumes")["words"]


def mixed_costumes() -> list[str]:
    """What people wear who are only said to be in costume, each something else."""
    return list(table("words/costumes")["mixed"])


def dress(wearer: Phrase, costumes: Sequence[str]) -> list[Phrase]:
    """Dress the wearer, or several wearers in turn; the phrases that are needed for those dressed otherwise."""
    number = max(1, min(len(costumes), wearer.count))
    counts = [wearer.count // number + (i < wearer.count % number) for i in range(number)]
    others = [
        replace(wearer, count=count, attributes={**wearer.attributes, COSTUME: costume})
        for count, costume in zip(counts[1:], costumes[1:number], strict=True)
    ]
    wearer.count = counts[0]
    wearer.attributes[COSTUME] = costumes[0]
    return others
