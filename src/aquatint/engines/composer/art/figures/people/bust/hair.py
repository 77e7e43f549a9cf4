"""Hair and beards of portraits: a mass, and over it strands that follow guide lines."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
import skia

from aquatint.engines.composer.art.figures.geometry import along, outline, through
from aquatint.engines.composer.art.figures.parts import shadowed
from aquatint.engines.composer.art.figures.people.bust.face import CENTRE
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.art.figures.tables import table
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, luminance, mix, shift

Line = Sequence[tuple[float, float]]


def strands(guides: Sequence[Line], count: int, jitter: float, chance: Chance) -> Any:
    """``count`` lines between the guides (which have equally many points), as one path."""
    lines = np.stack([along(guide, samples=4) for guide in guides])
    last = lines.shape[1] - 1
    rise = np.linspace(0.4, 1.0, last + 1)[:, None]
    whole = skia.Path()
    for k in range(count):
        at = (k + chance.random()) / count * (len(guides) - 1)
        first = min(len(guides) - 2, int(at))
        line = lines[first] + (lines[first + 1] - lines[first]) * (at - first)
        line = line + rise * (chance.gauss(0, jitter), chance.gauss(0, jitter))
        # Strands neither begin nor end together.
        begin, end = round(chance.uniform(0.0, 0.25) * last), round(chance.uniform(0.82, 1.0) * last)
        whole.addPath(through(line[begin : end + 1], closed=False))
    return whole


def comb(
    group: Group, guides: Sequence[Line], colour: Colour, count: int, chance: Chance, width: float = 0.018
) -> None:
    """Three tones of strands over a mass."""
    glint = 0.08 + 0.36 * min(1.0, 1.6 * luminance(colour))  # dark hair that shines much looks grey
    for name, tone, share, alpha in (
        ("dark", shadowed(colour, 1.5), 1.0, 0.55),
        ("light", shift(colour, lightness=0.02 + 0.05 * min(1.0, 4 * luminance(colour))), 0.8, 0.55),
        ("shine", mix(colour, Colour(1, 0.97, 0.9), glint), 0.3, 0.4),
    ):
        group.line(strands(guides, max(2, int(count * share)), 0.012, chance.fork(name)), tone, width, alpha)


class Locks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mass of hair and the lines that its strands follow."""

    outline: tuple[tuple[float, float], ...]
    guides: tuple[tuple[tuple[float, float], ...], ...]
    strands: int
    width: float
    corners: tuple[int, ...] = ()


@functools.cache
def locks() -> dict[str, dict[str, Locks]]:
    """Masses by "front", "back" or "beard" and their name."""
    return msgspec.convert(table(__package__, "hair.toml"), dict[str, dict[str, Locks]])


ALIKE = {
    "crop": "short", "swept": "parted", "bob": "long", "bun": "long", "ponytail": "long",
    "braid": "long", "wavy": "long", "pigtails": "parted",
    "high-bun": "long", "pixie": "short", "fringe": "short", "quiff": "parted",
    "tuft": "short", "mohawk": "short",
}  # fmt: skip
"""Haircuts that look like another from the front."""
CLOUDS = frozenset({"curly", "afro", "dreads"})
BEHIND = {"wavy": "long", "braid": "ponytail", "high-bun": "bun", "pigtails": "bob"}
"""Haircuts that look like another at the back."""


def _roundness(colour: Colour) -> float:
    """How strongly light models hair of that colour: a mass of black hair swallows it."""
    return 0.3 + 0.4 * min(1.0, 4 * luminance(colour))


def _mass(group: Group, mass: Locks, colour: Colour, chance: Chance, way: int = 1) -> None:
    """Add a mass with its strands; ``way`` -1 mirrors it about the face's middle."""

    def mirrored(line: Line) -> Line:
        return line if way > 0 else [(2 * (CENTRE - 0.03) - x, y) for x, y in line]

    group.shape(outline(mirrored(mass.outline), mass.corners), colour)
    comb(group, [mirrored(guide) for guide in mass.guides], colour, mass.strands, chance, mass.width)


