"""From scene to pixels, moment by moment: each moment is a true state of the picture in the making."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from aquatint.engines.composer import backdrops, graphics
from aquatint.engines.composer.art.library import find as find_art
from aquatint.engines.composer.art.place import paint_placed
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.graphics.inscription import paint_words
from aquatint.engines.composer.graphics.overprint import Held, held_back, overprint
from aquatint.engines.composer.scene import Scene
from aquatint.engines.composer.staging import place_items
from aquatint.engines.composer.styles import registry as styles
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

STYLE_BEGINS = 0.7
"""Share of the way at which composing ends and the style's own work begins."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of the picture: ``progress`` 0..1 of the way, what was just done, and a look at the pixels."""

    progress: float
    doing: str
    look: Callable[[], Pixels]


def render(scene: Scene, size: Size, *, previews: bool = False) -> Iterator[Moment]:
    """The moments of making a picture; the last one (progress 1) is the finished picture, (H, W, 4) RGBA.

    Without ``previews`` the style shows only its final state, which is faster.
    """
    chance = Chance(scene.seed)
    surface = new_surface(size)
    compose = _compose_scene if scene.kind == "scene" else _compose_graphic
    with held_back(scene.style) as words:
        for progress, doing in compose(surface.getCanvas(), scene, size, chance):
            yield Moment(progress * STYLE_BEGINS, doing, lambda: overprint(read_pixels(surface), words))
    yield from _finish(read_pixels(surface), words, scene, chance, previews)


def _compose_scene(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    backdrop = backdrops.find(scene.backdrop)
    stage = backdrop.stage(scene, size)
    ground = chance.fork("backdrop", scene.backdrop)
    if not scene.transparent:
        backdrop.paint(canvas, stage, scene, ground)
    yield 0.4, scene.backdrop
    placements = place_items(scene, stage)
    for index, placement in enumerate(placements):
        drawing = find_art(placement.item.art)
        paint_placed(canvas, drawing, placement, stage, chance)
        yield 0.4 + 0.5 * (index + 1) / len(placements), placement.item.word
    if not scene.transparent:
        backdrop.paint_front(canvas, stage, scene, ground)
    margin = styles.find(scene.style).margin * stage.unit
    paint_words(canvas, scene, stage, placements, margin, chance.fork("words"))
    yield 1.0, "foreground"


def _compose_graphic(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    layout = graphics.find(scene.kind)
    yield from layout(canvas, scene, size, chance.fork("graphic", scene.kind))


def _finish(pixels: Pixels, words: list[Held], scene: Scene, chance: Chance, previews: bool) -> Iterator[Moment]:
    style = styles.find(scene.style)
    unit = min(pixels.shape[:2]) / 1000
    own = chance.fork("style", scene.style)
    for step, state, is_last in look_ahead(style.apply(pixels, chance=own, unit=unit, previews=previews)):
        progress = 1.0 if is_last else 1.0 - (1.0 - STYLE_BEGINS) * 0.6**step
        yield Moment(progress, scene.style, partial(overprint, state, words))


def look_ahead(states: Iterator[Pixels]) -> Iterator[tuple[int, Pixels, bool]]:
    """Each state with its number from 1 and whether it is the last."""
    step, current = 1, next(states)
    for following in states:
        yield step, current, False
        step, current = step + 1, following
    yield step, current, True
