"""Animals whose bodies are drawings made of data: crabs, snails, butterflies..."""

from __future__ import annotations

from aquatint.engines.composer.art.figures.animals.species import Species
from aquatint.engines.composer.art.figures.coat import Coat
from aquatint.engines.composer.art.figures.parts import Frame, draw_parts
from aquatint.engines.composer.art.figures.sketch import Sketch
from aquatint.engines.composer.art.figures.tables import Parts, parts_table
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour

FILES = ("bodies_sea.toml", "bodies_small.toml")
WHOLE = Frame(lambda x, y: (x, y))
"""The figure's own space."""
ALOFT = frozenset({"flying", "jumping", "running"})


def bodies() -> dict[str, Parts]:
    """All bodies made of data; "NAME flying" and "NAME far" are other poses and what lies behind."""
    return {name: parts for file in FILES for name, parts in parts_table(__package__, file).items()}


def build_drawn(kind: Species, coat: Coat, chance: Chance, pose: str) -> Sketch:
    """The shapes of the animal in the nearest pose that its drawing has."""
    palette = {**coat, "ink": Colour(0.1, 0.08, 0.09), "white": Colour(1.0, 1.0, 0.98)}
    sketch = Sketch()
    name = f"{kind.body} flying" if pose in ALOFT and f"{kind.body} flying" in bodies() else kind.body
    for layer, dim, form in (("far", 0.35, 0.7), ("", 0.0, 1.0), ("near", 0.0, 0.8), ("face", 0.0, 0.0)):
        parts = bodies().get(f"{name} {layer}".strip())
        if parts:
            draw_parts(sketch.group(form, dim), parts, WHOLE, palette)
    area = sketch.bounds()
    head = area.left() + 0.2 * area.width()
    sketch.places = {
        "back": (area.centerX(), area.top() + 0.25 * area.height()),
        "head": (head, area.top() + 0.1 * area.height()),
    }
    return sketch
