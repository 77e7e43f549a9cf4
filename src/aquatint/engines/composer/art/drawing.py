"""What a drawing is: anything that can paint itself into a box under a light."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.layout.stage import Light


class Box(NamedTuple):
    """A rectangle in pixels: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Look:
    """How a drawing is to look this time."""

    light: Light = Light()
    colour: Colour | None = None
    """What the prompt asked its main colour to be; None keeps its own."""
    flip: bool = False
    chance: Chance = field(default_factory=lambda: Chance(0))
    attributes: dict[str, str] = field(default_factory=dict)


class Drawing(Protocol):
    """Art: a packed sprite or a drawing made of parameters. Trimmed: the art touches all sides of its box."""

    @property
    def aspect(self) -> float:
        """Width of the trimmed drawing divided by its height."""

    def paint(self, canvas: Any, box: Box, look: Look) -> None:
        """Paint into the box on a Skia canvas, shaded by ``look.light`` but without cast shadow."""
