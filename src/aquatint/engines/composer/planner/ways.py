"""How those move who are said to run or to race: as what they are on and where they are allow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.phrases import Parse, Phrase
from aquatint.engines.composer.planner.tags import Tag

_ON_FOOT = frozenset({"running", "walking", "moving"})
_ABOARD = frozenset({"on", "in", "riding"})
_WITHIN = frozenset({"in", "into", "through", "across", "inside", "under"})
NEAREST = 4
"""Words between who races and the vehicle that is raced."""


def suit_ways(parse: Parse, tags: Sequence[Tag], backdrop: str) -> None:
    """Who races on a sled sits on it, who races in a pool swims, and who races a car is in it."""
    _mount_raced(parse.phrases, tags)
    waters = table("words/postures")["waters"]["names"]
    wet = any(
        place.backdrop == backdrop and place.preposition in _WITHIN and backdrop in waters
        for place in parse.places
    )
    for one in parse.phrases:
        if one.attributes.get("pose") not in _ON_FOOT or one.noun.group not in LIVING:
            continue
        if _is_carried(one):
            del one.attributes["pose"]
        elif wet and one.target is None:
            one.attributes["pose"] = "swimming"


def _is_carried(one: Phrase) -> bool:
    """Whether something else carries whoever it is."""
    host, carriers = one.target, table("words/postures")["mounts"]["names"]
    if host is None or one.relation not in _ABOARD:
        return False
    within = one.relation == "in" and host.noun.group != "buildings"
    ride = within or host.noun.group == "vehicles" or host.noun.key in carriers
    return ride and host.noun.key not in table("words/postures")["decks"]["names"]


def _is_raced(ride: Phrase) -> bool:
    data = table("words/postures")
    mount = ride.noun.group == "vehicles" or ride.noun.key in data["mounts"]["names"]
    return mount and ride.noun.key not in data["transit"]["names"]


def _mount_raced(phrases: Sequence[Phrase], tags: Sequence[Tag]) -> None:
    """ "A man racing a go kart", "two girls racing ponies"."""
    for one, ride in pairwise(phrases):
        between = [tag.folded for tag in tags[one.index + 1 : ride.index]]
        raced = len(between) <= NEAREST and any(word in ("racing", "races", "race", "raced") for word in between)
        plain = not any(word in ("on", "in", "with", "against", "to", "past", "and") for word in between)
        if raced and plain and _is_raced(ride) and one.target is None and one.noun.group == "people":
            one.relate("riding", ride)
