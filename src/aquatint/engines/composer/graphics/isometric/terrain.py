"""The ground of isometric pictures: blocks of land with roads and water, islands, floors and walls."""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from aquatint.engines.composer.drawing.brush import fill, polygon
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, shift
from aquatint.engines.composer.graphics import cues
from aquatint.engines.composer.graphics.isometric.floor import WALL, Plan
from aquatint.engines.composer.graphics.isometric.naming import is_snowy
from aquatint.engines.composer.graphics.isometric.plot import WATERLINE, Plot
from aquatint.engines.composer.graphics.isometric.space import LEFT, RIGHT, Place, Space
from aquatint.engines.composer.graphics.isometric.stands import Stand
from aquatint.engines.composer.scene import Scene

GRASS, SAND, SOIL = Colour.of("#93c468"), Colour.of("#ead49c"), Colour.of("#a9774c")
ROAD, PAVING, SNOW = Colour.of("#6f767f"), Colour.of("#d3d3ce"), Colour.of("#f0f5f8")
SEA, WHITE_LINE, DUNE = Colour.of("#5fb6d3"), Colour.of("#f2efe6"), Colour.of("#e8c283")
SHADOW = Colour.of("#1d2740")
PLINTH, MOON = Colour.of("#e9e0cf"), Colour.of("#bfc2c8")
SURFACES = {"plinth": PLINTH, "moon": MOON}
DEEP = 0.9
"""Of a block of land below its ground, in metres."""
THICK = 0.16
"""Of walls."""
LONG, SLANT = 0.42, -0.22
"""How far a shadow reaches along x and y for each metre of height."""
SHRUNK = {"ball": 0.15, "drum": 0.15, "cone": 0.3, "pyramid": 0.3}
"""Of each side of the bounds of what is round or pointed, before its shadow is taken."""
HIGHEST = 4.0
"""Metres of height that cast a shadow; more would darken the whole plot."""


def surface(scene: Scene, kind: str) -> Colour:
    """Grass, snow, sand or paving."""
    words = cues.said(scene)
    if is_snowy(scene):
        return SNOW
    if kind in SURFACES:
        return SURFACES[kind]
    if kind == "desert" or cues.count_said(words, ("desert", "dune", "mars", "sahara", "egypt")):
        return DUNE
    if kind == "city":
        return PAVING
    return mix(GRASS, Colour.of("#d0a04a"), 0.45) if scene.season == "autumn" else GRASS


def _flat(space: Space, box: tuple[float, float, float, float], colour: Colour, z: float = 0.0) -> None:
    a, b, c, d = box
    space.face([(a, b, z), (c, b, z), (c, d, z), (a, d, z)], colour)


def paint_plot(space: Space, plot: Plot, scene: Scene, chance: Chance) -> None:
    """A block of land with all that lies flat on it."""
    top = surface(scene, plot.kind)
    if plot.kind == "sea":
        _paint_sea(space, plot, chance)
        return
    if plot.kind == "island":
        _paint_island(space, plot, top, chance)
        return
    body = shift(PAVING, lightness=-0.2) if plot.kind in ("city", "plinth", "moon") else SOIL
    w, d = plot.width, plot.depth
    space.box((0, 0, -DEEP), (w, d, DEEP), body)
    space.box((0, 0, -0.28), (w, d, 0.28), top, mix(top, body, 0.35))
    if plot.kind == "city":
        _paint_blocks(space, plot, scene)
        return
    _paint_tufts(space, plot, top, chance)
    for strip in plot.strips:
        _paint_strip(space, plot, strip.kind, strip.start, strip.end, top)
    for pad in plot.pads:
        _flat(space, pad, PAVING)
        _paint_slabs(space, pad)


def _paint_slabs(space: Space, pad: tuple[float, float, float, float]) -> None:
    a, b, c, d = pad
    line = shift(PAVING, lightness=-0.05)
    for i in range(1, int(c - a)):
        _flat(space, (a + i, b, a + i + 0.04, d), line)
    for j in range(1, int(d - b)):
        _flat(space, (a, b + j, c, b + j + 0.04), line)


