"""The parts of models: solids and faces in metres, read from rows of data, turned by quarters, and their bounds.

A row names a kind, its numbers and the role of its colour: ``box 0 0 0  1 2 .5  wood``. Models are drawn with
their front towards the lower left (y grows towards the front); ``data/models-home.toml`` lists the kinds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aquatint.engines.composer.graphics.isometric.space import Place

SIDES = ("front", "right", "back", "left")
_MIRRORED = {"front": "right", "right": "front", "back": "left", "left": "back", "top": "top"}
_OPPOSITE = {"front": "back", "back": "front", "left": "right", "right": "left", "top": "top"}
ROUNDNESS = 10
"""Corners of what is round and lies."""
THICKNESS = 0.16
"""Of roofs, in metres."""


class BadRow(ValueError):
    """A row of a model that names no part."""


@dataclass(frozen=True, slots=True)
class Decal:
    """Something flat on a side of a box: ``u`` along the side and ``v`` up, both from its low corner."""

    kind: str
    side: str
    u: float
    v: float
    width: float
    height: float
    role: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """One solid or face."""

    kind: str
    role: str
    low: Place
    high: Place
    """Its bounds."""
    axis: str = ""
    profile: tuple[tuple[float, float], ...] = ()
    """Of a prism: (across, z), counter-clockwise, across being y for one along x and x for one along y."""
    radii: tuple[float, float] = (0.0, 0.0)
    points: tuple[Place, ...] = ()
    decals: tuple[Decal, ...] = ()


def read(rows: Sequence[str]) -> tuple[Part, ...]:
    """The parts that rows tell, decals put on the box before them. Raises `BadRow`."""
    parts: list[Part] = []
    for row in rows:
        kind, *words = row.split()
        if kind in ("pane", "panes", "arch", "dot"):
            parts[-1] = replace(parts[-1], decals=(*parts[-1].decals, _decal(kind, words)))
        else:
            parts.append(_part(kind, words))
    return tuple(parts)


def _decal(kind: str, words: Sequence[str]) -> Decal:
    side, *rest = words
    *numbers, role = rest
    u, v, width, height, *grid = (float(n) for n in numbers)
    columns, rows = (round(n) for n in grid) if grid else (1, 1)
    return Decal(kind, side, u, v, width, height, role, columns, rows)


def _part(kind: str, words: Sequence[str]) -> Part:
    if kind == "face":
        return _face(words[0], [float(n) for n in words[1:]])
    if kind == "prism":
        return _free_prism(words)
    *plain, role = words
    n = [float(word) for word in plain]
    if kind in ("box", "pyramid"):
        x, y, z, w, d, h = n
        return Part(kind, role, (x, y, z), (x + w, y + d, z + h))
    if kind in _PROFILES:
        x, y, z, w, d, h = n
        axis = "y" if kind.endswith("y") else "x"
        start, length, low, wide = (y, d, x, w) if axis == "y" else (x, w, y, d)
        return _prism(axis, start, length, [(low + a * wide, z + b * h) for a, b in _PROFILES[kind]], role)
    if kind in ("roof", "roofy"):
        return _roof(kind, n, role)
    if kind in ("logx", "logy"):
        x, y, z, length, r = n
        middle, start = (y, x) if kind == "logx" else (x, y)
        turns = [2 * math.pi * (i + 0.5) / ROUNDNESS for i in range(ROUNDNESS)]
        return _prism(
            kind[-1], start, length, [(middle + r * math.cos(t), z + r * math.sin(t)) for t in turns], role
        )
    if kind in ("drum", "cone", "ball", "disc", "fronds", "glow"):
        return _rounded(kind, n, role)
    raise BadRow(f"no part is called {kind!r}")


_PROFILES: dict[str, tuple[tuple[float, float], ...]] = {
    "ridge": ((0, 0), (1, 0), (0.5, 1)),
    "slope": ((0, 0), (1, 0), (0, 1)),
    "vault": tuple((0.5 + 0.5 * math.cos(math.pi * i / 8), math.sin(math.pi * i / 8)) for i in range(9)),
}
_PROFILES |= {f"{name}y": shape for name, shape in list(_PROFILES.items())}


def _roof(kind: str, n: Sequence[float], role: str) -> Part:
    """Two slabs that meet in a ridge along x, or along y."""
    x, y, z, w, d, h = n
    axis, start, length, low, wide = ("y", y, d, x, w) if kind == "roofy" else ("x", x, w, y, d)
    t = THICKNESS
    shape = [(0.0, z), (wide / 2, z + h), (wide, z), (wide, z + t), (wide / 2, z + h + t), (0.0, z + t)]
    return _prism(axis, start, length, [(low + a, b) for a, b in shape], role)


def _prism(axis: str, start: float, length: float, shape: Sequence[tuple[float, float]], role: str) -> Part:
    across, up = [a for a, _ in shape], [b for _, b in shape]
    low, high = (start, min(across), min(up)), (start + length, max(across), max(up))
    if axis == "y":
        low, high = (low[1], low[0], low[2]), (high[1], high[0], high[2])
    return Part("prism", role, low, high, axis=axis, profile=_wound(shape))


def _wound(shape: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The outline counter-clockwise."""
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(shape, [*shape[1:], shape[0]], strict=True))
    return tuple(shape if area >= 0 else reversed(shape))


