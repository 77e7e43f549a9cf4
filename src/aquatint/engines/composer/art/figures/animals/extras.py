"""Shapes that only some species have: tails, horns, manes, trunks, humps, fleece and quills."""

from __future__ import annotations

import math
from collections.abc import Callable

import skia

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
    union,
)
from aquatint.engines.composer.art.figures.parts import Frame, draw_parts
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.art.figures.tables import parts_table
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import mix

HUMPS = {"humps": ((0.36, 0.2), (0.68, 0.17)), "one hump": ((0.5, 0.24),), "hump": ((0.14, 0.2),)}
"""Places along the back and sizes."""
SINGLE = frozenset({"spiral", "tusks"})
"""Horns of which one shows."""
Place2 = Callable[[float, float], tuple[float, float]]


def add_mane(sketch: Sketch, bones: Skeleton, kind: Species, coat: Coat, head: tuple[float, float]) -> None:
    """A mane along the back of the neck."""
    line = along([*bones.neck, (head[0] + 0.02, head[1] - 0.06, 0.08)])
    side = normals(line)
    rows = [
        (float(row[0]), float(row[1]), float(row[2]), float(n[0]), float(n[1]))
        for row, n in zip(line, side, strict=True)
    ]
    group = sketch.group(0.9)
    colour = coat.get("mane", coat["dark"])
    if kind.mane == "standing":
        edge = [(x - nx * r * 0.8, y - ny * r * 0.8) for x, y, r, nx, ny in rows]
        top = [(x - nx * (r + 0.07), y - ny * (r + 0.07)) for x, y, r, nx, ny in rows]
        group.shape(_band(edge, top), colour)
        return
    locks = []
    for i in range(4, len(rows), 4):
        x, y, r, nx, ny = rows[i]
        rx, ry = x - nx * r * 1.02, y - ny * r * 1.02
        sway = 0.05 + 0.02 * (i % 3)
        fall = ((0.0, 0.0, 0.045), (sway, 0.09, 0.05), (sway + 0.02, 0.2, 0.03), (sway + 0.06, 0.28, 0.004))
        locks.append(ribbon([(rx + dx, ry + dy, radius) for dx, dy, radius in fall]))
    group.shape(union(locks), colour)
    for lock in locks[1::2]:
        group.line(lock, mix(colour, coat["pale"], 0.3), 0.008, 0.6)


def _band(first: list[tuple[float, float]], second: list[tuple[float, float]]) -> skia.Path:
    path = skia.Path()
    path.addPoly([skia.Point(*point) for point in first + second[::-1]], True)
    return path


def add_forelock(sketch: Sketch, kind: Species, coat: Coat, place: Place2) -> None:
    """Hair between the ears of a horse."""
    size = kind.head
    group = sketch.group(0.5)
    root, mid, end = place(0.0, -0.24), place(-0.2, -0.2), place(-0.34, 0.0)
    group.shape(
        ribbon([(*root, 0.07 * size), (*mid, 0.075 * size), (*end, 0.01 * size)]), coat.get("mane", coat["dark"])
    )


def add_horns(sketch: Sketch, kind: Species, coat: Coat, place: Place2, far: bool) -> None:
    """Horns, antlers, knobs or tusks; ``far`` ones go behind the head."""
    if far and kind.horns in SINGLE:
        return
    shift = 0.14 if far else 0.0
    group = sketch.group(0.6, dim=0.35 if far else 0.0)
    frame = Frame(lambda x, y: place(x - shift, y), kind.head)
    draw_parts(group, parts_table(__package__, "horns.toml")[kind.horns], frame, coat)


def add_trunk(sketch: Sketch, kind: Species, coat: Coat, place: Place2, raised: bool) -> None:
    """An elephant's trunk, hanging or raised, and its near ear."""
    size = kind.head
    tip = (
        [(-0.9, 0.72, 0.09), (-0.98, 0.42, 0.07), (-1.14, 0.3, 0.06)]
        if raised
        else [(-0.6, 0.98, 0.1), (-0.62, 1.24, 0.08), (-0.78, 1.38, 0.06)]
    )
    spine = [(-0.28, 0.04, 0.24), (-0.44, 0.34, 0.19), (-0.56, 0.66, 0.135), *tip]
    group = sketch.group(0.7)
    group.shape(ribbon([(*place(x, y), r * size) for x, y, r in spine]), coat["main"])
    line = along([(*place(x, y), r * size) for x, y, r in spine])
    for row in line[14:-6:5]:
        x, y, r = map(float, row)
        group.line(
            stroke_line([(x - r, y + 0.2 * r), (x, y + 0.45 * r), (x + r, y + 0.2 * r)]),
            coat["deep"],
            0.018 * size,
            0.6,
        )
    ear = sketch.group(0.8)
    points = [
        (-0.02, -0.44),
        (0.22, -0.56),
        (0.52, -0.46),
        (0.66, -0.14),
        (0.6, 0.24),
        (0.42, 0.52),
        (0.22, 0.44),
        (0.04, 0.22),
        (-0.06, -0.06),
    ]
    ear.shape(outline([place(x, y) for x, y in points]), mix(coat["main"], coat["deep"], 0.25))
    inner = [(0.3 + (x - 0.3) * 0.78, (y + 0.02) * 0.8) for x, y in points]
    ear.mark(outline([place(x, y) for x, y in inner]), coat["inner"], 0.55, blur=0.03 * size)


