"""From a sketch to the canvas: painted at the size of its box, then lit like every other drawing."""

from __future__ import annotations

import math
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.art.figures.sketch import Sketch
from aquatint.engines.composer.art.shading import shade
from aquatint.engines.composer.art.vectors import under
from aquatint.engines.composer.drawing.vector import vector_of

LARGEST = 2048
"""Pixels along the longer side of a rendering; larger boxes are filled by enlarging."""
SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)


def paint_sketch(canvas: Any, sketch: Sketch, box: Box, look: Look) -> None:
    """Paint the figure into the box under the look's light, mirrored if the look says so."""
    vector = vector_of(canvas)
    if vector is not None:
        with vector.effect(under(vector, look.light)):
            sketch.paint(vector, box, look.light, look.flip)
        return
    matrix = canvas.getTotalMatrix()
    turned = matrix.getScaleX() * matrix.getScaleY() - matrix.getSkewX() * matrix.getSkewY()
    scale = min(math.sqrt(abs(turned)), LARGEST / max(box.width, box.height))
    width, height = max(1, math.ceil(box.width * scale)), max(1, math.ceil(box.height * scale))
    surface = skia.Surface(width, height)
    sketch.paint(surface.getCanvas(), Box(0, 0, width, height), look.light, look.flip)
    image = shade(surface, look.light)
    canvas.drawImageRect(image, skia.Rect.MakeXYWH(*box), SMOOTH, skia.Paint(AntiAlias=not matrix.rectStaysRect()))
