"""Sets of a subject on icons, stickers and patterns."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.author import author


def test_every_subject_has_enough_nouns_with_art() -> None:
    for name, row in table("words/collections").items():
        assert sum(key in nouns() for key in row["nouns"]) >= 8, name


@pytest.mark.parametrize(
    ("prompt", "count", "first"),
    [
        ("icon set of 9 kitchen tools", 9, "frying pan"),
        ("a set of twelve travel icons", 12, "airplane"),
        ("sticker sheet of sea animals", 8, "whale"),
        ("seamless pattern of forest animals", 6, "fox"),
    ],
)
def test_a_subject_becomes_its_things(prompt: str, count: int, first: str) -> None:
    scene, reading = author(prompt, seed=1)
    assert len(scene.items) == count
    assert scene.items[0].noun == first
    assert len({item.id for item in scene.items}) == count
    assert reading.undrawn == []


def test_more_than_there_are_is_approximated() -> None:
    scene, reading = author("a set of 24 sea animals icons", seed=1)
    assert 8 <= len(scene.items) < 24
    assert "24" in reading.approximated


def test_things_that_are_listed_are_the_set() -> None:
    scene, _ = author("weather icons: sun, cloud and rainbow", seed=1)
    assert [item.noun for item in scene.items] == ["sun", "cloud", "rainbow"]


def test_words_with_another_meaning_elsewhere_are_listed_too() -> None:
    scene, reading = author("icon set for weather: sun, cloud, rain, snow and storm", seed=1)
    assert [item.noun for item in scene.items] == ["sun", "cloud", "rain cloud", "snow cloud", "storm cloud"]
    assert reading.undrawn == []


def test_scenes_and_posters_have_no_sets() -> None:
    assert len(author("a set of kitchen tools on a table", seed=1).scene.items) < 4
    assert len(author("poster about sea animals", seed=1).scene.items) <= 4
