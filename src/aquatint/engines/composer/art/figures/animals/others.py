"""Bodies that are no four-legged plan: standing birds and frogs."""

from __future__ import annotations

import math
from collections.abc import Callable

from aquatint.engines.composer.art.figures.animals.species import Species
from aquatint.engines.composer.art.figures.coat import Coat
from aquatint.engines.composer.art.figures.geometry import outline, oval, ribbon, stroke_line
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix

INK = Colour(0.1, 0.08, 0.09)
GLINT = Colour(1.0, 1.0, 0.98)


def build_bird(kind: Species, coat: Coat, chance: Chance) -> Sketch:
    """A bird that stands, in side view: beak, breast, folded wing, tail and two thin legs."""
    sketch = Sketch()
    size, raised = kind.girth, kind.rise
    shin = 0.3 * kind.legs
    middle = -shin - 0.3 * size
    _bird_legs(sketch, shin, size, coat)
    tail = sketch.group(0.9)
    _bird_tail(tail, kind, coat, middle)
    body = sketch.group(1.0)
    head = (-0.36 * kind.length, middle - 0.42 * kind.neck)
    chest = [
        (0.36, middle + 0.03 - 0.2 * raised, 0.07 * size),
        (0.16, middle - 0.02, 0.24 * size),
        (-0.08, middle + 0.02, 0.3 * size),
        (-0.24 * kind.length, middle - 0.16, 0.24 * size),
        (head[0] + 0.02, head[1] + 0.06, 0.9 * kind.head),
    ]
    body.shape(ribbon(chest), coat["main"])
    body.shape(oval(*head, kind.head), coat["main"])
    # The spine bends more sharply than its breadth allows: this fills the fold.
    body.shape(oval(-0.06, middle - 0.08, 0.25 * size), coat["main"])
    body.mark(ribbon([(x - 0.06, y + 0.75 * r, 0.55 * r) for x, y, r in chest[1:]]), coat["pale"], 0.9, blur=0.02)
    if kind.bib:
        body.mark(
            oval(head[0] - 0.06, head[1] + 0.26, 0.2 * kind.bib, 0.3 * kind.bib, 20), coat["bib"], blur=0.012
        )
        body.mark(oval(head[0] - 0.09, head[1] + 0.06, kind.head * 0.8), coat["bib"], blur=0.01)
    _bird_wing(sketch, coat, middle, size)
    _bird_face(sketch, kind, coat, head)
    sketch.places = {"back": (0.05, middle - 0.28 * size), "head": (head[0], head[1] - kind.head)}
    return sketch


def _bird_legs(sketch: Sketch, shin: float, size: float, coat: Coat) -> None:
    for x, dim in ((0.06, 0.5), (-0.06, 0.0)):
        group = sketch.group(0.4, dim=dim)
        group.shape(ribbon([(x + 0.02, -shin - 0.06, 0.09 * size), (x, -shin + 0.04, 0.03)]), coat["main"])
        group.rope(stroke_line([(x, -shin), (x + 0.02, -shin * 0.5), (x - 0.01, -0.02)]), coat["leg"], 0.034)
        for reach in (-0.13, -0.07, 0.08):
            group.rope(stroke_line([(x - 0.01, -0.03), (x + reach, -0.012)]), coat["leg"], 0.026)


def _bird_tail(group: Group, kind: Species, coat: Coat, middle: float) -> None:
    if kind.tail == "fan":
        for k in range(5):
            tip = (0.5 + 0.05 * k, middle - 0.62 + 0.13 * k)
            group.shape(
                ribbon([(0.22, middle - 0.06, 0.08), (0.42, middle - 0.3 + 0.08 * k, 0.09), (*tip, 0.03)]),
                (coat["deep"], coat["main"])[k % 2],
            )
        return
    group.shape(
        outline([(0.2, middle - 0.14), (0.72, middle + 0.02), (0.76, middle + 0.1), (0.2, middle + 0.12)], {1, 2}),
        coat["deep"],
    )


def _bird_wing(sketch: Sketch, coat: Coat, middle: float, size: float) -> None:
    wing = sketch.group(0.9)
    points = [
        (-0.18, middle - 0.12 * size),
        (0.04, middle - 0.16 * size),
        (0.3, middle - 0.02),
        (0.56, middle + 0.08),
        (0.18, middle + 0.19 * size),
        (-0.1, middle + 0.15 * size),
    ]
    wing.shape(outline(points, {3}), coat["deep"])
    for k in range(3):
        y = middle - 0.02 + 0.05 * k
        wing.line(
            stroke_line([(-0.08 + 0.06 * k, y + 0.02), (0.14, y + 0.06), (0.42, y + 0.02)]),
            mix(coat["deep"], INK, 0.4),
            0.012,
            0.6,
        )


