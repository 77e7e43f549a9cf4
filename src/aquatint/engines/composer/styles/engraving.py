"""Engraving and line art: lines only. Engraved ones swell with the tone and bend round the forms."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.filters import Planes, blur, simplify, smoothstep, value
from aquatint.engines.composer.styles.lines import contours, ridges, silhouettes, unsteady
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.sheet import Sheet
from aquatint.engines.composer.styles.style import Painted

PLATE_PAPER = (0.955, 0.935, 0.885)
PLATE_INK = (0.10, 0.085, 0.085)
WHITE_PAPER = (0.995, 0.993, 0.988)
BLACK_INK = (0.045, 0.045, 0.055)
PITCH = 6.6
"""Distance of the engraver's lines, in units."""
RELIEF = 3.2
"""How far lines are pushed aside by light, in pitches: they run over forms as over a relief."""
CUTS = ((0.10, -0.42), (0.42, 0.5), (0.68, -1.25))
"""Darkness from which each set of lines is cut, and its angle."""


def _lines(dark: Plane, relief: Plane, angle: float, sheet: Sheet) -> Plane:
    """Parallel lines as wide as it is ``dark`` (0..1), 1 where there is ink."""
    unit, shape = sheet.unit, sheet.shape
    down = np.arange(shape[0], dtype=np.float32)[:, None] * np.float32(math.cos(angle))
    across = np.arange(shape[1], dtype=np.float32)[None, :] * np.float32(math.sin(angle))
    phase = (down - across) * np.float32(1 / (PITCH * unit)) + relief
    away = np.abs(phase - np.floor(phase) - np.float32(0.5)) * np.float32(2)
    soft = np.float32(min(0.6, 1.1 / max(1e-3, PITCH * unit)))
    width = np.clip(dark, 0, 0.94)
    result: Plane = np.clip((width - (np.float32(1) - away)) / soft + np.float32(0.5), 0, 1) * smoothstep(
        0.0, 0.05, dark
    )
    return result


def _engrave(sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    simple = simplify(sheet.colour, 1.6 * unit)
    bright = value(simple)
    tone = np.clip(np.float32(1.02) - bright ** np.float32(0.8), 0, 1)
    wave = noise.clouds(shape, 150 * unit, chance.fork("hand"), 3) - np.float32(0.5)
    relief = np.float32(RELIEF) * blur(bright, 9 * unit) + np.float32(1.6) * wave
    ink = np.maximum(
        smoothstep(0.25, 0.75, contours(bright, 1.5 * unit)), np.float32(0.9) * silhouettes(simple, 2.0 * unit)
    )
    for start, angle in CUTS:
        cut = _lines((tone - np.float32(start)) * np.float32(1.15), relief, angle, sheet)
        ink = np.maximum(ink, cut)
        yield _printed(PLATE_PAPER, PLATE_INK, ink, sheet)


def _printed(paper: tuple[float, ...], ink: tuple[float, ...], cover: Plane, sheet: Sheet) -> Planes:
    tooth = noise.paper(sheet.shape, sheet.unit * 0.7, sheet.chance.fork("paper"))
    ground = np.array(paper, np.float32)[:, None, None] * (np.float32(0.985) + np.float32(0.03) * tooth)
    black = np.array(ink, np.float32)[:, None, None]
    result: Planes = ground + (black - ground) * np.clip(cover, 0, 1)
    return result


def _draw_lines(sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    simple = simplify(simplify(sheet.colour, 2.2 * unit), 2.2 * unit)
    fine = smoothstep(0.06, 0.5, ridges(simple, 0.75 * unit))
    bold = silhouettes(simple, 3.4 * unit)
    yield _printed(WHITE_PAPER, BLACK_INK, bold, sheet)
    # The line swells and thins, but does not break.
    swell = np.float32(0.34) * (noise.clouds(shape, 90 * unit, chance.fork("swell"), 2) - np.float32(0.5))
    rim = smoothstep(0.12, 0.3, contours(value(simple), 2.0 * unit))
    line = np.maximum(np.maximum(fine, rim), smoothstep(0.08, 0.34, bold + swell * bold))
    line = unsteady(line, unit, 1.2, chance.fork("hand"))
    yield _printed(WHITE_PAPER, BLACK_INK, smoothstep(0.2, 0.7, line), sheet)


ENGRAVING = Painted("engraving", reach=60.0, paint=_engrave)
LINE_ART = Painted("line-art", reach=60.0, paint=_draw_lines)
