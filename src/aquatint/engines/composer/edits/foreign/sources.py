"""Finding the part of a picture that suits a hole: every shift is compared at once, by FFT, on a small copy."""

from __future__ import annotations

import functools
import math

import numpy as np
import numpy.typing as npt
from PIL import Image

from aquatint.engines.composer.edits.foreign.canvas import Box, grown, to_planes
from aquatint.engines.composer.edits.foreign.pyramids import filled
from aquatint.engines.composer.styles.filters import Planes
from aquatint.engines.composer.styles.noise import Plane
from aquatint.imaging.frame import Mask
from aquatint.imaging.raster import Pixels

SEARCH_SIDE = 192
"""Longer side of the copy on which shifts are searched."""
RIM = 4
"""Width of the compared surroundings on that copy."""
LIKELIHOOD = 0.6
"""How much the smooth continuation of the surroundings counts against their rim when sources are compared."""
FAR_DOWN, FAR_ACROSS = 0.004, 0.001
"""Price of a shift as far as the picture is high or wide: the ground changes with distance, less sideways."""

Spectrum = npt.NDArray[np.complex64]
Shift = tuple[int, int]
"""Down and across, in pixels of the picture."""


class Copy:
    """A small copy of a picture that is being filled, and of what of it is known."""

    def __init__(self, pixels: Pixels, known: Mask) -> None:
        height, width = known.shape
        self.scale = max(1.0, max(height, width) / SEARCH_SIDE)
        self.size = (max(1, round(width / self.scale)), max(1, round(height / self.scale)))
        self.colour = np.zeros((3, self.size[1], self.size[0]), np.float32)
        self.sure = np.zeros((self.size[1], self.size[0]), np.bool_)
        self.update(pixels, known, Box(0, 0, width, height))

    def update(self, pixels: Pixels, known: Mask, changed: Box) -> None:
        """Look again at a box of the picture, after something was filled there."""
        self._look(pixels, known, self.box(changed))
        shape = self.shape
        self.spectra = [_spectrum(plane, shape) for plane in self.colour]
        self.squares = [_spectrum(plane * plane, shape) for plane in self.colour]
        outside = np.ones(shape, np.float32)
        outside[: self.size[1], : self.size[0]] = ~self.sure
        self.outside = _spectrum(outside, shape)
        self.likely = filled(self.colour, self.sure.astype(np.float32))

    def _look(self, pixels: Pixels, known: Mask, small: Box) -> None:
        across, down = known.shape[1] / self.size[0], known.shape[0] / self.size[1]
        left, right = int(small.left * across), min(known.shape[1], math.ceil(small.right * across))
        top, bottom = int(small.top * down), min(known.shape[0], math.ceil(small.bottom * down))
        box = (
            small.left * across - left,
            small.top * down - top,
            small.right * across - left,
            small.bottom * down - top,
        )
        place = (slice(small.top, small.bottom), slice(small.left, small.right))
        size = (small.width, small.height)
        cut = Image.fromarray(np.ascontiguousarray(pixels[top:bottom, left:right, :3]))
        self.colour[:, *place] = to_planes(np.asarray(cut.resize(size, Image.Resampling.BOX, box=box)))
        self.sure[place] = shrunk(known[top:bottom, left:right], size, box) > 0.999

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the padded copy: shifts do not wrap around."""
        return 2 * self.size[1], 2 * self.size[0]

    def box(self, box: Box) -> Box:
        """A box of the picture on the copy, at least a pixel wide and high."""
        left, top = int(box.left / self.scale), int(box.top / self.scale)
        right, bottom = -int(-box.right // self.scale), -int(-box.bottom // self.scale)
        return Box(left, top, min(self.size[0], max(right, left + 1)), min(self.size[1], max(bottom, top + 1)))

    def best(self, cell: Box, hole: Mask) -> tuple[float, Shift | None]:
        """Cost (squared sRGB 0..1) of, and way to, the known part that suits the hole in ``cell`` best.

        Without a known rim the cost is 0 and the way None; without any source the cost is infinite.
        """
        inside = self._inside(cell, hole)
        rim = grown(inside, RIM) & ~inside & self.sure
        if not rim.any() or not inside.any():
            return 0.0, None
        weight = rim + np.float32(LIKELIHOOD * rim.sum() / inside.sum()) * inside
        cost = self._costs(np.where(rim, self.colour, self.likely), weight.astype(np.float32))
        at = np.unravel_index(int(np.argmin(cost)), cost.shape)
        if not np.isfinite(cost[at]):
            return np.inf, None
        down, across = (int(p) if p < n // 2 else int(p) - n for p, n in zip(at, cost.shape, strict=True))
        return float(cost[at]), (round(down * self.scale), round(across * self.scale))

    def _inside(self, cell: Box, hole: Mask) -> Mask:
        inside = np.zeros((self.size[1], self.size[0]), np.bool_)
        small = self.box(cell)
        share = shrunk(hole[cell.top : cell.bottom, cell.left : cell.right], (small.width, small.height))
        inside[small.top : small.bottom, small.left : small.right] = share > 0
        return inside

    def _costs(self, wanted: Planes, weight: Plane) -> npt.NDArray[np.float32]:
        """Weighted mean squared difference from what is wanted, for every shift down and across.

        Negative shifts wrap around. inf where a source is not known.
        """
        weights = np.conj(_spectrum(weight, self.shape))
        total, own = np.zeros_like(weights), 0.0
        for wish, spectrum, squares in zip(wanted, self.spectra, self.squares, strict=True):
            total += squares * weights - np.float32(2) * spectrum * np.conj(_spectrum(wish * weight, self.shape))
            own += float((wish * wish * weight).sum())
        needed = np.conj(_spectrum((weight > 0).astype(np.float32), self.shape))
        clash = np.fft.irfft2(self.outside * needed, self.shape)
        cost = (np.fft.irfft2(total, self.shape) + np.float32(own)) / weight.sum() + _farness(self.shape)
        cost[clash > 0.5] = np.inf
        return np.asarray(cost, dtype=np.float32)


def _spectrum(plane: Plane, shape: tuple[int, int]) -> Spectrum:
    return np.asarray(np.fft.rfft2(plane, shape), dtype=np.complex64)


@functools.lru_cache(maxsize=4)
def _farness(shape: tuple[int, int]) -> Plane:
    down, across = (np.minimum(np.arange(n), n - np.arange(n)) / (n / 2) for n in shape)
    return np.asarray(FAR_DOWN * down[:, np.newaxis] + FAR_ACROSS * across, dtype=np.float32)


def shrunk(mask: Mask, size: tuple[int, int], box: tuple[float, float, float, float] | None = None) -> Plane:
    """Share of True pixels beneath each pixel of a smaller mask; ``size`` is (width, height)."""
    picture = Image.fromarray(mask.astype(np.uint8) * np.uint8(255))
    return np.asarray(picture.resize(size, Image.Resampling.BOX, box=box), dtype=np.float32) / np.float32(255)
