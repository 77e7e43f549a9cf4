"""Pencil and ink: tone built from hatching, layer over layer, with drawn outlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import brushes, noise, strokes
from aquatint.engines.composer.styles.course import Course, course
from aquatint.engines.composer.styles.filters import Planes, blur, simplify, smoothstep, value, warp
from aquatint.engines.composer.styles.lines import outlines, retraced, silhouettes, unsteady
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.sheet import Sheet
from aquatint.engines.composer.styles.style import Painted

GRAPHITE = (0.16, 0.165, 0.18)
SKETCH_PAPER = (0.972, 0.962, 0.935)
INK = (0.07, 0.065, 0.09)
INK_PAPER = (0.985, 0.972, 0.94)


@dataclass(frozen=True, slots=True)
class Hatch:
    """One layer of lines. It is drawn where the tone is darker than ``threshold``; sizes in units."""

    threshold: float
    angle: float
    spacing: float
    length: float
    width: float
    alpha: float


PENCIL_LAYERS = (
    Hatch(threshold=0.17, angle=-0.85, spacing=10.5, length=70, width=3.6, alpha=0.32),
    Hatch(threshold=0.36, angle=-0.62, spacing=9.5, length=58, width=3.8, alpha=0.46),
    Hatch(threshold=0.5, angle=0.55, spacing=9.0, length=46, width=4.0, alpha=0.62),
    Hatch(threshold=0.62, angle=-1.25, spacing=7.5, length=34, width=4.6, alpha=0.9),
)
PEN_LAYERS = (
    Hatch(threshold=0.46, angle=-0.8, spacing=12.5, length=56, width=2.1, alpha=0.9),
    Hatch(threshold=0.64, angle=-0.62, spacing=11.5, length=44, width=2.2, alpha=0.92),
    Hatch(threshold=0.77, angle=0.7, spacing=10.5, length=38, width=2.2, alpha=0.95),
    Hatch(threshold=0.88, angle=-0.2, spacing=8.0, length=26, width=2.8, alpha=1.0),
)


def hatched(
    sheet: Sheet, tone: Plane, way: Course, layers: tuple[Hatch, ...], brush: brushes.Brush
) -> Iterator[Plane]:
    """Coverage 0..1 of the lines, for a tone (0 light, 1 dark): after each layer where stages are shown."""
    unit, chance = sheet.unit, sheet.chance
    canvas = strokes.painting(tone.shape)
    canvas.getCanvas().clear(0xFF000000)
    edge_stop = blur(tone, 1.2 * unit)[None]
    for number, layer in enumerate(layers):
        seat = strokes.seats(tone.shape, layer.spacing * unit, chance.fork("hatch", number))
        dark = seat.at(edge_stop[0])
        chosen = dark > layer.threshold + 0.09 * (seat.dice[0] - 0.5)
        seat, dark = seat.where(chosen), dark[chosen]
        lean = way.leaning(layer.angle, 0.35)
        press = np.clip((dark - layer.threshold) * 3.4 + 0.3, 0, 1).astype(np.float32)
        length = np.float32(layer.length * unit) * (np.float32(0.6) + np.float32(0.8) * seat.dice[1])
        width = np.float32(layer.width * unit) * (np.float32(0.75) + np.float32(0.5) * seat.dice[2])
        points = strokes.spines(seat, lean, length, edge_stop, 0.1, steps=2)
        alpha = layer.alpha * press * (np.float32(0.7) + np.float32(0.5) * seat.dice[3])
        strips = strokes.Strips(points, width, seat, taper=0.0)
        strips.draw(canvas.getCanvas(), strokes.WHITE, alpha, brush)
        if sheet.staged or layer is layers[-1]:
            yield strokes.read_cover(canvas)


def _pencil(sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    simple = simplify(sheet.colour, 1.5 * unit)
    bright = value(simple)
    tone = np.float32(1) - np.minimum(np.float32(1.06) * bright, 1) ** np.float32(0.62)
    tooth = noise.paper(shape, unit * 0.5, chance.fork("paper"))
    paper = np.array(SKETCH_PAPER, np.float32)[:, None, None] * (np.float32(0.97) + np.float32(0.06) * tooth)
    catch = np.float32(0.45) + np.float32(0.7) * smoothstep(0.3, 0.7, tooth)
    # Where a form ends against another the point presses harder than within it.
    bold = np.float32(0.9) * silhouettes(simple, 2.7 * unit)
    lines = np.maximum(np.float32(0.85) * outlines(simple, bright, 1.5 * unit), bold)
    twice = np.maximum(*retraced(lines, unit, (3.0, 4.5), chance.fork("hand")))
    twice *= np.float32(0.65) + np.float32(0.8) * noise.clouds(shape, 70 * unit, chance.fork("press"), 2)
    if sheet.staged:
        yield _drawn(paper, twice * catch * np.float32(0.7), GRAPHITE)
    smudge = np.float32(0.95) * blur(tone, 2.5 * unit) ** np.float32(1.5)
    way = course(simple, unit, chance, sigma=16.0)
    for cover in hatched(sheet, tone, way, PENCIL_LAYERS, brushes.pencil()):
        dark = np.float32(1) - (np.float32(1) - cover) * (np.float32(1) - smudge)
        dark = np.float32(1) - (np.float32(1) - dark) * (np.float32(1) - np.clip(twice, 0, 1) * np.float32(0.95))
        # The darker, the deeper graphite is pressed into the pits of the paper.
        caught = catch + (np.float32(1) - catch) * np.float32(0.85) * np.clip(dark, 0, 1)
        yield _drawn(paper, np.clip(dark * caught, 0, 0.97), GRAPHITE)


def _drawn(paper: Planes, cover: Plane, ink: tuple[float, float, float]) -> Planes:
    result: Planes = paper * (np.float32(1) - cover) + np.array(ink, np.float32)[:, None, None] * cover
    return result


def _wash(colour: Planes, unit: float, chance: Chance) -> Planes:
    """Thin colour under the pen, loosely placed: 1 is bare paper."""
    shape = colour.shape[1], colour.shape[2]
    moves = [
        np.float32(16 * unit) * (noise.clouds(shape, 80 * unit, chance.fork(i), 2) - np.float32(0.5))
        for i in (0, 1)
    ]
    loose = simplify(warp(colour, *moves), 4 * unit)
    strength = np.float32(0.42) + np.float32(0.5) * (
        noise.clouds(shape, 130 * unit, chance.fork("strength"), 4) - np.float32(0.3)
    )
    result: Planes = np.float32(1) - (np.float32(1) - np.clip(loose * np.float32(1.08), 0, 1)) * strength
    return result


def _ink(sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    simple = simplify(sheet.colour, 1.8 * unit)
    bright = value(simple)
    tooth = noise.paper(shape, unit * 0.7, chance.fork("paper"))
    paper = np.array(INK_PAPER, np.float32)[:, None, None] * (np.float32(0.985) + np.float32(0.03) * tooth)
    washed = paper * _wash(sheet.colour, unit, chance.fork("wash"))
    yield washed
    black = smoothstep(0.17, 0.1, blur(bright, 0.8 * unit))
    line = unsteady(np.maximum(outlines(simple, bright, 1.5 * unit), black), unit, 1.6, chance.fork("hand"))
    if sheet.staged:
        yield _drawn(washed, line, INK)
    way = course(simple, unit, chance)
    tone = np.float32(1) - bright ** np.float32(0.85)
    for cover in hatched(sheet, tone, way, PEN_LAYERS, brushes.pen()):
        yield _drawn(washed, np.maximum(cover, line), INK)


PENCIL = Painted("pencil", reach=140.0, paint=_pencil)
INK_AND_WASH = Painted("ink", reach=110.0, paint=_ink)
