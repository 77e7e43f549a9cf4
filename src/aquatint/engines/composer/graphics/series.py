"""Series: cells of equal weight that fill the page, each a scene, a face or a thing on a ground of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import skia

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.art.library import find
from aquatint.engines.composer.art.place import aspect_of, look_of
from aquatint.engines.composer.drawing.brush import fill
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics.lettering import Manner, put_inside
from aquatint.engines.composer.graphics.page import Page, inset, upper
from aquatint.engines.composer.graphics.palette import choose_palette, legible
from aquatint.engines.composer.graphics.panels.faces import paint_face
from aquatint.engines.composer.graphics.panels.grid import even_row, filled_grid
from aquatint.engines.composer.graphics.panels.variation import Cell, cells_of
from aquatint.engines.composer.graphics.picture import SOFT, actors, paint_group, paint_pool
from aquatint.engines.composer.graphics.scenery import paint_scenery
from aquatint.engines.composer.layout.groups import LIVING, group_of
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

GUTTER = 0.02
UNEVEN = 0.9
"""How much a grid with a short row is shunned."""
TINTS = (0.34, 0.5, 0.42, 0.58)
"""How much of a colour is in the grounds of the cells."""


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """The page, its title, the cells one after the other."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    cells = cells_of(scene)
    bold = any(cell.tone for cell in cells)
    if not scene.transparent:
        page.paint_ground(palette.paper)
    room = page.full if bold and not scene.texts else inset(page.full, page.margin * 0.7)
    if scene.texts:
        head, room = upper(room, 0.12, page.margin * 0.4)
        ink = legible(palette.paper, palette.ink)
        put_inside(
            canvas, scene.texts, head, Manner("modern", palette.paper, ink, ink, ink, biggest=page.short * 0.08)
        )
    yield 0.1, "page"
    boxes = filled_grid(room, len(cells), 0.0 if bold else page.short * GUTTER, 1.0, uneven=UNEVEN)
    if cells[0].manner == "panorama":
        boxes = even_row(room, len(cells), page.short * GUTTER)
        _paint_panorama(page, cells[0], room, boxes)
        yield 1.0, "panorama"
        return
    for index, (cell, box) in enumerate(zip(cells, boxes, strict=True)):
        height = _pose_height(cells, box) if cell.manner == "pose" and all(c.scene.items for c in cells) else 0.0
        _paint_cell(page, cell, box, index, height)
        yield 0.1 + 0.9 * (index + 1) / len(boxes), f"cell {index + 1}"


def _paint_panorama(page: Page, cell: Cell, room: Box, boxes: Sequence[Box]) -> None:
    """One place that goes on from cell to cell."""
    page.canvas.save()
    path = skia.Path()
    for box in boxes:
        path.addRect(skia.Rect.MakeXYWH(*box))
    page.canvas.clipPath(path, True)
    paint_scenery(Page(page.canvas, cell.scene, page.size, page.chance, page.palette), room)
    page.canvas.restore()


def _paint_cell(page: Page, cell: Cell, box: Box, index: int, height: float) -> None:
    own = Page(page.canvas, cell.scene, page.size, page.chance, page.palette)
    if cell.manner == "place":
        paint_scenery(own, box)
        return
    ground = Colour.of(cell.tone) if cell.tone else _ground(page, index)
    if not page.scene.transparent:
        page.rectangle(box, fill(ground), 0.0 if cell.tone else min(box.width, box.height) * 0.06)
    page.canvas.save()
    page.clip(box)
    if height:
        _paint_pose(own, box, height)
    elif cell.manner == "face" or (cell.tone and group_of(cell.scene.items[0]) == "people"):
        paint_face(page.canvas, actors(cell.scene.items)[0], box, page.chance)
    else:
        _paint_thing(own, box, ground)
    page.canvas.restore()


def _ground(page: Page, index: int) -> Colour:
    """Grounds that differ from neighbours to the right and below."""
    lively = page.palette.lively
    return mix(page.palette.paper, lively[index % len(lively)], TINTS[index % len(TINTS)] * 0.7)


def _paint_thing(page: Page, box: Box, ground: Colour) -> None:
    items = page.scene.items
    beings = all(group_of(item) in LIVING for item in items)
    shadow = mix(ground, page.palette.ink, 0.5) if beings and not page.scene.transparent else None
    paint_group(page, inset(box, box.width * 0.13, box.height * 0.13), light=SOFT, stand=0.5, shadow=shadow)


def _paint_pose(page: Page, box: Box, height: float) -> None:
    """One figure ``height`` pixels high, its feet where those in all cells are."""
    actor = actors(page.scene.items)[0]
    inner = inset(box, 0.0, (box.height - height) / 2)
    shadow = mix(page.palette.paper, page.palette.ink, 0.5)
    if not page.scene.transparent:
        paint_pool(page, inner, aspect_of(actor.drawing, actor.item), shadow)
    look = look_of(Placement(actor.item, 0, (0.0, 0.0), height, 1.0), SOFT, page.chance)
    width = height * aspect_of(actor.drawing, actor.item)
    actor.drawing.paint(page.canvas, Box(inner.x + (inner.width - width) / 2, inner.y, width, height), look)


def _pose_height(cells: Sequence[Cell], box: Box) -> float:
    """The height at which the figures of all cells have room."""
    widest = max(aspect_of(find(cell.scene.items[0].art), cell.scene.items[0]) for cell in cells)
    return min(0.78 * box.height, 0.86 * box.width / max(0.1, widest))
