"""Layers that people built: rows of house fronts, skylines, paving, roads, rails, stands."""

from __future__ import annotations

import math

import skia

from aquatint.engines.composer.backdrops import buildings, floors, pieces
from aquatint.engines.composer.backdrops.buildings import LAMP
from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.ground_light import soft_oval
from aquatint.engines.composer.backdrops.interiors.shell import homography
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.backdrops.scenery.measures import Roles, level, short, tone
from aquatint.engines.composer.backdrops.traffic import has_roadway
from aquatint.engines.composer.drawing.brush import curve, fill, polygon
from aquatint.engines.composer.drawing.colour import Colour, mix, shift


def fronts(easel: Easel, one: Step, roles: Roles) -> None:
    """House fronts along both sides of a street, drawn flat and laid in perspective. ``of`` names pieces 400 cm
    wide; ``gap`` is half the far end's width, ``tall`` the height of the picture's frame that they reach."""
    foot, gap = level(easel, one.number("y", 0.035)), short(easel, one.number("gap", 0.1))
    for side in (-1, 1):
        _front_row(easel.fork("row", side), one, roles, side, foot, gap)


def _front_row(easel: Easel, one: Step, roles: Roles, side: int, foot: float, gap: float) -> None:
    middle, count = easel.width * 0.5, int(one.number("count", 4))
    near_x, far_x = (0.0 if side < 0 else float(easel.width)), middle + side * gap
    near_foot = foot + (easel.height - foot) * one.number("near", 0.5)
    tall = one.number("tall", 800.0)
    reach = min(1.0, 0.9 * 1000 * easel.unit / easel.height)
    near_top = easel.horizon * (1 - reach * one.number("rise", 1.12))
    far_top = foot - short(easel, one.number("end", 0.2))
    source = [(0.0, tall), (count * 400.0, tall), (count * 400.0, 0.0), (0.0, 0.0)]
    target = [(near_x, near_top), (far_x, far_top), (far_x, foot), (near_x, near_foot)]
    canvas, kinds = easel.canvas, one.text("of").split("|")
    dull = (easel.toward < 0) == (side < 0)
    canvas.save()
    canvas.concat(homography(source, target))
    for i in reversed(range(count)):
        part = easel.fork("house", i)
        canvas.save()
        canvas.translate(i * 400.0 + 200.0, 0.0)
        canvas.scale(1.0, -1.0)
        name = part.chance.choice(kinds)
        pieces.draw_plain(part, name, (0.0, 0.0), 1.0, far=0.03 + 0.11 * i, flip=side > 0, roles=roles)
        canvas.restore()
    canvas.restore()
    if dull:
        # Below the gables, between which the sky is seen.
        near_top, far_top = (low + (top - low) * 0.66 for top, low in ((near_top, near_foot), (far_top, foot)))
        shade = polygon([(near_x, near_top), (far_x, far_top), (far_x, foot), (near_x, near_foot)])
        stops = (
            (0, easel.stage.light.shadow, 0.0),
            (0.35, easel.stage.light.shadow, 0.16),
            (1, easel.stage.light.shadow, 0.24),
        )
        easel.shade(shade, easel.fade((0, min(near_top, far_top)), (0, near_foot), *stops))


def skyline(easel: Easel, one: Step, roles: Roles) -> None:
    """Towers."""
    buildings.skyline(
        easel, level(easel, one.number("y", 0.04)), short(easel, one.number("tall", 0.3)),
        tone(easel, one, "#7488a8|#6a6580"), one.number("far", 0.5), gap=one.number("gap"),
        windows=one.text("windows", "yes") == "yes",
    )  # fmt: skip


def paving(easel: Easel, one: Step, roles: Roles) -> None:
    """Slabs or boards from ``y`` down; wet ones mirror the lamps."""
    top, kind = level(easel, one.number("y", 0.05)), one.text("kind", "slabs")
    colour = tone(easel, one, "#b9b2a6|#bdb4a8")
    if kind == "boards":
        floors.boards(easel, top, colour, planks=int(one.number("columns", 7)), across=one.text("across") == "yes")
        if easel.air.snow:
            easel.band(top, easel.height, (0, easel.air.snow_colour, 0.9), (1, easel.air.snow_colour, 0.6))
        return
    floors.slabs(easel, top, colour, rows=int(one.number("rows", 8)), columns=int(one.number("columns", 11)))
    shine = one.text("shine")
    if shine:
        _wet_lights(easel.fork("shine"), top, shine.split("|"))


