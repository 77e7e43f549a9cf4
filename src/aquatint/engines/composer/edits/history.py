"""Undoing: the plan remembers its prompt, its seed and what was asked since, so earlier states can be made again.

Only where making all of it again leads to the very scene that is there is the earlier state the true one: after an
edit under a mask, with other pictures or at another size, undoing is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

MOST = 40
"""Instructions that are made again at most."""
USUAL = (Size(1024, 1024), Size(1536, 1024), Size(1024, 1536), Size(1248, 832), Size(832, 1248), Size(1360, 768))
"""Sizes at which a picture may have been drawn first, where an edit changed its size since."""
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_LAST = (
    r"(?:the |my |your |that )?(?:very )?(?:last |latest |previous )?(?:change|edit|step|one|thing|instruction)s?"
)
_BACK = re.compile(
    r"^(?:please |can you |could you |ok,? |no,? |oops,? )*"
    rf"(?:undo|revert|take back|reverse)(?: (?:that|it|this|{_LAST}|(?:the )?last (?P<n>\d|two|three|four|five) "
    rf"(?:changes|edits|steps)))?(?: please)?\s*[.!]*$"
    r"|^(?:please )?go back"
    r"(?: one step| a step| to (?:the )?(?:previous|last) (?:version|one|picture|image))?\s*[.!]*$",
    re.IGNORECASE,
)
_START = re.compile(
    r"^(?:please |can you |could you )*"
    r"(?:(?:go back|return|revert|reset|undo)(?: it| everything| all| all changes)?"
    r"(?: (?:back )?to (?:the )?(?:first|original|initial)(?: (?:version|one|picture|image|state))?)"
    r"|undo (?:everything|all(?: the)?(?: changes| edits)?)|reset(?: everything| the picture)?|start over)"
    r"(?: please)?\s*[.!]*$",
    re.IGNORECASE,
)


def steps_back(instruction: str, scene: Scene) -> int:
    """How many instructions are to be taken back; 0 if the words ask for something else."""
    text = " ".join(instruction.split())
    if _START.match(text):
        return max(1, len(scene.instructions))
    found = _BACK.match(text)
    if found is None:
        return 0
    number = found["n"] or ""
    return int(number) if number.isdigit() else _NUMBERS.get(number.lower(), 1)


class State(NamedTuple):
    """A scene and the size at which it was shown."""

    scene: Scene
    size: Size


Follow = Callable[[State, str], State]


def undone(now: State, steps: int, follow: Follow) -> State | None:
    """The state ``steps`` instructions ago; None where there is none, or it cannot be made again."""
    asked = now.scene.instructions
    if not 0 < steps <= len(asked) <= MOST:
        return None
    view = now.scene.view
    for size in dict.fromkeys((now.size, *(() if view is None else (Size(*view.frame),)), *USUAL)):
        for transparent in (False, True):
            states = _made_again(now.scene, size, follow, transparent=transparent)
            if states[-1] == now:
                return states[len(asked) - steps]
        if all(state.size == size for state in states):
            # Nothing that was asked changed the size, so it was no other at first.
            return None
    return None


def _made_again(scene: Scene, size: Size, follow: Follow, *, transparent: bool) -> list[State]:
    """The states from the first prompt, drawn at that size, to the last instruction."""
    first = author(scene.prompt, seed=scene.seed, transparent=transparent).scene
    states = [State(replaced(first, arrangement=scene.arrangement), size)]
    for instruction in scene.instructions:
        states.append(follow(states[-1], instruction))
    return states
