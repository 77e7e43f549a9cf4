"""Where things stand: counts, relations, sizes, the frame, and what edits leave alone."""

from __future__ import annotations

from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.arrange import Facing, arrange
from aquatint.engines.composer.layout.measures import Role
from aquatint.engines.composer.layout.room import Rect, box_of
from aquatint.engines.composer.layout.stage import Placement, Stage
from aquatint.engines.composer.scene import Item, Scene
from aquatint.sizes import Size

THINGS: dict[str, tuple[float, float, Role]] = {
    "cat": (1.1, 0.35, "stands"),
    "house": (1.1, 6.0, "stands"),
    "tree": (0.8, 8.0, "stands"),
    "apple": (0.9, 0.09, "lies"),
    "banana": (1.0, 0.2, "lies"),
    "bird": (1.2, 0.3, "flies"),
    "moon": (1.0, 3.0, "sky"),
    "hat": (1.3, 0.2, "lies"),
    "car": (2.0, 1.5, "stands"),
    "person": (0.4, 1.7, "stands"),
    "tulip": (0.5, 0.4, "stands"),
    "fish": (1.6, 0.3, "swims"),
    "table": (1.6, 0.8, "surface"),
    "balloon": (0.6, 0.5, "flies"),
    "horse": (1.2, 1.8, "stands"),
}
SQUARE = Size(1000, 1000)


def thing(noun: str, number: int = 1, **changes: object) -> Item:
    return Item(id=f"{noun}-{number}", noun=noun, word=noun, art=f"noto:{noun}", **changes)  # type: ignore[arg-type]


def aspect(item: Item) -> float:
    return THINGS[item.noun][0]


def looks_left(item: Item) -> Facing:
    return "left"


def scene_of(items: list[Item], backdrop: str = "meadow", **changes: object) -> Scene:
    return Scene(prompt="", seed=7, backdrop=backdrop, items=items, **changes)  # type: ignore[arg-type]


def stage_of(scene: Scene, size: Size = SQUARE) -> Stage:
    return backdrops.find(scene.backdrop).stage(scene, size)


def placed(scene: Scene, size: Size = SQUARE) -> list[Placement]:
    return arrange(
        scene, stage_of(scene, size), aspect, lambda item: THINGS[item.noun][1],
        lambda item: THINGS[item.noun][2], Chance(scene.seed), looks_left,
    )  # fmt: skip


def boxes(scene: Scene, noun: str, size: Size = SQUARE) -> list[Rect]:
    return [box_of(one, aspect(one.item)) for one in placed(scene, size) if one.item.noun == noun]


def hidden(under: Rect, over: Rect) -> float:
    """Share of a box that another covers."""
    wide = min(under.right, over.right) - max(under.left, over.left)
    tall = min(under.bottom, over.bottom) - max(under.top, over.top)
    return max(0.0, wide) * max(0.0, tall) / ((under.right - under.left) * (under.bottom - under.top))


def test_a_lone_subject_fills_a_good_part_of_the_picture() -> None:
    for noun in ("cat", "car", "person", "house"):
        for size in (SQUARE, Size(1536, 1024), Size(1024, 1536), Size(1800, 600), Size(600, 1800)):
            box = boxes(scene_of([thing(noun)]), noun, size)[0]
            largest = max(box.width, box.bottom - box.top) / min(size.width, size.height)
            assert 0.35 <= largest <= (0.85 if size.width >= size.height else 1.0), (noun, size)
            assert 0.3 < (box.left + box.right) / 2 / size.width < 0.7


@pytest.mark.parametrize("count", [1, 2, 3, 5, 7, 12, 24, 60])
@pytest.mark.parametrize("backdrop", ["meadow", "table"])
def test_counts_are_exact_and_every_one_is_seen(count: int, backdrop: str) -> None:
    found = boxes(scene_of([thing("apple", count=count)], backdrop), "apple")
    assert len(found) == count
    for first, second in combinations(found, 2):
        front = first if first.bottom > second.bottom else second
        back = second if front is first else first
        assert hidden(back, front) < 0.5


