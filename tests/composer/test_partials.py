"""Partial images: as many as were asked for, whatever the picture, each a true and growing state of it."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest

from aquatint.engines.composer import graphics, lexicon
from aquatint.engines.composer import render as rendering
from aquatint.engines.composer.engine import Composer
from aquatint.engines.composer.partials import Witness
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.render import render
from aquatint.engines.composer.scene import View
from aquatint.engines.contract import Picture, Preview, Task
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size, SizeRule
from aquatint.types import ImageRequest

SMALL = Size(256, 256)
TOLD = {
    "chart": "bar chart: apples 5, pears 7",
    "timeline": "timeline of flight: 1903 Wright brothers, 1969 Moon landing",
    "venn": "venn diagram: cats, dogs, both: pets",
    "menu": "menu: Soup 5, Pasta 12, Cake 6",
    "recipe": "recipe for pancakes: flour, milk, eggs",
    "table": "table showing fruit and price: apple 2, pear 3",
    "quote": 'quote card "Less is more"',
    "slide": 'slide "Results"',
    "comparison": "comparison: tea vs coffee",
}
SCENES = (
    "a fox in a forest",
    "an empty beach",
    "a plain white background",
    "an empty studio",
    "night sky",
    "a red apple on a white background",
    "a watercolor apple",
    'a sign that says "HELLO"',
    "'LESS' in black letters on a white background, flat style",
)
SPARSE = (
    "minimalist poster",
    "abstract aurora",
    "abstract op art",
    "abstract gradient",
    "icon of a star",
    "flat icon",
    "comic strip",
    "pattern of dots",
    "business card for Ana Li",
    'oil painting poster "GO"',
)


def prompts_of_kinds() -> Iterator[str]:
    table = tomllib.loads(
        (Path(next(iter(lexicon.__path__))) / "data" / "words" / "kinds.toml").read_text("utf-8")
    )
    for name, entry in table.items():
        kind = entry.get("kind", name)
        yield TOLD.get(kind, f"{entry['also'][0]} with a fox")
        yield entry["also"][0]


def states_of(prompt: str, count: int, **changes: str) -> tuple[list[Pixels], Pixels]:
    rule = SizeRule()
    request = ImageRequest(  # type: ignore[misc]
        operation="generate",
        prompt=prompt,
        quality="high",
        size_rule=rule,
        seed=7,
        partial_images=count,
        **changes,
    )
    events = list(Composer().draw(Task(request=request, size=SMALL)))
    assert isinstance(events[-1], Picture)
    return [event.pixels for event in events if isinstance(event, Preview)], events[-1].pixels


def assert_growing(prompt: str, **changes: str) -> None:
    partials, finished = states_of(prompt, 3, **changes)
    assert len(partials) == 3
    assert not any(np.array_equal(one, other) for one, other in itertools.combinations([*partials, finished], 2))


@pytest.mark.parametrize("prompt", dict.fromkeys([*prompts_of_kinds(), *SCENES, *SPARSE]))
def test_three_partial_images_of_every_kind_of_picture(prompt: str) -> None:
    assert_growing(prompt)


def test_the_prompts_reach_every_layout() -> None:
    reached = {author(prompt, seed=7).scene.kind for prompt in prompts_of_kinds()}
    assert set(graphics.names()) <= reached


@pytest.mark.parametrize("prompt", ["a red apple", "sticker of a cat", "a star icon", "logo of a fox"])
def test_three_partial_images_of_a_cutout(prompt: str) -> None:
    assert_growing(prompt, background="transparent")


@pytest.mark.parametrize("count", [0, 1, 2])
def test_fewer_partial_images_where_fewer_are_wanted(count: int) -> None:
    assert len(states_of("a fox in a forest", count)[0]) == count


@pytest.mark.parametrize(
    "prompt", ["a fox in a forest", "a red apple, oil painting", "menu: Soup 5", "comic page"]
)
def test_partial_images_leave_the_picture_as_it_is(prompt: str) -> None:
    watched, unwatched = states_of(prompt, 3)[1], states_of(prompt, 0)[1]
    assert np.array_equal(watched, unwatched)


def test_the_same_request_has_the_same_partial_images() -> None:
    first, second = (states_of("a star icon", 3)[0] for _ in range(2))
    assert np.array_equal(first, second)


def test_a_partial_image_has_less_of_the_picture_than_the_next() -> None:
    partials, finished = states_of("menu: Soup 5, Pasta 12, Cake 6", 3)
    done = [float((partial == finished).all(axis=2).mean()) for partial in partials]
    assert done == sorted(done)
    assert done[0] < 1


def test_a_part_of_a_picture_has_partial_images_of_that_part() -> None:
    scene = msgspec.structs.replace(
        author("a fox in a forest", seed=7).scene, view=View(frame=(512, 512), box=(0.25, 0.25, 0.75, 0.75))
    )
    partials = [pixels for moment in render(scene, SMALL, partials=3) for pixels in moment.partials]
    assert [pixels.shape for pixels in partials] == [(256, 256, 4)] * 3
    assert not any(np.array_equal(one, other) for one, other in itertools.pairwise(partials))


def test_states_are_let_go_before_the_style_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Witness] = []

    class Remembered(Witness):
        def forget(self) -> None:
            assert self._states
            super().forget()
            kept.append(self)

    monkeypatch.setattr(rendering, "Witness", Remembered)
    moments = render(author("a fox in a forest, watercolor", seed=7).scene, Size(512, 512), partials=3)
    next(moment for moment in moments if moment.progress > rendering.STYLE_BEGINS)
    assert [witness._states for witness in kept] == [[]]
