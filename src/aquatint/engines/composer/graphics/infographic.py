"""Infographics: numbered steps with pictures, joined by arrows: in a ring, in a row, in a column or in a snake."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, from_oklch, mix, to_oklch
from aquatint.engines.composer.graphics.infographics.arrows import paint_arrows, paint_hub
from aquatint.engines.composer.graphics.infographics.cards import paint_card, type_sizes
from aquatint.engines.composer.graphics.infographics.cells import choose_cells
from aquatint.engines.composer.graphics.lettering import Manner, in_order, put, stack
from aquatint.engines.composer.graphics.page import Page, inset
from aquatint.engines.composer.graphics.palette import Palette, apart, choose_palette, legible
from aquatint.engines.composer.graphics.picture import paint_group
from aquatint.engines.composer.scene import Scene, Text
from aquatint.sizes import Size


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """Ground and title, arrows, the steps one by one."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    ground = _ground(palette)
    page.paint_ground(ground)
    body = _paint_title(page, ground)
    yield 0.2, "title"
    steps = scene.steps
    if not steps:
        _paint_pictures(page, body, ground)
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
        paint_card(page, step, cell, index, sizes)
        yield 0.35 + 0.65 * (index + 1) / len(steps), step.label


def _ground(palette: Palette) -> Colour:
    """A pale tint of the field."""
    _, chroma, hue = to_oklch(palette.field)
    return from_oklch(0.95, min(0.022, chroma * 0.4), hue)


def _title(scene: Scene) -> list[Text]:
    """The texts that were asked for, else what the infographic is about."""
    texts = in_order(scene.texts)
    if texts or not scene.subject.strip():
        return texts
    return [Text(role="title", content=_in_capitals(scene.subject.strip()))]


def _in_capitals(text: str) -> str:
    """Each longer word with a capital, as titles are written; words that have one already stay."""
    words = text.split()
    small = [index > 0 and len(word) < 4 for index, word in enumerate(words)]
    return " ".join(w if keep else w[:1].upper() + w[1:] for w, keep in zip(words, small, strict=True))


def _paint_title(page: Page, ground: Colour) -> Box:
    """The band at the top with the title; returns what is left of the page."""
    palette = page.palette
    texts = _title(page.scene)
    inner = page.inner
    if not texts:
        return inner
    band = apart(palette.main, WHITE, 4.5)
    manner = Manner(
        "modern",
        band,
        legible(band, palette.paper, WHITE),
        legible(band, palette.paper),
        palette.paper,
        biggest=page.short * 0.085,
        ratio=2.0,
    )
    words = sum(len(text.content) for text in texts)
    limit = page.height * (0.3 if words > 160 else 0.2)
    pieces = stack(texts, (inner.width, limit), manner)
    height = pieces.height + page.margin * 1.9
    page.rectangle(Box(0, 0, page.width, height), fill(band))
    page.rectangle(Box(0, height - 5 * page.unit, page.width, 5 * page.unit), fill(palette.accent))
    put(page.canvas, pieces, page.width / 2, (height - pieces.height) / 2, manner)
    top = height + page.margin * 0.8
    return Box(inner.x, top, inner.width, page.height - page.margin - top)


def _paint_pictures(page: Page, body: Box, ground: Colour) -> None:
    """Without steps there is nothing to explain: the things asked for, on a panel."""
    page.rectangle(body, fill(mix(ground, WHITE, 0.7)), page.short * 0.025)
    if page.scene.items:
        paint_group(page, inset(body, body.width * 0.1, body.height * 0.1), stand=0.5)
