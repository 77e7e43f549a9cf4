"""Every parameter of generations and edits in one table, and the walk that reads a body by it.

The order of the checks is the real service's as far as it was seen: model, unknown names, prompt, images, n,
quality, output format and its company, output compression, size. So the rows stand in that order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aquatint.api.wire.checks import (
    Given,
    check_background,
    check_complexity,
    check_compression,
    check_fidelity,
    check_format,
    check_frame_count,
    check_frame_duration,
    check_partials,
    check_quality,
    check_size,
    check_stream,
)
from aquatint.api.wire.fields import Dialect, Endpoint, Fields
from aquatint.api.wire.kinds import Anything, Choice, Extension, Flag, Kind, Text, Whole, Wishes, found, shortened
from aquatint.api.wire.pictures import form_images, form_mask, json_images, json_mask
from aquatint.errors import (
    InvalidType,
    InvalidValue,
    MissingParameter,
    StringTooLong,
    UnknownParameter,
    UnsupportedParameter,
)
from aquatint.foundry.catalog import Profile
from aquatint.types import PROMPT_LIMIT, SEED_LIMIT

_BOTH: tuple[Endpoint, ...] = ("generations", "edits")
_EDITS: tuple[Endpoint, ...] = ("edits",)
_ANY_DIALECT: tuple[Dialect, ...] = ("json", "form")
_JSON: tuple[Dialect, ...] = ("json",)
_FORM: tuple[Dialect, ...] = ("form",)

Check = Callable[[Any, Given], Any]
"""Judges a typed value beside those before it, and returns what it stands for. Raises `PublicError`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One row: what the parameter is called, where it is allowed and what it may be.

    ``nullable`` parameters may be null, which is the same as leaving them out. ``check`` also sees the default.
    """

    name: str
    kind: Kind
    endpoints: tuple[Endpoint, ...] = _BOTH
    dialects: tuple[Dialect, ...] = _ANY_DIALECT
    required: bool = False
    nullable: bool = True
    default: Any = None
    check: Check | None = None


_LONGEST_MODEL = 256
MODEL = Parameter(name="model", kind=Text(longest=_LONGEST_MODEL), required=True)

PARAMETERS: tuple[Parameter, ...] = (
    MODEL,
    Parameter(name="prompt", kind=Text(longest=PROMPT_LIMIT, shortest=1), required=True, nullable=False),
    Parameter(name="image", kind=Anything(), endpoints=_EDITS, dialects=_FORM, check=form_images),
    Parameter(name="images", kind=Anything(), endpoints=_EDITS, dialects=_JSON, check=json_images),
    Parameter(name="mask", kind=Anything(), endpoints=_EDITS, dialects=_FORM, check=form_mask),
    Parameter(name="mask", kind=Anything(), endpoints=_EDITS, dialects=_JSON, check=json_mask),
    Parameter(name="n", kind=Whole(1, 10), default=1),
    Parameter(
        name="quality",
        kind=Choice(lambda profile: (*profile.qualities, "auto")),
        default="auto",
        check=check_quality,
    ),
    Parameter(
        name="output_format",
        kind=Choice(lambda profile: profile.output_formats, elsewhere=("gif", "svg")),
        default="png",
        check=check_format,
    ),
    Parameter(name="frame_count", kind=Whole(2, 16), check=check_frame_count),
    Parameter(name="frame_duration_ms", kind=Whole(1, 1_000_000), check=check_frame_duration),
    Parameter(name="complexity", kind=Anything(), check=check_complexity),
    Parameter(
        name="background",
        kind=Choice(lambda _: ("transparent", "opaque", "auto")),
        default="auto",
        check=check_background,
    ),
    Parameter(name="moderation", kind=Choice(lambda _: ("auto", "low")), default="auto"),
    Parameter(name="input_fidelity", kind=Anything(), endpoints=_EDITS, check=check_fidelity),
    Parameter(name="stream", kind=Flag(), default=False, check=check_stream),
    Parameter(name="partial_images", kind=Whole(0, 3), default=0, check=check_partials),
    Parameter(name="safety_identifier", kind=Text(longest=512)),
    Parameter(name="user", kind=Text(longest=512)),
    Parameter(name="seed", kind=Whole(0, SEED_LIMIT - 1)),
    Parameter(name="aquatint", kind=Extension(), default=Wishes()),
    Parameter(name="aquatint[plan]", kind=Flag(), dialects=_FORM, default=False),
    Parameter(name="output_compression", kind=Whole(0, 100), default=100, check=check_compression),
    Parameter(name="size", kind=Text(longest=PROMPT_LIMIT), default="auto", check=check_size),
)

UNSUPPORTED: dict[str, str] = {
    name: f"Unsupported parameter: '{name}'. This server does not {what}."
    for name, what in (
        ("svg", "let a model be chosen as the author of an SVG"),
        ("markup", "read markup overlays"),
    )
}
"""Parameters of newer models that the real service knows and this server cannot honour, with what to say."""


def read_model(fields: Fields, path_model: str | None) -> str:
    """The model that a call names: in its path (deployment routes) or in its body."""
    raw = path_model if path_model is not None else fields.values.get("model")
    if raw is None:
        raise MissingParameter("model")
    if not isinstance(raw, str):
        raise InvalidType("model", "a string", found(raw))
    if len(raw) > _LONGEST_MODEL:
        raise StringTooLong("model", _LONGEST_MODEL, len(raw))
    return raw


def refuse_unknown(fields: Fields, endpoint: Endpoint) -> None:
    """Raise for the first name that the endpoint does not have in this dialect."""
    known = {row.name for row in _rows(endpoint, fields.dialect)}
    for name, value in fields.values.items():
        if name in known:
            continue
        base = name.partition("[")[0]
        if base in UNSUPPORTED and value is None:
            continue
        raise unknown(name, endpoint, fields.dialect)


def unknown(
    name: str, endpoint: Endpoint, dialect: Dialect
) -> InvalidValue | UnknownParameter | UnsupportedParameter:
    """The refusal of a name that is not in the table."""
    base = name.partition("[")[0]
    if base in UNSUPPORTED and (base != "markup" or endpoint == "edits"):
        return UnsupportedParameter(UNSUPPORTED[base], param=base)
    text = f"Unknown parameter: '{name}'."
    if endpoint == "edits" and dialect == "json" and name == "image":
        return InvalidValue(f"{text} For application/json on /v1/images/edits, use 'images' (array).", param=name)
    if endpoint == "edits" and dialect == "form" and name == "images":
        return InvalidValue(f"{text} For multipart/form-data use 'image' or 'image[]'.", param=name)
    return UnknownParameter(shortened(name))


def read_values(fields: Fields, endpoint: Endpoint, profile: Profile) -> dict[str, Any]:
    """Every parameter but the model by name, typed, checked and with its default. Raises `PublicError`."""
    given = Given(fields, profile, {})
    for row in _rows(endpoint, fields.dialect):
        if row is not MODEL:
            given.values[row.name] = _read(row, given)
    return given.values


def takes_text(name: str) -> bool:
    """Whether a form may have a plain field of this name."""
    return any(row.name == name for row in _rows("edits", "form") if row.name not in ("image", "mask"))


def _rows(endpoint: Endpoint, dialect: Dialect) -> list[Parameter]:
    return [row for row in PARAMETERS if endpoint in row.endpoints and dialect in row.dialects]


def _read(row: Parameter, given: Given) -> Any:
    values = given.fields.values
    raw = values.get(row.name)
    if row.required and row.name not in values:
        raise MissingParameter(row.name)
    if raw is None:
        if row.name in values and not row.nullable:
            raise InvalidType(row.name, "a string", "null")
        value = row.default
    else:
        value = row.kind.read(row.name, raw, given.fields.dialect, given.profile)
    return value if row.check is None else row.check(value, given)
