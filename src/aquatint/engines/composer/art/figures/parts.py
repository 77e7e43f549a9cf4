"""Drawings that are data: lists of parts in a frame of their own, with colours named by what they belong to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from aquatint.engines.composer.art.figures.geometry import outline, oval, ribbon, stroke_line
from aquatint.engines.composer.art.figures.sketch import Group
from aquatint.engines.composer.drawing.colour import Colour, mix, shift

DUSK = Colour(0.13, 0.09, 0.2)
"""What colours are mixed with where they lie in the shade of a fold."""


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One shape of a drawing made of data."""

    draw: Literal["shape", "ribbon", "oval", "line"]
    """A smooth closed outline, a spine with radii, an ellipse, or a line of ``width``."""
    colour: str
    """See `mixed`."""
    points: tuple[tuple[float, ...], ...]
    """[x, y], for ribbons [x, y, radius], for an oval [x, y], [radius across, radius up]."""
    corners: tuple[int, ...] = ()
    """Numbers of the points at which an outline stays sharp."""
    width: float = 0.0
    alpha: float = 1.0
    blur: float = 0.0
    turn: float = 0.0
    """Degrees by which an oval is turned clockwise."""
    fringe: tuple[float, float] | None = None
    mirror: bool = False
    """Whether its mirror image at x = 0 is drawn too, behind it."""
    inside: bool = False
    """Whether it shows only where its group has paint already."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a drawing goes: how its points become points of the figure, and the size of its lengths."""

    place: Callable[[float, float], tuple[float, float]]
    size: float = 1.0
    turn: float = 0.0
    """Degrees by which the frame is turned clockwise; ovals turn with it."""


def shadowed(colour: Colour, amount: float = 0.5) -> Colour:
    """The colour in a fold or under an edge; ``amount`` 0..2."""
    return mix(colour, DUSK, 0.35 * amount)


def mixed(text: str, palette: Mapping[str, Colour]) -> Colour:
    """The colour that a text describes: a name of the palette or "#rrggbb", then any of the steps

    "dark 0.5" (into the shade), "to NAME 0.3" (mixed with another), "lift 0.1" (lightness), "turn 150" (hue).
    Raises KeyError for an unknown name or step.
    """
    words = text.split()
    colour = _plain(words[0], palette)
    at = 1
    while at < len(words):
        step, value = words[at], words[at + 1]
        if step == "to":
            colour = mix(colour, _plain(value, palette), float(words[at + 2]))
            at += 1
        else:
            colour = STEPS[step](colour, float(value))
        at += 2
    return colour


STEPS: dict[str, Callable[[Colour, float], Colour]] = {
    "dark": shadowed,
    "lift": lambda colour, value: shift(colour, lightness=value),
    "turn": lambda colour, value: shift(colour, hue=value),
}


def _plain(name: str, palette: Mapping[str, Colour]) -> Colour:
    return Colour.of(name) if name.startswith("#") else palette[name]


def draw_parts(group: Group, parts: Sequence[Part], frame: Frame, palette: Mapping[str, Colour]) -> None:
    """Add all parts to the group, from back to front."""
    for part in (one for whole in parts for one in _halves(whole)):
        colour = mixed(part.colour, palette)
        path, width, blur = path_of(part, frame), part.width * frame.size, part.blur * frame.size
        if part.inside and part.width:
            group.line(path, colour, width, part.alpha, blur)
        elif part.inside:
            group.mark(path, colour, part.alpha, blur)
        elif part.width:
            group.rope(path, colour, width, part.alpha)
        else:
            group.shape(path, colour, part.alpha)


def _halves(part: Part) -> tuple[Part, ...]:
    """The part, with its mirror image before it where it has one."""
    if not part.mirror:
        return (part,)
    sized = part.draw == "oval"
    points = tuple(p if sized and i else (-p[0], *p[1:]) for i, p in enumerate(part.points))
    return msgspec.structs.replace(part, points=points, turn=-part.turn, mirror=False), part


def path_of(part: Part, frame: Frame) -> Any:
    """The Skia path of a part in figure space."""
    if part.draw == "oval":
        (x, y), (across, up) = part.points
        return oval(*frame.place(x, y), across * frame.size, up * frame.size, part.turn + frame.turn)
    if part.draw == "ribbon":
        knots = [(*frame.place(x, y), r * frame.size) for x, y, r in part.points]
        fringe = part.fringe and (part.fringe[0] * frame.size, part.fringe[1])
        return ribbon(knots, fringe)
    points = [frame.place(x, y) for x, y in part.points]
    return outline(points, part.corners) if part.draw == "shape" else stroke_line(points)
