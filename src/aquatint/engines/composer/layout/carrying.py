"""Things that are worn, held or ridden: they lie on the right part of whoever bears them."""

from __future__ import annotations

import math
from dataclasses import replace

from aquatint.engines.composer.layout.attachment import STEP, Attachment, at_host, size_within, slot
from aquatint.engines.composer.layout.bearing import Anchor, Grip, Part, Vessel
from aquatint.engines.composer.layout.groups import group_of
from aquatint.engines.composer.layout.measures import SCALE_POWER
from aquatint.engines.composer.layout.proportion import height_of
from aquatint.engines.composer.layout.room import Rect
from aquatint.engines.composer.layout.settled import planned_scale
from aquatint.engines.composer.layout.stage import Hole, Placement, Rim, Tether
from aquatint.engines.composer.lexicon.tables import table

TRUE_POWER = 0.8
"""Carried things differ from their bearers in size almost as they really do."""
SMALLEST_HELD, LARGEST_HELD, LARGEST_IN_PAWS = 0.14, 0.7, 0.42
"""Heights (or widths) of held things in heights of their bearers: upright ones, and animals."""
ON_SHOULDER = 0.2
"""What sits on a shoulder is no taller than so many heights of its bearer."""
ON_LAP = 0.45
"""The same for the longer side of what is on a lap."""
READABLE = 0.055
"""Side of a square as large as the smallest thing that is borne, in shorter sides of the picture."""
UPRIGHT = 0.7
"""Width by height up to which a bearer is upright."""
STRING, KITE_STRING = 0.62, 1.5
"""Length of a balloon's string in heights of the bearer, and how far a kite flies to the side, in its widths."""
JUGGLED, JUGGLED_ARC = 0.13, (0.3, 0.5)
"""Height of a juggled thing; how far the arc goes to the side and up; all in heights of the juggler."""
LIVING_SPOTS: dict[str, tuple[Part, ...]] = {"people": ("shoulder",), "animals": ("back", "shoulder")}
"""Where a thing is that is on somebody, when nothing says where, by the group of the noun."""
LED_AHEAD = {"handle": True, "rope": False, "leash": True}
"""Whether what is led in that way goes before who leads it."""
LARGEST_LED, LEASH = 1.7, 0.3
"""Height of what is led in heights of who leads it; how far it is on a leash or a rope."""
LEAST_RIDER, PILLION = 0.13, 0.3
"""The smallest rider in heights of the mount; how far apart two riders of one mount sit, in their heights."""
LARGEST_CHILD = 0.7
"""Who sits on somebody's shoulders is no taller than so many heights of that one."""
Foot = tuple[float, float]
KITE_ROOM = 0.22
"""With less room than this share of the picture on the hand's side a kite flies to the other one."""
OVER_THE_MIDDLE = 0.06
"""How far over the middle of the picture a kite may fly, in half widths."""
PERSON_ON_SEAT = (1.3, 1.4)
"""Width and height of a sitting person in those of the seat: knees and head reach beyond it."""
ON_SWING = 1.8
"""Height of who sits on a board that hangs on ropes, in widths of the board."""
PAIR = 2
"""So many on a seat turn to each other."""
LOW_SEAT = 0.4
"""Height in widths from which a seat counts: a long and low sled bears whom a chair of its width does."""
SHARED_SEAT = 0.62
"""Share of a seat's width on which those sit who share it."""
SPOTS: dict[str, Part] = {
    "shoulder": "shoulder", "shoulders": "shoulder", "head": "head", "back": "back", "arm": "hand", "hand": "hand",
    "lap": "lap", "nose": "eyes",
}  # fmt: skip
"""Attribute "spot" of what is on somebody, to the part of the body."""


def hold(bond: Attachment) -> list[Placement]:
    """The thing in the target's hand, or on a string from it."""
    grip = bond.ruler.measures.anchors.grip(bond.item, worn=False)
    if (way := bond.item.attributes.get("led", "")) in LED_AHEAD:
        return [_led(bond, i, grip, ahead=LED_AHEAD[way]) for i in range(bond.count)]
    if bond.count > 1 and bond.target[0].item.attributes.get("pose") == "juggling":
        return [_juggled(bond, i) for i in range(bond.count)]
    return [_flown(bond, i, grip) if grip.string else _carried(bond, i, grip) for i in range(bond.count)]


