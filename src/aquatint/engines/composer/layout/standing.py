"""What stands on the ground, or floats on open water: composed together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.blocks import HEADROOM, Block, Link
from aquatint.engines.composer.layout.carrying import LEASH, LED_AHEAD
from aquatint.engines.composer.layout.closeups import close_up, is_close_up
from aquatint.engines.composer.layout.composing import HEADROOM_UNDER_FLYERS, Composition, compose
from aquatint.engines.composer.layout.crowds import LOOSE, ROW_STEP, Crowd, best_rows, crowd, parted
from aquatint.engines.composer.layout.desk import Desk
from aquatint.engines.composer.layout.directions import faces, is_moving, way_of
from aquatint.engines.composer.layout.groups import group_of
from aquatint.engines.composer.layout.late import stand_in
from aquatint.engines.composer.layout.perspective import scale_at
from aquatint.engines.composer.layout.relations import TALLER, ring_radius
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.layout.ties import SIDE_BY_SIDE, Tie
from aquatint.engines.composer.layout.waterline import afloat
from aquatint.engines.composer.scene import Item

MOST_COMPOSED = 10
"""So many items are composed together; more stand where room is left."""
SUBJECT_DEPTH, SMALLER_DEPTH, LARGER_DEPTH, REAR_DEPTH, OVERHEAD_DEPTH = 0.6, 0.8, 0.4, 0.2, 0.2
"""Where in the ground (0 far, 1 near) things like to stand: the subject, smaller and larger things, things behind,
and what something is under."""
BULKY, BULKY_DEPTH = 2.2, 0.26
"""What takes so many times the room of the subject stands behind it: a sofa behind a cat."""
UPRIGHT_STEP = 0.2
"""In pictures twice as high as wide the subject stands so much nearer, and the others so much farther away."""
FAR = (0.0, 0.1)
"""The depths of landmarks."""
SPREAD = (0.94, 0.68, 0.6, 0.52)
"""Share of the picture's width that a group of equal things may take: alone, as one of two, of three, of more."""
THIRDS = (0.5, 0.38, 0.62)
"""Where the middle of a lone subject may be."""
TABLE_ASPECT, AT_TABLE = 1.4, 0.82
"""What stands between two and is so wide (by its height) is a table: they sit down close to it, over its ends."""
LIKE = 1.5
"""Things of the subject's sort that are not so many times lower than it are as important as it is."""
COUPLED = 0.5
"""How far the others follow when a crowd that is the subject becomes smaller: 1 all the way."""
COMPANY_ROOM, BORNE_ROOM = 0.7, 0.3
"""Room on both sides of a thing for what stands around it and for what it bears, in its widths."""


@dataclass(frozen=True, slots=True)
class _Group:
    """An item as it is composed: the plan of its crowd, and its measures before composing."""

    item: Item
    crowd: Crowd
    width: float
    """Of one, in pixels at the middle of the ground."""
    height: float
    trail: float = 0.0
    """Room behind it for those who follow, in pixels; negative before it, for what it pushes."""


def stand_all(desk: Desk, items: Sequence[Item]) -> None:
    """Compose the items; what is too much stands where room is left."""
    if not items:
        return
    if is_close_up(desk):
        items = close_up(desk, items)
        for item in items:
            stand_in(desk, item, settled.planned_count(item), 0)
        return
    chosen = _chosen(desk, items)
    groups = [_group(desk, item, len(chosen)) for item in chosen]
    subject = next((i for i, item in enumerate(chosen) if item is desk.cast.subject), 0)
    groups = _in_proportion(desk, groups, subject)
    blocks = [_block(desk, group, index == subject) for index, group in enumerate(groups)]
    wish = _wish(desk, chosen, subject)
    chance = desk.chance.fork("composition")
    headroom = HEADROOM_UNDER_FLYERS if _flyers(desk) else HEADROOM
    found = compose(blocks, _links(desk, chosen), subject, wish, desk.stage, chance, headroom)
    _keep(desk, groups, found)
    for item in items:
        if item not in chosen:
            stand_in(desk, item, settled.planned_count(item), 0)


def _flyers(desk: Desk) -> bool:
    """Whether something flies on its own above what stands."""
    return any(
        desk.kind(item) == "air" and item.id not in desk.ties.hung and not settled.is_added(item)
        for item in desk.scene.items
    )


def _is_prime(desk: Desk, item: Item) -> bool:
    """Whether an item is the subject, or of its sort and size."""
    subject = desk.cast.subject
    if subject is None or item.id == subject.id:
        return True
    alike = desk.measures.metres(item) * LIKE > desk.measures.metres(subject)
    return alike and group_of(item) == group_of(subject)


