"""Every relation as geometry: what stands where, what hides what, what is cut by what."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.room import Rect, box_of
from aquatint.engines.composer.layout.stage import Opening, Placement, Rim
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.scene import Item, RelationName, Scene
from aquatint.engines.composer.staging import item_aspect, place_items
from aquatint.sizes import Size

SIZES = (Size(1000, 1000), Size(1500, 750), Size(700, 1200))
SEEDS = (1, 2, 3)


def thing(noun: str, relation: str = "", target: str = "", count: int = 1, **changes: object) -> Item:
    goal = f"{target}-1" if target else ""
    return Item(
        id=f"{noun}-1", noun=noun, word=noun, art=nouns()[noun].art, count=count,
        relation=relation, target=goal, **changes,  # type: ignore[arg-type]
    )  # fmt: skip


def placed(items: list[Item], backdrop: str, size: Size, seed: int) -> dict[str, list[Placement]]:
    scene = Scene(prompt="", seed=seed, backdrop=backdrop, items=items)
    found: dict[str, list[Placement]] = {}
    for one in place_items(scene, backdrops.find(backdrop).stage(scene, size)):
        found.setdefault(one.item.noun, []).append(one)
    return found


def box(one: Placement) -> Rect:
    return box_of(one, item_aspect(one.item))


def middle(one: Placement) -> float:
    return one.foot[0]


EVERYWHERE = [(size, seed) for size in SIZES for seed in SEEDS]
everywhere = pytest.mark.parametrize(("size", "seed"), EVERYWHERE)


def test_every_relation_has_a_test_here() -> None:
    tested = {
        "", "left of", "right of", "behind", "in front of", "on", "under", "above", "in", "beside", "between",
        "holding", "riding", "wearing", "around", "leaning on", "facing", "following", "through", "along",
        "hanging from",
    }  # fmt: skip
    assert set(get_args(RelationName)) == tested


@everywhere
def test_beside_and_facing_are_near_and_on_one_level(size: Size, seed: int) -> None:
    for relation in ("beside", "facing"):
        found = placed([thing("man"), thing("woman", relation, "man")], "meadow", size, seed)
        man, woman = box(found["man"][0]), box(found["woman"][0])
        gap = max(man.left, woman.left) - min(man.right, woman.right)
        assert -0.12 * man.width < gap < 1.2 * man.width
        assert abs(man.bottom - woman.bottom) < 0.35 * (man.bottom - man.top)


@everywhere
def test_facing_ones_look_at_each_other(size: Size, seed: int) -> None:
    found = placed([thing("dog"), thing("cat", "facing", "dog")], "meadow", size, seed)
    left, right = sorted((found["dog"][0], found["cat"][0]), key=middle)
    looks_right = [one.flip if nouns()[one.item.noun].facing == "left" else not one.flip for one in (left, right)]
    assert looks_right == [True, False]


@everywhere
def test_left_right_behind_and_in_front(size: Size, seed: int) -> None:
    for relation, sign in (("left of", -1), ("right of", 1)):
        found = placed([thing("dog"), thing("pig", relation, "dog")], "meadow", size, seed)
        assert sign * (middle(found["pig"][0]) - middle(found["dog"][0])) > 0
    for relation, sign in (("behind", -1), ("in front of", 1)):
        found = placed([thing("dog"), thing("horse", relation, "dog")], "meadow", size, seed)
        horse, dog = found["horse"][0], found["dog"][0]
        assert sign * (horse.depth - dog.depth) > 0
        assert sign * (horse.foot[1] - dog.foot[1]) > 0


@everywhere
def test_between_two_different_things(size: Size, seed: int) -> None:
    items = [thing("dog", "between", "cat", second_target="pig-1"), thing("cat"), thing("pig")]
    found = placed(items, "meadow", size, seed)
    low, high = sorted((middle(found["cat"][0]), middle(found["pig"][0])))
    assert low < middle(found["dog"][0]) < high


@everywhere
def test_on_is_on_the_top_that_was_measured(size: Size, seed: int) -> None:
    found = placed([thing("oven"), thing("kettle", "on", "oven")], "room", size, seed)
    oven, kettle = box(found["oven"][0]), box(found["kettle"][0])
    assert kettle.bottom == pytest.approx(oven.top + 0.06 * (oven.bottom - oven.top), abs=2)
    assert oven.left <= kettle.left < kettle.right <= oven.right
    assert found["kettle"][0].ledge


@everywhere
def test_two_things_on_one_share_its_top(size: Size, seed: int) -> None:
    items = [thing("oven"), thing("kettle", "on", "oven"), thing("frying pan", "on", "oven")]
    found = placed(items, "room", size, seed)
    first, second = sorted((box(found["kettle"][0]), box(found["frying pan"][0])))
    assert min(first.right, second.right) - second.left < 0.3 * min(first.width, second.width)


@everywhere
@pytest.mark.parametrize(
    ("vessel", "content", "backdrop"),
    [
        ("vase", "rose", "table"), ("vase", "flower", "table"), ("bowl", "apple", "table"),
        ("basket", "kitten", "table"),
        ("barrel", "fish", "street"), ("flower pot", "tulip", "garden"), ("rowing boat", "man", "river"),
    ],
)  # fmt: skip
def test_in_a_vessel_the_front_hides_the_lower_part(
    vessel: str, content: str, backdrop: str, size: Size, seed: int
) -> None:
    items = [thing(vessel), thing(content, "in", vessel, count=3)]
    found = placed(items, backdrop, size, seed)
    host = box(found[vessel][0])
    assert len(found[content]) == 3
    for one in found[content]:
        own = box(one)
        assert own.top < host.bottom - 0.3 * (host.bottom - host.top)
        assert host.left - 0.7 * host.width < one.foot[0] < host.right + 0.7 * host.width
        assert one.depth > found[vessel][0].depth
        if one.tether is None:
            assert isinstance(one.cover, Rim)
            assert own.top < one.cover.y < own.bottom + 0.7 * one.height
        else:
            assert one.tether.stem
            assert own.bottom < host.bottom


@everywhere
def test_in_a_window_or_glass_it_is_seen_only_there(size: Size, seed: int) -> None:
    for vessel, content in (("jar", "fish"), ("car", "dog"), ("house", "woman")):
        found = placed([thing(vessel), thing(content, "in", vessel)], "street", size, seed)
        host, one = box(found[vessel][0]), found[content][0]
        assert isinstance(one.cover, Opening)
        assert host.left <= one.cover.left < one.foot[0] < one.cover.right <= host.right
        assert host.top <= one.cover.top < one.cover.bottom <= host.bottom


@everywhere
def test_through_goes_where_the_opening_is(size: Size, seed: int) -> None:
    found = placed([thing("house"), thing("cat", "through", "house")], "meadow", size, seed)
    assert isinstance(found["cat"][0].cover, Opening)


@everywhere
def test_followers_go_in_file_behind_their_leader(size: Size, seed: int) -> None:
    found = placed([thing("duck"), thing("chick", "following", "duck", count=5)], "meadow", size, seed)
    duck, chicks = found["duck"][0], sorted(found["chick"], key=lambda one: one.instance)
    steps = [after.foot[0] - before.foot[0] for before, after in pairwise([duck, *chicks])]
    assert all(step > 0 for step in steps) or all(step < 0 for step in steps)
    assert all(one.height < duck.height for one in chicks)
    assert len({one.flip for one in chicks}) == 1


@everywhere
@pytest.mark.parametrize("prey", ["butterfly", "mouse"])
def test_what_is_chased_is_smaller_and_before_the_chaser(size: Size, seed: int, prey: str) -> None:
    chaser = thing("cat", "following", prey, attributes={"pose": "running"})
    found = placed([chaser, thing(prey)], "meadow", size, seed)
    cat, chased = found["cat"][0], found[prey][0]
    assert cat.height > 1.2 * chased.height
    if prey == "mouse":
        assert (middle(chased) > middle(cat)) == cat.flip


@everywhere
def test_leaning_touches_its_support(size: Size, seed: int) -> None:
    found = placed([thing("wall"), thing("bicycle", "leaning on", "wall")], "street", size, seed)
    wall, bicycle = box(found["wall"][0]), box(found["bicycle"][0])
    assert min(wall.right, bicycle.right) > max(wall.left, bicycle.left)
    assert abs(wall.bottom - bicycle.bottom) < 0.2 * (bicycle.bottom - bicycle.top)


@everywhere
def test_along_is_a_row_before_its_target(size: Size, seed: int) -> None:
    found = placed([thing("fence"), thing("cat", "along", "fence", count=3)], "farm", size, seed)
    fence, cats = box(found["fence"][0]), sorted(found["cat"], key=middle)
    assert all(one.depth > found["fence"][0].depth for one in cats)
    assert cats[0].foot[0] < (fence.left + fence.right) / 2 < cats[-1].foot[0]


@everywhere
def test_people_gather_around_a_fire_that_stays_in_sight(size: Size, seed: int) -> None:
    found = placed([thing("man", "around", "campfire", count=4), thing("campfire")], "forest", size, seed)
    fire = box(found["campfire"][0])
    assert len(found["man"]) == 4
    assert any(middle(one) < fire.left for one in found["man"])
    assert any(middle(one) > fire.right for one in found["man"])
    for one in found["man"]:
        assert one.depth < found["campfire"][0].depth or not fire.left < middle(one) < fire.right


@everywhere
def test_riders_are_above_and_what_is_worn_or_held_touches(size: Size, seed: int) -> None:
    items = [thing("horse"), thing("knight", "riding", "horse", attributes={"pose": "riding"})]
    found = placed(items, "meadow", size, seed)
    assert box(found["knight"][0]).top < box(found["horse"][0]).top + 0.2 * found["horse"][0].height
    for noun, relation in (("crown", "wearing"), ("lantern", "holding")):
        found = placed([thing("man"), thing(noun, relation, "man")], "meadow", size, seed)
        man, own = box(found["man"][0]), box(found[noun][0])
        assert min(man.right, own.right) > max(man.left, own.left)
        assert min(man.bottom, own.bottom) > max(man.top, own.top)


@everywhere
def test_above_and_under(size: Size, seed: int) -> None:
    found = placed([thing("cat"), thing("balloon", "above", "cat")], "meadow", size, seed)
    assert box(found["balloon"][0]).bottom <= box(found["cat"][0]).top + 2
    found = placed([thing("tree"), thing("cat", "under", "tree")], "meadow", size, seed)
    tree = box(found["tree"][0])
    assert tree.left < middle(found["cat"][0]) < tree.right
    assert box(found["cat"][0]).top > (tree.top + tree.bottom) / 2


@everywhere
def test_on_a_living_being_is_on_its_back_or_shoulder(size: Size, seed: int) -> None:
    found = placed([thing("cow"), thing("bird", "on", "cow")], "meadow", size, seed)
    cow, bird = box(found["cow"][0]), box(found["bird"][0])
    assert cow.left < middle(found["bird"][0]) < cow.right
    assert abs(bird.bottom - cow.top) < 0.4 * (cow.bottom - cow.top)


def test_what_was_in_a_removed_vessel_falls_down() -> None:
    vase, rose = thing("vase"), thing("rose", "in", "vase", count=3)
    before = placed([vase, rose], "table", SIZES[0], 1)
    scene = Scene(prompt="", seed=1, backdrop="table", items=[settled.removed(vase), rose])
    after = place_items(scene, backdrops.find("table").stage(scene, SIZES[0]))
    assert len(after) == 3
    assert all(one.cover is None for one in after)
    assert {one.foot[1] for one in after} == {before["vase"][0].foot[1]}


@everywhere
def test_two_who_share_a_seat_sit_side_by_side(size: Size, seed: int) -> None:
    pose = {"pose": "seated"}
    items = [
        thing("sofa"),
        thing("boy", "on", "sofa", attributes=pose),
        thing("girl", "on", "sofa", attributes=pose),
    ]
    found = placed(items, "room", size, seed)
    boy, girl, sofa = box(found["boy"][0]), box(found["girl"][0]), box(found["sofa"][0])
    assert abs(middle(found["boy"][0]) - middle(found["girl"][0])) > 0.25 * sofa.width
    assert all(sofa.left < (one.left + one.right) / 2 < sofa.right for one in (boy, girl))


@everywhere
def test_what_flies_around_somebody_is_about_the_upper_part(size: Size, seed: int) -> None:
    found = placed([thing("beekeeper"), thing("bee", "around", "beekeeper", count=5)], "garden", size, seed)
    keeper = box(found["beekeeper"][0])
    assert all(bee.foot[1] < keeper.bottom - 0.02 * (keeper.bottom - keeper.top) for bee in found["bee"])
    assert min(bee.foot[1] for bee in found["bee"]) < keeper.top + 0.4 * (keeper.bottom - keeper.top)


@everywhere
def test_what_hangs_from_a_tree_is_below_its_bough_and_above_the_ground(size: Size, seed: int) -> None:
    for noun in ("swing", "lantern", "bat"):
        found = placed([thing("oak"), thing(noun, "hanging from", "oak")], "meadow", size, seed)
        oak, hung = box(found["oak"][0]), box(found[noun][0])
        tall = oak.bottom - oak.top
        assert oak.left < (hung.left + hung.right) / 2 < oak.right
        assert oak.top + 0.5 * tall < hung.top < oak.top + 0.75 * tall
        assert hung.bottom < oak.bottom - 0.02 * tall


@everywhere
def test_a_bat_hangs_by_its_feet_and_a_lantern_on_a_string(size: Size, seed: int) -> None:
    items = [thing("tree"), thing("bat", "hanging from", "tree"), thing("lantern", "hanging from", "tree")]
    found = placed(items, "meadow", size, seed)
    assert (found["bat"][0].rotation, found["bat"][0].tether) == (180, None)
    assert found["lantern"][0].tether is not None


@everywhere
def test_who_rides_a_boat_is_in_it_and_not_on_its_sail(size: Size, seed: int) -> None:
    for relation in ("riding", "on", "in"):
        found = placed([thing("sailboat"), thing("mouse", relation, "sailboat")], "lake", size, seed)
        boat, mouse = box(found["sailboat"][0]), box(found["mouse"][0])
        assert mouse.bottom > boat.top + 0.7 * (boat.bottom - boat.top)
        assert isinstance(found["mouse"][0].cover, Rim)


@everywhere
def test_what_is_behind_a_vehicle_is_at_its_back_end_and_all_are_seen(size: Size, seed: int) -> None:
    found = placed([thing("tractor"), thing("crow", "behind", "tractor", count=5)], "meadow", size, seed)
    tractor, crows = found["tractor"][0], found["crow"]
    art_looks_right = nouns()["tractor"].facing == "right"
    looks_right = tractor.flip != art_looks_right
    for crow in crows:
        assert (crow.foot[0] < tractor.foot[0]) == looks_right
    middles = sorted(box(crow).left for crow in crows)
    assert middles[-1] - middles[0] > 1.5 * box(crows[0]).width


@everywhere
def test_the_head_of_who_looks_over_a_wall_is_above_it(size: Size, seed: int) -> None:
    for noun in ("horse", "cat", "boy"):
        peeking = thing(noun, "behind", "wall", attributes={"peeks": "over"})
        found = placed([peeking, thing("wall"), thing("dog", "in front of", "wall")], "meadow", size, seed)
        who, wall = found[noun][0], found["wall"][0]
        assert who.depth < wall.depth
        assert box(who).top < box(wall).top < box(who).bottom
        assert box(wall).left < who.foot[0] < box(wall).right


@everywhere
@pytest.mark.parametrize(("chaser", "chased"), [("dinosaur", "suv"), ("dog", "cat"), ("lion", "zebra")])
def test_the_chased_one_runs_away_before_the_chaser(chaser: str, chased: str, size: Size, seed: int) -> None:
    runs = thing(chaser, "following", chased, attributes={"pose": "running"})
    found = placed([runs, thing(chased, attributes={"pose": "running"})], "meadow", size, seed)
    hunter, prey = found[chaser][0], found[chased][0]
    ahead = middle(prey) > middle(hunter)
    for one in (hunter, prey):
        natural = nouns()[one.item.noun].facing
        assert one.flip == (ahead == (natural == "left"))


@everywhere
def test_two_on_a_bench_look_at_each_other(size: Size, seed: int) -> None:
    sitters = thing("man", "on", "bench", count=2, attributes={"pose": "seated"})
    found = placed([sitters, thing("bench")], "park", size, seed)
    left, right = sorted(found["man"], key=middle)
    assert (left.flip, right.flip) == (True, False)


@everywhere
def test_two_on_a_seesaw_are_at_its_ends(size: Size, seed: int) -> None:
    riders = thing("child", "on", "seesaw", count=2, attributes={"pose": "seated"})
    found = placed([riders, thing("seesaw")], "garden", size, seed)
    board = box(found["seesaw"][0])
    apart = abs(middle(found["child"][0]) - middle(found["child"][1]))
    assert apart > 0.45 * board.width


@everywhere
def test_what_shares_a_top_has_room_by_its_own_width(size: Size, seed: int) -> None:
    items = [
        thing("cutting board"),
        thing("tomato", "on", "cutting board", count=5),
        thing("knife", "on", "cutting board"),
    ]
    found = placed(items, "table", size, seed)
    board, tomatoes = box(found["cutting board"][0]), [box(one) for one in found["tomato"]]
    assert all(board.left < (one.left + one.right) / 2 < board.right for one in tomatoes)
    lefts = sorted(one.left for one in tomatoes)
    assert all(after - before > 0.5 * tomatoes[0].width for before, after in pairwise(lefts))
