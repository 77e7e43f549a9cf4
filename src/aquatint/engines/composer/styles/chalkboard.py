"""Chalkboard: coloured chalk on a wiped slate, lines first, then rubbed and hatched tones."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.styles import noise, strokes
from aquatint.engines.composer.styles.coats import direction
from aquatint.engines.composer.styles.filters import Planes, blur_all, luma, simplify, smoothstep, value
from aquatint.engines.composer.styles.lines import ridges, unsteady
from aquatint.engines.composer.styles.sheet import Sheet
from aquatint.engines.composer.styles.style import Painted

SLATE = (0.125, 0.165, 0.155)


def _board(sheet: Sheet) -> Planes:
    """Slate with the ghosts of what was wiped away."""
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    wiped = noise.clouds(shape, 260 * unit, chance.fork("wiped"), 4)
    streak = noise.streaks(shape, 7 * unit, 9, chance.fork("streak"))
    dust = np.float32(0.09) * smoothstep(0.35, 0.75, wiped) + np.float32(0.05) * (streak - np.float32(0.5))
    return np.array(SLATE, np.float32)[:, None, None] + dust


def _chalks(colour: Planes) -> Planes:
    """The nearest stick of chalk: pale and soft."""
    bright = luma(colour)
    return np.clip(np.float32(0.6) + np.float32(1.15) * (colour - bright) + np.float32(0.3) * bright, 0, 1)


def _paint(sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    colour = simplify(sheet.colour, 2.2 * unit)
    bright = value(colour)
    board = _board(sheet)
    tooth = noise.paper(shape, 0.5 * unit, chance.fork("tooth"))
    crumbs = smoothstep(0.36, 0.6, tooth)
    chalk = _chalks(blur_all(colour, 1.5 * unit))
    line = ridges(colour, 1.3 * unit)
    traced = np.maximum(
        unsteady(line, unit, 2.0, chance.fork("one")), unsteady(line, unit, 4.0, chance.fork("two"))
    )
    traced = np.clip(traced * np.float32(1.5), 0, 1) * (np.float32(0.5) + np.float32(0.7) * crumbs)
    yield board + (np.float32(0.95) - board) * np.clip(traced, 0, 1)

    canvas = strokes.painting(shape)
    canvas.getCanvas().clear(0xFF000000)
    seat = strokes.seats(shape, 12 * unit, chance.fork("fill"))
    vivid = seat.at(colour.max(axis=0) - colour.min(axis=0))
    light = seat.at(bright)
    form = direction(colour, unit, chance, sigma=14.0) * np.float32(0.4) + np.float32(0.75)
    length = np.float32(75 * unit) * (np.float32(0.6) + np.float32(0.8) * seat.dice[1])
    width = np.float32(10 * unit) * (np.float32(0.6) + np.float32(0.8) * seat.dice[2])
    points = strokes.spines(seat, form, length, blur_all(colour, 1.2 * unit), 0.07, steps=4)
    alpha = np.clip(np.float32(0.03) + np.float32(0.8) * light**2 * (vivid + np.float32(0.12)), 0, 0.7)
    strips = strokes.Strips(points, width, seat, taper=0.0)
    strips.draw(canvas.getCanvas(), strokes.WHITE, alpha, strokes.chalk())
    rubbed = np.float32(0.24) * bright
    tone = np.clip(rubbed + strokes.read_planes(canvas)[0] * (np.float32(0.4) + np.float32(0.7) * crumbs), 0, 1)
    filled = board + (chalk - board) * tone
    yield filled
    pale = np.float32(0.6) * chalk + np.float32(0.4)
    yield np.clip(filled + (pale - filled) * np.clip(traced, 0, 1), 0, 1)


CHALKBOARD = Painted("chalkboard", reach=150.0, paint=_paint)
