"""Streets, roofs and pools seen straight from above."""

from __future__ import annotations

from collections.abc import Iterator

import skia

from aquatint.engines.composer.backdrops.easel import Easel, lens
from aquatint.engines.composer.backdrops.places.table import table_top
from aquatint.engines.composer.backdrops.recipe import Step
from aquatint.engines.composer.backdrops.scenery.above import SHADOW, tree_above
from aquatint.engines.composer.backdrops.scenery.measures import Roles, short, tone
from aquatint.engines.composer.drawing.brush import fill, polygon
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, shift

Box = tuple[float, float, float, float]
"""Left, top, right and lower edge in pixels."""
TILES = ("#c2694a", "#b5573f", "#d08a5a", "#8f5a4a", "#7d6a6a", "#a8785a")
FLATS = ("#c9b59a", "#a8b0bc", "#d3c3a8", "#8fa0ae", "#d9cfc0", "#b08f7d", "#7f8d9c")


def blocks(easel: Easel, one: Step, roles: Roles) -> None:
    """Blocks of houses between streets, the whole turned a little; ``kind=city`` has flat roofs and towers."""
    canvas, city = easel.canvas, one.text("kind", "town") == "city"
    canvas.save()
    canvas.translate(easel.width / 2, easel.height / 2)
    canvas.rotate(easel.chance.uniform(6, 14) * (-1 if "mirror" in roles else 1))
    step, road = short(easel, 0.3 if city else 0.36), short(easel, 0.05 if city else 0.045)
    reach = max(easel.width, easel.height) * 0.72
    count = int(reach / step) + 1
    asphalt = easel.lit(tone(easel, one, "#8a8c92|#94928f"))
    easel.canvas.drawRect(skia.Rect.MakeLTRB(-2 * reach, -2 * reach, 2 * reach, 2 * reach), fill(asphalt))
    if easel.air.snow:
        canvas.drawPaint(fill(easel.air.snow_colour, 0.4))
    _lanes(easel, step, count)
    places = [(i, j) for i in range(-count, count + 1) for j in range(-count, count + 1)]
    # Towers lean outward, so those farther out come first.
    for i, j in sorted(places, key=lambda place: -abs(place[0] + 0.5) - abs(place[1] + 0.5)):
        box = (i * step + road / 2, j * step + road / 2, (i + 1) * step - road / 2, (j + 1) * step - road / 2)
        _block(easel.fork("block", i, j), box, city=city)
    canvas.restore()


def _lanes(easel: Easel, step: float, count: int) -> None:
    """Dashed lines down the middle of the streets."""
    marks, reach = skia.Path(), (count + 1) * step
    dash = short(easel, 0.016)
    for i in range(-count, count + 2):
        y = -reach
        while y < reach:
            marks.addRect(skia.Rect.MakeXYWH(i * step - easel.unit, y, 2 * easel.unit, dash))
            marks.addRect(skia.Rect.MakeXYWH(y, i * step - easel.unit, dash, 2 * easel.unit))
            y += 2.4 * dash
    easel.paint(marks, easel.lit(Colour.of("#f2eee0")), 0.7)


def _block(easel: Easel, box: Box, *, city: bool) -> None:
    """One block: pavement, then a park, or houses in gardens, or a court of flat roofs."""
    left, top, right, low = box
    pave = easel.lit(Colour.of("#c9c3b6"))
    easel.canvas.drawRect(skia.Rect.MakeLTRB(*box), fill(mix(pave, easel.air.snow_colour, 0.5 * easel.air.snow)))
    inset = short(easel, 0.008)
    lawn = easel.air.snow_colour if easel.air.snow else easel.lit(easel.air.nature.grass)
    inner = (left + inset, top + inset, right - inset, low - inset)
    park = easel.chance.random() < (0.12 if city else 0.14)
    if park or not city:
        easel.canvas.drawRect(skia.Rect.MakeLTRB(*inner), fill(lawn))
    if not park:
        for index, house in enumerate(_houses(easel, inner, city=city)):
            (_tower if city else _house)(easel.fork("house", index), house)
    for i in range(14 if park else 0 if city else 4):
        part = easel.fork("tree", i)
        spot = part.chance.uniform(inner[0], inner[2]), part.chance.uniform(inner[1], inner[3])
        tree_above(part, spot, short(easel, part.chance.uniform(0.012, 0.024)), easel.air.nature.bush)


