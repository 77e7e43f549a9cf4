"""Posters, and all that is one in another shape: banners, flyers, covers."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.cues import choose_variant, count_said, data, named_variant, said
from aquatint.engines.composer.graphics.foot import foot_height, paint_foot, with_foot
from aquatint.engines.composer.graphics.grounds import asked_ground
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import choose_palette
from aquatint.engines.composer.graphics.planned import planned_scene
from aquatint.engines.composer.graphics.posters import (
    cinema,
    constructivist,
    deco,
    midcentury,
    minimal,
    neon,
    offer,
    park,
    psychedelic,
    riso,
    scenic,
    split,
    sunburst,
    swiss,
    ukiyoe,
    words,
)
from aquatint.engines.composer.graphics.scenery import has_place
from aquatint.engines.composer.graphics.staged import staged, telling
from aquatint.engines.composer.scene import Item, Scene
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
    "cinema": cinema,
    "split": split,
    "words": words,
    "constructivist": constructivist,
    "psychedelic": psychedelic,
    "ukiyoe": ukiyoe,
    "offer": offer,
}
"""Each has ``paint(page)``. Their words and palettes are in ``data/variants.toml``."""
SCENIC = ("scenic", "cinema", "split")
"""Variants that show a whole scene."""
FRAMED = "scenic"
"""The one of them that is a poster without any words: it has a border."""
GROUNDED = ("scenic", "split", "swiss", "minimal", "words", "offer")
"""Variants that show the ground that is asked."""
LONG = 1.9
"""Width by height from which words stand beside a scene."""


def choose(scene: Scene, chance: Chance) -> str:
    """The variant of the poster; where an edit leaves alone what it shows, that of before.

    It is the one that the prompt names; for scenes one that shows them; else what its words suggest, or any.
    """
    planned = planned_scene(scene)
    if planned is not scene and [_shown(item) for item in planned.items] == [_shown(item) for item in scene.items]:
        before = _chosen(planned, chance)
        if before in GROUNDED or asked_ground(scene) is None:
            return before
    return _chosen(scene, chance)


def _chosen(scene: Scene, chance: Chance) -> str:
    named = named_variant(scene, "poster")
    if named:
        return named
    if asked_ground(scene) is not None:
        return chance.choice(["swiss", "minimal", *(["words", "words"] if scene.texts else [])])
    table = data("variants")["poster"]
    if _shows_scene(scene, chance):
        asked = [name for name in SCENIC if count_said(said(scene), table[name]["words"])]
        return chance.choice(asked or list(SCENIC)) if scene.texts else FRAMED
    name = choose_variant(scene, "poster", chance)
    return name if name != "words" or scene.texts else "minimal"


def _shows_scene(scene: Scene, chance: Chance) -> bool:
    """Whether it shows a whole scene: its place, or a moment; of a mere thing only if no manner is asked for."""
    if has_place(scene):
        return True
    if staged(scene) is None:
        return False
    words = said(scene)
    manners = (entry["words"] for name, entry in data("variants")["poster"].items() if name not in SCENIC)
    asked = any(count_said(words, phrases) for phrases in manners)
    return telling(scene) or (not asked and chance.fork("scene").random() < 0.4)


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """A poster in the direction that the scene and the words ask for, or one by chance; what is to stand at its
    foot, stands there."""
    scene, foot = with_foot(scene)
    height = foot_height(foot, size)
    if foot and height:
        canvas.save()
        yield from _paint(canvas, scene, Size(size.width, size.height - height), chance)
        canvas.restore()
        paint_foot(canvas, scene, foot, size, height, chance)
        return
    yield from _paint(canvas, scene, size, chance)


def _shown(item: Item) -> tuple[str, int]:
    return item.noun, item.count


def _paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    name = choose(scene, chance.fork("variant"))
    if name == "cinema" and size.width > LONG * size.height and named_variant(scene, "poster") != name:
        # A strip has no height for words below its scene.
        name = "split"
    palettes = data("variants")["poster"][name].get("palettes", ())
    palette = choose_palette(scene, chance.fork("palette"), palettes)
    yield from VARIANTS[name].paint(Page(canvas, scene, size, chance, palette))