def _chosen(desk: Desk, items: Sequence[Item]) -> list[Item]:
    """The items that are composed: the subject and what was named first."""
    if len(items) <= MOST_COMPOSED:
        return list(items)
    first = [item for item in items if item is desk.cast.subject]
    rest = [item for item in items if item is not desk.cast.subject]
    return (first + rest)[:MOST_COMPOSED]


def _group(desk: Desk, item: Item, number: int) -> _Group:
    count = settled.planned_count(item)
    height = desk.ruler.height(item)
    aspect = desk.measures.aspect(item)
    size, (far, near) = desk.stage.size, desk.stage.ground
    wide = SPREAD[min(number, len(SPREAD)) - 1] * size.width
    ceiling = min(0.92 * near - 0.02 * size.height, 0.9 * size.height)
    rows, factor = best_rows(count, height * aspect, height, (wide, 0.94 * (near - far), ceiling))
    height *= factor
    plan = crowd(item, count, rows, desk.chance.fork(item.id, "crowd"))
    plan = parted(plan, _between(desk, item) / (height * aspect))
    return _Group(item, plan, height * aspect, height, _trail(desk, item, height))


def _in_proportion(desk: Desk, groups: Sequence[_Group], subject: int) -> list[_Group]:
    """The groups, smaller where the subject is many and so had to become smaller: one dog beside three cats."""
    main = groups[subject]
    factor = (main.height / max(1.0, desk.ruler.height(main.item))) ** COUPLED
    found = []
    peers = [group for group in groups if group_of(group.item) == "people" and group.item.id not in desk.cast.far]
    least = min((group.height / max(1.0, desk.ruler.height(group.item)) for group in peers), default=1.0)
    for group in groups:
        own = group.height / max(1.0, desk.ruler.height(group.item))
        much = 1.0 if group is main or group.item.id in desk.cast.far else min(1.0, factor / own)
        if len(peers) > 1 and group in peers:
            # People are measured by each other.
            much = least / own
        found.append(
            replace(group, width=group.width * much, height=group.height * much, trail=group.trail * much)
        )  # fmt: skip
    return found


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


def _block(desk: Desk, group: _Group, is_subject: bool) -> Block:
    item, plan = group.item, group.crowd
    far, near = desk.stage.ground
    foot = (max(offset.back for offset in plan.offsets) * ROW_STEP) * group.height
    tall = group.height * (1 + plan.up) + foot + _overhead(desk, group)
    extra = _extra(desk, group)
    width = (plan.width + (2 * LOOSE if len(plan.offsets) > 2 else 0.0)) * group.width + extra + abs(group.trail)
    is_far = item.id in desk.cast.far
    low, high = FAR if is_far else (0.0, 0.98)
    low = max(low, min(high, foot / max(1.0, near - far)))
    return Block(
        width, tall, (low, high), min(high, max(low, _depth_wish(desk, group, is_subject))),
        far=is_far, rear=item.id in desk.ties.rear, prime=_is_prime(desk, item),
        many=len(plan.offsets) > 1, foot=foot,
    )  # fmt: skip


def _depth_wish(desk: Desk, group: _Group, is_subject: bool) -> float:
    item, subject = group.item, desk.cast.subject
    if item.id in desk.cast.far:
        return sum(FAR) / 2
    if any(tie.relation == "under" and tie.host == item.id for tie in desk.ties.hung.values()) and desk.aloft:
        return OVERHEAD_DEPTH
    if item.id in desk.ties.rear:
        return REAR_DEPTH
    around = any(tie.relation == "around" and tie.host == item.id for tie in desk.ties.hung.values())
    if around or group.crowd.rows > 2:
        return 0.85
    upright = min(1.0, max(0.0, desk.stage.size.height / desk.stage.size.width - 1))
    if is_subject or subject is None:
        return SUBJECT_DEPTH + UPRIGHT_STEP * upright + desk.chance.fork("distance").uniform(-0.08, 0.1)
    ratio = group.height / max(1.0, desk.ruler.height(subject))
    bulk = ratio * group.width / max(1.0, desk.ruler.height(subject) * desk.measures.aspect(subject))
    if bulk > BULKY:
        return BULKY_DEPTH + desk.chance.fork(item.id, "distance").uniform(-0.1, 0.1)
    if desk.stage.from_above:
        return desk.chance.fork(item.id, "distance").uniform(0.3, 0.85)
    usual = SMALLER_DEPTH if ratio < 0.8 else LARGER_DEPTH if ratio > 1.15 else SUBJECT_DEPTH - 0.12
    if ratio >= 0.8:
        usual -= UPRIGHT_STEP * upright
    return usual + desk.chance.fork(item.id, "distance").uniform(-0.18, 0.18)


