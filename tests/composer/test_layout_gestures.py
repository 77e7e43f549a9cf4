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
from aquatint.engines.composer.layout.room import box_of
from aquatint.engines.composer.layout.stage import Hole, Hoop, Opening, Placement, Rim
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.staging import item_aspect, place_items
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
    assert [item.noun for item in author("a crocodile riding a bicycle", seed=1).scene.items][1:] == ["bicycle"]
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


@seeds
def test_both_hands_are_below_a_box(seed: int) -> None:
    found = placed("a man carrying a box", seed)
    man, box = one_of(found, "man"), one_of(found, "box")
    for part in ("hand", "other hand"):
        x, y = at(man, part, seed)
        assert abs(x - box.foot[0]) < 0.62 * box.height * item_aspect(box.item)
        assert box.foot[1] - 0.4 * box.height < y < box.foot[1] + 0.1 * box.height


@seeds
def test_a_child_on_the_shoulders_leaves_the_face_free(seed: int) -> None:
    found = placed("a boy on his father's shoulders", seed)
    boy, father = one_of(found, "boy"), one_of(found, "father")
    assert isinstance(boy.cover, Hole)
    eyes = at(father, "eyes", seed)
    assert boy.cover.left < eyes[0] < boy.cover.right
    assert boy.cover.top < eyes[1] < boy.cover.bottom
    assert at(boy, "head", seed)[1] < at(father, "head", seed)[1]
    assert at(boy, "hips", seed)[1] < at(father, "chest", seed)[1]


@seeds
def test_what_jumps_through_a_hoop_is_half_before_it(seed: int) -> None:
    found = placed("a dog jumping through a hoop", seed)
    dog, hoop = one_of(found, "dog"), one_of(found, "hula hoop")
    assert isinstance(dog.cover, Hoop)
    assert dog.cover.near_left == (not dog.flip)
    ring = box_of(hoop, 1.0)
    assert ring.top < dog.foot[1] - dog.height
    assert dog.foot[1] < ring.bottom
    assert abs(dog.foot[0] - hoop.foot[0]) < 1


@seeds
@pytest.mark.parametrize(
    ("prompt", "noun"),
    [("a cat in a doorway", "cat"), ("a cat driving a car", "cat"), ("a man walking through a door", "man")],
)
def test_who_is_behind_a_pane_is_seen_only_there(prompt: str, noun: str, seed: int) -> None:
    assert isinstance(one_of(placed(prompt, seed), noun).cover, Opening)


@seeds
def test_a_family_shares_an_opening_side_by_side(seed: int) -> None:
    found = [one for one in placed("a family in a convertible", seed) if one.cover is not None]
    assert len(found) == 4
    assert all(isinstance(one.cover, Rim) for one in found)
    assert all(left.foot[0] < right.foot[0] for left, right in pairwise(found))


@seeds
def test_climbers_are_on_the_way_up(seed: int) -> None:
    found = placed("a boy climbing a tree", seed)
    boy, tree = one_of(found, "boy"), one_of(found, "tree")
    assert tree.foot[1] - tree.height < boy.foot[1] - boy.height
    assert boy.foot[1] < tree.foot[1]
    assert abs(boy.foot[0] - tree.foot[0]) < 0.3 * tree.height


@seeds
def test_two_riders_sit_one_behind_the_other(seed: int) -> None:
    found = placed("a couple riding a motorcycle", seed)
    man, woman = one_of(found, "man"), one_of(found, "woman")
    assert abs(at(man, "hips", seed)[0] - at(woman, "hips", seed)[0]) > 0.15 * man.height


