"""The eyes of a portrait: ball, iris, lids and brows. The space is that of `bust.face`."""

from __future__ import annotations

from dataclasses import dataclass

from aquatint.engines.composer.art.figures.geometry import outline, oval, ribbon, stroke_line
from aquatint.engines.composer.art.figures.parts import shadowed
from aquatint.engines.composer.art.figures.people.bust.face import CENTRE, EYES, INK, Features
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.drawing.colour import WHITE, Colour, luminance, mix


def add_eyes(sketch: Sketch, group: Group, traits: Traits, face: Features) -> None:
    """Eyes with lids, iris, catch-light and brows."""
    slant = {"sad": -0.075, "angry": 0.085}.get(traits.mood, 0.0)
    opened = {"surprised": 1.25, "happy": 0.8, "sleepy": 0.35, "calm": 0.92}.get(traits.mood, 0.92) * (
        0.86 if traits.age == "old" else 1.0
    )
    for x, size in EYES:
        _eye(sketch, group, traits, face, x, size, opened)
        _brow(group, traits, face, x, size, slant)


@dataclass(frozen=True, slots=True)
class Socket:
    """Where an eye lies: its middle, the way to the nose (1 right, -1 left), half its width and height."""

    x: float
    y: float
    inner: int
    wide: float
    tall: float

    def at(self, inwards: float, down: float, lower: float = 0.0) -> tuple[float, float]:
        """A point: half widths towards the nose, half heights downwards, and ``lower`` in head sizes more."""
        return self.x + self.inner * self.wide * inwards, self.y + self.tall * down + lower


def _eye(
    sketch: Sketch, group: Group, traits: Traits, face: Features, x: float, size: float, opened: float
) -> None:
    inner = 1 if x < CENTRE else -1
    eye = Socket(x, 0.02 + face.lower, inner, 0.158 * face.eye * size, 0.082 * face.eye * opened)
    if traits.mood == "sleepy":
        group.line(stroke_line([eye.at(-1, 0), eye.at(0, 0, 0.05), eye.at(1, 0)]), INK, 0.03, 0.9)
        return
    upper = [eye.at(1.0, 0.0, 0.02), eye.at(0.4, -0.95), eye.at(-0.3, -1.0), eye.at(-1.0, 0.0, -0.004)]
    _ball(sketch.group(0.0), eye, upper, traits, face)
    _lids(sketch.group(0.0), eye, upper, traits, face)


def _ball(group: Group, eye: Socket, upper: list[tuple[float, float]], traits: Traits, face: Features) -> None:
    """White, iris, pupil, the shadow of the lid and a catch-light."""
    white = mix(Colour(0.97, 0.95, 0.93), traits.skin, 0.1)
    group.shape(outline([*upper, eye.at(-0.4, 0.72), eye.at(0.3, 0.72)], {0, 3}), white)
    x, y, radius = eye.x - 0.022, eye.y - 0.002, 0.088 * face.eye
    glow = mix(face.iris, Colour(1, 0.95, 0.8), 0.4)
    group.mark(oval(x, y - 0.004, radius), shadowed(face.iris, 1.4))
    group.mark(oval(x, y, radius * 0.82), face.iris)
    group.mark(oval(x, y + radius * 0.4, radius * 0.6, radius * 0.36), glow, 0.7, blur=0.012)
    group.mark(oval(x, y, radius * 0.42), INK)
    shade = [(*eye.at(-1, -0.7), 0.03), (*eye.at(0, -1.1), 0.04), (*eye.at(1, -0.7), 0.03)]
    group.mark(ribbon(shade), INK, 0.35, blur=0.012)
    group.mark(oval(x - 0.03, y - 0.034, 0.021), WHITE)
    group.mark(oval(x + 0.03, y + 0.032, 0.01), WHITE, 0.6)


def _lids(group: Group, eye: Socket, upper: list[tuple[float, float]], traits: Traits, face: Features) -> None:
    """Lashes, the lower lid, the crease above and the lines of age around."""
    dark = mix(shadowed(traits.skin, 1.8), Colour(0.4, 0.12, 0.1), 0.3)
    thick = 0.024 if traits.sex == "man" or face.young else 0.034
    group.rope(stroke_line(upper), mix(INK, traits.hair, 0.15), thick, 0.95)
    if traits.sex == "woman" and not face.young:
        tip = upper[3]
        group.rope(stroke_line([tip, (tip[0] - eye.inner * 0.05, tip[1] - 0.04)]), INK, 0.018)
    group.rope(stroke_line([upper[0], eye.at(0.3, 0.74), eye.at(-0.4, 0.74), upper[3]]), dark, 0.011, 0.6)
    group.rope(stroke_line([eye.at(0.95, -0.8), eye.at(0, -1.62), eye.at(-1.05, -0.6)]), dark, 0.013, 0.6)
    if traits.age == "old":
        bag = [eye.at(0.9, 0, 0.1), eye.at(0, 1.0, 0.085), eye.at(-0.9, 0, 0.1)]
        group.rope(stroke_line(bag), dark, 0.012, 0.5)
        for k in (-0.04, 0.02, 0.08):
            x, y = eye.at(-1.18, 0, k * 0.6)
            group.rope(stroke_line([(x, y), (x - eye.inner * 0.1, eye.y + k * 1.7)]), dark, 0.01, 0.4)


def _brow(group: Group, traits: Traits, face: Features, x: float, size: float, slant: float) -> None:
    inner = 1 if x < CENTRE else -1
    lift = {"surprised": -0.1, "happy": -0.02}.get(traits.mood, 0.0)
    wide = 0.2 * size
    colour = (
        mix(traits.hair, INK, 0.25) if traits.age != "old" else mix(traits.hair, shadowed(traits.skin, 1.0), 0.12)
    )
    if luminance(traits.hair) > 0.4 and traits.age != "old":
        colour = mix(traits.hair, Colour(0.4, 0.26, 0.12), 0.5)
    y = -0.205 + lift + face.lower * 0.8
    line = [
        (x + inner * wide * 0.95, y + 0.004 + slant, 0.024 * face.brow),
        (x + inner * wide * 0.1, y - 0.034, 0.034 * face.brow),
        (x - inner * wide * 0.6, y - 0.04 - slant * 0.3, 0.024 * face.brow),
        (x - inner * wide * 1.12, y + 0.02, 0.004),
    ]
    group.mark(ribbon(line, (0.014 * face.brow, 0.0)), colour, 0.92)
