"""How several things stand together: formations, tables with people, what is on whom, what fits on what."""

import pytest

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Item, Scene


def plan(prompt: str) -> Scene:
    return author(prompt, seed=1).scene


def item(scene: Scene, noun: str) -> Item:
    return next(item for item in scene.items if item.noun == noun)


@pytest.mark.parametrize(
    ("prompt", "noun", "formation"),
    [
        ("five children sitting in a circle", "child", "ring"),
        ("penguins in a row on the ice", "penguin", "row"),
        ("geese flying in V formation", "goose", "v"),
        ("people standing in line", "person", "row"),
        ("a pyramid of oranges", "orange", "pyramid"),
        ("a ring of stones around a campfire", "rock", "ring"),
        ("a school of fish", "fish", "school"),
    ],
)
def test_formations_reach_the_layout(prompt: str, noun: str, formation: str) -> None:
    authored = author(prompt, seed=1)
    assert item(authored.scene, noun).attributes["formation"] == formation
    assert not authored.reading.undrawn


def test_nobody_forms_a_ring_alone() -> None:
    assert author("a child in a circle", seed=1).reading.undrawn == ["in a circle"]


def test_a_v_takes_enough_birds_unless_they_are_counted() -> None:
    assert item(plan("geese flying in a V"), "goose").count >= 5
    assert item(plan("three geese flying in a V"), "goose").count == 3


def test_two_are_face_to_face() -> None:
    scene = plan("a goat and a sheep face to face")
    goat, sheep = item(scene, "goat"), item(scene, "sheep")
    assert (goat.relation, goat.target) == ("facing", sheep.id)


def test_who_talks_without_object_talks_to_the_other_one() -> None:
    scene = plan("a man and a woman talking")
    assert item(scene, "man").relation == "facing"


@pytest.mark.parametrize(
    ("prompt", "thing", "owner", "spot"),
    [
        ("an old woman sitting in a chair with a cat on her lap", "cat", "old woman", "lap"),
        ("a pirate with a parrot on his shoulder", "parrot", "pirate", "shoulder"),
        ("an owl on a wizard's shoulder", "owl", "wizard", "shoulder"),
        ("a cat in a woman's lap", "cat", "woman", "lap"),
    ],
)
def test_spots_of_the_body_are_told(prompt: str, thing: str, owner: str, spot: str) -> None:
    scene = plan(prompt)
    one = item(scene, thing)
    assert (one.relation, one.target, one.attributes["spot"]) == ("on", item(scene, owner).id, spot)


def test_who_has_something_on_the_lap_sits() -> None:
    assert item(plan("a girl with a puppy on her lap"), "girl").attributes["pose"] == "sitting"


def test_who_is_chased_runs() -> None:
    for prompt in ("a man being chased by a bear", "a bear chasing a man"):
        scene = plan(prompt)
        assert item(scene, "man").attributes["pose"] == "running"
        assert item(scene, "bear").target == item(scene, "man").id


def test_two_players_sit_at_a_table_with_their_board() -> None:
    scene = plan("two old men playing chess in the park")
    board, men = item(scene, "chessboard"), item(scene, "old man")
    assert scene.backdrop == "park"
    assert board.target == item(scene, "dining table").id
    assert item(scene, "chair").target == item(scene, "dining table").id
    assert (men.relation, men.target) == ("on", item(scene, "chair").id)


def test_what_a_dinner_is_said_to_have_is_on_its_table() -> None:
    scene = plan("a couple having a candlelit dinner with candles and two cups on the table")
    table = item(scene, "dining table").id
    assert {one.noun for one in scene.items if one.target == table} >= {"candle", "teacup"}


def test_a_table_without_company_stays_the_place_of_the_picture() -> None:
    scene = plan("three apples on a table")
    assert scene.backdrop == "table"
    assert [one.noun for one in scene.items] == ["apple"]


def test_a_birthday_cake_has_its_candles() -> None:
    authored = author("a birthday cake with candles", seed=1)
    assert [one.noun for one in authored.scene.items] == ["birthday cake"]
    assert "candles" in authored.reading.drawn


def test_playing_cards_are_things_without_players() -> None:
    assert [one.noun for one in plan("playing cards on a table").items] == ["playing card"]


@pytest.mark.parametrize(
    ("prompt", "large", "small"),
    [
        ("a refrigerator and a kettle on the stove", "refrigerator", "kettle"),
        ("an elephant and a mouse on a chair", "elephant", "mouse"),
    ],
)
def test_only_what_fits_is_on_it_as_well(prompt: str, large: str, small: str) -> None:
    scene = plan(prompt)
    assert item(scene, large).relation == "beside"
    assert item(scene, small).relation == "on"


def test_what_is_said_by_itself_is_done_however_large_it_is() -> None:
    assert item(plan("an elephant on a chair"), "elephant").relation == "on"


def test_a_man_and_a_cat_share_a_sofa() -> None:
    scene = plan("a man and a cat on a sofa")
    assert {one.relation for one in scene.items if one.noun in ("man", "cat")} == {"on"}


