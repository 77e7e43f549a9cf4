"""Storybook beasts: animals that stand up and dress when they do what only people do."""

from __future__ import annotations

import numpy as np
import pytest
import skia

from aquatint.engines.composer.art.drawing import Box, Look
from aquatint.engines.composer.art.figures.find import beast_names, find_animal, find_beast
from aquatint.engines.composer.art.figures.people.roles import looks
from aquatint.engines.composer.art.library import find
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour
from aquatint.engines.composer.layout.groups import group_of
from aquatint.engines.composer.lexicon.nouns import nouns, role
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Item
from aquatint.engines.composer.staging import item_metres

SIDE, MARGIN = 120, 12


def painted(name: str, look: Look) -> np.ndarray:
    surface = skia.Surface(SIDE + 2 * MARGIN, SIDE + 2 * MARGIN)
    find(f"beast:{name}").paint(surface.getCanvas(), Box(MARGIN, MARGIN, SIDE, SIDE), look)
    return surface.toarray(colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kUnpremul_AlphaType)


@pytest.mark.parametrize("name", sorted(beast_names()))
def test_each_beast_fills_its_box_and_wears_its_own_head(name: str) -> None:
    pixels = painted(name, Look(attributes={"pose": "standing"}, chance=Chance(3)))
    alpha = pixels[..., 3]
    rows, columns = np.flatnonzero(alpha.max(axis=1) > 30), np.flatnonzero(alpha.max(axis=0) > 30)
    assert abs(rows[-1] + 1 - (MARGIN + SIDE)) <= 2
    assert rows[0] >= MARGIN - 3
    assert columns[0] >= MARGIN - 2
    assert rows[-1] - rows[0] >= SIDE - 8


@pytest.mark.parametrize("pose", table("words/postures")["storybook"]["poses"])
def test_poses_of_the_storybook_are_poses_of_people(pose: str) -> None:
    assert pose in looks().poses


def test_every_noun_that_may_stand_up_has_a_body_for_it() -> None:
    data = table("words/postures")["storybook"]
    for key in (*data["names"], *data["birds"]):
        assert find_beast(nouns()[key].art.partition(":")[2]) is not None
    assert all(key in nouns() for key in data["held"])


def test_fur_takes_an_asked_colour_and_clothes_do_not() -> None:
    plain = find_beast("fox").traits(Look(chance=Chance(2)))
    blue = find_beast("fox").traits(Look(chance=Chance(2), colour=Colour.of("#2f6fc0")))
    assert plain.main == blue.main
    assert plain.skin != blue.skin


@pytest.mark.parametrize(
    ("prompt", "arts"),
    [
        ("a frog playing the guitar", ["beast:frog"]),
        ("a cat playing the piano", ["beast:cat"]),
        ("a fox in a suit", ["beast:fox"]),
        ("a pig riding a bicycle", ["beast:pig"]),
        ("a fox walking with an umbrella", ["beast:fox", "noto:umbrella"]),
        ("a lion shaking hands with a zebra", ["beast:lion", "beast:zebra"]),
        # What beasts do as beasts they do on four legs, and birds sing as birds.
        ("a fox running", ["animal:fox"]),
        ("a cat wearing a hat", ["animal:cat", "noto:top-hat"]),
        ("a stork dancing", ["animal:stork"]),
        ("a girl hugging a bear", ["person:girl", "animal:bear"]),
        ("a fish reading a book", ["animal:fish", "noto:open-book"]),
    ],
)
def test_beasts_stand_up_for_what_only_people_do(prompt: str, arts: list[str]) -> None:
    assert [item.art for item in author(prompt, seed=1).scene.items] == arts


def test_what_a_beast_does_as_people_do_is_told_as_drawn() -> None:
    reading = author("a frog playing the guitar", seed=1).reading
    assert "playing the guitar" in reading.drawn
    assert not reading.undrawn


def test_a_standing_beast_is_placed_like_people_and_of_their_size() -> None:
    def item(art: str, noun: str) -> Item:
        return Item(id="one-1", noun=noun, word=noun, art=art)

    owl = item("beast:owl", "owl")
    assert (role(owl), group_of(owl)) == ("stands", "people")
    assert role(item("animal:owl", "owl")) == "flies" or nouns()["owl"].role == "stands"
    mouse, elephant = item_metres(item("beast:mouse", "mouse")), item_metres(item("beast:elephant", "elephant"))
    assert 0.5 < mouse < elephant < 2.2
    assert find_animal("mouse").name == "mouse"


def test_a_mouse_has_its_hands_on_the_cart_that_it_pushes() -> None:
    mouse, cart = author("a mouse pushing a shopping cart", seed=1).scene.items
    assert (mouse.art, mouse.attributes["pose"]) == ("beast:mouse", "pushing")
    assert (cart.relation, cart.attributes["led"]) == ("holding", "handle")


def test_the_mother_of_an_animal_is_one() -> None:
    assert author("a fox mother with a cub", seed=1).scene.items[0].noun == "fox"


@pytest.mark.parametrize(
    ("prompt", "art"),
    [
        ("a mouse chef", "beast:mouse/chef"),
        ("a pirate parrot", "beast:parrot/pirate"),
        ("a frog king on a throne", "beast:frog/king"),
        ("a raccoon DJ at a party", "beast:raccoon/dj"),
        ("a cat astronaut", "animal:cat"),
    ],
)
def test_animals_of_a_calling_wear_its_clothes(prompt: str, art: str) -> None:
    assert art in [item.art for item in author(prompt, seed=1).scene.items]


def test_every_calling_that_animals_may_have_has_clothes_for_them() -> None:
    others = table("words/postures")["storybook"]["others"]
    assert all(key in nouns() for key in others)
    for key, noun in nouns().items():
        if noun.group == "people" and key not in others:
            assert find_beast(f"fox/{noun.art.partition(':')[2]}") is not None
