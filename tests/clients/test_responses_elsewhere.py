"""Other clients of the Responses API: openai for Node, the AI SDK, openai-agents, langchain-openai."""

from __future__ import annotations

from typing import Any

import pytest

from clients.programs import Report, run_node, run_other_python
from contract.proofs import proves
from live.pictures import decoded
from live.server import Server

SIZE = (1024, 640)
SQUARE = (1024, 1024)
"""The AI SDK knows only the sizes of older models."""


@pytest.fixture(scope="module")
def node(composer_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What ``responses.mjs`` reports."""
    return run_node("responses.mjs", composer_server.url, tmp_path_factory.mktemp("responses-node"))


@pytest.fixture(scope="module")
def agents(composer_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What ``agents_calls.py`` reports."""
    return run_other_python("agents_calls.py", composer_server.url, tmp_path_factory.mktemp("agents"))


@pytest.fixture(scope="module")
def langchain(composer_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What ``langchain_calls.py`` reports."""
    return run_other_python("langchain_calls.py", composer_server.url, tmp_path_factory.mktemp("langchain"))


def one_picture(results: list[str], size: tuple[int, int] = SIZE) -> bool:
    """Whether there is one, of the size that was asked for."""
    (result,) = results
    return bool(decoded(result).size == size)


@pytest.mark.node
@proves(
    "Clients",
    "openai for Node 6.x, Responses",
    "honoured",
    "the image tool, threads, conversations, files, streams",
)
def test_node_draws(node: Report) -> None:
    reply = node.value("draw")
    (call,) = reply["calls"]
    assert decoded(call["result"]).size == SIZE
    assert (call["status"], call["action"], call["size"], call["quality"]) == (
        "completed", "generate", "1024x640", "low",
    )  # fmt: skip
    assert call["revised_prompt"]
    assert reply["usage"]["total_tokens"] > 0
    assert reply["tool"]["image_gen"]["output_tokens"] == 107


@pytest.mark.node
def test_node_goes_on(node: Report) -> None:
    reply = node.value("goOn")
    assert [call["action"] for call in (*reply["second"], *reply["third"])] == ["edit", "edit"]


@pytest.mark.node
def test_node_streams(node: Report) -> None:
    events = node.value("stream")
    assert [number for _, number in events] == list(range(len(events)))
    kinds = [kind for kind, _ in events]
    assert kinds.count("response.image_generation_call.partial_image") == 2
    assert (kinds[0], kinds[-1]) == ("response.created", "response.completed")


@pytest.mark.node
def test_node_keeps_conversations_and_files(node: Report) -> None:
    assert node.value("conversation").count("image_generation_call") == 2
    (call,) = node.value("file")
    assert call["action"] == "edit"
    assert node.error("notFound")["status"] == 404


@pytest.mark.node
@proves("Clients", "Vercel AI SDK, openai.tools.imageGeneration", "honoured", "generateText and streamText")
def test_the_ai_sdk_draws_and_streams(node: Report) -> None:
    assert one_picture(node.value("aiDraw"), SQUARE)
    streamed: Any = node.value("aiStream")
    assert decoded(streamed["results"][-1]).size == SQUARE
    assert "error" not in streamed["parts"]


@pytest.mark.litellm
@proves("Clients", "openai-agents 0.20, ImageGenerationTool", "honoured", "runs, histories, streams")
def test_agents(agents: Report) -> None:
    assert one_picture(agents.value("draw")["pictures"])
    assert isinstance(agents.value("draw")["text"], str)
    again = agents.value("go_on")
    assert one_picture(again["pictures"])
    assert "image_generation_call" in again["items"]
    streamed = agents.value("stream")
    assert streamed["events"].count("response.image_generation_call.partial_image") == 2
    assert one_picture(streamed["pictures"])


@pytest.mark.litellm
@proves("Clients", "langchain-openai 1.7, image_generation tool", "honoured", "invoke, threads, stream")
def test_langchain(langchain: Report) -> None:
    assert one_picture(langchain.value("draw")["pictures"])
    assert langchain.value("draw")["usage"]["total_tokens"] > 0
    assert one_picture(langchain.value("go_on")["pictures"])
    assert one_picture(langchain.value("stream")["pictures"])
