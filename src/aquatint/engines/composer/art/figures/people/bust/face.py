"""The face of a portrait. Head space: x right, y down, crown at y = -1, chin at y = 1; it looks a little left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aquatint.engines.composer.art.figures.geometry import outline, oval, ribbon, stroke_line
from aquatint.engines.composer.art.figures.parts import shadowed
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, luminance, mix

INK = Colour(0.1, 0.06, 0.06)
IRISES = ("#4a2c1a", "#3a2416", "#6b4426", "#7a6a3a", "#5d7d5a", "#5a8296", "#4f6f9a", "#7d8a92")
CENTRE = -0.09
"""x of the line through nose and chin: the head looks a little to the left."""
EYES = ((-0.43, 0.94), (0.235, 1.06))
"""x and relative size of the far and the near eye."""


@dataclass(frozen=True, slots=True)
class Features:
    """What makes one face differ from the next."""

    jaw: float
    """Width of the jaw against the average."""
    cheek: float
    nose: float
    """Length and breadth of the nose against the average."""
    lips: float
    eye: float
    brow: float
    iris: Colour
    young: bool
    """Whether it is a child's: round, with low features."""

    @property
    def lower(self) -> float:
        """How much lower the eyes of a child sit."""
        return 0.12 if self.young else 0.0

    @classmethod
    def of(cls, traits: Traits, chance: Chance) -> Features:
        """The features that chance gives to that person."""
        man = traits.sex == "man"
        child = traits.is_child
        deep = luminance(traits.skin) < 0.35
        return cls(
            jaw=(1.04 if man else 0.93) * chance.uniform(0.95, 1.06) * (1.06 if traits.build == "heavy" else 1.0),
            cheek=chance.uniform(0.97, 1.04),
            nose=(1.0 if man else 0.86)
            * chance.uniform(0.9, 1.14)
            * (0.76 if child else 1.0)
            * (1.08 if traits.age == "old" else 1.0),
            lips=(0.84 if man else 1.08) * chance.uniform(0.88, 1.12) * (1.2 if deep else 1.0),
            eye=(0.94 if man else 1.08) * chance.uniform(0.93, 1.06) * (1.24 if child else 1.0),
            brow=(1.15 if man else 0.74) * chance.uniform(0.85, 1.15) * (0.7 if child else 1.0),
            iris=traits.iris or Colour.of(chance.choice(IRISES[:3] if deep else IRISES)),
            young=child,
        )


def contour(face: Features) -> list[tuple[float, float]]:
    """The outline of the skull and jaw."""
    j, c = face.jaw, face.cheek
    if face.young:
        return [
            (0.0, -1.0),
            (0.46, -0.93),
            (0.76, -0.6),
            (0.84, -0.16),
            (0.83, 0.2),
            (0.76, 0.5),
            (0.56, 0.76),
            (0.24, 0.92),
            (CENTRE, 0.95),
            (-0.38, 0.9),
            (-0.64, 0.72),
            (-0.78, 0.46),
            (-0.83, 0.18),
            (-0.83, -0.16),
            (-0.76, -0.6),
            (-0.46, -0.93),
        ]
    return [
        (0.0, -1.0),
        (0.42, -0.93),
        (0.7, -0.62),
        (0.78 * c, -0.2),
        (0.76 * c, 0.16),
        (0.69 * j, 0.5),
        (0.5 * j, 0.8),
        (0.2 * j, 0.98),
        (CENTRE, 1.0),
        (-0.32 * j, 0.96),
        (-0.56 * j, 0.76),
        (-0.7 * j, 0.46),
        (-0.765 * c, 0.14),
        (-0.77 * c, -0.2),
        (-0.7, -0.62),
        (-0.42, -0.93),
    ]


def add_skull(sketch: Sketch, traits: Traits, face: Features, side: float) -> Group:
    """Ears and the face's planes; ``side`` is 1 when the light comes from the left, so that the right is dark."""
    group = sketch.group(0.6)
    for x, share in ((0.79, 1.0), (-0.77, 0.7)):
        group.shape(oval(x * face.cheek, 0.1, 0.12 * share, 0.22), shadowed(traits.skin, 0.4))
        group.shape(oval(x * face.cheek, 0.1, 0.06 * share, 0.13), shadowed(traits.skin, 1.1))
    group.shape(outline(contour(face)), traits.skin)
    _planes(group, traits, face, side)
    return group


