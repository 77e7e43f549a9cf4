"""One picture, from request to finished file: what a worker process and `aquatint draw` have in common."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from aquatint.engines.contract import Engine, Event, Picture, Preview, Progress, Task
from aquatint.errors import EngineFailed, PublicError
from aquatint.imaging.codecs import MAX_PIXELS, read_picture
from aquatint.imaging.finish import finish, write_rendered
from aquatint.imaging.frame import make_frame
from aquatint.imaging.mask import read_mask
from aquatint.imaging.raster import Pixels, Raster
from aquatint.runtime.messages import Finished, PreviewReady, Progressed, Update
from aquatint.spool import discard
from aquatint.types import ImageRequest, Notes, Rendered, Source

TOTAL_PIXELS = 256_000_000
"""Pixels of all inputs of one picture together: sixteen photographs of 16 megapixels, a gigabyte decoded."""


def perform(engine: Engine, request: ImageRequest, stem: Path) -> Generator[Update, None, None]:
    """Make one picture with an open engine; the last update is `Finished`.

    Files are written beside ``stem``, with names that start with its name. A file belongs to the receiver from
    the moment its update is yielded; one that never gets that far is removed. Closing the generator cancels:
    the engine stops where it stands. Raises `PublicError`; what nobody foresaw becomes `EngineFailed`, with
    the original as its cause.
    """
    try:
        yield from _perform(engine, request, stem)
    except PublicError:
        raise
    except Exception as error:
        raise EngineFailed from error


def _perform(engine: Engine, request: ImageRequest, stem: Path) -> Generator[Update, None, None]:
    easel = _Easel(prepare(engine, request), stem)
    # A chance to cancel between decoding the inputs and the engine's first step.
    yield Progressed(0, 1, "starting")
    events = engine.draw(easel.task)
    try:
        for event in events:
            yield from easel.updates(event)
            if isinstance(event, Picture):
                return
    finally:
        _close(events)
    raise RuntimeError(f"The engine '{engine.name}' ended without a picture.")


def prepare(engine: Engine, request: ImageRequest) -> Task:
    """Decode the inputs and decide the size. Raises `PublicError` for inputs that cannot be used."""
    sources = _decode(request.sources)
    size = request.size or engine.choose_size(request, sources)
    if not sources:
        return Task(request=request, size=size)
    mask = None if request.mask is None else read_mask(request.mask.path, sources[0])
    return Task(request=request, size=size, sources=sources, frame=make_frame(sources[0], mask, size))


def _decode(sources: Sequence[Source]) -> tuple[Raster, ...]:
    """All inputs, as long as they stay within the worker's memory together."""
    rasters: list[Raster] = []
    left = TOTAL_PIXELS
    for source in sources:
        rasters.append(read_picture(source.path, source.label, max_pixels=min(left, MAX_PIXELS)))
        left -= rasters[-1].size.pixels
    return tuple(rasters)


def _close(events: Iterator[Event]) -> None:
    # The contract says iterator; nearly always it is a generator, and that must hear of a cancellation now.
    close = getattr(events, "close", None)
    if close is not None:
        close()


class _Easel:
    """Turns an engine's events into files and updates."""

    def __init__(self, task: Task, stem: Path) -> None:
        self.task = task
        self._stem = stem
        self._previews = 0
        self._source_sizes = tuple(source.size for source in task.sources)

    def updates(self, event: Event) -> Iterator[Update]:
        if isinstance(event, Progress):
            yield Progressed(event.step, event.steps, event.doing)
        elif isinstance(event, Picture):
            yield Finished(self._render(event.pixels, event.notes, "picture"))
        elif isinstance(event, Preview) and self._previews < self.task.request.partial_images:
            index = self._previews
            self._previews += 1
            yield PreviewReady(index, self._render(event.pixels, None, f"preview-{index}"))

    def _render(self, pixels: Pixels, notes: Notes | None, name: str) -> Rendered:
        request = self.task.request
        path = self._stem.with_name(f"{self._stem.name}-{name}.{request.output_format}")
        try:
            done = finish(pixels, size=self.task.size, frame=self.task.frame, background=request.background)
            byte_count, background = write_rendered(done, request, notes, path)
        except BaseException:
            discard(path)
            raise
        return Rendered(
            path=path,
            byte_count=byte_count,
            size=self.task.size,
            background=background,
            output_format=request.output_format,
            notes=notes,
            source_sizes=self._source_sizes,
        )
