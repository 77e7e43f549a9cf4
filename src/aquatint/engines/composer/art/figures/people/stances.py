"""Poses: angles of bones, places that hands reach for, and the things a doing needs."""

from __future__ import annotations

import functools
from typing import Literal

import msgspec

from aquatint.engines.composer.art.figures.tables import table

FILES = (
    "poses.toml",
    "poses_seated.toml",
    "poses_doing.toml",
    "poses_together.toml",
    "poses_mounted.toml",
    "poses_more.toml",
)
Hand = Literal["easy", "open", "fist", "point", "flat", "hidden"]
Reach = tuple[float, float] | str


class Mount(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A vehicle of the figure's own: places on it, seen from the ground below the hips, for an adult's legs.

    x is to the right of the hips, y is negative above the ground; all grows with the rider's legs.
    """

    hip: float
    """Height of the hips above the ground."""
    near_hand: tuple[float, float] | None = None
    far_hand: tuple[float, float] | None = None
    near_foot: tuple[float, float] | None = None
    """Where the ankle is."""
    far_foot: tuple[float, float] | None = None
    handle: tuple[float, float] | None = None
    """Where somebody else pushes it."""


class Stance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pose; see the head of poses.toml."""

    near_arm: tuple[float, float] = (-9.0, 2.0)
    far_arm: tuple[float, float] = (11.0, 20.0)
    near_leg: tuple[float, float] = (-4.0, -4.0)
    far_leg: tuple[float, float] = (5.0, 3.0)
    near_at: Reach | None = None
    """Where the near hand is instead of where its angles would bring it: [x, share of the trunk] or a name."""
    far_at: Reach | None = None
    near_hand: Hand = "easy"
    far_hand: Hand = "easy"
    near_foot: float | None = None
    """Degrees by which the toes point down; None keeps the sole level or in line with the shin."""
    far_foot: float | None = None
    lean: float = 0.0
    nod: float = 0.0
    sway: float = 0.0
    """How far the hips are shifted to the right of the feet."""
    turn: float = 0.0
    side: bool = False
    """Whether the body is seen from the side."""
    front: tuple[str, ...] = ()
    """Arms before the trunk besides the near one: "far"; "behind" puts the near one behind it."""
    props: tuple[str, ...] = ()
    """What the doing needs."""
    seated: bool = False
    """Whether the hips rest on something."""
    aloft: bool = False
    """Whether no foot carries the body."""
    mount: Mount | None = None
    """What carries the hips, and where hands and feet are on it."""


@functools.cache
def stances() -> dict[str, Stance]:
    """All poses by name."""
    return msgspec.convert(
        {name: row for file in FILES for name, row in table(__package__, file).items()}, dict[str, Stance]
    )
