"""What people and animals do, and what goes on: poses, relations to objects, implied things."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.lexicon.actions import actions
from aquatint.engines.composer.lexicon.inflect import gerund, third_person
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.situations import situations
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Item

ON_BLANKET = ("1 basket on picnic-blanket-1", "1 watermelon on picnic-blanket-1")


def items(prompt: str) -> list[Item]:
    return author(prompt, seed=1).scene.items


def line(item: Item) -> str:
    """ "2 tea around table-1"."""
    parts = [str(item.count), item.noun, item.relation, item.target]
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a robot serving coffee", ["1 robot", "1 coffee holding robot-1"]),
        ("a dog chasing a ball", ["1 dog following ball-1", "1 ball"]),
        ("a dog chased by a cat", ["1 dog", "1 cat following dog-1"]),
        ("a balloon held by a girl", ["1 balloon holding girl-1", "1 girl"]),
        ("a duck followed by five ducklings", ["1 duck", "5 duckling following duck-1"]),
        ("a woman leaning against a tree", ["1 woman leaning on tree-1", "1 tree"]),
        ("a bicycle leaning against a tree", ["1 bicycle in front of tree-1", "1 tree"]),
        ("a horse pulling a cart", ["1 horse", "1 wagon following horse-1"]),
        ("a knight fighting a dragon", ["1 knight facing dragon-1", "1 dragon"]),
        ("a fox fishing", ["1 fox"]),
        ("a cat knitting by a fireplace", ["1 cat beside fireplace-1", "1 fireplace"]),
        ("a cat sitting on a fence", ["1 cat on fence-1", "1 fence"]),
        ("a fighting cock", ["1 rooster"]),
        (
            "two foxes having a picnic",
            ["2 fox around picnic-blanket-1", "1 picnic blanket", *ON_BLANKET],
        ),
        ("a picnic with a basket", [ON_BLANKET[0], "1 picnic blanket", ON_BLANKET[1]]),
        ("a wedding", ["1 bride", "1 groom beside bride-1", "1 bouquet holding bride-1"]),
        ("birthday balloons", ["5 balloon"]),
        # Who does it: the living being, not its hat, its bench or what it holds.
        ("a chef in a hat tossing a pancake", ["1 chef", "1 hat wearing chef-1", "1 pancake holding chef-1"]),
        ("two girls on a bench reading a book", ["2 girl on bench-1", "1 bench", "1 book holding girl-1"]),
        ("a cat, a boy juggling three balls", ["1 cat", "1 boy", "3 ball holding boy-1"]),
        ("lamps, a cat asleep on a sofa", ["3 floor lamp", "1 cat on sofa-1", "1 sofa"]),
        ("moonlight falls through a window, an owl on a book", ["1 window", "1 owl on book-1", "1 book"]),
        ("fog around a tree and a castle", ["1 tree", "1 castle"]),
        ("children are building a sandcastle", ["3 child beside sandcastle-1", "1 sandcastle"]),
        ("two men shaking hands", ["2 man"]),
        # What pronouns mean.
        ("a girl holding a kite while her dog jumps beside her", ["1 girl", "1 kite holding girl-1",
        "1 dog beside girl-1"]),
        ("three children, a crab watches them", ["3 child", "1 crab facing child-1"]),
        ("a mouse under a chair, a cat behind it", ["1 mouse under chair-1", "1 chair", "1 cat behind chair-1"]),
        ("an elephant on a ball with a mouse on its back", ["1 elephant on ball-1", "1 ball",
        "1 mouse on elephant-1"]),
        ("a girl with a cat in her arms", ["1 girl", "1 cat holding girl-1"]),
        ("a pirate with a parrot on his shoulder and a sword in his hand", ["1 pirate", "1 parrot on pirate-1",
        "1 sword holding pirate-1"]),
        ("a fox carrying a basket full of apples", ["1 fox", "1 basket holding fox-1", "5 apple in basket-1"]),
        ("a bear wearing a scarf, holding a cup", ["1 bear", "1 scarf wearing bear-1", "1 teacup holding bear-1"]),
        ("a cat that reads a newspaper", ["1 cat", "1 newspaper holding cat-1"]),
        # Words that are no verbs and no goings-on here.
        ("a lead singer", ["1 singer"]),
        ("a war memorial", ["1 statue"]),
        ("a drive through the desert", []),
        # Animals that are somebody.
        ("a frog prince", ["1 frog"]),
        ("a pirate parrot", ["1 parrot"]),
        ("a house between a tree and a car", ["1 house between tree-1", "1 tree", "1 car"]),
    ],
)  # fmt: skip
def test_items(prompt: str, expected: list[str]) -> None:
    assert sorted(map(line, items(prompt))) == sorted(expected)


@pytest.mark.parametrize(
    ("prompt", "pose"),
    [
        ("a woman sweeping the street", "sweeping"),
        ("a woman who is thinking", "thinking"),
        ("a man bows", "bowing"),
        ("two boys pulling a wagon", "towing"),
        ("a fighting knight", "fighting"),
        ("people dance", "dancing"),
    ],
)
def test_poses(prompt: str, pose: str) -> None:
    assert items(prompt)[0].attributes["pose"] == pose


def test_between_two_things() -> None:
    house = items("a house between a tree and a car")[0]
    assert (house.target, house.second_target) == ("tree-1", "car-1")


def test_situations_are_told_as_approximated() -> None:
    reading = author("a birthday party in a garden", seed=1).reading
    assert reading.approximated == ["birthday party"]


def test_a_situation_brings_its_place_unless_the_text_names_one() -> None:
    assert author("a picnic", seed=1).scene.backdrop == "meadow"
    assert author("a picnic on the beach", seed=1).scene.backdrop == "beach"


def test_a_verb_whose_object_is_seen_is_not_lost() -> None:
    reading = author("a cat chasing a mouse", seed=1).reading
    assert "chasing" not in reading.undrawn


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("hug", ("hugging", "hugs")), ("carry", ("carrying", "carries")), ("lie", ("lying", "lies")),
        ("ride", ("riding", "rides")), ("see", ("seeing", "sees")), ("play golf", ("playing golf", "plays golf")),
        ("box", ("boxing", "boxes")), ("read", ("reading", "reads")), ("eat", ("eating", "eats")),
    ],
)  # fmt: skip
def test_verb_forms(verb: str, forms: tuple[str, str]) -> None:
    assert (gerund(verb), third_person(verb)) == forms


def test_tables_name_only_nouns_that_there_are() -> None:
    named = {action.thing for action in actions().values() if action.thing}
    named |= {part.noun for situation in situations().values() for part in situation.parts()}
    named |= {key for keys in table("words/actions")["carried"].values() for key in keys}
    named |= set(table("words/actions")["played"])
    assert named <= set(nouns())


def test_an_instrument_that_the_pose_shows_is_not_drawn_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = table("words/qualities")["shown"]
    monkeypatch.setitem(shown, "person", [*shown["person"], "playing violin"])
    assert [item.noun for item in items("a man playing the violin")] == ["man"]
    assert items("a man playing the violin")[0].attributes == {"pose": "playing violin"}
    assert [item.noun for item in items("a man playing a red violin")] == ["man", "violin"]
