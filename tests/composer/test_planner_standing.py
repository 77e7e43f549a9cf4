"""Where a text says that things stand: who is at a table, who rides, what is meant a second time."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Item, Scene


def plan(prompt: str) -> Scene:
    return author(prompt, seed=7).scene


def one(scene: Scene, noun: str) -> Item:
    found = [item for item in scene.items if item.noun == noun]
    assert len(found) == 1, [item.id for item in scene.items]
    return found[0]


@pytest.mark.parametrize(
    "prompt",
    [
        "a living room with a sofa, a lamp and a cat on the sofa",
        "a red sofa, and a cat on the red sofa",
        "a sofa and a cat. The cat is on the sofa.",
    ],
)
def test_a_thing_meant_again_is_the_same_thing(prompt: str) -> None:
    scene = plan(prompt)
    assert one(scene, "cat").target == one(scene, "sofa").id


def test_the_same_number_of_them_is_the_same_ones() -> None:
    scene = plan("two dogs and a cat between the two dogs")
    assert one(scene, "dog").count == 2


def test_another_colour_is_another_thing() -> None:
    scene = plan("a red car in front of the blue car")
    assert [item.noun for item in scene.items].count("car") == 2


@pytest.mark.parametrize(
    ("prompt", "rider", "mount"),
    [("a knight on a horse", "knight", "horse"), ("a girl on a donkey", "girl", "donkey")],
)
def test_people_on_mounts_ride(prompt: str, rider: str, mount: str) -> None:
    scene = plan(prompt)
    assert one(scene, rider).relation == "riding"
    assert one(scene, rider).target == one(scene, mount).id


def test_riders_have_a_mount_each_unless_mounts_are_counted() -> None:
    assert one(plan("two boys on horses"), "horse").count == 2
    assert one(plan("a girl on three horses"), "horse").count == 3


def test_animals_on_horses_do_not_ride() -> None:
    assert one(plan("a bird on a horse"), "bird").relation == "on"


def test_those_who_meet_at_a_table_sit_around_it() -> None:
    scene = plan("three people in a meeting around a table")
    assert one(scene, "chair").relation == "around"
    assert one(scene, "person").target == one(scene, "chair").id


def test_a_family_picnics_around_its_blanket() -> None:
    scene = plan("a family having a picnic")
    around = [item.noun for item in scene.items if item.relation == "around"]
    assert {"man", "woman", "boy", "girl"} <= set(around)


def test_large_animals_at_a_table_need_a_whole_one() -> None:
    assert plan("an elephant sitting at a small table").backdrop != "table"
    assert plan("a thanksgiving table with turkey").backdrop == "table"


def test_a_lamp_on_a_table_is_a_table_lamp() -> None:
    nouns = [item.noun for item in plan("a vase and a lamp on a table").items]
    assert "table lamp" in nouns
    assert "floor lamp" in [item.noun for item in plan("a lamp and an armchair").items]


def test_what_hangs_says_so() -> None:
    assert one(plan("lanterns hanging above a street"), "lantern").attributes["pose"] == "hanging"


def test_large_toys_are_played_with_on_the_ground() -> None:
    scene = plan("a toddler playing with a toy train and a ball")
    assert all(item.relation != "holding" for item in scene.items)


def test_a_ship_needs_the_sea() -> None:
    assert plan("a parrot on a pirate's shoulder in front of a ship").backdrop == "beach"


def test_a_shell_in_a_list_is_a_thing() -> None:
    assert one(plan("a crab, a starfish and a shell on the beach"), "seashell")
    assert all(item.noun != "seashell" for item in plan("a turtle with a green shell").items)


def test_the_same_pronoun_means_the_same_thing() -> None:
    scene = plan("a castle, a dragon above it and a knight in front of it")
    castle = one(scene, "castle").id
    assert (one(scene, "dragon").target, one(scene, "knight").target) == (castle, castle)


def test_a_table_with_something_under_it_is_a_whole_one() -> None:
    scene = plan("a table, a cat on it and a dog under it")
    table = one(scene, "dining table").id
    assert (one(scene, "cat").relation, one(scene, "dog").relation) == ("on", "under")
    assert (one(scene, "cat").target, one(scene, "dog").target) == (table, table)


@pytest.mark.parametrize(
    "prompt", ["a kid on a swing with a kite in the sky", "a cat looking at the birds in the sky"]
)
def test_what_is_in_the_sky_takes_nobody_there(prompt: str) -> None:
    assert plan(prompt).backdrop in ("garden", "meadow")


@pytest.mark.parametrize("prompt", ["a castle in the sky", "birds and a kite in the sky"])
def test_what_is_in_the_sky_is_there(prompt: str) -> None:
    assert plan(prompt).backdrop == "sky"


def test_unlike_things_in_a_row_stand_in_their_order() -> None:
    scene = plan("a mouse, a cat and a horse in a row")
    assert (one(scene, "cat").relation, one(scene, "cat").target) == ("right of", one(scene, "mouse").id)
    assert (one(scene, "horse").relation, one(scene, "horse").target) == ("right of", one(scene, "cat").id)


def test_a_family_has_dinner_around_the_table() -> None:
    scene = plan("a family of five having dinner")
    seats = [item for item in scene.items if item.noun == "chair"]
    assert sum(item.count for item in scene.items if item.attributes.get("pose") == "seated") == 5
    assert all(seat.relation == "around" for seat in seats)


def test_a_team_of_three_is_three_people() -> None:
    assert (
        sum(item.count for item in plan("a team of three around a laptop").items if item.relation == "around") == 3
    )


def test_a_bird_on_its_back_is_on_the_back_of_who_was_named_with_it() -> None:
    scene = plan("a rhino and a little bird on its back")
    assert one(scene, "bird").target == one(scene, "rhinoceros").id


def test_a_spaceship_beside_a_farmhouse_is_on_the_ground() -> None:
    assert plan("a spaceship next to a farmhouse with a cow").backdrop not in ("space", "moon")
