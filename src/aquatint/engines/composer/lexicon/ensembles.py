"""Ensembles: words for people who belong together ("a choir", "a soccer team"), and who they are."""

from __future__ import annotations

import functools
import re

import msgspec
from msgspec import Struct

from aquatint.engines.composer.lexicon.tables import table

_MEMBERS = re.compile(r"^(?:(?P<count>\d+) )?(?P<noun>.+?)(?: (?P<colour>#[0-9a-f]{6}))?(?: as (?P<pose>.+))?$")


class Members(Struct, frozen=True):
    """Some of an ensemble who are alike."""

    noun: str
    count: int = 1
    colour: str = ""
    """Of their clothes, "#rrggbb", or "" for each one's own."""
    pose: str = ""
    """What they do unless a verb says otherwise."""


class Ensemble(Struct, frozen=True, forbid_unknown_fields=True):
    """What a word for an ensemble means; see the head of ``words/ensembles.toml``."""

    members: tuple[str, ...]
    also: tuple[str, ...] = ()
    place: str = ""
    near: bool = False
    """Whether its members only come near it, so that it is told as approximated."""
    alike: bool = False
    """Whether those of one sort look the same: twins."""
    steady: bool = False
    """Whether what its members do is what they are there for, whatever verb is said of them."""

    def parts(self) -> list[Members]:
        """The members, in order."""
        return [_read(text) for text in self.members]

    def total(self) -> int:
        """How many they are."""
        return sum(part.count for part in self.parts())


def _read(text: str) -> Members:
    match = _MEMBERS.match(text)
    assert match is not None
    return Members(match["noun"], int(match["count"] or 1), match["colour"] or "", match["pose"] or "")


@functools.cache
def ensembles() -> dict[str, Ensemble]:
    """Every ensemble by its name."""
    return msgspec.convert(table("words/ensembles"), dict[str, Ensemble])
