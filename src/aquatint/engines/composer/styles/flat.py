"""Flat: the composed picture as it is, with nothing laid over it. For logos, icons, charts and vector looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.imaging.raster import Pixels


@dataclass(frozen=True, slots=True)
class Flat:
    """Leaves every pixel alone."""

    name: str = "flat"
    reach: float = 0.0
    margin: float = 0.0

    def apply(self, pixels: Pixels, *, chance: Chance, unit: float, previews: bool = True) -> Iterator[Pixels]:
        """See `Style.apply`: yields a copy."""
        yield pixels.copy()
