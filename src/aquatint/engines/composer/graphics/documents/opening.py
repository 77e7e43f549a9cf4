"""Title slides: a title alone, large, on a field of colour, beside a bar, or over a quarter of discs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.information.board import open_page
from aquatint.engines.composer.graphics.information.theme import Theme
from aquatint.engines.composer.graphics.lettering import Manner, put_inside
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size


def title_slide(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """Ground, ornament, words."""
    page, theme, voice = open_page(canvas, scene, size, chance)
    yield 0.1, "ground"
    form = chance.fork("opening").choice(["field", "bar", "discs"])
    ground, room = _paint_form(page, theme, form)
    yield 0.4, "ornament"
    ink = theme.ink if ground == theme.ground else theme.on(ground)
    quiet = theme.muted if ground == theme.ground else ink
    manner = Manner(voice.mood, ground, ink, quiet, quiet, align="left", biggest=page.short * 0.15, ratio=2.4)
    put_inside(page.canvas, scene.texts, room, manner)
    yield 1.0, "words"


def _paint_form(page: Page, theme: Theme, form: str) -> tuple[Colour, Box]:
    """Paint what stands behind the words; returns their ground and their room."""
    inner, unit = page.inner, page.unit
    if form == "field":
        page.paint_ground(theme.band)
        page.rectangle(Box(0, page.height - 26 * unit, page.width, 26 * unit), fill(theme.accent))
        return theme.band, inner._replace(width=inner.width * 0.86)
    if form == "bar":
        page.rectangle(Box(inner.x, inner.y, 20 * unit, inner.height), fill(theme.accent))
        step = 20 * unit + page.margin * 0.9
        return theme.ground, Box(inner.x + step, inner.y, inner.width - step, inner.height)
    reach = min(page.width * 0.36, page.height * 0.62)
    for share, colour in ((1.0, theme.pale(theme.tone(0), 0.3)), (0.72, theme.tone(1)), (0.44, theme.band)):
        page.circle(page.width, page.height, reach * share, fill(colour))
    if page.aspect > 1.2:
        return theme.ground, inner._replace(width=inner.width - reach * 0.95)
    return theme.ground, inner._replace(height=inner.height - reach * 0.95)
