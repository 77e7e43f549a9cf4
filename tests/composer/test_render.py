"""From scene to pixels, and the engine on top: moments, previews, determinism, honesty."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from aquatint.engines.composer.engine import Composer
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.render import render
from aquatint.engines.contract import Event, Picture, Preview, Progress, Task
from aquatint.foundry.catalog import Catalog
from aquatint.foundry.deployments import Deployments
from aquatint.sizes import Size, SizeRule
from aquatint.types import ImageRequest

SMALL = Size(480, 320)
PROMPTS = (
    "three green apples and two yellow bananas on a wooden table",
    "a red fox in a snowy forest at dusk, watercolor",
    "poster 'SUMMER SALE - 50% OFF' with a palm tree, retro",
    "infographic: water cycle with 4 labelled steps",
    "portrait of an old fisherman, oil painting",
    "an abstract painting of jazz in blue and gold",
)


def request_for(prompt: str, **changes: object) -> ImageRequest:
    fields: dict[str, object] = {
        "operation": "generate", "prompt": prompt, "quality": "high", "size_rule": SizeRule(), "seed": 7,
    }  # fmt: skip
    return ImageRequest(**{**fields, **changes})  # type: ignore[arg-type]


def draw(prompt: str, size: Size = SMALL, **changes: object) -> list[Event]:
    return list(Composer().draw(Task(request=request_for(prompt, **changes), size=size)))


def last_picture(events: list[Event]) -> Picture:
    assert isinstance(events[-1], Picture)
    return events[-1]


@pytest.mark.parametrize("prompt", PROMPTS)
def test_moments_go_forward_and_end_with_the_picture(prompt: str) -> None:
    moments = list(render(author(prompt, seed=7).scene, SMALL))
    progress = [moment.progress for moment in moments]
    assert progress == sorted(progress)
    assert progress[-1] == 1.0
    assert moments[-1].look().shape == (320, 480, 4)


@pytest.mark.parametrize("prompt", PROMPTS)
def test_the_same_request_gives_the_same_pixels(prompt: str) -> None:
    first, second = (last_picture(draw(prompt)).pixels for _ in range(2))
    assert np.array_equal(first, second)


def test_another_seed_gives_another_picture() -> None:
    first, second = (last_picture(draw(PROMPTS[0], seed=seed)).pixels for seed in (1, 2))
    assert not np.array_equal(first, second)


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("prompt", PROMPTS)
def test_as_many_previews_as_wanted_each_another_state_of_the_picture(prompt: str, count: int) -> None:
    events = draw(prompt, partial_images=count)
    previews = [event.pixels for event in events if isinstance(event, Preview)]
    assert len(previews) == count
    states = [*previews, last_picture(events).pixels]
    for earlier, later in itertools.pairwise(states):
        assert earlier.shape == later.shape
        assert not np.array_equal(earlier, later)


def test_previews_do_not_change_the_picture() -> None:
    without, with_some = (last_picture(draw(PROMPTS[1], partial_images=count)).pixels for count in (0, 3))
    assert np.array_equal(without, with_some)


def test_notes_say_what_was_drawn_and_what_was_not() -> None:
    notes = last_picture(draw("a red apple and a flurbelwitz")).notes
    assert "flurbelwitz" in notes.undrawn
    assert any("apple" in word for word in notes.drawn)
    assert notes.seed == 7
    assert notes.engine.startswith("composer/")
    assert notes.plan is not None
    assert notes.plan["prompt"] == "a red apple and a flurbelwitz"


def test_a_transparent_picture_has_clear_corners_and_an_opaque_subject() -> None:
    pixels = last_picture(draw("a red apple", background="transparent")).pixels
    assert pixels[0, 0, 3] == pixels[-1, -1, 3] == 0
    assert pixels[..., 3].max() == 255


def test_progress_names_what_is_being_drawn() -> None:
    steps = [event for event in draw(PROMPTS[0]) if isinstance(event, Progress)]
    assert any("apple" in step.doing for step in steps)
    assert all(0 <= step.step <= step.steps for step in steps)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a red apple", Size(1024, 1024)),
        ("poster 'SALE'", Size(1024, 1536)),
        ("web banner 'SALE'", Size(1536, 1024)),
    ],
)
def test_auto_size_suits_the_kind_of_picture(prompt: str, expected: Size) -> None:
    rule = Deployments.of(Catalog.load()).resolve("gpt-image-1.5").profile.size_rule
    assert Composer().choose_size(request_for(prompt, size_rule=rule), ()) == expected


@pytest.mark.parametrize("size", [Size(480, 1440), Size(1440, 480), Size(816, 816)])
@pytest.mark.parametrize("prompt", PROMPTS)
def test_every_shape_is_filled(prompt: str, size: Size) -> None:
    assert last_picture(draw(prompt, size)).pixels.shape == (size.height, size.width, 4)
