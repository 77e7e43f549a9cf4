"""Figures of symmetry, for pages that have no thing to show: petals, discs, blades or kites about a middle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, polygon
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics import ornaments


def paint_figure(canvas: Any, box: Box, colours: Sequence[Colour], chance: Chance) -> None:
    """A figure of symmetry: petals, discs or blades turned about the middle."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    radius = min(box.width, box.height) / 2
    folds = chance.choice([3, 4, 5, 6, 8])
    form = chance.choice(["petals", "discs", "blades", "kites"])
    turn = chance.choice([-90.0, -90.0 + 180 / folds])
    for index in range(folds):
        colour = colours[index % 2] if folds % 2 == 0 and len(colours) > 1 else colours[0]
        angle = turn + index * 360 / folds
        canvas.drawPath(_part(form, x, y, radius, angle, folds), fill(colour))
    if form == "discs" or folds % 2:
        canvas.drawCircle(x, y, radius * 0.16, fill(colours[min(1, len(colours) - 1)]))


def _part(form: str, x: float, y: float, radius: float, angle: float, folds: int) -> Any:
    if form == "petals":
        return ornaments.leaf(x, y, radius, angle, min(0.62, 1.9 / folds))
    if form == "discs":
        path = skia.Path()
        path.addCircle(*ornaments.polar(x, y, radius * 0.66, angle), radius * min(0.34, 1.7 / folds))
        return path
    if form == "blades":
        return ornaments.arc_band(x, y, radius, radius * 0.3, angle, 360 / folds * 0.72)
    step = 180 / folds * 0.8
    sides = [ornaments.polar(x, y, radius * 0.55, angle + turn) for turn in (-step, step)]
    return polygon([(x, y), sides[0], ornaments.polar(x, y, radius, angle), sides[1]])
