"""Masked requests of which nothing comes in the plan, done to the pixels instead: "fill it with grass"."""

from __future__ import annotations

from collections.abc import Iterator

from aquatint.engines.composer.edits.foreign.retouch import retouch
from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.scene import Scene
from aquatint.engines.contract import Event, Picture, Task


def is_vain(before: Scene, after: Scene) -> bool:
    """Whether an instruction left a scene as it was."""
    return bool(before == replaced(after, instructions=before.instructions))


def retouch_or(task: Task, engine_label: str, otherwise: Iterator[Event]) -> Iterator[Event]:
    """Retouch a composed picture where that does something of what is asked, else what ``otherwise`` gives.

    A retouched picture has no plan any more.
    """
    held: list[Event] = []
    for event in retouch(task, engine_label):
        if isinstance(event, Picture) and not (event.notes.drawn or event.notes.approximated):
            yield from otherwise
            return
        held.append(event)
    yield from held
