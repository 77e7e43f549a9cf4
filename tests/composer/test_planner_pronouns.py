"""Words that go back to what was named before: pronouns as subjects, and whose things are meant."""

import pytest

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Item


def items(prompt: str) -> dict[str, Item]:
    return {item.noun: item for item in author(prompt, seed=1).scene.items}


def test_she_is_who_was_named_and_not_the_thing_beside_her() -> None:
    found = items(
        "my grandma in her rocking chair next to the fireplace. She has white hair and wears a green cardigan."
    )
    grandmother = found["grandmother"]
    assert grandmother.attributes["hair"] == "#eeeae2"
    assert grandmother.attributes["clothes"] == "cardigan"
    assert set(found) == {"grandmother", "rocking chair", "fireplace"}


def test_it_is_the_animal() -> None:
    found = items("The fox is orange. It wears a green scarf. It is standing in the snow.")
    assert set(found) == {"fox", "scarf"}
    assert (found["scarf"].relation, found["scarf"].target) == ("wearing", "fox-1")


def test_he_is_no_woman() -> None:
    found = items("A man and a woman sit on a bench. He wears a red hat.")
    assert found["hat" if "hat" in found else "cap"].target == "man-1"


def test_they_are_all_who_were_named() -> None:
    found = items("A boy and a robot. They sit on a bench.")
    assert found["boy"].target == found["robot"].target == "bench-1"


def test_somebody_who_is_only_called_she_is_a_woman() -> None:
    found = items("she holds a red umbrella")
    assert found["umbrella"].target == "woman-1"


@pytest.mark.parametrize(
    ("prompt", "noun", "attribute", "colour"),
    [
        ("a girl on a swing. Her hair is red.", "girl", "hair", "#b1502a"),
        ("a man on a bench. His coat is blue.", "man", "clothes colour", "#2f6fc0"),
    ],
)
def test_what_is_said_of_a_part_colours_that(prompt: str, noun: str, attribute: str, colour: str) -> None:
    assert items(prompt)[noun].attributes[attribute] == colour


def test_his_hat_is_on_his_head() -> None:
    found = items("a man reading a newspaper. His hat is brown.")
    hat = next(item for item in found.values() if item.word == "hat")
    assert (hat.relation, hat.target, hat.colour) == ("wearing", "man-1", "#80552f")
