"""Scenes, pictures and tasks for the tests of edits."""

from __future__ import annotations

from typing import Any

import numpy as np

from aquatint.engines.composer.edits import apply_instruction, retouch
from aquatint.engines.composer.render import render
from aquatint.engines.composer.scene import Item, Reading, Scene
from aquatint.engines.contract import Event, Picture, Task
from aquatint.imaging.frame import Mask, make_frame
from aquatint.imaging.raster import Pixels, Raster
from aquatint.sizes import Size, SizeRule
from aquatint.types import ImageRequest, Notes

RULE = SizeRule(multiple=1, max_edge=4096, max_ratio=10, min_pixels=1, max_pixels=10**8)


def an_item(noun: str, art: str, **more: Any) -> Item:
    """An item that is called by its noun."""
    return Item(id=f"{noun}-1", noun=noun, word=noun, art=art, **more)


ANIMALS = Scene(
    prompt="a cat and a pig beside a tree",
    seed=3,
    items=[
        an_item("cat", "noto:cat"),
        an_item("pig", "noto:pig"),
        an_item("tree", "noto:deciduous-tree"),
    ],
)


def drawn(scene: Scene, size: Size) -> Pixels:
    """The finished picture of a scene, (H, W, 4)."""
    *_, last = render(scene, size)
    return last.look()


def a_task(
    pixels: Pixels,
    instruction: str,
    *,
    size: Size | None = None,
    mask: Mask | None = None,
    others: tuple[Pixels, ...] = (),
    **more: Any,
) -> Task:
    """An edit of a picture: ``mask`` is True where it may change; more goes into the request."""
    first = Raster(pixels)
    size = size or first.size
    request = ImageRequest(
        operation="edit", prompt=instruction, quality="high", size_rule=RULE, seed=7, size=size, **more
    )
    sources = (first, *(Raster(other) for other in others))
    return Task(request, size, sources, make_frame(first, mask, size))


def instructed(scene: Scene, instruction: str, size: Size, **more: Any) -> tuple[Scene, Reading]:
    """A scene after an instruction, as the engine asks for it."""
    blank = np.zeros((size.height, size.width, 4), np.uint8)
    return apply_instruction(scene, a_task(blank, instruction, **more))


def events_of(task: Task) -> list[Event]:
    """All events of retouching."""
    return list(retouch(task, "composer/test"))


def retouched(pixels: Pixels, instruction: str, **more: Any) -> tuple[Pixels, Notes]:
    """The picture after retouching, and its notes."""
    last = events_of(a_task(pixels, instruction, **more))[-1]
    assert isinstance(last, Picture)
    return last.pixels, last.notes
