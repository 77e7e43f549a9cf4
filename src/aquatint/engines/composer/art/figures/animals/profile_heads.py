"""A whole head in profile: the skull with all that grows on it, in the order in which it is painted."""

from __future__ import annotations

from aquatint.engines.composer.art.figures.animals import extras, heads
from aquatint.engines.composer.art.figures.animals.species import Species, profiles
from aquatint.engines.composer.art.figures.coat import Coat
from aquatint.engines.composer.art.figures.sketch import Sketch


def add_profile_head(
    sketch: Sketch,
    kind: Species,
    coat: Coat,
    at: tuple[float, float],
    pitch: float,
    *,
    asleep: bool,
    raised: bool = False,
) -> extras.Place2:
    """Add a head at ``at``, lowered by ``pitch`` degrees; ``raised`` is of a trunk. Gives the head's own frame."""
    profile = profiles()[kind.profile]
    skull = Sketch()
    place = heads.side_head(skull, kind, profile, coat, at, pitch, asleep)
    if kind.horns:
        extras.add_horns(sketch, kind, coat, place, far=True)
    sketch.groups += skull.groups
    if kind.mane == "flowing":
        extras.add_forelock(sketch, kind, coat, place)
    if kind.horns:
        extras.add_horns(sketch, kind, coat, place, far=False)
    if kind.pattern == "trunk":
        extras.add_trunk(sketch, kind, coat, place, raised=raised)
        heads.add_side_eye(sketch, kind, profile, place, asleep)
    return place
