"""What walls and floors are finished with, painted flat in centimetres; the shell's matrices lay them in depth."""

from __future__ import annotations

from collections.abc import Callable

import skia

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.backdrops.pieces.views import outlook
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, shift

Area = tuple[float, float, float, float]
"""Left, lower, right, upper edge in centimetres."""
Finish = Callable[[Easel, Area, Colour], None]


def _blocks(
    area: Area, wide: float, tall: float, chance: Chance, share: float, shift_rows: float = 0.5
) -> skia.Path:
    """Some of the blocks of a bond, chosen by chance."""
    left, low, right, high = area
    path = skia.Path()
    for row in range(int((high - low) / tall) + 1):
        x = left - (wide * shift_rows if row % 2 else 0.0)
        while x < right:
            if chance.random() < share:
                path.addRect(skia.Rect.MakeXYWH(x, low + row * tall, wide, tall))
            x += wide
    return path


def _joints(area: Area, wide: float, tall: float, shift_rows: float = 0.0) -> skia.Path:
    left, low, right, high = area
    path = skia.Path()
    for row in range(int((high - low) / tall) + 2):
        y = low + row * tall
        path.moveTo(left, y)
        path.lineTo(right, y)
        x = left - (wide * shift_rows if row % 2 else 0.0)
        while x < right:
            path.moveTo(x, y)
            path.lineTo(x, y + tall)
            x += wide
    return path


def _bond(easel: Easel, area: Area, tone: Colour, wide: float, tall: float, rows: float, weight: float) -> None:
    """Blocks of three tints between joints."""
    light = easel.fork("light")
    easel.paint(_blocks(area, wide, tall, easel.chance, 0.3, rows), shift(tone, lightness=-0.03), 0.8)
    easel.paint(_blocks(area, wide, tall, light.chance, 0.22, rows), shift(tone, lightness=0.03), 0.8)
    joint = shift(tone, lightness=-0.08)
    easel.canvas.drawPath(_joints(area, wide, tall, rows), stroke(joint, weight, 0.7))


def paint(easel: Easel, area: Area, tone: Colour) -> None:
    """Plain paint."""


def stripes(easel: Easel, area: Area, tone: Colour) -> None:
    """Wallpaper in faint stripes."""
    left, low, right, high = area
    path = skia.Path()
    for i in range(int((right - left) / 26) + 1):
        path.addRect(skia.Rect.MakeXYWH(left + i * 26, low, 13, high - low))
    easel.paint(path, shift(tone, lightness=0.03), 0.5)


def two_tone(easel: Easel, area: Area, tone: Colour) -> None:
    """A deeper colour to the height of a chair's back, with a thin line over it."""
    left, low, right, _ = area
    easel.canvas.drawRect(
        skia.Rect.MakeLTRB(left, low, right, low + 118), fill(shift(tone, lightness=-0.1, chroma=1.15))
    )
    easel.canvas.drawRect(skia.Rect.MakeLTRB(left, low + 118, right, low + 121), fill(shift(tone, lightness=0.05)))


def sprigs(easel: Easel, area: Area, tone: Colour) -> None:
    """Wallpaper with small leaves in rows."""
    left, low, right, high = area
    path = skia.Path()
    for row in range(int((high - low) / 44) + 1):
        x = left + (22 if row % 2 else 0)
        while x < right:
            y = low + row * 44
            for dx, dy in ((-6, 0), (6, 0), (0, 9)):
                path.addOval(skia.Rect.MakeXYWH(x + dx - 3.5, y + dy - 6, 7, 12))
            x += 44
    easel.paint(path, shift(tone, lightness=-0.055), 0.6)


def dots(easel: Easel, area: Area, tone: Colour) -> None:
    """Wallpaper with dots."""
    left, low, right, high = area
    path = skia.Path()
    for row in range(int((high - low) / 26) + 1):
        x = left + (15 if row % 2 else 0)
        while x < right:
            path.addCircle(x, low + row * 26, 3.2)
            x += 30
    easel.paint(path, shift(tone, lightness=0.06), 0.7)


def panelling(easel: Easel, area: Area, tone: Colour) -> None:
    """Wooden panels to the height of a chair's back, with a rail."""
    left, low, right, _ = area
    canvas = easel.canvas
    base = mix(tone, easel.lit(Colour.of("#f6f0e4")), 0.6)
    canvas.drawRect(skia.Rect.MakeLTRB(left, low, right, low + 96), fill(base))
    for i in range(int((right - left) / 62) + 1):
        panel = skia.Rect.MakeXYWH(left + i * 62 + 8, low + 20, 46, 62)
        canvas.drawRect(panel, stroke(shift(base, lightness=-0.07), 2.0))
    canvas.drawRect(skia.Rect.MakeLTRB(left, low + 93, right, low + 100), fill(shift(base, lightness=0.04)))
    canvas.drawRect(skia.Rect.MakeLTRB(left, low + 90, right, low + 93), fill(shift(base, lightness=-0.1)))


