"""The composer as an engine: requests in, progress, previews and a picture with its plan out."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import numpy as np

from aquatint import __version__, pack
from aquatint.engines.composer import edits
from aquatint.engines.composer.honesty import admit
from aquatint.engines.composer.planner.author import Authored, author, choose_aspect
from aquatint.engines.composer.planner.drafts import DraftInvalid, scene_of_draft
from aquatint.engines.composer.render import Moment, render
from aquatint.engines.composer.scene import Reading, Scene
from aquatint.engines.contract import Event, Picture, Preview, Progress, Task
from aquatint.imaging.raster import Pixels, Raster
from aquatint.sizes import Size
from aquatint.types import ImageRequest, Notes

_log = logging.getLogger(__name__)

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
        if sources and not request.size_rule.fixed and fits(sources[0].size, request):
            return sources[0].size
        if sources:
            return request.size_rule.nearest(sources[0].size.width, sources[0].size.height)
        scene = think_out(request).scene
        return request.size_rule.nearest(*choose_aspect(scene))

    def draw(self, task: Task) -> Iterator[Event]:
        """Draw the prompt, re-draw a composed picture after an instruction, or retouch a foreign picture."""
        if task.request.operation == "generate":
            authored = think_out(task.request)
            admit(authored.scene, authored.reading)
            return self._compose(task, authored.scene, authored.reading)
        scene = edits.scene_of(task.sources[0])
        if scene is None:
            return edits.retouch(task, self.label)
        changed, reading = edits.apply_instruction(scene, task)
        admit(changed, reading)
        return self._compose(task, changed, reading)

    @property
    def label(self) -> str:
        """Name and version, as replies and metadata carry it."""
        return f"{self.name}/{self.version}"

    def _compose(self, task: Task, scene: Scene, reading: Reading) -> Iterator[Event]:
        previews = Previews(task.request.partial_images)
        for moment in render(scene, task.size, previews=task.request.partial_images > 0):
            yield Progress(round(moment.progress * STEPS), STEPS, moment.doing)
            yield from previews.before(moment)
            if moment.progress >= 1:
                yield Picture(moment.look(), self._notes(task, scene, reading))

    def _notes(self, task: Task, scene: Scene, reading: Reading) -> Notes:
        return Notes(
            engine=self.label,
            seed=task.request.seed,
            drawn=tuple(reading.drawn),
            approximated=tuple(reading.approximated),
            undrawn=tuple(reading.undrawn),
            plan=scene.to_plan(),
        )


def think_out(request: ImageRequest) -> Authored:
    """The scene of a request: by its draft, or by the rules if there is none or none that can be drawn."""
    transparent = request.background == "transparent"
    if request.draft is not None:
        try:
            return scene_of_draft(request.draft, request.prompt, seed=request.seed, transparent=transparent)
        except DraftInvalid as reason:
            _log.warning("A draft cannot be drawn: %s. The rules read the prompt.", reason)
    return author(request.prompt, seed=request.seed, transparent=transparent)


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


def fits(size: Size, request: ImageRequest) -> bool:
    """Whether an edit may keep a source's size: within the largest picture, whatever its divisibility."""
    rule = request.size_rule
    return max(size.width, size.height) <= rule.max_edge and size.pixels <= rule.max_pixels
