"""Portraits of those who are not human: robots and skeletons."""

from __future__ import annotations

from aquatint.engines.composer.art.figures.geometry import ribbon
from aquatint.engines.composer.art.figures.parts import Frame, draw_parts
from aquatint.engines.composer.art.figures.people import bodies
from aquatint.engines.composer.art.figures.people.bust.clothes import SKULL
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Sketch
from aquatint.engines.composer.art.figures.tables import parts_table

BARE = {"robot": ("trunk", "head"), "skeleton": ("ribs", "skull")}
"""Drawings of chest and head by the role's body."""
CHEST = Frame(lambda x, y: (x * 1.5, 1.2 + (1.06 - y) * 1.6), 5.0)
"""Points of a trunk as a portrait shows them."""
SHOWN = 0.15
"""Height on the trunk below which nothing is shown."""
NECK = ((0.0, 0.6, 0.3), (0.0, 1.5, 0.34))


def build_bare(traits: Traits) -> Sketch:
    """The shapes of such a portrait."""
    known = parts_table(bodies.__package__, "machine.toml")
    chest, head = BARE[traits.body]
    sketch = Sketch()
    neck = bodies.STEEL if traits.body == "robot" else bodies.BONE
    wide = 1.0 if traits.body == "robot" else 0.4
    sketch.group(0.6).shape(ribbon([(x, y, r * wide) for x, y, r in NECK]), neck)
    shown = [part for part in known[chest] if part.points[0][1] > SHOWN]
    draw_parts(sketch.group(0.9), shown, CHEST, traits.palette())
    draw_parts(sketch.group(0.9), known[head], SKULL, traits.palette())
    sketch.places = {"head": (0.0, -1.0)}
    return sketch
