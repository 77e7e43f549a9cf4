"""What is remembered outlives the server, and projects do not see each other's things."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from openai import OpenAI

from aquatint.foundry.keys import KeyStore
from contract.proofs import proves
from live.calls import SOURCE
from live.server import AQUATINT, Server, serving, until

TOOL: dict[str, Any] = {"type": "image_generation", "size": "1024x640"}
ASK: dict[str, Any] = {"model": "gpt-5", "tools": [TOOL]}


def client_of(server: Server) -> OpenAI:
    """The official client, without retries."""
    return OpenAI(base_url=f"{server.url}/v1", api_key="any", max_retries=0, timeout=60)


def kill(server: Server) -> None:
    """End the process as a power cut would; its workers end with it."""
    server.process.send_signal(signal.SIGKILL)
    server.process.wait()


@proves(
    "Server", "a kill between two turns", "decided", "nothing that was acknowledged is lost; the thread goes on"
)
def test_a_conversation_goes_on_after_a_kill(tmp_path: Path) -> None:
    with serving(tmp_path, "--workers", "1") as server:
        with client_of(server) as client:
            first = client.responses.create(**ASK, input="draw a dog in a meadow")
            sent = client.files.create(file=("p.png", SOURCE), purpose="vision")
        kill(server)
    with serving(tmp_path, "--workers", "1") as server, client_of(server) as client:
        assert client.responses.retrieve(first.id).to_dict() == first.to_dict()
        assert client.files.content(sent.id).read() == SOURCE
        second = client.responses.create(**ASK, input="make it blue", previous_response_id=first.id)
        assert second.output[0].type == "image_generation_call"
        assert second.output[0].revised_prompt == "make the dog blue"
        answer = client.responses.create(**ASK, input="what colour is the dog?", previous_response_id=second.id)
        assert answer.output_text == "The dog is blue."


@proves("Server", "a kill while a picture is being made", "decided", "the response is `failed` after the restart")
def test_a_turn_that_a_kill_ended_is_failed(tmp_path: Path) -> None:
    options = ("--engine", "fake", "--workers", "1")
    with serving(tmp_path, *options) as server:
        with client_of(server) as client:
            talk = client.conversations.create()
            slow = client.responses.create(
                **ASK, input="a fox fake: steps=1000 step_ms=20", background=True, conversation=talk.id
            )
            until(lambda: server.runtime("running") == 1, "the picture is being made")
        kill(server)
    with serving(tmp_path, *options) as server, client_of(server) as client:
        failed = client.responses.retrieve(slow.id)
        assert failed.status == "failed"
        assert failed.error is not None
        assert failed.error.code == "server_error"
        assert client.conversations.items.list(talk.id).data == []
        made = client.responses.create(**ASK, input="draw a cow", conversation=talk.id)
        assert made.status == "completed"
        after = client.responses.create(**ASK, input="draw a cow", previous_response_id=slow.id)
        assert after.status == "completed"


def test_a_background_turn_is_finished_before_the_server_ends(tmp_path: Path) -> None:
    options = ("--engine", "fake", "--workers", "1")
    with serving(tmp_path, *options) as server, client_of(server) as client:
        slow = client.responses.create(**ASK, input="a fox fake: steps=20 step_ms=20", background=True)
        until(lambda: server.runtime("running") == 1, "the picture is being made")
    with serving(tmp_path, *options) as server, client_of(server) as client:
        assert client.responses.retrieve(slow.id).status == "completed"


@pytest.fixture
def two_projects(start_server: Callable[..., Server], tmp_path: Path) -> tuple[httpx.Client, httpx.Client]:
    """Clients of one server with a key each."""
    folder = tmp_path / "server-0" / "data"
    folder.mkdir(parents=True)
    with KeyStore(folder / "keys.sqlite3") as store:
        secrets = [store.create(name, 0.0)[1] for name in ("one", "two")]
    server = start_server("--host", "0.0.0.0")
    url = server.url.replace("0.0.0.0", "127.0.0.1")
    one, two = (
        httpx.Client(base_url=url, headers={"authorization": f"Bearer {secret}"}, timeout=60, trust_env=False)
        for secret in secrets
    )
    return one, two


@proves("Server", "another project's objects", "decided", "404 and never 403: nobody learns that they exist")
def test_projects_do_not_see_each_other(two_projects: tuple[httpx.Client, httpx.Client]) -> None:
    one, two = two_projects
    response = one.post("/v1/responses", json={**ASK, "input": "draw a fox"}).json()
    talk = one.post("/v1/conversations", json={}).json()
    file = one.post("/v1/files", data={"purpose": "vision"}, files={"file": ("p.png", SOURCE)}).json()
    picture = response["output"][0]["id"]
    paths = [
        ("GET", f"/v1/responses/{response['id']}"),
        ("DELETE", f"/v1/responses/{response['id']}"),
        ("POST", f"/v1/responses/{response['id']}/cancel"),
        ("GET", f"/v1/responses/{response['id']}/input_items"),
        ("GET", f"/v1/conversations/{talk['id']}"),
        ("DELETE", f"/v1/conversations/{talk['id']}"),
        ("GET", f"/v1/conversations/{talk['id']}/items"),
        ("GET", f"/v1/files/{file['id']}"),
        ("GET", f"/v1/files/{file['id']}/content"),
        ("DELETE", f"/v1/files/{file['id']}"),
        ("GET", f"/v1/images/{picture}/content"),
    ]
    for method, path in paths:
        assert two.request(method, path).status_code == 404, path
    assert two.get("/v1/files").json()["data"] == []
    for values, status in (
        ({"previous_response_id": response["id"]}, 400),
        ({"conversation": talk["id"]}, 404),
        ({"input": [{"type": "item_reference", "id": picture}]}, 404),
        ({"input": [{"role": "user", "content": [{"type": "input_image", "file_id": file["id"]}]}]}, 400),
    ):
        reply = two.post("/v1/responses", json={**ASK, "input": "go on", **values})
        assert reply.status_code == status, values
    for method, path in [paths[0], paths[4], paths[7], paths[10]]:
        assert one.request(method, path).status_code == 200, path
    one.close()
    two.close()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--database", "oracle://x"], "database"),
        (["--database", "postgresql://nobody@127.0.0.1:1/x"], "database cannot be used"),
        (["--blobs", "memory:///"], None),
        (["--retention-days", "-1"], "retention"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line(tmp_path: Path, options: list[str], words: str | None) -> None:
    if words is None:
        with serving(tmp_path, "--engine", "fake", "--workers", "1", *options) as server:
            assert server.http.get("/healthz").status_code == 200
        return
    command = [str(AQUATINT), "serve", "--port", "0", "--data", str(tmp_path), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
