"""Abstract pictures: compositions from the palette and the mood; never a thing in them."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.abstracts import (
    aurora,
    bauhaus,
    circles,
    flow,
    kandinsky,
    opart,
    strata,
    terrain,
    truchet,
    voronoi,
)
from aquatint.engines.composer.graphics.cues import choose_variant, data
from aquatint.engines.composer.graphics.label import paint_label
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import choose_palette
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

VARIANTS: dict[str, ModuleType] = {
    "flow": flow,
    "circles": circles,
    "truchet": truchet,
    "voronoi": voronoi,
    "kandinsky": kandinsky,
    "bauhaus": bauhaus,
    "strata": strata,
    "opart": opart,
    "aurora": aurora,
    "terrain": terrain,
}
"""Each has ``paint(page)``. Their words and palettes are in ``data/variants.toml``."""
LAST = 0.92


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """The composition that the words ask for, or one by chance; words that were asked for on a plate."""
    name = choose_variant(scene, "abstract", chance.fork("variant"))
    palettes = data("variants")["abstract"][name].get("palettes", ())
    palette = choose_palette(scene, chance.fork("palette"), palettes)
    page = Page(canvas, scene, size, chance, palette)
    for progress, doing in VARIANTS[name].paint(page):
        yield progress * LAST, doing
    paint_label(page)
    yield 1.0, "text"
