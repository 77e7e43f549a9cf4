"""Parts of pieces that chance completes: rows of books and jars, panes of which some are lit, views, leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import skia

from aquatint.engines.composer.backdrops.buildings import LAMP, LAMPS
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.pieces.shapes import Shape
from aquatint.engines.composer.backdrops.pieces.views import outlook, space
from aquatint.engines.composer.backdrops.trees import scallop
from aquatint.engines.composer.drawing.brush import fill, radial
from aquatint.engines.composer.drawing.colour import mix, shift

Tone = Callable[[str], Any]
SPINES = ("#b5483f", "#2f6b7d", "#d9a441", "#5b7f4f", "#7a4f7d", "#e3d3b8", "#394a66", "#8c5a3c")
JARS = ("#c9b08c", "#8fa39a", "#b5715a", "#d9cdb8", "#d9a441", "#7f8fa0", "#c96f52")
CRUSTS = ("#c98a4b", "#b87438", "#d9a765", "#a8622f")
FLASKS = ("#4f7d5f", "#8c4a32", "#c9a34a", "#5f7f99", "#a33f4a", "#3f5a4a")
BLOOMS = ("#f2737a", "#ffd24d", "#f7c9dc", "#b9a2e6", "#ffffff", "#f5a04e")


def panes(easel: Easel, shape: Shape, tone: Tone, far: float) -> None:
    """A grid of windows: dark glass by day, lamps behind some of them at night. The colour is the glass's."""
    left, low, right, high = shape.box
    columns, rows = (int(number) for number in shape.numbers[4:6])
    wide, tall = (right - left) / columns, (high - low) / rows
    dark, chance = easel.air.light.darkness, easel.chance
    share = 0.0 if dark < 0.3 else 0.25 + 0.4 * dark
    paths = [skia.Path() for _ in range(len(LAMPS) + 1)]
    for row in range(rows):
        for column in range(columns):
            which = chance.randrange(len(LAMPS)) if chance.random() < share else len(LAMPS)
            x, y = left + (column + 0.2) * wide, low + (row + 0.18) * tall
            paths[which].addRect(skia.Rect.MakeXYWH(x, y, wide * 0.6, tall * 0.64))
    for lamp, path in zip(LAMPS, paths, strict=False):
        easel.paint(path, mix(lamp, easel.stage.light.haze, far * 0.45), 0.95)
    easel.paint(paths[-1], tone(shape.colour or "glass"), shape.alpha)


def _row(easel: Easel, shape: Shape, thickness: tuple[float, float], gap: float) -> list[tuple[float, float]]:
    """x and width (centimetres) of things that stand side by side."""
    left, _, right, high = shape.box
    tall = high - shape.numbers[1]
    found: list[tuple[float, float]] = []
    x = left
    while True:
        wide = easel.chance.uniform(*thickness) * tall
        if x + wide > right:
            return found
        found.append((x, wide))
        x += wide * (1 + gap)


def books(easel: Easel, shape: Shape, tone: Tone, far: float) -> None:
    """Spines of uneven height; now and then a gap."""
    paths = [skia.Path() for _ in SPINES]
    _, low, _, high = shape.box
    for x, wide in _row(easel, shape, (0.1, 0.24), 0.06):
        tall = (high - low) * easel.chance.uniform(0.66, 0.97)
        if easel.chance.random() < 0.93:
            paths[easel.chance.randrange(len(paths))].addRect(skia.Rect.MakeXYWH(x, low, wide, tall))
    for code, path in zip(SPINES, paths, strict=True):
        easel.paint(path, tone(code))


def goods(easel: Easel, shape: Shape, tone: Tone, far: float) -> None:
    """Jars, tins and boxes."""
    _, low, _, high = shape.box
    for x, wide in _row(easel, shape, (0.4, 0.7), 0.25):
        tall = (high - low) * easel.chance.uniform(0.55, 0.95)
        body, lid = skia.Path(), skia.Path()
        body.addRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x, low, wide, tall), wide * 0.12, wide * 0.12))
        lid.addRect(skia.Rect.MakeXYWH(x + wide * 0.12, low + tall, wide * 0.76, tall * 0.1))
        code = easel.chance.choice(JARS)
        easel.paint(body, tone(code))
        easel.paint(lid, tone(f"{code}-12"))