def _free_prism(words: Sequence[str]) -> Part:
    """``prism x start length role across,z across,z ...``."""
    axis, start, length, role, *pairs = words
    shape = [(float(a), float(b)) for a, b in (pair.split(",") for pair in pairs)]
    return _prism(axis, float(start), float(length), shape, role)


def _face(role: str, n: Sequence[float]) -> Part:
    points = tuple((n[i], n[i + 1], n[i + 2]) for i in range(0, len(n), 3))
    low = tuple(min(p[i] for p in points) for i in range(3))
    high = tuple(max(p[i] for p in points) for i in range(3))
    return Part("face", role, low, high, points=points)  # type: ignore[arg-type]


def _rounded(kind: str, n: Sequence[float], role: str) -> Part:
    x, y, z, *rest = n
    if kind == "drum":
        first, second, height = rest
        low_z, high_z = z, z + height
    elif kind == "cone":
        first, second, low_z, high_z = rest[0], 0.001, z, z + rest[1]
    else:
        first = second = rest[0]
        low_z, high_z = (z, z) if kind == "disc" else (z - first, z + first)
    r = max(first, second)
    return Part(kind, role, (x - r, y - r, low_z), (x + r, y + r, high_z), radii=(first, second))


def turned(part: Part, quarter: int, width: float, depth: float) -> Part:
    """The part of a model of that footprint after it was turned to face: 0 front, 1 right, 2 back, 3 left.

    1 and 3 are mirror images on the page of 0 and 2.
    """
    if quarter in (2, 3):
        part = _about(part, width, depth)
    return _swapped(part) if quarter in (1, 3) else part


def _about(part: Part, width: float, depth: float) -> Part:
    (x0, y0, z0), (x1, y1, z1) = part.low, part.high
    wide = {"front": x1 - x0, "back": x1 - x0, "top": x1 - x0, "left": y1 - y0, "right": y1 - y0}
    across = depth if part.axis == "x" else width
    return replace(
        part,
        low=(width - x1, depth - y1, z0),
        high=(width - x0, depth - y0, z1),
        profile=_wound([(across - a, b) for a, b in part.profile]) if part.profile else (),
        points=tuple((width - x, depth - y, z) for x, y, z in part.points),
        decals=tuple(
            replace(
                one,
                side=_OPPOSITE[one.side],
                u=wide[one.side] - one.u - one.width,
                v=y1 - y0 - one.v - one.height if one.side == "top" else one.v,
            )
            for one in part.decals
        ),
    )


def _swapped(part: Part) -> Part:
    (x0, y0, z0), (x1, y1, z1) = part.low, part.high
    return replace(
        part,
        low=(y0, x0, z0),
        high=(y1, x1, z1),
        axis={"x": "y", "y": "x", "": ""}[part.axis],
        points=tuple((y, x, z) for x, y, z in part.points),
        decals=tuple(
            replace(one, side="top", u=one.v, v=one.u, width=one.height, height=one.width)
            if one.side == "top"
            else replace(one, side=_MIRRORED[one.side])
            for one in part.decals
        ),
    )


def shifted(part: Part, x: float, y: float, z: float) -> Part:
    """The part moved by so much."""
    (a, b, c), (d, e, f) = part.low, part.high
    across = y if part.axis == "x" else x
    return replace(
        part,
        low=(a + x, b + y, c + z),
        high=(d + x, e + y, f + z),
        profile=tuple((s + across, t + z) for s, t in part.profile),
        points=tuple((p + x, q + y, r + z) for p, q, r in part.points),
    )