def _wet_lights(easel: Easel, top: float, codes: list[str]) -> None:
    """Streaks of coloured light on a wet street."""
    dark = easel.air.light.darkness
    if dark < 0.3:
        return
    for i in range(int(14 * easel.span)):
        chance = easel.chance.fork(i)
        x, wide = chance.random() * easel.width, chance.uniform(14, 46) * easel.unit
        foot = top + (easel.height - top) * chance.uniform(0.3, 0.9)
        colour = Colour.of(chance.choice(codes))
        path = skia.Path()
        path.addRect(skia.Rect.MakeLTRB(x - wide / 2, top, x + wide / 2, foot))
        stops = ((0, colour, 0.4 * dark), (0.6, colour, 0.22 * dark), (1, colour, 0.0))
        paint = fill(
            shader=easel.fade((0, top), (0, foot), *stops), blend=skia.BlendMode.kScreen, blur=3 * easel.unit
        )
        easel.canvas.drawPath(path, paint)


def road(easel: Easel, one: Step, roles: Roles) -> None:
    """A road to the horizon: ``far_wide``, ``near_wide``; ``lines=yes`` paints a dashed middle line.

    In a street where only people and things stand there is pavement instead.
    """
    if easel.scene.backdrop == "street" and not has_roadway(easel.scene):
        return
    top, bottom = level(easel, one.number("y", 0.035)), float(easel.height)
    middle = easel.width * (0.5 + 0.5 * one.number("at"))
    far_half, near_half = short(easel, one.number("far_wide", 0.03)), short(easel, one.number("near_wide", 0.42))
    colour = tone(easel, one, "#6f7078")
    far, near = easel.lit(shift(colour, lightness=0.07), 0.3), easel.lit(shift(colour, lightness=-0.03))
    near_middle = easel.width * 0.5
    body = polygon(
        [
            (middle - far_half, top),
            (middle + far_half, top),
            (near_middle + near_half, bottom),
            (near_middle - near_half, bottom),
        ]
    )
    easel.shade(body, easel.fade((0, top), (0, bottom), (0, far, 1.0), (1, near, 1.0)))
    if easel.air.snow:
        easel.paint(body, easel.air.snow_colour, 0.45 if one.text("lines") == "yes" else 0.82)
    if easel.air.wet > 0:
        shine = easel.air.sky[3]
        easel.shade(body, easel.fade((0, top), (0, bottom), (0, shine, 0.6), (1, shine, 0.12)))
    if one.text("lines") != "yes":
        return
    marks, tall = skia.Path(), bottom - top
    for i in range(9):
        y0, y1 = (top + tall * ((i + part) / 9) ** 1.9 for part in (0.15, 0.65))
        parts = [((y - top) / tall, y) for y in (y0, y1)]
        (p0, _), (p1, _) = parts
        x0, x1 = (middle + (near_middle - middle) * part for part in (p0, p1))
        w0, w1 = (6 * easel.unit * (0.15 + part) for part in (p0, p1))
        marks.addPath(polygon([(x0 - w0, y0), (x0 + w0, y0), (x1 + w1, y1), (x1 - w1, y1)]))
    white = easel.lit(Colour.of("#efe9d8"))
    easel.paint(marks, white, 0.85)
    for side in (-1, 1):
        edge = [(middle + side * far_half * 0.9, top), (near_middle + side * near_half * 0.94, bottom)]
        strip = polygon(
            [
                edge[0],
                edge[1],
                (edge[1][0] - side * 9 * easel.unit, bottom),
                (edge[0][0] - side * 1 * easel.unit, top),
            ]
        )
        easel.paint(strip, white, 0.8)


