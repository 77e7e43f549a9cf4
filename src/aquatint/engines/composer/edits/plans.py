"""From the plan in a picture's metadata to the scene that it describes."""

from __future__ import annotations

import msgspec

from aquatint.engines.composer import backdrops, graphics
from aquatint.engines.composer.art import library
from aquatint.engines.composer.art.pictured import shelve
from aquatint.engines.composer.scene import Scene, View
from aquatint.engines.composer.styles import registry as styles
from aquatint.engines.composer.styles.grading import tones
from aquatint.imaging.raster import Raster

MOST_PIXELS = 8_294_400
"""Of the whole picture of which a view shows a part: as many as any picture may have."""
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
