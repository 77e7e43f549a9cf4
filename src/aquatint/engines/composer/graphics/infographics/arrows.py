"""The arrows between the cards of an infographic, and the hub of a ring."""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Point, fill, polygon, stroke
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics.infographics.cells import is_cyclic
from aquatint.engines.composer.graphics.marks import find_mark, paint_subject
from aquatint.engines.composer.graphics.ornaments import polar
from aquatint.engines.composer.graphics.page import Page, centre
from aquatint.engines.composer.graphics.palette import apart
from aquatint.engines.composer.graphics.picture import FLAT


def paint_arrows(page: Page, cells: Sequence[Box], ring: bool, body: Box) -> None:
    """From each card to the next, and in a ring from the last to the first."""
    colour = apart(page.palette.accent, page.palette.paper, 1.8)
    pairs = list(zip(cells, [*cells[1:], cells[0]], strict=True))
    if not ring:
        pairs = pairs[:-1]
        if is_cyclic(page) and len(cells) > 1:
            _paint_return(page, cells[-1], cells[0], body, colour)
    for start, end in pairs:
        if ring:
            _paint_bow(page, start, end, centre(body), colour)
        else:
            _paint_straight(page, start, end, colour)


def _paint_straight(page: Page, start: Box, end: Box, colour: Colour) -> None:
    """A short arrow in the gap between two neighbours."""
    (x0, y0), (x1, y1) = centre(start), centre(end)
    length = page.short * 0.034
    if abs(y1 - y0) < 1:
        side = math.copysign(1, x1 - x0)
        x = (start.x + start.width + end.x) / 2 if side > 0 else (end.x + end.width + start.x) / 2
        tip, tail = (x + side * length * 0.55, y0), (x - side * length * 0.55, y0)
    else:
        y = (start.y + start.height + end.y) / 2
        tip, tail = (x1, y + length * 0.55), (x1, y - length * 0.55)
    _paint_head(page, tip, math.degrees(math.atan2(tip[1] - tail[1], tip[0] - tail[0])), length, colour)


def _paint_return(page: Page, last: Box, first: Box, body: Box, colour: Colour) -> None:
    """The way back from the last card of a row or a column to the first, along the edge of the body."""
    width = 7 * page.unit
    (x0, y0), (x1, y1) = centre(last), centre(first)
    if last.x > first.x:
        edge, near = body.y + body.height - width, last.y + last.height + width
        points = [(x0, near), (x0, edge), (x1, edge), (x1, near)]
    else:
        edge, near = body.x + body.width - width, last.x + last.width + width
        points = [(near, y0), (edge, y0), (edge, y1), (near, y1)]
    length = page.short * 0.034
    heading = math.degrees(math.atan2(points[3][1] - points[2][1], points[3][0] - points[2][0]))
    path = skia.Path()
    path.moveTo(*points[0])
    for point in (points[1], points[2], polar(*points[3], length * 0.8, heading + 180)):
        path.lineTo(*point)
    page.path(path, stroke(colour, width))
    _paint_head(page, points[3], heading, length, colour)


def _paint_bow(page: Page, start: Box, end: Box, middle: Point, colour: Colour) -> None:
    """A bow outside the hub from one card's edge to the next one's."""
    a, b = centre(start), centre(end)
    bulge = 0.10
    control = (
        (a[0] + b[0]) / 2 * (1 + bulge) - middle[0] * bulge,
        (a[1] + b[1]) / 2 * (1 + bulge) - middle[1] * bulge,
    )
    points = [_quadratic(a, control, b, i / 60) for i in range(61)]
    outside = [p for p in points if not _inside(p, start, page.unit * 12) and not _inside(p, end, page.unit * 12)]
    if len(outside) < 3:
        return
    path = skia.Path()
    path.moveTo(*outside[0])
    for point in outside[1:-1]:
        path.lineTo(*point)
    page.path(path, stroke(colour, 7 * page.unit))
    before, tip = outside[-3], outside[-1]
    heading = math.degrees(math.atan2(tip[1] - before[1], tip[0] - before[0]))
    _paint_head(page, tip, heading, page.short * 0.034, colour)


def _quadratic(a: Point, c: Point, b: Point, t: float) -> Point:
    return (
        (1 - t) ** 2 * a[0] + 2 * t * (1 - t) * c[0] + t * t * b[0],
        (1 - t) ** 2 * a[1] + 2 * t * (1 - t) * c[1] + t * t * b[1],
    )


def _inside(point: Point, box: Box, margin: float) -> bool:
    return (
        box.x - margin < point[0] < box.x + box.width + margin
        and box.y - margin < point[1] < box.y + box.height + margin
    )  # fmt: skip


def _paint_head(page: Page, tip: Point, heading: float, length: float, colour: Colour) -> None:
    back = polar(*tip, length, heading + 180)
    wings = [polar(*back, length * 0.62, heading + side) for side in (90, -90)]
    page.path(polygon([tip, wings[0], wings[1]]), fill(colour))


def paint_hub(page: Page, body: Box, cells: Sequence[Box]) -> None:
    """A quiet disc in the middle of the ring, and the thing that it is about, if there is one."""
    x, y = centre(body)
    room = min(body.width * 0.17, *(_distance((x, y), cell) - page.short * 0.03 for cell in cells))
    if room < page.short * 0.05 or not (page.scene.items or find_mark(page.scene)):
        return
    page.circle(x, y, room, fill(mix(page.palette.soft, page.palette.paper, 0.45)))
    page.circle(x, y, room * 0.84, fill(mix(page.palette.soft, page.palette.paper, 0.75)))
    colours = [apart(colour, page.palette.paper, 2.0) for colour in (page.palette.main, page.palette.accent)]
    paint_subject(page, Box(x - room * 0.62, y - room * 0.62, room * 1.24, room * 1.24), colours, light=FLAT)


def _distance(point: Point, box: Box) -> float:
    """From a point to the nearest place of a box."""
    dx = max(box.x - point[0], 0.0, point[0] - box.x - box.width)
    dy = max(box.y - point[1], 0.0, point[1] - box.y - box.height)
    return math.hypot(dx, dy)
