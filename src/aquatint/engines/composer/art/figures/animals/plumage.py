"""Wings and tails of birds, and of beasts that have a bird's wings."""

from __future__ import annotations

import math
from typing import Protocol

from aquatint.engines.composer.art.figures.animals.species import Bird
from aquatint.engines.composer.art.figures.coat import Coat
from aquatint.engines.composer.art.figures.geometry import outline, oval, ribbon, stroke_line
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.drawing.colour import Colour, mix

Point = tuple[float, float]


class Body(Protocol):
    """What wings and tails are fixed to."""

    @property
    def length(self) -> float:
        """From rump to breast."""

    @property
    def depth(self) -> float:
        """Half the height."""

    def at(self, along: float, across: float) -> Point:
        """A point of the body: rump 0 to breast 1, belly -1 to back 1."""


def feather_fan(group: Group, root: Point, tips: list[Point], wide: float, colours: tuple[Colour, Colour]) -> None:
    """Feathers from a root to their tips, the last in front; each is parted from the next by its shade."""
    for i, tip in enumerate(tips):
        middle = (root[0] * 0.45 + tip[0] * 0.55, root[1] * 0.45 + tip[1] * 0.55)
        group.shape(ribbon([(*root, wide * 0.5), (*middle, wide), (*tip, wide * 0.34)]), colours[i % 2])


def add_spread_wing(sketch: Sketch, bird: Bird, coat: Coat, root: Point, raised: bool, *, far: bool) -> None:
    """A wing in flight: raised or lowered, the far one behind the body."""
    wing, edge = coat.get("wing", coat["deep"]), coat.get("tips", coat["dark"])
    add_wing(sketch, root, bird.wing, (wing, edge, coat.get("inner", coat["main"])), raised=raised, far=far)


def add_wing(
    sketch: Sketch, root: Point, size: float, colours: tuple[Colour, Colour, Colour], *, raised: bool, far: bool
) -> None:
    """A feathered wing: long flight feathers, then shorter coverts, then the arm. Colours: coverts, tips, arm."""
    wing, edge, arm = colours
    x, y = root
    lean = 0.16 if far else 0.0
    group = sketch.group(0.8, dim=0.35 if far else 0.0)
    if raised or far:
        wrist = (x - (0.06 - lean * 1.6) * size, y - 0.62 * size)
        spread = [
            (0.86, -0.3),
            (0.84, -0.5),
            (0.76, -0.7),
            (0.64, -0.9),
            (0.5, -1.06),
            (0.34, -1.16),
            (0.18, -1.2),
        ]
        near = [(0.52, -0.16), (0.5, -0.34), (0.44, -0.5), (0.34, -0.64), (0.22, -0.74)]
    else:
        wrist = (x - 0.04 * size, y + 0.36 * size)
        spread = [(0.74, 0.24), (0.7, 0.44), (0.62, 0.62), (0.5, 0.78), (0.36, 0.9), (0.2, 0.96), (0.04, 0.96)]
        near = [(0.46, 0.12), (0.46, 0.28), (0.4, 0.42), (0.3, 0.54), (0.18, 0.6)]
    shift = lean * size * 1.2
    middle = ((x + wrist[0]) / 2, (y + wrist[1]) / 2)
    feather_fan(
        group,
        middle,
        [(x + a * size + shift, y + b * size) for a, b in spread],
        0.12 * size,
        (edge, mix(edge, wing, 0.45)),
    )
    feather_fan(
        group,
        middle,
        [(x + a * size + shift * 0.6, y + b * size) for a, b in near],
        0.125 * size,
        (wing, mix(wing, edge, 0.25)),
    )
    group.shape(ribbon([(x, y, 0.1 * size), (*middle, 0.085 * size), (*wrist, 0.05 * size)]), mix(arm, wing, 0.6))


