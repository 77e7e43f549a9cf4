"""A table laid with a cloth: checked in two colours like a picnic cloth, or plain with a woven stripe."""

from __future__ import annotations

import skia

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.places.table import Table, light_on_top
from aquatint.engines.composer.drawing.brush import polygon
from aquatint.engines.composer.drawing.colour import Colour, shift

LINEN = Colour.of("#f4efe4")
CHECK = 78.0
"""Width of a check at the near edge, in units."""
FAR = 0.62
"""How far above the edge of the table the lines of the cloth meet, in heights of the table top."""
DEEPER = 0.13
"""How much deeper each row of checks lies than the one before, as a share of the distance to the near edge."""


class Tablecloth(Table):
    """The table of still lifes under a cloth."""

    def __init__(self, name: str, colour: str, *, checked: bool) -> None:
        """``colour`` (#rrggbb) is that of the checks, or of the stripe."""
        self.name = name
        self._colour, self._checked = Colour.of(colour), checked

    def top(self, easel: Easel, edge: float, wood: Colour) -> None:
        """The cloth from ``edge`` down; the wood under it is not seen."""
        light, dark = easel.lit(shift(LINEN, lightness=0.01)), easel.lit(shift(LINEN, lightness=-0.04))
        easel.band(edge, easel.height, (0, dark, 1.0), (1, light, 1.0))
        columns, rows = _columns(easel, edge), _rows(easel, edge)
        wanted = [*columns, *rows] if self._checked else rows[1:2]
        tone = easel.lit(self._colour)
        for stripe in wanted:
            # Threads of both ways lie over each other: where stripes cross, the colour is full.
            easel.paint(stripe, tone, 0.46)
        light_on_top(easel, edge, LINEN)


def _columns(easel: Easel, edge: float) -> list[skia.Path]:
    """Every second stripe that runs away from the viewer."""
    wide, middle = CHECK * easel.unit, easel.width / 2
    shrunk = 1.0 if easel.stage.from_above else FAR / (1 + FAR)
    number = int(middle / wide / shrunk / 2) + 2
    stripes = []
    for index in range(-number, number + 1):
        left, right = (2 * index - 0.5) * wide, (2 * index + 0.5) * wide
        corners = [(left * shrunk, edge), (right * shrunk, edge), (right, easel.height), (left, easel.height)]
        stripes.append(polygon([(middle + x, y) for x, y in corners]))
    return stripes


def _rows(easel: Easel, edge: float) -> list[skia.Path]:
    """Every second stripe across, flatter and flatter towards the far edge."""
    height, wide = easel.height, float(easel.width)
    if easel.stage.from_above:
        step = CHECK * easel.unit
        lines = [height - index * step for index in range(int((height - edge) / step) + 3)]
    else:
        focus = edge - FAR * (height - edge)
        depths = (1 + DEEPER * index for index in range(60))
        lines = [y for depth in depths if (y := focus + (height - focus) / depth) > edge] + [edge]
    pairs = zip(lines[::2], lines[1::2], strict=False)
    return [polygon([(0, low), (wide, low), (wide, max(high, edge)), (0, max(high, edge))]) for low, high in pairs]


def tablecloths() -> list[Tablecloth]:
    """The cloths that there are."""
    return [
        Tablecloth("checked tablecloth", "#c8433a", checked=True),
        Tablecloth("blue checked tablecloth", "#3f6fae", checked=True),
        Tablecloth("white tablecloth", "#b9c4c2", checked=False),
    ]
