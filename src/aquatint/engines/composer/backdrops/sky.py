"""Parts of the sky: gradient, sun, moon, stars, heap clouds. `open_sky` puts it together."""

from __future__ import annotations

from typing import Any

import skia

from aquatint.engines.composer.backdrops.easel import Easel, lens
from aquatint.engines.composer.drawing.brush import Point, Stop, fill, radial
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, shift
from aquatint.engines.composer.layout.settled import is_removed

SUNSHINE = Colour.of("#ffd257")
DISCS = frozenset({"sun", "smiling sun", "moon", "crescent moon"})
"""Nouns that are the sun or the moon of the picture."""


def gradient(easel: Easel) -> list[Stop]:
    """Stops from the zenith (0) to the horizon (1), with steps between them mixed in OKLab."""
    places = (0.0, 0.4, 0.76, 1.0)
    stops: list[Stop] = []
    for i in range(3):
        for step in range(4):
            part = step / 4
            colour = mix(easel.air.sky[i], easel.air.sky[i + 1], part)
            stops.append((places[i] + (places[i + 1] - places[i]) * part, colour, 1.0))
    return [*stops, (1.0, easel.air.sky[3], 1.0)]


def named_discs(easel: Easel) -> bool:
    """Whether the scene itself names a sun or moon, which the layout hangs where the backdrop's would be."""
    return any(item.noun in DISCS and not is_removed(item) for item in easel.scene.items)


def sun_at(easel: Easel) -> Point:
    """Where the sun or the moon stands in the picture."""
    light = easel.stage.light
    x = easel.width * (0.5 + 0.5 * light.x)
    return x, easel.horizon * (1 - 0.12 - light.height)


def disc(easel: Easel) -> None:
    """Sun or moon with its glow, as far as the clouds let it through."""
    open_sky = 1 - easel.air.cover
    x, y = sun_at(easel)
    low = easel.stage.light.height < 0.3
    short = 1000 * easel.unit
    reach = min(easel.width, easel.height * 1.4) * (0.62 if low else 0.5)
    easel.glow((x, y), reach, easel.air.sun, 0.16 + 0.5 * open_sky, add=True)
    if open_sky < 0.15 or named_discs(easel) or easel.lacks("moon" if easel.air.time == "night" else "sun"):
        return
    if easel.air.time == "night":
        moon(easel, (x, y), 0.052 * short)
        return
    strength = 0.3 if easel.air.weather == "fog" else min(1.0, open_sky + 0.35)
    _sun(easel, (x, y), short * (0.062 if low else 0.046), strength)


def _sun(easel: Easel, centre: Point, radius: float, alpha: float) -> None:
    """A warm disc that is brightest in its middle, in two rings of glow."""
    warm = mix(easel.air.sun, SUNSHINE, 0.25 if easel.stage.light.height < 0.3 else 0.6)
    easel.glow(centre, radius * 4.2, warm, 0.6 * alpha, add=True)
    easel.canvas.drawCircle(*centre, radius * 1.5, fill(warm, 0.22 * alpha))
    middle = mix(warm, WHITE, 0.55)
    stops = [(0.0, middle, alpha), (0.55, mix(middle, warm, 0.35), alpha), (1.0, warm, alpha)]
    easel.canvas.drawCircle(*centre, radius, fill(shader=radial(centre, radius, stops)))


def moon(easel: Easel, centre: Point, radius: float) -> None:
    """A full moon with its seas."""
    x, y = centre
    face = mix(easel.air.sun, WHITE, 0.3)
    easel.glow(centre, radius * 4.5, shift(face, hue=-20), 0.4, add=True)
    canvas = easel.canvas
    canvas.save()
    disc_path = skia.Path()
    disc_path.addCircle(x, y, radius)
    canvas.drawPath(disc_path, fill(face))
    canvas.clipPath(disc_path, True)
    grey = shift(face, lightness=-0.1, chroma=0.8)
    for dx, dy, size in (
        (-0.35, -0.25, 0.34),
        (0.18, -0.42, 0.22),
        (0.1, 0.12, 0.3),
        (-0.4, 0.35, 0.18),
        (0.52, 0.3, 0.2),
    ):
        canvas.drawCircle(x + dx * radius, y + dy * radius, size * radius, fill(grey, 0.5))
    edge = [(0.0, face, 0.0), (0.7, face, 0.0), (1.0, easel.air.sky[2], 0.45)]
    canvas.drawCircle(x, y, radius, fill(shader=radial((x - radius * 0.2, y - radius * 0.2), radius * 1.2, edge)))
    canvas.restore()


