"""Frogs that sit, looking half out of the picture."""

from __future__ import annotations

import math

from aquatint.engines.composer.art.figures.animals.species import Species
from aquatint.engines.composer.art.figures.coat import Coat
from aquatint.engines.composer.art.figures.geometry import outline, oval, ribbon, stroke_line
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix

INK = Colour(0.1, 0.08, 0.09)
GLINT = Colour(1.0, 1.0, 0.98)


def build_frog(kind: Species, coat: Coat, chance: Chance, pose: str) -> Sketch:
    """A frog that sits, looking half out of the picture."""
    sketch = Sketch()
    far = sketch.group(0.7, dim=0.5)
    far.shape(ribbon([(-0.2, -0.3, 0.1), (-0.36, -0.14, 0.06), (-0.4, -0.04, 0.045)]), coat["main"])
    _webbed(far, -0.42, coat)
    body = sketch.group(1.0)
    body.shape(ribbon([(-0.26, -0.56, 0.24), (-0.06, -0.42, 0.29), (0.2, -0.26, 0.24)]), coat["main"])
    body.mark(
        ribbon([(-0.42, -0.4, 0.16), (-0.2, -0.18, 0.18), (0.0, -0.06, 0.14)]), coat["pale"], 0.95, blur=0.02
    )
    body.shape(
        ribbon(
            [(0.2, -0.22, 0.2), (0.04, -0.3, 0.12), (-0.02, -0.22, 0.1), (0.2, -0.08, 0.075), (0.0, -0.045, 0.05)]
        ),
        coat["main"],
    )
    body.line(
        stroke_line([(0.02, -0.4), (-0.1, -0.28), (0.0, -0.16), (0.2, -0.13)]), coat["deep"], 0.03, 0.5, blur=0.01
    )
    _webbed(body, -0.04, coat)
    body.shape(ribbon([(-0.08, -0.34, 0.1), (-0.12, -0.16, 0.065), (-0.16, -0.05, 0.05)]), coat["main"])
    _webbed(body, -0.18, coat)
    for _ in range(7):
        angle, reach = chance.uniform(0, 6.28), chance.uniform(0.05, 0.24)
        body.mark(
            oval(0.1 + math.cos(angle) * reach, -0.4 + math.sin(angle) * reach * 0.6, chance.uniform(0.02, 0.04)),
            coat["deep"],
            0.6,
        )
    add_head(sketch, coat)
    sketch.places = {"back": (0.1, -0.6), "head": (-0.26, -0.9)}
    return sketch


def _webbed(group: Group, x: float, coat: Coat) -> None:
    group.shape(
        outline([(x + 0.08, -0.06), (x - 0.06, -0.05), (x - 0.16, 0.0), (x + 0.08, 0.0)], {2, 3}), coat["main"]
    )


def add_head(sketch: Sketch, coat: Coat) -> None:
    """Add the head of a frog, where it is on one that sits."""
    head = sketch.group(0.9)
    for x in (-0.44, -0.14):
        head.shape(oval(x, -0.84, 0.1), coat["main"])
    head.shape(
        outline(
            [
                (-0.6, -0.6),
                (-0.54, -0.76),
                (-0.3, -0.84),
                (-0.06, -0.78),
                (0.0, -0.62),
                (-0.1, -0.48),
                (-0.34, -0.44),
                (-0.54, -0.5),
            ]
        ),
        coat["main"],
    )
    head.mark(
        outline([(-0.62, -0.58), (-0.34, -0.54), (0.02, -0.58), (-0.1, -0.4), (-0.5, -0.4)]),
        coat["pale"],
        0.9,
        blur=0.012,
    )
    marks = sketch.group(0.0)
    marks.rope(stroke_line([(-0.56, -0.62), (-0.34, -0.55), (-0.06, -0.63)]), mix(coat["deep"], INK, 0.6), 0.016)
    for x in (-0.45, -0.15):
        marks.shape(oval(x, -0.85, 0.072), coat["iris"])
        marks.shape(oval(x - 0.01, -0.85, 0.05, 0.034), INK)
        marks.shape(oval(x - 0.03, -0.87, 0.015), GLINT)
    for x in (-0.4, -0.36):
        marks.shape(oval(x, -0.68, 0.009), mix(coat["deep"], INK, 0.6))
