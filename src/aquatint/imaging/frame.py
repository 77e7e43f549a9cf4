"""The frame: where the first source lies on the canvas of the picture to be made, and what of it may change."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aquatint.imaging.raster import Pixels

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
