"""OKLab for whole pictures. Formulas: Björn Ottosson, "A perceptual color space for image processing" (2020)."""

from __future__ import annotations

import functools

import numpy as np
import numpy.typing as npt

from aquatint.engines.composer.styles.filters import Planes, cube

_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


@functools.cache
def _matrices() -> tuple[npt.NDArray[np.float32], ...]:
    both = (_TO_CONES, _TO_LAB)
    return tuple(m.astype(np.float32) for m in (*both, *(np.linalg.inv(m) for m in both)))


def _matrix_times(matrix: npt.NDArray[np.float32], planes: Planes) -> Planes:
    """Written out, because a BLAS product may round differently with the shape."""
    return np.stack([row[0] * planes[0] + row[1] * planes[1] + row[2] * planes[2] for row in matrix])


@functools.cache
def _linear_of_byte() -> npt.NDArray[np.float32]:
    c = np.arange(4096) / 4095
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4).astype(np.float32)


def to_oklab(colour: Planes) -> Planes:
    """sRGB planes 0..1 to lightness 0..1, a and b."""
    linear = _linear_of_byte().take((np.clip(colour, 0, 1) * np.float32(4095)).astype(np.int32))
    cones, lab, _, _ = _matrices()
    return _matrix_times(lab, np.cbrt(_matrix_times(cones, linear)))


def from_oklab(lab: Planes) -> Planes:
    """Lightness, a and b to sRGB planes, clipped to 0..1."""
    _, _, from_cones, from_lab = _matrices()
    linear = np.clip(_matrix_times(from_cones, cube(_matrix_times(from_lab, lab))), np.float32(0), np.float32(1))
    curve = np.float32(1.055) * np.power(linear, np.float32(1 / 2.4)) - np.float32(0.055)
    return np.where(linear <= np.float32(0.0031308), linear * np.float32(12.92), curve)
