"""Brush strokes in bulk: thousands of curved, textured strokes in one call to Skia.

Strokes sit on a fixed jittered grid. What is random about each (place, order, size, tint) is hashed from its
grid cell, so a change in one part of the picture leaves the strokes elsewhere as they were.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import skia

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.surface import new_surface, premultiplied_image, read_pixels
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.filters import Planes
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.sheet import to_planes
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

Floats = npt.NDArray[np.float32]

BRUSH_LENGTH, BRUSH_WIDTH = 128, 32
"""Texture size of one brush mark in texels."""
MARKS = 6
"""Different marks in every brush, so that no stroke repeats its neighbour."""
STEPS = 6
"""Pieces that a curved stroke is made of, unless told otherwise; always even."""
CORNERS = 60_000
"""Corners per mesh: its 16-bit indices reach not much further."""


@dataclass(frozen=True, slots=True)
class Seats:
    """Where strokes sit, in drawing order: ``x``, ``y`` in pixels, each with six hashed numbers 0..1 (6, n)."""

    x: Floats
    y: Floats
    dice: Floats

    def at(self, plane: Plane) -> Floats:
        """The plane's values where the strokes sit."""
        return sample(plane, self.x, self.y)

    def where(self, chosen: npt.NDArray[np.bool_]) -> Seats:
        """Only the chosen seats."""
        return Seats(self.x[chosen], self.y[chosen], self.dice[:, chosen])


def seats(shape: tuple[int, int], spacing: float, chance: Chance, jitter: float = 1.0) -> Seats:
    """A jittered grid ``spacing`` (at least 2) pixels wide, in an order that hangs on the hash of each cell."""
    spacing = max(spacing, 2.0)
    rows, columns = math.ceil(shape[0] / spacing) + 1, math.ceil(shape[1] / spacing) + 1
    dice = np.stack([noise.white((rows, columns), chance.fork("die", i)) for i in range(9)]).reshape(9, -1)
    down, across = np.divmod(np.arange(rows * columns, dtype=np.int32), np.int32(columns))
    x = (across + np.float32(jitter) * (dice[0] - np.float32(0.5))) * np.float32(spacing)
    y = (down + np.float32(jitter) * (dice[1] - np.float32(0.5))) * np.float32(spacing)
    order = np.argsort(dice[2], kind="stable")
    return Seats(x[order].astype(np.float32), y[order].astype(np.float32), dice[3:, order])


def sample(plane: Plane, x: Floats, y: Floats) -> Floats:
    """Nearest values of the plane at points, which may lie outside."""
    rows = np.clip(y, 0, plane.shape[0] - 1).astype(np.int32)
    columns = np.clip(x, 0, plane.shape[1] - 1).astype(np.int32)
    return np.asarray(plane[rows, columns])


