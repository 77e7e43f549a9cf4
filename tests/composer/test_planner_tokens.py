"""Cutting texts: quoted passages stay exact, apostrophes stay in words, nothing is lost."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.planner.tags import tag
from aquatint.engines.composer.planner.tokens import tokenise


def quotes(text: str) -> list[str]:
    return [token.text for token in tokenise(text) if token.kind == "quote"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("poster 'SUMMER SALE - 50% OFF'", ["SUMMER SALE - 50% OFF"]),
        ('a sign that says "Joe\'s Diner"', ["Joe's Diner"]),
        ("text “Hello, world!” and «Bonjour»", ["Hello, world!", "Bonjour"]),
        ("the cat's toy and the dogs' bowl", []),
        ("don't draw 'DON'T PANIC' twice", ["DON'T PANIC"]),
        ("`code` „Guten Tag“ 「今日は」", ["code", "Guten Tag", "今日は"]),
        ("an unclosed \" mark", []),
        ("''", []),
        ('title "A" subtitle "B"', ["A", "B"]),
        ("it's 5' tall", []),
        ("'two\nlines'", ["two\nlines"]),
    ],
)  # fmt: skip
def test_quoted_passages(text: str, quoted: list[str]) -> None:
    assert quotes(text) == quoted


def test_a_stray_mark_does_not_swallow_the_text() -> None:
    assert quotes('a 12" record ' + "and more " * 500 + '"') == []


def test_words_keep_their_apostrophes_and_numbers_their_units() -> None:
    words = [(token.kind, token.text) for token in tokenise("Tom's 9PM show, 50% off 1,000.5 x 7-year-old")]
    assert words == [
        ("word", "Tom's"), ("number", "9PM"), ("word", "show"), ("mark", ","), ("number", "50%"), ("word", "off"),
        ("number", "1,000.5"), ("word", "x"), ("number", "7"), ("word", "year"), ("word", "old"),
    ]  # fmt: skip


def test_words_of_other_scripts_stay_whole() -> None:
    assert [token.text for token in tokenise("लाल सेब और кошка 猫 قطة")] == [
        "लाल",
        "सेब",
        "और",
        "кошка",
        "猫",
        "قطة",
    ]


def test_hyphens_join_and_dashes_part() -> None:
    assert [token.text for token in tokenise("low-poly fox - blue")] == ["low", "poly", "fox", "-", "blue"]


def test_longest_entry_wins() -> None:
    assert [each.word for each in tag(tokenise("a hot air balloon, a red sports car and a fire hydrant"))] == [
        "a", "hot air balloon", ",", "a", "red", "sports car", "and", "a", "fire hydrant",
    ]  # fmt: skip


def test_entries_do_not_span_marks() -> None:
    assert [each.word for each in tag(tokenise("hot, air, balloon"))] == ["hot", ",", "air", ",", "balloon"]


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_tokens_cover_every_visible_character_in_order(text: str) -> None:
    tokens = tokenise(text)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    covered = {i for token in tokens for i in range(token.start, token.end)}
    left = {c for i, c in enumerate(text) if i not in covered and not c.isspace()}
    assert {c for c in left if unicodedata.category(c) not in ("Cf", "Mn", "Sk")} <= {"-"}


@pytest.mark.parametrize(
    ("prompt", "things"),
    [
        ("🦊🌲🌙", {"fox": 1, "pine tree": 1, "crescent moon": 1}),
        ("a 🐶 on a 🛋️", {"dog": 1, "sofa": 1}),
        ("🍎🍎🍎 in a 🧺", {"apple": 3, "basket": 1}),
        ("👩🏽\u200d🚀 with a 🍕", {"astronaut": 1, "pizza": 1}),
        ("🐻\u200d❄️", {"polar bear": 1}),
    ],
)
def test_emoji_are_the_things_that_they_show(prompt: str, things: dict[str, int]) -> None:
    scene, reading = author(prompt, seed=1)
    assert {item.noun: item.count for item in scene.items} == things
    assert reading.undrawn == []
