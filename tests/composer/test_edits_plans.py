"""Plans from metadata: only what the composer can draw again is a scene."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from edits_help import ANIMALS

from aquatint.engines.composer.edits import scene_of
from aquatint.imaging.raster import Raster


def raster(plan: dict[str, Any] | None) -> Raster:
    return Raster(np.zeros((4, 4, 3), np.uint8), plan)


def test_a_plan_is_a_scene() -> None:
    assert scene_of(raster(ANIMALS.to_plan())) == ANIMALS


def test_no_plan_is_no_scene() -> None:
    assert scene_of(raster(None)) is None


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2}, {"seed": -1}, {"style": "no such style"}, {"backdrop": "no such place"},
        {"kind": "no such kind"}, {"time": "teatime"}, {"unknown": 1}, {"prompt": 5}, {"items": "many"},
    ],
)  # fmt: skip
def test_broken_plans_are_no_scenes(change: dict[str, Any]) -> None:
    assert scene_of(raster({**ANIMALS.to_plan(), **change})) is None


@pytest.mark.parametrize(
    "change",
    [{"art": "noto:no-such-art"}, {"art": "nowhere:cat"}, {"count": 0}, {"count": 10**9}, {"colour": "red"}],
)
def test_broken_items_are_no_scenes(change: dict[str, Any]) -> None:
    plan = ANIMALS.to_plan()
    plan["items"][0] |= change
    assert scene_of(raster(plan)) is None


def test_two_items_of_one_id_are_no_scene() -> None:
    plan = ANIMALS.to_plan()
    plan["items"][1]["id"] = "cat-1"
    assert scene_of(raster(plan)) is None
