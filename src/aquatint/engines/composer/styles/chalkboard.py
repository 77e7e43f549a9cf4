"""Chalkboard: coloured chalk on a wiped slate, lines first, then rubbed and hatched tones."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.styles import brushes, noise, strokes
from aquatint.engines.composer.styles.course import course
from aquatint.engines.composer.styles.filters import (
    Planes,
    blur,
    blur_all,
    edges,
    luma,
    simplify,
    smoothstep,
    value,
)
from aquatint.engines.composer.styles.lines import retraced, ridges, silhouettes, unsteady
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.sheet import Sheet
from aquatint.engines.composer.styles.style import Painted

SLATE = (0.125, 0.165, 0.155)


def _board(sheet: Sheet) -> Planes:
    """Slate with the ghosts of what was wiped away."""
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    wiped = noise.clouds(shape, 260 * unit, chance.fork("wiped"), 4)
    streak = noise.streaks(shape, 7 * unit, 9, chance.fork("streak"))
    dust = np.float32(0.06) * smoothstep(0.35, 0.75, wiped) + np.float32(0.035) * (streak - np.float32(0.5))
    return np.array(SLATE, np.float32)[:, None, None] + dust


def _chalks(colour: Planes) -> Planes:
    """The nearest stick of chalk: pale, but of a clear hue."""
    bright = luma(colour)
    return np.clip(np.float32(0.62) + np.float32(1.3) * (colour - bright) + np.float32(0.28) * bright, 0, 1)


def _traced(colour: Planes, crumbs: Plane, sheet: Sheet) -> Plane:
    """Outlines gone over twice, pressed harder where a form begins than within it; 0..1."""
    unit, chance = sheet.unit, sheet.chance
    bold = silhouettes(colour, 3.2 * unit)
    fine = np.float32(0.62) * ridges(colour, 1.2 * unit)
    firm, faint = retraced(bold, unit, (2.0, 4.5), chance.fork("hand"))
    traced = np.maximum(firm, unsteady(fine, unit, 1.6, chance.fork("fine")))
    traced = np.maximum(traced, np.float32(0.55) * faint)
    press = np.float32(0.75) + np.float32(0.6) * noise.clouds(sheet.shape, 80 * unit, chance.fork("press"), 2)
    laid: Plane = np.clip(traced * press * (np.float32(0.35) + np.float32(1.0) * crumbs) * np.float32(1.35), 0, 1)
    return laid


def _rubbed(colour: Planes, bright: Plane, sheet: Sheet) -> Plane:
    """How thick chalk lies in the areas, 0..1: on light and colourful ones; darks are left to the board."""
    unit, chance = sheet.unit, sheet.chance
    canvas = strokes.painting(sheet.shape)
    canvas.getCanvas().clear(0xFF000000)
    seat = strokes.seats(sheet.shape, 12 * unit, chance.fork("fill"))
    # A wide pale ground is the paper of a page: the board stands for it.
    empty = smoothstep(0.0045, 0.0012, blur(edges(colour, unit) * np.float32(unit), 30 * unit))
    empty *= smoothstep(0.8, 0.9, bright)
    vivid, light = seat.at(colour.max(axis=0) - colour.min(axis=0)), seat.at(bright) ** np.float32(0.75)
    wanted = np.clip((light - np.float32(0.2)) * np.float32(1.1), 0, 1) * (np.float32(0.2) + vivid)
    wanted = np.maximum(wanted, smoothstep(0.74, 0.92, light))
    wanted *= np.float32(1) - seat.at(empty)
    chosen = seat.dice[0] < wanted * np.float32(1.5)
    seat, wanted = seat.where(chosen), wanted[chosen]
    way = course(colour, unit, chance, sigma=14.0).leaning(0.75, 0.4)
    length = np.float32(64 * unit) * (np.float32(0.6) + np.float32(0.8) * seat.dice[1])
    width = np.float32(11 * unit) * (np.float32(0.6) + np.float32(0.8) * seat.dice[2])
    points = strokes.spines(seat, way, length, blur_all(colour, 1.2 * unit), 0.06, steps=4)
    alpha = np.clip(np.float32(0.2) + np.float32(0.9) * wanted, 0, 0.85)
    strokes.Strips(points, width, seat, taper=0.0).draw(canvas.getCanvas(), strokes.WHITE, alpha, brushes.chalk())
    dusted = np.float32(0.2) * smoothstep(0.25, 0.8, blur(bright, 3 * unit)) * (np.float32(1) - empty)
    return np.asarray(dusted + strokes.read_cover(canvas))


def _paint(sheet: Sheet) -> Iterator[Planes]:
    unit, chance = sheet.unit, sheet.chance
    colour = simplify(sheet.colour, 2.2 * unit)
    bright = value(colour)
    board = _board(sheet)
    crumbs = smoothstep(0.36, 0.6, noise.paper(sheet.shape, 0.5 * unit, chance.fork("tooth")))
    chalk = _chalks(blur_all(colour, 1.5 * unit))
    traced = _traced(colour, crumbs, sheet)
    yield board + (np.float32(0.95) - board) * traced
    tone = np.clip(_rubbed(colour, bright, sheet) * (np.float32(0.3) + np.float32(0.85) * crumbs), 0, 0.92)
    filled = board + (chalk - board) * tone
    yield filled
    pale = np.float32(0.35) * chalk + np.float32(0.63)
    yield np.clip(filled + (pale - filled) * traced, 0, 1)


CHALKBOARD = Painted("chalkboard", reach=150.0, paint=_paint)
