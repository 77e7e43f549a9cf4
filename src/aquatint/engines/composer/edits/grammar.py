"""The tables of the instruction grammar, and finding their entries in a run of words."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, TypeVar

from aquatint.engines.composer.planner.tokens import Token

LONGEST = 6
"""Words in the longest entry."""

Value = TypeVar("Value")


@functools.cache
def grammar() -> dict[str, Any]:
    """The data file ``words.toml``. Callers must not change it."""
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


@functools.cache
def words(name: str) -> frozenset[str]:
    """The list of words of that table."""
    return frozenset(grammar()[name]["words"])


@functools.cache
def verbs() -> dict[str, str]:
    """What each opening word or phrase asks for: "take away" is "remove"."""
    return {phrase: operation for operation, phrases in grammar()["verbs"].items() for phrase in phrases}


def spoken(token: Token) -> str:
    """A token as the tables write it; marks are their own sign, quotes are nothing."""
    return token.folded if token.kind != "quote" else "\0"


def longest(tokens: Sequence[Token], at: int, entries: Mapping[str, Value] | frozenset[str]) -> tuple[str, int]:
    """The longest entry that stands at ``at``, and how many tokens it has; ("", 0) if none does."""
    for length in range(min(LONGEST, len(tokens) - at), 0, -1):
        phrase = " ".join(spoken(token) for token in tokens[at : at + length])
        if phrase in entries:
            return phrase, length
    return "", 0
