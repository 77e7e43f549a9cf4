"""Edits that leave the rest alone.

All items are laid out together, so taking one away or adding one would move its neighbours. An edit of a finished
picture therefore keeps what was planned in the item's attributes: things added later are fitted into the room
that is left, things removed keep their place empty, things moved are shifted after all have their places, new
counts and scales do not change the plan.

What still moves: things that relate to the changed item ("on", "beside"...) follow it; strewn things, the sky and
the backdrop never move.
"""

from __future__ import annotations

import msgspec

from aquatint.engines.composer.scene import Item

ADDED, REMOVED = "added later", "removed"
PLANNED_COUNT, PLANNED_SCALE = "planned count", "planned scale"
MOVED = "moved to"
SET_ON = "set on"
SHAPING = ("pose", "age")
"""Attributes that change how wide a drawing is and where it goes."""


def _with(item: Item, attributes: dict[str, str]) -> Item:
    return msgspec.structs.replace(item, attributes={**item.attributes, **attributes})


def added(item: Item) -> Item:
    """The item as one that an edit adds: it gets a place without moving the others."""
    return _with(item, {ADDED: "yes"})


def removed(item: Item) -> Item:
    """The item as one that an edit takes away: it stays in the scene, undrawn, and keeps the others in place."""
    return _with(item, {REMOVED: "yes"})


def recounted(item: Item, count: int) -> Item:
    """The item with another count: the first ones stay where they are, more find their own places."""
    kept = _with(item, {PLANNED_COUNT: str(planned_count(item))})
    return msgspec.structs.replace(kept, count=count)


def rescaled(item: Item, scale: float) -> Item:
    """The item in another size, on the same spot."""
    kept = _with(item, {PLANNED_SCALE: f"{planned_scale(item):.4f}"})
    return msgspec.structs.replace(kept, scale=scale)


def restyled(item: Item, values: dict[str, str]) -> Item:
    """The item with other attributes. The plan is kept: who is to run now does not push the others away."""
    kept = {
        planned_key(key): item.attributes.get(key, "")
        for key in SHAPING
        if key in values and planned_key(key) not in item.attributes
    }
    return _with(item, {**kept, **values})


def planned_key(attribute: str) -> str:
    """The attribute that keeps what another one was when the scene was planned; "" for nothing."""
    return f"planned {attribute}"


def as_planned(item: Item) -> Item:
    """The item with the pose and the age that the layout was made for."""
    if not any(planned_key(key) in item.attributes for key in SHAPING):
        return item
    attributes = dict(item.attributes)
    for key in SHAPING:
        before = attributes.get(planned_key(key))
        if before:
            attributes[key] = before
        elif before is not None:
            attributes.pop(key, None)
    return msgspec.structs.replace(item, attributes=attributes)


def moved(item: Item, foot: tuple[float, float], depth: float | None = None) -> Item:
    """The item with the foot of its first drawing at ``foot``, as shares of the picture; others stay.

    Its depth follows from where its foot is on the ground, unless it is given for a thing that stands on another.
    """
    last = "" if depth is None else f",{depth:.4f}"
    attributes = {**item.attributes, MOVED: f"{foot[0]:.4f},{foot[1]:.4f}{last}"}
    if depth is None:
        attributes.pop(SET_ON, None)
    return msgspec.structs.replace(item, attributes=attributes)


def set_on(item: Item, target: str) -> Item:
    """The item as one that an edit moved upon another one, with which it goes from then on."""
    return _with(item, {SET_ON: target})


def host_of(item: Item) -> str:
    """The id of the thing upon which an edit moved it; "" for none."""
    return item.attributes.get(SET_ON, "")


def moved_to(item: Item) -> tuple[float, float] | None:
    """Where an edit moved it to, if one did."""
    numbers = _moved(item)
    return (numbers[0], numbers[1]) if len(numbers) in (2, 3) else None


def moved_depth(item: Item) -> float | None:
    """The depth that an edit gave it, if one did."""
    numbers = _moved(item)
    return min(1.0, max(0.0, numbers[2])) if len(numbers) == 3 else None


def _moved(item: Item) -> list[float]:
    # Plans come from outside too, so the text may be anything.
    try:
        numbers = [float(part) for part in item.attributes.get(MOVED, "").split(",")]
    except ValueError:
        return []
    return numbers if all(-1 <= number <= 2 for number in numbers) else []


def is_own(key: str) -> bool:
    """Whether an attribute is one by which the layout remembers, and says nothing of looks."""
    return key in (ADDED, REMOVED, PLANNED_COUNT, PLANNED_SCALE, MOVED, SET_ON) or key[:1].isdigit()


def is_added(item: Item) -> bool:
    """Whether an edit added it."""
    return ADDED in item.attributes


def is_removed(item: Item) -> bool:
    """Whether an edit took it away."""
    return REMOVED in item.attributes


def planned_count(item: Item) -> int:
    """How many of it the layout was made for."""
    return max(1, min(400, int(_number(item, PLANNED_COUNT, item.count))))


def planned_scale(item: Item) -> float:
    """The scale that the layout was made for."""
    return max(0.05, min(20.0, _number(item, PLANNED_SCALE, item.scale)))


def _number(item: Item, key: str, default: float) -> float:
    # Plans come from outside too, so the text may be anything.
    try:
        value = float(item.attributes.get(key, default))
    except ValueError:
        return default
    return value if 0 < value < 1000 else default
