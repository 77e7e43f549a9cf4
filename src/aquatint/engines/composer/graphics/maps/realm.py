"""Realms and islands: old paper or sea chart, a coast with its lines, signs, landmarks, a route, a rose, names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import Point, curve, fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.drawing.vector import vector_of
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.lettering import Manner, put, stack
from aquatint.engines.composer.graphics.maps.land import Land, at_sea, make_land, river, spots
from aquatint.engines.composer.graphics.maps.places import (
    DRAWINGS,
    MOST,
    Place,
    keys_of,
    landmarks,
    sites_of,
    split_texts,
)
from aquatint.engines.composer.graphics.maps.symbols import Pen
from aquatint.engines.composer.graphics.page import Page, inset
from aquatint.engines.composer.graphics.palette import legible
from aquatint.engines.composer.graphics.picture import FLAT, Actor, actors, paint_actor
from aquatint.engines.composer.graphics.planned import planned_scene
from aquatint.engines.composer.layout.measures import SCALE_POWER
from aquatint.engines.composer.lexicon.nouns import role
from aquatint.engines.composer.scene import Scene, Text

PAPER, INK, RED = Colour.of("#ead9b0"), Colour.of("#3b2a1a"), Colour.of("#b3261e")
GRAIN_SIDE = 256
"""Pixels of the shorter side at which the age of the paper is painted."""
SIGN = 0.075
"""Size of the signs, of the shorter side."""


def paint(page: Page) -> Iterator[tuple[float, str]]:
    """Sea and land, what stands on it, the labels."""
    words = said(page.scene)
    chart = bool(page.scene.palette) or (
        not count_said(words, ("treasure", "pirate", "old", "fantasy", "vintage", "parchment", "antique"))
        and page.chance.fork("look").random() < 0.5
    )
    paper, ink, land_tone = _tones(page, chart)
    title, places = split_texts(page.scene)
    room = inset(page.full, page.margin * 1.1)
    page.paint_ground(paper)
    _paint_grain(page, ink)
    planned = planned_scene(page.scene)
    land = make_land(_land_room(page, room, bool(split_texts(planned)[0])), page.chance.fork("coast"))
    _paint_coast(page, land, paper, ink, land_tone)
    yield 0.35, "land"
    pen = Pen(page.canvas, ink, land_tone, page.palette.accent if chart else RED, page.short * SIGN)
    marks = _place_all(page, land, places, pen, planned)
    yield 0.7, "places"
    _paint_frame(page, ink)
    corner = page.margin * 2.4
    pen.compass(page.width - corner, page.height - corner, page.short * 0.075)
    if title:
        _paint_title(page, title, room, paper, ink)
    _paint_labels(page, places, marks, land_tone, ink)
    yield 1.0, "labels"


def _tones(page: Page, chart: bool) -> tuple[Colour, Colour, Colour]:
    """Of the sea (or the paper), the ink, and the land."""
    if chart:
        sea = mix(page.palette.soft, Colour.of("#bfe0e6"), 0.7)
        return sea, legible(sea, page.palette.ink), mix(page.palette.paper, Colour.of("#efe3bd"), 0.6)
    return PAPER, INK, mix(PAPER, Colour.of("#f4e7c6"), 0.7)


def _land_room(page: Page, room: Box, titled: bool) -> Box:
    top = page.short * 0.13 if titled else 0.0
    pad = page.short * 0.045
    return Box(room.x + pad, room.y + top + pad, room.width - 2 * pad, room.height - top - 2 * pad)


def _paint_grain(page: Page, ink: Colour) -> None:
    """Blotches of age, and wavelets on the sea."""
    if vector_of(page.canvas) is None:
        _paint_blotches(page, ink)
    pen = Pen(page.canvas, ink, ink, ink, page.short * SIGN * 0.8)
    chance = page.chance.fork("waves")
    for _ in range(26):
        pen.waves(chance.uniform(0.05, 0.93) * page.width, chance.uniform(0.05, 0.95) * page.height)


def _paint_blotches(page: Page, ink: Colour) -> None:
    scale = min(1.0, GRAIN_SIDE / page.short)
    small = skia.Surface(max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    frequency = 3 / (page.short * scale)
    noise = skia.PerlinNoiseShader.MakeFractalNoise(frequency, frequency, 3, 7.0, None)
    rows = [[0, 0, 0, 0, channel] for channel in ink] + [[1.6, 0, 0, 0, -0.72]]
    tint = skia.ColorFilters.Matrix([float(number) for row in rows for number in row])
    small.getCanvas().drawPaint(skia.Paint(Shader=noise, ColorFilter=tint, Alphaf=0.13))
    area = skia.Rect.MakeWH(page.width, page.height)
    page.canvas.drawImageRect(small.makeImageSnapshot(), area, skia.SamplingOptions(skia.FilterMode.kLinear))


def _paint_coast(page: Page, land: Land, paper: Colour, ink: Colour, tone: Colour) -> None:
    """Lines of water along the coast, the land, a shade inside its edge."""
    for reach, alpha in ((46, 0.10), (30, 0.14), (15, 0.2)):
        page.path(land.path, stroke(ink, reach * page.unit * 2, alpha))
        page.path(land.path, stroke(paper, reach * page.unit * 2 - 3.4 * page.unit))
    page.path(land.path, fill(tone))
    page.canvas.save()
    page.canvas.clipPath(land.path, True)
    page.path(land.path, stroke(ink, 40 * page.unit, 0.12, blur=14 * page.unit))
    page.canvas.restore()
    page.path(land.path, stroke(ink, 4 * page.unit))


def _place_all(page: Page, land: Land, places: Sequence[Place], pen: Pen, planned: Scene) -> list[Point]:
    """Signs for the places, the things of the scene, groves and ranges between them, a route to the cross.

    What the prompt ``planned`` has its spots first, so that what an edit adds finds its own between them.
    """
    chance = page.chance.fork("places")
    things = [actor for actor in actors(landmarks(page.scene)) if actor.instance < DRAWINGS][:MOST]
    treasure = bool(count_said(said(page.scene), ("treasure", "pirate")))
    sites = sites_of(page.scene, planned)
    first = spots(land, len(sites.first) + (2 if treasure else 0), page.short * 0.07, chance)
    kinds = [place.symbol for place in places]
    fillers = spots(land, 9, page.short * 0.05, chance.fork("fillers"), first)
    later = spots(land, len(sites.later), page.short * 0.06, chance.fork("later"), [*first, *fillers])
    at = dict(zip([*sites.first, *sites.later], [*first[: len(sites.first)], *later], strict=True))
    points = [at[key] for key in keys_of(page.scene, planned)]
    afloat = at_sea(land, page.inner, page.short * SIGN, sum(map(_floats, things)), chance.fork("sea"))
    for index, thing in enumerate(things):
        points[len(places) + index] = afloat.pop() if _floats(thing) and afloat else points[len(places) + index]
    page.canvas.save()
    page.canvas.clipPath(land.path, True)
    if fillers:
        source = min(fillers, key=lambda p: abs(p[0] - land.middle[0]) + abs(p[1] - land.middle[1]))
        stream = river(land, source, chance.fork("river"))
        page.path(stream, stroke(mix(pen.land, Colour.of("#4f97b5"), 0.8), 9 * page.unit))
    page.canvas.restore()
    if treasure:
        _paint_route(page, first[-2:], pen, chance.fork("route"))
    standing = [(point, ("fill", index)) for index, point in enumerate(fillers)]
    standing += [(point, ("place", index)) for index, point in enumerate(points[: len(places)])]
    standing += [(points[len(places) + index], ("thing", index)) for index in range(len(things))]
    for point, (what, index) in sorted(standing):
        if what == "fill":
            _paint_filler(pen, point, chance.fork("filler", index), page)
        elif what == "place":
            _paint_place(pen, point, kinds[index], chance.fork("place", index))
        else:
            _paint_thing(page, things[index], point)
    return points[: len(places)]


def _floats(actor: Actor) -> bool:
    """Whether a landmark belongs on the sea."""
    return role(actor.item) == "swims"


def _paint_filler(pen: Pen, point: Point, chance: Chance, page: Page) -> None:
    tropical = count_said(said(page.scene), ("pirate", "treasure", "tropical", "island"))
    kind = chance.choice(["range", "grove", "grove", "tufts"])
    x, y = point
    steps = sorted((chance.uniform(-0.5, 0.5), chance.uniform(-1, 1)) for _ in range(4 if kind == "range" else 6))
    for dy, dx in steps:
        at = (x + dx * pen.size, y + dy * pen.size * 0.8)
        if kind == "range":
            pen.mountain(*at, chance.uniform(0.7, 1.0))
        elif kind == "grove":
            (pen.palm if tropical else pen.pine if chance.random() < 0.5 else pen.tree)(
                *at, chance.uniform(0.75, 1.05)
            )
    if kind == "tufts":
        pen.tufts(x, y, chance)


def _paint_place(pen: Pen, point: Point, symbol: str, chance: Chance) -> None:
    x, y = point
    if symbol == "mountain":
        for dx, dy, scale in ((-0.7, -0.1, 0.8), (0.7, -0.05, 0.85), (0.0, 0.12, 1.15)):
            pen.mountain(x + dx * pen.size, y + dy * pen.size, scale)
    elif symbol == "forest":
        for dx, dy in ((-0.8, -0.2), (0.1, -0.35), (0.8, -0.15), (-0.4, 0.1), (0.4, 0.15)):
            pen.tree(x + dx * pen.size, y + dy * pen.size, chance.uniform(1.0, 1.25))
    elif symbol == "water":
        lake = skia.Path()
        lake.addOval(skia.Rect.MakeLTRB(x - pen.size, y - pen.size * 0.5, x + pen.size, y + pen.size * 0.2))
        pen.shape(lake, mix(pen.land, Colour.of("#4f97b5"), 0.7))
    elif symbol == "beach":
        for dx, dy in ((-0.6, 0.0), (0.5, 0.1), (0.0, -0.25)):
            pen.palm(x + dx * pen.size, y + dy * pen.size, chance.uniform(0.8, 1.1))
    elif symbol == "castle":
        pen.castle(x, y)
    elif symbol == "cave":
        pen.cave(x, y)
    elif symbol == "swamp":
        pen.tufts(x, y, chance)
    elif symbol == "desert":
        pen.dunes(x, y)
    else:
        pen.town(x, y)


def _paint_thing(page: Page, actor: Actor, point: Point) -> None:
    """A thing of the scene as a landmark."""
    side = page.short * 0.14 * min(2.0, max(0.5, actor.item.scale**SCALE_POWER))
    box = Box(point[0] - side / 2, point[1] - side * 0.8, side, side)
    paint_actor(page.canvas, actor, box, page.chance, FLAT)


def _paint_route(page: Page, ends: Sequence[Point], pen: Pen, chance: Chance) -> None:
    """A dashed line that winds to the cross."""
    (x0, y0), (x1, y1) = ends
    bend = [(x0, y0)]
    for share in (0.33, 0.66):
        sway = chance.uniform(-0.25, 0.25)
        bend.append((x0 + (x1 - x0) * share - (y1 - y0) * sway, y0 + (y1 - y0) * share + (x1 - x0) * sway))
    bend.append((x1, y1))
    line = stroke(RED, 6 * page.unit)
    line.setPathEffect(skia.DashPathEffect.Make([16 * page.unit, 14 * page.unit], 0))
    page.path(curve(bend), line)
    pen.cross(x1, y1, RED)


def _paint_frame(page: Page, ink: Colour) -> None:
    outer = inset(page.full, page.margin * 0.45)
    page.rectangle(outer, stroke(ink, 6 * page.unit))
    page.rectangle(inset(outer, 12 * page.unit), stroke(ink, 2 * page.unit))


def _paint_title(page: Page, title: Sequence[Text], room: Box, paper: Colour, ink: Colour) -> None:
    """A cartouche of paper at the top."""
    manner = Manner("elegant", paper, ink, ink, ink, biggest=page.short * 0.075)
    pieces = stack(title, (room.width * 0.72, page.short * 0.13), manner)
    pad = page.margin * 0.42
    box = Box(
        page.width / 2 - pieces.width / 2 - 1.6 * pad, room.y, pieces.width + 3.2 * pad, pieces.height + 2 * pad
    )
    page.rectangle(box, fill(paper), pad * 0.4)
    page.rectangle(box, stroke(ink, 3 * page.unit), pad * 0.4)
    put(page.canvas, pieces, page.width / 2, box.y + pad, manner)


def _paint_labels(page: Page, places: Sequence[Place], marks: Sequence[Point], land: Colour, ink: Colour) -> None:
    """Each name below its sign, on a strip of the land's colour, kept inside the page and off the others."""
    taken: list[Box] = []
    manner = Manner("classic", land, ink, ink, ink, biggest=page.short * 0.031)
    for place, (x, y) in zip(places, marks, strict=True):
        pieces = stack([place.text], (page.short * 0.3, page.short * 0.12), manner)
        pad = page.short * 0.008
        left = min(max(x - pieces.width / 2, page.margin), page.width - page.margin - pieces.width)
        top = min(y + page.short * 0.02, page.height - page.margin - pieces.height)
        box = Box(left - pad, top - pad, pieces.width + 2 * pad, pieces.height + 2 * pad)
        while any(_meet(box, other) for other in taken) and box.y > page.margin:
            box = box._replace(y=box.y - page.short * 0.02)
        taken.append(box)
        page.rectangle(box, fill(land, 0.94), pad)
        put(page.canvas, pieces, left + pieces.width / 2, box.y + pad, manner)


def _meet(one: Box, other: Box) -> bool:
    return (
        abs(one.x + one.width / 2 - other.x - other.width / 2) < (one.width + other.width) / 2
        and abs(one.y + one.height / 2 - other.y - other.height / 2) < (one.height + other.height) / 2
    )
