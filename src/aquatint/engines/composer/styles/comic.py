"""Comic: flat printed tones, halftone in the shadows, and confident ink lines."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.filters import Planes, blur, luma, simplify, smoothstep, value
from aquatint.engines.composer.styles.lines import outlines
from aquatint.engines.composer.styles.oklab import from_oklab, to_oklab
from aquatint.engines.composer.styles.screens import dots, screened
from aquatint.engines.composer.styles.sheet import Sheet
from aquatint.engines.composer.styles.style import Painted, fine_grain

INK = (0.06, 0.055, 0.085)
TONES = 5.0


def _flat(colour: Planes, unit: float, chance: Chance) -> Planes:
    """Few tones, strong colours, whites kept white."""
    lab = to_oklab(colour)
    bend = noise.clouds(colour.shape[1:], 220 * unit, chance, 2) - np.float32(0.5)
    level = lab[0] * np.float32(TONES) + np.float32(0.28) * bend
    lab[0] = (np.round(level) + np.float32(0.25) * (level - np.round(level))) / np.float32(TONES)
    lab[1:] *= np.float32(1.28)
    return np.stack([blur(plane, 0.6 * unit) for plane in from_oklab(lab)])


def _paint(sheet: Sheet) -> Iterator[Planes]:
    shape, unit = sheet.shape, sheet.unit
    simple = simplify(simplify(sheet.colour, 2.2 * unit), 2.2 * unit)
    flat = _flat(simple, unit, sheet.chance.fork("tones"))
    yield flat
    bright = luma(simple)
    screen = dots(shape, max(7.5 * unit, 4.0), 38)
    shadow = np.float32(0.75) * smoothstep(0.75, 0.12, bright)
    dotted = screened(shadow, screen, 0.16)
    lights = np.float32(0.5) * smoothstep(0.72, 0.97, bright)
    white = screened(lights, dots(shape, max(7.5 * unit, 4.0), 38), 0.16)
    printed = flat * (np.float32(1) - np.float32(0.3) * dotted)
    printed += (np.float32(1) - printed) * np.float32(0.55) * white
    yield printed
    line = np.maximum(outlines(simple, value(simple), 1.9 * unit), smoothstep(0.16, 0.1, blur(bright, 0.8 * unit)))
    ink = np.array(INK, np.float32)[:, None, None]
    yield printed * (np.float32(1) - line) + ink * line


COMIC = Painted("comic", reach=40.0, paint=_paint, texture=fine_grain(0.025))
