"""The bough on which birds sit."""

from __future__ import annotations

import pytest

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.render import render
from aquatint.engines.composer.staging import place_items
from aquatint.sizes import Size

SIZE = Size(256, 256)


@pytest.mark.parametrize(
    ("prompt", "backdrop"),
    [
        ("an owl on a branch", "branch"),
        ("a sloth sleeping on a tree branch", "branch"),
        ("two birds on a cherry blossom branch", "branch"),
    ],
)
def test_on_a_branch_is_near_by(prompt: str, backdrop: str) -> None:
    assert author(prompt, seed=1).scene.backdrop == backdrop


def test_a_branch_that_bears_nobody_is_no_place() -> None:
    assert author("a dog carrying a branch", seed=1).scene.backdrop != "branch"


def test_all_who_sit_there_are_on_the_bough() -> None:
    scene = author("three sparrows on a branch", seed=4).scene
    stage = backdrops.find("branch").stage(scene, SIZE)
    feet = [one.foot[1] / SIZE.height for one in place_items(scene, stage)]
    assert len(feet) == 3
    assert all(abs(foot - 0.714) < 0.01 for foot in feet)


def test_seasons_change_its_leaves() -> None:
    pictures = []
    for season in ("spring", "summer", "autumn", "winter"):
        *_, last = render(author(f"an owl on a branch in {season}", seed=4).scene, SIZE)
        pictures.append(last.look())
    corner = (slice(170, 215), slice(0, 50))
    assert len({picture[corner].tobytes() for picture in pictures}) == 4
