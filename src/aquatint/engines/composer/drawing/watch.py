"""A raster canvas that tells of every stroke: how the states of a picture in the making become known."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import skia

from aquatint.engines.composer.drawing.surface import NATIVE
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

_STROKES = [name for name in dir(skia.Canvas) if name.startswith("draw")] + ["clear", "restore"]
"""What changes pixels; a ``restore`` may lay down a whole layer."""
BANDS = 9
"""In how many steps a patient stroke is laid down."""


class WatchedCanvas(skia.Canvas):  # type: ignore[misc]
    """Paints as any raster canvas does, on ``pixels``: (H, W, 4) uint8, premultiplied, in the order of surfaces.

    ``changed`` is called after every stroke. A ``patient`` canvas lays each stroke down band by band from the top,
    for pictures of very few strokes.
    """

    def __init__(self, pixels: Pixels, changed: Callable[[], None], *, patient: bool = False) -> None:
        super().__init__(pixels, NATIVE, skia.kPremul_AlphaType)
        self.pixels, self.changed, self.patient = pixels, changed, patient

    def paint(self, stroke: Callable[[], Any]) -> None:
        """Paint a stroke, and tell."""
        before = self.pixels.copy() if self.patient else None
        stroke()
        if before is not None:
            self._lay_down(before)
        self.changed()

    def _lay_down(self, before: Pixels) -> None:
        """Tell of the stroke's upper bands first: strokes and layers change each pixel by itself."""
        after = self.pixels.copy()
        rows = np.flatnonzero((before != after).any(axis=(1, 2)))
        for band in range(1, BANDS if rows.size else 0):
            edge = rows[rows.size * band // BANDS]
            self.pixels[:edge], self.pixels[edge:] = after[:edge], before[edge:]
            self.changed()
        self.pixels[:] = after


def _telling(name: str) -> Callable[..., Any]:
    paint = getattr(skia.Canvas, name)

    def stroke(self: WatchedCanvas, *args: Any, **options: Any) -> None:
        self.paint(partial(paint, self, *args, **options))

    return stroke


for _name in _STROKES:
    setattr(WatchedCanvas, _name, _telling(_name))


def blank(size: Size) -> Pixels:
    """Transparent pixels for a `WatchedCanvas`."""
    return np.zeros((size.height, size.width, 4), np.uint8)


def straight(pixels: Pixels) -> Pixels:
    """Premultiplied pixels as a copy in straight alpha."""
    image = skia.Image.fromarray(pixels, colorType=NATIVE, alphaType=skia.kPremul_AlphaType, copy=False)
    return np.ascontiguousarray(
        image.toarray(colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kUnpremul_AlphaType)
    )
