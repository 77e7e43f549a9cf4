"""Labelled pictures: the thing, its parts and the prompt's own labels."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.planner.author import Authored, author
from aquatint.engines.composer.scene import Entry


def _made(prompt: str) -> Authored:
    return author(prompt, seed=1)


def _entries(prompt: str) -> list[Entry]:
    sheet = _made(prompt).scene.sheet
    assert sheet is not None
    return sheet.entries


@pytest.mark.parametrize(
    ("prompt", "art", "label"),
    [
        ("a volcano with labels", "noto:volcano", "Crater"),
        ("cross section of a volcano", "own:volcano-section", "Magma chamber"),
        ("layers of the earth diagram", "own:earth-layers", "Inner core"),
        ("anatomy of a cat", "animal:cat", "Tail"),
        ("human body parts poster for kids", "person:man", "Knee"),
    ],
)
def test_the_parts_of_common_things_are_known(prompt: str, art: str, label: str) -> None:
    made = _made(prompt)
    assert made.scene.kind == "labelled"
    assert made.scene.sheet is not None
    assert made.scene.sheet.art == art
    assert label in [entry.label for entry in made.scene.sheet.entries]
    assert made.reading.undrawn == []


@pytest.mark.parametrize(
    "prompt",
    [
        "diagram of a bicycle with labels: wheel, saddle, handlebar",
        "a bicycle with the wheel, saddle and handlebar labelled",
        "a labelled drawing of a bicycle showing the wheel, saddle and handlebar",
    ],
)
def test_own_labels_take_the_places_of_the_parts(prompt: str) -> None:
    entries = _entries(prompt)
    assert [entry.label for entry in entries] == ["Wheel", "Saddle", "Handlebar"]
    assert all(entry.at is not None for entry in entries)


def test_labels_without_a_known_place_are_told() -> None:
    made = _made("diagram of a coffee machine with labels: water tank, filter, button")
    assert made.reading.approximated == ["water tank", "filter", "button"]


def test_an_inside_that_nobody_drew_is_told() -> None:
    assert "cross section" in _made("cross section of a house").reading.undrawn


@pytest.mark.parametrize("prompt", ["spice jars with labels", "a bottle labelled Poison", "anatomy of a dragon"])
def test_other_labels_are_no_diagrams(prompt: str) -> None:
    assert _made(prompt).scene.kind == "scene"