@pytest.mark.parametrize(
    ("prompt", "pose"),
    [
        ("a woman in a wheelchair playing basketball", "wheeling"),
        ("a boy waving on a bicycle", "cycling"),
    ],
)
def test_other_doings_are_done_on_the_vehicle_too(prompt: str, pose: str) -> None:
    rider = author(prompt, seed=1).scene.items[0]
    assert rider.attributes["mount"] == pose
    assert rider.attributes["pose"] != pose


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a girl feeding a horse an apple", ["girl facing horse-1", "horse", "apple holding girl-1"]),
        ("a man watching TV on the sofa", ["man on sofa-1", "sofa", "television facing sofa-1"]),
        ("a woman jogging with her dog", ["woman", "dog holding woman-1"]),
        ("a motorcyclist", ["motorcyclist riding motorcycle-1", "motorcycle"]),
        ("a woman rowing a boat", ["woman in rowing-boat-1", "rowing boat"]),
        ("an old man with a walking stick", ["old man"]),
        ("a student asleep at a desk", ["student"]),
        ("a woman with a stroller", ["woman", "stroller holding woman-1"]),
        ("a man in a rowing boat with his dog", ["man in rowing-boat-1", "rowing boat", "dog in rowing-boat-1"]),
        ("a father holding his daughter's hand", ["father beside girl-1", "girl"]),
        ("a teenager on a bus", ["teenager in bus-1", "bus"]),
    ],
)
def test_what_goes_together_is_put_together(prompt: str, expected: list[str]) -> None:
    found = author(prompt, seed=1).scene.items
    assert [f"{item.noun} {item.relation} {item.target}".strip() for item in found] == expected


@seeds
def test_an_umbrella_is_over_the_head_and_in_the_hand(seed: int) -> None:
    found = placed("a man walking in the rain with a black umbrella", seed)
    man, umbrella = one_of(found, "man"), one_of(found, "umbrella")
    head = at(man, "head", seed)
    assert umbrella.foot[1] - umbrella.height < head[1] - 0.1 * man.height
    assert abs(umbrella.foot[0] - head[0]) < 0.2 * man.height
    hand = at(man, "hand", seed)
    assert abs(hand[0] - umbrella.foot[0]) < 0.15 * man.height
    assert umbrella.foot[1] - 0.4 * umbrella.height < hand[1] < umbrella.foot[1] + 0.05 * man.height


def test_a_cyclist_who_races_rides() -> None:
    assert author("a cyclist racing uphill", seed=1).scene.items[0].attributes["pose"] == "cycling"
    assert author("a skier running", seed=1).scene.items[0].attributes["pose"] == "skiing"


def test_who_is_named_with_a_rider_rides_too() -> None:
    mother, child = author("a mother cycling with a child", seed=1).scene.items
    assert mother.attributes["pose"] == child.attributes["pose"] == "cycling"


@pytest.mark.parametrize(
    ("prompt", "pose", "seated"),
    [
        ("a man sitting under a tree reading", "reading", "floor"),
        ("a girl reading while sitting", "reading", "floor"),
        ("a boy sitting on a bench eating an apple", "eating", "yes"),
        ("a man running and reading", "running", None),
        ("a man sitting under a tree", "sitting", None),
    ],
)
def test_who_sits_may_do_something_else_sitting(prompt: str, pose: str, seated: str | None) -> None:
    first = author(prompt, seed=1).scene.items[0]
    assert (first.attributes["pose"], first.attributes.get("seated")) == (pose, seated)


def test_doing_something_on_the_ground_is_lower_than_standing() -> None:
    (sitter,) = placed("a girl reading while sitting", 1)
    head, hips = at(sitter, "head", 1), at(sitter, "hips", 1)
    assert sitter.foot[1] - hips[1] < 0.3 * (sitter.foot[1] - head[1])


@seeds
@pytest.mark.parametrize(
    ("prompt", "count"), [("a clown juggling five balls", 5), ("a woman holding three apples", 3)]
)
def test_several_things_that_are_held_do_not_hide_each_other(prompt: str, count: int, seed: int) -> None:
    held = [one for one in placed(prompt, seed) if one.item.count > 1]
    assert len(held) == count
    places = [(one.foot[0], one.foot[1]) for one in held]
    apart = [math.dist(a, b) / one.height for one, a in zip(held, places, strict=True) for b in places if a != b]
    assert len(set(places)) == count
    assert min(apart) > 0.4
