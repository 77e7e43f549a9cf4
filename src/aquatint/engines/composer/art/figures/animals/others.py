"""Bodies that are no four-legged plan, by the names of their plans."""

from __future__ import annotations

from collections.abc import Callable

from aquatint.engines.composer.art.figures.animals.birds import build_bird
from aquatint.engines.composer.art.figures.animals.drawn import build_drawn
from aquatint.engines.composer.art.figures.animals.frog import build_frog
from aquatint.engines.composer.art.figures.animals.snake import build_snake
from aquatint.engines.composer.art.figures.animals.species import Species
from aquatint.engines.composer.art.figures.animals.swimmers import build_swimmer
from aquatint.engines.composer.art.figures.coat import Coat
from aquatint.engines.composer.art.figures.sketch import Sketch
from aquatint.engines.composer.drawing.chance import Chance

OTHERS: dict[str, Callable[[Species, Coat, Chance, str], Sketch]] = {
    "bird": build_bird,
    "drawn": build_drawn,
    "fish": build_swimmer,
    "frog": build_frog,
    "snake": build_snake,
}
"""Builders of bodies; the last argument is the pose."""