def _lying(
    plot: Plot, start: float, end: float, low: float = 0.0, high: float | None = None
) -> tuple[float, float, float, float]:
    """The box of a part of a strip."""
    if plot.mirrored:
        return (start, low, end, plot.depth if high is None else high)
    return (low, start, plot.width if high is None else high, end)


def _paint_strip(space: Space, plot: Plot, kind: str, start: float, end: float, top: Colour) -> None:
    if kind in ("river", "sea"):
        last = end >= (plot.width if plot.mirrored else plot.depth) - 0.01
        _paint_water(space, plot, start, end, top, open_end=last)
        return
    length = plot.depth if plot.mirrored else plot.width
    if kind == "road":
        _flat(space, _lying(plot, start, end), PAVING)
        _flat(space, _lying(plot, start + 0.4, end - 0.4), ROAD)
        middle = (start + end) / 2
        for i in range(int(length / 1.2)):
            _flat(space, _lying(plot, middle - 0.05, middle + 0.05, 0.3 + i * 1.2, 0.9 + i * 1.2), WHITE_LINE)
        return
    _flat(space, _lying(plot, start, end), Colour.of("#b5aea2"))
    for i in range(int(length / 0.7)):
        _flat(space, _lying(plot, start + 0.4, end - 0.4, 0.2 + i * 0.7, 0.45 + i * 0.7), Colour.of("#7d5b43"))
    for rail in (start + 0.75, end - 0.87):
        _flat(space, _lying(plot, rail, rail + 0.12), Colour.of("#6d7680"), 0.05)


def _paint_water(space: Space, plot: Plot, start: float, end: float, top: Colour, *, open_end: bool) -> None:
    """Water that lies lower than the land; seen in section where it meets the sides of the block."""
    bank = shift(SAND if top != SNOW else SNOW, lightness=-0.04)
    _flat(space, _lying(plot, start - 0.35, end if open_end else end + 0.35), bank)
    _flat(space, _lying(plot, start, end), SEA)
    _flat(space, _lying(plot, start, start + 0.22), shift(SEA, lightness=-0.07))
    for i in range(3):
        at = start + (end - start) * (0.3 + 0.22 * i)
        length = plot.depth if plot.mirrored else plot.width
        low = length * (0.12 + 0.27 * i)
        _flat(space, _lying(plot, at, at + 0.07, low, low + length * 0.16), shift(SEA, lightness=0.08))
    w, d = plot.width, plot.depth
    if plot.mirrored:
        space.face([(start, d, -0.5), (end, d, -0.5), (end, d, 0), (start, d, 0)], SEA, LEFT)
        if open_end:
            space.face([(w, 0, -0.5), (w, d, -0.5), (w, d, 0), (w, 0, 0)], SEA, RIGHT)
        return
    space.face([(w, start, -0.5), (w, end, -0.5), (w, end, 0), (w, start, 0)], SEA, RIGHT)
    if open_end:
        space.face([(0, d, -0.5), (w, d, -0.5), (w, d, 0), (0, d, 0)], SEA, LEFT)


def _paint_tufts(space: Space, plot: Plot, top: Colour, chance: Chance) -> None:
    """A few blades and flowers in the grass, and patches of another green."""
    if top == PLINTH:
        return
    patch, own = shift(top, lightness=-0.02), chance.fork("tufts")
    for _ in range(int(plot.width * plot.depth / 14)):
        x, y, r = own.uniform(1, plot.width - 1), own.uniform(1, plot.depth - 1), own.uniform(0.35, 0.8)
        space.disc((x, y, 0), r, patch, 0.6)
    if top in (SNOW, DUNE, MOON):
        return
    for _ in range(int(plot.width * plot.depth / 3)):
        place = (own.uniform(0.3, plot.width - 0.3), own.uniform(0.3, plot.depth - 0.3), 0.0)
        tint = own.choice([shift(top, lightness=-0.08), shift(top, lightness=0.06), Colour.of("#f7e08b")])
        space.disc(place, 0.06, tint)


