"""Words in boxes: the size that suits them all, and setting them there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.lettering import Align, put_line
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.type import Block, Face

LABEL_LEADING, DETAIL_LEADING = 1.14, 1.32

HANGING = ("classic", "elegant", "script", "gothic", "hand")
"""Moods whose faces have figures for running words, and none for columns and axes."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The faces of one layout."""

    mood: str

    @property
    def counting(self) -> Voice:
        """The same voice, or a plain one where its figures hang below the line or stand unevenly."""
        return Voice("modern") if self.mood in HANGING else self

    @property
    def title(self) -> Face:
        """Headings inside the sheet."""
        return faces.face("title", self.mood)

    @property
    def text(self) -> Face:
        """Running words."""
        return faces.face("text", self.mood)

    @property
    def strong(self) -> Face:
        """Labels and numbers."""
        return faces.face("strong", self.mood)


def width_of(text: str, face: Face, size: float) -> float:
    """Pixels that a line takes."""
    return faces.line_width(text, face, size) if text else 0.0


def shared_size(
    words: Iterable[tuple[str, tuple[float, float]]],
    face: Face,
    limit: float,
    *,
    leading: float = LABEL_LEADING,
    lines: int | None = None,
) -> float:
    """The largest size up to ``limit`` at which every text fits its room of (width, height) pixels."""
    size = limit
    for text, (width, height) in words:
        if text.strip():
            room = (max(1.0, width), max(1.0, height))
            size = faces.fit_block(text, face, room, size, leading=leading, max_lines=lines).size
    return size


def block_of(text: str, face: Face, size: float, width: float, leading: float = LABEL_LEADING) -> Block:
    """The text wrapped to a width at a size."""
    return faces.measure_block(text, face, max(1.0, size), max(1.0, width), leading=leading)


def height_of(text: str, face: Face, size: float, width: float, leading: float = LABEL_LEADING) -> float:
    """Pixels from the top of the first ink to the bottom of the last; 0 for no text."""
    return block_of(text, face, size, width, leading).height if text.strip() else 0.0


def set_words(
    page: Page,
    text: str,
    face: Face,
    size: float,
    box: Box,
    colour: Colour,
    *,
    align: Align = "center",
    stand: float = 0.5,
    leading: float = LABEL_LEADING,
) -> Box:
    """Set a text in a box; ``stand`` is 0 at its top, 0.5 in the middle, 1 at the bottom.

    Returns the box that the lines take.
    """
    if not text.strip():
        return Box(box.x, box.y, 0.0, 0.0)
    block = block_of(text, face, size, box.width, leading)
    x = {"left": box.x, "center": box.x + box.width / 2, "right": box.x + box.width}[align]
    top = box.y + (box.height - block.height) * stand
    for index, line in enumerate(block.lines):
        baseline = top + block.first_baseline + index * block.leading
        put_line(page.canvas, line, face, block.size, (x, baseline), fill(colour), align)
    left = {"left": box.x, "center": x - block.width / 2, "right": x - block.width}[align]
    return Box(left, top, block.width, block.height)


def set_line(
    page: Page, text: str, face: Face, size: float, at: tuple[float, float], colour: Colour, align: Align = "left"
) -> Box:
    """Set one line with its capitals centred at the height ``at[1]``."""
    baseline = at[1] + size * face.cap_height / 2
    return put_line(page.canvas, text, face, size, (at[0], baseline), fill(colour), align)
