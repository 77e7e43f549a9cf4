"""Things said together are on the same support; things in a stack lie one on the other."""

from __future__ import annotations

import itertools

import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.staging import place_items
from aquatint.sizes import Size


@pytest.mark.parametrize(
    ("prompt", "relation", "support"),
    [
        ("an apple next to a pear on a plate", "on", "plate-1"),
        ("a burger with fries on a plate", "on", "plate-1"),
        ("a woman with a dog on a boat", "in", "boat-1"),
        ("cheese and grapes on a wooden board", "on", "cutting-board-1"),
    ],
)
def test_both_are_on_what_bears_them(prompt: str, relation: str, support: str) -> None:
    first, second, *_ = author(prompt, seed=1).scene.items
    assert (first.relation, first.target) == (second.relation, second.target) == (relation, support)


@pytest.mark.parametrize("who", ["waiter", "penguin", "cat"])
def test_who_serves_on_a_tray_holds_it_in_both_hands(who: str) -> None:
    items = {item.noun: item for item in author(f"a {who} serving cupcakes on a tray", seed=1).scene.items}
    assert (items["tray"].relation, items["tray"].target) == ("holding", items[who].id)
    assert (items["cupcake"].relation, items["cupcake"].target) == ("on", items["tray"].id)
    assert items[who].art.startswith(("person:", "beast:"))
    assert items[who].attributes["pose"] in ("bearing", "holding")


def test_who_sits_on_a_tray_serves_nothing() -> None:
    cat, tray = author("a cat sitting on a tray", seed=1).scene.items
    assert (cat.relation, cat.target, tray.relation) == ("on", tray.id, "")


def test_what_is_worn_is_on_nothing_else() -> None:
    items = author("a man with a hat on a bench", seed=1).scene.items
    assert [(item.noun, item.relation) for item in items][:2] == [("man", "on"), ("hat", "wearing")]


def test_a_plate_is_a_thing_and_has_its_colour() -> None:
    plate = next(
        item for item in author("a slice of cake on a blue plate", seed=1).scene.items if item.noun == "plate"
    )
    assert plate.colour == "#2f6fc0"


def test_a_stack_stands_one_on_the_other_and_bears_things_on_top() -> None:
    scene = author("a stack of three books with a candle on top", seed=1).scene
    stage = backdrops.find(scene.backdrop).stage(scene, Size(512, 512))
    placed = place_items(scene, stage)
    books = sorted((one.foot[1] for one in placed if one.item.noun == "book"), reverse=True)
    candle = next(one for one in placed if one.item.noun == "candle")
    assert len(books) == 3
    assert all(lower - higher > 0.4 * placed[0].height for lower, higher in itertools.pairwise(books))
    assert candle.foot[1] < books[-1]


def test_furniture_stands_beside_a_rug() -> None:
    found = {
        item.noun: item.relation for item in author("a sofa, a lamp and a cat on the rug", seed=1).scene.items
    }
    assert (found["sofa"], found["floor lamp"], found["cat"]) == ("beside", "beside", "on")


def test_a_child_sits_on_the_shoulders_that_carry_it() -> None:
    father, son = author("a father carrying his son on his shoulders", seed=1).scene.items
    assert (son.relation, son.target, son.attributes["spot"]) == ("on", father.id, "shoulder")


def test_a_list_of_colours_asks_for_no_grey_picture() -> None:
    assert author("a geometric abstract in red, black and white", seed=1).scene.tones == []


def test_who_sits_in_a_cafe_is_inside() -> None:
    assert author("a cosy cafe in Paris with a couple at a table", seed=1).scene.backdrop == "cafe"
