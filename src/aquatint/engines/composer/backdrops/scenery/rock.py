"""Layers of rock: table mountains, volcanoes, terraces, cliffs, canyon walls, floating islands."""

from __future__ import annotations

import skia

from aquatint.engines.composer.backdrops import framing, grounds, ridges, trees
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.places.desert import dune, mesa
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.backdrops.scenery.measures import Roles, across, level, short, tone
from aquatint.engines.composer.drawing.brush import Point, curve, fill, polygon
from aquatint.engines.composer.drawing.colour import Colour, mix, shift


def mesas(easel: Easel, one: Step, roles: Roles) -> None:
    """Table mountains; each of ``at`` with its own size."""
    for i, at in enumerate(one.numbers("at", "-0.7,0.6")):
        part = easel.fork("mesa", i)
        wide, tall = part.chance.uniform(0.2, 0.34), part.chance.uniform(*one.pair("tall", "0.12..0.26"))
        foot = (across(easel, at, roles), level(easel, one.number("y")))
        mesa(part, foot, short(easel, wide), short(easel, tall), one.number("far", 0.5))


def dunes(easel: Easel, one: Step, roles: Roles) -> None:
    """A line of dunes."""
    dune(easel, level(easel, one.number("y")), short(easel, one.number("rise", 0.08)), one.number("far", 0.3))


def volcano(easel: Easel, one: Step, roles: Roles) -> None:
    """A cone with a glowing crater, streams of lava and smoke."""
    x, y = across(easel, one.number("at", 0.2), roles), level(easel, one.number("y"))
    tall, wide = short(easel, one.number("tall", 0.42)), short(easel, 0.42)
    mouth, far = tall * 0.17, one.number("far", 0.25)
    rock = tone(easel, one, "#5a4a4c|#4f4a52|#635048")
    _smoke(easel.fork("smoke"), (x, y - tall), mouth)
    hot = Colour.of("#ff8a3a")
    easel.glow((x, y - tall), tall * 0.6, hot, 0.45 + 0.3 * easel.air.light.darkness, add=True)
    body = skia.Path()
    body.moveTo(x - wide, y)
    body.cubicTo(x - wide * 0.5, y - tall * 0.12, x - mouth * 1.6, y - tall * 0.7, x - mouth, y - tall)
    body.quadTo(x, y - tall * 0.94, x + mouth, y - tall)
    body.cubicTo(x + mouth * 1.6, y - tall * 0.7, x + wide * 0.5, y - tall * 0.12, x + wide, y)
    body.close()
    bright, dull = easel.lit(shift(rock, lightness=0.05), far), easel.lit(shift(rock, lightness=-0.1), far)
    edge = x + easel.toward * wide * 0.5
    easel.shade(body, easel.fade((edge, 0), (2 * x - edge, 0), (0, bright, 1.0), (1, dull, 1.0)))
    if easel.air.snow:
        easel.canvas.save()
        easel.canvas.clipPath(body, True)
        easel.band(y - tall, y - tall * 0.45, (0, easel.air.snow_colour, 0.95), (1, easel.air.snow_colour, 0.0))
        easel.canvas.restore()
    easel.canvas.drawOval(framing.oval(x, y - tall * 0.985, mouth, mouth * 0.2), fill(hot))
    for i, lean in enumerate((-0.5, 0.1, 0.55)):
        chance = easel.chance.fork("stream", i)
        length, sway = tall * chance.uniform(0.3, 0.62), 6 * easel.unit
        start = x + mouth * lean
        points = [
            (start + lean * length * 0.5 * t + chance.uniform(-sway, sway), y - tall * 0.98 + length * t)
            for t in (0, 0.3, 0.6, 1.0)
        ]
        easel.line(curve(points), Colour.of("#ff6a2a"), 9 * easel.unit, 0.9)
        easel.line(curve(points[:3]), Colour.of("#ffd26a"), 4 * easel.unit, 0.9)


def _smoke(easel: Easel, root: Point, size: float) -> None:
    grey = easel.lit(Colour.of("#8f8488"), 0.3)
    for i in range(9):
        part = i / 8
        x = root[0] - easel.toward * part * size * 3.2 + easel.chance.uniform(-0.3, 0.3) * size
        y = root[1] - size * (0.3 + part * 2.4)
        tint = mix(grey, Colour.of("#ff9a5a"), 0.35 * (1 - part))
        easel.canvas.drawCircle(x, y, size * (0.55 + 0.8 * part), fill(tint, 0.75 - 0.4 * part, blur=size * 0.12))


