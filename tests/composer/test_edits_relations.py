"""Instructions that bring things together, pick one of several, or turn things round."""

from __future__ import annotations

from typing import Any

import pytest
from edits_help import ANIMALS, an_item

from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.instruct import follow_all
from aquatint.engines.composer.edits.operations import live_items
from aquatint.engines.composer.edits.where import group_box, placements
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

SIZE = Size(512, 512)
STREET = Scene(
    prompt="",
    seed=3,
    backdrop="street",
    items=[an_item("cat", "animal:cat"), an_item("car", "noto:automobile"), an_item("girl", "person:girl")],
)
APPLES = Scene(
    prompt="",
    seed=3,
    backdrop="table",
    items=[an_item("apple", "noto:red-apple", count=5), an_item("pear", "noto:pear", count=2)],
)
PAIR = Scene(prompt="", seed=3, items=[an_item("fox", "animal:fox"), an_item("rabbit", "animal:rabbit")])


def done(scene: Scene, instruction: str) -> Draft:
    """The draft after an instruction of which every word was followed."""
    draft = follow_all(scene, instruction, SIZE)
    assert draft.ledger.reading().undrawn == []
    return draft


def seen(scene: Scene, noun: str) -> list[Placement]:
    found = [one for one in placements(scene, SIZE) if one.item.noun == noun]
    return sorted(found, key=lambda one: (one.item.id, one.instance))


def box(scene: Scene, noun: str) -> Any:
    found = group_box(scene, SIZE, seen(scene, noun)[0].item.id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "instruction", ["make the cat sit on the car", "put the cat on top of the car", "let the cat lie on the car"]
)
def test_on_another_thing(instruction: str) -> None:
    scene = done(STREET, instruction).scene
    cat, car = box(scene, "cat"), box(scene, "car")
    assert car.left < (cat.left + cat.right) / 2 < car.right
    assert cat.top < car.top < cat.bottom < car.bottom


@pytest.mark.parametrize(
    "instruction",
    [
        "let the girl hold an umbrella",
        "the girl is holding an umbrella",
        "give her an umbrella",
        "give the girl an umbrella",
    ],
)
def test_what_is_held_is_in_the_hand(instruction: str) -> None:
    scene = done(STREET, instruction).scene
    assert {item.noun for item in live_items(scene)} == {"cat", "car", "girl", "umbrella"}
    held, girl = box(scene, "umbrella"), box(scene, "girl")
    assert held.left < girl.right
    assert held.right > girl.left
    assert held.bottom < girl.bottom


def test_gifts_go_to_those_named_before_them() -> None:
    scene = done(STREET, "give the cat a red hat and the girl a balloon").scene
    ties = {item.noun: (item.relation, item.target) for item in live_items(scene)}
    assert ties["hat"] == ("wearing", "cat-1")
    assert ties["balloon"] == ("holding", "girl-1")


def test_riders_sit_on_their_mounts() -> None:
    scene = Scene(prompt="", seed=3, items=[an_item("knight", "person:knight"), an_item("horse", "animal:horse")])
    for instruction in ("let the knight ride the horse", "put the knight on the horse"):
        after = done(scene, instruction).scene
        knight, horse = box(after, "knight"), box(after, "horse")
        assert knight.bottom < horse.bottom
        assert horse.left < (knight.left + knight.right) / 2 < horse.right


def test_several_things_go_into_a_new_one() -> None:
    scene = done(APPLES, "put the pears in a bowl").scene
    bowl = box(scene, "bowl")
    assert len(seen(scene, "pear")) == 2
    for pear in seen(scene, "pear"):
        assert bowl.left < pear.foot[0] / SIZE.width < bowl.right


def test_between_two_things() -> None:
    scene = done(PAIR, "add a mouse between the fox and the rabbit").scene
    assert sorted(item.noun for item in live_items(scene)) == ["fox", "mouse", "rabbit"]
    xs = [seen(scene, noun)[0].foot[0] for noun in ("fox", "rabbit", "mouse")]
    assert min(xs[:2]) < xs[2] < max(xs[:2])


def test_the_other_side_without_room_is_an_exchange() -> None:
    scene = Scene(prompt="", seed=3, items=ANIMALS.items)
    after = done(scene, "put the pig on the left of the cat").scene
    assert seen(after, "pig")[0].foot[0] < seen(after, "cat")[0].foot[0]