def _led(bond: Attachment, instance: int, grip: Grip, *, ahead: bool) -> Placement:
    """On the ground before or behind who has it by the handle or on a rope."""
    host = bond.host(instance)
    height = min(true_height(bond, host), LARGEST_LED * host.height)
    width = height * bond.aspect
    way = (1.0 if host.flip else -1.0) * (1.0 if ahead else -1.0)
    hand = _hosted(bond, 0, "hand")
    if bond.item.attributes.get("led") == "handle":
        # The handle comes to where the hands are; the rest of it is before them.
        out = way * (hand.x - host.foot[0]) + (grip.handle[0] - 0.5) * width
    else:
        out = LEASH * host.height + (0.5 + instance) * width
    foot = (host.foot[0] + way * out, host.foot[1] + 0.01 * height)
    return replace(at_host(bond, instance, foot, height, -STEP if ahead else STEP), shadow=host.shadow)


def wear(bond: Attachment) -> list[Placement]:
    """The thing on the part of the target where such things are worn."""
    grip = bond.ruler.measures.anchors.grip(bond.item, worn=True)
    return [_carried(bond, instance, grip) for instance in range(bond.count)]


def ride(bond: Attachment) -> list[Placement]:
    """Riders one behind the other on the target's back."""
    found = []
    for instance in range(bond.count):
        host = bond.host(instance)
        back = bond.anchor(host, "back")
        box = bond.box(instance)
        if back is None:
            back = Anchor((box.left + box.right) / 2, box.top + 0.3 * (box.bottom - box.top), 0.5 * box.width)
        if bond.count > 1 and len(bond.target) == 1:
            back = back._replace(x=slot(bond, instance, box) * 0.5 + back.x * 0.5)
        height = min(max(true_height(bond, host), LEAST_RIDER * host.height), 1.1 * host.height)
        if bond.sharers > 1 and len(bond.target) == 1:
            # The first one sits in front.
            behind = (bond.order - (bond.sharers - 1) / 2) * PILLION * height
            back = back._replace(x=back.x + (-behind if host.flip else behind))
        found.append(_seated(bond, instance, back, height))
    return found


def on_body(bond: Attachment) -> bool:
    """Whether the target has a place of its own for what is on it: a seat, or the shoulder that was named."""
    return _spot(bond) is not None


def perch(bond: Attachment) -> list[Placement]:
    """The thing on the target's seat or on the named part of its body."""
    found = []
    for instance in range(bond.count):
        host, box, part = bond.host(instance), bond.box(instance), _spot(bond)
        anchor = bond.anchor(host, part) if part is not None else None
        assert anchor is not None
        if part == "seat":
            wide, tall = PERSON_ON_SEAT if group_of(bond.item) == "people" and _sits(bond) else (0.9, 1.25)
            room = box.width / bond.sharers * (1.3 if bond.sharers > 1 else 1.0)
            height = min(size_within(bond, room, wide), tall * max(host.height, LOW_SEAT * box.width))
            if host.item.relation == "hanging from" and bond.ruler.measures.anchors.hung(host.item).ropes:
                share = ON_SWING if group_of(bond.item) == "people" else 1 / max(1.0, bond.aspect)
                height = share * box.width / bond.sharers
            place = bond.company.first + instance
            other = bond.anchor(host, "other seat") if len(bond.target) == 1 else None
            if other is not None:
                # At the two ends of a seesaw.
                anchor = other if place % 2 else anchor
                height = min(height, true_height(bond, host))
            x = anchor.x if other is not None else _on_seat(bond, instance, box, anchor)
            placed = _seated(bond, instance, anchor._replace(x=x), height)
            if _number_on(bond) == PAIR:
                # Two on a bench look at each other.
                placed = replace(placed, flip=x < (box.left + box.right) / 2)
            found.append(replace(placed, cover=_sunk_in(bond, instance)))
        elif part == "shoulder" and group_of(bond.item) == "people":
            found.append(_astride_neck(bond, instance))
        else:
            most = {"shoulder": ON_SHOULDER, "lap": ON_LAP / max(1.0, bond.aspect)}.get(part or "", 0.5)
            height = min(max(true_height(bond, host), _readable(bond)), most * host.height)
            x = anchor.x + (_outward(bond, host, anchor) * 0.3 * height * bond.aspect if part == "shoulder" else 0)
            found.append(at_host(bond, instance, (x, anchor.y + 0.04 * height), height, STEP))
    return found


