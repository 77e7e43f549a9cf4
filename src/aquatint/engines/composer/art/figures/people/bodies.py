"""Bodies that are no human ones: robots of plates and joints, skeletons, scarecrows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from aquatint.engines.composer.art.figures.geometry import Knot, along, normals, outline, oval, ribbon, stroke_line
from aquatint.engines.composer.art.figures.parts import draw_parts, shadowed
from aquatint.engines.composer.art.figures.people import hats, head, limbs, props, worn
from aquatint.engines.composer.art.figures.people.head import head_frame
from aquatint.engines.composer.art.figures.people.joints import Joints, Limb, Point
from aquatint.engines.composer.art.figures.people.limbs import towards
from aquatint.engines.composer.art.figures.people.stances import Stance
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.people.trunk import add_trunk
from aquatint.engines.composer.art.figures.people.worn import trunk_frame
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.art.figures.tables import parts_table
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix

STEEL = Colour.of("#5b6570")
BONE = Colour.of("#efe8d6")


def _plate(group: Group, start: Point, end: Point, wide: float, colour: Colour) -> None:
    """One stiff segment of a robot's limb, with a lit seam."""
    group.shape(ribbon([(*towards(start, end, 0.14), wide), (*towards(start, end, 0.86), wide * 0.88)]), colour)
    group.line(
        stroke_line([towards(start, end, 0.3), towards(start, end, 0.7)]), mix(colour, WHITE, 0.5), 0.008, 0.7
    )


def _robot_limb(group: Group, limb: Limb, traits: Traits, wide: float, *, leg: bool) -> None:
    group.shape(oval(*limb.root, wide * 1.15), STEEL)
    _plate(group, limb.root, limb.middle, wide, traits.main)
    group.shape(oval(*limb.middle, wide * 0.86), STEEL)
    _plate(group, limb.middle, limb.end, wide * 0.94, traits.main)
    x, y = limb.end
    if leg:
        foot = [
            (x + 0.045, y - 0.02),
            (x + 0.05, y + 0.03),
            (x - 0.085, y + 0.03),
            (x - 0.08, y - 0.004),
            (x - 0.03, y - 0.03),
        ]
        group.shape(outline(foot, {0, 1, 2, 3}), shadowed(traits.main, 0.8))
        return
    palm = props.palm(limb)
    group.shape(oval(*palm, 0.026), STEEL)
    for side in (-1, 1):
        reach = (2 * palm[0] - x + side * 0.012, 2 * palm[1] - y)
        group.rope(stroke_line([palm, (reach[0] + side * 0.014, (palm[1] + reach[1]) / 2), reach]), STEEL, 0.014)


def add_robot(sketch: Sketch, joints: Joints, traits: Traits, stance: Stance) -> None:
    """A robot: a boxy trunk, segmented limbs, a head with a lit visor."""
    _robot_limb(sketch.group(0.8, dim=0.35), joints.far_arm, traits, 0.03, leg=False)
    _robot_limb(sketch.group(0.8, dim=0.35), joints.far_leg, traits, 0.042, leg=True)
    _robot_limb(sketch.group(0.9), joints.near_leg, traits, 0.042, leg=True)
    trunk = sketch.group(1.0)
    neck = joints.trunk(0, 1.0)
    trunk.shape(ribbon([(*neck, 0.03), (joints.head[0], joints.head[1] + joints.size * 0.6, 0.03)]), STEEL)
    draw_parts(trunk, parts_table(__package__, "machine.toml")["trunk"], trunk_frame(joints), traits.palette())
    skull = sketch.group(0.9)
    draw_parts(skull, parts_table(__package__, "machine.toml")["head"], head_frame(joints), traits.palette())
    props.add_props(sketch, joints, traits, stance, "front")
    _robot_limb(sketch.group(0.8), joints.near_arm, traits, 0.03, leg=False)


def _bone(group: Group, start: Point, end: Point, wide: float) -> None:
    group.shape(
        ribbon(
            [
                (*start, wide * 1.5),
                (*towards(start, end, 0.15), wide),
                (*towards(start, end, 0.85), wide),
                (*end, wide * 1.5),
            ]
        ),
        BONE,
    )


def _bones(group: Group, limb: Limb, *, leg: bool) -> None:
    _bone(group, limb.root, limb.middle, 0.012)
    _bone(group, limb.middle, limb.end, 0.01)
    x, y = limb.end
    if leg:
        group.shape(
            ribbon([(x + 0.01, y + 0.018, 0.012), (x - 0.04, y + 0.02, 0.01), (x - 0.075, y + 0.024, 0.006)]), BONE
        )
        return
    tip = props.palm(limb)
    for side in (-0.012, 0.0, 0.012):
        group.rope(
            stroke_line([limb.end, (tip[0] + side, tip[1]), (2 * tip[0] - x + 1.6 * side, 2 * tip[1] - y)]),
            BONE,
            0.008,
        )


