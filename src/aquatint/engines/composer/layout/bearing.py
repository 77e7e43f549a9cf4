"""Bodies and what they bear: places on a drawing for hats and riders, and how a thing is worn, held or sat on.

The layout knows nothing of drawings; `art.anchors` tells it where heads and hands are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Literal, NamedTuple, Protocol

from msgspec import Struct

from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.scene import Item

Part = Literal[
    "head",
    "eyes",
    "mouth",
    "neck",
    "chest",
    "hand",
    "other hand",
    "shoulder",
    "hips",
    "back",
    "seat",
    "lap",
    "feet",
    "grip",
    "pedal",
    "bough",
    "eyepiece",
    "other seat",
]
"""Top of the skull, eyes, throat, mouth, breast, forward hand and the other one, a shoulder, what is put on a
saddle; where a rider sits on a mount; where one sits or lies on furniture; what lies on the thighs; the soles;
what a rider's hands hold on to, and what carries the feet; from where things hang; where one looks in;
where a second one sits."""
Reaching = Literal["near hand", "far hand", "near foot", "far foot"]
"""Limbs that can be told where to be: the arm that is drawn last and the leading one, and the legs."""


class Anchor(NamedTuple):
    """A place on a placed drawing, in pixels of the picture."""

    x: float
    y: float
    breadth: float
    """How wide the body is there: from temple to temple at the head and the eyes."""


class Grip(Struct, frozen=True, forbid_unknown_fields=True):
    """How a thing is borne. Points are shares of its own box, from its upper left corner, facing left."""

    at: Part = "hand"
    point: tuple[float, float] = (0.5, 0.6)
    """The point of the thing that lies on the bearer's part."""
    wide: float = 0.0
    """Width in breadths of the part; 0 leaves the thing its real size."""
    string: bool = False
    """Whether it hangs in the air on a string from the hand; the string is tied to ``point``."""
    below: bool = False
    """Whether the bearer hides it: a backpack."""
    canopy: float = 0.0
    """Where the lower edge of what it holds over its bearer is, in its heights from the top; 0 for no umbrella."""
    ropes: bool = False
    """Whether it is drawn with its ropes, as long as what it hangs from is high."""
    upside_down: bool = False
    """Whether it hangs by its feet."""
    handle: tuple[float, float] = (0.97, 0.35)
    """Where one pushes it, or where it is tied when it is pulled."""


class Vessel(Struct, frozen=True, forbid_unknown_fields=True):
    """How a thing holds what is in it. Shares of its own box, from its upper left corner, as the art is drawn."""

    rim: tuple[float, float, float] | None = None
    """Left end, right end and height of the opening on top; the front below it hides what is inside."""
    dip: float = 0.05
    """How far the front edge of the rim hangs below its ends."""
    soft: bool = False
    """Whether who lies on it sinks in: a hammock."""
    ring: float = 0.0
    """How thick a ring is through which things go, in its widths; 0 for what is no ring."""
    pane: tuple[float, float, float, float] | None = None
    """Left, top, right, bottom of a window, a doorway or glass; what is inside is seen only there."""


class Anchors(Protocol):
    """What the layout asks of drawings."""

    def part(self, placement: Placement, part: Part) -> Anchor | None:
        """Where a part of the placed drawing is; None where nothing is known of it. ``flip`` is final."""

    def grip(self, item: Item, *, worn: bool) -> Grip:
        """How the item is held, or worn."""

    def hung(self, item: Item) -> Grip:
        """How the item hangs: where, and whether on a string."""

    def vessel(self, item: Item) -> Vessel | None:
        """How the item holds what is in it; None where nothing is known of it."""

    def top(self, item: Item) -> tuple[float, float, float] | None:
        """Left end, right end and height of the surface on which things stand, as shares of the item's box."""

    def steps(self, item: Item) -> Sequence[tuple[float, float, float]]:
        """The same of steps on which one stands each, the best place first; empty for a single surface."""

    def reach(self, placement: Placement, goals: Mapping[Reaching, tuple[float, float]]) -> Placement:
        """The placed drawing with its hands or feet at points of the picture, if its limbs reach so far.

        Nothing else of it moves.
        """


class NoAnchors:
    """Drawings of which nothing is known: bodies that face left, with their heads on top."""

    _PARTS: ClassVar[dict[Part, tuple[float, float, float]]] = {
        "head": (0.5, 0.02, 0.5), "eyes": (0.5, 0.12, 0.4), "neck": (0.5, 0.24, 0.45), "mouth": (0.42, 0.2, 0.2),
        "chest": (0.5, 0.36, 0.6),
        "hand": (0.2, 0.5, 0.2), "other hand": (0.8, 0.5, 0.2), "hips": (0.5, 0.68, 0.4), "back": (0.54, 0.3, 0.5),
        "shoulder": (0.62, 0.22, 0.3), "lap": (0.42, 0.6, 0.4), "feet": (0.5, 1.0, 0.4),
    }  # fmt: skip

    def __init__(self, aspect: Callable[[Item], float]) -> None:
        self.aspect = aspect

    def part(self, placement: Placement, part: Part) -> Anchor | None:
        """The part of an average body; such a body is no furniture."""
        if part in ("seat", "grip", "pedal", "bough", "eyepiece", "other seat"):
            return None
        across, down, breadth = self._PARTS[part]
        width = placement.height * self.aspect(placement.item)
        side = (0.5 - across) if placement.flip else (across - 0.5)
        x, y = placement.foot
        return Anchor(x + side * width, y - placement.height * (1 - down), breadth * width)

    def grip(self, item: Item, *, worn: bool) -> Grip:
        """On the head, or by the middle."""
        return Grip("head", (0.5, 0.85), 1.1) if worn else Grip()

    def hung(self, item: Item) -> Grip:
        """By its top, on a string."""
        return Grip(point=(0.5, 0.04), string=True)

    def vessel(self, item: Item) -> Vessel | None:
        """Nothing is known of it."""
        return None

    def top(self, item: Item) -> tuple[float, float, float] | None:
        """Nothing is known of it."""
        return None

    def steps(self, item: Item) -> Sequence[tuple[float, float, float]]:
        """Nothing is known of it."""
        return ()

    def reach(self, placement: Placement, goals: Mapping[Reaching, tuple[float, float]]) -> Placement:
        """It cannot reach out."""
        return placement