@pytest.mark.parametrize(
    ("instruction", "which"),
    [
        ("make the leftmost apple green", "left"),
        ("make the left apple green", "left"),
        ("make the rightmost apple green", "right"),
        ("make the first apple green", "left"),
        ("make the last apple green", "right"),
    ],
)
def test_one_of_several_is_coloured(instruction: str, which: str) -> None:
    scene = done(APPLES, instruction).scene
    green = [one for one in seen(scene, "apple") if one.item.colour]
    xs = [one.foot[0] for one in seen(scene, "apple")]
    assert [one.foot[0] for one in green] == [min(xs) if which == "left" else max(xs)]


def test_some_of_several() -> None:
    scene = done(APPLES, "make two of the apples green").scene
    assert sum(bool(one.item.colour) for one in seen(scene, "apple")) == 2
    assert not any(one.item.colour for one in seen(done(scene, "make the apples red").scene, "apple"))


def test_one_of_several_is_taken_away_and_the_others_stay() -> None:
    before = {one.instance: one for one in seen(APPLES, "apple")}
    gone = min(before.values(), key=lambda one: one.foot[0])
    after = done(APPLES, "remove the leftmost apple").scene
    left = {one.instance: one.foot for one in seen(after, "apple")}
    assert left == {n: one.foot for n, one in before.items() if n != gone.instance}
    assert len(seen(done(after, "add two more apples").scene, "apple")) == 6


def test_one_of_several_is_moved() -> None:
    scene = done(APPLES, "move the left apple higher").scene
    assert len(seen(scene, "apple")) == 5
    assert len(live_items(scene)) == 3


@pytest.mark.parametrize(
    ("instruction", "count"),
    [
        ("half as many apples", 2), ("double the number of apples", 10), ("twice as many apples", 10),
        ("fewer apples", 3), ("two more apples", 7), ("remove all but one apple", 1),
        ("remove the apples except two", 2), ("remove an apple", 4), ("there should be 12 apples", 12),
    ],
)  # fmt: skip
def test_counts(instruction: str, count: int) -> None:
    assert len(seen(done(APPLES, instruction).scene, "apple")) == count


@pytest.mark.parametrize(
    "instruction", ["remove all but the fox", "remove everything except the fox", "delete everything but the fox"]
)
def test_all_but_one_thing(instruction: str) -> None:
    assert [item.noun for item in live_items(done(PAIR, instruction).scene)] == ["fox"]


@pytest.mark.parametrize(
    ("instruction", "changed"),
    [
        ("make her hair red", {"girl"}), ("let her smile", {"girl"}), ("make them blue", {"cat", "girl"}),
        ("make her coat green", {"girl"}), ("remove her", {"girl"}),
    ],
)  # fmt: skip
def test_pronouns(instruction: str, changed: set[str]) -> None:
    scene = done(STREET, instruction).scene
    assert {item.noun for item, old in zip(scene.items, STREET.items, strict=True) if item != old} == changed


def test_both_needs_two() -> None:
    assert all(item.colour for item in done(PAIR, "make both of them blue").scene.items)
    three = Scene(prompt="", seed=3, items=[*PAIR.items, an_item("bear", "animal:bear")])
    assert follow_all(three, "make both of them blue", SIZE).scene.items == three.items


def test_garments_are_worn_and_no_things() -> None:
    girl = done(STREET, "make the girl wear a red dress").scene.item("girl-1")
    assert girl is not None
    assert (girl.noun, girl.attributes["clothes"]) == ("girl", "dress")
    assert girl.attributes["clothes colour"]


@pytest.mark.parametrize("goal", ["left", "right"])
@pytest.mark.parametrize(
    "words", ["make the fox face {}", "turn the fox to face {}", "let the fox look to the {}"]
)
def test_facing(words: str, goal: str) -> None:
    scene = done(PAIR, words.format(goal)).scene
    assert seen(scene, "fox")[0].flip == (goal == "right")
    assert seen(scene, "rabbit") == seen(PAIR, "rabbit")


