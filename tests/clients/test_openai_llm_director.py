"""A conversation that a language model directs: official client, server, and a model that plays a script."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import openai
import pytest
from openai import OpenAI

from aquatint.testing.scripted_llm import ScriptedModel, calls, fails, says
from live.server import Server

StartServer = Callable[..., Server]
TOOL: Any = {"type": "image_generation", "size": "1024x640"}
pytestmark = pytest.mark.slow


def client_of(start_server: StartServer, model: ScriptedModel, *options: str) -> OpenAI:
    words = ("--director", "llm", "--llm-url", model.url, "--llm-model", "small", "--llm-retries", "0", *options)
    return OpenAI(base_url=f"{start_server(*words).url}/v1", api_key="any", max_retries=0, timeout=30)


def kinds(response: Any) -> list[str]:
    return [item.type for item in response.output]


@pytest.mark.parametrize("wire", ["chat", "responses"])
def test_draw_edit_and_answer(start_server: StartServer, wire: str) -> None:
    script = [
        calls(("draw_picture", {"prompt": "a red fox in the snow"})),
        says("Here is a fox."),
        calls(("edit_picture", {"picture": 1, "instruction": "add a moon"})),
        says("Now with a moon."),
        says("It is red."),
    ]
    with ScriptedModel(script) as model, client_of(start_server, model, "--llm-api", wire) as client:
        first = client.responses.create(model="gpt-5", input="a fox please", tools=[TOOL])
        assert kinds(first) == ["image_generation_call", "message"]
        assert first.output_text == "Here is a fox."
        picture: Any = first.output[0]
        assert picture.revised_prompt == "a red fox in the snow"
        assert base64.b64decode(picture.result).startswith(b"\x89PNG")
        assert first.usage is not None
        assert (first.usage.input_tokens, first.usage.output_tokens) == (200, 20)
        second = client.responses.create(
            model="gpt-5", input="add a moon", previous_response_id=first.id, tools=[TOOL]
        )
        edited: Any = second.output[0]
        assert (edited.action, edited.revised_prompt) == ("edit", "add a moon")
        third = client.responses.create(
            model="gpt-5", input="what colour is it?", previous_response_id=second.id, tools=[TOOL]
        )
        assert (kinds(third), third.output_text) == (["message"], "It is red.")
    told = str(model.requests[4].body)
    assert "a red fox in the snow" in told
    assert "Now with a moon." in told


def test_words_stream_as_the_model_says_them(start_server: StartServer) -> None:
    with (
        ScriptedModel([says("one two three")]) as model,
        client_of(start_server, model) as client,
        client.responses.create(model="gpt-5", input="count", stream=True) as events,
    ):
        deltas = [event.delta for event in events if event.type == "response.output_text.delta"]
    assert deltas == ["one ", "two ", "three"]


def test_a_model_that_is_down_fails_the_response(start_server: StartServer) -> None:
    with ScriptedModel([fails(500), fails(500)]) as model, client_of(start_server, model) as client:
        with pytest.raises(openai.InternalServerError, match="'small' answered with status 500"):
            client.responses.create(model="gpt-5", input="a fox", tools=[TOOL])
        with client.responses.create(model="gpt-5", input="a fox", tools=[TOOL], stream=True) as events:
            (failed,) = [event for event in events if event.type == "response.failed"]
    assert failed.response.error is not None
    assert "'small' answered with status 500" in failed.response.error.message


def test_the_rules_take_over_if_they_are_told_to(start_server: StartServer) -> None:
    with ScriptedModel([fails(500)]) as model, client_of(start_server, model, "--llm-fallback") as client:
        response = client.responses.create(model="gpt-5", input="draw a fox", tools=[TOOL])
    assert "image_generation_call" in kinds(response)
