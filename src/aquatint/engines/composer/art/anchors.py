"""Where heads, hands and backs are on a placed drawing, and how things are worn, held and ridden.

People and animals made of parameters are asked for their joints; of sprites `anchors.toml` says what was measured.
"""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any

import msgspec

from aquatint.engines.composer.art.drawing import Box, Drawing, Look
from aquatint.engines.composer.art.figures.animals.animal import Animal
from aquatint.engines.composer.art.figures.animals.species import species
from aquatint.engines.composer.art.figures.people.joints import Joints, place_joints
from aquatint.engines.composer.art.figures.people.person import Person
from aquatint.engines.composer.art.figures.people.props import palm
from aquatint.engines.composer.art.figures.people.traits import decide, roles, stances
from aquatint.engines.composer.art.figures.sketch import Sketch, fit
from aquatint.engines.composer.art.library import find
from aquatint.engines.composer.art.place import box_of, look_of
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.bearing import Anchor, Grip, Part, Vessel
from aquatint.engines.composer.layout.stage import Light, Placement
from aquatint.engines.composer.scene import Item

Spot = tuple[float, float, float]
"""x, y and breadth in figure space, or as shares of a box's width and height and of its width."""


@functools.cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


@functools.cache
def grips(way: str) -> dict[str, Grip]:
    """How things are "worn" or "held", by noun."""
    return msgspec.convert(_table("grips.toml")[way], dict[str, Grip])


@functools.cache
def vessels() -> dict[str, Vessel]:
    """How drawings hold what is in them, by the drawing's name."""
    return msgspec.convert(_table("rims.toml")["vessels"], dict[str, Vessel])


@functools.cache
def tops() -> dict[str, tuple[float, float, float]]:
    """The surfaces on which things stand, by the drawing's name."""
    return msgspec.convert(_table("rims.toml")["tops"], dict[str, tuple[float, float, float]])


class ArtAnchors:
    """Follows `layout.bearing.Anchors` for the drawings that `art.find` knows. ``chance`` is the picture's."""

    def __init__(self, chance: Chance) -> None:
        self.chance = chance

    def part(self, placement: Placement, part: Part) -> Anchor | None:
        """Where a part of the placed drawing is."""
        drawing = find(placement.item.art)
        box, look = box_of(drawing, placement), look_of(placement, Light(), self.chance)
        return part_of(drawing, placement.item.art, part, box, look)

    def grip(self, item: Item, *, worn: bool) -> Grip:
        """How the item is held, or worn."""
        known = grips("worn" if worn else "held")
        return known.get(item.noun, known["anything"])

    def vessel(self, item: Item) -> Vessel | None:
        """How the item's drawing holds what is in it."""
        return vessels().get(item.art)

    def top(self, item: Item) -> tuple[float, float, float] | None:
        """The surface of the item's drawing on which things stand."""
        return tops().get(item.art)


def part_of(drawing: Drawing, art: str, part: Part, box: Box, look: Look) -> Anchor | None:
    """Where a part of a drawing in a box is; None where nothing is known of it."""
    if isinstance(drawing, Person):
        return _in_figure(drawing.sketch(look), _person_spots(drawing, look).get(part), box, look.flip)
    if isinstance(drawing, Animal):
        sketch = drawing.sketch(look)
        return _in_figure(sketch, _animal_spots(drawing.name, sketch).get(part), box, look.flip)
    sprites = _table("anchors.toml")
    spot = sprites["art"].get(art, {}).get(part) or sprites["anything"].get(part)
    return _in_box((*spot, 0.3)[:3], box, look.flip) if spot else None


def _in_box(spot: Spot, box: Box, flip: bool) -> Anchor:
    across = 1 - spot[0] if flip else spot[0]
    return Anchor(box.x + across * box.width, box.y + spot[1] * box.height, spot[2] * box.width)


def _in_figure(sketch: Sketch, spot: Spot | None, box: Box, flip: bool) -> Anchor | None:
    if spot is None:
        return None
    area = sketch.bounds()
    scale, left, top = fit(area, box)
    x = left + (spot[0] - area.left()) * scale
    x = 2 * box.x + box.width - x if flip else x
    return Anchor(x, top + (spot[1] - area.top()) * scale, spot[2] * scale)


def _person_spots(person: Person, look: Look) -> dict[Part, Spot]:
    """Parts of a person in figure space, from its joints."""
    traits = decide(roles()[person.name], look.attributes, look.colour, look.chance.fork("person"))
    stance = stances()[traits.pose]
    if stance.turn:
        return {}
    return _joint_spots(place_joints(traits, stance))


def _joint_spots(joints: Joints) -> dict[Part, Spot]:
    (x, y), size = joints.head, joints.size
    chest, shoulder = joints.trunk(0, 0.62), joints.near_arm.root
    hand = palm(joints.far_arm)
    return {
        "head": (x, y - size, 1.75 * size), "eyes": (x - 0.22 * size, y + 0.02 * size, 1.6 * size),
        "neck": (x + 0.1 * size, y + 1.08 * size, 1.5 * size), "chest": (*chest, 2 * joints.shoulder),
        "hand": (*hand, 0.06), "back": (joints.hip[0], joints.hip[1] - 0.16, 0.2),
        "hips": (joints.hip[0], joints.hip[1] + 0.05, 2 * joints.hips),
        "other hand": (*palm(joints.near_arm), 0.06),
        "shoulder": (shoulder[0], shoulder[1] - 0.03, 0.1),
    }  # fmt: skip


def _animal_spots(name: str, sketch: Sketch) -> dict[Part, Spot]:
    """Parts of an animal in figure space, from the places that its sketch names and the size of its head."""
    kind, places = species()[name], sketch.places
    if "head" not in places:
        return {}
    (x, top), half = places["head"], kind.head
    if kind.face:
        middle = top + half
        front: dict[Part, Spot] = {
            "head": (x, middle - 0.78 * half, 1.7 * half),
            "eyes": (x - 0.42 * half, middle - 0.04 * half, 1.7 * half),
            "neck": (x + 0.16 * half, middle + 1.26 * half, 1.75 * half),
            "chest": (x, middle + 1.7 * half, 1.6 * half), "hand": (x - 0.7 * half, middle + 1.75 * half, half),
        }  # fmt: skip
        return front | _back(places)
    line = top + half
    side: dict[Part, Spot] = {
        "head": (x - 0.12 * half, line - 0.3 * half, 0.5 * half),
        "eyes": (x - 0.3 * half, line - 0.06 * half, 0.4 * half),
        "neck": (x + 0.22 * half, line + 0.5 * half, 0.75 * half),
        "chest": (x + 0.2 * half, line + 0.9 * half, 0.8 * half),
        "hand": (x - 0.75 * half, line + 0.3 * half, 0.3 * half),
    }  # fmt: skip
    return side | _back(places)


def _back(places: dict[str, tuple[float, float]]) -> dict[Part, Spot]:
    if "back" not in places:
        return {}
    x, y = places["back"]
    return {"back": (x, y, 0.5), "shoulder": (x, y, 0.5)}
