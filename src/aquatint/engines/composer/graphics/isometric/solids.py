"""How the parts of models are painted, and what colours their roles have."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aquatint.engines.composer.drawing.brush import fill, polygon
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, shift
from aquatint.engines.composer.graphics.cues import data
from aquatint.engines.composer.graphics.isometric.parts import Decal, Part
from aquatint.engines.composer.graphics.isometric.space import Place, Space, facing

STEP = 0.06
"""What a "+" or "-" after a role adds to its lightness."""
LAMP = Colour.of("#ffd67a")
SHINING = frozenset({"lamp", "screen", "fire", "neon", "neon2"})
"""Roles that shine by night."""
LIT_SHARE = 0.7
"""Of the window panes at night."""
INSET = 0.22
"""Of the room of each pane of a row, between it and the next."""


@dataclass(frozen=True, slots=True)
class Coat:
    """The colours of one thing: of its own roles, and the chance that decides which panes are lit."""

    own: Mapping[str, Colour]
    chance: Chance

    def colour(self, role: str, space: Space) -> tuple[Colour, bool]:
        """The colour of a role, and whether it shines."""
        name = role.rstrip("+-")
        if name == "sky" and space.night:
            return _named("evening"), True
        if name == "pane":
            lit = space.night and self.chance.random() < LIT_SHARE
            return (LAMP, True) if lit else (_named("glass"), False)
        colour = self.own.get(name) or _named(name)
        steps = role.count("+") - role.count("-")
        return (_lighter(colour, STEP * steps) if steps else colour), name in SHINING and space.night


@functools.cache
def _named(role: str) -> Colour:
    return Colour.of(data("models")["tones"][role])


@functools.lru_cache(maxsize=2048)
def _lighter(colour: Colour, lightness: float) -> Colour:
    return shift(colour, lightness=lightness)


def paint(space: Space, part: Part, coat: Coat) -> None:
    """Paint one part."""
    _PAINTERS[part.kind](space, part, coat)


def _paint_box(space: Space, part: Part, coat: Coat) -> None:
    (x, y, z), (a, b, c) = part.low, part.high
    colour, lit = coat.colour(part.role, space)
    size = (a - x, b - y, c - z)
    if lit:
        space.face([(x, b, z), (a, b, z), (a, b, c), (x, b, c)], colour, lit=True)
        space.face([(a, y, z), (a, b, z), (a, b, c), (a, y, c)], colour, lit=True)
        space.face([(x, y, c), (a, y, c), (a, b, c), (x, b, c)], colour, lit=True)
    else:
        space.box(part.low, size, colour)
    for decal in part.decals:
        if decal.side in ("front", "right", "top"):
            _paint_decal(space, part, decal, coat)


_LIGHT = {"front": (0.0, 1.0, 0.0), "right": (1.0, 0.0, 0.0), "top": (0.0, 0.0, 1.0)}


def _paint_decal(space: Space, part: Part, decal: Decal, coat: Coat) -> None:
    """A pane, a grid of panes, an arch or a dot on one of the seen sides."""
    across, up = decal.width / decal.columns, decal.height / decal.rows
    gap = INSET if decal.kind == "panes" else 0.0
    lightness = facing(_LIGHT[decal.side])
    alike: dict[tuple[Colour, bool], list[list[Place]]] = {}
    for row in range(decal.rows):
        for column in range(decal.columns):
            u, v = decal.u + column * across, decal.v + row * up
            width, height = across * (1 - gap), up * (1 - gap)
            outline = _outline(decal.kind, u + across * gap / 2, v + up * gap / 2, width, height)
            faces = alike.setdefault(coat.colour(decal.role, space), [])
            faces.append([_on(part, decal.side, *point) for point in outline])
    for (colour, lit), faces in alike.items():
        space.faces(faces, colour, lightness, lit=lit)


def _outline(kind: str, u: float, v: float, width: float, height: float) -> list[tuple[float, float]]:
    if kind == "arch":
        r = width / 2
        turns = [math.pi * i / 8 for i in range(9)]
        top = [(u + r + r * math.cos(t), v + height - r + r * math.sin(t)) for t in turns]
        return [(u, v), (u + width, v), *top]
    if kind == "dot":
        turns = [2 * math.pi * i / 14 for i in range(14)]
        return [(u + width / 2 * (1 + math.cos(t)), v + height / 2 * (1 + math.sin(t))) for t in turns]
    return [(u, v), (u + width, v), (u + width, v + height), (u, v + height)]


def _on(part: Part, side: str, u: float, v: float) -> Place:
    (x, y, z), (a, b, c) = part.low, part.high
    if side == "front":
        return (x + u, b, z + v)
    return (a, y + u, z + v) if side == "right" else (x + u, y + v, c)


def _paint_prism(space: Space, part: Part, coat: Coat) -> None:
    """The sides that are seen, then the end at the front."""
    colour, lit = coat.colour(part.role, space)
    axis, profile = part.axis, part.profile
    index = 0 if axis == "x" else 1
    start, end = part.low[index], part.high[index]
    for (a, b), (c, d) in zip(profile, (*profile[1:], profile[0]), strict=True):
        across, up = d - b, -(c - a)
        if across + up > 1e-6:
            normal = (0.0, across, up) if axis == "x" else (across, 0.0, up)
            corners = [
                _along(axis, s, t, z) for s, t, z in ((start, a, b), (end, a, b), (end, c, d), (start, c, d))
            ]
            space.face(corners, colour, facing(normal), lit=lit)
    cap = (1.0, 0.0, 0.0) if axis == "x" else (0.0, 1.0, 0.0)
    space.face([_along(axis, end, t, z) for t, z in profile], colour, facing(cap), lit=lit)


def _along(axis: str, along: float, across: float, z: float) -> Place:
    return (along, across, z) if axis == "x" else (across, along, z)


def _paint_pyramid(space: Space, part: Part, coat: Coat) -> None:
    (x, y, z), (a, b, c) = part.low, part.high
    colour, _ = coat.colour(part.role, space)
    top = ((x + a) / 2, (y + b) / 2, c)
    space.face([(x, b, z), (a, b, z), top], colour, facing((0, c - z, (b - y) / 2)))
    space.face([(a, y, z), (a, b, z), top], colour, facing((c - z, 0, (a - x) / 2)))
    if c - z < (b - y) / 2:  # so flat that its far sides are seen
        space.face([(x, y, z), (a, y, z), top], colour, facing((0, z - c, (b - y) / 2)))
        space.face([(x, y, z), (x, b, z), top], colour, facing((z - c, 0, (a - x) / 2)))


def _middle(part: Part) -> Place:
    (x, y, z), (a, b, c) = part.low, part.high
    return ((x + a) / 2, (y + b) / 2, (z + c) / 2)


def _paint_drum(space: Space, part: Part, coat: Coat) -> None:
    x, y, _ = _middle(part)
    colour, lit = coat.colour(part.role, space)
    space.drum((x, y, part.low[2]), *part.radii, part.high[2] - part.low[2], colour, lit=lit)


def _paint_ball(space: Space, part: Part, coat: Coat) -> None:
    colour, lit = coat.colour(part.role, space)
    space.ball(_middle(part), part.radii[0], colour, lit=lit)


def _paint_disc(space: Space, part: Part, coat: Coat) -> None:
    colour, lit = coat.colour(part.role, space)
    space.disc(_middle(part), part.radii[0], colour, lit=lit)


def _paint_face(space: Space, part: Part, coat: Coat) -> None:
    colour, lit = coat.colour(part.role, space)
    space.face(part.points, colour, LEFT_ENOUGH, lit=lit)


LEFT_ENOUGH = -0.03
"""Lightness of thin faces, whichever way they look."""


def _paint_fronds(space: Space, part: Part, coat: Coat) -> None:
    """A star of bent leaves."""
    px, py = space.at(*_middle(part))
    colour, _ = coat.colour(part.role, space)
    reach = space.cell * part.radii[0]
    for leaf in range(8):
        angle = math.radians(leaf * 45 + coat.chance.uniform(-9, 9))
        across, down = math.cos(angle) * reach, math.sin(angle) * reach
        tip = px + across, py + down * 0.55 + reach * 0.24
        bend = px + across * 0.6, py + down * 0.3 - reach * 0.2
        low = px + across * 0.5, py + down * 0.3 + reach * 0.02
        tone = space.tone(colour, 0.025 * (leaf % 3) - 0.02)
        space.canvas.drawPath(polygon([(px, py), bend, tip, low]), fill(tone))


def _paint_glow(space: Space, part: Part, coat: Coat) -> None:
    """Light around a lamp by night; around a fire always."""
    if space.night or part.role.startswith(("fire", "neon")):
        colour, _ = coat.colour(part.role, space)
        space.glow(_middle(part), part.radii[0], mix(colour, LAMP, 0.2), 0.55 if space.night else 0.25)


_PAINTERS: dict[str, Callable[[Space, Part, Coat], None]] = {
    "box": _paint_box,
    "prism": _paint_prism,
    "pyramid": _paint_pyramid,
    "drum": _paint_drum,
    "cone": _paint_drum,
    "ball": _paint_ball,
    "disc": _paint_disc,
    "face": _paint_face,
    "fronds": _paint_fronds,
    "glow": _paint_glow,
}
