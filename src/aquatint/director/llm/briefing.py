"""What the model is told: its task, the pictures of the conversation, and what was said."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import Any

from aquatint.director.contract import Card, Said, Turn
from aquatint.language.contract import Message

PLAN_LIMIT = 3_000
"""Most characters of a plan that the model is told."""
PLANS = 4
"""Of how many pictures, the latest, the plan is told."""
_TOLD = ("kind", "backdrop", "time", "weather", "season", "style", "palette", "items", "texts", "steps")
_TOLD_OF_ITEMS = ("word", "count", "colour", "relation", "target", "id", "attributes")


@functools.cache
def task() -> str:
    """The standing part."""
    return resources.files(__package__).joinpath("briefing.txt").read_text(encoding="utf-8")


def messages(turn: Turn) -> list[Message]:
    """The conversation as the model reads it."""
    system = [task(), turn.instructions, pictures(turn.gallery.latest)]
    head = Message(role="system", text="\n\n".join(part for part in system if part))
    return [head, *_spoken(turn.history), *_spoken(turn.said)]


def pictures(cards: Sequence[Card]) -> str:
    """What is known of the pictures, one after the other."""
    if not cards:
        return "There is no picture in the conversation yet."
    told = [_card(card, with_plan=index >= len(cards) - PLANS) for index, card in enumerate(cards)]
    return "Pictures of the conversation:\n" + "\n".join(told)


def result(cards: Sequence[Card]) -> str:
    """What the model is told after a call: what came of it."""
    return "\n".join(_card(card, with_plan=True) for card in cards) or "Nothing came of it."


def _card(card: Card, *, with_plan: bool) -> str:
    facts: dict[str, Any] = {"picture": card.number, "made_by": card.origin}
    for name in ("prompt", "size", "output_format", "seed", "undrawn", "approximated"):
        value = getattr(card, name)
        if value not in ("", None, ()):
            facts[name] = value
    if with_plan and card.plan is not None:
        facts["plan"] = _plan(card.plan)
    return json.dumps(facts, ensure_ascii=False, default=list)


def _plan(plan: dict[str, Any]) -> dict[str, Any] | str:
    """The part of a plan that says what is to be seen."""
    told: dict[str, Any] = {name: plan[name] for name in _TOLD if plan.get(name)}
    items = told.get("items")
    if isinstance(items, list):
        told["items"] = [
            {name: item[name] for name in _TOLD_OF_ITEMS if item.get(name)}
            for item in items
            if isinstance(item, dict)
        ]
    text = json.dumps(told, ensure_ascii=False)
    return told if len(text) <= PLAN_LIMIT else text[:PLAN_LIMIT] + "..."


def _spoken(said: Sequence[Said]) -> Iterator[Message]:
    for each in said:
        numbers = ", ".join(str(card.number) for card in each.pictures)
        shown = f"[picture {numbers}]" if numbers else ""
        text = "\n".join(part for part in (each.text, shown) if part)
        if text:
            role = "system" if each.role == "developer" else each.role
            yield Message(role=role, text=text)
