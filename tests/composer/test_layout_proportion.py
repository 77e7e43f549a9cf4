"""Unlike sizes in one picture: their order holds, the smallest is seen, landmarks are large."""

from __future__ import annotations

import math
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.layout.proportion import compressed, height_of, side
from aquatint.engines.composer.layout.room import Rect, box_of
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.lexicon.nouns import metres, nouns
from aquatint.engines.composer.scene import Item, Scene
from aquatint.engines.composer.staging import item_aspect, place_items
from aquatint.sizes import Size

SQUARE, WIDE, TALL = Size(1024, 1024), Size(1536, 1024), Size(1024, 1536)
LIKE = 0.8
"""Things of more than this share of each other's size may look alike."""


def thing(noun: str, count: int = 1, **changes: object) -> Item:
    return Item(id=f"{noun}-1", noun=noun, word=noun, art=nouns()[noun].art, count=count, **changes)  # type: ignore[arg-type]


def placed(items: list[Item], backdrop: str = "meadow", seed: int = 1, size: Size = SQUARE) -> list[Placement]:
    scene = Scene(prompt="", seed=seed, backdrop=backdrop, items=items)
    return place_items(scene, backdrops.find(backdrop).stage(scene, size))


def box(one: Placement) -> Rect:
    return box_of(one, item_aspect(one.item))


def seen(placements: list[Placement], noun: str) -> float:
    """The side of a square as large as the largest drawing of the noun."""
    return max(side(one.height, item_aspect(one.item)) for one in placements if one.item.noun == noun)


def real(item: Item) -> float:
    return side(metres(item), item_aspect(item))


@given(st.floats(1e-4, 1e4), st.floats(1e-4, 1e4), st.floats(0.05, 0.9), st.floats(1.1, 6.0))
def test_compression_never_turns_sizes_around(one: float, other: float, least: float, most: float) -> None:
    if one > other:
        one, other = other, one
    small, large = compressed(one, least, most), compressed(other, least, most)
    assert small <= large
    assert min(least, math.exp(-0.3)) <= small
    assert large <= max(most, math.exp(0.3)) + 1e-9


def test_compression_leaves_like_sizes_nearly_as_they_are() -> None:
    assert compressed(1.0, 0.1, 3.0) == 1.0
    assert compressed(1.2, 0.1, 3.0) == pytest.approx(1.2, rel=0.05)
    assert compressed(1 / 1.2, 0.1, 3.0) == pytest.approx(1 / 1.2, rel=0.05)


def test_a_side_and_its_height_are_one_size() -> None:
    assert height_of(side(3.0, 2.5), 2.5) == pytest.approx(3.0)


COMPANIES = (
    ("kitten", "yarn"),
    ("cat", "watering can", "mouse"),
    ("elephant", "mouse", "person"),
    ("duck", "dog", "horse"),
    ("girl", "ladybug", "snail"),
    ("crocodile", "hippopotamus", "bird"),
    ("person", "bicycle", "cat", "ball"),
    ("crow", "cauldron", "wizard", "cat"),
)


@pytest.mark.parametrize("size", [SQUARE, WIDE, TALL])
@pytest.mark.parametrize("nouns_named", COMPANIES)
def test_what_is_smaller_is_never_drawn_larger(nouns_named: tuple[str, ...], size: Size) -> None:
    for seed in range(3):
        items = [thing(noun) for noun in nouns_named if noun in nouns()]
        found = placed(items, seed=seed, size=size)
        drawn = {one.item.id: one.item for one in found}.values()
        for one, other in permutations(drawn, 2):
            if real(one) < LIKE * real(other):
                assert seen(found, one.noun) <= 1.05 * seen(found, other.noun), (seed, one.noun, other.noun)


@pytest.mark.parametrize("many", [("sheep", 12), ("duck", 8), ("cow", 5)])
def test_the_order_holds_beside_crowds(many: tuple[str, int]) -> None:
    found = placed([thing("cat"), thing(*many), thing("elephant")])
    assert seen(found, "cat") <= 1.05 * seen(found, many[0])
    assert seen(found, "elephant") >= 0.95 * seen(found, many[0])


@pytest.mark.parametrize("order", [("shark", "goldfish", "whale"), ("goldfish", "shark", "whale")])
def test_the_order_holds_in_the_water(order: tuple[str, ...]) -> None:
    for seed in range(4):
        found = placed([thing(noun) for noun in order], "underwater", seed)
        assert seen(found, "goldfish") < seen(found, "shark") <= seen(found, "whale")


