"""LiteLLM and openai-python 2.x, in an environment of their own. The programs are in ``tests/clients/litellm``."""

from __future__ import annotations

from typing import Any

import pytest

from clients.programs import Report, run_other_python
from contract.proofs import proves
from live.pictures import array, decoded, gradient, pictures_of
from live.server import Server

pytestmark = pytest.mark.litellm


@pytest.fixture(scope="module")
def openai_2(fake_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What ``openai_calls.py`` reports."""
    return run_other_python("openai_calls.py", fake_server.url, tmp_path_factory.mktemp("openai-2"))


@pytest.fixture(scope="module")
def litellm(fake_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What ``litellm_calls.py`` reports."""
    return run_other_python("litellm_calls.py", fake_server.url, tmp_path_factory.mktemp("litellm"))


def check_generation(reply: Any) -> None:
    """Two small WebP pictures with alpha."""
    images = pictures_of(reply)
    assert [(image.size, image.format, image.mode) for image in images] == [((1024, 640), "WEBP", "RGBA")] * 2
    assert (reply["size"], reply["quality"], reply["background"]) == ("1024x640", "low", "transparent")
    assert (reply["output_format"], reply["usage"]["output_tokens"]) == ("webp", 2 * 107)


def check_edits(report: Report) -> None:
    """One source, two sources, and a mask whose right half is kept."""
    assert [image.size for image in pictures_of(report.value("edit"))] == [(1024, 640)]
    two = report.value("edit_files")
    assert pictures_of(two)[0].size == (1024, 640)
    assert two["usage"]["input_tokens_details"]["image_tokens"] == 2 * 768
    changed = (array(pictures_of(report.value("edit_mask"))[0]) != gradient(320, 240)).any(axis=2)
    assert not changed[:, 160:].any()
    assert changed[:, :160].mean() > 0.99


@proves("Clients", "openai-python 2.x", "honoured", "sync and async: generations, edits, streams, errors, models")
def test_openai_2_generates(openai_2: Report) -> None:
    assert openai_2.value("version").startswith("2.")
    check_generation(openai_2.value("generate"))
    first, again = openai_2.value("seed")
    assert first == again
    assert [pictures_of(reply)[0].size for reply in openai_2.value("async")] == [(1024, 640)] * 2


def test_openai_2_edits(openai_2: Report) -> None:
    check_edits(openai_2)


def test_openai_2_streams(openai_2: Report) -> None:
    events = openai_2.value("stream_generate")
    kinds = ["image_generation.partial_image"] * 2 + ["image_generation.completed"]
    assert [event["type"] for event in events] == kinds
    assert {decoded(event["b64_json"]).size for event in events} == {(1024, 640)}
    kinds_of_edit = [event["type"] for event in openai_2.value("stream_edit")]
    assert kinds_of_edit == ["image_edit.partial_image", "image_edit.completed"]
    failed = openai_2.value("stream_fails")
    assert failed == {
        "types": ["image_generation.partial_image"] * 2,
        "name": "APIError",
        "message": "no more paint",
    }


def test_openai_2_errors_and_models(openai_2: Report) -> None:
    error = openai_2.error("bad_request")
    assert (error["name"], error["code"], error["param"]) == ("BadRequestError", "integer_above_max_value", "n")
    error = openai_2.error("retired")
    assert (error["name"], error["code"]) == ("NotFoundError", "model_not_found")
    assert "gpt-image-2" in openai_2.value("models")


@proves(
    "Clients", "LiteLLM 1.x", "honoured", "image_generation and image_edit with `openai/` models, sync and async"
)
def test_litellm_generates(litellm: Report) -> None:
    check_generation(litellm.value("generate"))
    assert [image.size for image in pictures_of(litellm.value("generate_async"))] == [(1024, 640)] * 2
    first, again = litellm.value("seed")
    assert first == again


def test_litellm_edits(litellm: Report) -> None:
    check_edits(litellm)


def test_litellm_errors(litellm: Report) -> None:
    error = litellm.error("bad_request")
    assert (error["name"], error["status_code"]) == ("BadRequestError", 400)
    assert "integer above maximum value" in error["message"]
    error = litellm.error("retired")
    assert (error["name"], error["status_code"]) == ("NotFoundError", 404)
    # LiteLLM knows itself that GPT image models take none.
    assert litellm.error("response_format")["name"] == "UnsupportedParamsError"
