"""The mouth of a portrait. The space is that of `bust.face`."""

from __future__ import annotations

from dataclasses import dataclass

from aquatint.engines.composer.art.figures.geometry import outline, oval, stroke_line
from aquatint.engines.composer.art.figures.parts import shadowed
from aquatint.engines.composer.art.figures.people.bust.face import CENTRE, INK, Features
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix

CURLS = {"happy": -0.07, "sad": 0.075, "angry": 0.04}
"""How far the corners of the mouth lie below its middle, by mood."""
TEETH = Colour(0.97, 0.95, 0.92)


@dataclass(frozen=True, slots=True)
class Mouth:
    """Middle, half width and height of the corners of a mouth, and the fullness of its lips."""

    x: float
    y: float
    wide: float
    curl: float
    full: float

    def between_corners(
        self, upper: float, middle: float, lower: float, lowest: float
    ) -> list[tuple[float, float]]:
        """An outline from corner to corner: above at the sides, above in the middle, then the same below."""
        x, y = self.x, self.y
        return [
            (x - self.wide, y + self.curl), (x - 0.1, y + upper), (x, y + middle), (x + 0.1, y + upper),
            (x + self.wide * 0.94, y + self.curl), (x + 0.105, y + lower), (x, y + lowest), (x - 0.105, y + lower),
        ]  # fmt: skip


def add_mouth(group: Group, traits: Traits, face: Features) -> None:
    """Two lips that meet in a dark line, with a mood."""
    lip = mix(traits.skin, Colour(0.7, 0.2, 0.2), 0.5 if traits.sex == "woman" else 0.34)
    line = mix(shadowed(lip, 2.2), INK, 0.35)
    wide = (0.255 if traits.mood == "happy" else 0.225) * (0.8 if face.young else 1.0)
    mouth = Mouth(CENTRE - 0.02, 0.63 + face.lower * 0.3, wide, CURLS.get(traits.mood, -0.012), face.lips)
    if traits.mood == "surprised":
        group.mark(oval(mouth.x, mouth.y + 0.02, 0.1, 0.12), lip)
        group.mark(oval(mouth.x, mouth.y + 0.02, 0.07, 0.09), line)
        return
    _lips(group, mouth, lip)
    if traits.mood == "happy":
        teeth = outline(mouth.between_corners(-0.012, -0.002, 0.036, 0.046), {0, 4})
        group.mark(teeth, TEETH)
        group.line(teeth, line, 0.012, 0.8)
    else:
        meeting = mouth.between_corners(0.004, 0.014, 0.0, 0.0)[:5]
        group.line(stroke_line(meeting), line, 0.018, 0.9)
    for x, y in (mouth.between_corners(0, 0, 0, 0)[i] for i in (0, 4)):
        group.mark(oval(x, y + 0.004, 0.028, 0.02), line, 0.35, blur=0.01)


def _lips(group: Group, mouth: Mouth, lip: Colour) -> None:
    full = mouth.full
    upper = mouth.between_corners(-0.055 * full, -0.04 * full, 0.012, 0.02)
    lower = mouth.between_corners(0.008, 0.016, 0.095 * full - 0.01, 0.095 * full + 0.006)
    group.mark(outline(upper, {0, 2, 4}), shadowed(lip, 0.9), 0.9)
    group.mark(outline(lower, {0, 4}), lip, 0.92)
    shine = oval(mouth.x - 0.04, mouth.y + 0.06 * full, 0.075, 0.02)
    group.mark(shine, mix(lip, WHITE, 0.6), 0.5, blur=0.012)


def add_lip_below_moustache(sketch: Sketch, traits: Traits) -> None:
    """The lower lip of a bearded mouth."""
    if traits.beard in {"full", "long", "goatee", "moustache"}:
        lip = mix(traits.skin, Colour(0.7, 0.2, 0.2), 0.4)
        group = sketch.group(0.0)
        group.shape(
            outline(
                [
                    (CENTRE - 0.15, 0.655),
                    (CENTRE - 0.02, 0.64),
                    (CENTRE + 0.11, 0.655),
                    (CENTRE + 0.06, 0.71),
                    (CENTRE - 0.02, 0.722),
                    (CENTRE - 0.1, 0.71),
                ]
            ),
            shadowed(lip, 0.5),
        )
        group.mark(oval(CENTRE - 0.05, 0.69, 0.05, 0.014), mix(lip, WHITE, 0.4), 0.5)
        _add_mood_in_beard(group, traits, lip)


def _add_mood_in_beard(group: Group, traits: Traits, lip: Colour) -> None:
    """A beard hides the corners of a mouth, so that its mood is a mouth that opens, or one that bends."""
    mouth = Mouth(CENTRE - 0.02, 0.66, 0.2, CURLS.get(traits.mood, 0.0), 1.0)
    line = mix(shadowed(lip, 2.2), INK, 0.45)
    if traits.mood == "happy":
        teeth = outline(mouth.between_corners(-0.02, -0.004, 0.06, 0.075), {0, 4})
        group.mark(teeth, TEETH)
        group.line(teeth, line, 0.016, 0.9)
    elif traits.mood in CURLS:
        group.line(stroke_line(mouth.between_corners(-0.008, -0.02, 0.0, 0.0)[:5]), line, 0.026, 0.95)
    elif traits.mood == "surprised":
        group.mark(oval(mouth.x, mouth.y + 0.03, 0.08, 0.1), line)
