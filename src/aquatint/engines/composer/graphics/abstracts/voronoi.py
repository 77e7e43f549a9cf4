"""Voronoi: cells around blue-noise points, coloured by a slow gradient over the picture, with leads between."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from aquatint.engines.composer.drawing.brush import Point, fill, polygon, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, shift
from aquatint.engines.composer.graphics.page import Page

NEIGHBOURS = 24
"""How many near points are asked when a cell is cut; farther ones cannot reach it."""


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Ground, cells, a second skin of small facets inside them."""
    palette = page.palette
    page.paint_ground(palette.ink)
    yield 0.1, "ground"
    chance = page.chance.fork("sites")
    sites = _sites(page, chance)
    colours = [palette.main, palette.field, palette.soft, palette.second, palette.accent]
    chance.shuffle(colours)
    lead = stroke(palette.ink, page.unit * chance.choice([0.8, 5.0]))
    for index, site in enumerate(sites):
        cell = _cell(site, sites, page)
        if len(cell) < 3:
            continue
        tone = _tone(site, page, colours, page.chance.fork("cell", index))
        _paint_facets(page, site, cell, tone)
        page.path(polygon(cell), lead)
        if index == len(sites) // 2:
            yield 0.5, "cells"
    yield 1.0, "cells"


def _sites(page: Page, chance: Chance) -> list[Point]:
    """A jittered grid that reaches a little beyond the page."""
    pitch = page.short / chance.choice([6, 8, 10])
    columns, rows = math.ceil(page.width / pitch) + 2, math.ceil(page.height / pitch) + 2
    return [
        ((column - 0.5 + chance.uniform(-0.42, 0.42)) * pitch, (row - 0.5 + chance.uniform(-0.42, 0.42)) * pitch)
        for row in range(rows)
        for column in range(columns)
    ]


def _cell(site: Point, sites: Sequence[Point], page: Page) -> list[Point]:
    """The places nearer to this site than to any other: a square cut by the bisectors to its neighbours."""
    reach = page.short
    x, y = site
    cell = [(x - reach, y - reach), (x + reach, y - reach), (x + reach, y + reach), (x - reach, y + reach)]
    near = sorted(sites, key=lambda other: (other[0] - x) ** 2 + (other[1] - y) ** 2)[1 : NEIGHBOURS + 1]
    for other in near:
        cell = _cut(cell, site, other)
    return cell


def _cut(cell: list[Point], site: Point, other: Point) -> list[Point]:
    """The part of a convex cell on the site's side of the bisector (Sutherland-Hodgman clipping)."""
    middle = (site[0] + other[0]) / 2, (site[1] + other[1]) / 2
    normal = other[0] - site[0], other[1] - site[1]

    def beyond(point: Point) -> float:
        return (point[0] - middle[0]) * normal[0] + (point[1] - middle[1]) * normal[1]

    kept: list[Point] = []
    for start, end in zip(cell, [*cell[1:], *cell[:1]], strict=True):
        a, b = beyond(start), beyond(end)
        if a <= 0:
            kept.append(start)
        if (a < 0 < b) or (b < 0 < a):
            t = a / (a - b)
            kept.append((start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t))
    return kept


def _tone(site: Point, page: Page, colours: Sequence[Colour], chance: Chance) -> Colour:
    """Colours change slowly along a diagonal; one cell in nine breaks rank."""
    if chance.random() < 0.11:
        return chance.choice(list(colours))
    place = (site[0] / page.width * 0.6 + site[1] / page.height * 0.4 + chance.uniform(-0.08, 0.08)) * (
        len(colours) - 1
    )
    index = min(len(colours) - 2, max(0, int(place)))
    return mix(colours[index], colours[index + 1], min(1.0, max(0.0, place - index)))


def _paint_facets(page: Page, site: Point, cell: Sequence[Point], tone: Colour) -> None:
    """Each cell as a low pyramid lit from the upper left."""
    for start, end in zip(cell, [*cell[1:], *cell[:1]], strict=True):
        heading = math.atan2((start[1] + end[1]) / 2 - site[1], (start[0] + end[0]) / 2 - site[0])
        lit = -math.cos(heading - math.radians(50)) * 0.055
        page.path(polygon([site, start, end]), fill(shift(tone, lightness=lit)))
        page.path(polygon([site, start, end]), stroke(shift(tone, lightness=lit), page.unit * 0.8))
