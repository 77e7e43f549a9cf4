"""Groups of equal things as they are composed: how large each is, and how all keep the order of their sizes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.carrying import LEASH, LED_AHEAD
from aquatint.engines.composer.layout.crowds import FORMATION, Crowd, best_rows, crowd, parted
from aquatint.engines.composer.layout.desk import Desk
from aquatint.engines.composer.layout.groups import group_of
from aquatint.engines.composer.layout.proportion import side
from aquatint.engines.composer.layout.ties import Tie
from aquatint.engines.composer.scene import RANKED, Item

SPREAD = (0.94, 0.68, 0.6, 0.52)
"""Share of the picture's width that a group of equal things may take: alone, as one of two, of three, of more."""
TABLE_ASPECT, AT_TABLE = 1.4, 0.82
"""What stands between two and is so wide (by its height) is a table: they sit down close to it, over its ends."""
COUPLED = 0.5
"""How far others follow when a crowd becomes smaller; 1 is all the way, as smaller ones follow the hero."""


@dataclass(frozen=True, slots=True)
class Group:
    """An item as it is composed: the plan of its crowd, and its measures before composing."""

    item: Item
    crowd: Crowd
    width: float
    """Of one, in pixels at the middle of the ground."""
    height: float
    """Of one, the same."""
    trail: float = 0.0
    """Room behind it for those who follow, in pixels; negative before it, for what it pushes."""

    @property
    def side(self) -> float:
        """The side of a square as large as one of it, in pixels."""
        return side(self.height, self.width / self.height)


def plan_group(desk: Desk, item: Item, number: int) -> Group:
    """An item as one of ``number`` groups, as large as it may be."""
    count = settled.planned_count(item)
    height = desk.ruler.height(item)
    aspect = desk.measures.aspect(item)
    size, (far, near) = desk.stage.size, desk.stage.ground
    # Others stand before landmarks, and not beside them.
    far_away = item.id in desk.cast.far
    wide = (SPREAD[0] if far_away else SPREAD[min(number, len(SPREAD)) - 1]) * size.width
    ceiling = min(0.92 * near - 0.02 * size.height, 0.9 * size.height)
    rows, factor = best_rows(count, height * aspect, height, (wide, 0.94 * (near - far), ceiling))
    plan = crowd(item, count, rows, desk.chance.fork(item.id, "crowd"))
    if plan.rows != rows or FORMATION in item.attributes:
        # A formation is as wide as it is, whatever would fit best.
        factor = min(1.0, wide / (plan.width * height * aspect), ceiling / (height * (1 + plan.up)))
    height *= factor
    if RANKED in item.attributes:
        plan = replace(plan, offsets=sorted(plan.offsets))
    plan = parted(plan, _between(desk, item) / (height * aspect))
    return Group(item, plan, height * aspect, height, _trail(desk, item, height))


def in_proportion(desk: Desk, groups: Sequence[Group], hero: int) -> list[Group]:
    """The groups, smaller where some are many and so had to become smaller: one dog beside three cats."""
    main = groups[hero]
    own = [group.height / max(1.0, desk.ruler.height(group.item)) for group in groups]
    near = [share for share, group in zip(own, groups, strict=True) if group.item.id not in desk.cast.far]
    worst = min(near, default=1.0)
    found = []
    # People are measured by each other.
    people = [share for share, group in zip(own, groups, strict=True) if group_of(group.item) == "people"]
    for group, share in zip(groups, own, strict=True):
        goal = worst**COUPLED
        if group is not main and wanted_side(desk, group) < wanted_side(desk, main):
            goal = min(goal, own[hero])
        if len(people) > 1 and group_of(group.item) == "people":
            goal = min(goal, min(people))
        found.append(group if group.item.id in desk.cast.far else _resized(group, min(1.0, goal / share)))
    return _in_order(desk, found)


def _in_order(desk: Desk, groups: Sequence[Group]) -> list[Group]:
    """The groups, smaller where a crowd of larger things had to become smaller than they are; landmarks stay."""
    most, kept = math.inf, dict[str, Group]()
    for group in sorted(groups, key=lambda one: -wanted_side(desk, one)):
        own = group.side
        if group.item.id in desk.cast.far:
            kept[group.item.id] = group
            continue
        kept[group.item.id] = _resized(group, min(1.0, most / own))
        most = min(most, own)
    return [kept[group.item.id] for group in groups]


def wanted_side(desk: Desk, group: Group) -> float:
    """The size that a thing was to have before its crowd was found too large, in pixels."""
    return side(desk.ruler.height(group.item), group.width / group.height)


def _resized(group: Group, factor: float) -> Group:
    return replace(group, width=group.width * factor, height=group.height * factor, trail=group.trail * factor)


def _between(desk: Desk, item: Item) -> float:
    """Pixels that a group leaves open in its middle, for what stands between its members."""
    wide = 0.0
    for other in desk.scene.items:
        tie = desk.ties.beside.get(other.id)
        if tie is not None and tie == Tie("between", item.id) and settled.planned_count(item) > 1:
            own = desk.measures.aspect(other)
            room = AT_TABLE if own > TABLE_ASPECT else 1.18
            wide = max(wide, room * desk.ruler.height(other) * own)
    return wide


def _trail(desk: Desk, item: Item, height: float) -> float:
    """Pixels behind a leader that its followers need."""
    most = 0.0
    for other in desk.scene.items:
        tie = desk.ties.hung.get(other.id)
        if tie is not None and tie.host == item.id and tie.relation == "following":
            own = desk.ruler.height(other) * height / max(1.0, desk.ruler.height(item))
            most = max(most, 0.95 * own * desk.measures.aspect(other) * min(8, settled.planned_count(other)))
    led = max((_led(desk, item, other, height) for other in desk.scene.items), key=abs, default=0.0)
    return min(most, 0.5 * desk.stage.size.width) if most else led


def _led(desk: Desk, item: Item, other: Item, height: float) -> float:
    """Pixels that an item pushed or pulled by another one takes behind it; negative before it."""
    tie, way = desk.ties.hung.get(other.id), other.attributes.get("led")
    if tie is None or tie.host != item.id or way not in LED_AHEAD:
        return 0.0
    own = desk.ruler.height(other) * height / max(1.0, desk.ruler.height(item)) * desk.measures.aspect(other)
    room = min(0.5 * desk.stage.size.width, own * settled.planned_count(other) + LEASH * height)
    return -room if LED_AHEAD[way] else room
