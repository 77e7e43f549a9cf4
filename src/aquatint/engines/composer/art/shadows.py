"""What a drawing leaves on the floor: a contact shadow, a cast shadow, or its reflection on water.

All are painted from a small silhouette, so that their price does not grow with the picture.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import skia

from aquatint.engines.composer.art.drawing import Box, Drawing, Look
from aquatint.engines.composer.art.shading import LINEAR, Field, blurred, native_image
from aquatint.engines.composer.art.vectors import about, stain
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.drawing.vector import VectorCanvas, vector_of
from aquatint.engines.composer.layout.stage import Floor, Light

UNLIT = Light(shadow_strength=0.0)
"""For silhouettes: light does not change them, so all lights share their renderings."""
SIDE = 72
"""Pixels along the longer side of the silhouette."""
MARGIN = 14
"""Pixels around the silhouette for the blur."""
CONTACT = 1.5
"""Opacity of the contact shadow in cast shadows' strengths."""
TILT = 0.24
"""How far up the picture a shadow falls per height of its drawing, when the light is high."""
REFLECTED = 0.5
"""Height of a reflection on moving water in heights of what it reflects."""
LONGEST = 1.7
"""Limit of a shadow's length in heights of its drawing: a low sun does not darken the whole ground."""


def cast(
    canvas: Any, drawing: Drawing, box: Box, look: Look, floor: Floor = "ground"
) -> list[tuple[float, float]]:  # fmt: skip
    """Paint what the drawing in ``box`` leaves on the floor that it stands on; call it before the drawing.

    The length, the direction and the strength come from ``look.light``. In the air nothing is left. Returns where
    the drawing touches firm ground: left and right ends of its feet, as shares of the box's width.
    """
    if floor == "air" or box.width < 2 or box.height < 2 or look.light.shadow_strength <= 0:
        return []
    vector = vector_of(canvas)
    if vector is not None:
        _cast_on_vector(vector, drawing, box, look, floor)
        return _feet(_silhouette(drawing, box, look)) if floor != "water" else []
    alpha = _silhouette(drawing, box, look)
    if floor == "water":
        _reflection(canvas, alpha, box, look.light)
        return []
    _cast_shadow(canvas, alpha, box, look.light)
    _contact_shadow(canvas, alpha, box, look.light)
    return _feet(alpha)


