"""Maps of invented places. There is no data of the real world in the house, so none is claimed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.maps import realm, town
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import choose_palette
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

URBAN = ("city", "town", "street", "streets", "campus", "downtown", "neighborhood", "neighbourhood", "district")


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """A town where the words speak of one, else an island or a realm."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    urban = scene.backdrop in ("city", "street") or count_said(said(scene), URBAN)
    fantastic = count_said(
        said(scene), ("fantasy", "treasure", "pirate", "island", "realm", "kingdom", "continent")
    )
    yield from (town if urban and not fantastic else realm).paint(page)
