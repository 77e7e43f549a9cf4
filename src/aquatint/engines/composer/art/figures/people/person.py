"""A standing person as a drawing: the role's clothes on the body that chance and words decide, in a pose."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.art.figures.people import clothes, hats, head, props, worn
from aquatint.engines.composer.art.figures.people.joints import Joints, place_joints
from aquatint.engines.composer.art.figures.people.traits import Stance, Traits, decide, roles, stances
from aquatint.engines.composer.art.figures.rendering import paint_sketch
from aquatint.engines.composer.art.figures.sketch import Sketch, Stroke


@dataclass(frozen=True, slots=True)
class Person:
    """A role. Follows `art.drawing.Drawing`; wide poses stand in the box at their own proportions."""

    name: str

    @property
    def aspect(self) -> float:
        """Width by height of the box that suits the role's usual pose."""
        return _usual_aspect(self.name)

    def aspect_in(self, attributes: Mapping[str, str]) -> float:
        """Width by height of the box that suits the pose and the thing held that the words ask for."""
        area = self.sketch(Look(attributes=dict(attributes))).bounds()
        return float(area.width() / area.height())

    def paint(self, canvas: Any, box: Box, look: Look) -> None:
        """Paint into the box without distortion, standing on its lower edge."""
        paint_sketch(canvas, self.sketch(look), box, look)

    def sketch(self, look: Look) -> Sketch:
        """The shapes of this person."""
        traits = decide(roles()[self.name], look.attributes, look.colour, look.chance.fork("person"))
        return _sketch(traits)


@functools.lru_cache(maxsize=256)
def _usual_aspect(name: str) -> float:
    return Person(name).aspect_in({})


@functools.lru_cache(maxsize=256)
def _sketch(traits: Traits) -> Sketch:
    return build_person(traits)


def stance_of(traits: Traits) -> Stance:
    """The angles of the person's bones: things that hang are not held out."""
    hangs = traits.prop in props.LOWERED and traits.pose == "holding"
    return stances()["standing" if hangs else traits.pose]


def build_person(traits: Traits) -> Sketch:
    """The shapes of a person: from back to front."""
    stance = stance_of(traits)
    joints = place_joints(traits, stance)
    sketch = Sketch()
    worn.add_behind(sketch, joints, traits)
    if traits.hat not in hats.HAIRLESS:
        head.add_back_hair(sketch, joints, _pressed(traits))
    far = sketch.group(0.5, dim=0.3)
    clothes.add_arm(far, joints.far_arm, traits, joints)
    trunk = clothes.dress(sketch, joints, traits)
    worn.add_worn(trunk, joints, traits)
    if traits.hat != "space":
        _add_head(sketch, joints, traits)
    hats.add_hat(sketch, joints, traits)
    _add_arms(sketch, joints, traits)
    sketch.places = {
        "hand": props.palm(joints.far_arm),
        "near hand": props.palm(joints.near_arm),
        "head": (joints.head[0], joints.head[1] - joints.size),
        "seat": (joints.hip[0], joints.hip[1] + 0.05),
    }
    return _turned(sketch, stance.turn) if stance.turn else sketch


def _pressed(traits: Traits) -> Traits:
    """Hair under a hat: what would stick out through it is pressed down."""
    if traits.hat not in hats.CLEAR and traits.haircut in {"bun", "curly", "afro"}:
        return replace(traits, haircut="bob" if traits.sex == "woman" else "short")
    return traits


def _add_head(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    head.add_head(sketch, joints, traits)
    if traits.hat not in hats.HAIRLESS:
        head.add_beard(sketch, joints, traits)
        head.add_front_hair(sketch, joints, _pressed(traits))
    worn.add_on_face(sketch, joints, traits)


def _add_arms(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    """What is held, the far forearm when it comes before the trunk, and the near arm."""
    props.add_prop(sketch, joints, traits)
    if abs(stance_of(traits).far_arm[1]) > 60:
        forearm = sketch.group(0.5, dim=0.15)
        clothes.add_arm(forearm, joints.far_arm, traits, joints)
    near = sketch.group(0.5)
    clothes.add_arm(near, joints.near_arm, traits, joints)


def _turned(sketch: Sketch, degrees: float) -> Sketch:
    """The whole figure turned about its foot: lying, swimming."""
    matrix = skia.Matrix()
    matrix.setRotate(degrees)
    made = Sketch()
    for group in sketch.groups:
        turned = made.group(group.form, group.dim)
        for one in group.strokes:
            path = skia.Path()
            one.path.transform(matrix, path)
            turned.strokes.append(Stroke(path, one.colour, one.alpha, one.width, one.blur, one.atop))
    angle = math.radians(degrees)
    made.places = {
        name: (x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle))
        for name, (x, y) in sketch.places.items()
    }
    return made
