"""Tones of the whole picture: warmer, sepia, more contrast, night; and another hue for one colour."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import numpy as np

from aquatint.engines.composer.drawing import colour as colours
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.edits.foreign.canvas import Box, Canvas, Work, by_strips
from aquatint.engines.composer.edits.foreign.regions import WORKING, Edge, Flags, enlarged, grounds_of, thing_of
from aquatint.engines.composer.styles.filters import Planes, smoothstep
from aquatint.engines.composer.styles.grading import graded_planes
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.oklab import from_oklab, to_oklab

HUE_CORE, HUE_EDGE = 17.0, 30.0
"""Degrees from the named hue within which a colour is recoloured wholly, and beyond which not at all."""
GREYEST = 0.035
"""Below this OKLab chroma a colour has no hue."""


@functools.cache
def tables() -> dict[str, Any]:
    """The data file ``tones.toml``. Callers must not change it."""
    return tomllib.loads(files(__package__).joinpath("tones.toml").read_text(encoding="utf-8"))


def adjust(canvas: Canvas, tone: dict[str, float]) -> Work:
    """Apply a tone, or a row of the tables ``times`` or ``weathers``."""

    return by_strips(canvas, lambda planes, box: graded_planes(planes, tone))


def tint(canvas: Canvas, code: str, strength: float = 0.05) -> Work:
    """Pull all colours towards that of ``code`` ("#rrggbb") by ``strength`` in OKLab's a and b."""
    _, a, b = colours.to_oklab(Colour.of(code))
    length = max(1e-6, float(np.hypot(a, b)))
    return adjust(canvas, {"a": strength * a / length, "b": strength * b / length})


def recolour(canvas: Canvas, old: str, new: str, within: Flags | None = None) -> Work:
    """Turn what has the colour ``old`` into ``new`` (both "#rrggbb"), keeping light and shade; only ``within``."""
    source, target = colours.to_oklch(Colour.of(old)), colours.to_oklch(Colour.of(new))

    def change(planes: Planes, box: Box) -> Planes:
        lab = to_oklab(planes)
        weights = _weights(lab, source)
        if within is not None:
            weights = weights * within[box.top : box.bottom, box.left : box.right]
        return from_oklab(_turned(lab, weights, source, target))

    return by_strips(canvas, change)


def thing_in(canvas: Canvas, code: str) -> Flags:
    """Where a thing of the colour ``code`` may be: a sky or a lawn of that colour is none."""
    lab, weights, step = _sampled(canvas, code)
    return enlarged(thing_of(lab, weights), _shape(canvas), step)


def ground_in(canvas: Canvas, code: str, edges: Sequence[Edge]) -> Flags | None:
    """Where the colour ``code`` lies along one of those edges, as a sky does along the upper one; else None."""
    lab, weights, step = _sampled(canvas, code)
    found = grounds_of(lab, weights, edges)
    return enlarged(found, _shape(canvas), step) if found.any() else None


def _sampled(canvas: Canvas, code: str) -> tuple[Planes, Plane, int]:
    """A small version of the picture in OKLab, how much of it has a colour, and which pixels it is made of."""
    step = max(1, round(max(canvas.pixels.shape[:2]) / WORKING))
    sample = canvas.pixels[::step, ::step, :3]
    lab = to_oklab(np.moveaxis(sample, -1, 0).astype(np.float32) / np.float32(255))
    return lab, _weights(lab, colours.to_oklch(Colour.of(code))), step


def _shape(canvas: Canvas) -> tuple[int, int]:
    return canvas.pixels.shape[0], canvas.pixels.shape[1]


def recolour_all(canvas: Canvas, new: str) -> Work:
    """Give everything editable the colour ``new``, keeping light and shade."""
    target = colours.to_oklch(Colour.of(new))
    area = canvas.area()
    inside = canvas.editable[area.top : area.bottom, area.left : area.right]
    shown = canvas.pixels[area.top : area.bottom, area.left : area.right][inside][::7]
    middle = float(to_oklab((shown[:, :3].T / np.float32(255)).astype(np.float32)[:, np.newaxis])[0].mean())

    def change(planes: Planes, box: Box) -> Planes:
        lab = to_oklab(planes)
        return from_oklab(_turned(lab, np.ones_like(lab[0]), (middle, 0.0, 0.0), target))

    return by_strips(canvas, change)


def share_of(canvas: Canvas, code: str) -> float:
    """Share of the editable picture that has the colour of ``code``."""
    step = max(1, round(len(canvas.pixels) / 256))
    sample = canvas.pixels[::step, ::step, :3]
    lab = to_oklab(np.moveaxis(sample, -1, 0).astype(np.float32) / np.float32(255))
    weights = _weights(lab, colours.to_oklch(Colour.of(code))) * canvas.editable[::step, ::step]
    return float(weights.mean())


def _weights(lab: Planes, source: tuple[float, float, float]) -> Plane:
    """How much each pixel has the colour ``source`` (lightness, chroma, hue in degrees), 0..1."""
    lightness, chroma, hue = source
    own = np.hypot(lab[1], lab[2])
    if chroma < GREYEST:
        near = smoothstep(0.3, 0.16, np.abs(lab[0] - np.float32(lightness)))
        return np.asarray(near * smoothstep(0.08, 0.04, own))
    angle = np.degrees(np.arctan2(lab[2], lab[1])) - np.float32(hue)
    apart = np.abs((angle + 180) % 360 - 180).astype(np.float32)
    return np.asarray(smoothstep(HUE_EDGE, HUE_CORE, apart) * smoothstep(0.02, 0.06, own))


def _turned(
    lab: Planes, weight: Plane, source: tuple[float, float, float], target: tuple[float, float, float]
) -> Planes:
    """Colours moved from ``source`` to ``target`` (lightness, chroma, hue) by their weights."""
    own = np.hypot(lab[1], lab[2])
    fullness = own / np.float32(max(source[1], GREYEST)) if source[1] >= GREYEST else np.ones_like(own)
    chroma = np.minimum(fullness, np.float32(1.3)) * np.float32(target[1])
    hue = np.radians(target[2])
    goal = np.stack(
        [
            lab[0] + np.float32(0.75 * (target[0] - source[0])),
            chroma * np.float32(np.cos(hue)),
            chroma * np.float32(np.sin(hue)),
        ]
    )
    return np.asarray(lab + weight * (goal - lab))
