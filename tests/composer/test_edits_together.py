"""Edits that bring several things together, apart, down and into hands; and things by other words."""

from __future__ import annotations

import pytest
from edits_help import drawn, instructed

from aquatint.engines.composer.edits.where import feet_of, group_box, placements
from aquatint.engines.composer.layout.singled import seen_count
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene
from aquatint.sizes import Size

SIZE = Size(768, 768)
FARM = author("a farm with a barn, two cows, a tractor and a farmer", seed=7).scene
ROOM = author("a cat on a sofa in a living room with a lamp", seed=7).scene
PARK = author("a girl with a balloon in a park, a bench and a tree", seed=7).scene
TABLE = author("three apples and a vase of flowers on a wooden table", seed=7).scene
PETS = author("a dog and a cat playing with a ball in a garden", seed=7).scene
SNOW = author("a snowman and two children in a snowy garden", seed=7).scene


def moved(before: Scene, after: Scene) -> set[str]:
    old, new = feet_of(before, SIZE), feet_of(after, SIZE)
    return {
        name
        for name in old.keys() & new.keys()
        if max(abs(a - b) for a, b in zip(old[name], new[name], strict=True)) > 1e-3
    }


def test_all_of_several_go_to_one_target() -> None:
    after, reading = instructed(FARM, "put the cows, the tractor and the farmer in front of the barn", SIZE)
    assert moved(FARM, after) == {"cow-1", "tractor-1", "farmer-1"}
    assert not reading.undrawn


def test_several_on_one_thing_do_not_cover_each_other() -> None:
    after, _ = instructed(ROOM, "put the cat and the lamp on the sofa", SIZE)
    cat, lamp = group_box(after, SIZE, "cat-1"), group_box(after, SIZE, "floor-lamp-1")
    assert cat is not None
    assert lamp is not None
    assert min(cat.right, lamp.right) - max(cat.left, lamp.left) < 0.3 * min(
        cat.right - cat.left, lamp.right - lamp.left
    )


def test_between_the_drawings_of_one_thing() -> None:
    after, _ = instructed(SNOW, "put the snowman between the children", SIZE)
    children = sorted(one.foot[0] for one in placements(after, SIZE) if one.item.id == "child-1")
    snowman = feet_of(after, SIZE)["snowman-1"][0] * SIZE.width
    assert children[0] < snowman < children[-1]


def test_closer_to_and_together_and_apart() -> None:
    def gap(scene: Scene, one: str, other: str) -> float:
        feet = feet_of(scene, SIZE)
        return abs(feet[one][0] - feet[other][0])

    near, _ = instructed(PARK, "move her closer to the tree", SIZE)
    assert gap(near, "girl-1", "tree-1") < gap(PARK, "girl-1", "tree-1")
    assert moved(PARK, near) <= {"girl-1", "balloon-1"}
    together, _ = instructed(PETS, "put the dog and the cat closer together", SIZE)
    apart, _ = instructed(PETS, "move the dog and the cat further apart", SIZE)
    assert gap(together, "dog-1", "cat-1") < gap(PETS, "dog-1", "cat-1") < gap(apart, "dog-1", "cat-1")


def test_what_is_put_down_stands_on_the_ground_with_its_shadow() -> None:
    for words in ("put the cat on the floor", "move the cat to the left", "put the cat next to the sofa"):
        after, reading = instructed(ROOM, words, SIZE)
        cat = next(one for one in placements(after, SIZE) if one.item.id == "cat-1")
        sofa = next(one for one in placements(after, SIZE) if one.item.id == "sofa-1")
        assert cat.shadow, words
        assert not cat.ledge, words
        assert cat.foot[1] >= sofa.foot[1] - 1, words
        assert not reading.undrawn


def test_a_nudge_stays_on_the_sofa() -> None:
    before = next(one for one in placements(ROOM, SIZE) if one.item.id == "cat-1")
    after, _ = instructed(ROOM, "move the cat a bit to the left", SIZE)
    cat = next(one for one in placements(after, SIZE) if one.item.id == "cat-1")
    assert cat.foot[0] < before.foot[0]
    assert abs(cat.foot[1] - before.foot[1]) < 1
    assert not cat.shadow


def test_hidden_behind_is_not_taken_away() -> None:
    after, _ = instructed(FARM, "hide the farmer behind the barn", SIZE)
    assert len(placements(after, SIZE)) == len(placements(FARM, SIZE))
    assert moved(FARM, after) == {"farmer-1"}


