"""Buildings: towers of a skyline, facades of a street, a barn and other country houses."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from aquatint.engines.composer.backdrops.easel import Easel
from aquatint.engines.composer.drawing.brush import fill, polygon
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, shift

LAMP = Colour.of("#ffd98a")
LAMPS = (LAMP, Colour.of("#ffc56b"), Colour.of("#fff0c4"), Colour.of("#a9d4ff"))
WALLS = ("#5f7fa8", "#b0765f", "#8f9fb0", "#c2a68a", "#5f8a92", "#7a6a94")
"""What towers are made of; each is mixed with the colour of its row."""
GLASS = Colour.of("#5f7f99")


@dataclass(frozen=True, slots=True)
class Block:
    """A box of a building in pixels."""

    left: float
    top: float
    right: float
    foot: float

    @property
    def width(self) -> float:
        """Width in pixels."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height in pixels."""
        return self.foot - self.top

    def rect(self) -> skia.Rect:
        """As Skia has it."""
        return skia.Rect.MakeLTRB(self.left, self.top, self.right, self.foot)


def skyline(
    easel: Easel,
    foot: float,
    tall: float,
    colour: Colour,
    far: float,
    *,
    gap: float = 0.0,
    windows: bool = True,
    wide: float = 1.0,
) -> None:
    """A row of towers up to ``tall`` pixels that stand on ``foot``; lower in the middle by ``gap`` (0..1), broader
    for their height by ``wide``."""
    chance, x = easel.chance, -0.03 * 1000 * easel.unit
    index = 0
    while x < easel.width:
        one = easel.fork("tower", index)
        width = tall * wide * one.chance.uniform(0.17, 0.36)
        middle = 1 - abs((x + width / 2) / easel.width - 0.5) * 2
        height = tall * one.chance.uniform(0.42, 1.0) * (1 - gap * max(0.0, middle - 0.25))
        tone = mix(colour, Colour.of(one.chance.choice(WALLS)), 0.5)
        tower(one, Block(x, foot - height, x + width, foot + 0.01 * easel.height), tone, far, windows=windows)
        x += width * chance.uniform(0.82, 1.08)
        index += 1


def tower(easel: Easel, block: Block, colour: Colour, far: float, *, windows: bool = True) -> None:
    """One tower: lit and shaded side, a roof of some kind, windows that glow when it is dark."""
    chance = easel.chance
    top_tone, foot_tone = easel.lit(colour, far), easel.lit(colour, min(1.0, far + 0.22))
    shade = easel.lit(shift(colour, lightness=-0.09), far)
    body = skia.Path()
    body.addRect(block.rect())
    _roof(body, block, chance)
    easel.shade(body, easel.fade((0, block.top), (0, block.foot), (0, top_tone, 1.0), (1, foot_tone, 1.0)))
    side = block.width * chance.uniform(0.2, 0.32)
    left = block.left if easel.toward > 0 else block.right - side
    dark = skia.Rect.MakeLTRB(left, block.top, left + side, block.foot)
    easel.canvas.drawRect(
        dark, fill(shader=easel.fade((0, block.top), (0, block.foot), (0, shade, 0.85), (1, foot_tone, 0.4)))
    )
    if windows:
        _windows(easel, block, colour, far)


def _roof(path: skia.Path, block: Block, chance: Chance) -> None:
    """Add one of five roofs to a tower's outline."""
    kind, middle, wide = chance.randrange(5), (block.left + block.right) / 2, block.width
    if kind == 0:
        for i, share in enumerate((0.64, 0.34)):
            rise = wide * 0.2
            path.addRect(
                skia.Rect.MakeLTRB(
                    middle - wide * share / 2, block.top - rise * (i + 1), middle + wide * share / 2, block.top + 1
                )
            )
        path.addRect(
            skia.Rect.MakeLTRB(middle - wide * 0.015, block.top - wide * 0.85, middle + wide * 0.015, block.top)
        )
    elif kind == 1:
        path.addPath(
            polygon([(block.left, block.top + 1), (middle, block.top - wide * 0.5), (block.right, block.top + 1)])
        )
    elif kind == 2:
        path.addRect(
            skia.Rect.MakeLTRB(
                block.left + wide * 0.16, block.top - wide * 0.12, block.left + wide * 0.46, block.top + 1
            )
        )
        path.addRect(
            skia.Rect.MakeLTRB(
                block.left + wide * 0.7, block.top - wide * 0.4, block.left + wide * 0.72, block.top + 1
            )
        )
    elif kind == 3:
        path.addPath(
            polygon(
                [(block.left, block.top + 1), (block.left, block.top - wide * 0.28), (block.right, block.top + 1)]
            )
        )


