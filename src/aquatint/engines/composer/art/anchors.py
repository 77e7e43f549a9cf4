"""Where heads, hands and backs are on a placed drawing, and how things are worn, held and ridden.

People and animals made of parameters are asked for their joints; of sprites `anchors.toml` says what was measured.
"""

from __future__ import annotations

import functools
import math
import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

import msgspec

from aquatint.engines.composer.art.drawing import Box, Drawing, Look
from aquatint.engines.composer.art.figures.animals.animal import Animal
from aquatint.engines.composer.art.figures.animals.species import Species
from aquatint.engines.composer.art.figures.find import find_animal
from aquatint.engines.composer.art.figures.people.bust.portrait import Portrait
from aquatint.engines.composer.art.figures.people.joints import Joints, place_joints
from aquatint.engines.composer.art.figures.people.person import Person, stance_of
from aquatint.engines.composer.art.figures.people.props import palm
from aquatint.engines.composer.art.figures.sketch import Sketch, fit
from aquatint.engines.composer.art.library import find
from aquatint.engines.composer.art.place import box_of, look_of
from aquatint.engines.composer.art.reaching import reach_out
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.bearing import Anchor, Grip, Part, Reaching, Vessel
from aquatint.engines.composer.layout.stage import Light, Placement
from aquatint.engines.composer.scene import Item

Spot = tuple[float, float, float]
"""x, y and breadth in figure space, or as shares of a box's width and height and of its width."""


BUST: dict[Part, Spot] = {
    "head": (-0.04, -0.82, 1.7), "eyes": (-0.1, 0.04, 1.5), "mouth": (-0.32, 0.56, 1.5),
    "neck": (-0.02, 1.2, 1.3), "chest": (0.0, 1.9, 2.4),
}  # fmt: skip
"""Parts of a portrait, in its own space of heads."""
CRADLED, PERCHED = Grip(at="chest", point=(0.5, 0.42)), Grip(point=(0.5, 0.97))
"""How beasts and birds are held."""


def species_of(art: str) -> Species:
    """The species of "animal:fox"."""
    return find_animal(art.partition(":")[2]).kind_in({})


@functools.cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


@functools.cache
def grips(way: str) -> dict[str, Grip]:
    """How things are "worn", "held" or "hung", by noun."""
    return msgspec.convert(_table("grips.toml")[way], dict[str, Grip])


@functools.cache
def vessels() -> dict[str, Vessel]:
    """How drawings hold what is in them, by the drawing's name."""
    return msgspec.convert(_table("rims.toml")["vessels"], dict[str, Vessel])


@functools.cache
def tops() -> dict[str, tuple[float, float, float]]:
    """The surfaces on which things stand, by the drawing's name."""
    return msgspec.convert(_table("rims.toml")["tops"], dict[str, tuple[float, float, float]])


@functools.cache
def steps() -> dict[str, tuple[tuple[float, float, float], ...]]:
    """The steps on which several stand, one on each, by the drawing's name."""
    return msgspec.convert(_table("rims.toml")["steps"], dict[str, tuple[tuple[float, float, float], ...]])


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
        if not worn and item.noun not in known and item.art.startswith("animal:"):
            return PERCHED if species_of(item.art).plan == "bird" else CRADLED
        return known.get(item.noun, known["anything"])

    def hung(self, item: Item) -> Grip:
        """How the item hangs: bodies by themselves, things on a string."""
        known = grips("hung")
        usual = "anybody" if item.art.partition(":")[0] in ("animal", "beast", "person") else "anything"
        return known.get(item.noun, known[usual])

    def vessel(self, item: Item) -> Vessel | None:
        """How the item's drawing holds what is in it."""
        return vessels().get(item.art)

    def top(self, item: Item) -> tuple[float, float, float] | None:
        """The surface of the item's drawing on which things stand."""
        return tops().get(item.art)

    def steps(self, item: Item) -> Sequence[tuple[float, float, float]]:
        """The steps of the item's drawing on which several stand, one on each."""
        return steps().get(item.art, ())

    def reach(self, placement: Placement, goals: Mapping[Reaching, tuple[float, float]]) -> Placement:
        """The placed person with hands or feet at points of the picture; other drawings stay as they are."""
        drawing = find(placement.item.art)
        return reach_out(drawing, placement, goals, self.chance) if isinstance(drawing, Person) else placement


def part_of(drawing: Drawing, art: str, part: Part, box: Box, look: Look) -> Anchor | None:
    """Where a part of a drawing in a box is; None where nothing is known of it."""
    if isinstance(drawing, Person):
        return _in_figure(drawing.sketch(look), _person_spots(drawing, look).get(part), box, look.flip)
    if isinstance(drawing, Portrait):
        return _in_figure(drawing.sketch(look), BUST.get(part), box, look.flip)
    if isinstance(drawing, Animal):
        sketch = drawing.sketch(look)
        spots = _animal_spots(drawing.kind_in(look.attributes), sketch)
        return _in_figure(sketch, spots.get(part), box, look.flip)
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
    traits = person.traits(look)
    stance = stance_of(traits)
    joints = place_joints(traits, stance)
    spots = _joint_spots(joints)
    if stance.mount is not None and stance.mount.handle is not None:
        x, y = stance.mount.handle
        spots["grip"] = (joints.hip[0] + x * joints.legs, y * joints.legs, 0.06)
    return {part: _turned(spot, stance.turn) for part, spot in spots.items()} if stance.turn else spots


