"""What hides a part of a placed drawing: the front of a vessel, the wall about a window, the surface of water."""

from __future__ import annotations

import math
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import stroke
from aquatint.engines.composer.drawing.colour import WHITE, mix
from aquatint.engines.composer.layout.stage import Hole, Hoop, Opening, Placement, Rim, Stage

FAR_AWAY = 1e5
"""Pixels beyond any picture."""
ROUNDED = 0.06
"""Radius of the corners of an opening in its shorter sides."""


def clip_to(canvas: Any, placement: Placement) -> None:
    """Keep what is painted next out of what hides the drawing; the caller saves and restores the canvas."""
    if isinstance(placement.cover, Rim):
        canvas.clipPath(_front(placement.cover), skia.ClipOp.kDifference, True)
    elif isinstance(placement.cover, Opening):
        canvas.clipRRect(_pane(placement.cover), skia.ClipOp.kIntersect, True)
    elif isinstance(placement.cover, Hole):
        path = skia.Path()
        path.addOval(skia.Rect.MakeLTRB(*placement.cover))
        canvas.clipPath(path, skia.ClipOp.kDifference, True)
    elif isinstance(placement.cover, Hoop):
        canvas.clipPath(_near_half(placement.cover), skia.ClipOp.kDifference, True)


def _front(rim: Rim) -> Any:
    """The front of a vessel: all that lies below the arc of its rim."""
    path = skia.Path()
    path.moveTo(rim.left, rim.y)
    # A quadratic curve reaches half of the way to its handle.
    path.cubicTo(
        rim.left + 0.12 * (rim.right - rim.left), rim.y + 1.33 * rim.dip,
        rim.right - 0.12 * (rim.right - rim.left), rim.y + 1.33 * rim.dip, rim.right, rim.y,
    )  # fmt: skip
    path.lineTo(rim.right, FAR_AWAY)
    path.lineTo(rim.left, FAR_AWAY)
    path.close()
    return path


def _near_half(hoop: Hoop) -> Any:
    """The half of a ring that is nearer to the viewer."""
    outer = skia.Rect.MakeLTRB(hoop.left, hoop.top, hoop.right, hoop.bottom)
    inner = outer.makeInset(hoop.thick, hoop.thick)
    start, sweep = 90.0, 180.0 if hoop.near_left else -180.0
    path = skia.Path()
    path.arcTo(outer, start, sweep, True)
    path.arcTo(inner, start + sweep, -sweep, False)
    path.close()
    return path


def _pane(opening: Opening) -> Any:
    radius = ROUNDED * min(opening.right - opening.left, opening.bottom - opening.top)
    return skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(*opening), radius, radius)


def above_water(y: float) -> Any:
    """All of a picture that is above a waterline."""
    return skia.Rect.MakeLTRB(-FAR_AWAY, -FAR_AWAY, FAR_AWAY, y)


def paint_ripples(canvas: Any, box: Box, y: float, stage: Stage, columns: tuple[float, float]) -> None:
    """Rings of light and dark where a body meets the water; ``columns`` are its ends there, shares of the box."""
    left, right = box.x + columns[0] * box.width, box.x + columns[1] * box.width
    wide = max(4.0, right - left)
    light = mix(stage.light.haze, WHITE, 0.5 * (1 - stage.light.darkness))
    for index, (grow, drop, alpha) in enumerate(((1.06, 0.0, 0.75), (1.24, 0.022, 0.4), (1.44, 0.05, 0.22))):
        half = wide * grow / 2
        middle = (left + right) / 2
        path = skia.Path()
        top = y + drop * wide * 0.8
        path.moveTo(middle - half, top)
        path.quadTo(middle, top + 0.05 * wide, middle + half, top)
        weight = max(1.0, 3.2 * stage.unit * (1 - 0.22 * index) * math.sqrt(wide / (300 * stage.unit)))
        canvas.drawPath(path, stroke(light, weight, alpha))
