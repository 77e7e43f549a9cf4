"""Putting things on a picture: drawings with a soft shadow, and other pictures as cut-outs or insets."""

from __future__ import annotations

from typing import Any

import numpy as np
import skia
from PIL import Image

from aquatint.engines.composer.art.drawing import Box as DrawingBox
from aquatint.engines.composer.art.drawing import Look
from aquatint.engines.composer.art.library import find as find_art
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import BLACK, WHITE, Colour, mix
from aquatint.engines.composer.drawing.surface import as_image, read_pixels
from aquatint.engines.composer.edits.foreign.canvas import Box, Canvas, box_around
from aquatint.engines.composer.layout.stage import Light
from aquatint.engines.composer.lexicon.nouns import metres, role
from aquatint.engines.composer.scene import Item
from aquatint.imaging.raster import Pixels, Raster
from aquatint.sizes import Size

OPEN = -1.0
GROUND_LINE = 0.86
"""Where things stand, and things of the air hang, when nobody says where: shares of the picture's height."""
AIR_LINE = 0.34
SHARE = 0.34
"""Height of a thing in shorter sides of the picture."""
INSET_SHARE = 0.3
"""Width of another picture in widths of this one."""
MARGIN = 0.035
"""Distance from the edge in shorter sides."""
CORNER = (0.86, 0.94)
"""Where other pictures go when nobody says where."""


def on_canvas(canvas: Canvas, paint: Any) -> None:
    """Paint with Skia over the picture; ``paint`` gets a Skia canvas. Only editable pixels change."""
    height, width = canvas.editable.shape
    surface = skia.Surface(width, height)
    skia_canvas = surface.getCanvas()
    skia_canvas.drawImage(as_image(canvas.pixels), 0, 0)
    before = read_pixels(surface)
    paint(skia_canvas)
    after = read_pixels(surface)
    touched = (before != after).any(axis=2) & canvas.editable
    np.copyto(canvas.pixels, after, where=touched[..., np.newaxis])


def place_item(canvas: Canvas, item: Item, spots: list[tuple[float, float]]) -> None:
    """Draw an item ``count`` times: inside the mask, else at the spots that were said, else where it belongs."""
    drawing = find_art(item.art)
    aloft = role(item) in ("sky", "flies", "hangs") or any(0 <= y < 0.5 for _, y in spots)
    for instance, box in enumerate(_boxes(canvas, item, drawing.aspect, spots, aloft)):
        light = _light_of(canvas, box)
        colour = Colour.of(item.colour) if item.colour else None
        chance = canvas.chance.fork(item.id, instance)
        look = Look(
            light,
            colour,
            flip=box.x > canvas.editable.shape[1] / 2,
            chance=chance,
            attributes=dict(item.attributes),
        )

        def paint(on: Any, box: DrawingBox = box, look: Look = look) -> None:
            if not aloft:
                _contact_shadow(on, box)
            drawing.paint(on, box, look)

        on_canvas(canvas, paint)


def _boxes(
    canvas: Canvas, item: Item, aspect: float, spots: list[tuple[float, float]], aloft: bool
) -> list[DrawingBox]:
    height, width = canvas.editable.shape
    count = item.count
    if canvas.masked and canvas.editable.any():
        area = box_around(canvas.editable)
        tall = min(0.94 * area.height, 0.94 * area.width / (aspect * count))
        foot_x, foot_y = (area.left + area.right) / 2, area.bottom - 0.03 * area.height
    else:
        real = min(1.5, max(0.45, (metres(item) / 0.8) ** 0.3)) if not aloft else 0.55
        tall = SHARE * min(height, width) * min(2.0, item.scale**0.85) * real
        tall = min(tall, 0.9 * width / (aspect * count), 0.9 * height)
        foot_x, foot_y = _spot(spots, (0.5, AIR_LINE if aloft else GROUND_LINE), (width, height))
        foot_y = max(foot_y, tall + MARGIN * height)
    step = 1.08 * tall * aspect
    left = foot_x - step * count / 2
    left = min(max(left, MARGIN * width), (1 - MARGIN) * width - step * count)
    return [
        DrawingBox(left + (i + 0.5) * step - tall * aspect / 2, foot_y - tall, tall * aspect, tall)
        for i in range(count)
    ]


def _spot(
    spots: list[tuple[float, float]], default: tuple[float, float], size: tuple[int, int]
) -> tuple[float, float]:
    x, y = default
    for wish_x, wish_y in spots:
        x, y = x if wish_x == OPEN else wish_x, y if wish_y == OPEN else wish_y
    return x * size[0], y * size[1]


