"""One of several: which of them has a thing or a colour of its own."""

from __future__ import annotations

import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.planner.ones import MIDDLE, number_of
from aquatint.engines.composer.staging import place_items
from aquatint.sizes import Size


@pytest.mark.parametrize(
    ("rank", "count", "number"), [(MIDDLE, 3, 1), (MIDDLE, 4, 1), (1, 2, 0), (-1, 2, 1), (-1, 5, 4), (3, 6, 2)]
)
def test_ranks_of_one_of_several(rank: float, count: int, number: int) -> None:
    assert number_of(rank, count) == number


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
