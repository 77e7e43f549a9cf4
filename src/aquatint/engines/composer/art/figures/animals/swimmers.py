"""Fish, sharks, dolphins and whales: one streamlined body with its fins."""

from __future__ import annotations

import math

from aquatint.engines.composer.art.figures.animals.species import Fish, Species
from aquatint.engines.composer.art.figures.coat import Coat
from aquatint.engines.composer.art.figures.geometry import outline, oval, ribbon, stroke_line
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix

INK = Colour(0.1, 0.08, 0.09)
WHITE = Colour(1.0, 1.0, 0.99)
Point = tuple[float, float]
TAILS: dict[str, tuple[tuple[Point, ...], tuple[int, ...]]] = {
    "fork": (((-0.1, -0.1), (0.5, -0.8), (1.0, -1.0), (0.66, 0.0), (1.0, 1.0), (0.5, 0.8), (-0.1, 0.1)), (2, 4)),
    "round": (((-0.1, -0.14), (0.5, -0.7), (0.96, -0.5), (1.04, 0.0), (0.96, 0.5), (0.5, 0.7), (-0.1, 0.14)), ()),
    "veil": (
        (
            (-0.1, -0.14),
            (0.6, -0.8),
            (1.6, -1.2),
            (1.7, -0.5),
            (1.3, 0.1),
            (1.8, 0.7),
            (1.5, 1.3),
            (0.6, 0.8),
            (-0.1, 0.14),
        ),
        (2, 6),
    ),
    "shark": (
        ((-0.1, -0.1), (0.36, -0.7), (1.0, -1.5), (0.7, -0.3), (0.9, 0.7), (0.3, 0.4), (-0.1, 0.12)),
        (2, 4),
    ),
    "flukes": (
        ((-0.1, -0.1), (0.3, -0.5), (1.0, -0.9), (0.66, -0.14), (0.9, 0.42), (0.3, 0.3), (-0.1, 0.1)),
        (2, 4),
    ),
}
"""Outlines in tail sizes from the root of the tail, and their corners."""
DORSALS: dict[str, tuple[tuple[Point, ...], tuple[int, ...]]] = {
    "low": (((-0.12, 0.1), (-0.02, -0.34), (0.2, -0.3), (0.3, 0.1)), ()),
    "high": (((-0.12, 0.1), (0.06, -0.5), (0.16, -0.96), (0.18, -0.3), (0.26, 0.1)), (2,)),
    "sail": (((-0.3, 0.1), (-0.16, -0.6), (0.1, -0.74), (0.34, -0.4), (0.4, 0.1)), ()),
    "long": (((-0.3, 0.1), (-0.2, -0.3), (0.1, -0.36), (0.36, -0.24), (0.42, 0.1)), ()),
    "none": ((), ()),
}
"""Outlines around the middle of the back: x in lengths of the body, y in half depths."""


def build_swimmer(kind: Species, coat: Coat, chance: Chance, pose: str) -> Sketch:
    """The shapes of one swimmer, its back up and its head to the left."""
    fish = kind.fish or Fish()
    d = fish.depth
    y = -d - 0.12
    bend = chance.uniform(-0.03, 0.03)
    fins = coat.get("fin", coat["deep"])
    sketch = Sketch()
    _far_fins(sketch, fish, fins, y)
    back = sketch.group(0.8)
    _tail(back, fish, fins, (0.46, y + bend))
    points, corners = DORSALS[fish.dorsal]
    if points:
        back.shape(outline([(px, y - 0.82 * d + py * min(d, 0.22)) for px, py in points], corners), fins)
        for share in (-0.06, 0.06, 0.16):
            back.line(
                stroke_line([(share, y - 0.7 * d), (share + 0.03, y - 1.25 * d)]),
                mix(fins, coat["dark"], 0.4),
                0.008,
                0.5,
            )
    body = sketch.group(1.0)
    shape = _shape(fish, y, bend)
    body.shape(shape, coat["main"])
    _sides(body, fish, coat, y, bend)
    _pattern(body, fish, coat, y, chance)
    body.line(shape, mix(coat["deep"], coat["dark"], 0.4), 0.018, 0.3, blur=0.006)
    near = sketch.group(0.6)
    root = (-0.14, y + 0.4 * d)
    reach = 0.24 if fish.tail in {"shark", "flukes"} else 0.15
    near.shape(
        outline(
            [
                root,
                (root[0] + 0.06, root[1] - 0.02),
                (root[0] + 0.1 + 0.6 * reach, root[1] + 0.8 * reach),
                (root[0] + 0.05, root[1] + 0.6 * reach),
            ],
            {2},
        ),
        mix(fins, coat["main"], 0.3),
    )
    _face(sketch, fish, coat, y)
    if fish.spout:
        _spout(sketch, (-0.2, y - 0.95 * d))
    sketch.places = {"back": (0.0, y - 0.9 * d), "head": (-0.36, y - 0.7 * d), "eye": _eye_of(fish, y)}
    return sketch


