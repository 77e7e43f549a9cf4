"""Drawings that shine: night does not dim them, and they light the air around them instead of casting a shadow."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import replace
from importlib import resources
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, radial
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix
from aquatint.engines.composer.layout.stage import Light
from aquatint.engines.composer.scene import GLOWING, NATURAL_COLOUR, Item

DUSK = 0.15
"""Darkness from which a glow shows."""
REACH = 1.5
"""Radius of a halo in diagonals of half the drawing."""
BRIGHTEST = 0.6
"""Opacity of a halo's middle in a black night."""
ASKED_LEAST = 0.85
"""The same, at any hour, of what was asked to glow."""
LIGHTENED = 0.35
"""How much lighter than a thing its own glow is."""
PALE = "#fff0b8"
"""How what has no colour of its own glows."""


@functools.cache
def glowing() -> dict[str, Colour]:
    """The glow of each drawing that shines, by the name that `art.find` knows."""
    text = resources.files(__package__).joinpath("glowing.toml").read_text(encoding="utf-8")
    groups = tomllib.loads(text)["glow"]
    return {name: Colour.of(group["colour"]) for group in groups for name in group["art"]}


def glow_of(item: Item) -> Colour | None:
    """The glow of an item: that of its drawing, or in its own colour where it was asked to glow."""
    if item.attributes.get("material") == GLOWING:
        own = item.colour or item.attributes.get(NATURAL_COLOUR, "") or PALE
        return mix(Colour.of(own), WHITE, LIGHTENED)
    return glowing().get(item.art)


def self_lit(light: Light) -> Light:
    """The light as seen on something that shines: the dark does not dim it and nothing else models it."""
    return replace(light, ambient=mix(light.ambient, WHITE, 0.85), key=WHITE, shadow_strength=0.0)


def paint_halo(canvas: Any, box: Box, glow: Colour, light: Light, *, asked: bool = False) -> None:
    """Paint the light around a shining drawing; nothing by day unless ``asked``. Call it before the drawing."""
    strength = max(ASKED_LEAST if asked else 0.0, BRIGHTEST * (light.darkness - DUSK) / (1 - DUSK))
    if strength <= 0:
        return
    centre = (box.x + box.width / 2, box.y + box.height / 2)
    radius = REACH * max(box.width, box.height)
    fading = [(0.0, glow, strength), (0.3, glow, 0.45 * strength), (0.62, glow, 0.12 * strength), (1.0, glow, 0.0)]
    canvas.drawCircle(*centre, radius, fill(shader=radial(centre, radius, fading), blend=skia.BlendMode.kScreen))
