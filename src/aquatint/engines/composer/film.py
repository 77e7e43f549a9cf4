"""From scene to animation: a scene lives for one loop; a graphic layout builds itself up and then stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aquatint.engines.composer.render import render
from aquatint.engines.composer.scene import Scene
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

STANDING = 0.45
"""Share of the frames in which a graphic layout stands finished."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One frame, (H, W, 4) RGBA, and how many of the film are made."""

    number: int
    pixels: Pixels


def shoot(scene: Scene, size: Size, frame_count: int) -> Iterator[Shot]:
    """The frames of a film in order, the first numbered 1."""
    shots = _living(scene, size, frame_count) if scene.kind == "scene" else _building(scene, size, frame_count)
    for number, pixels in enumerate(shots, start=1):
        yield Shot(number, pixels)


def _living(scene: Scene, size: Size, frame_count: int) -> Iterator[Pixels]:
    for index in range(frame_count):
        *_, last = render(scene, size, phase=index / frame_count)
        yield last.look()


def _building(scene: Scene, size: Size, frame_count: int) -> Iterator[Pixels]:
    """The finished layout, then its states in the making, then it stands finished again.

    It begins finished because many viewers show nothing but the first frame.
    """
    states = [moment.look() for moment in render(scene, size, previews=True)]
    building = max(1, frame_count - max(1, round(STANDING * frame_count)))
    for index in range(-1, frame_count - 1):
        share = min(1.0, index / building) if index >= 0 else 1.0
        yield states[round(share * (len(states) - 1))]
