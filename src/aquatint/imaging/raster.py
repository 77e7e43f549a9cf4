"""A decoded picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from aquatint.sizes import Size

Pixels = npt.NDArray[np.uint8]
"""(height, width, 3 or 4) uint8, sRGB, straight (not premultiplied) alpha, C-contiguous."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A decoded picture and the plan found in its metadata, if it is intact."""

    pixels: Pixels
    plan: dict[str, Any] | None = None
    """The plan of the Aquatint picture that this file is, or None for any other picture."""

    @property
    def size(self) -> Size:
        """Width and height in pixels."""
        return Size(self.pixels.shape[1], self.pixels.shape[0])

    @property
    def has_alpha(self) -> bool:
        """Whether there is an alpha channel."""
        return bool(self.pixels.shape[2] == 4)
