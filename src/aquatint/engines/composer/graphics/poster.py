"""Posters, and all that is one in another shape: banners, flyers, covers."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.cues import choose_variant, data
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import choose_palette
from aquatint.engines.composer.graphics.posters import (
    deco,
    midcentury,
    minimal,
    neon,
    park,
    riso,
    scenic,
    sunburst,
    swiss,
)
from aquatint.engines.composer.graphics.scenery import has_place
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

VARIANTS: dict[str, ModuleType] = {
    "deco": deco,
    "swiss": swiss,
    "park": park,
    "midcentury": midcentury,
    "sunburst": sunburst,
    "minimal": minimal,
    "riso": riso,
    "neon": neon,
    "scenic": scenic,
}
"""Each has ``paint(page)``. Their words and palettes are in ``data/variants.toml``."""


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """A poster of the place, if there is one, else in the direction that the words ask for, or one by chance."""
    name = "scenic" if has_place(scene) else choose_variant(scene, "poster", chance.fork("variant"))
    palettes = data("variants")["poster"][name].get("palettes", ())
    palette = choose_palette(scene, chance.fork("palette"), palettes)
    yield from VARIANTS[name].paint(Page(canvas, scene, size, chance, palette))
