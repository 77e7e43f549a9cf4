"""A portrait as a drawing: head and shoulders of a role."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import Any

from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.art.figures.people import hats
from aquatint.engines.composer.art.figures.people.bust import bare, clothes, eyes, face, hair, mouth
from aquatint.engines.composer.art.figures.people.roles import dressed, roles
from aquatint.engines.composer.art.figures.people.traits import Traits, decide
from aquatint.engines.composer.art.figures.rendering import paint_sketch
from aquatint.engines.composer.art.figures.sketch import Sketch
from aquatint.engines.composer.drawing.chance import Chance

MOODS = {"laughing": "happy", "crying": "sad", "scared": "surprised"}
"""Moods that portraits show as another."""
VARIANTS = 64
"""How many sets of features there are for people of the same traits."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """Head and shoulders of a role. Follows `art.drawing.Drawing`; it ends in a straight lower edge."""

    name: str

    @property
    def aspect(self) -> float:
        """Width by height of the role's usual portrait."""
        return _usual_aspect(self.name)

    def paint(self, canvas: Any, box: Box, look: Look) -> None:
        """Paint into the box without distortion, on its lower edge."""
        paint_sketch(canvas, self.sketch(look), box, look)

    def sketch(self, look: Look) -> Sketch:
        """The shapes of this portrait; the dark side of the face depends on the light."""
        chance = look.chance.fork("person")
        traits = decide(
            dressed(roles()[self.name], look.attributes.get("costume", "")), look.attributes, look.colour, chance
        )
        x = -look.light.x if look.flip else look.light.x
        return _sketch(
            replace(traits, pose="standing", prop="", mood=MOODS.get(traits.mood, traits.mood)),
            chance.fork("features").randrange(VARIANTS),
            x <= 0,
        )


@functools.lru_cache(maxsize=256)
def _usual_aspect(name: str) -> float:
    area = Portrait(name).sketch(Look()).bounds()
    return float(area.width() / area.height())


@functools.lru_cache(maxsize=64)
def _sketch(traits: Traits, variant: int, light_from_left: bool) -> Sketch:
    return build_portrait(traits, variant, light_from_left)


def build_portrait(traits: Traits, variant: int, light_from_left: bool) -> Sketch:
    """The shapes of a portrait, from back to front."""
    if traits.body in bare.BARE:
        return bare.build_bare(traits)
    chance = Chance(variant)
    features = face.Features.of(traits, chance.fork("features"))
    side = 1.0 if light_from_left else -1.0
    sketch = Sketch()
    bare_headed = traits.hat not in hats.HAIRLESS
    combed = _under_hat(traits)
    if bare_headed:
        hair.add_back(sketch, combed, chance.fork("back"))
    clothes.add_neck(sketch, traits)
    clothes.add_shoulders(sketch, traits)
    skull = face.add_skull(sketch, traits, features, side)
    face.add_nose(skull, traits, features, side)
    face.add_age(skull, traits, side)
    mouth.add_mouth(skull, traits, features)
    eyes.add_eyes(sketch, skull, traits, features)
    if bare_headed or traits.hat == "space":
        hair.add_beard(sketch, traits, chance.fork("beard"))
        mouth.add_lip_below_moustache(sketch, traits)
        hair.add_cap(sketch, combed, chance.fork("cap"))
    clothes.add_glasses(sketch, traits)
    _add_hat(sketch, traits)
    sketch.places = {"head": (0.0, -1.0)}
    return sketch


def _under_hat(traits: Traits) -> Traits:
    if traits.hat not in hats.CLEAR and traits.haircut in hats.BULKY:
        return replace(traits, haircut="bob" if traits.sex == "woman" else "short")
    return traits


def _add_hat(sketch: Sketch, traits: Traits) -> None:
    """The hat; an astronaut carries the helmet's glass open."""
    if traits.hat != "space":
        hats.add_hat_in(sketch, clothes.SKULL, traits)
