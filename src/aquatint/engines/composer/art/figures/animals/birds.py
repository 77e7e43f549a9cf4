"""Birds of all builds: a body at a slant, a neck, a beak, wings folded or spread, legs, a tail."""

from __future__ import annotations

import math
from dataclasses import dataclass

from aquatint.engines.composer.art.figures.animals import plumage
from aquatint.engines.composer.art.figures.animals.species import Bird, Species
from aquatint.engines.composer.art.figures.coat import Coat
from aquatint.engines.composer.art.figures.geometry import outline, oval, ribbon, stroke_line
from aquatint.engines.composer.art.figures.parts import Frame, draw_parts
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.art.figures.tables import parts_table
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix

INK = Colour(0.1, 0.08, 0.09)
Point = tuple[float, float]
AIRBORNE = frozenset({"flying", "jumping", "running"})
"""Poses in which a bird is in the air, unless it cannot fly."""
SELDOM = 0.2
"""How often both wings are up in flight: one up and one down is read as two wings at a glance."""
RESTING = frozenset({"sitting", "lying", "sleeping", "sliding"})


@dataclass(frozen=True, slots=True)
class Trunk:
    """Where the body is: a point of it is (along from rump 0 to breast 1, across from belly -1 to back 1)."""

    middle: Point
    tilt: float
    length: float
    depth: float

    def at(self, along: float, across: float) -> Point:
        """The point in figure space."""
        turn = math.radians(self.tilt)
        x, y = (0.5 - along) * self.length, -across * self.depth
        return (
            self.middle[0] + x * math.cos(turn) - y * math.sin(turn),
            self.middle[1] + x * math.sin(turn) + y * math.cos(turn),
        )


def build_bird(kind: Species, coat: Coat, chance: Chance, pose: str) -> Sketch:
    """The shapes of one bird in a pose."""
    bird = kind.bird or Bird()
    airborne = pose in AIRBORNE and not bird.flightless
    resting = pose in RESTING or pose == "swimming"
    tilt = (
        4.0
        if airborne
        else bird.tilt * (0.55 if pose == "swimming" else 1.0) - (16.0 if pose == "eating" else 0.0)
    )
    shank = 0.0 if airborne or resting else bird.legs
    depth, reach = bird.depth, math.radians(tilt)
    low = depth * abs(math.cos(reach)) + 0.42 * bird.length * abs(math.sin(reach))
    body = Trunk((0.0, -shank - low * (0.86 if pose != "swimming" else 0.7)), tilt, bird.length, depth)
    sketch = Sketch()
    beat = chance.fork("beat").random() < SELDOM
    if airborne:
        plumage.add_spread_wing(sketch, bird, coat, body.at(0.66, 0.5), beat, far=True)
    if not resting:
        _legs(sketch, bird, coat, body, shank, airborne, pose, far=True)
    plumage.add_tail(sketch, bird, coat, body)
    trunk = sketch.group(1.0)
    head = _neck_and_body(trunk, bird, coat, body, pose, airborne)
    if not resting:
        _legs(sketch, bird, coat, body, shank, airborne, pose, far=False)
    if airborne:
        plumage.add_spread_wing(sketch, bird, coat, body.at(0.6, 0.45), beat, far=False)
    else:
        plumage.add_folded_wing(sketch, bird, coat, body)
    add_head(sketch, bird, coat, head, asleep=pose == "sleeping")
    sketch.places = {"back": body.at(0.45, 0.95), "head": (head[0], head[1] - bird.head)}
    return sketch


def _neck_and_body(group: Group, bird: Bird, coat: Coat, body: Trunk, pose: str, airborne: bool) -> Point:
    """Body and neck as one form; returns where the head is."""
    plump = [(0.0, 0.14), (0.2, 0.62), (0.5, 0.98), (0.75, 0.96), (0.96, 0.5)]
    group.shape(ribbon([(*body.at(along, 0.0), share * bird.depth) for along, share in plump]), coat["main"])
    root = body.at(0.86, 0.3)
    spine = _neck(bird, root, pose, airborne)
    group.shape(ribbon(spine), coat.get("neck", coat["main"]))
    if "belly" in coat or bird.belly:
        under = [(*body.at(along, -0.62), share * bird.depth * 0.5) for along, share in plump[1:]]
        group.mark(ribbon(under), coat.get("belly", coat["pale"]), 0.95, blur=0.012)
    head = spine[-1][:2]
    if bird.bib:
        x, y = body.at(0.92, -0.1)
        group.mark(
            oval(
                (x + head[0]) / 2 - 0.02,
                (y + head[1]) / 2 + 0.04,
                bird.bib * bird.depth,
                bird.bib * 1.3 * bird.depth,
                20,
            ),
            coat["bib"],
            blur=0.01,
        )
    group.line(
        ribbon([(*body.at(a, 0.0), s * bird.depth) for a, s in plump]),
        mix(coat["deep"], coat["dark"], 0.3),
        0.02,
        0.25,
        blur=0.008,
    )
    return head


