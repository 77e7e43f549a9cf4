"""Between the picture as it is shown and the scene as it is laid out: cropped, and the other way round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from aquatint.engines.composer.edits.chunks import Chunk
from aquatint.engines.composer.edits.operations import moved
from aquatint.engines.composer.edits.where import IN_THE_SKY, Area, first_placement, group_box
from aquatint.engines.composer.scene import Item, Scene

if TYPE_CHECKING:
    from aquatint.engines.composer.edits.draft import Draft

INNER = 0.2
"""Distance from the edges of what is shown, in its own sides, at which new things are brought into it."""
MOSTLY = 0.5
"""Share of a thing that lies in a mask which means it."""


def as_seen(scene: Scene, parts: Sequence[Chunk]) -> list[Chunk]:
    """The parts of a clause with places and ways in the scene, where the words mean the picture as it is shown."""
    if scene.view is None and not scene.mirrored:
        return list(parts)
    return [_placed(scene, part) for part in parts]


def _placed(scene: Scene, part: Chunk) -> Chunk:
    if part.spot is None or part.spot == IN_THE_SKY:
        return part
    left, top, right, bottom = _window(scene)
    x, y = part.spot
    if part.kind == "nudge":
        across = x * (right - left)
        return replace(part, spot=(-across if scene.mirrored else across, y * (bottom - top)))
    x = x if x < 0 else left + x * (right - left)
    x = 1 - x if scene.mirrored and x >= 0 else x
    return replace(part, spot=(x, y if y < 0 else top + y * (bottom - top)))


def _window(scene: Scene) -> tuple[float, float, float, float]:
    return (0.0, 0.0, 1.0, 1.0) if scene.view is None else scene.view.box


def in_scene(scene: Scene, area: Area) -> Area:
    """An area of what is shown, as shares of the scene."""
    left, top, right, bottom = _window(scene)
    wide, high = right - left, bottom - top
    first, last = left + area.left * wide, left + area.right * wide
    if scene.mirrored:
        first, last = 1 - last, 1 - first
    return Area(first, top + area.top * high, last, top + area.bottom * high)


def into_view(draft: Draft, items: Sequence[Item]) -> None:
    """Bring new things into what is shown, if they got a place outside."""
    if draft.scene.view is None or draft.area is not None:
        return
    for item in items:
        now = first_placement(draft.scene, draft.size, item.id)
        if now is None or item.relation:
            continue
        x, y = now.foot[0] / draft.size.width, now.foot[1] / draft.size.height
        left, top, right, bottom = in_scene(draft.scene, Area(0.0, 0.0, 1.0, 1.0))
        wide, high = INNER * (right - left), INNER * (bottom - top)
        seen = min(max(x, left + wide), right - wide), min(max(y, top + 2 * high), bottom - 0.2 * high)
        if seen != (x, y):
            draft.scene = moved(draft.scene, item.id, seen)


def within(draft: Draft, items: Sequence[Item]) -> list[Item]:
    """Of the items those that lie in the caller's mask, the one that fills most of it first."""
    if draft.area is None or draft.scene.kind != "scene":
        return []
    shares = {}
    for item in items:
        box = group_box(draft.scene, draft.size, item.id)
        if box is None:
            continue
        wide = min(box.right, draft.area.right) - max(box.left, draft.area.left)
        high = min(box.bottom, draft.area.bottom) - max(box.top, draft.area.top)
        covered = max(0.0, wide) * max(0.0, high)
        if covered >= MOSTLY * (box.right - box.left) * (box.bottom - box.top):
            shares[item.id] = covered
    return sorted((item for item in items if item.id in shares), key=lambda item: -shares[item.id])
