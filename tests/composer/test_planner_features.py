"""How people look, read from as many words as there are."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.planner.author import author


def person(prompt: str) -> dict[str, str]:
    """The attributes of the first person in the plan of a prompt."""
    items = author(prompt, seed=1).scene.items
    return next(item.attributes for item in items if item.art.startswith("person:"))


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        (
            "a woman with red curly hair and green eyes",
            {"hair": "#b1502a", "haircut": "curly", "eyes colour": "#4f8a4c"},
        ),
        ("a woman with short, curly black hair", {"hair": "#26262a", "haircut": "curly"}),
        ("a girl with long wavy blonde hair", {"hair": "#e5c678", "haircut": "wavy"}),
        ("a dark-skinned woman", {"skin": "#5f3822"}),
        ("a black woman reading", {"skin": "#5f3822"}),
        ("a girl with her hair in a bun", {"haircut": "bun"}),
        ("a girl with brown hair in two pigtails", {"hair": "#5e3d25", "haircut": "pigtails"}),
        ("a red-haired boy in a blue shirt", {"hair": "#b1502a", "clothes colour": "#2f6fc0"}),
        ("an old man with a long white beard", {"hair": "#eeeae2", "beard": "long"}),
        ("a man with a short grey goatee", {"hair": "#a3a5a8", "beard": "goatee"}),
    ],
)
def test_what_is_said_of_hair_eyes_and_skin_is_planned(prompt: str, said: dict[str, str]) -> None:
    found = person(prompt)
    assert {key: found.get(key) for key in said} == said


def test_all_words_that_describe_a_person_are_drawn() -> None:
    reading = author("a pale young woman with long straight auburn hair and hazel eyes", seed=1).reading
    assert "auburn" not in " ".join(reading.undrawn)
    assert "hazel" not in " ".join(reading.undrawn)


@pytest.mark.parametrize("prompt", ["a cat with green eyes", "a blue-eyed dog"])
def test_eyes_of_animals_have_their_colour(prompt: str) -> None:
    item = author(prompt, seed=1).scene.items[0]
    assert item.attributes["eyes colour"].startswith("#")
    assert not author(prompt, seed=1).reading.undrawn


@pytest.mark.parametrize("prompt", ["a black bear", "a white rabbit and a black cat", "a red and blue parrot"])
def test_colours_of_animals_stay_theirs(prompt: str) -> None:
    assert all("hair" not in item.attributes for item in author(prompt, seed=1).scene.items)