def test_equal_things_in_company_keep_together_and_apart_from_others() -> None:
    scene = scene_of([thing("apple", count=3), thing("banana", count=2)], "table")
    apples, bananas = boxes(scene, "apple"), boxes(scene, "banana")
    assert all(hidden(apple, banana) < 0.05 for apple in apples for banana in bananas)
    middles = [sum(box.left + box.right for box in found) / len(found) / 2 for found in (apples, bananas)]
    assert abs(middles[0] - middles[1]) > 200


def test_big_things_are_bigger_but_small_things_are_seen() -> None:
    scene = scene_of([thing("cat"), thing("house")])
    cat, house = boxes(scene, "cat")[0], boxes(scene, "house")[0]
    assert 1.0 < (house.bottom - house.top) / (cat.bottom - cat.top) < 5
    assert (cat.bottom - cat.top) > 180
    assert cat.bottom > house.bottom
    assert hidden(house, cat) < 0.3


@pytest.mark.parametrize("relation", ["left of", "right of"])
def test_left_and_right(relation: str) -> None:
    for items in (
        [thing("cat", relation=relation, target="car-1"), thing("car")],
        [thing("car"), thing("cat", relation=relation, target="car-1")],
        [thing("person"), thing("cat", relation=relation, target="car-1"), thing("tulip"), thing("car")],
    ):
        scene = scene_of(items)
        cat, car = boxes(scene, "cat")[0], boxes(scene, "car")[0]
        middle = (cat.left + cat.right) / 2
        assert (middle < car.left) if relation == "left of" else (middle > car.right)
        assert hidden(car, cat) < 0.15


def test_on_and_above_and_under() -> None:
    scene = scene_of([thing("table"), thing("apple", count=3, relation="on", target="table-1")])
    table = boxes(scene, "table")[0]
    for apple in boxes(scene, "apple"):
        assert table.top < apple.bottom < (table.top + table.bottom) / 2
        assert table.left <= apple.left < apple.right <= table.right
    scene = scene_of([thing("cat"), thing("balloon", relation="above", target="cat-1")])
    assert boxes(scene, "balloon")[0].bottom <= boxes(scene, "cat")[0].top
    scene = scene_of([thing("cat", relation="under", target="tree-1"), thing("tree")])
    cat, tree = boxes(scene, "cat")[0], boxes(scene, "tree")[0]
    assert tree.left < (cat.left + cat.right) / 2 < tree.right
    assert cat.top > (tree.top + tree.bottom) / 2


def test_things_on_others_are_painted_after_them() -> None:
    scene = scene_of([thing("hat", relation="wearing", target="cat-1"), thing("cat")])
    order = [one.item.noun for one in placed(scene)]
    assert order == ["cat", "hat"]


def test_a_rider_sits_on_the_mount_and_a_hat_on_the_head() -> None:
    scene = scene_of([thing("person", relation="riding", target="horse-1"), thing("horse")])
    person, horse = boxes(scene, "person")[0], boxes(scene, "horse")[0]
    assert person.top < horse.top < person.bottom < horse.bottom
    assert horse.left < person.left < person.right < horse.right
    scene = scene_of([thing("person"), thing("hat", relation="wearing", target="person-1")])
    hat, person = boxes(scene, "hat")[0], boxes(scene, "person")[0]
    assert hat.top < person.top < hat.bottom
    assert abs(hat.left + hat.right - person.left - person.right) < 0.2 * person.width


def test_between_two_equal_things() -> None:
    scene = scene_of([thing("person", count=2), thing("cat", relation="between", target="person-1")])
    left, right = sorted(boxes(scene, "person"))
    cat = boxes(scene, "cat")[0]
    assert left.right <= cat.left + 1
    assert cat.right <= right.left + 1


def test_around_lies_on_both_sides_and_hides_little() -> None:
    scene = scene_of([thing("house"), thing("tulip", count=8, relation="around", target="house-1")])
    house = boxes(scene, "house")[0]
    middle = (house.left + house.right) / 2
    sides = [(box.left + box.right) / 2 < middle for box in boxes(scene, "tulip")]
    assert sides.count(True) == sides.count(False)
    assert sum(hidden(house, box) for box in boxes(scene, "tulip")) < 0.5


def test_large_things_around_a_small_one_stand_on_both_sides() -> None:
    scene = scene_of([thing("person", count=2, relation="around", target="apple-1"), thing("apple")])
    left, right = sorted(boxes(scene, "person"))
    apple = boxes(scene, "apple")[0]
    assert left.left < apple.left < right.right
    assert left.bottom - left.top > 300


