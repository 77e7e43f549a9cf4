"""The tool ``image_generation``, read by the rules of the Images API, and which tools may or must be used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, cast

from aquatint.api.responses.fields import choice
from aquatint.api.wire.call import Call, parse
from aquatint.api.wire.fields import Fields, Picture
from aquatint.api.wire.kinds import found, shortened
from aquatint.api.wire.parameters import PARAMETERS, UNSUPPORTED
from aquatint.errors import (
    InvalidRequest,
    InvalidType,
    InvalidValue,
    MissingParameter,
    PublicError,
    ServerError,
    UnknownParameter,
    UnsupportedParameter,
)
from aquatint.foundry.deployments import Deployment

TOOL = "image_generation"
DEFAULT_MODEL = "gpt-image-2"
Action = Literal["auto", "generate", "edit"]
Mode = Literal["auto", "required", "none"]

_OF_THE_CALL = frozenset({"prompt", "n", "stream", "images", "image", "mask", "user", "safety_identifier"})
"""Parameters of the Images API that the conversation decides, or that a response has at its top."""
_OWN = ("action", "input_image_mask", "model")
_RENAMED = {"mask": "input_image_mask", "stream": "partial_images"}
"""What the tool calls the parameters that errors of the Images API speak of."""
_PLACEHOLDER = "https://localhost/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageTool:
    """The tool as the caller set it. ``call`` is an edit without its prompt and its pictures."""

    name: str
    """How errors call it: "tools[0]"."""
    action: Action
    call: Call
    seed: int | None
    """The seed that the caller gave; None for one by chance for each picture."""
    mask: Picture | None
    echo: dict[str, Any]
    """The tool as the response tells it again."""

    @property
    def deployment(self) -> Deployment:
        """The image model."""
        return self.call.deployment


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """All tools of a call, and how they may be used."""

    image: ImageTool | None
    mode: Mode
    choice: Any
    """``tool_choice`` as the response tells it again."""


def read_tools(
    fields: Fields, *, stream: bool, resolve: Callable[[str], Deployment], new_seed: Callable[[], int]
) -> Tools:
    """``tools`` and ``tool_choice`` of a call. Raises `PublicError`."""
    raw = fields.values.get("tools")
    if raw is None:
        raw = []
    if not isinstance(raw, list):
        raise InvalidType("tools", "an array of objects", found(raw))
    image: ImageTool | None = None
    for index, entry in enumerate(raw):
        name = f"tools[{index}]"
        _check_kind(entry, name)
        if image is not None:
            text = f"Duplicate tool: '{name}' is a second '{TOOL}'. Send it once."
            raise InvalidValue(text, param=name)
        image = _image_tool(entry, name, fields, stream=stream, resolve=resolve, new_seed=new_seed)
    mode, told = _choice(fields.values.get("tool_choice"), image)
    return Tools(image=image, mode=mode, choice=told)


def _check_kind(entry: object, name: str) -> None:
    if not isinstance(entry, dict):
        raise InvalidType(name, "an object", found(entry))
    kind = entry.get("type")
    if kind is None:
        raise MissingParameter(f"{name}.type")
    if not isinstance(kind, str):
        raise InvalidType(f"{name}.type", "a string", found(kind))
    if kind != TOOL:
        text = f"The tool '{shortened(kind)}' is not supported by this server. The only tool here is '{TOOL}'."
        raise InvalidValue(text, param=f"{name}.type", code="unsupported_value")


def _image_tool(
    entry: Mapping[str, Any],
    name: str,
    fields: Fields,
    *,
    stream: bool,
    resolve: Callable[[str], Deployment],
    new_seed: Callable[[], int],
) -> ImageTool:
    known = tool_parameters()
    for key, value in entry.items():
        if key == "type" or key in known or (key in UNSUPPORTED and value is None):
            continue
        if key in UNSUPPORTED and key != "markup":
            text = UNSUPPORTED[key].replace(f"'{key}'", f"'{name}.{key}'")
            raise UnsupportedParameter(text, param=f"{name}.{key}")
        raise UnknownParameter(f"{name}.{shortened(key)}")
    action = entry.get("action") or "auto"
    choice("generate", "edit", "auto").read(f"{name}.action", action, "json", cast(Any, None))
    values = {key: value for key, value in entry.items() if key in known and key not in _OWN}
    values["model"] = entry.get("model") or DEFAULT_MODEL
    values["prompt"] = "x"
    values["images"] = [{"image_url": _PLACEHOLDER}]
    values["mask"] = entry.get("input_image_mask")
    values["stream"] = bool(stream and entry.get("partial_images"))
    body = Fields("json", values, data_pictures=fields.data_pictures)
    try:
        call = parse(body, "edits", resolve=resolve, new_seed=new_seed)
    except ServerError:
        raise
    except PublicError as error:
        raise within_tool(error, name) from None
    _check_for_generations(action, call, name, given=entry)
    return ImageTool(
        name=name,
        action=cast(Action, action),
        call=call,
        seed=call.order.request.seed if entry.get("seed") is not None else None,
        mask=call.mask,
        echo=_echo(entry, call),
    )


def tool_parameters() -> set[str]:
    """The names of what can be set in the tool: its own, and those of edits that the call itself does not have."""
    rows = {row.name for row in PARAMETERS if "edits" in row.endpoints and "json" in row.dialects}
    return (rows - _OF_THE_CALL) | set(_OWN)


def within_tool(error: PublicError, name: str) -> InvalidRequest:
    """A refusal of the Images API, naming the parameter as it stands in the tool."""
    if error.param is None:
        return InvalidRequest(error.message, param="tools", code=error.code)
    base, dot, rest = error.param.partition(".")
    param = f"{name}.{_RENAMED.get(base, base)}{dot}{rest}"
    text = error.message.replace(f"'{error.param}'", f"'{param}'")
    refusal = InvalidRequest(text, param=param, code=error.code)
    refusal.status = error.status
    return refusal


def _check_for_generations(action: str, call: Call, name: str, *, given: Mapping[str, Any]) -> None:
    """What only edits have is refused where only new pictures are wanted."""
    for key, value in (("input_image_mask", call.mask), ("input_fidelity", given.get("input_fidelity"))):
        if action == "generate" and value is not None:
            text = f"'{name}.{key}' is only used by edits, but 'action' is 'generate'."
            raise InvalidValue(text, param=f"{name}.{key}")


def _echo(entry: Mapping[str, Any], call: Call) -> dict[str, Any]:
    """As the caller sent it, with the defaults of the real service; a mask's data URL is not sent back."""
    defaults: dict[str, Any] = {
        "type": TOOL,
        "action": "auto",
        "background": "auto",
        "model": call.order.model,
        "moderation": "auto",
        "output_compression": 100,
        "output_format": "png",
        "partial_images": 0,
        "quality": "auto",
        "size": "auto",
    }
    told = {**defaults, **{key: value for key, value in entry.items() if value is not None}}
    mask = told.get("input_image_mask")
    if isinstance(mask, dict):
        told["input_image_mask"] = {
            key: value for key, value in mask.items() if not str(value).startswith("data:")
        }
    return told


