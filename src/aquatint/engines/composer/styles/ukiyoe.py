"""Ukiyo-e: few flat colours of the woodblock, shaded at their rims, a thin key line, the grain of the wood."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.drawing.colour import to_oklab as colour_to_oklab
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.filters import Planes, blur, cube, simplify, smoothstep, value
from aquatint.engines.composer.styles.lines import ridges, silhouettes
from aquatint.engines.composer.styles.oklab import from_oklab, to_oklab
from aquatint.engines.composer.styles.sheet import Sheet
from aquatint.engines.composer.styles.style import Painted, fine_grain

INKS = (
    "#f3e7cc", "#e2cfa3", "#c9563c", "#e0a15c", "#8a4a34", "#24466f", "#5f86a3", "#a9c0bd", "#5d7a55", "#9aa66b",
    "#3b3a3f", "#c98f8a", "#d9b44a",
)  # fmt: skip
"""Paper and the pigments of the woodblock: vermilion, ochre, bengala, indigo, verdigris, soot, safflower..."""
KEY = (0.12, 0.13, 0.19)
STEPS = 7.0
"""Steps of lightness that blocks are cut for."""


def _inked(colour: Planes, sheet: Sheet) -> Planes:
    """Colours drawn most of the way to the pigments, in steps of lightness with soft rims (bokashi)."""
    lab = to_oklab(colour)
    bend = noise.clouds(sheet.shape, 240 * sheet.unit, sheet.chance.fork("block"), 2) - np.float32(0.5)
    level = lab[0] * np.float32(STEPS) + np.float32(0.4) * bend
    near = np.round(level)
    lab[0] = (near + np.float32(4) * cube(level - near)) / np.float32(STEPS)
    inks = np.array([colour_to_oklab(Colour.of(code)) for code in INKS], np.float32)
    total, weights = np.zeros_like(lab), np.zeros_like(lab[0])
    for light, a, b in inks:
        far = np.float32(0.5) * (lab[0] - light) ** 2 + np.float32(2.2) * ((lab[1] - a) ** 2 + (lab[2] - b) ** 2)
        weight = np.exp(far * np.float32(-1 / 0.0055)) + np.float32(1e-9)
        weights += weight
        total += weight * np.array([light, a, b], np.float32)[:, None, None]
    pigment = total / weights
    mixed = lab + (pigment - lab) * np.array([0.45, 0.82, 0.82], np.float32)[:, None, None]
    return from_oklab(mixed)


def _paint(sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    simple = simplify(simplify(sheet.colour, 2.8 * unit), 2.8 * unit)
    flat = np.stack([blur(plane, 0.7 * unit) for plane in _inked(simple, sheet)])
    yield flat
    wood = noise.streaks(shape, max(3.4 * unit, 1.3), 26, chance.fork("wood"))
    swirl = noise.clouds(shape, 210 * unit, chance.fork("rings"), 3)
    rings = np.abs((swirl * np.float32(16)) % np.float32(1) - np.float32(0.5))
    printed = flat * (np.float32(0.955) + np.float32(0.05) * wood + np.float32(0.035) * rings)
    yield printed
    line = np.maximum(silhouettes(simple, 2.5 * unit), np.float32(0.75) * ridges(simple, 0.8 * unit))
    dry = np.float32(0.75) + np.float32(0.4) * smoothstep(0.2, 0.6, wood)
    line = smoothstep(0.18, 0.75, line * dry) * smoothstep(1.15, 0.75, value(simple) * np.float32(0.9))
    key = np.array(KEY, np.float32)[:, None, None]
    yield printed + (key - printed) * np.float32(0.92) * line


UKIYO_E = Painted("ukiyo-e", reach=60.0, paint=_paint, texture=fine_grain(0.035))
