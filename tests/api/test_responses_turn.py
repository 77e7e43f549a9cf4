"""What the server makes of a director's moves, whatever the director: here one that follows a script."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from aquatint.api.services import Services
from aquatint.director.contract import Card, Move, Moves, Order, Paint, Say, Show, Spent, Turn
from aquatint.errors import ServerError
from live.calls import refused, streamed
from live.inside import app_with

TOOL: dict[str, Any] = {"type": "image_generation", "size": "1024x640"}
FOX = Order(action="generate", prompt="a fox")


class Scripted:
    """Makes the moves that it was given; an exception among them is raised. Keeps what it was told."""

    def __init__(self, *moves: Move | Exception | Callable[[Sequence[Card]], Move]) -> None:
        self.moves = moves
        self.turns: list[Turn] = []
        self.answers: list[Sequence[Card] | None] = []
        self.closed = False

    def open(self) -> None:
        """Nothing is heavy."""

    async def direct(self, turn: Turn) -> Moves:
        """The script."""
        self.turns.append(turn)
        made: Sequence[Card] = ()
        try:
            for move in self.moves:
                if isinstance(move, Exception):
                    raise move
                answer = yield move(made) if callable(move) else move
                self.answers.append(answer)
                made = answer or made
        finally:
            self.closed = True


@asynccontextmanager
async def directed(folder: Path, director: Scripted) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a server whose director it is; nothing may be left in the spool."""

    def replace(_: Services) -> dict[str, Any]:
        return {"directors": {"rules": director}}

    async with app_with(folder, replace) as (client, services):
        yield client
        assert list(services.spool.folder.iterdir()) == []


async def ask(client: httpx.AsyncClient, **values: Any) -> httpx.Response:
    """One turn."""
    return await client.post("/v1/responses", json={"model": "gpt-5", "input": "x", "tools": [TOOL], **values})


async def test_text_comes_piece_by_piece_and_is_one_message(tmp_path: Path) -> None:
    async with directed(tmp_path, Scripted(Say("One "), Say("two "), Say("three."))) as client:
        events = streamed(await ask(client, stream=True))
        deltas = [event.data["delta"] for event in events if event.name == "response.output_text.delta"]
        assert deltas == ["One ", "two ", "three."]
        [message] = events[-1].data["response"]["output"]
        assert message["content"][0]["text"] == "One two three."


async def test_text_pictures_and_text_again(tmp_path: Path) -> None:
    script = Scripted(Say("First."), Paint((FOX, FOX)), Say("Then."), lambda made: Show(made[0].id), Say("Done."))
    async with directed(tmp_path, script) as client:
        body = (await ask(client)).json()
        call, message = "image_generation_call", "message"
        assert [item["type"] for item in body["output"]] == [message, call, call, message, call, message]
        assert body["output"][4]["result"] == body["output"][1]["result"]
        assert body["tool_usage"]["image_gen"]["output_tokens"] == 2 * 3824
        again = (await client.get(f"/v1/responses/{body['id']}")).json()
        assert again == body
    painted = script.answers[1]
    assert painted is not None
    assert [(card.number, card.prompt, card.origin) for card in painted] == [
        (1, "a fox", "generate"),
        (2, "a fox", "generate"),
    ]


async def test_a_second_picture_made_from_the_first_of_the_same_turn(tmp_path: Path) -> None:
    def edit(made: Sequence[Card]) -> Move:
        return Paint((Order(action="edit", prompt="at night", sources=(made[0].id,)),))

    async with directed(tmp_path, Scripted(Paint((FOX,)), edit)) as client:
        for store in (True, False):
            body = (await ask(client, store=store)).json()
            assert [item["action"] for item in body["output"]] == ["generate", "edit"]


async def test_what_the_director_spent_is_the_usage(tmp_path: Path) -> None:
    spent = Spent(input_tokens=100, output_tokens=20, cached_tokens=40, reasoning_tokens=5)
    async with directed(tmp_path, Scripted(Say("Hello."), spent)) as client:
        assert (await ask(client)).json()["usage"] == {
            "input_tokens": 100,
            "input_tokens_details": {"cached_tokens": 40, "cache_write_tokens": 0},
            "output_tokens": 20,
            "output_tokens_details": {"reasoning_tokens": 5},
            "total_tokens": 120,
        }


async def test_what_a_director_is_told(tmp_path: Path) -> None:
    script = Scripted(Paint((FOX,)), Say("Here."))
    async with directed(tmp_path, script) as client:
        first = (await ask(client, input="draw a fox", instructions="Be kind.")).json()
        choice = {"type": "image_generation"}
        await ask(client, input="go on", previous_response_id=first["id"], tool_choice=choice)
    begun, followed = script.turns
    assert (begun.instructions, followed.instructions) == ("Be kind.", "")
    assert [(said.role, said.text, len(said.pictures)) for said in followed.history] == [
        ("user", "draw a fox", 0),
        ("assistant", "", 1),
        ("assistant", "Here.", 0),
    ]
    assert [said.text for said in followed.said] == ["go on"]
    assert (begun.rules.must_paint, followed.rules.must_paint) == (False, True)
    assert followed.gallery.count == 2  # the first turn's, and by now its own


@pytest.mark.parametrize("stream", [False, True])
async def test_a_director_that_refuses(tmp_path: Path, stream: bool) -> None:
    script = Scripted(Say("Wait..."), ServerError("The language model does not answer."))
    async with directed(tmp_path, script) as client:
        reply = await ask(client, stream=stream)
        if not stream:
            assert refused(reply, 500)["message"] == "The language model does not answer."
            return
        last = streamed(reply)[-1]
        assert last.name == "response.failed"
        assert last.data["response"]["error"]["message"] == "The language model does not answer."
        stored = (await client.get(f"/v1/responses/{last.data['response']['id']}")).json()
        assert stored["status"] == "failed"
    assert script.closed


@pytest.mark.parametrize("move", [RuntimeError("a secret"), Show("ig_none"), Paint((FOX,))])
async def test_a_director_that_is_broken(tmp_path: Path, move: Any) -> None:
    async with directed(tmp_path, Scripted(move)) as client:
        error = refused(await ask(client, tools=[]), 500)
        assert "secret" not in error["message"]


async def test_an_edit_of_nothing(tmp_path: Path) -> None:
    async with directed(tmp_path, Scripted(Paint((Order(action="edit", prompt="x"),)))) as client:
        assert refused(await ask(client))["code"] == "image_not_found"
