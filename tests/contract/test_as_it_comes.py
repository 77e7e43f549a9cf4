"""What depends on the engine, with the one that the server comes with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from contract.proofs import proves
from live.calls import ALL, EDITS, EDITS_FORM, GENERATIONS, file_part, made, order
from live.inside import app_with
from live.pictures import encoded, gradient, pictures_of
from live.server import Server

IN_2031 = 1_925_000_000.0


@pytest.fixture
def composer(composer_server: Server) -> httpx.Client:
    """A client of the server whose composer draws."""
    return composer_server.http


@proves(
    GENERATIONS,
    "size",
    "decided",
    "`auto` (and no size): a legal size of the shape that suits the prompt; `size` in the reply says which",
)
@pytest.mark.parametrize("size", ["auto", ...])
def test_auto_size_of_a_generation(composer: httpx.Client, size: Any) -> None:
    body = made(order(composer, GENERATIONS, size=size, quality="low"))
    (image,) = pictures_of(body)
    assert body["size"] == f"{image.width}x{image.height}"
    made(order(composer, GENERATIONS, size=body["size"], quality="low"))


@proves(
    EDITS,
    "size",
    "differs",
    "`auto` (and no size) keeps the size of the first picture, though no profile may "
    "allow it, so that what the mask keeps can be kept bit for bit; a picture that is too large, or a profile "
    "with three sizes, gives the nearest legal size",
)
@pytest.mark.parametrize(
    ("model", "source", "size"),
    [
        ("gpt-image-2", (333, 257), "333x257"),
        ("gpt-image-2", (4000, 1000), "3456x1152"),
        ("gpt-image-1.5", (300, 450), "1024x1536"),
    ],
)
def test_auto_size_of_an_edit(composer: httpx.Client, model: str, source: tuple[int, int], size: str) -> None:
    files = [file_part("image", encoded(gradient(*source)))]
    body = made(order(composer, EDITS_FORM, files=files, size="auto", model=model, prompt="make it brighter"))
    (image,) = pictures_of(body)
    assert body["size"] == f"{image.width}x{image.height}" == size


@proves(
    ALL,
    "quality",
    "differs",
    "it decides the tokens, and the reply says which; the built-in illustrator always "
    "draws as well as it can, so the picture is the same",
)
def test_quality_does_not_change_the_picture(composer: httpx.Client) -> None:
    replies = [made(order(composer, GENERATIONS, quality=quality, seed=3)) for quality in ("low", "high")]
    low, high = (reply["data"][0]["b64_json"] for reply in replies)
    assert low == high
    assert [reply["usage"]["output_tokens"] for reply in replies] == [107, 3824]


@proves(
    ALL,
    "model",
    "differs",
    "names with an announced end at the real service go on working here after it; the date is told by /v1/models",
)
async def test_announced_ends_do_not_end_anything(tmp_path: Path) -> None:
    async with app_with(tmp_path, lambda _: {"clock": lambda: IN_2031}) as (client, _):
        assert (await client.get("/v1/models/gpt-image-1.5")).json()["shutdown_date"] == "2026-12-01"
        body = {"model": "gpt-image-1.5", "prompt": "a fox", "size": "1024x1024"}
        assert made(await client.post("/v1/images/generations", json=body))["created"] == IN_2031
