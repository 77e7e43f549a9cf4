"""The composer as an engine: requests in, progress, previews and a picture with its plan out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from aquatint import __version__, pack
from aquatint.engines.composer import edits
from aquatint.engines.composer.deliberation import deliberate
from aquatint.engines.composer.film import shoot
from aquatint.engines.composer.honesty import admit
from aquatint.engines.composer.planner.author import author, choose_aspect
from aquatint.engines.composer.render import Moment, render
from aquatint.engines.composer.scene import Reading, Scene
from aquatint.engines.composer.vector import admit_flat, write_svg
from aquatint.engines.contract import Event, Film, Picture, Preview, Progress, Task, Vector
from aquatint.imaging.raster import Pixels, Raster
from aquatint.sizes import Size
from aquatint.types import ImageRequest, Notes

STEPS = 20


class Composer:
    """The built-in illustrator."""

    name = "composer"
    version = __version__

    def open(self) -> None:
        """Open the art pack."""
        pack.names()

    def choose_size(self, request: ImageRequest, sources: tuple[Raster, ...]) -> Size:
        """An edit keeps its source's size; a new picture gets the shape that its kind wants."""
        if sources:
            composed = edits.scene_of(sources[0])
            if composed is None and (authored := edits.compose_with(request.prompt, sources, seed=request.seed)):
                return request.size_rule.nearest(*choose_aspect(authored.scene))
            shown = sources[0].size
            if composed is None:
                wanted = edits.size_reframed(shown, request.prompt)
            else:
                wanted = edits.size_after(composed, request.prompt, shown)
            if not request.size_rule.fixed and fits(wanted, request):
                return wanted
            return request.size_rule.nearest(wanted.width, wanted.height)
        scene = author(request.prompt, seed=request.seed).scene
        return request.size_rule.nearest(*choose_aspect(scene))

    def draw(self, task: Task) -> Iterator[Event]:
        """Draw the prompt, re-draw a composed picture after an instruction, or retouch a foreign picture."""
        if task.request.operation == "generate":
            transparent = task.request.background == "transparent"
            authored = author(task.request.prompt, seed=task.request.seed, transparent=transparent)
            admit(authored.scene, authored.reading)
            scene = deliberate(authored.scene, task.size, task.request.complexity)
            return self._compose(task, scene, authored.reading)
        composed = edits.scene_of(task.sources[0])
        if composed is None and not masked(task):
            request, clear = task.request, task.request.background == "transparent"
            if collage := edits.compose_with(
                request.prompt, task.sources, seed=request.seed, size=task.size, transparent=clear
            ):
                admit(collage.scene, collage.reading)
                return self._compose(task, collage.scene, collage.reading)
        if composed is None:
            return edits.retouch(task, self.label)
        changed, reading = edits.apply_instruction(composed, task)
        admit(changed, reading)
        return self._compose(task, changed, reading)

    @property
    def label(self) -> str:
        """Name and version, as replies and metadata carry it."""
        return f"{self.name}/{self.version}"

    def _compose(self, task: Task, scene: Scene, reading: Reading) -> Iterator[Event]:
        if task.request.animation is not None:
            return self._film(task, task.request.animation.frame_count, scene, reading)
        if task.request.output_format == "svg":
            return self._vector(task, scene, reading)
        return self._picture(task, scene, reading)

    def _film(self, task: Task, frame_count: int, scene: Scene, reading: Reading) -> Iterator[Event]:
        frames = []
        for shot in shoot(scene, task.size, frame_count):
            frames.append(shot.pixels)
            yield Progress(shot.number, frame_count, "frames")
        yield Film(tuple(frames), self._notes(task, scene, reading))

    def _vector(self, task: Task, scene: Scene, reading: Reading) -> Iterator[Event]:
        admit_flat(scene, reading)
        yield Progress(1, 2, "drawing")
        svg = write_svg(scene, task.size, task.request.svg_text)
        yield Vector(svg, scene.transparent, self._notes(task, scene, reading))

    def _picture(self, task: Task, scene: Scene, reading: Reading) -> Iterator[Event]:
        previews = Previews(task.request.partial_images)
        for moment in render(scene, task.size, previews=task.request.partial_images > 0):
            yield Progress(round(moment.progress * STEPS), STEPS, moment.doing)
            yield from previews.before(moment)
            if moment.progress >= 1:
                pixels, notes = moment.look(), self._notes(task, scene, reading)
                yield Picture(pixels, notes if edits.agrees(pixels, task.frame) else replace(notes, plan=None))

    def _notes(self, task: Task, scene: Scene, reading: Reading) -> Notes:
        return Notes(
            engine=self.label,
            seed=task.request.seed,
            drawn=tuple(reading.drawn),
            approximated=tuple(reading.approximated),
            undrawn=tuple(reading.undrawn),
            plan=scene.to_plan(),
        )


PREVIEWS: dict[int, list[float]] = {0: [], 1: [0.3], 2: [0.05, 0.4], 3: [0.05, 0.3, 0.55]}
"""From what progress on to show the picture: the bare place, the place with its things, all before the style."""


class Previews:
    """Decides which moments to show, by how many the caller wants.

    A moment is shown when the next one comes, so that a state which turns out to be the finished picture is not
    passed off as an intermediate: a layout of few stages shows fewer previews than wanted.
    """

    def __init__(self, count: int) -> None:
        self._due = list(PREVIEWS[count])
        self._held: Pixels | None = None

    def before(self, moment: Moment) -> Iterator[Preview]:
        """The preview that was held until this moment came, if it still is one."""
        held, self._held = self._held, None
        if held is not None and not (moment.progress >= 1 and np.array_equal(held, moment.look())):
            yield Preview(held)
        if self._due and self._due[0] <= moment.progress < 1:
            self._due.pop(0)
            self._held = moment.look()


def masked(task: Task) -> bool:
    """Whether the caller said by a mask which part of a picture is to change."""
    return task.frame is not None and task.frame.masked


def fits(size: Size, request: ImageRequest) -> bool:
    """Whether an edit may keep a source's size: within the largest picture, whatever its divisibility."""
    rule = request.size_rule
    return max(size.width, size.height) <= rule.max_edge and size.pixels <= rule.max_pixels
