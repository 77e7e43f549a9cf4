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

DUSK = 0.15
"""Darkness from which a glow shows."""
REACH = 1.5
"""Radius of a halo in diagonals of half the drawing."""
BRIGHTEST = 0.6
"""Opacity of a halo's middle in a black night."""


@functools.cache
def glowing() -> dict[str, Colour]:
    """The glow of each drawing that shines, by the name that `art.find` knows."""
    text = resources.files(__package__).joinpath("glowing.toml").read_text(encoding="utf-8")
    groups = tomllib.loads(text)["glow"]
    return {name: Colour.of(group["colour"]) for group in groups for name in group["art"]}


def self_lit(light: Light) -> Light:
    """The light as seen on something that shines: the dark does not dim it and nothing else models it."""
    return replace(light, ambient=mix(light.ambient, WHITE, 0.85), key=WHITE, shadow_strength=0.0)


def paint_halo(canvas: Any, box: Box, glow: Colour, light: Light) -> None:
    """Paint the light around a shining drawing; nothing by day. Call it before the drawing."""
    strength = BRIGHTEST * (light.darkness - DUSK) / (1 - DUSK)
    if strength <= 0:
        return
    centre = (box.x + box.width / 2, box.y + box.height / 2)
    radius = REACH * max(box.width, box.height)
    fading = [(0.0, glow, strength), (0.3, glow, 0.45 * strength), (0.62, glow, 0.12 * strength), (1.0, glow, 0.0)]
    canvas.drawCircle(*centre, radius, fill(shader=radial(centre, radius, fading), blend=skia.BlendMode.kScreen))
