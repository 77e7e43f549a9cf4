"""Ground that comes up over the feet: a few blades of grass, a little snow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, multiply, shift
from aquatint.engines.composer.layout.perspective import scale_at
from aquatint.engines.composer.layout.stage import Stage, Turf

BLADE, NARROWEST = 17.0, 5.0
"""Height of a blade in the middle of the ground, and the narrowest foot that gets some, in stage units."""
BLADES_PER_FOOT, MOST = 0.34, 22
"""Blades for each unit of a foot's width, and the most for one foot."""
DEEP = 9.0
"""Height of the snow over a foot, in stage units."""


def paint_turf(canvas: Any, box: Box, feet: Sequence[tuple[float, float]], stage: Stage, chance: Chance) -> None:
    """Paint what lies over the feet of a drawing in ``box``; ``feet`` are their ends as shares of its width."""
    turf = stage.turf
    if turf is None:
        return
    bottom = box.y + box.height
    scale = scale_at(stage, bottom) * stage.unit
    for index, (left, right) in enumerate(feet):
        ends = box.x + left * box.width, box.x + right * box.width
        if ends[1] - ends[0] >= NARROWEST * scale:
            paint = _snow if turf.snow else _grass
            paint(canvas, ends, bottom, scale, stage, turf, chance.fork("turf", index))


def _tone(stage: Stage, turf: Turf, y: float, lightness: float) -> Colour:
    far, near = stage.ground
    part = min(1.0, max(0.0, (y - far) / max(1.0, near - far)))
    return multiply(shift(mix(turf.far, turf.near, part), lightness=lightness), stage.light.ambient)


def _grass(
    canvas: Any, ends: tuple[float, float], y: float, scale: float, stage: Stage, turf: Turf, chance: Chance
) -> None:
    """Blades before the foot, some light and some dark."""
    left, right = ends
    count = min(MOST, max(3, round(BLADES_PER_FOOT * (right - left) / scale)))
    paths = skia.Path(), skia.Path()
    for index in range(count):
        x = left + (index + chance.uniform(0.0, 1.0)) / count * (right - left)
        tall = BLADE * scale * chance.uniform(0.45, 1.0)
        lean = chance.uniform(-0.45, 0.45) * tall
        root, thick = y + 0.16 * BLADE * scale * chance.uniform(0.4, 1.4), 0.09 * tall
        path = paths[index % 2]
        path.moveTo(x - thick, root)
        path.quadTo(x + 0.2 * lean - 0.5 * thick, root - 0.6 * tall, x + lean, root - tall)
        path.quadTo(x + 0.3 * lean + thick, root - 0.5 * tall, x + thick, root)
        path.close()
    for path, lightness in zip(paths, (0.015, -0.045), strict=True):
        canvas.drawPath(path, fill(_tone(stage, turf, y, lightness)))


def _snow(
    canvas: Any, ends: tuple[float, float], y: float, scale: float, stage: Stage, turf: Turf, chance: Chance
) -> None:
    """A soft heap over the foot."""
    left, right = ends
    over = 0.35 * DEEP * scale + 0.06 * (right - left)
    rise = DEEP * scale * chance.uniform(0.7, 1.0)
    path = skia.Path()
    path.moveTo(left - over, y + 0.5 * rise)
    path.cubicTo(
        left, y - 0.9 * rise, left + 0.3 * (right - left), y - 0.4 * rise, (left + right) / 2, y - 0.5 * rise
    )
    path.cubicTo(right - 0.3 * (right - left), y - 0.7 * rise, right, y - 0.8 * rise, right + over, y + 0.5 * rise)
    path.close()
    canvas.drawPath(path, fill(_tone(stage, turf, y, 0.0), blur=0.9 * scale))
