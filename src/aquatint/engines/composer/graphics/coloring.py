"""Colouring pages: outlines of things or of a whole scene, in ink on white, where the drawing's colours change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np
import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import BLACK, WHITE
from aquatint.engines.composer.drawing.surface import premultiplied_image, read_pixels
from aquatint.engines.composer.drawing.vector import vector_of
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.lettering import Manner, put_inside
from aquatint.engines.composer.graphics.marks import paint_subject
from aquatint.engines.composer.graphics.page import Page, inset, upper
from aquatint.engines.composer.graphics.palette import choose_palette
from aquatint.engines.composer.graphics.panels.grid import even_grid
from aquatint.engines.composer.graphics.picture import FLAT, paint_group
from aquatint.engines.composer.graphics.scenery import has_place, paint_things
from aquatint.engines.composer.graphics.staged import paint_stage
from aquatint.engines.composer.graphics.tracing import trace
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

SIDE, LEAST = 1100, 780
"""Most and least pixels of the longer side at which outlines are found: small pages have fine lines too."""
STEP, SCENE_STEP = 0.075, 0.042
"""Change of colour (0..1) from one pixel to the next but one that makes a line; the air of a scene softens it."""
MANY = 4
"""Kinds of things from which each has a place of its own."""


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """White paper, the outlines, a frame, words as outlines of their own."""
    page = Page(canvas, scene, size, chance, choose_palette(scene, chance.fork("palette")))
    if not scene.transparent:
        page.paint_ground(WHITE)
    frame = inset(page.full, page.margin * 0.6)
    room = inset(frame, page.margin * 0.5)
    words = None
    if scene.texts:
        if chance.fork("order").random() < 0.5:
            words, room = upper(room, 0.16, page.margin * 0.4)
        else:
            room, words = upper(room, 0.84, page.margin * 0.4)
    yield 0.1, "paper"
    whole = has_place(scene) and words is None
    _paint_outlines(page, frame if whole else room)
    yield 0.8, "outlines"
    _paint_frame(page, frame, plain=whole)
    if words is not None:
        manner = Manner("friendly", WHITE, BLACK, BLACK, BLACK, biggest=page.short * 0.1)
        put_inside(canvas, scene.texts, words, manner)
    yield 1.0, "words"


def _paint_frame(page: Page, frame: Box, *, plain: bool) -> None:
    """A line, or two, with leaves or stars to colour in the corners."""
    line = stroke(BLACK, 4 * page.unit)
    page.rectangle(frame, line, 0.0 if plain else page.margin * 0.4)
    manner = "plain" if plain else page.chance.fork("frame").choice(["plain", "double", "leaves", "stars"])
    if manner == "double":
        page.rectangle(inset(frame, 12 * page.unit), stroke(BLACK, 2.4 * page.unit), page.margin * 0.3)
    size = page.margin * 0.8
    for x, y, heading in ((0, 0, 45), (1, 0, 135), (1, 1, 225), (0, 1, 315)):
        corner = (
            frame.x + size * 0.5 + x * (frame.width - size),
            frame.y + size * 0.5 + y * (frame.height - size),
        )
        if manner == "leaves":
            for turn in (-32, 0, 32):
                page.path(ornaments.leaf(*corner, size * 1.3, heading + turn), stroke(BLACK, 3 * page.unit))
        elif manner == "stars":
            page.path(ornaments.star(*corner, size * 0.42, 5), stroke(BLACK, 3 * page.unit))


def _paint_outlines(page: Page, box: Box) -> None:
    """Black lines as pixels, or traced where the canvas takes none."""
    lines = _outlined(page, box)
    if vector_of(page.canvas) is None:
        sampling = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
        page.canvas.drawImageRect(premultiplied_image(lines), skia.Rect.MakeXYWH(*box), sampling)
        return
    path = trace(lines[..., 3])
    path.transform(
        skia.Matrix().setScale(box.width / lines.shape[1], box.height / lines.shape[0]).postTranslate(box.x, box.y)
    )
    page.path(path, fill(BLACK))


def _outlined(page: Page, box: Box) -> Any:
    """Pixels of black lines on nothing, of the box's shape."""
    longest = max(box.width, box.height)
    scale = min(SIDE, max(LEAST, longest)) / longest
    size = Size(max(1, round(box.width * scale)), max(1, round(box.height * scale)))
    surface = skia.Surface(size.width, size.height)
    small = Page(surface.getCanvas(), page.scene, size, page.chance, page.palette)
    small.paint_ground(WHITE)
    _paint_picture(small)
    if not has_place(page.scene):
        return lines_of(read_pixels(surface), STEP)
    lines = lines_of(read_pixels(surface), SCENE_STEP)
    return _with_things(lines, small) if page.scene.items else lines