def _paint_blocks(space: Space, plot: Plot, scene: Scene) -> None:
    """Crossing roads with their markings, and the green of the front block."""
    strip = plot.strips[0]
    w, middle = plot.width, (strip.start + strip.end) / 2
    for box in ((0, strip.start, w, strip.end), (strip.start, 0, strip.end, w)):
        _flat(space, box, ROAD)
    for i in range(int(w / 1.3)):
        at = 0.35 + 1.3 * i
        if strip.start - 1.2 < at < strip.end:
            continue
        _flat(space, (at, middle - 0.06, at + 0.65, middle + 0.06), WHITE_LINE)
        _flat(space, (middle - 0.06, at, middle + 0.06, at + 0.65), WHITE_LINE)
    for i in range(6):
        at = strip.start + 0.25 + i * 0.56
        _flat(space, (at, strip.start - 1.0, at + 0.3, strip.start - 0.2), WHITE_LINE)
        _flat(space, (strip.start - 1.0, at, strip.start - 0.2, at + 0.3), WHITE_LINE)
    green = surface(scene, "park")
    low = strip.end + 0.5
    _flat(space, (low, low, w - 0.5, w - 0.5), green)
    _flat(space, (low, (low + w) / 2 - 0.75, w - 0.5, (low + w) / 2 + 0.25), SAND)


def _paint_island(space: Space, plot: Plot, top: Colour, chance: Chance) -> None:
    """A block of sea with a beach and grass in it."""
    _paint_sea(space, plot, chance)
    for grown, alpha in ((1.3, 0.35), (0.8, 0.5)):
        _ring(space, plot, grown, WATERLINE, Colour.of("#9bdcda"), alpha)
    for step in range(6):
        _ring(space, plot, 0.35, WATERLINE + 0.02 * step, shift(SAND, lightness=-0.06), 1.0)
    _ring(space, plot, 0.35, -0.06, SAND, 1.0)
    for step in range(4):
        _ring(space, plot, -0.35, -0.06 + 0.015 * step, mix(top, SOIL, 0.4), 1.0)
    _ring(space, plot, -0.35, 0.0, top, 1.0)


def _paint_sea(space: Space, plot: Plot, chance: Chance) -> None:
    """A block of water with a few crests."""
    w, d = plot.width, plot.depth
    space.box((0, 0, -DEEP), (w, d, DEEP + WATERLINE), SEA, shift(SEA, lightness=-0.03))
    own = chance.fork("waves")
    for _ in range(int(w * d / 14)):
        x, y = own.uniform(0.4, w - 1.6), own.uniform(0.4, d - 0.6)
        _flat(space, (x, y, x + own.uniform(0.5, 1.2), y + 0.08), shift(SEA, lightness=0.09), WATERLINE)


def _ring(space: Space, plot: Plot, grown: float, z: float, colour: Colour, alpha: float) -> None:
    places: list[Place] = []
    for i in range(64):
        angle = 2 * math.pi * i / 64
        reach = plot.coast(angle) + grown
        x, y = plot.width / 2 + math.cos(angle) * reach, plot.depth / 2 + math.sin(angle) * reach
        places.append((min(plot.width, max(0.0, x)), min(plot.depth, max(0.0, y)), z))
    space.face(places, colour, alpha=alpha)


def paint_room(
    space: Space, plan: Plan, colours: tuple[Colour, Colour], floor: Sequence[Colour], planks: bool
) -> None:
    """A floor and two walls with their thickness; ``colours`` are of the walls and of their skirting."""
    w, d = plan.width, plan.depth
    wall, skirting = colours
    cap = shift(wall, lightness=0.03)
    space.box((-THICK, -THICK, -0.3), (w + THICK, d + THICK, 0.3), shift(floor[0], lightness=-0.12))
    space.box((-THICK, -THICK, 0), (THICK, d + THICK, WALL), cap, wall)
    space.box((-THICK, -THICK, 0), (w + THICK, THICK, WALL), cap, wall)
    space.face([(0, 0, 0), (0, d, 0), (0, d, WALL), (0, 0, WALL)], wall, RIGHT * 0.6)
    space.face([(0, 0, 0), (w, 0, 0), (w, 0, WALL), (0, 0, WALL)], wall, 0.0)
    _flat(space, (0, 0, w, d), floor[0])
    if planks:
        _paint_planks(space, w, d, floor)
    else:
        _paint_tiles(space, w, d, floor)
    space.face([(0, 0, 0), (0, d, 0), (0, d, 0.14), (0, 0, 0.14)], skirting, RIGHT * 0.6)
    space.face([(0, 0, 0), (w, 0, 0), (w, 0, 0.14), (0, 0, 0.14)], skirting)