def stars(easel: Easel, strength: float, *, bottom: float | None = None) -> None:
    """Stars in three sizes, thinning toward the horizon; a few bright ones twinkle."""
    if easel.lacks("stars"):
        return
    floor = easel.horizon * 0.92 if bottom is None else bottom
    area = easel.width * floor / (1000 * easel.unit) ** 2
    for layer, (count, radius, alpha) in enumerate(((240, 0.8, 0.55), (80, 1.35, 0.8), (16, 2.1, 1.0))):
        chance = easel.chance.fork(layer)
        path = skia.Path()
        for _ in range(int(count * area * strength) + 1):
            x, y = chance.random() * easel.width, (chance.random() ** 1.25) * floor
            path.addCircle(x, y, chance.vary(radius, 0.35) * easel.unit)
            if layer == 2:
                _twinkle(easel, (x, y), chance.vary(9, 0.4) * easel.unit, strength)
        easel.paint(path, Colour.of("#f6f4ff"), alpha * min(1.0, strength + 0.2))


def _twinkle(easel: Easel, centre: Point, reach: float, strength: float) -> None:
    x, y = centre
    thin = reach * 0.09
    path = skia.Path()
    for dx, dy in ((1, 0), (0, 1)):
        path.moveTo(x - dx * reach, y - dy * reach)
        path.lineTo(x + dy * thin, y + dx * thin)
        path.lineTo(x + dx * reach, y + dy * reach)
        path.lineTo(x - dy * thin, y - dx * thin)
        path.close()
    easel.paint(path, WHITE, 0.7 * strength)
    easel.glow(centre, reach * 1.4, Colour.of("#cfe0ff"), 0.35 * strength, add=True)


def cloud_colours(easel: Easel, far: float = 0.0) -> tuple[Colour, Colour]:
    """Lit top and shaded base of clouds."""
    dark = easel.stage.light.darkness
    zenith, high, low, horizon = easel.air.sky
    lit = mix(mix(horizon, WHITE, 0.8 * (1 - dark) ** 1.3), easel.air.sun, 0.3)
    shade = mix(mix(high, low, 0.55), horizon, 0.25)
    if easel.air.weather in ("rain", "storm"):
        lit, shade = mix(horizon, high, 0.35), mix(zenith, high, 0.4)
    return mix(lit, horizon, far * 0.6), mix(shade, horizon, 0.2 + far * 0.5)


def heap_clouds(easel: Easel, amount: float = 1.0) -> None:
    """Heaps of cloud: large and high up, small and flat near the horizon; streaks when the sun is low."""
    if amount <= 0:
        return
    low_sun = easel.stage.light.height < 0.3
    bands = ((0.27, 0.3, 0.0, 1), (0.5, 0.21, 0.3, 2), (0.74, 0.13, 0.65, 3))
    for row, (y, size, far, count) in enumerate(reversed(bands)):
        chance = easel.chance.fork("row", row)
        number = max(1, round(count * (0.55 + 0.45 * easel.span) * (0.5 + easel.air.cover) * amount))
        shift_x = chance.random()
        for i in range(number):
            one = chance.fork(i)
            x = ((i + shift_x + one.uniform(-0.22, 0.22)) / number % 1.0) * easel.width
            base = (y + one.uniform(-0.07, 0.07)) * easel.horizon
            width = one.vary(size, 0.35) * 1000 * easel.unit
            base = max(base, 0.52 * width)
            x = beside_disc(easel, x, base, width)
            if low_sun and row != 1:
                streak_cloud(easel, (x, base), width * 2.2, far, one)
            else:
                cumulus(easel, (x, base), width, far, one)


def beside_disc(easel: Easel, x: float, base: float, width: float) -> float:
    """Where a cloud goes that would cover the sun or the moon: past it, to the nearer side."""
    if easel.air.cover > 0.6 or not easel.air.disc:
        return x
    sun_x, sun_y = sun_at(easel)
    radius = 75 * easel.unit
    reach = 0.5 * width + radius
    clear = base < sun_y - radius or base - 0.5 * width > sun_y + radius
    if clear or abs(x - sun_x) >= reach:
        return x
    return sun_x + (reach if x >= sun_x else -reach)


def streak_cloud(easel: Easel, centre: Point, width: float, far: float, chance: Chance) -> None:
    """A few flat tapered sheets, lit from below."""
    lit, shade = cloud_colours(easel, far)
    x, y = centre
    for i in range(4):
        length = chance.vary(width, 0.4) * (1 - 0.16 * i)
        thick = length * chance.uniform(0.035, 0.06)
        shape = lens(x + chance.uniform(-0.25, 0.25) * width, y + (i - 1.5) * width * 0.038, length, thick)
        easel.paint(shape, mix(lit, shade, chance.uniform(0.1, 0.75)), 0.62)