def _planes(group: Group, traits: Traits, face: Features, side: float) -> None:
    """Side plane, sockets, cheeks and chin as soft areas of light and shade."""
    dark = mix(shadowed(traits.skin, 1.5), Colour(0.45, 0.14, 0.12), 0.18)
    light = mix(traits.skin, Colour(1.0, 0.95, 0.85), 0.5)
    red = mix(traits.skin, Colour(0.78, 0.22, 0.18), 0.55)
    shade = [
        (side * 0.42, -1.0),
        (side * 0.52, -0.5),
        (side * 0.6, -0.14),
        (side * 0.48, 0.2),
        (side * 0.42, 0.52),
        (side * 0.28, 0.78),
        (side * 0.14, 1.1),
        (side * 1.0, 1.1),
        (side * 1.1, 0.0),
        (side * 0.9, -1.0),
    ]
    group.mark(outline(shade), dark, 0.42, blur=0.07)
    group.mark(oval(side * 0.64, 0.5, 0.2, 0.36, side * 16), dark, 0.3, blur=0.08)
    for x, size in EYES:
        group.mark(oval(x, -0.06, 0.25 * size, 0.15), dark, 0.34, blur=0.06)
    for x in (-0.5, 0.36):
        group.mark(oval(x, 0.34, 0.2, 0.15), red, 0.3, blur=0.09)
    group.mark(oval(-side * 0.3, -0.56, 0.3, 0.2), light, 0.5, blur=0.12)
    group.mark(oval(CENTRE - side * 0.42, 0.22, 0.14, 0.07, -20), light, 0.55, blur=0.05)
    group.mark(oval(CENTRE - side * 0.05, 0.87, 0.11, 0.06), light, 0.4, blur=0.04)
    group.mark(oval(CENTRE, 0.76, 0.18, 0.04), dark, 0.3, blur=0.03)
    group.mark(ribbon([(-0.5, 0.96, 0.1), (CENTRE, 1.08, 0.1), (0.4, 0.96, 0.1)]), dark, 0.4, blur=0.05)


def add_nose(group: Group, traits: Traits, face: Features, side: float) -> None:
    """The nose: a lit bridge, a dark side, wings and nostrils."""
    n = face.nose
    dark = mix(shadowed(traits.skin, 1.6), Colour(0.5, 0.12, 0.1), 0.25)
    light = mix(traits.skin, Colour(1.0, 0.96, 0.88), 0.55)
    x, base = CENTRE - 0.05, 0.2 + 0.22 * n + face.lower * 0.6
    wide = 0.145 * n
    flank = [
        (x + 0.03 + side * 0.05, -0.14),
        (x + side * 0.085, 0.1),
        (x + side * wide * 1.15, base - 0.06),
        (x + side * wide * 0.6, base + 0.03),
        (x + 0.0, base - 0.02),
        (x + side * 0.02, 0.1),
    ]
    group.mark(outline(flank), dark, 0.4, blur=0.022)
    group.mark(oval(x, base + 0.035, wide * 1.05, 0.035), dark, 0.55, blur=0.018)
    for way in (-1, 1):
        wing = [
            (x + way * wide * 0.62, base - 0.1),
            (x + way * wide * 1.02, base - 0.05),
            (x + way * wide * 0.92, base + 0.025),
            (x + way * wide * 0.55, base + 0.02),
        ]
        group.line(stroke_line(wing), dark, 0.02, 0.55, blur=0.004)
        group.mark(
            oval(x + way * wide * 0.42, base + 0.012, 0.042, 0.02, -way * 12),
            mix(dark, INK, 0.45),
            0.8 if traits.sex == "man" else 0.6,
        )
    group.mark(
        ribbon(
            [
                (x + 0.02 - side * 0.012, -0.12, 0.018),
                (x - side * 0.016, 0.12, 0.024),
                (x - side * 0.02, base - 0.08, 0.04),
            ]
        ),
        light,
        0.5,
        blur=0.014,
    )
    group.mark(oval(x - side * 0.035, base - 0.07, 0.035, 0.026), WHITE, 0.4, blur=0.012)


def add_age(group: Group, traits: Traits, side: float) -> None:
    """Lines of a lived-in face."""
    if traits.age not in {"old", "adult"}:
        return
    dark = mix(shadowed(traits.skin, 1.6), Colour(0.45, 0.14, 0.12), 0.3)
    strong = 0.55 if traits.age == "old" else 0.2 if traits.sex == "man" else 0.08
    folds: Sequence[list[tuple[float, float]]] = [
        [(CENTRE - 0.22, 0.36), (CENTRE - 0.32, 0.5), (CENTRE - 0.34, 0.62)],
        [(CENTRE + 0.18, 0.36), (CENTRE + 0.29, 0.5), (CENTRE + 0.31, 0.62)],
    ]
    for fold in folds:
        group.line(stroke_line(fold), dark, 0.018, strong, blur=0.006)
    if traits.age != "old":
        return
    for y, wide in ((-0.42, 0.36), (-0.53, 0.42), (-0.64, 0.34)):
        group.line(
            stroke_line(
                [
                    (CENTRE - wide, y + 0.03),
                    (CENTRE - wide * 0.3, y),
                    (CENTRE + wide * 0.4, y + 0.012),
                    (CENTRE + wide, y + 0.05),
                ]
            ),
            dark,
            0.013,
            0.4,
            blur=0.004,
        )
    for x in (-0.04, 0.03):
        group.line(stroke_line([(CENTRE + x, -0.22), (CENTRE + x * 1.3, -0.12)]), dark, 0.013, 0.4)
    group.mark(oval(side * 0.52, 0.4, 0.07, 0.2, side * 14), dark, 0.35, blur=0.04)
    group.mark(oval(-side * 0.58, 0.42, 0.05, 0.16, -side * 10), dark, 0.3, blur=0.03)
