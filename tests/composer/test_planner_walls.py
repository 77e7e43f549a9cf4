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


@pytest.mark.parametrize(
    ("prompt", "things", "backdrop"),
    [
        ("a guitar on the wall in a bedroom", {"guitar": "hung"}, "bedroom"),
        ("three hats hanging on a wall", {"hat": "hung"}, "room"),
        ("a clock on the wall in a kitchen", {"clock": "hung"}, "kitchen"),
        ("a cat sitting on a brick wall", {"cat": "sitting", "wall": ""}, "meadow"),
    ],
)
def test_what_is_on_a_wall_of_a_room_hangs_there(prompt: str, things: dict[str, str], backdrop: str) -> None:
    scene = author(prompt, seed=1).scene
    assert {item.noun: item.attributes.get("pose", "") for item in scene.items} == things
    assert scene.backdrop == backdrop


def test_what_leans_on_a_wall_stands_on_the_floor() -> None:
    scene = author("a guitar leaning against the wall", seed=1).scene
    assert [(item.noun, item.attributes.get("pose", "")) for item in scene.items] == [("guitar", "")]
    assert scene.backdrop == "room"


def test_a_bicycle_stands_before_the_wall_that_it_leans_on() -> None:
    bicycle, wall = author("a blue bicycle leaning against a brick wall", seed=1).scene.items
    assert (bicycle.relation, bicycle.target) == ("in front of", wall.id)
    assert "pose" not in bicycle.attributes


@pytest.mark.parametrize("colour", ["orange", "peach", "lime"])
def test_a_colour_before_background_is_no_fruit(colour: str) -> None:
    scene = author(f"white sneakers on a plain {colour} background", seed=1).scene
    assert [item.noun for item in scene.items] == ["sneaker"]
    assert scene.ground
