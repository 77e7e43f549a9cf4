"""Who looks into something: the eye at the eyepiece of a telescope on its tripod or of a microscope on a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aquatint.engines.composer.layout.measures import Measures
from aquatint.engines.composer.layout.stage import Placement

PEERS = "peers"
"""The attribute of who looks into something: the noun of that."""
FITTED = (0.75, 1.6)
"""How many times as tall a thing becomes, at the least and the most, so that the eye meets its eyepiece."""
BEFORE_EYE = 0.045
"""How far before the eye the eyepiece is, in heights of who looks."""
MOST_PUSHED = 0.45
"""How far somebody on a chair comes nearer to the thing, in widths of the table."""


def meet_eyepieces(placed: Sequence[Placement], measures: Measures) -> list[Placement]:
    """The placements in the same order, with eyes at the eyepieces; flips are final."""
    found = list(placed)
    for index, one in enumerate(placed):
        wanted = one.item.attributes.get(PEERS)
        things = [i for i, other in enumerate(found) if other.item.noun == wanted] if wanted else []
        if things:
            near = min(things, key=lambda i: abs(found[i].foot[0] - one.foot[0]))
            _meet(found, index, near, measures)
    return found


def _meet(found: list[Placement], who: int, what: int, measures: Measures) -> None:
    viewer, thing = found[who], found[what]
    eyes, way = measures.anchors.part(viewer, "eyes"), 1.0 if thing.foot[0] > viewer.foot[0] else -1.0
    # Eyepieces are at the right side of what is drawn.
    thing = replace(thing, flip=way > 0)
    piece = measures.anchors.part(thing, "eyepiece")
    if eyes is None or piece is None:
        return
    table = next((i for i, one in enumerate(found) if one.item.id == thing.item.target), None)
    level = thing.foot[1] if table is not None else viewer.foot[1]
    ratio = max(1.0, level - eyes.y) / max(1.0, thing.foot[1] - piece.y)
    low, high = FITTED
    thing = replace(thing, height=thing.height * min(high, max(low, ratio)), foot=(thing.foot[0], level))
    piece = measures.anchors.part(thing, "eyepiece") or piece
    step = eyes.x + way * BEFORE_EYE * viewer.height - piece.x
    if table is None:
        found[what] = replace(thing, depth=viewer.depth + 1e-3)
        found[who] = _turned(replace(viewer, foot=(viewer.foot[0] - step, viewer.foot[1])), way, measures)
        return
    x = _within(found[table], thing, thing.foot[0] + step, measures)
    found[what] = replace(thing, foot=(x, thing.foot[1]), depth=max(thing.depth, viewer.depth) + 1e-3)
    left = step - (x - thing.foot[0])
    most = MOST_PUSHED * found[table].height * measures.aspect(found[table].item)
    push = max(-most, min(most, -left))
    seat = next((i for i, one in enumerate(found) if one.item.id == viewer.item.target), None)
    for index in (who, seat):
        if index is not None and index != table:
            one = found[index]
            found[index] = replace(one, foot=(one.foot[0] + push, one.foot[1]))


def _turned(one: Placement, way: float, measures: Measures) -> Placement:
    looks = measures.facing(one.item)
    return one if looks == "front" else replace(one, flip=(way > 0) == (looks == "left"))


def _within(table: Placement, thing: Placement, x: float, measures: Measures) -> float:
    """An x at which the thing is wholly on the table."""
    half = table.height * measures.aspect(table.item) / 2 - thing.height * measures.aspect(thing.item) / 2
    middle = table.foot[0]
    return min(middle + half, max(middle - half, x)) if half > 0 else middle
