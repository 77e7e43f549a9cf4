"""Title slides: a title alone, large, on a field of colour, by a bar, over discs, or by a sign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics.information.board import open_page
from aquatint.engines.composer.graphics.information.pictured import open_field, show_mark
from aquatint.engines.composer.graphics.information.theme import Theme
from aquatint.engines.composer.graphics.lettering import Manner, put_inside
from aquatint.engines.composer.graphics.marks import find_mark
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

LARGEST = 0.15
"""Type size of the title in measures."""
BROAD = 1.2
"""Width by height from which discs stand beside the words and not below them."""


def title_slide(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """Ground, ornament, words."""
    page, theme, voice = open_page(canvas, scene, size, chance)
    yield 0.1, "ground"
    mark = title_mark(scene)
    form = chance.fork("opening").choice(["field", "bar", "discs"])
    if mark and chance.fork("sign").random() < 0.7:
        page, form = open_field(page, theme, show_mark(page, theme, mark)), "bar"
    ground, room = _paint_form(page, theme, form)
    yield 0.4, "ornament"
    ink = theme.ink if ground == theme.ground else theme.on(ground)
    quiet = theme.muted if ground == theme.ground else ink
    manner = Manner(
        voice.mood,
        ground,
        ink,
        quiet,
        quiet,
        align="left",
        biggest=page.measure * LARGEST,
        ratio=2.4,
        leading=1.02,
    )
    put_inside(page.canvas, scene.texts, room, manner)
    yield 1.0, "words"


def title_mark(scene: Scene) -> str:
    """The sign for what the title says, or ""."""
    words = " ".join(text.content for text in scene.texts if text.role == "title")
    return find_mark(msgspec.structs.replace(scene, prompt=words, subject="", texts=[]))


def _paint_form(page: Page, theme: Theme, form: str) -> tuple[Colour, Box]:
    """Paint what stands behind the words; returns their ground and their room."""
    inner, unit = page.inner, page.unit
    if form == "bar":
        page.rectangle(Box(inner.x, inner.y, 20 * unit, inner.height), fill(theme.accent))
        step = 20 * unit + page.margin * 0.9
        return theme.ground, Box(inner.x + step, inner.y, inner.width - step, inner.height)
    ground = theme.band if form == "field" and page.palette.ground is None else theme.ground
    if form == "field":
        page.paint_ground(ground)
    light = mix(ground, theme.on(ground) if ground == theme.band else theme.ink, 0.12)
    reach = min(page.width * 0.4, page.height * 0.66)
    tones = (light, apart(theme.tone(1), ground, 1.3), apart(theme.accent, ground, 1.5))
    for share, colour in zip((1.0, 0.72, 0.44), tones, strict=True):
        page.circle(page.width, page.height, reach * share, fill(colour))
    if page.aspect > BROAD:
        return ground, inner._replace(width=inner.width - reach * 0.95)
    return ground, inner._replace(height=inner.height - reach * 0.95)