@pytest.mark.parametrize("size", [SQUARE, WIDE, TALL])
@pytest.mark.parametrize("nouns_named", [("elephant", "mouse"), ("castle", "cat"), ("person", "ladybug", "horse")])
def test_the_smallest_is_seen(nouns_named: tuple[str, ...], size: Size) -> None:
    for seed in range(3):
        found = placed([thing(noun) for noun in nouns_named], seed=seed, size=size)
        for noun in nouns_named:
            assert seen(found, noun) >= 0.06 * min(size.width, size.height)


@pytest.mark.parametrize("landmark", ["castle", "lighthouse", "tree", "windmill", "taj mahal"])
@pytest.mark.parametrize("landmark_first", [True, False])
def test_people_before_a_landmark_have_a_good_size_and_so_has_it(landmark: str, landmark_first: bool) -> None:
    named = [thing(landmark), thing("knight")]
    for seed in range(4):
        found = placed(named if landmark_first else named[::-1], seed=seed)
        knight, behind = (next(box(one) for one in found if one.item.noun == n) for n in ("knight", landmark))
        assert knight.bottom - knight.top >= 0.26 * SQUARE.height
        assert seen(found, landmark) > 1.3 * seen(found, "knight")
        assert behind.bottom - behind.top > knight.bottom - knight.top
        assert behind.bottom < knight.bottom


@pytest.mark.parametrize("seed", range(4))
def test_people_under_a_tree_are_large_and_in_its_shelter(seed: int) -> None:
    items = [thing("girl", relation="under", target="tree-1"), thing("dog", relation="under", target="tree-1")]
    found = placed([*items, thing("tree")], seed=seed)
    tree = next(box(one) for one in found if one.item.noun == "tree")
    for one in found:
        if one.item.noun != "tree":
            assert tree.left <= one.foot[0] <= tree.right
            assert one.foot[1] > tree.bottom
    girl = next(one for one in found if one.item.noun == "girl")
    assert girl.height >= 0.22 * SQUARE.height
    assert girl.height < tree.bottom - tree.top


def test_what_others_are_under_is_large_enough() -> None:
    found = placed([thing("hedgehog", relation="under", target="mushroom-1"), thing("mushroom")])
    tall = {one.item.noun: one.height for one in found}
    assert tall["mushroom"] > 1.2 * tall["hedgehog"]


@pytest.mark.parametrize("seed", range(4))
def test_unlike_people_surround_what_they_are_around(seed: int) -> None:
    people = ("boy", "girl", "grandmother", "man")
    items = [thing(noun, relation="around", target="campfire-1") for noun in people]
    found = placed([*items, thing("campfire")], seed=seed)
    fire = next(one for one in found if one.item.noun == "campfire")
    xs = sorted(one.foot[0] for one in found if one.item.noun != "campfire")
    assert xs[0] < fire.foot[0] - 0.1 * SQUARE.width
    assert xs[-1] > fire.foot[0] + 0.1 * SQUARE.width
    assert min(b - a for a, b in pairwise(xs)) > 0.04 * SQUARE.width


@pytest.mark.parametrize("seed", range(4))
def test_small_things_around_a_large_one_are_all_seen(seed: int) -> None:
    items = [thing(noun, relation="around", target="snowman-1") for noun in ("squirrel", "bird", "rabbit")]
    found = placed([*items, thing("snowman")], "snowfield", seed)
    boxes = [box(one) for one in found if one.item.noun != "snowman"]
    for a, b in permutations(boxes, 2):
        shared = max(0.0, min(a.right, b.right) - max(a.left, b.left))
        assert shared < 0.3 * min(a.width, b.width)


def test_what_is_above_a_thing_is_above_what_is_on_it() -> None:
    items = [
        thing("frog", relation="on", target="lily pad-1"),
        thing("lily pad"),
        thing("dragonfly", relation="above", target="lily pad-1"),
    ]
    found = {one.item.noun: box(one) for one in placed(items, "river")}
    assert found["dragonfly"].bottom <= found["frog"].top + 0.02 * SQUARE.height


def test_a_long_row_is_no_row_of_ants() -> None:
    found = placed([thing("duck", 10, attributes={"formation": "row"})])
    assert all(box(one).width >= 0.1 * SQUARE.width for one in found)
    feet = [one.foot[0] for one in sorted(found, key=lambda one: one.instance)]
    assert feet == sorted(feet)