def tiles(easel: Easel, area: Area, tone: Colour) -> None:
    """Glazed tiles to above a man's head, with a band of accent."""
    left, low, right, high = area
    line = min(high, low + 200)
    white = mix(tone, easel.lit(Colour.of("#f8faf8")), 0.7)
    easel.canvas.drawRect(skia.Rect.MakeLTRB(left, low, right, line), fill(white))
    _bond(easel, (left, low, right, line - 1), white, 20, 20, 0.0, 0.9)
    band = shift(tone, lightness=-0.12, chroma=1.6)
    easel.canvas.drawRect(skia.Rect.MakeLTRB(left, line - 8, right, line), fill(band))


def brick(easel: Easel, area: Area, tone: Colour) -> None:
    """Bricks."""
    _bond(easel, area, tone, 26, 9, 0.5, 1.2)


def stone(easel: Easel, area: Area, tone: Colour) -> None:
    """Large hewn blocks."""
    _bond(easel, area, tone, 64, 34, 0.5, 2.2)


def planks(easel: Easel, area: Area, tone: Colour) -> None:
    """Upright boards."""
    left, low, right, high = area
    _bond(easel, (left, low, right, high), tone, 18, high - low + 1, 0.0, 1.6)


def clapboard(easel: Easel, area: Area, tone: Colour) -> None:
    """Boards laid across, each over the next: the outside of a wooden house."""
    left, low, right, high = area
    lines, shadows = skia.Path(), skia.Path()
    for row in range(int((high - low) / 16) + 1):
        lines.addRect(skia.Rect.MakeXYWH(left, low + row * 16, right - left, 1.6))
        shadows.addRect(skia.Rect.MakeXYWH(left, low + row * 16, right - left, 5))
    easel.paint(shadows, shift(tone, lightness=-0.03), 0.7)
    easel.paint(lines, shift(tone, lightness=-0.12), 0.8)


def metal(easel: Easel, area: Area, tone: Colour) -> None:
    """Riveted panels with a strip of light."""
    left, low, right, _ = area
    _bond(easel, area, tone, 90, 75, 0.0, 2.0)
    strip = skia.Rect.MakeLTRB(left, low + 22, right, low + 26)
    easel.canvas.drawRect(strip, fill(Colour.of("#7fe3ff"), 0.85))


def glass(easel: Easel, area: Area, tone: Colour) -> None:
    """A wall of panes with the land outside."""
    outlook(easel, area, "wood")
    bar = easel.lit(Colour.of("#eef0ea"))
    left, low, right, high = area
    canvas = easel.canvas
    canvas.drawPath(_joints((left, low + 60, right, high), 62, 110), stroke(bar, 4.0))
    wall = skia.Rect.MakeLTRB(left, low, right, low + 60)
    canvas.drawRect(wall, fill(easel.lit(Colour.of("#b9876b"))))
    _bond(easel, (left, low, right, low + 51), easel.lit(Colour.of("#b9876b")), 26, 9, 0.5, 1.0)
    canvas.drawRect(skia.Rect.MakeLTRB(left, low + 58, right, low + 64), fill(bar))


def rock(easel: Easel, area: Area, tone: Colour) -> None:
    """Rough rock: facets and cracks."""
    left, low, right, high = area
    chance = easel.chance
    for step in (-0.05, 0.04, -0.08, 0.06):
        path = skia.Path()
        for _ in range(max(4, int((right - left) / 70))):
            x, y, size = chance.uniform(left, right), chance.uniform(low, high), chance.uniform(20, 60)
            points = [(x + dx * size, y + dy * size) for dx, dy in ((-1, 0), (-0.3, 0.8), (0.7, 0.5), (0.9, -0.4))]
            path.addPoly([skia.Point(*point) for point in points], True)
        easel.paint(path, shift(tone, lightness=step), 0.45)


def velvet(easel: Easel, area: Area, tone: Colour) -> None:
    """A curtain from wall to wall."""
    left, low, right, high = area
    count = max(6, int((right - left) / 34))
    wide = (right - left) / count
    for i in range(count):
        x, depth = left + i * wide, easel.fork("fold", i).chance.uniform(0.05, 0.1)
        stops = ((0, shift(tone, lightness=-depth), 1.0), (0.4, shift(tone, lightness=0.05), 1.0),
                 (1, shift(tone, lightness=-depth - 0.03), 1.0))  # fmt: skip
        path = skia.Path()
        path.addRect(skia.Rect.MakeLTRB(x, low, x + wide + 0.5, high))
        easel.shade(path, easel.fade((x, 0), (x + wide, 0), *stops))


