"""Lockups without a container: stacked, in a row, wordmark with an accent, framed by rules, monogram."""

from __future__ import annotations

from dataclasses import replace

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.lettering import put, put_line, stack
from aquatint.engines.composer.graphics.lockups.look import (
    Look,
    paint_mark,
    paint_solid,
    room_of,
    square,
    texts_of,
)
from aquatint.engines.composer.graphics.page import Page, inset, left, upper
from aquatint.engines.composer.graphics.palette import legible

LETTERS = 3
"""Capitals up to which a name is its own monogram."""


def stacked(page: Page, look: Look) -> None:
    """The mark above the words."""
    room = room_of(page)
    mark, words = upper(room, 0.6, page.margin * 0.8)
    pieces = stack(texts_of(page), (words.width, words.height), look.manner)
    side = square(mark)
    shift = (words.height - pieces.height) / 2
    side = side._replace(y=side.y + shift)
    _framed_mark(page, side, look)
    put(page.canvas, pieces, room.x + room.width / 2, side.y + side.height + page.margin * 0.8, look.manner)


def row(page: Page, look: Look) -> None:
    """The mark at the left of the words, both centred together."""
    room = room_of(page)
    share = min(0.4, 0.8 * room.height / room.width) if page.aspect > 1.2 else 0.34
    mark, words = left(room, share, page.margin * 0.7)
    # Two lines of words or three stand beside a mark that is as high as they are.
    most = min(look.manner.biggest, square(mark).height * 0.42)
    manner = replace(look.manner, align="left", biggest=most)
    pieces = stack(texts_of(page), (words.width, words.height), manner)
    side = square(mark)
    shift = (words.width - pieces.width) / 2
    _framed_mark(page, side._replace(x=side.x + shift), look)
    put(page.canvas, pieces, words.x + shift, words.y + (words.height - pieces.height) / 2, manner)


def _framed_mark(page: Page, box: Box, look: Look) -> None:
    """The emblem free, in a ring, or light on a solid shape."""
    form = page.chance.fork("form").choice(["free", "free", "ring", "solid"])
    x, y, radius = box.x + box.width / 2, box.y + box.height / 2, box.width / 2
    if form == "ring":
        page.circle(x, y, radius * 0.97, stroke(look.colours[0], radius * 0.05))
        paint_mark(page, inset(box, box.width * 0.21), look)
    elif form == "solid":
        paint_solid(page, box, look.colours[0], page.chance.fork("solid").choice(["disc", "hexagon", "squircle"]))
        paint_mark(page, inset(box, box.width * 0.23), look.on(look.colours[0], page))
    else:
        paint_mark(page, inset(box, box.width * 0.07), look)


def wordmark(page: Page, look: Look) -> None:
    """The name as large as it goes; the mark small, before it or over it, or a stroke of accent below it."""
    room = room_of(page)
    manner = replace(look.manner, biggest=page.measure * 0.34)
    height = room.height * 0.56
    pieces = stack(texts_of(page), (room.width, height), manner)
    small = min(page.measure * 0.28, room.height - pieces.height - page.margin)
    total = pieces.height + small + page.margin * 0.6
    top = room.y + (room.height - total) / 2
    x = room.x + room.width / 2
    if page.scene.items or page.chance.fork("accent").random() < 0.5:
        paint_mark(page, Box(x - small / 2, top, small, small), look)
        put(page.canvas, pieces, x, top + small + page.margin * 0.6, manner)
        return
    top = room.y + (room.height - pieces.height) / 2
    put(page.canvas, pieces, x, top, manner)
    low = top + pieces.height + page.margin * 0.5
    bar = Box(x - pieces.width / 2, low, pieces.width * 0.3, page.short * 0.018)
    page.rectangle(bar, fill(look.colours[1]), bar.height / 2)
    dot = (bar.x + bar.width + bar.height * 1.6, bar.y + bar.height / 2)
    page.circle(*dot, bar.height * 0.6, fill(look.colours[0]))


def framed(page: Page, look: Look) -> None:
    """The mark between two short rules, the name, a rule with a diamond below."""
    room = room_of(page)
    mark, words = upper(room, 0.4, page.margin * 0.7)
    pieces = stack(texts_of(page), (words.width, words.height * 0.8), look.manner)
    side = square(mark)
    total = side.height + pieces.height + page.margin * 2.0
    top = room.y + (room.height - total) / 2
    x = room.x + room.width / 2
    side = side._replace(y=top)
    paint_mark(page, side, look)
    reach = min(room.width / 2, max(pieces.width / 2, side.width * 0.9))
    line = stroke(look.colours[0], 5 * page.unit)
    middle = side.y + side.height / 2
    for way in (-1, 1):
        page.canvas.drawLine(x + way * side.width * 0.62, middle, x + way * reach, middle, line)
    put(page.canvas, pieces, x, side.y + side.height + page.margin * 0.8, look.manner)
    low = side.y + side.height + pieces.height + page.margin * 1.6
    size = 10 * page.unit
    for way in (-1, 1):
        page.canvas.drawLine(x + way * size * 2.2, low, x + way * reach, low, line)
    page.path(ornaments.regular(x, low, size, 4), fill(look.colours[1]))


def monogram(page: Page, look: Look) -> None:
    """The initials of the name on a solid shape, the name below."""
    texts = texts_of(page)
    name = texts[0].content if texts else ""
    lettered = len(name) <= LETTERS and name.isupper()
    heads = [word[0] for word in name.split() if word[0].isalnum()]
    initials = name if lettered else "".join(heads[:3]).upper()
    if lettered:
        # "Monogram AB": the letters are the whole name.
        texts = texts[1:]
    if not initials:
        stacked(page, look)
        return
    room = room_of(page)
    mark, words = upper(room, 0.6, page.margin * 0.8) if texts else (inset(room, page.margin), room)
    pieces = stack(texts, (words.width, words.height), look.manner)
    box = square(mark)
    box = box._replace(y=box.y + ((words.height - pieces.height) / 2 if texts else 0.0))
    form = page.chance.fork("solid").choice(["disc", "hexagon", "squircle", "diamond", "shield"])
    paint_solid(page, box, look.colours[0], form)
    inner = inset(box, box.width * 0.055)
    light = legible(look.colours[0], page.palette.paper, look.ground)
    if form in ("disc", "squircle"):
        page.rectangle(inner, stroke(light, box.width * 0.012), inner.width * (0.5 if form == "disc" else 0.23))
    face = faces.face("display", page.chance.fork("initials").choice(["elegant", "classic", "modern", "slab"]))
    size = faces.fit_line(initials, face, box.width * 0.56, box.width * (0.6 if len(initials) > 1 else 0.72))
    ink = faces.shape(initials, face).ink
    baseline = box.y + box.height * (0.47 if form == "shield" else 0.5) - (ink.top + ink.bottom) / 2 * size
    put_line(page.canvas, initials, face, size, (box.x + box.width / 2, baseline), fill(light))
    put(page.canvas, pieces, room.x + room.width / 2, box.y + box.height + page.margin * 0.8, look.manner)
