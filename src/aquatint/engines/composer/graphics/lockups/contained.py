"""Lockups in a container: everything in one shape, a round badge with a ribbon, a crest, a stamp."""

from __future__ import annotations

from dataclasses import replace

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.colour import mix
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.lettering import put, stack
from aquatint.engines.composer.graphics.lockups.look import (
    Look,
    paint_mark,
    paint_solid,
    ribbon,
    room_of,
    shield,
    square,
    texts_of,
)
from aquatint.engines.composer.graphics.page import Page, inset, upper
from aquatint.engines.composer.graphics.palette import apart, legible


def enclosed(page: Page, look: Look) -> None:
    """Mark and words light on one solid shape."""
    box = square(room_of(page))
    form = page.chance.fork("solid").choice(["disc", "squircle", "shield"])
    paint_solid(page, box, look.colours[0], form)
    inside = look.on(look.colours[0], page)
    pad = {"disc": 0.17, "squircle": 0.12, "shield": 0.16}[form]
    room = inset(box, box.width * pad)
    mark, words = upper(room, 0.56, box.width * 0.05)
    words = inset(words, words.width * (0.08 if form != "squircle" else 0.0), 0.0)
    if form == "shield":
        words = words._replace(height=words.height * 0.72)
    pieces = stack(texts_of(page), (words.width, words.height), inside.manner)
    drop = (words.height - pieces.height) / 3
    paint_mark(page, square(mark)._replace(y=mark.y + drop), inside)
    put(page.canvas, pieces, box.x + box.width / 2, words.y + drop, inside.manner)


def badge(page: Page, look: Look) -> None:
    """Rings around the mark, the name on a ribbon across, stars below."""
    box = square(room_of(page))
    x, y, radius = box.x + box.width / 2, box.y + box.height / 2, box.width / 2
    body, accent, _ = look.colours
    scalloped = page.chance.fork("edge").random() < 0.5
    if scalloped:
        page.path(ornaments.star(x, y, radius, 36, 0.94), fill(body))
    else:
        page.circle(x, y, radius * 0.97, fill(body))
    inner = apart(page.palette.paper, body, 3)
    page.circle(x, y, radius * 0.88, stroke(inner, radius * 0.02))
    page.circle(x, y, radius * 0.83, fill(inner))
    mark = Box(x - radius * 0.36, y - radius * 0.72, radius * 0.72, radius * 0.72)
    paint_mark(page, mark, Look(inner, (apart(body, inner, 3), apart(accent, inner, 1.8), body), look.manner))
    texts = texts_of(page)
    if not texts:
        return
    band = Box(x - radius * 0.84, y + radius * 0.08, radius * 1.68, radius * 0.42)
    colour = apart(accent, inner, 1.6)
    deep = mix(colour, page.palette.ink, 0.35)
    room = (band.width * 0.9, band.height * 0.74)
    manner = replace(look.manner, ground=colour, title=legible(colour, page.palette.paper, page.palette.ink))
    pieces = stack(texts[:1], room, manner)
    ribbon(page, band, colour, deep)
    put(page.canvas, pieces, x, band.y + (band.height - pieces.height) / 2, manner)
    low = y + radius * 0.68
    if texts[1:]:
        dark = legible(inner, page.palette.ink)
        small = replace(look.manner, ground=inner, title=dark, second=dark, detail=dark, ratio=1.0, tracking=0.02)
        rest = stack(texts[1:], (radius * 0.9, radius * 0.26), small, first=1)
        put(page.canvas, rest, x, low - rest.height * 0.6, small)
    else:
        for step, size in ((-1, 0.05), (0, 0.07), (1, 0.05)):
            page.path(ornaments.star(x + step * radius * 0.2, low, radius * size, 5), fill(apart(body, inner, 3)))


