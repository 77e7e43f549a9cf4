"""Words over a finished style: held back while the picture is composed, printed when its brush has passed.

A style that carves, tiles or dabs would carve the letters too. They are drawn last instead, in their own colour
where it still reads on what the style left there, else in ink or paper, on a soft field of the ground's tone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import numpy as np
import skia

from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.colour import BLACK, WHITE, Colour, contrast, luminance, mix
from aquatint.engines.composer.drawing.surface import as_image, read_pixels
from aquatint.engines.composer.drawing.watch import WatchedCanvas
from aquatint.engines.composer.graphics.palette import LEGIBLE
from aquatint.engines.composer.type import Layer
from aquatint.imaging.raster import Pixels

SPARING = frozenset({"flat", "storybook", "risograph", "neon"})
"""Styles that leave letters whole."""
UNEVEN = (6, 94)
"""Percentiles of the ground's luminance between which letters must read."""
CLEAR = 7.0
"""Contrast of letters with a field of their own."""
HALO = 0.16
"""Reach of the field under letters that stand on busy ground, in heights of the line."""


class Held(NamedTuple):
    """One line that waits: its outlines in pixels of the picture, and its coats, the last one the letters'."""

    path: Any
    layers: tuple[Layer, ...]


_holding: list[list[Held]] = []
"""The pictures being composed whose words wait; the innermost last. A worker makes one picture at a time."""


@contextmanager
def held_back(style: str) -> Iterator[list[Held]]:
    """Hold back all words that are set within, unless the ``style`` spares them; gives the list of them."""
    lines: list[Held] = []
    if style in SPARING:
        yield lines
        return
    _holding.append(lines)
    try:
        yield lines
    finally:
        _holding.remove(lines)


def hold(canvas: Any, path: Any, layers: Sequence[Layer]) -> bool:
    """Keep a line for later, if words are being held back; whether it was kept."""
    if not _holding:
        return False
    placed = skia.Path()
    path.transform(canvas.getTotalMatrix(), placed)
    _holding[-1].append(Held(placed, tuple(layers)))
    if isinstance(canvas, WatchedCanvas):
        canvas.changed()
    return True


def overprint(pixels: Pixels, lines: Sequence[Held]) -> Pixels:
    """The picture with the words that were held back: (H, W, 4) uint8 RGBA in and out."""
    if not lines:
        return pixels
    surface = skia.Surface(pixels.shape[1], pixels.shape[0])
    canvas = surface.getCanvas()
    canvas.drawImage(as_image(pixels), 0, 0)
    for line in lines:
        _print(canvas, line, pixels)
    return read_pixels(surface)


def _print(canvas: Any, line: Held, pixels: Pixels) -> None:
    box = line.path.computeTightBounds()
    ground = _ground(pixels, box)
    paint = line.layers[-1].paint
    own = paint.getColor4f()
    wish = Colour(own.fR, own.fG, own.fB)
    if ground is None or min(contrast(wish, tone) for tone in ground) >= LEGIBLE:
        for coat, dx, dy in line.layers:
            canvas.save()
            canvas.translate(dx, dy)
            canvas.drawPath(line.path, coat)
            canvas.restore()
        return
    middle = mix(*ground, 0.5)
    wishes = (wish, mix(wish, BLACK, 0.75), mix(wish, WHITE, 0.8), BLACK, WHITE)
    colour = max(wishes, key=lambda tone: _worst(tone, ground))
    if _worst(colour, ground) < LEGIBLE:
        colour = max(wishes, key=lambda tone: contrast(tone, middle))
        reach = max(2.0, box.height() * HALO)
        field = _field(middle, colour)
        canvas.drawPath(line.path, stroke(field, 2 * reach, 0.9, blur=reach * 0.25))
        canvas.drawPath(line.path, stroke(field, 1.2 * reach))
    canvas.drawPath(line.path, fill(colour))


def _field(ground: Colour, colour: Colour) -> Colour:
    """The ground's tone, darkened or lightened until the letters stand out on it."""
    end = BLACK if luminance(colour) > luminance(ground) else WHITE
    steps = (mix(ground, end, step / 10) for step in range(11))
    return next((field for field in steps if contrast(field, colour) >= CLEAR), end)


def _worst(colour: Colour, ground: tuple[Colour, Colour]) -> float:
    return min(contrast(colour, tone) for tone in ground)


def _ground(pixels: Pixels, box: Any) -> tuple[Colour, Colour] | None:
    """A dark and a light tone of what lies under a box, or None where there is nothing."""
    top, bottom = max(0, int(box.top())), int(box.bottom()) + 1
    left, right = max(0, int(box.left())), int(box.right()) + 1
    area = pixels[top:bottom, left:right].reshape(-1, 4)
    area = area[area[:, 3] > 127][:: max(1, len(area) // 4000)]
    if not len(area):
        return None
    rank = np.argsort(area[:, :3].astype(np.float32) @ np.array([0.30, 0.59, 0.11], np.float32))
    dark, light = (area[rank[min(len(rank) - 1, len(rank) * share // 100)]] for share in UNEVEN)
    return Colour(*(float(c) / 255 for c in dark[:3])), Colour(*(float(c) / 255 for c in light[:3]))
