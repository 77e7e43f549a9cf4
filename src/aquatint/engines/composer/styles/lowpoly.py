"""Low-poly: a mesh of facets on a jittered grid, its corners drawn to the nearest edges of the picture."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import skia
from PIL import Image

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.course import Floats, sample
from aquatint.engines.composer.styles.filters import Planes, blur, blur_all, edges
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.sheet import Sheet, to_planes
from aquatint.engines.composer.styles.style import Painted
from aquatint.sizes import Size

TRIES = 6
"""Places looked at in each direction when a corner seeks an edge."""
OVER = 2
"""Facets are drawn this many times larger and reduced, for smooth seams."""
BATCH = 20_000
MESHES = ((92.0, 0.0), (50.0, 0.0016), (28.0, 0.0036), (15.0, 0.0085))
"""Sizes of the facets in units, each with the busyness from which on it is used."""


def _corners(sheet: Sheet, cell: float, chance: Chance) -> Floats:
    """(rows, columns, 2) corners x, y: jittered, then moved to the strongest edge close by."""
    height, width = sheet.shape
    rows, columns = math.ceil(height / cell) + 2, math.ceil(width / cell) + 2
    edge = blur(edges(sheet.colour, 1.2 * sheet.unit), sheet.unit) * np.float32(sheet.unit)
    jitter = [np.float32(0.55) * noise.white((rows, columns), chance.fork(axis)) for axis in ("x", "y")]
    half, size = np.float32(0.775), np.float32(cell)
    x: Plane = (np.arange(columns).astype(np.float32)[None, :] - half + jitter[0]) * size
    y: Plane = (np.arange(rows).astype(np.float32)[:, None] - half + jitter[1]) * size
    best, best_x, best_y = np.full(x.shape, 0.012, np.float32), x.copy(), y.copy()
    for i in range(TRIES * TRIES):
        step_y, step_x = divmod(i, TRIES)
        there_x: Plane = x + np.float32((step_x / (TRIES - 1) - 0.5) * 0.8 * cell)
        there_y: Plane = y + np.float32((step_y / (TRIES - 1) - 0.5) * 0.8 * cell)
        strength = sample(edge, there_x, there_y)
        better = strength > best
        best = np.where(better, strength, best)
        best_x, best_y = np.where(better, there_x, best_x), np.where(better, there_y, best_y)
    return np.stack([best_x, best_y], axis=-1).astype(np.float32)


def _triangles(corners: Floats, colour: Planes) -> Floats:
    """(n, 3, 2) triangles: each quadrilateral is cut along the diagonal whose ends look more alike."""
    a, b, c, d = (
        corners[:-1, :-1].reshape(-1, 2),
        corners[:-1, 1:].reshape(-1, 2),
        corners[1:, 1:].reshape(-1, 2),
        corners[1:, :-1].reshape(-1, 2),
    )

    def cut(first: tuple[Floats, ...], second: tuple[Floats, ...]) -> Floats:
        """How uneven the two halves are in colour."""
        return sum((_spread(part, colour) for part in (first, second)), np.zeros(len(a), np.float32))

    falling = cut((a, b, c), (a, c, d)) <= cut((a, b, d), (b, c, d))
    one = np.where(falling[:, None, None], np.stack([a, b, c], 1), np.stack([a, b, d], 1))
    two = np.where(falling[:, None, None], np.stack([a, c, d], 1), np.stack([b, c, d], 1))
    return np.stack([one, two], axis=1).reshape(-1, 3, 2)


def _probes(triangle: tuple[Floats, ...]) -> list[Floats]:
    """Four points well inside a triangle."""
    p, q, r = triangle
    middle = (p + q + r) / np.float32(3)
    return [middle, *(middle + (corner - middle) * np.float32(0.5) for corner in (p, q, r))]


def _spread(triangle: tuple[Floats, ...], colour: Planes) -> Floats:
    found = [np.stack([sample(plane, p[:, 0], p[:, 1]) for plane in colour]) for p in _probes(triangle)]
    mean = sum(found[1:], found[0]) / np.float32(len(found))
    return sum((np.abs(f - mean).sum(axis=0) for f in found), np.zeros(len(triangle[0]), np.float32))


def _facets(triangles: Floats, colour: Planes, chance: Chance) -> npt.NDArray[np.uint32]:
    """One ARGB colour per triangle: the middle value of its probes, tilted to the light by its own die."""
    corners = (triangles[:, 0], triangles[:, 1], triangles[:, 2])
    found = [np.stack([sample(plane, p[:, 0], p[:, 1]) for plane in colour]) for p in _probes(corners)]
    tint = np.sort(np.stack(found), axis=0)[1:3].mean(axis=0)
    tilt = (noise.white((len(triangles), 1), chance)[:, 0] - np.float32(0.5)) * np.float32(0.085)
    edge = triangles[:, 1] - triangles[:, 0]
    tilt += np.float32(0.035) * np.sign(edge[:, 0] - edge[:, 1])
    lit = np.clip((tint * (np.float32(1) + tilt) + np.float32(0.25) * tilt) * 255 + 0.5, 0, 255).astype(np.uint32)
    result: npt.NDArray[np.uint32] = (
        np.uint32(0xFF000000) | lit[0] << np.uint32(16) | lit[1] << np.uint32(8) | lit[2]
    )
    return result


def _drawn(triangles: Floats, colours: npt.NDArray[np.uint32], shape: tuple[int, int]) -> Planes:
    surface = new_surface(Size(shape[1] * OVER, shape[0] * OVER))
    canvas = surface.getCanvas()
    for first in range(0, len(triangles), BATCH):
        part = slice(first, first + BATCH)
        points = [skia.Point(x, y) for x, y in (triangles[part] * OVER).reshape(-1, 2).tolist()]
        tints = np.repeat(colours[part], 3).tolist()
        mesh = skia.Vertices(skia.Vertices.kTriangles_VertexMode, points, None, tints)
        canvas.drawVertices(mesh, skia.Paint(), skia.BlendMode.kDst)
    large = np.ascontiguousarray(read_pixels(surface)[..., :3])
    return to_planes(np.array(Image.fromarray(large).reduce(OVER)))


def _paint(sheet: Sheet) -> Iterator[Planes]:
    colour = blur_all(sheet.colour, 0.8 * sheet.unit)
    mesh = np.zeros((0, 3, 2), np.float32)
    tints = np.zeros(0, np.uint32)
    edge = edges(colour, 1.2 * sheet.unit) * np.float32(sheet.unit)
    for size, detail in MESHES:
        busy = blur(edge, 1.3 * size * sheet.unit)
        chance = sheet.chance.fork("facets", round(size))
        triangles = _triangles(_corners(sheet, size * sheet.unit, chance.fork("corners")), colour)
        facets = _facets(triangles, colour, chance.fork("tilt"))
        middle = triangles.mean(axis=1)
        chosen = sample(busy, middle[:, 0], middle[:, 1]) >= detail
        mesh = np.concatenate([mesh, triangles[chosen]])
        tints = np.concatenate([tints, facets[chosen]])
        if sheet.staged or (size, detail) == MESHES[-1]:
            yield _drawn(mesh, tints, sheet.shape)


LOW_POLY = Painted("low-poly", reach=240.0, paint=_paint)
