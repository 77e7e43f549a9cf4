"""What stands on the ground, or floats on open water: composed together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.blocks import HEADROOM, Block, Link
from aquatint.engines.composer.layout.closeups import close_up, is_close_up
from aquatint.engines.composer.layout.composing import HEADROOM_UNDER_FLYERS, Composition, compose
from aquatint.engines.composer.layout.crowds import LOOSE, ROW_STEP
from aquatint.engines.composer.layout.desk import Desk
from aquatint.engines.composer.layout.directions import faces, is_moving, way_of
from aquatint.engines.composer.layout.grouped import Group, in_proportion, plan_group, wanted_side
from aquatint.engines.composer.layout.groups import LIVING, group_of
from aquatint.engines.composer.layout.late import stand_in
from aquatint.engines.composer.layout.perspective import scale_at
from aquatint.engines.composer.layout.relations import TALLER, ring_radius
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.layout.ties import CURLS, SIDE_BY_SIDE, Tie
from aquatint.engines.composer.layout.waterline import afloat
from aquatint.engines.composer.scene import Item

MOST_COMPOSED = 10
"""So many items are composed together; more stand where room is left."""
SUBJECT_DEPTH, SMALLER_DEPTH, LARGER_DEPTH, REAR_DEPTH, OVERHEAD_DEPTH = 0.6, 0.8, 0.4, 0.2, 0.2
"""Where in the ground (0 far, 1 near) things like to stand: the subject, smaller and larger things, things behind,
and what something is under."""
SMALL_FIGURE, NEARER = 0.36, 0.2
"""A subject lower than this, in heights of the picture, comes so much nearer: there is bare ground enough."""
THRONG, THRONG_DEPTH, BEFORE_THRONG = 7, 0.4, 0.85
"""From so many on, living beings stand farther away, and who is alone stands before them."""
BULKY, BULKY_DEPTH = 2.2, 0.26
"""What takes so many times the room of the subject stands behind it: a sofa behind a cat."""
UPRIGHT_STEP = 0.2
"""In pictures twice as high as wide the subject stands so much nearer, and the others so much farther away."""
FAR, FAR_SHELTER = (0.0, 0.1), (0.06, 0.26)
"""The depths of landmarks, and of those that others stand under."""
THIRDS = (0.5, 0.38, 0.62)
"""Where the middle of a lone subject may be."""
LIKE = 1.5
"""Things of the subject's sort that are not so many times lower than it are as important as it is."""
COMPANY_ROOM, BORNE_ROOM, MOST_ABREAST = 0.9, 0.3, 3
"""Room on both sides of a thing for what stands around it and for what it bears, in its widths;
so many of its company have room."""


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
    groups = [plan_group(desk, item, len(chosen)) for item in chosen]
    subject = next((i for i, item in enumerate(chosen) if item is desk.cast.subject), 0)
    groups = in_proportion(
        desk, groups, next((i for i, item in enumerate(chosen) if item is desk.cast.hero), subject)
    )
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
    """Whether an item is the hero, or of its sort and size."""
    hero = desk.cast.hero
    if hero is None or item.id == hero.id:
        return True
    alike = desk.measures.metres(item) * LIKE > desk.measures.metres(hero)
    return alike and group_of(item) == group_of(hero) and item.id not in desk.cast.far


def _chosen(desk: Desk, items: Sequence[Item]) -> list[Item]:
    """The items that are composed: the subject and what was named first."""
    if len(items) <= MOST_COMPOSED:
        return list(items)
    first = [item for item in items if item is desk.cast.subject]
    rest = [item for item in items if item is not desk.cast.subject]
    return (first + rest)[:MOST_COMPOSED]


def _block(desk: Desk, group: Group, is_subject: bool) -> Block:
    item, plan = group.item, group.crowd
    far, near = desk.stage.ground
    foot = (max(offset.back for offset in plan.offsets) * ROW_STEP) * group.height
    tall = group.height * (1 + plan.up) + foot + _overhead(desk, group)
    extra = _extra(desk, group)
    width = (plan.width + (2 * LOOSE if len(plan.offsets) > 2 else 0.0)) * group.width + extra + abs(group.trail)
    is_far = item.id in desk.cast.far
    low, high = _far(desk, item) if is_far else (0.0, 0.98)
    before = FAR[1] if desk.cast.far and not is_far and item.id not in desk.ties.rear else 0.0
    low = max(low, min(high, before + foot / max(1.0, near - far)))
    return Block(
        width, tall, (low, high), min(high, max(low, _depth_wish(desk, group, is_subject))),
        far=is_far, rear=item.id in desk.ties.rear, prime=_is_prime(desk, item),
        many=len(plan.offsets) > 1, living=group_of(item) in LIVING, foot=foot, side=group.side,
        wanted=wanted_side(desk, group),
    )  # fmt: skip


