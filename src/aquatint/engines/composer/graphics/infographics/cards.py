"""The cards of an infographic: picture, number, label and detail of one step, in sizes that all cards share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art import find
from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.drawing.brush import Point, fill, stroke
from aquatint.engines.composer.drawing.colour import Colour, mix, shift
from aquatint.engines.composer.graphics.information.theme import Theme
from aquatint.engines.composer.graphics.lettering import put_line
from aquatint.engines.composer.graphics.page import Page, centre, inset
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.graphics.picture import FLAT
from aquatint.engines.composer.scene import Step
from aquatint.engines.composer.type import Block, Face


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type sizes that all cards share, in pixels."""

    label: float
    detail: float


FLAT_CARD = 1.7
"""Width by height from which a card has its words beside its picture."""


def _faces() -> tuple[Face, Face]:
    return faces.face("title", "modern"), faces.face("text", "modern")


def _rooms(cell: Box) -> tuple[Box, Box]:
    """The picture's room and the words' room of a card: side by side in flat cards, else one above the other."""
    pad = min(cell.width, cell.height) * 0.09
    inner = inset(cell, pad)
    if cell.width > FLAT_CARD * cell.height:
        # The number stands before the picture.
        left = inner.x + min(inner.height * 0.62, inner.width * 0.14)
        art = Box(left, inner.y, min(inner.height, inner.width * 0.32), inner.height)
        x = art.x + art.width + pad
        return art, Box(x, inner.y, inner.x + inner.width - x, inner.height)
    art = Box(inner.x, inner.y + pad * 0.2, inner.width, inner.height * 0.47)
    top = art.y + art.height + pad * 0.8
    return art, Box(inner.x, top, inner.width, inner.y + inner.height - top)


def type_sizes(steps: Sequence[Step], cells: Sequence[Box]) -> Sizes:
    """The largest sizes at which the words of every card fit."""
    label_face, detail_face = _faces()
    words = [_rooms(cell)[1] for cell in cells]
    told = any(step.detail.strip() for step in steps)
    share, high, wide = (0.45, 0.34, 0.16) if told else (0.9, 0.46, 0.2)
    limit = min(min(box.height * high, box.width * wide) for box in words)
    label = min(
        faces.fit_block(step.label or "x", label_face, (box.width, box.height * share), limit, leading=1.1).size
        for step, box in zip(steps, words, strict=True)
    )
    detail = label * 0.66
    for step, box in zip(steps, words, strict=True):
        if step.detail:
            top = faces.fit_block(
                step.label or "x", label_face, (box.width, box.height), label, leading=1.1
            ).height
            room = max(box.height * 0.3, box.height - top - label * 0.5)
            detail = min(
                detail, faces.fit_block(step.detail, detail_face, (box.width, room), detail, leading=1.3).size
            )
    return Sizes(label, detail)


def paint_card(page: Page, theme: Theme, step: Step, cell: Box, index: int, sizes: Sizes) -> None:
    """A card in the colour of its place: picture, number, label and detail."""
    colour = _step_colour(page, theme, index)
    radius = min(cell.width, cell.height) * 0.07
    page.rectangle(cell._replace(y=cell.y + 5 * page.unit), fill(page.palette.ink, 0.12), radius)
    page.rectangle(cell, fill(theme.panel), radius)
    page.rectangle(inset(cell, 1.5 * page.unit), stroke(colour, 3.4 * page.unit), radius)
    if not step.label.strip() and not _art(page, step, index):
        # A place for a step that nobody told has its number alone.
        _paint_figure(page, theme, index, inset(cell, cell.width * 0.2, cell.height * 0.2), colour)
        return
    art, words = _rooms(cell)
    disc = min(art.width, art.height) * 0.5
    x, y = centre(art)
    page.circle(x, y, disc, fill(mix(theme.panel, colour, 0.14)))
    _paint_picture(
        page, theme, step, Box(x - disc * 0.72, y - disc * 0.72, disc * 1.44, disc * 1.44), index, colour
    )
    if _art(page, step, index):
        _paint_number(page, theme, index + 1, cell, colour)
    _paint_text(page, theme, step, words, colour, sizes, centred=cell.width <= FLAT_CARD * cell.height)


