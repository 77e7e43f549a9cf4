"""Beasts that give tongue: heads thrown back to howl, mouths open to roar or bark, trunks that spray."""

from __future__ import annotations

import math
from collections.abc import Callable

from aquatint.engines.composer.art.figures.animals.species import Face, Species
from aquatint.engines.composer.art.figures.coat import Coat
from aquatint.engines.composer.art.figures.geometry import outline, oval, ribbon, stroke_line
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix

INK = Colour(0.11, 0.08, 0.09)
THROAT, TONGUE, WATER = Colour(0.35, 0.08, 0.1), Colour(0.86, 0.4, 0.42), Colour(0.55, 0.8, 0.95)
THROWN_BACK = 62.0
"""Degrees by which the muzzle of a howling beast points up."""
LOUD = frozenset({"roaring", "barking"})
"""Poses with an open mouth."""
Point = tuple[float, float]
Place = Callable[[float, float], Point]


def howling_head(sketch: Sketch, kind: Species, face: Face, coat: Coat, centre: Point) -> None:
    """A head in profile, thrown back, the muzzle open to the sky."""
    r, turn = kind.head, math.radians(THROWN_BACK)

    def place(along: float, across: float) -> Point:
        # Along the muzzle, and across it towards the throat.
        x = -along * math.cos(turn) - across * math.sin(turn)
        y = -along * math.sin(turn) + across * math.cos(turn)
        return centre[0] + r * x, centre[1] + r * y

    def spine(*knots: tuple[float, float, float]) -> list[tuple[float, float, float]]:
        return [(*place(along, across), radius * r) for along, across, radius in knots]

    _ear(sketch.group(0.7, dim=0.3), face, coat, place, r, 0.16)
    head = sketch.group(0.9)
    pale = coat[face.muzzle_colour] if face.muzzle_colour != "main" else mix(coat["main"], coat["pale"], 0.4)
    head.shape(ribbon(spine((0.1, 0.5, 0.4), (0.62, 0.56, 0.26), (1.2, 0.52, 0.13))), pale)
    head.shape(outline([place(0.5, 0.3), place(1.46, 0.1), place(1.28, 0.46), place(0.6, 0.5)], {1, 2}), THROAT)
    head.shape(ribbon(spine((0.7, 0.36, 0.1), (1.12, 0.36, 0.07))), TONGUE)
    head.shape(
        ribbon(spine((-0.1, 0.1, 0.86), (0.5, 0.0, 0.52), (1.1, -0.02, 0.3), (1.5, 0.0, 0.2))), coat["main"]
    )
    head.mark(ribbon(spine((0.0, 0.7, 0.4), (0.7, 0.24, 0.16), (1.4, 0.14, 0.12))), pale, 0.9, blur=0.05 * r)
    sketch.group(0.3).shape(oval(*place(1.66, -0.08), 0.17 * r), coat["nose"])
    eye = sketch.group(0.0)
    eye.rope(stroke_line([place(0.62, -0.12), place(0.42, 0.0), place(0.2, -0.08)]), INK, 0.08 * r)
    _ear(sketch.group(0.7), face, coat, place, r, 0.0)


def _ear(group: Group, face: Face, coat: Coat, place: Place, r: float, shift: float) -> None:
    """An ear laid back along the skull, or hanging down."""
    long = 0.95 if face.ear.kind == "drooping" else 0.75
    knots = [(-0.34 - shift, -0.42, 0.2), (-0.7 - shift, -0.5, 0.26), (-0.7 - long - shift, -0.34, 0.07)]
    if face.ear.kind == "drooping":
        knots = [(-0.2 - shift, -0.3, 0.22), (-0.56 - shift, 0.1, 0.3), (-0.9 - shift, 0.42, 0.2)]
    group.shape(ribbon([(*place(a, b), radius * r) for a, b, radius in knots]), coat[face.ear.back])


def open_mouth(group: Group, lip: Point, size: float) -> None:
    """An open mouth below the lip of a head that looks out of the picture: throat, tongue and two fangs."""
    x, y = lip
    half, deep = 0.34 * size, 0.46 * size
    rim = [
        (x - half, y - 0.04 * size), (x, y + 0.04 * size), (x + half, y - 0.04 * size),
        (x + 0.7 * half, y + 0.7 * deep), (x, y + deep), (x - 0.7 * half, y + 0.7 * deep),
    ]  # fmt: skip
    group.shape(outline(rim, {0, 2}), THROAT)
    group.shape(oval(x, y + 0.76 * deep, 0.55 * half, 0.2 * deep), TONGUE)
    for side in (-1.0, 1.0):
        root = x + side * 0.56 * half
        fang = [(root - 0.06 * size, y), (root + 0.06 * size, y), (root, y + 0.2 * size)]
        group.shape(outline(fang, {0, 1, 2}), WHITE)


def add_spray(sketch: Sketch, tip: Point, size: float) -> None:
    """Water that comes out of a raised trunk and falls in drops."""
    group, (x, y) = sketch.group(0.0), tip
    for k, (reach, rise) in enumerate(((1.0, 0.9), (1.3, 0.7), (0.7, 1.05), (1.5, 0.45))):
        arc = [(x, y), (x - 0.5 * reach * size, y - rise * size), (x - reach * size, y - 0.35 * rise * size)]
        group.rope(stroke_line(arc), WATER, (0.075 - 0.01 * k) * size, 0.85)
        for drop in (0.16, 0.4):
            group.shape(oval(x - (reach + 0.3 * drop) * size, y - (0.3 * rise - drop) * size, 0.05 * size), WATER)
