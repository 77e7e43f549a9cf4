"""Paper-cut: sheets of coloured paper, cut and stacked, each casting a soft shadow on those below."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.filters import Planes, blur, simplify, slopes
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.oklab import from_oklab, to_oklab
from aquatint.engines.composer.styles.sheet import Sheet
from aquatint.engines.composer.styles.style import Painted, fine_grain

TONES = 7.0
"""Steps of lightness; sheets come in this many."""
TINTS = 0.036
"""Step of OKLab a and b."""


def _nudged(plane: Plane, right: float, down: float) -> Plane:
    """The plane moved by whole pixels, so that what was up and left is seen here; the border repeats."""
    x, y = max(0, round(right)), max(0, round(down))
    return np.pad(plane, ((y, 0), (x, 0)), mode="edge")[: plane.shape[0], : plane.shape[1]]


def _sheets(lab: Planes) -> tuple[Planes, Plane]:
    """Colours rounded to sheets of paper, and the height of each sheet in the stack: darker lies higher."""
    tone = np.round(lab[0] * np.float32(TONES)) / np.float32(TONES)
    tint = np.round(lab[1:] / np.float32(TINTS)) * np.float32(TINTS)
    chroma = np.sqrt((tint * tint).sum(axis=0))
    height = (np.float32(1) - tone) + np.float32(1.1) * chroma + np.float32(0.35) * np.abs(tint[0])
    return np.stack([tone * np.float32(0.92) + np.float32(0.05), *tint]), height


def _paint(sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    lab = to_oklab(simplify(simplify(sheet.colour, 3.2 * unit), 3.2 * unit))
    lab[0] += np.float32(0.05) * (noise.clouds(shape, 200 * unit, chance.fork("cut"), 2) - np.float32(0.5))
    lab[1:] *= np.float32(1.3)
    for channel in (1, 2):
        bend = noise.clouds(shape, 170 * unit, chance.fork("bend", channel), 2) - np.float32(0.5)
        lab[channel] += np.float32(0.012) * bend
    flat, height = _sheets(lab)
    colour = from_oklab(flat)
    colour = np.stack([blur(plane, 0.55 * unit) for plane in colour])
    yield colour
    shade = np.zeros(shape, np.float32)
    for far, soft, weight in ((2.5, 1.6, 0.55), (7.0, 4.5, 0.75), (15.0, 10.0, 0.5)):
        above = blur(_nudged(height, far * 0.7 * unit, far * unit), soft * unit) - height
        shade += np.float32(weight) * np.clip(above * np.float32(2.2), 0, np.float32(0.5))
    yield colour * (np.float32(1) - np.clip(shade, 0, np.float32(0.62)))
    across, down = slopes(blur(height, 0.8 * unit))
    rim = np.clip((across + down) * np.float32(1.4 * unit), np.float32(-0.08), np.float32(0.12))
    fibre = noise.paper(shape, 0.8 * unit, chance.fork("fibre")) - np.float32(0.5)
    lit = (
        colour * (np.float32(1) - np.clip(shade, 0, np.float32(0.62))) * (np.float32(1) + np.float32(0.1) * fibre)
    )
    yield np.clip(lit + rim, 0, 1)


PAPER_CUT = Painted("paper-cut", reach=110.0, paint=_paint, texture=fine_grain(0.03))
