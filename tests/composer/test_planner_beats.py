"""Stories: how many parts a picture has, and what the prompt tells of each."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.planner.beats import does_something, read_story
from aquatint.engines.composer.planner.kinds import parts_of
from aquatint.engines.composer.planner.tags import tag
from aquatint.engines.composer.planner.tokens import tokenise

NUMBERS = [
    ("a comic strip in four panels about a dog", "comic", 4),
    ("4-panel comic of a cat", "comic", 4),
    ("three-frame storyboard", "storyboard", 3),
    ("a storyboard of a chase in 8 shots", "storyboard", 8),
    ("two-by-two comic of a dog", "comic", 4),
    ("a 3x2 manga page", "comic", 6),
    ("a 2 x 3 comic", "comic", 6),
    ("six equal panels of a lighthouse", "comic", 6),
    ("tell the story of a snail in five comic panels", "comic", 5),
    ("a knight's day in six panels", "comic", 6),
]


@pytest.mark.parametrize(("prompt", "kind", "number"), NUMBERS)
def test_counted_parts_name_the_kind_and_their_number(prompt: str, kind: str, number: int) -> None:
    scene, reading = author(prompt, seed=1)
    counted = parts_of(tag(tokenise(prompt)), kind)
    assert scene.kind == kind
    assert counted is not None
    assert counted.number == number
    assert not {"panel", "panels", "frame", "shots", "equal", "2x3"} & set(reading.undrawn)


@pytest.mark.parametrize(
    "prompt",
    [
        "a robot under four solar panels",
        "a door with four panels",
        "comic book style superhero",
        "a boy reading a comic",
        "a cat next to three wooden panels",
    ],
)
def test_other_panels_are_no_comic(prompt: str) -> None:
    assert author(prompt, seed=1).scene.kind != "comic"


BEATS = [
    ("3 panel comic. Panel 1: a girl waves. Panel 2: she runs.", ("a girl waves", "she runs")),
    ("In the first panel a cat sits. In the last panel the cat sleeps.", ("a cat sits", "the cat sleeps")),
    ("comic strip: 1. A hen sits. 2. It lays an egg.", ("A hen sits", "It lays an egg")),
    ("storyboard: a man walks; he sees a dog; they play", ("a man walks", "he sees a dog", "they play")),
    ("First a boy plants a seed, then rain falls, comic strip", ("a boy plants a seed", "rain falls")),
    ("a comic about a bear who finds honey, eats it, and falls asleep",
     ("a bear who finds honey", "eats it", "falls asleep")),
    ("four panels of a lighthouse: sunrise, noon, sunset, night", ("sunrise", "noon", "sunset", "night")),
    ("three panel comic: in panel one, a cat sits. In panel two, it runs.", ("a cat sits", "it runs")),
    ("three panels of a bear walking in a forest, by the river and on a hill",
     ("a bear walking in a forest", "a bear walking by the river", "a bear walking on a hill")),
    ("comic where a dog says \"Hi, you; there. Yes\", the cat runs",
     ("a dog says \"Hi, you; there. Yes\"", "the cat runs")),
]  # fmt: skip


@pytest.mark.parametrize(("prompt", "beats"), BEATS)
def test_a_story_has_a_beat_for_each_thing_that_happens(prompt: str, beats: tuple[str, ...]) -> None:
    counted = parts_of(tag(tokenise(prompt)), "comic")
    assert read_story(prompt, counted.number if counted else 0).beats == beats


@pytest.mark.parametrize(
    "prompt",
    ["a cat, a dog and a bird in a four panel comic", "comic with six panels of a knight fighting a dragon"],
)
def test_a_list_of_things_is_no_story(prompt: str) -> None:
    assert len(read_story(prompt, 4).beats) < 2


def test_what_is_said_before_the_beats_opens_the_story() -> None:
    story = read_story("Comic of a fox in a forest: it walks, it jumps, it sleeps")
    assert story.opening == "a fox in a forest"
    assert len(story.beats) == 3


@pytest.mark.parametrize(
    ("words", "doing"), [("the penguin slides", True), ("eats it", True), ("three blue cats", False)]
)
def test_verbs_are_known_by_what_stands_before_them(words: str, doing: bool) -> None:
    assert does_something(words) is doing
