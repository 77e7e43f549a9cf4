"""Which way things look and go: movers have room before them, company looks at each other."""

from __future__ import annotations

from collections.abc import Mapping

from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.crowds import FORMATION
from aquatint.engines.composer.layout.desk import Desk
from aquatint.engines.composer.scene import Item

MOVING = frozenset({
    "walking", "running", "racing", "jumping", "cycling", "riding", "driving", "surfing", "swimming", "flying",
    "galloping", "marching",
    "pushing", "pulling", "towing", "walking a dog",
    "scooting", "wheeling", "skating", "skiing", "sailing", "chasing", "trotting",
})  # fmt: skip
"""Poses of what goes somewhere."""
OTHERWISE = 0.2
"""Share of a crowd that looks the other way."""
CROWD = 4
"""So many are a crowd."""
CENTRED = 0.05
"""What is so near to the middle of the picture, in its widths, may look either way."""


def is_moving(desk: Desk, item: Item) -> bool:
    """Whether an item goes somewhere: by its own pose, with its rider, or before those who follow it."""
    if settled.as_planned(item).attributes.get("pose") in MOVING:
        return True
    return any(
        tie.host == item.id and tie.relation in ("riding", "following") for tie in desk.ties.hung.values()
    )  # fmt: skip


def way_of(desk: Desk, item: Item) -> int:
    """1 when a moving item goes to the right, -1 to the left; all movers of a scene go the same way."""
    del item
    return 1 if desk.chance.fork("way").random() < 0.5 else -1


def faces(desk: Desk, item: Item, instance: int, x: float, centres: Mapping[str, float]) -> bool:
    """Whether an instance at ``x`` looks to the right. ``centres`` are the middles of the items beside it."""
    count, middle = settled.planned_count(item), desk.stage.size.width / 2
    one = desk.chance.fork(item.id, instance, "flip")
    other = _partner(desk, item, centres)
    if is_moving(desk, item):
        after = desk.ties.beside.get(item.id)
        if after is not None and after.relation == "facing" and after.host in centres:
            return x < centres[after.host]
        return way_of(desk, item) > 0
    if other is not None and count == 1:
        return x < other
    if item.attributes.get(FORMATION) in ("ring", "circle"):
        return x < centres[item.id]
    if count >= CROWD:
        looks = desk.chance.fork(item.id, "look").random() < 0.5
        in_file = item.attributes.get(FORMATION) in ("row", "line", "queue")
        return looks ^ (not in_file and one.random() < OTHERWISE)
    if count > 1:
        return x < centres[item.id] if abs(x - centres[item.id]) > 1 else one.random() < 0.5
    if len(centres) > 1 and desk.cast.subject is not None and item.id == desk.cast.subject.id:
        rest = [at for name, at in centres.items() if name != item.id and name not in desk.cast.far]
        return x < sum(rest) / len(rest) if rest else x < middle
    return one.random() < 0.5 if abs(x - middle) < 2 * CENTRED * middle else x < middle


def _partner(desk: Desk, item: Item, centres: Mapping[str, float]) -> float | None:
    """x of the one that an item looks at: what it is beside, or who is beside it."""
    tie = desk.ties.beside.get(item.id)
    if tie is not None and tie.host in centres and tie.relation != "between":
        return centres[tie.host]
    for name, link in desk.ties.beside.items():
        if link.host == item.id and name in centres:
            return centres[name]
    return None
