"""Who is in a picture, for whom it is, and what is said of parts and colours after their things."""

import pytest

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Item


def plan(prompt: str) -> list[Item]:
    return author(prompt, seed=1).scene.items


@pytest.mark.parametrize(
    "prompt",
    [
        "a children's illustration of a fox",
        "a kids coloring sheet with a fox",
        "a poster for a band, a fox",
        "a children's alphabet card with a fox",
    ],
)
def test_for_whom_a_picture_is_is_not_in_it(prompt: str) -> None:
    assert [item.noun for item in plan(prompt)] == ["fox"]


@pytest.mark.parametrize(("prompt", "number"), [("a family of four", 4), ("a family of five at a table", 5)])
def test_a_family_has_as_many_as_are_told(prompt: str, number: int) -> None:
    assert sum(item.count for item in plan(prompt) if item.art.startswith("person:")) == number


def test_a_family_is_there_while_it_does_something() -> None:
    people = [item for item in plan("a family of four having breakfast on a balcony") if item.art[:6] == "person"]
    assert sum(item.count for item in people) == 4


def test_a_boy_and_a_bed_are_in_a_room() -> None:
    assert author("a boy hugging a teddy bear in bed", seed=1).scene.backdrop == "room"
    assert author("a boy with a backpack", seed=1).scene.backdrop == "meadow"


def test_a_swing_is_not_on_top_of_the_tree() -> None:
    assert plan("a swing on a tree")[0].relation == "hanging from"
    assert plan("a hammock on a tree")[0].relation == "beside"


def test_a_family_of_bears_is_of_bears() -> None:
    assert [(item.noun, item.count) for item in plan("a family of four bears")] == [("bear", 4)] or [
        item.noun for item in plan("a family of four bears")
    ] == ["bear"]


def test_a_frog_prince_wears_the_crown_that_is_named() -> None:
    found = {item.noun: item for item in plan("a frog prince on a lily pad with a golden crown")}
    assert (found["crown"].relation, found["crown"].target) == ("wearing", "frog-1")


def test_who_plays_on_a_computer_is_beside_it() -> None:
    assert plan("a girl playing on a computer")[0].relation == "beside"


def test_a_door_is_that_of_the_cottage_and_not_of_its_ivy() -> None:
    scene = author("an old cottage covered in ivy, with a blue door and a cat on the windowsill", seed=1).scene
    assert scene.items[0].attributes["door colour"] == "#2f6fc0"
    assert scene.backdrop != "table"


def test_an_armchair_in_green_is_green() -> None:
    armchair, lamp = plan("a velvet armchair in emerald green next to a floor lamp")
    assert (armchair.colour, armchair.relation, armchair.target) == ("#22905f", "beside", lamp.id)
    scene = author("a poster of a fox in orange and teal", seed=1).scene
    assert scene.palette == ["#ee8426", "#1f7f80"]


def test_each_has_one() -> None:
    penguins, scarves = plan("four penguins, each with a scarf")
    assert (penguins.count, scarves.count) == (4, 4)


def test_colours_after_a_number_are_those_of_single_ones() -> None:
    found = plan("three candles, ivory, burgundy and forest green")
    assert [(item.count, item.colour) for item in found] == [(1, "#f7f2e2"), (1, "#6d1a2d"), (1, "#275c38")]


def test_his_wife_is_no_hen() -> None:
    found = plan("a farmer feeding chickens while his wife milks a cow")
    assert [item.noun for item in found] == ["farmer", "hen", "mother", "cow"]


def test_some_of_them_have_a_colour() -> None:
    found = plan("two dozen eggs in a basket, three of them are golden")
    assert [(item.noun, item.count) for item in found] == [("egg", 24), ("basket", 1)]
    assert [single.colour for single in found[0].singles] == 3 * ["#dba72e"]


@pytest.mark.parametrize(
    ("prompt", "clothes"),
    [
        ("a girl wearing red boots", "boots"),
        ("a toddler in yellow rain boots in a puddle", "boots"),
        ("a woman in a red dress and white sneakers", "dress, sneakers"),
        ("a man in sandals", "shoes"),
    ],
)
def test_boots_are_worn_on_feet(prompt: str, clothes: str) -> None:
    assert plan(prompt)[0].attributes["clothes"] == clothes
    assert all(item.relation != "wearing" for item in plan(prompt))


def test_boots_that_nobody_wears_are_things() -> None:
    assert [item.noun for item in plan("a boy holding a boot")] == ["boy", "boot"]
    assert [item.noun for item in plan("a cat in boots")] == ["cat"]


@pytest.mark.parametrize(
    ("prompt", "nouns"),
    [
        ("a boy in dinosaur pajamas hugging a teddy bear", ["boy", "teddy bear"]),
        ("children dressed as ghosts and witches", ["child", "child"]),
        ("a knight and a dragon sitting together like old friends", ["knight", "dragon"]),
        ("i would like a cat with a hat", ["cat", "hat"]),
        ("a black cat walks along a wall", ["cat", "wall"]),
    ],
)
def test_who_is_there_and_who_is_only_compared(prompt: str, nouns: list[str]) -> None:
    assert [item.noun for item in plan(prompt)] == nouns


def test_who_sprays_something_on_a_house_is_not_on_it() -> None:
    firefighters, building, flames = plan("firefighters spraying water on a burning building")
    assert (firefighters.relation, building.relation) == ("facing", "")
    assert (flames.relation, flames.target) == ("on", building.id)


def test_a_receipt_with_its_lines_is_a_receipt() -> None:
    scene = author("receipt: milk 2, bread 3", seed=1)
    assert scene.scene.kind == "receipt"
    assert scene.reading.undrawn == []
    assert author("a receipt and a pen on a table", seed=1).scene.kind == "scene"


def test_a_jack_o_lantern_is_one_word() -> None:
    assert plan("a jack-o'-lantern with a candle")[0].noun == "jack o lantern"
