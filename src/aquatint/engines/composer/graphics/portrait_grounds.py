"""Grounds of portraits: painted in the dark manner, a disc, two fields, the light of a window, or soft leaves."""

from __future__ import annotations

from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, linear, polygon, radial
from aquatint.engines.composer.drawing.colour import BLACK, Colour, mix, shift
from aquatint.engines.composer.drawing.vector import vector_of
from aquatint.engines.composer.graphics import ornaments
from aquatint.engines.composer.graphics.page import Page

GROUND_SIDE = 512
"""Pixels of the shorter side at which soft grounds are painted."""
MANNERS = ("painted", "painted", "disc", "fields", "window", "leaves")
DRAMATIC = frozenset({"painted", "window"})
"""Grounds that take a vignette."""


def manner_of(page: Page) -> str:
    """Which ground a portrait has, by chance."""
    return page.chance.fork("setting").choice(MANNERS)


def paint_ground(page: Page, manner: str, tone: Colour, light: Colour) -> None:
    """Paint the ground over the whole page. ``tone`` is its colour, ``light`` that of the key light."""
    if manner == "painted":
        _soft(page, lambda small: _painted(small, tone, light))
    elif manner == "disc":
        _disc(page, tone)
    elif manner == "fields":
        _fields(page, tone)
    elif manner == "window":
        _soft(page, lambda small: _window(small, tone, light))
    else:
        _soft(page, lambda small: _leaves(small, tone, light))


def _soft(page: Page, paint: Any) -> None:
    """Paint small and enlarge, as all of it is soft."""
    if vector_of(page.canvas) is not None:
        paint(page)
        return
    scale = min(1.0, GROUND_SIDE / page.short)
    small = skia.Surface(max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    canvas = small.getCanvas()
    canvas.scale(scale, scale)
    paint(Page(canvas, page.scene, page.size, page.chance, page.palette))
    canvas.resetMatrix()
    _grain(canvas, page.chance.fork("grain").randrange(1, 30000))
    area = skia.Rect.MakeWH(page.width, page.height)
    page.canvas.drawImageRect(small.makeImageSnapshot(), area, skia.SamplingOptions(skia.FilterMode.kLinear))


def _painted(page: Page, tone: Colour, light: Colour) -> None:
    """Dark at the edges and behind the lit side, lighter behind the shadow side."""
    page.paint_ground(mix(tone, BLACK, 0.45))
    glow = mix(tone, Colour(0.95, 0.82, 0.62), 0.34)
    at = (page.width * 0.60, page.height * 0.36)
    reach = max(page.width, page.height) * 0.66
    page.canvas.drawPaint(fill(shader=radial(at, reach, [(0, glow, 1), (0.5, tone, 0.9), (1, tone, 0)])))
    page.canvas.drawPaint(fill(shader=radial((0.0, 0.0), reach * 1.2, [(0, light, 0.22), (1, light, 0)])))


def _disc(page: Page, tone: Colour) -> None:
    """A flat tone and a lighter disc behind the head."""
    field = shift(tone, lightness=0.34, chroma=1.2)
    page.paint_ground(field)
    radius = page.short * 0.36
    page.circle(page.width / 2, page.height * 0.42, radius, fill(shift(field, lightness=0.13, hue=18)))
    page.circle(page.width / 2, page.height * 0.42, radius * 0.8, fill(shift(field, lightness=0.18, hue=30)))


def _fields(page: Page, tone: Colour) -> None:
    """Two flat fields that meet behind the sitter, and a bar."""
    field = shift(tone, lightness=0.28, chroma=1.3)
    page.paint_ground(field)
    turn = page.chance.fork("turn").choice([40, -60, 120])
    other = shift(field, lightness=0.16, hue=turn)
    cut = page.width * page.chance.fork("cut").choice([0.4, 0.5, 0.62])
    page.rectangle(Box(cut, 0.0, page.width - cut, page.height), fill(other))
    bar = Box(cut, page.height * 0.16, page.width - cut, page.height * 0.02)
    page.rectangle(bar, fill(shift(field, lightness=-0.12)))


def _window(page: Page, tone: Colour, light: Colour) -> None:
    """A wall with the slanted light of a window."""
    wall = shift(tone, lightness=0.12)
    stops = [(0.0, wall, 1.0), (1.0, mix(wall, BLACK, 0.35), 1.0)]
    page.canvas.drawPaint(fill(shader=linear((0, 0), (page.width, page.height), stops)))
    side = page.short * 0.24
    left, top = page.width * 0.42, page.height * 0.08
    for column in range(2):
        for row in range(3):
            x, y = left + column * side * 1.1, top + row * side * 1.1 - column * side * 0.3
            pane = [(x, y), (x + side, y - side * 0.28), (x + side, y + side * 0.72), (x, y + side)]
            page.path(polygon(pane), fill(mix(wall, light, 0.55), 0.75, blur=side * 0.03))


def _leaves(page: Page, tone: Colour, light: Colour) -> None:
    """Green depth: large soft leaves and spots of light."""
    deep = mix(tone, Colour.of("#23402f"), 0.7)
    page.paint_ground(deep)
    chance = page.chance.fork("leaves")
    for _ in range(34):
        at = (chance.uniform(-0.1, 1.1) * page.width, chance.uniform(-0.1, 1.1) * page.height)
        green = shift(deep, lightness=chance.uniform(-0.05, 0.2), chroma=1.4, hue=chance.uniform(-25, 25))
        leaf = ornaments.leaf(*at, page.short * chance.uniform(0.15, 0.34), chance.uniform(0, 360), 0.42)
        page.path(leaf, fill(green, 0.7, blur=page.short * chance.uniform(0.006, 0.02)))
    for _ in range(9):
        at = (chance.uniform(0, 1) * page.width, chance.uniform(0, 0.7) * page.height)
        page.circle(*at, page.short * chance.uniform(0.015, 0.05), fill(light, 0.16, blur=page.short * 0.008))


def _grain(canvas: Any, seed: int) -> None:
    noise = skia.PerlinNoiseShader.MakeFractalNoise(0.011, 0.019, 4, seed, None)
    grey = skia.ColorFilters.Matrix([0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0.5, 2.4, 0, 0, 0, -0.9])
    canvas.drawPaint(skia.Paint(Shader=noise, ColorFilter=grey, Alphaf=0.16, BlendMode=skia.BlendMode.kSoftLight))
