"""Several of one kind that are not all alike."""

import pytest

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import ART, RANKED, Item

RED, BLUE, YELLOW, GREEN = "#d62f35", "#2f6fc0", "#f4c92f", "#4b9b45"


def only(prompt: str) -> Item:
    (item,) = author(prompt, seed=1).scene.items
    return item


@pytest.mark.parametrize(
    ("prompt", "colours"),
    [
        ("six balloons in three colours", [RED, BLUE, YELLOW] * 2),
        ("four balloons in red and yellow", [RED, YELLOW] * 2),
        ("two assorted balloons", [RED, BLUE]),
        ("a row of three colourful houses", [RED, BLUE, YELLOW]),
    ],
)
def test_colours_go_in_turn(prompt: str, colours: list[str]) -> None:
    assert [single.colour for single in only(prompt).singles] == colours


@pytest.mark.parametrize(
    ("prompt", "instance"),
    [
        ("six red apples in a row, the third one is green", 2),
        ("four cups, the last one is green", 3),
        ("five doors, the middle one is green", 2),
    ],
)
def test_an_ordinal_names_one_by_its_place(prompt: str, instance: int) -> None:
    item = only(prompt)
    assert [(single.instance, single.colour) for single in item.singles] == [(instance, GREEN)]
    assert RANKED in item.attributes


def test_a_pose_may_be_of_one_alone() -> None:
    kittens = only("three kittens, one of them sleeping")
    assert kittens.attributes.get("pose") is None
    assert [single.attributes for single in kittens.singles] == [{"pose": "sleeping"}]


def test_what_comes_after_a_comma_is_said_of_all() -> None:
    assert only("six ducks, two of them white, swimming on a pond").attributes["pose"] == "swimming"


def test_one_thing_has_the_first_of_its_colours() -> None:
    authored = author("two balloons, one striped red and white, one blue", seed=1)
    assert [item.colour for item in authored.scene.items] == [RED, BLUE]
    assert "white" in authored.reading.undrawn


def test_colours_of_a_poster_are_those_of_the_picture() -> None:
    assert author("a poster of ten balloons in red and blue", seed=1).scene.palette == [RED, BLUE]


def test_as_many_colours_as_there_are_things_at_most() -> None:
    assert "five colours" in author("two balloons in five colours", seed=1).reading.approximated


def test_a_state_may_be_of_one_alone() -> None:
    cake, candles = author("a birthday cake with seven candles, one of them blown out", seed=1).scene.items
    assert (candles.count, cake.art) == (7, "own:birthday-cake")
    assert [single.attributes for single in candles.singles] == [{ART: "own:birthday-candle-out"}]


def test_a_thing_is_drawn_in_its_state() -> None:
    assert only("an unlit candle").art == "own:candle-out"


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a caravan of camels", ("camel", 5)),
        ("a camel caravan in the desert", ("camel", 5)),
        ("a murder of crows", ("crow", 6)),
        ("a flock of sheep with one black sheep", ("sheep", 9)),
    ],
)
def test_companies_are_several(prompt: str, expected: tuple[str, int]) -> None:
    item = only(prompt)
    assert (item.noun, item.count) == expected


def test_a_plural_in_one_hand_is_a_handful() -> None:
    assert author("a man juggling oranges", seed=1).scene.items[1].count == 3


def test_more_of_a_thing_than_fit_are_still_drawn() -> None:
    reading = author("a red cat " * 100, seed=1).reading
    assert (reading.approximated, reading.undrawn) == (["cat"], [])


def test_each_of_several_may_do_something_else() -> None:
    cats = only("three cats, one sleeping, one sitting and one eating")
    assert [single.attributes["pose"] for single in cats.singles] == ["sleeping", "sitting", "eating"]


def test_one_of_several_is_dressed_otherwise() -> None:
    people = only("ten people, one of them wearing a red coat")
    assert "clothes" not in people.attributes
    assert [single.attributes for single in people.singles] == [{"clothes": "coat", "clothes colour": RED}]


def test_chocolates_are_assorted_by_kind() -> None:
    assert only("assorted chocolates").singles == []


def test_a_noun_may_come_after_the_last_of_its_colours() -> None:
    items = author("a red, a blue and a yellow kite", seed=1).scene.items
    assert [item.colour for item in items] == [RED, BLUE, YELLOW]