def crest(page: Page, look: Look) -> None:
    """A shield parted in two tones with the mark, the name on a ribbon below it."""
    room = room_of(page)
    texts = texts_of(page)
    upper_room, lower = upper(room, 0.74 if texts else 1.0, page.margin * 0.4)
    box = square(upper_room)
    box = Box(box.x + box.width * 0.08, box.y, box.width * 0.84, box.height)
    body, accent, _ = look.colours
    outline = shield(box)
    page.path(outline, fill(body))
    page.canvas.save()
    page.canvas.clipPath(outline, True)
    parting = page.chance.fork("parting").choice(["half", "chief", "quarter", "stripes"])
    tone = mix(body, page.palette.paper, 0.2)
    if parting == "half":
        page.rectangle(Box(box.x + box.width / 2, box.y, box.width / 2, box.height), fill(tone))
    elif parting == "chief":
        page.rectangle(Box(box.x, box.y, box.width, box.height * 0.16), fill(accent))
    elif parting == "quarter":
        page.rectangle(Box(box.x, box.y, box.width / 2, box.height * 0.46), fill(tone))
        page.rectangle(Box(box.x + box.width / 2, box.y + box.height * 0.46, box.width, box.height), fill(tone))
    else:
        for step in range(0, 7, 2):
            page.rectangle(Box(box.x + step * box.width / 7, box.y, box.width / 7, box.height), fill(tone))
    page.canvas.restore()
    inner = inset(box, box.width * 0.045)
    page.path(shield(inner), stroke(legible(body, page.palette.paper), box.width * 0.014))
    side = box.width * 0.5
    mark = Box(box.x + (box.width - side) / 2, box.y + box.height * 0.22, side, side)
    paint_mark(page, mark, look.on(body, page))
    if not texts:
        return
    x = room.x + room.width / 2
    colour = apart(accent, look.ground, 1.6)
    manner = replace(look.manner, ground=colour, title=legible(colour, page.palette.paper, page.palette.ink))
    pieces = stack(texts[:1], (room.width * 0.76, lower.height * 0.5), manner)
    pad = page.margin * 0.4
    band = Box(x - room.width * 0.4, lower.y - pad, room.width * 0.8, pieces.height + 2 * pad)
    ribbon(page, band, colour, mix(colour, page.palette.ink, 0.35))
    put(page.canvas, pieces, x, band.y + pad, manner)
    rest_top = band.y + band.height + pad * 1.2
    left_over = max(1.0, room.y + room.height - rest_top)
    plain = replace(look.manner, ratio=1.0, biggest=page.measure * 0.06)
    put(page.canvas, stack(texts[1:], (room.width * 0.7, left_over), plain, first=1), x, rest_top, plain)


def stamp(page: Page, look: Look) -> None:
    """A perforated sheet with a frame, as postage and rubber stamps have."""
    box = square(room_of(page))
    box = inset(box, box.width * 0.06, 0.0)
    body, _, _ = look.colours
    hole = box.width / 30
    sheet = skia.Path()
    sheet.addRect(skia.Rect.MakeXYWH(*box))
    holes = skia.Path()
    across, down = round(box.width / hole / 2), round(box.height / hole / 2)
    for index in range(across + 1):
        for y in (box.y, box.y + box.height):
            holes.addCircle(box.x + index * box.width / across, y, hole * 0.6)
    for index in range(down + 1):
        for x in (box.x, box.x + box.width):
            holes.addCircle(x, box.y + index * box.height / down, hole * 0.6)
    page.path(skia.Op(sheet, holes, skia.PathOp.kDifference_PathOp), fill(body))
    inside = look.on(body, page)
    frame = inset(box, box.width * 0.08)
    page.rectangle(frame, stroke(inside.colours[0], box.width * 0.01))
    room = inset(frame, box.width * 0.06)
    mark, words = upper(room, 0.6 if page.scene.texts else 1.0, box.width * 0.04)
    paint_mark(page, square(mark), inside)
    pieces = stack(texts_of(page), (words.width, words.height), inside.manner)
    put(page.canvas, pieces, box.x + box.width / 2, words.y + (words.height - pieces.height) / 2, inside.manner)
