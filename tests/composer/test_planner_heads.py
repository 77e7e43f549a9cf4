"""Compounds by their last word."""

import pytest

from aquatint.engines.composer.planner.author import author


def items(prompt: str) -> list[tuple[str, int]]:
    return [(item.noun, item.count) for item in author(prompt, seed=1).scene.items]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("two rabbit cubs", [("rabbit", 2)]),
        ("a wolf pup", [("wolf cub", 1)]),
        ("three fox kits", [("fox cub", 3)]),
        ("a cookie platter", [("plate", 1), ("cookie", 5)]),
        ("banana toast", [("toast", 1), ("banana", 1)]),
        ("avocado toast", [("avocado toast", 1)]),
        ("a Viking gluggaborg", []),
        ("a stone gluggaborg", []),
        ("a yellow taxi stuck in the mud", [("taxi", 1)]),
    ],
)
def test_the_last_word_says_what_it_is(prompt: str, expected: list[tuple[str, int]]) -> None:
    assert items(prompt) == expected


def test_young_ones_are_small() -> None:
    (cub,) = author("a rabbit cub", seed=1).scene.items
    assert cub.scale < 1


def test_a_room_in_a_house_is_no_house() -> None:
    authored = author("an empty hospital sorting room", seed=1)
    assert authored.scene.items == []
    assert authored.scene.backdrop == "hospital"
