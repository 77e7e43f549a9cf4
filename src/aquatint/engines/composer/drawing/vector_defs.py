"""What the elements of an SVG refer to: gradients, filters, symbols, clip paths. Each is written down once."""

from __future__ import annotations

import re
from typing import Any

from aquatint.engines.composer.drawing.brush import Gradient, Stop
from aquatint.engines.composer.drawing.svg_path import number

_FILTER_ROOM = 'x="-50%" y="-50%" width="200%" height="200%" color-interpolation-filters="sRGB"'


class Definitions:
    """The definitions of one document, in the order in which they were needed."""

    def __init__(self) -> None:
        self.written: list[str] = []
        """Elements of ``<defs>``."""
        self._known: dict[Any, str] = {}
        self._count = 0

    def gradient(self, gradient: Gradient, matrix: Any) -> str:
        """The id of a gradient that the matrix brings into the picture."""
        transform = transform_of(matrix)
        key = (gradient, transform)
        if key not in self._known:
            kind, shape = _shape(gradient)
            attributes = f'gradientUnits="userSpaceOnUse" gradientTransform="{transform}" {shape}'
            self._known[key] = self.add(kind, "".join(map(_stop, gradient.stops)), attributes)
        return self._known[key]

    def filter(self, steps: str, sigma: float) -> str:
        """The id of a filter: its first elements, then a blur of ``sigma`` pixels if there is one."""
        key = ("filter", steps, number(sigma))
        if key not in self._known:
            blur = f'<feGaussianBlur stdDeviation="{number(sigma)}"/>' if sigma > 0 else ""
            self._known[key] = self.add("filter", steps + blur, _FILTER_ROOM)
        return self._known[key]

    def symbol(self, source: str) -> str:
        """The drawing as a symbol, defined once; its ids get the symbol's name before them."""
        if source not in self._known:
            name = self.name("s")
            opening, _, rest = source[source.index("<svg") :].partition(">")
            box = re.search(r'viewBox="([^"]*)"', opening)
            inner = rest.rpartition("</svg>")[0]
            inner = re.sub(r'\bid="', f'id="{name}-', inner)
            inner = re.sub(r'href="#', f'href="#{name}-', inner).replace("url(#", f"url(#{name}-")
            view = f' viewBox="{box[1]}"' if box else ""
            self.written.append(f'<symbol id="{name}"{view} preserveAspectRatio="none">{inner}</symbol>')
            self._known[source] = name
        return self._known[source]

    def add(self, tag: str, content: str, attributes: str = "") -> str:
        """Write a definition down, and return its new id."""
        name = self.name(tag[0])
        self.written.append(f'<{tag} id="{name}" {attributes}>{content}</{tag}>')
        return name

    def name(self, letter: str) -> str:
        """An id that nothing has yet."""
        self._count += 1
        return f"{letter}{self._count}"


def _shape(gradient: Gradient) -> tuple[str, str]:
    """Element and geometry, fine enough for figures whose unit is their own height."""
    (x, y), end = gradient.start, gradient.end
    if isinstance(end, tuple):
        start = f'x1="{number(x, 5)}" y1="{number(y, 5)}"'
        return "linearGradient", f'{start} x2="{number(end[0], 5)}" y2="{number(end[1], 5)}"'
    return "radialGradient", f'cx="{number(x, 5)}" cy="{number(y, 5)}" r="{number(end, 5)}"'


def _stop(stop: Stop) -> str:
    place, colour, alpha = stop
    opacity = f' stop-opacity="{number(alpha, 3)}"' if alpha < 1 else ""
    return f'<stop offset="{number(place, 4)}" stop-color="{colour.hex()}"{opacity}/>'


def transform_of(matrix: Any) -> str:
    """A Skia matrix as an SVG transform."""
    values = (
        matrix.getScaleX(), matrix.getSkewY(), matrix.getSkewX(),
        matrix.getScaleY(), matrix.getTranslateX(), matrix.getTranslateY(),
    )  # fmt: skip
    return f"matrix({' '.join(number(value, 5) for value in values)})"
