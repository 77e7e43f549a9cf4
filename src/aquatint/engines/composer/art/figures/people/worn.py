"""What is worn over the main garment, on the face and behind the body."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.art.figures.parts import Frame, draw_parts
from aquatint.engines.composer.art.figures.people.head import head_frame
from aquatint.engines.composer.art.figures.people.joints import Joints, Point
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.art.figures.tables import Parts, parts_table

LEVELS = (-0.2, 0.0, 0.33, 0.66, 0.86)
"""Heights on the trunk at which its half width is known: legs, hip, waist, chest, shoulders."""


def trunk_frame(joints: Joints) -> Frame:
    """Points of the trunk: x -1..1 is its half width at that height, y is 0 at the hip and 1 at the shoulders."""
    hips, waist, shoulder = joints.hips, joints.waist, joints.shoulder
    widths = (hips, hips, waist, shoulder * 0.88, shoulder)

    def place(across: float, up: float) -> Point:
        return joints.trunk(across * _between(up, LEVELS, widths), up)

    return Frame(place)


def _between(value: float, places: Sequence[float], widths: Sequence[float]) -> float:
    """Straight lines through the widths at the places, level beyond the ends."""
    if value <= places[0]:
        return widths[0]
    for i in range(1, len(places)):
        if value <= places[i]:
            share = (value - places[i - 1]) / (places[i] - places[i - 1])
            return widths[i - 1] + (widths[i] - widths[i - 1]) * share
    return widths[-1]


def add_behind(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    """Capes, wings and packs, behind the body."""
    _add(sketch, parts_table(__package__, "behind.toml"), trunk_frame(joints), traits)


def add_worn(group: Group, joints: Joints, traits: Traits) -> None:
    """Everything over the main garment, in the order of the role, in the group of the trunk."""
    known = parts_table(__package__, "worn.toml")
    for name in traits.worn:
        if name in known:
            draw_parts(group, known[name], trunk_frame(joints), traits.palette())


def add_on_face(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    """Glasses, an eyepatch, a headband, antennae."""
    _add(sketch, parts_table(__package__, "on_face.toml"), head_frame(joints), traits, form=0.0)


def _add(sketch: Sketch, known: dict[str, Parts], frame: Frame, traits: Traits, form: float = 0.9) -> None:
    for name in traits.worn:
        if name in known:
            draw_parts(sketch.group(form), known[name], frame, traits.palette())
