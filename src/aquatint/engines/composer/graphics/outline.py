"""Outlines as text: the path commands of SVG, and "circle x y r", "rect x y w h r", "ellipse x y rx ry"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

import skia

_TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}


@functools.lru_cache(maxsize=512)
def outline(text: str) -> Any:
    """The skia.Path of an outline in its own units. Knows absolute M L H V C Q A Z; others raise ValueError."""
    name, _, rest = text.partition(" ")
    if name in ("circle", "rect", "ellipse"):
        return _shape(name, [float(number) for number in rest.split()])
    path = skia.Path()
    for command, numbers in _commands(text):
        _append(path, command, numbers)
    return path


def _shape(name: str, numbers: list[float]) -> Any:
    path = skia.Path()
    if name == "circle":
        path.addCircle(*numbers)
    elif name == "ellipse":
        x, y, rx, ry = numbers
        path.addOval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry))
    else:
        x, y, width, height, radius = numbers
        path.addRoundRect(skia.Rect.MakeXYWH(x, y, width, height), radius, radius)
    return path


def _commands(text: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; a repeated command may leave out its letter."""
    tokens = _TOKEN.findall(text)
    at, command = 0, ""
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
            if command not in _ARGUMENTS:
                raise ValueError(f"no outline command {command!r}")
        elif command in ("", "Z"):
            raise ValueError(f"a number without a command in {text!r}")
        count = _ARGUMENTS[command]
        yield command, [float(token) for token in tokens[at : at + count]]
        at += count
        if command == "M":
            command = "L"


def _append(path: Any, command: str, numbers: list[float]) -> None:
    if command == "M":
        path.moveTo(*numbers)
    elif command == "L":
        path.lineTo(*numbers)
    elif command == "H":
        path.lineTo(numbers[0], _pen(path).y())
    elif command == "V":
        path.lineTo(_pen(path).x(), numbers[0])
    elif command == "C":
        path.cubicTo(*numbers)
    elif command == "Q":
        path.quadTo(*numbers)
    elif command == "A":
        _append_arc(path, numbers)
    else:
        path.close()


def _pen(path: Any) -> Any:
    return path.getPoint(path.countPoints() - 1)


def _append_arc(path: Any, numbers: list[float]) -> None:
    rx, ry, turn, large, sweep, x, y = numbers
    size = skia.Path.kLarge_ArcSize if large else skia.Path.kSmall_ArcSize
    direction = skia.PathDirection.kCW if sweep else skia.PathDirection.kCCW
    path.arcTo(rx, ry, turn, size, direction, x, y)
