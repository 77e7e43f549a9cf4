"""Words alone: each line of the title as wide as the page, one of three grounds, one accent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.lettering import Manner, in_order, put_inside, put_line, type_mood
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, upper
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.type import Face

MOODS = ("poster", "modern", "slab", "retro")
GAP = 0.035
"""Between lines, of the height of the room."""
LARGEST = 0.26
"""Size of a line, of the height of the page."""
LONGEST = 7
"""Lines of a title that are each set as wide as the page; longer ones are set as a block."""


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """The ground, the words, a small picture if the page has things."""
    palette = page.palette
    ground = page.ground(palette.paper, palette.ink, palette.field, palette.main)
    page.paint_ground(ground)
    dark = legible(ground, palette.ink, palette.paper)
    accent = apart(palette.accent, ground, 4.6)
    yield 0.2, "ground"
    room = _paint_picture(page, ground, dark, accent)
    yield 0.6, "art"
    mood = type_mood(page.scene, MOODS, page.chance.fork("type"))
    manner = Manner(mood, ground, dark, accent, dark, align="left", leading=0.96, ratio=3.2)
    _paint_words(page, room, manner, accent)
    yield 1.0, "text"


def _paint_picture(page: Page, ground: Colour, dark: Colour, accent: Colour) -> Box:
    """A thing above the words, or a bar of accent; what room is left."""
    if page.scene.items:
        art, words = upper(page.inner, 0.36, page.margin * 0.7)
        paint_subject(page, art, (dark, accent, dark), stand=1.0)
        return words
    form = page.chance.fork("form").choice(["bar", "disc", "none"])
    if form == "bar":
        page.rectangle(Box(page.inner.x, page.inner.y, page.short * 0.16, page.short * 0.02), fill(accent))
        return upper(page.inner, 0.05)[1]
    if form == "disc":
        radius = page.short * 0.055
        page.path(ornaments.regular(page.inner.x + radius, page.inner.y + radius, radius, 72), fill(accent))
        return upper(page.inner, 0.18)[1]
    return page.inner


def _paint_words(page: Page, room: Box, manner: Manner, accent: Colour) -> None:
    texts = in_order(page.scene.texts)
    title = texts[0] if texts else None
    if title is None or title.font or title.colour or faces.is_right_to_left(title.content):
        put_inside(page.canvas, texts, room, manner, stand=1.0)
        return
    face = faces.face("display", manner.mood)
    head, foot = (room, room) if len(texts) < 2 else upper(room, 0.74, page.margin * 0.6)
    lines = _broken(title.content, face, head)
    if len(lines) > LONGEST:
        put_inside(page.canvas, texts, room, manner, stand=1.0)
        return
    _paint_lines(page, head, lines, face, (manner.title, accent))
    put_inside(page.canvas, texts[1:], foot, manner, stand=0.3, first=1)


def _broken(content: str, face: Face, room: Box) -> Sequence[str]:
    """The way to break a title that fills its room best, when each line is as wide as the room."""
    size = faces.fit_block(content, face, (room.width, room.height), room.height, leading=1.0).size
    ways = [faces.wrap(content, face, size * share, room.width) for share in (1.0, 0.86, 0.74, 0.62, 0.5)]
    return max(ways, key=lambda lines: min(1.0, _scale(lines, face, room)))


def _scale(lines: Sequence[str], face: Face, room: Box) -> float:
    """How much lines as wide as the room must shrink (or may grow) to be as high as it is."""
    deep = sum(_deep(line, face, faces.fit_line(line, face, room.width, room.height)) for line in lines)
    return room.height * (1 - GAP * (len(lines) - 1)) / deep


def _paint_lines(page: Page, room: Box, lines: Sequence[str], face: Face, tones: tuple[Colour, Colour]) -> None:
    """Each line as wide as the room; one of several in the second tone."""
    largest = LARGEST * page.height
    scale = min(1.0, _scale(lines, face, room))
    sizes = [scale * faces.fit_line(line, face, room.width, largest / scale) for line in lines]
    marked = page.chance.fork("marked").randrange(len(lines)) if len(lines) > 1 else -1
    top = room.y
    for index, (line, size) in enumerate(zip(lines, sizes, strict=True)):
        rise = max(-faces.shape(line, face).ink.top, face.cap_height) * size
        put_line(page.canvas, line, face, size, (room.x, top + rise), fill(tones[index == marked]), "left")
        top += _deep(line, face, size) + GAP * room.height


def _deep(line: str, face: Face, size: float) -> float:
    """Pixels from the top of a line's ink (or of its capitals) to the bottom of its ink."""
    ink = faces.shape(line, face).ink
    return (max(-ink.top, face.cap_height) + max(0.0, ink.bottom)) * size
