"""Paints, shaders and paths: the few Skia calls that all drawing is made of."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import skia

from aquatint.engines.composer.drawing.colour import Colour

Point = tuple[float, float]
Stop = tuple[float, Colour, float]
"""Gradient stop: place 0..1, colour, alpha 0..1."""


def ink(colour: Colour, alpha: float = 1.0) -> Any:
    """Skia's colour value."""
    return skia.Color4f(colour.red, colour.green, colour.blue, alpha)


@dataclass(frozen=True, slots=True)
class Gradient:
    """What a gradient's shader does not tell: from ``start`` to the point ``end``, or around it to that radius."""

    start: Point
    end: Point | float
    stops: tuple[Stop, ...]


class Ink(skia.Paint):  # type: ignore[misc]
    """A paint that remembers what it is made of, for canvases that are not Skia's."""

    gradient: Gradient | None = None
    blur: float = 0.0
    """Sigma in pixels of a soft edge."""
    matrix: tuple[float, ...] | None = None
    """Of a layer: 4 x 5, row by row, sRGB 0..1 with straight alpha."""


_gradients: weakref.WeakKeyDictionary[Any, Gradient] = weakref.WeakKeyDictionary()


def fill(
    colour: Colour = Colour(0, 0, 0),
    alpha: float = 1.0,
    *,
    blur: float = 0.0,
    shader: Any = None,
    blend: Any = None,
) -> Any:
    """A paint that fills. ``blur`` is the sigma in pixels of a soft edge; a shader replaces the colour."""
    paint = Ink(AntiAlias=True, Color4f=ink(colour, alpha))
    if blur > 0:
        paint.blur = blur
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    if shader is not None:
        paint.setShader(shader)
        paint.gradient = _gradients.get(shader)
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


def filtered(matrix: Sequence[float]) -> Any:
    """A layer's paint that takes its colours through a 4 x 5 matrix, row by row (sRGB 0..1, straight alpha)."""
    paint = Ink(ColorFilter=skia.ColorFilters.Matrix(list(matrix)))
    paint.matrix = tuple(matrix)
    return paint


def veiled(colour: Colour, alpha: float) -> Any:
    """A layer's paint that mixes ``colour`` into all of it by ``alpha`` 0..1, within its outline."""
    paint = Ink(ColorFilter=skia.ColorFilters.Blend(ink(colour, alpha).toColor(), skia.BlendMode.kSrcATop))
    keep = 1 - alpha
    paint.matrix = (
        keep, 0, 0, 0, colour.red * alpha, 0, keep, 0, 0, colour.green * alpha,
        0, 0, keep, 0, colour.blue * alpha, 0, 0, 0, 1, 0,
    )  # fmt: skip
    return paint


def _stops(stops: Sequence[Stop]) -> tuple[list[int], list[float]]:
    colours = [ink(colour, alpha).toColor() for _, colour, alpha in stops]
    return colours, [place for place, _, _ in stops]


def linear(start: Point, end: Point, stops: Sequence[Stop]) -> Any:
    """A gradient along a line."""
    colours, places = _stops(stops)
    shader = skia.GradientShader.MakeLinear([start, end], colours, places)
    _gradients[shader] = Gradient(start, end, tuple(stops))
    return shader


def radial(centre: Point, radius: float, stops: Sequence[Stop]) -> Any:
    """A gradient around a point."""
    colours, places = _stops(stops)
    shader = skia.GradientShader.MakeRadial(centre, radius, colours, places)
    _gradients[shader] = Gradient(centre, radius, tuple(stops))
    return shader


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
