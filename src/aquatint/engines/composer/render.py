"""From scene to pixels, moment by moment: each moment is a true state of the picture in the making."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from aquatint.engines.composer import backdrops, graphics, motion
from aquatint.engines.composer.art.library import find as find_art
from aquatint.engines.composer.art.pictured import shelve
from aquatint.engines.composer.art.place import paint_placed
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.surface import new_surface, read_pixels
from aquatint.engines.composer.drawing.watch import straight
from aquatint.engines.composer.focus import paint_behind
from aquatint.engines.composer.graphics.inscription import paint_words
from aquatint.engines.composer.graphics.overprint import Held, held_back, overprint
from aquatint.engines.composer.layout.stage import Placement, Stage
from aquatint.engines.composer.partials import WISHED, Witness
from aquatint.engines.composer.scene import Scene, View
from aquatint.engines.composer.staging import place_items
from aquatint.engines.composer.styles import registry as styles
from aquatint.engines.composer.styles.grading import graded, tones
from aquatint.engines.composer.styles.palette import pulled
from aquatint.imaging.raster import Pixels
from aquatint.imaging.resize import resize
from aquatint.sizes import Size

STYLE_BEGINS = 0.7
"""Share of the way at which composing ends and the style's own work begins."""


UNALTERING = frozenset({"flat"})
"""Styles that leave what was composed as it is."""

CLOSER = 1.02
"""Enlargement from which a view is drawn anew."""
PULL, PULL_BESIDE_NAMED = 0.72, 0.3
"""How far a scene's colours go to its palette, and how far when some of its things have colours of their own."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of the picture: ``progress`` 0..1 of the way, what was just done, and a look at the pixels."""

    progress: float
    doing: str
    look: Callable[[], Pixels]
    partials: tuple[Pixels, ...] = ()
    """Earlier states to show, where some were wanted: with the last moment of composing."""


def render(
    scene: Scene, size: Size, *, previews: bool = False, phase: float | None = None, partials: int = 0
) -> Iterator[Moment]:
    """The moments of making a picture; the last one (progress 1) is the finished picture, (H, W, 4) RGBA.

    Without ``previews`` the style shows only its final state, which is faster. ``phase`` (0..1) is the place in
    the loop of an animation; None makes a still picture. ``partials`` is how many earlier states to hand out.
    """
    view = scene.view
    whole = size if view is None else Size(*view.frame)
    lens = view if view is not None and not scene.texts and is_closer(view, size) else None
    for moment in _render_whole(scene, whole if lens is None else size, previews, phase, partials, lens):
        if view is None or lens is not None:
            yield moment
            continue
        earlier = tuple(_seen(state, view, size) for state in moment.partials)
        yield replace(moment, look=partial(_look_through, moment.look, view, size), partials=earlier)


def _render_whole(
    scene: Scene, size: Size, previews: bool, phase: float | None, partials: int, lens: View | None
) -> Iterator[Moment]:
    chance = Chance(scene.seed)
    if partials:
        yield from _render_watched(scene, size, chance, previews, partials, lens)
        return
    surface = new_surface(size)
    frame = _aim(surface.getCanvas(), size, lens)
    with held_back(scene.style) as words:
        for progress, doing in compose(surface.getCanvas(), scene, frame, chance, phase):
            yield Moment(progress * STYLE_BEGINS, doing, lambda: overprint(read_pixels(surface), words))
    yield from _finish(_in_palette(read_pixels(surface), scene), words, scene, chance, previews)


def is_closer(view: View, size: Size) -> bool:
    """Whether a view is shown enlarged, in its own shape: then it is drawn anew at that size, and not blown up."""
    left, top, right, bottom = window(view)
    across, down = size.width / max(1, right - left), size.height / max(1, bottom - top)
    return across > CLOSER and abs(across / down - 1) < CLOSER - 1


def _aim(canvas: Any, size: Size, lens: View | None) -> Size:
    """Let a canvas of ``size`` show only what a view shows; gives the size of the whole picture."""
    if lens is None:
        return size
    left, top, right, bottom = window(lens)
    canvas.scale(size.width / (right - left), size.height / (bottom - top))
    canvas.translate(-left, -top)
    return Size(*lens.frame)


def _render_watched(
    scene: Scene, size: Size, chance: Chance, previews: bool, partials: int, lens: View | None
) -> Iterator[Moment]:
    """The same picture, with states of it kept while it is composed."""
    box = (0, 0, size.width, size.height) if scene.view is None or lens is not None else window(scene.view)
    with held_back(scene.style) as words:
        witness = Witness(size, words, box, WISHED[partials])
        frame = _aim(witness.canvas, size, lens)
        for progress, doing in compose(witness.canvas, scene, frame, chance):
            witness.end_stage(progress)
            look = lambda: overprint(straight(witness.pixels), words)  # noqa: E731
            composed = Moment(progress * STYLE_BEGINS, doing, look, tuple(witness.ripe()))
            yield composed
    finished = scene.style in UNALTERING
    rest = witness.rest(finished=finished)
    if len(rest) < len(witness.due):
        rest = _again_slowly(scene, size, chance, witness, lens).rest(finished=finished)
    yield replace(composed, partials=tuple(rest))
    witness.forget()
    del rest
    yield from _finish(_in_palette(straight(witness.pixels), scene), words, scene, chance, previews)