def add_cap(sketch: Sketch, traits: Traits, chance: Chance) -> None:
    """The hair in front; a bald head keeps some at the side."""
    colour = traits.hair
    group = sketch.group(_roundness(traits.hair))
    if traits.haircut in {"bald", "receding"}:
        if traits.age == "old" or traits.beard:
            for way in (-1, 1):
                points = [
                    (way * 0.76, -0.36),
                    (way * 0.87, -0.1),
                    (way * 0.84, 0.24),
                    (way * 0.74, 0.2),
                    (way * 0.72, -0.1),
                ]
                group.shape(outline(points), colour)
                comb(
                    group,
                    [
                        [(way * 0.76, -0.3), (way * 0.79, -0.1), (way * 0.78, 0.2)],
                        [(way * 0.84, -0.2), (way * 0.86, 0.0), (way * 0.82, 0.2)],
                    ],
                    colour,
                    8,
                    chance,
                )
        return
    if traits.haircut in CLOUDS:
        group.shape(outline(locks()["front"]["short"].outline), colour)
        _curls(group, colour, chance, front=True)
        return
    _mass(group, locks()["front"][ALIKE.get(traits.haircut, traits.haircut)], colour, chance)


def _curls(group: Group, colour: Colour, chance: Chance, front: bool) -> None:
    """Loops of hair around the forehead, or a cloud of them behind."""
    places = [
        (-0.72, -0.6),
        (-0.5, -0.9),
        (-0.16, -1.06),
        (0.2, -1.06),
        (0.54, -0.92),
        (0.78, -0.62),
        (0.86, -0.24),
        (-0.8, -0.26),
        (-0.36, -0.72),
        (0.04, -0.8),
        (0.4, -0.74),
        (-0.6, -0.76),
        (0.68, -0.78),
        (0.0, -0.94),
        (0.36, -0.96),
        (-0.34, -0.94),
    ]
    for x, y in places:
        grow = 1.0 if front else 1.16
        r = chance.uniform(0.2, 0.28)
        path = skia.Path()
        path.addOval(skia.Rect.MakeLTRB(x * grow - r, y * grow - r, x * grow + r, y * grow + r))
        group.shape(path, mix(colour, shadowed(colour, 1.0), chance.random() * 0.6))
        arc = skia.Path()
        arc.addArc(
            skia.Rect.MakeLTRB(x * grow - r * 0.66, y * grow - r * 0.66, x * grow + r * 0.66, y * grow + r * 0.66),
            160 + chance.uniform(-40, 40),
            190,
        )
        group.line(arc, shift(colour, lightness=0.12), 0.022, 0.6)


def add_back(sketch: Sketch, traits: Traits, chance: Chance) -> None:
    """Hair behind the head and down the shoulders."""
    group = sketch.group(_roundness(traits.hair))
    cut = BEHIND.get(traits.haircut, traits.haircut)
    if cut in locks()["back"]:
        _mass(group, locks()["back"][cut], shadowed(traits.hair, 0.7), chance)
    elif traits.haircut in CLOUDS:
        _curls(group, shadowed(traits.hair, 0.8), chance, front=False)


def add_beard(sketch: Sketch, traits: Traits, chance: Chance) -> None:
    """Beard and moustache."""
    kind = traits.beard
    if not kind:
        return
    colour = traits.hair
    group = sketch.group(_roundness(traits.hair))
    if kind == "stubble":
        points = [
            (0.72, 0.2),
            (0.68, 0.56),
            (0.46, 0.86),
            (CENTRE, 1.03),
            (-0.54, 0.84),
            (-0.72, 0.5),
            (-0.7, 0.24),
            (-0.5, 0.52),
            (CENTRE, 0.5),
            (0.4, 0.52),
        ]
        group.shape(outline(points), mix(colour, Colour(0.2, 0.17, 0.2), 0.3), 0.3)
        return
    if kind in {"full", "long", "goatee"}:
        mass = locks()["beard"][kind]
        _mass(group, mass, colour, chance)
        ends = strands([guide[1:] for guide in mass.guides], mass.strands // 2, 0.05, chance.fork("ends"))
        group.rope(ends, shift(colour, lightness=0.02), 0.018, 0.8)
    whiskers = locks()["beard"]["moustache" if kind == "moustache" else "whiskers"]
    for way in (-1, 1):
        _mass(group, whiskers, shift(colour, lightness=0.02), chance.fork("moustache", way), way)
