"""Woodcut: a key block in black, carved away with the gouge along the forms, over flat tint blocks."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import brushes, noise, strokes
from aquatint.engines.composer.styles.course import course
from aquatint.engines.composer.styles.filters import Planes, blur, simplify, smoothstep, value
from aquatint.engines.composer.styles.lines import contours, highest, ridges, spots
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.oklab import to_oklab
from aquatint.engines.composer.styles.pixel import nearest
from aquatint.engines.composer.styles.sheet import Sheet, to_planes
from aquatint.engines.composer.styles.style import Painted, fine_grain

PAPER = (0.955, 0.92, 0.84)
KEY = (0.105, 0.095, 0.10)
TINTS = ((244, 235, 214), (226, 178, 92), (199, 84, 56), (98, 140, 92), (96, 132, 170), (201, 147, 104))
"""Paper, ochre, vermilion, green earth, indigo wash, tan: what the tint blocks print."""
CUTS = ((9.0, 56.0, 0.2), (8.0, 38.0, 0.58), (6.0, 26.0, 0.82))
"""Distance and length of the cuts in units, and the brightness from which on they are made."""


def _bend(colour: Planes, unit: float, chance: Chance) -> Plane:
    """Slow noise around 0 that keeps the seams of gradients from running straight."""
    return noise.clouds(colour.shape[1:], 130 * unit, chance.fork("block"), 3) - np.float32(0.5)


def _tints(colour: Planes, unit: float, chance: Chance) -> Planes:
    """Flat tint blocks, chosen by the hue of what they lie under."""
    choices = to_oklab(to_planes(np.array([TINTS], np.uint8)))[:, 0]
    lab = to_oklab(colour)
    lab[0] = choices[0].mean() + np.float32(0.2) * (lab[0] - np.float32(0.5))
    lab[1:] *= np.float32(1.4)
    lab[1:] += np.float32(0.02) * _bend(colour, unit, chance)
    choices[0] = choices[0].mean() + np.float32(0.2) * (choices[0] - choices[0].mean())
    inks = np.array(TINTS, np.float32)[nearest(lab, choices)].transpose(2, 0, 1) * np.float32(1 / 255)
    return np.stack([blur(np.ascontiguousarray(plane), 0.7 * unit) for plane in inks])


def _carved(sheet: Sheet, colour: Planes, bright: Plane) -> Iterator[Plane]:
    """What the gouge took away, 0..1: wide cuts for lights, thin ones for half-tones; cut by cut if staged."""
    unit, chance = sheet.unit, sheet.chance
    canvas = strokes.painting(bright.shape)
    canvas.getCanvas().clear(0xFF000000)
    way = course(colour, unit, chance, sigma=12.0)
    stop = blur(bright, 1.0 * unit)[None]
    for number, (spacing, length, low) in enumerate(CUTS):
        seat = strokes.seats(bright.shape, spacing * unit, chance.fork("cut", number), jitter=0.75)
        light = seat.at(stop[0])
        chosen = light > low + 0.12 * (seat.dice[0] - 0.5)
        seat, light = seat.where(chosen), light[chosen]
        width = np.float32(spacing * unit) * (np.float32(0.3) + np.float32(0.74) * light ** np.float32(1.5))
        reach = np.float32(length * unit) * (np.float32(0.65) + np.float32(0.7) * seat.dice[1])
        points = strokes.spines(seat, way, reach, stop, 0.1, steps=2)
        strips = strokes.Strips(points, width, seat, taper=0.0)
        strips.draw(canvas.getCanvas(), strokes.WHITE, 1.0, brushes.gouge())
        if sheet.staged or number == len(CUTS) - 1:
            yield strokes.read_cover(canvas)


def _paint(sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    colour = simplify(sheet.colour, 2.4 * unit)
    bright = value(colour)
    bright = np.clip(np.float32(0.03) + np.float32(1.08) * bright ** np.float32(1.3), 0, 1)
    grain = noise.streaks(shape, max(2.4 * unit, 1.2), 14, chance.fork("grain"))
    speckle = noise.smooth(shape, max(2.2 * unit, 1.2), chance.fork("speckle"))
    inked = smoothstep(0.12, 0.3, np.float32(0.6) * speckle + np.float32(0.4) * grain)
    tints = _tints(colour, unit, chance)
    paper = np.array(PAPER, np.float32)[:, None, None]
    tints = tints * (np.float32(0.75) + np.float32(0.25) * inked) + paper * np.float32(0.25) * (1 - inked)
    key = np.array(KEY, np.float32)[:, None, None]
    rim = ridges(colour, 1.25 * unit)
    keep = np.maximum(contours(bright, 2.0 * unit), rim * smoothstep(0.38, 0.5, bright))
    # Eyes stay black, and a ring is carved about them, so that they are seen between the cuts.
    eyes = spots(bright, unit)
    keep = np.maximum(keep, eyes)
    split = np.maximum(rim * smoothstep(0.5, 0.38, bright), highest(eyes, round(4 * unit)) - eyes)
    yield tints
    for cut in _carved(sheet, colour, bright):
        block = np.clip(np.float32(1) - np.maximum(cut, split) + keep, 0, 1)
        block = smoothstep(0.3, 0.7, block) * (np.float32(0.86) + np.float32(0.14) * inked)
        yield tints * (np.float32(1) - block) + key * block


WOODCUT = Painted("woodcut", reach=120.0, paint=_paint, texture=fine_grain(0.04))
