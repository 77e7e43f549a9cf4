"""The state of a thing, where it changes what is drawn."""

from __future__ import annotations

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import ART, Item


def plan(prompt: str) -> list[Item]:
    return author(prompt, seed=1).scene.items


def test_a_cake_has_as_many_candles_as_were_counted() -> None:
    cake, candles = plan("a birthday cake with seven candles")
    assert (cake.art, candles.count, candles.target) == ("own:birthday-cake", 7, cake.id)
    (uncounted,) = plan("a birthday cake with candles")
    assert uncounted.art == "noto:birthday-cake"


def test_one_candle_of_several_is_blown_out() -> None:
    cake, candles = plan("a cake with seven candles, two of them blown out")
    assert (candles.count, candles.art, candles.target) == (7, "own:birthday-candle", cake.id)
    assert [single.attributes for single in candles.singles] == 2 * [{ART: "own:birthday-candle-out"}]


def test_flames_are_as_large_as_what_burns() -> None:
    _, on_house = plan("a burning house")
    _, on_tower = plan("a skyscraper on fire")
    assert on_house.noun == on_tower.noun == "blaze"
    assert on_tower.scale > on_house.scale
    assert [item.noun for item in plan("a burning campfire")] == ["campfire"]
