"""Light on a flat drawing: the colour of the air, a lit side, a shadow side and a bright edge.

The drawing is taken for a cushion: its silhouette, blurred, is the height of a surface, and the slope of that
surface against the direction of the light says how lit each place is. All of that happens at a few dozen
pixels; only the result is enlarged.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt
import skia

from aquatint.engines.composer.drawing.brush import ink
from aquatint.engines.composer.drawing.colour import BLACK, WHITE, mix
from aquatint.engines.composer.drawing.surface import NATIVE
from aquatint.engines.composer.layout.stage import Light

Field = npt.NDArray[np.float32]
"""(h, w) of 0..1 or -1..1."""

MAP_SIDE = 64
"""Pixels along the longer side of the shading map."""
ROUND, EDGE = 0.13, 0.025
"""Blur of the silhouette, as a share of its longer side, for the form and for the bright edge."""
LIFT, DARKEN, RIM = 0.32, 0.48, 0.4
"""Strongest opacity of the lit side, the shadow side and the bright edge."""
CHANNELS = [2, 1, 0] if skia.kBGRA_8888_ColorType == NATIVE else [0, 1, 2]
LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)


def shade(surface: Any, light: Light) -> Any:
    """Put the drawing on a Skia surface, alone there, under the light. Returns the image, its alpha unchanged."""
    canvas = surface.getCanvas()
    veil = _veil(surface, light) if light.shadow_strength > 0 else None
    if light.ambient != WHITE:
        canvas.drawColor(ink(light.ambient).toColor(), skia.BlendMode.kModulate)
    if veil is not None:
        # Skia enlarges fast only with its plain blend mode, so that comes first, on a surface of its own.
        large = skia.Surface(surface.width(), surface.height())
        area = skia.Rect.MakeWH(surface.width(), surface.height())
        large.getCanvas().drawImageRect(veil, area, LINEAR, skia.Paint())
        canvas.drawImage(
            large.makeImageSnapshot(), 0, 0, skia.SamplingOptions(), skia.Paint(BlendMode=skia.BlendMode.kSrcATop)
        )
    return surface.makeImageSnapshot()


def silhouette(image: Any, longer: int) -> Field:
    """Alpha 0..1 of an image, reduced so that its longer side has at most ``longer`` pixels."""
    scale = min(1.0, longer / max(image.width(), image.height()))
    width, height = max(1, round(image.width() * scale)), max(1, round(image.height() * scale))
    surface = skia.Surface(width, height)
    sampling = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    surface.getCanvas().drawImageRect(image, skia.Rect.MakeWH(width, height), sampling)
    alpha: Field = surface.toarray()[..., 3].astype(np.float32) / 255
    return alpha


def blurred(field: Field, sigma: float) -> Field:
    """A small field under a Gaussian of ``sigma`` pixels; nothing lies beyond its edges.

    Three running means come close enough, and unlike a matrix product they never wake a pool of threads.
    """
    radius = max(1, round((math.sqrt(4 * sigma**2 + 1) - 1) / 2))
    for _ in range(3):
        field = _running_mean(_running_mean(field, radius).T, radius).T
    return field


def _running_mean(field: Field, radius: int) -> Field:
    """Each value becomes the mean of those up to ``radius`` rows above and below."""
    span = 2 * radius + 1
    sums = np.cumsum(np.pad(field, ((radius + 1, radius), (0, 0))), axis=0, dtype=np.float32)
    return np.asarray((sums[span:] - sums[:-span]) / span, np.float32)


def _slope(alpha: Field, sigma: float, light: Light) -> Field:
    """How far the surface faces the light, -1..1: 0 on level ground, 1 on the lit edge."""
    margin = math.ceil(sigma * 2)
    down, across = np.gradient(blurred(np.pad(alpha, margin), sigma))
    up = 0.35 + 0.65 * light.height
    length = math.hypot(light.x, up)
    facing = np.asarray((down * up - across * light.x) * (sigma * 2.5 / length), np.float32)
    return np.clip(facing[margin:-margin, margin:-margin], -1, 1)


def _maps(alpha: Field, light: Light) -> tuple[Field, Field]:
    """Opacity of the light and of the shade over each place."""
    side = max(alpha.shape)
    form = _slope(alpha, ROUND * side, light)
    edge = _slope(alpha, EDGE * side, light)
    strength = 0.35 + light.shadow_strength
    lit = np.clip(form, 0, 1) * LIFT * strength + np.clip(edge - 0.25, 0, 1) * RIM * strength
    dark = np.clip(-form, 0, 1) * DARKEN * strength
    return np.minimum(lit, 1), np.minimum(dark, 1)


def _veil(surface: Any, light: Light) -> Any:
    """What lies over the drawing: the light's colour on the lit side, the shade's on the other."""
    lit, dark = _maps(silhouette(surface.makeImageSnapshot(), MAP_SIDE), light)
    warm = mix(light.key, BLACK, 0.55 * light.darkness)  # at night even the lit side is dim
    dark *= 1 - lit
    colours = lit[..., None] * np.asarray(warm, np.float32) + dark[..., None] * np.asarray(
        light.shadow, np.float32
    )
    return native_image(colours, lit + dark)


def native_image(colours: npt.NDArray[np.float32], alpha: Field) -> Any:
    """A Skia image of premultiplied (h, w, 3) RGB and (h, w) alpha, 0..1.

    In the layout of surfaces, which Skia draws without converting: several times as fast as any other.
    """
    pixels = np.empty((*alpha.shape, 4), np.uint8)
    pixels[..., 3] = np.clip(alpha, 0, 1) * 255 + 0.5
    pixels[..., :3] = np.clip(colours[..., CHANNELS] * 255 + 0.5, 0, pixels[..., 3:])
    return skia.Image.fromarray(pixels, colorType=NATIVE, alphaType=skia.kPremul_AlphaType, copy=True)
