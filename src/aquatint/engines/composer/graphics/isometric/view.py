"""Isometric pictures: a block of land, an island, a city block or a room, with the scene's things on its cells."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, radial
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, shift
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.isometric import land, models
from aquatint.engines.composer.graphics.isometric.land import Land
from aquatint.engines.composer.graphics.isometric.space import ACROSS, DOWN, Space
from aquatint.engines.composer.graphics.lettering import Manner, count_words, in_order, put_inside
from aquatint.engines.composer.graphics.page import Page, upper
from aquatint.engines.composer.graphics.palette import choose_palette, legible
from aquatint.engines.composer.graphics.picture import SOFT, Actor, actors, paint_actor
from aquatint.engines.composer.lexicon.nouns import metres
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

LARGE = 4.0
"""Metres from which a thing without a model is drawn more than a cell tall."""
NIGHT, DUSK = Colour(0.36, 0.42, 0.62), Colour(1.0, 0.84, 0.76)


@dataclass(frozen=True, slots=True)
class Stand:
    """A thing on its cell."""

    cell: tuple[int, int]
    actor: Actor


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """The air around, the land, the things from back to front, words above."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    texts = in_order(scene.texts)
    share = min(0.5, 0.15 + 0.006 * count_words(texts))
    words, room = upper(page.inner, share, page.margin * 0.4) if texts else (None, page.inner)
    group = actors(scene.items)
    ground = land.choose(scene, len(group), chance.fork("land"))
    air = _paint_air(page, ground, room)
    yield 0.2, "ground"
    space = _space(page, room, ground)
    land.paint(space, ground, chance.fork("tiles"))
    yield 0.45, "land"
    stands = _stands(page, ground, group)
    for index, stand in enumerate(stands):
        _paint_stand(space, page, ground, stand)
        yield 0.45 + 0.45 * (index + 1) / len(stands), stand.actor.item.word
    if words is not None:
        manner = Manner("modern", air, legible(air, palette.ink, palette.paper), palette.ink, palette.ink)
        put_inside(canvas, texts, words, manner)
    yield 1.0, "text"


def _paint_air(page: Page, ground: Land, room: Box) -> Colour:
    """The colour around the land: the sea for an island, else a quiet tint. Returns what words stand on."""
    palette = page.palette
    night = page.scene.time == "night"
    tone = Colour.of("#2f86ae") if ground.sea else mix(palette.paper, palette.soft, 0.45)
    tone = mix(tone, Colour.of("#131a3a"), 0.72) if night else tone
    if page.scene.transparent:
        return WHITE
    page.paint_ground(tone)
    x, y = room.x + room.width / 2, room.y + room.height * 0.55
    light = shift(tone, lightness=0.07)
    reach = page.short * 0.75
    page.circle(x, y, reach, fill(shader=radial((x, y), reach, [(0, light, 1), (1, light, 0)])))
    return tone


def _space(page: Page, room: Box, ground: Land) -> Space:
    """The grid as large as the room allows, in the middle of it."""
    count = ground.side
    wide = 2 * count * ACROSS
    tall = count * 2 * DOWN + ground.depth + ground.headroom
    if ground.sea:  # the land does not reach the corners of its grid, and boats may come near the edge
        wide, tall = wide * 0.8, tall * 0.86
    cell = min(room.width * 0.98 / wide, room.height * 0.98 / tall)
    full = count * 2 * DOWN + ground.depth + ground.headroom
    top = room.y + (room.height - full * cell) / 2 + ground.headroom * cell
    ambient = {"night": NIGHT, "dusk": DUSK, "dawn": DUSK}.get(page.scene.time, WHITE)
    return Space(page.canvas, (room.x + room.width / 2, top), cell, ambient, page.scene.time == "night")


