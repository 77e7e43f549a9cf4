"""The marks of brushes, pens and sticks: textures that are laid along strokes."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import skia

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.surface import premultiplied_image
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.noise import Plane

Floats = npt.NDArray[np.float32]

BRUSH_LENGTH, BRUSH_WIDTH = 128, 32
"""Texture size of one brush mark in texels."""
MARKS = 6
"""Different marks in every brush, so that no stroke repeats its neighbour."""


@dataclass(frozen=True, slots=True)
class Brush:
    """MARKS marks stacked in one texture: RGB is the tone (1 leaves the stroke's colour), alpha the coverage."""

    image: Any

    def shader(self) -> Any:
        """The texture as a Skia shader. Marks are ragged: the nearest texel looks like a blend, and is faster."""
        return self.image.makeShader(
            skia.TileMode.kClamp, skia.TileMode.kClamp, skia.SamplingOptions(skia.FilterMode.kNearest)
        )


def _brush(name: str, tone: Callable[[Floats, Floats, Chance], tuple[Plane, Plane]]) -> Brush:
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
    return Brush(premultiplied_image(np.vstack(rows)))


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


def _hog(along: Floats, across: Floats, chance: Chance) -> tuple[Plane, Plane]:
    """The hairs of a loaded hog brush, and what they cover."""
    streaks = _hairs(chance.fork("streaks"), 32)
    side = np.clip((1 - np.abs(across)) * 6, 0, 1)
    dry = np.clip(1.5 - along * 0.9 + (streaks - 0.5) * 1.6, 0, 1)
    return streaks, side * dry * _ends(along, across, chance.fork("ends"), 0.16)


@functools.cache
def bristles() -> Brush:
    """A loaded hog brush: opaque, streaked, ragged at the end."""

    def tone(along: Floats, across: Floats, chance: Chance) -> tuple[Plane, Plane]:
        streaks, cover = _hog(along, across, chance)
        return 0.86 + 0.14 * streaks, cover

    return _brush("bristles", tone)


@functools.cache
def bristle_height() -> Brush:
    """The same kind of mark as a height: ridges of paint between hairs, thick at rims and at the end."""

    def tone(along: Floats, across: Floats, chance: Chance) -> tuple[Plane, Plane]:
        streaks, cover = _hog(along, across, chance)
        return 0.3 + 0.5 * streaks + 0.22 * across**4 + 0.15 * along**6, cover

    return _brush("bristles", tone)


@functools.cache
def flat_brush() -> Brush:
    """A flat gouache brush: even, opaque, with crisp sides and a slightly dry end."""

    def tone(along: Floats, across: Floats, chance: Chance) -> tuple[Plane, Plane]:
        streaks = _hairs(chance.fork("streaks"), 64)
        side = np.clip((1 - np.abs(across)) * 9, 0, 1)
        dry = np.clip(2.4 - along * 1.5 + (streaks - 0.5) * 2.2, 0, 1)
        return 0.95 + 0.05 * streaks, side * dry * _ends(along, across, chance.fork("ends"), 0.07)

    return _brush("flat", tone)


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
