"""The test engine and the list of engines."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from runtime_help import order

from aquatint.engines.contract import Picture, Preview, Task
from aquatint.engines.fake import Directives, FakeEngine, read_directives
from aquatint.engines.registry import UnknownEngine, create
from aquatint.errors import ImageUserError
from aquatint.imaging.frame import Frame
from aquatint.sizes import Size


def draw(prompt: str = "a fox", frame: Frame | None = None, **fields: object) -> Iterator[object]:
    return FakeEngine().draw(Task(request=order(prompt, **fields), size=Size(64, 48), frame=frame))


def picture(prompt: str = "a fox", frame: Frame | None = None, **fields: object) -> np.ndarray:
    *_, last = draw(prompt, frame, **fields)
    assert isinstance(last, Picture)
    return last.pixels


def test_directives_are_read_up_to_the_end_of_the_line() -> None:
    read = read_directives("a fox fake: steps=9 hang error=no_paint\nsteps=3 is not a directive")
    assert read == Directives(steps=9, hang_at=1, error="no paint")


def test_a_prompt_without_the_mark_is_left_alone() -> None:
    assert read_directives("steps=3 hang") == Directives()


@pytest.mark.parametrize(
    "word", ["step=3", "steps=0", "steps=x", "steps=-1", "steps", "error=", "steps=9999999999"]
)
def test_unknown_directives_are_refused(word: str) -> None:
    with pytest.raises(ImageUserError, match="does not know"):
        read_directives(f"fake: {word}")


def test_the_colour_hangs_on_prompt_and_seed() -> None:
    assert (picture() == picture()).all()
    assert (picture() != picture(seed=2)).any()
    assert (picture() != picture("an owl")).any()


def test_an_edit_fills_the_editable_area_only() -> None:
    pixels = np.full((48, 64, 4), 7, np.uint8)
    editable = np.zeros((48, 64), np.bool_)
    editable[5:9, 5:9] = True
    result = picture(frame=Frame(pixels, editable, True))
    assert ((result != 7).any(axis=2) == editable).all()


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_as_many_previews_as_ordered_when_there_are_enough_steps(count: int) -> None:
    assert sum(isinstance(event, Preview) for event in draw(partial_images=count)) == count


def test_the_composer_is_known_and_strangers_are_not() -> None:
    assert create("fake").name == "fake"
    assert create("aquatint.engines.fake:FakeEngine").version == "1"
    with pytest.raises(UnknownEngine, match="composer, fake"):
        create("dreamer")
