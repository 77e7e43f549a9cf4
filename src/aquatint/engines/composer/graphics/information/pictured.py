"""A field of colour at the side or the foot of a page, with a picture of what the page is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from aquatint.engines.composer.art import find
from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics.information.theme import Theme
from aquatint.engines.composer.graphics.marks import paint_mark
from aquatint.engines.composer.graphics.page import Page, centre
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.graphics.picture import FLAT, paint_group
from aquatint.sizes import Size

BROAD, LONG = 1.2, 2.2
"""Width by height from which the field stands at the side, and from which it is a narrow one."""
SIDE, SLIM, FOOT = 0.36, 0.27, 0.3
"""Shares of the page that the field takes: at the side, at the side of a long page, at the foot."""

Picture = Callable[[Box, Colour], None]
"""Paints into a box on a field of a colour."""


def open_field(page: Page, theme: Theme, picture: Picture) -> Page:
    """Paint the field with its picture, to the edges of the page; returns the page without it."""
    box, rest = _cut(page)
    field = page.chance.fork("picture field").choice(
        [theme.band, theme.pale(theme.tone(0), 0.34), theme.pale(theme.accent, 0.34)]
    )
    field = apart(field, theme.ground, 1.12)
    page.rectangle(box, fill(field))
    x, y = centre(box)
    side = min(box.width, box.height)
    page.canvas.save()
    page.clip(box)
    form = page.chance.fork("picture form").choice(["disc", "rings", "arch"])
    tone = mix(field, theme.on(field), 0.1)
    if form == "arch":
        width = side * 0.76
        page.rectangle(Box(x - width / 2, y - side * 0.42, width, box.height), fill(tone), width / 2)
    else:
        for share in (0.62, 0.44) if form == "rings" else (0.44,):
            page.circle(x, y, side * share, fill(mix(field, theme.on(field), 0.06 if share > 0.5 else 0.12)))
    page.canvas.restore()
    picture(Box(x - side * 0.38, y - side * 0.36, side * 0.76, side * 0.72), field)
    return rest


def _cut(page: Page) -> tuple[Box, Page]:
    """The field, and the page that is left: it keeps its corner at the upper left."""
    if page.aspect >= BROAD:
        width = page.width * (SLIM if page.aspect > LONG else SIDE)
        rest = Size(round(page.width - width), page.size.height)
        return Box(float(rest.width), 0.0, width + 1, page.height), replace(page, size=rest)
    height = page.height * FOOT
    rest = Size(page.size.width, round(page.height - height))
    return Box(0.0, float(rest.height), page.width, height + 1), replace(page, size=rest)


def show_things(page: Page) -> Picture:
    """The things of the scene."""

    def show(box: Box, field: Colour) -> None:
        paint_group(page, box, light=FLAT, stand=0.5, shadow=mix(field, page.palette.ink, 0.5))

    return show


def show_art(page: Page, art: str) -> Picture:
    """One drawing."""

    def show(box: Box, field: Colour) -> None:
        drawing = find(art)
        height = min(box.height, box.width / drawing.aspect)
        width = height * drawing.aspect
        place = Box(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)
        drawing.paint(page.canvas, place, Look(light=FLAT, chance=page.chance.fork("picture", "field")))

    return show


def show_mark(page: Page, theme: Theme, mark: str) -> Picture:
    """A sign in the colours of the theme."""

    def show(box: Box, field: Colour) -> None:
        colours = [theme.on(field), apart(theme.accent, field, 1.9), mix(field, theme.on(field), 0.45)]
        inset = box.width * 0.1
        room = Box(box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset)
        paint_mark(page.canvas, mark, room, colours)

    return show
