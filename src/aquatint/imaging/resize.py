"""Resampling."""

from __future__ import annotations

import numpy as np
from PIL import Image

from aquatint.imaging.alpha import is_opaque, with_alpha, without_alpha
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size


def resize(pixels: Pixels, size: Size) -> Pixels:
    """A copy of ``pixels`` at ``size``, with as many channels, by Lanczos resampling (three lobes) in sRGB.

    Colours are weighted by alpha, so that the hidden colour of clear pixels does not bleed into visible ones.
    """
    if (size.width, size.height) == (pixels.shape[1], pixels.shape[0]):
        return pixels.copy()
    if pixels.shape[2] == 4 and is_opaque(pixels):
        return with_alpha(_lanczos(without_alpha(pixels), size))
    return _lanczos(pixels, size)


def _lanczos(pixels: Pixels, size: Size) -> Pixels:
    # Pillow premultiplies RGBA for the resampling, and divides by alpha again.
    image = Image.fromarray(pixels).resize((size.width, size.height), Image.Resampling.LANCZOS)
    return np.array(image)
