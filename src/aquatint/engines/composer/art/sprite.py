"""Sprites: vector drawings, rendered at the size they are needed in, coloured and shaded, and kept."""

from __future__ import annotations

import functools
import math
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.art.glow import glowing, self_lit
from aquatint.engines.composer.art.recolour import recolour
from aquatint.engines.composer.art.shading import shade
from aquatint.engines.composer.art.shelf import read_source
from aquatint.engines.composer.art.vectors import under
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.drawing.vector import vector_of
from aquatint.engines.composer.layout.stage import Light
from aquatint.engines.composer.scene import GLOWING

SMALLEST, LARGEST = 8, 3072
"""Pixels along the longer side of a rendering; larger boxes are filled by enlarging."""
STEP = 1.07
"""Ratio of one size of rendering to the next, so that a crowd of almost equal sizes shares renderings."""
CACHE_BYTES = 96 * 2**20
LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)


@dataclass(frozen=True, slots=True)
class Sprite:
    """An SVG whose view box is trimmed to the drawing. Follows `art.drawing.Drawing`."""

    name: str
    """What `art.find` knows it as."""
    member: str
    """Where its source lies, for `shelf.read_source`."""
    aspect: float
    """Width divided by height."""

    def paint(self, canvas: Any, box: Box, look: Look) -> None:
        """Paint into the box: recoloured, mirrored and shaded as ``look`` says."""
        lit = self.name in glowing() or look.attributes.get("material") == GLOWING
        light = self_lit(look.light) if lit else look.light
        vector = vector_of(canvas)
        if vector is not None:
            with vector.effect(under(vector, light)):
                vector.draw_symbol(_source(self.member, look.colour), box, flip=look.flip)
            return
        image = _rendering(self, _pixels(canvas, box), look.colour, look.flip, light)
        paint = skia.Paint(AntiAlias=True)
        canvas.drawImageRect(image, skia.Rect.MakeXYWH(*box), LINEAR, paint)

    def svg(self, colour: Colour | None = None) -> str:
        """The drawing's source, in its own colours or with ``colour`` as the main one."""
        return _source(self.member, colour)


def _pixels(canvas: Any, box: Box) -> tuple[int, int]:
    """Width and height of the rendering for a box, in device pixels, rounded up to a step of sizes."""
    matrix = canvas.getTotalMatrix()
    scale = math.sqrt(abs(matrix.getScaleX() * matrix.getScaleY() - matrix.getSkewX() * matrix.getSkewY()))
    longer = max(box.width, box.height)
    wanted = min(LARGEST, max(SMALLEST, longer * scale))
    stepped = math.ceil(STEP ** math.ceil(math.log(wanted, STEP) - 1e-6))
    return max(1, round(box.width / longer * stepped)), max(1, round(box.height / longer * stepped))


@functools.lru_cache(maxsize=256)
def _source(member: str, colour: Colour | None) -> str:
    svg = read_source(member)
    return svg if colour is None else recolour(svg, colour)


@functools.lru_cache(maxsize=128)
def _document(member: str, colour: Colour | None) -> Any:
    source = _source(member, colour).encode()
    return skia.SVGDOM.MakeFromStream(skia.MemoryStream(source, True))


def _flat(sprite: Sprite, size: tuple[int, int], colour: Colour | None, flip: bool) -> Any:
    """A surface with the drawing alone, without any light on it."""
    surface = skia.Surface(*size)
    canvas = surface.getCanvas()
    canvas.save()
    if flip:
        canvas.translate(size[0], 0)
        canvas.scale(-1, 1)
    document = _document(sprite.member, colour)
    document.setContainerSize(skia.Size(*size))
    document.render(canvas)
    canvas.restore()
    return surface


class _Renderings:
    """The last renderings, up to a number of bytes."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.held = 0
        self.images: OrderedDict[Any, Any] = OrderedDict()

    def get(self, key: Any) -> Any:
        if key not in self.images:
            return None
        self.images.move_to_end(key)
        return self.images[key]

    def put(self, key: Any, image: Any) -> None:
        self.images[key] = image
        self.held += image.width() * image.height() * 4
        while self.held > self.limit and len(self.images) > 1:
            _, oldest = self.images.popitem(last=False)
            self.held -= oldest.width() * oldest.height() * 4


_renderings = _Renderings(CACHE_BYTES)


def _rendering(
    sprite: Sprite, size: tuple[int, int], colour: Colour | None, flip: bool, light: Light
) -> Any:  # fmt: skip
    key = (sprite.member, size, colour, flip, light)
    image = _renderings.get(key)
    if image is None:
        image = shade(_flat(sprite, size, colour, flip), light)
        _renderings.put(key, image)
    return image
