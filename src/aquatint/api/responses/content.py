"""The input of a call: a text, or a list of messages, replayed items and references."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

from aquatint.api.responses.fields import Id, choice, unsupported
from aquatint.api.wire.fields import Fields, Picture
from aquatint.api.wire.kinds import Text, found, shortened
from aquatint.api.wire.pictures import data_picture, picture_reference
from aquatint.director.contract import Role
from aquatint.errors import (
    ArrayTooLong,
    InputImageRefused,
    InvalidRequest,
    InvalidType,
    InvalidValue,
    MissingParameter,
    UnknownParameter,
)

LONGEST_TEXT = 10_485_760
MOST_ITEMS = 2_000
_ANY: Any = None


@dataclass(frozen=True, slots=True)
class TextPart:
    """Text of a message. ``kind`` is how the caller called it."""

    text: str
    kind: Literal["input_text", "output_text", "refusal"] = "input_text"


@dataclass(frozen=True, slots=True)
class ImagePart:
    """A picture of a message, not fetched yet; ``url`` is its address when it has a short one."""

    picture: Picture
    detail: str
    param: str
    url: str | None = None
    file_id: str | None = None


@dataclass(frozen=True, slots=True)
class GivenMessage:
    """A message of the input."""

    role: Role
    parts: tuple[TextPart | ImagePart, ...]

    @property
    def text(self) -> str:
        """All its text."""
        return "\n".join(part.text for part in self.parts if isinstance(part, TextPart))


@dataclass(frozen=True, slots=True)
class GivenReference:
    """An item of an earlier response, by its id."""

    id: str
    param: str


@dataclass(frozen=True, slots=True)
class GivenCall:
    """A picture of an earlier response: by its id, or, where that is not kept, by what was sent back then."""

    id: str
    param: str
    result: Path | None
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class GivenOther:
    """An item that says nothing to a director but belongs to the thread: another model's reasoning."""

    body: dict[str, Any]


GivenItem = GivenMessage | GivenReference | GivenCall | GivenOther


def read_input(fields: Fields) -> tuple[GivenItem, ...]:
    """The ``input`` of a call. Raises `PublicError`."""
    raw = fields.values.get("input")
    if raw is None:
        raise MissingParameter("input")
    if isinstance(raw, str):
        text = Text(longest=LONGEST_TEXT).read("input", raw, "json", _ANY)
        return (GivenMessage("user", (TextPart(text),)),)
    return read_items(raw, "input", fields, MOST_ITEMS)


def read_items(raw: object, name: str, fields: Fields, most: int) -> tuple[GivenItem, ...]:
    """A list of items."""
    if not isinstance(raw, list):
        raise InvalidType(name, "one of a string or an array" if name == "input" else "an array", found(raw))
    if len(raw) > most:
        raise ArrayTooLong(name, most, len(raw))
    with as_invalid_request():
        return tuple(_item(entry, f"{name}[{index}]", fields) for index, entry in enumerate(raw))


@contextmanager
def as_invalid_request() -> Iterator[None]:
    """Refused pictures are this API's `InvalidRequest`, where the Images API has an error type of its own."""
    try:
        yield
    except InputImageRefused as refusal:
        raise InvalidRequest(refusal.message, param=refusal.param, code=refusal.code) from None


def _item(raw: object, name: str, fields: Fields) -> GivenItem:
    if not isinstance(raw, dict):
        raise InvalidType(name, "an object", found(raw))
    kind = raw.get("type")
    if kind == "message" or (kind is None and "role" in raw):
        return _message(raw, name, fields)
    if kind == "item_reference" or (kind is None and set(raw) == {"id"}):
        _only(raw, name, "id", "type")
        return GivenReference(_id(raw, name), name)
    if kind == "image_generation_call":
        return _call(raw, name, fields)
    if kind == "reasoning":
        return _other(raw, name, "id", "summary", "content", "encrypted_content", "status")
    if isinstance(kind, str) and kind.endswith(("_call", "_call_output", "_response", "_request")):
        text = f"Unsupported item: '{name}' is a '{shortened(kind)}'. The only tool here is 'image_generation'."
        raise InvalidValue(text, param=f"{name}.type", code="unsupported_value")
    choice("message", "item_reference", "image_generation_call", "reasoning").read(
        f"{name}.type", kind, "json", _ANY
    )
    raise MissingParameter(f"{name}.role")


