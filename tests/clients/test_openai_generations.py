"""openai-python 3.x: ``images.generate``, and the models."""

from __future__ import annotations

import asyncio
from typing import Any

import openai
import pytest
from openai import AsyncOpenAI, OpenAI

from contract.proofs import proves
from live.pictures import decoded
from live.server import Server, until

ASK: dict[str, Any] = {"model": "gpt-image-2", "prompt": "a red fox", "size": "1024x640"}


@proves("Clients", "openai-python 3.x", "honoured", "sync and async: generations, edits, streams, errors, models")
def test_every_parameter(client: OpenAI) -> None:
    reply = client.images.generate(
        **ASK,
        n=2,
        quality="low",
        background="transparent",
        output_format="webp",
        output_compression=80,
        moderation="low",
        safety_identifier="u-1",
        user="u-2",
    )
    assert reply.data is not None
    for datum in reply.data:
        image = decoded(datum.b64_json)
        assert (image.size, image.format, image.mode) == ((1024, 640), "WEBP", "RGBA")
        assert (datum.url, datum.revised_prompt) == (None, None)
    assert (reply.size, reply.quality, reply.background) == ("1024x640", "low", "transparent")
    assert (reply.output_format, reply.usage.output_tokens if reply.usage else 0) == ("webp", 2 * 107)
    assert reply._request_id is not None
    assert reply._request_id.startswith("req_")


def test_the_least(client: OpenAI) -> None:
    reply = client.images.generate(model="gpt-image-2", prompt="a red fox")
    assert reply.data is not None
    width, height = (int(edge) for edge in (reply.size or "").split("x"))
    assert decoded(reply.data[0].b64_json).size == (width, height)


def test_the_seed_through_extra_body(client: OpenAI) -> None:
    first, again = (client.images.generate(**ASK, n=2, extra_body={"seed": 11}) for _ in range(2))
    assert first.data == again.data
    assert first.data is not None
    assert [datum.model_extra["aquatint"]["seed"] for datum in first.data if datum.model_extra] == [11, 12]


def test_the_raw_response(client: OpenAI) -> None:
    raw = client.images.with_raw_response.generate(**ASK)
    assert raw.headers["openai-version"] == "2020-10-01"
    assert raw.parse().size == "1024x640"


async def test_async(async_client: AsyncOpenAI) -> None:
    reply = await async_client.images.generate(**ASK, n=2, output_format="jpeg")
    assert reply.data is not None
    assert [decoded(datum.b64_json).size for datum in reply.data] == [(1024, 640)] * 2


async def test_many_at_once(async_client: AsyncOpenAI) -> None:
    asks = [{**ASK, "extra_body": {"seed": seed}} for seed in range(12)]
    replies = await asyncio.gather(*(async_client.images.generate(**ask) for ask in asks))
    seeds = [datum.model_extra["aquatint"]["seed"] for reply in replies for datum in reply.data]
    assert seeds == list(range(12))


async def test_cancelling(async_client: AsyncOpenAI, fake_server: Server) -> None:
    ask = {**ASK, "prompt": "a fox fake: steps=1000 step_ms=20"}
    asking = asyncio.create_task(async_client.images.generate(**ask))
    await asyncio.to_thread(until, lambda: fake_server.runtime("running") == 1, "the picture is being made")
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    await asyncio.to_thread(until, lambda: fake_server.runtime("running") == 0, "the work stopped")


def test_models(client: OpenAI) -> None:
    names = [model.id for model in client.models.list()]
    assert "gpt-image-2" in names
    assert "dall-e-3" not in names
    model = client.models.retrieve("gpt-image-1.5")
    assert (model.id, model.object, model.owned_by) == ("gpt-image-1.5", "model", "aquatint")
    assert model.shutdown_date == "2026-12-01"
    with pytest.raises(openai.NotFoundError):
        client.models.retrieve("dall-e-3")


@pytest.mark.parametrize(
    ("values", "kind", "param", "code"),
    [
        ({"model": "gpt-9"}, openai.BadRequestError, "model", "invalid_value"),
        ({"model": "dall-e-3"}, openai.NotFoundError, None, "model_not_found"),
        ({"prompt": ""}, openai.BadRequestError, "prompt", "empty_string"),
        ({"n": 11}, openai.BadRequestError, "n", "integer_above_max_value"),
        ({"size": "123x456"}, openai.BadRequestError, "size", "invalid_value"),
        ({"quality": "hd"}, openai.BadRequestError, "quality", "invalid_value"),
        ({"style": "vivid"}, openai.BadRequestError, "style", "unknown_parameter"),
        ({"response_format": "url"}, openai.BadRequestError, "response_format", "unknown_parameter"),
        ({"extra_body": {"steps": 4}}, openai.BadRequestError, "steps", "unknown_parameter"),
        ({"prompt": "fake: fail_at=1"}, openai.BadRequestError, "prompt", None),
    ],
)
def test_errors(
    client: OpenAI, values: dict[str, Any], kind: type[openai.APIStatusError], param: str | None, code: str | None
) -> None:
    with pytest.raises(kind) as caught:
        client.images.generate(**{**ASK, **values})
    assert (type(caught.value), caught.value.param, caught.value.code) == (kind, param, code)
    assert caught.value.request_id is not None
    assert isinstance(caught.value.body, dict)
    assert set(caught.value.body) == {"message", "type", "param", "code"}


def test_variations_are_gone(client: OpenAI) -> None:
    with pytest.warns(DeprecationWarning, match="deprecated"), pytest.raises(openai.NotFoundError) as caught:
        client.images.create_variation(image=b"x", model="dall-e-2")
    assert caught.value.code == "model_not_found"


def test_a_timeout(client: OpenAI) -> None:
    with pytest.raises(openai.APITimeoutError):
        client.with_options(timeout=0.3).images.generate(**{**ASK, "prompt": "fake: steps=500 step_ms=20"})
    assert client.images.generate(**ASK).data
