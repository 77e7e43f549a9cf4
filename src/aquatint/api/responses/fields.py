"""Every parameter of ``POST /v1/responses`` but the input and the tools, in one table.

Each is honoured, or refused by name. Some steer faculties that a director may lack (sampling, reasoning): those
are checked and told again in the response, as the real service does for models without them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aquatint.api.wire.kinds import Choice, Flag, Kind, Text, Whole, found, shortened
from aquatint.errors import InvalidType, InvalidValue, StringTooLong, UnknownParameter, UnsupportedParameter

_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")
_NO_PROFILE: Any = None
"""Kinds take an image profile; none of these parameters asks it anything."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number within bounds."""

    low: float
    high: float

    def read(self, name: str, raw: object, dialect: object, profile: object) -> float:
        """The number."""
        if isinstance(raw, bool) or not isinstance(raw, int | float):
            raise InvalidType(name, "a decimal", found(raw))
        if raw < self.low:
            raise self._outside(name, raw, f">= {self.low:g}", "below minimum value", "decimal_below_min_value")
        if raw > self.high:
            raise self._outside(name, raw, f"<= {self.high:g}", "above maximum value", "decimal_above_max_value")
        return raw

    def _outside(self, name: str, raw: float, bound: str, where: str, code: str) -> InvalidValue:
        text = f"Invalid '{name}': decimal {where}. Expected a value {bound}, but got {raw} instead."
        return InvalidValue(text, param=name, code=code)


@dataclass(frozen=True, slots=True)
class Id:
    """The id of an object."""

    def read(self, name: str, raw: object, dialect: object, profile: object) -> str:
        """The id."""
        if not isinstance(raw, str):
            raise InvalidType(name, "a string", found(raw))
        if _ID.fullmatch(raw) is None:
            expected = "an ID that contains letters, numbers, underscores, or dashes"
            text = f"Invalid '{name}': '{shortened(raw)}'. Expected {expected}, but this value contained others."
            raise InvalidValue(text, param=name)
        return raw


@dataclass(frozen=True, slots=True)
class Metadata:
    """Up to 16 pairs of strings, keys up to 64 and values up to 512 characters."""

    def read(self, name: str, raw: object, dialect: object, profile: object) -> dict[str, str]:
        """The pairs."""
        if not isinstance(raw, dict):
            raise InvalidType(name, "an object", found(raw))
        if len(raw) > 16:
            text = f"Invalid '{name}': too many properties. Expected an object with at most 16 properties"
            raise InvalidValue(
                f"{text}, but got an object with {len(raw)} properties instead.",
                param=name,
                code="object_above_max_properties",
            )
        for key, value in raw.items():
            if len(key) > 64:
                raise StringTooLong(f"{name} key '{key[:16]}...'", 64, len(key))
            if not isinstance(value, str):
                raise InvalidType(f"{name}.{key}", "a string", found(value))
            if len(value) > 512:
                raise StringTooLong(f"{name}.{key}", 512, len(value))
        return dict(raw)


@dataclass(frozen=True, slots=True)
class Fields:
    """An object with these fields; ``refused`` are fields of the real service that nothing here could honour."""

    fields: Mapping[str, Kind]
    refused: Mapping[str, str] = field(default_factory=dict)

    def read(self, name: str, raw: object, dialect: object, profile: object) -> dict[str, Any]:
        """The fields that are given and not null."""
        if not isinstance(raw, dict):
            raise InvalidType(name, "an object", found(raw))
        for key, value in raw.items():
            if key in self.refused and value is not None:
                raise unsupported(f"{name}.{key}", self.refused[key])
            if key not in self.fields and key not in self.refused:
                raise UnknownParameter(f"{name}.{shortened(key)}")
        return {
            key: kind.read(f"{name}.{key}", raw[key], "json", _NO_PROFILE)
            for key, kind in self.fields.items()
            if raw.get(key) is not None
        }


@dataclass(frozen=True, slots=True)
class PlainText:
    """``text.format``: only plain text can be written."""

    def read(self, name: str, raw: object, dialect: object, profile: object) -> dict[str, str]:
        """The format."""
        if not isinstance(raw, dict):
            raise InvalidType(name, "an object", found(raw))
        if raw.get("type") in ("json_schema", "json_object"):
            raise unsupported(f"{name}.type", "'json_schema' and 'json_object' need a model that writes JSON")
        choice("text").read(f"{name}.type", raw.get("type"), "json", _NO_PROFILE)
        for key in raw:
            if key != "type":
                raise UnknownParameter(f"{name}.{shortened(key)}")
        return {"type": "text"}


INCLUDABLE = (
    "file_search_call.results",
    "web_search_call.results",
    "web_search_call.action.sources",
    "message.input_image.image_url",
    "computer_call_output.output.image_url",
    "code_interpreter_call.outputs",
    "reasoning.encrypted_content",
)
"""All but the first image's own are about items that no director here makes, so there is never one to add to."""


