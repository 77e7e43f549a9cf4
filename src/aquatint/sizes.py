"""The rule book of picture sizes. Pure functions, no imports from the rest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Size:
    """Width and height in pixels."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"

    @property
    def pixels(self) -> int:
        """Number of pixels."""
        return self.width * self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeRule:
    """Which sizes a profile allows: either a fixed list, or every WxH within the bounds."""

    fixed: tuple[Size, ...] = ()
    """When not empty, only these sizes are legal and the other fields do not matter."""
    multiple: int = 16
    max_edge: int = 3840
    max_ratio: float = 3.0
    min_pixels: int = 655_360
    max_pixels: int = 8_294_400
