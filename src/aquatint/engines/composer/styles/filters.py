"""Filters of planes, all local: a pixel depends on a bounded neighbourhood and on nothing else, to the last bit.

Sums run in a fixed order over the neighbourhood (no running sums, whose rounding would carry far).
Planes are (height, width) float32; pictures are (3, height, width) float32 sRGB in 0..1.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image

from aquatint.engines.composer.styles.noise import Plane

Planes = npt.NDArray[np.float32]
"""(channels, height, width) float32."""

STRIP = 32
"""Rows that are worked on at a time where many planes are summed."""


def luma(colour: Planes) -> Plane:
    """Brightness as the eye weighs the channels (Rec. 601 weights on sRGB values), 0..1."""
    result: Plane = np.float32(0.299) * colour[0] + np.float32(0.587) * colour[1] + np.float32(0.114) * colour[2]
    return result


def value(colour: Planes) -> Plane:
    """How light a colour looks to someone who draws without colour: vivid colours count as lighter (0..1)."""
    vivid = colour.max(axis=0) - colour.min(axis=0)
    result: Plane = np.minimum(luma(colour) + np.float32(0.24) * vivid, np.float32(1))
    return result


def cube(plane: Planes) -> Planes:
    """The third power. Written out: ``** 3`` is a hundred times slower where numbers are negative."""
    result: Planes = plane * plane * plane
    return result


def smoothstep(low: float, high: float, plane: Plane) -> Plane:
    """0 below ``low``, 1 above ``high``, a smooth S between; with ``low > high`` it falls."""
    t = np.clip((plane - np.float32(low)) * np.float32(1 / (high - low)), np.float32(0), np.float32(1))
    result: Plane = t * t * (np.float32(3) - np.float32(2) * t)
    return result


def shrink(plane: Plane, factor: int) -> Plane:
    """Mean of blocks of ``factor`` x ``factor`` pixels; ragged blocks at the right and bottom stay."""
    return plane if factor == 1 else np.array(Image.fromarray(plane).reduce(factor))


def enlarge(plane: Plane, shape: tuple[int, int], factor: float) -> Plane:
    """The plane ``factor`` times larger (cubic), cut to ``shape``."""
    height, width = shape
    box = (0.0, 0.0, min(plane.shape[1], width / factor), min(plane.shape[0], height / factor))
    picture = Image.fromarray(np.ascontiguousarray(plane))
    return np.array(picture.resize((width, height), Image.Resampling.BICUBIC, box=box))


FINE = 1.3
"""Sigma, in pixels of the copy, of a blur that is done on a smaller copy."""


def _weighted(plane: Plane, weights: Sequence[float], axis: int) -> Plane:
    """Sum of shifted copies along an axis, by weights that are the same on both sides; the border repeats."""
    radius = len(weights) // 2
    padded = np.pad(plane, [(radius, radius) if i == axis else (0, 0) for i in range(2)], mode="edge")
    length = plane.shape[axis]
    shifted = [padded[i : i + length] if axis == 0 else padded[:, i : i + length] for i in range(len(weights))]
    total = shifted[radius] * np.float32(weights[radius])
    pair = np.empty_like(plane)
    for away in range(1, radius + 1):
        np.add(shifted[radius - away], shifted[radius + away], out=pair)
        pair *= np.float32(weights[radius + away])
        total += pair
    return total


def _gauss(sigma: float) -> list[float]:
    radius = max(1, math.ceil(2.6 * sigma))
    weights = [math.exp(-0.5 * (i / sigma) ** 2) for i in range(-radius, radius + 1)]
    return [weight / sum(weights) for weight in weights]


def blur(plane: Plane, sigma: float) -> Plane:
    """Gaussian blur. A wide one is done on a smaller copy, which is not visible and many times faster."""
    if sigma < 0.3:
        return plane
    factor = max(1, min(int(sigma / FINE), min(plane.shape) // 2))
    small = shrink(plane, factor)
    rest = math.sqrt(max(0.25, (sigma / factor) ** 2 - (0.35 if factor > 1 else 0.0)))
    weights = _gauss(rest)
    small = _weighted(_weighted(small, weights, 0), weights, 1)
    return small if factor == 1 else enlarge(small, plane.shape, factor)


def blur_all(planes: Planes, sigma: float) -> Planes:
    """Every plane blurred."""
    return np.stack([blur(plane, sigma) for plane in planes])


def slopes(plane: Plane) -> tuple[Plane, Plane]:
    """Central differences per pixel: across and down. The border repeats."""
    padded = np.pad(plane, 1, mode="edge")
    half = np.float32(0.5)
    return (padded[1:-1, 2:] - padded[1:-1, :-2]) * half, (padded[2:, 1:-1] - padded[:-2, 1:-1]) * half


def steepness(plane: Plane) -> Plane:
    """Length of the slope, per pixel."""
    across, down = slopes(plane)
    return np.sqrt(across * across + down * down)


def simplify(colour: Planes, radius: float) -> Planes:
    """Brush-like flattening that keeps edges: a Kuwahara filter with soft windows.

    Eight Gaussian windows around a pixel vote for its colour, each weighted by its evenness. After Kuwahara 1976
    and Papari, Petkov and Campisi, "Artistic edge and corner enhancing smoothing" (2007). Reach: 2.5 ``radius``.
    """
    bright = luma(colour)
    sigma = radius * 0.55
    middle = blur(bright, sigma)
    spread = np.maximum(blur(bright * bright, sigma) - middle * middle, np.float32(0)) + np.float32(2e-4)
    evenness = np.square(np.square(np.float32(1e-3) / spread))
    far = math.ceil(radius)
    votes = np.stack([evenness, *(evenness * blur(plane, sigma) for plane in colour)])
    padded = np.pad(votes, ((0, 0), (far, far), (far, far)), mode="edge")
    turns = [turn * math.pi / 4 for turn in range(8)]
    steps = [(far + round(radius * math.sin(turn)), far + round(radius * math.cos(turn))) for turn in turns]
    width, result = bright.shape[1], np.empty_like(colour)
    for top in range(0, len(bright), STRIP):  # strip by strip, so that the sums stay in the processor's cache
        rows = result[:, top : top + STRIP]
        total = np.zeros((4, rows.shape[1], width), np.float32)
        for down, right in steps:
            total += padded[:, top + down : top + down + rows.shape[1], right : right + width]
        np.divide(total[1:], total[0], out=rows)
    return result


def warp(colour: Planes, across: Plane, down: Plane) -> Planes:
    """Each pixel takes the colour found ``across`` and ``down`` pixels away (bilinear, border repeated)."""
    height, width = colour.shape[1:]
    x = np.clip(np.arange(width, dtype=np.float32) + across, 0, width - 1.001)
    y = np.clip(np.arange(height, dtype=np.float32)[:, None] + down, 0, height - 1.001)
    left, top = x.astype(np.int32), y.astype(np.int32)
    x -= left
    y -= top
    here = top * np.int32(width) + left
    result = np.empty_like(colour)
    for channel, plane in enumerate(colour):
        flat = np.ascontiguousarray(plane).reshape(-1)
        upper = flat.take(here)
        upper += x * (flat.take(here + 1) - upper)
        lower = flat.take(here + width)
        lower += x * (flat.take(here + width + 1) - lower)
        upper += y * (lower - upper)
        result[channel] = upper
    return result


def edges(colour: Planes, sigma: float) -> Plane:
    """How steep the picture is, per pixel: the steepest of its channels, after a blur."""
    return np.asarray(np.maximum.reduce([steepness(blur(plane, sigma)) for plane in colour]))


def grain_direction(colour: Planes, sigma: float) -> tuple[Plane, Plane]:
    """Angle (radians) along the forms, and how clear it is (0..1): the smoothed structure tensor.

    Along an edge, not across it. After Bigün and Granlund 1987; channels summed as by Di Zenzo 1986.
    """
    xx, yy, xy = (np.zeros(colour.shape[1:], np.float32) for _ in range(3))
    for plane in colour:
        across, down = slopes(plane)
        xx += across * across
        yy += down * down
        xy += across * down
    xx, yy, xy = (blur(p, sigma) for p in (xx, yy, xy))
    angle = np.float32(0.5) * np.arctan2(np.float32(2) * xy, xx - yy) + np.float32(math.pi / 2)
    strength = np.sqrt((xx - yy) ** 2 + np.float32(4) * xy * xy)
    clear = strength / (xx + yy + np.float32(1e-5))
    return angle, clear
