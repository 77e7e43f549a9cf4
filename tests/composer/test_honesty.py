"""What cannot be kept is not promised."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.honesty import admit
from aquatint.engines.composer.planner.author import author


@pytest.mark.parametrize("words", ["ᚠᚢᚦᚨᚱᚲ", "ᬅᬓ᭄ᬱᬭ", "🎉🎊"])
def test_words_in_a_script_without_a_font_are_undrawn(words: str) -> None:
    scene, reading = author(f"poster with the text '{words}'", seed=1)
    admit(scene, reading)
    assert words in reading.undrawn
    assert words not in reading.drawn


@pytest.mark.parametrize(
    "words",
    [
        "GRAND OPENING",
        "Łódź żyje",
        "Привет",
        "Καλημέρα",
        "你好世界",
        "مرحبا",
        "नमस्ते",
        "こんにちは世界",
        "שלום",
        "Party 🎉 time",
    ],
)
def test_words_with_a_font_are_drawn(words: str) -> None:
    scene, reading = author(f"poster with the text '{words}'", seed=1)
    admit(scene, reading)
    assert words in reading.drawn
    assert words not in reading.undrawn


def test_a_single_character_without_a_font_is_undrawn_alone() -> None:
    scene, reading = author("poster with the text 'Party 🎉 time'", seed=1)
    admit(scene, reading)
    assert "🎉" in reading.undrawn
    assert "Party 🎉 time" in reading.drawn


def test_a_place_alone_cannot_be_cut_out() -> None:
    scene, reading = author("a forest landscape", seed=1, transparent=True)
    admit(scene, reading)
    assert not scene.transparent
    assert "transparent background" in reading.undrawn


def test_a_subject_is_cut_out() -> None:
    scene, reading = author("a red apple", seed=1, transparent=True)
    admit(scene, reading)
    assert scene.transparent
    assert reading.undrawn == []


def test_a_pie_chart_is_no_pie() -> None:
    scene, reading = author("a pie chart of rent and food", seed=1)
    assert scene.items == []
    assert scene.chart is not None
    assert scene.chart.series == []
    assert reading.approximated == ["pie chart"]


def test_a_view_from_above_is_only_promised_where_the_ground_fills_the_picture() -> None:
    scene, reading = author("a cow on a meadow, aerial view", seed=1)
    admit(scene, reading)
    assert "aerial view" in reading.approximated
    assert "aerial view" not in reading.drawn
    scene, reading = author("flat lay of a croissant on a table", seed=1)
    admit(scene, reading)
    assert "flat lay" in reading.drawn


@pytest.mark.parametrize("where", ["the left one", "the middle one", "the one on the right"])
def test_which_of_several_is_meant_by_its_place_is_drawn(where: str) -> None:
    authored = author(f"three cats, {where} is black", seed=7)
    assert where.removeprefix("the ") in authored.reading.drawn
    (cats,) = authored.scene.items
    assert cats.count == 3
    assert len(cats.singles) == 1


@pytest.mark.parametrize(("prompt", "fate"), [("on black", "drawn"), ("on white", "approximated")])
def test_a_glow_is_seen_on_a_dark_background(prompt: str, fate: str) -> None:
    scene, reading = author(f"a glowing crown {prompt}", seed=1)
    admit(scene, reading)
    assert "glowing" in getattr(reading, fate)


def test_the_middle_one_of_an_even_number_is_only_near() -> None:
    authored = author("four cats, the middle one is black", seed=7)
    assert authored.reading.approximated == ["middle one"]
