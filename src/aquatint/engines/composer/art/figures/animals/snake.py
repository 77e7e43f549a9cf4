"""Snakes: one long coil with a raised head."""

from __future__ import annotations

from aquatint.engines.composer.art.figures.animals.species import Species
from aquatint.engines.composer.art.figures.coat import Coat
from aquatint.engines.composer.art.figures.geometry import along, outline, oval, ribbon, stroke_line
from aquatint.engines.composer.art.figures.sketch import Sketch
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix

INK = Colour(0.1, 0.08, 0.09)
COILS = (
    ((0.9, -0.05, 0.006), (0.62, -0.07, 0.04), (0.3, -0.2, 0.07), (0.0, -0.09, 0.085), (-0.3, -0.1, 0.09)),
    ((-0.3, -0.1, 0.09), (-0.52, -0.22, 0.09), (-0.34, -0.34, 0.088), (0.04, -0.28, 0.088), (0.24, -0.36, 0.084)),
    ((0.24, -0.36, 0.084), (0.2, -0.5, 0.08), (-0.06, -0.52, 0.075), (-0.2, -0.66, 0.068), (-0.24, -0.84, 0.062)),
)


def build_snake(kind: Species, coat: Coat, chance: Chance, pose: str) -> Sketch:
    """A coiled snake; ``mane`` "hood" spreads a cobra's neck."""
    sketch = Sketch()
    for i, coil in enumerate(COILS):
        group = sketch.group(1.0, dim=0.12 * (1 - i) if i < 1 else 0.0)
        group.shape(ribbon(coil), coat["main"])
        group.mark(ribbon([(x, y + 0.75 * r, 0.4 * r) for x, y, r in coil]), coat["pale"], 0.8, blur=0.01)
        line = along(coil)
        for row in line[3::5]:
            x, y, r = map(float, row)
            group.mark(oval(x, y - 0.35 * r, 0.62 * r, 0.42 * r), coat["dark"], 0.75)
    x, y = -0.26, -0.94
    if kind.mane == "hood":
        _hood(sketch, coat, x, y)
    _head(sketch, coat, x, y)
    _face(sketch, coat, x, y)
    sketch.places = {"back": (0.0, -0.4), "head": (x, y - 0.1)}
    return sketch


def _hood(sketch: Sketch, coat: Coat, x: float, y: float) -> None:
    """A cobra's spread neck."""
    hood = sketch.group(0.9)
    hood.shape(
        outline(
            [
                (x + 0.02, y - 0.06),
                (x + 0.17, y + 0.1),
                (x + 0.09, y + 0.34),
                (x - 0.03, y + 0.36),
                (x - 0.13, y + 0.12),
            ]
        ),
        coat["main"],
    )
    hood.mark(
        outline([(x, y + 0.04), (x + 0.06, y + 0.14), (x, y + 0.3), (x - 0.07, y + 0.14)]), coat["pale"], 0.8
    )


def _head(sketch: Sketch, coat: Coat, x: float, y: float) -> None:
    head = sketch.group(0.9)
    head.shape(
        outline(
            [
                (x + 0.1, y + 0.02),
                (x + 0.06, y - 0.08),
                (x - 0.06, y - 0.1),
                (x - 0.2, y - 0.02),
                (x - 0.23, y + 0.04),
                (x - 0.1, y + 0.09),
                (x + 0.04, y + 0.1),
            ]
        ),
        coat["main"],
    )
    head.mark(
        outline(
            [(x - 0.24, y + 0.04), (x - 0.08, y + 0.05), (x + 0.06, y + 0.06), (x, y + 0.12), (x - 0.16, y + 0.1)]
        ),
        coat["pale"],
        0.8,
    )


def _face(sketch: Sketch, coat: Coat, x: float, y: float) -> None:
    face = sketch.group(0.0)
    face.rope(
        stroke_line([(x - 0.22, y + 0.045), (x - 0.1, y + 0.055), (x, y + 0.04)]),
        mix(coat["dark"], INK, 0.5),
        0.008,
    )
    face.rope(stroke_line([(x - 0.23, y + 0.05), (x - 0.32, y + 0.06)]), Colour.of("#d0424a"), 0.01)
    face.rope(
        stroke_line([(x - 0.38, y + 0.03), (x - 0.32, y + 0.06), (x - 0.37, y + 0.09)]),
        Colour.of("#d0424a"),
        0.008,
    )
    face.shape(oval(x - 0.07, y - 0.03, 0.03), coat.get("iris", Colour.of("#e6c23f")))
    face.shape(oval(x - 0.075, y - 0.03, 0.011, 0.024), INK)
