"""Greeting cards and invitations."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.cards import (
    birthday,
    botanical,
    elegant,
    halloween,
    hearts,
    plain,
    scenic,
    winter,
)
from aquatint.engines.composer.graphics.cues import choose_variant, data
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import choose_palette
from aquatint.engines.composer.graphics.scenery import has_place
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

VARIANTS: dict[str, ModuleType] = {
    "birthday": birthday,
    "botanical": botanical,
    "elegant": elegant,
    "winter": winter,
    "hearts": hearts,
    "halloween": halloween,
    "plain": plain,
    "scenic": scenic,
}
"""Each has ``paint(page)``. Their words and palettes are in ``data/variants.toml``."""


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """A card with the place, if there is one, else for its occasion, or in a manner by chance."""
    name = "scenic" if has_place(scene) else choose_variant(scene, "card", chance.fork("variant"))
    palettes = data("variants")["card"][name].get("palettes", ())
    palette = choose_palette(scene, chance.fork("palette"), palettes)
    yield from VARIANTS[name].paint(Page(canvas, scene, size, chance, palette))