def _astride_neck(bond: Attachment, instance: int) -> Placement:
    """A child on somebody's shoulders, whose face is seen between its legs."""
    host = bond.host(instance)
    neck, head = bond.anchor(host, "neck"), bond.anchor(host, "head")
    assert neck is not None
    assert head is not None
    height = min(true_height(bond, host), LARGEST_CHILD * host.height)
    back = (-1.0 if host.flip else 1.0) * 0.2 * neck.breadth
    placed = _seated(bond, instance, Anchor(neck.x + back, neck.y, neck.breadth), height)
    half = 0.56 * head.breadth
    return replace(placed, cover=Hole(head.x - half, head.y - 0.02 * host.height, head.x + half, neck.y))


def _sunk_in(bond: Attachment, instance: int) -> Rim | None:
    """The front edge of a soft seat, which hides what lies in it."""
    host = bond.ruler.measures.mirrored(bond.host(instance))
    vessel = bond.ruler.measures.anchors.vessel(host.item)
    if vessel is None or not vessel.soft:
        return None
    return rim_of(vessel, bond.box(instance), flip=host.flip)


def rim_of(vessel: Vessel, box: Rect, *, flip: bool) -> Rim:
    """The front edge of a placed vessel with a rim."""
    assert vessel.rim is not None
    left, right, y = vessel.rim
    if flip:
        left, right = 1 - right, 1 - left
    tall = box.bottom - box.top
    return Rim(box.left + left * box.width, box.left + right * box.width, box.top + y * tall, vessel.dip * tall)


def _on_seat(bond: Attachment, instance: int, box: Rect, seat: Anchor) -> float:
    """x on the seat, which several things may share."""
    if bond.sharers == 1 and bond.count > 1:
        return slot(bond, instance, box)
    place = (bond.order + (instance + 0.5) / bond.count) / bond.sharers
    return seat.x + (place - 0.5) * SHARED_SEAT * box.width


def _number_on(bond: Attachment) -> int:
    """How many share the seat."""
    return bond.company.total if len(bond.target) == 1 else 1


def _outward(bond: Attachment, host: Placement, shoulder: Anchor) -> float:
    """The side of the head on which a shoulder is: -1 left, 1 right."""
    head = bond.anchor(host, "head")
    return 1.0 if head is not None and shoulder.x >= head.x else -1.0


def _spot(bond: Attachment) -> Part | None:
    """The part of the target on which the thing is: named, or the one that such a target offers."""
    named = SPOTS.get(bond.item.attributes.get("spot", ""))
    offered = (named,) if named else ("seat", *LIVING_SPOTS.get(group_of(bond.target[0].item), ()))
    return next((part for part in offered if bond.anchor(bond.host(0), part) is not None), None)


def _sits(bond: Attachment) -> bool:
    """Whether it sits, in a pose of its own or while it does something else."""
    return bond.item.attributes.get("pose", "") in table("words/postures")["astride"]["names"] or bool(
        bond.item.attributes.get("seated")
    )


def true_height(bond: Attachment, host: Placement) -> float:
    """Height of the thing beside its bearer, close to what it really is."""
    metres = bond.ruler.measures.metres
    ratio = max(1e-3, metres(bond.item)) / max(1e-3, metres(host.item))
    own = (planned_scale(bond.item) / planned_scale(host.item)) ** SCALE_POWER
    return float(host.height * ratio**TRUE_POWER * own)


def _readable(bond: Attachment) -> float:
    """The least height at which the thing can be made out."""
    return height_of(READABLE * bond.ruler.short, bond.aspect)


def _seated(bond: Attachment, instance: int, at: Anchor, height: float) -> Placement:
    """The thing with its hips (or its feet) on the place."""
    one = at_host(bond, instance, (at.x, at.y), height, STEP)
    hips = bond.anchor(one, "hips") if _sits(bond) else None
    if hips is None:
        return replace(one, foot=(at.x, at.y + 0.06 * height))
    return replace(one, foot=(2 * at.x - hips.x, 2 * at.y - hips.y))


def _hosted(bond: Attachment, instance: int, part: Part) -> Anchor:
    """The part of the bearer; the second thing in the hands is in the other hand."""
    host = bond.host(instance)
    if part == "hand" and (bond.order + (instance if len(bond.target) == 1 else 0)) % 2:
        part = "other hand"
    found = bond.anchor(host, part) or (bond.anchor(host, "hand") if part == "other hand" else None)
    if found is not None:
        return found
    box = bond.box(instance)
    side = 0.36 if host.flip else -0.36
    return Anchor((box.left + box.right) / 2 + side * box.width, box.top + 0.5 * host.height, 0.3 * box.width)


