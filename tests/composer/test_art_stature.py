"""How tall figures are in their poses."""

from __future__ import annotations

import pytest

from aquatint.engines.composer.art.stature import stature
from aquatint.engines.composer.scene import Item


def figure(art: str, **attributes: str) -> Item:
    return Item(id="one", noun="one", word="one", art=art, attributes=attributes)


@pytest.mark.parametrize(
    ("art", "pose", "low", "high"),
    [
        ("person:woman", "standing", 0.95, 1.05),
        ("person:woman", "sitting", 0.5, 0.75),
        ("person:woman", "seated", 0.7, 0.9),
        ("person:woman", "lying", 0.15, 0.35),
        ("animal:dog", "sleeping", 0.3, 0.6),
        ("animal:dog", "sitting", 0.9, 1.15),
        ("animal:giraffe", "eating", 0.3, 0.7),
    ],
)
def test_a_pose_has_a_height(art: str, pose: str, low: float, high: float) -> None:
    assert low <= stature(figure(art, pose=pose)) <= high


def test_without_a_pose_nothing_is_lower() -> None:
    assert stature(figure("person:woman")) == 1.0
    assert stature(figure("noto:red-apple", pose="sitting")) == 1.0


def test_who_does_something_on_a_chair_is_as_low_as_who_sits_there() -> None:
    reading = stature(figure("person:man", pose="reading", seated="yes"))
    assert reading < 0.95 * stature(figure("person:man", pose="reading"))