@pytest.mark.parametrize("seed", range(6))
def test_the_middle_is_not_empty(seed: int) -> None:
    found = placed([thing("cat"), thing("dog"), thing("ball")], seed=seed)
    middle = SQUARE.width / 2
    nearest = min(max(box(one).left - middle, middle - box(one).right, 0.0) for one in found)
    assert nearest < 0.12 * SQUARE.width


def test_what_hangs_has_a_string_from_above() -> None:
    found = placed([thing("lantern", 3, attributes={"pose": "hanging"}), thing("person")], "street")
    for one in found:
        if one.item.noun == "lantern":
            assert one.tether is not None
            assert one.tether.hand[1] < 0
            assert one.foot[1] < 0.6 * SQUARE.height


def test_a_cactus_on_a_table_is_a_small_one() -> None:
    found = placed([thing("laptop"), thing("cactus")], "table")
    assert seen(found, "cactus") < 2.2 * seen(found, "laptop")


def test_what_is_under_furniture_fits_there() -> None:
    found = placed([thing("bear", relation="under", target="bed-1"), thing("bed")], "room")
    tall = {one.item.noun: one.height for one in found}
    assert tall["bear"] < 1.1 * tall["bed"]


def test_one_stands_beside_a_lamp_that_one_is_under() -> None:
    items = [thing("girl", relation="under", target="floor lamp-1"), thing("floor lamp")]
    found = {one.item.noun: box(one) for one in placed(items, "room")}
    girl, lamp = found["girl"], found["floor lamp"]
    assert min(girl.right, lamp.right) - max(girl.left, lamp.left) < 0.3 * lamp.width


def test_who_stands_before_a_flying_thing_is_on_the_ground() -> None:
    flying = thing("dragon", attributes={"pose": "flying"})
    found = placed([flying, thing("knight", relation="in front of", target="dragon-1")])
    knight = next(one for one in found if one.item.noun == "knight")
    assert knight.foot[1] > 0.6 * SQUARE.height


def test_those_under_a_table_are_side_by_side_between_its_legs() -> None:
    items = [thing(noun, relation="under", target="dining table-1") for noun in ("cat", "dog")]
    found = {one.item.noun: box(one) for one in placed([*items, thing("dining table")], "room")}
    table = found.pop("dining table")
    assert (
        min(found["cat"].right, found["dog"].right) - max(found["cat"].left, found["dog"].left) < 0.1 * table.width
    )
    assert all(one.bottom - one.top < 0.75 * (table.bottom - table.top) for one in found.values())


def test_what_is_named_first_above_something_is_large() -> None:
    items = [thing("eagle", relation="above", target="tree-1", attributes={"pose": "flying"}), thing("tree")]
    assert seen(placed(items), "eagle") > 0.15 * SQUARE.width


def test_a_line_of_unlike_things_is_in_order_and_true() -> None:
    nouns_named = ("mouse", "cat", "dog", "horse", "elephant")
    items = [thing(nouns_named[0])]
    for noun in nouns_named[1:]:
        items.append(thing(noun, relation="right of", target=items[-1].id))
    for seed in range(3):
        found = placed(items, seed=seed)
        xs = [next(one.foot[0] for one in found if one.item.noun == noun) for noun in nouns_named]
        sizes = [seen(found, noun) for noun in nouns_named]
        assert xs == sorted(xs)
        assert sizes == sorted(sizes)


def test_things_on_one_top_keep_the_order_of_their_sizes() -> None:
    nouns_named = ("table lamp", "telephone", "glass of water")
    items = [thing(noun, relation="on", target="nightstand-1") for noun in nouns_named]
    found = placed([*items, thing("nightstand")], "room")
    assert seen(found, "table lamp") > seen(found, "glass of water")


def test_who_sits_or_sleeps_is_not_as_tall_as_who_stands() -> None:
    for noun, low in (("woman", "sitting"), ("dog", "sleeping"), ("woman", "kneeling")):
        resting = thing(noun, attributes={"pose": low})
        found = placed([resting, thing("man", attributes={"pose": "standing"})])
        upright = placed(
            [thing(noun, attributes={"pose": "standing"}), thing("man", attributes={"pose": "standing"})]
        )
        shares = [
            next(one.height for one in each if one.item.noun == noun)
            / next(one.height for one in each if one.item.noun == "man")
            for each in (found, upright)
        ]
        assert shares[0] < 0.9 * shares[1]


def test_what_is_around_a_landmark_has_a_good_size() -> None:
    found = placed([thing("dragon", relation="around", target="tower-1"), thing("tower")])
    assert seen(found, "dragon") > 0.25 * SQUARE.width
