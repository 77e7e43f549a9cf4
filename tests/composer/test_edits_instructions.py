"""Instructions on composed pictures: what each one changes in the scene, and what it says was not done."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from aquatint.engines.composer.edits.instruct import follow_all
from aquatint.engines.composer.edits.operations import live_items
from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.scene import Item, Scene, Text
from aquatint.sizes import Size

SIZE = Size(512, 512)


def colour(word: str) -> str:
    """What the lexicon mixes for a colour word."""
    return str(table("words/colours")["colours"][word])


def an_item(noun: str, art: str, **more: Any) -> Item:
    return Item(id=f"{noun}-1", noun=noun, word=noun, art=art, **more)


ANIMALS = Scene(
    prompt="a cat and a pig beside a tree",
    seed=3,
    items=[
        an_item("cat", "noto:cat"),
        an_item("pig", "noto:pig"),
        an_item("tree", "noto:deciduous-tree"),
    ],
)
APPLES = Scene(prompt="five apples", seed=3, backdrop="table", items=[an_item("apple", "noto:red-apple", count=5)])
POSTER = Scene(
    prompt='a poster "SUMMER JAZZ"',
    seed=3,
    kind="poster",
    backdrop="studio",
    items=[an_item("cat", "noto:cat")],
    texts=[Text(role="title", content="SUMMER JAZZ"), Text(role="caption", content="tonight")],
)


def after(scene: Scene, instruction: str) -> Scene:
    return follow_all(scene, instruction, SIZE).scene


def named(scene: Scene, noun: str) -> list[Item]:
    return [item for item in live_items(scene) if item.noun == noun]


def only(scene: Scene, noun: str) -> Item:
    found = named(scene, noun)
    assert len(found) == 1, f"{len(found)} items of {noun}"
    return found[0]


@pytest.mark.parametrize(
    ("instruction", "noun", "word"),
    [
        ("make the cat blue", "cat", "blue"),
        ("Make the cat bright blue, please.", "cat", "bright blue"),
        ("paint the pig red", "pig", "red"),
        ("blue cat instead", "cat", "blue"),
        ("a blue cat", "cat", "blue"),
        ("recolor the cat to green", "cat", "green"),
        ("change the colour of the pig to purple", "pig", "purple"),
        ("can you turn the tree pink?", "tree", "pink"),
        ("the pig should be yellow", "pig", "yellow"),
        ("make the sow teal", "pig", "teal"),
        ("I want a green cat", "cat", "green"),
    ],
)
def test_recolour(instruction: str, noun: str, word: str) -> None:
    assert only(after(ANIMALS, instruction), noun).colour == colour(word)


def test_recolour_leaves_the_other_items_equal() -> None:
    changed = after(ANIMALS, "make the cat blue")
    assert changed.items[1:] == ANIMALS.items[1:]


def test_two_subjects_take_one_colour_and_two_clauses_two() -> None:
    both = after(ANIMALS, "make the cat and the pig pink")
    assert {item.colour for item in both.items[:2]} == {colour("pink")}
    apart = after(ANIMALS, "make the cat blue and the pig yellow")
    assert [item.colour for item in apart.items] == [colour("blue"), colour("yellow"), ""]


def test_groups() -> None:
    assert [bool(item.colour) for item in after(ANIMALS, "make the animals blue").items] == [True, True, False]
    assert [item.noun for item in live_items(after(ANIMALS, "remove all animals"))] == ["tree"]
    assert all(item.colour for item in after(ANIMALS, "make everything teal").items)


@pytest.mark.parametrize(
    ("instruction", "noun", "count"),
    [
        ("add a moon", "moon", 1),
        ("add two birds in the sky", "bird", 2),
        ("put a rabbit on the left", "rabbit", 1),
        ("please insert a small red balloon", "balloon", 1),
        ("there should be a dog next to the cat", "dog", 1),
        ("include three ducks", "duck", 3),
        ("with a rabbit", "rabbit", 1),
    ],
)
def test_add(instruction: str, noun: str, count: int) -> None:
    scene = after(ANIMALS, instruction)
    assert only(scene, noun).count == count
    assert settled.is_added(only(scene, noun))
    assert scene.items[:3] == ANIMALS.items


def test_a_crowd_keeps_its_number() -> None:
    assert only(after(ANIMALS, "add 300 rabbits"), "rabbit").count == 300


def test_added_things_get_fresh_ids() -> None:
    scene = after(after(ANIMALS, "add a red cat"), "add a rabbit")
    assert [item.id for item in scene.items[3:]] == ["cat-2", "rabbit-1"]
    scene = after(after(ANIMALS, "add a rabbit on the left"), "add a rabbit on the right")
    assert [item.id for item in scene.items[3:]] == ["rabbit-1", "rabbit-2"]


@pytest.mark.parametrize(
    ("instruction", "relation", "target"),
    [
        ("add a bird above the tree", "above", "tree-1"),
        ("put a rabbit to the left of the cat", "left of", "cat-1"),
        ("add a bird on the pig", "on", "pig-1"),
        ("give the pig a hat", "wearing", "pig-1"),
        ("give the cat a balloon", "holding", "cat-1"),
    ],
)
def test_add_in_relation(instruction: str, relation: str, target: str) -> None:
    item = after(ANIMALS, instruction).items[-1]
    assert (item.relation, item.target) == (relation, target)


def test_add_at_a_spot() -> None:
    scene = after(ANIMALS, "add a rabbit on the right and a duck in the top left corner")
    rabbit, duck = only(scene, "rabbit").position, only(scene, "duck").position
    assert rabbit is not None
    assert rabbit[0] > 0.6
    assert duck is not None
    assert duck[0] < 0.3 > duck[1]


@pytest.mark.parametrize(
    "instruction",
    [
        "remove the pig", "delete the pig", "get rid of the pig, please", "without the pig", "take away the pig",
        "erase the pig from the picture", "no pig", "drop the pink pig",
    ],
)  # fmt: skip
def test_remove(instruction: str) -> None:
    assert [item.noun for item in live_items(after(ANIMALS, instruction))] == ["cat", "tree"]


@pytest.mark.parametrize(
    ("instruction", "gone", "come"),
    [
        ("replace the pig with a dog", "pig", "dog"),
        ("turn the cat into a rabbit", "cat", "rabbit"),
        ("swap the pig for a horse", "pig", "horse"),
        ("make the cat a rabbit", "cat", "rabbit"),
        ("a horse instead of the pig", "pig", "horse"),
        ("substitute a dog for the pig", "pig", "dog"),
        ("change the tree to a house", "tree", "house"),
    ],
)
def test_replace(instruction: str, gone: str, come: str) -> None:
    scene = after(ANIMALS, instruction)
    assert not named(scene, gone)
    assert only(scene, come).position is not None


def test_replaced_items_keep_their_number() -> None:
    assert only(after(APPLES, "replace the apples with lemons"), "lemon").count == 5


@pytest.mark.parametrize(
    ("instruction", "count"),
    [
        ("make it seven apples", 7),
        ("make it 12 apples", 12),
        ("three apples", 3),
        ("remove two apples", 3),
        ("take away one apple", 4),
        ("add another apple", 6),
        ("add three more apples", 8),
        ("remove half of the apples", 2),
        ("remove all but one apple", 1),
        ("make it a single apple", 1),
    ],
)
def test_count(instruction: str, count: int) -> None:
    assert only(after(APPLES, instruction), "apple").count == count


def test_more_than_can_be_drawn_is_refused() -> None:
    draft = follow_all(APPLES, "make it 5000 apples", SIZE)
    assert only(draft.scene, "apple").count == 5
    assert "5000" in draft.ledger.reading().undrawn or "apples" in draft.ledger.reading().undrawn


@pytest.mark.parametrize(
    ("instruction", "noun", "larger"),
    [
        ("make the cat bigger", "cat", True),
        ("make the cat twice as big", "cat", True),
        ("enlarge the pig", "pig", True),
        ("shrink the pig", "pig", False),
        ("make the tree tiny", "tree", False),
        ("make the pig a bit smaller", "pig", False),
        ("scale up the cat", "cat", True),
    ],
)
def test_resize(instruction: str, noun: str, larger: bool) -> None:
    scale = only(after(ANIMALS, instruction), noun).scale
    assert scale > 1 if larger else scale < 1


@pytest.mark.parametrize(
    ("instruction", "noun", "low", "high"),
    [
        ("move the cat to the left", "cat", 0.0, 0.4),
        ("put the pig on the right", "pig", 0.6, 1.0),
        ("shift the tree to the middle", "tree", 0.35, 0.65),
    ],
)
def test_move(instruction: str, noun: str, low: float, high: float) -> None:
    foot = settled.moved_to(only(after(ANIMALS, instruction), noun))
    assert foot is not None
    assert low <= foot[0] <= high


def test_swap_two_things() -> None:
    scene = after(ANIMALS, "swap the cat and the pig")
    cat, pig = settled.moved_to(only(scene, "cat")), settled.moved_to(only(scene, "pig"))
    assert cat is not None
    assert pig is not None
    assert cat != pig


@pytest.mark.parametrize(
    ("instruction", "field", "value"),
    [
        ("make it night", "time", "night"),
        ("at dusk", "time", "dusk"),
        ("add snow", "weather", "snow"),
        ("make it foggy", "weather", "fog"),
        ("in winter", "season", "winter"),
        ("as an oil painting", "style", "oil"),
        ("turn it into a watercolor painting", "style", "watercolor"),
        ("use a woodcut style", "style", "woodcut"),
        ("put it in a forest", "backdrop", "forest"),
        ("change the background to a forest", "backdrop", "forest"),
        ("make the background transparent", "transparent", True),
        ("remove the background", "transparent", True),
    ],
)
def test_setting(instruction: str, field: str, value: object) -> None:
    assert getattr(after(ANIMALS, instruction), field) == value


def test_weather_is_taken_back() -> None:
    snowy = msgspec.structs.replace(ANIMALS, weather="snow", season="winter")
    assert after(snowy, "remove the snow").weather == "clear"
    assert after(snowy, "remove the rain").weather == "snow"


@pytest.mark.parametrize(
    ("instruction", "contents"),
    [
        ("change the text to 'WINTER BLUES'", ["WINTER BLUES", "tonight"]),
        ("change the title to Autumn Swing", ["Autumn Swing", "tonight"]),
        ('replace "SUMMER" with "WINTER"', ["WINTER JAZZ", "tonight"]),
        ("make the caption say tomorrow", ["SUMMER JAZZ", "tomorrow"]),
        ("add the subtitle 'live music'", ["SUMMER JAZZ", "tonight", "live music"]),
        ("remove the caption", ["SUMMER JAZZ"]),
        ("remove the text", []),
    ],
)
def test_lettering(instruction: str, contents: list[str]) -> None:
    assert [text.content for text in after(POSTER, instruction).texts] == contents


def test_lettering_takes_colours_and_roles() -> None:
    assert after(POSTER, "make the title gold").texts[0].colour == colour("gold")
    assert after(POSTER, "make the title gold").texts[1].colour == ""
    added = after(ANIMALS, "write 'good night' at the bottom in red").texts[0]
    assert (added.content, added.role, added.colour) == ("good night", "caption", colour("red"))


def test_graphics_change_without_bookkeeping() -> None:
    assert after(POSTER, "remove the cat").items == []
    assert [item.noun for item in after(POSTER, "change the cat to a dog").items] == ["dog"]
    assert after(POSTER, "in blue and gold").palette == [colour("blue"), colour("gold")]


def test_it_is_what_was_mentioned_last() -> None:
    scene = after(ANIMALS, "add a rabbit and make it blue. Then move it to the left.")
    rabbit = only(scene, "rabbit")
    assert rabbit.colour == colour("blue")
    assert settled.moved_to(rabbit) is not None


def test_many_clauses_in_any_order() -> None:
    scene = after(
        ANIMALS, "make it night, remove the tree and paint the pig blue; also add a moon, as a watercolor"
    )
    assert (scene.time, scene.style) == ("night", "watercolor")
    assert [item.noun for item in live_items(scene)] == ["cat", "pig", "moon"]
    assert only(scene, "pig").colour == colour("blue")


@pytest.mark.parametrize(
    ("instruction", "undrawn"),
    [
        ("make him smile", ["smile"]),
        ("delete the dragon", ["dragon"]),
        ("make the dragon blue", ["dragon", "blue"]),
        ("rotate the picture by 90 degrees", ["rotate", "90", "degrees"]),
        ("xyzzy plugh", ["xyzzy", "plugh"]),
        ("make the pig juggle", ["pig", "juggle"]),
    ],
)
def test_what_is_not_understood_changes_nothing_and_is_told(instruction: str, undrawn: list[str]) -> None:
    draft = follow_all(ANIMALS, instruction, SIZE)
    assert draft.scene.items == ANIMALS.items
    assert draft.ledger.reading().undrawn == undrawn
    assert draft.ledger.reading().drawn == []


def test_what_is_done_and_what_is_not_are_told_apart() -> None:
    reading = follow_all(ANIMALS, "make the cat blue and juggling, remove the zeppelin", SIZE).ledger.reading()
    assert reading.drawn == ["cat", "blue"]
    assert reading.undrawn == ["juggling", "zeppelin"]


def test_asking_to_keep_things_is_no_request() -> None:
    draft = follow_all(ANIMALS, "Keep everything else exactly the same. Make the cat blue.", SIZE)
    assert draft.ledger.reading().undrawn == []
    assert only(draft.scene, "cat").colour == colour("blue")


def test_the_prompt_tells_the_story() -> None:
    changed = after(ANIMALS, "make the cat blue")
    assert changed.prompt == ANIMALS.prompt
    assert changed.instructions == ["make the cat blue"]
    long = changed
    for number in range(250):
        long = after(msgspec.structs.replace(long, items=ANIMALS.items), f"make the cat blue {'!' * number}")
    assert len(long.instructions) == 200
    assert Scene.from_plan(long.to_plan()) == long


@pytest.mark.parametrize(
    "instruction", ["", " ", "...", "and and and", "make", "the", "'", "\x00", "make the " * 2000]
)
def test_any_text_is_an_instruction(instruction: str) -> None:
    assert after(ANIMALS, instruction).items == ANIMALS.items


PEOPLE = Scene(prompt="a girl", seed=3, items=[an_item("girl", "person:girl")])


@pytest.mark.parametrize(
    ("instruction", "attribute", "word"),
    [
        ("make the girl's hair red", "hair", "red"),
        ("make the girl's dress blue", "clothes colour", "blue"),
        ("change the colour of her hair to black", "hair", "black"),
    ],
)
def test_hair_and_clothes_have_colours_of_their_own(instruction: str, attribute: str, word: str) -> None:
    girl = only(after(PEOPLE, instruction), "girl")
    assert girl.attributes[attribute] == colour(word)
    assert girl.colour == ""


def test_a_part_without_a_colour_of_its_own_stays() -> None:
    draft = follow_all(ANIMALS, "make the cat's whiskers blue", SIZE)
    assert draft.scene.items == ANIMALS.items
    assert "whiskers" in draft.ledger.reading().undrawn
    assert only(after(ANIMALS, "make the cat's fur blue"), "cat").colour == colour("blue")


@pytest.mark.parametrize("instruction", ["make the sky darker", "make the tree look to the right"])
def test_words_that_only_seem_to_ask_for_a_change(instruction: str) -> None:
    draft = follow_all(ANIMALS, instruction, SIZE)
    assert draft.scene.items == ANIMALS.items
    assert draft.ledger.reading().undrawn
