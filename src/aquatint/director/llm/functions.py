"""What the model may call: draw, edit, show. And reading its calls, which may be anything."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aquatint.director.contract import Gallery, Order, Rules
from aquatint.language.contract import Call, Choice, Function
from aquatint.types import PROMPT_LIMIT

DRAW = Function(
    name="draw_picture",
    description="Make a new picture from a full description.",
    parameters={
        "type": "object",
        "properties": {
            "prompt": {"type": "string", "description": "All that is to be seen, complete in itself."},
            "references": {
                "type": "array",
                "items": {"type": "integer"},
                "description": "Numbers of pictures that go into the new one. Mostly empty.",
            },
        },
        "required": ["prompt"],
        "additionalProperties": False,
    },
)
EDIT = Function(
    name="edit_picture",
    description="Change a picture of the conversation and keep the rest of it as it is.",
    parameters={
        "type": "object",
        "properties": {
            "picture": {"type": "integer", "description": "The number of the picture."},
            "instruction": {"type": "string", "description": "The change, in plain words."},
        },
        "required": ["picture", "instruction"],
        "additionalProperties": False,
    },
)
SHOW = Function(
    name="show_picture",
    description="Show a picture of the conversation again, unchanged: to go back to it.",
    parameters={
        "type": "object",
        "properties": {"picture": {"type": "integer", "description": "The number of the picture."}},
        "required": ["picture"],
        "additionalProperties": False,
    },
)


@dataclass(frozen=True, slots=True)
class Again:
    """A wish to show a picture of that id again."""

    picture: str


@dataclass(frozen=True, slots=True)
class Nonsense:
    """A call that cannot be carried out, and what to tell the model about it."""

    reason: str


Wish = Order | Again | Nonsense


def allowed(rules: Rules, gallery: Gallery) -> tuple[Sequence[Function], Choice]:
    """The functions that the caller's wishes leave, and whether one must be called."""
    if not rules.may_paint:
        return (), "none"
    functions = {"generate": [DRAW], "edit": [EDIT], "auto": [DRAW, EDIT, SHOW]}[rules.action]
    if not gallery.count and rules.action == "auto":
        functions = [DRAW]
    return functions, "required" if rules.must_paint else "auto"


async def read_call(call: Call, functions: Sequence[Function], gallery: Gallery) -> Wish:
    """What the model means by a call."""
    if call.name not in {function.name for function in functions}:
        return Nonsense(f"There is no function '{call.name}' on this turn.")
    try:
        values = json.loads(call.arguments or "{}")
    except ValueError:
        return Nonsense("The arguments are not JSON.")
    if not isinstance(values, dict):
        return Nonsense("The arguments are not an object.")
    if call.name == DRAW.name:
        return await _drawing(values, gallery)
    found = await _picture(values.get("picture"), gallery)
    if isinstance(found, Nonsense):
        return found
    if call.name == SHOW.name:
        return Again(found)
    instruction = _text(values.get("instruction"))
    return (
        Order(action="edit", prompt=instruction, sources=(found,)) if instruction else Nonsense("No instruction.")
    )


async def _drawing(values: dict[str, Any], gallery: Gallery) -> Wish:
    prompt = _text(values.get("prompt"))
    if not prompt:
        return Nonsense("The prompt is missing.")
    references = values.get("references") or []
    if not isinstance(references, list):
        return Nonsense("'references' is not a list.")
    sources: list[str] = []
    for number in references[:16]:
        found = await _picture(number, gallery)
        if isinstance(found, Nonsense):
            return found
        sources.append(found)
    # References of a drawing are sources: the picture is made from them by the prompt.
    return Order(action="edit" if sources else "generate", prompt=prompt, sources=tuple(sources))


async def _picture(number: object, gallery: Gallery) -> str | Nonsense:
    if isinstance(number, str) and number.isdecimal():
        number = int(number)
    card = await gallery.number(number) if isinstance(number, int) and not isinstance(number, bool) else None
    if card is None:
        return Nonsense(f"There is no picture {number}. The conversation has {gallery.count}.")
    return card.id


def _text(value: object) -> str:
    return value.strip()[:PROMPT_LIMIT] if isinstance(value, str) else ""
