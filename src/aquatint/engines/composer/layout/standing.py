"""What stands on the ground: tall things in a rear row, the others in the main row, late ones where room is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.desk import AIR_DEPTH, SKY_DEPTH, Desk
from aquatint.engines.composer.layout.room import Rect
from aquatint.engines.composer.layout.rows import Group, Spot, scale_at, stand
from aquatint.engines.composer.layout.scatter import best_foot
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.layout.ties import SIDE_BY_SIDE, Tie
from aquatint.engines.composer.scene import Item

REAR_METRES, REAR_RATIO = 2.4, 0.45
"""Things at least this tall stand behind those that are less than this share of their height."""
MAIN_LINE, REAR_LINE = 0.62, 0.1
"""Where in the ground band (0 far, 1 near) the main row and the rear row stand."""
PAIR_OVERLAP = 0.14
"""Share of the narrower one that a lone thing may hide of a lone thing behind it."""


def stand_all(desk: Desk, items: Sequence[Item]) -> None:
    """Place the items in the rear and the main row."""
    if not items:
        return
    rear = _rear(desk, items)
    main = [item for item in items if item.id not in rear]
    back = [_group(desk, item) for item in _ordered(desk, [item for item in items if item.id in rear])]
    front = _parted(desk, [_group(desk, item) for item in _ordered(desk, main)])
    centre, rear_centre = _centres(desk, front, back)
    if back:
        _stand_rear(desk, back, rear_centre)
    _stand_main(desk, front, centre)


def _rear(desk: Desk, items: Sequence[Item]) -> set[str]:
    """Ids of things that belong behind the others: said to be, or so tall that they do."""
    metres = desk.measures.metres
    smallest = min(metres(item) for item in items)
    linked = set(desk.ties.beside) | {tie.host for tie in desk.ties.beside.values()}
    rear = desk.ties.rear | {
        item.id
        for item in items
        if metres(item) >= REAR_METRES and smallest < REAR_RATIO * metres(item) and item.id not in linked
    }
    rear &= {item.id for item in items}
    return rear if len(rear) < len(items) else set()


def _centres(desk: Desk, front: Sequence[Group], back: Sequence[Group]) -> tuple[float, float]:
    """x of the middle of the main row and of the rear row."""
    width = desk.stage.size.width
    if len(front) > 1 or front[0].count > 1:
        return 0.5 * width, 0.5 * width
    side = desk.chance.fork(front[0].item.id, "third").random()
    if not back:
        return (0.5 if side < 0.5 else 0.4 if side < 0.75 else 0.6) * width, 0.5 * width
    if len(back) > 1 or back[0].count > 1:
        return (0.37 if side < 0.5 else 0.63) * width, 0.5 * width
    near, far = front[0].width, back[0].width
    total = min(near + far - PAIR_OVERLAP * min(near, far), 0.92 * width)
    left = (width - total) / 2
    centres = (left + near / 2, left + total - far / 2)
    return centres if side < 0.5 else (width - centres[0], width - centres[1])


def _stand_main(desk: Desk, groups: Sequence[Group], centre: float) -> None:
    """The main row; many things fill the ground down to its near edge."""
    size, (far, near) = desk.stage.size, desk.stage.ground
    left, right = (edge * size.width for edge in desk.stage.clear)
    lone = len(groups) == 1 and groups[0].count == 1
    few = len(groups) <= 3 and all(group.count <= 4 for group in groups)
    base = far + MAIN_LINE * (near - far) if few else near
    room = 2 * min(centre, size.width - centre) - 2 * desk.margin
    width = room if lone else min(room, right - left)
    ceiling = min(base - 2 * desk.margin, 0.9 * size.height)
    spots = stand(groups, desk.stage, centre=centre, width=width, base=base, ceiling=ceiling, chance=desk.chance)
    _keep(desk, spots, rear=False)


def _stand_rear(desk: Desk, groups: Sequence[Group], centre: float) -> None:
    """Tall things along the far edge."""
    size, (far, near) = desk.stage.size, desk.stage.ground
    base = far + REAR_LINE * (near - far)
    ceiling = min(0.66 * size.height, base - 0.04 * size.height)
    width = 2 * min(centre, size.width - centre) - 2 * desk.margin
    spots = stand(groups, desk.stage, centre=centre, width=width, base=base, ceiling=ceiling, chance=desk.chance)
    _keep(desk, spots, rear=True)


def _ordered(desk: Desk, items: Sequence[Item]) -> list[Item]:
    """Left to right: ties first, then turn about on both sides of the subject."""
    row: list[Item] = []
    for index, item in enumerate(items):
        tie = desk.ties.beside.get(item.id)
        at = _index(row, tie.host) if tie else None
        if tie is not None and at is not None:
            row.insert(at if tie.relation == "left of" else at + 1, item)
        elif index % 2:
            row.append(item)
        else:
            row.insert(0, item)
    for item in items:  # a host may have come later than the thing that names it
        tie = desk.ties.beside.get(item.id)
        if tie is not None:
            _settle_order(row, item, tie)
    return row


def _index(row: Sequence[Item], name: str) -> int | None:
    return next((i for i, item in enumerate(row) if item.id == name), None)


def _settle_order(row: list[Item], item: Item, tie: Tie) -> None:
    own, host = row.index(item), _index(row, tie.host)
    if host is None:
        return
    apart = tie.relation in ("beside", "between") and abs(own - host) > 1
    wrong = tie.relation in ("left of", "right of") and (own < host) != (tie.relation == "left of")
    if not (apart or wrong):
        return
    row.remove(item)
    host = _index(row, tie.host)
    assert host is not None
    row.insert(host if tie.relation == "left of" else host + 1, item)


def _parted(desk: Desk, groups: Sequence[Group]) -> list[Group]:
    """The row in which a thing that is between several equal ones stands in their middle."""
    row = list(groups)
    for group in groups:
        tie = desk.ties.beside.get(group.item.id)
        host = next((i for i, other in enumerate(row) if tie and other.item.id == tie.host), None)
        if tie is None or tie.relation != "between" or host is None or row[host].count < 2:
            continue
        whole, half = row[host], row[host].count // 2
        right = replace(whole, count=whole.count - half, first=whole.first + half)
        row.remove(group)
        host = row.index(whole)
        row[host : host + 1] = [replace(whole, count=half), group, right]
    return row


def _group(desk: Desk, item: Item) -> Group:
    height = desk.ruler.height(item)
    hung = [tie for tie in desk.ties.hung.values() if tie.host == item.id]
    company = any(tie.relation in ("behind", "in front of", "around") for tie in hung)
    borne = any(tie.relation in ("holding", *SIDE_BY_SIDE) for tie in hung)
    width = height * desk.measures.aspect(item)
    extra = 0.7 if company else 0.3 if borne else 0.0
    return Group(item, settled.planned_count(item), width, height, extra=extra)


def _keep(desk: Desk, spots: Sequence[Spot], *, rear: bool) -> None:
    """Put the things on their spots, facing inward; in crowds a fifth looks the other way."""
    middle, crowd = desk.stage.size.width / 2, len(spots) > 1
    for spot in spots:
        one = desk.chance.fork(spot.item.id, spot.instance, "flip")
        centred = not crowd and abs(spot.x - middle) <= 0.05 * middle
        inward = one.random() < 0.5 if centred else spot.x < middle
        flip = inward if settled.planned_count(spot.item) < 4 else inward ^ (one.random() < 0.2)
        height = spot.height * (1.0 if rear else scale_at(desk.stage, spot.y))
        placement = Placement(
            spot.item, spot.instance, (spot.x, spot.y), height, desk.depth_at(spot.y), flip,
            shadow=not desk.aloft, behind_front=rear,
        )  # fmt: skip
        desk.put([placement])


def pin(desk: Desk, item: Item) -> None:
    """Stand an item where the scene says; more instances stand beside the first."""
    assert item.position is not None
    size, kind = desk.stage.size, desk.kind(item)
    x, y = item.position[0] * size.width, item.position[1] * size.height
    grounded = kind in ("ground", "strewn")
    height = desk.ruler.height(item) * (scale_at(desk.stage, y) if grounded else 1.0)
    depth = desk.depth_at(y) if grounded else SKY_DEPTH if kind == "sky" else AIR_DEPTH
    step_width = 1.15 * height * desk.measures.aspect(item)
    for instance in range(settled.planned_count(item)):
        step = (instance + 1) // 2 * (1 if instance % 2 else -1)
        flip = desk.chance.fork(item.id, instance, "flip").random() < 0.5
        shadow = grounded and not desk.aloft
        desk.put([Placement(item, instance, (x + step * step_width, y), height, depth, flip, shadow=shadow)])


def stand_in(desk: Desk, item: Item, count: int, first: int) -> None:
    """Stand ``count`` late instances, numbered from ``first``, where the ground is least crowded."""
    far, near = desk.stage.ground
    aspect, size = desk.measures.aspect(item), desk.stage.size
    before = desk.placed.get(item.id)
    height = before[0].height if before else desk.ruler.height(item)
    for instance in range(first, first + count):
        one = desk.chance.fork(item.id, instance)
        area = Rect(desk.margin, far - height, size.width - desk.margin, near)
        x, y = best_foot(area, height * aspect, height, desk.room, one)
        tall = height if before else height * scale_at(desk.stage, y)
        flip = x < size.width / 2
        desk.put([Placement(item, instance, (x, y), tall, desk.depth_at(y), flip, shadow=not desk.aloft)])
