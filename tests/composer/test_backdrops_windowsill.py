"""The sill before a large window."""

from __future__ import annotations

import numpy as np
import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.render import render
from aquatint.engines.composer.staging import place_items
from aquatint.imaging.raster import Pixels
from aquatint.sizes import Size

SIZE = Size(256, 256)


def drawn(prompt: str, seed: int = 3) -> Pixels:
    """The finished picture, small."""
    *_, last = render(author(prompt, seed=seed).scene, SIZE)
    return last.look()


@pytest.mark.parametrize(
    "prompt", ["a cat on a windowsill", "a plant on the window sill", "books on a window ledge"]
)
def test_words_for_a_sill_lead_to_it(prompt: str) -> None:
    assert author(prompt, seed=1).scene.backdrop == "windowsill"


def test_the_moon_hangs_in_the_window_and_does_not_lie_on_the_sill() -> None:
    scene = author("a cat sitting on a windowsill looking at the moon", seed=2).scene
    stage = backdrops.find(scene.backdrop).stage(scene, SIZE)
    foot = {one.item.noun: one.foot[1] for one in place_items(scene, stage)}
    assert foot["moon"] < 0.45 * SIZE.height < stage.ground[0] <= foot["cat"]


def test_hour_and_weather_are_seen_through_the_window() -> None:
    day, night, rain = (drawn(f"a cat on a windowsill{when}") for when in ("", " at night", " in the rain"))
    pane = (slice(30, 120), slice(100, 160))
    assert day[pane].mean() > night[pane].mean() + 20
    assert (day[pane] != rain[pane]).any()


def test_other_seeds_have_other_windows() -> None:
    assert np.abs(drawn("a cat on a windowsill", 1).astype(int) - drawn("a cat on a windowsill", 2)).mean() > 4
