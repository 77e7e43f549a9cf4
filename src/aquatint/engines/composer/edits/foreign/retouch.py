"""Retouching as an engine does it: progress, true previews, the picture, and what became of the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.edits.foreign.canvas import Canvas
from aquatint.engines.composer.edits.foreign.completing import complete
from aquatint.engines.composer.edits.foreign.extending import extend, inner_box
from aquatint.engines.composer.edits.foreign.geometry import Reframing, reframed, reframings
from aquatint.engines.composer.edits.foreign.looks import wants_clear
from aquatint.engines.composer.edits.foreign.requests import Requests, Step
from aquatint.engines.composer.edits.instruct import note_rest
from aquatint.engines.composer.edits.orders import in_orders
from aquatint.engines.composer.scene import Reading, Scene
from aquatint.engines.contract import Event, Picture, Preview, Progress, Task
from aquatint.imaging.frame import make_frame
from aquatint.imaging.raster import Raster
from aquatint.types import PROMPT_LIMIT, Notes

STEPS = 20
EXTENDING = "extending"
CLEAR_GROUND = "transparent background"


def retouch(task: Task, engine_label: str) -> Iterator[Event]:
    """Do what can be done to the pixels of a foreign picture, and list the words of the instruction that were not.

    The picture has alpha and the size of the task. Raises ValueError for a task without a frame.
    """
    task, asked = _reframed(task)
    canvas = _open(task)
    before = _preparations(task, canvas, asked)
    requests = Requests(canvas, extended=any(step.doing == EXTENDING for step in before), reframings=asked)
    for step in before:
        for _ in step.run(canvas):
            yield Progress(1, STEPS, step.doing)
    reading = _read(task, requests)
    yield from _work(canvas, requests.steps, task.request.partial_images)
    notes = Notes(
        engine=engine_label,
        seed=task.request.seed,
        drawn=tuple(reading.drawn),
        approximated=tuple(reading.approximated),
        undrawn=tuple(reading.undrawn),
    )
    yield Picture(canvas.pixels, notes)


def _reframed(task: Task) -> tuple[Task, list[Reframing]]:
    """The task with its picture cropped, turned or enlarged as its words ask; with a mask the frame stays."""
    asked = reframings(as_orders(task.request.prompt))
    if not asked or task.frame is None or task.frame.masked:
        return task, []
    first = Raster(reframed(task.sources[0].pixels, as_orders(task.request.prompt)))
    frame = make_frame(first, None, task.size)
    return replace(task, sources=(first, *task.sources[1:]), frame=frame), asked


def as_orders(prompt: str) -> str:
    """An instruction in the words that the grammar knows; of a foreign picture no plan says what they fit."""
    return in_orders(prompt[:PROMPT_LIMIT], Scene(prompt="", seed=0))


def _open(task: Task) -> Canvas:
    if task.frame is None:
        raise ValueError("a picture to retouch comes in a frame")
    frame, inner = task.frame, inner_box(task.sources[0].size, task.size)
    editable = frame.editable.copy()
    if frame.masked:
        # What lies beyond the source is continued, whatever the mask says; the words mean the mask itself.
        within = np.zeros_like(editable)
        within[inner.top : inner.bottom, inner.left : inner.right] = True
        editable &= within
    chance = Chance(task.request.seed).fork("retouch")
    return Canvas(frame.pixels.copy(), editable, frame.masked, chance, task.sources[1:])


def _preparations(task: Task, canvas: Canvas, asked: Sequence[Reframing] = ()) -> list[Step]:
    """What every instruction needs: a picture that covers its canvas, and no holes where the mask is."""
    steps = []
    inner = inner_box(task.sources[0].size, task.size)
    if (inner.width, inner.height) != (task.size.width, task.size.height):
        steps.append(Step(EXTENDING, partial(extend, inner=inner)))
    holes = canvas.editable & (canvas.pixels[..., 3] == 0)
    if any(each.clause.operation == "extend" for each in asked) and holes.any() and not holes.all():
        steps.append(Step(EXTENDING, partial(complete, hole=holes, beyond=True)))
    if canvas.masked and holes.any() and task.request.background != "transparent":
        steps.append(Step("filling", partial(complete, hole=holes)))
    return steps


def _read(task: Task, requests: Requests) -> Reading:
    instruction = as_orders(task.request.prompt)
    requests.read(instruction)
    clear = task.request.background != "transparent" or wants_clear(requests)
    note_rest(requests.draft.ledger, instruction)
    reading = requests.draft.ledger.reading()
    if not requests.steps and len(instruction.split()) > 1 and not _says_anything(reading):
        reading.undrawn.append(" ".join(instruction.split())[:80].lower())
    if not clear:
        reading.undrawn.append(CLEAR_GROUND)
    numbers = range(2, len(task.sources) + 1)
    reading.undrawn += [f"image {number}" for number in numbers if number not in requests.placed]
    return reading


def _says_anything(reading: Reading) -> bool:
    return bool(reading.drawn or reading.approximated or reading.undrawn)


def _work(canvas: Canvas, steps: list[Step], previews: int) -> Iterator[Event]:
    """Run the steps. Previews come evenly spread; each shows the picture as it is at that moment."""
    due = [(number + 1) / (previews + 1) for number in range(previews)]
    for index, step in enumerate(steps):
        for share in step.run(canvas):
            done = (index + share) / len(steps)
            yield Progress(max(1, round(done * STEPS)), STEPS, step.doing)
            if due and due[0] <= done < 1:
                due.pop(0)
                yield Preview(canvas.pixels.copy())
