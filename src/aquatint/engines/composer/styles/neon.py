"""Neon: the drawing bent from glowing tubes, on a dark wall that catches their light."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.filters import Planes, blur, blur_all, luma, simplify, smoothstep
from aquatint.engines.composer.styles.lines import ridges
from aquatint.engines.composer.styles.sheet import Sheet
from aquatint.engines.composer.styles.style import Painted

WALL = (0.028, 0.022, 0.07)


def gas(colour: Planes, unit: float, chance: Chance) -> Planes:
    """The pure, bright colour that glows along each edge: that of its most colourful side."""
    shape = colour.shape[1], colour.shape[2]
    chroma = colour.max(axis=0) - colour.min(axis=0)
    weight = chroma * chroma * colour.max(axis=0) + np.float32(1e-3)
    mixed = blur_all(colour * weight, 4 * unit) / blur(weight, 4 * unit)
    low, high = mixed.min(axis=0), mixed.max(axis=0)
    pure = (mixed - np.float32(0.9) * low) / (high - np.float32(0.9) * low + np.float32(0.02))
    turn = np.float32(3 * math.pi) * noise.clouds(shape, 500 * unit, chance.fork("gas"), 2)
    spare = np.stack([np.float32(0.55) + np.float32(0.45) * np.cos(turn + p) for p in (0.0, 2.4, 4.2)])
    grey = smoothstep(0.22, 0.06, (high - low) / (high + np.float32(0.05)))
    result: Planes = pure * (np.float32(1) - grey) + spare * grey
    return result


def _paint(sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    colour = simplify(sheet.colour, 1.6 * unit)
    bright = luma(colour)
    wall = np.array(WALL, np.float32)[:, None, None] * (
        np.float32(0.7) + np.float32(0.6) * noise.clouds(shape, 60 * unit, chance.fork("plaster"), 5)
    )
    dim = wall + np.float32(0.2) * np.clip(np.float32(1.5) * colour - np.float32(0.5) * bright, 0, 1) ** 2
    yield dim
    line = ridges(colour, 1.35 * unit)
    glow = gas(colour, unit, chance)
    lit = glow * line
    near, far = blur_all(lit, 5 * unit), blur_all(lit, 28 * unit)
    light = dim * (np.float32(1) + np.float32(5) * far) + np.float32(2.0) * near + np.float32(2.6) * far
    yield np.clip(light, 0, 1)
    core = smoothstep(0.35, 0.95, line)
    tube = light + np.float32(0.9) * lit
    hot = np.float32(0.72) + np.float32(0.28) * glow
    yield np.clip(tube * (np.float32(1) - core) + hot * core, 0, 1)


NEON = Painted("neon", reach=150.0, paint=_paint)
