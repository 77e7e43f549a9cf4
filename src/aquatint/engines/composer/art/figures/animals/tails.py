"""Tails with their tips, rings and tufts."""

from __future__ import annotations

import math

import skia

from aquatint.engines.composer.art.figures.animals.skeleton import Skeleton
from aquatint.engines.composer.art.figures.animals.species import Species, tails
from aquatint.engines.composer.art.figures.coat import Coat
from aquatint.engines.composer.art.figures.geometry import Knot, Numbers, along, outline, oval, ribbon
from aquatint.engines.composer.art.figures.sketch import Group, Sketch
from aquatint.engines.composer.drawing.colour import Colour, mix


def _rows(line: Numbers) -> list[Knot]:
    return [(float(x), float(y), float(r)) for x, y, r in line]


def _tuft(spine: list[Knot]) -> skia.Path:
    """The brush at the end of a thin tail."""
    x, y, _ = spine[-1]
    dx, dy = x - spine[-2][0], y - spine[-2][1]
    length = math.hypot(dx, dy) or 1.0
    dx, dy = dx / length, dy / length
    return ribbon([(x, y, 0.03), (x + dx * 0.07, y + dy * 0.07, 0.045), (x + dx * 0.16, y + dy * 0.16, 0.004)])


def add_tail(sketch: Sketch, bones: Skeleton, kind: Species, coat: Coat, pose: str) -> None:
    """The tail, with its tip or tuft."""
    if kind.tail == "none":
        return
    shapes = tails()[kind.tail]
    scale = kind.tail_scale
    x0, y0 = bones.tail
    spine: list[Knot] = [
        (x0 + x * scale, y0 + y * scale, r * scale) for x, y, r in shapes.get(pose, shapes["standing"])
    ]
    # No tail digs itself into the ground.
    spine = [(x, min(y, -r * 0.95), r) for x, y, r in spine]
    colour = coat.get("mane", coat["main"]) if kind.tail == "hair" else coat["main"]
    if kind.tail == "paddle":
        colour = coat["dark"]
    group = sketch.group(0.9)
    fur = kind.fluff or 0.03
    hairy = kind.tail in {"brush", "bushy", "plume", "hair"}
    outer = ribbon(spine, (fur, 0.3) if hairy else None)
    group.shape(outer, colour)
    line = along(spine)
    if kind.tail in {"brush", "plume"} and kind.pattern != "rings":
        group.mark(_streak(spine), coat["deep"], 0.55, blur=0.02)
        _pale_tip(group, line, coat, 0.66 if kind.tail == "brush" else 0.86)
        # A pale tip must not melt into snow.
        group.line(outer, mix(coat["deep"], coat["dark"], 0.3), 0.028, 0.38, blur=0.006)
    if kind.tail == "bushy":
        dark = _rows(line[int(len(line) * 0.7) :: 4])
        group.mark(ribbon([(x, y, r * 1.5) for x, y, r in dark]), coat["dark"], 0.8, blur=0.02)
    if kind.pattern in {"stripes", "rings", "tabby", "rosettes"}:
        _tail_rings(group, line, coat["dark"] if kind.pattern != "tabby" else coat["deep"])
    if kind.tail in {"tuft", "cow"}:
        group.shape(_tuft(spine), coat["dark"])
    if kind.tail == "dragon":
        _spade(sketch, spine, coat)
    if kind.tail in {"scut", "puff"}:
        group.mark(oval(x0 + 0.06, y0 + 0.03, 0.07, 0.06), coat["pale"], 0.9, blur=0.015)


def _spade(sketch: Sketch, spine: list[Knot], coat: Coat) -> None:
    """The point of a dragon's tail."""
    x, y, _ = spine[-1]
    dx, dy = x - spine[-2][0], y - spine[-2][1]
    length = math.hypot(dx, dy) or 1.0
    dx, dy = dx / length, dy / length
    points = [(0.0, -0.02), (-0.04, -0.1), (0.2, 0.0), (-0.04, 0.1), (0.0, 0.02)]
    placed = [(x + a * dx - b * dy, y + a * dy + b * dx) for a, b in points]
    sketch.group(0.6).shape(outline(placed, {1, 2, 3}), coat.get("membrane", coat["deep"]))


def _streak(spine: list[Knot]) -> skia.Path:
    """The shaded lower side of a tail."""
    return ribbon([(x, y + r * 0.75, r * 0.45) for x, y, r in spine[:-1]])


def _pale_tip(group: Group, line: Numbers, coat: Coat, start: float) -> None:
    rows = _rows(line)
    first = int(len(rows) * start)
    x, y, r = rows[first]
    tx, ty = rows[first + 2][0] - x, rows[first + 2][1] - y
    length = math.hypot(tx, ty) or 1.0
    tx, ty = tx / length, ty / length
    points, corners = [], set()
    for i in range(7):
        across = (i / 3 - 1) * 1.5 * r
        back = -0.35 * r if i % 2 else 0.25 * r
        points.append((x - ty * across + tx * back, y + tx * across + ty * back))
        corners.add(i)
    end = rows[-1]
    reach = 1.6 * r
    points += [
        (end[0] + tx * r + -ty * reach, end[1] + ty * r + tx * reach),
        (end[0] + tx * r + ty * reach, end[1] + ty * r - tx * reach),
    ]
    mid = rows[(first + len(rows)) // 2]
    group.mark(outline(points, corners), coat["pale"])
    group.mark(oval(mid[0], mid[1], mid[2] * 1.05), coat["pale"])


def _tail_rings(group: Group, line: Numbers, colour: Colour) -> None:
    rows = _rows(line)
    whole = skia.Path()
    for at in range(int(len(rows) * 0.35), len(rows) - 3, 8):
        part = rows[at : at + 3]
        whole.addPath(ribbon([(x, y, r * 1.2) for x, y, r in part]))
    group.mark(whole, colour, 0.9)
    group.mark(ribbon([(x, y, r * 1.2) for x, y, r in rows[-5:]]), colour)
