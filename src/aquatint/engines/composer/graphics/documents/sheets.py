"""Sheets on a desk of colour: certificates, tickets, business cards, name badges, receipts and quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, polygon, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import BLACK, Colour
from aquatint.engines.composer.graphics.documents.rows import RowManner, fit_rows, groups_of, paint_column
from aquatint.engines.composer.graphics.information.board import Board, open_page, paint_things
from aquatint.engines.composer.graphics.information.theme import LIGHT
from aquatint.engines.composer.graphics.information.words import set_words, shared_size
from aquatint.engines.composer.graphics.lettering import Manner, in_order, put_inside
from aquatint.engines.composer.graphics.ornaments import polar
from aquatint.engines.composer.graphics.page import inset
from aquatint.engines.composer.graphics.picture import FLAT, paint_group
from aquatint.engines.composer.scene import Entry, Scene, Text
from aquatint.sizes import Size

Stages = Iterator[tuple[float, str]]


def _open(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Board:
    page, theme, voice = open_page(canvas, scene, size, chance, LIGHT)
    return Board(page, theme, voice, page.inner, chance.fork("body"))


def _manner(
    board: Board, ground: Colour, align: Any = "center", biggest: float = 0.1, ratio: float = 2.2
) -> Manner:
    ink = board.theme.on(ground) if ground not in (board.theme.ground, board.theme.panel) else board.theme.ink
    quiet = board.theme.muted if ground in (board.theme.ground, board.theme.panel) else ink
    return Manner(
        board.voice.mood, ground, ink, ink, quiet, align=align, biggest=board.short * biggest, ratio=ratio
    )


def _shadow(board: Board, box: Box, radius: float) -> None:
    lifted = box._replace(y=box.y + 8 * board.unit)
    board.page.rectangle(lifted, fill(BLACK, 0.22, blur=12 * board.unit), radius)


def paint_certificate(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Stages:
    """A double frame, the words in the middle, lines at the foot for date and signature, a seal without words."""
    board = _open(canvas, scene, size, chance)
    theme, page, unit = board.theme, board.page, board.unit
    yield 0.1, "ground"
    outer = inset(page.full, page.margin * 0.7)
    page.rectangle(outer, stroke(theme.accent, 9 * unit))
    inner = inset(outer, 17 * unit)
    page.rectangle(inner, stroke(theme.ink, 2.4 * unit))
    _paint_corners(board, inner)
    yield 0.3, "frame"
    body = inset(inner, board.short * 0.075)
    seal = min(board.short * 0.085, body.height * 0.12)
    foot = max(seal * 2, body.height * 0.16)
    words = body._replace(height=body.height - foot - board.short * 0.04)
    _certificate_words(board, words)
    yield 0.8, "words"
    _paint_foot(board, Box(body.x, body.y + body.height - foot, body.width, foot), seal)
    yield 1.0, "seal"


def _certificate_words(board: Board, box: Box) -> None:
    """Title, name and reason as rows of their own; the name is the largest."""
    by_role: dict[str, list[Text]] = {"title": [], "name": [], "rest": []}
    for text in in_order(board.page.scene.texts):
        by_role[text.role if text.role in ("title", "name") else "rest"].append(text)
    shown = [(role, texts) for role, texts in by_role.items() if texts]
    weights = {"title": 0.42, "name": 0.34, "rest": 0.3}
    total = sum(weights[role] for role, _ in shown) or 1.0
    biggest = {"title": 0.085, "name": 0.075, "rest": 0.038}
    y = box.y
    for role, texts in shown:
        height = box.height * weights[role] / total
        room = Box(box.x, y + height * 0.06, box.width, height * 0.88)
        manner = _manner(board, board.theme.ground, biggest=biggest[role])
        level = 0 if role != "rest" else 1
        manner = replace(manner, biggest=manner.biggest * (manner.ratio if level else 1.0))
        took = put_inside(board.page.canvas, texts, room, manner, first=level)
        if role == "name":
            y_line = min(took.y + took.height + board.short * 0.022, y + height)
            reach = min(box.width * 0.36, board.short * 0.4)
            x = box.x + box.width / 2
            board.page.canvas.drawLine(
                x - reach, y_line, x + reach, y_line, stroke(board.theme.accent, 3 * board.unit)
            )
        y += height


def _paint_corners(board: Board, box: Box) -> None:
    reach = board.short * 0.05
    form = board.chance.fork("corners").choice(["square", "round", "fan"])
    for x, sx in ((box.x, 1), (box.x + box.width, -1)):
        for y, sy in ((box.y, 1), (box.y + box.height, -1)):
            if form == "square":
                side = reach * 0.7
                square = Box(min(x, x + sx * side), min(y, y + sy * side), side, side)
                board.page.rectangle(square, stroke(board.theme.accent, 3 * board.unit))
            elif form == "round":
                board.page.circle(
                    x + sx * reach * 0.5,
                    y + sy * reach * 0.5,
                    reach * 0.28,
                    stroke(board.theme.accent, 3 * board.unit),
                )
            else:
                for part in (0.45, 0.7, 0.95):
                    start = {(1, 1): 0, (-1, 1): 90, (-1, -1): 180, (1, -1): 270}[(sx, sy)]
                    radius = reach * part
                    oval = skia.Rect.MakeXYWH(x - radius, y - radius, 2 * radius, 2 * radius)
                    board.page.canvas.drawArc(oval, start, 90, False, stroke(board.theme.accent, 3 * board.unit))


def _paint_foot(board: Board, box: Box, seal: float) -> None:
    """What was said of date and signature on lines, the seal between or in the middle."""
    entries = board.sheet.entries[:2]
    x, y = box.x + box.width / 2, box.y + box.height / 2
    _paint_seal(board, x, y, seal)
    width = box.width / 2 - seal * 1.8
    rooms = [Box(box.x, box.y, width, box.height), Box(x + seal * 1.8, box.y, width, box.height)]
    words = [(entry.label, (width * 0.94, box.height * 0.5)) for entry in entries]
    size = shared_size(words, board.voice.text, board.short * 0.034)
    for entry, room in zip(entries, rooms, strict=False):
        line = room.y + room.height * 0.72
        board.page.canvas.drawLine(room.x, line, room.x + width, line, stroke(board.theme.ink, 2.2 * board.unit))
        above = Box(room.x, room.y, width, room.height * 0.62)
        set_words(board.page, entry.label, board.voice.text, size, above, board.theme.ink, stand=1.0)


def _paint_seal(board: Board, x: float, y: float, radius: float) -> None:
    """A rosette with ribbons."""
    theme, page = board.theme, board.page
    for turn in (-1, 1):
        foot = (x + turn * radius * 0.62, y + radius * 1.45)
        page.path(
            polygon(
                [
                    (x, y),
                    (foot[0] - radius * 0.34, foot[1]),
                    (foot[0], foot[1] - radius * 0.3),
                    (foot[0] + radius * 0.34, foot[1]),
                ]
            ),
            fill(theme.band),
        )
    points = [polar(x, y, radius * (1.0 if index % 2 else 0.88), index * 10) for index in range(36)]
    page.path(polygon(points), fill(theme.accent))
    page.circle(x, y, radius * 0.7, stroke(theme.on(theme.accent), 2.6 * board.unit))
    star = [polar(x, y, radius * (0.42 if index % 2 == 0 else 0.18), -90 + index * 36) for index in range(10)]
    page.path(polygon(star), fill(theme.on(theme.accent)))


def paint_ticket(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Stages:
    """A ticket with notches and a stub; on tall pages the stub is below."""
    board = _open(canvas, scene, size, chance)
    theme, page = board.theme, board.page
    page.paint_ground(theme.band)
    yield 0.1, "ground"
    wide = page.aspect >= 1
    body = _fitted(page.inner, 2.3 if wide else 0.55)
    notch = min(body.width, body.height) * 0.055
    cut = (body.x + body.width * 0.74) if wide else (body.y + body.height * 0.74)
    page.canvas.drawPath(_ticket(body, cut, notch, wide=wide), fill(theme.panel))
    _perforate(board, body, cut, notch, wide=wide)
    yield 0.4, "ticket"
    pad = min(body.width, body.height) * 0.1
    main = Box(
        body.x + pad,
        body.y + pad,
        (cut - body.x if wide else body.width) - 2 * pad,
        (body.height if wide else cut - body.y) - 2 * pad,
    )
    stub = (
        Box(cut + pad * 0.7, body.y + pad, body.x + body.width - cut - pad * 1.5, body.height - 2 * pad)
        if wide
        else Box(body.x + pad, cut + pad * 0.7, body.width - 2 * pad, body.y + body.height - cut - pad * 1.5)
    )
    _ticket_words(board, main)
    yield 0.8, "words"
    _paint_bars(board, stub, wide=wide)
    yield 1.0, "stub"


def _fitted(box: Box, aspect: float) -> Box:
    width, height = min(box.width, box.height * aspect), min(box.height, box.width / aspect)
    return Box(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)


def _ticket(box: Box, cut: float, notch: float, *, wide: bool) -> Any:
    """The outline: a rectangle with two half discs taken out at the perforation."""
    whole, holes = skia.Path(), skia.Path()
    whole.addRoundRect(skia.Rect.MakeXYWH(*box), notch * 0.5, notch * 0.5)
    spots = [(cut, box.y), (cut, box.y + box.height)] if wide else [(box.x, cut), (box.x + box.width, cut)]
    for x, y in spots:
        holes.addCircle(x, y, notch)
    return skia.Op(whole, holes, skia.PathOp.kDifference_PathOp)


def _perforate(board: Board, box: Box, cut: float, notch: float, *, wide: bool) -> None:
    length = (box.height if wide else box.width) - 2.6 * notch
    count = max(4, int(length / (board.short * 0.03)))
    for index in range(count):
        along = (box.y if wide else box.x) + 1.3 * notch + length * (index + 0.5) / count
        at = (cut, along) if wide else (along, cut)
        board.page.circle(*at, board.short * 0.0052, fill(board.theme.band))


def _ticket_words(board: Board, box: Box) -> None:
    texts = in_order(board.page.scene.texts)
    entries = board.sheet.entries
    share = 1.0 if not entries else 0.56 if len(entries) <= 4 else 0.42
    manner = _manner(board, board.theme.panel, "left", 0.11)
    head = box._replace(height=box.height * share * 0.94)
    if texts:
        put_inside(board.page.canvas, texts, head, manner, stand=0.0 if entries else 0.5)
    if entries:
        top = box.y + box.height * (share if texts else 0.0)
        _paint_fields(board, entries, Box(box.x, top, box.width, box.y + box.height - top))


def _paint_fields(board: Board, entries: Sequence[Entry], box: Box) -> None:
    """Each line in a cell of a grid, its name above it if it has one."""
    count = len(entries)
    columns = 1 if box.width < box.height * 1.2 else min(count, 2 if box.width < box.height * 3 else 3)
    rows = -(-count // columns)
    width, height = box.width / columns, box.height / rows
    words = [(entry.label, (width * 0.9, height * 0.42)) for entry in entries]
    size = shared_size(words, board.voice.strong, board.short * 0.042)
    names = [(entry.mark, (width * 0.9, height * 0.3)) for entry in entries]
    small = shared_size(names, board.voice.text, size * 0.75, lines=1)
    for index, entry in enumerate(entries):
        row, column = divmod(index, columns)
        x, y = box.x + column * width, box.y + row * height
        board.page.canvas.drawLine(
            x, y + height * 0.04, x + width * 0.9, y + height * 0.04, stroke(board.theme.rule, 2 * board.unit)
        )
        name = Box(x, y + height * 0.14, width * 0.9, height * 0.3)
        set_words(
            board.page, entry.mark, board.voice.text, small, name, board.theme.muted, align="left", stand=0.0
        )
        room = Box(x, y + height * (0.46 if entry.mark else 0.2), width * 0.9, height * 0.44)
        set_words(
            board.page, entry.label, board.voice.strong, size, room, board.theme.ink, align="left", stand=0.0
        )


def _paint_bars(board: Board, box: Box, *, wide: bool) -> None:
    """Stripes as on a stub: a pattern, not a code that could be read."""
    chance = board.chance.fork("stripes")
    length = box.height if wide else box.width
    at, unit = 0.0, length / 90
    while at < length:
        thick = unit * chance.choice([1, 1, 2, 3])
        thick = min(thick, length - at)
        if wide:
            board.page.rectangle(
                Box(box.x + box.width * 0.15, box.y + at, box.width * 0.7, thick), fill(board.theme.ink)
            )
        else:
            board.page.rectangle(
                Box(box.x + at, box.y + box.height * 0.15, thick, box.height * 0.7), fill(board.theme.ink)
            )
        at += thick + unit * chance.choice([1, 2, 2])


def paint_business_card(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Stages:
    """A card: a field of colour on one side, the name and its lines on the other."""
    board = _open(canvas, scene, size, chance)
    theme, page = board.theme, board.page
    page.paint_ground(theme.pale(theme.tone(0), 0.3))
    yield 0.1, "ground"
    card = _fitted(page.inner, 1.72 if page.aspect >= 1 else 0.62)
    _shadow(board, card, 0)
    page.rectangle(card, fill(theme.panel))
    wide = card.width > card.height
    form = board.chance.fork("card").choice(["side", "line", "corner"])
    if scene.items:
        form = "side"
    side = card._replace(width=card.width * 0.3) if wide else card._replace(height=card.height * 0.24)
    words = inset(card, min(card.width, card.height) * 0.12)
    if form == "side":
        page.rectangle(side, fill(theme.pale(theme.tone(0), 0.4) if scene.items else theme.band))
        paint_group(page, inset(side, side.width * 0.14, side.height * 0.14), light=FLAT, stand=0.5)
        if wide:
            words = words._replace(x=side.x + side.width + card.width * 0.07, width=card.width * 0.57)
        else:
            words = words._replace(y=side.y + side.height + card.height * 0.06, height=card.height * 0.62)
    elif form == "corner":
        page.canvas.save()
        page.clip(card)
        reach = min(card.width, card.height) * 0.42
        page.circle(card.x + card.width, card.y, reach, fill(theme.accent))
        page.circle(card.x + card.width, card.y, reach * 0.62, fill(theme.band))
        page.canvas.restore()
        words = (
            words._replace(y=words.y + words.height * 0.3, height=words.height * 0.7)
            if not wide
            else words._replace(width=words.width * 0.76)
        )
    else:
        page.rectangle(
            Box(card.x, card.y + card.height * 0.94, card.width, card.height * 0.06), fill(theme.accent)
        )
        words = words._replace(height=words.height * 0.94)
    yield 0.4, "card"
    _card_words(board, words)
    yield 1.0, "words"


def _card_words(board: Board, box: Box) -> None:
    """The name large, the first line below it, the others at the foot."""
    entries = board.sheet.entries
    texts = in_order(board.page.scene.texts)
    manner = _manner(board, board.theme.panel, "left", 0.085)
    extra = [Text(role="subtitle", content=entry.label) for entry in entries[:1]]
    top = box._replace(height=box.height * (0.5 if len(entries) > 1 else 1.0))
    put_inside(board.page.canvas, [*texts, *extra], top, manner, stand=0.0 if len(entries) > 1 else 0.5)
    if len(entries) < 2:
        return
    lines = [f"{entry.mark}: {entry.label}" if entry.mark else entry.label for entry in entries[1:]]
    foot = Box(box.x, box.y + box.height * 0.56, box.width, box.height * 0.44)
    step = min(foot.height / len(lines), board.short * 0.055)
    size = shared_size([(line, (foot.width, step * 0.8)) for line in lines], board.voice.text, board.short * 0.032)
    y = foot.y + foot.height - step * len(lines)
    for index, line in enumerate(lines):
        room = Box(foot.x, y + index * step, foot.width, step)
        set_words(board.page, line, board.voice.text, size, room, board.theme.ink, align="left")


def paint_badge(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Stages:
    """A badge with a slot for its band and the name as large as it can be."""
    board = _open(canvas, scene, size, chance)
    theme, page = board.theme, board.page
    page.paint_ground(theme.pale(theme.tone(0), 0.3))
    yield 0.1, "ground"
    card = _fitted(page.inner, 1.45 if page.aspect > 1.25 else 0.78)
    radius = board.short * 0.035
    _shadow(board, card, radius)
    page.rectangle(card, fill(theme.panel), radius)
    band = card._replace(height=card.height * 0.26)
    page.canvas.save()
    page.clip(band)
    page.rectangle(card, fill(theme.band), radius)
    page.canvas.restore()
    slot = Box(
        card.x + card.width / 2 - card.width * 0.09,
        card.y + card.height * 0.05,
        card.width * 0.18,
        card.height * 0.035,
    )
    page.rectangle(slot, fill(theme.pale(theme.tone(0), 0.3)), slot.height / 2)
    page.rectangle(Box(card.x, card.y + card.height * 0.26, card.width, 8 * board.unit), fill(theme.accent))
    yield 0.4, "badge"
    texts = in_order(scene.texts)
    lines = [
        Text(role="subtitle" if index == 0 else "body", content=entry.label)
        for index, entry in enumerate(board.sheet.entries)
    ]
    room = Box(card.x + card.width * 0.09, card.y + card.height * 0.34, card.width * 0.82, card.height * 0.58)
    put_inside(page.canvas, [*texts, *lines], room, _manner(board, theme.panel, "center", 0.13))
    yield 1.0, "words"


def paint_receipt(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Stages:
    """A slip of paper with a torn foot on a ground of colour."""
    board = _open(canvas, scene, size, chance)
    theme, page = board.theme, board.page
    page.paint_ground(theme.band)
    yield 0.1, "ground"
    slip = _slip(board)
    tooth = slip.width / 26
    teeth = [
        (slip.x + index * tooth, slip.y + slip.height - (tooth * 0.8 if index % 2 else 0))
        for index in range(26, -1, -1)
    ]
    page.path(polygon([(slip.x, slip.y), (slip.x + slip.width, slip.y), *teeth]), fill(theme.panel))
    yield 0.3, "paper"
    pad = slip.width * 0.09
    inner = Box(slip.x + pad, slip.y + pad, slip.width - 2 * pad, slip.height - 2 * pad - tooth)
    texts = in_order(scene.texts)
    if texts:
        head = inner._replace(height=inner.height * 0.2)
        took = put_inside(page.canvas, texts, head, _manner(board, theme.panel, "center", 0.07), stand=0.0)
        rule = took.y + took.height + pad * 0.7
        page.canvas.drawLine(inner.x, rule, inner.x + inner.width, rule, stroke(theme.ink, 2.4 * board.unit))
        inner = Box(inner.x, rule + pad * 0.8, inner.width, inner.y + inner.height - rule - pad * 0.8)
    groups = groups_of(board.sheet.entries)
    if groups:
        manner = RowManner(gap=0.9, head_gap=1.8, leaders=True)
        set_size = fit_rows(board, groups, (inner.width, inner.height), board.short * 0.042, manner)
        paint_column(board, groups, inner, set_size, manner)
    yield 1.0, "words"


def _slip(board: Board) -> Box:
    """The paper: as tall as its rows need, in the middle of the page."""
    inner = board.page.inner
    whole = _fitted(inner, 0.62 if board.page.aspect < 1.4 else 1.1)
    rows = len(board.sheet.entries) + sum(2 for entry in board.sheet.entries if entry.role == "section")
    height = min(
        whole.height, whole.width * (0.42 + 0.13 * rows) + (whole.width * 0.2 if board.page.scene.texts else 0.0)
    )
    return whole._replace(y=inner.y + (inner.height - height) * 0.42, height=height)


def paint_quote(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Stages:
    """The words as large as the page allows, the name below them, two commas as an ornament."""
    board = _open(canvas, scene, size, chance)
    theme, page = board.theme, board.page
    form = board.chance.fork("quote").choice(["left", "center", "panel"])
    ground = theme.band if form == "panel" else theme.ground
    page.paint_ground(ground)
    yield 0.1, "ground"
    inner = inset(page.inner, board.short * 0.03)
    mark = board.short * 0.13
    align = "center" if form == "center" else "left"
    x = inner.x + (inner.width - mark) / 2 if align == "center" else inner.x
    _paint_commas(board, Box(x, inner.y, mark, mark * 0.72), theme.accent)
    yield 0.3, "ornament"
    texts = in_order(scene.texts)
    said = [text for text in texts if text.role != "name"] or texts
    names = [text for text in texts if text not in said]
    foot = board.short * 0.12 if names else 0.0
    top = inner.y + mark * 0.72 + board.short * 0.05
    room = Box(inner.x, top, inner.width, inner.y + inner.height - top - foot)
    if scene.items:
        room = paint_things(page, room)
    manner = _manner(board, ground, align, 0.11, 1.8)
    took = put_inside(page.canvas, said, room, manner, stand=0.4 if form == "center" else 0.0)
    if names:
        y = min(took.y + took.height + board.short * 0.05, inner.y + inner.height - foot)
        rule = board.short * 0.07
        at = inner.x + (inner.width - rule) / 2 if align == "center" else inner.x
        page.rectangle(Box(at, y, rule, 6 * board.unit), fill(theme.accent))
        below = Box(inner.x, y + board.short * 0.04, inner.width, foot - board.short * 0.04)
        put_inside(page.canvas, names, below, _manner(board, ground, align, 0.04), stand=0.0, first=1)
    yield 1.0, "words"


def _paint_commas(board: Board, box: Box, colour: Colour) -> None:
    """Opening quotation marks drawn as shapes."""
    radius = box.width * 0.2
    for index in range(2):
        x, y = box.x + radius + index * box.width * 0.52, box.y + box.height - radius
        path = skia.Path()
        path.moveTo(x - radius, y)
        path.quadTo(x - radius, box.y + box.height * 0.16, x + radius * 0.9, box.y)
        path.lineTo(x + radius * 1.05, box.y + box.height * 0.2)
        path.quadTo(x - radius * 0.1, box.y + box.height * 0.3, x, y - radius * 0.9)
        path.close()
        path.addCircle(x, y, radius)
        path.setFillType(skia.PathFillType.kWinding)
        board.page.path(path, fill(colour))
