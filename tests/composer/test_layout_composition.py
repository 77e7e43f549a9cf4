"""Composition: the subject is large enough, landmarks are far, crowds are loose, seeds and shapes differ."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.crowds import crowd, row_lengths
from aquatint.engines.composer.layout.perspective import scale_at
from aquatint.engines.composer.layout.room import Rect, box_of
from aquatint.engines.composer.layout.stage import Placement, Stage
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.scene import Item, Scene
from aquatint.engines.composer.staging import item_aspect, place_items
from aquatint.sizes import Size

SQUARE = Size(1000, 1000)


def thing(noun: str, count: int = 1, **changes: object) -> Item:
    return Item(id=f"{noun}-1", noun=noun, word=noun, art=nouns()[noun].art, count=count, **changes)  # type: ignore[arg-type]


def scene_of(items: list[Item], backdrop: str = "meadow", seed: int = 1, **changes: object) -> Scene:
    return Scene(prompt="", seed=seed, backdrop=backdrop, items=items, **changes)  # type: ignore[arg-type]


def stage_of(scene: Scene, size: Size) -> Stage:
    return backdrops.find(scene.backdrop).stage(scene, size)


def placed(scene: Scene, size: Size = SQUARE) -> list[Placement]:
    return place_items(scene, stage_of(scene, size))


def boxes(scene: Scene, noun: str, size: Size = SQUARE) -> list[Rect]:
    return [box_of(one, item_aspect(one.item)) for one in placed(scene, size) if one.item.noun == noun]


def extent(scene: Scene, noun: str, size: Size = SQUARE) -> float:
    """The larger side of the box about all of a noun, in shorter sides of the picture."""
    found = boxes(scene, noun, size)
    wide = max(box.right for box in found) - min(box.left for box in found)
    tall = max(box.bottom for box in found) - min(box.top for box in found)
    return max(wide, tall) / min(size.width, size.height)


@pytest.mark.parametrize("seed", range(6))
def test_a_small_subject_before_a_landmark_stays_large(seed: int) -> None:
    for landmark in ("castle", "tree", "lighthouse"):
        scene = scene_of([thing("knight"), thing(landmark)], seed=seed)
        assert 0.33 <= extent(scene, "knight") <= 0.7
        knight, far = boxes(scene, "knight")[0], boxes(scene, landmark)[0]
        assert far.bottom < knight.bottom
        assert far.bottom - far.top > knight.bottom - knight.top


@pytest.mark.parametrize("size", [SQUARE, Size(1500, 500), Size(500, 1500), Size(1536, 1024)])
def test_companies_are_seen_in_every_shape(size: Size) -> None:
    for items, backdrop in (
        ([thing("knight"), thing("dragon"), thing("castle")], "meadow"),
        ([thing("cat", 3), thing("dog")], "meadow"),
        ([thing("teapot"), thing("bowl"), thing("apple", 3)], "table"),
        ([thing("pirate ship"), thing("rowing boat", 2)], "sea"),
    ):
        scene = scene_of(items, backdrop)
        assert extent(scene, items[0].noun, size) >= 0.24
        for one in placed(scene, size):
            box = box_of(one, item_aspect(one.item))
            assert box.left >= 0
            assert box.right <= size.width
            assert box.top >= 0


@pytest.mark.parametrize("seed", range(8))
def test_the_subject_is_hardly_hidden(seed: int) -> None:
    scene = scene_of([thing("man"), thing("car"), thing("dog"), thing("tree")], "street", seed)
    found = placed(scene)
    subject = next(one for one in found if one.item.noun == "man")
    own = box_of(subject, item_aspect(subject.item))
    for one in found:
        if one.depth <= subject.depth:
            continue
        box = box_of(one, item_aspect(one.item))
        wide = max(0.0, min(own.right, box.right) - max(own.left, box.left))
        tall = max(0.0, min(own.bottom, box.bottom) - max(own.top, box.top))
        assert wide * tall < 0.12 * own.width * (own.bottom - own.top)


def test_things_do_not_stand_on_one_line() -> None:
    for seed in range(6):
        found = placed(scene_of([thing("man"), thing("dog"), thing("car")], "meadow", seed))
        feet = sorted(one.foot[1] for one in found)
        assert feet[-1] - feet[0] > 25


def test_seeds_give_different_compositions() -> None:
    orders, middles = set(), set()
    for seed in range(12):
        found = placed(scene_of([thing("knight"), thing("dragon"), thing("castle")], seed=seed))
        orders.add(tuple(one.item.noun for one in sorted(found, key=lambda one: one.foot[0])))
        middles.add(round(next(one.foot[0] for one in found if one.item.noun == "knight") / 50))
    assert len(orders) >= 3
    assert len(middles) >= 5


def test_movers_have_room_before_them() -> None:
    for seed in range(6):
        scene = scene_of([thing("horse", attributes={"pose": "running"})], seed=seed)
        horse = placed(scene)[0]
        looks_right = horse.flip == (nouns()["horse"].facing == "left")
        assert (horse.foot[0] < 500) == looks_right


def test_a_duel_is_face_to_face() -> None:
    scene = scene_of([thing("dog", 2)])
    left, right = sorted(placed(scene), key=lambda one: one.foot[0])
    assert left.flip != right.flip


@pytest.mark.parametrize("count", [4, 9, 23, 80, 400])
def test_crowds_are_counted_and_loose(count: int) -> None:
    plan = crowd(thing("sheep", count), count, 5, Chance(1))
    assert len(plan.offsets) == count
    points = np.array([(one.across, one.back) for one in plan.offsets])
    assert len(np.unique(points.round(3), axis=0)) == count
    assert sum(row_lengths(count, 5)) == count
    assert len(boxes(scene_of([thing("sheep", count)]), "sheep")) == count


def test_formations() -> None:
    line = crowd(thing("sheep", 5, attributes={"formation": "row"}), 5, 2, Chance(1))
    assert {one.back for one in line.offsets} == {0.0}
    stack = crowd(thing("orange", 10, attributes={"formation": "pyramid"}), 10, 1, Chance(1))
    levels = sorted({one.up for one in stack.offsets})
    assert [sum(one.up == level for one in stack.offsets) for level in levels] == [4, 3, 2, 1]
    ring = crowd(thing("man", 8, attributes={"formation": "ring"}), 8, 1, Chance(1))
    assert max(one.back for one in ring.offsets) > 1
    assert all(
        abs(one.across) > 0.3 or one.back in (0.0, max(o.back for o in ring.offsets)) for one in ring.offsets
    )


def test_geese_fly_in_a_v_and_fish_keep_together() -> None:
    scene = scene_of([thing("goose", 9, attributes={"pose": "flying"})], "sky")
    geese = placed(scene)
    assert len({one.flip for one in geese}) == 1
    leader = min(geese, key=lambda one: one.instance)
    side = [one.foot[0] - leader.foot[0] for one in geese if one is not leader]
    assert all(step > 0 for step in side) or all(step < 0 for step in side)
    school = placed(scene_of([thing("fish", 14)], "underwater"))
    assert len({one.flip for one in school}) == 1
    for first, second in combinations(school, 2):
        assert first.foot != second.foot


def test_what_swims_on_the_sea_lies_in_the_water() -> None:
    for noun in ("whale", "pirate ship", "swan"):
        one = placed(scene_of([thing(noun)], "sea"))[0]
        assert one.waterline is not None
        assert one.foot[1] - 0.5 * one.height < one.waterline < one.foot[1]


def test_a_close_up_fills_the_picture_and_people_are_cropped() -> None:
    fox = boxes(scene_of([thing("fox")], "forest", camera="close"), "fox")[0]
    assert 0.6 < max(fox.width, fox.bottom - fox.top) / 1000 <= 0.95
    man = boxes(scene_of([thing("man")], "meadow", camera="close"), "man")[0]
    assert man.bottom > 1000
    assert 0.04 * 1000 < man.top < 0.2 * 1000


def test_cameras_change_the_size_of_the_subject() -> None:
    sizes = {
        camera: extent(scene_of([thing("fox")], camera=camera), "fox")
        for camera in ("wide", "eye", "low", "close")
    }
    assert sizes["wide"] < 0.75 * sizes["eye"]
    assert sizes["eye"] < sizes["low"] or sizes["eye"] < sizes["close"]


def test_nearer_things_are_larger() -> None:
    for backdrop in ("meadow", "sea", "table", "room"):
        stage = stage_of(scene_of([], backdrop), SQUARE)
        far, near = stage.ground
        scales = [scale_at(stage, far + part * (near - far)) for part in (0.0, 0.5, 1.0)]
        assert scales == sorted(scales)
        assert scales[1] == pytest.approx(1.0)


def test_a_new_pose_moves_nobody() -> None:
    items = [thing("horse"), thing("dog"), thing("cat", 2)]
    after = [
        settled.restyled(items[0], {"pose": "running"}),
        settled.restyled(items[1], {"pose": "lying"}),
        items[2],
    ]
    before_places, places = (
        {(one.item.id, one.instance): (one.foot, one.depth) for one in placed(scene_of(state))}
        for state in (items, after)
    )
    assert places == before_places


@pytest.mark.parametrize("size", [SQUARE, Size(300, 900)])
def test_even_far_too_many_wide_things_find_places(size: Size) -> None:
    nouns_of = (
        "bus",
        "truck",
        "train",
        "car",
        "whale",
        "sofa",
        "bed",
        "bench",
        "piano",
        "elephant",
        "horse",
        "cow",
    )
    found = placed(scene_of([thing(noun, 3) for noun in nouns_of]), size)
    assert len(found) == 3 * len(nouns_of)
    assert all(one.height > 0 for one in found)
