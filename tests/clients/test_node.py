"""The official client for Node and the Vercel AI SDK. The programs are in ``tests/clients/node``."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from clients.programs import Report, run_node
from contract.proofs import proves
from live.pictures import array, decoded, gradient, pictures_of
from live.server import Server

pytestmark = pytest.mark.node


@pytest.fixture(scope="module")
def openai_node(fake_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What ``openai.mjs`` reports."""
    return run_node("openai.mjs", fake_server.url, tmp_path_factory.mktemp("openai-node"))


@pytest.fixture(scope="module")
def ai_sdk(fake_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What ``ai_sdk.mjs`` reports."""
    return run_node("ai_sdk.mjs", fake_server.url, tmp_path_factory.mktemp("ai-sdk"))


def keeps_the_right_half(b64: str) -> bool:
    """Whether the masked edit of the source kept what it had to, and nothing more."""
    source, result = gradient(320, 240), array(decoded(b64))
    changed = (result != source).any(axis=2)
    return not changed[:, 160:].any() and float(changed[:, :160].mean()) > 0.99


@proves("Clients", "openai for Node 6.x", "honoured", "generations, edits, streams, errors, models")
def test_openai_generates(openai_node: Report) -> None:
    reply = openai_node.value("generate")
    images = pictures_of(reply)
    assert [(image.size, image.format, image.mode) for image in images] == [((1024, 640), "WEBP", "RGBA")] * 2
    assert (reply["quality"], reply["background"], reply["safety_identifier"]) == ("low", "transparent", "u-1")
    assert reply["usage"]["output_tokens"] == 2 * 107


def test_openai_repeats_itself_with_a_seed(openai_node: Report) -> None:
    first, again = openai_node.value("seed")
    assert first == again
    assert first[0]["aquatint"]["seed"] == 11


def test_openai_edits(openai_node: Report) -> None:
    assert pictures_of(openai_node.value("edit"))[0].size == (1024, 640)
    reply = openai_node.value("editFiles")
    assert [image.size for image in pictures_of(reply)] == [(1024, 640)] * 2
    assert reply["usage"]["input_tokens_details"]["image_tokens"] == 2 * 768
    assert keeps_the_right_half(openai_node.value("editMask")["data"][0]["b64_json"])


def test_openai_streams(openai_node: Report) -> None:
    events = openai_node.value("streamGenerate")
    kinds = Counter(event["type"] for event in events)
    assert kinds == {"image_generation.partial_image": 4, "image_generation.completed": 2}
    assert {decoded(event["b64_json"]).size for event in events} == {(1024, 640)}
    kinds_of_edit = [event["type"] for event in openai_node.value("streamEdit")]
    assert kinds_of_edit == ["image_edit.partial_image", "image_edit.completed"]


def test_openai_throws_in_the_middle_of_a_stream(openai_node: Report) -> None:
    seen = openai_node.value("streamFails")
    assert seen["types"] == ["image_generation.partial_image"] * 2
    assert (seen["name"], "no more paint" in seen["message"]) == ("APIError", True)


@pytest.mark.parametrize(
    ("case", "name", "status", "code", "param"),
    [
        ("badRequest", "BadRequestError", 400, "integer_above_max_value", "n"),
        ("retired", "NotFoundError", 404, "model_not_found", None),
        ("unknownKey", "BadRequestError", 400, "unknown_parameter", "response_format"),
        ("timeout", "APIConnectionTimeoutError", None, None, None),
    ],
)
def test_openai_errors(
    openai_node: Report, case: str, name: str, status: int | None, code: str | None, param: str | None
) -> None:
    error = openai_node.error(case)
    assert (error["name"], error["status"], error["code"], error["param"]) == (name, status, code, param)
    assert (error["requestId"] or "req_").startswith("req_")


def test_openai_models(openai_node: Report) -> None:
    assert "gpt-image-2" in [model["id"] for model in openai_node.value("models")]
    assert openai_node.value("model")["object"] == "model"


@proves("Clients", "Vercel AI SDK, @ai-sdk/openai", "honoured", "generateImage: generations, edits, masks, errors")
def test_ai_sdk_generates(ai_sdk: Report) -> None:
    reply = ai_sdk.value("generate")
    images = [decoded(b64) for b64 in reply["images"]]
    assert [(image.size, image.format, image.mode) for image in images] == [((1024, 640), "WEBP", "RGBA")] * 2
    assert reply["mediaTypes"] == ["image/webp"] * 2
    assert (reply["usage"]["outputTokens"], reply["warnings"]) == (2 * 107, [])
    told: dict[str, Any] = reply["metadata"]["openai"]["images"][0]
    assert (told["size"], told["quality"], told["background"]) == ("1024x640", "low", "transparent")


def test_ai_sdk_asks_for_no_response_format(ai_sdk: Report) -> None:
    for case in ("generate", "snapshot"):
        (sent,) = ai_sdk.value(case)["sent"]
        assert "response_format" not in sent


def test_ai_sdk_edits(ai_sdk: Report) -> None:
    reply = ai_sdk.value("edit")
    assert [decoded(b64).size for b64 in reply["images"]] == [(1024, 640)] * 2
    assert reply["sent"] == [
        {
            "model": "gpt-image-2",
            "prompt": "a red fox",
            "image": {"filename": "blob"},
            "n": "2",
            "size": "1024x640",
        }
    ]
    assert keeps_the_right_half(ai_sdk.value("editMask")["images"][0])


@pytest.mark.parametrize(
    ("case", "status", "code", "param"),
    [("badSize", 400, "invalid_value", "size"), ("retired", 404, "model_not_found", None)],
)
def test_ai_sdk_errors(ai_sdk: Report, case: str, status: int, code: str, param: str | None) -> None:
    error = ai_sdk.error(case)
    assert (error["name"], error["status"], error["code"], error["param"]) == ("APICallError", status, code, param)
    assert ai_sdk.error("aborted")["message"] == "The operation was aborted due to timeout"


@proves(
    "Clients",
    "Vercel AI SDK, @ai-sdk/openai-compatible",
    "refused",
    "it sends `response_format` with every model, which GPT image models refuse, here as there: use "
    "@ai-sdk/openai with a `baseURL`",
)
def test_ai_sdk_compatible_sends_what_is_refused(ai_sdk: Report) -> None:
    error = ai_sdk.error("compatible")
    assert (error["name"], error["status"]) == ("APICallError", 400)
    assert (error["code"], error["param"]) == ("unknown_parameter", "response_format")
    assert error["message"] == "Unknown parameter: 'response_format'."