def _houses(easel: Easel, box: Box, *, city: bool) -> Iterator[Box]:
    """Plots along the upper and the lower edge of a block; in a city they fill it."""
    left, top, right, low = box
    count = easel.chance.choice((2, 3)) if city else 3
    wide, deep = (right - left) / count, (low - top) * (0.5 if city else 0.34)
    gap = short(easel, 0.006 if city else 0.016)
    for i in range(count):
        for edge in (top, low - deep):
            x = left + i * wide
            yield x + gap / 2, edge + gap / 2, x + wide - gap / 2, edge + deep - gap / 2


def _shadow(easel: Easel, box: Box, tall: float) -> None:
    left, top, right, low = box
    dx, dy = -easel.toward * tall, 0.7 * tall
    a, b, c, d = (left, top), (right, top), (right, low), (left, low)
    path = polygon([a, b, c, d])
    for points in ((a, b), (b, c), (c, d), (d, a)):
        (x0, y0), (x1, y1) = points
        path.addPath(polygon([(x0, y0), (x1, y1), (x1 + dx, y1 + dy), (x0 + dx, y0 + dy)]))
    path.addPath(polygon([(x + dx, y + dy) for x, y in (a, b, c, d)]))
    path.setFillType(skia.PathFillType.kWinding)
    easel.canvas.saveLayer(None, skia.Paint(Alphaf=SHADOW))
    easel.canvas.drawPath(path, fill(easel.stage.light.shadow))
    easel.canvas.restore()


def _house(easel: Easel, box: Box) -> None:
    """A gabled roof: a lit side, a dull one, a ridge, a chimney."""
    chance = easel.chance
    left, top, right, low = box
    pull = chance.uniform(0.0, 0.16) * (right - left)
    left, right = left + pull, right - chance.uniform(0.0, 0.16) * (right - left)
    _shadow(easel, (left, top, right, low), short(easel, 0.018))
    roof = easel.lit(Colour.of(chance.choice(TILES)))
    if easel.air.snow:
        roof = easel.air.snow_colour
    middle = (top + low) / 2
    rect = skia.Rect.MakeLTRB
    easel.canvas.drawRect(rect(left, top, right, middle), fill(shift(roof, lightness=0.04)))
    easel.canvas.drawRect(rect(left, middle, right, low), fill(shift(roof, lightness=-0.08)))
    rows = skia.Path()
    for k in range(1, 8):
        y = top + (low - top) * k / 8
        rows.addRect(skia.Rect.MakeXYWH(left, y, right - left, 1.0 * easel.unit))
    easel.paint(rows, shift(roof, lightness=-0.14), 0.5)
    easel.canvas.drawRect(
        rect(left, middle - easel.unit, right, middle + easel.unit), fill(shift(roof, lightness=0.1))
    )
    size, x = short(easel, 0.01), left + (right - left) * chance.uniform(0.2, 0.8)
    easel.canvas.drawRect(
        rect(x, middle - 2 * size, x + size, middle - size), fill(easel.lit(Colour.of("#7d5a4f")))
    )
    if easel.air.light.darkness > 0.3:
        easel.glow((x, low), short(easel, 0.03), Colour.of("#ffd98a"), 0.7, add=True)


def _tower(easel: Easel, box: Box) -> None:
    """A block of flats: its roof leans away from the middle of the picture, so that two of its walls are seen."""
    chance, (left, top, right, low) = easel.chance, box
    _shadow(easel, box, short(easel, chance.choice((0.02, 0.03, 0.05))))
    tone_ = Colour.of(chance.choice(FLATS))
    roof = easel.air.snow_colour if easel.air.snow else easel.lit(tone_)
    wall = easel.lit(shift(tone_, lightness=-0.12))
    lean = chance.choice((0.06, 0.1, 0.18))
    dx, dy = ((left + right) / 2 * lean, (top + low) / 2 * lean)
    base = [(left, top), (right, top), (right, low), (left, low)]
    high = [(x + dx, y + dy) for x, y in base]
    for k in range(4):
        corners = [base[k], base[(k + 1) % 4], high[(k + 1) % 4], high[k]]
        easel.paint(polygon(corners), shift(wall, lightness=0.05 if k % 2 else -0.06))
        _storeys(easel, corners, wall)
    _flat_roof(easel, (left + dx, top + dy, right + dx, low + dy), roof)


