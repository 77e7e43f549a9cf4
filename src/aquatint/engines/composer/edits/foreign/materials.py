"""Filling with a named material: grass, water, sand."""

from __future__ import annotations

import numpy as np
from PIL import Image

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.edits.foreign.canvas import Box, Canvas, Work, by_strips
from aquatint.engines.composer.styles.filters import Planes
from aquatint.engines.composer.styles.noise import Plane


def fill_with_material(canvas: Canvas, codes: tuple[str, str], grain: tuple[float, float]) -> Work:
    """Fill everything editable with a mixture of two colours ("#rrggbb") in grains of (across, down) units."""
    chance = canvas.chance.fork("material", *codes)
    texture = _grains(canvas.editable.shape, grain, canvas.unit, chance)
    dark, light = Colour.of(codes[0]), Colour.of(codes[1])
    ramp = np.array([mix(dark, light, step / 255) for step in range(256)], np.float32)

    def change(planes: Planes, box: Box) -> Planes:
        share = texture[box.top : box.bottom, box.left : box.right]
        return np.moveaxis(ramp[(share * 255).astype(np.uint8)], -1, 0)

    canvas.pixels[..., 3][canvas.editable] = 255
    return by_strips(canvas, change)


def _grains(shape: tuple[int, ...], grain: tuple[float, float], unit: float, chance: Chance) -> Plane:
    """Soft noise 0..1 of two octaves."""
    total = np.zeros(shape, np.float32)
    for octave, weight in ((1.0, 0.65), (0.4, 0.35)):
        wide, tall = (max(1.0, side * unit * octave) for side in grain)
        size = max(2, round(shape[0] / tall)), max(2, round(shape[1] / wide))
        cells = chance.fork("octave", str(octave)).array().random(size, np.float32)
        large = Image.fromarray(cells).resize((shape[1], shape[0]), Image.Resampling.BICUBIC)
        total += np.float32(weight) * np.clip(np.array(large), 0, 1)
    return total
