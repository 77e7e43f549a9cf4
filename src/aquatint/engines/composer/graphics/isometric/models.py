"""Small models for isometric worlds, each standing on a cell whose far corner is (x, y) at height z."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable

from aquatint.engines.composer.drawing.brush import Stop, fill, linear, polygon, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, shift
from aquatint.engines.composer.graphics.cues import data
from aquatint.engines.composer.graphics.isometric.space import Place, Space

Model = Callable[[Space, Place, Chance, Colour | None], None]
CREAM, BRICK, SLATE = Colour.of("#f1e4cc"), Colour.of("#c8553d"), Colour.of("#4a6076")
WOOD, STONE, GLASS = Colour.of("#8a5a3b"), Colour.of("#a9a79f"), Colour.of("#9fd0e0")
LAMP = Colour.of("#ffd36b")
ROOFS = (BRICK, Colour.of("#d9803f"), SLATE, Colour.of("#2f6f73"), Colour.of("#a63d40"))
LEAVES = (Colour.of("#4f8f4a"), Colour.of("#3f7d4d"), Colour.of("#6aa84f"))
AUTUMN = (Colour.of("#d9822b"), Colour.of("#c2562d"), Colour.of("#e0a83a"))


def pine(space: Space, at: Place, chance: Chance, colour: Colour | None) -> None:
    """A conifer of three cones."""
    x, y, z = at[0] + 0.5, at[1] + 0.5, at[2]
    green = colour or chance.choice(LEAVES[:2])
    size = chance.uniform(0.8, 1.15)
    space.shadow((x, y, z), 0.26 * size)
    space.drum((x, y, z), 0.06, 0.06, 0.22 * size, WOOD)
    for tier in range(3):
        space.cone(
            (x, y, z + (0.18 + 0.30 * tier) * size),
            (0.30 - 0.07 * tier) * size,
            0.52 * size,
            shift(green, lightness=0.03 * tier),
        )


def broadleaf(space: Space, at: Place, chance: Chance, colour: Colour | None) -> None:
    """A round tree."""
    x, y, z = at[0] + 0.5, at[1] + 0.5, at[2]
    green = colour or chance.choice(LEAVES)
    size = chance.uniform(0.85, 1.15)
    space.shadow((x, y, z), 0.3 * size)
    space.drum((x, y, z), 0.07, 0.05, 0.45 * size, WOOD)
    space.ball((x, y, z + 0.72 * size), 0.33 * size, green)
    space.ball((x - 0.13, y + 0.13, z + 0.58 * size), 0.2 * size, shift(green, lightness=0.03))


def palm(space: Space, at: Place, chance: Chance, colour: Colour | None) -> None:
    """A palm: a leaning trunk and a star of leaves."""
    x, y, z = at[0] + 0.5, at[1] + 0.5, at[2]
    space.shadow((x, y, z), 0.25)
    space.drum((x, y, z), 0.06, 0.045, 0.95, shift(WOOD, lightness=0.1))
    px, py = space.at(x, y, z + 0.98)
    green = space.tone(colour or Colour.of("#3f9a5a"))
    reach = space.cell * 0.46
    for leaf in range(7):
        angle = math.radians(leaf * 360 / 7 + chance.uniform(-8, 8))
        tip = px + math.cos(angle) * reach, py + math.sin(angle) * reach * 0.55 + reach * 0.22
        bend = px + math.cos(angle) * reach * 0.6, py + math.sin(angle) * reach * 0.3 - reach * 0.2
        low = px + math.cos(angle) * reach * 0.5, py + math.sin(angle) * reach * 0.3 + reach * 0.02
        space.canvas.drawPath(polygon([(px, py), bend, tip, low]), fill(shift(green, lightness=0.02 * (leaf % 3))))


def house(space: Space, at: Place, chance: Chance, colour: Colour | None) -> None:
    """A cottage with a saddle roof, a door and windows."""
    x, y, z = at[0] + 0.14, at[1] + 0.16, at[2]
    wall = colour or chance.choice([CREAM, Colour.of("#f6efe2"), Colour.of("#e9d2b0")])
    space.shadow((x + 0.4, y + 0.34, z), 0.42)
    space.box((x, y, z), (0.74, 0.66, 0.42), wall)
    space.gable((x, y, z + 0.42), (0.74, 0.66, 0.36), chance.choice(ROOFS), wall)
    pane = LAMP if space.night else GLASS
    _left_pane(space, (x + 0.10, y + 0.66, z + 0.14), 0.15, 0.17, pane)
    _left_pane(space, (x + 0.50, y + 0.66, z + 0.14), 0.15, 0.17, pane)
    _left_pane(space, (x + 0.31, y + 0.66, z), 0.14, 0.27, WOOD)
    _right_pane(space, (x + 0.74, y + 0.25, z + 0.14), 0.17, 0.17, pane)
    space.box((x + 0.12, y + 0.12, z + 0.62), (0.1, 0.1, 0.22), BRICK)


def _left_pane(space: Space, at: Place, width: float, height: float, colour: Colour) -> None:
    """A door or window on a wall that faces the lower left."""
    x, y, z = at
    corners = [(x, y, z), (x + width, y, z), (x + width, y, z + height), (x, y, z + height)]
    space.face(corners, colour, lit=colour == LAMP)


def _right_pane(space: Space, at: Place, width: float, height: float, colour: Colour) -> None:
    """A door or window on a wall that faces the lower right."""
    x, y, z = at
    tone = colour if colour == LAMP else shift(colour, lightness=-0.06)
    corners = [(x, y, z), (x, y + width, z), (x, y + width, z + height), (x, y, z + height)]
    space.face(corners, tone, lit=colour == LAMP)


def tower(space: Space, at: Place, chance: Chance, colour: Colour | None) -> None:
    """An office or apartment building with rows of windows."""
    x, y, z = at[0] + 0.08, at[1] + 0.08, at[2]
    tones = [Colour.of(c) for c in ("#d7dde3", "#e9b384", "#7f9bb3", "#c9705a", "#f0e2c6", "#5f7487")]
    wall = colour or chance.choice(tones)
    floors = chance.choice([2, 3, 4, 5, 6, 7])
    height = 0.3 * floors + 0.1
    space.box((x, y, z), (0.84, 0.84, height), wall)
    for floor in range(floors):
        for column in range(3):
            lit = space.night and chance.random() < 0.65
            pane = LAMP if lit else mix(GLASS, wall, 0.25)
            base = z + 0.12 + floor * 0.3
            _left_pane(space, (x + 0.1 + column * 0.24, y + 0.84, base), 0.15, 0.17, pane)
            _right_pane(space, (x + 0.84, y + 0.1 + column * 0.24, base), 0.15, 0.17, pane)
    space.box((x + 0.15, y + 0.2, z + height), (0.3, 0.24, 0.12), shift(wall, lightness=-0.08))


def lighthouse(space: Space, at: Place, chance: Chance, colour: Colour | None) -> None:
    """A striped tower on a rock, with a lantern and its beam."""
    x, y, z = at[0] + 0.5, at[1] + 0.5, at[2]
    stripe, white = colour or Colour.of("#d2382f"), Colour.of("#f7f3ea")
    space.shadow((x, y, z), 0.45)
    space.drum((x, y, z), 0.46, 0.4, 0.22, STONE)
    bands = 5
    for band in range(bands):
        low, high = 0.29 - 0.022 * band, 0.29 - 0.022 * (band + 1)
        space.drum((x, y, z + 0.22 + band * 0.36), low, high, 0.36, white if band % 2 else stripe)
    top = z + 0.22 + bands * 0.36
    space.drum((x, y, top), 0.24, 0.24, 0.06, SLATE)
    _beam(space, (x, y, top + 0.2))
    space.drum((x, y, top + 0.06), 0.13, 0.13, 0.24, LAMP)
    space.cone((x, y, top + 0.3), 0.19, 0.26, stripe)


def _beam(space: Space, at: Place) -> None:
    x, y = space.at(*at)
    reach, wide = space.cell * 3.4, space.cell * 0.42
    for side in (-1, 1):
        stops: list[Stop] = [(0.0, LAMP, 0.75 if space.night else 0.5), (1.0, LAMP, 0.0)]
        end = (x + side * reach, y)
        shape = polygon([(x, y - 2), (end[0], y - wide), (end[0], y + wide), (x, y + 2)])
        space.canvas.drawPath(shape, fill(shader=linear((x, y), end, stops)))


def castle(space: Space, at: Place, chance: Chance, colour: Colour | None) -> None:
    """Four round towers with pointed roofs around a keep."""
    x, y, z = at
    wall = colour or Colour.of("#c9c2b4")
    roof = chance.choice(ROOFS)
    space.shadow((x + 0.5, y + 0.5, z), 0.55)
    _turret(space, (x + 0.14, y + 0.14, z), wall, roof, 0.95)
    space.box((x + 0.16, y + 0.16, z), (0.68, 0.68, 0.5), wall)
    space.box((x + 0.32, y + 0.32, z + 0.5), (0.36, 0.36, 0.5), shift(wall, lightness=0.03))
    space.pyramid((x + 0.28, y + 0.28, z + 1.0), 0.44, 0.5, roof)
    _turret(space, (x + 0.86, y + 0.14, z), wall, roof, 0.75)
    _turret(space, (x + 0.14, y + 0.86, z), wall, roof, 0.75)
    _left_pane(space, (x + 0.40, y + 0.845, z), 0.2, 0.3, WOOD)
    _turret(space, (x + 0.86, y + 0.86, z), wall, roof, 0.75)


def _turret(space: Space, at: Place, wall: Colour, roof: Colour, height: float) -> None:
    space.drum(at, 0.13, 0.13, height, wall)
    space.cone((at[0], at[1], at[2] + height), 0.18, 0.4, roof)


def mountain(space: Space, at: Place, chance: Chance, colour: Colour | None) -> None:
    """A peak with a cap of snow."""
    x, y, z = at[0] - 0.1, at[1] - 0.1, at[2]
    rock = colour or Colour.of("#8d8f96")
    height = chance.uniform(1.3, 1.8)
    space.pyramid((x, y, z), 1.2, height, rock)
    share = 0.36
    width = 1.2 * share
    space.pyramid(
        (x + (1.2 - width) / 2, y + (1.2 - width) / 2, z + height * (1 - share)),
        width,
        height * share,
        Colour.of("#f5f8fa"),
    )


def rock(space: Space, at: Place, chance: Chance, colour: Colour | None) -> None:
    """A boulder."""
    x, y, z = at[0] + 0.3, at[1] + 0.3, at[2]
    space.shadow((x + 0.2, y + 0.2, z), 0.25)
    space.box((x, y, z), (0.4, 0.36, 0.2), colour or STONE)
    space.box((x + 0.07, y + 0.05, z + 0.2), (0.24, 0.22, 0.12), colour or shift(STONE, lightness=0.03))


def boat(space: Space, at: Place, chance: Chance, colour: Colour | None) -> None:
    """A sailing boat on the water."""
    x, y, z = at[0] + 0.5, at[1] + 0.5, at[2]
    hull = colour or chance.choice([BRICK, WOOD, SLATE])
    cx, cy = space.at(x, y, z)
    s = space.cell
    space.disc((x, y, z), 0.4, Colour.of("#ffffff"), 0.25)
    shape = [
        (cx - 0.46 * s, cy - 0.1 * s),
        (cx + 0.46 * s, cy - 0.1 * s),
        (cx + 0.26 * s, cy + 0.12 * s),
        (cx - 0.3 * s, cy + 0.12 * s),
    ]
    space.canvas.drawPath(polygon(shape), fill(space.tone(hull)))
    mast = stroke(space.tone(WOOD), s * 0.035)
    space.canvas.drawLine(cx, cy - 0.1 * s, cx, cy - 1.0 * s, mast)
    sail, jib = Colour.of("#fbf6ea"), Colour.of("#e8dcc6")
    space.canvas.drawPath(
        polygon([(cx + 0.03 * s, cy - s), (cx + 0.42 * s, cy - 0.2 * s), (cx + 0.03 * s, cy - 0.2 * s)]),
        fill(space.tone(sail)),
    )
    space.canvas.drawPath(
        polygon([(cx - 0.03 * s, cy - 0.9 * s), (cx - 0.34 * s, cy - 0.2 * s), (cx - 0.03 * s, cy - 0.2 * s)]),
        fill(space.tone(jib)),
    )


def car(space: Space, at: Place, chance: Chance, colour: Colour | None) -> None:
    """A small car along x."""
    x, y, z = at[0] + 0.18, at[1] + 0.32, at[2]
    paint = colour or chance.choice([BRICK, Colour.of("#3a7bd5"), Colour.of("#f0b429"), Colour.of("#f4f4f2")])
    space.shadow((x + 0.32, y + 0.18, z), 0.3)
    for wheel in (0.12, 0.5):
        space.ball((x + wheel, y + 0.36, z + 0.06), 0.075, Colour.of("#22262b"))
    space.box((x, y, z + 0.07), (0.64, 0.36, 0.15), paint)
    space.box((x + 0.12, y + 0.04, z + 0.22), (0.36, 0.28, 0.14), paint, mix(GLASS, SLATE, 0.3))


def windmill(space: Space, at: Place, chance: Chance, colour: Colour | None) -> None:
    """A tapering mill with four sails."""
    x, y, z = at[0] + 0.5, at[1] + 0.5, at[2]
    space.shadow((x, y, z), 0.38)
    space.drum((x, y, z), 0.34, 0.22, 1.05, colour or CREAM)
    space.cone((x, y, z + 1.05), 0.27, 0.32, BRICK)
    cx, cy = space.at(x, y + 0.26, z + 1.05)
    turn = chance.uniform(10, 40)
    for arm in range(4):
        angle = math.radians(turn + 90 * arm)
        ux, uy = math.cos(angle), math.sin(angle)
        reach, wide = space.cell * 0.72, space.cell * 0.17
        ends = [(cx + ux * reach * 0.15, cy + uy * reach * 0.15), (cx + ux * reach, cy + uy * reach)]
        blade = [
            ends[0],
            ends[1],
            (ends[1][0] - uy * wide, ends[1][1] + ux * wide),
            (ends[0][0] - uy * wide, ends[0][1] + ux * wide),
        ]
        space.canvas.drawPath(polygon(blade), fill(space.tone(Colour.of("#f7f3ea")), 0.92))
        space.canvas.drawLine(cx, cy, *ends[1], stroke(space.tone(WOOD), space.cell * 0.035))


MODELS: dict[str, Model] = {
    model.__name__: model
    for model in (pine, broadleaf, palm, house, tower, lighthouse, castle, mountain, rock, boat, car, windmill)
}


@functools.cache
def _by_noun() -> dict[str, Model]:
    return {noun: MODELS[name] for name, nouns in data("models")["models"].items() for noun in nouns}


def find_model(noun: str) -> Model | None:
    """The model that stands for a noun of the lexicon."""
    return _by_noun().get(noun)


def floats(noun: str) -> bool:
    """Whether the thing belongs on water where there is any."""
    return noun in data("models")["places"]["afloat"]


def is_tall(noun: str) -> bool:
    """Whether the thing should stand at the back, where it hides nothing."""
    return noun in data("models")["places"]["tall"]
