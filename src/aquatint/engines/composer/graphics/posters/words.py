"""Words alone: each line of the title as wide as the page, one of three grounds, one accent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.lettering import (
    Manner,
    Stack,
    in_order,
    put_inside,
    put_line,
    stack,
    type_mood,
)
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, left
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.type import Face

MOODS = ("poster", "modern", "slab", "retro")
BROAD = 1.25
"""Width by height from which a picture stands beside the words."""
GAP = 0.035
"""Between lines, of the height of the room."""
LARGEST = 0.5
"""Size of a line, of the height of the page."""
MOST = 0.62
"""Share of the height that words take over a picture."""
SPARE = 0.2
"""Share of the page's height that stays bare; a larger one has a shape."""
BARS = 5
LONGEST = 7
"""Lines of a title that are each set as wide as the page; longer ones are set as a block."""


class Setting(NamedTuple):
    """Words that are measured: how high they stand, and what sets them from a height on."""

    height: float
    put: Callable[[float], None]


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """The ground, the words, a picture or a shape in the room that they leave."""
    palette = page.palette
    ground = page.ground(palette.paper, palette.ink, palette.field, palette.main)
    page.paint_ground(ground)
    dark = legible(ground, palette.ink, palette.paper)
    accent = apart(palette.accent, ground, 4.6)
    yield 0.2, "ground"
    mood = type_mood(page.scene, MOODS, page.chance.fork("type"))
    manner = Manner(mood, ground, dark, accent, dark, align="left", leading=0.96, ratio=3.2)
    room, art = page.inner, None
    if page.scene.items and page.aspect > BROAD:
        room, art = left(page.inner, 0.56, page.margin)
    words = _setting(page, room, manner, accent)
    if page.scene.items and art is None and words.height > room.height * MOST:
        words = _setting(page, room._replace(height=room.height * MOST), manner, accent)
    low = art is None and bool(page.scene.items or page.chance.fork("stand").random() < 0.5)
    free = room.height - words.height
    if page.scene.items:
        place = art or room._replace(height=free - page.margin * 0.7)
        paint_subject(page, place, (dark, accent, dark), stand=0.5 if art else 1.0)
    elif free > page.height * SPARE:
        _paint_shape(page, free, ground, accent, low=low)
    yield 0.6, "art"
    words.put(room.y + (free if low else free * 0.5 if art or free <= page.height * SPARE else 0.0))
    yield 1.0, "text"


def _paint_shape(page: Page, free: float, ground: Colour, accent: Colour, *, low: bool) -> None:
    """One large form of two colours in the room above the words, or below them."""
    tall = page.inner.y + free - page.margin * 0.7
    area = Box(0.0, 0.0 if low else page.height - tall, page.width, tall)
    second = apart(page.palette.second, ground, 1.8)
    form = page.chance.fork("form").choice(["discs", "quarter", "bars"])
    page.canvas.save()
    page.clip(area)
    if form == "discs":
        radius = min(area.height * 0.4, area.width * 0.24)
        y = area.y + area.height * (0.54 if low else 0.46)
        page.circle(area.width - page.margin - radius, y, radius, fill(accent))
        page.circle(area.width - page.margin - radius * 2.25, y, radius, fill(second, 0.82))
    elif form == "quarter":
        reach, y = min(area.height, area.width * 0.7), 0.0 if low else page.height
        for share, tone in ((1.0, second), (0.68, accent), (0.36, ground)):
            page.circle(area.width, y, reach * share, fill(tone))
    else:
        step = area.height / BARS
        for index in range(BARS):
            thick = step * (0.78 - 0.13 * index)
            y = area.y + index * step if low else area.y + area.height - index * step - thick
            page.rectangle(Box(0.0, y, area.width, thick), fill(accent if index % 2 == 0 else second))
    page.canvas.restore()


def _setting(page: Page, room: Box, manner: Manner, accent: Colour) -> Setting:
    """The title with each line as wide as the room, the rest below it; or all as one block."""
    texts = in_order(page.scene.texts)
    title = texts[0] if texts else None
    face = faces.face("display", manner.mood)
    plain = title is not None and not (title.font or title.colour or faces.is_right_to_left(title.content))
    gap = page.margin * 0.7
    rest = stack(texts[1:], (room.width, room.height * 0.24), manner, 1) if plain else Stack(())
    head = room._replace(height=room.height - (rest.height + gap if rest.pieces else 0.0))
    lines = _broken(title.content, face, head) if plain and title is not None else ()
    if not lines or len(lines) > LONGEST:
        return _block(page, room, manner)
    sizes = _sizes(page, head, lines, face)
    whole = sum(_deep(line, face, size) for line, size in zip(lines, sizes, strict=True))
    whole += GAP * head.height * (len(lines) - 1)

    def put(top: float) -> None:
        _paint_lines(page, head._replace(y=top), lines, sizes, face, (manner.title, accent))
        below = room._replace(y=top + whole + gap, height=rest.height + 1)
        put_inside(page.canvas, texts[1:], below, manner, stand=0.0, first=1)

    return Setting(whole + (gap + rest.height if rest.pieces else 0.0), put)


def _block(page: Page, room: Box, manner: Manner) -> Setting:
    """All words as one block."""
    texts = in_order(page.scene.texts)
    height = stack(texts, (room.width, room.height), manner).height

    def put(top: float) -> None:
        put_inside(page.canvas, texts, room._replace(y=top, height=height + 1), manner, stand=0.0)

    return Setting(height, put)


def _broken(content: str, face: Face, room: Box) -> Sequence[str]:
    """The way to break a title that fills its room best, when each line is as wide as the room."""
    size = faces.fit_block(content, face, (room.width, room.height), room.height, leading=1.0).size
    ways = [faces.wrap(content, face, size * share, room.width) for share in (1.0, 0.86, 0.74, 0.62, 0.5)]
    return max(ways, key=lambda lines: min(_scale(lines, face, room), 1 / _scale(lines, face, room)))


def _scale(lines: Sequence[str], face: Face, room: Box) -> float:
    """How much lines as wide as the room must shrink (or may grow) to be as high as it is."""
    deep = sum(_deep(line, face, faces.fit_line(line, face, room.width, room.height)) for line in lines)
    return room.height * (1 - GAP * (len(lines) - 1)) / deep


def _sizes(page: Page, room: Box, lines: Sequence[str], face: Face) -> list[float]:
    """Type sizes at which the lines are as wide as the room, smaller where they would be higher than it."""
    largest = LARGEST * page.height
    scale = min(1.0, _scale(lines, face, room))
    return [scale * faces.fit_line(line, face, room.width, largest / scale) for line in lines]


def _paint_lines(
    page: Page, room: Box, lines: Sequence[str], sizes: Sequence[float], face: Face, tones: tuple[Colour, Colour]
) -> None:
    """The lines below each other; one of several in the second tone."""
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
