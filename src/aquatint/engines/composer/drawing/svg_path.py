"""Skia paths as SVG path data."""

from __future__ import annotations

from typing import Any

import skia


def number(value: float, places: int = 2) -> str:
    """A number as short as it can be written with so many decimal places."""
    text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def path_data(path: Any) -> str:
    """The ``d`` attribute of a path; conics become cubics that differ by less than a thousandth."""
    parts: list[str] = []
    walk = skia.Path.Iter(path, False)
    while True:
        verb, points = walk.next()
        if verb == skia.Path.kDone_Verb:
            return "".join(parts)
        parts.append(_segment(verb, points, walk))


def _segment(verb: Any, points: Any, walk: Any) -> str:
    if verb == skia.Path.kMove_Verb:
        return "M" + _pairs(points[:1])
    if verb == skia.Path.kLine_Verb:
        return "L" + _pairs(points[1:2])
    if verb == skia.Path.kQuad_Verb:
        return "Q" + _pairs(points[1:3])
    if verb == skia.Path.kCubic_Verb:
        return "C" + _pairs(points[1:4])
    if verb == skia.Path.kConic_Verb:
        return "C" + _cubic_of_conic(points, walk.conicWeight())
    return "Z"


def _cubic_of_conic(points: Any, weight: float) -> str:
    """The cubic that touches the conic at both ends and in the middle."""
    start, control, end = points[:3]
    pull = 4 * weight / (3 * (1 + weight))
    first = (start.fX + (control.fX - start.fX) * pull, start.fY + (control.fY - start.fY) * pull)
    second = (end.fX + (control.fX - end.fX) * pull, end.fY + (control.fY - end.fY) * pull)
    return " ".join(f"{number(x)} {number(y)}" for x, y in (first, second, (end.fX, end.fY)))


def _pairs(points: Any) -> str:
    return " ".join(f"{number(point.fX)} {number(point.fY)}" for point in points)
