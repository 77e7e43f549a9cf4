"""Comic pages: panels with scenes, balloons and captions with the prompt's words, a title where one is named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.art.library import find
from aquatint.engines.composer.art.place import aspect_of
from aquatint.engines.composer.drawing.brush import Point, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.lettering import Manner, put_inside
from aquatint.engines.composer.graphics.page import Page, inset, upper
from aquatint.engines.composer.graphics.palette import choose_palette, legible
from aquatint.engines.composer.graphics.panels.balloons import Cast, paint_speeches
from aquatint.engines.composer.graphics.panels.grid import comic_grid
from aquatint.engines.composer.graphics.panels.script import Panel, read_script
from aquatint.engines.composer.graphics.panels.shots import composed, frame_of
from aquatint.engines.composer.graphics.scenery import paint_scenery
from aquatint.engines.composer.layout.groups import group_of
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.lexicon.nouns import facing
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

PANELS = 4
"""How many there are when the prompt does not say."""
ROWS = ("in a row", "in one row", "horizontal", "side by side", "left to right")
TALLEST = 1.6
"""Height of panels in a single row, in their widths, at the most."""
GUTTER = 0.022
HEAD = 0.5
"""Of a speaker, from its top: what balloons had better not cover, in its heights."""
MOUTH = 0.16
"""From the top of a speaker to its mouth, in its heights."""


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """The page, its title, the panels one after the other."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    page.paint_ground(palette.paper)
    script = read_script(scene, PANELS)
    room = inset(page.full, page.margin * 0.7)
    if script.title:
        head, room = upper(room, 0.11, page.margin * 0.4)
        ink = legible(palette.paper, palette.ink)
        manner = Manner("comic", palette.paper, ink, ink, ink, biggest=page.short * 0.11)
        put_inside(canvas, script.title, inset(head, page.margin * 0.3, 0.0), manner)
    yield 0.1, "page"
    if (one_row := _in_a_row(scene)) and not script.title:
        height = min(room.height, TALLEST * room.width / len(script.panels))
        room = room._replace(y=room.y + (room.height - height) / 2, height=height)
    boxes = comic_grid(
        room, len(script.panels), page.short * GUTTER, chance.fork("grid"), script.climax, one_row=one_row
    )
    for index, (panel, box) in enumerate(zip(script.panels, boxes, strict=True)):
        paint_panel(page, panel, box)
        yield 0.1 + 0.9 * (index + 1) / len(boxes), f"panel {index + 1}"


def _in_a_row(scene: Scene) -> bool:
    """Whether the prompt wants its panels side by side."""
    return count_said(said(scene), ROWS) > 0


def paint_panel(page: Page, panel: Panel, box: Box) -> None:
    """The scene of a panel, its frame, and what is said in it."""
    ink = page.palette.ink
    spoken, looks = bool(panel.speeches), page.chance.fork("scenery")
    scene = composed(panel.scene, Size(max(1, round(box.width)), max(1, round(box.height))), looks)
    own = Page(page.canvas, scene, page.size, page.chance, page.palette)
    placements = paint_scenery(
        own, box, lambda found, size: frame_of(found, size, panel.shot, looks, spoken=spoken)
    )
    page.rectangle(box, stroke(ink, 5 * page.unit))
    mouths = {placement.item.id: _mouth(placement, box) for placement in reversed(placements)}
    heads = tuple(_head(placement, box) for placement in placements)
    paint_speeches(page, box, panel.speeches, Cast(mouths, heads), ink)


def _width(placement: Placement) -> float:
    return placement.height * aspect_of(find(placement.item.art), placement.item)


def _mouth(placement: Placement, box: Box) -> Point:
    """Where a placed thing would speak from: near its top, towards where it looks."""
    natural = facing(placement.item)
    ahead = {"right": 0.34, "left": -0.34}.get(natural, 0.0)
    side = 0.0 if group_of(placement.item) == "people" else -ahead if placement.flip else ahead
    x = placement.foot[0] + side * _width(placement)
    return box.x + x, box.y + placement.foot[1] - placement.height * (1 - MOUTH)


def _head(placement: Placement, box: Box) -> Box:
    """The upper part of a placed thing."""
    width, (x, foot) = _width(placement), placement.foot
    return Box(box.x + x - width / 2, box.y + foot - placement.height, width, placement.height * HEAD)
