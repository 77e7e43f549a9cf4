"""A room in the making: its floor, its two walls, and what of both is free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from aquatint.engines.composer.graphics.isometric.stands import Stand, Want

Box = tuple[float, float, float, float]
"""Low x, low y, high x, high y on the floor, in metres."""
WALL = 2.7
"""Height of the walls in metres."""
STEP, MOST_STEPS = 0.2, 30
"""Between places that are tried on the floor, in metres, and how many at most along each side."""
SEATS_AT = ("desk", "school-desk", "table", "round-table", "parasol-table", "counter", "piano")
"""Models at which people sit."""


@dataclass(slots=True)
class Room:
    """A floor between two walls in the making: one along x at y = 0, one along y at x = 0."""

    width: float
    depth: float
    stands: list[Stand] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)
    """Floor that is not free."""
    hung: list[tuple[int, float, float, float]] = field(default_factory=list)
    """Wall (0 along x, 1 along y), from, to and height from which it is covered."""

    def fits(self, box: Box) -> bool:
        """Whether the floor is free there."""
        a, b, c, d = box
        inside = a >= 0 and b >= 0 and c <= self.width and d <= self.depth
        return inside and not any(a < s and p < c and b < t and q < d for p, q, s, t in self.taken)

    def put(self, want: Want, x: float, y: float, quarter: int = 0, z: float = 0.0) -> Stand:
        """Stand something on the floor and take its place."""
        stand = Stand(want, x, y, z, quarter)
        self.stands.append(stand)
        (a, b, _), (c, d, _) = stand.bounds
        self.taken.append((a, b, c, d))
        return stand


@dataclass(frozen=True, slots=True)
class Plan:
    """A furnished room."""

    width: float
    depth: float
    stands: tuple[Stand, ...]
    name: str


def steps(start: float, end: float, step: float = 0.15) -> Iterator[float]:
    count = int((end - start) / step + 1e-6)
    yield from (start + i * step for i in range(count + 1) if end >= start)


def free_spot(room: Room, want: Want, margin: float, quarter: int = 0) -> tuple[float, float] | None:
    """The free place nearest to the middle of the floor."""
    width, depth = want.footprint(quarter)
    goal = (room.width * 0.56, room.depth * 0.56)
    step = max(STEP, room.width / MOST_STEPS)
    spots = [
        (abs(x + width / 2 - goal[0]) + abs(y + depth / 2 - goal[1]), x, y)
        for x in steps(margin, room.width - width - 0.15, step)
        for y in steps(margin, room.depth - depth - 0.15, step)
        if room.fits(
            (x - margin, y - margin, min(room.width, x + width + margin), min(room.depth, y + depth + margin))
        )
    ]
    return min(spots)[1:] if spots else None


def is_table(want: Want) -> bool:
    return want.model is not None and want.model.name in (*SEATS_AT, "coffee-table", "grand-piano")
