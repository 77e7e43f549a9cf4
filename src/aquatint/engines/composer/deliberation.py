"""Thinking twice: several arrangements of the same scene, of which the best composed one is drawn.

How many are weighed is the request's ``complexity``. The choice goes into the plan, so that edits keep it.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import msgspec

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.layout.room import Rect, box_of
from aquatint.engines.composer.layout.stage import Placement, Stage
from aquatint.engines.composer.scene import Item, Scene
from aquatint.engines.composer.staging import item_aspect, place_items
from aquatint.sizes import Size
from aquatint.types import Complexity

CANDIDATES: dict[Complexity, int] = {"low": 1, "medium": 4, "high": 16}
"""How many arrangements are weighed. A request without a complexity takes the first one too."""
FULL = (0.35, 0.65)
"""Share of the shorter side that the largest thing should fill."""


def deliberate(scene: Scene, size: Size, complexity: Complexity | None) -> Scene:
    """The scene in the best of its arrangements; itself when there is nothing to arrange."""
    count = CANDIDATES[complexity] if complexity else 1
    if count == 1 or scene.kind != "scene" or not scene.items:
        return scene
    stage = backdrops.find(scene.backdrop).stage(scene, size)
    candidates = [msgspec.structs.replace(scene, arrangement=number) for number in range(count)]
    return max(candidates, key=lambda candidate: score(place_items(candidate, stage), stage))


def score(placements: Sequence[Placement], stage: Stage) -> float:
    """How well a picture is composed, 0 at best: size of the subject, overlaps, crowding at edges, balance."""
    free = [one for one in placements if not one.item.spread]
    if not free:
        return 0.0
    boxes = [box_of(one, item_aspect(one.item)) for one in free]
    return -(
        2.0 * _misfit(boxes, stage) + 1.5 * _overlap(free, boxes) + _at_edges(boxes, stage) + _lean(boxes, stage)
    )


def _misfit(boxes: Sequence[Rect], stage: Stage) -> float:
    """How far the largest thing is from the size that a subject should have."""
    short = min(stage.size.width, stage.size.height)
    share = max(max(box.width, box.bottom - box.top) for box in boxes) / short
    low, high = FULL
    return max(0.0, low - share, share - high)


def _overlap(placements: Sequence[Placement], boxes: Sequence[Rect]) -> float:
    """Share of the smaller of two unrelated things that the other covers, over all pairs."""
    total = 0.0
    for (one, a), (other, b) in itertools.combinations(zip(placements, boxes, strict=True), 2):
        if not _related(one.item, other.item):
            wide = min(a.right, b.right) - max(a.left, b.left)
            high = min(a.bottom, b.bottom) - max(a.top, b.top)
            if wide > 0 and high > 0:
                total += wide * high / max(1.0, min(_area(a), _area(b)))
    return total / len(boxes)


def _related(one: Item, other: Item) -> bool:
    return one.id == other.id or one.target == other.id or other.target == one.id


def _at_edges(boxes: Sequence[Rect], stage: Stage) -> float:
    """Share of the things that kiss or cross the left or the right edge."""
    room = 0.015 * stage.size.width
    return sum(box.left < room or box.right > stage.size.width - room for box in boxes) / len(boxes)


def _lean(boxes: Sequence[Rect], stage: Stage) -> float:
    """How far the weight of the things lies beyond the middle third, in picture widths."""
    weight = sum(_area(box) for box in boxes)
    middle = sum(_area(box) * (box.left + box.right) / 2 for box in boxes) / max(1.0, weight)
    return max(0.0, abs(middle / stage.size.width - 0.5) - 1 / 6)


def _area(box: Rect) -> float:
    return max(0.0, box.width * (box.bottom - box.top))