def _feet(alpha: Field) -> list[tuple[float, float]]:
    """Runs of the lowest rows that are covered, as shares of the width."""
    rows = alpha.shape[0]
    inner = rows - 2 * MARGIN
    low = alpha[rows - MARGIN - max(2, inner // 24) : rows - MARGIN].max(axis=0) > 0.5
    edges = np.flatnonzero(np.diff(np.concatenate(([False], low, [False])).astype(np.int8)))
    wide = alpha.shape[1] - 2 * MARGIN
    return [
        ((float(left) - MARGIN) / wide, (float(right) - MARGIN) / wide)
        for left, right in zip(edges[::2], edges[1::2], strict=True)
    ]


def rest(canvas: Any, drawing: Drawing, box: Box, look: Look) -> None:
    """Paint the shadow of a drawing that rests on another one: only where they touch."""
    if box.width < 2 or box.height < 2 or look.light.shadow_strength <= 0:
        return
    vector = vector_of(canvas)
    if vector is not None:
        _cushion_on_vector(vector, box, look.light)
        return
    _contact_shadow(canvas, _silhouette(drawing, box, look), box, look.light)


def reflect(canvas: Any, drawing: Drawing, box: Box, look: Look, line: float) -> tuple[float, float] | None:
    """Paint the mirror image of a drawing in water whose surface is at ``line``, a y in pixels.

    Returns where the drawing's ends are at the surface, as shares of the box; None when it does not touch it.
    """
    if box.width < 2 or box.height < 2 or not box.y < line:
        return None
    alpha = _silhouette(drawing, box, look)
    inner = alpha.shape[0] - 2 * MARGIN
    cut = MARGIN + min(inner, max(1, round(inner * (line - box.y) / box.height)))
    vector = vector_of(canvas)
    if vector is not None:
        _mirror_on_vector(vector, drawing, box, look, line)
    else:
        _mirror(canvas, alpha[:cut], box, line, look.light)
    band = alpha[max(0, cut - max(2, inner // 16)) : cut].max(axis=0) > 0.4
    columns = np.flatnonzero(band)
    if len(columns) == 0:
        return None
    wide = alpha.shape[1] - 2 * MARGIN
    return (float(columns[0]) - MARGIN) / wide, (float(columns[-1]) + 1 - MARGIN) / wide


def _mirror(canvas: Any, alpha: Field, box: Box, line: float, light: Light) -> None:
    """The silhouette upside down below the line, fading and broken by waves."""
    rows = alpha.shape[0]
    along = np.clip((rows - np.arange(rows, dtype=np.float32)) / max(1, rows), 0, 1)
    waves = 0.82 + 0.18 * np.sin(np.arange(rows, dtype=np.float32) * 1.9)
    soft = blurred(alpha * ((1 - along) ** 1.2 * waves)[:, None], 1.3)[::-1]
    scale = max(box.width, box.height) / SIDE
    width = soft.shape[1] * scale
    area = skia.Rect.MakeXYWH(box.x + box.width / 2 - width / 2, line, width, rows * REFLECTED * scale)
    canvas.drawImageRect(_stain(soft, light.shadow, 0.18 + 0.6 * light.shadow_strength), area, LINEAR)


def _cast_on_vector(vector: VectorCanvas, drawing: Drawing, box: Box, look: Look, floor: Floor) -> None:
    """The same as vectors: the whole silhouette laid on the ground, a soft cushion under the feet."""
    light, side = look.light, max(box.width, box.height)
    if floor == "water":
        _mirror_on_vector(vector, drawing, box, look, box.y + 0.99 * box.height)
        return
    right, up = shadow_reach(light)
    x, y = box.x + box.width / 2, box.y + box.height
    stain(vector, drawing, box, look, about(x, y, 1, -right, up), 0.7 * light.shadow_strength, 0.03 * side)
    _cushion_on_vector(vector, box, light)


def _cushion_on_vector(vector: VectorCanvas, box: Box, light: Light) -> None:
    x, y, side = box.x + box.width / 2, box.y + box.height, max(box.width, box.height)
    half, rise = 0.42 * box.width, max(0.035 * side, 0.05 * box.width)
    cushion = skia.Rect.MakeLTRB(x - half, y - 0.6 * rise, x + half, y + 0.6 * rise)
    vector.drawOval(cushion, fill(light.shadow, min(0.85, light.shadow_strength * CONTACT), blur=0.4 * rise))


def _mirror_on_vector(vector: VectorCanvas, drawing: Drawing, box: Box, look: Look, line: float) -> None:
    """The silhouette upside down below the line; what is above the line of it is cut away."""
    mirrored = about(box.x + box.width / 2, line, 1, 0, -REFLECTED)
    vector.save()
    vector.clipRect(skia.Rect.MakeLTRB(box.x - box.width, line, box.x + 2 * box.width, line + 2 * box.height))
    strength = 0.5 * (0.18 + 0.6 * look.light.shadow_strength)
    stain(vector, drawing, box, look, mirrored, strength, 0.02 * max(box.width, box.height))
    vector.restore()


def shadow_reach(light: Light) -> tuple[float, float]:
    """How far a shadow's tip lies from the foot, right and up, in heights of its drawing."""
    length = min(LONGEST, 0.42 / (0.12 + light.height))
    side = max(-1.0, min(1.0, -light.x))
    return side * length, TILT * (0.6 + 0.4 * length) * (1.2 - 0.5 * abs(side))


def _silhouette(drawing: Drawing, box: Box, look: Look) -> Field:
    """Alpha 0..1 of the drawing with a margin, its longer side `SIDE` pixels."""
    scale = SIDE / max(box.width, box.height)
    width, height = max(1.0, box.width * scale), max(1.0, box.height * scale)
    surface = skia.Surface(math.ceil(width) + 2 * MARGIN, math.ceil(height) + 2 * MARGIN)
    plain = replace(look, light=UNLIT, colour=None)
    drawing.paint(surface.getCanvas(), Box(MARGIN, MARGIN, width, height), plain)
    alpha: Field = surface.toarray()[..., 3].astype(np.float32) / 255
    return alpha


def _cast_shadow(canvas: Any, alpha: Field, box: Box, light: Light) -> None:
    rows = alpha.shape[0]
    along = np.clip((rows - MARGIN - np.arange(rows, dtype=np.float32)) / max(1, rows - 2 * MARGIN), 0, 1)
    fading = alpha * (1 - 0.55 * along)[:, None]
    soft = blurred(fading, 2.4)
    right, up = shadow_reach(light)
    scale = max(box.width, box.height) / SIDE
    canvas.save()
    # From silhouette pixels to the ground: a row y above the foot goes right and up by y times the reach.
    canvas.translate(box.x + box.width / 2, box.y + box.height - 0.012 * box.height)
    canvas.concat(skia.Matrix.MakeAll(scale, -right * scale, 0, 0, up * scale, 0, 0, 0, 1))
    canvas.drawImage(
        _stain(soft, light.shadow, light.shadow_strength), -alpha.shape[1] / 2, MARGIN - rows, LINEAR
    )  # fmt: skip
    canvas.restore()


def _contact_shadow(canvas: Any, alpha: Field, box: Box, light: Light) -> None:
    """Darkest where the feet are: the columns of the lowest rows, spread into a flat cushion."""
    rows = alpha.shape[0]
    inner = rows - 2 * MARGIN
    feet = alpha[rows - MARGIN - max(2, round(0.07 * inner)) : rows - MARGIN].max(axis=0)
    depth = np.arange(-8, 9, dtype=np.float32)
    cushion = np.exp(-0.5 * (depth / 3.2) ** 2)[:, None] * feet[None, :]
    soft = blurred(np.pad(cushion, ((6, 6), (0, 0))), 1.8)
    peak = float(soft.max())
    if peak <= 0:
        return
    scale = max(box.width, box.height) / SIDE
    flat = scale * 0.32
    width, height = soft.shape[1] * scale, soft.shape[0] * flat
    area = skia.Rect.MakeXYWH(
        box.x + box.width / 2 - width / 2, box.y + box.height - 0.008 * box.height - height / 2, width, height
    )
    strength = min(0.85, light.shadow_strength * CONTACT)
    canvas.drawImageRect(_stain(soft / peak, light.shadow, strength), area, LINEAR)


def _reflection(canvas: Any, alpha: Field, box: Box, light: Light) -> None:
    rows = alpha.shape[0]
    along = np.clip((rows - MARGIN - np.arange(rows, dtype=np.float32)) / max(1, rows - 2 * MARGIN), 0, 1)
    soft = blurred(alpha * (1 - along)[:, None], 2.0)[::-1]
    scale = max(box.width, box.height) / SIDE
    squeeze = 0.55 * scale
    width = soft.shape[1] * scale
    top = box.y + box.height - MARGIN * squeeze - 0.01 * box.height
    area = skia.Rect.MakeXYWH(box.x + box.width / 2 - width / 2, top, width, rows * squeeze)
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(area.left(), box.y + box.height * 0.96, area.right(), area.bottom()))
    canvas.drawImageRect(_stain(soft, light.shadow, 0.15 + 0.6 * light.shadow_strength), area, LINEAR)
    canvas.restore()


def _stain(opacity: Field, colour: Colour, strength: float) -> Any:
    """An image of one colour with that opacity."""
    alpha = np.clip(opacity * strength, 0, 1)
    return native_image(alpha[..., None] * np.asarray(colour, np.float32), alpha)