def _puffs(centre: Point, width: float, chance: Chance) -> list[tuple[float, float, float]]:
    """Circles (x, y, radius) whose union is a heap cloud with a flat base at the centre's y."""
    x, base = centre
    count = 6 + chance.randrange(3)
    peak = chance.uniform(0.3, 0.7)
    circles = []
    for i in range(count):
        place = (i + 0.5) / count
        bell = max(0.0, 1 - (abs(place - peak) / 0.75) ** 1.6)
        radius = width * (0.06 + 0.105 * bell) * chance.uniform(0.85, 1.2)
        circles.append((x + (place - 0.5) * width * 0.84, base - radius * (0.5 + 0.9 * bell), radius))
    for _ in range(2):
        place = peak + chance.uniform(-0.14, 0.14)
        radius = width * chance.uniform(0.09, 0.13)
        circles.append((x + (place - 0.5) * width * 0.84, base - radius * chance.uniform(1.7, 2.3), radius))
    return circles


def _silhouette(circles: list[tuple[float, float, float]], base: float, width: float, x: float) -> Any:
    """The union of the puffs on a flat, round-ended base."""
    path = skia.Path()
    for cx, cy, radius in circles:
        path.addCircle(cx, cy, radius)
    left, right = x - width * 0.5, x + width * 0.5
    body = skia.Rect.MakeLTRB(left, base - width * 0.105, right, base)
    path.addRRect(skia.RRect.MakeRectXY(body, width * 0.052, width * 0.052))
    for at, reach in ((-0.2, 0.3), (0.26, 0.22)):
        foot = skia.Rect.MakeLTRB(
            x + (at - reach) * width, base - width * 0.05, x + (at + reach) * width, base + width * 0.022
        )
        path.addRRect(skia.RRect.MakeRectXY(foot, width * 0.036, width * 0.036))
    return path


def cumulus(easel: Easel, centre: Point, width: float, far: float, chance: Chance) -> None:
    """A heap cloud: flat shaded base, round tops that catch the light."""
    lit, shade = cloud_colours(easel, far)
    (x, base), canvas = centre, easel.canvas
    circles = _puffs(centre, width, chance)
    path = _silhouette(circles, base, width, x)
    top = min(cy - radius for _, cy, radius in circles)
    body, thin = mix(lit, shade, 0.35), 1 - 0.25 * far
    shades = ((0, lit, 0.97 * thin), (0.55, body, 0.96 * thin), (1, shade, 0.9 * thin))
    easel.shade(path, easel.fade((x, top), (x, base), *shades))
    canvas.save()
    canvas.clipPath(path, True)
    side = easel.toward * 0.28
    for cx, cy, radius in sorted(circles, key=lambda circle: circle[1]):
        spot = (cx + side * radius, cy - 0.3 * radius)
        stops = [(0.0, lit, 0.95), (0.5, lit, 0.7), (1.0, lit, 0.0)]
        canvas.drawCircle(*spot, radius * 0.98, fill(shader=radial(spot, radius * 0.98, stops)))
    low = easel.fade((x, base - width * 0.16), (x, base), (0, shade, 0.0), (1, shade, 0.75))
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - width, base - width * 0.16, x + width, base + width * 0.03), fill(shader=low)
    )
    canvas.restore()


def ceiling(easel: Easel) -> None:
    """A low roof of cloud: rows of wide soft heaps that hang from the top of the picture."""
    zenith, high, low, _ = easel.air.sky
    rows = 3
    for row in range(rows):
        chance = easel.chance.fork(row)
        y = easel.horizon * (0.62 - 0.2 * row) * (0.75 + 0.25 * easel.air.cover)
        colour = mix(mix(low, high, 0.5), zenith, 0.25 + 0.3 * row)
        path = skia.Path()
        path.addRect(skia.Rect.MakeLTRB(0, -10, easel.width, y * 0.72))
        step = 0.16 * 1000 * easel.unit
        x = -chance.random() * step
        while x < easel.width + step:
            radius = chance.uniform(0.45, 0.8) * step
            path.addOval(skia.Rect.MakeXYWH(x - radius, y * 0.72 - radius * 0.55, 2 * radius, radius * 1.05))
            x += radius * 1.15
        stops = ((0.0, colour, 0.75), (0.7, colour, 0.5), (1.0, mix(colour, low, 0.5), 0.32))
        easel.shade(path, easel.fade((0, 0), (0, y), *stops))
