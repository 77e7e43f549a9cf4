"""The last look at a scene before it is drawn: what cannot be kept is not promised."""

from __future__ import annotations

from aquatint.engines.composer.graphics.panels.script import descriptions
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Reading, Scene
from aquatint.engines.composer.type import face, missing

PANELLED = frozenset({"comic", "storyboard"})
"""Kinds whose panels are read one by one."""


def admit(scene: Scene, reading: Reading) -> None:
    """Move to ``undrawn`` what this scene cannot show after all; changes both in place.

    Words in a script that no packed font has are not set, nor are single characters that none has (emoji in a
    greeting); a picture of a place alone has no subject to cut out, so it is drawn opaque.
    """
    plain = face("text")
    words = [text.content for text in scene.texts]
    words += [part for step in scene.steps for part in (step.label, step.detail)]
    for content in words:
        lost = missing(content, plain)
        if lost and len(lost) < len(content) / 2 and any(c.isalnum() and c not in lost for c in content):
            reading.undrawn += [c for c in lost if c not in reading.undrawn]
        elif lost:
            _undraw(reading, content)
    if scene.kind in PANELLED:
        _admit_panels(scene, reading)
    if scene.transparent and scene.kind == "scene" and not scene.items:
        scene.transparent = False
        reading.undrawn.append("transparent background")


def _admit_panels(scene: Scene, reading: Reading) -> None:
    """What one panel shows is drawn, though the scene as a whole has room for one place and one hour only."""
    for piece in descriptions(scene.prompt):
        own = author(piece, seed=scene.seed).reading
        shown = {word.lower() for word in own.drawn}
        reading.drawn += [word for word in reading.undrawn if word.lower() in shown]
        reading.undrawn[:] = [word for word in reading.undrawn if word.lower() not in shown]


def _undraw(reading: Reading, content: str) -> None:
    reading.drawn[:] = [word for word in reading.drawn if word != content and word not in content]
    if content not in reading.undrawn:
        reading.undrawn.append(content)