def _far(desk: Desk, item: Item) -> tuple[float, float]:
    """The depths where a landmark may stand."""
    return FAR_SHELTER if item.id in desk.ties.beneath.values() else FAR


def _depth_wish(desk: Desk, group: Group, is_subject: bool) -> float:
    item, subject = group.item, desk.cast.hero
    if item.id in desk.cast.far:
        return sum(_far(desk, item)) / 2
    if any(tie.relation == "under" and tie.host == item.id for tie in desk.ties.hung.values()) and desk.aloft:
        return OVERHEAD_DEPTH
    if item.id in desk.ties.rear:
        return REAR_DEPTH
    around = any(tie.relation == "around" and tie.host == item.id for tie in desk.ties.hung.values())
    if around or group.crowd.rows > 2:
        return 0.85
    upright = min(1.0, max(0.0, desk.stage.size.height / desk.stage.size.width - 1))
    if subject is not None and _is_before_throng(desk, subject):
        return BEFORE_THRONG if item is subject else THRONG_DEPTH if group_of(item) in LIVING else SUBJECT_DEPTH
    if is_subject or subject is None or item is subject:
        nearer = NEARER * (item is subject and group.height < SMALL_FIGURE * desk.stage.size.height)
        return SUBJECT_DEPTH + nearer + UPRIGHT_STEP * upright + desk.chance.fork("distance").uniform(-0.08, 0.1)
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


def _is_before_throng(desk: Desk, hero: Item) -> bool:
    """Whether the hero is alone before so many people or animals that it would be lost among them."""
    others = [one for one in desk.scene.items if one is not hero and group_of(one) in LIVING and not one.spread]
    free = sum(settled.planned_count(one) for one in others if one.id not in desk.ties.hung)
    return settled.planned_count(hero) == 1 and free >= THRONG


def _overhead(desk: Desk, group: Group) -> float:
    """Pixels above a thing for its rider or for the flowers in it."""
    return desk.cast.burdens.get(group.item.id, 0.0) * group.height


def _extra(desk: Desk, group: Group) -> float:
    """Pixels to leave on both sides together for what hangs on an item."""
    most = 0.0
    for other in desk.scene.items:
        tie = desk.ties.hung.get(other.id)
        if tie is None or tie.host != group.item.id:
            continue
        if other.attributes.get(CURLS):
            own = desk.ruler.height(other) * group.height / max(1.0, desk.ruler.height(group.item))
            most = max(most, own * desk.measures.aspect(other) - group.crowd.width * group.width)
        elif tie.relation == "around" and desk.measures.metres(other) > TALLER * desk.measures.metres(group.item):
            own = desk.ruler.height(other) * group.height / max(1.0, desk.ruler.height(group.item))
            wide = own * desk.measures.aspect(other)
            ring = 2 * ring_radius(_gathered(desk, tie), wide, group.width) - group.width
            most = max(most, ring + wide)
        elif tie.relation in ("behind", "in front of", "around", "leaning on", "following"):
            own = desk.ruler.height(other) * group.height / max(1.0, desk.ruler.height(group.item))
            number = min(MOST_ABREAST, settled.planned_count(other))
            most = max(most, min(COMPANY_ROOM * group.width, 2 * number * own * desk.measures.aspect(other)))
        elif tie.relation in ("holding", *SIDE_BY_SIDE):
            most = max(most, BORNE_ROOM * group.width)
    return most


def _gathered(desk: Desk, tie: Tie) -> int:
    """How many have a tie."""
    return sum(settled.planned_count(one) for one in desk.scene.items if desk.ties.hung.get(one.id) == tie)


def _links(desk: Desk, items: Sequence[Item]) -> list[Link]:
    index = {item.id: i for i, item in enumerate(items)}
    links = []
    for i, item in enumerate(items):
        tie = desk.ties.beside.get(item.id)
        if tie is not None and tie.host in index:
            second = index.get(tie.second, -1)
            links.append(Link(i, _relation(tie, second, items[index[tie.host]]), index[tie.host], second))
        if (roof := desk.ties.beneath.get(item.id)) in index:
            links.append(Link(i, "under", index[roof]))
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


def _keep(desk: Desk, groups: Sequence[Group], found: Composition) -> None:
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


def _members(desk: Desk, group: Group, place: tuple[float, float], factor: float) -> list[Placement]:
    """All of a group, placed about the middle of its front."""
    item, stage = group.item, desk.stage
    hazy = item.id in desk.cast.far and item is not desk.cast.subject
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
                shadow=not desk.aloft and offset.up == 0, behind_front=hazy,
                ledge=offset.up > 0,
            )
        )  # fmt: skip
    return found
