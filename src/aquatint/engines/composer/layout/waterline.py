"""What swims or floats on open water lies in it: a part of it is below the surface."""

from __future__ import annotations

from dataclasses import replace

from aquatint.engines.composer.layout.desk import Desk
from aquatint.engines.composer.layout.groups import group_of
from aquatint.engines.composer.layout.stage import Placement

DRAUGHT = {"vehicles": 0.06, "animals": 0.2, "people": 0.42, "fantasy": 0.4}
"""Share of the height that is under water, by the group of the noun."""
DRAUGHTS = {
    "whale": 0.24, "swan": 0.08, "duck": 0.28, "lotus": 0.0, "iceberg": 0.1, "pirate ship": 0.08, "canoe": 0.12,
    "rowing boat": 0.12, "dolphin": 0.16, "surfboard": 0.06, "motor boat": 0.12, "boat": 0.12, "sailboat": 0.05,
}  # fmt: skip
"""The same for single nouns."""

ABOARD = frozenset({"rowing", "paddling"})
"""Poses of people who are drawn with their boats."""
IN_BOAT = 0.15
"""Share of the height of such a drawing that is under water."""


def afloat(desk: Desk, one: Placement) -> Placement:
    """The placement with its waterline, if it is on open water or on a river."""
    kind, stage = desk.kind(one.item), desk.stage
    strip = stage.water is not None and stage.water[1] < stage.ground[0]
    if not ((stage.floor == "water" and kind in ("water", "ground")) or (strip and kind == "water")):
        return one
    if one.item.attributes.get("pose") in ABOARD:
        return replace(one, waterline=one.foot[1] - IN_BOAT * one.height)
    share = DRAUGHTS.get(one.item.noun, DRAUGHT.get(group_of(one.item), 0.0))
    if share <= 0:
        return replace(one, waterline=one.foot[1])
    x, y = one.foot
    return replace(one, foot=(x, y + share * one.height), waterline=y)
