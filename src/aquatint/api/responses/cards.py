"""Cards of pictures: made of what an engine says, of what a file's metadata says, and kept as JSON."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from pathlib import Path
from typing import Any

import msgspec

from aquatint.director.contract import Card, Origin
from aquatint.types import Rendered


def card_of(rendered: Rendered, *, id: str, origin: Origin, prompt: str, parent: str, quality: str) -> Card:
    """What is known of a picture that was just made."""
    notes = rendered.notes
    return Card(
        id=id,
        origin=origin,
        prompt=prompt,
        parent=parent,
        size=str(rendered.size),
        quality=quality,
        background=rendered.background,
        output_format=rendered.output_format,
        engine=notes.engine if notes else "",
        seed=notes.seed if notes else None,
        drawn=notes.drawn if notes else (),
        undrawn=notes.undrawn if notes else (),
        approximated=notes.approximated if notes else (),
        plan=notes.plan if notes else None,
    )


async def card_of_file(path: Path, id: str) -> Card:
    """What can be known of a picture that came from outside, without decoding it.

    A picture that Aquatint made carries its plan along, as long as nobody has changed it.
    """
    output_format, record = await asyncio.to_thread(_look, path)
    seed = record.get("seed")
    plan = record.get("plan")
    return Card(
        id=id,
        output_format=output_format,
        engine=str(record.get("engine") or ""),
        seed=seed if isinstance(seed, int) else None,
        plan=plan if isinstance(plan, dict) else None,
    )


def _look(path: Path) -> tuple[str, dict[str, Any]]:
    # The rooms of pixels bring numpy along; a server to which nobody sends pictures does without.
    from aquatint.imaging.metadata import extract
    from aquatint.imaging.sniff import sniff

    data = path.read_bytes()
    found = sniff(data)
    record = extract(data, found) if found is not None else None
    return found or "", record or {}


def kept(card: Card) -> dict[str, Any]:
    """JSON-ready, without what is empty and without id and number, which are kept beside it."""
    fields = {key: value for key, value in asdict(card).items() if value not in ("", (), None)}
    return {key: value for key, value in fields.items() if key not in ("id", "number")}


def unkept(fields: dict[str, Any], *, id: str, number: int) -> Card:
    """The card again."""
    return msgspec.convert({**fields, "id": id, "number": number}, Card)
