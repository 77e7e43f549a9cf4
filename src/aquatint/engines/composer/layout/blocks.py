"""What composing works with: blocks of things, their links, and both as columns of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aquatint.engines.composer.layout.perspective import (
    LARGEST,
    NEAREST_TO_INFINITY,
    SMALLEST,
    SOFTENED,
    horizon_of,
)
from aquatint.engines.composer.layout.stage import Stage

Array = NDArray[np.float64]

EDGE, HEADROOM = 0.03, 0.04
"""Room at the sides in shorter sides, and above in heights of the picture."""
SMALLER = 0.9
"""A thing of less than this share of another one's size never looks larger than that."""


@dataclass(frozen=True, slots=True)
class Block:
    """What is placed as one: a thing, or a group of equal things."""

    width: float
    """In pixels at the middle of the ground, room for its company included."""
    height: float
    """From the foot of the nearest one to the top of the farthest, in pixels."""
    depth: tuple[float, float]
    """Where it may stand: 0 the far edge of the ground, 1 the near one."""
    wish: float
    """Where it likes to stand in depth."""
    far: bool = False
    """Whether it is a landmark behind everything."""
    rear: bool = False
    """Whether it was said to be behind."""
    prime: bool = False
    """Whether it is the subject, or like it: it becomes smaller last."""
    many: bool = False
    """Whether it is a group, of which none is to be hidden."""
    living: bool = False
    """Whether it has a face, which nothing is to hide."""
    foot: float = 0.0
    """Pixels by which the feet of its last row are higher up than those of its first."""
    side: float = 0.0
    """The side of a square as large as one of it, in pixels at the middle of the ground."""
    wanted: float = 0.0
    """The same before it was fitted into its room: it says what is larger than what."""


class Link(NamedTuple):
    """A block that stands to another one (or between two) as a relation says."""

    block: int
    relation: str
    other: int
    second: int = -1


class Table:
    """The blocks as columns of numbers."""

    def __init__(
        self, blocks: Sequence[Block], links: Sequence[Link], subject: int, wish: float, stage: Stage
    ) -> None:  # fmt: skip
        self.blocks, self.links, self.subject, self.wish, self.stage = blocks, links, subject, wish, stage
        self.wide = np.array([block.width for block in blocks])
        self.tall = np.array([block.height for block in blocks])
        self.foot = np.array([block.foot for block in blocks])
        self.far = np.array([block.far for block in blocks])
        self.may_show_less = [not block.many and index != subject for index, block in enumerate(blocks)]
        self.prime = np.array([block.prime for block in blocks])
        self.short = 1000 * stage.unit
        self.headroom = HEADROOM
        self.crowded = min(1.0, max(0.0, (len(blocks) - 3) / 5))
        """0 for few blocks .. 1 for many, which may hide more of each other."""
        self.tastes: Array = np.zeros((len(blocks), len(blocks)))
        """How much each block dislikes to be left of each other one: other seeds have other tastes."""
        together = ("amid", "under")
        self.together = {frozenset((link.block, link.other)) for link in links if link.relation in together}
        """Pairs that may stand before each other as they like."""
        self.side = np.array([block.side for block in blocks])
        self.living = [block.living for block in blocks]
        self.ordered = _ordered(blocks)
        """Which blocks are to look smaller than which: their indices, as two arrays of the same length."""
        self.linked = {frozenset(pair) for link in links for pair in _pairs(link)}


def _ordered(blocks: Sequence[Block]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    wanted = np.array([block.wanted for block in blocks])
    near = np.array([not block.far for block in blocks])
    smaller, larger = np.nonzero((wanted[:, None] < SMALLER * wanted[None, :]) & near[:, None] & near[None, :])
    return smaller, larger


def _pairs(link: Link) -> list[tuple[int, int]]:
    return [(link.block, other) for other in (link.other, link.second) if other >= 0]


def scales_at(stage: Stage, y: Array) -> Array:
    """`perspective.scale_at` for many places."""
    line, middle = horizon_of(stage)
    part = np.clip((np.clip(y, *stage.ground) - line) / middle, NEAREST_TO_INFINITY, None)
    return np.asarray(np.clip(part**SOFTENED, SMALLEST, LARGEST))


def y_at(table: Table, depth: Array) -> Array:
    far, near = table.stage.ground
    return np.asarray(far + (near - far) * depth)


def middle_row(table: Table, y: Array, factor: Array) -> Array:
    """The y of the middle row of blocks that stand at ``y``: it decides how large they are on the whole."""
    return np.asarray(y - 0.5 * factor * table.foot)
