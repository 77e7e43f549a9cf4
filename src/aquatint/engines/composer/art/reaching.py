"""People who reach out: their hands and feet at points of the picture, while all else of them stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import msgspec

from aquatint.engines.composer.art.figures.people.person import Person, stance_of
from aquatint.engines.composer.art.figures.sketch import fit
from aquatint.engines.composer.art.place import box_of, look_of
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.bearing import Reaching
from aquatint.engines.composer.layout.stage import Light, Placement

FARTHEST = 9.0
"""No point in figure space is so far away."""
Point = tuple[float, float]


def reach_out(
    person: Person, placement: Placement, goals: Mapping[Reaching, Point], chance: Chance
) -> Placement:  # fmt: skip
    """The placed person with hands or feet at points of the picture. ``chance`` is the picture's.

    Figures that are turned as a whole (swimmers, sleepers) stay as they are.
    """
    look = look_of(placement, Light(), chance)
    if stance_of(person.traits(look)).turn:
        return placement
    area = person.sketch(look).bounds()
    scale, left, top = fit(area, box_of(person, placement))
    mirror = 2 * placement.foot[0]
    said = dict(placement.item.attributes)
    for part, (x, y) in goals.items():
        across = (mirror - x) if placement.flip else x
        at = (area.left() + (across - left) / scale, area.top() + (y - top) / scale)
        if max(abs(at[0]), abs(at[1])) < FARTHEST:
            said[part] = f"{at[0]:.4f} {at[1]:.4f}"
    reaching = replace(placement, item=msgspec.structs.replace(placement.item, attributes=said))
    return _kept(person, reaching, (area, scale, left, top), chance)


def _kept(person: Person, one: Placement, before: tuple[Any, float, float, float], chance: Chance) -> Placement:
    """The person at the same scale and in the same place, whatever room the limbs take now."""
    old, scale, left, top = before
    area = person.sketch(look_of(one, Light(), chance)).bounds()
    aspect = person.aspect_in(one.item.attributes)
    height = scale / min(aspect / area.width(), 1 / area.height())
    # Where the middle and the lower edge of its bounds are, mirrored about its old foot if it is.
    middle = left + ((area.left() + area.right()) / 2 - old.left()) * scale
    bottom = top + (area.bottom() - old.top()) * scale
    x = 2 * one.foot[0] - middle if one.flip else middle
    return replace(one, foot=(x, bottom), height=height)
