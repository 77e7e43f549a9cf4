"""Depth of field: in a close-up the place behind the subject is near and out of focus.

So it is where all that the picture is of is small: a key on a road is seen from near by, or it would be a giant.
"""

from __future__ import annotations

import math
from typing import Any

import skia

from aquatint.engines.composer.backdrops.place import Backdrop
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.vector import vector_of
from aquatint.engines.composer.layout.groups import LIVING, group_of
from aquatint.engines.composer.layout.stage import Stage
from aquatint.engines.composer.lexicon.nouns import metres, role
from aquatint.engines.composer.scene import Item, Scene

SOFTNESS, LESS_SOFT = 6.5, 4.0
"""Blur in thousandths of the shorter side, in close-ups and behind small things."""
SMALL, SMALL_BEING = 0.6, 0.1
"""Up to so many metres things and living beings are small."""
AS_IT_IS = 1.3
"""What is said to be more times as large is meant to be a giant."""
NEARER = 1.35
"""How much larger the place is seen."""
SHRINK = 3.0
"""How much smaller it is painted: blur hides it."""


def paint_behind(canvas: Any, backdrop: Backdrop, stage: Stage, scene: Scene, chance: Chance) -> None:
    """Paint the place behind the things of a scene, as the scene's camera sees it."""
    blur = softness(scene, stage, inside=getattr(backdrop, "inside", False))
    if not blur:
        backdrop.paint(canvas, stage, scene, chance)
        return
    width, height = stage.size.width, stage.size.height
    vector = vector_of(canvas)
    if vector is not None:
        vector.save()
        _step_nearer(vector, stage)
        with vector.effect(vector.soft(blur * stage.unit)):
            backdrop.paint(vector, stage, scene, chance)
        vector.restore()
        return
    wide, tall = math.ceil(width / SHRINK), math.ceil(height / SHRINK)
    surface = skia.Surface(wide, tall)
    near = surface.getCanvas()
    near.scale(wide / width, tall / height)
    _step_nearer(near, stage)
    backdrop.paint(near, stage, scene, chance)
    sigma = blur * stage.unit / SHRINK
    soft = skia.ImageFilters.Blur(sigma, sigma, skia.TileMode.kClamp)
    blurred = skia.Surface(wide, tall)
    blurred.getCanvas().drawImage(
        surface.makeImageSnapshot(), 0, 0, skia.SamplingOptions(), skia.Paint(ImageFilter=soft)
    )
    whole = skia.Rect.MakeWH(width, height)
    cubic = skia.SamplingOptions(skia.CubicResampler.Mitchell())
    canvas.drawImageRect(blurred.makeImageSnapshot(), whole, cubic)


def softness(scene: Scene, stage: Stage, *, inside: bool) -> float:
    """The blur of the place in thousandths of the shorter side; 0 where all is in focus.

    ``inside``: whether the place has a roof.
    """
    if stage.floor == "table" or not scene.items:
        return 0.0
    if scene.camera == "close":
        return SOFTNESS
    open_air = stage.floor == "ground" and scene.kind == "scene" and not inside
    return LESS_SOFT if scene.camera == "eye" and open_air and all(map(_is_small, scene.items)) else 0.0


def _is_small(item: Item) -> bool:
    """Whether a thing on the ground is small by nature, and no giant."""
    most = SMALL_BEING if group_of(item) in LIVING else SMALL
    on_ground = role(item) in ("stands", "lies") and not item.spread
    return on_ground and metres(item) <= most and item.scale <= AS_IT_IS


def _step_nearer(canvas: Any, stage: Stage) -> None:
    middle = stage.size.width / 2
    canvas.translate(middle, stage.ground[0])
    canvas.scale(NEARER, NEARER)
    canvas.translate(-middle, -stage.ground[0])