def test_the_desk_of_who_writes_is_drawn_once() -> None:
    scene = plan("a boy doing his homework at a desk")
    assert [one.noun for one in scene.items] == ["boy"]
    assert scene.backdrop == "room"


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("ducklings following their mother across a road", ["duckling", "duck"]),
        ("an elephant washing its baby", ["elephant", "baby elephant"]),
        ("a baby elephant and its mother", ["baby elephant", "elephant"]),
        ("a giraffe washing its baby", ["giraffe", "giraffe"]),
        ("a girl with her mother", ["girl", "mother"]),
    ],
)
def test_relatives_of_animals_are_animals(prompt: str, expected: list[str]) -> None:
    assert [one.noun for one in plan(prompt).items] == expected


def test_an_animal_has_a_small_baby() -> None:
    young = plan("a giraffe washing its baby").items[1]
    assert young.attributes["age"] == "baby"
    assert young.scale < 1


def test_what_is_given_to_somebody_is_held_before_that_one() -> None:
    scene = plan("a boy giving a flower to a girl")
    assert item(scene, "flower").relation == "holding"
    assert (item(scene, "boy").relation, item(scene, "boy").target) == ("facing", item(scene, "girl").id)


def test_a_rabbit_is_pulled_out_of_the_hat_that_it_is_in() -> None:
    scene = plan("a magician pulling a rabbit out of a hat")
    assert item(scene, "rabbit").target == item(scene, "hat").id
    assert item(scene, "magician").attributes["pose"] == "holding"


def test_who_pours_what_cannot_be_drawn_is_not_in_the_glass() -> None:
    assert item(plan("a scientist pouring a green liquid into a beaker"), "scientist").relation == ""


def test_who_pushes_a_stroller_has_no_cart_besides() -> None:
    assert item(plan("a mother pushing a stroller"), "mother").attributes["prop"] == ""


def test_who_leans_on_a_fence_has_the_guitar() -> None:
    scene = plan("a cowboy leaning against a fence with a guitar")
    assert item(scene, "guitar").target == item(scene, "cowboy").id


def test_fish_follow_by_swimming() -> None:
    assert item(plan("a shark following a small fish"), "fish").attributes["pose"] == "swimming"


def test_a_breakfast_of_something_brings_nothing_else() -> None:
    assert [one.noun for one in plan("a breakfast of eggs and bacon").items] == ["egg", "bacon"]


def test_what_is_looked_through_holds_nobody() -> None:
    scene = plan("a boy looking at the stars through a telescope")
    assert item(scene, "telescope").relation == "beside"


def test_a_dragon_is_not_balanced_on_coins_but_lies_on_a_heap_of_them() -> None:
    scene = plan("a dragon sitting on many gold coins")
    assert (item(scene, "coin").relation, item(scene, "dragon").relation) == ("around", "")
    scene = plan("a dragon sleeping on a heap of gold coins")
    assert item(scene, "dragon").relation == "on"
    assert item(scene, "dragon").art == "own:dragon-curled"


def test_pets_at_furniture_are_indoors_and_wild_animals_are_not() -> None:
    assert plan("a dog sleeping under a table").backdrop == "room"
    assert plan("a bear sleeping under a table").backdrop == "forest"


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("a man fishing", "lake"),
        ("a boy and his grandfather fishing from a pier", "lake"),
        ("a woman cooking", "kitchen"),
        ("a goldfish in a bowl next to a window", "table"),
        ("a woman in front of a lighthouse", "beach"),
        ("a man fishing in a river", "river"),
    ],
)
def test_where_people_are_who_do_what_is_done_in_few_places(prompt: str, backdrop: str) -> None:
    assert plan(prompt).backdrop == backdrop


def test_what_follows_an_object_that_cannot_be_drawn_is_not_held_for_it() -> None:
    scene = plan("a boy throwing a twiglet for his dog")
    assert item(scene, "dog").relation == ""


def test_who_is_under_an_umbrella_holds_it() -> None:
    scene = plan("a couple walking in the rain under an umbrella")
    umbrella = item(scene, "umbrella")
    assert (umbrella.relation, umbrella.target) == ("holding", item(scene, "woman").id)
    assert item(scene, "man").target == item(scene, "woman").id


def test_the_anvil_of_a_smith_is_drawn_once() -> None:
    scene = plan("a blacksmith hammering a sword on an anvil")
    assert [one.noun for one in scene.items] == ["blacksmith", "sword"]
    assert item(scene, "sword").target == item(scene, "blacksmith").id


def test_animals_that_meet_at_a_table_sit_at_it_like_people() -> None:
    scene = plan("two cats playing chess")
    assert item(scene, "cat").art == "beast:cat"
    assert (item(scene, "cat").relation, item(scene, "cat").target) == ("on", "chair-1")


def test_wares_lie_on_a_stall_at_the_market() -> None:
    scene = plan("a woman buying apples at the market")
    assert (item(scene, "apple").relation, item(scene, "apple").target) == ("on", "market-stall-1")
    assert item(scene, "woman").target == "market-stall-1"


def test_who_talks_on_a_bench_sits_on_it() -> None:
    assert item(plan("two friends talking on a bench"), "person").relation == "on"


@pytest.mark.parametrize(
    ("prompt", "noun"),
    [("a bench with a boy and an old man", "boy"), ("a sofa with a cat", "cat"), ("a boat with a bear", "bear")],
)
def test_who_a_seat_or_a_boat_has_is_on_it(prompt: str, noun: str) -> None:
    assert item(plan(prompt), noun).relation in ("on", "in")


def test_a_trifle_is_not_what_is_in_a_building() -> None:
    scene = plan("a wizard with a potion in a tower")
    assert (item(scene, "potion").relation, scene.backdrop) == ("holding", "tower chamber")
