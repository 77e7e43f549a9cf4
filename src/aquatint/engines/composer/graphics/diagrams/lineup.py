"""Line-ups: things with their names, in the order of their set: letters, phases of the moon, planets, tips."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.diagrams.orbits import paint_orbits
from aquatint.engines.composer.graphics.information.board import Board, open_page
from aquatint.engines.composer.graphics.information.heading import paint_heading
from aquatint.engines.composer.graphics.information.theme import Theme, make_theme
from aquatint.engines.composer.graphics.information.words import set_words, shared_size
from aquatint.engines.composer.graphics.lettering import Align
from aquatint.engines.composer.graphics.page import Page, centre, inset
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.planner.graphic.art import swatch_of
from aquatint.engines.composer.scene import Entry, Scene
from aquatint.sizes import Size

NIGHT = Colour.of("#141a38")
STARS = 140
CELL = 0.92
"""Width by height that suits a card best."""
GAP = 0.03
"""Between cards, in measures."""
LETTERS = 2
"""Characters up to which a label is a letter or a figure, set large beside its picture."""


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """Ground, heading, then the things one by one."""
    page, theme, voice = open_page(canvas, scene, size, chance)
    if scene.sheet is not None and scene.sheet.night:
        page, theme = _by_night(page)
    yield 0.2, "ground"
    body = paint_heading(page, theme, voice, ("left", "center") if page.aspect <= 1.9 else ())
    board = Board(page, theme, voice, body, chance.fork("body"))
    entries = board.sheet.entries
    yield 0.3, "title"
    if not entries:
        paint_empty(board)
    elif any(entry.scale != 1.0 for entry in entries):
        paint_orbits(board)
    else:
        _paint_cards(board, entries)
    yield 1.0, "things"


def _by_night(page: Page) -> tuple[Page, Theme]:
    """The page under a sky of stars."""
    night = replace(page, palette=replace(page.palette, ground=page.palette.ground or NIGHT))
    theme = make_theme(night.palette, "dark")
    night.paint_ground(theme.ground)
    chance = page.chance.fork("stars")
    for index in range(STARS):
        star = chance.fork(index)
        x, y = star.uniform(0, page.width), star.uniform(0, page.height)
        size = page.unit * star.uniform(0.8, 2.4)
        page.circle(x, y, size, fill(theme.ink, star.uniform(0.25, 0.8)))
    return night, theme


def _paint_cards(board: Board, entries: Sequence[Entry]) -> None:
    cells = _cells(board.body, len(entries), board.measure * GAP, _wanted(entries))
    rooms = [
        _rooms(entry, inset(cell, min(cell.width, cell.height) * 0.07))
        for entry, cell in zip(entries, cells, strict=True)
    ]
    labels = [
        (entry.label, (words.width, words.height)) for entry, (_, words, _) in zip(entries, rooms, strict=True)
    ]
    lines = 1 if max(len(entry.label.split()) for entry in entries) == 1 else 2
    size = shared_size(labels, board.voice.title, min(board.measure * 0.12, cells[0].height * 0.62), lines=lines)
    details = [
        (entry.detail, (notes.width, notes.height)) for entry, (_, _, notes) in zip(entries, rooms, strict=True)
    ]
    small = shared_size(details, board.voice.text, size * 0.7, lines=2)
    for index, (entry, cell) in enumerate(zip(entries, cells, strict=True)):
        _paint_card(board, entry, cell, rooms[index], (size, small), index)


def _wanted(entries: Sequence[Entry]) -> float:
    """Width by height of a card: flat ones for words alone."""
    if any(entry.art for entry in entries):
        return CELL
    return 1.0 if all(swatch_of(entry.label) for entry in entries) else 3.4


def _cells(body: Box, count: int, gap: float, wanted: float) -> list[Box]:
    """A grid of cards of one size; a last row of few stands in the middle."""

    def fitness(columns: int) -> float:
        rows = math.ceil(count / columns)
        aspect = ((body.width - gap * (columns - 1)) / columns) / ((body.height - gap * (rows - 1)) / rows)
        return -abs(math.log(max(aspect, 0.01) / wanted)) - 0.3 * (rows * columns - count)

    columns = max(range(1, count + 1), key=fitness)
    rows = math.ceil(count / columns)
    width, height = (body.width - gap * (columns - 1)) / columns, (body.height - gap * (rows - 1)) / rows
    height = min(height, width * 1.6)
    top = body.y + (body.height - rows * height - gap * (rows - 1)) / 2
    cells = []
    for index in range(count):
        row, column = divmod(index, columns)
        here = min(columns, count - row * columns)
        left = body.x + (body.width - here * width - gap * (here - 1)) / 2
        cells.append(Box(left + column * (width + gap), top + row * (height + gap), width, height))
    return cells


def _rooms(entry: Entry, inner: Box) -> tuple[Box, Box, Box]:
    """The rooms of picture, label and detail in a card."""
    x, y, width, height = inner
    if not entry.art and not swatch_of(entry.label):
        share = 0.56 if entry.detail else 1.0
        low = y + height * share
        return Box(x, y, 1, 1), inner._replace(height=height * share), Box(x, low, width, height * (1 - share))
    foot = height * (0.17 if entry.detail else 0.0)
    if len(entry.label) <= LETTERS and width <= 1.5 * height:
        head = height * 0.34
        return (
            Box(x, y + head, width, height - head - foot),
            Box(x, y, width * 0.6, head),
            Box(x, y + height - foot, width, foot),
        )
    if width > 1.5 * height:
        side = min(height, width * 0.4)
        rest = Box(x + side * 1.12, y, width - side * 1.12, height)
        label = rest._replace(height=height - foot * 1.6) if foot else rest
        return Box(x, y, side, height), label, Box(rest.x, y + label.height, rest.width, foot * 1.6)
    words = height * 0.24
    return (
        Box(x, y, width, height - words - foot - height * 0.03),
        Box(x, y + height - words - foot, width, words * (0.84 if entry.detail else 1.0)),
        Box(x, y + height - foot, width, foot),
    )


def _paint_card(
    board: Board, entry: Entry, cell: Box, rooms: tuple[Box, Box, Box], sizes: tuple[float, float], index: int
) -> None:
    theme, voice, page = board.theme, board.voice, board.page
    art, words, notes = rooms
    tone = apart(theme.tone(index), theme.ground, 1.6)
    named = "" if entry.art else swatch_of(entry.label)
    plain = not entry.art and not named
    field = tone if plain else theme.ground if board.sheet.night else theme.pale(tone, 0.26)
    if not board.sheet.night or plain:
        page.rectangle(cell, fill(field), min(cell.width, cell.height) * 0.09)
    ink = theme.on(field)
    if named:
        _paint_swatch(page, Colour.of(named), art, field)
    _paint_pictures(board, entry, art, f"{index}")
    letter = len(entry.label) <= LETTERS and cell.width <= 1.5 * cell.height and bool(entry.art)
    beside = cell.width > 1.5 * cell.height and not plain
    align: Align = "left" if letter or beside else "center"
    set_words(page, entry.label, voice.title, sizes[0], words, ink, align=align)
    set_words(page, entry.detail, voice.text, sizes[1], notes, ink, align="left" if beside else "center")
    if entry.mark:
        _paint_mark(board, entry.mark, cell, tone)


def _paint_swatch(page: Page, colour: Colour, box: Box, field: Colour) -> None:
    x, y = centre(box)
    radius = min(box.width, box.height) * 0.46
    page.circle(x, y, radius * 1.06, fill(mix(field, colour, 0.4)))
    page.circle(x, y, radius, fill(colour))


def _paint_pictures(board: Board, entry: Entry, box: Box, name: str) -> None:
    """The picture as often as it is counted, in rows."""
    columns = math.ceil(math.sqrt(entry.count * box.width / max(1.0, box.height)))
    columns = max(1, min(entry.count, columns))
    rows = math.ceil(entry.count / columns)
    width, height = box.width / columns, box.height / rows
    for index in range(entry.count):
        row, column = divmod(index, columns)
        here = min(columns, entry.count - row * columns)
        left = box.x + (box.width - here * width) / 2
        place = Box(left + column * width, box.y + row * height, width, height)
        board.picture(entry.art, inset(place, min(width, height) * (0.04 if entry.count == 1 else 0.08)), name)


def _paint_mark(board: Board, mark: str, cell: Box, tone: Colour) -> None:
    """A number on a disc at the corner of a card."""
    radius = min(cell.width, cell.height) * 0.11
    x, y = cell.x + radius * 0.55, cell.y + radius * 0.55
    strong = apart(tone, board.theme.pale(tone, 0.2), 2.6)
    board.page.circle(x, y, radius, fill(strong))
    box = Box(x - radius * 0.7, y - radius * 0.7, radius * 1.4, radius * 1.4)
    size = shared_size([(mark, (box.width, box.height))], board.voice.strong, radius * 1.2, lines=1)
    set_words(board.page, mark, board.voice.strong, size, box, board.theme.on(strong))
