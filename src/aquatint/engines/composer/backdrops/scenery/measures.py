"""Measures and colours of layers."""

from __future__ import annotations

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix

Roles = dict[str, str]


def level(easel: Easel, share: float) -> float:
    """y in pixels of a share below the horizon: of the height on the ground, of the shorter side above it, so that
    a tall picture gets more ground and more sky, and no taller hills."""
    return easel.horizon + (share * easel.height if share > 0 else short(easel, share))


def across(easel: Easel, at: float, roles: Roles) -> float:
    """x in pixels of -1..1 across the picture, mirrored when the seed has it so."""
    at = -at if "mirror" in roles else at
    return easel.width * (0.5 + 0.5 * at)


def short(easel: Easel, share: float) -> float:
    """Pixels of a share of the shorter side."""
    return share * 1000 * easel.unit


def tone_of(text: str, easel: Easel, chance: Chance) -> Colour:
    """A colour, one of several ("#a|#b"), or what nature makes of "grass", "grass_far", "grass_near", "leaf",
    "conifer", "soil", "bush", "crop", "blue" (far land)."""
    name = chance.choice(text.split("|"))
    if name.startswith("#"):
        return Colour.of(name)
    nature = easel.air.nature
    match name:
        case "grass" | "grass_far" | "grass_near" | "conifer" | "soil" | "bush":
            found = getattr(nature, name)
            assert isinstance(found, Colour)
            return found
        case "crop":
            return chance.choice(nature.crop)
        case "leaf":
            return chance.choice(nature.leaves)
        case "blue":
            return mix(nature.grass_far, Colour.of("#6f8fc0"), 0.6)
        case _:
            raise ValueError(text)


def tone(easel: Easel, one: Step, default: str = "grass") -> Colour:
    """The colour of a step."""
    return tone_of(one.text("tone", default), easel, easel.fork("tone").chance)
