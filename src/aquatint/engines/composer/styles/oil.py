"""Oil: bristle strokes that follow the forms, coarse to fine, with light raking over the thickness of the paint.

The relief follows Hertzmann, "Fast paint texture" (2002).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.styles import brushes, strokes
from aquatint.engines.composer.styles.coats import Coat, Motif, lay_coat
from aquatint.engines.composer.styles.filters import Planes, blur, blur_all, enlarge, slopes
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.sheet import Sheet, to_pixels
from aquatint.engines.composer.styles.style import Painted

COATS = (
    Coat(spacing=24, width=38, length=112, detail=0.0, tolerance=0.13, tint=0.05),
    Coat(spacing=11.5, width=16, length=62, detail=0.0016, tolerance=0.09, tint=0.045, steps=4),
    Coat(spacing=5.6, width=7.8, length=30, detail=0.011, tolerance=0.07, tint=0.045, steps=1),
    Coat(spacing=3.2, width=3.6, length=15, detail=0.034, tolerance=0.06, tint=0.02, steps=1),
)
RELIEF = 2
"""By what the relief is smaller than the picture: light on it is soft anyway."""


def _lit(colour: Planes, height: Plane, unit: float) -> Planes:
    """Light from the upper left over the relief of the paint."""
    across, down = slopes(blur(height, 0.55 * unit))
    lean = (across + down) * np.float32(-1)
    diffuse = np.clip(np.float32(1) + np.float32(1.0) * lean, np.float32(0.72), np.float32(1.3))
    shine = np.square(np.clip(lean - np.float32(0.09), np.float32(0), np.float32(0.4)))
    result: Planes = np.clip(colour * diffuse + np.float32(0.9) * shine, 0, 1)
    return result


def _paint(sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    motif = Motif.of(sheet.colour, unit, chance)
    ground = blur_all(sheet.colour, 16 * unit) * np.array([0.78, 0.68, 0.62], np.float32)[:, None, None]
    canvas = strokes.painting(shape, to_pixels(ground))
    relief = strokes.painting((-(-shape[0] // RELIEF), -(-shape[1] // RELIEF)))
    relief.getCanvas().scale(1 / RELIEF, 1 / RELIEF)
    for number, coat in enumerate(COATS):
        if sheet.staged:
            yield strokes.read_planes(canvas)
        laid = lay_coat(motif, coat, chance.fork("coat", number))
        laid.draw(canvas.getCanvas(), brushes.bristles())
        laid.draw_height(relief.getCanvas(), brushes.bristle_height())
    height = enlarge(strokes.read_cover(relief), shape, RELIEF)
    yield _lit(strokes.read_planes(canvas), height, unit)


OIL = Painted("oil", reach=160.0, paint=_paint)