def _choice(raw: object, image: ImageTool | None) -> tuple[Mode, Any]:
    if raw is None:
        return "auto", "auto"
    if isinstance(raw, str):
        mode = choice("none", "auto", "required").read("tool_choice", raw, "json", cast(Any, None))
        if mode == "required" and image is None:
            raise _no_tool()
        return cast(Mode, mode), mode
    if not isinstance(raw, dict):
        raise InvalidType("tool_choice", "one of a string or an object", found(raw))
    kind = raw.get("type")
    if kind == TOOL:
        _only(raw, "type")
        if image is None:
            raise _no_tool()
        return "required", {"type": TOOL}
    if kind == "allowed_tools":
        return _allowed(raw, image)
    text = f"Tool choice '{shortened(str(kind))}' not found in 'tools' parameter."
    raise InvalidValue(text, param="tool_choice")


def _allowed(raw: Mapping[str, Any], image: ImageTool | None) -> tuple[Mode, Any]:
    _only(raw, "type", "mode", "tools")
    mode = choice("auto", "required").read("tool_choice.mode", raw.get("mode"), "json", cast(Any, None))
    tools = raw.get("tools")
    if not isinstance(tools, list):
        raise InvalidType("tool_choice.tools", "an array", found(tools))
    for index, tool in enumerate(tools):
        if not isinstance(tool, dict) or tool.get("type") != TOOL or image is None:
            raise InvalidValue(
                f"Tool choice 'tool_choice.tools[{index}]' not found in 'tools' parameter.", param="tool_choice"
            )
    told = {"type": "allowed_tools", "mode": mode, "tools": [{"type": TOOL} for _ in tools]}
    if not tools:
        if mode == "required":
            raise _no_tool()
        return "none", told
    return cast(Mode, mode), told


def _only(raw: Mapping[str, Any], *keys: str) -> None:
    for key in raw:
        if key not in keys:
            raise UnknownParameter(f"tool_choice.{shortened(key)}")


def _no_tool() -> InvalidValue:
    text = f"Tool choice '{TOOL}' not found in 'tools' parameter."
    return InvalidValue(text, param="tool_choice")


def order_call(tool: ImageTool, **changes: Any) -> Call:
    """The call for one picture: the tool's, with other fields of its request."""
    request = replace(tool.call.order.request, **changes)
    return replace(tool.call, order=replace(tool.call.order, request=request))