def test_in_front_of_and_behind() -> None:
    scene = scene_of([thing("cat", relation="in front of", target="house-1"), thing("house")])
    order = [one.item.noun for one in placed(scene)]
    assert order == ["house", "cat"]
    scene = scene_of([thing("cat", relation="behind", target="car-1"), thing("car")])
    assert [one.item.noun for one in placed(scene)] == ["cat", "car"]
    cat, car = boxes(scene, "cat")[0], boxes(scene, "car")[0]
    assert hidden(cat, car) < 0.75


def test_flying_and_sky_things_are_above_the_ground_without_shadow() -> None:
    scene = scene_of([thing("person"), thing("bird", count=4), thing("moon")])
    stage = stage_of(scene)
    for one in placed(scene):
        if one.item.noun in ("bird", "moon"):
            assert one.foot[1] <= stage.ground[0]
            assert not one.shadow
    birds = boxes(scene, "bird")
    assert all(hidden(a, b) < 0.15 for a, b in combinations(birds, 2))
    assert placed(scene)[0].item.noun == "moon"


def test_swimming_things_are_in_the_water() -> None:
    for backdrop in ("sea", "underwater", "river", "beach"):
        scene = scene_of([thing("fish", count=3)], backdrop)
        stage = stage_of(scene)
        low, high = stage.water or (stage.horizon, stage.ground[1])
        for one in placed(scene):
            surface = one.foot[1] if one.waterline is None else one.waterline
            assert low <= surface <= high + 1, backdrop
            assert not one.shadow