def test_facing_each_other_and_turning_round() -> None:
    scene = done(PAIR, "let them look at each other").scene
    fox, rabbit = seen(scene, "fox")[0], seen(scene, "rabbit")[0]
    assert fox.flip == (fox.foot[0] < rabbit.foot[0])
    assert rabbit.flip != fox.flip
    assert seen(done(scene, "flip the fox").scene, "fox")[0].flip != fox.flip


def test_what_is_worn_turns_with_its_wearer() -> None:
    scene = done(PAIR, "put a hat on the fox").scene
    fox, hat = seen(scene, "fox")[0], seen(scene, "hat")[0]
    turned = done(scene, "flip the fox").scene
    assert seen(turned, "hat")[0].foot[0] - fox.foot[0] == pytest.approx(fox.foot[0] - hat.foot[0])


def test_comparing_sizes() -> None:
    for instruction, least, most in (
        ("make the rabbit bigger than the fox", 1.1, 2.0),
        ("make the rabbit half the size of the fox", 0.49, 0.51),
        ("make the rabbit as big as the fox", 0.99, 1.01),
    ):  # fmt: skip
        scene = done(PAIR, instruction).scene
        assert least < seen(scene, "rabbit")[0].height / seen(scene, "fox")[0].height < most


def test_nudges_go_from_where_a_thing_is() -> None:
    scene = Scene(prompt="", seed=3, items=[*PAIR.items, an_item("moon", "noto:full-moon")])
    before = seen(scene, "moon")[0].foot
    assert seen(done(scene, "move the moon lower").scene, "moon")[0].foot[1] > before[1]
    right = seen(done(scene, "move the fox a bit to the right").scene, "fox")[0].foot[0]
    assert right == pytest.approx(seen(scene, "fox")[0].foot[0] + 51.2, abs=0.1)


def test_a_pose_leaves_the_others_where_they_are() -> None:
    scene = done(STREET, "make the girl sit").scene
    for noun in ("cat", "car"):
        then, now = seen(STREET, noun)[0], seen(scene, noun)[0]
        assert now.foot == pytest.approx(then.foot, abs=0.6)
        assert now.height == pytest.approx(then.height, rel=0.01)


def test_plans_with_wild_attributes_can_be_drawn() -> None:
    wild = {"0 colour": "red", "1 size": "nan", "2 size": "1e9", "facing": "up", "x gone": "yes"}
    written = Scene(prompt="", seed=3, items=[an_item("apple", "noto:red-apple", count=3, attributes=wild)])
    scene = Scene.from_plan(written.to_plan())
    plain = Scene(prompt="", seed=3, items=[an_item("apple", "noto:red-apple", count=3)])
    assert [one.foot for one in seen(scene, "apple")] == [one.foot for one in seen(plain, "apple")]


def test_one_of_several_is_replaced() -> None:
    scene = done(APPLES, "replace one apple with an orange").scene
    assert len(seen(scene, "apple")) == 4
    assert len([item for item in live_items(scene) if item.noun not in ("apple", "pear")]) == 1


def test_what_one_holds_is_not_what_the_other_becomes() -> None:
    pair = [an_item("robot", "person:robot"), an_item("alien", "person:alien")]
    scene = done(Scene(prompt="", seed=3, items=pair), "let the alien hold a flower and the robot a balloon").scene
    ties = {item.noun: (item.relation, item.target) for item in live_items(scene)}
    assert ties["flower"] == ("holding", "alien-1")
    assert ties["balloon"] == ("holding", "robot-1")
    assert {"robot", "alien"} <= ties.keys()


def test_each_looks_its_own_way() -> None:
    scene = done(PAIR, "make the fox look left and the rabbit right").scene
    assert not seen(scene, "fox")[0].flip
    assert seen(scene, "rabbit")[0].flip


@pytest.mark.parametrize("instruction", ["make the girl hold hands", "put the cat on the roof"])
def test_parts_of_things_are_no_things(instruction: str) -> None:
    draft = follow_all(STREET, instruction, SIZE)
    assert len(draft.scene.items) == 3
    assert draft.ledger.reading().undrawn


def test_how_a_picture_looks_is_no_direction() -> None:
    one = Scene(prompt="", seed=3, items=[an_item("fox", "animal:fox")])
    scene = done(one, "make it look like a woodcut").scene
    assert scene.style == "woodcut"
    assert seen(scene, "fox") == seen(one, "fox")


