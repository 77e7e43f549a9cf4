"""What goes on from a picture: more of it, other versions of it, steps back and forth."""

from __future__ import annotations

import pytest

from .talks import Talk, after


async def test_what_was_undone_is_done_again() -> None:
    talk = await after("draw a fox", "at night", "add a moon", "undo", "undo")
    assert [(await talk.say("redo"))[0] for _ in range(3)] == [["show p2"], ["show p3"], []]


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("and a second dog", "edit p1: add another dog"),
        ("also a third one", "edit p1: add another dog"),
        ("another dog please", "edit p1: add another dog"),
        ("plus two cats", "edit p1: add two cats"),
        ("and a bench next to it", "edit p1: add a bench next to the dog"),
        ("another owl", "generate: another owl"),
        ("I'd like a bigger dog", "edit p1: make the dog bigger"),
        ("more trees", "edit p1: add more trees"),
        ("and then draw a boat", "generate: a boat"),
        ("I don't like the background, use a castle", "edit p1: change the background to a castle"),
        ("I don't like the colour, try blue", "edit p1: make the dog blue"),
        ("I don't like the dog, try a cat", "edit p1: replace the dog with a cat"),
        ("dibuja un gato negro", "generate: un gato negro"),
        ("画一只红色的狐狸", "generate: 一只红色的狐狸"),
        ("menu for a cafe: tea 2, coffee 3", "generate: menu for a cafe: tea 2, coffee 3"),
        (
            "as a business card for Tom Lee, CTO",
            "generate: a business card for Tom Lee, CTO with a dog in the snow",
        ),
    ],
)
async def test_what_belongs_to_the_picture_and_what_does_not(text: str, done: str) -> None:
    talk = await after("draw a dog in the snow")
    assert (await talk.say(text))[0] == [done]


async def test_alternatives_are_drawn_anew() -> None:
    talk = await after("draw a boat on a lake")
    for text, count in (("give me 3 alternatives", 3), ("four variations of it", 4), ("a few other options", 3)):
        assert (await talk.say(text))[0] == ["generate: a boat on a lake"] * count


async def test_rows_are_spoken_of_by_their_names() -> None:
    talk = await after("menu: soup 4, salad 5")
    assert (await talk.say("soup is 4.50 now"))[0] == ["edit p1: soup is 4.50 now"]
    assert (await talk.say("everything gets 10% more expensive"))[0][0].startswith("edit p2")


async def test_him_is_somebody() -> None:
    talk = await after("a robot", "add a balloon")
    assert (await talk.say("and a dog beside him"))[0] == ["edit p2: add a dog beside the robot"]


async def test_a_chart_is_told_again_with_what_it_tells_now() -> None:
    talk = await after("pie chart: rent 40, food 30, fun 30", "change rent to 50", "title it Costs")
    assert (await talk.say("try again"))[0] == ['generate: pie chart called "Costs": Rent 50, Food 30, Fun 30']


async def test_what_a_graphic_is_for_may_come_later() -> None:
    talk = Talk()
    assert (await talk.say("Hi, can you help me with a birthday card?"))[0] == ["generate: a birthday card"]
    assert (await talk.say("for my mum"))[0] == ["generate: a birthday card for my mum"]


async def test_what_is_not_there_is_not_moved() -> None:
    talk = await after("a cat and a dog in a garden")
    _, answer = await talk.say("move the unicorn to the right")
    assert answer.startswith("I could not do that")
    assert "unicorn" in answer


async def test_of_several_boats_the_one_that_went_comes_back() -> None:
    talk = await after("two boats on a lake", "remove one boat", "bring the boat back")
    assert (await talk.say("how many boats are there?"))[1] == "There are two boats."
