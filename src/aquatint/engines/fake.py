"""The engine for tests: a flat colour at once, and misbehaviour on demand. It ships, so that others can test too.

The colour depends on prompt and seed. The picture is filled from top to bottom in steps, so that a preview is a
true intermediate. An edit fills the editable area. With ``background: transparent`` a margin stays empty.

A prompt may hold directives after ``fake:``, up to the end of the line, for example
``a fox fake: steps=50 step_ms=20 fail_at=3 error=no_more_paint``:

=============  ========================================================================================
steps=N        N steps instead of 4
step_ms=N      sleep N milliseconds in each step (never sleeps otherwise)
fail_at=N      in step N, refuse with `errors.ImageUserError`
error=TEXT     the message of that refusal; underscores become spaces
crash_at=N     in step N, raise an exception that nobody foresaw
die_at=N       in step N, the whole process dies as from SIGKILL
hang_at=N      in step N, sleep for an hour; ``hang`` is short for ``hang_at=1``
=============  ========================================================================================

All N are at least 1, and steps count from 1. Unknown directives are refused.
"""

from __future__ import annotations

import hashlib
import os
import re
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from aquatint.engines.contract import Event, Film, Finish, Picture, Preview, Progress, Task, Vector
from aquatint.errors import ImageUserError
from aquatint.imaging.frame import Mask
from aquatint.imaging.raster import Pixels, Raster
from aquatint.sizes import Size
from aquatint.types import ImageRequest, Notes

MARK = "fake:"
COUNTS = frozenset({"steps", "step_ms", "fail_at", "crash_at", "die_at", "hang_at"})
NUMBER = re.compile(r"[1-9][0-9]{0,8}")
HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class Directives:
    """What the prompt asks of the test engine. Step numbers count from 1; 0 means never."""

    steps: int = 4
    step_ms: int = 0
    fail_at: int = 0
    crash_at: int = 0
    die_at: int = 0
    hang_at: int = 0
    error: str = "The test engine was told to refuse."


def read_directives(prompt: str) -> Directives:
    """The directives in a prompt. Raises `ImageUserError` for one that cannot be understood."""
    _, mark, rest = prompt.partition(MARK)
    directives = Directives()
    words = rest.split("\n", 1)[0].split() if mark else []
    for word in words:
        directives = _apply(directives, word)
    return directives


def _apply(directives: Directives, word: str) -> Directives:
    name, _, value = word.partition("=")
    if word == "hang":
        return replace(directives, hang_at=1)
    if name == "error" and value:
        return replace(directives, error=value.replace("_", " "))
    if name in COUNTS and NUMBER.fullmatch(value):
        count: Any = {name: int(value)}
        return replace(directives, **count)
    raise ImageUserError(f"The test engine does not know the directive '{word}'.", param="prompt")


def _misbehave(directives: Directives, step: int) -> None:
    if step == directives.die_at:
        os.kill(os.getpid(), signal.SIGKILL)
    if step == directives.hang_at:
        time.sleep(HOUR)
    if step == directives.fail_at:
        raise ImageUserError(directives.error, param="prompt")
    if step == directives.crash_at:
        raise RuntimeError("The test engine was told to crash.")
    if directives.step_ms:
        time.sleep(directives.step_ms / 1000)


class FakeEngine:
    """See the module's text."""

    name = "fake"
    version = "1"

    def open(self) -> None:
        """Nothing to load."""

    def choose_size(self, request: ImageRequest, sources: tuple[Raster, ...]) -> Size:
        """The first source's size; without one the first fixed size, or 1024x1024."""
        if sources:
            return sources[0].size
        return request.size_rule.fixed[0] if request.size_rule.fixed else Size(1024, 1024)

    def draw(self, task: Task) -> Iterator[Event]:
        """Fill the picture from top to bottom."""
        directives = read_directives(task.request.prompt)
        canvas, area = _canvas(task), _area(task)
        colour = _colour(task.request)
        preview_steps = _preview_steps(directives.steps, task.request.partial_images)
        top = 0
        for step in range(1, directives.steps + 1):
            _misbehave(directives, step)
            bottom = task.size.height * step // directives.steps
            _fill(canvas[top:bottom], area[top:bottom], colour)
            top = bottom
            yield Progress(step, directives.steps, "filling")
            if step in preview_steps:
                yield Preview(canvas.copy())
        yield _finish(task, canvas, colour)


def _finish(task: Task, canvas: Pixels, colour: Pixels) -> Finish:
    """A GIF is filled by one more share in each frame; an SVG is one rectangle."""
    notes, size = _notes(task), task.size
    if task.request.output_format == "svg":
        clear = task.request.background == "transparent"
        tint = "#" + "".join(f"{part:02x}" for part in colour[:3])
        opening = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size.width}" height="{size.height}">'
        edge = size.height // 8 if clear else 0
        height = size.height - 2 * edge
        return Vector(
            f'{opening}<rect y="{edge}" width="100%" height="{height}" fill="{tint}"/></svg>', clear, notes
        )
    if task.request.animation is None:
        return Picture(canvas, notes)
    count = task.request.animation.frame_count
    frames = [canvas.copy() for _ in range(count)]
    for index, frame in enumerate(frames):
        frame[: size.height * (count - 1 - index) // count, :, :3] = 255
    return Film(tuple(frames), notes)


def _canvas(task: Task) -> Pixels:
    """(H, W, 4): the framed source, or an empty picture."""
    if task.frame is not None:
        return task.frame.pixels.copy()
    return np.zeros((task.size.height, task.size.width, 4), np.uint8)


def _area(task: Task) -> Mask:
    """(H, W): where the colour goes."""
    height, width = task.size.height, task.size.width
    area = np.ones((height, width), np.bool_) if task.frame is None else task.frame.editable.copy()
    if task.request.background == "transparent":
        inside = np.zeros_like(area)
        inside[height // 8 : height - height // 8, width // 8 : width - width // 8] = True
        area &= inside
    return area


def _colour(request: ImageRequest) -> Pixels:
    """RGBA, opaque."""
    digest = hashlib.sha256(f"{request.seed}\n{request.prompt}".encode("utf-8", "surrogatepass")).digest()
    return np.array([*digest[:3], 255], np.uint8)


def _preview_steps(steps: int, count: int) -> set[int]:
    """After which steps to show the picture: evenly spread, never after the last."""
    return {steps * i // (count + 1) for i in range(1, count + 1)} - {0, steps}


def _fill(rows: Pixels, area: Mask, colour: Pixels) -> None:
    # A pixel's four bytes move as one number.
    np.copyto(rows.view(np.uint32), colour.view(np.uint32), where=area[..., np.newaxis])


def _notes(task: Task) -> Notes:
    words = tuple(task.request.prompt.partition(MARK)[0].split())
    return Notes(engine="fake 1", seed=task.request.seed, undrawn=words)
