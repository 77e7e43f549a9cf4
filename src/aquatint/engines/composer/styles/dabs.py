"""Impressionism and pointillism: broken colour. Dabs and dots of purer, differing hues that mix in the eye."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import brushes, noise, strokes
from aquatint.engines.composer.styles.cells import scattered
from aquatint.engines.composer.styles.coats import Coat, Motif, lay_coat
from aquatint.engines.composer.styles.filters import Planes, blur_all, luma, simplify
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.oklab import from_oklab, to_oklab
from aquatint.engines.composer.styles.sheet import Sheet, to_pixels
from aquatint.engines.composer.styles.style import Painted, fine_grain

DABS = (
    Coat(spacing=14, width=19, length=40, detail=0.0, tolerance=0.2, tint=0.10, steps=2),
    Coat(spacing=10.5, width=11.5, length=26, detail=0.0012, tolerance=0.14, tint=0.11, steps=1),
    Coat(spacing=6.2, width=6.2, length=15, detail=0.012, tolerance=0.1, tint=0.07, steps=1),
)
CANVAS = (0.83, 0.78, 0.70)
DOTS = ((7.4, 0.62, 0.0), (6.2, 0.56, 0.35))
"""Distance of the dots of each layer in units, their size in distances, and how far they go to other hues."""


def _sunlit(colour: Planes) -> Planes:
    """Shadows towards violet and blue, lights towards yellow, all of it purer and lighter."""
    lab = to_oklab(colour)
    shade = np.clip((np.float32(0.62) - lab[0]) * np.float32(1.6), 0, 1)
    light = np.clip((lab[0] - np.float32(0.62)) * np.float32(2.0), 0, 1)
    lab[1:] *= np.float32(1.25)
    lab[1] += np.float32(0.018) * shade
    lab[2] += np.float32(0.03) * light - np.float32(0.045) * shade
    lab[0] = np.float32(0.07) + np.float32(0.93) * lab[0]
    return from_oklab(lab)


def _impressionist(sheet: Sheet) -> Iterator[Planes]:
    unit, chance = sheet.unit, sheet.chance
    motif = Motif.of(_sunlit(simplify(sheet.colour, 1.5 * unit)), unit, chance)
    ground = blur_all(motif.colour, 10 * unit) * np.float32(0.75) + np.array(CANVAS, np.float32)[
        :, None, None
    ] * np.float32(0.25)
    canvas = strokes.painting(sheet.shape, to_pixels(ground))
    for number, coat in enumerate(DABS):
        lay_coat(motif, coat, chance.fork("coat", number)).draw(canvas.getCanvas(), brushes.bristles())
        if sheet.staged or coat is DABS[-1]:
            yield strokes.read_planes(canvas)


def _dots(
    ground: Planes, colour: Planes, unit: float, layer: tuple[float, float, float], chance: Chance
) -> Planes:
    """One layer of round dots over a ground, each of one colour."""
    spacing, size, astray = layer
    points = scattered(colour, spacing * unit, 0.62, chance)
    inks = _astray(points.colour, astray, chance)
    height, width = colour.shape[1:]
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    row = (np.arange(height) / points.spacing).astype(np.intp) + 1
    column = (np.arange(width) / points.spacing).astype(np.intp) + 1
    radius = (
        points.spacing
        * np.float32(size)
        * (np.float32(0.75) + np.float32(0.5) * noise.white(points.x.shape, chance.fork("size")))
    )
    result = ground
    for around in range(9):
        rows, columns = row + around // 3 - 1, column + around % 3 - 1
        near = [np.asarray(p[rows].take(columns, axis=1)) for p in (points.x, points.y, radius, *inks)]
        far = np.sqrt((x - near[0]) ** 2 + (y - near[1]) ** 2)
        cover: Plane = np.clip(near[2] - far + np.float32(0.5), 0, 1)
        result = np.asarray(result + (np.stack(near[3:]) - result) * cover, np.float32)
    return result


def _astray(colour: Planes, amount: float, chance: Chance) -> Planes:
    """Pure colours about those asked: some dots lighter, some darker, some of the neighbouring hues."""
    lab = to_oklab(colour)
    dice = [
        noise.white((colour.shape[1], colour.shape[2]), chance.fork("hue", i)) - np.float32(0.5) for i in range(3)
    ]
    lab[0] += np.float32(0.13) * dice[0]
    lab[1:] *= np.float32(1.35)
    lab[1] += np.float32(0.05 + 0.16 * amount) * dice[1]
    lab[2] += np.float32(0.06 + 0.16 * amount) * dice[2]
    return np.clip(from_oklab(lab), 0, 1)


def _pointillist(sheet: Sheet) -> Iterator[Planes]:
    unit, chance = sheet.unit, sheet.chance
    colour = simplify(sheet.colour, 1.6 * unit)
    paper = np.array(CANVAS, np.float32)[:, None, None]
    bright = luma(colour)
    soft = bright + (blur_all(colour, 3 * unit) - bright)
    laid: Planes = np.asarray(paper * np.float32(0.45) + soft * np.float32(0.55), np.float32)
    for number, layer in enumerate(DOTS):
        laid = _dots(laid, colour, unit, layer, chance.fork("dots", number))
        yield laid


IMPRESSIONIST = Painted("impressionist", reach=130.0, paint=_impressionist, texture=fine_grain(0.03))
POINTILLISM = Painted("pointillism", reach=40.0, paint=_pointillist)
