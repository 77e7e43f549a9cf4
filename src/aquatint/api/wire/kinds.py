"""Kinds of parameters: how a raw value of a JSON body or a form becomes a typed one, or an `InvalidRequest`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, get_args

from aquatint.api.wire.fields import Dialect
from aquatint.errors import (
    EmptyString,
    IntegerTooLarge,
    IntegerTooSmall,
    InvalidType,
    InvalidValue,
    ParameterNotForModel,
    StringTooLong,
    Unconvertible,
    UnknownParameter,
)
from aquatint.foundry.catalog import Profile
from aquatint.types import SvgText

_INTEGER = re.compile(r"[+-]?[0-9]{1,20}")
_LONGEST_ECHO = 200


class Kind(Protocol):
    """Reads one raw value. ``raw`` is never None."""

    def read(self, name: str, raw: object, dialect: Dialect, profile: Profile) -> Any:
        """The typed value. Raises `InvalidRequest`."""


def found(value: object) -> str:
    """How error texts call the type of a JSON value."""
    if value is None:
        return "null"
    words: list[tuple[type, str]] = [
        (bool, "a boolean"),
        (int, "an integer"),
        (float, "a decimal number"),
        (str, "a string"),
        (list, "an array"),
    ]
    return next((word for kind, word in words if isinstance(value, kind)), "an object")


def shortened(text: str) -> str:
    """A value of the request as an error text repeats it."""
    return text if len(text) <= _LONGEST_ECHO else text[:_LONGEST_ECHO] + "…"


def one_of(values: Sequence[str]) -> str:
    """The list of an error text: 'low', 'medium', and 'high'."""
    quoted = [f"'{value}'" for value in values]
    if len(quoted) < 3:
        return " and ".join(quoted)
    return ", ".join(quoted[:-1]) + f", and {quoted[-1]}"


@dataclass(frozen=True, slots=True)
class Text:
    """A string of ``shortest`` to ``longest`` characters without null characters."""

    longest: int
    shortest: int = 0

    def read(self, name: str, raw: object, dialect: Dialect, profile: Profile) -> str:
        """The string itself."""
        if not isinstance(raw, str):
            raise InvalidType(name, "a string", found(raw))
        if len(raw) < self.shortest:
            raise EmptyString(name)
        if len(raw) > self.longest:
            raise StringTooLong(name, self.longest, len(raw))
        if "\0" in raw:
            raise InvalidValue(f"Invalid '{name}': null characters are not allowed.", param=name)
        return raw


@dataclass(frozen=True, slots=True)
class Whole:
    """An integer within bounds; JSON numbers with a point or an exponent and booleans are none."""

    low: int
    high: int

    def read(self, name: str, raw: object, dialect: Dialect, profile: Profile) -> int:
        """The integer."""
        value = self._convert(name, raw) if dialect == "form" else raw
        if not isinstance(value, int) or isinstance(value, bool):
            raise InvalidType(name, "an integer", found(value))
        if value < self.low:
            raise IntegerTooSmall(name, self.low, value)
        if value > self.high:
            raise IntegerTooLarge(name, self.high, value)
        return value

    def _convert(self, name: str, raw: object) -> int:
        if not isinstance(raw, str) or _INTEGER.fullmatch(raw.strip()) is None:
            raise Unconvertible(name, "an integer")
        return int(raw)


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false; "true" and "false" in a form."""

    def read(self, name: str, raw: object, dialect: Dialect, profile: Profile) -> bool:
        """The truth value."""
        if dialect == "form":
            raw = {"true": True, "false": False}.get(str(raw).strip().lower())
            if raw is None:
                raise Unconvertible(name, "a boolean")
        if not isinstance(raw, bool):
            raise InvalidType(name, "a boolean", found(raw))
        return raw


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the strings that the profile allows. ``elsewhere`` are values that only other models have."""

    values: Callable[[Profile], Sequence[str]]
    elsewhere: tuple[str, ...] = ()

    def read(self, name: str, raw: object, dialect: Dialect, profile: Profile) -> str:
        """The string itself."""
        if not isinstance(raw, str):
            raise InvalidType(name, "a string", found(raw))
        values = self.values(profile)
        if raw in values:
            return raw
        supported = f"Supported values are: {one_of(values)}."
        if raw in self.elsewhere:
            text = f"The value '{raw}' of '{name}' is not supported by the model '{profile.name}'. {supported}"
            raise ParameterNotForModel(text, param=name)
        raise InvalidValue(f"Invalid value: '{shortened(raw)}'. {supported}", param=name)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the ``aquatint`` object asks for."""

    plan: bool = False
    """Whether the plan is wanted in the reply."""
    svg_text: SvgText | None = None
    """What becomes of words in an SVG; None leaves it open."""


@dataclass(frozen=True, slots=True)
class Extension:
    """The ``aquatint`` object: ``{"plan": true, "svg_text": "text"}``. In a form it is JSON text."""

    def read(self, name: str, raw: object, dialect: Dialect, profile: Profile) -> Wishes:
        """What the caller wants beyond the real service."""
        if dialect == "form":
            raw = _json_or_none(str(raw))
        if not isinstance(raw, dict):
            raise InvalidType(name, "an object", found(raw) if dialect == "json" else "a string")
        for key in raw:
            if key not in ("plan", "svg_text"):
                raise UnknownParameter(f"{name}.{shortened(key)}")
        plan = raw.get("plan", False)
        if not isinstance(plan, bool):
            raise InvalidType(f"{name}.plan", "a boolean", found(plan))
        texts: Choice = Choice(lambda _: get_args(SvgText))
        svg_text: Any = (
            texts.read(f"{name}.svg_text", raw["svg_text"], "json", profile) if "svg_text" in raw else None
        )
        return Wishes(plan, svg_text)


@dataclass(frozen=True, slots=True)
class Anything:
    """The raw value; the parameter's check reads it."""

    def read(self, name: str, raw: object, dialect: Dialect, profile: Profile) -> object:
        """The raw value itself."""
        return raw


def _json_or_none(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
