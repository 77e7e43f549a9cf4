"""Art on a canvas that writes vectors: the light's colour as a matrix, shadows as soft stains of silhouettes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box, Drawing, Look
from aquatint.engines.composer.drawing.colour import WHITE
from aquatint.engines.composer.drawing.vector import VectorCanvas
from aquatint.engines.composer.layout.stage import Light

UNLIT = Light(shadow_strength=0.0)


def under(vector: VectorCanvas, light: Light) -> str:
    """Attributes of a group that stands under the light: its colours are multiplied by the ambient."""
    if light.ambient == WHITE:
        return ""
    r, g, b = light.ambient
    return vector.colour_matrix([r, 0, 0, 0, 0, 0, g, 0, 0, 0, 0, 0, b, 0, 0, 0, 0, 0, 1, 0])


def stain(
    vector: VectorCanvas, drawing: Drawing, box: Box, look: Look, matrix: Any, alpha: float, sigma: float
) -> None:
    """The drawing's silhouette as a soft shadow, moved by ``matrix`` in the pixels of the current matrix."""
    with vector.captured() as parts:
        drawing.paint(vector, box, replace(look, light=UNLIT, colour=None))
    outer = vector.getTotalMatrix()
    inverse = skia.Matrix()
    if alpha <= 0 or not outer.invert(inverse):
        return
    moved = skia.Matrix.Concat(outer, skia.Matrix.Concat(matrix, inverse))
    vector.draw_stain(parts, moved, look.light.shadow, alpha, sigma)


def about(x: float, y: float, scale_x: float, skew_x: float, scale_y: float) -> Any:
    """A matrix that keeps the point and scales and slants around it."""
    return skia.Matrix.MakeAll(scale_x, skew_x, x - scale_x * x - skew_x * y, 0, scale_y, y - scale_y * y, 0, 0, 1)