WALLS: dict[str, Finish] = {
    "paint": paint, "stripes": stripes, "panelling": panelling, "tiles": tiles, "brick": brick, "stone": stone,
    "planks": planks, "clapboard": clapboard, "two_tone": two_tone, "sprigs": sprigs, "dots": dots, "metal": metal,
    "glass": glass, "rock": rock, "velvet": velvet,
}  # fmt: skip


def boards(easel: Easel, area: Area, tone: Colour) -> None:
    """Floor boards that run toward the viewer."""
    left, low, right, high = area
    chance, seams = easel.chance, skia.Path()
    tints = {step: skia.Path() for step in (-0.045, -0.02, 0.025)}
    for i in range(int((right - left) / 16) + 1):
        x, y = left + i * 16, low - chance.random() * 200
        while y < high:
            length = chance.uniform(140, 260)
            tints[chance.choice((-0.045, -0.02, 0.025))].addRect(skia.Rect.MakeXYWH(x, y, 16, length))
            seams.addRect(skia.Rect.MakeXYWH(x, y, 16, 0.9))
            y += length
        seams.addRect(skia.Rect.MakeXYWH(x, low, 0.8, high - low))
    for step, path in tints.items():
        easel.paint(path, shift(tone, lightness=step), 0.55)
    easel.paint(seams, shift(tone, lightness=-0.15), 0.55)


def herringbone(easel: Easel, area: Area, tone: Colour) -> None:
    """Short boards laid in zigzag rows."""
    left, low, right, high = area
    paths = {step: skia.Path() for step in (-0.05, 0.0, 0.03)}
    chance, wide, long = easel.chance, 30.0, 23.0
    columns = min(56, int((right - left) / wide) + 1)
    start = (left + right) / 2 - columns * wide / 2
    for i in range(columns):
        x, rise = start + i * wide, 26 if i % 2 else -26
        y = low - 60
        while y < min(high, low + 760):
            corners = [(x, y), (x + wide, y + rise), (x + wide, y + rise + long), (x, y + long)]
            paths[chance.choice((-0.05, 0.0, 0.03))].addPoly([skia.Point(*c) for c in corners], True)
            y += long
    for step, path in paths.items():
        easel.paint(path, shift(tone, lightness=step), 0.7)


def terrazzo(easel: Easel, area: Area, tone: Colour) -> None:
    """Polished stone with chips of three colours."""
    left, low, right, high = area
    for index, step in enumerate((-0.06, 0.05, -0.03)):
        path, chance = skia.Path(), easel.chance.fork(index)
        for _ in range(150):
            x, y, size = chance.uniform(left, right) * 0.6, chance.uniform(low, high), chance.uniform(3, 9)
            path.addOval(skia.Rect.MakeXYWH(x, y, size * 1.5, size))
        easel.paint(path, shift(tone, lightness=step, chroma=1.15, hue=14 * index), 0.6)


def checker(easel: Easel, area: Area, tone: Colour) -> None:
    """Tiles in two colours."""
    left, low, right, high = area
    path = skia.Path()
    for i in range(int((right - left) / 32) + 1):
        for j in range(int((high - low) / 32) + 1):
            if (i + j) % 2:
                path.addRect(skia.Rect.MakeXYWH(left + i * 32, low + j * 32, 32, 32))
    easel.paint(path, shift(tone, lightness=-0.13), 0.75)


def flags(easel: Easel, area: Area, tone: Colour) -> None:
    """Stone flags."""
    _bond(easel, area, tone, 54, 40, 0.4, 1.7)


def slabs(easel: Easel, area: Area, tone: Colour) -> None:
    """Large smooth tiles."""
    _bond(easel, area, tone, 44, 44, 0.0, 0.9)


def carpet(easel: Easel, area: Area, tone: Colour) -> None:
    """A plain fitted carpet: nothing to see but its pile's bands."""
    left, low, right, high = area
    path = skia.Path()
    for j in range(int((high - low) / 60) + 1):
        path.addRect(skia.Rect.MakeXYWH(left, low + j * 60, right - left, 30))
    easel.paint(path, shift(tone, lightness=0.015), 0.6)


def earth(easel: Easel, area: Area, tone: Colour) -> None:
    """Bare ground with stones."""
    left, low, right, high = area
    path = skia.Path()
    for _ in range(120):
        x, y, size = easel.chance.uniform(left, right), easel.chance.uniform(low, high), easel.chance.uniform(2, 9)
        path.addOval(skia.Rect.MakeXYWH(x, y, size * 1.6, size))
    easel.paint(path, shift(tone, lightness=-0.06), 0.7)


FLOORS: dict[str, Finish] = {
    "boards": boards, "checker": checker, "herringbone": herringbone, "terrazzo": terrazzo,
    "flags": flags, "slabs": slabs, "carpet": carpet, "earth": earth,
    "plain": paint,
}  # fmt: skip