def _bird_face(sketch: Sketch, kind: Species, coat: Coat, head: tuple[float, float]) -> None:
    x, y, r = head[0], head[1], kind.head
    face = sketch.group(0.5)
    if kind.horns == "comb":
        for dx, dy, size in ((-0.5, -1.0, 0.36), (0.0, -1.2, 0.42), (0.5, -0.98, 0.34)):
            face.shape(oval(x + dx * r, y + dy * r, size * r, size * r * 1.2), coat["comb"])
        face.shape(oval(x - 0.66 * r, y + 0.9 * r, 0.26 * r, 0.42 * r), coat["comb"])
    face.shape(
        outline(
            [(x - 0.72 * r, y - 0.3 * r), (x - 1.75 * r, y + 0.16 * r), (x - 0.7 * r, y + 0.34 * r)], {0, 1, 2}
        ),
        coat["beak"],
    )
    face.line(
        stroke_line([(x - 1.6 * r, y + 0.14 * r), (x - 0.7 * r, y + 0.1 * r)]),
        mix(coat["beak"], INK, 0.5),
        0.05 * r,
    )
    face.shape(oval(x - 0.3 * r, y - 0.14 * r, 0.19 * r), INK)
    face.shape(oval(x - 0.36 * r, y - 0.2 * r, 0.06 * r), GLINT)


def build_frog(kind: Species, coat: Coat, chance: Chance) -> Sketch:
    """A frog that sits, looking half out of the picture."""
    sketch = Sketch()
    far = sketch.group(0.7, dim=0.5)
    far.shape(ribbon([(-0.2, -0.3, 0.1), (-0.36, -0.14, 0.06), (-0.4, -0.04, 0.045)]), coat["main"])
    _webbed(far, -0.42, coat)
    body = sketch.group(1.0)
    body.shape(ribbon([(-0.26, -0.56, 0.24), (-0.06, -0.42, 0.29), (0.2, -0.26, 0.24)]), coat["main"])
    body.mark(
        ribbon([(-0.42, -0.4, 0.16), (-0.2, -0.18, 0.18), (0.0, -0.06, 0.14)]), coat["pale"], 0.95, blur=0.02
    )
    body.shape(
        ribbon(
            [(0.2, -0.22, 0.2), (0.04, -0.3, 0.12), (-0.02, -0.22, 0.1), (0.2, -0.08, 0.075), (0.0, -0.045, 0.05)]
        ),
        coat["main"],
    )
    body.line(
        stroke_line([(0.02, -0.4), (-0.1, -0.28), (0.0, -0.16), (0.2, -0.13)]), coat["deep"], 0.03, 0.5, blur=0.01
    )
    _webbed(body, -0.04, coat)
    body.shape(ribbon([(-0.08, -0.34, 0.1), (-0.12, -0.16, 0.065), (-0.16, -0.05, 0.05)]), coat["main"])
    _webbed(body, -0.18, coat)
    for _ in range(7):
        angle, reach = chance.uniform(0, 6.28), chance.uniform(0.05, 0.24)
        body.mark(
            oval(0.1 + math.cos(angle) * reach, -0.4 + math.sin(angle) * reach * 0.6, chance.uniform(0.02, 0.04)),
            coat["deep"],
            0.6,
        )
    _frog_head(sketch, coat)
    sketch.places = {"back": (0.1, -0.6), "head": (-0.26, -0.9)}
    return sketch


def _webbed(group: Group, x: float, coat: Coat) -> None:
    group.shape(
        outline([(x + 0.08, -0.06), (x - 0.06, -0.05), (x - 0.16, 0.0), (x + 0.08, 0.0)], {2, 3}), coat["main"]
    )


def _frog_head(sketch: Sketch, coat: Coat) -> None:
    head = sketch.group(0.9)
    for x in (-0.44, -0.14):
        head.shape(oval(x, -0.84, 0.1), coat["main"])
    head.shape(
        outline(
            [
                (-0.6, -0.6),
                (-0.54, -0.76),
                (-0.3, -0.84),
                (-0.06, -0.78),
                (0.0, -0.62),
                (-0.1, -0.48),
                (-0.34, -0.44),
                (-0.54, -0.5),
            ]
        ),
        coat["main"],
    )
    head.mark(
        outline([(-0.62, -0.58), (-0.34, -0.54), (0.02, -0.58), (-0.1, -0.4), (-0.5, -0.4)]),
        coat["pale"],
        0.9,
        blur=0.012,
    )
    marks = sketch.group(0.0)
    marks.rope(stroke_line([(-0.56, -0.62), (-0.34, -0.55), (-0.06, -0.63)]), mix(coat["deep"], INK, 0.6), 0.016)
    for x in (-0.45, -0.15):
        marks.shape(oval(x, -0.85, 0.072), coat["iris"])
        marks.shape(oval(x - 0.01, -0.85, 0.05, 0.034), INK)
        marks.shape(oval(x - 0.03, -0.87, 0.015), GLINT)
    for x in (-0.4, -0.36):
        marks.shape(oval(x, -0.68, 0.009), mix(coat["deep"], INK, 0.6))


OTHERS: dict[str, Callable[[Species, Coat, Chance], Sketch]] = {"bird": build_bird, "frog": build_frog}
"""Body plans that have builders of their own and one pose."""
