"""Stained glass and mosaic: pieces of one colour each, in lead or in mortar."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.cells import Cells, grown, scattered, settled
from aquatint.engines.composer.styles.course import course
from aquatint.engines.composer.styles.filters import Planes, blur, blur_all, luma, simplify, slopes, smoothstep
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.sheet import Sheet
from aquatint.engines.composer.styles.style import Painted

LEAD = (0.075, 0.075, 0.085)
MORTAR = (0.46, 0.43, 0.39)


PANE, STONE = 62.0, 15.0
"""Width of a pane and of a stone, in units."""


def _glaze(colour: Planes) -> Planes:
    """Colours as panes tell them apart: hue more than light."""
    bright = luma(colour)
    return np.asarray(np.float32(0.75) * bright + np.float32(1.5) * (colour - bright))


def _pieces(cells: Cells, colour: Planes) -> Planes:
    """Every cell in its mean colour."""
    means = cells.means(colour).astype(np.float32)
    return np.stack([row[cells.label] for row in means])


def _seams(cells: Cells, width: float) -> Plane:
    """1 on the borders between cells, about ``width`` pixels wide, soft at its rims."""
    label = cells.label
    step = np.zeros(label.shape, np.float32)
    step[:, 1:] = label[:, 1:] != label[:, :-1]
    step[1:] = np.maximum(step[1:], label[1:] != label[:-1])
    return smoothstep(0.15, 0.5, blur(step, width * 0.45) * np.float32(width * 0.9))


def _relief(height: Plane, unit: float, strength: float) -> Plane:
    """Light from the upper left on a height, around 0."""
    across, down = slopes(blur(height, 0.8 * unit))
    result: Plane = np.clip(-(across + down) * np.float32(strength), np.float32(-0.25), np.float32(0.3))
    return result


def _stained(sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    colour = simplify(simplify(sheet.colour, 3.2 * unit), 3.2 * unit)
    # Panes are chosen by hue first: light and shade on one thing do not part it.
    seen = blur_all(_glaze(colour), unit)
    points = settled(seen, scattered(seen, PANE * unit, 0.9, chance.fork("cells")), 1.6, 3)
    cells = grown(seen, points, 4.5)
    glass = _pieces(cells, colour)
    bright = luma(glass)
    glass = np.clip(bright + (glass - bright) * np.float32(1.45), 0, 1)
    glass = np.clip(glass * np.float32(1.05) + np.float32(0.04), 0, 1)
    glass *= np.float32(0.86) + np.float32(0.28) * cells.dice(chance.fork("batch"))
    yield np.clip(glass, 0, 1)
    waves = noise.clouds(shape, 46 * unit, chance.fork("waves"), 4)
    seeds = smoothstep(0.8, 0.95, noise.smooth(shape, 5 * unit, chance.fork("seeds")))
    lit = glass * (np.float32(0.72) + np.float32(0.62) * waves) + np.float32(0.1) * seeds
    lead = _seams(cells, 5.0 * unit)
    shade = blur(lead, 4 * unit)
    lit = lit * (np.float32(1.08) - np.float32(0.5) * shade)
    yield np.clip(lit, 0, 1)
    metal = np.array(LEAD, np.float32)[:, None, None] + _relief(blur(lead, unit), unit, 0.5)
    halo = np.float32(0.16) * blur_all(np.clip(lit - np.float32(0.35), 0, 1), 14 * unit)
    yield np.clip(lit * (np.float32(1) - lead) + metal * lead + halo, 0, 1)


def _weathered(stone: Planes, cells: Cells, sheet: Sheet) -> Planes:
    """Every stone a little lighter or darker, warmer or cooler, and veined."""
    chance = sheet.chance
    light = cells.dice(chance.fork("stone")) - np.float32(0.5)
    warm = cells.dice(chance.fork("warm")) - np.float32(0.5)
    vein = noise.clouds(sheet.shape, 20 * sheet.unit, chance.fork("vein"), 4) - np.float32(0.5)
    varied = stone * (np.float32(1) + np.float32(0.24) * light + np.float32(0.16) * vein)
    tint = np.stack([warm, np.zeros_like(warm), -warm]) * np.float32(0.05)
    return np.asarray(varied + tint)


def _mosaic(sheet: Sheet) -> Iterator[Planes]:
    shape, unit, chance = sheet.shape, sheet.unit, sheet.chance
    colour = simplify(sheet.colour, 2.2 * unit)
    seen = blur_all(colour, 0.8 * unit)
    points = scattered(seen, STONE * unit, 0.3, chance.fork("cells"))
    turn = course(colour, unit, chance.fork("rows"), sigma=11.0).at(points.x, points.y)
    cells = grown(seen, points, 1.5, turn)
    stone = _pieces(cells, colour)
    yield stone
    stone = _weathered(stone, cells, sheet)
    die = cells.dice(chance.fork("stone")) - np.float32(0.5)
    seam = _seams(cells, 1.7 * unit)
    height = (np.float32(1) - blur(seam, 1.2 * unit)) + np.float32(0.35) * die
    sand = np.float32(0.7) + np.float32(0.35) * noise.paper(shape, unit, chance.fork("sand"))
    mortar = np.array(MORTAR, np.float32)[:, None, None] * sand
    laid = stone * (np.float32(1) - seam) + mortar * seam
    yield np.clip(laid, 0, 1)
    yield np.clip(laid + _relief(height, unit, 0.55 * unit), 0, 1)


STAINED_GLASS = Painted("stained-glass", reach=320.0, paint=_stained)
MOSAIC = Painted("mosaic", reach=70.0, paint=_mosaic)