def _turned(spot: Spot, degrees: float) -> Spot:
    """A place turned with its figure about the foot."""
    angle = math.radians(degrees)
    x, y, breadth = spot
    return x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle), breadth


def _joint_spots(joints: Joints) -> dict[Part, Spot]:
    size, body = joints.size, joints.body
    chest, shoulder = joints.trunk(0, 0.62), joints.near_arm.root
    knees = [(leg.middle[0] + joints.hip[0]) / 2 for leg in (joints.near_leg, joints.far_leg)]
    return {
        "head": (*joints.face(0.0, -1.0), 1.75 * size), "eyes": (*joints.face(-0.2, 0.04), 1.6 * size),
        "mouth": (*joints.face(-0.4, 0.56), 1.6 * size),
        "neck": (*joints.face(0.1, 1.08), 1.5 * size), "chest": (*chest, 2 * joints.shoulder),
        "hand": (*palm(joints.far_arm), 0.06), "back": (*joints.trunk(0.02, 0.5), 0.2),
        "hips": (joints.hip[0], joints.hip[1] + 0.05 * body, 2 * joints.hips),
        "other hand": (*palm(joints.near_arm), 0.06), "shoulder": (shoulder[0], shoulder[1] - 0.03, 0.1),
        "lap": (sum(knees) / 2, joints.hip[1] - 0.06 * body, 0.24 * body),
        "feet": ((joints.near_leg.end[0] + joints.far_leg.end[0]) / 2, 0.0, 0.2 * body),
    }  # fmt: skip


def _animal_spots(kind: Species, sketch: Sketch) -> dict[Part, Spot]:
    """Parts of an animal in figure space, from the places that its sketch names and the size of its head."""
    places = sketch.places
    if "head" not in places:
        return {}
    (x, top), half = places["head"], kind.head
    if kind.bird is not None:
        r = kind.bird.head
        beaked: dict[Part, Spot] = {
            "head": (x, top + 0.2 * r, 1.3 * r), "eyes": (x - 0.3 * r, top + 0.84 * r, 1.3 * r),
            "neck": (x, top + 1.9 * r, 1.5 * r), "chest": (x, top + 3 * r, 1.8 * r),
            "hand": (x - 1.3 * r, top + 1.2 * r, 0.5 * r), "feet": (x, 0.0, r),
            "mouth": (x - 1.1 * r, top + 1.1 * r, r),
        }  # fmt: skip
        return beaked | _back(places)
    if kind.face:
        middle = top + half
        front: dict[Part, Spot] = {
            "head": (x, middle - 0.78 * half, 1.7 * half),
            "eyes": (x - 0.42 * half, middle - 0.04 * half, 1.7 * half),
            "neck": (x + 0.16 * half, middle + 1.26 * half, 1.75 * half),
            "chest": (x, middle + 1.7 * half, 1.6 * half), "hand": (x - 0.7 * half, middle + 1.75 * half, half),
            "mouth": (x - 0.5 * half, middle + 0.56 * half, 1.5 * half),
        }  # fmt: skip
        return front | _back(places)
    if kind.fish is not None:
        return _fish_spots(kind.fish.depth, places) | _back(places)
    line = top + half
    side: dict[Part, Spot] = {
        "head": (x - 0.12 * half, line - 0.3 * half, 0.5 * half),
        "eyes": (x - 0.3 * half, line - 0.06 * half, 0.4 * half),
        "neck": (x + 0.22 * half, line + 0.5 * half, 0.75 * half),
        "chest": (x + 0.2 * half, line + 0.9 * half, 0.8 * half),
        "hand": (x - 0.75 * half, line + 0.3 * half, 0.3 * half),
        "mouth": (x - 0.7 * half, line + 0.3 * half, 0.8 * half),
    }  # fmt: skip
    return side | _back(places)


def _fish_spots(deep: float, places: dict[str, tuple[float, float]]) -> dict[Part, Spot]:
    """Parts of what swims: its head is the front third of a body that is ``deep`` on either side of its middle."""
    (x, top), (ex, ey) = places["head"], places["eye"]
    return {
        "head": (x, top, 0.8 * deep), "eyes": (ex, ey, 0.9 * deep),
        "neck": (x + 0.2, top + 0.6 * deep, 1.2 * deep),
        "chest": (x + 0.26, top + deep, deep), "hand": (x - 0.12, ey + 0.5 * deep, 0.5 * deep),
    }  # fmt: skip


def _back(places: dict[str, tuple[float, float]]) -> dict[Part, Spot]:
    if "back" not in places:
        return {}
    x, y = places["back"]
    return {"back": (x, y, 0.5), "shoulder": (x, y, 0.5)}