@pytest.mark.parametrize(
    ("words", "relation", "noun"),
    [
        ("add three balloons in her hand", "holding", "balloon"),
        ("put a hat on her head", "wearing", "hat"),
        ("add sunglasses", "wearing", "sunglasses"),
        ("put a flower in the girl's hand", "holding", "flower"),
        ("give her sunglasses", "wearing", "sunglasses"),
    ],
)
def test_what_is_given_is_held_or_worn(words: str, relation: str, noun: str) -> None:
    after, reading = instructed(PARK, words, SIZE)
    new = [item for item in after.items if PARK.item(item.id) is None]
    assert [(item.noun, item.relation, item.target) for item in new] == [(noun, relation, "girl-1")]
    assert not reading.undrawn


def test_a_dress_is_worn_and_not_held() -> None:
    after, reading = instructed(PARK, "give her a green dress", SIZE)
    girl = after.item("girl-1")
    assert girl is not None
    assert girl.attributes["clothes"] == "dress"
    assert len(after.items) == len(PARK.items)
    assert not reading.undrawn


@pytest.mark.parametrize(
    ("words", "count"),
    [("one apple less", 2), ("two apples less", 1), ("one fewer apple", 2), ("remove one apple", 2)],
)
def test_a_number_less(words: str, count: int) -> None:
    after, _ = instructed(TABLE, words, SIZE)
    apple = after.item("apple-1")
    assert apple is not None
    assert seen_count(apple) == count


@pytest.mark.parametrize(
    ("prompt", "words", "item"),
    [
        ("a sailing boat on the sea", "make the boat red", "sailboat-1"),
        ("a teddy bear on a bed", "make the bear red", "teddy-bear-1"),
        ("an owl in a forest", "make the bird red", "owl-1"),
        ("an old man in a street", "make the man red", "old-man-1"),
    ],
)
def test_things_by_another_word(prompt: str, words: str, item: str) -> None:
    scene = author(prompt, seed=7).scene
    after, reading = instructed(scene, words, SIZE)
    before, now = scene.item(item), after.item(item)
    assert before != now
    assert not reading.undrawn


def test_everyone_but_one_stays_alone_among_things() -> None:
    after, reading = instructed(SNOW, "remove everyone but the snowman", SIZE)
    assert {one.item.id for one in placements(after, SIZE)} == {"snowman-1"}
    assert "snowman" in reading.drawn


@pytest.mark.parametrize("words", ["paint the barn's roof blue", "make the barn's door red"])
def test_a_part_without_a_colour_of_its_own_is_refused(words: str) -> None:
    after, reading = instructed(FARM, words, SIZE)
    assert [item for item in after.items if item != FARM.item(item.id)] == []
    assert reading.undrawn


def test_the_picture_outside_what_moved_is_the_same() -> None:
    after, _ = instructed(ROOM, "put the cat on the floor", SIZE)
    same = (drawn(ROOM, SIZE) == drawn(after, SIZE)).all(axis=2)
    assert 0.8 < same.mean() < 1


def test_one_and_the_other() -> None:
    cats = author("two cats and a fish bowl on a table", seed=7).scene
    for words in ("make one cat white and the other black", "make the left cat black and the other one white"):
        after, reading = instructed(cats, words, SIZE)
        colours = [single.colour for single in after.items[0].singles if single.colour]
        assert len(set(colours)) == 2, words
        assert reading.undrawn == []


def test_only_the_one_that_is_meant_sleeps() -> None:
    cats = author("two cats and a fish bowl on a table", seed=7).scene
    after, _ = instructed(cats, "the left cat should sleep", SIZE)
    poses = [one.item.attributes.get("pose", "") for one in placements(after, SIZE) if one.item.noun == "cat"]
    assert sorted(pose == "sleeping" for pose in poses) == [False, True]


def test_taller_than_what_is_smaller_already_changes_nothing() -> None:
    shore = author("a little girl and a turtle by the sea", seed=7).scene
    first, _ = instructed(shore, "make the girl twice as tall as the turtle", SIZE)
    after, reading = instructed(first, "make the girl taller than the turtle", SIZE)
    assert after.items == first.items
    assert "taller" in reading.undrawn


@pytest.mark.parametrize(
    ("prompt", "words", "field", "value"),
    [
        ("hills at sunrise with a tree", "make it sunset instead of sunrise", "time", "dusk"),
        ("a fox in autumn", "summer instead of autumn", "season", "summer"),
    ],
)
def test_what_comes_after_instead_is_what_was_there(prompt: str, words: str, field: str, value: str) -> None:
    after, _ = instructed(author(prompt, seed=7).scene, words, SIZE)
    assert getattr(after, field) == value
