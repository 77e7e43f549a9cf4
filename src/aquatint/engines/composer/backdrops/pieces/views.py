"""Views through windows, in the light outside."""

from __future__ import annotations

import skia

from aquatint.engines.composer.backdrops import ridges
from aquatint.engines.composer.backdrops.buildings import LAMP
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.sky import gradient
from aquatint.engines.composer.drawing.brush import fill, linear, radial
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, multiply

Box = tuple[float, float, float, float]
"""Left, lower, right, upper edge in centimetres."""
KINDS = ("hills", "town", "sea", "wood")


def outlook(easel: Easel, box: Box, kind: str = "") -> None:
    """The sky and what stands under it, as time, weather and season have it. Without a kind the seed chooses."""
    left, low, right, high = box
    canvas, tall = easel.canvas, high - low
    kind = kind or _seeded(easel)
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(left, low, right, high), True)
    stops = [(place, colour, 1.0) for place, colour, _ in gradient(easel)]
    whole = skia.Rect.MakeLTRB(left, low, right, high)
    canvas.drawRect(whole, fill(shader=linear((0, high), (0, low), stops)))
    _night_sky(easel, box)
    if kind == "town":
        _town(easel, box)
    else:
        _land(easel, box, kind)
    _falling(easel, box)
    canvas.drawRect(skia.Rect.MakeXYWH(left, low + tall * 0.7, (right - left), tall * 0.3), fill(WHITE, 0.06))
    canvas.restore()


def _seeded(easel: Easel) -> str:
    return KINDS[easel.scene.seed % len(KINDS)]


def _outside(easel: Easel, colour: Colour, far: float) -> Colour:
    air = easel.air
    return mix(multiply(colour, air.light.ambient), air.light.haze, 1 - (1 - far) ** air.thickness)


def _night_sky(easel: Easel, box: Box) -> None:
    left, low, right, high = box
    if easel.air.stars < 0.3:
        return
    path, chance, tall = skia.Path(), easel.chance.fork("stars"), high - low
    for _ in range(16):
        path.addCircle(left + chance.random() * (right - left), high - chance.random() * tall * 0.6, tall * 0.006)
    easel.paint(path, WHITE, 0.9)


def _land(easel: Easel, box: Box, kind: str) -> None:
    left, low, right, high = box
    nature, tall, wide = easel.air.nature, high - low, right - left
    blue = mix(nature.grass_far, Colour.of("#6f8fb0"), 0.5)
    layers = [(0.36, blue, 0.6, 0.14), (0.22, nature.grass, 0.15, 0.1)]
    if kind == "wood":
        layers = [(0.5, mix(nature.conifer, blue, 0.5), 0.5, 0.08), (0.34, nature.conifer, 0.2, 0.1)]
    if kind == "sea":
        layers = [(0.34, Colour.of("#3f8fae"), 0.25, 0.0)]
    for i, (up, colour, far, rise) in enumerate(layers):
        line = ridges.rolling(wide, 0, tall * rise, easel.chance.fork("land", i), waves=1.1, points=12)
        edge = [(left + x, low + tall * up - y) for x, y in line]
        easel.paint(ridges.under(edge, low), _outside(easel, colour, far))


def _town(easel: Easel, box: Box) -> None:
    left, low, right, high = box
    tall, dark = high - low, easel.air.light.darkness
    for row, (up, far) in enumerate(((0.5, 0.6), (0.34, 0.25))):
        chance, walls, lamps = easel.chance.fork("town", row), skia.Path(), skia.Path()
        x = left - tall * 0.1
        while x < right:
            wide, high_up = tall * chance.uniform(0.12, 0.2), tall * up * chance.uniform(0.6, 1.1)
            walls.addRect(skia.Rect.MakeXYWH(x, low, wide * 1.03, high_up))
            for k in range(6 if row else 0):
                if chance.random() < 0.6:
                    spot = (x + wide * (0.2 + 0.4 * (k % 2)), low + high_up * (0.3 + 0.2 * (k // 2)))
                    lamps.addRect(skia.Rect.MakeXYWH(*spot, wide * 0.2, wide * 0.26))
            x += wide
        easel.paint(walls, _outside(easel, Colour.of("#77809c"), far))
        easel.paint(lamps, LAMP if dark > 0.3 else _outside(easel, Colour.of("#a9b9c9"), far), 0.9)


def _falling(easel: Easel, box: Box) -> None:
    left, low, right, high = box
    weather, tall = easel.air.weather, high - low
    if weather not in ("snow", "rain", "storm"):
        return
    chance, path = easel.chance.fork("weather"), skia.Path()
    for _ in range(40):
        x, y = left + chance.random() * (right - left), low + chance.random() * tall
        if weather == "snow":
            path.addCircle(x, y, tall * chance.uniform(0.006, 0.014))
        else:
            path.addRect(skia.Rect.MakeXYWH(x, y, tall * 0.006, tall * 0.09))
    easel.paint(path, WHITE, 0.75 if weather == "snow" else 0.3)


def space(easel: Easel, box: Box) -> None:
    """Stars and a planet behind glass."""
    left, low, right, high = box
    canvas, chance, tall, wide = easel.canvas, easel.chance, high - low, right - left
    canvas.save()
    area = skia.Rect.MakeLTRB(left, low, right, high)
    canvas.clipRect(area, True)
    canvas.drawRect(area, fill(Colour.of("#0b0f2c")))
    glow = (left + wide * chance.uniform(0.2, 0.8), low + tall * 0.5)
    haze = [(0.0, Colour.of("#6a3fa0"), 0.6), (1.0, Colour.of("#6a3fa0"), 0.0)]
    canvas.drawCircle(*glow, tall * 0.9, fill(shader=radial(glow, tall * 0.9, haze)))
    path = skia.Path()
    for _ in range(int(40 + 50 * wide / tall)):
        size = tall * chance.uniform(0.003, 0.008)
        path.addCircle(left + chance.random() * wide, low + chance.random() * tall, size)
    easel.paint(path, WHITE, 0.9)
    x, y, radius = left + wide * chance.uniform(0.25, 0.75), low + tall * 0.42, tall * chance.uniform(0.2, 0.32)
    lit = [(0.0, Colour.of("#f2c48a"), 1.0), (0.7, Colour.of("#b5654f"), 1.0), (1.0, Colour.of("#4a2438"), 1.0)]
    spot = (x + easel.toward * radius * 0.4, y + radius * 0.4)
    canvas.drawCircle(x, y, radius, fill(shader=radial(spot, radius * 1.5, lit)))
    canvas.restore()
