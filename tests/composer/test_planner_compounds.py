"""Nouns before nouns: which of the two is meant, if either."""

import pytest

from aquatint.engines.composer.planner.author import author


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a child in a bear costume", ["child"]),
        ("a fire engine in front of a fire station", ["fire engine"]),
        ("a star shaped cookie", ["cookie"]),
        ("a zebra print rug", ["rug"]),
        ("a dog walker with five dogs", ["person", "dog"]),
        ("a ghost ship", ["ship"]),
        ("a unicorn horn", ["unicorn"]),
        ("a bee keeper", ["beekeeper"]),
        ("a star fish", ["starfish"]),
        ("a cat tail", ["cat"]),
        ("a train crossing a bridge", ["train", "stone bridge"]),
        ("a black bird", ["bird"]),
    ],
)
def test_compounds_are_read_as_a_whole(prompt: str, expected: list[str]) -> None:
    assert [item.noun for item in author(prompt, seed=1).scene.items] == expected


@pytest.mark.parametrize("prompt", ["a bear costume", "a zebra crossing", "a dog leash", "a rabbit trap"])
def test_what_is_something_else_is_told_as_undrawn(prompt: str) -> None:
    authored = author(prompt, seed=1)
    assert not authored.scene.items
    assert authored.reading.undrawn


def test_a_garment_with_a_noun_before_it_is_worn() -> None:
    (woman,) = author("a woman in a flower dress", seed=1).scene.items
    assert woman.attributes["clothes"] == "dress"
