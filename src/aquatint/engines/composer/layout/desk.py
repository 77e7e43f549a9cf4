"""The layout's desk: the scene, its measures, and what has a place so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.casting import Cast
from aquatint.engines.composer.layout.measures import Kind, Measures, Ruler
from aquatint.engines.composer.layout.perspective import scale_at
from aquatint.engines.composer.layout.room import Room, box_of
from aquatint.engines.composer.layout.stage import Placement, Stage
from aquatint.engines.composer.layout.ties import Ties
from aquatint.engines.composer.scene import Item, Scene

MARGIN = 0.025
"""Nothing comes closer to the frame than this share of the shorter side."""
SKY_DEPTH, AIR_DEPTH = 0.66, 0.7
"""No haze lies before what is in the air; the sky is drawn first all the same."""

UP_IN_THE_AIR = 0.02
"""Share of the picture's height above the ground from which what was moved there casts no shadow."""


@dataclass(slots=True)
class Desk:
    """What the layout works with, and what it has placed so far."""

    scene: Scene
    stage: Stage
    measures: Measures
    ruler: Ruler
    ties: Ties
    chance: Chance
    cast: Cast = field(default_factory=Cast)
    cropped: bool = False
    """Whether the camera is so close that the frame may cut the subject and what it bears."""
    room: Room = field(default_factory=Room)
    placed: dict[str, list[Placement]] = field(default_factory=dict)

    @property
    def aloft(self) -> bool:
        """Whether there is no ground that takes shadows."""
        return self.stage.floor in ("water", "air")

    @property
    def margin(self) -> float:
        """Free edge in pixels."""
        return MARGIN * 1000 * self.stage.unit

    def kind(self, item: Item) -> Kind:
        """How the item is laid out."""
        return self.measures.kind(item, self.stage)

    def stands(self, item: Item) -> bool:
        """Whether the item is composed with what stands on the ground: boats on open water are, too."""
        kind = self.kind(item)
        return kind == "ground" or (kind == "water" and self.stage.floor == "water")

    def put(self, placements: Sequence[Placement], *, blocks: bool = True) -> None:
        """Keep placements, moved inside the frame."""
        for one in placements:
            kept = self.inside(one)
            self.placed.setdefault(one.item.id, []).append(kept)
            if blocks:
                self.room.take(box_of(kept, self.measures.aspect(one.item)))

    def inside(self, one: Placement) -> Placement:
        """The placement, shrunk and moved so that the frame cuts nothing; in a close-up it may."""
        if self.cropped:
            return one
        size, margin = self.stage.size, self.margin
        aspect = self.measures.aspect(one.item)
        height = min(one.height, size.height - 2 * margin, (size.width - 2 * margin) / aspect)
        half = height * aspect / 2
        x = min(size.width - margin - half, max(margin + half, one.foot[0]))
        y = min(size.height - margin, max(margin + height, one.foot[1]))
        return replace(one, foot=(x, y), height=height)

    def depth_at(self, y: float) -> float:
        """0.15 at the far edge of the ground .. 1 at its near edge; on a table all is near."""
        far, near = self.stage.ground
        if self.stage.floor == "table":
            return min(1.0, max(0.67, 0.67 + 0.33 * (y - far) / max(1.0, near - far)))
        return min(1.0, max(0.1, 0.15 + 0.85 * (y - far) / max(1.0, near - far)))

    def shift(self, item: Item) -> None:
        """Bring an item that an edit moved to its new place, all its instances by the same way."""
        goal = settled.moved_to(item)
        if goal is None or not self.placed.get(item.id) or item.spread:
            return
        size, first = self.stage.size, self.placed[item.id][0]
        way = (goal[0] * size.width - first.foot[0], goal[1] * size.height - first.foot[1])
        self.placed[item.id] = [self._shifted(one, way) for one in self.placed[item.id]]

    def _shifted(self, one: Placement, way: tuple[float, float]) -> Placement:
        one = replace(one, cover=None, waterline=None if one.waterline is None else one.waterline + way[1])
        foot = (one.foot[0] + way[0], one.foot[1] + way[1])
        depth = settled.moved_depth(one.item)
        if self.kind(one.item) != "ground" or depth is not None:
            return self.inside(
                replace(
                    one,
                    foot=foot,
                    depth=one.depth if depth is None else depth,
                    shadow=one.shadow and depth is None,
                )
            )
        grown = scale_at(self.stage, foot[1]) / scale_at(self.stage, one.foot[1])
        # What was on another thing and is put down stands on the ground like anything else.
        shadow = not self.aloft and foot[1] >= self.stage.ground[0] - UP_IN_THE_AIR * self.stage.size.height
        return self.inside(
            replace(
                one, foot=foot, height=one.height * grown, depth=self.depth_at(foot[1]),
                shadow=shadow, ledge=False, tether=None,
            )
        )  # fmt: skip