def _windows(easel: Easel, block: Block, colour: Colour, far: float) -> None:
    """A grid of panes; by day a little darker than the wall, in the dark some of them lit."""
    chance, dark = easel.chance.fork("windows"), easel.stage.light.darkness
    cell = max(6.0 * easel.unit, block.width / max(3, round(block.width / (15 * easel.unit))))
    columns = max(2, int(block.width * 0.84 / cell))
    rows = int((block.height - cell) / (cell * 1.35))
    start = block.left + (block.width - columns * cell) / 2
    panes = [skia.Path() for _ in range(len(LAMPS) + 1)]
    lit_share = 0.0 if dark < 0.3 else 0.16 + 0.42 * dark
    for row in range(rows):
        for column in range(columns):
            x, y = start + (column + 0.22) * cell, block.top + cell * (0.6 + row * 1.35)
            lit = chance.random() < lit_share
            which = chance.randrange(len(LAMPS)) if lit else len(LAMPS)
            panes[which].addRect(skia.Rect.MakeXYWH(x, y, cell * 0.56, cell * 0.78))
    for lamp, path in zip(LAMPS, panes, strict=False):
        easel.paint(path, mix(lamp, easel.stage.light.haze, far * 0.45), 0.95)
    glass = easel.lit(mix(shift(colour, lightness=-0.1), GLASS, 0.4), far)
    easel.paint(panes[-1], glass, 0.55 if dark < 0.3 else 0.7)


def facade(easel: Easel, block: Block, colour: Colour, *, far: float = 0.0, shop: bool = True) -> None:
    """The front of a town house: rows of framed windows, a cornice, a shop with awning and door below."""
    chance, canvas = easel.chance, easel.canvas
    wall, deep = easel.lit(colour, far), easel.lit(shift(colour, lightness=-0.14), far)
    rim = easel.lit(mix(colour, Colour.of("#fff6e6"), 0.62), far)
    body = skia.Path()
    body.addRect(block.rect())
    low = easel.lit(shift(colour, lightness=-0.06), far)
    easel.shade(body, easel.fade((0, block.top), (0, block.foot), (0, wall, 1.0), (1, low, 1.0)))
    cornice = block.width * 0.07
    canvas.drawRect(
        skia.Rect.MakeLTRB(
            block.left - cornice * 0.4,
            block.top - cornice * 0.3,
            block.right + cornice * 0.4,
            block.top + cornice * 0.55,
        ),
        fill(rim),
    )
    canvas.drawRect(
        skia.Rect.MakeLTRB(block.left, block.top + cornice * 0.55, block.right, block.top + cornice),
        fill(deep, 0.5),
    )
    ground_floor = min(block.width * 0.62, block.height * 0.3) if shop else 0.0
    columns = 3 if block.width / block.height > 0.42 else 2
    storeys = max(2, round((block.height - ground_floor) / (block.width / columns * 1.25)))
    _house_windows(
        easel,
        Block(block.left, block.top + cornice * 1.3, block.right, block.foot - ground_floor),
        columns,
        storeys,
        rim,
        far,
    )
    if shop:
        _shop(easel, Block(block.left, block.foot - ground_floor, block.right, block.foot), chance, far)


def _house_windows(easel: Easel, area: Block, columns: int, storeys: int, rim: Colour, far: float) -> None:
    chance, dark = easel.chance.fork("windows"), easel.stage.light.darkness
    cell_w, cell_h = area.width / columns, area.height / storeys
    frames, lit, glass, sills = skia.Path(), skia.Path(), skia.Path(), skia.Path()
    for row in range(storeys):
        for column in range(columns):
            x, y = area.left + (column + 0.5) * cell_w, area.top + (row + 0.5) * cell_h
            w, h = cell_w * 0.24, cell_h * 0.31
            frames.addRect(skia.Rect.MakeLTRB(x - w * 1.18, y - h * 1.12, x + w * 1.18, y + h * 1.1))
            sills.addRect(skia.Rect.MakeLTRB(x - w * 1.4, y + h * 1.06, x + w * 1.4, y + h * 1.26))
            target = lit if dark > 0.3 and chance.random() < 0.2 + 0.5 * dark else glass
            for side in (-1, 1):
                target.addRect(
                    skia.Rect.MakeLTRB(
                        x + (w * 0.06 if side > 0 else -w), y - h, x + (w if side > 0 else -w * 0.06), y - h * 0.1
                    )
                )
                target.addRect(
                    skia.Rect.MakeLTRB(
                        x + (w * 0.06 if side > 0 else -w), y, x + (w if side > 0 else -w * 0.06), y + h
                    )
                )
    easel.paint(frames, rim)
    easel.paint(sills, shift(rim, lightness=-0.12))
    pane = mix(easel.lit(GLASS, far), easel.air.sky[1], 0.3)
    easel.paint(glass, shift(pane, lightness=-0.08))
    easel.paint(lit, LAMP)


