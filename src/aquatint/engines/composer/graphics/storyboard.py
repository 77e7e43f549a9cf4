"""Storyboards: equal frames in a grid, each with its scene, the prompt's own description of it below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from aquatint.engines.composer import type as faces
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics.lettering import Manner, put_inside, put_line
from aquatint.engines.composer.graphics.page import Page, inset, upper
from aquatint.engines.composer.graphics.palette import choose_palette, legible
from aquatint.engines.composer.graphics.panels.grid import filled_grid
from aquatint.engines.composer.graphics.panels.script import Panel, read_script
from aquatint.engines.composer.graphics.panels.shots import frame_of
from aquatint.engines.composer.graphics.scenery import paint_scenery
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

FRAMES = 6
"""How many there are when the prompt does not say."""
PICTURE = 16 / 10
LETTERS = 0.026
"""Size of the words, in shorter sides of the page."""
LEADING = 1.25
LINES = 3
"""Lines of words below a frame, at the most: longer ones are set smaller."""


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """The page, its title, the frames one after the other."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    page.paint_ground(palette.paper)
    script = read_script(scene, FRAMES)
    room = inset(page.full, page.margin * 0.75)
    ink = legible(palette.paper, palette.ink)
    if script.title:
        head, room = upper(room, 0.1, page.margin * 0.5)
        manner = Manner("modern", palette.paper, ink, ink, ink, biggest=page.short * 0.07)
        put_inside(canvas, script.title, head, manner)
    yield 0.1, "page"
    boxes = filled_grid(room, len(script.panels), page.short * 0.03, PICTURE)
    below = _below(page, script.panels, boxes)
    for index, (panel, box) in enumerate(zip(script.panels, boxes, strict=True)):
        _paint_frame(page, panel, box, below)
        yield 0.1 + 0.9 * (index + 1) / len(boxes), f"frame {index + 1}"


def _words(panel: Panel) -> str:
    """The prompt's own description of a frame, else what is said in it."""
    return panel.caption or " ".join(speech.text.content for speech in panel.speeches)


def _below(page: Page, panels: Sequence[Panel], boxes: Sequence[Box]) -> float:
    """Height of the room for words below each frame: that of the longest ones."""
    face, size = faces.face("text", "modern"), page.short * LETTERS
    lines = 0
    for panel, box in zip(panels, boxes, strict=True):
        if words := _words(panel):
            lines = max(
                lines, len(faces.measure_block(words, face, size, box.width * 0.98, leading=LEADING).lines)
            )
    return (min(LINES, lines) * LEADING + 0.7) * size if lines else 0.0


def _paint_frame(page: Page, panel: Panel, box: Box, below: float) -> None:
    """The picture of a frame, and words below it."""
    picture = box._replace(height=box.height - below)
    own = Page(page.canvas, panel.scene, page.size, page.chance, page.palette)
    looks = page.chance.fork("scenery")
    paint_scenery(own, picture, lambda found, size: frame_of(found, size, panel.shot, looks))
    page.rectangle(picture, stroke(page.palette.ink, 3 * page.unit))
    if words := _words(panel):
        room = Box(box.x, picture.y + picture.height, box.width, below)
        _paint_caption(page, words, inset(room, box.width * 0.01, page.short * LETTERS * 0.3))


def _paint_caption(page: Page, caption: str, room: Box) -> None:
    face = faces.face("text", "modern")
    block = faces.fit_block(caption, face, (room.width, room.height), page.short * LETTERS, leading=LEADING)
    ink = fill(legible(page.palette.paper, page.palette.ink))
    for index, line in enumerate(block.lines):
        at = (room.x, room.y + block.first_baseline + index * block.leading)
        put_line(page.canvas, line, face, block.size, at, ink, "left")
