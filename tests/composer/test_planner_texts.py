"""Words to be set: exactly those of the prompt, each with its role; and the steps of infographics."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.planner.texts import pieces


def texts(prompt: str) -> list[tuple[str, str]]:
    return [(text.role, text.content) for text in author(prompt, seed=1).scene.texts]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("poster, text 'BLUE NOTE - FRI 9PM'", [("title", "BLUE NOTE"), ("subtitle", "FRI 9PM")]),
        ("poster 'SUMMER SALE - 50% OFF' with a palm tree", [("title", "SUMMER SALE"), ("subtitle", "50% OFF")]),
        ("poster 'ROCK-N-ROLL'", [("title", "ROCK-N-ROLL")]),
        ("poster 'NEW YORK - NEW YORK'", [("title", "NEW YORK - NEW YORK")]),
        ('movie poster titled "Moby Dick" with a whale', [("title", "Moby Dick")]),
        ("movie poster titled Moby Dick with a whale", [("title", "Moby Dick")]),
        ("a logo for a coffee shop named Ember, minimal", [("name", "Ember")]),
        ("logo for a bakery called Golden Crust", [("name", "Golden Crust")]),
        ("logo for a firm called Smith & Sons, blue", [("name", "Smith & Sons")]),
        ("logo for a bar named 'The Fox'", [("name", "The Fox")]),
        ("a sign that says 'OPEN'", [("sign", "OPEN")]),
        (
            "poster with headline 'A', subtitle 'B' and footer 'C'",
            [("title", "A"), ("subtitle", "B"), ("caption", "C")],
        ),
        ("poster 'A' 'B' 'C'", [("title", "A"), ("subtitle", "B"), ("body", "C")]),
        (
            "birthday card for Maya turning 7 with balloons",
            [("title", "Happy Birthday"), ("name", "Maya"), ("caption", "7")],
        ),
        ("birthday card 'Alles Gute!' for Tom", [("title", "Alles Gute!"), ("name", "Tom")]),
        ("invitation for Anna & Tom's wedding", [("name", "Anna & Tom")]),
        ("thank you card", [("title", "Thank You")]),
        ("wedding card", []),
        ("poster of a fox", []),
        ("a dog named Rex", []),
        ("a cat and a dog", []),
        # Without quotation marks.
        ("a sign that says WELCOME HOME on a door", [("sign", "WELCOME HOME")]),
        ("a cat holding a sign that says hello world", [("sign", "hello world")]),
        ("a shop with a sign reading BAKERY", [("sign", "BAKERY")]),
        ("a boy reading a book", []),
        ("a poster with the words Keep Calm", [("title", "Keep Calm")]),
        ("NASA poster, SPACE WEEK 2026", [("title", "SPACE WEEK 2026")]),
        ("a UFO over a DIY store", []),
        ("A CAT ON A ROOF", []),
        ("travel poster, title NORWAY in big white letters", [("title", "NORWAY")]),
        # Dates, hours, prices and places of posters are their lines.
        (
            "poster for a concert on June 12 at 8 PM, tickets $25",
            [("title", "Concert"), ("subtitle", "June 12 at 8 PM"), ("caption", "$25")],
        ),
        (
            'poster "Blue Hour", Friday 9 PM, Club Mono',
            [("title", "Blue Hour"), ("subtitle", "Friday 9 PM"), ("caption", "Club Mono")],
        ),
        ("banner with 70% discount", [("subtitle", "70% discount")]),
        ("a cat at 8 PM", []),
        ("poster, title Moby Dick with a whale", [("title", "Moby Dick")]),
        ("poster with a wolf, text: save the forests", [("title", "save the forests")]),
        ("logo with the letters AB", [("title", "AB")]),
        ("a storefront sign with the name Bella Pizza", [("name", "Bella Pizza")]),
        (
            "invitation card, Emma & Noah, 3 October 2026, Rose Garden Hall",
            [("subtitle", "Emma & Noah"), ("caption", "3 October 2026"), ("caption", "Rose Garden Hall")],
        ),
    ],
)
def test_texts(prompt: str, expected: list[tuple[str, str]]) -> None:
    assert texts(prompt) == expected


def test_quoted_words_are_no_things() -> None:
    items = author("poster of a tree with the text 'three cats and a dog'", seed=1).scene.items
    assert [item.noun for item in items] == ["tree"]
    items = author("a house with a sign that says 'three cats and a dog'", seed=1).scene.items
    assert not {"cat", "dog"} & {item.noun for item in items}


def test_long_passages_are_cut_between_words_and_lose_nothing() -> None:
    long = "word " * 200 + "end"
    parts = pieces(long)
    assert all(len(part) <= 400 for part in parts)
    assert " ".join(parts) == long


def test_a_passage_without_blanks_is_cut_where_it_must() -> None:
    assert [len(part) for part in pieces("x" * 1000)] == [400, 400, 200]


def steps(prompt: str) -> list[str]:
    return [step.label for step in author(prompt, seed=1).scene.steps]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        (
            "infographic: water cycle with 4 labelled steps",
            ["Evaporation", "Condensation", "Precipitation", "Collection"],
        ),
        ("infographic of photosynthesis", ["Sunlight", "Water", "Carbon dioxide", "Sugar and oxygen"]),
        ("infographic: tea. 1. Boil water 2. Add leaves 3. Steep", ["Boil water", "Add leaves", "Steep"]),
        ("infographic, steps: collect, sort and reuse", ["Collect", "Sort", "Reuse"]),
        ("infographic about sailing", []),
        ("infographic: Version 2. 1 of 3", []),
        ("the water cycle", ["Evaporation", "Condensation", "Precipitation", "Collection"]),
    ],
)
def test_steps(prompt: str, expected: list[str]) -> None:
    assert steps(prompt) == expected


def test_steps_may_have_details_and_art() -> None:
    step = author("infographic 1. Coffee: grind the beans 2. Water: heat it", seed=1).scene.steps[0]
    assert (step.label, step.detail, step.art) == ("Coffee", "Grind the beans", "noto:hot-beverage")


def test_lettering_may_have_a_colour() -> None:
    texts = author("travel poster, title NORWAY in big white letters", seed=1).scene.texts
    assert [text.colour for text in texts] == ["#f5f4f0"]


@pytest.mark.parametrize(
    ("prompt", "word"),
    [
        ("a house with number 42", "42"),
        ("a clock showing 10:30", "10:30"),
        ("a cat at 8 PM", "8"),
        ("a car for $500", "500"),
    ],
)
def test_figures_are_never_lost_silently(prompt: str, word: str) -> None:
    assert any(word in told for told in author(prompt, seed=1).reading.undrawn)