def rails(easel: Easel, one: Step, roles: Roles) -> None:
    """A railway to the horizon: ballast, sleepers, two rails that shine."""
    top, bottom = level(easel, one.number("y", 0.035)), float(easel.height)
    middle, tall = easel.width * (0.5 + 0.5 * one.number("at")), bottom - top
    near = easel.width * 0.5
    bed = easel.lit(Colour.of("#8f877d"))
    half = short(easel, 0.3)
    easel.paint(
        polygon(
            [
                (middle - half * 0.06, top),
                (middle + half * 0.06, top),
                (near + half, bottom),
                (near - half, bottom),
            ]
        ),
        bed,
    )
    wood = easel.lit(Colour.of("#5f4a3c"))
    for i in range(26):
        part = ((i + 0.5) / 26) ** 2.1
        y, x, wide = top + tall * part, middle + (near - middle) * part, half * (0.05 + 0.75 * part)
        thick = (1 + 26 * part) * easel.unit
        easel.canvas.drawRect(skia.Rect.MakeLTRB(x - wide, y, x + wide, y + thick), fill(wood))
    for side in (-1, 1):
        x0, x1 = middle + side * half * 0.028, near + side * half * 0.52
        steel = polygon(
            [
                (x0 - easel.unit, top),
                (x0 + easel.unit, top),
                (x1 + 11 * easel.unit, bottom),
                (x1 - 11 * easel.unit, bottom),
            ]
        )
        easel.paint(steel, easel.lit(Colour.of("#5a5a60")))
        shine = polygon(
            [(x0, top), (x0 + 0.6 * easel.unit, top), (x1 + 3 * easel.unit, bottom), (x1 - 5 * easel.unit, bottom)]
        )
        easel.paint(shine, mix(easel.lit(Colour.of("#d3d6da")), easel.air.sky[3], 0.4))
    if easel.air.snow:
        easel.paint(
            polygon(
                [
                    (middle - half * 0.06, top),
                    (middle + half * 0.06, top),
                    (near + half, bottom),
                    (near - half, bottom),
                ]
            ),
            easel.air.snow_colour,
            0.45,
        )


def wall(easel: Easel, one: Step, roles: Roles) -> None:
    """A low wall or quay across the picture from ``y`` to ``to``, with a coping."""
    top, foot = level(easel, one.number("y")), level(easel, one.number("to", 0.06))
    stone = tone(easel, one, "#b9b2a6|#a89f94")
    lit, shade = easel.lit(shift(stone, lightness=0.02), 0.08), easel.lit(shift(stone, lightness=-0.12), 0.05)
    easel.band(top, foot, (0, lit, 1.0), (1, shade, 1.0))
    cap, joints, step = 9 * easel.unit, skia.Path(), 92 * easel.unit
    for i in range(int(easel.width / step) + 1):
        joints.addRect(skia.Rect.MakeXYWH(i * step, top, 2 * easel.unit, foot - top))
    easel.paint(joints, shade, 0.8)
    head = easel.air.snow_colour if easel.air.snow else easel.lit(shift(stone, lightness=0.08))
    easel.band(top - cap, top, (0, head, 1.0), (1, shift(head, lightness=-0.04), 1.0))
    dark = easel.stage.light.shadow
    easel.band(foot, foot + 0.02 * easel.height, (0, dark, 0.22), (1, dark, 0.0))


def stands(easel: Easel, one: Step, roles: Roles) -> None:
    """The stands of a stadium with its crowd, a roof above them, floodlights that burn in the dark."""
    top, foot = level(easel, one.number("y", -0.2)), level(easel, one.number("to", 0.04))
    grey, width = easel.lit(Colour.of("#77808f"), 0.3), easel.width
    bend = short(easel, 0.06)

    def edge(y: float, k: float) -> list[tuple[float, float]]:
        return [(width * i / 8, y + bend * k * (1 - (i / 4 - 1) ** 2)) for i in range(9)]

    body = curve(edge(top, 0.8))
    body.lineTo(width, foot)
    body.lineTo(0, foot)
    body.close()
    easel.shade(body, easel.fade((0, top), (0, foot), (0, shift(grey, lightness=-0.08), 1.0), (1, grey, 1.0)))
    codes = ("#c9433a", "#f2e8d8", "#2f6b9d", "#e3b23a", "#3f3f4a", "#d99a7a")
    rows = 12
    for index, code in enumerate(codes):
        path, chance = skia.Path(), easel.chance.fork("crowd", index)
        for row in range(rows):
            part = (row + 0.6) / rows
            for _ in range(int(9 * easel.span)):
                at = chance.random()
                y = top + (foot - top) * part + bend * (0.8 - 0.6 * part) * (1 - (2 * at - 1) ** 2)
                path.addCircle(at * width, y + chance.uniform(-2, 2) * easel.unit, 4.6 * easel.unit)
        easel.paint(path, easel.lit(Colour.of(code), 0.25), 0.9)
    roof = polygon([*edge(top - short(easel, 0.05), 0.8), *reversed(edge(top + short(easel, 0.012), 0.8))])
    easel.paint(roof, easel.lit(Colour.of("#e3e6ea"), 0.2))
    for at in (0.12, 0.88):
        _floodlight(easel, (at * width, top - short(easel, 0.03)))


