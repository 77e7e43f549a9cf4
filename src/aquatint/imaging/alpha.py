"""Adding, dropping and flattening the alpha channel. Alpha is straight, 0 is clear and 255 is opaque."""

from __future__ import annotations

import numpy as np

from aquatint.imaging.raster import Pixels

_BAND_ROWS = 64


def is_opaque(pixels: Pixels) -> bool:
    """Whether no pixel lets anything through: there is no alpha channel, or it is 255 everywhere."""
    return pixels.shape[2] == 3 or bool(pixels[..., 3].min() == 255)


def with_alpha(pixels: Pixels) -> Pixels:
    """A copy of ``pixels`` as RGBA; RGB becomes opaque."""
    if pixels.shape[2] == 4:
        return pixels.copy()
    canvas = np.full((*pixels.shape[:2], 4), 255, np.uint8)
    canvas[..., :3] = pixels
    return canvas


def without_alpha(pixels: Pixels) -> Pixels:
    """``pixels`` as RGB; what alpha said is forgotten, see `on_white`."""
    return np.ascontiguousarray(pixels[..., :3])


def on_white(pixels: Pixels) -> Pixels:
    """``pixels`` laid over white, as RGB, blended in sRGB as browsers do. Opaque pixels stay as they are."""
    if is_opaque(pixels):
        return without_alpha(pixels)
    flat = np.empty((*pixels.shape[:2], 3), np.uint8)
    for top in range(0, pixels.shape[0], _BAND_ROWS):
        band = pixels[top : top + _BAND_ROWS].astype(np.uint16)
        alpha = band[..., 3:]
        # x / 255 with rounding is (x + 128 + ((x + 128) >> 8)) >> 8 for every x up to 255 * 255.
        product = band[..., :3] * alpha + 255 * (255 - alpha) + 128
        flat[top : top + _BAND_ROWS] = (product + (product >> 8)) >> 8
    return flat