def _light_of(canvas: Canvas, box: DrawingBox) -> Light:
    """A light whose ambient colour is that of the surroundings, so that the drawing belongs there."""
    height, width = canvas.editable.shape
    top, bottom = max(0, int(box.y - box.height / 3)), min(height, int(box.y + box.height * 4 / 3))
    left, right = max(0, int(box.x - box.width / 3)), min(width, int(box.x + box.width * 4 / 3))
    around = canvas.pixels[top:bottom:4, left:right:4, :3].reshape(-1, 3).astype(np.float32)
    if not len(around):
        return Light()
    mean = around.mean(axis=0) / np.float32(255)
    mean = mean / max(0.35, float(mean.max()))
    return Light(ambient=mix(WHITE, Colour(*(float(c) for c in mean)), 0.35))


def _contact_shadow(on: Any, box: DrawingBox) -> None:
    """A dark, soft ellipse under the foot, and a wider, fainter one around it."""
    x, y = box.x + box.width / 2, box.y + 0.985 * box.height
    for wide, tall, alpha in ((0.46, 0.045, 0.34), (0.62, 0.075, 0.16)):
        oval = skia.Rect.MakeLTRB(
            x - wide * box.width, y - tall * box.width, x + wide * box.width, y + tall * box.width
        )
        on.drawOval(oval, fill(BLACK, alpha, blur=max(0.5, 0.05 * box.width)))


def place_picture(canvas: Canvas, raster: Raster, spots: list[tuple[float, float]], index: int) -> None:
    """Lay another picture on this one: by its alpha if it has any, else as an inset with a frame and a shadow.

    Without a spot the pictures stand in a row from the lower right corner; ``index`` counts them from 0.
    """
    box = _picture_box(canvas, raster.size, spots, index)
    cut_out = raster.has_alpha and bool((raster.pixels[..., 3] < 255).any())
    scaled = _scaled(raster.pixels, box)

    def paint(on: Any) -> None:
        if not cut_out:
            _frame(on, box, canvas.unit)
        on.drawImage(as_image(scaled), box.left, box.top)

    on_canvas(canvas, paint)


def _picture_box(canvas: Canvas, size: Size, spots: list[tuple[float, float]], index: int) -> Box:
    height, width = canvas.editable.shape
    if canvas.masked and not spots and canvas.editable.any():
        area = box_around(canvas.editable)
        return _fitted(size, area.width, area.height, ((area.left + area.right) / 2, (area.top + area.bottom) / 2))
    margin = MARGIN * min(height, width)
    wide, tall = INSET_SHARE * width, INSET_SHARE * height * 1.4
    inner = _fitted(size, wide, tall, (0, 0))
    x, y = _spot(spots, (CORNER[0] if index == 0 else 0.5, CORNER[1]), (width, height))
    if not spots:
        x -= index * (inner.width + margin)
    left = min(max(margin, x - inner.width / 2), width - margin - inner.width)
    top = min(max(margin, y - inner.height), height - margin - inner.height)
    return Box(round(left), round(top), round(left) + inner.width, round(top) + inner.height)


def _fitted(size: Size, wide: float, tall: float, middle: tuple[float, float]) -> Box:
    scale = min(wide / size.width, tall / size.height)
    width, height = max(1, round(size.width * scale)), max(1, round(size.height * scale))
    left, top = round(middle[0] - width / 2), round(middle[1] - height / 2)
    return Box(left, top, left + width, top + height)


def _scaled(pixels: Pixels, box: Box) -> Pixels:
    mode = "RGBA" if pixels.shape[2] == 4 else "RGB"
    picture = Image.frombytes(mode, (pixels.shape[1], pixels.shape[0]), np.ascontiguousarray(pixels).tobytes())
    return np.asarray(picture.resize((box.width, box.height), Image.Resampling.LANCZOS))


def _frame(on: Any, box: Box, unit: float) -> None:
    """A white mount with a soft shadow."""
    edge = 9 * unit
    mount = skia.Rect.MakeLTRB(box.left, box.top, box.right, box.bottom).makeOutset(edge, edge)
    on.drawRect(mount.makeOffset(0, 5 * unit), fill(BLACK, 0.35, blur=max(0.5, 9 * unit)))
    on.drawRect(mount, fill(WHITE))
