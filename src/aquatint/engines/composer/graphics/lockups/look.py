"""What all lockups share: the colours and the manner of a logo, and a few shapes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, polygon
from aquatint.engines.composer.drawing.colour import BLACK, WHITE, Colour, mix
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.emblem import paint_emblem
from aquatint.engines.composer.graphics.lettering import Manner, in_order
from aquatint.engines.composer.graphics.page import Page, inset
from aquatint.engines.composer.graphics.palette import apart, legible
from aquatint.engines.composer.scene import Text


@dataclass(frozen=True, slots=True)
class Look:
    """How one logo is drawn."""

    ground: Colour
    colours: tuple[Colour, Colour, Colour]
    """The emblem's body, its accent, a third."""
    manner: Manner

    def on(self, ground: Colour, page: Page) -> Look:
        """The same logo on another ground, such as the inside of a badge."""
        light = legible(ground, page.palette.paper, WHITE)
        accent = apart(self.colours[1], ground, 1.9)
        manner = replace(self.manner, ground=ground, title=light, second=light, detail=light)
        return Look(ground, (light, accent, light), manner)


def room_of(page: Page) -> Box:
    """The room of the whole logo, with the air that logos need."""
    return inset(page.inner, page.inner.width * 0.05, page.inner.height * 0.05)


def square(box: Box) -> Box:
    """The largest square in the middle of the box."""
    side = min(box.width, box.height)
    return Box(box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side)


def texts_of(page: Page) -> list[Text]:
    """The words, the most important first."""
    return in_order(page.scene.texts)


def paint_mark(page: Page, box: Box, look: Look) -> None:
    """The emblem alone, in the middle of the box."""
    paint_emblem(page, box, look.colours)


def paint_solid(page: Page, box: Box, colour: Colour, form: str) -> None:
    """A solid shape that fills the square: disc, hexagon, squircle, shield or diamond."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    if form == "disc":
        page.circle(x, y, box.width / 2, fill(colour))
    elif form == "hexagon":
        page.path(ornaments.regular(x, y, box.width * 0.53, 6), rounded(colour, box.width * 0.06))
    elif form == "diamond":
        page.path(ornaments.regular(x, y, box.width * 0.56, 4), rounded(colour, box.width * 0.09))
    elif form == "shield":
        page.path(shield(box), fill(colour))
    else:
        page.rectangle(box, fill(colour), box.width * 0.27)


def shield(box: Box) -> Any:
    """A shield with a flat top, as wide as the box."""
    path = skia.Path()
    left, right, top, bottom = box.x, box.x + box.width, box.y, box.y + box.height
    path.moveTo(left, top + box.height * 0.06)
    path.quadTo(left + box.width * 0.25, top + box.height * 0.07, left + box.width / 2, top)
    path.quadTo(right - box.width * 0.25, top + box.height * 0.07, right, top + box.height * 0.06)
    path.lineTo(right, top + box.height * 0.5)
    path.cubicTo(right, top + box.height * 0.78, right - box.width * 0.2, bottom - box.height * 0.1,
                 left + box.width / 2, bottom)  # fmt: skip
    path.cubicTo(left + box.width * 0.2, bottom - box.height * 0.1, left, top + box.height * 0.78,
                 left, top + box.height * 0.5)  # fmt: skip
    path.close()
    return path


def rounded(colour: Colour, radius: float) -> Any:
    """A paint that rounds corners."""
    paint = fill(colour)
    paint.setPathEffect(skia.CornerPathEffect.Make(radius))
    return paint


def ribbon(page: Page, box: Box, colour: Colour, under: Colour) -> None:
    """A straight ribbon whose swallow-tailed ends fold behind it."""
    tail, drop = box.height * 0.7, box.height * 0.24
    for side in (-1, 1):
        edge = box.x if side < 0 else box.x + box.width
        points: Sequence[tuple[float, float]] = [
            (edge - side * tail * 0.45, box.y + drop),
            (edge + side * tail, box.y + drop),
            (edge + side * tail * 0.62, box.y + drop + box.height / 2),
            (edge + side * tail, box.y + drop + box.height),
            (edge - side * tail * 0.45, box.y + drop + box.height),
        ]
        page.path(polygon(points), fill(under))
        low, back = box.y + box.height, edge - side * tail * 0.45
        fold = [(edge, low), (back, low), (back, low + drop)]
        page.path(polygon(fold), fill(mix(under, BLACK, 0.35)))
    page.rectangle(box, fill(colour))