@dataclass(frozen=True, slots=True)
class Include:
    """What else the reply should hold."""

    def read(self, name: str, raw: object, dialect: object, profile: object) -> tuple[str, ...]:
        """The list."""
        if not isinstance(raw, list):
            raise InvalidType(name, "an array", found(raw))
        if "message.output_text.logprobs" in raw:
            raise unsupported(name, "'message.output_text.logprobs' needs a model that has probabilities")
        return tuple(
            choice(*INCLUDABLE).read(f"{name}[{index}]", value, "json", _NO_PROFILE)
            for index, value in enumerate(raw)
        )


@dataclass(frozen=True, slots=True)
class Conversation:
    """The id of a conversation, or an object with it."""

    def read(self, name: str, raw: object, dialect: object, profile: object) -> str:
        """The id."""
        if isinstance(raw, dict):
            for key in raw:
                if key != "id":
                    raise UnknownParameter(f"{name}.{shortened(key)}")
            return Id().read(f"{name}.id", raw.get("id"), dialect, profile)
        return Id().read(name, raw, dialect, profile)


@dataclass(frozen=True, slots=True)
class Refused:
    """A parameter of the real service that nothing here could honour."""

    why: str

    def read(self, name: str, raw: object, dialect: object, profile: object) -> Any:
        """Never comes back."""
        raise unsupported(name, self.why)


@dataclass(frozen=True, slots=True)
class Off:
    """A switch that can only be off here."""

    why: str

    def read(self, name: str, raw: object, dialect: object, profile: object) -> bool:
        """False."""
        if Flag().read(name, raw, "json", _NO_PROFILE):
            raise unsupported(name, self.why)
        return False


@dataclass(frozen=True, slots=True)
class Field:
    """A row: what the parameter may be, and what it is when it is left out or null."""

    kind: Any
    default: Any = None


def choice(*values: str) -> Choice:
    """One of these strings."""
    return Choice(lambda _: values)


def unsupported(name: str, why: str) -> UnsupportedParameter:
    """The refusal of what cannot be honoured."""
    return UnsupportedParameter(f"Unsupported parameter: '{name}'. On this server, {why}.", param=name)


_EFFORTS = choice("none", "minimal", "low", "medium", "high", "xhigh", "max")
_SUMMARIES = choice("auto", "concise", "detailed")
LONGEST_INSTRUCTIONS = 262_144

FIELDS: dict[str, Field] = {
    "instructions": Field(Text(longest=LONGEST_INSTRUCTIONS)),
    "previous_response_id": Field(Id()),
    "conversation": Field(Conversation()),
    "stream": Field(Flag(), False),
    "stream_options": Field(Fields({"include_obfuscation": Off("events are never padded")}), {}),
    "background": Field(Flag(), False),
    "store": Field(Flag(), True),
    "metadata": Field(Metadata(), {}),
    "include": Field(Include(), ()),
    "max_output_tokens": Field(Whole(16, 1_000_000)),
    "max_tool_calls": Field(Whole(1, 128)),
    "parallel_tool_calls": Field(Flag(), True),
    "temperature": Field(Number(0, 2), 1.0),
    "top_p": Field(Number(0, 1), 1.0),
    "top_logprobs": Field(Whole(0, 0), 0),
    "truncation": Field(choice("auto", "disabled"), "disabled"),
    "service_tier": Field(choice("auto", "default"), "auto"),
    "reasoning": Field(Fields({"effort": _EFFORTS, "summary": _SUMMARIES, "generate_summary": _SUMMARIES}), {}),
    "text": Field(Fields({"format": PlainText(), "verbosity": choice("low", "medium", "high")}), {}),
    "safety_identifier": Field(Text(longest=512)),
    "user": Field(Text(longest=512)),
    "prompt_cache_key": Field(Text(longest=512)),
    "prompt_cache_retention": Field(choice("in_memory", "24h")),
    "prompt": Field(Refused("there are no prompt templates")),
    "prompt_cache_options": Field(Refused("nothing is cached, so there is nothing to steer")),
    "context_management": Field(Refused("threads are never compacted")),
    "access_programs": Field(Refused("there are no access programs")),
    "image": Field(Refused("pictures in the context are not compressed")),
    "moderation": Field(Refused("no moderation model scores inputs and outputs")),
    "background_options": Field(Refused("background responses start as soon as a worker is free")),
}
ELSEWHERE = ("model", "input", "tools", "tool_choice")
"""Parameters that have readers of their own."""


def read_fields(values: Mapping[str, object]) -> dict[str, Any]:
    """Every parameter of the table by name, typed and with its default. Raises `PublicError`."""
    for name in values:
        if name not in FIELDS and name not in ELSEWHERE:
            raise UnknownParameter(shortened(name))
    fields = {name: _read(name, row, values.get(name)) for name, row in FIELDS.items()}
    if fields["previous_response_id"] is not None and fields["conversation"] is not None:
        text = "Mutually exclusive parameters: 'previous_response_id' and 'conversation'. Send only one of them."
        raise InvalidValue(text, param="previous_response_id", code="mutually_exclusive_parameters")
    if fields["background"] and not fields["store"]:
        text = "Background responses are kept to be fetched, so 'background' needs 'store' to be true."
        raise InvalidValue(text, param="background")
    return fields


def _read(name: str, row: Field, raw: object) -> Any:
    return row.default if raw is None else row.kind.read(name, raw, "json", _NO_PROFILE)
