"""Scenes from drafts: read like prompts, checked like anything from outside, honest about what is missing."""

from __future__ import annotations

from typing import Any

import pytest

from aquatint.engines.composer.engine import think_out
from aquatint.engines.composer.planner.drafts import DraftInvalid, scene_of_draft, schema
from aquatint.sizes import SizeRule
from aquatint.types import ImageRequest

PROMPT = "ein roter Fuchs neben zwei Eulen im Wald bei Nacht"


def draft(**changes: Any) -> dict[str, Any]:
    things = [
        {"id": "a", "phrase": "red fox", "count": 1, "relation": "left of", "target": "b"},
        {"id": "b", "phrase": "owl", "count": 2, "relation": "", "target": ""},
    ]
    return {
        "kind": "scene", "backdrop": "forest", "time": "night", "weather": "clear", "season": "", "camera": "eye",
        "style": "watercolor", "palette": [], "things": things, "texts": [], "left_out": [], **changes,
    }  # fmt: skip


def thing(phrase: str, **changes: Any) -> dict[str, Any]:
    return {"id": phrase, "phrase": phrase, "count": 1, "relation": "", "target": "", **changes}


def test_a_draft_becomes_a_scene() -> None:
    scene, reading = scene_of_draft(draft(), PROMPT, seed=7)
    fox, owls = scene.items
    assert (fox.noun, fox.relation, fox.target, owls.noun, owls.count) == ("fox", "left of", owls.id, "owl", 2)
    assert (scene.backdrop, scene.time, scene.style, scene.prompt) == ("forest", "night", "watercolor", PROMPT)
    assert reading.undrawn == []


def test_colours_and_poses_are_read_from_phrases() -> None:
    things = [thing("blue car"), thing("old man reading"), thing("tiny green dragon")]
    scene, _ = scene_of_draft(draft(things=things), PROMPT, seed=7)
    car, man, dragon = scene.items
    assert car.colour
    assert man.attributes["pose"] == "reading"
    assert dragon.scale < 1


def test_what_is_unknown_or_left_out_is_listed() -> None:
    things = [thing("flurbelwitz"), thing("fox")]
    scene, reading = scene_of_draft(draft(things=things, left_out=["irony"]), PROMPT, seed=7)
    assert [item.noun for item in scene.items] == ["fox"]
    assert set(reading.undrawn) == {"irony", "flurbelwitz"}


def test_relations_in_a_circle_and_to_nobody_do_no_harm() -> None:
    things = [
        thing("fox", id="a", relation="on", target="b"),
        thing("horse", id="b", relation="on", target="a"),
        thing("owl", id="c", relation="on", target="nobody"),
        thing("cat", id="d", relation="on", target="d"),
    ]
    scene, _ = scene_of_draft(draft(things=things), PROMPT, seed=7)
    assert [bool(item.relation) for item in scene.items] == [True, False, False, False]


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "sculpture"},
        {"backdrop": "../forest"},
        {"style": "nobody's"},
        {"time": "noonish"},
        {"palette": ["red"]},
        {"things": [thing("fox", count=0)]},
        {"things": [thing("fox", count=100_000)]},
        {"things": [thing("fox", extra=1)]},
        {"things": [thing("fox")] * 25},
        {"texts": [{"role": "title", "content": "x" * 401}]},
        {"more": 1},
    ],
)
def test_nonsense_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(DraftInvalid):
        scene_of_draft(draft(**changes), PROMPT, seed=7)


def test_texts_are_set_as_they_are() -> None:
    made = scene_of_draft(draft(kind="poster", texts=[{"role": "title", "content": "OPEN!"}]), PROMPT, seed=7)
    assert [(text.role, text.content) for text in made.scene.texts] == [("title", "OPEN!")]
    assert "OPEN!" in made.reading.drawn


def test_the_schema_is_strict() -> None:
    def closed(part: Any) -> bool:
        if not isinstance(part, dict):
            return True
        mine = part.get("type") != "object" or (
            part["additionalProperties"] is False and part["required"] == list(part["properties"])
        )
        return mine and all(closed(value) for value in part.values())

    assert closed(schema())
    assert set(draft()) == set(schema()["properties"])


def test_a_draft_that_cannot_be_drawn_leaves_the_prompt_to_the_rules() -> None:
    request = ImageRequest(
        operation="generate", prompt="a red apple", quality="high", size_rule=SizeRule(), seed=7, draft={"kind": 3}
    )
    assert [item.noun for item in think_out(request).scene.items] == ["apple"]
