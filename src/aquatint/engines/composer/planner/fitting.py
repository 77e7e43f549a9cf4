"""Whether things can be on or in each other, by their sizes: a kettle on a stove, but no refrigerator."""

from __future__ import annotations

from aquatint.engines.composer.lexicon.nouns import Noun

OVERHANGING = 1.3
"""So many times as high as what it is on, a thing that was not said to be on it for itself stands beside it."""
FURNITURE = 0.6
"""Height in metres from which things of a room stand beside rugs, not on them, unless it is said of each."""
_FLAT = frozenset({"lies", "surface"})
_CARRIERS = frozenset({"vehicles", "buildings", "plants"})
"""Groups of things that carry and hold more than their height tells."""


def fits(thing: Noun, relation: str, place: Noun) -> bool:
    """Whether a thing that is only named with others can be meant to be ``relation`` the place as well."""
    if relation == "on" and place.role == "lies" and thing.home == "room" and thing.metres > FURNITURE:
        # "A sofa and a cat on the rug": only the cat is.
        return False
    if (
        relation not in ("on", "in")
        or place.role in _FLAT
        or (place.group in _CARRIERS and place.metres > 1)
        or thing.group == "people"
        or (relation == "in" and thing.group == "plants")
    ):
        return True
    return thing.metres <= place.metres * (OVERHANGING if relation == "on" else 1.0)