def _shape(fish: Fish, y: float, bend: float) -> object:
    d, snout = fish.depth, fish.snout
    nose = -0.5 - snout
    front = 0.9 if fish.blunt else 0.62
    points = [
        (nose, y + 0.12 * d), (-0.5, y - 0.12 * d if snout else y - 0.2 * d), (-0.4, y - front * d),
        (-0.12, y - d), (0.16, y - 0.78 * d), (0.38, y - 0.3 * d + bend), (0.5, y - 0.16 * d + bend),
        (0.5, y + 0.12 * d + bend), (0.34, y + 0.4 * d + bend), (0.1, y + 0.86 * d), (-0.16, y + d),
        (-0.4, y + front * 0.86 * d), (-0.49, y + 0.36 * d),
    ]  # fmt: skip
    return outline(points, {0} if snout else ())


def _far_fins(sketch: Sketch, fish: Fish, fins: Colour, y: float) -> None:
    d = fish.depth
    far = sketch.group(0.6, dim=0.3)
    far.shape(
        outline([(-0.2, y + 0.7 * d), (-0.04, y + 0.8 * d), (0.04, y + 1.3 * d), (-0.1, y + 1.24 * d)], {2}), fins
    )
    if fish.tail not in {"flukes", "shark"}:
        far.shape(
            outline([(0.1, y + 0.6 * d), (0.3, y + 0.3 * d), (0.34, y + 0.9 * d), (0.2, y + 1.2 * d)], {2}), fins
        )


def _tail(group: Group, fish: Fish, colour: Colour, root: Point) -> None:
    points, corners = TAILS[fish.tail]
    size = fish.tail_size
    group.shape(outline([(root[0] + px * size, root[1] + py * size * 0.62) for px, py in points], corners), colour)
    if fish.tail in {"fork", "round", "veil"}:
        for py in (-0.6, -0.2, 0.2, 0.6):
            line = [
                (root[0] + 0.1 * size, root[1] + py * 0.1 * size),
                (root[0] + 0.9 * size, root[1] + py * 0.8 * size),
            ]
            group.line(stroke_line(line), mix(colour, INK, 0.3), 0.008, 0.4)


def _sides(group: Group, fish: Fish, coat: Coat, y: float, bend: float) -> None:
    """The pale underside and the lit back."""
    d = fish.depth
    if fish.belly:
        top = y + d * (1 - 1.6 * fish.belly)
        under = [
            (-0.7 - fish.snout, top + 0.3 * d),
            (-0.3, top + 0.12 * d),
            (0.1, top),
            (0.5, y + 0.06 * d + bend),
            (0.5, y + d),
            (-0.2, y + 1.5 * d),
            (-0.7, y + d),
        ]
        group.mark(outline(under), coat["pale"], 0.95, blur=0.012)
    group.mark(
        ribbon([(-0.36, y - 0.5 * d, 0.08 * d), (-0.1, y - 0.74 * d, 0.12 * d), (0.2, y - 0.54 * d, 0.06 * d)]),
        mix(coat["main"], WHITE, 0.4),
        0.5,
        blur=0.02,
    )


