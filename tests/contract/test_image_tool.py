"""Every field of the tool ``image_generation``, and choosing it."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from contract.proofs import proves
from live.calls import INVALID, SOURCE, refused, streamed, told
from live.pictures import data_url, decoded

TEXT = "draw a red fox"
MASK = {"file_id": "file-1"}


def ask(http: httpx.Client, tool: dict[str, Any] | None = None, **values: Any) -> httpx.Response:
    """One turn with the tool so set."""
    tools = [{"type": "image_generation", **(tool or {})}]
    return http.post("/v1/responses", json={"model": "gpt-5", "input": TEXT, "tools": tools, **values})


def picture(reply: httpx.Response) -> Any:
    """Its only image call."""
    assert reply.status_code == 200, reply.text[:500]
    [item] = [item for item in reply.json()["output"] if item["type"] == "image_generation_call"]
    return item


@proves("Image tool", "size, quality, background, output_format", "honoured", "resolved values are in the item")
def test_what_is_asked_is_made(http: httpx.Client) -> None:
    tool = {"size": "1024x640", "quality": "low", "background": "transparent", "output_format": "webp"}
    item = picture(ask(http, tool))
    assert {key: item[key] for key in tool} == tool
    image = decoded(item["result"])
    assert (image.format, image.size, image.mode) == ("WEBP", (1024, 640), "RGBA")


def test_defaults(http: httpx.Client) -> None:
    item = picture(ask(http))
    assert (item["quality"], item["background"], item["output_format"]) == ("high", "opaque", "png")
    assert item["size"] == "1024x1024"


@proves("Image tool", "output_compression", "honoured", "jpeg and webp only, as on the Images API")
def test_compression(http: httpx.Client) -> None:
    small, large = (
        picture(ask(http, {"output_format": "jpeg", "output_compression": level}))["result"] for level in (5, 95)
    )
    assert len(small) < len(large)
    error = refused(ask(http, {"output_compression": 50}))
    assert told(error) == (INVALID, "tools", "invalid_png_output_compression")


@proves("Image tool", "model", "honoured", "any image model that is served; `gpt-image-2` when left out")
def test_the_image_model(http: httpx.Client) -> None:
    reply = ask(http, {"model": "gpt-image-1-mini", "quality": "low", "size": "1024x1024"})
    assert reply.json()["tool_usage"]["image_gen"]["output_tokens"] == 272
    assert told(refused(ask(http, {"model": "gpt-9"}))) == (INVALID, "tools[0].model", "invalid_value")


@proves("Image tool", "partial_images", "honoured", "0..3; refused without `stream`, as on the Images API")
def test_partial_images(http: httpx.Client) -> None:
    events = streamed(ask(http, {"partial_images": 3}, stream=True))
    assert [event.data["partial_image_index"] for event in events if "partial_image_b64" in event.data] == [
        0,
        1,
        2,
    ]
    assert told(refused(ask(http, {"partial_images": 2}))) == (INVALID, "tools[0].partial_images", "invalid_value")


@proves(
    "Image tool",
    "moderation, input_fidelity",
    "honoured",
    "as on the Images API: checked, `input_fidelity` by model",
)
def test_moderation_and_fidelity(http: httpx.Client) -> None:
    assert picture(ask(http, {"moderation": "low"}))
    error = refused(ask(http, {"input_fidelity": "high"}))
    assert told(error) == (INVALID, "tools[0].input_fidelity", "invalid_input_fidelity_model")
    assert picture(ask(http, {"model": "gpt-image-1.5", "input_fidelity": "high"}))


@proves("Image tool", "seed", "differs", "ours: 0..4294967295; the next picture of the same turn has the next one")
def test_seed(http: httpx.Client) -> None:
    reply = ask(http, {"seed": 7}, input="draw a fox and, separately, an owl").json()
    assert [item["aquatint"]["seed"] for item in reply["output"][:2]] == [7, 8]


@proves("Image tool", "aquatint", "differs", 'ours: `{"plan": true}` puts the plan into the item')
def test_the_plan(http: httpx.Client) -> None:
    assert "plan" in picture(ask(http, {"aquatint": {"plan": True}}))["aquatint"]
    assert "plan" not in picture(ask(http))["aquatint"]
    assert told(refused(ask(http, {"aquatint": {"x": 1}}))) == (
        INVALID,
        "tools[0].aquatint.x",
        "unknown_parameter",
    )


@proves("Image tool", "wrong values", "refused", "named as `tools[i].x`, with the codes of the Images API")
@pytest.mark.parametrize(
    ("tool", "param", "code"),
    [
        ({"size": "872x2048"}, "tools[0].size", "invalid_value"),
        ({"size": 5}, "tools[0].size", "invalid_type"),
        ({"quality": "hd"}, "tools[0].quality", "invalid_value"),
        ({"background": "red"}, "tools[0].background", "invalid_value"),
        ({"background": "transparent", "output_format": "jpeg"}, "tools[0].background", "invalid_value"),
        ({"output_format": "bmp"}, "tools[0].output_format", "invalid_value"),
        ({"output_compression": 101}, "tools[0].output_compression", "integer_above_max_value"),
        ({"moderation": "off"}, "tools[0].moderation", "invalid_value"),
        ({"partial_images": 4}, "tools[0].partial_images", "integer_above_max_value"),
        ({"action": "improve"}, "tools[0].action", "invalid_value"),
        ({"n": 2}, "tools[0].n", "unknown_parameter"),
        ({"prompt": "a fox"}, "tools[0].prompt", "unknown_parameter"),
        ({"stream": True}, "tools[0].stream", "unknown_parameter"),
        ({"colour": "red"}, "tools[0].colour", "unknown_parameter"),
        ({"input_image_mask": {"file_id": "file-1"}}, "tools[0].input_image_mask.file_id", "image_file_not_found"),
        ({"input_image_mask": {"url": "x"}}, "tools[0].input_image_mask.url", "unknown_parameter"),
        ({"input_image_mask": MASK, "action": "generate"}, "tools[0].input_image_mask", "invalid_value"),
    ],
)  # fmt: skip
def test_wrong_values(http: httpx.Client, tool: dict[str, Any], param: str, code: str) -> None:
    error = refused(ask(http, tool))
    assert told(error) == (INVALID, param, code)
    assert "'tools[0]" in error["message"] or "'" not in error["message"] or code == "invalid_value"


@proves(
    "Image tool", "action", "honoured", "`generate` never edits, `edit` never draws anew, `auto` goes by the words"
)
def test_actions(http: httpx.Client) -> None:
    first = ask(http, input="a red fox").json()["id"]
    for action, expected in (("generate", "generate"), ("edit", "edit"), ("auto", "edit")):
        item = picture(ask(http, {"action": action}, input="make it blue", previous_response_id=first))
        assert item["action"] == expected
    item = picture(ask(http, {"action": "edit"}, input="draw an owl", previous_response_id=first))
    assert item["action"] == "edit"


@proves(
    "Image tool", "action", "decided", "`edit` without an image in the conversation: `image_not_found`, `tools`"
)
def test_nothing_to_edit(http: httpx.Client) -> None:
    forced = {"type": "image_generation"}
    error = refused(ask(http, {"action": "edit"}, tool_choice=forced))
    assert told(error) == (INVALID, "tools", "image_not_found")
    assert told(refused(ask(http, {"action": "edit"}))) == (INVALID, "tools", "image_not_found")


@proves("Responses", "tool_choice", "honoured", "none, auto, required, the tool by its type, allowed_tools")
@pytest.mark.parametrize(
    ("choice", "drawn"),
    [
        ("none", False),
        ("auto", False),
        ("required", True),
        ({"type": "image_generation"}, True),
        ({"type": "allowed_tools", "mode": "required", "tools": [{"type": "image_generation"}]}, True),
        ({"type": "allowed_tools", "mode": "auto", "tools": [{"type": "image_generation"}]}, False),
        ({"type": "allowed_tools", "mode": "auto", "tools": []}, False),
    ],
)
def test_choosing(http: httpx.Client, choice: Any, drawn: bool) -> None:
    reply = ask(http, input="hello", tool_choice=choice)
    kinds = [item["type"] for item in reply.json()["output"]]
    assert kinds == (["image_generation_call", "message"] if drawn else ["message"])
    assert reply.json()["tool_choice"] == choice


@proves(
    "Responses", "tool_choice", "refused", "a tool that is not in `tools`, or of another kind: `invalid_value`"
)
@pytest.mark.parametrize(
    "choice", [{"type": "function", "name": "f"}, {"type": "web_search"}, "any", 5, {"mode": "x"}]
)
def test_choosing_what_is_not_there(http: httpx.Client, choice: Any) -> None:
    error = refused(ask(http, tool_choice=choice))
    assert error["param"] == "tool_choice"
    missing = http.post("/v1/responses", json={"model": "gpt-5", "input": "x", "tool_choice": "required"})
    assert told(refused(missing)) == (INVALID, "tool_choice", "invalid_value")


@proves("Responses", "tools", "refused", "any tool but `image_generation`: `unsupported_value`, which says so")
@pytest.mark.parametrize("kind", ["function", "web_search", "file_search", "code_interpreter", "mcp", "custom"])
def test_other_tools(http: httpx.Client, kind: str) -> None:
    tools = [{"type": kind, "name": "f", "parameters": {}}]
    error = refused(http.post("/v1/responses", json={"model": "gpt-5", "input": TEXT, "tools": tools}))
    assert told(error) == (INVALID, "tools[0].type", "unsupported_value")
    assert "image_generation" in error["message"]


@proves(
    "Responses",
    "max_tool_calls, parallel_tool_calls",
    "honoured",
    "further pictures are not made; false: one by one",
)
def test_how_many_calls(http: httpx.Client) -> None:
    words = "two pictures: a fox and an owl"
    limited = ask(http, input=words, max_tool_calls=1).json()["output"]
    assert [item["type"] for item in limited] == ["image_generation_call", "message"]
    single = ask(http, input=words, parallel_tool_calls=False).json()["output"]
    assert [item["type"] for item in single] == ["image_generation_call", "image_generation_call", "message"]


@proves(
    "Image tool",
    "a picture that cannot be made",
    "honoured",
    "the error as on the Images API; in a stream `response.failed`",
)
def test_failures(http: httpx.Client) -> None:
    words = "a fox fake: fail_at=1 error=no_more_paint"
    assert refused(ask(http, input=words))["message"] == "no more paint"
    events = streamed(ask(http, input=words, stream=True))
    assert events[-1].name == "response.failed"
    assert events[-1].data["response"]["error"] == {"code": "invalid_prompt", "message": "no more paint"}
    again = http.get(f"/v1/responses/{events[-1].data['response']['id']}").json()
    assert again["status"] == "failed"


def test_an_input_that_is_no_picture(http: httpx.Client) -> None:
    content = [{"type": "input_text", "text": "make it blue"}]
    content.append({"type": "input_image", "image_url": "data:image/png;base64,aGVsbG8="})
    error = refused(ask(http, input=[{"role": "user", "content": content}]))
    assert error["code"] == "invalid_image_file"
    cut = data_url(SOURCE[:100])
    content[1]["image_url"] = cut
    assert refused(ask(http, input=[{"role": "user", "content": content}]))["code"] == "invalid_image_file"
