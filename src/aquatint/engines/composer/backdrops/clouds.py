"""Families of clouds: what the sky of a picture is made of, one family at a time."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import skia

from aquatint.engines.composer.backdrops import sky
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.drawing.brush import Point
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import mix


def clouds(easel: Easel, amount: float = 1.0) -> None:
    """The clouds of the air, ``amount`` times as many; a closed sky is made of billows."""
    if amount <= 0:
        return
    closed = easel.air.cover > 0.6
    FAMILIES["billows" if closed else easel.air.clouds](easel, amount)


def _none(easel: Easel, amount: float) -> None:
    """No cloud at all."""


def _billow(easel: Easel, centre: Point, width: float, far: float, chance: Chance, *, tall: float = 1.0) -> None:
    """A heap cloud that thins out to nothing at its foot: a bright rim toward the light, a body, a soft base."""
    lit, shade = sky.cloud_colours(easel, far)
    base = centre[1]
    puffs = _heap(centre, width, chance, tall)
    top = min(y - radius for _, y, radius in puffs)
    rim, body = skia.Path(), skia.Path()
    for px, py, radius in puffs:
        rim.addCircle(px, py, radius)
        body.addCircle(px - easel.toward * radius * 0.16, py + radius * 0.2, radius * 0.97)
    middle = mix(lit, shade, 0.42)
    fades = ((0, lit, 0.96), (0.5, mix(lit, shade, 0.2), 0.9), (0.82, middle, 0.5), (1, shade, 0.0))
    easel.shade(rim, easel.fade((0, top), (0, base), *fades))
    soft = ((0, middle, 0.1), (0.45, middle, 0.5), (0.8, shade, 0.42), (1, shade, 0.0))
    easel.shade(body, easel.fade((0, top), (0, base), *soft))


def _heap(centre: Point, width: float, chance: Chance, tall: float) -> list[tuple[float, float, float]]:
    """Circles (x, y, radius) of an uneven heap: a broad foot, and smaller ones piled on it off the middle."""
    x, base = centre
    lean = chance.uniform(-0.16, 0.16)
    puffs = []
    for i in range(8):
        place = (i + chance.uniform(0.2, 0.8)) / 8 - 0.5
        size = width * max(0.045, 0.155 - 0.2 * abs(place - lean * 0.5)) * chance.uniform(0.8, 1.15)
        puffs.append((x + place * width * 0.9, base - size * 0.75, size))
    rows = max(2, round(2.6 * tall))
    up = 0.1 * width
    for row in range(rows):
        share = 1 - row / (rows + 1)
        for k in range(3):
            size = width * (0.06 + 0.075 * share) * chance.uniform(0.8, 1.2)
            off = (lean * (1.2 - share) + (k - 1) * 0.15 * share * chance.uniform(0.6, 1.2)) * width
            puffs.append((x + off, base - up - size * 0.3 * chance.random(), size))
        up += width * (0.05 + 0.055 * share)
    return puffs


def _billows(easel: Easel, amount: float) -> None:
    """A few large billows of unlike size, one of them dominant, and small ones far down."""
    chance = easel.chance
    lead = chance.choice((0.22, 0.36, 0.68, 0.82))
    spots = [(lead, 0.56, 0.46, 0.0), (1.04 - lead + chance.uniform(-0.1, 0.1), 0.36, 0.24, 0.25)]
    spots += [(chance.random(), chance.uniform(0.7, 0.84), chance.uniform(0.12, 0.2), 0.6) for _ in range(3)]
    if easel.air.cover > 0.6:
        spots += [(chance.random(), chance.uniform(0.24, 0.6), chance.uniform(0.3, 0.5), 0.15) for _ in range(3)]
    for i, (at, down, size, far) in enumerate(sorted(spots, key=lambda spot: -spot[3])):
        for copy in range(max(1, round(easel.span * 0.6))):
            one = easel.chance.fork("billow", i, copy)
            x = (at + copy * 0.53) % 1.0 * easel.width
            width = one.vary(size, 0.15) * 1000 * easel.unit * (0.7 + 0.3 * amount)
            base = max(down * easel.horizon, 0.42 * width)
            _billow(easel, (sky.beside_disc(easel, x, base, width), base), width, far, one)


def _towers(easel: Easel, amount: float) -> None:
    """Towering heaps that rise behind the horizon, higher toward one side."""
    chance = easel.chance
    side, count = chance.choice((-1, 1)), round(5 * (0.45 + 0.55 * easel.span))
    for row, (far, share) in enumerate(((0.55, 1.0), (0.25, 0.72))):
        for i in range(count):
            one = easel.chance.fork("tower", row, i)
            at = (i + one.uniform(0.1, 0.9)) / count
            slope = 0.35 + 0.65 * (at if side > 0 else 1 - at) ** 1.4
            width = one.uniform(0.26, 0.4) * 1000 * easel.unit * (0.5 + 0.5 * amount)
            reach = slope * share * one.uniform(0.8, 1.2) * min(easel.horizon, 620 * easel.unit)
            tall = max(0.6, min(3.2, 2.4 * reach / width))
            base = easel.horizon * (1.02 - 0.06 * row)
            _billow(easel, (at * easel.width, base), width * (1.1 if row else 1.0), far, one, tall=tall)


def _bank(easel: Easel, amount: float) -> None:
    """A long low bank above the horizon, and one thin streak far over it."""
    count = round(9 * (0.4 + 0.6 * easel.span))
    for row, (down, far, size) in enumerate(((0.86, 0.62, 0.2), (0.97, 0.4, 0.24))):
        for i in range(count):
            one = easel.chance.fork("bank", row, i)
            x = (i + one.uniform(-0.2, 1.2)) / count * easel.width
            width = one.vary(size, 0.45) * 1000 * easel.unit
            _billow(easel, (x, down * easel.horizon + 0.1 * width), width, far, one, tall=one.uniform(0.4, 1.1))
    chance = easel.chance.fork("streak")
    spot = (chance.uniform(0.2, 0.8) * easel.width, chance.uniform(0.3, 0.5) * easel.horizon)
    sky.streak_cloud(easel, spot, 0.5 * 1000 * easel.unit * amount, 0.3, chance)


def _cirrus(easel: Easel, amount: float) -> None:
    """Feathers of ice: wide faint veils with a few finer bowed strokes in them, all drifting one way."""
    lit, _ = sky.cloud_colours(easel, 0.1)
    chance = easel.chance
    drift, slope = chance.choice((-1, 1)), chance.uniform(0.12, 0.42)
    for i in range(round(5 * (0.5 + 0.5 * easel.span) * amount)):
        one = chance.fork(i)
        x, y = one.uniform(-0.15, 0.95) * easel.width, one.uniform(0.14, 0.7) * easel.horizon
        length = one.uniform(0.34, 0.8) * 1000 * easel.unit
        veil, strokes = skia.Path(), skia.Path()
        for k in range(7):
            part = one.fork(k)
            run = length * part.uniform(0.5, 1.0)
            start = (
                x + drift * part.uniform(-0.1, 0.2) * length,
                y + (k - 3) * length * part.uniform(0.012, 0.03),
            )
            thick = run * part.uniform(0.03, 0.055) if k % 3 == 0 else run * part.uniform(0.006, 0.014)
            _feather(
                veil if k % 3 == 0 else strokes, start, drift * run, -slope * run * part.uniform(0.8, 1.2), thick
            )
        left, right = x - drift * 0.1 * length, x + drift * 1.05 * length
        for path, power in ((veil, 0.34), (strokes, 0.5)):
            fades = ((0, lit, 0.0), (0.12, lit, power), (0.45, lit, power * 0.7), (1, lit, 0.0))
            easel.shade(path, easel.fade((left, 0), (right, 0), *fades))


def _feather(path: Any, start: Point, across: float, up: float, thick: float) -> None:
    """Add a stroke that begins with a hook and thins out along its bow."""
    x, y = start
    path.moveTo(x, y)
    path.cubicTo(x + across * 0.12, y - thick, x + across * 0.5, y + up * 0.3 - thick, x + across, y + up)
    path.cubicTo(x + across * 0.5, y + up * 0.3 + thick, x + across * 0.12, y + thick * 1.6, x, y)
    path.close()


def _mackerel(easel: Easel, amount: float) -> None:
    """A field of small soft flecks in rows that shrink toward the horizon, open on one side."""
    lit, shade = sky.cloud_colours(easel, 0.15)
    chance = easel.chance
    open_at, tilt = chance.choice((0.0, 1.0)), chance.uniform(-0.16, 0.16)
    flecks, under = skia.Path(), skia.Path()
    rows = 14
    for row in range(rows):
        part = (row + 0.5) / rows
        scale = (1 - part) ** 1.2 + 0.14
        y = easel.horizon * (0.02 + 0.82 * part**0.85)
        step = 0.06 * 1000 * easel.unit * scale
        wave = chance.uniform(0, math.tau)
        for i in range(int(easel.width / step) + 2):
            x = (i + chance.uniform(-0.35, 0.35)) * step
            at = x / easel.width
            dense = abs(at - open_at) ** 0.8 * (0.6 + 0.4 * amount) * (0.95 + 0.4 * math.sin(7 * at + wave))
            if chance.random() > dense:
                continue
            wide, tall = step * chance.uniform(0.75, 1.5), step * chance.uniform(0.2, 0.42)
            fleck_y = y + tilt * (at - 0.5) * easel.horizon + chance.uniform(-0.3, 0.3) * step
            flecks.addOval(skia.Rect.MakeXYWH(x, fleck_y - tall, wide, tall))
            under.addOval(skia.Rect.MakeXYWH(x + 0.1 * wide, fleck_y - tall * 0.6, wide * 0.9, tall))
    fades = ((0, lit, 0.6), (0.55, lit, 0.45), (1, mix(lit, shade, 0.3), 0.15))
    easel.paint(under, mix(lit, shade, 0.5), 0.3)
    easel.shade(flecks, easel.fade((0, 0), (0, easel.horizon), *fades))


def _layers(easel: Easel, amount: float) -> None:
    """Broad flat sheets, one above the other, each with a soft crest and a misty foot."""
    chance = easel.chance
    for i in range(3 + round(amount)):
        one = chance.fork(i)
        far = 0.1 + 0.2 * i
        lit, shade = sky.cloud_colours(easel, far)
        y = easel.horizon * (0.3 + 0.17 * i + one.uniform(-0.05, 0.05))
        side, reach = one.choice((-1, 1)), one.uniform(0.45, 0.85) * max(easel.width, 900 * easel.unit)
        edge = 0.0 if side < 0 else float(easel.width)
        path, thick = skia.Path(), one.uniform(0.05, 0.09) * 1000 * easel.unit
        _sheet(path, edge, -side * reach, y, thick, one)
        fades = ((0, lit, 0.8), (0.4, mix(lit, shade, 0.35), 0.55), (1, shade, 0.0))
        easel.shade(path, easel.fade((0, y - thick), (0, y + thick * 0.9), *fades))


def _sheet(path: Any, edge: float, reach: float, y: float, thick: float, chance: Chance) -> None:
    """Add a sheet from an edge of the picture that ends in a point, with swellings along its crest."""
    steps = 7
    path.moveTo(edge, y + thick)
    path.lineTo(edge, y - thick * chance.uniform(0.5, 0.9))
    for i in range(steps):
        part = (i + 1) / steps
        x = edge + reach * part
        crest = y - thick * (1 - part) ** 0.8 * chance.uniform(0.4, 0.9)
        bulge = y - thick * (1.15 - part * 0.9) * chance.uniform(0.9, 1.3)
        path.quadTo(x - reach / steps * 0.5, bulge, x, crest if i < steps - 1 else y + thick * 0.25)
    path.quadTo(edge + reach * 0.5, y + thick * 0.6, edge, y + thick)
    path.close()


def _streaks(easel: Easel, amount: float) -> None:
    """Flat tapered bars across the light, gathered toward it."""
    sun_x, _ = sky.sun_at(easel)
    for i in range(round(6 * (0.5 + 0.5 * easel.span) * amount)):
        chance = easel.chance.fork(i)
        part = (i + chance.random()) / 6
        x = sun_x + chance.gauss(0, 0.34) * easel.width
        y = easel.horizon * (0.2 + 0.68 * part % 0.7)
        width = chance.uniform(0.28, 0.6) * 1000 * easel.unit * (1.1 - 0.5 * part)
        sky.streak_cloud(easel, (x, y), width, 0.2 + 0.4 * part, chance)


FAMILIES: dict[str, Callable[[Easel, float], None]] = {
    "heaps": sky.heap_clouds, "billows": _billows, "towers": _towers, "bank": _bank, "cirrus": _cirrus,
    "mackerel": _mackerel, "layers": _layers, "streaks": _streaks, "none": _none,
}  # fmt: skip
"""Painters of the clouds of an air by the name of their family; each takes how many there are (1 is usual)."""