def _again_slowly(scene: Scene, size: Size, chance: Chance, first: Witness, lens: View | None) -> Witness:
    """Watch a picture of few strokes once more, in smaller steps, from where the ``first`` witness is left."""
    with held_back(scene.style) as words:
        witness = Witness(size, words, first.window, first.due, patient=True)
        witness.shown = first.shown
        frame = _aim(witness.canvas, size, lens)
        for progress, _ in compose(witness.canvas, scene, frame, chance):
            witness.end_stage(progress)
    return witness


def _in_palette(pixels: Pixels, scene: Scene) -> Pixels:
    """A scene in the colours that were asked of all of it; layouts choose theirs by themselves."""
    palette = tuple(code for code in scene.palette if code)
    if scene.kind != "scene" or not palette:
        return pixels
    named = any(item.colour for item in scene.items)
    return pulled(pixels, palette, PULL_BESIDE_NAMED if named else PULL)


def window(view: View) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what a view shows, in pixels of the whole picture."""
    (width, height), (left, top, right, bottom) = view.frame, view.box
    return round(left * width), round(top * height), round(right * width), round(bottom * height)


def _look_through(look: Callable[[], Pixels], view: View, size: Size) -> Pixels:
    return _seen(look(), view, size)


def _seen(whole: Pixels, view: View, size: Size) -> Pixels:
    """The part of the whole that is shown: its own pixels, or enlarged where another size is wanted."""
    left, top, right, bottom = window(view)
    part = np.ascontiguousarray(whole[top:bottom, left:right])
    return part if part.shape[:2] == (size.height, size.width) else resize(part, size)


def compose(
    canvas: Any, scene: Scene, size: Size, chance: Chance, phase: float | None = None
) -> Iterator[tuple[float, str]]:
    """Draw the scene without its style, on any canvas; yields progress 0..1 and what was just drawn."""
    shelve(scene.pictures)
    if scene.kind == "scene":
        return _compose_scene(canvas, scene, size, chance, phase)
    return _compose_graphic(canvas, scene, size, chance)


def _compose_scene(
    canvas: Any, scene: Scene, size: Size, chance: Chance, phase: float | None
) -> Iterator[tuple[float, str]]:
    backdrop = backdrops.find(scene.backdrop)
    stage = replace(backdrop.stage(scene, size), phase=phase)
    ground = chance.fork("backdrop", scene.backdrop)
    plane = partial(_plane, canvas, stage, motion.sways(scene, stage), scene.mirrored)
    if not scene.transparent:
        with plane(0.0):
            paint_behind(canvas, backdrop, stage, scene, ground)
    yield 0.4, scene.backdrop
    placements = place_items(scene, stage)
    for index, placement in enumerate(placements):
        drawing = find_art(placement.item.art)
        with plane(0.25 + 0.5 * placement.depth):
            paint_placed(canvas, drawing, motion.moved(placement, stage, chance), stage, chance)
        yield 0.4 + 0.5 * (index + 1) / len(placements), placement.item.word
    if not scene.transparent:
        with plane(1.0):
            backdrop.paint_front(canvas, stage, scene, ground)
    margin = styles.find(scene.style).margin * stage.unit
    if scene.mirrored:
        placements = [_mirrored(one, size) for one in placements]
    paint_words(canvas, scene, stage, placements, margin, chance.fork("words"))
    yield 1.0, "foreground"


@contextmanager
def _plane(canvas: Any, stage: Stage, swaying: bool, mirrored: bool, nearness: float) -> Iterator[None]:
    """Where a plane of the scene lies: in its place, the other way round, or aside while the viewer sways."""
    canvas.save()
    if mirrored:
        canvas.translate(stage.size.width, 0)
        canvas.scale(-1, 1)
    if swaying:
        middle = stage.size.width / 2, stage.size.height / 2
        canvas.translate(middle[0] + motion.offset(stage, nearness), middle[1])
        canvas.scale(motion.ROOM, motion.ROOM)
        canvas.translate(-middle[0], -middle[1])
    try:
        yield
    finally:
        canvas.restore()


def _mirrored(placement: Placement, size: Size) -> Placement:
    x, y = placement.foot
    return replace(placement, foot=(size.width - x, y), flip=not placement.flip)


def _compose_graphic(canvas: Any, scene: Scene, size: Size, chance: Chance) -> Iterator[tuple[float, str]]:
    layout = graphics.find(scene.kind)
    yield from layout(canvas, scene, size, chance.fork("graphic", scene.kind))


def _finish(pixels: Pixels, words: list[Held], scene: Scene, chance: Chance, previews: bool) -> Iterator[Moment]:
    style = styles.find(scene.style)
    unit = min(pixels.shape[:2]) / 1000
    own = chance.fork("style", scene.style)
    for step, state, is_last in look_ahead(style.apply(pixels, chance=own, unit=unit, previews=previews)):
        progress = 1.0 if is_last else 1.0 - (1.0 - STYLE_BEGINS) * 0.6**step
        yield Moment(progress, scene.style, partial(_printed, state, words, scene))


def look_ahead(states: Iterator[Pixels]) -> Iterator[tuple[int, Pixels, bool]]:
    """Each state with its number from 1 and whether it is the last."""
    step, current = 1, next(states)
    for following in states:
        yield step, current, False
        step, current = step + 1, following
    yield step, current, True


def _printed(pixels: Pixels, words: list[Held], scene: Scene) -> Pixels:
    """The finished state: words over the style, then the tones of the whole."""
    pixels = overprint(pixels, words)
    for name in scene.tones:
        pixels = graded(pixels, tones()[name])
    return pixels