def _overhead(desk: Desk, group: _Group) -> float:
    """Pixels above a thing for its rider or for the flowers in it."""
    return desk.cast.burden * group.height if group.item is desk.cast.subject else 0.0


def _extra(desk: Desk, group: _Group) -> float:
    """Pixels to leave on both sides together for what hangs on an item."""
    most = 0.0
    for other in desk.scene.items:
        tie = desk.ties.hung.get(other.id)
        if tie is None or tie.host != group.item.id:
            continue
        if tie.relation == "around" and desk.measures.metres(other) > TALLER * desk.measures.metres(group.item):
            own = desk.ruler.height(other) * group.height / max(1.0, desk.ruler.height(group.item))
            count = settled.planned_count(other)
            most = max(most, 2 * ring_radius(count, own * desk.measures.aspect(other), group.width) - group.width)
            most += own * desk.measures.aspect(other)
        elif tie.relation in ("behind", "in front of", "around", "leaning on"):
            most = max(most, COMPANY_ROOM * group.width)
        elif tie.relation in ("holding", *SIDE_BY_SIDE):
            most = max(most, BORNE_ROOM * group.width)
    return most


def _links(desk: Desk, items: Sequence[Item]) -> list[Link]:
    index = {item.id: i for i, item in enumerate(items)}
    links = []
    for i, item in enumerate(items):
        tie = desk.ties.beside.get(item.id)
        if tie is not None and tie.host in index:
            second = index.get(tie.second, -1)
            links.append(Link(i, _relation(tie, second, items[index[tie.host]]), index[tie.host], second))
        front = desk.ties.behind.get(item.id)
        if front in index:
            links.append(Link(i, "behind", index[front]))
    return links


def _relation(tie: Tie, second: int, host: Item) -> str:
    """ "between" one group is in its middle; between one thing and nothing is beside it."""
    if tie.relation != "between" or second >= 0:
        return tie.relation
    return "amid" if settled.planned_count(host) > 1 else "beside"


def _wish(desk: Desk, items: Sequence[Item], subject: int) -> float:
    """Where the middle of the subject likes to be: 0 left .. 1 right."""
    item, chance = items[subject], desk.chance.fork("third")
    if is_moving(desk, item):
        return 0.4 if way_of(desk, item) > 0 else 0.6
    if settled.planned_count(item) > 3:
        return 0.5
    near = [other for other in items if other.id not in desk.cast.far]
    return chance.choice(THIRDS) if len(near) == 1 else chance.choice((0.36, 0.5, 0.64))


def _keep(desk: Desk, groups: Sequence[_Group], found: Composition) -> None:
    """Put the things where the composition says."""
    far, near = desk.stage.ground
    places = [
        (x, far + depth * (near - far)) for x, depth in zip(found.x, found.depth, strict=True)
    ]  # fmt: skip
    centres = {group.item.id: place[0] for group, place in zip(groups, places, strict=True)}
    for group, (x, y), factor in zip(groups, places, found.factors, strict=True):
        item = group.item
        x += way_of(desk, item) * group.trail * factor * scale_at(desk.stage, y) / 2
        for one in _members(desk, group, (x, y), factor):
            flip = faces(desk, item, one.instance, one.foot[0], centres)
            desk.put([afloat(desk, replace(one, flip=flip))])


def _members(desk: Desk, group: _Group, place: tuple[float, float], factor: float) -> list[Placement]:
    """All of a group, placed about the middle of its front."""
    item, stage = group.item, desk.stage
    x, base = place
    deep = max(offset.back for offset in group.crowd.offsets) * ROW_STEP * group.height * factor
    middle = factor * scale_at(stage, base - deep / 2)
    step = ROW_STEP * group.height * middle
    found = []
    for instance, offset in enumerate(group.crowd.offsets):
        one = desk.chance.fork(item.id, instance)
        y = max(stage.ground[0], base - offset.back * step)
        scale = factor * scale_at(stage, y)
        height = group.height * scale * (one.vary(1.0, 0.05) if len(group.crowd.offsets) > 1 else 1.0)
        foot = (x + offset.across * group.width * middle, y - offset.up * height)
        found.append(
            Placement(
                item, instance, foot, height, min(1.0, desk.depth_at(y) + 1e-4 * offset.up),
                shadow=not desk.aloft and offset.up == 0, behind_front=item.id in desk.cast.far,
                ledge=offset.up > 0,
            )
        )  # fmt: skip
    return found
