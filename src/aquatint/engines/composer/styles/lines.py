"""Lines found in a picture: where a hand would draw an outline, bend a tube or leave a gap."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.filters import (
    Planes,
    blur,
    enlarge,
    shrink,
    simplify,
    smoothstep,
    steepness,
    warp,
)
from aquatint.engines.composer.styles.noise import Plane


def highest(plane: Plane, radius: int) -> Plane:
    """The largest value within a square of ``radius`` pixels around each pixel."""
    return _highest_across(_highest_across(plane, radius).T, radius).T


def _highest_across(plane: Plane, radius: int) -> Plane:
    """The largest value up to ``radius`` rows away, by windows that double in height."""
    window, wanted = np.pad(plane, ((radius, radius), (0, 0)), mode="edge"), 2 * radius + 1
    seen = 1
    while seen < wanted:
        step = min(seen, wanted - seen)
        window = np.maximum(window[:-step], window[step:])
        seen += step
    return window


def ridges(colour: Planes, unit: float) -> Plane:
    """Lines along the ridges of the edges, 0..1, about 3 units wide, of even strength."""
    steep = sum((steepness(blur(plane, 1.5 * unit)) for plane in colour), np.zeros_like(colour[0]))
    steep *= np.float32(unit)
    near = highest(steep, max(1, round(3 * unit)))
    ridge = steep / (near + np.float32(0.012))
    return blur(smoothstep(0.68, 0.92, ridge) * smoothstep(0.022, 0.075, near), 0.5 * unit)


def silhouettes(colour: Planes, width: float) -> Plane:
    """Lines along the ends of whole forms, not of what is on them, 0..1, about ``width`` pixels wide.

    Found on a copy of half the size: fine detail is what it leaves out.
    """
    factor = 2 if min(colour.shape[1:]) >= 64 else 1
    small = np.stack([shrink(plane, factor) for plane in colour])
    line = ridges(simplify(small, 1.3 * width / factor), 0.66 * width / factor)
    return line if factor == 1 else enlarge(line, colour.shape[1:], factor)


def contours(plane: Plane, width: float, sensitivity: float = 0.98) -> Plane:
    """Drawn outlines, 0 (none) to 1 (full ink), about ``width`` pixels wide, on the dark side of edges.

    Extended difference of Gaussians: Winnemöller, "XDoG" (2012).
    """
    fine = blur(plane, width * 0.7)
    wide = blur(plane, width * 1.5)
    return smoothstep(0.0, 0.05, np.float32(sensitivity) * wide - fine - np.float32(0.006))


def outlines(colour: Planes, bright: Plane, width: float) -> Plane:
    """Drawn contours, 0..1: of light against dark, and, a little thinner, of colour against colour."""
    result: Plane = np.maximum(contours(bright, width * 1.3), np.float32(0.9) * ridges(colour, width * 0.8))
    return result


def spots(bright: Plane, unit: float) -> Plane:
    """Small things much darker than what is around them, 0..1: eyes and noses, which no style may lose."""
    darker = blur(bright, 12 * unit) - bright
    return smoothstep(0.1, 0.22, darker) * smoothstep(0.36, 0.22, bright)


def unsteady(plane: Plane, unit: float, reach: float, chance: Chance) -> Plane:
    """The plane as an unsteady hand would trace it, off by up to ``reach`` units."""
    return retraced(plane, unit, (reach,), chance)[0]


def retraced(plane: Plane, unit: float, reaches: Sequence[float], chance: Chance) -> list[Plane]:
    """The plane as an unsteady hand would trace it again and again, off by up to so many units, to either side."""
    sways = [noise.clouds(plane.shape, 34 * unit, chance.fork(axis), 2) for axis in ("across", "down")]
    traces = []
    for number, reach in enumerate(reaches):
        far = np.float32(2 * reach * unit * (-1) ** number)
        traces.append(warp(plane[None], *(far * (sway - np.float32(0.5)) for sway in sways))[0])
    return traces
