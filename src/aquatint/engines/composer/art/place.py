"""A drawing in its place on the stage: shadow first, then the drawing, turned, and dimmed by the air before it."""

from __future__ import annotations

import math
from typing import Any

import skia

from aquatint.engines.composer.art.covers import above_water, clip_to, paint_ripples
from aquatint.engines.composer.art.drawing import Box, Drawing, Look
from aquatint.engines.composer.art.glow import glow_of, paint_halo
from aquatint.engines.composer.art.shadows import cast, reflect, rest
from aquatint.engines.composer.art.turf import paint_turf
from aquatint.engines.composer.drawing.brush import stroke, veiled
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, multiply
from aquatint.engines.composer.layout.stage import Light, Placement, Stage, Tether
from aquatint.engines.composer.scene import GLOWING, Item

THICKEST_HAZE = 0.44
"""How much of the farthest drawing the air hides, 0..1."""
CLEAR = 0.55
"""Depth from which no haze is seen."""
NEAR_HAZE = 0.35
"""How much of it lies before what stands within reach: only landmarks are truly far."""
TURF_HAZE = 0.12
"""Ground over the feet of things behind more haze than this is not seen."""
THIN = 0.02
"""Haze below this is not worth a layer."""
STRING_BY_DAY, STRING_BY_NIGHT = Colour(0.36, 0.34, 0.4), Colour(0.85, 0.86, 0.92)
"""Colours of strings that show before the sky."""
STEM, STEM_DARK = Colour.of("#6fa04a"), Colour.of("#35602f")
"""Lit and shaded side of a stem."""
UPRIGHT = 12.0
"""Degrees of rotation up to which the shadow of the upright drawing will do."""


def aspect_of(drawing: Drawing, item: Item) -> float:
    """Width by height of an item's drawing; figures are wider or narrower in the pose that the words ask for."""
    posed = getattr(drawing, "aspect_in", None)
    return float(posed(item.attributes)) if posed is not None else drawing.aspect


def box_of(drawing: Drawing, placement: Placement) -> Box:
    """Where a placed drawing goes, before it is turned."""
    height = placement.height
    width = height * aspect_of(drawing, placement.item)
    x, y = placement.foot
    return Box(x - width / 2, y - height, width, height)


def look_of(placement: Placement, light: Light, chance: Chance) -> Look:
    """How a placed drawing looks. Its randomness is ``chance`` forked by the item's id and the instance."""
    item = placement.item
    return Look(
        light=light,
        colour=Colour.of(item.colour) if item.colour else None,
        flip=placement.flip,
        chance=chance.fork(item.id, 0 if item.attributes.get("alike") else placement.instance),
        attributes=dict(item.attributes),
    )


def paint_placed(canvas: Any, drawing: Drawing, placement: Placement, stage: Stage, chance: Chance) -> None:
    """Paint one drawing with its shadow. ``chance`` is the picture's; the drawing's own stream forks from it."""
    box, look = box_of(drawing, placement), look_of(placement, stage.light, chance)
    turned = _Turned(drawing, placement.rotation) if placement.rotation else drawing
    glow = glow_of(placement.item)
    haze = haze_before(placement.depth) * (1.0 if placement.behind_front else NEAR_HAZE)
    feet: list[tuple[float, float]] = []
    upright = drawing if abs(placement.rotation) <= UPRIGHT else turned
    if glow is not None:
        asked = placement.item.attributes.get("material") == GLOWING
        paint_halo(canvas, box, glow, look.light, asked=asked)
    elif placement.ledge:
        rest(canvas, upright, box, look)
    elif placement.shadow:
        feet = cast(canvas, upright, box, look, stage.floor)
    if placement.tether is not None:
        _paint_string(canvas, placement.tether, box, stage)
    if placement.waterline is not None:
        _paint_afloat(canvas, turned, box, look, placement, stage, haze)
        return
    canvas.save()
    clip_to(canvas, placement)
    _paint_in_air(canvas, turned, box, look, haze)
    canvas.restore()
    if feet and not placement.rotation and haze < TURF_HAZE:
        paint_turf(canvas, box, feet, stage, look.chance)


def _paint_afloat(
    canvas: Any, drawing: Drawing, box: Box, look: Look, placement: Placement, stage: Stage, haze: float
) -> None:  # fmt: skip
    """What is above the water, its mirror image, and rings where it meets the surface."""
    line = placement.waterline
    assert line is not None
    columns = reflect(canvas, drawing, box, look, line)
    canvas.save()
    canvas.clipRect(above_water(line), skia.ClipOp.kIntersect, True)
    clip_to(canvas, placement)
    _paint_in_air(canvas, drawing, box, look, haze)
    canvas.restore()
    if columns is not None:
        paint_ripples(canvas, box, line, stage, columns)


def _paint_string(canvas: Any, tether: Tether, box: Box, stage: Stage) -> None:
    """A thin string that hangs through a little between the hand and the thing."""
    if tether.stem:
        _paint_stem(canvas, tether, box, stage)
        return
    x, y = box.x + tether.tie[0] * box.width, box.y + tether.tie[1] * box.height
    hand = tether.hand
    path = skia.Path()
    path.moveTo(*hand)
    # The flatter it runs, the more it hangs through.
    sag = 0.12 * math.hypot(hand[0] - x, hand[1] - y) * min(1.0, abs(hand[0] - x) / max(1.0, abs(hand[1] - y)))
    path.quadTo((hand[0] + x) / 2, (hand[1] + y) / 2 + sag, x, y)
    colour = mix(STRING_BY_DAY, STRING_BY_NIGHT, min(1.0, 1.6 * stage.light.darkness))
    canvas.drawPath(path, stroke(colour, max(0.8, 1.9 * stage.unit), 0.9))


def _paint_stem(canvas: Any, tether: Tether, box: Box, stage: Stage) -> None:
    """A green stem, a little bent, from the root to the flower."""
    x, y = box.x + tether.tie[0] * box.width, box.y + tether.tie[1] * box.height
    root = tether.hand
    path = skia.Path()
    path.moveTo(*root)
    path.quadTo(root[0] + 0.2 * (x - root[0]), (root[1] + y) / 2, x, y)
    width = max(1.2, 0.07 * box.width)
    canvas.drawPath(path, stroke(multiply(mix(STEM, STEM_DARK, 0.5), stage.light.ambient), width))
    canvas.drawPath(path, stroke(multiply(STEM, stage.light.ambient), 0.5 * width))


def haze_before(depth: float) -> float:
    """Share 0..1 of haze over a drawing at ``depth`` (0 far .. 1 near); the near half has none."""
    return THICKEST_HAZE * math.pow(max(0.0, min(1.0, 1 - depth / CLEAR)), 1.3)


def _paint_in_air(canvas: Any, drawing: Drawing, box: Box, look: Look, haze: float) -> None:
    if haze < THIN:
        drawing.paint(canvas, box, look)
        return
    layer = veiled(look.light.haze, haze)
    spill = 0.25 * max(box.width, box.height)
    canvas.saveLayer(skia.Rect.MakeXYWH(*box).makeOutset(spill, spill), layer)
    drawing.paint(canvas, box, look)
    canvas.restore()


class _Turned:
    """A drawing turned about the middle of its box."""

    def __init__(self, drawing: Drawing, degrees: float) -> None:
        self.drawing = drawing
        self.degrees = degrees
        self.aspect = drawing.aspect

    def paint(self, canvas: Any, box: Box, look: Look) -> None:
        canvas.save()
        canvas.rotate(self.degrees, box.x + box.width / 2, box.y + box.height / 2)
        self.drawing.paint(canvas, box, look)
        canvas.restore()
