"""Ensembles: words for people who belong together are those people, as one subject of a sentence."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.art.figures.people.roles import looks
from aquatint.engines.composer.backdrops import registry as backdrops
from aquatint.engines.composer.lexicon.ensembles import ensembles
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Item


def items(prompt: str) -> list[Item]:
    return author(prompt, seed=1).scene.items


@pytest.mark.parametrize("name", sorted(ensembles()))
def test_members_are_people_that_can_be_drawn_in_places_that_there_are(name: str) -> None:
    ensemble = ensembles()[name]
    assert 2 <= ensemble.total() <= 12
    for part in ensemble.parts():
        assert nouns()[part.noun].group == "people"
        assert not part.pose or part.pose in looks().poses
    assert not ensemble.place or backdrops.find(ensemble.place) is not None


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a football team", ["6 soccer player", "1 goalkeeper"]),
        ("an orchestra", ["1 conductor", "4 violinist", "2 cellist", "1 flutist", "1 trumpeter"]),
        ("a choir singing in a church", ["9 chorister"]),
        ("a class of pupils", ["1 teacher", "6 child"]),
        ("twin sisters", ["2 girl"]),
    ],
)
def test_a_word_for_an_ensemble_brings_its_members(prompt: str, expected: list[str]) -> None:
    assert [f"{item.count} {item.noun}" for item in items(prompt)] == expected


def test_verbs_are_said_of_all_members_unless_they_are_there_for_something() -> None:
    assert {item.attributes["pose"] for item in items("a soccer team celebrating")} == {"cheering"}
    assert {item.attributes["pose"] for item in items("a choir singing")} == {"chanting"}
    reading = author("a soccer team celebrating", seed=1).reading
    assert not reading.undrawn


def test_a_team_wears_one_colour_and_its_rivals_another() -> None:
    assert {item.colour for item in items("a basketball team")} == {"#e0702a"}
    colours = {item.colour for item in items("two football teams") if item.noun == "soccer player"}
    assert len(colours) == 2
    blue = [item for item in items("a football team in blue") if item.noun == "soccer player"]
    assert blue[0].attributes["clothes colour"] == "#2f6fc0"


def test_twins_look_the_same() -> None:
    assert items("twin sisters")[0].attributes["alike"] == "yes"


def test_a_word_that_describes_a_thing_brings_nobody() -> None:
    assert all(item.noun == "guitar" for item in items("a rock band poster"))
    assert [item.noun for item in items("a logo for a football team")] == ["soccer ball"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("curly red hair", {"haircut": "curly", "hair": "#b1502a"}),
        ("long white beard", {"beard": "long", "hair": "#eeeae2"}),
        ("long wavy blonde hair", {"haircut": "wavy", "hair": "#e5c678"}),
    ],
)
def test_hair_of_every_cut_and_colour_has_words(words: str, expected: dict[str, str]) -> None:
    said = items(f"a person with {words}")[0].attributes
    assert {name: said.get(name) for name in expected} == expected


def test_looks_are_said_of_somebody_before_and_after() -> None:
    woman = items("a black woman with an afro and an orange dress")[0]
    assert woman.attributes["skin"] == "#5f3822"
    assert woman.attributes["haircut"] == "afro"
    assert items("a man with a pink mohawk")[0].attributes["hair"] == "#f087ae"
    assert items("a male singer")[0].attributes["sex"] == "man"


def test_red_boots_are_on_the_feet_and_no_things_of_their_own() -> None:
    (girl,) = items("a girl in a yellow raincoat and red boots")
    assert girl.attributes["clothes"] == "raincoat, boots"
    assert girl.attributes["boots colour"] == "#d62f35"