def add_skeleton(sketch: Sketch, joints: Joints, traits: Traits, stance: Stance) -> None:
    """A skeleton: skull, ribs, spine, pelvis and long bones."""
    _bones(sketch.group(0.4, dim=0.3), joints.far_arm, leg=False)
    _bones(sketch.group(0.4, dim=0.3), joints.far_leg, leg=True)
    _bones(sketch.group(0.4), joints.near_leg, leg=True)
    draw_parts(
        sketch.group(0.5), parts_table(__package__, "machine.toml")["ribs"], trunk_frame(joints), traits.palette()
    )
    draw_parts(
        sketch.group(0.5), parts_table(__package__, "machine.toml")["skull"], head_frame(joints), traits.palette()
    )
    props.add_props(sketch, joints, traits, stance, "front")
    _bones(sketch.group(0.4), joints.near_arm, leg=False)


def _fish_tail(hip: Point, *, bent: bool) -> tuple[list[Knot], list[Point]]:
    """Spine and fin of a mermaid's tail: hanging down, or laid out before one who sits."""
    x, y = hip
    if bent:
        spine = [
            (x + 0.01, y - 0.06, 0.062), (x - 0.04, y - 0.02, 0.078), (x - 0.18, y - 0.05, 0.066),
            (x - 0.31, y - 0.07, 0.046), (x - 0.42, y - 0.01, 0.03), (x - 0.5, y + 0.02, 0.018),
        ]  # fmt: skip
        end = (x - 0.5, y + 0.02)
        shape = (
            (0.02, -0.02),
            (-0.05, -0.13),
            (-0.09, -0.1),
            (-0.07, -0.02),
            (-0.15, 0.02),
            (-0.14, 0.06),
            (0.0, 0.03),
        )
        return spine, [(end[0] + across, end[1] + down) for across, down in shape]
    low = y + 0.42
    spine = [
        (x, y - 0.07, 0.062), (x, y, 0.076), (x - 0.01, y + 0.14, 0.066), (x + 0.03, y + 0.28, 0.044),
        (x + 0.1, low - 0.04, 0.022),
    ]  # fmt: skip
    fin = [
        (x + 0.09, low - 0.06), (x - 0.03, low + 0.03), (x + 0.02, low + 0.06), (x + 0.12, low),
        (x + 0.2, low + 0.08), (x + 0.25, low + 0.01), (x + 0.14, low - 0.06),
    ]  # fmt: skip
    return spine, fin


def _add_scales(group: Group, spine: list[Knot], colour: Colour) -> None:
    """Rows of scales along a tail, where it is wide enough for them."""
    line = along(spine)
    across = normals(line)
    step = max(1, len(line) // 11)
    for row, at in enumerate(range(step, len(line) - step, step)):
        x, y, radius = (float(value) for value in line[at])
        for side in range(-3, 4):
            off = side * 0.03 + (0.015 if row % 2 else 0.0)
            if abs(off) < radius:
                spot = (x + off * float(across[at][0]), y + off * float(across[at][1]))
                group.line(oval(*spot, 0.016, 0.014), colour, 0.004, 0.6)


def add_mermaid(sketch: Sketch, joints: Joints, traits: Traits, stance: Stance) -> None:
    """A woman to the waist, a fish below."""
    head.add_back_hair(sketch, joints, traits)
    limbs.add_arm(sketch.group(0.5, dim=0.3), joints.far_arm, traits)
    body = sketch.group(0.9)
    x, y = joints.hip
    spine, fin = _fish_tail(joints.hip, bent=stance.seated)
    body.shape(outline(fin, {1, 5}), shadowed(traits.bottom_colour, 0.5))
    body.shape(ribbon(spine), traits.bottom_colour)
    _add_scales(body, spine, mix(traits.bottom_colour, WHITE, 0.35))
    trunk = sketch.group(0.9)
    add_trunk(trunk, joints, replace(traits, cut="swim", sex="man"), y)
    worn.add_worn(trunk, joints, traits)
    body = sketch.group(0.9)
    body.shape(
        ribbon([(x - 0.058, y - 0.045, 0.016), (x, y - 0.03, 0.02), (x + 0.058, y - 0.05, 0.016)]),
        shadowed(traits.bottom_colour, 0.4),
    )
    head.add_head(sketch, joints, traits)
    head.add_front_hair(sketch, joints, replace(traits, body=""))
    hats.add_hat(sketch, joints, traits)
    props.add_props(sketch, joints, traits, stance, "front")
    limbs.add_arm(sketch.group(0.5), joints.near_arm, traits)


BODIES: dict[str, Callable[[Sketch, Joints, Traits, Stance], None]] = {
    "robot": add_robot,
    "skeleton": add_skeleton,
    "mermaid": add_mermaid,
}
"""Builders by the role's body."""
