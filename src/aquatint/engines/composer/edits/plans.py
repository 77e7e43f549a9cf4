"""From the plan in a picture's metadata to the scene that it describes."""

from __future__ import annotations

import msgspec

from aquatint.engines.composer import backdrops, graphics
from aquatint.engines.composer.art import library
from aquatint.engines.composer.scene import Scene
from aquatint.engines.composer.styles import registry as styles
from aquatint.imaging.raster import Raster


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


def _look_up(scene: Scene) -> None:
    """Raise KeyError for a name that no room knows."""
    styles.find(scene.style)
    if scene.kind == "scene":
        backdrops.find(scene.backdrop)
        for item in scene.items:
            library.find(item.art)
    else:
        graphics.find(scene.kind)
