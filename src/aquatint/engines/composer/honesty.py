"""The last look at a scene before it is drawn: what cannot be kept is not promised."""

from __future__ import annotations

from aquatint.engines.composer.scene import Reading, Scene
from aquatint.engines.composer.type import face, missing


def admit(scene: Scene, reading: Reading) -> None:
    """Move to ``undrawn`` what this scene cannot show after all; changes both in place.

    Words in a script that no packed font has are not set; a picture of a place alone has no subject to cut out,
    so it is drawn opaque.
    """
    plain = face("text")
    for content in scene.words():
        if missing(content, plain):
            _undraw(reading, content)
    if scene.transparent and scene.kind == "scene" and not scene.items:
        scene.transparent = False
        reading.undrawn.append("transparent background")


def _undraw(reading: Reading, content: str) -> None:
    reading.drawn[:] = [word for word in reading.drawn if word != content and word not in content]
    if content not in reading.undrawn:
        reading.undrawn.append(content)
