"""Undoing, and slips of the pen."""

from __future__ import annotations

import pytest
from edits_help import instructed

from aquatint.engines.composer.edits import size_after
from aquatint.engines.composer.edits.history import State
from aquatint.engines.composer.edits.instruct import go_on
from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.edits.spelling import put_right
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

SIZE = Size(768, 768)
CASES = {
    "a farm with a barn, two cows, a tractor and a farmer": [
        "make the barn blue",
        "move the cows to the left",
        "add a dog on the right",
        "put the farmer on the tractor",
        "make it night",
        "remove the tractor",
    ],
    "a poster 'SALE' with a cat": ["make the cat red", "change SALE to OPEN", "add '5 May'"],
    "a bar chart: north 3, south 4": ["change north to 9", "make it a pie chart"],
}


def states(prompt: str) -> list[Scene]:
    found = [author(prompt, seed=5).scene]
    for instruction in CASES[prompt]:
        found.append(instructed(found[-1], instruction, SIZE)[0])
    return found


@pytest.mark.parametrize("prompt", CASES)
def test_undoing_leads_to_the_very_state_before(prompt: str) -> None:
    found = states(prompt)
    for words, steps in (("undo that", 1), ("please undo the last change", 1), ("undo the last two changes", 2)):
        before, reading = instructed(found[-1], words, SIZE)
        assert before == found[-1 - steps]
        assert not reading.undrawn
    assert instructed(found[-1], "go back to the original", SIZE)[0] == found[0]


def test_after_undoing_one_goes_on_from_there() -> None:
    found = states("a poster 'SALE' with a cat")
    before, _ = instructed(found[-1], "undo", SIZE)
    again, _ = instructed(before, "undo", SIZE)
    assert again == found[1]
    assert instructed(before, CASES["a poster 'SALE' with a cat"][-1], SIZE)[0] == found[-1]


def test_there_is_nothing_before_the_first_state() -> None:
    first = states("a poster 'SALE' with a cat")[0]
    same, reading = instructed(first, "undo that", SIZE)
    assert same.texts == first.texts
    assert reading.undrawn == ["undo that"]


def test_what_cannot_be_made_again_is_not_undone() -> None:
    blue = states("a poster 'SALE' with a cat")[1]
    foreign = replaced(blue, items=[replaced(item, colour="#123456") for item in blue.items])
    same, reading = instructed(foreign, "undo that", SIZE)
    assert same.items == foreign.items
    assert reading.undrawn == ["undo that"]


def test_undoing_a_crop_gives_the_whole_picture_back() -> None:
    farm = author("a farm with a barn, two cows, a tractor and a farmer", seed=5).scene
    cropped = instructed(farm, "crop to the barn", SIZE)[0]
    small = size_after(farm, "crop to the barn", SIZE)
    assert small.pixels < SIZE.pixels
    assert size_after(cropped, "undo", small) == SIZE


def test_undoing_goes_back_over_other_sizes() -> None:
    farm, size = author("a farm with a barn, two cows, a tractor and a farmer", seed=5).scene, Size(1024, 1024)
    state = State(farm, size)
    earlier = [state]
    for words in ("make the barn blue", "make it wider", "zoom in on the tractor", "make the tractor red"):
        state = go_on(state, words)
        earlier.append(state)
    for words, steps in (("undo that", 1), ("undo the last two changes", 2), ("undo the last 3 changes", 3)):
        assert go_on(state, words) == earlier[-1 - steps]
    assert go_on(state, "go back to the original") == earlier[0]


PETS = author("a dog and a cat playing with a ball in a garden", seed=5).scene


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("mak the dog biger", "make the dog bigger"),
        ("make teh dgo red", "make the dog red"),
        ("remvoe the cat", "remove the cat"),
        ("replce the dog with a fox", "replace the dog with a fox"),
        ("make the baall gren", "make the ball green"),
    ],
)
def test_slips_are_put_right(slip: str, meant: str) -> None:
    assert put_right(slip, PETS) == meant


@pytest.mark.parametrize(
    "words",
    [
        "tilt the cat",
        "make the dog land",
        "wake the cat while it sleeps",
        "paint the cat matte black",
        "write 'teh biger' at the top",
        "add the text teh end",
        "a Dgo in the garden",
    ],
)
def test_what_is_no_slip_stays(words: str) -> None:
    assert put_right(words, PETS) == words


def test_one_of_several_and_one_for_each() -> None:
    penguins = author("four penguins on ice", seed=7).scene
    blue, _ = instructed(penguins, "make one penguin blue", SIZE)
    assert blue.items[0].count == 4
    assert sum(bool(single.colour) for single in blue.items[0].singles) == 1
    scarves, _ = instructed(penguins, "give every penguin a red scarf", SIZE)
    assert scarves.items[-1].count == 4
    five, _ = instructed(penguins, "make it five", SIZE)
    assert five.items[0].count == 5


def test_a_table_that_is_there_is_no_other_place() -> None:
    cafe = author("two people sitting at a table in a cafe, drinking coffee", seed=7).scene
    after, _ = instructed(cafe, "put a cake on the table", SIZE)
    assert after.backdrop == cafe.backdrop
    assert [(item.relation, item.target) for item in after.items if item.noun == "cake"] == [
        ("on", "dining-table-1")
    ]
    kitchen = author("a robot in a kitchen baking a cake", seed=7).scene
    same, reading = instructed(kitchen, "put the cake on the table", SIZE)
    assert same.backdrop == kitchen.backdrop
    assert "table" in reading.undrawn
