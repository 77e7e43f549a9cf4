"""Tones of the whole picture, and style names that people ask for."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.planner.author import author

TONED = [
    ("a cat in black and white", ["black and white"]),
    ("black and white photo of a street", ["black and white"]),
    ("black and white comic strip about a dog", ["black and white"]),
    ("sepia portrait of a man", ["sepia"]),
    ("a monochrome city", ["monochrome"]),
    ("a black and white cat", []),
    ("a black cat and a white dog", []),
]


@pytest.mark.parametrize(("prompt", "tones"), TONED)
def test_a_tone_is_of_the_whole_picture(prompt: str, tones: list[str]) -> None:
    scene, reading = author(prompt, seed=1)
    assert scene.tones == tones
    assert not tones or tones[0] not in reading.undrawn


def test_film_noir_is_only_come_near() -> None:
    scene, reading = author("a film noir detective", seed=1)
    assert scene.tones == ["black and white"]
    assert "film noir" in reading.approximated


STYLES = [
    ("crayon drawing", "crayon", True),
    ("colored pencil drawing", "crayon", True),
    ("charcoal sketch", "charcoal", True),
    ("oil pastel", "pastel", True),
    ("line art", "line-art", True),
    ("one line drawing", "line-art", False),
    ("engraving", "engraving", True),
    ("etching", "engraving", False),
    ("impressionist", "impressionist", True),
    ("pointillism", "pointillism", True),
    ("ukiyo-e", "ukiyo-e", True),
    ("cubist", "cubist", True),
    ("in the style of Picasso", "cubist", False),
    ("in the style of Hokusai", "ukiyo-e", False),
    ("manga style", "comic", False),
    ("anime", "storybook", False),
    ("Studio Ghibli", "storybook", False),
    ("claymation", "storybook", False),
    ("synthwave", "neon", False),
    ("watercolor and ink", "ink", True),
    ("ballpoint pen drawing", "ink", False),
]


@pytest.mark.parametrize(("words", "style", "exact"), STYLES)
def test_names_of_styles_are_drawn_or_told(words: str, style: str, exact: bool) -> None:
    scene, reading = author(f"a fox in a forest, {words}", seed=1)
    assert scene.style == style
    assert reading.undrawn == []
    assert bool(reading.approximated) is not exact
    assert [item.noun for item in scene.items] == ["fox"]


@pytest.mark.parametrize("prompt", ["crayons on a table", "a box of crayons", "a pencil on a desk"])
def test_what_one_draws_with_may_be_a_thing(prompt: str) -> None:
    assert author(prompt, seed=1).scene.style == "storybook"


def test_what_is_black_and_white_by_nature_stays_so() -> None:
    scene, reading = author("a black and white cow", seed=1)
    assert scene.items[0].colour == ""
    assert scene.tones == []
    assert "black and white" in reading.drawn


def test_a_manner_of_painting_needs_something_to_paint() -> None:
    assert author("cubist portrait of a woman", seed=1).scene.kind == "portrait"
    assert author("a cubist composition", seed=1).scene.kind == "abstract"


@pytest.mark.parametrize(
    ("prompt", "tones"),
    [
        ("a vintage poster of a bicycle", ["retro"]),
        ("retro travel postcard of Paris", ["retro"]),
        ("a retro robot in a kitchen", []),
        ("a poster of a bicycle", []),
    ],
)
def test_what_is_printed_in_an_old_mood_is_faded(prompt: str, tones: list[str]) -> None:
    assert author(prompt, seed=3).scene.tones == tones
