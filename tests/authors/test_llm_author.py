"""The author with a language model: its draft is drawn; when it fails, the rules read the prompt."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from aquatint.authors.llm import LlmAuthor
from aquatint.language.endpoint import Endpoint, connect
from aquatint.testing.scripted_llm import Line, ScriptedModel, fails, says
from live.calls import GENERATIONS, made, order
from live.server import Server

DRAFT = {
    "kind": "scene", "backdrop": "forest", "time": "night", "weather": "clear", "season": "", "camera": "eye",
    "style": "flat", "palette": [], "texts": [], "left_out": ["Sehnsucht"],
    "things": [{"id": "a", "phrase": "red fox", "count": 2, "relation": "", "target": ""}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("line", "expected"),
    [(says(json.dumps(DRAFT)), DRAFT), (says("{"), None), (says("[1]"), None), (fails(500), None)],
)
async def test_a_draft_or_nothing(line: Line, expected: Any) -> None:
    with ScriptedModel([line]) as server:
        model = connect(Endpoint(url=server.url, model="small", retries=0))
        try:
            assert await LlmAuthor(model).draft("zwei Füchse voller Sehnsucht") == expected
        finally:
            await model.close()
        sent = server.requests[0].body
    assert "zwei Füchse" in str(sent["messages"])
    assert sent["response_format"]["json_schema"]["strict"] is True


def drawn(http: httpx.Client) -> Any:
    body = made(order(http, GENERATIONS, prompt="zwei Füchse voller Sehnsucht", aquatint={"plan": True}))
    return body["data"][0]["aquatint"]


@pytest.mark.slow
def test_the_server_draws_the_draft(start_server: Callable[..., Server]) -> None:
    with ScriptedModel([says(json.dumps(DRAFT)), fails(500)]) as model:
        words = ("--author", "llm", "--llm-url", model.url, "--llm-model", "small", "--llm-retries", "0")
        http = start_server(*words, engine="composer").http
        first, second = drawn(http), drawn(http)
    assert first["undrawn"] == ["Sehnsucht"]
    assert [(item["noun"], item["count"]) for item in first["plan"]["items"]] == [("fox", 2)]
    assert first["plan"]["time"] == "night"
    assert second["plan"]["time"] != "night"
