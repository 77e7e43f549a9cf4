"""The frame: where the first source lies on the canvas of the picture to be made, and what of it may change."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from aquatint.imaging.alpha import with_alpha
from aquatint.imaging.raster import Pixels, Raster
from aquatint.imaging.resize import resize
from aquatint.sizes import Size

Mask = npt.NDArray[np.bool_]
"""(height, width), True where the picture may change."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The first source, placed on the canvas of the picture to be made.

    ``pixels`` is (H, W, 4) uint8 RGBA at the picture's size. The source is placed unscaled when the sizes are
    equal; otherwise it is scaled to fit inside, centred, and what it does not cover has alpha 0 and is
    True in ``editable``. ``editable`` is also True where the mask says so; without a mask it is all True.
    """

    pixels: Pixels
    editable: Mask
    masked: bool
    """Whether the caller sent a mask."""


def make_frame(first: Raster, mask: Mask | None, size: Size) -> Frame:
    """``first`` placed on a canvas of ``size``, as the docstring of `Frame` says.

    ``mask`` has the size of ``first``, or is None when the caller sent none. Where source and canvas have
    different sizes, a pixel is kept only if the mask keeps every source pixel beneath it.
    """
    editable = np.ones((first.size.height, first.size.width), np.bool_) if mask is None else mask
    if first.size == size:
        return Frame(with_alpha(first.pixels), editable.copy(), mask is not None)
    inner = _fit_inside(first.size, size)
    top, left = (size.height - inner.height) // 2, (size.width - inner.width) // 2
    place = slice(top, top + inner.height), slice(left, left + inner.width)
    pixels = np.zeros((size.height, size.width, 4), np.uint8)
    pixels[place] = with_alpha(resize(first.pixels, inner))
    canvas = np.ones((size.height, size.width), np.bool_)
    canvas[place] = _any_beneath(editable, inner)
    return Frame(pixels, canvas, mask is not None)


def _fit_inside(source: Size, canvas: Size) -> Size:
    """The largest size of the source's shape within the canvas, at least one pixel each way."""
    scale = min(canvas.width / source.width, canvas.height / source.height)
    width, height = round(source.width * scale), round(source.height * scale)
    return Size(min(max(width, 1), canvas.width), min(max(height, 1), canvas.height))


def _any_beneath(mask: Mask, size: Size) -> Mask:
    """``mask`` at ``size``: True where any pixel beneath is True."""
    share = Image.fromarray(mask.astype(np.float32)).resize((size.width, size.height), Image.Resampling.BOX)
    found: Mask = np.asarray(share) > 0
    return found
