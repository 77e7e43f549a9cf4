"""Asking a language model over both wires: text as it comes, calls, tokens, structure, failures of every kind."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest

from aquatint.errors import LanguageModelFailed
from aquatint.language.contract import Call, Function, LanguageModel, Message, Piece, Tokens
from aquatint.language.endpoint import Endpoint, Wire, connect
from aquatint.testing.scripted_llm import Line, ScriptedModel, calls, fails, late, says

WIRES: tuple[Wire, ...] = ("chat", "responses")
both = pytest.mark.parametrize("wire", WIRES)
ASKED = [Message(role="system", text="be brief"), Message(role="user", text="draw a fox")]
DRAW = Function(name="draw", description="Draw.", parameters={"type": "object", "properties": {}})


@asynccontextmanager
async def asking(endpoint: Endpoint) -> AsyncIterator[LanguageModel]:
    model = connect(endpoint)
    try:
        yield model
    finally:
        await model.close()


async def ask(script: Sequence[Line], wire: Wire, **options: Any) -> tuple[list[Piece], ScriptedModel]:
    with ScriptedModel(script) as server:
        endpoint = Endpoint(
            url=server.url, model="small", key="secret", wire=wire, retries=options.pop("retries", 0),
            timeout=options.pop("timeout", 10.0),
        )  # fmt: skip
        async with asking(endpoint) as model:
            return [piece async for piece in model.answer(ASKED, (DRAW,), **options)], server


@both
async def test_text_comes_bit_by_bit(wire: Wire) -> None:
    pieces, server = await ask([says("a small red fox")], wire)
    assert [piece for piece in pieces if isinstance(piece, str)] == ["a ", "small ", "red ", "fox"]
    assert Tokens(input=100, output=10) in pieces
    assert (server.requests[0].body["model"], server.requests[0].key) == ("small", "secret")


@both
async def test_calls_are_put_together(wire: Wire) -> None:
    pieces, _ = await ask(
        [calls(("draw", {"prompt": "a fox"}), ("draw", {"prompt": "an owl"}), text="Two.")], wire
    )
    found = [piece for piece in pieces if isinstance(piece, Call)]
    assert [call.arguments for call in found] == ['{"prompt": "a fox"}', '{"prompt": "an owl"}']
    assert len({call.id for call in found}) == 2
    assert "Two." in pieces


@both
async def test_the_conversation_and_the_functions_are_sent(wire: Wire) -> None:
    _, server = await ask([says("x")], wire, choice="required")
    body = server.requests[0].body
    sent = body["messages" if wire == "chat" else "input"]
    assert [(message["role"], message["content"]) for message in sent] == [
        ("system", "be brief"),
        ("user", "draw a fox"),
    ]
    assert body["tool_choice"] == "required"
    assert "draw" in str(body["tools"])


@both
async def test_results_of_calls_are_sent(wire: Wire) -> None:
    told = [
        *ASKED,
        Message(role="assistant", calls=(Call("call_0", "draw", "{}"),)),
        Message(role="tool", call_id="call_0", text="done"),
    ]
    with ScriptedModel([says("x")]) as server:
        async with asking(Endpoint(url=server.url, model="small", wire=wire)) as model:
            assert [piece async for piece in model.answer(told)]
        text = str(server.requests[0].body)
    assert text.count("call_0") == 2
    assert "done" in text


@both
async def test_structure(wire: Wire) -> None:
    schema = {"type": "object", "properties": {}, "additionalProperties": False}
    with ScriptedModel([says('{"kind": "scene"}'), says("")]) as server:
        async with asking(Endpoint(url=server.url, model="small", wire=wire)) as model:
            assert await model.structured(ASKED, "plan", schema) == '{"kind": "scene"}'
            assert "json_schema" in str(server.requests[0].body)
            with pytest.raises(LanguageModelFailed, match="empty answer"):
                await model.structured(ASKED, "plan", schema)


@both
@pytest.mark.parametrize(
    ("line", "reason"), [(fails(500), "status 500"), (fails(401), "status 401"), (late(2.0), "within 0.5 s")]
)
async def test_failures_are_named(wire: Wire, line: Line, reason: str) -> None:
    with pytest.raises(LanguageModelFailed, match=reason):
        await ask([line], wire, timeout=0.5)


@both
async def test_it_tries_again(wire: Wire) -> None:
    pieces, server = await ask([fails(503), says("now")], wire, retries=1)
    assert "now" in pieces
    assert len(server.requests) == 2


async def test_a_server_that_is_not_there() -> None:
    with ScriptedModel([]) as server:
        url = server.url
    async with asking(Endpoint(url=url, model="small", retries=0)) as model:
        with pytest.raises(LanguageModelFailed, match="'small' cannot be reached") as caught:
            [piece async for piece in model.answer(ASKED)]
    assert url not in caught.value.message


@pytest.mark.parametrize(
    "fields",
    [{"url": "ftp://x"}, {"url": ""}, {"model": ""}, {"timeout": 0}, {"retries": -1}],
)
def test_an_endpoint_checks_itself(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"language model|timeout"):
        Endpoint(**{"url": "http://127.0.0.1/v1", "model": "small", **fields})
