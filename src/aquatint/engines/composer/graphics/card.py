"""Greeting cards and invitations."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import msgspec

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.cards import (
    birthday,
    botanical,
    elegant,
    halloween,
    hearts,
    lights,
    plain,
    scenic,
    winter,
)
from aquatint.engines.composer.graphics.cues import choose_variant, count_said, data, said
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import choose_palette
from aquatint.engines.composer.graphics.scenery import has_place
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.scene import Item, Scene
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
    "lights": lights,
}
"""Each has ``paint(page)``. Their words and palettes are in ``data/variants.toml``."""
SHOWING = frozenset({"botanical", "plain", "elegant", "lights"})
"""Variants that have room for a thing of the occasion."""


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """A card with the place, if there is one, else for its occasion, or in a manner by chance."""
    name = "scenic" if has_place(scene) else choose_variant(scene, "card", chance.fork("variant"))
    palettes = data("variants")["card"][name].get("palettes", ())
    palette = choose_palette(scene, chance.fork("palette"), palettes)
    if name in SHOWING and not scene.items:
        scene = msgspec.structs.replace(scene, items=_motifs(scene))
    yield from VARIANTS[name].paint(Page(canvas, scene, size, chance, palette))


def _motifs(scene: Scene) -> list[Item]:
    """Things that stand for the occasion of a card that names none."""
    words = said(scene)
    rows = data("motifs").values()
    found: list[str] = next((row["nouns"] for row in rows if count_said(words, row["words"])), [])
    counts = {key: found.count(key) for key in found}
    return [
        Item(id=f"{key.replace(' ', '-')}-1", noun=key, word=key, art=nouns()[key].art, count=count)
        for key, count in counts.items()
        if key in nouns()
    ]
