"""The land of isometric worlds: which cells there are, how high, and what they are made of."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from aquatint.engines.composer.art import find
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix, shift
from aquatint.engines.composer.graphics import cues
from aquatint.engines.composer.graphics.isometric.space import Space
from aquatint.engines.composer.graphics.picture import Actor
from aquatint.engines.composer.scene import Item, Scene

Cell = tuple[int, int]
GRASS, SAND, SOIL = Colour.of("#8fc065"), Colour.of("#ecd7a3"), Colour.of("#a9774c")
ROAD, PAVING, SNOW = Colour.of("#6d747c"), Colour.of("#cfd2d1"), Colour.of("#f2f6f8")
DUNE, FLOORING, WALL = Colour.of("#e5bd7c"), Colour.of("#c99a66"), Colour.of("#e6dccb")


@dataclass(frozen=True, slots=True)
class Land:
    """A square grid with some cells of land."""

    kind: str
    side: int
    depth: float
    """How far the block reaches below the ground, in cells."""
    headroom: float
    """Room above the back corner for what stands there, in cells."""
    top: Colour
    heights: dict[Cell, float] = field(default_factory=dict)
    roads: frozenset[Cell] = frozenset()
    sea: bool = False

    @property
    def dry(self) -> list[Cell]:
        """Cells on which things stand."""
        return [cell for cell, height in self.heights.items() if height >= 0.3 and cell not in self.roads]

    @property
    def wet(self) -> list[Cell]:
        """Cells of open water at the front and the sides."""
        if not self.sea:
            return []
        reach = range(-1, self.side + 1)
        around = [(x, y) for x in reach for y in reach if (x, y) not in self.heights]
        shown = [cell for cell in around if abs(cell[0] - cell[1]) <= 0.62 * self.side]
        return [cell for cell in shown if 0.55 * self.side <= sum(cell) <= 1.75 * self.side]

    def level(self, cell: Cell) -> float:
        """Height of the ground in a cell, in cells."""
        return self.heights.get(cell, 0.0)


def choose(scene: Scene, things: int, chance: Chance) -> Land:
    """The land that the words ask for (else a meadow), large enough for that many ``things``."""
    kind = cues.choose(cues.said(scene), cues.data("models")["lands"], ["meadow"], chance)
    need = math.ceil(math.sqrt(things * 1.5))
    if kind == "island":
        side = max(8, need + 4)
        return Land(kind, side, 0.3, 1.6, _top(scene), _blob(side, chance), sea=True)
    if kind == "city":
        side = max(7, need + 3)
        return Land(kind, side, 0.6, 2.2, PAVING, _square(side), _crossroads(side))
    if kind == "room":
        side = max(3, need)
        return Land(kind, side, 0.25, 2.4, FLOORING, _square(side))
    side = max(5, need + 1)
    return Land(kind, side, 0.9, 1.6, _top(scene), _square(side))


def _top(scene: Scene) -> Colour:
    """Grass, snow or sand."""
    words = cues.said(scene)
    winter = ("snow", "winter", "arctic", "christmas")
    if scene.weather == "snow" or scene.season == "winter" or cues.count_said(words, winter):
        return SNOW
    if cues.count_said(words, ("desert", "dune", "mars", "sahara", "egypt", "pyramid")):
        return DUNE
    return mix(GRASS, Colour.of("#c9a24e"), 0.4) if scene.season == "autumn" else GRASS


def _square(side: int) -> dict[Cell, float]:
    return {(x, y): 0.3 for x in range(side) for y in range(side)}


def _blob(side: int, chance: Chance) -> dict[Cell, float]:
    """An island: sand at its rim, grass inside."""
    middle = (side - 1) / 2
    phases = [chance.uniform(0, 2 * math.pi) for _ in range(3)]
    heights: dict[Cell, float] = {}
    for x in range(side):
        for y in range(side):
            angle = math.atan2(y - middle, x - middle)
            wobble = sum(0.07 * math.sin((k + 2) * angle + phase) for k, phase in enumerate(phases))
            distance = math.hypot(x - middle, y - middle) / (side * 0.43 * (1 + wobble))
            if distance < 1:
                heights[(x, y)] = 0.3 if distance < 0.76 else 0.14
    return heights


def _crossroads(side: int) -> frozenset[Cell]:
    line = side // 2
    return frozenset((x, y) for x in range(side) for y in range(side) if line in (x, y))


def paint(space: Space, land: Land, chance: Chance) -> None:
    """Paint the ground from back to front; an island first gets its shallows, a room its walls."""
    if land.sea:
        _paint_shallows(space, land)
    if land.kind == "room":
        _paint_walls(space, land)
    if land.sea:
        for cell in sorted(land.heights, key=sum):
            _paint_island_cell(space, land, cell, chance)
        return
    _paint_block(space, land)
    for cell in sorted(land.heights, key=sum):
        _paint_cell(space, land, cell, chance.fork(*cell))


def _paint_shallows(space: Space, land: Land) -> None:
    """Rings of lighter water around the shore."""
    middle = land.side / 2
    for reach, alpha in ((0.60, 0.16), (0.53, 0.22), (0.47, 0.30)):
        space.disc((middle, middle, 0.0), land.side * reach, Colour.of("#7fd0d6"), alpha)


def _paint_island_cell(space: Space, land: Land, cell: Cell, chance: Chance) -> None:
    x, y = cell
    height = land.heights[cell]
    grassy = height > 0.2
    own = chance.fork(*cell)
    top = shift(land.top if grassy else SAND, lightness=own.uniform(-0.012, 0.012))
    space.box((x, y, -0.05), (1, 1, 0.19), SAND)
    if grassy:
        space.box((x, y, 0.14), (1, 1, 0.16), top, mix(land.top, SOIL, 0.35))
        _paint_tuft(space, (x, y, 0.3), own, land.top)


def _paint_tuft(space: Space, at: tuple[float, float, float], chance: Chance, colour: Colour) -> None:
    """Now and then a few blades or a flower."""
    if chance.random() > 0.4 or colour in (SNOW, DUNE):
        return
    for _ in range(3):
        place = (at[0] + chance.uniform(0.15, 0.85), at[1] + chance.uniform(0.15, 0.85), at[2])
        tint = chance.choice([shift(colour, lightness=-0.07), shift(colour, lightness=0.06), Colour.of("#f7e08b")])
        space.disc(place, 0.025, tint)


def _paint_block(space: Space, land: Land) -> None:
    """The body of the block: earth under the ground, in two layers."""
    side, deep = land.side, land.depth
    body = (
        SOIL
        if land.kind == "meadow"
        else shift(PAVING, lightness=-0.18)
        if land.kind == "city"
        else shift(FLOORING, lightness=-0.12)
    )
    space.box((0, 0, 0.3 - deep), (side, side, deep), land.top, body)
    if land.kind == "meadow":
        band = shift(body, lightness=-0.07)
        space.box((0, 0, 0.3 - deep), (side, side, deep * 0.4), band)
        space.box((0, 0, 0.3 - deep * 0.28), (side, side, deep * 0.28), land.top, mix(land.top, SOIL, 0.18))


def _paint_cell(space: Space, land: Land, cell: Cell, chance: Chance) -> None:
    x, y = cell
    square = [(x, y, 0.3), (x + 1, y, 0.3), (x + 1, y + 1, 0.3), (x, y + 1, 0.3)]
    if cell in land.roads:
        space.face(square, ROAD)
        _paint_marking(space, land, cell)
    elif land.kind == "room":
        space.face(square, shift(land.top, lightness=0.025 if (x + y) % 2 else -0.01))
    else:
        spread = 0.014 if land.kind == "meadow" else 0.008
        space.face(square, shift(land.top, lightness=chance.uniform(-spread, spread)))
        if land.kind == "meadow":
            _paint_tuft(space, (x, y, 0.3), chance, land.top)


def _paint_marking(space: Space, land: Land, cell: Cell) -> None:
    """A dash in the middle of the road, none on the crossing."""
    x, y = cell
    line = land.side // 2
    if x == line and y == line:
        return
    if y == line:
        dash = [
            (x + 0.25, y + 0.46, 0.3),
            (x + 0.75, y + 0.46, 0.3),
            (x + 0.75, y + 0.54, 0.3),
            (x + 0.25, y + 0.54, 0.3),
        ]
    else:
        dash = [
            (x + 0.46, y + 0.25, 0.3),
            (x + 0.54, y + 0.25, 0.3),
            (x + 0.54, y + 0.75, 0.3),
            (x + 0.46, y + 0.75, 0.3),
        ]
    space.face(dash, Colour.of("#f2efe6"))


def _paint_walls(space: Space, land: Land) -> None:
    """The two back walls, one with a window."""
    side, high = land.side, 2.3
    left, right = WALL, shift(WALL, lightness=-0.06)
    space.face([(0, 0, 0.3), (0, side, 0.3), (0, side, high), (0, 0, high)], left)
    space.face([(0, 0, 0.3), (side, 0, 0.3), (side, 0, high), (0, 0, high)], right)
    for inset, colour in ((0.0, Colour.of("#ffffff")), (0.07, Colour.of("#a9d6e8"))):
        a, b, low, top = side * 0.36 + inset, side * 0.66 - inset, 1.0 + inset, 1.9 - inset
        space.face([(a, 0, low), (b, 0, low), (b, 0, top), (a, 0, top)], colour)
    for wall in (
        [(0, 0, 0.3), (0, side, 0.3), (0, side, 0.42), (0, 0, 0.42)],
        [(0, 0, 0.3), (side, 0, 0.3), (side, 0, 0.42), (0, 0, 0.42)],
    ):
        space.face(wall, shift(WALL, lightness=-0.14))


def extras(scene: Scene, land: Land, free: Sequence[Cell], busy: bool, chance: Chance) -> list[tuple[Cell, Actor]]:
    """What nobody asked for but the place wants: trees on open land, houses in a city, where cells are free."""
    if land.kind == "room":
        return []
    asked = {item.noun for item in scene.items}
    share = 0.85 if land.kind == "city" else 0.28 if busy else 0.45
    count = min(len(free), round(len(free) * share))
    noun = (
        "building"
        if land.kind == "city"
        else "palm tree"
        if land.top == DUNE
        else "pine"
        if land.top == SNOW
        else "tree"
    )
    if land.kind == "meadow" and "house" not in asked and cues.count_said(cues.said(scene), ("village", "town")):
        noun = "house"
    if noun in asked or (noun == "tree" and "pine" in asked):
        return []
    item = Item(id=f"extra-{noun.replace(' ', '-')}", noun=noun, word=noun, art="noto:deciduous-tree")
    drawing = find(item.art)
    cells = sorted(free, key=lambda cell: cell[0] + cell[1] + chance.uniform(0, land.side))[:count]
    tree = Item(id="extra-tree", noun="tree", word="tree", art=item.art)
    park = {cell for cell in free if land.kind == "city" and min(cell) > land.side // 2 and "tree" not in asked}
    chosen = [(cell, Actor(item, index, drawing)) for index, cell in enumerate(cells) if cell not in park]
    return chosen + [
        (cell, Actor(tree, index, drawing)) for index, cell in enumerate(sorted(park)) if sum(cell) % 2
    ]
