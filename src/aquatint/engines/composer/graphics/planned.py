"""What a layout was before it was edited: edits keep what the words do not speak of as it was planned."""

from __future__ import annotations

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene


def planned_scene(scene: Scene) -> Scene:
    """What the prompt alone made of a scene; the scene itself where no edit changed it."""
    return author(scene.prompt, seed=scene.seed).scene if scene.instructions else scene
