"""Colours by likeness, shares of several, moods, ages, hats and beards of people, in scenes and portraits."""

from __future__ import annotations

import numpy as np
import pytest
from edits_help import drawn, instructed

from aquatint.engines.composer.edits.likening import colour_of
from aquatint.engines.composer.graphics.sitters import sitters
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Item, Scene
from aquatint.sizes import Size

SIZE = Size(256, 256)
TABLE = author("three apples, a pear and a bowl on a table", seed=7).scene
MAN = author("portrait of a fisherman with a grey beard and a yellow hat", seed=7).scene


def after(scene: Scene, said: str, item_id: str) -> Item:
    item = instructed(scene, said, SIZE)[0].item(item_id)
    assert item is not None
    return item


@pytest.mark.parametrize(
    "said",
    ["make the bowl the same colour as the pear", "paint the bowl in the colour of the pear",
     "the bowl should have the same color as the pear"],
)  # fmt: skip
def test_a_thing_takes_the_colour_of_another_one(said: str) -> None:
    pear = TABLE.item("pear-1")
    assert pear is not None
    bowl = after(TABLE, said, "bowl-1")
    assert bowl.colour == colour_of(pear) != ""
    assert bowl.noun == "bowl"


@pytest.mark.parametrize(
    "said",
    ["one apple red, one yellow, one blue", "make one apple red, another yellow and the other blue",
     "the first apple should be red, the second yellow and the third blue"],
)  # fmt: skip
def test_colours_are_shared_out(said: str) -> None:
    apple = after(TABLE, said, "apple-1")
    assert apple.count == 3
    assert sorted(single.instance for single in apple.singles) == [0, 1, 2]
    assert len({single.colour for single in apple.singles}) == 3


def test_of_a_pattern_the_ground_is_kept_and_the_rest_told() -> None:
    scene, reading = instructed(TABLE, "make the bowl blue with white dots", SIZE)
    assert reading.undrawn == ["white", "dots"]
    assert instructed(TABLE, "make the bowl blue", SIZE)[0].items == scene.items


@pytest.mark.parametrize("said", ["let him grin", "make him look sad", "he should be 30 years younger",
                                  "take his hat off", "shave off his beard", "give him a red scarf",
                                  "in front of a window", "put him in front of a harbour at dusk"])  # fmt: skip
def test_an_edit_of_a_portrait_is_seen(said: str) -> None:
    scene, reading = instructed(MAN, said, SIZE)
    assert reading.undrawn == []
    assert len(sitters(scene.items, 4)) == 1
    assert (drawn(scene, SIZE) != drawn(MAN, SIZE)).any()


def test_who_takes_a_place_keeps_what_was_worn() -> None:
    scene, _ = instructed(MAN, "turn him into a woman", SIZE)
    sitter = sitters(scene.items, 4)
    assert [one.item.noun for one in sitter] == ["woman"]
    assert sitter[0].item.attributes["clothes"] == "hat"


def test_what_is_set_on_a_thing_goes_with_it() -> None:
    room = author("a cat, a red sofa and a lamp in a living room", seed=7).scene
    there, _ = instructed(room, "put the cat on the sofa", SIZE)
    moved, _ = instructed(there, "move the sofa to the left", SIZE)
    cat, sofa = moved.item("cat-1"), moved.item("sofa-1")
    assert cat is not None
    assert sofa is not None
    assert cat != there.item("cat-1")
    gone, _ = instructed(moved, "move the cat to the right", SIZE)
    assert instructed(gone, "move the sofa to the right", SIZE)[0].item("cat-1") == gone.item("cat-1")


@pytest.mark.parametrize("said", ["no clouds", "without trees", "remove the sun"])
def test_a_place_is_shown_without(said: str) -> None:
    meadow = author("a horse in a meadow", seed=7).scene
    scene, _ = instructed(meadow, said, SIZE)
    assert len(scene.absent) == 1
    share = np.mean((drawn(scene, SIZE) != drawn(meadow, SIZE)).any(axis=2))
    assert 0.005 < share < 0.4
