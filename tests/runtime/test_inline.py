"""Pictures without worker processes, and the job that both roads share."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from runtime_help import files, order, pixels_of

from aquatint.engines.contract import Event, Picture, Preview, Progress, Task
from aquatint.engines.fake import FakeEngine
from aquatint.errors import EngineFailed, ServerError
from aquatint.runtime.inline import run_inline
from aquatint.runtime.job import perform
from aquatint.runtime.messages import Finished, PreviewReady
from aquatint.sizes import Size
from aquatint.spool import Spool
from aquatint.types import Notes


class Painter(FakeEngine):
    """Draws the events that a test gives it and remembers whether it was closed early."""

    def __init__(self, *events: Event) -> None:
        self.events = events
        self.closed = False

    def draw(self, task: Task) -> Iterator[Event]:
        try:
            yield from self.events
        finally:
            self.closed = True


def canvas(height: int = 48, width: int = 64) -> np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]:
    return np.full((height, width, 3), 90, np.uint8)


NOTES = Notes(engine="painter", seed=1)


def test_the_last_update_is_the_picture_and_only_its_file_remains(spool: Spool) -> None:
    updates = list(run_inline(FakeEngine(), order(), spool))
    last = updates[-1]
    assert isinstance(last, Finished)
    assert files(spool) == [last.rendered.path]
    assert last.rendered.output_format == "png"


def test_pictures_of_one_spool_do_not_meet(spool: Spool) -> None:
    pictures = [list(run_inline(FakeEngine(), order(seed=seed), spool))[-1] for seed in range(3)]
    assert len({picture.rendered.path for picture in pictures if isinstance(picture, Finished)}) == 3


@pytest.mark.parametrize("output_format", ["png", "jpeg", "webp"])
def test_the_file_has_the_format_that_was_ordered(spool: Spool, output_format: str) -> None:
    last = list(run_inline(FakeEngine(), order(output_format=output_format), spool))[-1]
    assert isinstance(last, Finished)
    assert last.rendered.path.suffix == f".{output_format}"
    assert pixels_of(last.rendered).shape == (48, 64, 3)


def test_a_transparent_background_is_real(spool: Spool) -> None:
    last = list(run_inline(FakeEngine(), order(background="transparent"), spool))[-1]
    assert isinstance(last, Finished)
    assert last.rendered.background == "transparent"
    assert pixels_of(last.rendered)[0, 0, 3] == 0
    assert pixels_of(last.rendered)[24, 32, 3] == 255


def test_the_engine_chooses_the_size_when_the_caller_does_not(spool: Spool) -> None:
    last = list(run_inline(FakeEngine(), order(size=None), spool))[-1]
    assert isinstance(last, Finished)
    assert last.rendered.size == Size(1024, 1024)


def test_closing_closes_the_engine_and_leaves_nothing(spool: Spool) -> None:
    engine = Painter(Progress(1, 2), Progress(2, 2), Picture(canvas(), NOTES))
    updates = run_inline(engine, order(), spool)
    next(updates)
    next(updates)
    updates.close()
    assert engine.closed
    assert files(spool) == []


def test_the_engine_is_closed_after_its_picture(spool: Spool) -> None:
    engine = Painter(Picture(canvas(), NOTES), Progress(1, 1))
    assert isinstance(list(run_inline(engine, order(), spool))[-1], Finished)
    assert engine.closed


def test_previews_beyond_those_ordered_are_not_made(spool: Spool) -> None:
    engine = Painter(*[Preview(canvas())] * 3, Picture(canvas(), NOTES))
    updates = list(run_inline(engine, order(partial_images=2), spool))
    assert [update.index for update in updates if isinstance(update, PreviewReady)] == [0, 1]


def test_a_picture_of_another_size_is_our_fault_and_leaves_no_file(spool: Spool) -> None:
    with pytest.raises(ServerError):
        list(run_inline(Painter(Picture(canvas(40, 40), NOTES)), order(), spool))
    assert files(spool) == []


def test_an_engine_that_ends_without_a_picture_failed(spool: Spool) -> None:
    with pytest.raises(EngineFailed) as caught:
        list(run_inline(Painter(Progress(1, 1)), order(), spool))
    assert "without a picture" in str(caught.value.__cause__)


def test_a_file_that_cannot_be_written_is_our_fault(spool: Spool) -> None:
    with pytest.raises(EngineFailed):
        list(perform(Painter(Picture(canvas(), NOTES)), order(), spool.folder / "missing" / "job-1"))
