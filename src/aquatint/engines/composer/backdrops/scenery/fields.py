"""Layers of what is sown: fields in rows to the horizon, standing corn, a far patchwork of fields."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import skia

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.framing import oval
from aquatint.engines.composer.backdrops.ground_light import fall_on
from aquatint.engines.composer.backdrops.grounds import tuft
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.backdrops.ridges import rolling, under
from aquatint.engines.composer.backdrops.scenery.measures import Roles, across, level, short, tone, tone_of
from aquatint.engines.composer.drawing.brush import Point, curve, polygon
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, shift

Head = Callable[["Bed", float, float, float, Chance], None]


class Bed:
    """The paths that one row of plants is collected in, by what they are painted with."""

    def __init__(self) -> None:
        """Empty paths."""
        self.leaf, self.bloom, self.light, self.heart = (skia.Path() for _ in range(4))


def _spike(bed: Bed, x: float, y: float, size: float, chance: Chance) -> None:
    """A round bush of fine spikes that fan out: lavender."""
    bed.leaf.addOval(oval(x, y - size * 0.18, size * 0.6, size * 0.3))
    bed.bloom.addOval(oval(x, y - size * 0.46, size * 0.5, size * 0.32))
    for i in range(9):
        lean = (i / 8 - 0.5) * 2.1 + chance.uniform(-0.16, 0.16)
        reach = size * chance.uniform(0.9, 1.15) * (1 - 0.1 * lean * lean)
        tip = (x + lean * size * 0.72, y - reach * (1 - 0.24 * lean * lean))
        foot = (x + lean * size * 0.28, y - size * 0.2)
        half = size * 0.055
        path = bed.light if i % 2 else bed.bloom
        path.moveTo(*foot)
        path.quadTo((foot[0] + tip[0]) / 2 - half * 2, (foot[1] + 2 * tip[1]) / 3, *tip)
        path.quadTo((foot[0] + tip[0]) / 2 + half * 2, (foot[1] + 2 * tip[1]) / 3, *foot)
        path.close()


def _cup(bed: Bed, x: float, y: float, size: float, chance: Chance) -> None:
    """Flower cups on stems: tulips."""
    tuft(bed.leaf, x, y, size * 0.62, chance, 5)
    for i in range(3):
        at = x + (i - 1) * size * 0.4 + chance.uniform(-0.1, 0.1) * size
        up = y - size * chance.uniform(0.5, 0.78)
        wide, tall = size * 0.16, size * 0.36
        path = bed.light if i == 1 else bed.bloom
        path.moveTo(at, up)
        path.cubicTo(at - wide * 1.2, up, at - wide * 1.3, up - tall * 0.6, at - wide, up - tall)
        path.lineTo(at - wide * 0.45, up - tall * 0.78)
        path.lineTo(at, up - tall * 1.06)
        path.lineTo(at + wide * 0.45, up - tall * 0.78)
        path.lineTo(at + wide, up - tall)
        path.cubicTo(at + wide * 1.3, up - tall * 0.6, at + wide * 1.2, up, at, up)
        path.close()


def _disc(bed: Bed, x: float, y: float, size: float, chance: Chance) -> None:
    """One large head of petals on a leafy stem: a sunflower."""
    up = y - size * chance.uniform(0.95, 1.15)
    stem = size * 0.05
    bed.leaf.addRect(skia.Rect.MakeLTRB(x - stem, up, x + stem, y))
    for side in (-1, 1):
        bed.leaf.addOval(oval(x + side * size * 0.2, y - size * 0.4, size * 0.24, size * 0.13))
    turn = chance.random()
    for i in range(11):
        angle = math.tau * (i + turn) / 11
        path = bed.light if i % 2 else bed.bloom
        path.addCircle(x + math.cos(angle) * size * 0.22, up + math.sin(angle) * size * 0.22, size * 0.1)
    bed.bloom.addCircle(x, up, size * 0.22)
    bed.heart.addCircle(x, up, size * 0.16)


def _mound(bed: Bed, x: float, y: float, size: float, chance: Chance) -> None:
    """A rounded bush: vines, tea, box, cabbage."""
    for dx, dy, radius in ((-0.4, -0.3, 0.4), (0.42, -0.28, 0.38), (0.0, -0.5, 0.46), (0.1, -0.2, 0.4)):
        bed.leaf.addCircle(x + dx * size, y + dy * size, radius * size * chance.uniform(0.85, 1.1))
    for dx, dy, radius in ((-0.2, -0.66, 0.2), (0.26, -0.56, 0.16), (-0.48, -0.4, 0.14)):
        bed.bloom.addCircle(x + dx * size, y + dy * size, radius * size * chance.uniform(0.7, 1.2))
    bed.light.addCircle(x + chance.uniform(-0.3, 0.2) * size, y - size * 0.72, size * 0.1)


def _sheaf(bed: Bed, x: float, y: float, size: float, chance: Chance) -> None:
    """A tuft of blades: young corn, maize."""
    tuft(bed.leaf, x, y, size, chance, 6)
    tuft(bed.light, x + size * 0.1, y, size * 0.8, chance, 4)


HEADS: dict[str, Head] = {"spike": _spike, "cup": _cup, "disc": _disc, "mound": _mound, "sheaf": _sheaf}
"""What a row is planted with."""


def field(easel: Easel, one: Step, roles: Roles) -> None:
    """Rows ``of`` plants from the lower edge to one point on the horizon, ``free`` of them in the middle, a lane.
    ``tones`` are of the rows in turn, ``leaf`` and ``soil`` of what is under them."""
    top, bottom = level(easel, one.number("y", 0.03)), float(easel.height)
    focus = across(easel, one.number("at"), roles)
    gap, free = short(easel, one.number("gap", 0.17)), one.number("free", 0.5)
    tones = [tone_of(text, easel, easel.chance) for text in one.text("tones", "#8f78c8").split(",")]
    soil = easel.lit(tone_of(one.text("soil", "soil"), easel, easel.fork("soil").chance))
    if easel.air.snow:
        soil = mix(easel.air.snow_colour, soil, 0.12)
    leaf = easel.lit(tone_of(one.text("leaf", "bush"), easel, easel.fork("leaf").chance))
    far_tone = soil if easel.air.snow else mix(easel.lit(_mean(tones)), leaf, 0.3)
    ground = skia.Path()
    ground.addRect(skia.Rect.MakeLTRB(0, top, easel.width, bottom))
    stops = (
        (0, mix(far_tone, easel.stage.light.haze, 0.45), 1.0),
        (0.16, far_tone, 1.0),
        (0.4, soil, 1.0),
        (1, soil, 1.0),
    )
    easel.shade(ground, easel.fade((0, top), (0, bottom), *stops))
    reach = int((easel.width * 0.5 + abs(focus - easel.width * 0.5)) / gap) + 2
    rows = [i for i in range(-4 * reach, 4 * reach + 1) if abs(i) >= free]
    for i in rows:
        if abs(i) > 1:
            _strip(easel, one, (focus, top), (focus + i * gap, bottom), tones[i % len(tones)])
    # Rows near the middle are painted last: those beside them stand behind.
    for i in sorted((i for i in rows if abs(i) <= 1.6 * reach), key=lambda i: -abs(i)):
        _row(easel.fork("row", i), one, (focus, top), (focus + i * gap, bottom), tones[i % len(tones)])
    fall_on(easel.fork("light"), top)


def _mean(colours: Sequence[Colour]) -> Colour:
    """What colours are from afar."""
    return Colour(*(sum(channel) / len(colours) for channel in zip(*colours, strict=True)))


def _colours(easel: Easel, one: Step, colour: Colour) -> tuple[Colour, Colour]:
    """Leaves and blooms of a row in this light, under snow when it lies."""
    leaf, bloom = easel.lit(tone_of(one.text("leaf", "bush"), easel, easel.chance)), easel.lit(colour)
    if easel.air.snow:
        return mix(easel.air.snow_colour, leaf, 0.3), mix(bloom, easel.air.snow_colour, 0.85)
    if easel.air.season in ("autumn", "winter") and one.text("evergreen") != "yes":
        dry = easel.lit(Colour.of("#a8925f"))
        return mix(leaf, dry, 0.6), mix(bloom, dry, 0.7)
    return leaf, bloom


def _strip(easel: Easel, one: Step, start: Point, end: Point, colour: Colour) -> None:
    """All that is seen of a row afar."""
    leaf, bloom = _colours(easel, one, colour)
    half, haze = short(easel, one.number("gap", 0.17)) * one.number("wide", 0.36), easel.stage.light.haze
    (x0, y0), (x1, y1) = start, end
    strip = polygon([(x0 - 0.5, y0), (x0 + 0.5, y0), (x1 + half, y1), (x1 - half, y1)])
    body = mix(bloom, leaf, 0.35)
    stops = ((0, mix(bloom, haze, 0.5), 1.0), (0.2, mix(bloom, haze, 0.12), 1.0), (0.6, body, 1.0), (1, body, 1.0))
    easel.shade(strip, easel.fade((0, y0), (0, y1), *stops))


def _row(easel: Easel, one: Step, start: Point, end: Point, colour: Colour) -> None:
    """One row: plants that grow toward the viewer, on its strip."""
    _strip(easel, one, start, end, colour)
    leaf, bloom = _colours(easel, one, colour)
    half = short(easel, one.number("gap", 0.17)) * one.number("wide", 0.36)
    (x0, y0), (x1, y1) = start, end
    bed, head = Bed(), HEADS[one.text("of", "spike")]
    deep = int(one.number("deep", 15))
    for j in range(deep):
        near = 0.045 + 1.0 * ((j + 0.5) / deep) ** 1.7
        chance = easel.chance.fork(j)
        x = x0 + (x1 - x0) * near + chance.uniform(-0.1, 0.1) * half * near
        if -half < x < easel.width + half and near > 0.09:
            head(bed, x, y0 + (y1 - y0) * near, half * 1.7 * near * chance.uniform(0.88, 1.1), chance)
    easel.paint(bed.leaf, shift(leaf, lightness=-0.04))
    easel.paint(bed.bloom, bloom)
    easel.paint(bed.light, shift(bloom, lightness=0.07))
    easel.paint(bed.heart, easel.lit(Colour.of("#5f3f24")))


def stalks(easel: Easel, one: Step, roles: Roles) -> None:
    """Standing corn or tall grass from ``y`` to ``to``: ranks of stalks that grow and darken toward the viewer;
    ``gap`` is what is mown of the nearest rank, in its middle."""
    top = level(easel, one.number("y", 0.05))
    bottom = level(easel, one.number("to")) if "to" in one.options else 1.02 * easel.height
    base = easel.lit(tone(easel, one, "#e2bc5c"))
    if easel.air.snow:
        base = mix(base, easel.air.snow_colour, 0.75)
    haze, ranks = easel.stage.light.haze, int(one.number("ranks", 9))
    line = rolling(easel.width, top, 0.012 * easel.height, easel.fork("line").chance, waves=0.7)
    stops = ((0, mix(base, haze, 0.45), 1.0), (0.3, base, 1.0), (1, shift(base, lightness=-0.07), 1.0))
    easel.shade(under(line, bottom), easel.fade((0, top), (0, bottom), *stops))
    for i in range(ranks):
        part = ((i + 0.6) / ranks) ** 1.5
        y = top + (bottom - top) * part
        size = (0.012 + one.number("size", 0.1) * part) * 1000 * easel.unit
        rank = easel.fork("rank", i)
        tint = mix(mix(base, haze, 0.4 * (1 - part) ** 2), easel.stage.light.shadow, 0.05 + 0.12 * part)
        _rank(
            rank, y, size, (shift(tint, lightness=-0.03), shift(tint, lightness=0.075)), one.number("gap") * part
        )


def _rank(easel: Easel, y: float, size: float, tints: Sequence[Colour], gap: float) -> None:
    paths = [skia.Path() for _ in tints]
    step, chance = size * 0.2, easel.chance
    count = min(190, int(easel.width / step) + 2)
    step = easel.width / count
    for i in range(count + 1):
        x = (i + chance.uniform(-0.4, 0.4)) * step
        if abs(x / easel.width - 0.5) < gap * 0.5:
            continue
        _ear(paths[i % 2], x, y + size * 0.2, size * chance.uniform(0.75, 1.1), chance.uniform(-0.1, 0.24))
    for path, tint in zip(paths, tints, strict=True):
        easel.paint(path, tint, 0.9)


def _ear(path: Any, x: float, y: float, size: float, lean: float) -> None:
    """Add a stalk with an ear that nods."""
    thick, tip = size * 0.03, x + lean * size
    path.moveTo(x - thick, y)
    path.lineTo(tip - thick, y - size * 0.7)
    path.quadTo(tip - thick * 3.4, y - size * 0.86, tip + lean * size * 0.3, y - size)
    path.quadTo(tip + thick * 3.4, y - size * 0.84, tip + thick, y - size * 0.7)
    path.lineTo(x + thick, y)
    path.close()


def patchwork(easel: Easel, one: Step, roles: Roles) -> None:
    """Far fields in strips of several crops on a slope, with hedges between them."""
    top, foot = level(easel, one.number("y", 0.0)), level(easel, one.number("to", 0.06))
    rise, far = short(easel, one.number("rise", 0.06)), one.number("far", 0.4)
    upper = rolling(easel.width, top, rise, easel.fork("upper").chance, waves=0.8)
    nature = easel.air.nature
    hues = [*nature.crop, nature.grass, nature.grass_far, mix(nature.crop[0], nature.grass, 0.5)]
    canvas = easel.canvas
    canvas.save()
    canvas.clipPath(under(upper, foot + 2), True)
    easel.band(
        top - rise, foot + 2, (0, easel.lit(nature.grass, far), 1.0), (1, easel.lit(nature.grass, far), 1.0)
    )
    hedges = skia.Path()
    y, row = top - rise, 0
    while y < foot:
        step = (foot - top + rise) * (0.16 + 0.1 * row)
        chance = easel.chance.fork("row", row)
        x, slant = -chance.uniform(0.0, 0.3) * easel.width, chance.uniform(-0.14, 0.14) * easel.width
        while x < easel.width * 1.1:
            wide = chance.uniform(0.16, 0.42) * min(easel.width, 1300 * easel.unit)
            corners = [(x, y), (x + wide, y), (x + wide + slant, y + step), (x + slant, y + step)]
            easel.paint(polygon(corners), easel.lit(chance.choice(hues), far), 0.95)
            _hedge(hedges, corners[1], corners[2], 4 * easel.unit, chance)
            x += wide
        _hedge(
            hedges,
            (-20.0, y + step),
            (easel.width + 20.0, y + step * chance.uniform(0.9, 1.1)),
            4 * easel.unit,
            chance,
        )
        y += step
        row += 1
    easel.paint(hedges, easel.lit(shift(nature.bush, lightness=-0.05), far))
    canvas.restore()


def _hedge(path: Any, start: Point, end: Point, size: float, chance: Chance) -> None:
    """Add a line of bushes between two points."""
    length = math.hypot(end[0] - start[0], end[1] - start[1])
    count = min(60, max(2, int(length / (size * 2.2))))
    for i in range(count):
        part = (i + chance.random()) / count
        at = (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
        radius = size * chance.uniform(0.5, 1.3)
        path.addOval(oval(at[0], at[1] - radius * 0.5, radius * 1.3, radius))


def furrows(easel: Easel, one: Step, roles: Roles) -> None:
    """Ploughed or mown bands that bow with the ground from ``y`` down."""
    top, bottom = level(easel, one.number("y", 0.05)), float(easel.height)
    base = easel.lit(tone(easel, one, "soil"))
    focus = across(easel, one.number("at"), roles)
    path, count = skia.Path(), int(one.number("count", 16) * easel.span)
    for i in range(-count, count + 1, 2):
        near, after = ((i + k) * 0.075 * 1000 * easel.unit for k in (0, 1))
        bow = easel.width * one.number("bow", 0.06)
        left = [
            (focus + near * 0.05, top),
            (focus + near * 0.5 + bow, (top + bottom) / 2),
            (focus + near * 1.9, bottom),
        ]
        right = [
            (focus + after * 0.05, top),
            (focus + after * 0.5 + bow, (top + bottom) / 2),
            (focus + after * 1.9, bottom),
        ]
        path.addPath(curve([*left, *reversed(right)], closed=True))
    canvas = easel.canvas
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(0, top, easel.width, bottom))
    easel.paint(path, shift(base, lightness=one.number("step", -0.06)), one.number("strength", 0.5))
    canvas.restore()
