"""Watercolour: layered washes with wet edges on cold-pressed paper, its border left white.

Pigment is laid as density: ``c - (c - c²)(d - 1)`` darkens a colour when d > 1 and thins it when d < 1, after
Bousseau, Kaplan, Thollot and Sillion, "Interactive watercolor rendering" (2006).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.filters import Planes, blur, luma, simplify, smoothstep, steepness, warp
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.sheet import Sheet
from aquatint.engines.composer.styles.style import Painted

PAPER = (0.985, 0.975, 0.95)
BORDER = 34.0
"""Width of the white border in units, where the brush turned round."""


def _dense(colour: Planes, density: Plane) -> Planes:
    """Pigment of ``colour`` laid on with another density; 1 leaves it as it is."""
    result: Planes = colour - (colour - colour * colour) * (density - np.float32(1))
    return result


def _thinned(colour: Planes) -> Planes:
    """Transparent colour: darks lifted so that paper shines through, hues a little purer."""
    bright = luma(colour)
    purer = bright + (colour - bright) * np.float32(1.18)
    lifted = np.clip(purer, 0, 1) * np.float32(0.77) + np.float32(0.215)
    result: Planes = np.clip(lifted, np.float32(0.02), np.float32(0.995))
    return result


def _tinted(colour: Planes, unit: float, chance: Chance) -> Planes:
    """Pigments part in the water: each wash drifts a little towards warm here and cool there."""
    shape = colour.shape[1], colour.shape[2]
    drift = np.float32(0.09) * (noise.clouds(shape, 160 * unit, chance.fork("drift"), 3) - np.float32(0.5))
    green = np.float32(0.05) * (noise.clouds(shape, 120 * unit, chance.fork("green"), 3) - np.float32(0.5))
    return np.clip(colour + np.stack([drift, green, -drift]), np.float32(0.02), np.float32(0.995))


def _wobbled(sheet: Sheet) -> Planes:
    """The drawing with a hand's unsteadiness: contours wander by some units, and fray by one."""
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    moves = []
    for axis in ("across", "down"):
        stream = chance.fork("wobble", axis)
        slow = noise.clouds(shape, 60 * unit, stream, 2) - np.float32(0.5)
        quick = noise.smooth(shape, max(5 * unit, 1.2), stream.fork("fray")) - np.float32(0.5)
        moves.append(np.float32(11 * unit) * slow + np.float32(2.4 * unit) * quick)
    return warp(sheet.colour, *moves)


def _border(shape: tuple[int, int], unit: float, chance: Chance) -> Plane:
    """Signed distance in units into the painted field, positive inside, with a deckled, dry-brushed rim."""
    height, width = shape
    across = np.minimum(np.arange(width), np.arange(width)[::-1]).astype(np.float32)
    down = np.minimum(np.arange(height), np.arange(height)[::-1]).astype(np.float32)
    inside = np.minimum(across[None, :], down[:, None]) / np.float32(unit) - np.float32(BORDER)
    inside += np.float32(34) * (noise.clouds(shape, 150 * unit, chance.fork("sweep"), 3) - np.float32(0.5))
    return inside + np.float32(13) * (noise.clouds(shape, 22 * unit, chance.fork("deckle"), 2) - np.float32(0.5))


def _tide_marks(bright: Plane, shape: tuple[int, int], unit: float, chance: Chance) -> Plane:
    """Where one wash ended on another: a dark rim on one side of broken contours, fading into the wash."""
    level = bright * np.float32(4) + np.float32(2.6) * noise.clouds(shape, 230 * unit, chance.fork("tide"), 4, 0.4)
    slope = steepness(level) * np.float32(unit) + np.float32(0.002)
    away = (level - np.floor(level)) / slope
    rim = np.float32(0.5) * np.exp(away * np.float32(-1 / 1.5)) + np.float32(0.5) * np.exp(
        away * np.float32(-1 / 12)
    )
    calm = smoothstep(0.06, 0.02, slope)
    broken = smoothstep(0.4, 0.62, noise.clouds(shape, 110 * unit, chance.fork("broken"), 2))
    result: Plane = rim * calm * broken
    return result


def _turbulence(shape: tuple[int, int], unit: float, chance: Chance) -> Plane:
    """Where water carried the pigment: soft pools, some cauliflower edges, around 0."""
    pools = noise.clouds(shape, 210 * unit, chance.fork("pools"), 5, 0.55) - np.float32(0.5)
    folds = np.abs(noise.clouds(shape, 85 * unit, chance.fork("folds"), 4) - np.float32(0.5))
    result: Plane = np.float32(3.0) * pools - np.float32(1.7) * (folds - np.float32(0.12)) - np.float32(0.1)
    return result


def _wet_edges(colour: Planes, unit: float) -> Plane:
    """Pigment carried to the rims of each wash, 0..1."""
    steep = sum((steepness(blur(plane, 1.1 * unit)) for plane in colour), np.zeros_like(colour[0]))
    result: Plane = np.minimum(steep * np.float32(3.2 * unit), np.float32(1.0))
    return result


def _paint(sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    inside = _border(shape, unit, chance) if sheet.cover is None else np.full(shape, 99, np.float32)
    tooth = noise.paper(shape, unit, chance.fork("paper")) - np.float32(0.5)
    paper = np.array(PAPER, np.float32)[:, None, None] * (np.float32(1) + np.float32(0.07) * tooth)
    colour = _tinted(_thinned(_wobbled(sheet)), unit, chance)

    flow = _turbulence(shape, unit, chance)
    field = smoothstep(-1.5, 1.5, inside + np.float32(9) * tooth)
    if sheet.staged:
        wash = np.stack([blur(plane, 14 * unit) for plane in colour])
        yield _on(paper, _dense(wash * np.float32(0.6) + np.float32(0.4), np.float32(1) + flow), field)

    colour = simplify(colour, max(2.4 * unit, 1.0))
    if sheet.staged:
        yield _on(paper, _dense(colour, np.float32(0.9) + np.float32(0.6) * flow), field)

    edges = _wet_edges(colour, unit)
    if sheet.cover is not None:
        edges = np.maximum(edges, _wet_edges(sheet.cover[None], unit))
    rim = np.exp(-np.square((inside - np.float32(1.5)) * np.float32(1 / 2.6)))
    tides = _tide_marks(luma(colour), shape, unit, chance)
    density = np.float32(1) + np.float32(0.52) * flow + np.float32(0.85) * edges
    density += np.float32(0.35) * rim + np.float32(0.38) * tides
    density -= np.float32(0.62) * tooth * (np.float32(1.25) - luma(colour))
    yield _on(paper, _dense(colour, density), field)


def _on(paper: Planes, colour: Planes, field: Plane) -> Planes:
    """Transparent colour over paper, where the field is painted."""
    absorbed = np.float32(1) - np.clip(colour, np.float32(0), np.float32(1))
    left: Planes = np.float32(1) - field * absorbed
    return np.asarray(paper * left)


WATERCOLOR = Painted("watercolor", reach=60.0, paint=_paint, margin=BORDER + 12)