def _stands(page: Page, ground: Land, group: list[Actor]) -> list[Stand]:
    """A cell for each thing: tall ones at the back, floating ones on the water, the rest spread; back first."""
    chance = page.chance.fork("stands")
    dry, wet = list(ground.dry), list(ground.wet)
    chance.shuffle(dry)
    chance.shuffle(wet)
    stands: list[Stand] = []
    order = sorted(group, key=lambda actor: not models.is_tall(actor.item.noun))
    for actor in order:
        cells = wet if models.floats(actor.item.noun) and wet else dry
        if not cells:
            cells = list(ground.dry)
        cell = _best_cell(cells, [stand.cell for stand in stands], actor, ground)
        if cell in cells:
            cells.remove(cell)
        stands.append(Stand(cell, actor))
    free = [cell for cell in dry if not _hides(cell, stands)]
    stands += [Stand(cell, actor) for cell, actor in land.extras(page.scene, ground, free, bool(group), chance)]
    return sorted(stands, key=lambda stand: (stand.cell[0] + stand.cell[1], stand.cell[0]))


def _hides(cell: tuple[int, int], stands: list[Stand]) -> bool:
    """Whether a tree in this cell would stand right before a thing that was asked for."""
    near = [(cell[0] - stand.cell[0], cell[1] - stand.cell[1]) for stand in stands]
    return any(0 <= dx <= 2 and 0 <= dy <= 2 and abs(dx - dy) < 2 for dx, dy in near)


def _best_cell(
    cells: list[tuple[int, int]], taken: list[tuple[int, int]], actor: Actor, ground: Land
) -> tuple[int, int]:
    """The free cell with most room around it; tall things prefer the back, others the middle."""
    middle = (ground.side - 1) / 2

    def worth(cell: tuple[int, int]) -> float:
        free = min((math.dist(cell, other) for other in taken), default=3.0)
        if models.is_tall(actor.item.noun):
            return min(free, 2.0) - 0.4 * (cell[0] + cell[1]) + 0.1 * (cell[0] - cell[1])
        if models.floats(actor.item.noun):
            return min(free, 4.0) + 0.3 * (cell[0] + cell[1])
        return min(free, 2.0) - 0.16 * math.dist(cell, (middle, middle))

    return max(cells, key=worth)


def _paint_stand(space: Space, page: Page, ground: Land, stand: Stand) -> None:
    """A model where there is one, else the drawing itself upright on its cell."""
    actor = stand.actor
    z = ground.level(stand.cell)
    chance = page.chance.fork(actor.item.id, actor.instance)
    colour = Colour.of(actor.item.colour) if actor.item.colour else None
    model = models.find_model(actor.item.noun)
    x, y = stand.cell[0] + 0.5, stand.cell[1] + 0.5
    if model is not None:
        grown = space.grown(x, y, z, _growth(actor, ground))
        model(grown, (-0.5, -0.5, 0.0), chance, colour if colour else _seasonal(page, actor, chance))
        return
    space.shadow((x, y, z), 0.3)
    px, py = space.at(x, y, z)
    natural = 1.6 if ground.kind == "room" or metres(actor.item) > LARGE else 1.1
    side = space.cell * min(2.0, max(0.7, natural * math.sqrt(actor.item.scale)))
    paint_actor(
        space.canvas, actor, Box(px - side / 2, py - side + space.cell * 0.12, side, side), page.chance, SOFT
    )


def _growth(actor: Actor, ground: Land) -> float:
    """A single tall thing is the hero of the land; everything obeys the words "huge" and "tiny" a little."""
    own = min(1.4, max(0.7, math.pow(actor.item.scale, 0.4)))
    if ground.kind == "city":
        return own
    return own * (1.5 if models.is_tall(actor.item.noun) and actor.item.count == 1 else 1.18)


def _seasonal(page: Page, actor: Actor, chance: Chance) -> Colour | None:
    """Leaves turn in autumn."""
    if models.find_model(actor.item.noun) is models.broadleaf and (
        page.scene.season == "autumn" or count_said(said(page.scene), ("autumn",))
    ):
        return chance.choice(models.AUTUMN)
    return None
