"""Scenes as plans: there and back, and nothing from outside that a planner cannot have written."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from aquatint.engines.composer.scene import Item, Scene, Single, Step, Text


def full_scene() -> Scene:
    return Scene(
        prompt="a fox",
        seed=3,
        items=[Item(id="fox-1", noun="fox", word="fox", art="animal:fox", colour="#2f6fc0", position=(0.2, 0.9))],
        texts=[Text(role="title", content="Hello")],
        steps=[Step(label="One")],
        season="winter",
    )


def test_a_plan_is_plain_json_and_gives_the_scene_back() -> None:
    scene = full_scene()
    plan = json.loads(json.dumps(scene.to_plan()))
    assert Scene.from_plan(plan) == scene


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"seed": -1},
        {"seed": 2**32},
        {"time": "noon"},
        {"surprise": 1},
        {"palette": ["red"]},
        {"style": "x" * 100},
        {"prompt": "x" * 32_001},
        {"items": [{"id": "a-1", "noun": "a", "word": "a", "art": "b", "count": 401}]},
        {"items": [{"id": "a-1", "noun": "a", "word": "a", "art": "b", "scale": float("inf")}]},
        {"items": [{"id": "a-1", "noun": "a", "word": "a", "art": "b", "position": [0.1, 9.0]}]},
        {"items": [{"id": "a-1", "noun": "a", "word": "a", "art": "b"}] * 61},
        {"texts": [{"role": "shout", "content": "x"}]},
    ],
)
def test_plans_that_no_planner_wrote_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        Scene.from_plan({**full_scene().to_plan(), **change})


def test_items_are_found_by_id() -> None:
    scene = full_scene()
    assert scene.item("fox-1") is scene.items[0]
    assert scene.item("fox-2") is None


def test_plans_of_before_say_of_single_drawings_by_attributes() -> None:
    plan = full_scene().to_plan()
    plan["items"][0] |= {
        "count": 4,
        "attributes": {"2 colour": "#00ff00", "2 size": "1.500", "0 gone": "yes", "age": "old"},
    }
    del plan["items"][0]["singles"]
    item = Scene.from_plan(plan).items[0]
    assert item.attributes == {"age": "old"}
    assert sorted(item.singles, key=lambda one: one.instance) == [
        Single(instance=0, gone=True),
        Single(instance=2, colour="#00ff00", factor=1.5),
    ]


def test_what_plans_of_before_never_meant_is_left_out() -> None:
    plan = full_scene().to_plan()
    plan["items"][0]["attributes"] = {"0 colour": "red", "1 size": "nan", "2 size": "1e9", "999 gone": "yes"}
    item = Scene.from_plan(plan).items[0]
    assert all(one == Single(instance=one.instance) for one in item.singles)
    assert item.attributes == {}


@pytest.mark.parametrize(
    "single", [{"instance": 400}, {"instance": 0, "factor": 11}, {"instance": 0, "colour": "red"}]
)
def test_singles_from_outside_are_bounded(single: dict[str, Any]) -> None:
    plan = full_scene().to_plan()
    plan["items"][0]["singles"] = [single]
    with pytest.raises(msgspec.ValidationError):
        Scene.from_plan(plan)