def add_folded_wing(sketch: Sketch, bird: Bird, coat: Coat, body: Body) -> None:
    """A wing at rest along the flank."""
    if bird.fold <= 0:
        return
    group = sketch.group(0.9)
    wing, edge = coat.get("wing", coat["deep"]), coat.get("tips", coat["dark"])
    far_tip = 0.14 - 0.3 * bird.fold
    primaries = [
        body.at(0.5, 0.1),
        body.at(0.2, 0.34),
        body.at(far_tip, 0.12),
        body.at(0.3, -0.24),
        body.at(0.52, -0.3),
    ]
    group.shape(outline(primaries, {2}), edge)
    shape = [
        body.at(0.82, 0.28), body.at(0.66, 0.62), body.at(0.36, 0.56), body.at(far_tip + 0.12, 0.14),
        body.at(0.34, -0.4), body.at(0.6, -0.5), body.at(0.78, -0.2),
    ]  # fmt: skip
    group.shape(outline(shape, {3}), wing)
    fold = mix(wing, edge, 0.55)
    for k in range(3):
        across = 0.16 - 0.2 * k
        line = [
            body.at(0.66 - 0.04 * k, across + 0.02),
            body.at(0.44, across - 0.04),
            body.at(far_tip + 0.24 + 0.05 * k, across * 0.4),
        ]
        group.line(stroke_line(line), fold, 0.014 * bird.length, 0.6)
    group.mark(
        oval(*body.at(0.7, 0.14), 0.2 * body.depth, 0.3 * body.depth),
        mix(wing, coat["pale"], 0.25),
        0.5,
        blur=0.03,
    )


def add_tail(sketch: Sketch, bird: Bird, coat: Coat, body: Body) -> None:
    """The tail, behind the body."""
    group = sketch.group(0.8)
    colour = coat.get("tail", coat["deep"])
    dark = coat.get("tips", coat["dark"])
    size = bird.tail_size
    root = body.at(0.1, 0.1)
    match bird.tail:
        case "fan":
            tips = [(root[0] + a * size, root[1] + b * size) for a, b in FAN]
            feather_fan(group, root, tips, 0.11 * size, (colour, mix(colour, dark, 0.4)))
        case "plume":
            for i, (a, b) in enumerate(PLUME):
                bend = (root[0] + a * 0.5 * size, root[1] + (b - 0.5) * 0.7 * size)
                tip = (root[0] + a * size, root[1] + b * size)
                group.shape(
                    ribbon([(*root, 0.06 * size), (*bend, 0.075 * size), (*tip, 0.012 * size)]),
                    (colour, mix(colour, dark, 0.5))[i % 2],
                )
        case "train":
            _train(group, coat, root, size)
        case "none":
            return
        case _:
            _wedge(group, bird, colour, dark, body)


FAN = ((0.1, -0.9), (0.36, -0.82), (0.58, -0.64), (0.72, -0.4), (0.76, -0.12), (0.7, 0.12))
PLUME = ((0.34, -0.6), (0.62, -0.5), (0.8, -0.24), (0.84, 0.06), (0.72, 0.3))


def _wedge(group: Group, bird: Bird, colour: Colour, dark: Colour, body: Body) -> None:
    """A straight tail, forked or blunt, in line with the back."""
    reach = -bird.tail_size / body.length
    left, right = body.at(0.16, 0.3), body.at(0.16, -0.26)
    high, low = body.at(reach, 0.22), body.at(reach, -0.2)
    notch = body.at(reach * (0.6 if bird.tail == "fork" else 1.04), 0.0)
    group.shape(outline([left, high, notch, low, right], {1, 2, 3}), colour)
    group.line(stroke_line([body.at(0.1, 0.02), body.at(reach * 0.8, 0.0)]), dark, 0.012, 0.7)
    group.line(stroke_line([body.at(0.1, -0.1), body.at(reach * 0.8, -0.1)]), dark, 0.01, 0.5)


def _train(group: Group, coat: Coat, root: Point, size: float) -> None:
    """A peacock's train, spread behind it: feathers with eyes in three rings."""
    for ring, (reach, count) in enumerate(((1.5, 13), (1.16, 11), (0.82, 9))):
        for i in range(count):
            angle = math.radians(-168 + 156 * i / (count - 1))
            x, y = root[0] + math.cos(angle) * reach * size, root[1] + math.sin(angle) * reach * size
            group.shape(
                ribbon([(*root, 0.02 * size), (x, y, 0.1 * size)]), mix(coat["tail"], coat["dark"], 0.12 * ring)
            )
            group.shape(oval(x, y, 0.072 * size), coat["eye ring"])
            group.shape(oval(x, y, 0.044 * size), coat["eye spot"])
