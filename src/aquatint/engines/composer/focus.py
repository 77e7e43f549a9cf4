"""Depth of field: in a close-up the place behind the subject is near and out of focus."""

from __future__ import annotations

import math
from typing import Any

import skia

from aquatint.engines.composer.backdrops.place import Backdrop
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.vector import vector_of
from aquatint.engines.composer.layout.stage import Stage
from aquatint.engines.composer.scene import Scene

SOFTNESS = 6.5
"""Blur in thousandths of the shorter side."""
NEARER = 1.35
"""How much larger the place is seen."""
SHRINK = 3.0
"""How much smaller it is painted: blur hides it."""


def paint_behind(canvas: Any, backdrop: Backdrop, stage: Stage, scene: Scene, chance: Chance) -> None:
    """Paint the place behind the things of a scene, as the scene's camera sees it."""
    if scene.camera != "close" or stage.floor == "table" or not scene.items:
        backdrop.paint(canvas, stage, scene, chance)
        return
    width, height = stage.size.width, stage.size.height
    vector = vector_of(canvas)
    if vector is not None:
        vector.save()
        _step_nearer(vector, stage)
        with vector.effect(vector.soft(SOFTNESS * stage.unit)):
            backdrop.paint(vector, stage, scene, chance)
        vector.restore()
        return
    wide, tall = math.ceil(width / SHRINK), math.ceil(height / SHRINK)
    surface = skia.Surface(wide, tall)
    near = surface.getCanvas()
    near.scale(wide / width, tall / height)
    _step_nearer(near, stage)
    backdrop.paint(near, stage, scene, chance)
    sigma = SOFTNESS * stage.unit / SHRINK
    soft = skia.ImageFilters.Blur(sigma, sigma, skia.TileMode.kClamp)
    blurred = skia.Surface(wide, tall)
    blurred.getCanvas().drawImage(
        surface.makeImageSnapshot(), 0, 0, skia.SamplingOptions(), skia.Paint(ImageFilter=soft)
    )
    whole = skia.Rect.MakeWH(width, height)
    cubic = skia.SamplingOptions(skia.CubicResampler.Mitchell())
    canvas.drawImageRect(blurred.makeImageSnapshot(), whole, cubic)


def _step_nearer(canvas: Any, stage: Stage) -> None:
    middle = stage.size.width / 2
    canvas.translate(middle, stage.ground[0])
    canvas.scale(NEARER, NEARER)
    canvas.translate(-middle, -stage.ground[0])
