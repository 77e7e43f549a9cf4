"""Checklists, recipes, slides, agendas and fact sheets: lists with boxes, numbers, bullets or times."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.diagrams.empty import paint_empty
from aquatint.engines.composer.graphics.documents.opening import title_slide
from aquatint.engines.composer.graphics.documents.rows import (
    Group,
    RowManner,
    column_height,
    columns_of,
    fit_rows,
    generous,
    group_height,
    groups_of,
    paint_column,
    paint_pictures,
    row_height,
    stretched,
)
from aquatint.engines.composer.graphics.information.board import Board, board_layout
from aquatint.engines.composer.graphics.information.entries import fit_entries, paint_entry
from aquatint.engines.composer.graphics.information.words import height_of, set_line, set_words, shared_size
from aquatint.engines.composer.graphics.marks import find_mark, paint_mark
from aquatint.engines.composer.graphics.page import centre
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.scene import Entry, Scene
from aquatint.sizes import Size

_STEPS = re.compile(
    r"^(?:steps?|method|instructions?|directions?|preparation|procedure|how to\b.*|what to do)$", re.IGNORECASE
)
FEW = 6
"""Rows up to which an agenda may have tall ones."""
CHECKS = RowManner(lead=1.9, gap=1.1, head_gap=2.2)
NUMBERS = RowManner(lead=2.1, gap=1.1, head_gap=2.2)
BULLETS = RowManner(lead=1.4, gap=1.0, head_gap=2.2)


def _paint_led(board: Board, column: Sequence[Group], box: Box, size: float, manner: RowManner, lead: str) -> None:
    """A column whose rows have something before them: "box", "bullet" or "number"."""
    paint_column(board, column, box, size, manner)
    y = box.y
    for group in column:
        if group.head is not None:
            y += height_of(group.head.label, board.voice.title, size * 1.35, box.width) + (
                size * 1.3 if group.entries else 0
            )
        for index, entry in enumerate(group.entries):
            height = row_height(board, entry, box.width, size, manner)
            _paint_lead(board, lead, box.x, y, size, index)
            y += height + (manner.gap * size if index < len(group.entries) - 1 else 0.0)
        y += manner.head_gap * size


def _paint_lead(board: Board, lead: str, x: float, y: float, size: float, index: int) -> None:
    theme, middle = board.theme, y + size * 0.37
    if lead == "box":
        side = size * 0.92
        box = Box(x + size * 0.06, middle - side / 2, side, side)
        board.page.rectangle(box, fill(theme.panel), side * 0.18)
        board.page.rectangle(box, stroke(theme.accent_ink, size * 0.1), side * 0.18)
    elif lead == "number":
        radius = size * 0.72
        board.page.circle(x + radius, middle, radius, fill(theme.band))
        word = str(index + 1)
        small = size * (0.8 if index < 9 else 0.66)
        set_line(board.page, word, board.voice.strong, small, (x + radius, middle), theme.on(theme.band), "center")
    else:
        board.page.circle(x + size * 0.35, middle, size * 0.2, fill(theme.accent))


def _columns(board: Board, groups: Sequence[Group], manner: RowManner, limit: float) -> tuple[int, float, float]:
    """How many columns set the words largest: their number, width and type size."""
    gap = board.short * 0.06
    options = []
    for count in range(1, 4):
        width = (board.body.width - gap * (count - 1)) / count
        size = fit_rows(board, groups, (width, board.body.height), limit, manner, count)
        options.append((round(size, 3), -count, width))
    size, negative, width = max(options)
    return -negative, width, size


def _split_loose(groups: Sequence[Group], parts: int) -> list[Group]:
    """A single list without sections, cut into equal runs for columns."""
    if len(groups) > 1 or groups[0].head is not None or parts == 1:
        return list(groups)
    entries = groups[0].entries
    length = math.ceil(len(entries) / parts)
    return [Group(None, entries[start : start + length]) for start in range(0, len(entries), length)]


def _paint_checklist(board: Board) -> None:
    groups = groups_of(board.sheet.entries)
    if not groups:
        paint_empty(board)
        return
    _paint_list(board, groups, CHECKS, "box", board.short * 0.062)


def _paint_list(board: Board, groups: Sequence[Group], manner: RowManner, lead: str, limit: float) -> None:
    parts = 1
    if board.body.width > board.body.height * 1.4:
        parts = min(3, max(1, round(board.body.width / board.body.height)), max(1, len(groups[0].entries) // 3))
    limit = generous(board, limit, len(board.sheet.entries))
    groups = _split_loose(groups, parts)
    count, width, size = _columns(board, groups, manner, limit)
    gap = board.short * 0.06
    columns = columns_of(board, groups, count, width, size, manner)
    manner = stretched(board, columns, (width, board.body.height), size, manner)
    used = max(column_height(board, column, width, size, manner) for column in columns)
    down = paint_pictures(board, board.sheet.entries, used)
    for index, column in enumerate(columns):
        box = Box(board.body.x + index * (width + gap), board.body.y + down, width, board.body.height)
        _paint_led(board, column, box, size, manner, lead)


def _paint_recipe(board: Board) -> None:
    """Ingredients on a panel, steps beside or below it with numbers."""
    groups = groups_of(board.sheet.entries)
    if not groups:
        paint_empty(board)
        return
    if len(groups) == 1:
        numbered = groups[0].head is not None and _STEPS.match(groups[0].head.label)
        _paint_list(
            board,
            groups,
            NUMBERS if numbered else BULLETS,
            "number" if numbered else "bullet",
            board.short * 0.055,
        )
        return
    body, gap, pad = board.body, board.short * 0.05, board.short * 0.045
    beside = body.width > body.height * 0.95
    first, rest = groups[0], groups[1:]
    limit = board.short * 0.05
    if beside:
        left = Box(body.x, body.y, (body.width - gap) * 0.4, body.height)
        right = Box(body.x + left.width + gap, body.y + pad, body.width - left.width - gap, body.height - 2 * pad)
    else:
        weight = _weight(board, first, rest, body.width, limit * 0.7)
        left = Box(body.x, body.y, body.width, (body.height - gap) * weight)
        top = body.y + left.height + gap
        right = Box(body.x, top, body.width, body.y + body.height - top)
    inner = Box(left.x + pad, left.y + pad, left.width - 2 * pad, left.height - 2 * pad)
    size = min(
        fit_rows(board, [first], (inner.width, inner.height), limit, BULLETS),
        fit_rows(board, rest, (right.width, right.height), limit, NUMBERS),
    )
    board.page.rectangle(left, fill(board.theme.panel), board.short * 0.02)
    own = stretched(board, [[first]], (inner.width, inner.height), size, BULLETS)
    _paint_led(board, [first], inner, size, own, "bullet")
    numbers = stretched(board, [rest], (right.width, right.height), size, NUMBERS)
    y = right.y
    for group in rest:
        steps = group.head is not None and _STEPS.match(group.head.label)
        manner, lead = (numbers, "number") if steps else (replace(numbers, lead=BULLETS.lead), "bullet")
        height = group_height(board, group, right.width, size, manner)
        _paint_led(board, [group], right._replace(y=y, height=height), size, manner, lead)
        y += height + numbers.head_gap * size


def _weight(board: Board, first: Group, rest: Sequence[Group], width: float, size: float) -> float:
    """The first section's share of the height."""
    own = group_height(board, first, width, size, BULLETS) + size * 3
    others = sum(group_height(board, group, width, size, NUMBERS) + size * 2 for group in rest)
    return min(0.62, max(0.25, own / (own + others)))


