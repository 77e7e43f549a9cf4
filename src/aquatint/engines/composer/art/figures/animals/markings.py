"""Coats: what is painted onto a body: pale undersides, socks, stripes, spots, patches, fleece, quills, manes."""

from __future__ import annotations

import math
from collections.abc import Callable

import skia

from aquatint.engines.composer.art.figures.animals.bands import bands, cross
from aquatint.engines.composer.art.figures.animals.skeleton import Skeleton
from aquatint.engines.composer.art.figures.animals.species import Species
from aquatint.engines.composer.art.figures.coat import Coat
from aquatint.engines.composer.art.figures.geometry import (
    along,
    normals,
    outline,
    oval,
    ribbon,
    stroke_line,
)
from aquatint.engines.composer.art.figures.sketch import Group
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import mix

SLENDER = 0.068
"""Radius up to which a leg is a shank, that a sock may cover, and no thigh."""


def paint_markings(group: Group, bones: Skeleton, kind: Species, coat: Coat, chance: Chance) -> None:
    """Add all that the species wears on torso, neck and near legs to the group that holds them."""
    if kind.pattern in PATTERNS:
        PATTERNS[kind.pattern](group, bones, coat, chance)
    if kind.bib:
        _bib(group, bones, kind, coat)
    if kind.socks:
        for name in ("near_front", "near_hind"):
            sock(group, bones.legs[name], kind, coat)


