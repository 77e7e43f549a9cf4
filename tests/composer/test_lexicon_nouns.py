"""The nouns: every row can be drawn, is of a sane size, and takes no other noun's name."""

from __future__ import annotations

from collections import Counter

import pytest

from aquatint import pack
from aquatint.engines.composer.art import library
from aquatint.engines.composer.backdrops import registry
from aquatint.engines.composer.lexicon.inflect import plurals
from aquatint.engines.composer.lexicon.nouns import Noun, facing, find_noun, metres, nouns, role
from aquatint.engines.composer.lexicon.vocabulary import LONGEST, entry_key, vocabulary
from aquatint.engines.composer.scene import Item

ALL = list(nouns().values())


def arts(noun: Noun) -> list[str]:
    return [art for art in (noun.art, *noun.colours.values()) if art]


def test_there_are_enough_nouns_of_every_group() -> None:
    groups = Counter(noun.group for noun in ALL)
    assert len(ALL) >= 1500
    assert sum(1 + len(noun.also) + len(noun.like) for noun in ALL) >= 5000
    assert set(groups) == {
        "animals", "buildings", "fantasy", "foods", "household", "people", "plants", "sky",
        "things", "vehicles",
    }  # fmt: skip
    assert min(groups.values()) >= 10


def test_all_art_exists() -> None:
    known = library.names()
    assert [(noun.key, art) for noun in ALL for art in arts(noun) if art not in known] == []


def test_packed_art_is_in_the_pack() -> None:
    members, prefix = pack.names(), "noto:"
    icons = {art.removeprefix(prefix) for noun in ALL for art in arts(noun) if art.startswith(prefix)}
    assert [icon for icon in sorted(icons) if f"art/noto/{icon}.svg" not in members] == []


def test_art_is_of_a_known_set() -> None:
    assert {art.partition(":")[0] for noun in ALL for art in arts(noun)} == {"noto", "own", "animal", "person"}


def test_people_are_never_emoji() -> None:
    assert all(noun.art.startswith("person:") for noun in ALL if noun.group == "people")


def test_no_two_nouns_share_a_word() -> None:
    words = Counter(entry_key(word) for noun in ALL for word in {noun.key, *noun.also, *noun.like})
    assert [word for word, count in words.items() if count > 1] == []


def test_entries_are_short_enough_to_be_looked_up() -> None:
    assert [entry for entry in vocabulary() if len(entry.split()) > LONGEST] == []


def test_homes_are_backdrops() -> None:
    homes = {noun.home for noun in ALL} - {""}
    assert homes <= set(registry.names())


@pytest.mark.parametrize(
    ("small", "large"),
    [
        ("mouse", "cat"), ("cat", "dog"), ("dog", "horse"), ("horse", "elephant"), ("elephant", "house"),
        ("child", "man"),
        ("apple", "watermelon"), ("car", "bus"), ("bicycle", "car"), ("house", "castle"),
        ("ant", "butterfly"), ("tulip", "tree"),
    ],
)  # fmt: skip
def test_sizes_are_in_order(small: str, large: str) -> None:
    assert nouns()[small].metres < nouns()[large].metres


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("apple", "apples"), ("fox", "foxes"), ("cherry", "cherries"), ("wolf", "wolves"), ("mouse", "mice"),
        ("sheep", "sheep"),
        ("fisherman", "fishermen"), ("police officer", "police officers"), ("cactus", "cacti"),
        ("key", "keys"), ("knife", "knives"),
        ("goose", "geese"), ("octopus", "octopuses"), ("child", "children"), ("human", "humans"),
    ],
)  # fmt: skip
def test_plurals(noun: str, plural: str) -> None:
    assert plural in plurals(noun)


@pytest.mark.parametrize(
    ("word", "key", "near"),
    [
        ("apples", "apple", False), ("bunnies", "rabbit", False), ("eels", "fish", True),
        ("oak", "oak", False), ("elm", "oak", True),
        ("sports car", "sports car", False), ("airplane", "airplane", False), ("mutts", "dog", True),
        ("children", "child", False),
        ("hot air balloon", "hot air balloon", False), ("ice-cream cone", "ice cream cone", False),
        ("café", None, False),
    ],
)  # fmt: skip
def test_words_find_their_noun(word: str, key: str | None, near: bool) -> None:
    found = [sense for sense in vocabulary()[entry_key(word)] if sense.category == "noun"]
    assert [(sense.value, sense.near) for sense in found] == ([(key, near)] if key else [])


@pytest.mark.parametrize(
    "word",
    ["street", "flat", "behind", "portrait", "painting", "jazz", "night", "text", "left", "modern",
     "young", "market",
     "shop", "party", "light", "side", "abstract", "tea party"],
)  # fmt: skip
def test_no_absurd_nouns(word: str) -> None:
    assert all(sense.category != "noun" for sense in vocabulary().get(entry_key(word), ()))


def test_items_are_measured_by_their_noun() -> None:
    whale = Item(id="whale-1", noun="whale", word="whale", art="noto:whale")
    assert (role(whale), metres(whale), facing(whale)) == ("swims", 5.0, "left")


def test_what_the_prompt_lets_fly_flies() -> None:
    whale = Item(id="whale-1", noun="whale", word="whale", art="noto:whale", attributes={"pose": "flying"})
    assert role(whale) == "flies"


def test_unknown_items_stand_a_metre_tall() -> None:
    thing = Item(id="x-1", noun="zorblax", word="zorblax", art="noto:rock")
    assert find_noun("zorblax") is None
    assert (role(thing), metres(thing), facing(thing)) == ("stands", 1.0, "front")
