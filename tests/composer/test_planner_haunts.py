"""Where people of a calling are when the text names no place."""

from __future__ import annotations

import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.author import author


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("a barista pouring coffee", "cafe"),
        ("two boxers", "boxing ring"),
        ("a dentist with a child", "dental surgery"),
        ("a bartender", "bar"),
        ("librarians", "library"),
        ("a man with a microscope", "laboratory"),
        ("a goalkeeper diving for the ball", "stadium"),
        ("a scientist and a cat", "laboratory"),
        ("a mechanic repairing a red car", "garage"),
        ("a pirate with a parrot", "ship deck"),
    ],
)
def test_people_are_where_they_work(prompt: str, backdrop: str) -> None:
    assert author(prompt, seed=1).scene.backdrop == backdrop


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("a barista on the beach", "beach"),
        ("a doctor riding a horse", "meadow"),
        ("a student reading under a tree", "meadow"),
        ("a king in front of a castle", "mountain"),
        ("a microscope", "table"),
        ("a nurse, a firefighter and a judge", "room"),
    ],
)
def test_what_tells_of_another_place_goes_before(prompt: str, backdrop: str) -> None:
    assert author(prompt, seed=1).scene.backdrop == backdrop


def test_haunts_are_backdrops_and_words_have_one() -> None:
    data, names = table("words/haunts"), set(backdrops.names())
    for rows in (data["callings"], data["tools"]):
        assert set(rows) <= names
        words = [word for row in rows.values() for word in row]
        assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("a nurse in the rain", "street"),
        ("a tennis player", "tennis court"),
        ("a lifeguard watching the sea", "beach"),
    ],
)
def test_people_out_of_doors(prompt: str, backdrop: str) -> None:
    assert author(prompt, seed=1).scene.backdrop == backdrop
