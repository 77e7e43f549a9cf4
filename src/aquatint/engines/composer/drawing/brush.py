"""Paints, shaders and paths: the few Skia calls that all drawing is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import skia

from aquatint.engines.composer.drawing.colour import Colour

Point = tuple[float, float]
Stop = tuple[float, Colour, float]
"""Gradient stop: place 0..1, colour, alpha 0..1."""


def ink(colour: Colour, alpha: float = 1.0) -> Any:
    """Skia's colour value."""
    return skia.Color4f(colour.red, colour.green, colour.blue, alpha)


def fill(
    colour: Colour = Colour(0, 0, 0),
    alpha: float = 1.0,
    *,
    blur: float = 0.0,
    shader: Any = None,
    blend: Any = None,
) -> Any:
    """A paint that fills. ``blur`` is the sigma in pixels of a soft edge; a shader replaces the colour."""
    paint = skia.Paint(AntiAlias=True, Color4f=ink(colour, alpha))
    if blur > 0:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    if shader is not None:
        paint.setShader(shader)
    if blend is not None:
        paint.setBlendMode(blend)
    return paint


def stroke(colour: Colour, width: float, alpha: float = 1.0, *, blur: float = 0.0, shader: Any = None) -> Any:
    """A paint that draws lines of ``width`` pixels with round caps and joins."""
    paint = fill(colour, alpha, blur=blur, shader=shader)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    paint.setStrokeJoin(skia.Paint.kRound_Join)
    return paint


def _stops(stops: Sequence[Stop]) -> tuple[list[int], list[float]]:
    colours = [ink(colour, alpha).toColor() for _, colour, alpha in stops]
    return colours, [place for place, _, _ in stops]


def linear(start: Point, end: Point, stops: Sequence[Stop]) -> Any:
    """A gradient along a line."""
    colours, places = _stops(stops)
    return skia.GradientShader.MakeLinear([start, end], colours, places)


def radial(centre: Point, radius: float, stops: Sequence[Stop]) -> Any:
    """A gradient around a point."""
    colours, places = _stops(stops)
    return skia.GradientShader.MakeRadial(centre, radius, colours, places)


def polygon(points: Sequence[Point], *, closed: bool = True) -> Any:
    """Straight lines through the points."""
    path = skia.Path()
    path.addPoly([skia.Point(*point) for point in points], closed)
    return path


def curve(points: Sequence[Point], *, closed: bool = False) -> Any:
    """A smooth line through all points (Catmull-Rom as cubic Béziers)."""
    path = skia.Path()
    path.moveTo(*points[0])
    count = len(points)
    for i in range(count if closed else count - 1):
        around = [
            points[(i + k) % count] if closed else points[min(count - 1, max(0, i + k))] for k in (-1, 0, 1, 2)
        ]
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = around
        path.cubicTo(
            x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6, x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6, x2, y2
        )  # fmt: skip
    if closed:
        path.close()
    return path
