"""The rule book of picture sizes. Pure functions, no imports from the rest.

A profile allows either a short fixed list of sizes, or every ``WIDTHxHEIGHT`` within bounds. The texts of
`IllegalSize` are the ones that clients of the Images API already know; `SizeRule.check` says which are ours.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

_SHAPE = re.compile(r"([1-9][0-9]{0,8})x([1-9][0-9]{0,8})", re.ASCII)
_QUOTE_LIMIT = 64
"""How many characters of a caller's text an error message repeats."""


class IllegalSize(ValueError):
    """A size text that cannot be read, or a size that the rule forbids. ``text`` is fit for the caller."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class UnlistedSize(IllegalSize):
    """A size that is not one of a fixed list. The Images API treats this as a wrong enum value."""


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


def parse_size(text: str) -> Size:
    """Read ``1824x1024``: ASCII digits, a lower-case x, no sign, no blank, no leading zero.

    Raises `IllegalSize`. Whether a profile allows the size is another question: see `SizeRule.parse`.
    """
    match = _SHAPE.fullmatch(text)
    if match is None:
        raise IllegalSize(f"Invalid size '{_shorten(text)}'. Expected WIDTHxHEIGHT, for example '1824x1024'.")
    return Size(int(match[1]), int(match[2]))


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

    def parse(self, text: str) -> Size:
        """Read a size and check it. With a fixed list, any other text is an `UnlistedSize`, however it looks."""
        if not self.fixed:
            size = parse_size(text)
            self.check(size)
            return size
        listed = {str(size): size for size in self.fixed}
        if text not in listed:
            raise UnlistedSize(self._unlisted(text))
        return listed[text]

    def allows(self, size: Size) -> bool:
        """Whether a picture may have this size."""
        return size in self.fixed if self.fixed else self._problem(size) is None

    def check(self, size: Size) -> None:
        """Raise `IllegalSize` (from a fixed list: `UnlistedSize`) with a text for the caller, or do nothing.

        The texts for the multiple, the longest edge and too few pixels are OpenAI's, as observed by others.
        The texts for the aspect ratio and for too many pixels are ours, in the same voice: nobody has
        published the real ones.
        """
        if self.fixed:
            if size not in self.fixed:
                raise UnlistedSize(self._unlisted(str(size)))
        elif problem := self._problem(size):
            raise IllegalSize(f"Invalid size '{size}'. {problem}")

    def nearest(self, width: int, height: int) -> Size:
        """The legal size for a wish of ``width`` x ``height`` pixels, both at least 1.

        A legal wish is its own answer. A fixed list gives the size of nearest aspect ratio, then of nearest
        area. Otherwise the wish is scaled without changing its aspect until the bounds hold (a ratio beyond
        the limit is narrowed to it, at equal area) and rounded to the multiples around it: among those, the
        nearest aspect wins, then the nearest area.
        """
        if width < 1 or height < 1:
            raise ValueError(f"a size has at least 1x1 pixels, not {width}x{height}")
        if self.allows(Size(width, height)):
            return Size(width, height)
        wish = (float(width), float(height)) if self.fixed else self._bounded(width, height)
        choices = list(self.fixed) or self._around(*wish)
        return min(choices, key=lambda size: _distance(size, *wish))

    def every(self) -> Iterator[Size]:
        """All legal sizes: the fixed list as it stands, or by width, then height."""
        if self.fixed:
            yield from self.fixed
            return
        edges = range(self.multiple, self.max_edge + 1, self.multiple)
        for width, height in product(edges, edges):
            if self.allows(size := Size(width, height)):
                yield size

    def for_frames(self, count: int) -> SizeRule:
        """The rule for each of ``count`` (2..16) frames of an animation.

        All frames together must fit on one sheet of the still pictures' limits: 3 x 3 frames up to nine, 4 x 3
        up to twelve, 4 x 4 up to sixteen. OpenAI has not published its limits; this is the reading that agrees
        with what others have measured (squares up to 960, 816 and 720). A frame has no least number of pixels
        beyond that of its share of a sheet. A fixed list stays as it is.
        """
        if self.fixed:
            return self
        columns, rows = (3, 3) if count <= 9 else (4, 3) if count <= 12 else (4, 4)
        cells = columns * rows
        return replace(
            self,
            max_edge=self.max_edge // columns // self.multiple * self.multiple,
            min_pixels=-(-self.min_pixels // cells),
            max_pixels=self.max_pixels // cells,
        )

    def _problem(self, size: Size) -> str | None:
        """What is wrong with a size, in the order in which the Images API looks."""
        long, short = max(size.width, size.height), min(size.width, size.height)
        if size.width % self.multiple or size.height % self.multiple:
            return f"Width and height must both be divisible by {self.multiple}."
        if long > self.max_edge:
            return f"The longest edge must be less than or equal to {self.max_edge}."
        if long > short * self.max_ratio:
            return f"The aspect ratio must be between 1:{self.max_ratio:g} and {self.max_ratio:g}:1."
        if size.pixels < self.min_pixels:
            return "Requested resolution is below the current minimum pixel budget."
        if size.pixels > self.max_pixels:
            return "Requested resolution is above the current maximum pixel budget."
        return None

    def _unlisted(self, text: str) -> str:
        listed = ", ".join(f"'{size}'" for size in self.fixed)
        return f"Invalid value: '{_shorten(text)}'. Supported values are: {listed}, and 'auto'."

    def _bounded(self, width: float, height: float) -> tuple[float, float]:
        """The wish within ratio, edge and pixel bounds, not yet on the multiples."""
        area = width * height
        ratio = min(max(width / height, 1 / self.max_ratio), self.max_ratio)
        edge_area = self.max_edge**2 / max(ratio, 1 / ratio)
        area = min(max(area, self.min_pixels), self.max_pixels, edge_area)
        return math.sqrt(area * ratio), math.sqrt(area / ratio)

    def _around(self, width: float, height: float) -> list[Size]:
        """The legal sizes on the multiples around a point, or further out if none of those is legal."""
        # Rounded first, so that 1920.0000000002 counts as 1920 and keeps its own multiple.
        x, y = round(width / self.multiple, 6), round(height / self.multiple, 6)
        reach = 0
        while True:
            columns = range(math.floor(x) - reach, math.ceil(x) + reach + 1)
            rows = range(math.floor(y) - reach, math.ceil(y) + reach + 1)
            near = [Size(c * self.multiple, r * self.multiple) for c, r in product(columns, rows) if min(c, r) > 0]
            if legal := [size for size in near if self.allows(size)]:
                return legal
            reach += 1


def _distance(size: Size, width: float, height: float) -> tuple[float, float]:
    """How far a size is from a wish: factor between the aspect ratios, then between the areas, as logarithms."""
    aspect = math.log(size.width / size.height) - math.log(width / height)
    area = math.log(size.pixels) - math.log(width * height)
    return round(abs(aspect), 9), abs(area)


def _shorten(text: str) -> str:
    return text if len(text) <= _QUOTE_LIMIT else f"{text[:_QUOTE_LIMIT]}..."
