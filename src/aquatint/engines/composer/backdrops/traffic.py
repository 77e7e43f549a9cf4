"""Whether a street has a roadway: people and benches do not stand in the middle of the traffic."""

from __future__ import annotations

import re

from aquatint.engines.composer.backdrops.recipe import table
from aquatint.engines.composer.layout.settled import is_added
from aquatint.engines.composer.lexicon.nouns import find_noun
from aquatint.engines.composer.scene import Scene

MOTOR = 1.15
"""Vehicles of so many metres in height need a roadway; bicycles stand on a pavement."""
_WORD = re.compile(r"[a-z]+")


def has_roadway(scene: Scene) -> bool:
    """Whether cars go through the street of a scene: something drives, its words speak of a road, or it is empty.

    What an edit added later changes nothing of the place.
    """
    planned = [item for item in scene.items if not is_added(item)]
    nouns = [noun for item in planned if (noun := find_noun(item.noun)) is not None]
    on_ground = [noun for noun in nouns if noun.group != "sky"]
    if not on_ground or any(noun.group == "vehicles" and noun.metres >= MOTOR for noun in on_ground):
        return True
    return not set(table("said")["traffic"]["words"]).isdisjoint(_WORD.findall(scene.prompt.lower()))
