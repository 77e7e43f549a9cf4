"""Scenes on pages: which posters show them, and that they are seen."""

from __future__ import annotations

import numpy as np
import pytest
from graphics_help import paint

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.graphics import poster
from aquatint.engines.composer.graphics.cues import data, named_variant
from aquatint.engines.composer.graphics.staged import staged, telling
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size


def _scene(prompt: str, seed: int = 3) -> Scene:
    return author(prompt, seed=seed).scene


@pytest.mark.parametrize(
    ("prompt", "place"),
    [("poster of a fox in a forest", "forest"), ("poster of a whale", "sea"), ("poster of the desert", "desert")],
)
def test_scenes_are_staged_at_their_place_or_home(prompt: str, place: str) -> None:
    found = staged(_scene(prompt))
    assert found is not None
    assert found.backdrop in (place, "underwater" if place == "sea" else place)


def test_things_that_live_nowhere_are_not_staged() -> None:
    assert staged(_scene("poster of a lemon")) is None
    assert staged(_scene("poster 'Hello'")) is None


def test_an_hour_or_a_deed_makes_a_moment() -> None:
    assert telling(_scene("poster of a fox at night"))
    assert telling(_scene("poster of a man riding a horse"))
    assert not telling(_scene("poster of a fox"))


@pytest.mark.parametrize("seed", range(5))
def test_a_place_is_shown_by_a_scenic_variant(seed: int) -> None:
    assert poster.choose(_scene("poster of a city at night", seed), Chance(seed)) in poster.SCENIC


@pytest.mark.parametrize("name", [name for name, row in data("variants")["poster"].items() if "names" in row])
def test_a_style_by_name_is_that_variant_even_with_a_place(name: str) -> None:
    word = data("variants")["poster"][name]["names"][0]
    scene = _scene(f"{word} poster of a city")
    assert named_variant(scene, "poster") == name
    assert poster.choose(scene, Chance(1)) == name


@pytest.mark.parametrize("style", ["art deco", "minimal", "swiss", "retro 70s", "risograph"])
def test_named_styles_show_the_place_too(style: str) -> None:
    size = Size(300, 400)
    city = paint(_scene(f"{style} poster of a city 'Go'"), size)[0].astype(int)
    plain = paint(_scene(f"{style} poster 'Go'"), size)[0].astype(int)
    assert (np.abs(city - plain).max(axis=2) > 40).mean() > 0.04
