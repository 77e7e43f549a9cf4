"""Edits of words that are set: only those that are meant, and never words that nobody asked for."""

from __future__ import annotations

import pytest
from edits_help import instructed

from aquatint.engines.composer.planner.author import author
from aquatint.sizes import Size

SIZE = Size(768, 768)
POSTER = author("a poster 'SALE' 'Up to 50% off' with a shopping bag", seed=3).scene


@pytest.mark.parametrize(
    ("instruction", "contents"),
    [
        ("translate title to 'Fête'", ["Fête", "Up to 50% off"]),
        ('rename the title to "Big Deals"', ["Big Deals", "Up to 50% off"]),
        ("all caps", ["SALE", "UP TO 50% OFF"]),
        ("make the title lowercase", ["sale", "Up to 50% off"]),
        ("swap the title and the subtitle", ["Up to 50% off", "SALE"]),
        ("add the date 5 May under the title", ["SALE", "Up to 50% off", "5 May"]),
        ("change 50% to 70%", ["SALE", "Up to 70% off"]),
    ],
)
def test_words_become_what_was_asked(instruction: str, contents: list[str]) -> None:
    changed, reading = instructed(POSTER, instruction, SIZE)
    assert [text.content for text in changed.texts] == contents
    assert not reading.undrawn


@pytest.mark.parametrize(
    "instruction",
    [
        "move the title to the bottom",
        "align the text to the left",
        "translate the title to French",
        "change 'Sele' to 'Sold out'",
        "underline the title",
        "make it a pie chart",
    ],
)
def test_what_cannot_be_done_sets_no_words(instruction: str) -> None:
    changed, reading = instructed(POSTER, instruction, SIZE)
    assert changed.texts == POSTER.texts
    assert changed.kind == POSTER.kind
    assert reading.undrawn


def test_several_things_of_one_text() -> None:
    changed, reading = instructed(POSTER, "make the title bigger, red and in a serif font", SIZE)
    title = changed.texts[0]
    assert (title.content, title.font, bool(title.colour)) == ("SALE", "serif", True)
    assert reading.undrawn == ["bigger"]


def test_it_is_the_text_of_the_clause_before() -> None:
    changed, _ = instructed(POSTER, "set the subtitle in a handwritten font and make it gold", SIZE)
    assert changed.items == POSTER.items
    assert [bool(text.colour) for text in changed.texts] == [False, True]


def test_the_icon_is_the_thing_of_a_logo() -> None:
    logo = author("a logo for a bakery called Crumb", seed=3).scene
    changed, _ = instructed(logo, "replace the icon with a croissant", SIZE)
    assert [item.noun for item in changed.items] == ["croissant"]
    same, reading = instructed(logo, "make the icon bigger", SIZE)
    assert same.kind == "logo"
    assert "bigger" in reading.undrawn
