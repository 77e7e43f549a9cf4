"""The emblem of a logo or an icon: a geometric mark, a thing reduced to few flat tones, or a symmetric figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import filtered
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, luminance, shift, to_oklch
from aquatint.engines.composer.drawing.surface import as_image, read_pixels
from aquatint.engines.composer.drawing.vector import vector_of
from aquatint.engines.composer.graphics.figure import paint_figure
from aquatint.engines.composer.graphics.marks import find_mark, mark_for, paint_mark
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.picture import FLAT, Actor, actors, arrange, paint_actor
from aquatint.engines.composer.scene import Item
from aquatint.sizes import Size

LIGHT = 0.55
"""Luminance from which an emblem's first colour stands for the light parts of a thing, not for the dark ones."""
LIGHTEST = 0.8
"""Lightness in OKLab of the lightest tone on a light ground: it is still seen there."""
REDUCED_SIDE = 900
"""Most pixels along the longer side at which a thing is reduced to flat tones."""
REDUCED_LEAST = 40


def paint_emblem(page: Page, box: Box, colours: Sequence[Colour]) -> None:
    """Paint the emblem of the scene into the box, in one to three colours."""
    items = page.scene.items
    if items:
        group = actors(items)
        for actor, place in zip(group, arrange(group, box), strict=True):
            _paint_thing(page, actor, place, _own(actor.item, colours))
        return
    name = find_mark(page.scene)
    if name:
        paint_mark(page.canvas, name, box, colours)
    else:
        paint_figure(page.canvas, box, colours, page.chance.fork("figure"))


def _own(item: Item, colours: Sequence[Colour]) -> Sequence[Colour]:
    """The colour that the prompt gives a thing leads its tones."""
    return (Colour.of(item.colour), *colours[1:]) if item.colour else colours


def _paint_thing(page: Page, actor: Actor, box: Box, colours: Sequence[Colour]) -> None:
    name = mark_for(actor.item)
    if name:
        paint_mark(page.canvas, name, box, colours)
    else:
        paint_reduced(page.canvas, actor, box, tones_of(colours), page.chance)


def tones_of(colours: Sequence[Colour]) -> tuple[Colour, ...]:
    """Three tones of the emblem's body, from dark to light: one family of colours, as if printed in one ink."""
    body = colours[0]
    if luminance(body) < LIGHT:
        step = max(0.1, min(0.17, (LIGHTEST - to_oklch(body)[0]) / 2))
        return body, shift(body, lightness=step, chroma=0.9), shift(body, lightness=2 * step, chroma=0.7)
    return shift(body, lightness=-0.5), shift(body, lightness=-0.22), body


def paint_reduced(canvas: Any, actor: Actor, box: Box, colours: Sequence[Colour], chance: Chance) -> None:
    """A drawing in as many flat tones as there are ``colours``, the first for its darkest parts."""
    vector = vector_of(canvas)
    if vector is not None:
        vector.saveLayer(None, filtered(_between(colours[0], colours[min(1, len(colours) - 1)])))
        paint_actor(vector, actor, box, chance, FLAT)
        vector.restore()
        return
    scale = min(REDUCED_SIDE, REDUCED_LEAST + 2 * max(box.width, box.height)) / max(box.width, box.height)
    size = Size(max(1, round(box.width * scale)), max(1, round(box.height * scale)))
    surface = skia.Surface(size.width, size.height)
    paint_actor(surface.getCanvas(), actor, Box(0, 0, size.width, size.height), chance, FLAT)
    image = as_image(_posterised(read_pixels(surface), _smoothed(surface, size), colours))
    sampling = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    canvas.drawImageRect(image, skia.Rect.MakeXYWH(*box), sampling)


def _between(dark: Colour, light: Colour) -> list[float]:
    """The matrix that takes black to one colour, white to another, and what is between them between them."""
    rows: list[float] = []
    for low, high in zip(dark, light, strict=True):
        rows += [(high - low) * weight for weight in (0.30, 0.59, 0.11)] + [0.0, low]
    return [*rows, 0.0, 0.0, 0.0, 1.0, 0.0]


SOFTNESS = 0.007
"""How far tones run together before they are parted, as a share of the longer side: small details are left out."""


def _smoothed(surface: Any, size: Size) -> Any:
    """The pixels of a surface, blurred."""
    soft = skia.Surface(size.width, size.height)
    sigma = max(size.width, size.height) * SOFTNESS
    paint = skia.Paint(ImageFilter=skia.ImageFilters.Blur(sigma, sigma))
    soft.getCanvas().drawImage(surface.makeImageSnapshot(), 0, 0, skia.SamplingOptions(), paint)
    return read_pixels(soft)


def _posterised(pixels: Any, soft: Any, colours: Sequence[Colour]) -> Any:
    """Each pixel takes the colour of its tone in ``soft``: equal shares of the drawing's range of luminance."""
    alpha = pixels[..., 3]
    tone = soft[..., :3].astype(np.float32) @ np.array([0.30, 0.59, 0.11], np.float32)
    seen = tone[alpha > 128]
    if seen.size == 0:
        return pixels
    low, high = np.percentile(seen, [4, 96])
    cuts = [low + (high - low) * share for share in _CUTS[min(3, len(colours))]]
    steps = np.digitize(tone, cuts)
    table = np.array([[round(255 * c) for c in colour] for colour in colours[: len(cuts) + 1]], np.uint8)
    return np.dstack([table[steps], alpha])


_CUTS: dict[int, tuple[float, ...]] = {1: (), 2: (0.56,), 3: (0.38, 0.76)}
