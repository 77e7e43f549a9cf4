"""One of several: which of them has a thing or a colour of its own."""

from __future__ import annotations

import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.planner.ones import number_of
from aquatint.engines.composer.staging import place_items
from aquatint.sizes import Size


@pytest.mark.parametrize(
    ("word", "count", "number"),
    [
        ("middle one", 3, 1), ("middle one", 4, None), ("left one", 2, 0), ("one on the right", 2, 1),
        ("last", 5, 4),
        ("third one", 6, 2), ("second", 2, None), ("fifth", 3, None), ("other one", 3, None),
    ],
)  # fmt: skip
def test_words_for_one_of_several(word: str, count: int, number: int | None) -> None:
    assert number_of(word, count) == number


@pytest.mark.parametrize("seed", range(1, 6))
@pytest.mark.parametrize(("where", "number"), [("left", 0), ("middle", 1), ("right", 2)])
def test_the_hat_is_on_the_one_in_that_place(where: str, number: int, seed: int) -> None:
    scene = author(f"three penguins, the {where} one wears a hat", seed=seed).scene
    found = place_items(scene, backdrops.find(scene.backdrop).stage(scene, Size(900, 900)))
    penguins = sorted(one.foot[0] for one in found if one.item.noun == "penguin")
    (hat,) = [one for one in found if one.item.noun == "hat"]
    assert min(penguins, key=lambda x: abs(x - hat.foot[0])) == penguins[number]


def test_one_of_several_has_a_colour_and_the_others_keep_theirs() -> None:
    (apples,) = author("six red apples in a row, the third one is green", seed=7).scene.items
    assert apples.count == 6
    assert [one.instance for one in apples.singles] == [2]
