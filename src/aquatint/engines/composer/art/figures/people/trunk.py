"""The trunk in its garment: outline, collar, opening and folds."""

from __future__ import annotations

from aquatint.engines.composer.art.figures.geometry import outline, oval, ribbon, stroke_line
from aquatint.engines.composer.art.figures.parts import shadowed
from aquatint.engines.composer.art.figures.people.fabric import trunk_pattern
from aquatint.engines.composer.art.figures.people.joints import Joints
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Group
from aquatint.engines.composer.drawing.colour import WHITE, mix

TUCKED = frozenset({"shirt", "vest", "swim", "skirt"})
"""Garments that end at the waist."""
OPEN = frozenset({"jacket", "suit", "coat"})


def add_trunk(group: Group, joints: Joints, traits: Traits, low: float) -> None:
    """The upper body in its garment, whose pattern reaches down to y = ``low``."""
    at = joints.trunk
    s, w, h = (
        joints.shoulder,
        joints.waist * (1.14 if traits.cut in {"coat", "sweater", "jacket"} else 1.0),
        joints.hips * 1.14,
    )
    neck = joints.size * 0.42
    bare = traits.cut == "swim" and traits.sex == "man"
    colour = traits.skin if bare else traits.main
    group.shape(
        ribbon(
            [(*at(-0.004, 0.95), neck * 1.05), (joints.head[0] + 0.006, joints.head[1] + joints.size * 0.6, neck)]
        ),
        shadowed(traits.skin, 0.55),
    )
    belly = {"heavy": 0.02, "broad": 0.004}.get(traits.build, 0.0)
    shape = [
        at(-neck * 1.1, 1.1),
        at(-s * 0.7, 1.02),
        at(-s, 0.86),
        at(-s * 0.88, 0.66),
        at(-w - belly, 0.32),
        at(-h, 0.0),
        at(-h * 0.9, -0.14),
        at(h * 0.9, -0.14),
        at(h, 0.0),
        at(w + belly * 0.4, 0.34),
        at(s * 0.9, 0.68),
        at(s, 0.86),
        at(s * 0.7, 1.03),
        at(neck * 1.1, 1.11),
    ]
    if traits.cut in TUCKED:
        shape[5:9] = [at(-w * 1.02, 0.16), at(w * 1.02, 0.16)]
    group.shape(outline(shape), colour)
    if not bare:
        trunk_pattern(group, joints, traits, low)
    _neckline(group, joints, traits, neck)
    fold = shadowed(colour)
    group.line(stroke_line([at(s * 0.86, 0.74), at(s * 0.5, 0.62)]), fold, 0.007, 0.6)
    group.line(stroke_line([at(w, 0.36), at(w * 0.45, 0.3)]), fold, 0.006, 0.5)


def add_hips(group: Group, joints: Joints, traits: Traits) -> None:
    """What joins the legs: the seat of the trousers."""
    at, w, h = joints.trunk, joints.waist, joints.hips
    colour = traits.bottom_colour if traits.bottom in {"trousers", "shorts"} and not traits.bare else traits.main
    points = [
        at(-w * 0.98, 0.24),
        at(-h, 0.02),
        at(-h * 0.8, -0.08),
        at(h * 0.1, -0.2),
        at(h * 0.9, -0.16),
        at(h, 0.0),
        at(w * 0.98, 0.24),
    ]
    group.shape(outline(points), colour)


def _neckline(group: Group, joints: Joints, traits: Traits, neck: float) -> None:
    at, s = joints.trunk, joints.shoulder
    skin = shadowed(traits.skin, 0.3)
    if traits.cut in OPEN:
        inner = traits.accent
        group.mark(outline([at(-neck * 1.3 - 0.01, 1.1), at(-0.02, 0.42), at(neck * 1.0, 1.1)], {0, 1, 2}), inner)
        group.line(stroke_line([at(-0.02, 0.46), at(-0.02, -0.2)]), shadowed(traits.main), 0.006, 0.8)
        for side in (-1, 1):
            group.mark(
                outline(
                    [
                        at(side * neck * 1.25 - 0.006, 1.1),
                        at(side * s * 0.56, 0.78),
                        at(side * s * 0.4 - 0.005, 0.7),
                        at(-0.02, 0.44),
                    ],
                    {0, 1, 2, 3},
                ),
                mix(traits.main, traits.trim, 0.25) if traits.cut == "suit" else shadowed(traits.main, 0.25),
            )
        group.mark(outline([at(-neck * 0.9, 1.1), at(-0.01, 0.9), at(neck * 0.75, 1.1)], {0, 1, 2}), skin)
    elif traits.cut == "shirt":
        group.mark(outline([at(-neck * 0.9, 1.12), at(-0.012, 0.9), at(neck * 0.7, 1.12)], {0, 1, 2}), skin)
        collar = mix(traits.main, WHITE, 0.2)
        for side in (-1, 1):
            group.mark(
                outline(
                    [
                        at(side * neck * 1.2, 1.12),
                        at(side * neck * 1.4 - 0.006, 0.94),
                        at(-0.012, 0.88),
                        at(side * neck * 0.7, 1.04),
                    ],
                    {0, 1, 2, 3},
                ),
                collar,
            )
        group.line(stroke_line([at(-0.014, 0.88), at(-0.012, 0.15)]), shadowed(traits.main), 0.004, 0.7)
    elif traits.cut in {"dress", "vest", "swim", "tutu"}:
        group.mark(
            outline(
                [
                    at(-neck * 1.5, 1.14),
                    at(-neck * 1.0, 0.93),
                    at(-0.01, 0.86),
                    at(neck * 0.9, 0.93),
                    at(neck * 1.4, 1.14),
                ]
            ),
            skin,
        )
    elif traits.cut in {"tee"}:
        group.mark(oval(*at(-0.008, 1.08), neck * 1.15, neck * 0.8), skin)
    else:
        group.shape(
            ribbon([(*at(-neck * 0.95, 1.05), 0.013), (*at(-0.006, 1.0), 0.014), (*at(neck * 0.95, 1.06), 0.013)]),
            traits.trim if traits.cut in {"robe", "armour", "space"} else shadowed(traits.main, 0.35),
        )
