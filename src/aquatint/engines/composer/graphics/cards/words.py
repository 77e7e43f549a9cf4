"""The words of cards: a greeting, a name, and a number on a badge."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.colour import BLACK, WHITE, Colour
from aquatint.engines.composer.graphics.lettering import Manner, in_order, put, put_line, stack
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import legible
from aquatint.engines.composer.scene import Text, TextRole


def split_number(texts: Sequence[Text]) -> tuple[list[Text], Text | None]:
    """The texts without the first short number, and that number (an age, a year)."""
    ordered = in_order(texts)
    number = next(
        (text for text in ordered if text.content.strip().isdecimal() and len(text.content.strip()) <= 3), None
    )
    if number is None or len(ordered) == 1:
        return ordered, None
    return [text for text in ordered if text is not number], number


def names_first(texts: Sequence[Text]) -> list[Text]:
    """Of a card that names people and a date but has no greeting: the people first, the date after them."""
    title = next((text for text in texts if text.role == "title"), None)
    name = next((text for text in texts if text.role == "name"), None)
    if title is None or name is None or not any(c.isdecimal() for c in title.content):
        return list(texts)
    roles: dict[str, TextRole] = {title.content: "subtitle", name.content: "title"}
    return [msgspec.structs.replace(text, role=roles.get(text.content, text.role)) for text in texts]


def paint_words(page: Page, room: Box, manner: Manner, *, accent: Colour, stand: float = 0.5) -> None:
    """Set all texts in the room; a number goes on a round badge below them."""
    texts, number = split_number(names_first(page.scene.texts))
    badge = min(max(room.height * 0.26, page.short * 0.125), room.width * 0.3) if number else 0.0
    gap = badge * 0.3
    pieces = stack(texts, (room.width, room.height - badge - gap), manner)
    top = room.y + (room.height - pieces.height - badge - gap) * stand
    x = {"left": room.x, "center": room.x + room.width / 2, "right": room.x + room.width}[manner.align]
    put(page.canvas, pieces, x, top, manner)
    if number is not None:
        place = (room.x + room.width / 2, top + pieces.height + gap + badge / 2)
        paint_badge(page, number, place, badge, accent, manner.mood)


def paint_badge(page: Page, number: Text, at: tuple[float, float], size: float, colour: Colour, mood: str) -> None:
    """A number on a disc with a ring, ``size`` pixels across."""
    page.circle(*at, size / 2, fill(WHITE))
    page.circle(*at, size * 0.455, fill(colour))
    page.circle(*at, size * 0.40, stroke(WHITE, size * 0.014, 0.8))
    face = faces.face("strong", mood)
    content = number.content.strip()
    height = fitted = faces.fit_line(content, face, size * 0.6, size * 0.66)
    ink = Colour.of(number.colour) if number.colour else legible(colour, WHITE, page.palette.ink, BLACK)
    put_line(page.canvas, content, face, fitted, (at[0], at[1] + height * face.cap_height / 2), fill(ink))
