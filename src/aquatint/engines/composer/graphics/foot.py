"""The foot of a poster: a band along its lower edge for what an edit wants "at the bottom"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.lettering import Manner, put_inside
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import choose_palette, legible
from aquatint.engines.composer.scene import Scene, Text
from aquatint.sizes import Size

LINE, FURTHER = 0.085, 0.045
"""Height of the band for one text, and for each further one, in shorter sides of the page."""
MOST = 0.22
"""Largest share of the page's height that it takes."""


def with_foot(scene: Scene) -> tuple[Scene, list[Text]]:
    """The scene without the texts that stand at its foot, and those: captions that edits have added."""
    if not scene.instructions:
        return scene, []
    foot = [text for text in scene.texts if text.role == "caption" and text.content not in scene.prompt]
    rest = [text for text in scene.texts if text not in foot]
    return (msgspec.structs.replace(scene, texts=rest), foot) if rest and foot else (scene, [])


def foot_height(foot: Sequence[Text], size: Size) -> int:
    """Height of the band in pixels; 0 without texts."""
    lines = LINE + FURTHER * (len(foot) - 1)
    return round(min(MOST * size.height, lines * min(size.width, size.height))) if foot else 0


def paint_foot(canvas: Any, scene: Scene, foot: Sequence[Text], size: Size, height: int, chance: Chance) -> None:
    """The band and its words."""
    page = Page(canvas, scene, size, chance, choose_palette(scene, chance.fork("palette")))
    ground = page.palette.ink
    ink = legible(ground, page.palette.paper)
    page.rectangle(Box(0.0, size.height - height, page.width, height), fill(ground))
    manner = Manner("modern", ground, ink, ink, ink, biggest=0.5 * height / len(foot))
    pad = 0.16 * height
    put_inside(
        canvas, foot, Box(page.margin, size.height - height + pad, page.inner.width, height - 2 * pad), manner
    )
