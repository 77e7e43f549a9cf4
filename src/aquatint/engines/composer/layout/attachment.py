"""A thing that takes its place from another one: what is known of both, and the sums that all such ties share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.bearing import Anchor, Part
from aquatint.engines.composer.layout.measures import Ruler
from aquatint.engines.composer.layout.room import Rect, box_of
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.scene import Item, RelationName

STEP = 1e-3
"""How much depth lies between a thing and what is on it."""


class Company(NamedTuple):
    """All that is related to a target in the same way as a thing, which have their places together."""

    first: int
    """How many of them come before the thing's own instances."""
    total: int
    """How many there are."""
    widest: float
    """Width of the widest of them in pixels at the middle of the ground."""
    tallest: float
    """Height of the tallest of them, the same."""
    before: float = 0.0
    """Width of those before the thing, side by side, the same."""
    wide: float = 0.0
    """Width of all of them, the same."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """The thing to be placed, its target, and what is known of both."""

    item: Item
    relation: RelationName
    count: int
    target: Sequence[Placement]
    """The placed instances of the target; never empty."""
    ruler: Ruler
    chance: Chance
    order: int = 0
    """How many other things are related to the target in the same way and have their places."""
    sharers: int = 1
    """How many things are related to the target in the same way, this one included."""
    company: Company = Company(0, 1, 0.0, 0.0)  # noqa: RUF009 - it never changes
    """The instances of those things, in order."""

    @property
    def aspect(self) -> float:
        """Width by height of the thing."""
        return self.ruler.measures.aspect(self.item)

    @property
    def target_aspect(self) -> float:
        """Width by height of the target."""
        return self.ruler.measures.aspect(self.target[0].item)

    def box(self, instance: int) -> Rect:
        """Box of the target's instance that belongs to the thing's instance."""
        return box_of(self.target[instance % len(self.target)], self.target_aspect)

    def spread(self) -> Rect:
        """The box around all instances of the target."""
        boxes = [box_of(one, self.target_aspect) for one in self.target]
        return Rect(
            min(b.left for b in boxes), min(b.top for b in boxes),
            max(b.right for b in boxes), max(b.bottom for b in boxes),
        )  # fmt: skip

    def perspective(self) -> float:
        """How much the target is smaller or larger than at the middle of the ground."""
        return self.target[0].height / max(1e-6, self.ruler.height(self.target[0].item))

    def host(self, instance: int) -> Placement:
        """The target's instance that belongs to the thing's instance."""
        return self.target[instance % len(self.target)]

    def anchor(self, placement: Placement, part: Part) -> Anchor | None:
        """Where a part of a placed drawing is."""
        measures = self.ruler.measures
        return measures.anchors.part(measures.mirrored(placement), part)


def slot(bond: Attachment, instance: int, box: Rect) -> float:
    """x of an instance when all instances of the thing share one target from left to right."""
    if len(bond.target) > 1:
        return (box.left + box.right) / 2
    part = (instance + 0.5) / bond.count
    return box.left + box.width * (0.5 + (part - 0.5) * 0.82)


def size_within(bond: Attachment, room: float, share: float) -> float:
    """Height of the thing at the target's distance, narrow enough for ``share`` of a width of ``room`` pixels."""
    number = bond.count if len(bond.target) == 1 else 1
    tall = bond.ruler.height(bond.item) * bond.perspective()
    return min(tall, share * room / number / bond.aspect)


def at_host(bond: Attachment, instance: int, foot: tuple[float, float], height: float, change: float) -> Placement:
    """A placement a little nearer (``change`` > 0) or farther than the target."""
    host = bond.target[instance % len(bond.target)]
    # Of what is nearest, something may be nearer still.
    depth = max(0.0, host.depth + change)
    return Placement(bond.item, instance, foot, height, depth, flip=host.flip, shadow=False)
