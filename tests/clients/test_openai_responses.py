"""The official Python client on the Responses API: a whole conversation, streams, background, deletion."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import openai
import pytest
from openai import AsyncOpenAI, OpenAI
from openai.types.responses import Response

from contract.proofs import proves
from live.pictures import array, decoded
from live.server import Server, until

TOOL: dict[str, Any] = {"type": "image_generation", "size": "1024x640"}
ASK: dict[str, Any] = {"model": "gpt-5", "tools": [TOOL]}
pytestmark = pytest.mark.usefixtures("spool_stays_clean")


def pictures(response: Response) -> list[Any]:
    """The image calls of a response."""
    return [item for item in response.output if item.type == "image_generation_call"]


class Talk:
    """A conversation by ``previous_response_id``."""

    def __init__(self, client: OpenAI) -> None:
        self.client = client
        self.last: str | None = None

    def say(self, text: str, **more: Any) -> Response:
        """One turn."""
        response = self.client.responses.create(**ASK, input=text, previous_response_id=self.last, **more)
        assert response.status == "completed"
        self.last = response.id
        return response


@proves(
    "Clients", "openai-python 3, Responses: ten turns", "honoured", "draw, edit, answer, convert, go back, several"
)
def test_ten_turns(composer_client: OpenAI) -> None:
    talk = Talk(composer_client)
    [harbour] = pictures(talk.say("draw a harbour at dawn with two boats"))
    assert (harbour.action, harbour.revised_prompt, harbour.size) == (
        "generate",
        "a harbour at dawn with two boats",
        "1024x640",
    )
    [lit] = pictures(talk.say("add a lighthouse"))
    assert (lit.action, lit.revised_prompt) == ("edit", "add a lighthouse")
    answer = talk.say("how many boats are there?")
    assert pictures(answer) == []
    assert answer.output_text == "There are two boats."
    talk.say("make the boats red")
    assert talk.say("what colour are the boats?").output_text == "The boats are red."
    [night] = pictures(talk.say("now at night, in the rain"))
    [poster] = pictures(talk.say("make it a poster that says OPEN"))
    assert poster.action == "generate"
    assert poster.revised_prompt == (
        'a poster of two red boats and a lighthouse, in the harbour, at night, in the rain, that says "OPEN"'
    )
    [back] = pictures(talk.say("go back"))
    assert back.result == night.result
    assert back.id != night.id
    both = pictures(talk.say("draw a fox and, separately, an owl"))
    assert [each.revised_prompt for each in both] == ["a fox", "an owl"]
    [hat] = pictures(talk.say("put a hat on the second one"))
    assert hat.revised_prompt == "put a hat on the owl"
    owl, with_hat = array(decoded(both[1].result)), array(decoded(hat.result))
    assert 0.001 < (owl != with_hat).any(axis=2).mean() < 0.4


def test_a_response_can_be_had_again(client: OpenAI) -> None:
    made = client.responses.create(**ASK, input="draw a fox", metadata={"for": "test"}, user="u1")
    again = client.responses.retrieve(made.id)
    assert again.to_dict() == made.to_dict()
    assert made.metadata == {"for": "test"}
    assert made.tool_usage is not None
    assert made.tool_usage.image_gen.output_tokens == 3824
    assert made.usage is not None
    assert made.usage.total_tokens == made.usage.input_tokens + made.usage.output_tokens


@proves(
    "Responses",
    "input",
    "honoured",
    "a text, or messages, pictures, replayed items and references; kept and listed",
)
def test_the_input_can_be_listed(client: OpenAI) -> None:
    messages: Any = [{"role": "user", "content": f"message {number}"} for number in range(30)]
    made = client.responses.create(model="gpt-5", input=messages)
    texts = [item.content[0].text for item in client.responses.input_items.list(made.id, limit=7)]
    assert texts == [f"message {number}" for number in reversed(range(30))]
    first = client.responses.input_items.list(made.id, order="asc", limit=2)
    assert [item.content[0].text for item in first.data] == ["message 0", "message 1"]
    assert first.has_more


@proves(
    "Responses",
    "stream",
    "honoured",
    "as captured from the real service; `sequence_number` rises by one",
)
def test_a_stream(client: OpenAI) -> None:
    tool = {**TOOL, "partial_images": 2}
    with client.responses.stream(model="gpt-5", input="draw a fox", tools=[tool]) as stream:
        events = list(stream)
        final = stream.get_final_response()
    kinds = [event.type.removeprefix("response.") for event in events]
    assert kinds == [
        "created",
        "in_progress",
        "output_item.added",
        "image_generation_call.in_progress",
        "image_generation_call.generating",
        "image_generation_call.partial_image",
        "image_generation_call.partial_image",
        "image_generation_call.completed",
        "output_item.done",
        "output_item.added",
        "content_part.added",
        "output_text.delta",
        "output_text.done",
        "content_part.done",
        "output_item.done",
        "completed",
    ]
    assert [event.sequence_number for event in events] == list(range(len(events)))
    partials = [event for event in events if event.type == "response.image_generation_call.partial_image"]
    assert [event.partial_image_index for event in partials] == [0, 1]
    assert decoded(partials[0].partial_image_b64).size == (1024, 640)
    assert partials[0].partial_image_b64 != pictures(final)[0].result
    assert client.responses.retrieve(final.id).to_dict()["output"][0] == final.to_dict()["output"][0]


@proves(
    "Responses",
    "background",
    "honoured",
    "polled; goes on when the client is gone; with `stream`, events from `response.queued` on",
)
def test_background(client: OpenAI, fake_server: Server) -> None:
    made = client.responses.create(**ASK, input="a fox fake: steps=30 step_ms=20", background=True)
    assert (made.status, made.output) == ("queued", [])
    assert client.responses.retrieve(made.id).status in ("queued", "in_progress")
    until(lambda: client.responses.retrieve(made.id).status == "completed", "the response is completed")
    assert len(pictures(client.responses.retrieve(made.id))) == 1


def test_a_background_stream_that_nobody_reads_to_its_end(client: OpenAI) -> None:
    stream = client.responses.create(**ASK, input="a fox fake: steps=20 step_ms=20", background=True, stream=True)
    kinds = []
    for event in stream:
        kinds.append(event.type)
        if event.type == "response.in_progress":
            made = event.response.id
            break
    stream.close()
    assert kinds == ["response.created", "response.queued", "response.in_progress"]
    until(lambda: client.responses.retrieve(made).status == "completed", "it goes on without a reader")


@proves("Responses", "cancel", "honoured", "only of background responses; harmless when they are finished")
def test_cancelling(client: OpenAI, fake_server: Server) -> None:
    made = client.responses.create(**ASK, input="a fox fake: steps=1000 step_ms=20", background=True)
    until(lambda: fake_server.runtime("running") == 1, "the picture is being made")
    assert client.responses.cancel(made.id).status == "cancelled"
    until(lambda: fake_server.runtime("running") == 0, "the work stopped")
    assert client.responses.cancel(made.id).status == "cancelled"
    done = client.responses.create(**ASK, input="draw a fox")
    with pytest.raises(openai.BadRequestError, match="synchronous"):
        client.responses.cancel(done.id)


async def test_hanging_up_cancels(async_client: AsyncOpenAI, fake_server: Server) -> None:
    ask = asyncio.create_task(async_client.responses.create(**ASK, input="a fox fake: steps=1000 step_ms=20"))
    await asyncio.to_thread(until, lambda: fake_server.runtime("running") == 1, "the picture is being made")
    ask.cancel()
    with pytest.raises(asyncio.CancelledError):
        await ask
    await asyncio.to_thread(until, lambda: fake_server.runtime("running") == 0, "the work stopped")


async def test_hanging_up_on_a_stream_cancels(async_client: AsyncOpenAI, fake_server: Server) -> None:
    stream = await async_client.responses.create(**ASK, input="a fox fake: steps=1000 step_ms=20", stream=True)
    made = ""
    async for event in stream:
        if event.type == "response.image_generation_call.generating":
            break
        if event.type == "response.created":
            made = event.response.id
    await stream.close()

    def is_cancelled() -> bool:
        return bool(fake_server.http.get(f"/v1/responses/{made}").json()["status"] == "cancelled")

    await asyncio.to_thread(until, is_cancelled, "the response is cancelled")
    await asyncio.to_thread(until, lambda: fake_server.runtime("running") == 0, "the work stopped")


@proves("Responses", "delete", "honoured", "rows and bytes are gone; 404 from then on")
def test_deleting_really_deletes(client: OpenAI, fake_server: Server) -> None:
    def blobs() -> set[str]:
        return {path.name for path in (fake_server.folder / "data" / "blobs").rglob("*_*")}

    before = blobs()
    made = client.responses.create(**ASK, input="draw a fox")
    assert len(blobs() - before) == 1
    client.responses.delete(made.id)
    assert blobs() == before
    for call in (client.responses.retrieve, client.responses.delete):
        with pytest.raises(openai.NotFoundError, match=f"Response with id '{made.id}' not found"):
            call(made.id)
    with pytest.raises(openai.BadRequestError) as caught:
        client.responses.create(**ASK, input="go on", previous_response_id=made.id)
    assert (caught.value.param, caught.value.code) == ("previous_response_id", "previous_response_not_found")


@proves("Responses", "store", "honoured", "nothing is kept; a thread goes on by sending its items along")
def test_nothing_is_stored_unless_wanted(composer_client: OpenAI) -> None:
    first = composer_client.responses.create(**ASK, input="draw a dog in a meadow", store=False)
    with pytest.raises(openai.NotFoundError):
        composer_client.responses.retrieve(first.id)
    replayed: Any = [item.to_dict() for item in first.output]
    thread = [{"role": "user", "content": "draw a dog in a meadow"}, *replayed]
    thread.append({"role": "user", "content": "make it blue"})
    second = composer_client.responses.create(**ASK, input=thread, store=False)
    [picture] = pictures(second)
    assert (picture.action, picture.revised_prompt) == ("edit", "make the dog blue")
    assert "Not drawn" not in second.output_text


@proves(
    "Responses",
    "image_generation_call in the input",
    "honoured",
    "by `id` alone, as the real service keeps it too",
)
def test_replaying_a_picture_by_its_id(composer_client: OpenAI) -> None:
    [dog] = pictures(composer_client.responses.create(**ASK, input="draw a dog in a meadow"))
    for reference in ({"type": "image_generation_call", "id": dog.id}, {"type": "item_reference", "id": dog.id}):
        items: Any = [reference, {"role": "user", "content": "now at night"}]
        [night] = pictures(composer_client.responses.create(**ASK, input=items))
        assert night.action == "edit"
    unknown: Any = [{"type": "image_generation_call", "id": "ig_unknown"}, {"role": "user", "content": "at night"}]
    with pytest.raises(openai.NotFoundError, match="Item with id 'ig_unknown' not found"):
        composer_client.responses.create(**ASK, input=unknown)


@proves("Responses", "previous_response_id", "honoured", "a thread; two that follow the same one are branches")
def test_branches_of_a_thread_do_not_see_each_other(composer_client: OpenAI) -> None:
    talk = Talk(composer_client)
    talk.say("draw a dog")
    trunk = talk.last
    talk.say("draw a cat")
    talk.last = trunk
    assert "dog" in talk.say("what is in the picture?").output_text
    assert talk.say("how many pictures are there?").output_text == "There is one so far."


def test_models_include_the_main_ones(client: OpenAI) -> None:
    names = [model.id for model in client.models.list()]
    assert {"gpt-5", "gpt-4o", "gpt-image-2"} <= set(names)
    assert client.models.retrieve("gpt-4.1-mini-2025-04-14").owned_by == "aquatint"


@proves(
    "Responses", "model", "refused", "an image model as the main model: 400 `model_not_found`; unknown names: 404"
)
def test_models_that_cannot_lead(client: OpenAI) -> None:
    with pytest.raises(openai.BadRequestError, match="not supported with the Responses API") as image:
        client.responses.create(model="gpt-image-2", input="a fox")
    assert (image.value.param, image.value.code) == ("model", "model_not_found")
    with pytest.raises(openai.NotFoundError) as unknown:
        client.responses.create(model="claude-9", input="a fox")
    assert unknown.value.code == "model_not_found"


def test_ids_look_as_they_do_there(client: OpenAI) -> None:
    made = client.responses.create(**ASK, input="draw a fox")
    assert re.fullmatch(r"resp_[0-9a-f]{48}", made.id)
    assert re.fullmatch(r"ig_[0-9a-f]{48}", made.output[0].id)
    assert re.fullmatch(r"msg_[0-9a-f]{48}", made.output[1].id)