def test_a_place_and_a_way_from_there() -> None:
    scene = done(PAIR, "move the fox to the left and a bit higher").scene
    foot, before = seen(scene, "fox")[0].foot, seen(done(PAIR, "move the fox to the left").scene, "fox")[0].foot
    assert foot[0] == pytest.approx(before[0], abs=1)
    assert foot[1] < before[1]


def test_all_but_one_is_coloured() -> None:
    scene = done(STREET, "everything except the car is blue").scene
    assert [bool(item.colour) for item in scene.items] == [True, False, True]


def test_each_goes_to_its_own_place() -> None:
    scene = done(PAIR, "put the fox on the right and the rabbit on the left").scene
    fox, rabbit = seen(scene, "fox")[0].foot[0], seen(scene, "rabbit")[0].foot[0]
    assert rabbit < 0.4 * SIZE.width < 0.6 * SIZE.width < fox


@pytest.mark.parametrize(("instruction", "grows"), [("the fox is too small", True), ("the fox is too big", False)])
def test_complaints(instruction: str, grows: bool) -> None:
    height = seen(done(PAIR, instruction).scene, "fox")[0].height
    assert (height > seen(PAIR, "fox")[0].height) == grows


def test_one_of_the_animals() -> None:
    scene = done(PAIR, "make the left animal blue").scene
    first = min((seen(PAIR, noun)[0] for noun in ("fox", "rabbit")), key=lambda one: one.foot[0])
    assert [item.id for item in scene.items if item.colour] == [first.item.id]


def test_a_see_through_thing_is_no_see_through_picture() -> None:
    draft = follow_all(STREET, "make the car transparent", SIZE)
    assert not draft.scene.transparent
    assert draft.ledger.reading().undrawn
    assert done(STREET, "make the background transparent").scene.transparent


def test_a_comparative_alone_goes_on_with_what_was_said() -> None:
    scene = done(PAIR, "make the fox blue; twice as big").scene
    assert seen(scene, "fox")[0].height > 1.5 * seen(PAIR, "fox")[0].height


@pytest.mark.parametrize(
    "instruction",
    [
        "the cat chases a mouse", "the girl wants a bone", "the car has a red door",
        "make the cat bring the girl a newspaper", "let the cat drink water", "make the car a bakery",
        "make the girl kick a ball",
    ],
)  # fmt: skip
def test_nobody_becomes_what_they_deal_with(instruction: str) -> None:
    draft = follow_all(STREET, instruction, SIZE)
    assert [item.noun for item in live_items(draft.scene)][:3] == ["cat", "car", "girl"]
    assert draft.scene.backdrop == "street"
    assert draft.ledger.reading().undrawn


def test_who_eats_a_thing_holds_it() -> None:
    scene = done(STREET, "make the girl eat an apple").scene
    apple = next(item for item in scene.items if item.noun == "apple")
    girl = next(item for item in scene.items if item.noun == "girl")
    assert (apple.relation, apple.target) == ("holding", girl.id)
    assert girl.attributes["pose"] == "eating"


@pytest.mark.parametrize("instruction", ["make the cat look like a wolf", "the cat should become a wolf"])
def test_likeness_is_becoming(instruction: str) -> None:
    assert "wolf" in {item.noun for item in live_items(done(STREET, instruction).scene)}


def test_similes_ask_for_no_weather() -> None:
    scene = done(STREET, "make the cat as white as snow").scene
    assert (scene.weather, scene.season) == (STREET.weather, STREET.season)
    assert scene.items[0].colour


def test_riders_come_to_the_ground_when_their_mounts_go() -> None:
    scene = author("an astronaut riding a horse", seed=3).scene
    horse = seen(scene, "horse")[0]
    after = done(scene, "remove the horse").scene
    assert [item.noun for item in live_items(after)] == ["astronaut"]
    assert seen(after, "astronaut")[0].foot[1] == pytest.approx(horse.foot[1], abs=2)


def test_what_somebody_wears_goes_with_them() -> None:
    scene = done(STREET, "put a hat on the cat and give the girl a balloon").scene
    assert {item.noun for item in live_items(done(scene, "remove the cat and the girl").scene)} == {"car"}
