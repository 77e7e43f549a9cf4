"""Reading masks."""

from __future__ import annotations

from pathlib import Path

from aquatint.errors import InvalidMask
from aquatint.imaging.codecs import read_picture
from aquatint.imaging.frame import Mask
from aquatint.imaging.raster import Raster


def read_mask(path: Path, first: Raster) -> Mask:
    """Where the mask at ``path`` lets ``first`` change: (height, width), True where the mask's alpha is 0.

    Any other alpha keeps the pixel, so that a soft edge belongs to what is kept. A mask without a clear pixel
    is legal and lets nothing change. Raises `InvalidImageFile` for an unreadable file, `InvalidMask` for one of
    another size than ``first`` or without an alpha channel.
    """
    mask = read_picture(path, "mask")
    if mask.size != first.size:
        raise InvalidMask("mask size does not match image size")
    if not mask.has_alpha:
        raise InvalidMask("mask image missing alpha channel")
    editable: Mask = mask.pixels[..., 3] == 0
    return editable
