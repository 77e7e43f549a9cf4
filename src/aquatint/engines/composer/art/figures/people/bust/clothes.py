"""Shoulders and collars of portraits. Head space, see `bust.face`."""

from __future__ import annotations

from aquatint.engines.composer.art.figures.geometry import outline, ribbon, stroke_line
from aquatint.engines.composer.art.figures.parts import Frame, draw_parts, shadowed
from aquatint.engines.composer.art.figures.people import worn
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.art.figures.tables import parts_table
from aquatint.engines.composer.drawing.colour import Colour, mix

LOW = 2.5
"""y at which the portrait ends."""
WHOLE = Frame(lambda x, y: (x, y))
"""The portrait's own space."""
SKULL = Frame(lambda x, y: (x * 0.9, y))
"""The space of hats and masks, on a portrait's head."""


def add_neck(sketch: Sketch, traits: Traits) -> None:
    """The neck with the shadow of the chin."""
    wide = (
        (0.44 if traits.sex == "man" else 0.36)
        * (0.8 if traits.is_child else 1.0)
        * (1.12 if traits.build == "heavy" else 1.0)
    )
    group = sketch.group(0.5)
    skin = shadowed(traits.skin, 0.35)
    group.shape(
        outline(
            [
                (-wide, 0.6),
                (-wide, 1.15),
                (-wide * 1.5, 1.62),
                (-0.3, 2.0),
                (0.3, 2.0),
                (wide * 1.6, 1.6),
                (wide * 1.05, 1.15),
                (wide * 1.05, 0.5),
            ],
            {0, 7},
        ),
        skin,
    )
    dark = mix(shadowed(traits.skin, 1.8), Colour(0.4, 0.1, 0.15), 0.15)
    group.mark(
        outline([(-wide * 1.2, 0.6), (-wide * 1.1, 1.1), (0.0, 1.34), (wide * 1.2, 1.16), (wide * 1.3, 0.5)]),
        dark,
        0.5,
        blur=0.06,
    )
    for way in (-1, 1):
        group.line(stroke_line([(way * wide * 0.9, 1.1), (way * 0.2 - 0.04, 1.62)]), dark, 0.03, 0.35, blur=0.012)


def add_shoulders(sketch: Sketch, traits: Traits) -> None:
    """The garment from neck to the lower edge."""
    man = traits.sex == "man"
    young = {"baby": 0.66, "toddler": 0.7, "child": 0.76, "teen": 0.92}.get(traits.age, 1.0)
    wide = young * (1.86 if man else 1.56) * {"slim": 0.94, "broad": 1.08, "heavy": 1.12}.get(traits.build, 1.0)
    group = sketch.group(0.9)
    bare = traits.cut == "swim" and man
    colour = traits.skin if bare else traits.main
    neck = (0.5 if man else 0.42) * (0.8 if young < 1 else 1.0)
    group.shape(
        outline(
            [
                (-neck, 1.36),
                (-neck * 1.7, 1.52),
                (-wide * 0.8, 1.72),
                (-wide, 2.08),
                (-wide * 1.04, LOW),
                (wide * 1.04, LOW),
                (wide, 2.06),
                (wide * 0.8, 1.7),
                (neck * 1.7, 1.5),
                (neck, 1.34),
                (0.0, 1.56),
            ],
            {4, 5},
        ),
        colour,
    )
    fold = shadowed(colour, 1.3)
    for way in (-1, 1):
        group.line(
            stroke_line([(way * wide * 0.72, 2.5), (way * wide * 0.68, 2.2), (way * wide * 0.78, 1.96)]),
            fold,
            0.035,
            0.5,
            blur=0.012,
        )
        group.line(
            stroke_line([(way * wide * 0.5, 1.84), (way * wide * 0.34, 2.06)]), fold, 0.03, 0.35, blur=0.012
        )
    group.mark(ribbon([(-0.6, 1.5, 0.14), (0.0, 1.72, 0.16), (0.64, 1.48, 0.14)]), fold, 0.35, blur=0.08)
    _front(group, traits, neck)
    _accessories(group, traits)


def _front(group: Group, traits: Traits, neck: float) -> None:
    """Collar and front of the garment's cut."""
    collars = parts_table(__package__, "collars.toml")
    share = neck / 0.5
    frame = Frame(lambda x, y: (x * share, y))
    draw_parts(group, collars.get(traits.cut, collars["tee"]), frame, traits.palette())


def _accessories(group: Group, traits: Traits) -> None:
    known = parts_table(__package__, "worn.toml")
    for name in traits.worn:
        if name in known:
            draw_parts(group, known[name], WHOLE, traits.palette())


def add_glasses(sketch: Sketch, traits: Traits) -> None:
    """Glasses or an eyepatch over a finished face."""
    own = parts_table(__package__, "worn.toml")
    common = parts_table(worn.__package__, "on_face.toml")
    for name in traits.worn:
        if f"on face {name}" in own:
            draw_parts(sketch.group(0.0), own[f"on face {name}"], WHOLE, traits.palette())
        elif name in common:
            draw_parts(sketch.group(0.0), common[name], SKULL, traits.palette())