def _paint_slide(board: Board) -> None:
    """Bullets on one side, the picture on the other."""
    body = board.body
    groups = groups_of(board.sheet.entries)
    mark = "" if board.sheet.art or board.page.scene.items else _title_mark(board.page.scene)
    art = board.sheet.art or next((item.art for item in board.page.scene.items if item.art), "")
    pictured = bool(art or mark)
    gap = board.short * 0.06
    if not groups:
        if pictured:
            _paint_slide_picture(board, body, art, mark)
        return
    words = body
    if pictured and body.width > body.height * 0.9:
        side = min(body.height, body.width * 0.38)
        words = body._replace(width=body.width - side - gap)
        _paint_slide_picture(board, Box(body.x + body.width - side, body.y, side, body.height), art, mark)
    elif pictured:
        side = body.height * 0.36
        words = body._replace(height=body.height - side - gap)
        _paint_slide_picture(board, Box(body.x, body.y + body.height - side, body.width, side), art, mark)
    limit = generous(board, board.short * 0.06, len(board.sheet.entries) * (1 if words == body else 2))
    size = fit_rows(board, groups, (words.width, words.height), limit, BULLETS)
    manner = stretched(board, [groups], (words.width, words.height * 0.8), size, BULLETS)
    spare = words.height - column_height(board, groups, words.width, size, manner)
    tall = body.height > body.width
    words = words._replace(y=words.y + max(0.0, spare) * (0.3 if tall else 0.0))
    _paint_led(board, groups, words, size, manner, "bullet")


