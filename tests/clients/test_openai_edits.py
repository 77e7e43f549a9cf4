"""openai-python 3.x: ``images.edit``."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import openai
import pytest
from openai import AsyncOpenAI, OpenAI

from live.calls import SOURCE
from live.pictures import array, data_url, decoded, encoded, gradient, mask_png

ASK: dict[str, Any] = {"model": "gpt-image-2", "prompt": "a red fox", "size": "1024x640"}


def size_of(reply: Any) -> tuple[int, int]:
    """Width and height of the first picture."""
    return decoded(reply.data[0].b64_json).size


def test_every_way_to_give_a_file(client: OpenAI, tmp_path: Path) -> None:
    path = tmp_path / "source.png"
    path.write_bytes(SOURCE)
    with path.open("rb") as opened:
        for image in (SOURCE, path, opened, io.BytesIO(SOURCE), ("fox.png", SOURCE, "image/png")):
            reply = client.images.edit(image=image, **ASK)
            assert (size_of(reply), reply.size) == ((1024, 640), "1024x640")


@pytest.mark.parametrize("count", [1, 3, 16])
def test_several_files(client: OpenAI, count: int) -> None:
    reply = client.images.edit(image=[("fox.png", SOURCE, "image/png")] * count, **ASK)
    assert reply.usage is not None
    assert reply.usage.input_tokens_details.image_tokens == 768 * count


def test_every_parameter(client: OpenAI) -> None:
    reply = client.images.edit(
        **{**ASK, "size": "auto"},
        image=SOURCE,
        mask=mask_png(320, 240),
        n=2,
        quality="medium",
        background="opaque",
        output_format="webp",
        output_compression=100,
        user="u-1",
        partial_images=0,
        stream=False,
        extra_body={"seed": 3, "safety_identifier": "u-2", "aquatint": {"plan": True}},
    )
    assert reply.data is not None
    for datum in reply.data:
        image = decoded(datum.b64_json)
        assert (image.size, image.format, image.mode) == ((320, 240), "WEBP", "RGB")
        assert datum.model_extra is not None
        assert "plan" in datum.model_extra["aquatint"]
    assert reply.model_extra is not None
    assert (reply.quality, reply.size, reply.background) == ("medium", "320x240", "opaque")


def test_the_mask(client: OpenAI) -> None:
    source = gradient(320, 240)
    ask = {**ASK, "size": "auto"}
    reply = client.images.edit(image=encoded(source), mask=mask_png(320, 240), **ask)
    assert reply.data is not None
    result = array(decoded(reply.data[0].b64_json))
    assert np.array_equal(result[:, 160:], source[:, 160:])
    assert (result[:, :160] != source[:, :160]).any(axis=2).mean() > 0.99


def test_the_seed_through_extra_body(client: OpenAI) -> None:
    first, again = (client.images.edit(image=SOURCE, **ASK, extra_body={"seed": 11}) for _ in range(2))
    assert first.data == again.data


async def test_async(async_client: AsyncOpenAI) -> None:
    reply = await async_client.images.edit(image=[SOURCE, SOURCE], mask=mask_png(320, 240), **ASK)
    assert size_of(reply) == (1024, 640)


@pytest.mark.parametrize(
    ("values", "param", "code"),
    [
        ({"image": b"no picture"}, "image", "invalid_image_file"),
        ({"image": [SOURCE] * 17}, "image", "array_above_max_length"),
        ({"mask": mask_png(64, 64)}, "mask", "invalid_mask_image_format"),
        ({"mask": SOURCE}, "mask", "invalid_mask_image_format"),
        ({"input_fidelity": "high"}, "input_fidelity", "invalid_input_fidelity_model"),
        ({"n": 0}, "n", "integer_below_min_value"),
        ({"response_format": "b64_json"}, "response_format", "unknown_parameter"),
    ],
)
def test_errors(client: OpenAI, values: dict[str, Any], param: str, code: str) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        client.images.edit(**{"image": SOURCE, **ASK, **values})
    assert (caught.value.param, caught.value.code) == (param, code)


def test_a_json_edit(client: OpenAI) -> None:
    """The client has no method for it, but its plain ``post`` goes there."""
    body = {**ASK, "images": [{"image_url": data_url(SOURCE)}]}
    assert size_of(client.post("/images/edits", body=body, cast_to=openai.types.ImagesResponse)) == (1024, 640)
