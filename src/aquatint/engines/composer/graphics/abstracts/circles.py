"""Circles packed by size, some of them rings, halves or eyes."""

from __future__ import annotations

import math
from collections.abc import Iterator

import skia

from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.graphics.palette import apart

Disc = tuple[float, float, float]


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Ground, large discs, small discs."""
    palette = page.palette
    ground = page.chance.fork("ground").choice([palette.paper, palette.ink, palette.field])
    page.paint_ground(ground)
    yield 0.2, "ground"
    discs = _pack(page, page.chance.fork("pack"))
    colours = [
        apart(colour, ground, 1.35) for colour in (*palette.lively, palette.paper, palette.ink) if colour != ground
    ]
    half = len(discs) // 3
    for index, disc in enumerate(discs):
        _paint_disc(page, disc, colours, page.chance.fork("disc", index))
        if index == half:
            yield 0.6, "large circles"
    yield 1.0, "small circles"


def _pack(page: Page, chance: Chance) -> list[Disc]:
    """Discs that do not touch, large ones first: random places, the radius that the neighbours leave."""
    placed: list[Disc] = []
    for limit, tries in ((0.2, 60), (0.11, 160), (0.06, 420), (0.03, 900)):
        radius = limit * page.short
        for _ in range(round(tries * max(page.aspect, 1 / page.aspect) ** 0.5)):
            x, y = chance.uniform(0, page.width), chance.uniform(0, page.height)
            free = min((math.hypot(x - a, y - b) - r for a, b, r in placed), default=radius)
            size = min(radius, free - page.short * 0.006)
            if size > radius * 0.52:
                placed.append((x, y, size))
    return placed


def _paint_disc(page: Page, disc: Disc, colours: list[Colour], chance: Chance) -> None:
    x, y, radius = disc
    first, second, third = chance.sample(colours, 3)
    form = chance.choice(["disc", "disc", "ring", "half", "eye", "stripes"])
    page.circle(x, y, radius, fill(first))
    if form == "ring":
        page.circle(x, y, radius * 0.62, stroke(second, radius * 0.2))
    elif form == "half":
        box = skia.Rect.MakeLTRB(x - radius, y - radius, x + radius, y + radius)
        page.canvas.drawArc(box, chance.choice([0, 45, 90, 135, 180]), 180, True, fill(second))
    elif form == "eye":
        page.circle(x, y, radius * 0.66, fill(second))
        page.circle(x, y, radius * 0.3, fill(third))
    elif form == "stripes" and radius > page.short * 0.04:
        page.canvas.save()
        clip = skia.Path()
        clip.addCircle(x, y, radius)
        page.canvas.clipPath(clip, True)
        page.canvas.rotate(chance.choice([0, 45, 90, 135]), x, y)
        for line in range(-2, 3):
            page.canvas.drawRect(
                skia.Rect.MakeXYWH(x - radius, y + line * radius * 0.4 - radius * 0.1, 2 * radius, radius * 0.2),
                fill(second),
            )
        page.canvas.restore()