def _step_colour(page: Page, theme: Theme, index: int) -> Colour:
    palette = page.palette
    tones = [
        palette.main,
        palette.second,
        palette.accent,
        shift(palette.main, hue=35),
        shift(palette.second, hue=-40),
    ]
    return apart(tones[index % len(tones)], theme.panel, 3.0)


def _art(page: Page, step: Step, index: int) -> str:
    """The drawing for a step, or "" when it has none."""
    items = page.scene.items
    return step.art or (items[index].art if index < len(items) else "")


def _paint_picture(page: Page, theme: Theme, step: Step, box: Box, index: int, colour: Colour) -> None:
    """The step's own picture, else the scene's thing for it; a step without either has its number large."""
    art = _art(page, step, index)
    if art:
        drawing = find(art)
        height = min(box.height, box.width / drawing.aspect)
        width = height * drawing.aspect
        place = Box(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)
        drawing.paint(page.canvas, place, Look(light=FLAT, chance=page.chance.fork("step", index)))
        return
    _paint_figure(page, theme, index, box, colour)


def _paint_figure(page: Page, theme: Theme, index: int, box: Box, colour: Colour) -> None:
    """The number of a step, as large as the box allows."""
    face = faces.face("strong", "modern")
    size = min(box.height, box.width) * 0.8
    x, y = centre(box)
    ink = legible(mix(theme.panel, colour, 0.14), apart(colour, theme.panel, 5.8))
    put_line(page.canvas, str(index + 1), face, size, (x, y + size * face.cap_height / 2), fill(ink))


def _paint_number(page: Page, theme: Theme, number: int, cell: Box, colour: Colour) -> None:
    size = min(max(cell.height * 0.2, min(cell.width, cell.height) * 0.15), page.short * 0.055)
    x, y = cell.x + size * 0.95, cell.y + size * 0.95
    if cell.width > FLAT_CARD * cell.height:
        size = min(cell.height * 0.34, page.short * 0.055)
        x, y = (
            cell.x + min(cell.height * 0.62, cell.width * 0.14) * 0.5 + cell.height * 0.08,
            cell.y + cell.height / 2,
        )
    page.circle(x, y, size * 0.62, fill(apart(colour, theme.panel, 4.5)))
    face = faces.face("strong", "modern")
    ink = theme.on(apart(colour, theme.panel, 4.5))
    put_line(page.canvas, str(number), face, size * 0.72, (x, y + size * 0.36 * face.cap_height), fill(ink))


def _paint_text(
    page: Page, theme: Theme, step: Step, box: Box, colour: Colour, sizes: Sizes, *, centred: bool
) -> None:
    label_face, detail_face = _faces()
    label = faces.fit_block(step.label, label_face, (box.width, box.height), sizes.label, leading=1.1)
    detail = (
        faces.fit_block(step.detail, detail_face, (box.width, box.height), sizes.detail, leading=1.3)
        if step.detail.strip()
        else None
    )
    gap = sizes.label * 0.45 if detail else 0.0
    height = label.height + gap + (detail.height if detail else 0.0)
    top = box.y + max(0.0, (box.height - height) * (0.35 if centred else 0.5))
    x = box.x + box.width / 2 if centred else box.x
    _put_block(page, label, label_face, (x, top), apart(colour, theme.panel, 4.6), centred)
    if detail is not None:
        _put_block(page, detail, detail_face, (x, top + label.height + gap), theme.ink, centred)


def _put_block(page: Page, block: Block, face: Face, at: Point, colour: Colour, centred: bool) -> None:
    for i, line in enumerate(block.lines):
        baseline = at[1] + block.first_baseline + i * block.leading
        put_line(
            page.canvas, line, face, block.size, (at[0], baseline), fill(colour), "center" if centred else "left"
        )
