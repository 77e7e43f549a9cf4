"""What people hold."""

from __future__ import annotations

import math

from aquatint.engines.composer.art.figures.parts import Frame, draw_parts
from aquatint.engines.composer.art.figures.people.joints import Joints, Limb, Point
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Sketch
from aquatint.engines.composer.art.figures.tables import Parts, parts_table

GROUNDED = frozenset({"staff", "stick", "cane", "broom", "fork"})
"""Things that stand on the ground."""
AT_FOOT = frozenset({"football", "surfboard", "skis"})
"""Things below or before the feet."""
LOWERED = frozenset({"cane", "briefcase", "watering-can", "sack"})
"""Things that hang from a straight arm."""


def props() -> dict[str, Parts]:
    """All things that can be held, by name."""
    return parts_table(__package__, "props.toml")


def palm(arm: Limb) -> Point:
    """The middle of the hand at the end of an arm."""
    turn = math.radians(arm.angle)
    return arm.end[0] - math.sin(turn) * 0.026, arm.end[1] + math.cos(turn) * 0.026


def add_prop(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    """Add the thing in the far hand, before the near arm; nothing for an unknown name."""
    if traits.prop in props():
        draw_parts(sketch.group(0.7), props()[traits.prop], _frame(joints, traits.prop), traits.palette())


def _frame(joints: Joints, prop: str) -> Frame:
    hand = palm(joints.far_arm)
    if prop in AT_FOOT:
        foot = joints.far_leg.end[0]
        return Frame(lambda x, y: (foot + x, y))
    if prop in GROUNDED:
        return Frame(lambda x, y: (hand[0] + x, hand[1] + (-hand[1] * y if y > 0 else y)))
    return Frame(lambda x, y: (hand[0] + x, hand[1] + y))
