"""Families of animals: whose mother, whose baby is meant."""

from __future__ import annotations

from typing import NamedTuple

from aquatint.engines.composer.lexicon.nouns import Noun, nouns
from aquatint.engines.composer.lexicon.tables import table


class Relative(NamedTuple):
    """An animal of somebody's family, and its age if it is a young one."""

    noun: Noun
    age: str


def relative(word: Noun, animal: Noun | None) -> Relative | None:
    """What ``word`` means as a relative of an animal: "its mother", "their baby"; None where it means a human."""
    data = table("words/kinship")
    if animal is None or animal.group != "animals":
        return None
    if word.key in data["parents"]["names"]:
        return Relative(nouns().get(data["grown"].get(animal.key, animal.key), animal), "")
    if word.key in data["young"]["names"]:
        known = next((young for young, grown in data["grown"].items() if grown == animal.key), "")
        return Relative(nouns()[known], "") if known in nouns() else Relative(animal, "baby")
    return None


def is_parent(noun: Noun) -> bool:
    """Whether the word only says that an animal has young ones: "a mother duck"."""
    return noun.key in table("words/kinship")["parents"]["names"]
