"""Layers that part the ground: fences, dry stone walls, hedges, from one place to another."""

from __future__ import annotations

import skia

from aquatint.engines.composer.backdrops import trees
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.grounds import tuft
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.backdrops.scenery.measures import Roles, across, level, short, tone
from aquatint.engines.composer.drawing.brush import Point, polygon
from aquatint.engines.composer.drawing.colour import Colour, shift

Post = tuple[float, float, float]
"""x, y of the foot, height in pixels."""


def _line(easel: Easel, one: Step, roles: Roles, apart: float) -> list[Post]:
    """Posts from ``from`` at ``y`` to ``till`` at ``to``, ``size`` tall at both ends, ``apart`` heights apart."""
    start, end = across(easel, one.number("from", -1.1), roles), across(easel, one.number("till", 1.1), roles)
    top = level(easel, one.number("y", 0.08))
    foot = level(easel, one.number("to", one.number("y", 0.08)))
    low, high = one.pair("size", "0.05")
    sizes = short(easel, low), short(easel, high)
    found: list[Post] = []
    part = 0.0
    while part <= 1.0 and len(found) < 90:
        tall = sizes[0] + (sizes[1] - sizes[0]) * part
        found.append((start + (end - start) * part, top + (foot - top) * part, tall))
        part += tall * apart / max(1.0, abs(end - start))
    return found


def fence(easel: Easel, one: Step, roles: Roles) -> None:
    """A fence of ``kind`` rail, picket or wire."""
    kind = one.text("kind", "rail")
    posts = _line(easel, one, roles, {"rail": 1.5, "wire": 2.2, "picket": 0.36}[kind])
    far = one.number("far", 0.12)
    wood = easel.lit(tone(easel, one, "#f4f1ea" if kind == "picket" else "#8c6f55|#a08466|#7d6a58"), far)
    rails, uprights, caps = skia.Path(), skia.Path(), skia.Path()
    for up in {"rail": (0.38, 0.76), "wire": (0.34, 0.6, 0.86), "picket": (0.26, 0.68)}[kind]:
        thick = 0.018 if kind == "wire" else 0.085
        upper = [(x, y - tall * (up + thick)) for x, y, tall in posts]
        lower = [(x, y - tall * up) for x, y, tall in reversed(posts)]
        rails.addPath(polygon([*upper, *lower]))
    for index, (x, y, tall) in enumerate(posts):
        half = tall * {"rail": 0.055, "wire": 0.04, "picket": 0.11}[kind]
        lean = easel.chance.fork(index).uniform(-0.03, 0.03) * tall * (kind != "picket")
        point = tall * 0.12 if kind == "picket" else 0.0
        top = y - tall
        uprights.addPath(
            polygon(
                [
                    (x - half, y),
                    (x - half + lean, top + point),
                    (x + lean, top),
                    (x + half + lean, top + point),
                    (x + half, y),
                ]
            )
        )
        caps.addOval(
            skia.Rect.MakeLTRB(x - half * 1.5 + lean, top - half, x + half * 1.5 + lean, top + half * 0.9)
        )
    easel.paint(rails, shift(wood, lightness=-0.09))
    easel.paint(uprights, wood)
    if easel.air.snow:
        easel.paint(caps, easel.air.snow_colour)
    _grass_at(easel.fork("grass"), posts)


def _grass_at(easel: Easel, posts: list[Post]) -> None:
    """Grass that the mower left."""
    if easel.air.snow:
        return
    path, chance = skia.Path(), easel.chance
    for x, y, tall in posts:
        tuft(
            path,
            x + chance.uniform(-0.3, 0.3) * tall,
            y + tall * 0.05,
            tall * chance.uniform(0.2, 0.36),
            chance,
            4,
        )
    easel.paint(path, easel.lit(shift(easel.air.nature.grass_near, lightness=0.03), 0.06), 0.9)


