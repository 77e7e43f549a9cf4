"""Drawing set lines and blocks, centred as the eye sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.vector import VectorCanvas, vector_of
from aquatint.engines.composer.type.fit import Block
from aquatint.engines.composer.type.fonts import Face, css_attributes
from aquatint.engines.composer.type.shape import Line, shape

Align = Literal["left", "center", "right"]
LIGHT_ENDS = frozenset(".,'\"’‘“”„‚«»-–—:;…*")
"""Marks that weigh little: centred lines let them hang half out."""


class Layer(NamedTuple):
    """One of several coats of a text, painted in order: shadow, glow, outline, filling."""

    paint: Any
    """A skia.Paint; stroked ones draw outlines, blurred ones glow."""
    dx: float = 0.0
    dy: float = 0.0
    """Offset in pixels."""


def as_path(
    text: str, face: Face, size: float, x: float, y: float, align: Align = "center", tracking: float = 0.0
) -> Any:
    """The outlines of a line as a skia.Path in pixels: ``y`` is the baseline, ``x`` what ``align`` names."""
    line = shape(text, face, tracking)
    path = skia.Path()
    line.path.transform(skia.Matrix.MakeAll(size, 0, place_line(line, size, x, align), 0, size, y, 0, 0, 1), path)
    return path


def place_line(line: Line, size: float, x: float, align: Align) -> float:
    """x of the line's origin, so that its ink (not its advance) begins, ends or is centred at ``x``."""
    if align == "left":
        return x - line.ink.left * size
    if align == "right":
        return x - line.ink.right * size
    return x - (line.ink.left + line.ink.right + _hang(line)) / 2 * size


def _hang(line: Line) -> float:
    """How much wider, in ems, the line's heavy part is off centre: light marks at an end count half."""
    text = line.text
    first, last = text[:1] in LIGHT_ENDS, text[-1:] in LIGHT_ENDS
    return 0.12 * (first - last)


def draw_line(
    canvas: Any,
    text: str,
    face: Face,
    size: float,
    x: float,
    y: float,
    paint: Any,
    align: Align = "center",
    tracking: float = 0.0,
) -> Box:
    """Draw one line on the baseline ``y`` and return the box of its ink (coats' blurs and outlines excluded).

    ``paint`` is one skia.Paint or a sequence of `Layer`. ``tracking`` is in ems.
    """
    path = as_path(text, face, size, x, y, align, tracking)
    vector = vector_of(canvas)
    if vector is not None and vector.keep_text:
        _write_line(vector, shape(text, face, tracking), face, size, x, y, paint, align)
        bounds = path.computeTightBounds()
        return Box(bounds.left(), bounds.top(), bounds.width(), bounds.height())
    for coat, dx, dy in _layers(paint):
        if dx or dy:
            canvas.save()
            canvas.translate(dx, dy)
            canvas.drawPath(path, coat)
            canvas.restore()
        else:
            canvas.drawPath(path, coat)
    bounds = path.computeTightBounds()
    return Box(bounds.left(), bounds.top(), bounds.width(), bounds.height())


def _write_line(
    vector: VectorCanvas, line: Line, face: Face, size: float, x: float, y: float, paint: Any, align: Align
) -> None:
    """The line as text, as long as it would be as outlines whatever font the reader has."""
    left = place_line(line, size, x, align)
    font = css_attributes(face)
    for coat, dx, dy in _layers(paint):
        vector.draw_text(line.text, left + dx, y + dy, size, font, line.advance * size, coat)


def draw_block(
    canvas: Any, block: Block, face: Face, x: float, top: float, paint: Any, align: Align = "center"
) -> list[Box]:
    """Draw a fitted block whose ink begins at ``top``; return the ink box of each line."""
    baseline = top + block.first_baseline
    return [
        draw_line(canvas, line, face, block.size, x, baseline + i * block.leading, paint, align, block.tracking)
        for i, line in enumerate(block.lines)
    ]


def _layers(paint: Any) -> Sequence[Layer]:
    return paint if isinstance(paint, Sequence) else (Layer(paint),)
