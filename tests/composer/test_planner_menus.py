"""Menus and price lists in any way of writing: whose they are, their sections, their prices."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Scene


def _scene(prompt: str) -> Scene:
    made = author(prompt, seed=1)
    assert made.scene.kind == "menu"
    assert made.scene.sheet is not None
    assert made.reading.undrawn == []
    return made.scene


def _rows(scene: Scene) -> list[tuple[str, str]]:
    assert scene.sheet is not None
    return [(entry.label, entry.mark) for entry in scene.sheet.entries]


@pytest.mark.parametrize(
    ("prompt", "title", "rows"),
    [
        ("Menu for an Italian trattoria with pizza margherita 9, lasagne 12", "Italian Trattoria",
         [("Pizza margherita", "9"), ("Lasagne", "12")]),
        ("Menu with pizza 9, lasagne 12", "Menu", [("Pizza", "9"), ("Lasagne", "12")]),
        ("Menu: burger - $9, fries - $4", "Menu", [("Burger", "$9"), ("Fries", "$4")]),
        ("menu for Luigi's: A: 9€, B: 12€", "Luigi's", [("A", "9€"), ("B", "12€")]),
        ("menu for a coffee shop called Bean There with espresso for 3 and latte for 4.50", "Bean There",
         [("Espresso", "3"), ("Latte", "4.50")]),
        ("drinks menu with tea $3, cola $5 for The Blue Door", "The Blue Door", [("Tea", "$3"), ("Cola", "$5")]),
        ("price list: haircut €25 / shave €15", "Price List", [("Haircut", "€25"), ("Shave", "€15")]),
        ("wine list: Chianti 2019 - 28, Riesling - 22", "Wine List", [("Chianti 2019", "28"), ("Riesling", "22")]),
    ],
)  # fmt: skip
def test_dishes_and_prices_are_read(prompt: str, title: str, rows: list[tuple[str, str]]) -> None:
    scene = _scene(prompt)
    assert next(text.content for text in scene.texts if text.role == "title") == title
    assert _rows(scene) == rows


@pytest.mark.parametrize(
    "prompt",
    [
        "cafe menu with starters: soup 5, salad 6; mains: steak 18",
        'Menu titled "Kiosk" with sections Starters: soup 5, salad 6. Mains: steak 18',
    ],
)
def test_sections_may_follow_with(prompt: str) -> None:
    assert _rows(_scene(prompt)) == [
        ("Starters", ""),
        ("Soup", "5"),
        ("Salad", "6"),
        ("Mains", ""),
        ("Steak", "18"),
    ]


def test_what_follows_the_dishes_without_a_price_is_no_dish() -> None:
    scene = author("kids menu with nuggets 6 and pasta 5, cute animals", seed=1).scene
    assert _rows(scene) == [("Nuggets", "6"), ("Pasta", "5")]
