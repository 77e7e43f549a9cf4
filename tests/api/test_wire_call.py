from __future__ import annotations

import asyncio
import json
import tracemalloc
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from wire_samples import DEPLOYMENTS, FORM_TYPE, PNG, SEED, chunked, data_url, form_body, form_part

from aquatint.api.wire.call import Call, Reader
from aquatint.api.wire.remote import RemoteImages
from aquatint.errors import PublicError
from aquatint.spool import Spool

JSON = "application/json; charset=utf-8"
BASE = {"model": "gpt-image-2", "prompt": "a fox"}


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path)


def left(spool: Spool) -> list[Path]:
    return list(spool.folder.iterdir())


async def public(host: str, port: int) -> list[str]:
    return ["93.184.216.34"]


def reader(spool: Spool) -> Reader:
    def answer(request: httpx.Request) -> httpx.Response:
        known = {"/a.png": PNG, "/b.png": PNG + b"b"}
        content = known.get(request.url.path)
        return httpx.Response(404) if content is None else httpx.Response(200, content=content)

    images = RemoteImages(spool, resolver=public, transport=httpx.MockTransport(answer))
    return Reader(spool=spool, resolve=DEPLOYMENTS.resolve, new_seed=lambda: SEED, remote_images=images)


async def read_json(spool: Spool, endpoint: Any, path_model: str | None = None, **values: Any) -> Call:
    body = {**BASE, **values}
    body = {key: value for key, value in body.items() if value is not ...}
    return await reader(spool).read(endpoint, JSON, chunked(json.dumps(body).encode()), path_model)


async def test_a_generation(spool: Spool) -> None:
    call = await read_json(spool, "generations", n=2)
    assert (call.deployment.name, call.order.n, call.order.request.seed) == ("gpt-image-2", 2, SEED)
    assert call.files() == []


async def test_the_model_of_the_path_stands_in_for_the_bodys(spool: Spool) -> None:
    call = await read_json(spool, "generations", path_model="gpt-image-1.5", model=...)
    assert (call.deployment.name, call.order.model) == ("gpt-image-1.5", "gpt-image-1.5")


async def test_json_pictures_keep_their_order_whatever_they_are(spool: Spool) -> None:
    images = [
        {"image_url": "https://e.com/b.png"},
        {"image_url": data_url(b"data")},
        {"image_url": "https://e.com/a.png"},
    ]
    call = await read_json(spool, "edits", images=images, mask={"image_url": data_url(b"mask")})
    request = call.order.request
    assert [source.path.read_bytes() for source in request.sources] == [PNG + b"b", b"data", PNG]
    assert [source.label for source in request.sources] == ["image 1", "image 2", "image 3"]
    assert request.mask is not None
    assert (request.mask.path.read_bytes(), request.mask.label) == (b"mask", "mask")
    assert sorted(call.files()) == sorted(left(spool))


async def test_a_form(spool: Spool) -> None:
    body = form_body(
        form_part("image[]", b"one", "1.png"),
        form_part("image[]", b"two", "2.png"),
        form_part("mask", b"mask", "m.png"),
        *(form_part(name, value.encode()) for name, value in BASE.items()),
    )
    call = await reader(spool).read("edits", FORM_TYPE, chunked(body))
    request = call.order.request
    assert [source.path.read_bytes() for source in request.sources] == [b"one", b"two"]
    assert request.mask is not None
    assert sorted(call.files()) == sorted(left(spool))


async def test_a_failed_fetch_removes_the_other_files(spool: Spool) -> None:
    images = [{"image_url": data_url()}, {"image_url": "https://e.com/a.png"}, {"image_url": "https://e.com/none"}]
    with pytest.raises(PublicError) as caught:
        await read_json(spool, "edits", images=images)
    assert (caught.value.param, caught.value.code) == ("images[2].image_url", "failed_to_download_image")
    assert left(spool) == []


async def test_a_refused_parameter_removes_the_files(spool: Spool) -> None:
    with pytest.raises(PublicError):
        await read_json(spool, "edits", images=[{"image_url": data_url()}], n=99)
    body = form_body(form_part("image", PNG, "a.png"), form_part("model", b"gpt-image-2"))
    with pytest.raises(PublicError) as caught:
        await reader(spool).read("edits", FORM_TYPE, chunked(body))
    assert caught.value.param == "prompt"
    assert left(spool) == []


async def test_data_urls_that_no_parameter_uses_are_removed(spool: Spool) -> None:
    body = {**BASE, "images": [{"image_url": data_url()}], "mask": None}
    call = await reader(spool).read("edits", JSON, chunked(json.dumps(body).encode()))
    assert len(left(spool)) == len(call.files()) == 1


@pytest.mark.parametrize(
    ("endpoint", "content_type", "text"),
    [
        ("generations", "", "Unsupported content type: none. Expected 'application/json'."),
        (
            "generations",
            "application/x-www-form-urlencoded",
            "Unsupported content type: 'application/x-www-form-urlencoded'. Expected 'application/json'.",
        ),
        (
            "generations",
            FORM_TYPE,
            "Unsupported content type: 'multipart/form-data'. Expected 'application/json'.",
        ),
        (
            "edits",
            "text/plain",
            "Unsupported content type: 'text/plain'. Expected 'multipart/form-data' or 'application/json'.",
        ),
    ],
)
async def test_content_types(endpoint: Any, content_type: str, text: str, spool: Spool) -> None:
    with pytest.raises(PublicError) as caught:
        await reader(spool).read(endpoint, content_type, chunked(b"{}"))
    assert (caught.value.status, caught.value.message) == (415, text)


async def test_the_content_type_may_be_in_capitals(spool: Spool) -> None:
    call = await reader(spool).read("generations", "Application/JSON", chunked(json.dumps(BASE).encode()))
    assert call.order.request.prompt == "a fox"


BIG = 12_000_000


async def big_form() -> AsyncIterator[bytes]:
    block = bytes(range(256)) * 256
    for name, value in BASE.items():
        yield b"--edge\r\n" + form_part(name, value.encode())
    for _ in range(16):
        yield b"--edge\r\n" + form_part("image[]", b"", "a.png")[:-2]
        for _ in range(BIG // len(block)):
            yield block
            await asyncio.sleep(0)
        yield b"\r\n"
    yield b"--edge--\r\n"


async def big_json() -> AsyncIterator[bytes]:
    block = b"ABCD" * 16_384
    yield json.dumps(BASE).encode()[:-1] + b', "images": ['
    for number in range(16):
        yield (b", " if number else b"") + b'{"image_url": "data:image/png;base64,'
        for _ in range(BIG * 4 // 3 // len(block)):
            yield block
            await asyncio.sleep(0)
        yield b'"}'
    yield b"]}"


@pytest.mark.parametrize(("content_type", "body"), [(FORM_TYPE, big_form), (JSON, big_json)])
async def test_sixteen_large_pictures_are_never_in_memory(content_type: str, body: Any, spool: Spool) -> None:
    tracemalloc.start()
    try:
        call = await reader(spool).read("edits", content_type, body())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    sizes = [source.path.stat().st_size for source in call.order.request.sources]
    assert len(sizes) == 16
    assert min(sizes) > BIG * 0.98
    assert peak < 2_000_000
    for path in call.files():
        path.unlink()
