"""Words that mean several things: the words around them decide."""

import pytest

from aquatint.engines.composer.planner.author import author


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("three glasses on a table", "glass of water"),
        ("a wine bottle and two glasses", "glass of water"),
        ("a girl with glasses reading under a tree", "glasses"),
        ("a pair of glasses on a table", "glasses"),
        ("three glasses of orange juice", "orange juice"),
        ("a baseball and a bat", "baseball bat"),
        ("a bat in a cave", "bat"),
        ("a keyboard and a mouse", "computer mouse"),
        ("a mouse with cheese", "mouse"),
        ("a thanksgiving table with a turkey", "roast turkey"),
        ("a turkey on a farm", "turkey"),
        ("a crane flying over a lake", "crane bird"),
        ("a crane at a construction site", "construction crane"),
        ("a can and a banana", "soda can"),
        ("an old street with lamps at night", "street lamp"),
        ("a living room with a lamp", "floor lamp"),
        ("flowers and lemonade glasses", "glass of water"),
        ("a plumber fixing a leaking pipe", "water pipe"),
        ("a detective smoking a pipe", "tobacco pipe"),
        ("a basketball going through the hoop", "basketball hoop"),
        ("a dog jumping through a hoop", "hula hoop"),
        ("an elephant lifting its trunk", "elephant"),
        ("an old trunk full of clothes", "travel trunk"),
        ("a kitten with a bow", "ribbon"),
        ("toast with butter", "toast"),
        ("a toast with champagne at a wedding", "champagne glass"),
        ("a fan cooling the room", "electric fan"),
        ("a geisha with a fan", "folding fan"),
        ("a coach full of tourists", "bus"),
        ("a match and a candle", "matchstick"),
        ("a sticky note on a fridge", "memo"),
    ],
)
def test_the_neighbours_tell_which_thing_is_meant(prompt: str, expected: str) -> None:
    assert expected in [item.noun for item in author(prompt, seed=1).scene.items]


def test_a_word_may_mean_a_place() -> None:
    assert author("a king and his court", seed=1).scene.backdrop == "throne room"


def test_can_is_a_verb_elsewhere() -> None:
    assert [item.noun for item in author("can you draw a cat that can fly", seed=1).scene.items] == ["cat"]


@pytest.mark.parametrize("prompt", ["The fox is orange.", "an orange fox"])
def test_a_colour_that_is_a_fruit_colours(prompt: str) -> None:
    assert [item.noun for item in author(prompt, seed=1).scene.items] == ["fox"]


@pytest.mark.parametrize(
    ("prompt", "colour"),
    [("a #3366cc sofa", "#3366cc"), ("a #fa0 balloon", "#ffaa00"), ("a pastel purple vase", "#")],
)
def test_colours_are_given_as_css_does_or_in_shades(prompt: str, colour: str) -> None:
    assert author(prompt, seed=1).scene.items[0].colour.startswith(colour)