def _shop(easel: Easel, area: Block, chance: Chance, far: float) -> None:
    """Door, shop window and striped awning."""
    canvas, dark = easel.canvas, easel.stage.light.darkness
    wood = easel.lit(
        chance.choice((Colour.of("#3d5a66"), Colour.of("#6b3f3a"), Colour.of("#3f5b46"), Colour.of("#574a6b"))),
        far,
    )
    canvas.drawRect(area.rect(), fill(wood))
    glow = mix(easel.lit(Colour.of("#86a6b5"), far), LAMP, min(1.0, dark * 1.3))
    w, h = area.width, area.height
    door_left = chance.random() < 0.5
    door = (
        (area.left + w * 0.1, area.left + w * 0.3) if door_left else (area.right - w * 0.3, area.right - w * 0.1)
    )
    pane = (
        (area.left + w * 0.4, area.right - w * 0.08) if door_left else (area.left + w * 0.08, area.right - w * 0.4)
    )
    canvas.drawRect(
        skia.Rect.MakeLTRB(door[0], area.top + h * 0.34, door[1], area.foot), fill(shift(wood, lightness=-0.1))
    )
    canvas.drawRect(
        skia.Rect.MakeLTRB(door[0] + w * 0.03, area.top + h * 0.4, door[1] - w * 0.03, area.top + h * 0.66),
        fill(glow),
    )
    canvas.drawRect(skia.Rect.MakeLTRB(pane[0], area.top + h * 0.38, pane[1], area.foot - h * 0.16), fill(glow))
    _awning(
        easel,
        Block(area.left + w * 0.03, area.top + h * 0.08, area.right - w * 0.03, area.top + h * 0.36),
        chance,
        far,
    )


def _awning(easel: Easel, area: Block, chance: Chance, far: float) -> None:
    cloth = chance.choice((Colour.of("#c8473f"), Colour.of("#2f7d6b"), Colour.of("#d99a2b"), Colour.of("#3f66a8")))
    stripes = 8
    step = area.width / stripes
    for i in range(stripes):
        tone = easel.lit(cloth if i % 2 else Colour.of("#f6ecd9"), far)
        x = area.left + i * step
        path = skia.Path()
        path.addRect(skia.Rect.MakeLTRB(x, area.top, x + step, area.foot - step * 0.3))
        path.addOval(skia.Rect.MakeLTRB(x, area.foot - step * 0.7, x + step, area.foot + step * 0.2))
        easel.paint(path, tone)
    shade = skia.Rect.MakeLTRB(area.left, area.foot + step * 0.1, area.right, area.foot + step * 0.8)
    easel.canvas.drawRect(shade, fill(easel.stage.light.shadow, 0.22))


def barn(easel: Easel, foot: tuple[float, float], tall: float, far: float) -> None:
    """A red barn with a gambrel roof and white boards, and a silo beside it."""
    x, y = foot
    red, roof, white = (easel.lit(Colour.of(text), far) for text in ("#a83f35", "#5d4a4a", "#f1e9dc"))
    wide = tall * 0.52
    silo = Block(x + wide * 1.12, y - tall * 1.15, x + wide * 1.62, y)
    silo_path = skia.Path()
    silo_path.addRRect(skia.RRect.MakeRectXY(silo.rect(), silo.width / 2, silo.width / 2))
    silo_path.addRect(skia.Rect.MakeLTRB(silo.left, silo.foot - silo.width, silo.right, silo.foot))
    grey = easel.lit(Colour.of("#b9bcc0"), far)
    edge = silo.left if easel.toward < 0 else silo.right
    other = silo.right if easel.toward < 0 else silo.left
    easel.shade(
        silo_path,
        easel.fade(
            (edge, 0), (other, 0), (0, shift(grey, lightness=0.05), 1.0), (1, shift(grey, lightness=-0.16), 1.0)
        ),
    )
    front = [
        (x - wide, y),
        (x - wide, y - tall * 0.52),
        (x - wide * 0.72, y - tall * 0.82),
        (x, y - tall),
        (x + wide * 0.72, y - tall * 0.82),
        (x + wide, y - tall * 0.52),
        (x + wide, y),
    ]
    easel.paint(polygon(front), red)
    easel.line(polygon(front[1:6], closed=False), easel.air.snow_colour if easel.air.snow else roof, tall * 0.055)
    _barn_openings(easel, foot, tall, red, white)


def _barn_openings(easel: Easel, foot: tuple[float, float], tall: float, red: Colour, white: Colour) -> None:
    """Double door with crossed boards, and the hatch of the loft, lit in the evening."""
    (x, y), wide = foot, tall * 0.52
    door = skia.Rect.MakeLTRB(x - wide * 0.38, y - tall * 0.4, x + wide * 0.38, y)
    easel.canvas.drawRect(door, fill(shift(red, lightness=-0.08)))
    boards = skia.Path()
    boards.addRect(door)
    for a, b in (((door.left(), door.top()), (door.right(), y)), ((door.right(), door.top()), (door.left(), y))):
        boards.moveTo(*a)
        boards.lineTo(*b)
    easel.line(boards, white, tall * 0.022)
    loft = skia.Rect.MakeXYWH(x - wide * 0.16, y - tall * 0.76, wide * 0.32, tall * 0.17)
    easel.canvas.drawRect(
        loft, fill(mix(shift(red, lightness=-0.2), LAMP, 0.9 if easel.stage.light.darkness > 0.4 else 0.0))
    )
    hatch = skia.Path()
    hatch.addRect(loft)
    easel.line(hatch, white, tall * 0.016)
