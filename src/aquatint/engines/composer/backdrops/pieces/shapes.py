"""The small language of the data files in which pieces are written: one shape a line, lengths in centimetres.

x runs to the right from the middle of the foot, y up from the floor. A line is a verb, its numbers, a colour and
options: ``rect -30 0 60 90 #e8e4dc r4``. See `VERBS` for the verbs, `palette` for the colours. A verb behind
``snow:``, ``dark:``, ``day:``, ``bare:`` or ``leafy:`` is painted only then. Options: ``r4`` rounds corners,
``a0.5`` is an alpha, ``flat`` leaves out the shading across, ``down`` shades downward instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import skia

from aquatint.engines.composer.drawing.brush import curve, polygon

VERBS = {
    "rect": "x y width height: a box by its lower left corner",
    "oval": "x y rx ry: an ellipse by its middle",
    "poly": "x,y x,y ...: straight lines",
    "blob": "x,y x,y ...: a smooth closed outline",
    "line": "width x,y x,y ...: a straight stroke",
    "bend": "width x,y x,y ...: a smooth stroke",
    "dome": "x y width height: half an ellipse on a base, by its lower left corner",
    "arch": "x y width height: a box with a round top",
    "point": "x y width height: a pointed (gothic) arch",
    "panes": "x y width height columns rows: windows, of which some are lit in the dark",
    "books": "x y width height: a row of books",
    "goods": "x y width height: a row of jars and boxes",
    "loaves": "x y width height: a row of loaves",
    "bottles": "x y width height: a row of bottles",
    "leaves": "x y rx ry: a heap of leaves",
    "flowers": "x y rx ry: a heap of leaves with flowers",
    "view": "x y width height: what one sees through a window",
    "stars": "x y width height: a window on space",
    "light": "x y radius: a glow in the dark",
    "use": "NAME x y scale: another piece",
}
CONDITIONS = ("snow", "dark", "day", "bare", "leafy")


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One line of a piece."""

    verb: str
    numbers: tuple[float, ...]
    colour: str
    options: frozenset[str]
    when: str
    """The condition under which it is painted, or ""."""
    name: str
    """The piece that ``use`` uses."""
    alpha: float
    path: Any
    """The outline in centimetres, y up; None where chance decides."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, lower, right and upper edge in centimetres, for verbs of x y width height."""
        x, y, width, height = self.numbers[:4]
        return x, y, x + width, y + height


def parse(text: str) -> tuple[Shape, ...]:
    """The shapes of a piece. Raises ValueError for a line that makes no sense."""
    return tuple(_shape(line) for line in text.splitlines() if line.strip())


def _shape(line: str) -> Shape:
    words = line.split()
    when, _, verb = words[0].rpartition(":")
    if verb not in VERBS or when not in ("", *CONDITIONS):
        raise ValueError(line)
    rest = words[1:]
    name = rest.pop(0) if verb == "use" else ""
    numbers: list[float] = []
    while rest and _is_number(rest[0]):
        numbers += (float(part) for part in rest.pop(0).split(","))
    colour = rest.pop(0) if rest else ""
    alpha = next((float(word[1:]) for word in rest if word[0] == "a" and _is_number(word[1:])), 1.0)
    options = frozenset(rest)
    radius = next((float(word[1:]) for word in rest if word[0] == "r" and _is_number(word[1:])), 0.0)
    path = outline(verb, numbers, radius)
    return Shape(verb, tuple(numbers), colour, options, when, name, alpha, path)


def _is_number(word: str) -> bool:
    return bool(word) and all(part.lstrip("-").replace(".", "", 1).isdigit() for part in word.split(","))


def _points(numbers: list[float]) -> list[tuple[float, float]]:
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def outline(verb: str, numbers: list[float], radius: float = 0.0) -> Any:
    """The path of a plain shape, or None for shapes that chance completes."""
    path = skia.Path()
    match verb:
        case "rect":
            x, y, width, height = numbers
            path.addRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x, y, width, height), radius, radius))
        case "oval":
            x, y, rx, ry = numbers
            path.addOval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry))
        case "poly":
            return polygon(_points(numbers))
        case "blob":
            return curve(_points(numbers), closed=True)
        case "line":
            return polygon(_points(numbers[1:]), closed=False)
        case "bend":
            return curve(_points(numbers[1:]))
        case "dome" | "arch" | "point":
            _vault(path, verb, *numbers)
        case _:
            return None
    return path


def _vault(path: Any, verb: str, x: float, y: float, width: float, height: float) -> None:
    """A shape with a foot and a vaulted top."""
    spring = {"dome": 0.0, "arch": max(0.0, height - width / 2), "point": max(0.0, height - width * 0.85)}[verb]
    middle, top, right = x + width / 2, y + height, x + width
    path.moveTo(x, y)
    path.lineTo(x, y + spring)
    rise = top - (y + spring)
    if verb == "point":
        path.cubicTo(x, y + spring + rise * 0.5, middle - width * 0.16, top - rise * 0.14, middle, top)
        path.cubicTo(middle + width * 0.16, top - rise * 0.14, right, y + spring + rise * 0.5, right, y + spring)
    else:
        path.cubicTo(x, y + spring + rise * 0.552, middle - width * 0.276, top, middle, top)
        path.cubicTo(middle + width * 0.276, top, right, y + spring + rise * 0.552, right, y + spring)
    path.lineTo(right, y)
    path.close()
