"""One picture, from request to finished file: what a worker process and `aquatint draw` have in common."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from aquatint.engines.contract import Engine, Event, Film, Finish, Picture, Preview, Progress, Task, Vector
from aquatint.errors import EngineFailed, FormatNotSupported, PublicError
from aquatint.imaging.codecs import MAX_PIXELS, read_picture
from aquatint.imaging.films import encode_film
from aquatint.imaging.finish import finish, record_of, write_rendered
from aquatint.imaging.frame import make_frame
from aquatint.imaging.mask import read_mask
from aquatint.imaging.raster import Pixels, Raster
from aquatint.imaging.vectors import finish_svg
from aquatint.runtime.messages import Finished, PreviewReady, Progressed, Update
from aquatint.spool import discard
from aquatint.types import ImageRequest, Notes, Rendered, Source

Ground = Literal["transparent", "opaque"]

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
            if isinstance(event, Picture | Film | Vector):
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
        elif isinstance(event, Picture | Film | Vector):
            yield Finished(self._rendered("picture", event.notes, partial(self._write, event)))
        elif isinstance(event, Preview) and self._previews < self.task.request.partial_images:
            index = self._previews
            self._previews += 1
            yield PreviewReady(
                index, self._rendered(f"preview-{index}", None, partial(self._write_still, event.pixels, None))
            )

    def _write(self, event: Finish, path: Path) -> tuple[int, Ground]:
        """Encode what the engine finished, in the format that was ordered."""
        request, size = self.task.request, self.task.size
        made = "svg" if isinstance(event, Vector) else "gif" if isinstance(event, Film) else "still"
        wanted = request.output_format if request.output_format in ("svg", "gif") else "still"
        if made != wanted:
            raise FormatNotSupported(request.output_format)
        if isinstance(event, Vector):
            data = finish_svg(event.svg, size, record_of(event.notes))
            return path.write_bytes(data), "transparent" if event.transparent else "opaque"
        if isinstance(event, Film):
            frames = [self._finished(frame) for frame in event.frames]
            assert request.animation is not None
            data = encode_film(frames, request.animation.frame_ms, record_of(event.notes))
            return path.write_bytes(data), "transparent" if any(f.shape[2] == 4 for f in frames) else "opaque"
        return self._write_still(event.pixels, event.notes, path)

    def _finished(self, pixels: Pixels) -> Pixels:
        return finish(pixels, size=self.task.size, frame=self.task.frame, background=self.task.request.background)

    def _write_still(self, pixels: Pixels, notes: Notes | None, path: Path) -> tuple[int, Ground]:
        return write_rendered(self._finished(pixels), self.task.request, notes, path)

    def _rendered(self, name: str, notes: Notes | None, write: Callable[[Path], tuple[int, Ground]]) -> Rendered:
        request = self.task.request
        path = self._stem.with_name(f"{self._stem.name}-{name}.{request.output_format}")
        try:
            byte_count, background = write(path)
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
