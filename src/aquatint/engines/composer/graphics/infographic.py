"""Infographics: numbered steps with pictures, joined by arrows: in a ring, in a row, in a column or in a snake."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.infographics.arrows import paint_arrows, paint_hub
from aquatint.engines.composer.graphics.infographics.cards import paint_card, type_sizes
from aquatint.engines.composer.graphics.infographics.cells import choose_cells
from aquatint.engines.composer.graphics.information.board import open_page
from aquatint.engines.composer.graphics.information.heading import paint_heading
from aquatint.engines.composer.graphics.information.theme import Theme
from aquatint.engines.composer.graphics.lettering import in_order
from aquatint.engines.composer.graphics.marks import find_mark, paint_mark
from aquatint.engines.composer.graphics.page import Page, inset
from aquatint.engines.composer.graphics.picture import paint_group
from aquatint.engines.composer.lexicon.casing import title_case
from aquatint.engines.composer.scene import Scene, Text
from aquatint.sizes import Size


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """Ground and title, arrows, the steps one by one."""
    titled = msgspec.structs.replace(scene, texts=_title(scene))
    page, theme, voice = open_page(canvas, titled, size, chance)
    body = paint_heading(page, theme, voice, ("band", "band", "left", "center"))
    yield 0.2, "title"
    steps = scene.steps
    if not steps:
        _paint_pictures(page, theme, body)
        yield 0.9, "art"
        yield 1.0, "text"
        return
    cells, ring = choose_cells(page, body)
    paint_arrows(page, cells, ring, body)
    if ring:
        paint_hub(page, body, cells)
    yield 0.35, "arrows"
    sizes = type_sizes(steps, cells)
    for index, (step, cell) in enumerate(zip(steps, cells, strict=True)):
        paint_card(page, theme, step, cell, index, sizes)
        yield 0.35 + 0.65 * (index + 1) / len(steps), step.label


def _title(scene: Scene) -> list[Text]:
    """The texts that were asked for, else what the infographic is about."""
    texts = in_order(scene.texts)
    if texts or not scene.subject.strip():
        return texts
    return [Text(role="title", content=title_case(scene.subject.strip()))]


def _paint_pictures(page: Page, theme: Theme, body: Box) -> None:
    """Without steps there is nothing to explain: the things asked for, on a panel."""
    page.rectangle(body, fill(theme.panel), page.short * 0.025)
    inner = inset(body, body.width * 0.1, body.height * 0.1)
    if page.scene.items:
        paint_group(page, inner, stand=0.5)
    elif name := find_mark(page.scene):
        paint_mark(page.canvas, name, inset(inner, inner.width * 0.15, inner.height * 0.15), theme.tones[:3])