def _storeys(easel: Easel, corners: list[tuple[float, float]], wall: Colour) -> None:
    """Rows of windows on a wall, lit in the dark."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    lit = easel.air.light.darkness > 0.3
    colour = Colour.of("#ffd98a") if lit else shift(wall, lightness=-0.12)
    for row in (0.2, 0.45, 0.7):
        ends = [(ax + (dx - ax) * row, ay + (dy - ay) * row), (bx + (cx - bx) * row, by + (cy - by) * row)]
        easel.line(polygon(ends, closed=False), colour, 2 * easel.unit, 0.75)


def _flat_roof(easel: Easel, box: Box, roof: Colour) -> None:
    """A parapet, machines, sometimes a garden."""
    (left, top, right, low), chance, rect = box, easel.chance, skia.Rect.MakeLTRB
    edge = short(easel, 0.005)
    easel.canvas.drawRect(rect(*box), fill(shift(roof, lightness=0.06)))
    green = chance.random() < 0.22 and not easel.air.snow
    inside = easel.lit(easel.air.nature.grass) if green else shift(roof, lightness=-0.03)
    easel.canvas.drawRect(rect(left + edge, top + edge, right - edge, low - edge), fill(inside))
    for _ in range(3):
        size = short(easel, chance.uniform(0.01, 0.024))
        x, y = chance.uniform(left + size, right - 2 * size), chance.uniform(top + size, low - 2 * size)
        easel.canvas.drawRect(rect(x + 2, y + 2, x + size + 3, y + size + 3), fill(easel.stage.light.shadow, 0.3))
        easel.canvas.drawRect(rect(x, y, x + size, y + size * 0.8), fill(shift(roof, lightness=-0.12)))


def crossing(easel: Easel, one: Step, roles: Roles) -> None:
    """Two streets that meet, with lanes and zebra crossings, between pavements."""
    width, height = easel.width, easel.height
    half, walk = short(easel, 0.17), short(easel, 0.06)
    pave, asphalt = easel.lit(Colour.of("#c9c3b6")), easel.lit(tone(easel, one, "#6f7078"))
    white, rect = easel.lit(Colour.of("#f2eee0")), skia.Rect.MakeLTRB
    x, y = width / 2, height * 0.5
    for grow, colour in ((half + walk, pave), (half, asphalt)):
        easel.canvas.drawRect(rect(x - grow, 0, x + grow, height), fill(colour))
        easel.canvas.drawRect(rect(0, y - grow, width, y + grow), fill(colour))
    if easel.air.snow:
        easel.canvas.drawPaint(fill(easel.air.snow_colour, 0.4))
    marks, bar = skia.Path(), short(easel, 0.022)
    dash, at = short(easel, 0.05), half + short(easel, 0.12)
    while at < max(width, height):
        for side in (-1, 1):
            marks.addRect(skia.Rect.MakeXYWH(x - 3 * easel.unit, y + side * at, 6 * easel.unit, dash))
            marks.addRect(skia.Rect.MakeXYWH(x + side * at, y - 3 * easel.unit, dash, 6 * easel.unit))
        at += 2 * dash
    off = -half + bar * 0.7
    while off < half - bar:
        for side in (-1, 1):
            far = side * (half + short(easel, 0.05)) - short(easel, 0.03)
            marks.addRect(skia.Rect.MakeXYWH(x + off, y + far, bar, short(easel, 0.06)))
            marks.addRect(skia.Rect.MakeXYWH(x + far, y + off, short(easel, 0.06), bar))
        off += 1.9 * bar
    easel.paint(marks, white, 0.85)


def corner_roofs(easel: Easel, one: Step, roles: Roles) -> None:
    """Houses in the four corners that two streets leave."""
    edge, deep = short(easel, 0.27), short(easel, 0.2)
    for side in (-1, 1):
        for up in (-1, 1):
            for index in range(4):
                x = easel.width / 2 + side * (edge + (index % 2) * 1.15 * deep)
                y = easel.height / 2 + up * (edge + (index // 2) * 1.15 * deep)
                box = (
                    min(x, x + side * deep),
                    min(y, y + up * deep),
                    max(x, x + side * deep),
                    max(y, y + up * deep),
                )
                part = easel.fork("corner", side, up, index)
                (_tower if part.chance.random() < 0.4 else _house)(part, box)


def deck(easel: Easel, one: Step, roles: Roles) -> None:
    """Slabs from edge to edge."""
    stone = easel.lit(tone(easel, one, "#e0d3bd|#d9cfc0|#cfd6d3"))
    stone = mix(stone, easel.air.snow_colour, 0.7) if easel.air.snow else stone
    easel.band(0, easel.height, (0, shift(stone, lightness=0.02), 1.0), (1, shift(stone, lightness=-0.03), 1.0))
    joints, size = skia.Path(), short(easel, 0.09)
    for i in range(int(max(easel.width, easel.height) / size) + 1):
        joints.addRect(skia.Rect.MakeXYWH(i * size, 0, 1.4 * easel.unit, easel.height))
        joints.addRect(skia.Rect.MakeXYWH(0, i * size, easel.width, 1.4 * easel.unit))
    easel.paint(joints, shift(stone, lightness=-0.08), 0.7)


def board(easel: Easel, one: Step, roles: Roles) -> None:
    """The top of a table of planks, from edge to edge."""
    table_top(easel, 0.0, tone(easel, one, "#b9794a"))


def basin(easel: Easel, one: Step, roles: Roles) -> None:
    """A swimming pool in its deck: ``lanes`` of them, ropes between, light that plays over the floor."""
    half_w, half_h = short(easel, one.number("wide", 0.72)) / 2, one.number("tall", 1.3) * easel.height / 2
    x, y = easel.width / 2, easel.height / 2
    blue = easel.lit(tone(easel, one, "#39b6cf|#4abfe0"))
    rim = skia.Rect.MakeLTRB(x - half_w, y - half_h, x + half_w, y + half_h)
    round_ = short(easel, 0.03)
    edge = short(easel, 0.022)
    easel.canvas.drawRoundRect(rim.makeOutset(edge, edge), round_, round_, fill(easel.lit(Colour.of("#f2ece2"))))
    easel.canvas.drawRoundRect(rim, round_, round_, fill(blue))
    easel.canvas.save()
    easel.canvas.clipRect(rim, True)
    light = skia.Path()
    for i in range(int(150 * easel.span)):
        chance = easel.chance.fork(i)
        at = chance.uniform(x - half_w, x + half_w), chance.random() * easel.height
        light.addPath(lens(*at, short(easel, chance.uniform(0.03, 0.09)), 4 * easel.unit))
    easel.paint(light, mix(blue, WHITE, 0.6), 0.5)
    easel.band(0, y - half_h + edge, (0, easel.stage.light.shadow, 0.25), (1, easel.stage.light.shadow, 0.0))
    lanes = int(one.number("lanes", 5))
    for i in range(lanes):
        middle = x - half_w + (i + 0.5) * 2 * half_w / lanes
        stripe = skia.Rect.MakeLTRB(middle - 4 * easel.unit, 0, middle + 4 * easel.unit, easel.height)
        easel.canvas.drawRect(stripe, fill(shift(blue, lightness=-0.12), 0.7))
        if i:
            _rope(easel, x - half_w + i * 2 * half_w / lanes)
    easel.canvas.restore()


def _rope(easel: Easel, x: float) -> None:
    y, step, index = 0.0, short(easel, 0.016), 0
    while y < easel.height:
        colour = easel.lit(Colour.of("#e8584f" if index // 3 % 2 else "#fbfbf7"))
        easel.canvas.drawOval(skia.Rect.MakeXYWH(x - step * 0.3, y, step * 0.6, step), fill(colour))
        y += step
        index += 1
