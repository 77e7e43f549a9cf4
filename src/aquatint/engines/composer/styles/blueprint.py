"""Blueprint: white lines on Prussian blue, over the drafting grid, with light hatching in the shades."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.filters import Planes, blur, luma, simplify, smoothstep
from aquatint.engines.composer.styles.lines import ridges, unsteady
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.sheet import Sheet
from aquatint.engines.composer.styles.style import Painted

BLUE = (0.06, 0.23, 0.50)
LINE = (0.90, 0.95, 1.0)


def _grid(shape: tuple[int, int], step: float, width: float) -> Plane:
    """Thin lines every ``step`` pixels both ways, 0..1."""
    far = [
        np.abs((np.arange(n, dtype=np.float32) + np.float32(step / 2)) % np.float32(step) - np.float32(step / 2))
        for n in shape
    ]
    near = [np.clip(np.float32(width) - d, 0, 1) for d in far]
    result: Plane = np.maximum(near[0][:, None], near[1][None, :])
    return result


def _paint(sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    simple = simplify(sheet.colour, 1.6 * unit)
    bright = luma(simple)
    fade = noise.clouds(shape, 330 * unit, chance.fork("fade"), 5)
    blot = noise.paper(shape, unit, chance.fork("paper"))
    ground = np.array(BLUE, np.float32)[:, None, None] * (
        np.float32(0.72) + np.float32(0.45) * fade + np.float32(0.14) * blot
    )
    grid = np.float32(0.10) * _grid(shape, 25 * unit, 0.5 + 0.45 * unit)
    grid = np.maximum(grid, np.float32(0.2) * _grid(shape, 125 * unit, 0.5 + 0.6 * unit))
    white = np.array(LINE, np.float32)[:, None, None]
    sheet_of_blue = ground + (white - ground) * grid
    yield sheet_of_blue

    rows = np.arange(shape[0], dtype=np.float32)[:, None] + np.arange(shape[1], dtype=np.float32)[None, :]
    sway = np.float32(5 * unit) * noise.clouds(shape, 60 * unit, chance.fork("sway"), 2)
    phase = (rows + sway) * np.float32(1 / (7.5 * unit)) % np.float32(1)
    hatch = smoothstep(0.2, 0.08, np.abs(phase - np.float32(0.5)))
    other = np.arange(shape[0], dtype=np.float32)[:, None] - np.arange(shape[1], dtype=np.float32)[None, :] + sway
    cross = smoothstep(0.2, 0.08, np.abs(other * np.float32(1 / (7.5 * unit)) % np.float32(1) - np.float32(0.5)))
    dark = blur(bright, 1.2 * unit)
    tone = np.float32(0.34) * hatch * smoothstep(0.36, 0.28, dark)
    tone = np.maximum(tone, np.float32(0.34) * cross * smoothstep(0.2, 0.12, dark))
    tone += np.float32(0.16) * smoothstep(0.55, 0.95, dark)
    yield sheet_of_blue + (white - sheet_of_blue) * tone

    thin = ridges(simple, unit)
    line = np.maximum(thin, np.float32(0.4) * unsteady(thin, unit, 2.6, chance.fork("second")))
    line = np.clip(line * np.float32(1.5), 0, 1) * (np.float32(0.72) + np.float32(0.5) * blot)
    yield sheet_of_blue + (white - sheet_of_blue) * np.clip(np.maximum(tone, line), 0, 1)


BLUEPRINT = Painted("blueprint", reach=40.0, paint=_paint)
