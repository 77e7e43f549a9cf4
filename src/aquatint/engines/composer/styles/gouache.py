"""Gouache: opaque matt paint in few clear values, laid with a flat brush, the board showing at the rim."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.styles import brushes, noise, strokes
from aquatint.engines.composer.styles.coats import Coat, Motif, lay_coat
from aquatint.engines.composer.styles.filters import Planes, blur_all, cube, luma, simplify
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.sheet import Sheet, to_pixels
from aquatint.engines.composer.styles.style import Painted, fine_grain

COATS = (
    Coat(spacing=36, width=54, length=122, detail=0.0, tolerance=0.05, tint=0.02),
    Coat(spacing=12.5, width=18, length=56, detail=0.0018, tolerance=0.035, tint=0.016, steps=2),
    Coat(spacing=5.8, width=7.6, length=28, detail=0.0095, tolerance=0.035, tint=0.012, steps=1),
    Coat(spacing=3.5, width=3.8, length=14, detail=0.027, tolerance=0.035, tint=0.0, steps=1),
)
VALUES = 7.0
"""How many steps of brightness the painter mixes."""


def _grouped(colour: Planes, unsteady: Plane) -> Planes:
    """Brightness pulled towards a few values, so that gradients break into clear strokes."""
    bright = luma(colour)
    level = bright * np.float32(VALUES) + np.float32(0.5) * unsteady
    near = np.rint(level)
    step = near + np.float32(4) * cube(level - near)
    chalky = np.float32(0.93) * (colour + (step / np.float32(VALUES) - bright)) + np.float32(0.045)
    return np.asarray(np.clip(chalky, 0, 1))


def _paint(sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    unsteady = noise.clouds(shape, 90 * unit, chance.fork("values"), 2) - np.float32(0.5)
    motif = Motif.of(_grouped(simplify(sheet.colour, 1.6 * unit), unsteady), unit, chance)
    canvas = strokes.painting(shape, to_pixels(blur_all(motif.colour, 12 * unit)))
    for number, coat in enumerate(COATS):
        if sheet.staged and number:
            yield strokes.read_planes(canvas)
        lay_coat(motif, coat, chance.fork("coat", number)).draw(canvas.getCanvas(), brushes.flat_brush())
    yield strokes.read_planes(canvas)


GOUACHE = Painted("gouache", reach=180.0, paint=_paint, texture=fine_grain(0.05))
