"""openai-python 3.x: streamed generations and edits."""

from __future__ import annotations

from collections import Counter
from typing import Any

import openai
import pytest
from openai import AsyncOpenAI, OpenAI

from live.calls import SOURCE
from live.pictures import decoded
from live.server import Server, until

ASK: dict[str, Any] = {"model": "gpt-image-2", "prompt": "a red fox", "size": "1024x640", "stream": True}


def open_stream(client: Any, operation: str, **values: Any) -> Any:
    """A stream of generations or of edits."""
    if operation == "image_generation":
        return client.images.generate(**{**ASK, **values})
    return client.images.edit(**{**ASK, **values}, image=SOURCE)


on_both = pytest.mark.parametrize("operation", ["image_generation", "image_edit"])


@on_both
@pytest.mark.parametrize("partials", [0, 3])
def test_partials_and_the_picture(client: OpenAI, operation: str, partials: int) -> None:
    events = list(open_stream(client, operation, partial_images=partials))
    kinds = [event.type for event in events]
    assert kinds == [f"{operation}.partial_image"] * partials + [f"{operation}.completed"]
    assert [event.partial_image_index for event in events[:-1]] == list(range(partials))
    assert {decoded(event.b64_json).size for event in events} == {(1024, 640)}
    assert events[-1].usage.output_tokens == 3824 + 100 * partials


@on_both
def test_events_have_the_clients_types(client: OpenAI, operation: str) -> None:
    partial, completed = open_stream(client, operation, partial_images=1)
    names = {"image_generation": "ImageGen", "image_edit": "ImageEdit"}
    assert type(partial).__name__ == f"{names[operation]}PartialImageEvent"
    assert type(completed).__name__ == f"{names[operation]}CompletedEvent"


@on_both
def test_several_pictures(client: OpenAI, operation: str) -> None:
    events = list(open_stream(client, operation, n=3, partial_images=2))
    assert Counter(event.type for event in events) == {
        f"{operation}.partial_image": 6,
        f"{operation}.completed": 3,
    }
    for index in range(3):
        own = [event for event in events if event.model_extra["aquatint"]["index"] == index]
        assert own[-1].type == f"{operation}.completed"


@on_both
async def test_async(async_client: AsyncOpenAI, operation: str) -> None:
    stream = await open_stream(async_client, operation, partial_images=1)
    kinds = [event.type async for event in stream]
    assert kinds == [f"{operation}.partial_image", f"{operation}.completed"]


@on_both
def test_a_failure_in_the_middle_is_raised(client: OpenAI, operation: str) -> None:
    prompt = "a fox fake: fail_at=4 error=no_more_paint"
    stream = open_stream(client, operation, prompt=prompt, partial_images=2)
    kinds: list[str] = []
    with pytest.raises(openai.APIError, match="no more paint") as caught:
        kinds.extend(event.type for event in stream)
    assert kinds == [f"{operation}.partial_image"] * 2
    assert (caught.value.type, caught.value.param) == ("image_generation_user_error", "prompt")


@on_both
async def test_a_failure_in_the_middle_is_raised_async(async_client: AsyncOpenAI, operation: str) -> None:
    stream = await open_stream(async_client, operation, prompt="a fox fake: fail_at=4", partial_images=1)
    with pytest.raises(openai.APIError, match="told to refuse"):
        [event async for event in stream]


@on_both
def test_a_refusal_is_raised_at_once(client: OpenAI, operation: str) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        open_stream(client, operation, partial_images=4)
    assert caught.value.code == "integer_above_max_value"


@on_both
def test_leaving_a_stream_stops_the_work(client: OpenAI, operation: str, fake_server: Server) -> None:
    prompt = "a fox fake: steps=300 step_ms=20"
    with open_stream(client, operation, prompt=prompt, partial_images=3) as stream:
        assert next(iter(stream)).type == f"{operation}.partial_image"
    until(lambda: fake_server.runtime("running") == 0, "the work stopped, long before its end", seconds=3)
    until(lambda: not fake_server.spool_files(), "nothing is left")
