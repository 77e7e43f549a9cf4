"""People who dress up."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.art.figures.people.roles import dressed, roles
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Item


def plan(prompt: str) -> list[Item]:
    return author(prompt, seed=1).scene.items


@pytest.mark.parametrize(
    ("prompt", "costumes"),
    [
        ("a boy in a dinosaur costume", ["dinosaur-costume"]),
        ("a girl dressed as a witch", ["witch"]),
        ("a girl wearing a princess costume", ["princess"]),
        ("a man dressed as santa", ["santa"]),
        ("four children dressed as ghosts and pirates", ["ghost-costume", "pirate"]),
        ("three children in halloween costumes", ["witch", "ghost-costume", "pumpkin-costume"]),
    ],
)
def test_people_wear_what_they_are_dressed_as(prompt: str, costumes: list[str]) -> None:
    people = [item for item in plan(prompt) if item.art.startswith("person:")]
    assert [item.attributes["costume"] for item in people] == costumes


def test_several_costumes_are_shared_out() -> None:
    assert [item.count for item in plan("five children dressed as ghosts and pirates")] == [3, 2]


def test_a_costume_for_which_there_are_no_clothes_is_told_as_undrawn() -> None:
    authored = author("a man dressed as a goose", seed=1)
    assert [item.noun for item in authored.scene.items] == ["man"]
    assert authored.reading.undrawn == ["goose"]


def test_every_costume_is_a_role() -> None:
    data = table("words/costumes")
    assert {*data["roles"].values(), *data["mixed"]} <= set(roles())


def test_who_wears_a_costume_keeps_age_and_sex() -> None:
    girl = dressed(roles()["girl"], "santa")
    assert (girl.age, girl.sex, girl.beard) == ("child", "woman", "")
    assert girl.hat == roles()["santa"].hat
    assert dressed(roles()["girl"], "no such thing") is roles()["girl"]


def test_a_beast_in_a_costume_stands_up_for_it_and_nobody_else_comes() -> None:
    (fox,) = plan("a fox in a superhero costume")
    assert fox.art == "beast:fox/superhero"
    (dog,) = plan("a dog dressed as a pirate")
    assert dog.art == "beast:dog/pirate"
    authored = author("a dog in a pumpkin costume", seed=1)
    assert [item.noun for item in authored.scene.items] == ["dog"]
    assert authored.reading.undrawn == ["pumpkin", "costume"]