def sock(group: Group, leg: list[tuple[float, float, float]], kind: Species, coat: Coat) -> None:
    """Colour the lower end of a leg, with an uneven soft edge."""
    line = along(leg)
    x, y, r = leg[-1]
    lower, length = [tuple(map(float, line[-1]))], 0.0
    for row in line[-2::-1]:
        length += math.hypot(row[0] - lower[-1][0], row[1] - lower[-1][1])
        if length > kind.socks or row[2] > SLENDER * kind.limb:
            break
        lower.append((float(row[0]), float(row[1]), float(row[2])))
    spine = [(a, b, c * 1.3) for a, b, c in [*lower[:: max(1, len(lower) // 5)], lower[-1]]]
    x1, y1, r1 = spine[-1]
    # The upper end runs out in a point along the front, as fur does.
    if len(spine) > 2 and abs(spine[-2][0] - x1) < abs(spine[-2][1] - y1):
        spine.append((x1 - 0.5 * r1, y1 - 1.6 * r1, 0.1 * r1))
    group.mark(ribbon(spine), coat[kind.sock_colour], blur=0.008)
    group.mark(oval(x - r, y, r * 2.2, r * 1.6), coat[kind.sock_colour])


def paint_belly(group: Group, bones: Skeleton, kind: Species, coat: Coat) -> None:
    """Add the pale underside; call it before the near legs."""
    if not kind.belly or bones.sitting:
        return
    line = along(bones.torso)
    under = [(row[0], row[1] + row[2] * 0.95, row[2] * 0.36) for row in line[::6]]
    group.mark(ribbon(under), coat["pale"], 0.9, blur=0.02)


def _bib(group: Group, bones: Skeleton, kind: Species, coat: Coat) -> None:
    """The pale throat and chest, ending in tufts."""
    root, tip = bones.neck[0], bones.neck[-1]
    front, depth = bones.torso[0], kind.bib
    sitting = bones.sitting
    top = (tip[0] - tip[2] * 0.1, tip[1])
    low = (front[0] - front[2] * (0.5 if sitting else 0.8), front[1] + front[2] * (0.2 + depth * 0.9))
    wide = 0.62 if sitting else 0.42
    left = (min(tip[0] - tip[2], low[0]) - 0.2, (top[1] + low[1]) / 2)
    right = (root[0] * 0.5 + low[0] * 0.5 - front[2] * 0.5 + wide * front[2], (top[1] + low[1]) / 2 + 0.04)
    step = front[2] * 0.24
    tufts = [
        (right[0] - step * 0.4, low[1] - step * 0.9),
        (right[0] - step * 0.9, low[1] - step * 1.5),
        (low[0] + step, low[1] + step * 0.4),
        (low[0] + step * 0.2, low[1] - step * 0.6),
        (low[0] - step * 0.6, low[1] + step * 1.2),
    ]
    points = [top, (tip[0] + tip[2] * 0.5, tip[1] + tip[2] * 0.4), right, *tufts, left]
    group.mark(outline(points, {3, 5, 7}), coat["pale"])
    edge = mix(coat["deep"], coat["dark"], 0.3)
    neck = along(bones.neck)
    throat = neck[:, :2] + normals(neck) * neck[:, 2:]
    group.line(stroke_line(throat.tolist()), edge, 0.024, 0.3, blur=0.006)


def _saddle(group: Group, bones: Skeleton, coat: Coat, chance: Chance) -> None:
    line = along([*reversed(bones.neck), *bones.torso[1:]])
    side = normals(line)
    back = [
        (row[0] + n[0] * 0.75 * row[2], row[1] + n[1] * 0.75 * row[2], 0.42 * row[2])
        for row, n in zip(line[2::7], side[2::7], strict=True)
    ]
    group.mark(ribbon(back), coat["deep"], 0.85, blur=0.02)


def _stripes(group: Group, bones: Skeleton, coat: Coat, chance: Chance) -> None:
    for x, y, r, nx, ny in bands(along(bones.torso), 11, chance):
        sign = -1.0 if ny > 0 else 1.0
        end = chance.uniform(-0.3, 0.1)
        group.mark(
            cross(x, y, r, nx * sign, ny * sign, end, 1.05, 0.02, chance.uniform(-0.03, 0.03)), coat["dark"]
        )
    for name in ("near_front", "near_hind"):
        for x, y, r, nx, ny in bands(along(bones.legs[name][1:]), 3, chance):
            group.mark(cross(x, y, r, nx, ny, -0.2, 1.0, 0.014, 0.0), coat["dark"])
    for x, y, r, nx, ny in bands(along(bones.neck), 3, chance):
        group.mark(cross(x, y, r, -nx, -ny, 0.1, 1.0, 0.018, 0.01), coat["dark"])


def _zebra(group: Group, bones: Skeleton, coat: Coat, chance: Chance) -> None:
    for x, y, r, nx, ny in bands(along(bones.torso[1:]), 10, chance):
        sign = -1.0 if ny > 0 else 1.0
        group.mark(cross(x, y, r, nx * sign, ny * sign, -0.8, 1.05, 0.024, 0.0), coat["dark"])
    for x, y, r, nx, ny in bands(along(bones.neck), 8, chance):
        group.mark(cross(x, y, r, nx, ny, -1.0, 1.0, 0.02, 0.0), coat["dark"])
    for name in ("near_front", "near_hind"):
        for x, y, r, nx, ny in bands(along(bones.legs[name][1:]), 7, chance):
            group.mark(cross(x, y, r, nx, ny, -0.9, 1.0, 0.014, 0.0), coat["dark"])


def _tabby(group: Group, bones: Skeleton, coat: Coat, chance: Chance) -> None:
    for x, y, r, nx, ny in bands(along(bones.torso), 7, chance):
        sign = -1.0 if ny > 0 else 1.0
        group.mark(cross(x, y, r, nx * sign, ny * sign, 0.15, 1.05, 0.022, 0.0), coat["deep"], 0.8)
    for name in ("near_front", "near_hind"):
        for x, y, r, nx, ny in bands(along(bones.legs[name][1:]), 3, chance):
            group.mark(cross(x, y, r, nx, ny, -0.3, 1.0, 0.016, 0.0), coat["deep"], 0.7)


def _over_body(bones: Skeleton, chance: Chance, gap: float) -> list[tuple[float, float]]:
    """Well spread places on torso, neck and near legs."""
    spots: list[tuple[float, float]] = []
    lines = [
        along(bones.torso),
        along(bones.neck),
        along(bones.legs["near_hind"][:3]),
        along(bones.legs["near_front"][:3]),
    ]
    for line in lines:
        for _ in range(70):
            row = line[chance.randrange(len(line))]
            angle, reach = chance.uniform(0, 2 * math.pi), math.sqrt(chance.random())
            x, y = row[0] + math.cos(angle) * reach * row[2], row[1] + math.sin(angle) * reach * row[2]
            if all((x - a) ** 2 + (y - b) ** 2 > gap**2 for a, b in spots):
                spots.append((float(x), float(y)))
    return spots


def _spots(group: Group, bones: Skeleton, coat: Coat, chance: Chance) -> None:
    whole = skia.Path()
    for x, y in _over_body(bones, chance, 0.075):
        whole.addPath(oval(x, y, 0.018, 0.015, chance.uniform(0, 90)))
    group.mark(whole, coat["dark"], 0.9)


def _rosettes(group: Group, bones: Skeleton, coat: Coat, chance: Chance) -> None:
    outer, inner = skia.Path(), skia.Path()
    for x, y in _over_body(bones, chance, 0.095):
        outer.addPath(oval(x, y, 0.034, 0.028, chance.uniform(0, 90)))
        inner.addPath(oval(x + 0.006, y + 0.004, 0.018, 0.014))
    group.mark(outer, coat["dark"], 0.88)
    group.mark(inner, coat["deep"])


def _dapples(group: Group, bones: Skeleton, coat: Coat, chance: Chance) -> None:
    whole = skia.Path()
    for row in along(bones.torso)[6::5]:
        for up in (-0.7, -0.35, -0.05):
            whole.addPath(
                oval(float(row[0]) + chance.uniform(-0.02, 0.02), float(row[1] + row[2] * up), 0.018, 0.014)
            )
    group.mark(whole, coat["pale"], 0.95)


def _patches(group: Group, bones: Skeleton, coat: Coat, chance: Chance) -> None:
    line = along(bones.torso)
    for share, up, size in ((0.12, -0.2, 0.2), (0.5, -0.5, 0.16), (0.86, -0.1, 0.22), (0.38, 0.6, 0.09)):
        row = line[int((share + chance.uniform(-0.05, 0.05)) * (len(line) - 1))]
        x, y = float(row[0]), float(row[1] + row[2] * up)
        turn = chance.uniform(0, 6.28)
        points = []
        for i in range(9):
            reach = size * chance.uniform(0.66, 1.12)
            points.append((x + math.cos(turn + i * 0.698) * reach, y + math.sin(turn + i * 0.698) * reach * 0.85))
        group.mark(outline(points), coat["dark"])


def _giraffe(group: Group, bones: Skeleton, coat: Coat, chance: Chance) -> None:
    whole = skia.Path()
    for x, y in _over_body(bones, chance, 0.115):
        turn = chance.uniform(0, 6.28)
        points = [
            (
                x + math.cos(turn + i * 1.256) * 0.05 * chance.uniform(0.8, 1.1),
                y + math.sin(turn + i * 1.256) * 0.05 * chance.uniform(0.8, 1.1),
            )
            for i in range(5)
        ]
        whole.addPath(outline(points, {0, 1, 2, 3, 4}))
    group.mark(whole, coat["dark"], 0.9)


def _panda(group: Group, bones: Skeleton, coat: Coat, chance: Chance) -> None:
    front = bones.torso[0]
    if bones.sitting:
        group.mark(
            ribbon(
                [
                    (front[0] - 0.3, front[1] + 0.08, 0.13),
                    (front[0], front[1] + 0.1, 0.13),
                    (front[0] + 0.36, front[1] + 0.08, 0.13),
                ]
            ),
            coat["dark"],
        )
    else:
        group.mark(
            ribbon(
                [
                    (front[0] + 0.12, front[1] - 0.4, 0.13),
                    (front[0] + 0.06, front[1], 0.17),
                    (front[0], front[1] + 0.4, 0.2),
                ]
            ),
            coat["dark"],
        )
    for name in ("near_front", "near_hind"):
        leg = bones.legs[name]
        group.mark(
            ribbon(
                [(x, y, r * (1.06 if i else 0.9)) for i, (x, y, r) in enumerate(leg) if i or name == "near_front"]
            ),
            coat["dark"],
        )


def _rings(group: Group, bones: Skeleton, coat: Coat, chance: Chance) -> None:
    line = along(bones.torso)
    back = [(row[0], row[1] - row[2] * 0.8, row[2] * 0.35) for row in line[::7]]
    group.mark(ribbon(back), mix(coat["main"], coat["deep"], 0.7), 0.8, blur=0.03)


def _skunk(group: Group, bones: Skeleton, coat: Coat, chance: Chance) -> None:
    line = along([*reversed(bones.neck), *bones.torso[1:]])
    back = [(row[0], row[1] - row[2] * 0.66, row[2] * 0.26) for row in line[::7]]
    group.mark(ribbon(back), coat["pale"])


def _scutes(group: Group, bones: Skeleton, coat: Coat, chance: Chance) -> None:
    """Dark saddles and a scaly belly."""
    for x, y, r, nx, ny in bands(along(bones.torso), 9, chance):
        sign = -1.0 if ny > 0 else 1.0
        group.mark(cross(x, y, r, nx * sign, ny * sign, 0.3, 1.05, 0.026, 0.0), coat["deep"], 0.9)
    for x, y, r, nx, ny in bands(along(bones.neck), 6, chance):
        sign = -1.0 if ny > 0 else 1.0
        group.mark(cross(x, y, r, nx * sign, ny * sign, 0.2, 1.0, 0.02, 0.0), coat["deep"], 0.8)


PATTERNS: dict[str, Callable[[Group, Skeleton, Coat, Chance], None]] = {
    "saddle": _saddle,
    "stripes": _stripes,
    "zebra": _zebra,
    "tabby": _tabby,
    "spots": _spots,
    "rosettes": _rosettes,
    "dapples": _dapples,
    "patches": _patches,
    "giraffe": _giraffe,
    "panda": _panda,
    "rings": _rings,
    "skunk": _skunk,
    "scutes": _scutes,
}
"""What each pattern paints."""
