"""What people hold, and what stands around them for the sake of what they do."""

from __future__ import annotations

import functools
import math
from typing import Literal

import msgspec

from aquatint.engines.composer.art.figures.parts import Frame, draw_parts
from aquatint.engines.composer.art.figures.people.joints import PALM, Joints, Limb, Point
from aquatint.engines.composer.art.figures.people.stances import Stance, stances
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Sketch
from aquatint.engines.composer.art.figures.tables import Parts, parts_table, table

FILES = (
    "props.toml",
    "props_tools.toml",
    "props_play.toml",
    "props_places.toml",
    "props_mounts.toml",
    "props_doing.toml",
)
HELD = 96.0
"""Angle of the forearm for which held things are drawn."""
Place = Literal[
    "hand", "near", "hands", "ground", "foot", "feet", "floor", "mount", "seat", "trunk", "head"
]  # fmt: skip
Layer = Literal["back", "front", "top"]


class Hold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a thing is borne."""

    at: Place = "hand"
    """Where its origin is: in the far or near hand or between both; "ground": in the far hand, and its lower part
    stretches to the ground; before or under the feet; on the ground below the hips; there, and as large as the
    legs ask for; at the hips; on the chest."""
    turns: bool = False
    """Whether it turns with the forearm."""
    layer: Layer = "front"
    """Behind the person, before the trunk and under the near hand, or over everything."""
    pose: str = "holding"
    """Stance of who has it and does nothing else."""


@functools.cache
def props() -> dict[str, Parts]:
    """All things that can be held, by name."""
    return {name: parts for file in FILES for name, parts in parts_table(__package__, file).items()}


@functools.cache
def holds() -> dict[str, Hold]:
    """How things are borne, by name; all others lie in the far hand."""
    return msgspec.convert(table(__package__, "holds.toml"), dict[str, Hold])


def hold_of(prop: str) -> Hold:
    """How that thing is borne."""
    return holds().get(prop, Hold())


def palm(arm: Limb) -> Point:
    """The middle of the hand at the end of an arm."""
    turn = math.radians(arm.angle)
    return arm.end[0] - math.sin(turn) * PALM, arm.end[1] + math.cos(turn) * PALM


def things_of(traits: Traits, stance: Stance) -> list[str]:
    """What is drawn with the person: what the calling carries, and what the doing needs."""
    carried = bool(traits.prop) and stances()[hold_of(traits.prop).pose] is stance
    doing = [] if carried else [name for name in stance.props if name != traits.prop]
    if traits.idle:
        # Whatever is in the hands, a bicycle is under its rider.
        doing = [name for name in doing if hold_of(name).at in ("mount", "feet")]
    return [name for name in ([traits.prop] if traits.prop else []) + doing if name in props()]


def add_props(sketch: Sketch, joints: Joints, traits: Traits, stance: Stance, layer: Layer) -> None:
    """Add the things of one layer; "near X" is X in the other hand."""
    for name in things_of(traits, stance):
        hold = hold_of(name)
        if hold.layer == layer:
            draw_parts(sketch.group(0.7), props()[name], _frame(joints, hold), traits.palette())


def _frame(joints: Joints, hold: Hold) -> Frame:
    size = joints.legs if hold.at == "mount" else (1 + joints.body) / 2
    arm = joints.near_arm if hold.at == "near" else joints.far_arm
    x0, y0 = _origin(joints, hold, arm)
    turn = math.radians(HELD - arm.angle if hold.at == "near" else arm.angle - HELD) if hold.turns else 0.0
    cos, sin = math.cos(turn), math.sin(turn)

    def place(x: float, y: float) -> Point:
        if hold.at == "ground":
            return x0 + x * size, y0 + (-y0 * y if y > 0 else y * size)
        return x0 + size * (x * cos - y * sin), y0 + size * (x * sin + y * cos)

    return Frame(place, size, math.degrees(turn))


def _origin(joints: Joints, hold: Hold, arm: Limb) -> Point:
    match hold.at:
        case "hands":
            near, far = palm(joints.near_arm), palm(joints.far_arm)
            return (near[0] + far[0]) / 2, (near[1] + far[1]) / 2
        case "foot":
            return joints.far_leg.end[0], 0.0
        case "feet":
            return (joints.far_leg.end[0] + joints.near_leg.end[0]) / 2, 0.0
        case "floor" | "mount":
            return joints.hip[0], 0.0
        case "seat":
            return joints.hip
        case "trunk":
            return joints.trunk(0, 0.6)
        case "head":
            return joints.head
    return palm(arm)
