"""The sheet a style works on: a picture as float planes, at a working size, with transparency set aside."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.styles.filters import Planes, blur, blur_all
from aquatint.engines.composer.styles.noise import Plane
from aquatint.imaging.raster import Pixels

WORKING_AREA = 1_500_000
"""Pictures much larger than this many pixels are painted smaller and enlarged before the last texture."""

BLEED = 6.0
"""How far, in units, colours run out under transparency, so that cut-out edges keep their own colour."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a style paints from. ``colour`` is opaque: (3, H, W) float32 sRGB 0..1; ``unit`` is in its pixels."""

    colour: Planes
    cover: Plane | None
    """Opacity 0..1 of the picture, None when it is opaque everywhere."""
    unit: float
    chance: Chance
    staged: bool = False
    """Whether anybody looks at the states before the last, so that a style need not make them for nothing."""

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width in working pixels."""
        return self.colour.shape[1], self.colour.shape[2]


def working_factor(height: int, width: int) -> int:
    """By what whole number a picture is shrunk for painting."""
    return max(1, round(math.sqrt(height * width / WORKING_AREA)))


def _bled(colour: Planes, cover: Plane, unit: float) -> Planes:
    """Straight colours carried out into the transparent surroundings, fading to white paper."""
    wide = blur_all(colour * cover, BLEED * unit / 2.6)
    weight = blur(cover, BLEED * unit / 2.6)
    fade = np.minimum(weight * np.float32(50), np.float32(1))
    around = wide / np.maximum(weight, np.float32(1e-4)) * fade + (np.float32(1) - fade)
    solid = np.minimum(cover * np.float32(1.001), np.float32(1))
    result: Planes = colour * solid + around * (np.float32(1) - solid)
    return result


def open_sheet(pixels: Pixels, *, chance: Chance, unit: float, staged: bool = False) -> tuple[Sheet, int]:
    """The sheet for (H, W, 3 or 4) pixels, and the factor by which it is smaller than they are."""
    factor = working_factor(*pixels.shape[:2])
    opaque = pixels.shape[2] == 3 or bool((pixels[..., 3] == 255).all())
    if opaque:
        colour, cover = to_planes(_reduced(pixels, factor)[..., :3]), None
    else:
        small = to_planes(_reduced(pixels, factor))  # Pillow reduces channels apart, so weigh by alpha first
        if factor > 1:
            small = to_planes(_reduced_by_cover(pixels, factor))
        cover = small[3]
        colour = _bled(small[:3], cover, unit / factor)
    return Sheet(np.clip(colour, 0, 1), cover, unit / factor, chance, staged), factor


def _reduced(pixels: Pixels, factor: int) -> Pixels:
    return pixels if factor == 1 else np.array(Image.fromarray(pixels).reduce(factor))


def _reduced_by_cover(pixels: Pixels, factor: int) -> Pixels:
    """Blocks averaged with opacity as the weight, so that hidden colours do not show at the edges."""
    premultiplied = Image.fromarray(pixels).convert("RGBa").reduce(factor)
    return np.array(premultiplied.convert("RGBA"))


def to_planes(pixels: Pixels) -> Planes:
    """(H, W, C) bytes as (C, H, W) float32 0..1."""
    result = np.empty((pixels.shape[2], *pixels.shape[:2]), np.float32)
    for channel, plane in enumerate(result):
        np.multiply(pixels[..., channel], np.float32(1 / 255), out=plane)
    return result


def to_pixels(colour: Planes) -> Pixels:
    """(C, H, W) float32 0..1 as (H, W, C) bytes, rounded and clipped."""
    result = np.empty((*colour.shape[1:], len(colour)), np.uint8)
    for channel, plane in enumerate(colour):  # one by one: a plane fits the processor's cache, three do not
        rounded = plane * np.float32(255)
        rounded += np.float32(0.5)
        result[..., channel] = np.clip(rounded, np.float32(0), np.float32(255), out=rounded).astype(np.uint8)
    return result


CRISPEN = ImageFilter.Kernel((3, 3), (-1, -2, -1, -2, 60, -2, -1, -2, -1), scale=48)
"""Gives strokes and lines the edge that enlarging takes from them."""


def with_alpha(painted: Pixels, pixels: Pixels) -> Pixels:
    """(H, W, 3) painted colours, with the alpha of ``pixels`` (H, W, 3 or 4) if they have one."""
    if pixels.shape[2] == 3:
        return painted
    result = np.empty_like(pixels)
    result[..., :3], result[..., 3] = painted, pixels[..., 3]
    return result


def enlarged(pixels: Pixels, shape: tuple[int, int], factor: int) -> Pixels:
    """Painted pixels brought back to the picture's own size, crisp."""
    if factor == 1:
        return pixels
    height, width = shape
    box = (0.0, 0.0, width / factor, height / factor)
    crisp = Image.fromarray(pixels).filter(CRISPEN)
    return np.array(crisp.resize((width, height), Image.Resampling.LANCZOS, box=box))


def shaded(pixels: Pixels, shade: Plane) -> Pixels:
    """The first three channels multiplied by a plane of 0..1, fast enough for 4K; alpha stays."""
    scale = np.clip(shade * np.float32(256), 0, 256).astype(np.uint16)
    result = pixels.copy()
    for channel in range(3):
        result[..., channel] = (pixels[..., channel] * scale + np.uint16(127)) >> np.uint16(8)
    return result