def test_strewn_things_cover_the_ground_in_perspective() -> None:
    scene = scene_of([thing("person"), thing("tulip", spread=True)])
    stage = stage_of(scene)
    tulips = [one for one in placed(scene) if one.item.noun == "tulip"]
    assert len(tulips) >= 100
    by_depth = sorted(tulips, key=lambda one: one.foot[1])
    assert by_depth[0].height < 0.6 * by_depth[-1].height
    assert by_depth[0].foot[1] < stage.ground[0] + 10
    columns = {int(one.foot[0] // 200) for one in tulips}
    assert columns == {0, 1, 2, 3, 4}
    assert max(one.height for one in tulips) < 0.2 * 1000
    assert len(placed(scene_of([thing("tulip", spread=True, count=20)]))) == 20


def test_placements_come_from_far_to_near() -> None:
    scene = scene_of([thing("cat", count=9), thing("house"), thing("tree", count=2)])
    depths = [one.depth for one in placed(scene)]
    assert depths == sorted(depths)


def test_position_and_scale_are_respected() -> None:
    found = placed(scene_of([thing("cat", position=(0.35, 0.8)), thing("car")]))
    cat = next(one for one in found if one.item.noun == "cat")
    assert cat.foot == pytest.approx((350, 800))
    small, large = (placed(scene_of([thing("cat", scale=scale)]))[0].height for scale in (0.5, 1.0))
    assert small < 0.7 * large


def test_things_at_the_sides_look_inward() -> None:
    scene = scene_of([thing("cat"), thing("car"), thing("person")])
    for one in placed(scene):
        if abs(one.foot[0] - 500) > 100:
            assert one.flip == (one.foot[0] < 500)


def test_art_that_looks_right_is_mirrored_the_other_way_and_front_views_never() -> None:
    scene = scene_of([thing("cat"), thing("car")])

    def flips(facing: Facing) -> list[bool]:
        stage = stage_of(scene)
        found = arrange(
            scene, stage, aspect, lambda item: 1.0, lambda item: "stands", Chance(7), lambda item: facing
        )  # fmt: skip
        return [one.flip for one in found]

    assert flips("right") == [not flip for flip in flips("left")]
    assert flips("front") == [False, False]


def where(scene: Scene, *nouns: str) -> list[tuple[str, int, tuple[float, float], float, bool]]:
    found = [one for one in placed(scene) if one.item.noun in nouns]
    return sorted((one.item.noun, one.instance, one.foot, one.height, one.flip) for one in found)


BASE = [thing("cat"), thing("car"), thing("bird", count=3), thing("tulip", spread=True), thing("moon")]
OTHERS = ("car", "bird", "tulip", "moon")


def test_adding_moves_nobody() -> None:
    for noun in ("house", "balloon", "apple"):
        more = scene_of([*BASE, settled.added(thing(noun, count=3))])
        assert where(more, "cat", *OTHERS) == where(scene_of(BASE), "cat", *OTHERS)
        assert len(boxes(more, noun)) == 3


def test_removing_moves_nobody() -> None:
    for index in range(5):
        fewer = scene_of([settled.removed(item) if i == index else item for i, item in enumerate(BASE)])
        rest = [item.noun for i, item in enumerate(BASE) if i != index]
        assert where(fewer, *rest) == where(scene_of(BASE), *rest)
        assert not boxes(fewer, BASE[index].noun)


def test_recounting_and_rescaling_move_nobody_else() -> None:
    before = scene_of([thing("cat", count=3), *BASE[1:]])
    for count in (1, 2, 5):
        after = scene_of([settled.recounted(before.items[0], count), *BASE[1:]])
        assert where(after, *OTHERS) == where(before, *OTHERS)
        assert len(boxes(after, "cat")) == count
        assert where(after, "cat")[:1] == where(before, "cat")[:1]
    scaled = scene_of([settled.rescaled(before.items[0], 2.0), *BASE[1:]])
    assert where(scaled, *OTHERS) == where(before, *OTHERS)
    assert max(box.bottom - box.top for box in boxes(scaled, "cat")) > 1.5 * max(
        box.bottom - box.top for box in boxes(before, "cat")
    )


def test_moving_takes_along_what_is_worn_and_leaves_the_rest() -> None:
    hat = thing("hat", relation="wearing", target="cat-1")
    before, after = (scene_of([cat, hat, *BASE[1:]]) for cat in (BASE[0], settled.moved(BASE[0], (0.7, 0.85))))
    cat, worn = boxes(after, "cat")[0], boxes(after, "hat")[0]
    assert (cat.left + cat.right) / 2 == pytest.approx(700)
    assert worn.top < cat.top < worn.bottom
    assert where(after, "car", "moon") == where(before, "car", "moon")


def test_recolouring_and_rewording_move_nothing() -> None:
    scene = scene_of(BASE)
    blue = scene_of([msgspec.structs.replace(BASE[0], colour="#2040ff", word="kitty"), *BASE[1:]])
    assert where(scene, "cat", *OTHERS) == where(blue, "cat", *OTHERS)


RELATIONS = [
    "", "left of", "right of", "behind", "in front of", "on", "under", "above", "in", "beside", "between",
    "holding", "riding", "wearing", "around",
]  # fmt: skip


@st.composite
def any_items(draw: st.DrawFn) -> list[Item]:
    nouns = draw(st.lists(st.sampled_from(sorted(THINGS)), min_size=1, max_size=7, unique=True))
    return [
        thing(
            noun,
            count=draw(st.sampled_from([1, 1, 2, 5, 30])),
            relation=draw(st.sampled_from(RELATIONS)),
            target=f"{draw(st.sampled_from(nouns))}-1",
            scale=draw(st.sampled_from([0.3, 1.0, 1.0, 4.0])),
            spread=draw(st.sampled_from([False, False, False, True])),
            position=draw(st.sampled_from([None, None, None, (0.9, 0.1), (-0.5, 1.5)])),
        )
        for noun in nouns
    ]


@settings(max_examples=60, deadline=None)
@given(any_items(), st.sampled_from(["meadow", "table", "sea", "space", "room", "river"]), st.sampled_from(
    [Size(512, 512), Size(900, 300), Size(300, 900)]
))  # fmt: skip
def test_whatever_the_scene_everything_is_placed_inside_the_frame(
    items: list[Item], backdrop: str, size: Size
) -> None:
    scene = scene_of(items, backdrop)
    found = placed(scene, size)
    assert found == placed(scene, size)
    for item in items:
        own = [one for one in found if one.item.id == item.id]
        assert len(own) == item.count or (item.spread and len(own) > item.count)
        assert len({one.instance for one in own}) == len(own)
    for one in found:
        box = box_of(one, aspect(one.item))
        assert one.height > 0
        assert box.left >= 0
        assert box.top >= 0
        assert box.right <= size.width
        assert box.bottom <= size.height