def _title_mark(scene: Scene) -> str:
    """The mark for what the title says; the bullets are not what the slide is about."""
    words = " ".join(text.content for text in scene.texts if text.role == "title")
    return find_mark(msgspec.structs.replace(scene, prompt=words, subject="", texts=[]))


def _paint_slide_picture(board: Board, box: Box, art: str, mark: str) -> None:
    side = min(box.width, box.height)
    x, y = centre(box)
    field = board.theme.pale(board.theme.tone(0), 0.2)
    board.page.circle(x, y, side / 2, fill(field))
    inner = Box(x - side * 0.34, y - side * 0.34, side * 0.68, side * 0.68)
    if art:
        board.picture(art, inner, "slide")
    else:
        colours = [apart(board.theme.tone(index), field, 2.0) for index in range(3)]
        paint_mark(
            board.page.canvas, mark, Box(x - side * 0.28, y - side * 0.28, side * 0.56, side * 0.56), colours
        )


def _paint_agenda(board: Board) -> None:
    """Times in a column, what happens beside them, hairlines between."""
    entries = board.sheet.entries
    if not entries:
        paint_empty(board)
        return
    if not any(entry.mark for entry in entries):
        _paint_list(board, groups_of(entries), NUMBERS, "number", board.short * 0.055)
        return
    body, count = board.body, len(entries)
    columns = 2 if body.width > body.height * 1.7 and count > 4 else 1
    rows, gap = math.ceil(count / columns), board.short * 0.07
    width = (body.width - gap * (columns - 1)) / columns
    slot = min(body.height / rows, board.short * (0.34 if columns == 1 and rows <= FEW else 0.2))
    marked = width * 0.3 if any(entry.mark for entry in entries) else 0.0
    side = slot * 0.62 if any(entry.art for entry in entries) else 0.0
    room = width - marked - side
    limit = generous(board, board.short * 0.054, rows)
    size = fit_entries(board, entries, [(room * 0.96, slot * 0.72)] * count, limit, marks=False)
    cards = board.chance.fork("agenda").choice([True, False])
    pad = max(board.short * 0.022, slot * 0.12) if cards else 0.0
    marks = [(entry.mark, (marked * 0.84 - pad, slot * 0.72)) for entry in entries]
    size = shared_size(marks, board.voice.strong, size, lines=1)
    for index, entry in enumerate(entries):
        column, row = divmod(index, rows)
        box = Box(body.x + column * (width + gap), body.y + row * slot, width, slot)
        if cards:
            _paint_card(board, box, index)
        elif row:
            line = stroke(board.theme.rule, 2 * board.unit)
            board.page.canvas.drawLine(box.x, box.y, box.x + width, box.y, line)
        time = Box(box.x + pad, box.y, marked * 0.9 - pad, slot)
        set_words(board.page, entry.mark, board.voice.strong, size, time, board.theme.accent_ink, align="left")
        paint_entry(
            board,
            entry,
            Box(box.x + marked + pad * (not marked), box.y, room * 0.96, slot),
            size,
            stand=0.5,
            marks=False,
        )
        board.picture(
            entry.art, Box(box.x + width - side - pad, box.y + (slot - side) / 2, side, side), f"{index}"
        )


