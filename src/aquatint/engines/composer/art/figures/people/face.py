"""Faces of standing people: few marks that read from afar, and a mood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aquatint.engines.composer.art.figures.geometry import outline, oval, stroke_line
from aquatint.engines.composer.art.figures.people.joints import Point
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.drawing.colour import WHITE, Colour, luminance, mix

Place = Callable[[float, float], Point]
INK = Colour(0.13, 0.09, 0.09)
EYES = (-0.47, 0.25)
"""x of the far and the near eye."""
DEEP = 0.3
"""Luminance of skins on which dark eyes need their whites to be seen."""
TEAR = Colour(0.55, 0.78, 0.95)


@dataclass(frozen=True, slots=True)
class Expression:
    """How a mood moves the marks of a face; lengths in half heights of the head."""

    eyes: str = "open"
    """"open", "wide", "closed" (lids down) or "arched" (laughing)."""
    lift: float = 0.0
    """How far the brows go up."""
    slant: float = 0.0
    """How far their inner ends go down (negative: up)."""
    mouth: str = "calm"
    tears: bool = False


EXPRESSIONS = {
    "happy": Expression("open", 0.03, 0.0, "smile"),
    "laughing": Expression("arched", 0.06, 0.0, "laugh"),
    "sad": Expression("open", 0.0, -0.15, "frown"),
    "crying": Expression("closed", 0.0, -0.18, "wail", tears=True),
    "angry": Expression("open", -0.05, 0.2, "frown"),
    "surprised": Expression("wide", 0.14, -0.05, "round"),
    "scared": Expression("wide", 0.12, -0.16, "wail"),
    "sleepy": Expression("closed", 0.02, -0.02, "calm"),
    "calm": Expression(),
}
ASLEEP = frozenset({"sleeping", "dozing", "meditating", "praying"})
SOUNDING = {
    "singing": "round",
    "chanting": "round",
    "shouting": "wail",
    "cheering": "laugh",
    "talking": "smile",
    "dancing": "smile",
    "dancing-2": "smile",
    "jumping": "smile",
}
"""Mouths that belong to a stance when no mood is asked for."""


def expression_of(traits: Traits) -> Expression:
    """The expression of that person."""
    plain = EXPRESSIONS.get(traits.mood, EXPRESSIONS["calm"])
    eyes = "closed" if traits.pose in ASLEEP else plain.eyes
    mouth = SOUNDING.get(traits.pose, plain.mouth) if plain.mouth == "calm" else plain.mouth
    return Expression(eyes, plain.lift, plain.slant, mouth, plain.tears)


def add_face(sketch: Sketch, place: Place, size: float, traits: Traits) -> None:
    """Add brows, eyes, nose and mouth."""
    group = sketch.group(0.0)
    look = expression_of(traits)
    dark = mix(traits.skin, Colour(0.25, 0.07, 0.05), 0.62)
    if luminance(traits.skin) < DEEP:
        dark = mix(traits.skin, Colour(0.09, 0.03, 0.03), 0.7)
    masked = "robot-face" in traits.worn or "big-eyes" in traits.worn
    low = 0.1 if traits.is_child else 0.0
    if not masked:
        for x in EYES:
            _eye(group, place, size, x, 0.08 + low, traits, look)
            _brow(group, place, size, x, low, traits, look)
        nose = [place(-0.14, 0.14 + low), place(-0.31, 0.4 + low * 0.4), place(-0.14, 0.45 + low * 0.4)]
        group.rope(stroke_line(nose[1 if traits.is_child else 0 :]), dark, size * 0.055, 0.75)
    if "clown-nose" in traits.worn:
        group.shape(oval(*place(-0.2, 0.34), size * 0.2), Colour(0.85, 0.14, 0.12))
    if "robot-face" not in traits.worn:
        _mouth(group, place, size, look.mouth, traits, dark)
    if traits.age == "old":
        for x, y in ((-0.68, 0.3), (0.5, 0.3)):
            group.rope(stroke_line([place(x, y), place(x + 0.1, y + 0.2)]), dark, size * 0.035, 0.5)
        group.rope(
            stroke_line([place(-0.5, -0.44), place(-0.1, -0.48), place(0.3, -0.43)]), dark, size * 0.03, 0.35
        )
    if look.tears:
        for x in EYES:
            group.shape(oval(*place(x - 0.06, 0.36), size * 0.07, size * 0.12), TEAR, 0.95)


def add_mouth(sketch: Sketch, place: Place, size: float, traits: Traits) -> None:
    """The mouth once more, over a beard that would hide it, if it is open."""
    look = expression_of(traits)
    if look.mouth not in ("calm", "frown"):
        dark = mix(traits.skin, Colour(0.25, 0.07, 0.05), 0.62)
        _mouth(sketch.group(0.0), place, size, look.mouth, traits, dark)


def _eye(group: Group, place: Place, size: float, x: float, y: float, traits: Traits, look: Expression) -> None:
    ex, ey = place(x, y)
    wide = 1.12 if traits.is_child else 1.0
    if look.eyes in {"closed", "arched"}:
        bend = 0.09 if look.eyes == "closed" else -0.11
        lid = [place(x - 0.16, y), place(x, y + bend), place(x + 0.16, y)]
        group.rope(stroke_line(lid), INK, size * 0.065)
        return
    across, up = size * 0.104 * wide, size * 0.142 * wide
    if luminance(traits.skin) < DEEP and look.eyes != "wide":
        group.shape(oval(ex, ey, across * 1.4, up * 1.06), mix(WHITE, traits.skin, 0.16))
    if look.eyes == "wide":
        group.shape(oval(ex, ey, across * 1.75, up * 1.5), WHITE, 0.95)
    group.shape(oval(ex, ey, across, up), INK)
    group.shape(oval(ex - across * 0.34, ey - up * 0.36, across * 0.36), WHITE, 0.95)
    if look.mouth == "smile":
        group.rope(
            stroke_line([place(x - 0.17, y - 0.02), place(x, y - 0.17), place(x + 0.17, y - 0.03)]),
            INK,
            size * 0.036,
        )
    elif traits.sex == "woman" and not traits.is_child:
        group.rope(
            stroke_line([place(x - 0.15, y - 0.04), place(x, y - 0.16), place(x + 0.19, y - 0.1)]),
            INK,
            size * 0.045,
        )


def _brow(group: Group, place: Place, size: float, x: float, low: float, traits: Traits, look: Expression) -> None:
    colour = mix(traits.hair, INK, 0.35)
    if luminance(traits.hair) > 0.5 and traits.age != "old":
        colour = mix(traits.hair, Colour(0.4, 0.25, 0.1), 0.6)
    inner, outer = (x + 0.17, x - 0.19) if x < 0 else (x - 0.17, x + 0.21)
    high = low * 0.8 - 0.24 - look.lift
    points = [
        place(inner, high + look.slant),
        place((inner + outer) / 2, high - 0.07),
        place(outer, high + 0.05 - look.slant * 0.4),
    ]
    thick = 0.05 if traits.is_child else 0.085 if traits.sex == "man" else 0.06
    group.rope(stroke_line(points), colour, size * thick, 0.92)


def _mouth(group: Group, place: Place, size: float, kind: str, traits: Traits, dark: Colour) -> None:
    painted = traits.sex == "woman" and not traits.is_child
    lips = mix(traits.skin, Colour(0.72, 0.16, 0.18), 0.6) if painted else dark
    if luminance(traits.skin) < DEEP:
        lips = mix(traits.skin, Colour(0.86, 0.42, 0.42), 0.5 if painted else 0.32)
    if kind in {"smile", "laugh"}:
        deep = 0.94 if kind == "laugh" else 0.84
        rim = [(-0.48, 0.58), (-0.13, 0.66), (0.22, 0.56), (0.1, deep - 0.06), (-0.14, deep), (-0.38, deep - 0.07)]
        group.shape(outline([place(x, y) for x, y in rim], {0, 2}), mix(lips, INK, 0.4))
        teeth = [(-0.42, 0.6), (-0.13, 0.67), (0.16, 0.59), (0.06, 0.7), (-0.14, 0.74), (-0.33, 0.71)]
        group.shape(outline([place(x, y) for x, y in teeth], {0, 2}), Colour(0.99, 0.97, 0.94))
        if kind == "laugh":
            group.shape(oval(*place(-0.13, deep - 0.05), size * 0.15, size * 0.06), Colour(0.85, 0.36, 0.36))
    elif kind in {"round", "wail"}:
        across = 0.13 if kind == "round" else 0.2
        group.shape(oval(*place(-0.14, 0.72), size * across, size * 0.15), mix(lips, INK, 0.45))
    elif kind == "frown":
        group.rope(stroke_line([place(-0.4, 0.77), place(-0.14, 0.66), place(0.13, 0.78)]), lips, size * 0.08)
    else:
        group.rope(stroke_line([place(-0.4, 0.63), place(-0.12, 0.72), place(0.16, 0.61)]), lips, size * 0.075)
