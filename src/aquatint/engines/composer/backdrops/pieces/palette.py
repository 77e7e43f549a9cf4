"""The colours of pieces: codes, roles that a place or a piece fills, and light of their own."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from aquatint.engines.composer.backdrops.buildings import LAMP
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, multiply, shift
from aquatint.engines.composer.layout.stage import Light

Roles = Mapping[str, str]
DEFAULTS: Roles = {
    "wood": "#9a6b45", "cloth": "#b5654f", "cloth2": "#4f7d8c", "wall": "#d9cbb3", "metal": "#8f979e",
    "dark": "#3b3a40", "white": "#f4efe6", "accent": "#d99a2b", "stone": "#a9a49a", "leaf": "#4f8f42",
    "rug": "#b5654f",
}  # fmt: skip
_TOKEN = re.compile(r"^(!?)(#[0-9a-f]{6}|[a-z_]+\d?)(?:([+-])(\d+))?$")


def choose(roles: Roles, chance: Chance) -> dict[str, str]:
    """Roles with one of each list of colours ("#a|#b") chosen by its own stream of chance."""
    return {name: chance.fork("role", name).choice(text.split("|")) for name, text in roles.items()}


@functools.lru_cache(maxsize=8192)
def _surface(text: str, light: Light, thickness: float, far: float) -> Colour:
    """A surface under a light, as `Easel.lit` has it, remembered."""
    found = _TOKEN.match(text)
    if found is None:
        raise ValueError(text)
    glows, base, sign, step = found.groups()
    colour = Colour.of(base)
    if step:
        colour = shift(colour, lightness=int(step) / 100 * (1 if sign == "+" else -1))
    if glows:
        return mix(colour, light.haze, far * 0.3)
    seen = multiply(colour, light.ambient)
    return mix(seen, light.haze, 1 - (1 - min(far, 1.0)) ** thickness) if far > 0 else seen


@functools.lru_cache(maxsize=8192)
def shades(colour: Colour) -> tuple[Colour, Colour]:
    """The lit and the shaded side of a surface."""
    return shift(colour, lightness=0.022), shift(colour, lightness=-0.05)


def resolve(token: str, easel: Easel, roles: Roles, far: float) -> Colour:
    """The colour of a token on the easel.

    "#rrggbb" or the name of a role, lighter or darker by "+8" or "-8" (hundredths of OKLab lightness); "!" before
    it is light of its own. "lamp" is a lampshade, "glass" a window pane from outside, "sky", "haze", "snowy",
    "leafy" (the season's leaves), "blossom", "conifer" and "grass" are what the air makes of them.
    """
    found = _TOKEN.match(token)
    if found is None:
        raise ValueError(token)
    glows, base, sign, step = found.groups()
    if (made := _of_the_air(base, easel, roles, far)) is not None:
        return shift(made, lightness=int(step) / 100 * (1 if sign == "+" else -1)) if step else made
    code = base if base.startswith("#") else roles.get(base) or DEFAULTS[base]
    change = f"{sign}{step}" if step else ""
    return _surface(f"{glows}{code}{change}", easel.stage.light, easel.air.thickness, round(far, 3))


def _of_the_air(name: str, easel: Easel, roles: Roles, far: float) -> Colour | None:
    light, nature = easel.stage.light, easel.air.nature
    match name:
        case "lamp":
            return mix(easel.lit(Colour.of("#efe2c6"), far), LAMP, min(1.0, easel.air.light.darkness * 1.5))
        case "glass":
            pane = mix(easel.lit(Colour.of("#5f7f99"), far), easel.air.sky[1], 0.3)
            return mix(pane, LAMP, 0.9) if easel.air.light.darkness > 0.3 else pane
        case "sky":
            return mix(easel.air.sky[2], WHITE, 0.2)
        case "haze":
            return light.haze
        case "snowy":
            return mix(easel.air.snow_colour, light.haze, far * 0.6)
        case "leafy":
            return easel.lit(Colour.of(roles["leafy"]) if "leafy" in roles else nature.leaves[0], far)
        case "blossom":
            codes = {"autumn": "#d9653f"}
            return easel.lit(Colour.of(codes.get(easel.air.season, "#f4bccd")), far)
        case "conifer":
            return easel.lit(nature.conifer, far)
        case "grass":
            return easel.lit(nature.grass, far)
        case _:
            return None
