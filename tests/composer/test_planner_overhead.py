"""Views from the air: the place seen straight from above, where nothing stands in it."""

from __future__ import annotations

import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.honesty import admit
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.author import author
from aquatint.sizes import Size


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("messy desk seen from above", "desk from above"),
        ("aerial view of a river delta", "delta from above"),
        ("aerial view of a small town", "town from above"),
        ("bird's eye view of a street with cars", "street from above"),
        ("swimmers racing in a pool seen from above", "pool from above"),
        ("drone shot of a beach", "beach from above"),
    ],
)
def test_places_have_a_view_from_above(prompt: str, backdrop: str) -> None:
    made = author(prompt, seed=1)
    admit(made.scene, made.reading)
    assert made.scene.backdrop == backdrop
    assert made.reading.undrawn == made.reading.approximated == []


def test_what_stands_keeps_the_horizon_and_the_view_is_told_as_near() -> None:
    made = author("aerial view of a castle in a forest", seed=1)
    admit(made.scene, made.reading)
    assert made.scene.backdrop == "forest"
    assert made.reading.approximated == ["aerial view"]


def test_who_is_in_a_pool_seen_from_above_swims() -> None:
    made = author("swimmers racing in a pool seen from above", seed=1)
    assert [item.attributes["pose"] for item in made.scene.items] == ["swimming"]


def test_adjectives_are_borne_out_only_before_words_for_the_place() -> None:
    assert "messy" in author("messy desk seen from above", seed=1).reading.drawn
    assert "messy" not in author("desk seen from above with a messy sandwich", seed=1).reading.drawn


def test_places_from_above_show_no_horizon() -> None:
    data = table("words/places")
    for name in {*data["above"].values(), *data["above_words"].values()}:
        made = author("aerial view", seed=1).scene
        assert backdrops.find(name).stage(made, Size(300, 300)).from_above
