"""The box of a room in one-point perspective: back wall, side walls, floor and ceiling as geometry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import skia

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.drawing.brush import Point

Kind = Literal["flat", "corner", "box", "deep"]
INSETS: dict[Kind, float] = {"flat": 0.0, "corner": 0.2, "box": 0.15, "deep": 0.33}
"""How far (shorter sides) the back wall keeps from the sides of the picture that have a side wall."""
TALL = 1.25
"""Height by width of pictures in which a ceiling is seen in any room."""
AWAY = 720.0
"""Centimetres from the viewer to the back wall."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A room in pixels of the picture; depths and heights of the room itself are centimetres."""

    width: float
    height: float
    left: float
    """Left edge of the back wall; 0 without a left side wall."""
    right: float
    edge: float
    """y where the back wall meets the floor."""
    top: float
    """y where it meets the ceiling; below 0 when no ceiling is seen."""
    scale: float
    """Pixels per centimetre on the back wall."""
    vanishing: Point

    @property
    def middle(self) -> float:
        """x of the middle of the back wall."""
        return (self.left + self.right) / 2

    @property
    def half(self) -> float:
        """Half the back wall, in pixels."""
        return (self.right - self.left) / 2

    @property
    def tall(self) -> float:
        """Height of the room in centimetres (of its seen part without a ceiling)."""
        return (self.edge - self.top) / self.scale

    def nearer(self, depth: float) -> float:
        """How much larger things are ``depth`` centimetres before the back wall."""
        return AWAY / max(60.0, AWAY - depth)

    def on_floor(self, at: float, depth: float) -> tuple[Point, float]:
        """Foot and pixels per centimetre of what stands ``depth`` before the wall; ``at`` -1..1 across it."""
        nearer, (x, y) = self.nearer(depth), self.vanishing
        wall = self.middle + at * self.half
        return (x + (wall - x) * nearer, y + (self.edge - y) * nearer), self.scale * nearer

    def on_ceiling(self, at: float, depth: float) -> tuple[Point, float]:
        """Where a thing hangs, and its pixels per centimetre."""
        (x, _), scale = self.on_floor(at, depth)
        y = self.vanishing[1] + (max(self.top, -0.0) - self.vanishing[1]) * self.nearer(depth)
        return (x, y if self.top > 0 else -4.0), scale

    def has_side(self, side: int) -> bool:
        """Whether there is a wall on that side, -1 left, 1 right."""
        return self.left > 0 if side < 0 else self.right < self.width

    def side_length(self, side: int) -> float:
        """Length of a side wall in centimetres, from the corner to the edge of the picture."""
        corner = self.left if side < 0 else self.right
        edge = 0.0 if side < 0 else self.width
        nearer = (edge - self.vanishing[0]) / (corner - self.vanishing[0])
        return AWAY * (1 - 1 / nearer)

    def side_outline(self, side: int) -> list[Point]:
        """The four corners of a side wall: corner top, near top, near foot, corner foot."""
        corner = self.left if side < 0 else self.right
        edge = 0.0 if side < 0 else self.width
        x, y = self.vanishing
        nearer = (edge - x) / (corner - x)
        return [(corner, self.top), (edge, y + (self.top - y) * nearer),
                (edge, y + (self.edge - y) * nearer), (corner, self.edge)]  # fmt: skip

    def side_matrix(self, side: int) -> Any:
        """From (centimetres from the corner, centimetres from the floor) to the picture."""
        length, tall = self.side_length(side), self.tall
        return homography([(0, tall), (length, tall), (length, 0), (0, 0)], self.side_outline(side))

    def floor_matrix(self) -> Any:
        """From (centimetres from the middle, centimetres before the wall) to the picture."""
        depth = AWAY * (1 - 1 / max(1.01, (self.height - self.vanishing[1]) / (self.edge - self.vanishing[1])))
        return self._plane(self.edge, depth)

    def ceiling_matrix(self) -> Any:
        """The same for the ceiling."""
        depth = AWAY * (1 - 1 / max(1.01, self.vanishing[1] / max(1.0, self.vanishing[1] - self.top)))
        return self._plane(self.top, depth)

    @property
    def depth(self) -> float:
        """Centimetres of floor from the back wall to the lower edge of the picture."""
        return AWAY * (1 - 1 / max(1.01, (self.height - self.vanishing[1]) / (self.edge - self.vanishing[1])))

    def _plane(self, y: float, depth: float) -> Any:
        reach, (vx, vy), near = self.width / self.scale, self.vanishing, self.nearer(depth)
        points = [(-reach, 0.0), (reach, 0.0), (reach, depth), (-reach, depth)]
        target = [
            (vx + (self.middle + x * self.scale - vx) * k, vy + (y - vy) * k)
            for (x, _), k in zip(points, (1.0, 1.0, near, near), strict=True)
        ]
        return homography(points, target)


def homography(source: list[Point], target: list[Point]) -> Any:
    """The matrix that lays one quadrilateral on another."""
    matrix = skia.Matrix()
    matrix.setPolyToPoly([skia.Point(*p) for p in source], [skia.Point(*p) for p in target])
    return matrix


def build(easel: Easel, kind: Kind, *, edge: float, metre: float, side: int, ceiling: float) -> Shell:
    """The shell of a room. ``edge`` is a share of the height, ``metre`` is in shorter sides, ``side`` (-1, 1) says
    where a corner is, ``ceiling`` the height of the room in metres, 0 for one out of sight."""
    short, width = 1000 * easel.unit, float(easel.width)
    metre *= min(1.3, max(easel.span, easel.height / short) ** 0.45)
    if easel.height > TALL * short:
        ceiling = ceiling or 3.9
    inset = INSETS[kind] * short
    if kind == "deep":
        inset = max(inset, (width - 0.5 * short) / 2 * 0.95)
    left = inset if kind in ("box", "deep") or (kind == "corner" and side < 0) else 0.0
    right = width - inset if kind in ("box", "deep") or (kind == "corner" and side > 0) else width
    foot = edge * easel.height
    top = foot - ceiling * metre * short if ceiling else -0.02 * easel.height
    focus = (width / 2 + (0.0 if kind != "corner" else -side * 0.06 * width), easel.horizon)
    limit = easel.horizon - 0.12 * short if kind == "deep" else 0.16 * easel.height
    return Shell(width, float(easel.height), left, right, foot, min(top, limit), metre * short / 100, focus)