def paint_track(space: Space, plan: Plan) -> None:
    """The track of a station along the front of its platform."""
    w, d = plan.width, plan.depth
    _flat(space, (0, d - 2.6, w, d), Colour.of("#6f6a66"))
    _flat(space, (0, d - 2.85, w, d - 2.65), Colour.of("#f0c145"))
    for i in range(int(w / 0.6)):
        _flat(space, (0.1 + i * 0.6, d - 2.2, 0.3 + i * 0.6, d - 0.4), Colour.of("#54463c"))
    for rail in (d - 1.9, d - 0.8):
        _flat(space, (0, rail, w, rail + 0.1), Colour.of("#aab4bb"))


def _paint_planks(space: Space, w: float, d: float, floor: Sequence[Colour]) -> None:
    """Boards along x, every other one a little darker, with their joints."""
    width = 0.28
    for row in range(math.ceil(d / width)):
        low, high = row * width, min(d, (row + 1) * width)
        _flat(space, (0, low, w, high), mix(floor[0], floor[1], (row * 37 % 5) / 4))
        for i in range(int(w / 1.7) + 1):
            at = i * 1.7 + (row * 0.61) % 1.7
            if at < w - 0.05:
                _flat(space, (at, low, at + 0.025, high), shift(floor[1], lightness=-0.06))


def _paint_tiles(space: Space, w: float, d: float, floor: Sequence[Colour]) -> None:
    size = 0.6
    for i in range(math.ceil(w / size)):
        for j in range(math.ceil(d / size)):
            if (i + j) % 2:
                _flat(space, (i * size, j * size, min(w, (i + 1) * size), min(d, (j + 1) * size)), floor[1])


def paint_shadows(space: Space, stands: Sequence[Stand], bounds: tuple[float, float], strength: float) -> None:
    """The shadows of all that stands on the ground, as one, within the ground."""
    shape = skia.Path()
    for stand in stands:
        if stand.z < 0.2 and stand.want.height > 0.15 and not (stand.want.model and stand.want.model.flag("flat")):
            _add_shadow(shape, space, stand)
    w, d = bounds
    space.canvas.save()
    space.canvas.clipPath(polygon([space.at(0, 0), space.at(w, 0), space.at(w, d), space.at(0, d)]), True)
    space.canvas.drawPath(shape, fill(SHADOW, strength))
    space.canvas.restore()


def _add_shadow(shape: skia.Path, space: Space, stand: Stand) -> None:
    """Of each solid of a thing the shadow of its bounds: all outlines run the same way, so that they unite."""
    model = stand.want.model
    if model is None:
        (a, b, _), (c, d, _) = stand.bounds
        _add_hull(shape, space, (a, b, c, d), 0.0, min(1.0, stand.want.height * 0.5))
        return
    for part in model.parts(stand.quarter):
        if part.kind in ("glow", "disc", "face", "fronds"):
            continue
        (a, b, low), (c, d, high) = part.low, part.high
        shrink = SHRUNK.get(part.kind, 0.0)
        u, v = (c - a) * shrink, (d - b) * shrink
        box = (stand.x + a + u, stand.y + b + v, stand.x + c - u, stand.y + d - v)
        _add_hull(shape, space, box, min(HIGHEST, max(0.0, low)), min(HIGHEST, high))


def _add_hull(
    shape: skia.Path, space: Space, box: tuple[float, float, float, float], low: float, high: float
) -> None:
    """The ground between a rectangle's shadow from ``low`` and from ``high``."""
    a, b, c, d = box
    p, q, r, s = low * LONG, low * SLANT, high * LONG, high * SLANT
    corners = [(a + p, d + q), (a + p, b + q), (a + r, b + s), (c + r, b + s), (c + r, d + s), (c + p, d + q)]
    shape.addPath(polygon([space.at(x, y) for x, y in corners]))
