"""An animal as a drawing: the species' body in the pose that the look asks for."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.art.figures.animals import extras, heads, markings, tails, voices, wings
from aquatint.engines.composer.art.figures.animals.others import OTHERS
from aquatint.engines.composer.art.figures.animals.profile_heads import add_profile_head
from aquatint.engines.composer.art.figures.animals.skeleton import GAITS, Skeleton, build_skeleton
from aquatint.engines.composer.art.figures.animals.species import Pose, Species, faces, plans
from aquatint.engines.composer.art.figures.animals.variants import MARKS, YOUNG, variant_of
from aquatint.engines.composer.art.figures.coat import Coat, coat_of, dyed
from aquatint.engines.composer.art.figures.geometry import outline, oval, ribbon, stroke_line
from aquatint.engines.composer.art.figures.rendering import paint_sketch
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix

VARIANTS = 8
"""How many individuals of one species and pose exist: few enough that a herd shares its sketches."""
DYED = ("main", "deep", "skin")
"""Colour roles that follow an asked colour."""
POSES = {
    "standing": "standing",
    "walking": "walking",
    "running": "running",
    "jumping": "jumping",
    "sitting": "sitting",
    "lying": "lying",
    "sleeping": "sleeping",
    "playing": "jumping",
    "howling": "howling",
    "barking": "barking",
    "spraying": "spraying",
    "rearing": "rearing",
    "stretching": "stretching",
    "sliding": "sliding",
    "hanging": "hanging",
    "swinging": "hanging",
    "climbing": "climbing",
    "eating": "eating",
    "drinking": "eating",
    "flying": "flying",
    "floating": "flying",
    "swimming": "swimming",
    "diving": "swimming",
    "roaring": "roaring",
}
"""Attribute "pose" to the poses that plans know."""
MOODS = {"laughing": "happy", "crying": "sad", "scared": "surprised"}
"""Moods that beasts show as another."""
STANCES = {
    "howling": ("sitting", "standing"), "roaring": ("standing",), "barking": ("standing",),
    "spraying": ("standing",), "sliding": ("lying", "swimming"), "climbing": ("running",),
    "hanging": ("hanging", "jumping"),
}  # fmt: skip
"""How the body stands in poses that head or direction tell: the first of them that it has."""
TURNS = {"jumping": 17.0, "climbing": 66.0, "rearing": 46.0, "stretching": -17.0}
"""Degrees by which a beast is turned up; negative ones bring its front down."""
LEAP, SLIDE = 34.0, -74.0
"""The same for what leaps out of the water, and for birds on their bellies."""
NEAREST = {
    "sleeping": ("lying", "sitting"),
    "lying": ("sitting",),
    "flying": ("jumping",),
    "swimming": ("walking",),
}
"""What shows a pose that a plan lacks."""


@dataclass(frozen=True, slots=True)
class Animal:
    """A species. Follows `art.drawing.Drawing`; poses other than its usual one keep their own proportions."""

    name: str

    @property
    def aspect(self) -> float:
        """Width by height in the widest pose that it takes of its own accord."""
        return self.aspect_in({})

    def aspect_in(self, attributes: Mapping[str, str]) -> float:
        """Width by height in the pose that the words ask for, or else in the widest of its own."""
        kind, asked = self.kind_in(attributes), POSES.get(attributes.get("pose", ""))
        poses = {_known_pose(kind, asked)} if asked else {*kind.sits, *kind.usual} or {"standing"}
        return max(_sketch(_Order(self.name, pose, 0, "", None, kind)).aspect for pose in poses)

    def paint(self, canvas: Any, box: Box, look: Look) -> None:
        """Paint into the box without distortion, standing on its lower edge."""
        paint_sketch(canvas, self.sketch(look), box, look)

    def kind_in(self, attributes: Mapping[str, str]) -> Species:
        """The species as the words change it: young, spotted, striped."""
        marks = MARKS.get(attributes.get("pattern", "") or attributes.get("material", ""), "")
        return variant_of(
            self.name,
            attributes.get("age", "") in YOUNG,
            marks,
            attributes.get("pattern colour", ""),
            attributes.get("eyes colour", ""),
        )

    def sketch(self, look: Look) -> Sketch:
        """The shapes of this individual."""
        chance = look.chance.fork("animal")
        kind = self.kind_in(look.attributes)
        asked = POSES.get(look.attributes.get("pose", ""), "")
        pose = asked or chance.choice(kind.usual or kind.sits or ("standing",))
        variant = chance.randrange(VARIANTS)
        mood = look.attributes.get("mood", "")
        mood = MOODS.get(mood, mood)
        return _sketch(_Order(self.name, _known_pose(kind, pose), variant, mood, look.colour, kind)).sketch


@dataclass(frozen=True, slots=True)
class _Made:
    sketch: Sketch
    aspect: float


def _known_pose(kind: Species, pose: str) -> str:
    """The pose, or the nearest one that the body plan has."""
    if kind.plan in OTHERS:
        return pose
    known = plans()[kind.plan]
    if pose in GAITS or pose in known or pose in STANCES:
        return pose
    return next((other for other in NEAREST.get(pose, ()) if other in known or other in GAITS), "standing")


class _Order(NamedTuple):
    """What decides the shapes of an individual."""

    name: str
    pose: str
    variant: int
    mood: str
    colour: Colour | None
    kind: Species

    def __hash__(self) -> int:
        return hash(self[:5])


@functools.lru_cache(maxsize=128)
def _sketch(order: _Order) -> _Made:
    sketch = build_animal(order.name, order.kind, order.pose, order.variant, order.mood, order.colour)
    area = sketch.bounds()
    return _Made(sketch, area.width() / area.height())


def build_animal(name: str, kind: Species, pose: str, variant: int, mood: str, colour: Colour | None) -> Sketch:
    """The shapes of one individual of that name and build. Raises KeyError for an unknown pose."""
    chance = Chance(variant).fork(name)
    coat = dyed(coat_of(kind.coat), colour, DYED)
    if kind.plan in OTHERS:
        return _turned_body(OTHERS[kind.plan](kind, coat, chance, pose), kind, pose)
    known = plans()[kind.plan]
    body = next((one for one in STANCES.get(pose, (pose,)) if one in known or one in GAITS), "standing")
    posed = known["standing" if body in GAITS and body not in known else body]
    return _turned_body(_build_beast(posed, body, pose, kind, coat, chance, mood), kind, pose)


def _turned_body(sketch: Sketch, kind: Species, pose: str) -> Sketch:
    """The animal as a whole in the direction in which it moves: up in a leap, down on its belly."""
    if pose == "sliding":
        return sketch.turned(SLIDE) if kind.plan == "bird" else sketch
    degrees = LEAP if kind.plan == "fish" and pose == "jumping" else TURNS.get(pose, 0.0)
    upright = kind.plan in ("bird", "snake", "drawn")
    return sketch if upright or not degrees else sketch.turned(degrees)


def _build_beast(
    posed: Pose, body: str, pose: str, kind: Species, coat: Coat, chance: Chance, mood: str
) -> Sketch:
    """A beast on legs; ``body`` is how it stands, ``pose`` what it does."""
    bones = build_skeleton(posed, kind, body)
    sketch = Sketch()
    far_legs = sketch.group(0.8, dim=0.75)
    for side in ("far_front", "far_hind"):
        _leg(far_legs, bones.legs[side], kind, coat, _dark_legs(kind))
        if kind.socks:
            markings.sock(far_legs, bones.legs[side], kind, coat)
    if kind.wings:
        wings.add_beast_wing(sketch, bones, kind, coat, flying=body == "flying", far=True)
    wraps = body == "sleeping"
    if not wraps:
        tails.add_tail(sketch, bones, kind, coat, body)
    if kind.pattern == "plates":
        extras.add_plates(sketch, bones, coat)
    _body(sketch, bones, kind, coat, chance, body)
    if kind.pattern == "pompons":
        extras.add_pompons(sketch, bones, coat)
    if kind.wings:
        wings.add_beast_wing(sketch, bones, kind, coat, flying=body == "flying", far=False)
    if kind.mane:
        extras.add_mane(sketch, bones, kind, coat, bones.head)
    _head(sketch, bones, kind, coat, chance, pose, mood)
    if wraps:
        tails.add_tail(sketch, bones, kind, coat, body)
    back = bones.torso[len(bones.torso) // 2]
    sketch.places = {"back": (back[0], back[1] - back[2]), "head": (bones.head[0], bones.head[1] - kind.head)}
    return sketch


def _dark_legs(kind: Species) -> str:
    if kind.pattern == "panda":
        return "dark"
    return "skin" if "skin" in kind.coat else "main"


def _body(sketch: Sketch, bones: Skeleton, kind: Species, coat: Coat, chance: Chance, pose: str) -> None:
    legs = _dark_legs(kind) if kind.pattern != "panda" else "main"
    if kind.pattern == "fleece":
        near = sketch.group(0.8)
        for side in ("near_front", "near_hind"):
            _leg(near, bones.legs[side], kind, coat, legs)
        extras.add_fleece(sketch, bones, coat, chance)
        return
    group = sketch.group(1.0)
    fur = (kind.fluff, 0.0) if kind.fluff else None
    if kind.pattern in extras.HUMPS:
        extras.add_humps(group, bones, kind, coat)
    group.shape(ribbon(bones.torso), coat["main"])
    group.shape(ribbon(bones.neck, fur), coat["main"])
    markings.paint_belly(group, bones, kind, coat)
    for side in ("near_front", "near_hind"):
        _leg(group, bones.legs[side], kind, coat, legs)
    markings.paint_markings(group, bones, kind, coat, chance)
    _creases(group, bones, coat)
    if kind.pattern == "quills":
        extras.add_quills(sketch, bones, coat, chance)


def _leg(group: Group, leg: list[tuple[float, float, float]], kind: Species, coat: Coat, role: str) -> None:
    group.shape(ribbon(leg), coat[role])
    x, y, r = leg[-1]
    if kind.plan == "hoofs":
        if y > -0.2:
            foot = [
                (x - r * 0.8, y - r * 0.9),
                (x + r * 0.8, y - r * 0.9),
                (x + r * 1.0, 0.0),
                (x - r * 1.35, 0.0),
            ]
            group.shape(outline([(a, min(b, y + r)) for a, b in foot], {0, 1, 2, 3}), coat["hoof"])
        return
    if kind.plan == "elephant":
        for k in (-0.6, 0.0, 0.6):
            group.shape(oval(x - r * 0.4 + k * r * 0.8, y + r * 0.75, r * 0.2, r * 0.24), coat["hoof"])
        return
    reach = 0.5 if kind.plan == "bear" else 0.75
    group.shape(oval(x - r * reach, min(y + r * 0.15, -r * 0.8), r * 1.4, r * 0.82), coat[role])
    toes = [stroke_line([(x - r * t, y + r * 0.2), (x - r * (t + 0.06), y + r * 0.8)]) for t in (1.0, 1.5)]
    for toe in toes:
        group.line(toe, coat["dark"], 0.16 * r, 0.6)


def _creases(group: Group, bones: Skeleton, coat: Coat) -> None:
    """Where thigh and shoulder turn away: soft lines that keep a one-coloured body from being a cut-out."""
    dark = mix(coat["deep"], coat["dark"], 0.4)
    hip, knee = bones.legs["near_hind"][0], bones.legs["near_hind"][1]
    thigh = [
        (hip[0] - hip[2] * 0.55, hip[1] - hip[2] * 0.75),
        (hip[0] - hip[2] * 0.95, hip[1]),
        (knee[0] - knee[2] * 0.9, knee[1] - knee[2] * 0.1),
    ]
    group.line(stroke_line(thigh), dark, 0.035, 0.34, blur=0.016)
    top, elbow = bones.legs["near_front"][0], bones.legs["near_front"][1]
    arm = [
        (top[0] + top[2] * 0.8, top[1] - top[2] * 0.3),
        (top[0] + top[2] * 0.8, top[1] + top[2] * 0.5),
        (elbow[0] + elbow[2] * 0.9, elbow[1]),
    ]
    group.line(stroke_line(arm), dark, 0.03, 0.28, blur=0.016)


def _head(
    sketch: Sketch, bones: Skeleton, kind: Species, coat: Coat, chance: Chance, pose: str, mood: str
) -> None:
    asleep = pose == "sleeping" or (mood == "sleepy" and not kind.face)
    if kind.face and pose == "howling":
        voices.howling_head(sketch, kind, faces()[kind.face], coat, bones.head)
        return
    if kind.face:
        face = faces()[kind.face]
        mood = "roaring" if pose in voices.LOUD else mood
        yaw = face.yaw + chance.uniform(-8.0, 8.0)
        tilt = -12.0 if asleep else -24.0 if pose == "eating" else chance.uniform(-5.0, 5.0)
        project = heads.projection(bones.head, kind.head, yaw, tilt)
        heads.turned_head(sketch, kind, face, coat, project, mood, asleep)
        return
    pitch = kind.pitch + chance.uniform(-5.0, 5.0) + (14.0 if asleep else 46.0 if pose == "eating" else 0.0)
    raised = kind.pattern == "trunk" and (chance.random() < 0.3 or pose == "spraying")
    place = add_profile_head(sketch, kind, coat, bones.head, pitch, asleep=asleep, raised=raised)
    if kind.pattern == "trunk" and pose == "spraying":
        voices.add_spray(sketch, place(-1.14, 0.3), kind.head)