def _paint_card(board: Board, box: Box, index: int) -> None:
    gap = board.short * 0.008
    card = Box(box.x, box.y + gap, box.width, box.height - 2 * gap)
    board.page.rectangle(card, fill(board.theme.panel), board.short * 0.014)
    bar = card._replace(width=8 * board.unit)
    board.page.rectangle(bar, fill(apart(board.theme.tone(index), board.theme.panel, 1.9)))


def _paint_facts(board: Board) -> None:
    """Cards in a grid, each with a picture or its number."""
    entries = board.sheet.entries
    if not entries:
        paint_empty(board)
        return
    body, count, gap = board.body, len(entries), board.short * 0.035
    columns = max(range(1, count + 1), key=lambda n: _fitness(n, count, body))
    rows = math.ceil(count / columns)
    width, height = (body.width - gap * (columns - 1)) / columns, (body.height - gap * (rows - 1)) / rows
    pad = min(width, height) * 0.1
    beside = width > height * 1.15
    lead = min(height - 2 * pad, width * 0.26) if beside else min(width - 2 * pad, height * 0.36)
    room = (
        width - 2 * pad - (lead + pad if beside else 0),
        height - 2 * pad - (0 if beside else lead + pad * 0.7),
    )
    size = fit_entries(board, entries, [room] * count, board.short * 0.05)
    for index, entry in enumerate(entries):
        row, column = divmod(index, columns)
        short_row = count - row * columns < columns
        shift = (columns - (count - row * columns)) * (width + gap) / 2 if short_row else 0.0
        x, y = body.x + column * (width + gap) + shift, body.y + row * (height + gap)
        board.page.rectangle(Box(x, y, width, height), fill(board.theme.panel), board.short * 0.02)
        _paint_fact_lead(board, entry, Box(x + pad, y + pad, lead, lead), index, beside=beside)
        box = Box(x + pad + (lead + pad if beside else 0), y + pad + (0 if beside else lead + pad * 0.7), *room)
        paint_entry(board, entry, box, size, stand=0.5 if beside else 0.0)


def _paint_fact_lead(board: Board, entry: Entry, box: Box, index: int, *, beside: bool) -> None:
    """The entry's picture on a disc, or its number; a bare disc where only others have pictures."""
    theme, side = board.theme, min(box.width, board.short * 0.2)
    y = box.y + (box.height - side) / 2 if beside else box.y
    tone = apart(theme.tone(index), theme.panel, 2.0)
    field = theme.pale(tone, 0.24)
    x, middle = box.x + side / 2, y + side / 2
    board.page.circle(x, middle, side / 2, fill(field))
    inner = Box(x - side * 0.34, middle - side * 0.34, side * 0.68, side * 0.68)
    if board.picture(entry.art, inner, f"{index}"):
        return
    if any(each.art for each in board.sheet.entries):
        board.page.circle(x, middle, side * 0.14, fill(tone))
        return
    ink = apart(theme.word_tone(tone), field, 4.7)
    set_line(board.page, str(index + 1), board.voice.title, side * 0.42, (x, middle), ink, "center")


def _fitness(columns: int, count: int, body: Box) -> float:
    rows = math.ceil(count / columns)
    aspect = (body.width / columns) / (body.height / rows)
    wanted = min(abs(math.log(aspect / 1.0)), abs(math.log(aspect / 2.6)))
    return -wanted - 0.1 * (rows * columns - count)


paint_checklist = board_layout(_paint_checklist)
paint_recipe = board_layout(_paint_recipe)
_paint_bullets = board_layout(_paint_slide, headings=("left", "left", "band", "rule"), things=False)
paint_agenda = board_layout(_paint_agenda)
paint_facts = board_layout(_paint_facts)


def paint_slide(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """A slide with bullets, or a title slide when there are words for a title alone."""
    if scene.texts and not (scene.sheet and (scene.sheet.entries or scene.sheet.art)) and not scene.items:
        yield from title_slide(canvas, scene, size, chance)
    else:
        yield from _paint_bullets(canvas, scene, size, chance)