def _neck(bird: Bird, root: Point, pose: str, airborne: bool) -> list[tuple[float, float, float]]:
    """The spine of the neck up to the middle of the head."""
    x, y = root
    long, thick, r = bird.neck, bird.nape, bird.head
    base = (x + 0.12 * bird.depth, y + 0.1 * bird.depth, max(thick, 0.62 * bird.depth) * 0.9)
    if airborne:
        return [
            base,
            (x - 0.5 * long, y - 0.05 * long, thick),
            (x - long, y - 0.12 * long - 0.02, min(thick, r * 0.9)),
        ]
    if pose == "eating":
        down = min(-0.4 * r, y + long)
        return [
            base,
            (x - 0.45 * long - 0.06, y + 0.1 * long, thick),
            (x - 0.7 * long - 0.12, down, min(thick, r * 0.9)),
        ]
    if pose == "sleeping":
        return [base, (x - 0.1, y - 0.12 * long, thick), (x - 0.04, y - 0.3 * long - 0.04, min(thick, r * 0.9))]
    if bird.curve:
        return [
            base, (x - 0.34 * long, y - 0.2 * long, thick * 1.05), (x - 0.08 * long, y - 0.56 * long, thick * 0.9),
            (x - 0.02 * long, y - 0.86 * long, thick * 0.85),
            (x - 0.18 * long, y - long, min(thick * 0.85, r * 0.9)),
        ]  # fmt: skip
    lean = math.radians(bird.rise)
    tip = (x - math.sin(lean) * long, y - math.cos(lean) * long)
    return [
        base,
        ((x + tip[0]) / 2, (y + tip[1]) / 2, (thick + base[2]) / 2 if long < 0.3 else thick),
        (*tip, min(thick, r * 0.95)),
    ]


def _legs(
    sketch: Sketch, bird: Bird, coat: Coat, body: Trunk, shank: float, airborne: bool, pose: str, *, far: bool
) -> None:
    group = sketch.group(0.4, dim=0.45 if far else 0.0)
    upright = math.sin(math.radians(max(0.0, body.tilt)))
    x, y = body.at((0.42 if far else 0.5) - 0.3 * upright, -0.7 + 0.3 * upright)
    thick = bird.shank
    if airborne:
        if bird.legs > 0.3:
            back = 0.9 * bird.legs
            group.rope(
                stroke_line([(x, y - 0.02), (x + 0.5 * back, y + 0.02), (x + back, y - 0.01)]), coat["leg"], thick
            )
        return
    stride = 0.0 if pose != "walking" else (0.32 if far else -0.32) * shank
    knee = (x + 0.03 + stride * 0.3, -shank * 0.5)
    foot = (x - 0.01 + stride, 0.0)
    group.shape(
        ribbon(
            [(x, y, bird.depth * 0.34), (x + 0.01, min(y + 0.12 * bird.depth + 0.05, -shank * 0.62), thick * 0.8)]
        ),
        coat.get("thigh", coat.get("belly", coat["main"])),
    )
    group.rope(stroke_line([(x + 0.01, y + 0.02), knee, (foot[0], -thick * 0.5)]), coat["leg"], thick)
    # Who stands upright is seen almost from the front, and so are the feet.
    span = (2.4 * thick + 0.06 * bird.length) * (1 - 0.45 * upright)
    if bird.webbed:
        web = [
            (foot[0] + 0.3 * span, -thick),
            (foot[0] - 1.5 * span, -0.2 * thick),
            (foot[0] - 1.3 * span, 0.0),
            (foot[0] + 0.3 * span, 0.0),
        ]
        group.shape(outline(web, {0, 1, 2, 3}), coat["leg"])
        return
    for reach in (-1.5, -0.9, 0.8):
        group.rope(
            stroke_line([(foot[0], -thick * 0.7), (foot[0] + reach * span, -thick * 0.35)]),
            coat["leg"],
            thick * 0.72,
        )


def add_head(sketch: Sketch, bird: Bird, coat: Coat, head: Point, *, asleep: bool) -> None:
    """Skull, markings, crest, beak and eye."""
    x, y = head
    r = bird.head
    frame = Frame(lambda a, b: (x + a * r, y + b * r), r)
    known = parts_table(__package__, "beaks.toml")
    palette = {**coat, "ink": INK, "white": Colour(1, 1, 1)}
    if f"behind {bird.crest}" in known:
        draw_parts(sketch.group(0.6), known[f"behind {bird.crest}"], frame, palette)
    skull = sketch.group(0.8)
    skull.shape(oval(x, y, r * 1.02, r), coat.get("face", coat["main"]))
    if bird.face and bird.face in known:
        draw_parts(skull, known[bird.face], frame, palette)
    draw_parts(sketch.group(0.5), known[bird.beak], frame, palette)
    if bird.crest in known:
        draw_parts(sketch.group(0.5), known[bird.crest], frame, palette)
    eyes = [(-0.42, -0.1), (0.36, -0.1)] if bird.front else [(-0.3, -0.16)]
    group = sketch.group(0.0)
    for ex, ey in eyes:
        _eye(group, bird, coat, (x + ex * r, y + ey * r), asleep=asleep)


def _eye(group: Group, bird: Bird, coat: Coat, at: Point, *, asleep: bool) -> None:
    x, y = at
    r = bird.eye * bird.head
    if asleep:
        group.rope(stroke_line([(x - r, y), (x, y + 0.5 * r), (x + r, y)]), INK, 0.3 * r)
        return
    if "iris" in coat:
        group.shape(oval(x, y, 1.2 * r), coat["iris"])
        group.shape(oval(x, y, 0.72 * r), INK)
    else:
        group.shape(oval(x, y, r), INK)
    group.shape(oval(x - 0.3 * r, y - 0.34 * r, 0.3 * r), Colour(1, 1, 0.98))
