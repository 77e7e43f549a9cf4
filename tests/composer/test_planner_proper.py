"""Names on posters and covers, and the things that titles name."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.planner.author import author


@pytest.mark.parametrize(
    ("prompt", "texts"),
    [
        ('book cover: "The Last Ship" by Clara Voss', [("title", "The Last Ship"), ("caption", "Clara Voss")]),
        ("book cover by Clara Voss", [("caption", "Clara Voss")]),
        (
            "concert poster for The Velvet Foxes, Saturday 12 June",
            [("title", "The Velvet Foxes"), ("subtitle", "Saturday 12 June")],
        ),
        ("travel poster for Kyoto", [("title", "Kyoto")]),
        ("travel poster for the Scottish Highlands", [("title", "Scottish Highlands")]),
        ('poster "GO" for Acme', [("title", "GO")]),
        ("poster by Anna", []),
        ("poster for Halloween", []),
        ("poster for Maya's 7th birthday", []),
        ("Concert Poster For The Band", []),
        ("a painting by Anna for Tom", []),
    ],
)  # fmt: skip
def test_names_are_lettered(prompt: str, texts: list[tuple[str, str]]) -> None:
    assert [(text.role, text.content) for text in author(prompt, seed=1).scene.texts] == texts


def test_a_place_in_the_title_is_drawn_too() -> None:
    made = author("travel poster for Kyoto", seed=1)
    assert made.scene.backdrop == "japanese street"
    assert "kyoto" in made.reading.approximated


@pytest.mark.parametrize(
    ("prompt", "noun"),
    [
        ('book cover: "The Last Lighthouse"', "lighthouse"),
        ('logo for "Blue Whale Coffee"', "whale"),
        ("concert poster for The Velvet Foxes", "fox"),
        ('book cover "The Last Lighthouse" with an owl', "owl"),
        ('poster "SUMMER SALE"', ""),
    ],
)
def test_a_title_is_pictured_where_nothing_else_is_named(prompt: str, noun: str) -> None:
    assert [item.noun for item in author(prompt, seed=1).scene.items] == ([noun] if noun else [])
