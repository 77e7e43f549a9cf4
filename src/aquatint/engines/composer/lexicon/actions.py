"""Verbs: how doing something looks, how the doer stands to the object, and what else must be seen."""

from __future__ import annotations

import functools

import msgspec
from msgspec import Struct

from aquatint.engines.composer.lexicon.inflect import gerund, third_person
from aquatint.engines.composer.lexicon.tables import table


class Action(Struct, frozen=True, forbid_unknown_fields=True):
    """What a verb means for a picture; the fields are explained at the head of ``words/actions.toml``."""

    pose: str = ""
    object: str = ""
    object_pose: str = ""
    near: bool = False
    thing: str = ""
    where: str = "holding"
    formation: str = ""
    past: str = ""
    also: tuple[str, ...] = ()

    def with_object(self, relation: str) -> Action:
        """The same action with another relation to its object."""
        return msgspec.structs.replace(self, object=relation)


@functools.cache
def actions() -> dict[str, Action]:
    """Every action by the base form of its verb."""
    return msgspec.convert(table("words/actions")["verbs"], dict[str, Action])


@functools.cache
def inflected() -> dict[str, Action]:
    """Actions by the forms that no noun shares: "pulling", "pulled"."""
    found: dict[str, Action] = {}
    for base, action in actions().items():
        for form in (gerund(base), action.past, *action.also):
            if form:
                found.setdefault(form, action)
    return found


@functools.cache
def finite() -> dict[str, Action]:
    """Actions by the forms that may be nouns too: "he bowls", "they bowl"."""
    found: dict[str, Action] = {}
    for base, action in actions().items():
        found.setdefault(third_person(base), action)
        found.setdefault(base, action)
    return found


@functools.cache
def passive() -> dict[str, Action]:
    """Actions by what is said of the object: "pulled by"."""
    return {f"{action.past} by": action for action in actions().values() if action.past and action.object}


def is_finite(word: str) -> bool:
    """Whether a folded word is a verb only where a subject stands before it: "lead", "drives"."""
    return word in finite() and word not in inflected()


def find_action(word: str) -> Action | None:
    """The action that a folded word or compound names, in any form."""
    return inflected().get(word) or finite().get(word)
