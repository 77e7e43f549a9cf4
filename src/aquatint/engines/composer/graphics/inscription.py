"""Words in a scene: a sign stands on the ground, everything else gets a label of its own so that it reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.art.library import find
from aquatint.engines.composer.drawing.brush import fill, linear, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import BLACK, WHITE, Colour, mix
from aquatint.engines.composer.graphics.lettering import Manner, put, stack, type_mood
from aquatint.engines.composer.layout.stage import Placement, Stage
from aquatint.engines.composer.scene import Scene, Text
from aquatint.engines.composer.type import Layer

PAPER = Colour.of("#fbf5e6")
INK = Colour.of("#2c2a33")
WOOD = Colour.of("#b98552")
WOOD_INK = Colour.of("#35210f")
MOODS = ("", "friendly", "hand", "retro")


@dataclass(frozen=True, slots=True)
class Face:
    """The face of a drawn sign: where it begins and ends (shares of the drawing's height), and its lettering."""

    top: float
    bottom: float
    ground: Colour
    ink: Colour
    glow: Colour | None = None
    """Of letters that are tubes of light."""
    wide: float = 0.84
    """Share of the drawing's width that words may take."""


TUBES = ((0.3, 0.55), (0.12, 0.8), (0.05, 1.0))
"""Softness (in heights of the letters) and opacity of the light around letters that shine, widest first."""
FACES = {
    "noto:placard": Face(0.08, 0.66, WHITE, INK),
    "own:neon-sign": Face(0.14, 0.54, Colour.of("#1e1830"), Colour.of("#fff0f8"), Colour.of("#ff3f9d"), 0.72),
}
"""Drawings on which the words of a sign are written."""

LABEL_WIDTH, LABEL_HEIGHT = 0.8, 0.22
"""Largest share of the picture's width and height for the words of a label."""
SIGN_WIDTH, SIGN_HEIGHT, SIGN_POST = 0.34, 0.15, 0.13
"""Shares of the shorter side."""


def paint_words(
    canvas: Any, scene: Scene, stage: Stage, placements: Sequence[Placement], margin: float, chance: Chance
) -> None:
    """Paint all texts of a scene. ``margin`` is the border in pixels that the style will cover."""
    signs = [text for text in scene.texts if text.role == "sign"]
    heads = [text for text in scene.texts if text.role in ("title", "name")]
    feet = [text for text in scene.texts if text.role in ("subtitle", "caption", "body")]
    mood = type_mood(scene, MOODS, chance.fork("type"))
    drawn = next((placement for placement in placements if placement.item.art in FACES), None)
    if signs and drawn is not None:
        _write_on_face(canvas, signs, drawn, mood)
    elif signs:
        _paint_sign(canvas, signs, stage, placements, mood)
    _paint_label(canvas, heads, stage, margin, mood, at_top=True)
    _paint_label(canvas, feet, stage, margin, mood, at_top=False)


def _paint_label(
    canvas: Any, texts: Sequence[Text], stage: Stage, margin: float, mood: str, *, at_top: bool
) -> None:
    if not texts:
        return
    width, height = stage.size.width, stage.size.height
    manner = Manner(
        mood=mood, ground=PAPER, title=INK, second=INK, detail=INK, biggest=height * (0.075 if at_top else 0.05)
    )
    words = stack(texts, (width * LABEL_WIDTH - 2 * margin, height * LABEL_HEIGHT), manner)
    pad = max(14 * stage.unit, words.pieces[0].block.size * 0.55)
    gap = margin + 42 * stage.unit
    top = gap if at_top else height - gap - words.height - 2 * pad
    left = (width - words.width) / 2 - 1.4 * pad
    box = Box(left, top, words.width + 2.8 * pad, words.height + 2 * pad)
    _paper(canvas, box, stage.unit)
    put(canvas, words, width / 2, top + pad, manner)


def _paper(canvas: Any, box: Box, unit: float) -> None:
    frame = skia.Rect.MakeXYWH(*box)
    radius = 10 * unit
    canvas.drawRoundRect(frame.makeOffset(0, 5 * unit), radius, radius, fill(BLACK, 0.28, blur=7 * unit))
    canvas.drawRoundRect(frame, radius, radius, fill(PAPER))
    inner = frame.makeInset(6 * unit, 6 * unit)
    canvas.drawRoundRect(inner, radius * 0.6, radius * 0.6, stroke(INK, 1.6 * unit, 0.35))


def _write_on_face(canvas: Any, texts: Sequence[Text], placement: Placement, mood: str) -> None:
    """The words of a sign on the drawn sign that is already in the scene."""
    face = FACES[placement.item.art]
    x, foot = placement.foot
    width = placement.height * find(placement.item.art).aspect
    top = foot - placement.height * (1 - face.top)
    height = placement.height * (face.bottom - face.top)
    manner = Manner(mood=mood, ground=face.ground, title=face.ink, second=face.ink, detail=face.ink)
    words = stack(texts, (width * face.wide, height * 0.76), manner)
    put(canvas, words, x, top + (height - words.height) / 2, manner, _tubes(face, words.pieces[0].block.size))


def _tubes(face: Face, size: float) -> list[Layer]:
    """The light around letters that shine."""
    if face.glow is None:
        return []
    return [Layer(fill(face.glow, alpha, blur=share * size)) for share, alpha in TUBES]


def _paint_sign(
    canvas: Any, texts: Sequence[Text], stage: Stage, placements: Sequence[Placement], mood: str
) -> None:
    """A wooden sign on two posts, on the side where less stands."""
    short = 1000 * stage.unit
    manner = Manner(mood=mood, ground=WOOD, title=WOOD_INK, second=WOOD_INK, detail=WOOD_INK, biggest=short * 0.11)
    words = stack(texts, (short * SIGN_WIDTH, short * SIGN_HEIGHT), manner)
    pad = max(words.pieces[0].block.size * 0.45, 16 * stage.unit)
    width, height = words.width + 3 * pad, words.height + 2 * pad
    x = _free_side(stage, placements, width)
    foot = stage.ground[0] + 0.72 * (stage.ground[1] - stage.ground[0])
    top = foot - short * SIGN_POST - height
    _posts(canvas, x, width, foot, top, stage.unit)
    _board(canvas, Box(x - width / 2, top, width, height), stage.unit)
    put(canvas, words, x, top + pad, manner)


def _free_side(stage: Stage, placements: Sequence[Placement], width: float) -> float:
    middle = stage.size.width / 2
    weight = sum((placement.foot[0] - middle) * placement.height for placement in placements)
    offset = width / 2 + 60 * stage.unit
    return offset if weight > 0 else stage.size.width - offset


def _posts(canvas: Any, x: float, width: float, foot: float, top: float, unit: float) -> None:
    post = 15 * unit
    canvas.drawOval(
        skia.Rect.MakeXYWH(x - width * 0.45, foot - 8 * unit, width * 0.9, 16 * unit),
        fill(BLACK, 0.25, blur=6 * unit),
    )
    for side in (-1, 1):
        left = x + side * width * 0.3 - post / 2
        shade = linear(
            (left, 0), (left + post, 0), [(0, mix(WOOD, BLACK, 0.15), 1), (1, mix(WOOD, BLACK, 0.45), 1)]
        )
        canvas.drawRect(skia.Rect.MakeXYWH(left, top, post, foot - top), fill(shader=shade))


def _board(canvas: Any, box: Box, unit: float) -> None:
    frame = skia.Rect.MakeXYWH(*box)
    radius = 8 * unit
    canvas.drawRoundRect(frame.makeOffset(0, 6 * unit), radius, radius, fill(BLACK, 0.3, blur=5 * unit))
    canvas.drawRoundRect(frame, radius, radius, fill(WOOD))
    for share in (0.34, 0.67):
        y = box.y + box.height * share
        canvas.drawLine(box.x + 6 * unit, y, box.x + box.width - 6 * unit, y, stroke(WOOD_INK, 1.4 * unit, 0.16))
    rim = frame.makeInset(3 * unit, 3 * unit)
    canvas.drawRoundRect(rim, radius * 0.7, radius * 0.7, stroke(mix(WOOD, BLACK, 0.4), 2.4 * unit, 0.8))
