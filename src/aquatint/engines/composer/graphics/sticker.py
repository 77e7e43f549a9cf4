"""Die-cut stickers: the things in a group, a white border along their outline, a soft shadow below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import skia
from PIL import Image, ImageFilter

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix
from aquatint.engines.composer.drawing.surface import premultiplied_image
from aquatint.engines.composer.drawing.vector import VectorCanvas, vector_of
from aquatint.engines.composer.graphics import emblem
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.lettering import Manner, Stack, in_order, put, stack
from aquatint.engines.composer.graphics.page import Page, inset, upper
from aquatint.engines.composer.graphics.palette import apart, choose_palette, legible
from aquatint.engines.composer.graphics.panels.grid import filled_grid
from aquatint.engines.composer.graphics.panels.variation import sheet_items
from aquatint.engines.composer.graphics.picture import SOFT, paint_group
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

BORDER = 0.028
"""Width of the white border, of the shorter side."""
Plane8 = npt.NDArray[np.uint8]

MASK_SIDE = 640
"""Pixels of the shorter side at which the outline is grown."""
SHADOW_SIDE = 320
"""The same for its shadow."""
STAMPS = 12
"""Points of each of the two circles along which it grows."""


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """Ground (none when transparent), border and things, words."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    if not scene.transparent:
        mixed = mix(palette.field, palette.soft, chance.fork("ground").uniform(0.2, 0.8))
        page.paint_ground(palette.ground or mixed)
    yield 0.15, "ground"
    room = inset(page.inner, page.short * 0.05)
    texts = in_order(scene.texts)
    art, words = upper(room, 0.72 if len(texts) < 2 else 0.6, page.short * 0.02) if texts else (room, None)
    manner = Manner(
        "friendly", WHITE, apart(palette.main, WHITE, 4.5), palette.ink, palette.ink, biggest=page.measure * 0.15
    )
    pieces = stack(texts, (words.width, words.height), manner) if words is not None else Stack(())
    plate = _plate(words, pieces, page) if words is not None else None
    vector = vector_of(canvas)
    if vector is not None:
        _paint_on_vector(page, vector, art, plate)
    else:
        border = _border(page, art, plate)
        if not scene.transparent:
            _paint_shadow(page, border)
        _draw_alpha(page, border, WHITE)
        _paint_art(page, art)
    yield 0.8, "art"
    if words is not None:
        put(canvas, pieces, words.x + words.width / 2, words.y, manner)
    yield 1.0, "text"


def _paint_on_vector(page: Page, vector: VectorCanvas, art: Box, plate: Box | None) -> None:
    """The same as vectors: the border is everything in white, stamped round a circle."""
    with vector.captured() as parts:
        _paint_art(page, art)
        if plate is not None:
            page.rectangle(plate, fill(WHITE), page.short * 0.03)
    name, radius = vector.define_group(parts), BORDER * page.short
    white = vector.colour_matrix([0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0])
    if not page.scene.transparent:
        shadow = skia.Matrix().setTranslate(0, page.short * 0.012)
        colour = legible(WHITE, page.palette.ink)
        vector.draw_stain([f'<use href="#{name}"/>'], shadow, colour, 0.34, radius)
    with vector.effect(white):
        for index in range(36):
            angle = 2 * np.pi * index / 36
            vector.draw_use(name, float(radius * np.cos(angle)), float(radius * np.sin(angle)))
    vector.draw_use(name)


def is_sheet(scene: Scene) -> bool:
    """Whether the things are stickers of their own: many kinds, or a sheet by name."""
    named = count_said(said(scene), ("sheet", "stickers", "pack", "set", "collection"))
    number = sum(item.count for item in scene.items) if named else len(scene.items)
    return number > (1 if named else 4) or (bool(named) and len(sheet_items(scene)) > 1)


def _plate(words: Box, pieces: Stack, page: Page) -> Box:
    """The white room behind the words, part of the sticker."""
    pad = page.short * 0.022
    left = words.x + (words.width - pieces.width) / 2
    return Box(left - pad, words.y - pad, pieces.width + 2 * pad, pieces.height + 2 * pad)


def _paint_art(page: Page, box: Box) -> None:
    if is_sheet(page.scene):
        kinds = sheet_items(page.scene)
        cells = filled_grid(box, len(kinds), page.short * 0.07, 1.0)
        for item, cell in zip(kinds, cells, strict=True):
            paint_group(page, inset(cell, cell.width * 0.04), items=[item], light=SOFT, stand=0.5)
    elif page.scene.items:
        paint_group(page, box, light=SOFT, stand=0.5)
    else:
        palette = page.palette
        colours = (apart(palette.main, WHITE, 2.5), apart(palette.accent, WHITE, 1.7), palette.ink)
        emblem.paint_emblem(page, inset(box, box.width * 0.12, box.height * 0.12), colours)


def _border(page: Page, art: Box, plate: Box | None) -> Plane8:
    """The alpha of the whole page, small: the outline of everything, grown by the border."""
    scale = min(1.0, MASK_SIDE / page.short)
    small = skia.Surface(max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    canvas = small.getCanvas()
    canvas.scale(scale, scale)
    shadowless = Page(canvas, page.scene, page.size, page.chance, page.palette)
    _paint_art(shadowless, art)
    if plate is not None:
        shadowless.rectangle(plate, fill(WHITE), page.short * 0.03)
    radius = BORDER * page.short * scale
    grown = _dilated(small.makeImageSnapshot(), radius).toarray()[..., 3]
    # A steep step through the middle of the soft edge: round corners, no dents from single hairs.
    return np.clip((_softened(grown, radius * 0.22).astype(np.int16) - 96) * 4, 0, 255).astype(np.uint8)


def _dilated(image: Any, radius: float) -> Any:
    """The image grown by ``radius``, corners round: stamped round a small circle, and that round a larger one."""
    for reach, turn in ((radius * 0.36, 0.0), (radius * 0.64, 0.5)):
        surface = skia.Surface(image.width(), image.height())
        canvas = surface.getCanvas()
        canvas.drawImage(image, 0, 0)
        for index in range(STAMPS):
            angle = 2 * np.pi * (index + turn) / STAMPS
            canvas.drawImage(image, float(reach * np.cos(angle)), float(reach * np.sin(angle)))
        image = surface.makeImageSnapshot()
    return image


def _softened(plane: Plane8, sigma: float) -> Plane8:
    return np.asarray(Image.fromarray(plane).filter(ImageFilter.GaussianBlur(sigma)))


def _draw_alpha(page: Page, plane: Plane8, colour: Colour, drop: float = 0.0) -> None:
    """Stretch a plane of alpha over the page, in one colour, ``drop`` pixels lower."""
    red, green, blue = colour
    table = np.outer(np.arange(256), [blue, green, red, 1.0]).round().astype(np.uint8)
    image = premultiplied_image(table[plane])
    area = skia.Rect.MakeXYWH(0, drop, page.width, page.height)
    page.canvas.drawImageRect(image, area, skia.SamplingOptions(skia.FilterMode.kLinear))


def _paint_shadow(page: Page, border: Plane8) -> None:
    """A soft shadow, softened small and enlarged."""
    factor = max(1, round(min(border.shape) / SHADOW_SIDE))
    small = np.asarray(Image.fromarray(border).reduce(factor))
    soft = _softened(small, min(small.shape) * 0.011).astype(np.float32) * 0.34
    _draw_alpha(page, soft.astype(np.uint8), legible(WHITE, page.palette.ink), page.short * 0.012)
