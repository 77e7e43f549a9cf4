"""The page: a canvas with margins, a palette and named chances. What all graphic layouts draw on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Stop, fill, linear
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.palette import Palette
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

MARGIN = 0.068
"""Of the shorter side; 5-8 % is what printed layouts keep."""
LONG = 1.5
"""How much larger, at most, type may be on long pages than their shorter side would have it."""


@dataclass(frozen=True, slots=True)
class Page:
    """One layout in the making."""

    canvas: Any
    scene: Scene
    size: Size
    chance: Chance
    palette: Palette

    @property
    def width(self) -> float:
        """Pixels."""
        return float(self.size.width)

    @property
    def height(self) -> float:
        """Pixels."""
        return float(self.size.height)

    @property
    def short(self) -> float:
        """The shorter side in pixels."""
        return float(min(self.size.width, self.size.height))

    @property
    def measure(self) -> float:
        """What type is sized by, in pixels: the shorter side, and more than that on long pages."""
        return min(LONG * self.short, math.sqrt(self.width * self.height))

    @property
    def aspect(self) -> float:
        """Width divided by height."""
        return self.width / self.height

    @property
    def unit(self) -> float:
        """A thousandth of the shorter side."""
        return self.short / 1000

    @property
    def margin(self) -> float:
        """Pixels that text keeps from every edge."""
        return self.short * MARGIN

    @property
    def inner(self) -> Box:
        """The page without its margins."""
        return Box(self.margin, self.margin, self.width - 2 * self.margin, self.height - 2 * self.margin)

    @property
    def full(self) -> Box:
        """The whole page."""
        return Box(0.0, 0.0, self.width, self.height)

    def ground(self, *options: Colour, name: str = "ground") -> Colour:
        """The ground that the prompt asks for, else one of the options by the chance of that name."""
        return self.palette.ground or self.chance.fork(name).choice(list(options))

    def paint_ground(self, colour: Colour) -> None:
        """Fill the page with one colour."""
        self.canvas.drawPaint(fill(colour))

    def paint_gradient(self, stops: Sequence[Stop]) -> None:
        """Fill the page from top to bottom."""
        self.canvas.drawPaint(fill(shader=linear((0, 0), (0, self.height), stops)))

    def circle(self, x: float, y: float, radius: float, paint: Any) -> None:
        """A disc or a ring."""
        self.canvas.drawCircle(x, y, radius, paint)

    def rectangle(self, box: Box, paint: Any, radius: float = 0.0) -> None:
        """A rectangle, with round corners of ``radius`` pixels."""
        self.canvas.drawRoundRect(skia.Rect.MakeXYWH(*box), radius, radius, paint)

    def path(self, path: Any, paint: Any) -> None:
        """Any outline."""
        self.canvas.drawPath(path, paint)

    def clip(self, box: Box) -> None:
        """Keep what follows inside the box; pair it with ``canvas.save()`` and ``canvas.restore()``."""
        self.canvas.clipRect(skia.Rect.MakeXYWH(*box), True)


def inset(box: Box, dx: float, dy: float | None = None) -> Box:
    """The box without a border of ``dx`` and ``dy`` pixels."""
    dy = dx if dy is None else dy
    return Box(box.x + dx, box.y + dy, max(1.0, box.width - 2 * dx), max(1.0, box.height - 2 * dy))


def centre(box: Box) -> tuple[float, float]:
    """The middle of the box."""
    return box.x + box.width / 2, box.y + box.height / 2


def upper(box: Box, share: float, gap: float = 0.0) -> tuple[Box, Box]:
    """The box cut across: the upper ``share`` and the rest, ``gap`` pixels between them."""
    height = (box.height - gap) * share
    rest = box.height - gap - height
    return Box(box.x, box.y, box.width, height), Box(box.x, box.y + height + gap, box.width, rest)


def left(box: Box, share: float, gap: float = 0.0) -> tuple[Box, Box]:
    """The box cut down: the left ``share`` and the rest, ``gap`` pixels between them."""
    width = (box.width - gap) * share
    rest = box.width - gap - width
    return Box(box.x, box.y, width, box.height), Box(box.x + width + gap, box.y, rest, box.height)
