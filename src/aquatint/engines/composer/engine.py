"""The composer as an engine: requests in, progress, previews and a picture with its plan out."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace

from aquatint import __version__, pack
from aquatint.engines.composer import edits
from aquatint.engines.composer.deliberation import deliberate
from aquatint.engines.composer.film import shoot
from aquatint.engines.composer.honesty import admit
from aquatint.engines.composer.planner.author import Authored, author, choose_aspect
from aquatint.engines.composer.planner.drafts import DraftInvalid, scene_of_draft
from aquatint.engines.composer.render import render
from aquatint.engines.composer.scene import Reading, Scene
from aquatint.engines.composer.vector import admit_flat, write_svg
from aquatint.engines.contract import Event, Film, Picture, Preview, Progress, Task, Vector
from aquatint.imaging.raster import Raster
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
        if sources:
            composed = edits.scene_of(sources[0])
            anew = composed is None or edits.points_out(request.prompt)
            if anew and (authored := edits.compose_with(request.prompt, sources, seed=request.seed)):
                return request.size_rule.nearest(*choose_aspect(authored.scene))
            shown = sources[0].size
            if composed is None:
                wanted = edits.size_reframed(shown, request.prompt)
            else:
                wanted = edits.size_after(composed, request.prompt, shown)
            if not request.size_rule.fixed and fits(wanted, request):
                return wanted
            return request.size_rule.nearest(wanted.width, wanted.height)
        scene = think_out(request).scene
        return request.size_rule.nearest(*choose_aspect(scene))

    def draw(self, task: Task) -> Iterator[Event]:
        """Draw the prompt, re-draw a composed picture after an instruction, or retouch a foreign picture."""
        if task.request.operation == "generate":
            authored = think_out(task.request)
            admit(authored.scene, authored.reading)
            scene = deliberate(authored.scene, task.size, task.request.complexity)
            return self._compose(task, scene, authored.reading)
        composed = edits.scene_of(task.sources[0])
        if (composed is None or edits.points_out(task.request.prompt)) and not masked(task):
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
        drawn = self._compose(task, changed, reading)
        pixels_only = task.request.animation is None and task.request.output_format not in ("svg", "gif")
        if pixels_only and masked(task) and edits.is_vain(composed, changed):
            return edits.retouch_or(task, self.label, drawn)
        return drawn

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
        for moment in render(scene, task.size, partials=task.request.partial_images):
            yield from map(Preview, moment.partials)
            yield Progress(round(moment.progress * STEPS), STEPS, moment.doing)
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


def think_out(request: ImageRequest) -> Authored:
    """The scene of a request: by its draft, or by the rules if there is none or none that can be drawn."""
    transparent = request.background == "transparent"
    if request.draft is not None:
        try:
            return scene_of_draft(request.draft, request.prompt, seed=request.seed, transparent=transparent)
        except DraftInvalid as reason:
            _log.warning("A draft cannot be drawn: %s. The rules read the prompt.", reason)
    return author(request.prompt, seed=request.seed, transparent=transparent)


def masked(task: Task) -> bool:
    """Whether the caller said by a mask which part of a picture is to change."""
    return task.frame is not None and task.frame.masked


def fits(size: Size, request: ImageRequest) -> bool:
    """Whether an edit may keep a source's size: within the largest picture, whatever its divisibility."""
    rule = request.size_rule
    return max(size.width, size.height) <= rule.max_edge and size.pixels <= rule.max_pixels