def _message(raw: dict[str, Any], name: str, fields: Fields) -> GivenMessage:
    _only(raw, name, "type", "role", "content", "id", "status", "phase")
    role = choice(*get_args(Role)).read(f"{name}.role", raw.get("role"), "json", _ANY)
    if raw.get("status") is not None:
        choice("in_progress", "completed", "incomplete").read(f"{name}.status", raw["status"], "json", _ANY)
    if raw.get("phase") is not None:
        choice("commentary", "final_answer").read(f"{name}.phase", raw["phase"], "json", _ANY)
    if "content" not in raw:
        raise MissingParameter(f"{name}.content")
    return GivenMessage(cast(Role, role), tuple(_parts(raw["content"], f"{name}.content", fields, role)))


def _parts(raw: object, name: str, fields: Fields, role: str) -> Iterator[TextPart | ImagePart]:
    if isinstance(raw, str):
        text = Text(longest=LONGEST_TEXT).read(name, raw, "json", _ANY)
        yield TextPart(text, "output_text" if role == "assistant" else "input_text")
        return
    if not isinstance(raw, list):
        raise InvalidType(name, "one of a string or an array", found(raw))
    for index, part in enumerate(raw):
        yield _part(part, f"{name}[{index}]", fields, role)


def _part(raw: object, name: str, fields: Fields, role: str) -> TextPart | ImagePart:
    if not isinstance(raw, dict):
        raise InvalidType(name, "an object", found(raw))
    kinds = ("output_text", "refusal") if role == "assistant" else ("input_text", "input_image")
    if raw.get("type") == "input_file":
        raise unsupported(name, "there is no model that reads documents; send pictures as 'input_image'")
    kind = choice(*kinds).read(f"{name}.type", raw.get("type"), "json", _ANY)
    if kind == "input_image":
        return _image(raw, name, fields)
    key = "refusal" if kind == "refusal" else "text"
    _only(raw, name, "type", key, "annotations", "logprobs")
    if key not in raw:
        raise MissingParameter(f"{name}.{key}")
    return TextPart(Text(longest=LONGEST_TEXT).read(f"{name}.{key}", raw[key], "json", _ANY), cast(Any, kind))


def _image(raw: dict[str, Any], name: str, fields: Fields) -> ImagePart:
    _only(raw, name, "type", "image_url", "file_id", "detail")
    detail = raw.get("detail")
    if detail is not None:
        choice("low", "high", "auto", "original").read(f"{name}.detail", detail, "json", _ANY)
    given = {key: raw[key] for key in ("image_url", "file_id") if raw.get(key) is not None}
    picture = picture_reference(given, name, fields)
    url = given.get("image_url")
    return ImagePart(
        picture,
        detail or "auto",
        name,
        url=url if isinstance(url, str) and not url.startswith("data:") else None,
        file_id=given.get("file_id"),
    )


def _call(raw: dict[str, Any], name: str, fields: Fields) -> GivenCall:
    told = ("status", "revised_prompt", "action", "size", "quality", "background", "output_format")
    _only(raw, name, "type", "id", "result", "error", "svg_usage", "aquatint", *told)
    result = raw.get("result")
    path = None
    if result is not None:
        if not isinstance(result, str):
            raise InvalidType(f"{name}.result", "a string", found(result))
        path = data_picture(result, f"{name}.result", fields)
    texts = {key: raw[key] for key in told if isinstance(raw.get(key), str)}
    return GivenCall(_id(raw, name), name, path, texts)


def _other(raw: dict[str, Any], name: str, *keys: str) -> GivenOther:
    _only(raw, name, "type", *keys)
    return GivenOther({key: value for key, value in raw.items() if value is not None})


def _id(raw: dict[str, Any], name: str) -> str:
    if raw.get("id") is None:
        raise MissingParameter(f"{name}.id")
    return Id().read(f"{name}.id", raw["id"], "json", _ANY)


def _only(raw: dict[str, Any], name: str, *keys: str) -> None:
    for key in raw:
        if key not in keys:
            raise UnknownParameter(f"{name}.{shortened(key)}")
