"""From the plan in a picture's metadata to the scene that it describes."""

from __future__ import annotations

import msgspec
import numpy as np

from aquatint.engines.composer import backdrops, graphics
from aquatint.engines.composer.art import library
from aquatint.engines.composer.art.pictured import shelve
from aquatint.engines.composer.scene import Scene, View
from aquatint.engines.composer.styles import registry as styles
from aquatint.engines.composer.styles.grading import tones
from aquatint.imaging.frame import Frame
from aquatint.imaging.raster import Pixels, Raster

MOST_PIXELS = 8_294_400
"""Of the whole picture of which a view shows a part: as many as any picture may have."""
NOTICED, SLIP = 24, 0.03
"""Difference of 255 that is noticed, and the share of kept pixels that may differ: shadows reach beyond a mask."""
SLIGHTEST = 0.01
"""Least share of either side that a view shows."""


def scene_of(raster: Raster) -> Scene | None:
    """The scene that this picture shows, if the composer made it and can draw it again; else None.

    Plans come from outside: one that does not validate, or that names art, places or styles that do not exist
    here, makes the picture a foreign one.
    """
    if raster.plan is None:
        return None
    try:
        scene = Scene.from_plan(raster.plan)
        _look_up(scene)
    except (msgspec.ValidationError, KeyError):
        return None
    ids = [item.id for item in scene.items]
    return scene if len(ids) == len(set(ids)) else None


def agrees(pixels: Pixels, frame: Frame | None) -> bool:
    """Whether a picture as drawn is, but for details, what stays of its source under the mask.

    Where it is not ("make it night" in a corner), its plan does not tell what the finished picture shows: the next
    edit would change what the mask kept. Then the picture goes without a plan.
    """
    if frame is None or not frame.masked or frame.editable.all():
        return True
    kept = ~frame.editable
    apart = np.abs(pixels[kept][:, :3].astype(np.int16) - frame.pixels[kept][:, :3])
    return float((apart.max(axis=1) > NOTICED).mean()) < SLIP


def _is_real(view: View) -> bool:
    """Whether there is something to see, of a picture that can be drawn."""
    (width, height), (left, top, right, bottom) = view.frame, view.box
    return width * height <= MOST_PIXELS and right - left >= SLIGHTEST and bottom - top >= SLIGHTEST


def _look_up(scene: Scene) -> None:
    """Raise KeyError for a name that no room knows."""
    styles.find(scene.style)
    shelve(scene.pictures)
    for name in scene.tones:
        tones()[name]
    if scene.view is not None and (scene.kind != "scene" or not _is_real(scene.view)):
        raise KeyError("view")
    if scene.kind == "scene":
        backdrops.find(scene.backdrop)
        for item in scene.items:
            library.find(item.art)
    else:
        graphics.find(scene.kind)
