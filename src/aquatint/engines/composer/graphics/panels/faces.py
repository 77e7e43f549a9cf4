"""Faces that fill a box, and the colours that a figure is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import skia
from PIL import Image

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.art.place import aspect_of, look_of
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, to_oklch
from aquatint.engines.composer.drawing.surface import read_pixels
from aquatint.engines.composer.graphics.page import inset
from aquatint.engines.composer.graphics.panels.shots import face_of
from aquatint.engines.composer.graphics.picture import FLAT, SOFT, Actor, paint_actor
from aquatint.engines.composer.graphics.portrait import bust_of
from aquatint.engines.composer.layout.groups import group_of
from aquatint.engines.composer.layout.stage import Placement

HEAD = 1.15
"""The square about a face, in shorter sides of the box: the head fills most of it."""
SAMPLED = 96
"""Pixels of the height at which a figure's colours are looked at."""
APART = 0.09
"""Difference in OKLCH lightness, or in hue and chroma together, from which colours are told apart."""


def paint_face(canvas: Any, actor: Actor, box: Box, chance: Chance) -> None:
    """Head and shoulders of a person; of a beast its head; of other things all. Clip to the box before."""
    if group_of(actor.item) == "people":
        head = Actor(actor.item, 0, bust_of(actor))
        paint_actor(canvas, head, inset(box, box.width * 0.06, 0.0)._replace(height=box.height), chance, SOFT)
        return
    # Placed at any size first, to know where its face is.
    trial = Placement(actor.item, 0, (0.0, box.height), box.height, 1.0)
    face = face_of(trial, chance)
    if face is None:
        paint_actor(canvas, actor, inset(box, box.width * 0.1, box.height * 0.1), chance, SOFT)
        return
    scale = HEAD * min(box.width, box.height) / max(face.width, 1.0)
    x = box.x + box.width / 2 - (face.x + face.width / 2) * scale
    foot = box.y + box.height / 2 + (box.height - face.y - face.height / 2) * scale
    width = box.height * scale * aspect_of(actor.drawing, actor.item)
    place = Box(x - width / 2, foot - box.height * scale, width, box.height * scale)
    actor.drawing.paint(canvas, place, look_of(trial, SOFT, chance))


def colours_of(actor: Actor, chance: Chance, most: int) -> Sequence[Colour]:
    """The colours that a figure is made of, those of the largest parts first."""
    width = max(1, round(SAMPLED * aspect_of(actor.drawing, actor.item)))
    surface = skia.Surface(width, SAMPLED)
    look = look_of(Placement(actor.item, 0, (0.0, 0.0), SAMPLED, 1.0), FLAT, chance)
    actor.drawing.paint(surface.getCanvas(), Box(0, 0, width, SAMPLED), look)
    pixels = read_pixels(surface)
    solid = pixels[pixels[..., 3] > 250][:, :3]
    if not len(solid):
        return []
    reduced = Image.fromarray(np.ascontiguousarray(solid[None])).quantize(16, Image.Quantize.MEDIANCUT)
    shares = np.bincount(np.asarray(reduced).ravel(), minlength=16)
    table = np.asarray(reduced.getpalette() or [], np.float64)[: 3 * 16].reshape(-1, 3) / 255
    found: list[Colour] = []
    for index in np.argsort(-shares[: len(table)], kind="stable"):
        colour = Colour(*map(float, table[index]))
        if shares[index] and all(_differ(colour, other) for other in found):
            found.append(colour)
    return found[:most]


def _differ(one: Colour, other: Colour) -> bool:
    (light, chroma, hue), (light_2, chroma_2, hue_2) = to_oklch(one), to_oklch(other)
    turn = 2 * min(chroma, chroma_2) * abs(np.sin(np.radians(hue - hue_2) / 2))
    return bool(abs(light - light_2) > APART or np.hypot(chroma - chroma_2, turn) > APART)
