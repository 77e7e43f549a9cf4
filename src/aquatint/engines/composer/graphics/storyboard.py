"""Storyboards: equal frames in a grid, each with its scene, the prompt's own description of it below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.lettering import Manner, put_inside, put_line
from aquatint.engines.composer.graphics.page import Page, inset, upper
from aquatint.engines.composer.graphics.palette import choose_palette, legible
from aquatint.engines.composer.graphics.panels.grid import even_grid
from aquatint.engines.composer.graphics.panels.script import Panel, read_script
from aquatint.engines.composer.graphics.scenery import paint_scenery
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

FRAMES = 6
"""How many there are when the prompt does not say."""
PICTURE = 16 / 10
CAPTION = 0.17
"""Height of the room for words, of the frame's width."""


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """The page, its title, the frames one after the other."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    page.paint_ground(palette.paper)
    script = read_script(scene, FRAMES)
    room = page.inner
    ink = legible(palette.paper, palette.ink)
    if script.title:
        head, room = upper(room, 0.1, page.margin * 0.5)
        manner = Manner("modern", palette.paper, ink, ink, ink, biggest=page.short * 0.07)
        put_inside(canvas, script.title, head, manner)
    yield 0.1, "page"
    worded = any(panel.caption or panel.speeches for panel in script.panels)
    cell = 1 / (1 / PICTURE + (CAPTION if worded else 0.0))
    boxes = even_grid(room, len(script.panels), page.short * 0.035, cell)
    for index, (panel, box) in enumerate(zip(script.panels, boxes, strict=True)):
        _paint_frame(page, panel, box)
        yield 0.1 + 0.9 * (index + 1) / len(boxes), f"frame {index + 1}"


def _paint_frame(page: Page, panel: Panel, box: Box) -> None:
    picture = box._replace(height=box.width / PICTURE)
    own = Page(page.canvas, panel.scene, page.size, page.chance, page.palette)
    paint_scenery(own, picture)
    page.rectangle(picture, stroke(page.palette.ink, 3 * page.unit))
    words = " ".join(speech.text.content for speech in panel.speeches)
    caption = panel.caption or words
    if caption:
        room = Box(box.x, picture.y + picture.height, box.width, box.height - picture.height)
        _paint_caption(page, caption, inset(room, box.width * 0.01, room.height * 0.12))


def _paint_caption(page: Page, caption: str, room: Box) -> None:
    face = faces.face("text", "modern")
    block = faces.fit_block(caption, face, (room.width, room.height), page.short * 0.026, leading=1.25)
    ink = fill(legible(page.palette.paper, page.palette.ink))
    for index, line in enumerate(block.lines):
        at = (room.x, room.y + block.first_baseline + index * block.leading)
        put_line(page.canvas, line, face, block.size, at, ink, "left")
