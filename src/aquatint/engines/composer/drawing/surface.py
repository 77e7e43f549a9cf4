"""Canvases, and the way from canvas to pixels and back."""

from __future__ import annotations

from typing import Any

import numpy as np
import skia

from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

NATIVE = skia.ImageInfo.MakeN32Premul(1, 1).colorType()
"""The order of channels in surfaces."""


def new_surface(size: Size) -> Any:
    """A transparent raster surface of that size."""
    return skia.Surface(size.width, size.height)


def read_pixels(surface: Any) -> Pixels:
    """A copy of the surface: (H, W, 4) uint8 RGBA, straight alpha."""
    pixels = surface.toarray(colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kUnpremul_AlphaType)
    return np.ascontiguousarray(pixels)


def as_image(pixels: Pixels) -> Any:
    """A Skia image of (H, W, 3 or 4) uint8 pixels, straight alpha (copied)."""
    if pixels.shape[2] == 3:
        pixels = np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)])
    return skia.Image.fromarray(np.ascontiguousarray(pixels), colorType=skia.kRGBA_8888_ColorType, copy=True)


def premultiplied_image(pixels: Pixels) -> Any:
    """A Skia image of (H, W, 4) uint8 BGRA pixels, premultiplied: the order that stretches fastest."""
    return skia.Image.fromarray(
        np.ascontiguousarray(pixels),
        colorType=skia.kBGRA_8888_ColorType,
        alphaType=skia.kPremul_AlphaType,
        copy=True,
    )
