"""Isometric pictures: a plot of land, an island, a city or a room, with the scene's things as solids on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, radial
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix, shift
from aquatint.engines.composer.graphics import cues
from aquatint.engines.composer.graphics.isometric import city, furnishing, plot, rooms, siting, solids, terrain
from aquatint.engines.composer.graphics.isometric.figures import paint_stand, shine
from aquatint.engines.composer.graphics.isometric.floor import WALL, Plan
from aquatint.engines.composer.graphics.isometric.order import back_to_front
from aquatint.engines.composer.graphics.isometric.plot import Plot
from aquatint.engines.composer.graphics.isometric.space import ACROSS, DOWN, Space
from aquatint.engines.composer.graphics.isometric.stands import Stand, wants_of
from aquatint.engines.composer.graphics.lettering import Manner, count_words, in_order, put_inside
from aquatint.engines.composer.graphics.page import Page, upper
from aquatint.engines.composer.graphics.palette import choose_palette, legible
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

NIGHT, DUSK = Colour(0.47, 0.53, 0.8), Colour(1.0, 0.86, 0.8)
EVENING = Colour.of("#171d3f")
LAMPLIGHT, NEON = Colour(0.74, 0.66, 0.62), Colour(0.72, 0.68, 0.92)
"""Of rooms at night, and of rooms full of screens."""
LONGEST_NAME = 18
"""Letters that a sign has room for."""
FILL = 0.96
"""Of the room within the margins that the picture takes up, one way or the other."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What is drawn: a room or a plot."""

    room: Plan | None
    land: Plot | None

    @property
    def stands(self) -> Sequence[Stand]:
        """All that stands in it."""
        held = self.room or self.land
        assert held is not None
        return held.stands

    @property
    def ground(self) -> tuple[float, float]:
        """Extent along x and y, in metres."""
        held = self.room or self.land
        assert held is not None
        return held.width, held.depth


def arrange(scene: Scene, chance: Chance) -> Layout:
    """Choose between a room and land in the open air, and place everything."""
    wants = wants_of(scene)
    if name := rooms.find_room(scene, wants):
        return Layout(furnishing.furnish(scene, name, wants), None)
    if plot.choose(scene, wants) == "city":
        return Layout(None, city.lay_out_city(scene, wants, chance.fork("land")))
    return Layout(None, siting.lay_out(scene, wants, chance.fork("land")))


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """The air around, the ground, the things from back to front, words above."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    layout = arrange(scene, chance)
    signed = _signed(layout, scene)
    texts = [text for text in in_order(scene.texts) if text.content != signed]
    share = min(0.5, 0.15 + 0.006 * count_words(texts))
    words, free = upper(page.inner, share, page.margin * 0.4) if texts else (None, _wide(page))
    air = _paint_air(page, free, dark=_is_neon(layout))
    yield 0.2, "ground"
    space = _space(page, free, layout)
    _paint_ground(space, page, layout)
    yield 0.45, "land"
    order = back_to_front([stand.bounds for stand in layout.stands])
    for index, place in enumerate(order):
        stand = layout.stands[place]
        paint_stand(space, page, stand, signed)
        yield 0.45 + 0.45 * (index + 1) / len(order), stand.want.item.word
    for stand in layout.stands if space.night else ():
        shine(space, page, stand)
    if words is not None:
        manner = Manner("modern", air, legible(air, palette.ink, palette.paper), palette.ink, palette.ink)
        put_inside(canvas, texts, words, manner)
    yield 1.0, "text"


def _wide(page: Page) -> Box:
    """The room for the picture alone."""
    inset = page.margin * 0.8
    return Box(inset, inset, page.width - 2 * inset, page.height - 2 * inset)


def _signed(layout: Layout, scene: Scene) -> str:
    """The short name that the prompt gives and that a building or a board can bear, or ""."""
    bears = any(s.want.model is not None and "sign" in s.want.model.entry and s.want.asked for s in layout.stands)
    short = [text.content for text in scene.texts if len(text.content) <= LONGEST_NAME]
    headed = cues.count_said(cues.said(scene), ("title", "titled", "headline", "heading", "caption"))
    return short[0] if bears and short and not headed else ""


def _paint_air(page: Page, free: Box, *, dark: bool) -> Colour:
    """A quiet tint around the land, lighter behind it. Returns what words stand on."""
    palette = page.palette
    tone = mix(palette.paper, palette.soft, 0.45)
    if page.scene.time == "night":
        tone = mix(tone, EVENING, 0.82)
    elif dark:
        tone = mix(tone, EVENING, 0.6)
    if page.scene.transparent:
        return WHITE
    tone = palette.ground or tone
    page.paint_ground(tone)
    x, y = free.x + free.width / 2, free.y + free.height * 0.55
    light = shift(tone, lightness=0.06)
    reach = page.short * 0.75
    page.circle(x, y, reach, fill(shader=radial((x, y), reach, [(0, light, 1), (1, light, 0)])))
    return tone


def _space(page: Page, free: Box, layout: Layout) -> Space:
    """The grid as large as the room allows, what stands on it in the middle of the page."""
    w, d = layout.ground
    high = WALL if layout.room is not None else 0.0
    corners = [(0.0, 0.0, high), (w, d, -terrain.DEEP), (w, 0.0, high), (0.0, d, high)]
    for stand in layout.stands:
        (a, b, _), (c, e, f) = stand.bounds
        corners += [(a, b, f), (c, b, f), (a, e, f)]
    across = [(x - y) * ACROSS for x, y, _ in corners]
    down = [(x + y) * DOWN - z for x, y, z in corners]
    wide, tall = max(across) - min(across), max(down) - min(down)
    cell = min(free.width / wide, free.height / tall) * FILL
    x = free.x + free.width / 2 - (max(across) + min(across)) / 2 * cell
    y = free.y + free.height / 2 - (max(down) + min(down)) / 2 * cell
    time = page.scene.time
    ambient = {"night": NIGHT, "dusk": DUSK, "dawn": DUSK}.get(time, WHITE)
    neon = _is_neon(layout)
    dark = time == "night" or neon
    if dark and layout.room is not None:
        ambient = NEON if neon else LAMPLIGHT
    return Space(page.canvas, (x, y), cell, ambient, dark)


def _is_neon(layout: Layout) -> bool:
    """Whether it is a room that screens and tubes light."""
    return layout.room is not None and layout.room.name in ("gaming", "arcade")


def _paint_ground(space: Space, page: Page, layout: Layout) -> None:
    """The land or the room, and the shadows of all that stands on it."""
    if layout.land is not None:
        terrain.paint_plot(space, layout.land, page.scene, page.chance.fork("ground"))
    if layout.room is not None:
        entry = cues.data("models")["rooms"][layout.room.name]
        wall = page.chance.fork("walls").choice([Colour.of(code) for code in entry["walls"]])
        floor = [Colour.of(code) for code in cues.data("models")["floors"][entry["floor"]]]
        planks = entry["floor"] == "wood"
        terrain.paint_room(space, layout.room, (wall, mix(wall, solids.LAMP, 0.2)), floor, planks)
        if entry.get("rails"):
            terrain.paint_track(space, layout.room)
    strength = 0.3 if space.night else 0.17
    terrain.paint_shadows(space, layout.stands, layout.ground, strength)