def add_fleece(sketch: Sketch, bones: Skeleton, coat: Coat, chance: Chance) -> None:
    """Wool in round locks around torso and neck."""
    group = sketch.group(1.0)
    # A long neck is woolly up to the head.
    wool = bones.neck if bones.neck[0][1] - bones.neck[-1][1] > 0.4 else bones.neck[:-1]
    torso, neck = along(bones.torso), along(wool)
    whole = [ribbon(bones.torso), ribbon(wool)]
    for line in (torso, neck):
        side = normals(line)
        for row, n in list(zip(line, side, strict=True))[::5]:
            for way in (-1, 1):
                r = chance.uniform(0.07, 0.1)
                reach = float(row[2]) - 0.02
                whole.append(oval(float(row[0] + n[0] * way * reach), float(row[1] + n[1] * way * reach), r))
    first, last = bones.torso[0], bones.torso[-1]
    for x, y, r in (first, last):
        whole += [oval(x + (-0.8 if x < 0 else 0.8) * r, y + dy * r, 0.09) for dy in (-0.5, 0.0, 0.5)]
    group.shape(union(whole), coat["main"])
    curls = skia.Path()
    for _ in range(26):
        row = torso[chance.randrange(len(torso))]
        x, y = float(row[0]), float(row[1] + row[2] * chance.uniform(-0.75, 0.75))
        curls.addArc(skia.Rect.MakeXYWH(x - 0.05, y - 0.05, 0.1, 0.1), chance.uniform(10, 60), 130)
    group.line(curls, coat["deep"], 0.016, 0.55)


def add_quills(sketch: Sketch, bones: Skeleton, coat: Coat, chance: Chance) -> None:
    """Rows of spines over back and sides."""
    group = sketch.group(1.0)
    line = along(bones.torso)
    rows = [(float(x), float(y), float(r)) for x, y, r in line]
    for level, colour in ((1.25, coat["dark"]), (1.0, coat["deep"]), (0.7, mix(coat["deep"], coat["main"], 0.5))):
        whole = skia.Path()
        for x, y, r in rows[4::2]:
            for angle in (-150, -120, -90, -60, -30, 0, 25):
                turn = math.radians(angle + chance.uniform(-9, 9))
                root = (x + math.cos(turn) * r * level * 0.55, y + math.sin(turn) * r * level * 0.55)
                tip = (x + 0.07 + math.cos(turn) * r * level * 1.02, y + math.sin(turn) * r * level * 1.02)
                if tip[1] < -0.08:
                    whole.addPoly(
                        [
                            skia.Point(root[0] - 0.014, root[1] + 0.014),
                            skia.Point(*tip),
                            skia.Point(root[0] + 0.014, root[1] - 0.014),
                        ],
                        True,
                    )
        group.shape(whole, colour)


def add_humps(group: Group, bones: Skeleton, kind: Species, coat: Coat) -> None:
    """What rises above a back: a camel's humps, the shoulders of a bull."""
    line = along(bones.torso)
    spots = HUMPS[kind.pattern]
    for share, size in spots:
        x, y, r = (float(v) for v in line[int(share * (len(line) - 1))])
        lift = 0.45 if kind.pattern == "hump" else 0.85
        group.shape(
            outline(
                [
                    (x - size * 1.3, y - r * 0.7),
                    (x - size * 0.5, y - r - size * lift),
                    (x + size * 0.4, y - r - size * lift),
                    (x + size * 1.3, y - r * 0.7),
                    (x, y),
                ]
            ),
            coat["main"],
        )


def add_plates(sketch: Sketch, bones: Skeleton, coat: Coat) -> None:
    """The two rows of plates on a stegosaurus' back."""
    line = along(bones.torso)
    for dim, shift in ((0.35, 4), (0.0, 0)):
        group = sketch.group(0.7, dim=dim)
        for i in range(6):
            row = line[min(len(line) - 1, 5 + shift + int(i * (len(line) - 10) / 6))]
            x, y, r = (float(value) for value in row)
            tall = (0.14, 0.22, 0.27, 0.27, 0.22, 0.15)[i]
            root = y - r * 0.86
            plate = [(x - 0.5 * tall, root), (x - 0.56 * tall, root - 0.5 * tall), (x, root - 1.15 * tall)]
            plate += [(x + 0.56 * tall, root - 0.5 * tall), (x + 0.5 * tall, root)]
            group.shape(outline(plate, {0, 2, 4}), coat["horn"])


def add_pompons(sketch: Sketch, bones: Skeleton, coat: Coat) -> None:
    """A clipped poodle's balls of hair on legs, chest and tail."""
    group = sketch.group(0.9)
    for side in ("near_front", "near_hind"):
        x, y, _ = bones.legs[side][-1]
        group.shape(oval(x, y - 0.1, 0.1, 0.09), coat["main"])
    x, y, _ = bones.torso[0]
    for dx, dy in ((-0.06, -0.04), (0.06, -0.12), (0.04, 0.08), (-0.02, 0.1), (0.14, 0.0)):
        group.shape(oval(x + dx, y + dy, 0.15), coat["main"])
