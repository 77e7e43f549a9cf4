"""What sort of thing an item is: people, animals, plants, vehicles..."""

from __future__ import annotations

from aquatint.engines.composer.lexicon.nouns import find_noun
from aquatint.engines.composer.scene import Item

LIVING = frozenset({"people", "animals", "fantasy"})
"""Groups of what has a body."""


def group_of(item: Item) -> str:
    """The lexicon's group of an item's noun; "" for unknown ones. Beasts that stand up are people."""
    if item.art.startswith("beast:"):
        return "people"
    noun = find_noun(item.noun)
    return noun.group if noun else ""
