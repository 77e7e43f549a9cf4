"""Storybook beasts: an animal's head, fur and tail on a clothed body that does what people do."""

from __future__ import annotations

import math
from typing import Any

import msgspec
import skia

from aquatint.engines.composer.art.figures.animals import birds, frog, heads
from aquatint.engines.composer.art.figures.animals.animal import DYED
from aquatint.engines.composer.art.figures.animals.profile_heads import add_profile_head
from aquatint.engines.composer.art.figures.animals.species import Bird, Species, faces, species
from aquatint.engines.composer.art.figures.coat import Coat, coat_of, dyed
from aquatint.engines.composer.art.figures.geometry import ribbon
from aquatint.engines.composer.art.figures.people.face import expression_of
from aquatint.engines.composer.art.figures.people.joints import Joints
from aquatint.engines.composer.art.figures.people.roles import Role
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Sketch
from aquatint.engines.composer.drawing.colour import Colour

ROLE = "storybook"
"""The role that storybook beasts have: children's clothes, no shoes."""
PLANS = frozenset({"paws", "hoofs", "bear", "hare", "elephant", "ape", "kangaroo", "bird", "frog"})
"""Body plans whose heads stand on a body like ours."""
FACED, SIDE, BIRD, FROG = 1.12, 2.0, 0.98, 3.3
"""Sizes of heads in half heights of a human one: turned ones, profiles, birds, and how wide a frog's is."""
CLOSED = frozenset({"space", "mask", "knight", "plague", "gorget"})
"""Hats that hide the head."""
TAILLESS = frozenset({"bird", "frog", "bear", "elephant", "ape", "hoofs"})
YAW = 0.8
"""How far a turned head still looks to the side, of what it does on four legs."""


def can_stand(name: str) -> bool:
    """Whether the species has a head for a storybook body."""
    return name in species() and species()[name].plan in PLANS


def can_dress(role: Role) -> bool:
    """Whether a beast's head can be seen in the clothes of that role."""
    return not role.body and role.hat not in CLOSED


def fur_of(traits: Traits) -> Coat:
    """The colours of the beast."""
    return dyed(coat_of(species()[traits.beast].coat), traits.fur, DYED)


def skin_of(name: str, fur: Colour | None) -> Colour:
    """The colour of a beast's hands and feet."""
    coat = dyed(coat_of(species()[name].coat), fur, DYED)
    return coat.get("skin", coat["main"])


def add_tail(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    """A tail behind the body."""
    kind = species()[traits.beast]
    if kind.plan in TAILLESS or traits.mount:
        return
    coat, (x, y), k = fur_of(traits), joints.hip, joints.body
    full = kind.tail in ("brush", "bushy")
    thick = 0.05 if full else 0.016
    if kind.plan == "hare" or kind.tail == "scut":
        spine = [(x + 0.07 * k, y + 0.01, 0.03 * k), (x + 0.1 * k, y - 0.01, 0.036 * k)]
    else:
        spine = [
            (x + 0.05 * k, y + 0.02, 0.014 * k), (x + 0.17 * k, y + 0.06, thick * k),
            (x + 0.25 * k, y - 0.04, thick * k), (x + 0.26 * k, y - 0.16, 0.008 * k),
        ]  # fmt: skip
    group = sketch.group(0.7)
    group.shape(ribbon(spine), coat["main"])
    if full:
        group.mark(ribbon([spine[2], spine[3]]), coat["pale"], 0.9)


def add_quills(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    """The spines of hedgehogs, behind head and back."""
    kind = species()[traits.beast]
    if kind.pattern != "quills":
        return
    coat, (x, y), size = fur_of(traits), joints.head, FACED * joints.size
    group = sketch.group(0.8)
    for reach, colour in ((1.6, coat["dark"]), (1.4, coat["deep"]), (1.2, coat["main"])):
        spines = skia.Path()
        for degrees in range(-125, 75, 11):
            turn = math.radians(degrees)
            _add_spine(spines, (x + 0.1 * size, y), turn, 0.5 * size, reach * size)
        for up in (0.9, 0.74, 0.58, 0.42, 0.26, 0.1):
            root = joints.trunk(0.3 * joints.shoulder, up)
            _add_spine(spines, root, math.radians(26), 0.0, joints.shoulder * (0.35 + reach))
        group.shape(spines, colour)


def _add_spine(path: Any, at: tuple[float, float], turn: float, start: float, end: float) -> None:
    """One spine from ``start`` to ``end`` away from a point, in the direction ``turn`` (radians)."""
    across, along = math.cos(turn), math.sin(turn)
    wide = 0.16 * end
    root = (at[0] + start * across, at[1] + start * along)
    path.addPoly(
        [
            skia.Point(root[0] - wide * along, root[1] + wide * across),
            skia.Point(at[0] + end * across, at[1] + end * along),
            skia.Point(root[0] + wide * along, root[1] - wide * across),
        ],
        True,
    )


def add_head(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    """The head of the beast where a person's would be."""
    kind, coat, (x, y), size = species()[traits.beast], fur_of(traits), joints.head, joints.size
    asleep = expression_of(traits).eyes == "closed" and traits.mood != "crying"
    if kind.plan == "bird":
        bird = kind.bird or Bird()
        birds.add_head(sketch, msgspec.structs.replace(bird, head=BIRD * size), coat, (x, y), asleep=asleep)
    elif kind.plan == "frog":
        made = Sketch()
        frog.add_head(made, coat)
        middle = made.bounds()
        scale = FROG * size / middle.width() * 0.8
        sketch.groups += made.scaled(scale, x - middle.centerX() * scale, y - middle.centerY() * scale).groups
    elif kind.face:
        _faced(sketch, kind, coat, (x, y), size, traits, asleep)
    else:
        _in_profile(sketch, kind, coat, (x, y), size, asleep)


def _faced(
    sketch: Sketch, kind: Species, coat: Coat, at: tuple[float, float], size: float, traits: Traits, asleep: bool
) -> None:  # fmt: skip
    face, sized = faces()[kind.face], msgspec.structs.replace(kind, head=FACED * size)
    mood = {"laughing": "happy", "crying": "sad", "scared": "surprised"}.get(traits.mood, traits.mood)
    mood = "roaring" if expression_of(traits).mouth in ("round", "wail") else mood
    project = heads.projection((at[0], at[1] - 0.02 * size), sized.head, YAW * face.yaw, -6.0)
    heads.turned_head(sketch, sized, face, coat, project, mood, asleep)


def _in_profile(
    sketch: Sketch, kind: Species, coat: Coat, at: tuple[float, float], size: float, asleep: bool
) -> None:  # fmt: skip
    sized = msgspec.structs.replace(kind, head=SIDE * size)
    centre = at[0] + 0.5 * size, at[1] - 0.25 * size
    add_profile_head(sketch, sized, coat, centre, kind.pitch, asleep=asleep)
