"""Mandalas: rings of petals, arches, dots and leaves about a middle, each ring in its own fold of symmetry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, polygon, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.label import paint_label
from aquatint.engines.composer.graphics.page import Page, centre
from aquatint.engines.composer.graphics.palette import apart, choose_palette
from aquatint.engines.composer.graphics.picture import FLAT, actors, paint_actor
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

RINGS = 7
LINE_ART = ("coloring", "colouring", "line art", "outline", "black and white", "line drawing")


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """Ground, the rings from the outermost inwards, the heart."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    plain = bool(count_said(said(scene), LINE_ART))
    ground = (
        WHITE
        if plain
        else palette.ground or chance.fork("ground").choice([palette.paper, palette.ink, palette.field])
    )
    if not scene.transparent:
        page.paint_ground(ground)
    yield 0.1, "ground"
    x, y = centre(page.full)
    reach = page.short * 0.455
    folds = chance.fork("folds").choice([8, 10, 12, 16])
    previous = ground
    for ring in range(RINGS):
        outer = reach * (1 - ring / RINGS * 0.86)
        inner = reach * (1 - (ring + 1) / RINGS * 0.86)
        tones = _tones(page, ring, previous, plain)
        _paint_ring(page, (x, y), outer, inner, folds * (2 if ring < 2 else 1), tones, chance.fork("ring", ring))
        previous = tones[0]
        yield 0.1 + 0.8 * (ring + 1) / RINGS, f"ring {ring + 1}"
    _paint_heart(page, x, y, reach * 0.14, plain)
    paint_label(page)
    yield 1.0, "heart"


def _tones(page: Page, ring: int, under: Colour, plain: bool) -> tuple[Colour, Colour, Colour]:
    """Of the disc, the figures and the small parts of a ring."""
    if plain:
        return WHITE, WHITE, WHITE
    lively = page.palette.lively
    start = page.chance.fork("tones").randrange(4)
    disc = apart(mix(lively[(ring + start) % 4], page.palette.paper, 0.15 if ring % 2 else 0.0), under, 1.25)
    figure = apart(lively[(ring + start + 1) % 4], disc, 1.6)
    return disc, figure, apart(page.palette.paper if ring % 2 else page.palette.accent, figure, 1.5)


def _paint_ring(
    page: Page,
    middle: tuple[float, float],
    outer: float,
    inner: float,
    folds: int,
    tones: tuple[Colour, Colour, Colour],
    chance: Chance,
) -> None:
    """A disc with a plain or scalloped edge, and one figure repeated along it."""
    disc, figure, small = tones
    ink = page.palette.ink
    line = stroke(ink, 2.6 * page.unit)
    edge = skia.Path()
    if chance.random() < 0.5:
        bump = outer * 3.1416 / folds
        for index in range(folds):
            edge.addCircle(*ornaments.polar(*middle, outer - bump * 0.5, index * 360 / folds), bump * 0.98)
    edge.addCircle(*middle, outer * 0.96)
    edge = skia.Simplify(edge) or edge
    page.path(edge, fill(disc))
    page.path(edge, line)
    draw = chance.choice(FIGURES)
    turn = chance.choice([0.0, 0.5])
    shapes, dots = skia.Path(), skia.Path()
    for index in range(folds):
        angle = (index + turn) * 360 / folds
        shape, dot = draw(middle, outer * 0.94, inner, angle, 360 / folds)
        shapes.addPath(shape)
        dots.addPath(dot)
    page.path(shapes, fill(figure))
    page.path(shapes, line)
    page.path(dots, fill(small))
    page.path(dots, stroke(ink, 2.0 * page.unit))


Figure = Callable[[tuple[float, float], float, float, float, float], tuple[Any, Any]]


def _petal(middle: tuple[float, float], outer: float, inner: float, angle: float, step: float) -> tuple[Any, Any]:
    root = ornaments.polar(*middle, inner * 0.9, angle)
    slim = min(0.6, inner * step / 57.3 * 0.62 / max(1.0, outer - inner * 0.9))
    shape = ornaments.leaf(*root, outer - inner * 0.9, angle, slim)
    dot = ornaments.leaf(*ornaments.polar(*middle, inner, angle), (outer - inner) * 0.5, angle, slim * 0.7)
    return shape, dot


def _arch(middle: tuple[float, float], outer: float, inner: float, angle: float, step: float) -> tuple[Any, Any]:
    shape, dot = skia.Path(), skia.Path()
    half = step * 0.44

    def at(radius: float, share: float) -> tuple[float, float]:
        return ornaments.polar(*middle, radius, angle + share * half)

    shape.moveTo(*at(inner, -1))
    shape.cubicTo(*at(outer, -1), *at(outer * 0.97, -0.3), *at(outer, 0))
    shape.cubicTo(*at(outer * 0.97, 0.3), *at(outer, 1), *at(inner, 1))
    shape.close()
    dot.addCircle(*ornaments.polar(*middle, inner + (outer - inner) * 0.4, angle), (outer - inner) * 0.17)
    return shape, dot


def _beads(middle: tuple[float, float], outer: float, inner: float, angle: float, step: float) -> tuple[Any, Any]:
    shape, dot = skia.Path(), skia.Path()
    between = (outer + inner) / 2
    size = min((outer - inner) * 0.4, between * step / 57.3 * 0.4)
    shape.addCircle(*ornaments.polar(*middle, between, angle), size)
    dot.addCircle(*ornaments.polar(*middle, between, angle), size * 0.5)
    dot.addCircle(*ornaments.polar(*middle, outer - size * 0.3, angle + step / 2), size * 0.26)
    return shape, dot


def _kite(middle: tuple[float, float], outer: float, inner: float, angle: float, step: float) -> tuple[Any, Any]:
    side = (inner + (outer - inner) * 0.45, step * 0.4)
    corners = [
        ornaments.polar(*middle, inner, angle),
        ornaments.polar(*middle, side[0], angle - side[1]),
        ornaments.polar(*middle, outer, angle),
        ornaments.polar(*middle, side[0], angle + side[1]),
    ]
    dot = skia.Path()
    dot.addCircle(*ornaments.polar(*middle, side[0], angle), (outer - inner) * 0.15)
    return polygon(corners), dot


FIGURES: list[Figure] = [_petal, _petal, _arch, _beads, _kite]


def _paint_heart(page: Page, x: float, y: float, radius: float, plain: bool) -> None:
    """A rosette, or the thing that the mandala is about."""
    tone = WHITE if plain else page.palette.paper
    page.circle(x, y, radius, fill(tone))
    page.circle(x, y, radius, stroke(page.palette.ink, 3 * page.unit))
    things = actors(page.scene.items)
    if things and not plain:
        box = Box(x - radius * 0.72, y - radius * 0.72, radius * 1.44, radius * 1.44)
        paint_actor(page.canvas, things[0], box, page.chance, FLAT)
        return
    for index in range(8):
        petal = ornaments.leaf(x, y, radius * 0.9, index * 45, 0.3)
        page.path(petal, fill(tone if plain else page.palette.accent))
        page.path(petal, stroke(page.palette.ink, 2 * page.unit))