def loaves(easel: Easel, shape: Shape, tone: Tone, far: float) -> None:
    """Round and long loaves with lit crusts."""
    _, low, _, high = shape.box
    for x, wide in _row(easel, shape, (0.9, 1.5), 0.12):
        tall, code = (high - low) * easel.chance.uniform(0.55, 0.9), easel.chance.choice(CRUSTS)
        body, shine = skia.Path(), skia.Path()
        body.addRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x, low, wide, tall), wide * 0.4, tall * 0.5))
        shine.addOval(skia.Rect.MakeXYWH(x + wide * 0.18, low + tall * 0.55, wide * 0.5, tall * 0.28))
        easel.paint(body, tone(code))
        easel.paint(shine, tone(f"{code}+10"), 0.8)


def bottles(easel: Easel, shape: Shape, tone: Tone, far: float) -> None:
    """Bottles and flasks."""
    _, low, _, high = shape.box
    paths = [skia.Path() for _ in FLASKS]
    for x, wide in _row(easel, shape, (0.2, 0.3), 0.45):
        tall = (high - low) * easel.chance.uniform(0.7, 1.0)
        path = paths[easel.chance.randrange(len(paths))]
        path.addRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x, low, wide, tall * 0.66), wide / 4, wide / 4))
        path.addRect(skia.Rect.MakeXYWH(x + wide * 0.34, low + tall * 0.6, wide * 0.32, tall * 0.4))
    for code, path in zip(FLASKS, paths, strict=True):
        easel.paint(path, tone(code))


def leaves(easel: Easel, shape: Shape, tone: Tone, far: float) -> None:
    """A heap of leaves in three values."""
    x, y, rx, ry = shape.numbers[:4]
    colour, side = tone(shape.colour or "leafy"), easel.toward
    for step, dx, dy, share in ((-0.08, 0.0, 0.0, 1.0), (0.0, 0.1, 0.14, 0.8), (0.07, 0.24, 0.3, 0.48)):
        heap = scallop((x + side * dx * rx, y + dy * ry), rx * share, ry * share, 11, easel.chance)
        easel.paint(heap, shift(colour, lightness=step), shape.alpha)
    if easel.air.snow and "indoor" not in shape.options:
        easel.paint(scallop((x, y + ry * 0.55), rx * 0.7, ry * 0.36, 9, easel.chance), tone("snowy"), 0.92)


def flowers(easel: Easel, shape: Shape, tone: Tone, far: float) -> None:
    """A heap of leaves with blossoms on it; without blossoms under snow."""
    leaves(easel, shape, tone, far)
    if easel.air.snow and "indoor" not in shape.options:
        return
    x, y, rx, ry = shape.numbers[:4]
    codes = easel.chance.sample(BLOOMS, 2)
    for code in codes:
        path = skia.Path()
        for _ in range(9):
            dx, dy = easel.chance.uniform(-0.8, 0.8), easel.chance.uniform(-0.7, 0.85)
            path.addCircle(x + dx * rx, y + dy * ry * (1 - 0.4 * abs(dx)), min(rx, ry) * 0.13)
        easel.paint(path, tone(code))


def view(easel: Easel, shape: Shape, tone: Tone, far: float) -> None:
    """What one sees through a window: sky, then hills, a town or the sea."""
    outlook(easel, shape.box, kind=shape.colour)


def stars(easel: Easel, shape: Shape, tone: Tone, far: float) -> None:
    """A window on space."""
    space(easel, shape.box)


def light(easel: Easel, shape: Shape, tone: Tone, far: float) -> None:
    """A glow that comes with the dark; of the colour given, else of a lamp. ``always`` shines by day too."""
    x, y, radius = shape.numbers
    dark = easel.air.light.darkness
    strength = 0.8 * max(dark, 0.45 if "always" in shape.options else 0.0)
    if strength < 0.15:
        return
    colour = tone(f"!{shape.colour}") if shape.colour not in ("", "always") else LAMP
    stops = [
        (0.0, colour, strength * shape.alpha),
        (0.3, colour, strength * 0.4 * shape.alpha),
        (1.0, colour, 0.0),
    ]
    paint = fill(shader=radial((x, y), radius, stops), blend=skia.BlendMode.kScreen)
    easel.canvas.drawCircle(x, y, radius, paint)
