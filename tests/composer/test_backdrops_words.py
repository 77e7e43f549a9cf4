"""What places words name: the inside of a house after "in", the house before "in front of", cities by name."""

from __future__ import annotations

import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.lexicon.tables import place_rows, table
from aquatint.engines.composer.planner.author import author


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("a fox in a hospital", "hospital"),
        ("a doctor in a hospital corridor", "hospital corridor"),
        ("a man in a bakery", "bakery"),
        ("a teacher in a classroom", "classroom"),
        ("a chef in the kitchen", "kitchen"),
        ("a bride in a church", "church"),
        ("a singer on stage", "theatre"),
        ("a robot in a spaceship", "spaceship interior"),
        ("a dragon in a cave", "cave"),
        ("a lion in the savanna", "savanna"),
        ("a boat in the harbour", "harbour"),
        ("a dog in the park", "park"),
        ("a couple on a street in Paris", "paris street"),
        ("the skyline of London", "london"),
        ("a balloon over the rooftops of Paris", "paris"),
        ("a gondola on a canal in Venice", "canal"),
        ("a cup of coffee in a cafe", "cafe table"),
        ("a cup on a table in a library", "library table"),
        ("a woman in a cafe", "cafe"),
        ("a cat in front of a bakery", "old street"),
        ("a knight in a throne room", "throne room"),
        ("a girl in a lavender field", "lavender field"),
        ("a dog in a field of sunflowers", "sunflower field"),
        ("sunflower field under a stormy sky", "sunflower field"),
        ("a cat in a bookshop", "bookshop"),
        ("children at the swimming pool", "swimming pool"),
        ("a woman at the airport", "airport"),
        ("a plane at the airport", "runway"),
        ("a street with string lights", "lantern street"),
        ("a penguin in an ice cave", "ice cave"),
    ],
)
def test_places(prompt: str, backdrop: str) -> None:
    assert author(prompt, seed=1).scene.backdrop == backdrop


@pytest.mark.parametrize("prompt", ["a man in front of a hospital", "a cat beside a church", "a red school"])
def test_a_house_seen_from_outside_is_a_thing(prompt: str) -> None:
    made = author(prompt, seed=1).scene
    assert any(item.noun in ("hospital", "church", "school") for item in made.items)
    assert made.backdrop not in ("hospital", "church", "classroom")


def test_a_place_and_its_part_are_both_drawn() -> None:
    reading = author("the skyline of London at dusk", seed=1).reading
    assert reading.undrawn == []
    assert {"skyline", "london"} <= set(reading.drawn)


def test_a_city_without_a_landmark_is_approximated() -> None:
    assert author("a cat in Boston", seed=1).reading.approximated == ["boston"]


def test_a_shop_that_is_not_shown_is_approximated() -> None:
    assert "bakery" in author("a cat in front of a bakery", seed=1).reading.approximated


def test_tables_of_words_name_backdrops() -> None:
    data, names = table("words/places"), set(backdrops.names())
    assert {f"{room} table" for room in data["tables"]["rooms"]} == {n for n in names if n.endswith(" table")}
    assert set(data["together"]) <= names
    assert {part for parts in (*data["part_of"].values(), *data["together"].values()) for part in parts} <= names
    assert set(data["part_of"]) | set(data["edges"]["indoors"]) | set(data["natural"]) <= names
    assert set(data["edges"]["indoors"].values()) <= names


def test_no_word_names_two_places() -> None:
    tables = place_rows()
    rows = [row for row in tables.values() if isinstance(row, dict)]
    words = [word for row in rows for key in ("also", "like") for word in row.get(key, ())]
    assert len(words) == len(set(words)) > 900


def test_words_after_prepositions_are_words_of_their_place() -> None:
    for name, row in place_rows().items():
        words = {*row.get("also", ()), *row.get("like", ())}
        assert set(row.get("strict", ())) <= set(row.get("after", {})) <= words, name


@pytest.mark.parametrize("prompt", ["a snowman in the park", "skiers in the mountains", "a girl skiing"])
def test_what_is_of_snow_makes_it_winter(prompt: str) -> None:
    assert author(prompt, seed=1).scene.season == "winter"


def test_a_season_that_is_said_stays() -> None:
    assert author("a snowman melting in summer", seed=1).scene.season == "summer"
