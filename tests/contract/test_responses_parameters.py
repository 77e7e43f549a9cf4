"""Every parameter of ``POST /v1/responses``: honoured, or refused by name."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from contract.proofs import proves
from live.calls import INVALID, SOURCE, refused, streamed, told
from live.pictures import data_url

UNSUPPORTED = "unsupported_parameter"
MISSING = "missing_required_parameter"


def message(part: dict[str, Any]) -> dict[str, Any]:
    """A message of one part."""
    return {"role": "user", "content": [part]}


def ask(http: httpx.Client, **values: Any) -> httpx.Response:
    """One turn that only talks."""
    return http.post("/v1/responses", json={"model": "gpt-5", "input": "hello", **values})


def answered(reply: httpx.Response) -> Any:
    """The body of a turn that went well."""
    assert reply.status_code == 200, reply.text[:500]
    body = reply.json()
    assert body["status"] == "completed"
    return body


@proves(
    "Responses",
    "temperature, top_p, truncation, reasoning, text, service_tier",
    "differs",
    "checked and told again; the built-in director has no faculty that they could steer, and writes plain text",
)
@proves(
    "Responses",
    "prompt_cache_key, prompt_cache_retention, top_logprobs, stream_options",
    "differs",
    "told again; nothing is cached, `top_logprobs` can only be 0 and events are never padded",
)
@pytest.mark.parametrize(
    ("values", "told_again"),
    [
        ({"temperature": 0.3}, {"temperature": 0.3}),
        ({"top_p": 0.5}, {"top_p": 0.5}),
        ({"truncation": "auto"}, {"truncation": "auto"}),
        ({"reasoning": {"effort": "low", "summary": "auto"}}, {"reasoning": {"effort": "low", "summary": "auto"}}),
        ({"text": {"verbosity": "low"}}, {"text": {"format": {"type": "text"}, "verbosity": "low"}}),
        ({"text": {"format": {"type": "text"}}}, {"text": {"format": {"type": "text"}, "verbosity": "medium"}}),
        ({"service_tier": "auto"}, {"service_tier": "default"}),
        ({"prompt_cache_key": "k", "prompt_cache_retention": "24h"}, {"prompt_cache_key": "k"}),
        ({"metadata": {"a": "b"}}, {"metadata": {"a": "b"}}),
        ({"safety_identifier": "s", "user": "u"}, {"safety_identifier": "s", "user": "u"}),
        ({"max_output_tokens": 500, "max_tool_calls": 3}, {"max_output_tokens": 500, "max_tool_calls": 3}),
        ({"instructions": "Be kind."}, {"instructions": "Be kind."}),
        ({"include": ["reasoning.encrypted_content"], "top_logprobs": 0, "tools": []}, {"tools": []}),
        ({"stream_options": {"include_obfuscation": False}}, {"store": True}),
    ],
)
def test_what_is_told_again(http: httpx.Client, values: dict[str, Any], told_again: dict[str, Any]) -> None:
    body = answered(ask(http, **values))
    assert {key: body[key] for key in told_again} == told_again


def test_null_is_the_default(http: httpx.Client) -> None:
    names = (
        "instructions",
        "metadata",
        "store",
        "temperature",
        "tools",
        "tool_choice",
        "reasoning",
        "text",
        "include",
    )
    values = dict.fromkeys(names)
    body = answered(ask(http, **values, previous_response_id=None, conversation=None, prompt=None))
    assert (body["store"], body["temperature"], body["tool_choice"], body["tools"]) == (True, 1.0, "auto", [])


@proves("Responses", "metadata, safety_identifier, user, instructions", "honoured", "kept and told again")
def test_instructions_count(http: httpx.Client) -> None:
    plain, instructed = answered(ask(http)), answered(ask(http, instructions="Be kind, and paint in oil."))
    assert instructed["usage"]["input_tokens"] > plain["usage"]["input_tokens"]


@proves("Responses", "max_output_tokens", "honoured", "the text ends there, the response is `incomplete`")
def test_a_short_answer(http: httpx.Client) -> None:
    body = ask(http, input="what can you do?", max_output_tokens=16).json()
    assert (body["status"], body["incomplete_details"]) == ("incomplete", {"reason": "max_output_tokens"})
    assert body["usage"]["output_tokens"] <= 16
    events = streamed(ask(http, input="what can you do?", max_output_tokens=16, stream=True))
    assert events[-1].name == "response.incomplete"


@proves(
    "Responses",
    "prompt, prompt_cache_options, context_management, access_programs, image, moderation, background_options",
    "refused",
    "`unsupported_parameter`",
)
@pytest.mark.parametrize(
    ("values", "param"),
    [
        ({"prompt": {"id": "p"}}, "prompt"),
        ({"prompt_cache_options": {"mode": "explicit"}}, "prompt_cache_options"),
        ({"context_management": [{"type": "compaction"}]}, "context_management"),
        ({"access_programs": {"cyber": "standard"}}, "access_programs"),
        ({"image": {"context_compression": "auto"}}, "image"),
        ({"moderation": {"model": "m"}}, "moderation"),
        ({"background_options": {"completion_window": "2h"}}, "background_options"),
        ({"text": {"format": {"type": "json_schema", "name": "n", "schema": {}}}}, "text.format.type"),
        ({"include": ["message.output_text.logprobs"]}, "include"),
        ({"stream_options": {"include_obfuscation": True}}, "stream_options.include_obfuscation"),
    ],
)
def test_what_nothing_here_could_honour(http: httpx.Client, values: dict[str, Any], param: str) -> None:
    assert told(refused(ask(http, **values))) == (INVALID, param, UNSUPPORTED)


@proves("Responses", "wrong values", "refused", "named, with the codes that the Images API uses")
@pytest.mark.parametrize(
    ("values", "param", "code"),
    [
        ({"colour": "red"}, "colour", "unknown_parameter"),
        ({"model": ...}, "model", "missing_required_parameter"),
        ({"input": ...}, "input", "missing_required_parameter"),
        ({"input": 5}, "input", "invalid_type"),
        ({"input": [5]}, "input[0]", "invalid_type"),
        ({"input": [{"type": "poem"}]}, "input[0].type", "invalid_value"),
        ({"input": [{"type": "function_call_output", "output": "o"}]}, "input[0].type", "unsupported_value"),
        ({"input": [{"role": "king", "content": "x"}]}, "input[0].role", "invalid_value"),
        ({"input": [{"role": "user"}]}, "input[0].content", "missing_required_parameter"),
        ({"input": [message({"type": "input_audio"})]}, "input[0].content[0].type", "invalid_value"),
        ({"input": [message({"type": "input_file"})]}, "input[0].content[0]", UNSUPPORTED),
        ({"input": [{"role": "user", "content": "x", "mood": 1}]}, "input[0].mood", "unknown_parameter"),
        ({"input": [message({"type": "input_image"})]}, "input[0].content[0].image_url", MISSING),
        ({"temperature": 3}, "temperature", "decimal_above_max_value"),
        ({"top_p": -1}, "top_p", "decimal_below_min_value"),
        ({"top_logprobs": 5}, "top_logprobs", "integer_above_max_value"),
        ({"max_output_tokens": 1}, "max_output_tokens", "integer_below_min_value"),
        ({"metadata": {"a": 1}}, "metadata.a", "invalid_type"),
        ({"metadata": {f"k{n}": "v" for n in range(17)}}, "metadata", "object_above_max_properties"),
        ({"reasoning": {"effort": "huge"}}, "reasoning.effort", "invalid_value"),
        ({"reasoning": {"depth": 3}}, "reasoning.depth", "unknown_parameter"),
        ({"text": {"verbosity": "chatty"}}, "text.verbosity", "invalid_value"),
        ({"truncation": "middle"}, "truncation", "invalid_value"),
        ({"service_tier": "priority"}, "service_tier", "invalid_value"),
        ({"include": ["the.moon"]}, "include[0]", "invalid_value"),
        ({"tools": "all"}, "tools", "invalid_type"),
        ({"previous_response_id": "a b"}, "previous_response_id", "invalid_value"),
        ({"previous_response_id": "resp_1"}, "previous_response_id", "previous_response_not_found"),
        (
            {"previous_response_id": "resp_1", "conversation": "conv_1"},
            "previous_response_id",
            "mutually_exclusive_parameters",
        ),
        ({"background": True, "store": False}, "background", "invalid_value"),
    ],
)  # fmt: skip
def test_wrong_values(http: httpx.Client, values: dict[str, Any], param: str, code: str) -> None:
    body = {"model": "gpt-5", "input": "hello", **values}
    error = refused(http.post("/v1/responses", json={k: v for k, v in body.items() if v is not ...}))
    assert told(error) == (INVALID, param, code)


@proves("Responses", "a conversation that is not there", "refused", "404")
def test_no_such_conversation(http: httpx.Client) -> None:
    assert refused(ask(http, conversation="conv_1"), 404)["message"] == "Conversation with id 'conv_1' not found."


@proves(
    "Responses",
    "GET with stream=true",
    "refused",
    "`unsupported_parameter`: a stream cannot be resumed; poll instead",
)
def test_resuming(http: httpx.Client) -> None:
    made = answered(ask(http))["id"]
    error = refused(http.get(f"/v1/responses/{made}", params={"stream": "true"}))
    assert told(error) == (INVALID, "stream", UNSUPPORTED)


@proves("Responses", "other models' reasoning items in the input", "decided", "kept in the thread, read by nobody")
def test_reasoning_items(http: httpx.Client) -> None:
    items = [{"type": "reasoning", "id": "rs_1", "summary": []}, {"role": "user", "content": "hello"}]
    made = answered(ask(http, input=items))
    listed = http.get(f"/v1/responses/{made['id']}/input_items").json()["data"]
    assert [item["type"] for item in listed] == ["message", "reasoning"]


def test_a_body_that_is_none(http: httpx.Client) -> None:
    assert refused(http.post("/v1/responses", content=b"{", headers={"content-type": "application/json"}))
    assert refused(http.post("/v1/responses", content=b"a=b"), 415)
    twice = b'{"model": "gpt-5", "model": "gpt-5", "input": "x"}'
    refused(http.post("/v1/responses", content=twice, headers={"content-type": "application/json"}))


@pytest.mark.usefixtures("spool_stays_clean")
def test_refusals_leave_no_picture_behind(http: httpx.Client) -> None:
    content = [{"type": "input_image", "image_url": data_url(SOURCE)}, {"type": "input_file"}]
    refused(ask(http, input=[{"role": "user", "content": content}]))
    refused(ask(http, input=[{"role": "user", "content": content[:1]}], previous_response_id="resp_1"))
    refused(
        ask(http, input=[{"role": "user", "content": content[:1]}, {"type": "item_reference", "id": "x"}]), 404
    )
    call = {"type": "image_generation_call", "id": "ig_1", "result": "no base64!", "status": "completed"}
    assert refused(ask(http, input=[call]))["code"] == "invalid_base64_image"
