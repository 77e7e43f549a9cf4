"""What an instruction forbids, makes depend on a condition, or asks in vain; and what is told of it."""

from __future__ import annotations

import pytest
from edits_help import instructed

from aquatint.engines.composer.edits.fallback import is_vain
from aquatint.engines.composer.edits.operations import live_items
from aquatint.engines.composer.planner.author import author
from aquatint.sizes import Size

SIZE = Size(512, 512)
PARK = author("a dog and a red ball in a park, three birds", seed=7).scene
NIGHT = author("a fox in a forest at night", seed=7).scene


@pytest.mark.parametrize(
    "said",
    [
        "do not make the dog green", "never add any people", "don't let it rain", "please don't remove the ball",
        "you must not move the dog", "avoid adding a cat", "never paint the dog",
    ],
)  # fmt: skip
def test_nothing_comes_of_what_is_forbidden(said: str) -> None:
    after, reading = instructed(PARK, said, SIZE)
    assert is_vain(PARK, after)
    assert reading.drawn == reading.undrawn == []


@pytest.mark.parametrize(
    "said", ["don't touch the ball, make the dog black", "make the dog black without changing the ball"]
)
def test_what_is_not_forbidden_is_done(said: str) -> None:
    after, _ = instructed(PARK, said, SIZE)
    assert [one.id for one in after.items if one != PARK.item(one.id)] == ["dog-1"]


@pytest.mark.parametrize(
    ("said", "done"),
    [
        ("add a cat but only if there is a dog", True),
        ("add a cat but only if there is a horse", False),
        ("add a cat unless there is a dog", False),
        ("if there is no horse, add a cat", True),
        ("if there is a horse, add a cat", False),
        ("if there is a dog add a cat", True),
        ("if possible add a cat", True),
    ],
)
def test_a_condition_decides(said: str, done: bool) -> None:
    after, reading = instructed(PARK, said, SIZE)
    assert any(item.noun == "cat" for item in after.items) == done
    assert ("cat" in reading.undrawn) != done
    assert [item.noun for item in live_items(after)].count("dog") == 1


@pytest.mark.parametrize("said", ["make the dog red and not blue", "the dog should be red, not blue"])
def test_what_is_denied_is_left_out(said: str) -> None:
    after, reading = instructed(PARK, said, SIZE)
    assert after.item("dog-1") == instructed(PARK, "make the dog red", SIZE)[0].item("dog-1")
    assert "blue" not in reading.drawn


def test_a_hat_goes_to_whom_the_words_give_it() -> None:
    scene = author("a man and a dog in a park", seed=7).scene
    after, _ = instructed(scene, "put a hat on the dog", SIZE)
    assert [item.target for item in after.items if item.noun == "hat"] == ["dog-1"]


@pytest.mark.parametrize("said", ["make it night", "at night", "add stars", "let the fox look up"])
def test_what_changes_nothing_is_told_as_not_done(said: str) -> None:
    after, reading = instructed(NIGHT, said, SIZE)
    assert is_vain(NIGHT, after)
    assert reading.undrawn
    assert not set(reading.drawn) - {"fox"}


@pytest.mark.parametrize(
    "said",
    [
        "remove the dog", "the dog must go", "send the dog away", "move the dog out of the picture",
        "take the dog away",
        "the dog should be removed", "keep everything but the dog",
        "I don't want the dog", "the dog is too loud, take it out",
    ],
)  # fmt: skip
def test_what_is_removed_is_gone_and_not_drawn(said: str) -> None:
    after, reading = instructed(PARK, said, SIZE)
    assert [item.noun for item in live_items(after)] == ["ball", "bird"]
    assert reading.drawn == reading.undrawn == []


@pytest.mark.parametrize(
    "said", ["only keep the dog", "keep only the dog", "I only want the dog", "nothing but the dog"]
)
def test_only_what_is_named_stays(said: str) -> None:
    after, _ = instructed(PARK, said, SIZE)
    assert [item.noun for item in live_items(after)] == ["dog"]


def test_of_several_the_one_that_was_spoken_of_goes() -> None:
    after, reading = instructed(PARK, "the bird on the left looks odd, get rid of it", SIZE)
    bird = after.item("bird-1")
    assert bird is not None
    assert sum(single.gone for single in bird.singles) == 1
    assert reading.undrawn == []
