"""Plants in the season of a picture: leaves that turn, and snow that lies on them."""

from __future__ import annotations

import msgspec

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.scene import NATURAL_COLOUR, Item


def in_season(item: Item, season: str | None) -> Item:
    """The item with the colour that the season gives it; one that the words gave a colour keeps that."""
    colour = table("words/seasons").get(season or "", {}).get(item.noun, "")
    if not colour or item.colour or NATURAL_COLOUR in item.attributes:
        return item
    return msgspec.structs.replace(item, colour=colour)
