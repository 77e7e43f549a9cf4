"""Heads of standing people: an oval turned a little to the left, a face of few marks, hair as one shape."""

from __future__ import annotations

from aquatint.engines.composer.art.figures.geometry import outline, oval
from aquatint.engines.composer.art.figures.parts import Frame, draw_parts, shadowed
from aquatint.engines.composer.art.figures.people.face import Place, add_face, add_mouth
from aquatint.engines.composer.art.figures.people.joints import Joints
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Sketch
from aquatint.engines.composer.art.figures.tables import Parts, parts_table
from aquatint.engines.composer.drawing.colour import Colour

BUSHY = frozenset({"full", "long"})
"""Beards that would hide the mouth."""
FRONTS = {
    "afro": "curly", "bun": "long", "bob": "long", "ponytail": "long", "braid": "long",
    "pigtails": "parted", "wavy": "swept", "dreads": "curly",
    "high-bun": "long", "receding": "bald",
}  # fmt: skip
"""Haircuts that look like another from before."""
BLUSH = Colour(0.86, 0.32, 0.28)


def head_place(joints: Joints) -> Place:
    """Head coordinates (x -1..1 right, y -1 crown .. 1 chin) to figure space."""
    return joints.face


def head_frame(joints: Joints) -> Frame:
    """The frame of hats, hair and glasses."""
    return Frame(joints.face, joints.size, -joints.nod)


def add_head(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    """Add skull, ear and face. Hair behind comes before, hair before and hats come after."""
    place, size = head_place(joints), joints.size
    group = sketch.group(0.9)
    jaw = {"man": 0.1, "woman": 0.0}[traits.sex] + (0.06 if traits.build == "heavy" else 0.0)
    round_face = 0.08 if traits.is_child else 0.0
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
    add_face(sketch, place, size, traits)


def add_back_hair(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    """Hair that falls behind head and shoulders."""
    _hair(sketch, joints, traits, f"back {traits.haircut}")


def add_front_hair(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    """The hair over the forehead, with one highlight. Bald heads of bearded or old people keep a fringe."""
    if (traits.haircut == "bald" and not (traits.age == "old" or traits.beard)) or traits.body:
        return
    _hair(sketch, joints, traits, f"front {FRONTS.get(traits.haircut, traits.haircut)}")


def add_beard(sketch: Sketch, joints: Joints, traits: Traits) -> None:
    """Beard and moustache, with an open mouth in them."""
    _hair(sketch, joints, traits, f"beard {traits.beard}")
    if traits.beard in BUSHY:
        add_mouth(sketch, head_place(joints), joints.size, traits)


def hair() -> dict[str, Parts]:
    """All haircuts and beards, by "back", "front" or "beard" and their name."""
    return parts_table(__package__, "hair.toml")


def _hair(sketch: Sketch, joints: Joints, traits: Traits, name: str) -> None:
    if name in hair():
        draw_parts(sketch.group(0.8), hair()[name], head_frame(joints), traits.palette())
