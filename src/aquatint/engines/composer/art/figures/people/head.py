"""Heads of standing people: an oval turned a little to the left, a face of few marks, hair as one shape."""

from __future__ import annotations

from collections.abc import Callable

from aquatint.engines.composer.art.figures.geometry import outline, oval, stroke_line
from aquatint.engines.composer.art.figures.parts import Frame, draw_parts, shadowed
from aquatint.engines.composer.art.figures.people.joints import Joints, Point
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.art.figures.tables import Parts, parts_table
from aquatint.engines.composer.drawing.colour import Colour, luminance, mix

Place = Callable[[float, float], Point]
INK = Colour(0.13, 0.09, 0.09)
BLUSH = Colour(0.86, 0.32, 0.28)


def head_place(joints: Joints) -> Place:
    """Head coordinates (x -1..1 right, y -1 crown .. 1 chin) to figure space."""
    x0, y0 = joints.head
    size = joints.size
    return lambda x, y: (x0 + x * size * 0.84, y0 + y * size)


def head_frame(joints: Joints) -> Frame:
    """The frame of hats, hair and glasses."""
    return Frame(head_place(joints), joints.size)


def add_head(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    """Add skull, ear and face. Hair behind comes before, hair before and hats come after."""
    place, size = head_place(joints), joints.size
    group = sketch.group(0.9)
    jaw = {"man": 0.1, "woman": 0.0}[traits.sex] + (0.06 if traits.build == "heavy" else 0.0)
    round_face = 0.08 if traits.age in {"baby", "child"} else 0.0
    points = [
        (0.0, -1.0),
        (0.52, -0.9),
        (0.86, -0.5),
        (0.9, 0.0),
        (0.72 + jaw, 0.46 + round_face),
        (0.4 + jaw, 0.84),
        (-0.05, 1.0),
        (-0.46 - jaw, 0.86),
        (-0.76 - jaw * 0.6, 0.46 + round_face),
        (-0.84, 0.0),
        (-0.8, -0.5),
        (-0.5, -0.9),
    ]
    group.shape(outline([place(x, y) for x, y in points]), traits.skin)
    group.shape(oval(*place(0.9, 0.08), size * 0.14, size * 0.2), shadowed(traits.skin, 0.25))
    if "pointed-ears" in traits.worn:
        group.shape(
            outline([place(0.82, -0.05), place(1.36, -0.34), place(0.92, 0.26)], {1}), shadowed(traits.skin, 0.2)
        )
    group.mark(oval(*place(-0.5, 0.42), size * 0.2, size * 0.14), BLUSH, 0.2, blur=size * 0.05)
    group.mark(oval(*place(0.38, 0.44), size * 0.22, size * 0.15), BLUSH, 0.2, blur=size * 0.05)
    _face(sketch, place, size, traits)


def _face(sketch: Sketch, place: Place, size: float, traits: Traits) -> None:
    group = sketch.group(0.0)
    mood = traits.mood
    dark = mix(traits.skin, Colour(0.25, 0.07, 0.05), 0.62)
    brow = mix(traits.hair, INK, 0.35)
    if luminance(traits.hair) > 0.5 and traits.age != "old":
        brow = mix(traits.hair, Colour(0.4, 0.25, 0.1), 0.6)
    big = 1.5 if "big-eyes" in traits.worn else 1.0
    lift = {"surprised": -0.12, "happy": -0.03, "sad": 0.0}.get(mood, 0.0)
    slant = {"sad": -0.14, "angry": 0.18, "surprised": -0.05}.get(mood, 0.0)
    for x in (-0.46, 0.24):
        ex, ey = place(x, 0.08)
        if mood == "sleepy":
            group.rope(
                stroke_line([place(x - 0.13, 0.08), place(x, 0.15), place(x + 0.13, 0.08)]), INK, size * 0.055
            )
        elif mood == "happy" and big == 1.0 and traits.age != "baby":
            group.shape(oval(ex, ey, size * 0.085, size * 0.115), INK)
            group.rope(
                stroke_line([place(x - 0.15, 0.03), place(x, -0.08), place(x + 0.15, 0.02)]), INK, size * 0.035
            )
        else:
            group.shape(
                oval(ex, ey, size * 0.085 * big, size * (0.12 if mood != "surprised" else 0.15) * big), INK
            )
        if mood != "sleepy":
            group.shape(oval(ex - size * 0.03, ey - size * 0.045, size * 0.03 * big), Colour(1, 1, 1), 0.95)
        if big == 1.0 and "robot-face" not in traits.worn:
            inner, outer = (x + 0.16, x - 0.18) if x < 0 else (x - 0.16, x + 0.2)
            group.rope(
                stroke_line(
                    [
                        place(inner, -0.24 + lift + slant),
                        place((inner + outer) / 2, -0.3 + lift),
                        place(outer, -0.2 + lift - slant * 0.4),
                    ]
                ),
                brow,
                size * 0.07,
                0.9,
            )
    if "robot-face" not in traits.worn and big == 1.0:
        nose = [place(-0.14, 0.12), place(-0.3, 0.4), place(-0.14, 0.44)]
        group.rope(stroke_line(nose), dark, size * 0.05, 0.75)
    if "clown-nose" in traits.worn:
        group.shape(oval(*place(-0.2, 0.34), size * 0.2), Colour(0.85, 0.14, 0.12))
    _mouth(group, place, size, mood, traits, dark)
    if traits.age == "old":
        for x, y in ((-0.66, 0.3), (0.5, 0.3)):
            group.rope(stroke_line([place(x, y), place(x + 0.1, y + 0.2)]), dark, size * 0.03, 0.45)


def _mouth(group: Group, place: Place, size: float, mood: str, traits: Traits, dark: Colour) -> None:
    lips = (
        mix(traits.skin, Colour(0.72, 0.16, 0.18), 0.55)
        if traits.sex == "woman" and traits.age != "child"
        else dark
    )
    if mood == "happy":
        group.shape(
            outline(
                [
                    place(-0.44, 0.6),
                    place(-0.12, 0.66),
                    place(0.18, 0.58),
                    place(0.06, 0.78),
                    place(-0.14, 0.84),
                    place(-0.34, 0.77),
                ],
                {0, 2},
            ),
            mix(lips, INK, 0.35),
        )
        group.shape(
            outline(
                [
                    place(-0.4, 0.61),
                    place(-0.12, 0.66),
                    place(0.14, 0.6),
                    place(0.04, 0.69),
                    place(-0.14, 0.72),
                    place(-0.32, 0.69),
                ],
                {0, 2},
            ),
            Colour(0.99, 0.97, 0.94),
        )
    elif mood == "surprised" or traits.pose == "singing":
        group.shape(oval(*place(-0.14, 0.7), size * 0.11, size * 0.14), mix(lips, INK, 0.4))
    elif mood in {"sad", "angry"}:
        group.rope(stroke_line([place(-0.38, 0.74), place(-0.14, 0.66), place(0.1, 0.75)]), lips, size * 0.06)
    else:
        group.rope(stroke_line([place(-0.38, 0.64), place(-0.12, 0.71), place(0.14, 0.62)]), lips, size * 0.06)


def add_back_hair(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    """Hair that falls behind head and shoulders."""
    _hair(sketch, joints, traits, f"back {traits.haircut}")


def add_front_hair(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    """The hair over the forehead, with one highlight. Bald heads of bearded or old people keep a fringe."""
    if traits.haircut == "bald" and not (traits.age == "old" or traits.beard):
        return
    cut = {"afro": "curly"}.get(traits.haircut, traits.haircut)
    _hair(sketch, joints, traits, f"front {cut}" if f"front {cut}" in hair() else "front long")


def add_beard(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    """Beard and moustache."""
    _hair(sketch, joints, traits, f"beard {traits.beard}")


def hair() -> dict[str, Parts]:
    """All haircuts and beards, by "back", "front" or "beard" and their name."""
    return parts_table(__package__, "hair.toml")


def _hair(sketch: Sketch, joints: Joints, traits: Traits, name: str) -> None:
    if name in hair():
        draw_parts(sketch.group(0.8), hair()[name], head_frame(joints), traits.palette())
