"""Situations: words for what goes on ("a picnic", "a soccer match"), and the things that show it."""

from __future__ import annotations

import functools
import re

import msgspec
from msgspec import Struct

from aquatint.engines.composer.lexicon.tables import table

_THING = re.compile(
    r"^(?:(?P<count>\d+) )?(?P<noun>.+?)"
    r"(?: (?P<relation>on|in|under|beside|behind|facing|around|holding|riding|in front of) (?P<target>.+))?$"
)


class Part(Struct, frozen=True):
    """One thing of a situation, and how it stands to another one."""

    noun: str
    count: int = 1
    relation: str = ""
    target: str = ""


class Situation(Struct, frozen=True, forbid_unknown_fields=True):
    """What a word for a situation brings into the picture; see the head of ``words/situations.toml``."""

    things: tuple[str, ...]
    also: tuple[str, ...] = ()
    gather: str = ""
    place: str = ""
    time: str = ""
    plain: bool = False
    table: bool = False

    def parts(self) -> list[Part]:
        """The things, in order."""
        return [_part(text) for text in self.things]


def _part(text: str) -> Part:
    match = _THING.match(text)
    assert match is not None
    return Part(match["noun"], int(match["count"] or 1), match["relation"] or "", match["target"] or "")


@functools.cache
def situations() -> dict[str, Situation]:
    """Every situation by its name."""
    return msgspec.convert(table("words/situations"), dict[str, Situation])
