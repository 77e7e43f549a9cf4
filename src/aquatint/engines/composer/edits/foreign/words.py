"""Lettering on a picture: large, legible on its ground, in one hand."""

from __future__ import annotations

from typing import Any

from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import BLACK, WHITE, Colour, contrast
from aquatint.engines.composer.edits.foreign.canvas import Box, Canvas, box_around
from aquatint.engines.composer.edits.foreign.placing import on_canvas
from aquatint.engines.composer.type import Layer, draw_block, face, fit_block

LEGIBLE = 3.0
"""Contrast below which large letters get a field of shade behind them."""
FAINT = 0.5
"""Opacity of a watermark."""
SIDE = 0.07
"""Free edge in shares of the picture's width."""


def letter(canvas: Canvas, content: str, role: str, colour: str, spots: list[tuple[float, float]]) -> None:
    """Set a text: in the mask, else where the words say, else a title at the top and a caption at the bottom."""
    area, share = _room(canvas, role, spots)
    kind = face("display" if role == "title" else "strong" if role in ("subtitle", "sign", "name") else "text")
    block = fit_block(content, kind, (area.width, area.height), share * canvas.editable.shape[0])
    top = _top(area, block.height, spots, canvas)
    ink, ground = _ink(canvas, colour, Box(area.left, round(top), area.right, round(top + block.height)))
    shade = BLACK if contrast(ink, BLACK) > contrast(ink, WHITE) else WHITE
    strength = 0.75 if contrast(ink, ground) < LEGIBLE else 0.4
    size = block.size

    def paint(on: Any) -> None:
        layers = [
            Layer(fill(shade, strength, blur=max(0.5, 0.22 * size))),
            Layer(fill(shade, strength * 0.8, blur=max(0.5, 0.05 * size)), 0, 0.02 * size),
            Layer(fill(ink)),
        ]
        draw_block(on, block, kind, (area.left + area.right) / 2, top, layers)

    on_canvas(canvas, paint)


def stamp(canvas: Canvas, content: str, colour: str, spots: list[tuple[float, float]]) -> None:
    """Set a text through which the picture shows: across its middle, or small at a spot."""
    height, width = canvas.editable.shape
    where = next(((x, y) for x, y in spots), None)
    wide, tall = (
        (round(0.8 * width), round(0.3 * height)) if where is None else (round(0.3 * width), round(0.1 * height))
    )
    kind = face("display")
    block = fit_block(content, kind, (wide, tall), float(tall))
    ink = Colour.of(colour) if colour else WHITE
    x, y = (0.5, -1.0) if where is None else (where[0] if where[0] >= 0 else 0.5, where[1])
    middle = min(max(x * width, wide / 2), width - wide / 2)
    top = (
        (height - block.height) / 2
        if y < 0
        else min(max(0.0, y * height - block.height), height - 1.3 * block.height)
    )

    def paint(on: Any) -> None:
        layers = [Layer(fill(BLACK, 0.25, blur=max(0.5, 0.05 * block.size))), Layer(fill(ink, FAINT))]
        draw_block(on, block, kind, middle, top, layers)

    on_canvas(canvas, paint)


def _room(canvas: Canvas, role: str, spots: list[tuple[float, float]]) -> tuple[Box, float]:
    """The box that the text may fill, and the largest type size in shares of the picture's height."""
    height, width = canvas.editable.shape
    if canvas.masked and canvas.editable.any():
        box = box_around(canvas.editable)
        inset = round(0.06 * min(box.width, box.height))
        return Box(box.left + inset, box.top + inset, box.right - inset, box.bottom - inset), 1.0
    left, right = round(SIDE * width), round((1 - SIDE) * width)
    x = next((x for x, _ in spots if x >= 0 and x != 0.5), None)
    if x is not None:
        left, right = (left, round(0.5 * width)) if x < 0.5 else (round(0.5 * width), right)
    largest = {"title": 0.16, "subtitle": 0.08}.get(role, 0.06)
    return Box(left, round(0.06 * height), right, round(0.94 * height)), largest


def _top(area: Box, tall: float, spots: list[tuple[float, float]], canvas: Canvas) -> float:
    if canvas.masked:
        return area.top + (area.height - tall) / 2
    y = next((y for _, y in spots if y >= 0), None)
    middle = any(x == 0.5 for x, _ in spots) and y is None
    if middle:
        return area.top + (area.height - tall) / 2
    return area.bottom - tall if y is not None and y > 0.5 else area.top


def _ink(canvas: Canvas, colour: str, box: Box) -> tuple[Colour, Colour]:
    """The colour of the letters (as asked, else white or black) and the mean colour of their ground."""
    ground = canvas.pixels[max(0, box.top) : max(1, box.bottom), box.left : box.right, :3].reshape(-1, 3)
    mean = Colour(*(float(c) / 255 for c in ground.mean(axis=0))) if len(ground) else WHITE
    asked = (
        Colour.of(colour)
        if colour
        else max((WHITE, BLACK), key=lambda c: contrast(c, mean) * (1.6 if c is WHITE else 1))
    )
    return asked, mean