def _carried(bond: Attachment, instance: int, grip: Grip) -> Placement:
    host, anchor = bond.host(instance), _hosted(bond, instance, grip.at)
    if grip.wide:
        height = grip.wide * anchor.breadth / bond.aspect * planned_scale(bond.item) ** SCALE_POWER
    else:
        share = LARGEST_HELD if bond.target_aspect <= UPRIGHT else LARGEST_IN_PAWS
        most = share * host.height / max(1.0, bond.aspect)
        height = min(max(true_height(bond, host), SMALLEST_HELD * host.height, _readable(bond)), most)
    one = at_host(bond, instance, (anchor.x, anchor.y), height, -STEP if grip.below else STEP)
    across = _across(bond, one, grip) - 0.5
    foot = (anchor.x - across * height * bond.aspect, anchor.y + (1 - grip.point[1]) * height)
    return replace(one, foot=_heaped(bond, instance, foot, height))


def _heaped(bond: Attachment, instance: int, foot: Foot, height: float) -> Foot:
    """More than one thing in a hand: each further one beside and above the first."""
    rank = instance // 2 if len(bond.target) == 1 else 0
    side = 1 if rank % 2 else -1
    return foot[0] + 0.5 * side * (rank > 0) * height * bond.aspect, foot[1] - 0.55 * rank * height


def _juggled(bond: Attachment, instance: int) -> Placement:
    """In an arc over the head, from one hand to the other; several jugglers share what there is."""
    host = bond.host(instance)
    turn, number = instance // len(bond.target), max(2, -(-bond.count // len(bond.target)))
    height = min(max(true_height(bond, host), SMALLEST_HELD * host.height), JUGGLED * host.height)
    angle = math.pi * (0.06 + 0.88 * turn / (number - 1))
    across, up = JUGGLED_ARC
    x = host.foot[0] - across * host.height * math.cos(angle)
    y = host.foot[1] - host.height * (0.66 + up * math.sin(angle))
    return at_host(bond, instance, (x, y + height / 2), height, STEP)


def _across(bond: Attachment, one: Placement, grip: Grip) -> float:
    """Where the grip's point is across the thing as it will be drawn."""
    return 1 - grip.point[0] if bond.ruler.measures.mirrored(one).flip else grip.point[0]


def _flown(bond: Attachment, instance: int, grip: Grip) -> Placement:
    """In the air, tied to the hand: balloons above it, a kite high up on the freer side."""
    host = bond.host(instance)
    hand = _hosted(replace(bond, order=0), 0 if len(bond.target) == 1 else instance, "hand")
    place = _kite if bond.item.noun == "kite" else _bunch
    foot, height = place(bond, instance, host, hand)
    one = at_host(bond, instance, foot, height, STEP)
    tie = (_across(bond, one, grip), grip.point[1])
    return replace(one, tether=Tether((hand.x, hand.y), tie))


def _bunch(bond: Attachment, instance: int, host: Placement, hand: Anchor) -> tuple[Foot, float]:
    """Balloons in a bunch above the hand; the first one is highest."""
    height = min(max(true_height(bond, host), 0.2 * host.height), 0.4 * host.height)
    number = bond.count if len(bond.target) == 1 else 1
    turn = instance if number > 1 else 0
    row, place = (0, 0) if turn == 0 else ((turn - 1) // 2 + 1, 1 if turn % 2 else -1)
    x = hand.x + place * (0.5 + 0.32 * row) * height * bond.aspect * (1.35 if row % 2 else 0.9)
    x += (0.1 * height) * bond.order
    y = hand.y - STRING * host.height * (1 - 0.1 * row) + (0.16 * height if row % 2 else 0.0)
    return (x, y), height


def _kite(bond: Attachment, instance: int, host: Placement, hand: Anchor) -> tuple[Foot, float]:
    """A kite in the sky, to the side where the picture has more room."""
    stage = bond.ruler.stage
    height = max(0.16 * bond.ruler.short, 0.3 * host.height)
    side = 1.0 if hand.x >= host.foot[0] else -1.0
    if (stage.size.width - hand.x if side > 0 else hand.x) < KITE_ROOM * stage.size.width:
        side = -side
    step = 0.24 * stage.size.width + KITE_STRING * 0.3 * height * instance
    top = max(0.07 * stage.size.height, min(stage.sky[0], hand.y - 1.2 * height))
    x, middle = hand.x + side * step, stage.size.width / 2
    if (hand.x - middle) * side < 0:
        # It stays on its own half, or nearly so: on the other one somebody else may stand.
        x = min(x, middle + OVER_THE_MIDDLE * middle) if side > 0 else max(x, middle - OVER_THE_MIDDLE * middle)
    return (x, top + height * (1 + 0.6 * instance)), height