def terraces(easel: Easel, one: Step, roles: Roles) -> None:
    """Steps of a hillside, each with a bright field (or standing water) and a dark bank."""
    top, foot, count = (
        level(easel, one.number("y")),
        level(easel, one.number("to", 0.2)),
        int(one.number("count", 7)),
    )
    green, wet = tone(easel, one, "grass"), one.text("wet") == "yes" and not easel.air.snow
    bank = easel.lit(shift(easel.air.nature.grass_near, lightness=-0.05), 0.1)
    for i in range(count):
        part = i / count
        y = top + (foot - top) * part**1.3
        tall = (foot - top) * (0.5 + part) / count * 1.7
        chance = easel.chance.fork(i)
        line = ridges.rolling(
            easel.width, y, short(easel, 0.12) * (1.2 - part * 0.6), chance, waves=0.8 + 0.3 * (i % 2)
        )
        easel.paint(
            ridges.under([(x, py - tall * 0.16) for x, py in line], easel.height), shift(bank, lightness=0.04)
        )
        easel.paint(ridges.under(line, easel.height), bank)
        field = ridges.under([(x, py + tall * 0.1) for x, py in line], easel.height)
        far = 0.5 * (1 - part)
        lit = easel.lit(green, far)
        colour = mix(mix(easel.air.sky[3], easel.air.sky[2], 0.6), lit, 0.3) if wet and i % 2 else lit
        edge = shift(colour, lightness=-0.06)
        easel.shade(field, easel.fade((0, y), (0, y + tall), (0, colour, 1.0), (1, edge, 1.0)))


def cliff(easel: Easel, one: Step, roles: Roles) -> None:
    """A cliff that comes in from one side: ``at`` is where it ends, ``tall`` its height, ``y`` its foot."""
    foot, end = level(easel, one.number("y", 0.1)), across(easel, one.number("at", -0.2), roles)
    tall, far = short(easel, one.number("tall", 0.3)), one.number("far", 0.2)
    left = (one.number("at", -0.2) < 0.2) != ("mirror" in roles)
    start = 0.0 if left else float(easel.width)
    chance, rock = easel.chance, tone(easel, one, "#b5a58f|#9a9088|#c2b8a8")
    steps, top, face = 9, [], []
    for i in range(steps + 1):
        part = i / steps
        top.append(
            (start + (end - start) * part, foot - tall * (1.0 - 0.32 * part**2) - chance.uniform(0, 0.06) * tall)
        )
        face.append((end + (start - end) * 0.1 * chance.uniform(-0.3, 1), foot - tall * 0.68 * (1 - part)))
    body = polygon([*top, *face[1:], (start, foot)])
    lit, dull = easel.lit(shift(rock, lightness=0.04), far), easel.lit(shift(rock, lightness=-0.14), far)
    bright = (easel.toward > 0) == left
    stops = ((0, dull if bright else lit, 1.0), (1, lit if bright else dull, 1.0))
    easel.shade(body, easel.fade((start, 0), (end, 0), *stops))
    easel.canvas.save()
    easel.canvas.clipPath(body, True)
    for i in range(14):
        one_chance = chance.fork("crack", i)
        x = start + (end - start) * one_chance.uniform(0.1, 1.0)
        y = foot - tall * one_chance.uniform(0.0, 0.9)
        length = tall * one_chance.uniform(0.12, 0.4)
        shape = [
            (x, y),
            (x + length * 0.12, y + length * 0.5),
            (x + length * 0.02, y + length),
            (x - length * 0.14, y + length * 0.5),
        ]
        easel.paint(polygon(shape), shift(mix(lit, dull, 0.5), lightness=one_chance.choice((-0.05, 0.05))), 0.6)
    easel.canvas.restore()
    cap = easel.air.snow_colour if easel.air.snow else easel.lit(easel.air.nature.grass, far)
    easel.line(curve(top), cap, tall * 0.05)


