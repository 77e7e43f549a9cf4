"""What people do with others or with things: hands meet what they hold, partners come together."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.art.anchors import ArtAnchors
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout.bearing import Part
from aquatint.engines.composer.layout.gestures import pairings
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.staging import place_items
from aquatint.sizes import Size

SIZE = Size(1024, 1024)
SEEDS = (1, 2, 3)
seeds = pytest.mark.parametrize("seed", SEEDS)


def placed(prompt: str, seed: int, size: Size = SIZE) -> list[Placement]:
    scene = author(prompt, seed=seed).scene
    stage = backdrops.find(scene.backdrop).stage(scene, size)
    return sorted(place_items(scene, stage), key=lambda one: one.foot[0])


def at(one: Placement, part: Part, seed: int) -> tuple[float, float]:
    found = ArtAnchors(Chance(seed)).part(one, part)
    assert found is not None
    return found.x, found.y


def one_of(found: list[Placement], noun: str) -> Placement:
    return next(one for one in found if one.item.noun == noun)


def hand_towards(one: Placement, side: int, seed: int) -> tuple[float, float]:
    """The hand on that side of a person who is seen from the front: -1 left, 1 right."""
    return at(one, "hand" if (side < 0) != one.flip else "other hand", seed)


@seeds
def test_hands_that_shake_meet(seed: int) -> None:
    left, right = placed("two businessmen shaking hands", seed)
    assert left.flip
    assert not right.flip
    reach = 0.08 * min(left.height, right.height)
    assert math.dist(at(left, "hand", seed), at(right, "hand", seed)) < reach
    assert math.dist(at(left, "head", seed), at(right, "head", seed)) > 2 * reach


@seeds
def test_a_chain_of_hands_has_no_gap(seed: int) -> None:
    found = placed("children holding hands in a row", seed)
    assert len(found) >= 3
    for left, right in pairwise(found):
        gap = math.dist(hand_towards(left, 1, seed), hand_towards(right, -1, seed))
        assert gap < 0.1 * left.height


@seeds
@pytest.mark.parametrize(("prompt", "pose"), [("a couple kissing", "kissing"), ("two women hugging", "hugging")])
def test_who_hug_stand_so_close_that_they_can(prompt: str, pose: str, seed: int) -> None:
    left, right = placed(prompt, seed)
    apart = at(right, "hips", seed)[0] - at(left, "hips", seed)[0]
    assert 0 < apart < 1.6 * pairings()[pose].apart * max(left.height, right.height)


@seeds
def test_a_dog_is_walked_on_a_leash_before_its_owner(seed: int) -> None:
    found = placed("a man walking his dog", seed)
    man, dog = one_of(found, "man"), one_of(found, "dog")
    assert man.flip == dog.flip
    assert dog.item.attributes["pose"] == "walking"
    assert (dog.foot[0] > man.foot[0]) == man.flip
    assert dog.tether is not None
    assert math.dist(dog.tether.hand, at(man, "hand", seed)) < 0.02 * man.height
    assert 0 < dog.tether.tie[0] < 1


@seeds
@pytest.mark.parametrize(
    ("prompt", "noun"), [("a mother pushing a pram", "stroller"), ("a man pushing a wheelbarrow", "wheelbarrow")]
)
def test_hands_are_on_the_handle_of_what_is_pushed(prompt: str, noun: str, seed: int) -> None:
    found = placed(prompt, seed)
    thing, pusher = one_of(found, noun), next(one for one in found if one.item.noun != noun)
    assert (thing.foot[0] > pusher.foot[0]) == pusher.flip
    hand = at(pusher, "hand", seed)
    width = thing.height * 1.6
    assert abs(hand[0] - thing.foot[0]) < 0.75 * width
    assert thing.foot[1] - thing.height - 0.06 * pusher.height < hand[1] < thing.foot[1]


@seeds
def test_a_sled_follows_on_a_rope(seed: int) -> None:
    found = placed("a boy pulling a sled in the snow", seed)
    boy, sled = one_of(found, "boy"), one_of(found, "sled")
    assert (sled.foot[0] < boy.foot[0]) == boy.flip
    assert sled.tether is not None


@seeds
def test_riders_hold_on_to_the_handlebar(seed: int) -> None:
    found = placed("a woman riding a motorcycle", seed)
    rider, mount = one_of(found, "woman"), one_of(found, "motorcycle")
    assert math.dist(at(rider, "hand", seed), at(mount, "grip", seed)) < 0.16 * rider.height


@seeds
def test_who_is_chased_runs_away(seed: int) -> None:
    found = placed("a fox chasing a rabbit", seed)
    fox, rabbit = one_of(found, "fox"), one_of(found, "rabbit")
    assert rabbit.item.attributes["pose"] == "running"
    assert rabbit.flip == fox.flip == (rabbit.foot[0] > fox.foot[0])


def test_reaching_moves_nothing_but_the_arm() -> None:
    scene = author("a man waving", seed=4).scene
    (man,) = place_items(scene, backdrops.find(scene.backdrop).stage(scene, SIZE))
    anchors = ArtAnchors(Chance(4))
    shoulder = at(man, "shoulder", 4)
    way = 1 if man.flip else -1
    goal = (shoulder[0] + way * 0.2 * man.height, shoulder[1] + 0.04 * man.height)
    reaching = anchors.reach(man, {"far hand": goal})
    assert math.dist(at(reaching, "hand", 4), goal) < 0.02 * man.height
    for part in ("head", "hips", "feet", "other hand"):
        assert at(reaching, part, 4) == pytest.approx(at(man, part, 4), abs=0.6)


@pytest.mark.parametrize(
    ("prompt", "pose", "colour"),
    [
        ("a girl riding a bike", "cycling", None),
        ("a boy on a red bicycle", "cycling", "#d62f35"),
        ("an old man in a wheelchair", "wheeling", None),
        ("a girl riding a scooter", "scooting", None),
        ("a boy on a skateboard", "skateboarding", None),
    ],
)
def test_own_vehicles_are_drawn_with_their_riders(prompt: str, pose: str, colour: str | None) -> None:
    (rider,) = author(prompt, seed=1).scene.items
    assert rider.attributes["pose"] == pose
    assert rider.attributes.get("thing colour") == colour


def test_beasts_and_huge_vehicles_keep_their_own() -> None:
    assert [item.noun for item in author("a bear riding a bicycle", seed=1).scene.items] == ["bear", "bicycle"]
    assert len(author("a man on a giant bicycle", seed=1).scene.items) == 2


@seeds
def test_who_sits_or_lies_is_lower_than_who_stands(seed: int) -> None:
    found = placed("a nurse pushing an old man in a wheelchair", seed)
    nurse, old = one_of(found, "nurse"), one_of(found, "old man")
    assert 0.65 * nurse.height < old.height < 0.97 * nurse.height
    assert old.item.attributes["led"] == "handle"


def test_a_kitten_is_hugged_in_the_arms_and_a_friend_standing() -> None:
    girl, kitten = author("a girl hugging a kitten", seed=1).scene.items
    assert (girl.attributes["pose"], kitten.relation) == ("cradling", "holding")
    mother, other = author("a mother hugging her daughter", seed=1).scene.items
    assert mother.attributes["pose"] == other.attributes["pose"] == "hugging"