def _pattern(group: Group, fish: Fish, coat: Coat, y: float, chance: Chance) -> None:
    d, mark = fish.depth, coat.get("mark", coat["dark"])
    match fish.pattern:
        case "bands":
            for x, wide in ((-0.24, 0.075), (0.06, 0.085), (0.36, 0.05)):
                band = [
                    (x - wide, y - 1.1 * d),
                    (x + wide, y - 1.1 * d),
                    (x + wide * 1.3, y),
                    (x + wide, y + 1.1 * d),
                    (x - wide, y + 1.1 * d),
                    (x - wide * 0.6, y),
                ]
                group.line(outline(band), coat["dark"], 0.022)
                group.mark(outline(band), mark)
        case "stripes":
            for x in (-0.2, -0.08, 0.04, 0.16, 0.28):
                group.line(stroke_line([(x, y - 1.1 * d), (x + 0.03, y), (x, y + 1.1 * d)]), mark, 0.036, 0.85)
        case "lines":
            for k in (-0.4, -0.1, 0.2):
                group.line(
                    stroke_line([(-0.3, y + k * d), (0.1, y + k * 0.9 * d), (0.48, y + k * 0.4 * d)]),
                    mark,
                    0.02,
                    0.8,
                )
        case "spots":
            for _ in range(16):
                x = chance.uniform(-0.26, 0.36)
                group.mark(oval(x, y + chance.uniform(-0.75, 0.2) * d, chance.uniform(0.012, 0.026)), mark, 0.8)
        case "patches":
            for x, up, size in ((-0.3, -0.5, 0.11), (0.0, -0.6, 0.13), (0.26, -0.2, 0.08)):
                group.mark(oval(x, y + up * d, size, size * 0.7, chance.uniform(-20, 20)), mark)
        case "scales":
            for row in range(5):
                for i in range(9):
                    x = -0.22 + i * 0.07 + (0.035 if row % 2 else 0.0)
                    spot = stroke_line(
                        [
                            (x, y + (-0.6 + 0.3 * row - 0.12) * d),
                            (x + 0.03, y + (-0.6 + 0.3 * row) * d),
                            (x, y + (-0.6 + 0.3 * row + 0.12) * d),
                        ]
                    )
                    group.line(spot, mix(coat["deep"], coat["dark"], 0.3), 0.007, 0.5)
        case "orca":
            group.mark(oval(-0.3, y - 0.34 * d, 0.075, 0.035, -12), coat["pale"])
            group.mark(
                outline([(0.12, y + 0.1 * d), (0.34, y - 0.04 * d), (0.3, y + 0.24 * d), (0.14, y + 0.9 * d)]),
                coat["pale"],
            )
        case "grooves":
            for k in (0.36, 0.52, 0.68, 0.84):
                group.line(
                    stroke_line([(-0.48, y + k * 0.8 * d), (-0.3, y + k * d), (-0.02, y + (k + 0.08) * d)]),
                    mix(coat["pale"], coat["dark"], 0.4),
                    0.008,
                    0.7,
                )


def _eye_of(fish: Fish, y: float) -> Point:
    big = fish.tail in {"shark", "flukes"}
    return (-0.34 if not big else -0.32, y - (0.26 if not big else 0.12) * fish.depth)


def _face(sketch: Sketch, fish: Fish, coat: Coat, y: float) -> None:
    d = fish.depth
    big = fish.tail in {"shark", "flukes"}
    eye = _eye_of(fish, y)
    group = sketch.group(0.0)
    line = mix(coat["dark"], INK, 0.5)
    nose = -0.49 - fish.snout * 0.8
    match fish.mouth:
        case "teeth":
            lip = [(-0.46, y + 0.4 * d), (-0.34, y + 0.3 * d), (-0.24, y + 0.36 * d), (-0.34, y + 0.5 * d)]
            group.shape(outline(lip, {0, 2}), Colour.of("#7a2f35"))
            for x in (-0.42, -0.37, -0.32):
                group.shape(
                    outline([(x - 0.02, y + 0.33 * d), (x + 0.02, y + 0.31 * d), (x, y + 0.42 * d)], {0, 1, 2}),
                    WHITE,
                )
        case "smile" | "baleen":
            start = (nose, y + (0.2 if fish.snout else 0.3) * d)
            group.rope(
                stroke_line(
                    [start, (-0.4, y + 0.42 * d), (-0.26, y + (0.3 if fish.mouth == "smile" else 0.24) * d)]
                ),
                line,
                0.012,
            )
        case "wide":
            group.rope(
                stroke_line([(-0.5, y + 0.24 * d), (-0.42, y + 0.36 * d), (-0.34, y + 0.3 * d)]), line, 0.016
            )
        case _:
            group.rope(stroke_line([(nose + 0.005, y + 0.14 * d), (-0.46, y + 0.24 * d)]), line, 0.014)
    if fish.gills:
        for x in (-0.2, -0.17, -0.14):
            group.rope(
                stroke_line([(x, y - 0.2 * d), (x + 0.014, y + 0.04 * d), (x, y + 0.26 * d)]), line, 0.008, 0.7
            )
    elif not big:
        group.rope(stroke_line([(-0.24, y - 0.5 * d), (-0.18, y), (-0.24, y + 0.5 * d)]), line, 0.01, 0.4)
    r = fish.eye
    if not big:
        group.shape(oval(*eye, r * 1.25), WHITE)
    group.shape(oval(*eye, r), INK)
    group.shape(oval(eye[0] - 0.3 * r, eye[1] - 0.3 * r, 0.34 * r), WHITE)


def _spout(sketch: Sketch, root: Point) -> None:
    """What a whale blows."""
    group = sketch.group(0.0)
    water = Colour.of("#a8d8ee")
    for side in (-1, 1):
        for k in range(3):
            angle = math.radians(60 + 14 * k)
            x, y = root[0] + side * math.cos(angle) * 0.2, root[1] - math.sin(angle) * 0.26 + 0.03 * k
            line = [root, (root[0] + side * 0.03, root[1] - 0.16), (x, y), (x + side * 0.05, y + 0.06)]
            group.rope(stroke_line(line), water, 0.018, 0.85)
