"""Seamless patterns: a tile that meets itself on all sides, repeated a whole number of times over the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.drawing.vector import vector_of
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.cues import data
from aquatint.engines.composer.graphics.label import paint_label
from aquatint.engines.composer.graphics.marks import find_mark, paint_mark
from aquatint.engines.composer.graphics.page import Page, centre
from aquatint.engines.composer.graphics.palette import apart, choose_palette
from aquatint.engines.composer.graphics.picture import FLAT, Actor, actors, paint_actor
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

Spot = tuple[float, float, float, float]
"""x and y as fractions of the tile, size as a fraction of its shorter side, rotation in degrees."""
THINGS_LIFT = 1.22
"""How much larger things are than marks and shapes, which fill their square better."""
_DEAL = (0, 1, 2, 0, 1, 2, 3)
"""Which thing takes which spot, so that equal ones do not stand side by side."""


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """Ground (none when transparent), the tiles, and words on a plate where there are any."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    # Things often share their colour with the field of a palette that was chosen for them.
    grounds = [palette.paper, palette.soft, palette.ink, *([] if scene.items else [palette.field])]
    ground = page.ground(*grounds)
    if not scene.transparent:
        page.paint_ground(ground)
    yield 0.2, "ground"
    _paint_tiles(page, ground)
    yield 0.9, "art"
    paint_label(page)
    yield 1.0, "text"


def _tile_size(size: Size) -> tuple[int, int]:
    """A whole part of the page in both directions, about half its shorter side."""
    wish = min(size.width, size.height) * 0.5
    parts = range(1, 13)

    def best(edge: int) -> int:
        return edge // min((n for n in parts if edge % n == 0), key=lambda n: abs(edge / n - wish))

    return best(size.width), best(size.height)


def _paint_tiles(page: Page, ground: Colour) -> None:
    width, height = _tile_size(page.size)
    vector = vector_of(page.canvas)
    if vector is not None:
        with vector.captured() as parts:
            _paint_tile(page, vector, Size(width, height), ground)
        vector.draw_tiles(parts, width, height)
        return
    surface = skia.Surface(width, height)
    _paint_tile(page, surface.getCanvas(), Size(width, height), ground)
    shader = surface.makeImageSnapshot().makeShader(
        skia.TileMode.kRepeat, skia.TileMode.kRepeat, skia.SamplingOptions()
    )
    page.canvas.drawPaint(fill(shader=shader))


def _paint_tile(page: Page, canvas: Any, size: Size, ground: Colour) -> None:
    tile = Page(canvas, page.scene, size, page.chance, page.palette)
    _paint_fillers(tile, ground, page.chance.fork("fillers"))
    layouts: dict[str, list[Spot]] = data("patterns")
    layout = layouts[page.chance.fork("layout").choice(list(layouts))]
    group = [actor for actor in actors(page.scene.items) if actor.instance == 0]
    for index, spot in enumerate(layout):
        _paint_spot(tile, spot, index, group, ground)


def _paint_spot(tile: Page, spot: Spot, index: int, group: Sequence[Actor], ground: Colour) -> None:
    """One motif, and its parts that stick out on one side again on the other."""
    x, y, size, turn = spot
    chance = tile.chance.fork("spot", index)
    turn += chance.uniform(-10, 10)
    side = chance.vary(size * (THINGS_LIFT if group else 1.0), 0.08) * tile.short
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            middle = (x + dx) * tile.width, (y + dy) * tile.height
            if not (-side < middle[0] < tile.width + side and -side < middle[1] < tile.height + side):
                continue
            tile.canvas.save()
            tile.canvas.translate(*middle)
            tile.canvas.rotate(turn)
            _paint_motif(tile, Box(-side / 2, -side / 2, side, side), index, group, ground)
            tile.canvas.restore()


def _paint_motif(tile: Page, box: Box, index: int, group: Sequence[Actor], ground: Colour) -> None:
    colours = [apart(colour, ground, 1.6) for colour in tile.palette.lively]
    first = index % len(colours)
    tones = (colours[first], colours[(first + 1) % 4], colours[(first + 2) % 4])
    if group:
        actor = group[_DEAL[index % len(_DEAL)] % len(group)]
        aspect = actor.drawing.aspect
        height = box.height / max(1.0, aspect)
        room = Box(box.x, -height / 2, box.width, height)
        paint_actor(tile.canvas, actor, room, tile.chance, FLAT)
    elif name := find_mark(tile.scene):
        paint_mark(tile.canvas, name, box, tones)
    else:
        _paint_shape(tile, box, index, tones)


def _paint_shape(tile: Page, box: Box, index: int, tones: Sequence[Colour]) -> None:
    """Abstract motifs: rings, stars, leaves, arcs."""
    x, y = centre(box)
    radius = box.width / 2
    form = tile.chance.fork("form", index).choice(["rings", "star", "sprig", "fan"])
    if form == "rings":
        for share, tone in zip((1.0, 0.68, 0.34), tones, strict=True):
            tile.circle(x, y, radius * share, fill(tone))
    elif form == "star":
        tile.path(ornaments.star(x, y, radius, 8, 0.45), fill(tones[0]))
        tile.circle(x, y, radius * 0.3, fill(tones[1]))
    elif form == "sprig":
        stem, leaves = ornaments.sprig([(x, y + radius), (x + radius * 0.1, y), (x, y - radius)], 5, radius * 0.8)
        tile.path(leaves, fill(tones[0]))
        tile.path(stem, stroke(tones[1], radius * 0.06))
    else:
        for share, tone in zip((1.0, 0.7, 0.4), tones, strict=True):
            tile.path(
                ornaments.arc_band(x, y + radius * 0.5, radius * share, radius * (share - 0.22), 180, 180),
                fill(tone),
            )


def _paint_fillers(tile: Page, ground: Colour, chance: Chance) -> None:
    """Small dots, crosses or leaves between the motifs."""
    form = chance.choice(["dots", "leaves", "sparks"])
    colour = apart(tile.palette.soft, ground, 1.25)
    for index in range(16):
        x = (index % 4 + 0.5 + chance.uniform(-0.2, 0.2)) / 4 * tile.width
        y = (index // 4 + 0.5 + chance.uniform(-0.2, 0.2)) / 4 * tile.height
        size = tile.short * 0.02
        if form == "dots":
            tile.circle(x, y, size * 0.5, fill(colour))
        elif form == "leaves":
            tile.path(ornaments.leaf(x, y, size * 2, chance.uniform(0, 360)), fill(colour))
        else:
            tile.path(ornaments.star(x, y, size, 4, 0.2), fill(colour))
