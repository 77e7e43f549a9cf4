"""Blueprint: white lines on Prussian blue, over the drafting grid, with light hatching in the shades."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.filters import Planes, blur, luma, simplify, smoothstep
from aquatint.engines.composer.styles.lines import ridges, silhouettes, unsteady
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.sheet import Sheet
from aquatint.engines.composer.styles.style import Painted

BLUE = (0.06, 0.23, 0.50)
LINE = (0.90, 0.95, 1.0)
FRAME = 16.0
"""From the edge of the picture to the line of its border, in units."""


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

    tone = _shade(bright, sheet)
    yield sheet_of_blue + (white - sheet_of_blue) * tone

    fine = ridges(simple, 0.85 * unit)
    bold = silhouettes(simple, 3.2 * unit)
    line = np.maximum(np.float32(0.62) * fine, bold)
    line = np.maximum(line, np.float32(0.3) * unsteady(bold, unit, 3.2, chance.fork("second")))
    line = np.clip(line * np.float32(1.6), 0, 1) * (np.float32(0.72) + np.float32(0.5) * blot)
    line = np.maximum(line, np.float32(0.85) * _frame(shape, unit))
    yield sheet_of_blue + (white - sheet_of_blue) * np.clip(np.maximum(tone, line), 0, 1)


def _shade(bright: Plane, sheet: Sheet) -> Plane:
    """Hatching in the shades, a thin white wash on the lights, 0..1."""
    shape, unit = sheet.shape, sheet.unit
    down, across = np.arange(shape[0], dtype=np.float32)[:, None], np.arange(shape[1], dtype=np.float32)[None, :]
    sway = np.float32(5 * unit) * noise.clouds(shape, 60 * unit, sheet.chance.fork("sway"), 2)
    lines = [
        smoothstep(
            0.2, 0.08, np.abs((slant + sway) * np.float32(1 / (9 * unit)) % np.float32(1) - np.float32(0.5))
        )
        for slant in (down + across, down - across)
    ]
    dark = blur(bright, 1.2 * unit)
    tone = np.float32(0.3) * lines[0] * smoothstep(0.4, 0.3, dark)
    tone = np.maximum(tone, np.float32(0.26) * lines[1] * smoothstep(0.2, 0.12, dark))
    result: Plane = tone + np.float32(0.2) * smoothstep(0.5, 0.98, dark)
    return result


def _frame(shape: tuple[int, int], unit: float) -> Plane:
    """The border of a drafted sheet: a line all round, with ticks to measure by, every fifth longer."""
    height, width = shape
    inner, result = FRAME * unit, np.zeros(shape, np.float32)
    thick = max(1, round(1.8 * unit))
    near, far_y, far_x = round(inner), round(height - inner), round(width - inner)
    for low in (near, far_y - thick):
        result[low : low + thick, near:far_x] = 1
    for low in (near, far_x - thick):
        result[near:far_y, low : low + thick] = 1
    for size, axis in ((width, 1), (height, 0)):
        for number in range(math.ceil((size - 2 * inner) / (25 * unit))):
            at = round(inner + number * 25 * unit)
            length = round((11 if number % 5 == 0 else 6) * unit)
            ends = (
                slice(near, near + length),
                slice((far_y if axis else far_x) - length, far_y if axis else far_x),
            )
            for end in ends:
                result[(end, slice(at, at + thick)) if axis else (slice(at, at + thick), end)] = 1
    return result


BLUEPRINT = Painted("blueprint", reach=60.0, paint=_paint, margin=FRAME + 14)
