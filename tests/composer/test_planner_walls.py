"""The colour of a room's walls."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.author import author


@pytest.mark.parametrize(
    ("prompt", "colour"),
    [
        ("a living room with blue walls", "blue"),
        ("a bathroom with green tiles", "green"),
        ("a yellow kitchen", "yellow"),
        ("a cat in a room with dark green walls", "dark green"),
        ("a cafe with a red brick wall", "red"),
    ],
)
def test_walls_have_the_colour_that_is_said(prompt: str, colour: str) -> None:
    made = author(prompt, seed=1)
    assert made.scene.ground == table("words/colours")["colours"][colour]
    assert colour in made.reading.drawn
    assert made.reading.undrawn == []


@pytest.mark.parametrize("prompt", ["a house with blue walls", "a white cat in a bedroom", "a green forest"])
def test_other_colours_paint_no_walls(prompt: str) -> None:
    assert author(prompt, seed=1).scene.ground == ""