def _floodlight(easel: Easel, foot: tuple[float, float]) -> None:
    x, y = foot
    tall, wide = short(easel, 0.15), short(easel, 0.05)
    easel.line(
        polygon([(x, y), (x, y - tall)], closed=False), easel.lit(Colour.of("#5a6068"), 0.2), 5 * easel.unit
    )
    lamp = mix(easel.lit(Colour.of("#e6ecf0")), Colour.of("#fffbe6"), easel.air.light.darkness)
    easel.canvas.drawRect(skia.Rect.MakeLTRB(x - wide, y - tall - wide, x + wide, y - tall), fill(lamp))
    easel.glow((x, y - tall), short(easel, 0.3), Colour.of("#fff6d6"), 0.7 * easel.air.light.darkness, add=True)


def pitch(easel: Easel, one: Step, roles: Roles) -> None:
    """A mown pitch in stripes, with white lines."""
    top, bottom = level(easel, one.number("y", 0.05)), float(easel.height)
    nature = easel.air.nature
    for i in range(8):
        y0, y1 = (top + (bottom - top) * ((i + k) / 8) ** 1.6 for k in (0, 1))
        colour = easel.lit(shift(nature.grass, lightness=0.02 if i % 2 else -0.025), 0.2 * (1 - i / 8))
        easel.band(y0, y1 + 1, (0, colour, 1.0), (1, colour, 1.0))
    white, middle = easel.lit(Colour.of("#f6f8f2")), easel.width * 0.5
    lines = skia.Path()
    lines.addOval(
        skia.Rect.MakeLTRB(
            middle - short(easel, 0.3),
            top + (bottom - top) * 0.36,
            middle + short(easel, 0.3),
            top + (bottom - top) * 0.74,
        )
    )
    lines.moveTo(0, top + (bottom - top) * 0.53)
    lines.lineTo(easel.width, top + (bottom - top) * 0.53)
    lines.moveTo(0, top + (bottom - top) * 0.1)
    lines.lineTo(easel.width, top + (bottom - top) * 0.1)
    easel.line(lines, white, 5 * easel.unit, 0.75)


def string_lights(easel: Easel, one: Step, roles: Roles) -> None:
    """Bulbs on lines that hang across, ``y`` above the horizon; ``lanterns=yes`` hangs paper lanterns. In the dark
    they light the ground below."""
    lanterns, dark = one.text("lanterns") == "yes", easel.air.light.darkness
    line = easel.lit(Colour.of("#3b3a40"))
    for row in range(int(one.number("count", 2))):
        y = level(easel, one.number("y", -0.36)) + row * short(easel, 0.09)
        sag, spans = short(easel, 0.07), 2 + row % 2
        shift_x = easel.chance.fork("shift", row).uniform(-0.12, 0.0) * easel.width
        count = round(7 * spans * (0.5 + 0.5 * easel.span))
        points = []
        for i in range(count + 1):
            part = i * spans / count
            x = shift_x + (easel.width - shift_x + 20) * i / count
            points.append((x, y + sag * math.sin(math.pi * (part % 1.0))))
        easel.line(curve(points), line, 2 * easel.unit)
        for i, (x, py) in enumerate(points):
            code = ("#e0483a", "#f0a03a", "#f6d36a")[(i + row) % 3] if lanterns else "#ffd98a"
            size = (15 if lanterns else 7) * easel.unit * (0.75 + 0.12 * row)
            colour = mix(easel.lit(Colour.of(code)), LAMP, min(1.0, (0.5 if lanterns else 0.9) * 1.6 * dark))
            easel.glow((x, py + size), size * (5 if lanterns else 6), Colour.of(code), 0.62 * dark, add=True)
            easel.canvas.drawOval(skia.Rect.MakeLTRB(x - size, py, x + size, py + size * 2.2), fill(colour))
    if dark > 0.3:
        middle = (easel.width * 0.5, easel.horizon + 0.56 * (easel.height - easel.horizon))
        reach = (0.6 * easel.width, 0.3 * (easel.height - easel.horizon))
        soft_oval(easel, middle, reach, Colour.of("#ffc878"), 0.34 * dark, add=True)
