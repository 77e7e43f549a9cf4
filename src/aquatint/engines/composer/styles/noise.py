"""Noise that hangs on position: lattice points are hashed, so a value depends on where it is and on the stream's
seed, never on the picture, its size or the order of drawing.

Cells are given in pixels; callers write them as ``5 * unit`` to get the same pattern at every resolution.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PIL import Image

from aquatint.engines.composer.drawing.chance import Chance

Plane = npt.NDArray[np.float32]
"""(height, width) float32, one number per pixel."""

COARSE, COARSENESS = 12.0, 4
"""Cells of at least so many pixels are drawn so many times smaller: nothing finer than that is in them."""
_WORD = 0xFFFFFFFF


def _mixed(words: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """The 32-bit finaliser of MurmurHash3: every input bit reaches every output bit."""
    words ^= words >> np.uint32(16)
    words *= np.uint32(0x85EBCA6B)
    words ^= words >> np.uint32(13)
    words *= np.uint32(0xC2B2AE35)
    words ^= words >> np.uint32(16)
    return words


def lattice(rows: int, columns: int, chance: Chance) -> npt.NDArray[np.uint32]:
    """(rows, columns) hashed 32-bit words; the word at (row, column) is the same in a lattice of any size."""
    seed = (chance.root ^ (chance.root >> 32)) & _WORD
    down = np.arange(rows, dtype=np.uint32) * np.uint32(0x9E3779B1) + np.uint32(seed)
    across = np.arange(columns, dtype=np.uint32) * np.uint32(0x7FEB352D)
    return _mixed(_mixed(down)[:, None] + across[None, :])


def white(shape: tuple[int, int], chance: Chance) -> Plane:
    """Independent numbers in 0..1, one per pixel."""
    return (lattice(*shape, chance) >> np.uint32(8)).astype(np.float32) * np.float32(2**-24)


def smooth(shape: tuple[int, int], cell: float, chance: Chance) -> Plane:
    """Value noise, about 0..1 (the cubic overshoots a little): bumps ``cell`` pixels wide."""
    height, width = shape
    rows, columns = math.ceil(height / cell) + 2, math.ceil(width / cell) + 2
    points = Image.fromarray(white((rows, columns), chance))
    box = (0.5, 0.5, 0.5 + width / cell, 0.5 + height / cell)
    return np.array(points.resize((width, height), Image.Resampling.BICUBIC, box=box))


def clouds(shape: tuple[int, int], cell: float, chance: Chance, octaves: int = 4, decay: float = 0.5) -> Plane:
    """Fractal noise around 0.5, mostly 0.2..0.8: octaves of `smooth`, each half as wide, ``decay`` as strong."""
    widths = [cell / 2**octave for octave in range(octaves)]
    widths = [max(width, 1.0) for number, width in enumerate(widths) if not number or width >= 1.5]
    weights = [
        np.float32(decay**octave / sum(decay**each for each in range(len(widths))))
        for octave in range(len(widths))
    ]
    # With a margin, so that what a larger picture would continue with bends the last rows in the same way.
    small = -(-shape[0] // COARSENESS) + 3, -(-shape[1] // COARSENESS) + 3
    coarse, fine = np.zeros(small, np.float32), np.zeros(shape, np.float32)
    for octave, (width, weight) in enumerate(zip(widths, weights, strict=True)):
        own = chance.fork("octave", octave)
        if width >= COARSE:
            coarse += weight * smooth(small, width / COARSENESS, own)
        else:
            fine += weight * smooth(shape, width, own)
    if widths[0] >= COARSE:
        fine += _enlarged(coarse, shape)
    return fine


def _enlarged(coarse: Plane, shape: tuple[int, int]) -> Plane:
    """A plane of ``COARSENESS`` times fewer rows and columns drawn out to ``shape``."""
    box = (0.0, 0.0, shape[1] / COARSENESS, shape[0] / COARSENESS)
    return np.array(Image.fromarray(coarse).resize(shape[::-1], Image.Resampling.BICUBIC, box=box))


def streaks(shape: tuple[int, int], cell: float, stretch: int, chance: Chance) -> Plane:
    """Value noise drawn out sideways, ``stretch`` times longer than high: wood grain, wiped dust."""
    narrow = smooth((shape[0], -(-shape[1] // stretch)), cell, chance)
    return np.repeat(narrow, stretch, axis=1)[:, : shape[1]]


def paper(shape: tuple[int, int], unit: float, chance: Chance) -> Plane:
    """Height of cold-pressed paper, around 0.5: soft irregular pits about 4 units wide, finer tooth in them."""
    pits = smooth(shape, max(4.2 * unit, 1.5), chance.fork("pits"))
    felt = smooth(shape, max(2.3 * unit, 1.2), chance.fork("felt"))
    tooth = white(shape, chance.fork("tooth"))
    swell = smooth(shape, 37 * unit, chance.fork("swell"))
    result: Plane = (
        np.float32(0.42) * pits + np.float32(0.34) * felt + np.float32(0.07) * tooth + np.float32(0.17) * swell
    )
    return result
