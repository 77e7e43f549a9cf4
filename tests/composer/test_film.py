"""Animations: as many frames as asked, a loop without a jump, something that moves, graphics that end finished."""

from __future__ import annotations

import numpy as np
import pytest

from aquatint.engines.composer.film import shoot
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.render import render
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

SIZE = Size(320, 240)


def frames(prompt: str, count: int) -> list[Pixels]:
    return [shot.pixels for shot in shoot(author(prompt, seed=7).scene, SIZE, count)]


def step(one: Pixels, other: Pixels) -> float:
    return float(np.abs(one.astype(int) - other.astype(int)).mean())


@pytest.mark.parametrize(
    "prompt",
    ["a red sailboat on the sea", "a fox in falling snow", "a cat in a meadow", "a campfire in a forest at night"],
)
def test_a_scene_lives_and_comes_back(prompt: str) -> None:
    made = frames(prompt, 8)
    steps = [step(made[i], made[(i + 1) % 8]) for i in range(8)]
    assert len(made) == 8
    assert min(steps) > 0
    # The step from the last frame to the first is like any other.
    assert steps[-1] < 1.8 * max(steps[:-1])


@pytest.mark.parametrize("prompt", ["a lighthouse at the sea", "a waterfall in a jungle", "the open sea at dusk"])
def test_a_place_with_little_water_moves_so_that_it_is_seen(prompt: str) -> None:
    made = frames(prompt, 4)
    moving = np.max([np.abs(made[i].astype(int) - made[i - 1]).max(axis=2) > 8 for i in range(4)], axis=0)
    assert moving.mean() > 0.01


def test_a_graphic_builds_up_and_stands() -> None:
    prompt = "birthday card for Maya turning 7 with balloons"
    made = frames(prompt, 6)
    *_, last = render(author(prompt, seed=7).scene, SIZE)
    assert np.array_equal(made[-1], last.look())
    # Where only the first frame is shown, it is the finished picture.
    assert np.array_equal(made[0], made[-1])
    assert not np.array_equal(made[1], made[-1])


def test_the_same_film_twice() -> None:
    first, second = frames("a balloon over hills", 3), frames("a balloon over hills", 3)
    assert all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))
