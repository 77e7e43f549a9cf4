"""What a style is, and the frame that most of them share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles import noise
from aquatint.engines.composer.styles.filters import Planes
from aquatint.engines.composer.styles.noise import Plane
from aquatint.engines.composer.styles.sheet import Sheet, enlarged, open_sheet, shaded, to_pixels, with_alpha
from aquatint.imaging.raster import Pixels

Paint = Callable[[Sheet], Iterator[Planes]]
"""Paints a sheet: yields (3, H, W) sRGB planes at the sheet's size, each a later state; the last is finished.

States before the last are looked at only where the sheet is ``staged``; a style may leave out costly ones else.
"""

Texture = Callable[[tuple[int, int], float, Chance], Plane]
"""Shape, unit and chance to a plane of 0..1 that multiplies the finished picture at its full size."""


class Style(Protocol):
    """A way of drawing. Styles are stateless and keep no pixels between calls."""

    @property
    def name(self) -> str:
        """As the scene's ``style`` field calls it."""

    @property
    def reach(self) -> float:
        """In units: pixels farther than this from every changed input pixel stay equal to the last bit."""

    @property
    def margin(self) -> float:
        """Width in units of the paper border that the style leaves; keep type and faces inside it."""

    def apply(self, pixels: Pixels, *, chance: Chance, unit: float, previews: bool = True) -> Iterator[Pixels]:
        """Yield the picture in the making, each state at full size; the last one is final.

        ``pixels`` are (H, W, 3 or 4) uint8 sRGB with straight alpha; so is every state, with the same alpha.
        ``unit`` is a thousandth of the shorter side, in pixels. Without ``previews`` only the final state comes.
        """


@dataclass(frozen=True, slots=True)
class Painted:
    """A style that paints on a `Sheet` (smaller for large pictures) and lays a texture over it at full size."""

    name: str
    reach: float
    paint: Paint
    texture: Texture | None = None
    margin: float = 0.0

    def apply(self, pixels: Pixels, *, chance: Chance, unit: float, previews: bool = True) -> Iterator[Pixels]:
        """See `Style.apply`."""
        sheet, factor = open_sheet(pixels, chance=chance, unit=unit, staged=previews)
        waiting: Planes | None = None
        for state in self.paint(sheet):
            if waiting is not None and previews:
                yield self._full(waiting, pixels, factor)
            waiting = state
        assert waiting is not None, f"style {self.name} painted nothing"
        full = self._full(waiting, pixels, factor)
        if self.texture is not None:
            full = shaded(full, self.texture(pixels.shape[:2], unit, chance.fork("texture")))
        yield full

    @staticmethod
    def _full(state: Planes, pixels: Pixels, factor: int) -> Pixels:
        return with_alpha(enlarged(to_pixels(state), pixels.shape[:2], factor), pixels)


def fine_grain(strength: float) -> Texture:
    """A texture of paper fibres and fine grain that darkens by up to ``strength`` (0..1)."""

    def texture(shape: tuple[int, int], unit: float, chance: Chance) -> Plane:
        fibre = noise.smooth(shape, max(2.6 * unit, 1.3), chance.fork("fibre"))
        dust = noise.white(shape, chance.fork("dust"))
        return np.float32(1) - np.float32(strength) * (np.float32(0.55) * fibre + np.float32(0.45) * dust)

    return texture
