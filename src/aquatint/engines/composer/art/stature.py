"""How tall a figure is in a pose: who sits or sleeps is not as tall as who stands."""

from __future__ import annotations

import functools

from aquatint.engines.composer.art.drawing import Look
from aquatint.engines.composer.art.figures.animals.animal import Animal
from aquatint.engines.composer.art.figures.people.person import Person
from aquatint.engines.composer.art.library import find
from aquatint.engines.composer.scene import Item

PROP = "prop"
"""The attribute of what a figure has in its hand, "" for nothing."""
LAID = {"own:lying-book": 0.3}
"""Drawings of things that lie, and how high they are in heights of the same things upright."""
LOWEST, HIGHEST = 0.15, 1.5
"""Shares of the height of who stands, at the least and the most."""


def stature(item: Item) -> float:
    """Height of the item's drawing in its pose, in heights of the same one standing; 1 for what is no figure."""
    pose, seated = item.attributes.get("pose", ""), item.attributes.get("seated", "")
    if item.art in LAID:
        return LAID[item.art]
    held = tuple((key, value) for key, value in item.attributes.items() if key == PROP)
    return _stature(item.art, pose, seated, held) if pose or seated else 1.0


@functools.lru_cache(maxsize=512)
def _stature(art: str, pose: str, seated: str, held: tuple[tuple[str, str], ...]) -> float:
    drawing = find(art)
    if isinstance(drawing, Person):
        upright, posed = _height(drawing, {}), _height(drawing, {"pose": pose, "seated": seated, **dict(held)})
    elif isinstance(drawing, Animal):
        upright, posed = _height(drawing, {"pose": "standing"}), _height(drawing, {"pose": pose})
    else:
        return 1.0
    return min(HIGHEST, max(LOWEST, posed / max(1e-6, upright)))


def _height(drawing: Person | Animal, attributes: dict[str, str]) -> float:
    said = {key: value for key, value in attributes.items() if value or key == PROP}
    return float(drawing.sketch(Look(attributes=said)).bounds().height())
