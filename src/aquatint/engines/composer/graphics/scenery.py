"""A place with its things inside a frame: the depth of a scene, used as the picture of a poster or a card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

import msgspec
import skia

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.art import find
from aquatint.engines.composer.art.drawing import Box
from aquatint.engines.composer.art.place import paint_placed
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.vector import vector_of
from aquatint.engines.composer.focus import paint_behind
from aquatint.engines.composer.graphics.cues import count_said, said
from aquatint.engines.composer.graphics.page import Page
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.scene import Scene
from aquatint.engines.composer.staging import place_items
from aquatint.sizes import Size


class Frame(Protocol):
    """A part of a picture: how many times larger it is shown, and its left and top edge in pixels."""

    @property
    def scale(self) -> float: ...
    @property
    def left(self) -> float: ...
    @property
    def top(self) -> float: ...

    def seen(self, placement: Placement) -> Placement:
        """Where a placed thing is in the part."""


Framing = Callable[[Sequence[Placement], Size], Frame]
"""Chooses the part to be shown, knowing where the things of the whole picture stand."""

PLAIN = frozenset({"", "studio"})
"""Backdrops that are no place."""
DEFAULT = "meadow"
MEADOW_WORDS = ("meadow", "field", "grass", "hill", "countryside", "pasture", "prairie")


def has_place(scene: Scene) -> bool:
    """Whether the scene is somewhere. The default place counts only where the words ask for it."""
    if scene.backdrop == DEFAULT and not count_said(said(scene), MEADOW_WORDS):
        return False
    return scene.backdrop not in PLAIN and scene.backdrop in backdrops.names()


def paint_scenery(page: Page, box: Box, framing: Framing | None = None) -> list[Placement]:
    """Paint the place with all things of the scene into the box; return where they stand in it.

    ``framing`` says which part of it is shown in the box, larger; without it, the whole is.
    """
    size = Size(max(1, round(box.width)), max(1, round(box.height)))
    page.canvas.save()
    page.clip(box)
    page.canvas.translate(round(box.x), round(box.y))
    placements = _paint(page.canvas, page.scene, size, page.chance.fork("scenery"), framing)
    page.canvas.restore()
    return placements


def paint_things(canvas: Any, scene: Scene, size: Size, chance: Chance) -> None:
    """Paint the things of a scene where `paint_scenery` puts them for that chance, and nothing behind them."""
    scene = msgspec.structs.replace(scene, kind="scene", texts=[], transparent=False)
    stage = backdrops.find(scene.backdrop).stage(scene, size)
    own = chance.fork("scenery")
    for placement in place_items(scene, stage, own):
        paint_placed(canvas, find(placement.item.art), replace(placement, shadow=False), stage, own)


def paint_place_softly(page: Page, side: int = 256) -> None:
    """Paint the empty place over the whole page, out of focus: small, then enlarged."""
    vector = vector_of(page.canvas)
    if vector is not None:
        empty = msgspec.structs.replace(page.scene, items=[])
        with vector.effect(vector.soft(page.short / 80)):
            _paint(vector, empty, page.size, page.chance.fork("scenery"))
        return
    scale = min(1.0, side / page.short)
    size = Size(max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    small = skia.Surface(size.width, size.height)
    _paint(small.getCanvas(), msgspec.structs.replace(page.scene, items=[]), size, page.chance.fork("scenery"))
    blurred = skia.Surface(size.width, size.height)
    soft = skia.Paint(ImageFilter=skia.ImageFilters.Blur(side / 80, side / 80, skia.TileMode.kClamp))
    blurred.getCanvas().drawImage(small.makeImageSnapshot(), 0, 0, skia.SamplingOptions(), soft)
    area = skia.Rect.MakeWH(page.width, page.height)
    page.canvas.drawImageRect(blurred.makeImageSnapshot(), area, skia.SamplingOptions(skia.FilterMode.kLinear))


def _paint(
    canvas: Any, scene: Scene, size: Size, chance: Chance, framing: Framing | None = None
) -> list[Placement]:
    scene = msgspec.structs.replace(scene, kind="scene", texts=[], transparent=False)
    backdrop = backdrops.find(scene.backdrop)
    stage = backdrop.stage(scene, size)
    ground = chance.fork("backdrop", scene.backdrop)
    placements = place_items(scene, stage, chance)
    frame = framing(placements, size) if framing is not None else None
    if frame is not None:
        canvas.scale(frame.scale, frame.scale)
        canvas.translate(-frame.left, -frame.top)
    paint_behind(canvas, backdrop, stage, scene, ground)
    for placement in placements:
        paint_placed(canvas, find(placement.item.art), placement, stage, chance)
    backdrop.paint_front(canvas, stage, scene, ground)
    return placements if frame is None else [frame.seen(one) for one in placements]