def walls(easel: Easel, one: Step, roles: Roles) -> None:
    """Rock walls on both sides, in layers, that leave a gap between them."""
    foot, tall, far = (
        level(easel, one.number("y", 0.1)),
        short(easel, one.number("tall", 0.5)),
        one.number("far", 0.3),
    )
    gap, rock = one.number("gap", 0.3), tone(easel, one, "#c98058|#b8704f")
    for side in (-1, 1):
        chance = easel.chance.fork("wall", side)
        edge = 0.0 if side < 0 else float(easel.width)
        inner = easel.width * (0.5 + side * gap / 2)
        reach = inner - edge
        profile = [
            (1.0, 0.0),
            (0.9, 0.22),
            (0.86, 0.24),
            (0.78, 0.5),
            (0.7, 0.53),
            (0.6, 0.8),
            (0.5, 0.84),
            (0.4, 1.0),
            (0, 1.06),
        ]
        points = [
            (edge + reach * (r + chance.uniform(-0.03, 0.03)), foot - tall * u * chance.uniform(0.95, 1.05))
            for r, u in profile
        ]
        body = polygon([*points, (edge, foot + 2), (inner, foot + 2)])
        facing = (easel.toward < 0) != (side < 0)
        colour = shift(rock, lightness=0.03 if facing else -0.1)
        lit, low = easel.lit(colour, far), easel.lit(shift(colour, lightness=-0.05), far + 0.1)
        easel.shade(body, easel.fade((0, foot - tall), (0, foot), (0, lit, 1.0), (1, low, 1.0)))
        easel.canvas.save()
        easel.canvas.clipPath(body, True)
        for i in range(7):
            y = foot - tall * (0.1 + 0.14 * i) + chance.uniform(-8, 8) * easel.unit
            line = ridges.rolling(easel.width, y, 12 * easel.unit, easel.chance.fork("band", side, i), waves=3)
            strip = curve(
                [*line, *((x, py + chance.uniform(10, 26) * easel.unit) for x, py in reversed(line))], closed=True
            )
            easel.paint(strip, shift(lit, lightness=(-0.06, 0.05, -0.03)[i % 3]), 0.7)
        if easel.air.snow:
            easel.line(polygon(points, closed=False), easel.air.snow_colour, 20 * easel.unit)
        easel.canvas.restore()


def islands(easel: Easel, one: Step, roles: Roles) -> None:
    """Islands that float in the air: grass above, rock that tapers below."""
    rock = tone(easel, one, "#9a8470|#8c7f86")
    for i, at in enumerate(one.numbers("at", "-0.6,0.5")):
        part = easel.fork("island", i)
        half, far = short(easel, part.chance.uniform(*one.pair("size", "0.08..0.18"))), one.number("far", 0.3)
        x = across(easel, at, roles)
        y = level(easel, one.number("y", -0.15)) - short(easel, part.chance.uniform(-0.07, 0.07))
        _island(part, (x, y), half, rock, far)


def _island(easel: Easel, centre: Point, half: float, rock: Colour, far: float) -> None:
    (x, y), chance = centre, easel.chance
    spikes = [
        (1.0, 0.0),
        (0.8, 0.3),
        (0.55, 0.42),
        (0.4, 0.75),
        (0.16, 0.85),
        (0.0, 1.25),
        (-0.22, 0.8),
        (-0.45, 0.62),
        (-0.7, 0.36),
        (-1.0, 0.0),
    ]
    below = polygon([(x + half * dx, y + half * dy * chance.uniform(0.85, 1.15)) for dx, dy in spikes])
    lit, dull = easel.lit(shift(rock, lightness=0.04), far), easel.lit(shift(rock, lightness=-0.13), far)
    start, end = (x + easel.toward * half, 0), (x - easel.toward * half, 0)
    easel.shade(below, easel.fade(start, end, (0, lit, 1.0), (1, dull, 1.0)))
    nature = easel.air.nature
    top = easel.air.snow_colour if easel.air.snow else easel.lit(nature.grass, far)
    easel.canvas.drawOval(framing.oval(x, y, half * 1.04, half * 0.2), fill(shift(top, lightness=-0.07)))
    easel.canvas.drawOval(framing.oval(x, y - half * 0.05, half * 1.02, half * 0.16), fill(top))
    from_left = [-0.55, -0.2, 0.25, 0.6]
    for i, dx in enumerate(from_left):
        part = easel.fork("tree", i)
        if part.chance.random() < 0.75:
            kind = part.chance.choice((trees.conifer, trees.broadleaf))
            kind(part, (x + dx * half, y - half * 0.03), half * part.chance.uniform(0.5, 0.8), far)


def lava(easel: Easel, one: Step, roles: Roles) -> None:
    """Glowing cracks over dark ground."""
    top = level(easel, one.number("y", 0.12))
    hot = Colour.of("#ff7a2a")
    for i in range(int(6 * easel.span)):
        chance = easel.chance.fork(i)
        y = top + (easel.height - top) * chance.random() ** 1.4
        x = chance.choice((chance.uniform(0.0, 0.34), chance.uniform(0.66, 1.0))) * easel.width
        scale = grounds.nearness(easel, y)
        length = short(easel, 0.2) * (0.25 + scale)
        points = [
            (x + (t - 0.5) * length, y + chance.uniform(-0.05, 0.05) * length) for t in (0, 0.25, 0.5, 0.75, 1.0)
        ]
        easel.line(curve(points), hot, (2 + 9 * scale) * easel.unit, 0.9)
        easel.line(curve(points), Colour.of("#ffd98a"), (0.8 + 3 * scale) * easel.unit, 0.9)
        easel.glow((x, y), length * 0.7, hot, 0.3, add=True)