def _with_things(lines: Any, small: Page) -> Any:
    """The lines of a scene with its things drawn by themselves: a green dinosaur is seen in a green jungle."""
    surface = skia.Surface(small.size.width, small.size.height)
    paint_things(surface.getCanvas(), _by_day(small.scene), small.size, small.chance)
    pixels = read_pixels(surface)
    cover = pixels[..., 3:].astype(np.float32) / 255
    white = np.dstack([(pixels[..., :3] * cover + 255 * (1 - cover)).astype(np.uint8), pixels[..., 3]])
    shape = np.repeat(pixels[..., 3:], 4, axis=2)
    own = np.maximum(lines_of(white, STEP)[..., 3], lines_of(shape, 0.3)[..., 3])
    free = _softened(pixels[..., 3], 4).astype(np.float32) / 255
    mixed = lines.copy()
    mixed[..., 3] = np.maximum(lines[..., 3] * (1 - np.minimum(1.0, 1.6 * free)), own).astype(np.uint8)
    return mixed


def _by_day(scene: Scene) -> Scene:
    return msgspec.structs.replace(scene, time="day", weather="clear")


def _paint_picture(small: Page) -> None:
    scene = small.scene
    if has_place(scene):
        paint_stage(small, small.full, _by_day(scene))
    elif len(scene.items) >= MANY:
        cells = even_grid(small.full, len(scene.items), small.short * 0.06, 1.0)
        for item, cell in zip(scene.items, cells, strict=True):
            paint_group(small, inset(cell, cell.width * 0.05), items=[item], light=FLAT, stand=0.5)
    elif scene.items:
        paint_group(small, inset(small.full, small.short * 0.06), light=FLAT, stand=0.5)
    else:
        tones = (small.palette.main, small.palette.accent, small.palette.soft)
        paint_subject(small, small.full, tones, light=FLAT)


def lines_of(pixels: Any, step: float = STEP) -> Any:
    """RGBA pixels of black lines where colours change: (H, W, 4) uint8 in and out."""
    strength = np.zeros(pixels.shape[:2], np.int16)
    for channel in range(3):
        plane = _softened(pixels[..., channel], 3).astype(np.int16)
        np.maximum(strength[:, 1:-1], np.abs(plane[:, 2:] - plane[:, :-2]), out=strength[:, 1:-1])
        np.maximum(strength[1:-1], np.abs(plane[2:] - plane[:-2]), out=strength[1:-1])
    table = np.clip((np.arange(256) / 255 - step) / step * 255, 0, 255).astype(np.uint8)
    alpha = table[strength]
    ink = np.zeros((*alpha.shape, 4), np.uint8)
    ink[..., 3] = alpha
    ink[..., 3] = np.clip(np.arange(256) * 2.6 - 60, 0, 255).astype(np.uint8)[_softened(alpha, 2)]
    return ink


def _softened(plane: Any, passes: int) -> Any:
    """An 8-bit plane under a bell of variance ``passes`` / 2: each pass is (1 2 1) / 4 both ways, edges kept."""
    wide = plane.astype(np.uint16)
    for _ in range(passes):
        for away in (wide, wide.T):
            away[1:-1] = (away[:-2] + away[2:] + 2 * away[1:-1] + 2) >> 2
    return wide.astype(np.uint8)
