"""Smooth filling of holes: every hole takes its colours from around it, coarse to fine."""

from __future__ import annotations

import numpy as np
from PIL import Image

from aquatint.engines.composer.styles.filters import Planes
from aquatint.engines.composer.styles.noise import Plane


def filled(planes: Planes, known: Plane) -> Planes:
    """(C, H, W) planes with every pixel that is not known (0 of 0..1) filled smoothly; known ones stay.

    Pull and push over a pyramid, after Gortler et al., "The Lumigraph" (1996). Where nothing is known at all, 0.
    """
    height, width = known.shape
    if not known.any():
        return np.zeros_like(planes)
    if known.all() or min(height, width) < 2:
        return _flat(planes, known)
    weight = _halved(known)
    sums = np.stack([_halved(plane * known) for plane in planes])
    means = (sums / np.maximum(weight, np.float32(1e-6))).astype(np.float32)
    coarse = filled(means, (weight > 1e-6).astype(np.float32))
    below = np.stack([_doubled(plane, (width, height)) for plane in coarse])
    result: Planes = planes * known + below * (np.float32(1) - known)
    return result


def _flat(planes: Planes, known: Plane) -> Planes:
    mean = (planes * known).sum(axis=(1, 2), keepdims=True) / known.sum()
    result: Planes = planes * known + mean * (np.float32(1) - known)
    return result.astype(np.float32)


def _halved(plane: Plane) -> Plane:
    padded = np.pad(plane, ((0, plane.shape[0] % 2), (0, plane.shape[1] % 2)))
    quarters = padded[::2, ::2] + padded[1::2, ::2] + padded[::2, 1::2] + padded[1::2, 1::2]
    return np.asarray(quarters * np.float32(0.25))


def _doubled(plane: Plane, size: tuple[int, int]) -> Plane:
    wide, tall = plane.shape[1] * 2, plane.shape[0] * 2
    large = Image.fromarray(np.ascontiguousarray(plane)).resize((wide, tall), Image.Resampling.BILINEAR)
    return np.array(large)[: size[1], : size[0]]
