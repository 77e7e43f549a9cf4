"""A standing person as a drawing: the role's clothes on the body that chance and words decide, in a pose."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace as replaced
from typing import Any

from msgspec.structs import replace

from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.art.figures.people import beasts, bodies, clothes, hats, head, limbs, props, worn
from aquatint.engines.composer.art.figures.people.joints import Joints, place_joints
from aquatint.engines.composer.art.figures.people.roles import dressed, roles
from aquatint.engines.composer.art.figures.people.stances import Stance, stances
from aquatint.engines.composer.art.figures.people.traits import Traits, decide
from aquatint.engines.composer.art.figures.rendering import paint_sketch
from aquatint.engines.composer.art.figures.sketch import Sketch


@dataclass(frozen=True, slots=True)
class Person:
    """A role. Follows `art.drawing.Drawing`; wide poses stand in the box at their own proportions."""

    name: str
    beast: str = ""
    """The species of a storybook beast."""

    @property
    def aspect(self) -> float:
        """Width by height of the box that suits the role's usual pose."""
        return _usual_aspect(self.name, self.beast)

    def aspect_in(self, attributes: Mapping[str, str]) -> float:
        """Width by height of the box that suits the pose and the thing held that the words ask for."""
        return _aspect(self.name, self.beast, tuple(attributes.items()))

    def paint(self, canvas: Any, box: Box, look: Look) -> None:
        """Paint into the box without distortion, standing on its lower edge."""
        paint_sketch(canvas, self.sketch(look), box, look)

    def sketch(self, look: Look) -> Sketch:
        """The shapes of this person."""
        return _sketch(self.traits(look))

    def traits(self, look: Look) -> Traits:
        """Who this is: decided by role, words and chance; the colour of a beast is that of its fur."""
        dye = None if self.beast else look.colour
        traits = decide(
            dressed(roles()[self.name], look.attributes.get("costume", "")),
            look.attributes,
            dye,
            look.chance.fork("person"),
        )
        if not self.beast:
            return traits
        skin = beasts.skin_of(self.beast, look.colour)
        shoes = traits.shoes if traits.boots else skin
        return replaced(
            traits, beast=self.beast, fur=look.colour, skin=skin, shoes=shoes, haircut="bald", beard=""
        )  # fmt: skip


@functools.lru_cache(maxsize=256)
def _usual_aspect(name: str, beast: str) -> float:
    return Person(name, beast).aspect_in({})


@functools.lru_cache(maxsize=512)
def _aspect(name: str, beast: str, said: tuple[tuple[str, str], ...]) -> float:
    """Width by height of the drawing that the words ask for."""
    area = Person(name, beast).sketch(Look(attributes=dict(said))).bounds()
    return float(area.width() / area.height())


@functools.lru_cache(maxsize=256)
def _sketch(traits: Traits) -> Sketch:
    return build_person(traits)


def stance_of(traits: Traits) -> Stance:
    """The angles of the person's bones: things decide how they are borne."""
    pose = props.hold_of(traits.prop).pose if traits.prop and traits.pose == "holding" else traits.pose
    stance = stances()[pose]
    if traits.mount:
        return aboard(stance, stances()[traits.mount])
    return seated(stance, "sitting" if traits.on_floor else "seated") if traits.on_seat else stance


@functools.cache
def aboard(stance: Stance, mount: Stance) -> Stance:
    """The same doing on a vehicle of the figure's own: its arms, and everything else of the rider's."""
    if mount.mount is None:
        return stance
    legs = {
        name: getattr(mount, name) for name in ("near_leg", "far_leg", "near_foot", "far_foot", "side", "seated")
    }
    held = tuple(name for name in stance.props if props.hold_of(name).at not in ("floor", "feet", "foot", "mount"))
    front = tuple(dict.fromkeys((*stance.front, "far")))
    free = replace(mount.mount, near_hand=None, far_hand=None)
    return replace(
        stance, **legs, sway=0.0, lean=0.0, turn=0.0, front=front, props=(*mount.props, *held), mount=free
    )


@functools.cache
def seated(stance: Stance, sitting: str = "seated") -> Stance:
    """The same doing on a chair, or "sitting" on the ground."""
    if stance.seated or stance.aloft:
        return stance
    chair = stances()[sitting]
    legs = {
        name: getattr(chair, name) for name in ("near_leg", "far_leg", "near_foot", "far_foot", "side", "seated")
    }
    front = tuple(dict.fromkeys((*stance.front, "far")))
    return replace(stance, **legs, sway=0.0, lean=min(12.0, stance.lean), front=front)


def build_person(traits: Traits) -> Sketch:
    """The shapes of a person: from back to front."""
    stance = stance_of(traits)
    joints = place_joints(traits, stance)
    sketch = Sketch()
    props.add_props(sketch, joints, traits, stance, "back")
    bodies.BODIES.get(traits.body, _add_body)(sketch, joints, traits, stance)
    props.add_props(sketch, joints, traits, stance, "top")
    sketch.places = places_of(joints)
    return sketch.turned(stance.turn) if stance.turn else sketch


def places_of(joints: Joints) -> dict[str, tuple[float, float]]:
    """Points that others may hold on to."""
    knee = joints.near_leg.middle
    return {
        "hand": props.palm(joints.far_arm),
        "near hand": props.palm(joints.near_arm),
        "head": (joints.head[0], joints.head[1] - joints.size),
        "seat": (joints.hip[0], joints.hip[1] + 0.05),
        "lap": ((joints.hip[0] + knee[0]) / 2, (joints.hip[1] + knee[1]) / 2 - 0.05),
        "feet": ((joints.near_leg.end[0] + joints.far_leg.end[0]) / 2, 0.0),
    }


def _add_body(sketch: Sketch, joints: Joints, traits: Traits, stance: Stance) -> None:
    """A human body in its clothes."""
    worn.add_behind(sketch, joints, traits)
    if traits.beast:
        beasts.add_quills(sketch, joints, traits)
        beasts.add_tail(sketch, joints, traits)
    elif traits.hat not in hats.HAIRLESS:
        head.add_back_hair(sketch, joints, _pressed(traits))
    if "behind" in stance.front:
        limbs.add_arm(sketch.group(0.5, dim=0.3), joints.near_arm, traits)
    limbs.add_arm(sketch.group(0.5, dim=0.3), joints.far_arm, traits)
    trunk = clothes.dress(sketch, joints, traits)
    worn.add_worn(trunk, joints, traits)
    if traits.hat != "space":
        _add_head(sketch, joints, traits)
    hats.add_hat(sketch, joints, traits)
    props.add_props(sketch, joints, traits, stance, "front")
    if "far" in stance.front or abs(joints.far_arm.angle) > 60:
        limbs.add_arm(sketch.group(0.5, dim=0.1), joints.far_arm, traits)
    if "behind" not in stance.front:
        limbs.add_arm(sketch.group(0.5), joints.near_arm, traits)


def _pressed(traits: Traits) -> Traits:
    """Hair under a hat: what would stick out through it is pressed down."""
    if traits.hat not in hats.CLEAR and traits.haircut in hats.BULKY:
        return replaced(traits, haircut="bob" if traits.sex == "woman" else "short")
    return traits


def _add_head(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    if traits.beast:
        beasts.add_head(sketch, joints, traits)
        worn.add_on_face(sketch, joints, traits)
        return
    head.add_head(sketch, joints, traits)
    if traits.hat not in hats.HAIRLESS:
        head.add_beard(sketch, joints, traits)
        head.add_front_hair(sketch, joints, _pressed(traits))
    worn.add_on_face(sketch, joints, traits)
