"""What a place leaves out because a thing of the scene is that: Paris has one Eiffel Tower, a room one sofa."""

from __future__ import annotations

from functools import cache

from aquatint.engines.composer.backdrops.recipe import table
from aquatint.engines.composer.layout.settled import is_added
from aquatint.engines.composer.scene import Scene


@cache
def _pieces() -> dict[str, frozenset[str]]:
    return {noun: frozenset(names) for noun, names in table("said")["pieces"].items()}


def is_said(scene: Scene, piece: str) -> bool:
    """Whether a thing of the scene shows what the piece of that name shows.

    What an edit added later changes nothing of the place, and what an edit took away does not come back there.
    """
    shown = _pieces()
    absent = any(piece in shown.get(noun, ()) for noun in scene.absent)
    return absent or any(piece in shown.get(item.noun, ()) and not is_added(item) for item in scene.items)