def spines(
    seat: Seats, angle: Plane, length: Floats, colour: Planes, tolerance: float, steps: int = STEPS
) -> Floats:
    """(n, steps + 1, 2) points of strokes that run both ways from their seats along the angle field.

    A stroke stops where the picture's colour leaves the colour of its seat by more than ``tolerance``.
    """
    step = length / np.float32(steps)
    home = np.stack([seat.at(plane) for plane in colour])
    start = seat.at(angle)
    sides = [_side(seat, angle, start, step * way, colour, home, tolerance, steps // 2) for way in (-1, 1)]
    middle = np.stack([seat.x, seat.y], axis=-1)
    return np.stack([*reversed(sides[0]), middle, *sides[1]], axis=1)


def _side(
    seat: Seats,
    angle: Plane,
    start: Floats,
    step: Floats,
    colour: Planes,
    home: Floats,
    tolerance: float,
    count: int,
) -> list[Floats]:
    """The points of one half of each stroke, from its seat outwards."""
    x, y, turn = seat.x.copy(), seat.y.copy(), start
    going = np.ones(len(x), bool)
    points = []
    for _ in range(count):
        found = sample(angle, x, y)
        turned = found - np.float32(math.pi) * np.round((found - turn) * np.float32(1 / math.pi))
        turn = turned.astype(np.float32)
        ahead_x, ahead_y = x + step * np.cos(turn), y + step * np.sin(turn)
        gap = sum(np.abs(sample(p, ahead_x, ahead_y) - h) for p, h in zip(colour, home, strict=True))
        going &= gap < tolerance * len(home)
        x, y = np.where(going, ahead_x, x), np.where(going, ahead_y, y)
        points.append(np.stack([x, y], axis=-1))
    return points


@dataclass(frozen=True, slots=True)
class Brush:
    """MARKS marks stacked in one texture: RGB is the tone (1 leaves the stroke's colour), alpha the coverage."""

    image: Any
    rough: bool = False
    """Whether its marks are laid wide and ragged: they look the same with the nearest texel, and are faster."""

    def shader(self) -> Any:
        """The texture as a Skia shader."""
        sampling = skia.SamplingOptions(skia.FilterMode.kNearest if self.rough else skia.FilterMode.kLinear)
        return self.image.makeShader(skia.TileMode.kClamp, skia.TileMode.kClamp, sampling)


def _rims(points: Floats, width: Floats, taper: float) -> Floats:
    """(n, 2 * pairs, 2) the two sides of strips along the spines, left and right in turn."""
    along = np.gradient(points, axis=1)
    along /= np.sqrt((along**2).sum(-1, keepdims=True)) + np.float32(1e-6)
    across = np.stack([-along[..., 1], along[..., 0]], axis=-1)
    t = np.linspace(-1, 1, points.shape[1], dtype=np.float32)
    profile = np.float32(1) - np.float32(taper) * t**4
    offset = across * (width[:, None, None] * np.float32(0.5) * profile[None, :, None])
    return np.stack([points - offset, points + offset], axis=2).reshape(len(points), 2 * points.shape[1], 2)


@functools.cache
def _places(pairs: int) -> list[list[Any]]:
    """For each mark, where in the brush texture the corners of a strip lie."""
    along = np.linspace(0.5, BRUSH_LENGTH - 0.5, pairs)
    sides = (0.5, BRUSH_WIDTH - 0.5)
    return [[skia.Point(u, mark * BRUSH_WIDTH + v) for u in along for v in sides] for mark in range(MARKS)]


@functools.cache
def _triangles(pairs: int) -> list[int]:
    """Triangles of a full mesh of strips, as places in its list of corners."""
    corners = np.array([0, 1, 2, 1, 3, 2])[None, :] + 2 * np.arange(pairs - 1)[:, None]
    indices: list[int] = (
        (corners.reshape(1, -1) + (2 * pairs) * np.arange(CORNERS // (2 * pairs))[:, None]).ravel().tolist()
    )
    return indices


class Strips:
    """Strokes as meshes, which may be drawn more than once, with other colours and brushes."""

    def __init__(self, points: Floats, width: Floats, seat: Seats, taper: float = 0.25) -> None:
        """Strokes along spines (n, steps + 1, 2), ``width`` (n,) in pixels, narrower at the ends by ``taper``."""
        self._pairs = points.shape[1]
        self._batch = CORNERS // (2 * self._pairs)
        mark = (seat.dice[5] * MARKS).astype(np.int32).tolist()
        rims = _rims(points, width, taper)
        places = _places(self._pairs)
        self._parts = []
        for first in range(0, len(points), self._batch):
            part = slice(first, first + self._batch)
            # Two flat lists, not one of pairs: the garbage collector counts every pair.
            x, y = rims[part].reshape(-1, 2).T
            corners = list(map(skia.Point, x.tolist(), y.tolist()))
            self._parts.append((corners, list(itertools.chain.from_iterable(places[m] for m in mark[part]))))

    def draw(self, canvas: Any, colour: Floats, alpha: Floats | float, brush: Brush) -> None:
        """Draw them in ``colour`` (3, n) sRGB 0..1, or (3, 1) for all, with ``alpha`` 0..1."""
        bytes_ = (np.clip(colour, 0, 1) * 255 + 0.5).astype(np.uint32)
        opacity = (np.asarray(np.clip(alpha, 0, 1)) * 255 + 0.5).astype(np.uint32)
        argb = opacity << 24 | bytes_[0] << 16 | bytes_[1] << 8 | bytes_[2]
        paint = skia.Paint(Shader=brush.shader())
        for number, (corners, places) in enumerate(self._parts):
            count = len(corners) // (2 * self._pairs)
            part = argb[number * self._batch :][:count] if len(argb) > 1 else np.repeat(argb, count)
            tints = np.repeat(part, 2 * self._pairs).tolist()
            kind = skia.Vertices.kTriangles_VertexMode
            triangles = _triangles(self._pairs)[: 6 * (self._pairs - 1) * count]
            mesh = skia.Vertices(kind, corners, places, tints, triangles)
            canvas.drawVertices(mesh, paint, skia.BlendMode.kModulate)


WHITE: Floats = np.ones((3, 1), np.float32)
"""One colour for all strokes of a mask."""


def painting(shape: tuple[int, int], ground: Pixels | None = None) -> Any:
    """A Skia surface to lay strokes on, filled with (H, W, 3) ground pixels if given."""
    surface = new_surface(Size(shape[1], shape[0]))
    if ground is not None:
        opaque = np.full(shape, 255, np.uint8)
        surface.getCanvas().drawImage(premultiplied_image(np.dstack([ground[..., ::-1], opaque])), 0, 0)
    return surface


def read_planes(surface: Any) -> Planes:
    """The surface's colours as (3, H, W) planes; what is not covered is black."""
    return to_planes(np.ascontiguousarray(read_pixels(surface)[..., :3]))


def _brush(
    name: str, tone: Callable[[Floats, Floats, Chance], tuple[Plane, Plane]], *, rough: bool = False
) -> Brush:
    """A brush whose marks are made by ``tone(along, across, chance) -> (tone 0..1, alpha 0..1)``."""
    chance = Chance(0).fork("brush", name)
    along = np.linspace(0, 1, BRUSH_LENGTH, dtype=np.float32)[None, :].repeat(BRUSH_WIDTH, 0)
    across = np.linspace(-1, 1, BRUSH_WIDTH, dtype=np.float32)[:, None].repeat(BRUSH_LENGTH, 1)
    rows = []
    for mark in range(MARKS):
        value, alpha = tone(along, across, chance.fork(mark))
        cover = np.clip(alpha, 0, 1)
        grey = (np.clip(value, 0, 1) * cover * 255).astype(np.uint8)
        rows.append(np.dstack([grey, grey, grey, (cover * 255).astype(np.uint8)]))
    return Brush(premultiplied_image(np.vstack(rows)), rough)


def _hairs(chance: Chance, stretch: int, rows: int = BRUSH_WIDTH) -> Plane:
    """Streaks along the stroke, 0..1: noise drawn out ``stretch`` times longer than wide."""
    narrow = noise.smooth((rows, BRUSH_LENGTH // stretch + 1), 1.6, chance)
    return np.repeat(narrow, stretch, axis=1)[:, :BRUSH_LENGTH]


def _ends(along: Floats, across: Floats, chance: Chance, ragged: float) -> Plane:
    """Coverage at the two ends: round, with hairs that stop at different places."""
    hair = noise.white((BRUSH_WIDTH, 2), chance)
    first = np.float32(ragged) * hair[:, :1] + np.float32(0.06) * across**2
    last = np.float32(1) - np.float32(1.6 * ragged) * hair[:, 1:] - np.float32(0.08) * across**2
    return np.clip((along - first) * 24, 0, 1) * np.clip((last - along) * 16, 0, 1)


@functools.cache
def bristles() -> Brush:
    """A loaded hog brush: opaque, streaked, ragged at the end."""

    def tone(along: Floats, across: Floats, chance: Chance) -> tuple[Plane, Plane]:
        streaks = _hairs(chance.fork("streaks"), 32)
        side = np.clip((1 - np.abs(across)) * 6, 0, 1)
        dry = np.clip(1.5 - along * 0.9 + (streaks - 0.5) * 1.6, 0, 1)
        return 0.86 + 0.14 * streaks, side * dry * _ends(along, across, chance.fork("ends"), 0.16)

    return _brush("bristles", tone, rough=True)


@functools.cache
def bristle_height() -> Brush:
    """The same kind of mark as a height: ridges of paint between hairs, thick at rims and at the end."""

    def tone(along: Floats, across: Floats, chance: Chance) -> tuple[Plane, Plane]:
        streaks = _hairs(chance.fork("streaks"), 32)
        side = np.clip((1 - np.abs(across)) * 6, 0, 1)
        ridge = 0.3 + 0.5 * streaks + 0.22 * across**4 + 0.15 * along**6
        dry = np.clip(1.5 - along * 0.9 + (streaks - 0.5) * 1.6, 0, 1)
        return ridge, side * dry * _ends(along, across, chance.fork("ends"), 0.16)

    return _brush("bristles", tone, rough=True)


@functools.cache
def flat_brush() -> Brush:
    """A flat gouache brush: even, opaque, with crisp sides and a slightly dry end."""

    def tone(along: Floats, across: Floats, chance: Chance) -> tuple[Plane, Plane]:
        streaks = _hairs(chance.fork("streaks"), 64)
        side = np.clip((1 - np.abs(across)) * 9, 0, 1)
        dry = np.clip(2.4 - along * 1.5 + (streaks - 0.5) * 2.2, 0, 1)
        return 0.95 + 0.05 * streaks, side * dry * _ends(along, across, chance.fork("ends"), 0.07)

    return _brush("flat", tone, rough=True)


@functools.cache
def pencil() -> Brush:
    """A graphite point: soft grain, fading at both ends."""

    def tone(along: Floats, across: Floats, chance: Chance) -> tuple[Plane, Plane]:
        grain = noise.white((BRUSH_WIDTH, BRUSH_LENGTH), chance.fork("grain"))
        side = np.clip((1 - np.abs(across)) * 1.6, 0, 1)
        press = np.clip(np.sin(along * math.pi) * 1.7, 0, 1)
        return np.ones_like(along), side * press * (0.45 + 0.75 * grain)

    return _brush("pencil", tone)


@functools.cache
def pen() -> Brush:
    """An ink nib: solid, swelling in the middle, pointed at both ends."""

    def tone(along: Floats, across: Floats, chance: Chance) -> tuple[Plane, Plane]:
        swell = 0.25 + 0.75 * np.sqrt(np.clip(np.sin(along * math.pi), 0, 1))
        wave = 0.16 * _hairs(chance.fork("wave"), 16, 1)
        return np.ones_like(along), np.clip((swell - wave - np.abs(across)) * 7, 0, 1)

    return _brush("pen", tone)


@functools.cache
def gouge() -> Brush:
    """A carving gouge: enters thin, bites wide, leaves with a flick."""

    def tone(along: Floats, across: Floats, chance: Chance) -> tuple[Plane, Plane]:
        bite = np.clip(np.minimum(along * 3.2, (1 - along) * 1.25) * 1.15, 0, 1) ** 0.8
        rough = 0.14 * (_hairs(chance.fork("rough"), 5, 1) - 0.5)
        return np.ones_like(along), np.clip((0.85 * bite + rough * bite - np.abs(across)) * 8, 0, 1)

    return _brush("gouge", tone)


@functools.cache
def chalk() -> Brush:
    """A stick of chalk held flat: broad and crumbly."""

    def tone(along: Floats, across: Floats, chance: Chance) -> tuple[Plane, Plane]:
        crumbs = noise.smooth((BRUSH_WIDTH, BRUSH_LENGTH), 1.7, chance.fork("crumbs"))
        side = np.clip((1 - np.abs(across)) * 3, 0, 1)
        return np.ones_like(along), side * np.clip((crumbs - 0.38) * 4, 0, 1) * np.clip(
            np.sin(along * math.pi) * 2.5, 0, 1
        )

    return _brush("chalk", tone)
