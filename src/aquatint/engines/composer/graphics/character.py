"""Character sheets: one person or creature in several poses, its head large, its colours as swatches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.art.place import aspect_of, look_of
from aquatint.engines.composer.drawing.brush import fill, stroke
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics.lettering import Manner, put_inside
from aquatint.engines.composer.graphics.page import Page, left, upper
from aquatint.engines.composer.graphics.palette import choose_palette, legible
from aquatint.engines.composer.graphics.panels.faces import colours_of, paint_face
from aquatint.engines.composer.graphics.panels.grid import even_grid
from aquatint.engines.composer.graphics.picture import SOFT, Actor, actors, paint_pool
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.scene import Item, Scene
from aquatint.sizes import Size

ANYBODY = Item(id="person-1", noun="person", word="character", art="person:")
"""Who it is when the prompt does not say."""
POSES = {"person": ("standing", "walking", "waving", "sitting"), "animal": ("", "walking", "sitting", "running")}
"""What each kind of figure is shown doing; the first is as the prompt says."""


def paint(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    """The sheet, the poses in a row, the head, the swatches, the words."""
    palette = choose_palette(scene, chance.fork("palette"))
    page = Page(canvas, scene, size, chance, palette)
    ground = mix(palette.paper, palette.soft, 0.1)
    page.paint_ground(ground)
    room = page.inner
    ink = legible(ground, palette.ink)
    if scene.texts:
        head, room = upper(room, 0.14, page.margin * 0.5)
        manner = Manner("modern", ground, ink, ink, ink, align="left", biggest=page.short * 0.09)
        put_inside(canvas, scene.texts, head, manner)
    yield 0.2, "sheet"
    lead = scene.items[0] if scene.items else ANYBODY
    wide = page.aspect > 1.1
    poses, side = left(room, 0.7, page.margin * 0.6) if wide else upper(room, 0.62, page.margin * 0.6)
    _paint_poses(page, poses, lead)
    yield 0.7, "poses"
    _paint_head(page, side, lead, ground)
    yield 1.0, "head"


def _paint_poses(page: Page, room: Box, lead: Item) -> None:
    """The same figure, three or four times, on one line."""
    kind = lead.art.partition(":")[0]
    known = POSES.get(kind, ("", ""))
    first = lead.attributes.get("pose", known[0])
    poses = [first, *(pose for pose in known[1:] if pose != first)][: 4 if room.width > room.height * 1.3 else 3]
    cast = [_posed(lead, pose) for pose in poses]
    shadow = mix(page.palette.paper, page.palette.ink, 0.5)
    aspects = [aspect_of(actor.drawing, actor.item) for actor in cast]
    cells = even_grid(room, len(cast), page.margin * 0.4, max(0.42, sum(aspects) / len(aspects) * 1.05))
    # All of one size, whatever room the pose takes.
    height = min(cells[0].height, *(1.12 * cells[0].width / aspect for aspect in aspects))
    for actor, aspect, box in zip(cast, aspects, cells, strict=True):
        low, width = box.y + box.height, height * aspect
        page.canvas.drawLine(box.x, low, box.x + box.width, low, stroke(shadow, 2 * page.unit, 0.6))
        paint_pool(page, box._replace(y=box.y + 2 * page.unit), aspect, shadow)
        place = Box(box.x + (box.width - width) / 2, low - height, width, height)
        look = look_of(Placement(actor.item, 0, (0.0, 0.0), height, 1.0), SOFT, page.chance)
        actor.drawing.paint(page.canvas, place, look)


def _posed(lead: Item, pose: str) -> Actor:
    attributes = {**lead.attributes, "pose": pose} if pose else dict(lead.attributes)
    item = msgspec.structs.replace(lead, count=1, attributes=attributes, relation="", target="")
    return actors([item])[0]


def _paint_head(page: Page, room: Box, lead: Item, ground: Colour) -> None:
    """A bust in a panel, and the palette of the sheet beside or below it."""
    palette = page.palette
    across = room.width > room.height
    panel, rest = left(room, 0.6, page.margin * 0.5) if across else upper(room, 0.62, page.margin * 0.5)
    tone = mix(palette.soft, ground, 0.35)
    page.rectangle(panel, fill(tone), page.short * 0.02)
    actor = _posed(lead, "")
    page.canvas.save()
    page.clip(panel)
    paint_face(page.canvas, actor, panel, page.chance)
    page.canvas.restore()
    colours = [Colour.of(lead.colour)] if lead.colour else []
    colours += [each for each in colours_of(actor, page.chance, 5) if each not in colours]
    step = (rest.height if across else rest.width) / 5
    for index, colour in enumerate(colours[:5]):
        x = rest.x + rest.width / 2 if across else rest.x + (index + 0.5) * step
        y = rest.y + (index + 0.5) * step if across else rest.y + rest.height / 2
        radius = min(step, rest.width if across else rest.height) * 0.4
        page.circle(x, y, radius, fill(colour))
        page.circle(x, y, radius, stroke(palette.ink, 1.5 * page.unit, 0.25))