def stone_wall(easel: Easel, one: Step, roles: Roles) -> None:
    """A dry stone wall."""
    posts, far = _line(easel, one, roles, 0.62), one.number("far", 0.12)
    colour = tone(easel, one, "#a39c90|#b0a28c|#9a98a0")
    base = easel.lit(colour, far)
    upper: list[Point] = [(x, y - tall) for x, y, tall in posts]
    lower: list[Point] = [(x, y) for x, y, _ in reversed(posts)]
    easel.paint(polygon([*upper, *lower]), shift(base, lightness=-0.13))
    tints = {step: skia.Path() for step in (-0.05, 0.0, 0.05)}
    for index, (x, y, tall) in enumerate(posts):
        for course in range(4):
            chance = easel.chance.fork(index, course)
            wide, high = tall * chance.uniform(0.5, 0.66), tall * 0.23
            left = x + (0.3 * tall if course % 2 else 0.0) - wide / 2
            box = skia.Rect.MakeXYWH(left, y - tall * (0.25 * (course + 1)), wide, high)
            tints[chance.choice((-0.05, 0.0, 0.05))].addRRect(skia.RRect.MakeRectXY(box, high * 0.35, high * 0.35))
    for step, path in tints.items():
        easel.paint(path, shift(base, lightness=step))
    cap = skia.Path()
    for x, y, tall in posts:
        cap.addOval(skia.Rect.MakeXYWH(x - tall * 0.34, y - tall * 1.16, tall * 0.66, tall * 0.24))
    easel.paint(cap, easel.air.snow_colour if easel.air.snow else shift(base, lightness=0.05))
    _grass_at(easel.fork("grass"), posts)


def hedge(easel: Easel, one: Step, roles: Roles) -> None:
    """A clipped hedge: one mass with a lit top."""
    posts, far = _line(easel, one, roles, 0.5), one.number("far", 0.15)
    leaf = tone(easel, one, "bush")
    base = easel.lit(leaf, far)
    body, light = skia.Path(), skia.Path()
    for index, (x, y, tall) in enumerate(posts):
        chance = easel.chance.fork(index)
        body.addPath(trees.scallop((x, y - tall * 0.5), tall * 0.52, tall * 0.56, 9, chance))
        light.addPath(trees.scallop((x, y - tall * 0.8), tall * 0.4, tall * 0.2, 8, chance))
    top = min(y - tall for _, y, tall in posts)
    foot = max(y for _, y, _ in posts)
    stops = ((0, base, 1.0), (1, shift(base, lightness=-0.12), 1.0))
    easel.shade(body, easel.fade((0, top), (0, foot), *stops))
    cap = easel.air.snow_colour if easel.air.snow else shift(base, lightness=0.06)
    easel.paint(light, cap, 0.85)


def flower_bed(easel: Easel, one: Step, roles: Roles) -> None:
    """A border of flowers between two places, in the season's and garden's colours."""
    if easel.lacks("flowers"):
        return
    posts = _line(easel, one, roles, 0.42)
    codes = one.text("tones", "#e8506a,#f5a3b8,#ffd24d,#b77be0,#ffffff,#f2803f").split(",")
    leaf, heads = skia.Path(), {code: skia.Path() for code in codes}
    for index, (x, y, tall) in enumerate(posts):
        chance = easel.chance.fork(index)
        leaf.addPath(trees.scallop((x, y - tall * 0.35), tall * 0.5, tall * 0.42, 8, chance))
        for _ in range(4):
            spot = (x + chance.uniform(-0.45, 0.45) * tall, y - tall * chance.uniform(0.25, 0.85))
            heads[chance.choice(codes)].addCircle(*spot, tall * chance.uniform(0.07, 0.12))
    green = easel.lit(easel.air.nature.bush, one.number("far", 0.05))
    easel.paint(leaf, mix_snow(easel, shift(green, lightness=-0.05)))
    if easel.air.season == "winter" or easel.air.snow:
        return
    for code, path in heads.items():
        easel.paint(path, easel.lit(Colour.of(code), one.number("far", 0.05)))


def mix_snow(easel: Easel, colour: Colour) -> Colour:
    """A colour of plants, white where snow lies on them."""
    return shift(easel.air.snow_colour, lightness=-0.05) if easel.air.snow else colour
