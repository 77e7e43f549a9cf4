"""Risograph: three spot inks, screened, a little out of register, printed unevenly on uncoated paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.filters import Planes, simplify, smoothstep
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.screens import dots, screened
from aquatint.engines.composer.styles.sheet import Sheet
from aquatint.engines.composer.styles.style import Painted

PAPER = (0.965, 0.95, 0.91)


@dataclass(frozen=True, slots=True)
class Drum:
    """One ink: its colour, which channel's darkness it prints, screen angle, and shift in units."""

    name: str
    ink: tuple[float, float, float]
    channel: int
    degrees: float
    spared: float
    """Share of the common darkness that this drum leaves to the others."""
    shift: tuple[float, float]


DRUMS = (
    Drum("yellow", (1.0, 0.87, 0.18), 2, 8, 0.5, (2.4, -1.6)),
    Drum("pink", (1.0, 0.33, 0.56), 1, 72, 0.4, (-2.8, 1.4)),
    Drum("blue", (0.13, 0.38, 0.68), 0, 38, 0.0, (0.0, 0.0)),
)


def _moved(plane: Plane, right: int, down: int) -> Plane:
    """The plane moved by whole pixels; the border repeats."""
    far = max(abs(right), abs(down))
    padded = np.pad(plane, far, mode="edge")
    height, width = plane.shape
    return padded[far - down : far - down + height, far - right : far - right + width]


def _print(drum: Drum, dark: Plane, unit: float, chance: Chance) -> Plane:
    """Ink of one drum, 0..1."""
    shape = dark.shape
    shift = [round(s * unit) for s in drum.shift]
    cover = _moved(dark, *shift)
    grainy = noise.smooth(shape, max(1.7 * unit, 1.1), chance.fork("grain"))
    screen = dots(shape, max(5.4 * unit, 3.0), drum.degrees)
    screen = np.float32(0.72) * screen + np.float32(0.28) * grainy
    ink = np.maximum(screened(cover, screen, 0.2), smoothstep(0.82, 0.95, cover))
    uneven = noise.clouds(shape, 240 * unit, chance.fork("uneven"), 3)
    specks = smoothstep(0.02, 0.16, noise.smooth(shape, max(2.8 * unit, 1.4), chance.fork("specks")))
    result: Plane = (
        ink * (np.float32(0.74) + np.float32(0.3) * uneven) * (np.float32(0.55) + np.float32(0.45) * specks)
    )
    return result


def _paint(sheet: Sheet) -> Iterator[Planes]:
    unit, chance = sheet.unit, sheet.chance
    colour = simplify(sheet.colour, 1.4 * unit)
    shared = np.float32(1) - colour.max(axis=0)
    tooth = noise.paper(sheet.shape, unit, chance.fork("paper"))
    page = np.array(PAPER, np.float32)[:, None, None] * (np.float32(0.97) + np.float32(0.05) * tooth)
    for drum in DRUMS:
        dark = np.float32(1) - np.clip(np.float32(1.06) * colour[drum.channel], 0, 1)
        dark = np.clip(dark - np.float32(drum.spared) * shared, 0, 1)
        ink = _print(drum, dark, unit, chance.fork(drum.name))
        spot = np.array(drum.ink, np.float32)[:, None, None]
        page = page * (np.float32(1) - ink * (np.float32(1) - spot))
        yield page


RISOGRAPH = Painted("risograph", reach=30.0, paint=_paint)
