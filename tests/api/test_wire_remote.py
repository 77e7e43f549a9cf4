from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from wire_samples import PNG

from aquatint.api.wire.addresses import is_public, resolve
from aquatint.api.wire.fields import Link
from aquatint.api.wire.limits import Limits
from aquatint.api.wire.remote import RemoteImages, looks_like_image
from aquatint.errors import InputImageRefused
from aquatint.spool import Spool

PUBLIC = "93.184.216.34"
PRIVATE = [
    *("127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
    *("100.64.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1"),
    *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1", "100::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b:1::1"),
    *("localhost", "", "127.1", "2130706433"),
]


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


async def test_the_systems_resolver() -> None:
    assert "127.0.0.1" in await resolve("127.0.0.1", 443)


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path)


def left(spool: Spool) -> list[Path]:
    return list(spool.folder.iterdir())


def remote(
    spool: Spool,
    handler: Callable[[httpx.Request], Any],
    names: dict[str, list[str]] | None = None,
    **options: Any,
) -> RemoteImages:
    async def resolver(host: str, port: int) -> list[str]:
        known = {"pictures.example": [PUBLIC], **(names or {})}
        if host not in known:
            raise OSError(host)
        return known[host]

    return RemoteImages(spool, resolver=resolver, transport=httpx.MockTransport(handler), **options)


def link(url: str = "https://pictures.example/a.png") -> Link:
    return Link(url, "images[0].image_url")


async def refused(
    images: RemoteImages, spool: Spool, url: str = "https://pictures.example/a.png"
) -> InputImageRefused:
    with pytest.raises(InputImageRefused) as caught:
        await images.fetch(link(url))
    assert caught.value.param == "images[0].image_url"
    assert caught.value.status == 400
    assert left(spool) == []
    return caught.value


async def test_a_picture_is_fetched_from_the_judged_address(spool: Spool) -> None:
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, content=PNG, headers={"set-cookie": "a=b"})

    images = remote(spool, answer)
    path = await images.fetch(link("https://pictures.example:8443/a.png?b=c#d"))
    await images.fetch(link())
    assert path.read_bytes() == PNG
    assert str(asked[0].url) == f"https://{PUBLIC}:8443/a.png?b=c"
    assert asked[0].headers["host"] == "pictures.example:8443"
    assert asked[0].extensions["sni_hostname"] == "pictures.example"
    assert asked[1].headers["host"] == "pictures.example"
    assert "cookie" not in asked[1].headers
    await images.close()


async def test_names_in_other_scripts_and_ipv6(spool: Spool) -> None:
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, content=PNG)

    names = {"xn--mnchen-3ya.example": ["2606:4700::1111"], "2606:4700::2222": ["2606:4700::2222"]}
    images = remote(spool, answer, names)
    await images.fetch(link("https://münchen.example/a"))
    await images.fetch(link("https://[2606:4700::2222]/a"))
    assert str(asked[0].url) == "https://[2606:4700::1111]/a"
    assert asked[0].headers["host"] == asked[0].extensions["sni_hostname"] == "xn--mnchen-3ya.example"
    assert asked[1].headers["host"] == "[2606:4700::2222]"


@pytest.mark.parametrize("address", ["127.0.0.1", "169.254.169.254", "10.0.0.1", "::ffff:127.0.0.1"])
async def test_private_addresses_are_refused_unless_allowed(address: str, spool: Spool) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=PNG)

    names = {"inside.example": [PUBLIC, address]}
    error = await refused(remote(spool, answer, names), spool, "https://inside.example/a.png")
    assert error.code == "invalid_image_url"
    assert error.message == "Invalid 'images[0].image_url': its host is not on the public internet."
    path = await remote(spool, answer, names, allow_private=True).fetch(link("https://inside.example/a.png"))
    assert path.read_bytes() == PNG


@pytest.mark.parametrize(
    "url",
    [
        "http://pictures.example/",
        "https://",
        "https://a:b@pictures.example/",
        "file:///etc/passwd",
        "https://[::1",
    ],
)
async def test_urls_that_are_not_fetched(url: str, spool: Spool) -> None:
    error = await refused(remote(spool, lambda _: pytest.fail("asked")), spool, url)
    assert error.code == "invalid_image_url"


async def test_redirects_are_judged_again(spool: Spool) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        steps = {"/1": "/2?x=1", "/2": "https://other.example/3", "/3": "https://inside.example/secret"}
        if request.url.path in steps:
            return httpx.Response(302, headers={"location": steps[request.url.path]})
        assert request.url.path == "/secret"
        return httpx.Response(200, content=PNG)

    names = {"other.example": [PUBLIC], "inside.example": ["192.168.0.1"]}
    error = await refused(remote(spool, answer, names), spool, "https://pictures.example/1")
    assert error.code == "invalid_image_url"
    names["inside.example"] = ["1.1.1.1"]
    assert (await remote(spool, answer, names).fetch(link("https://pictures.example/1"))).read_bytes() == PNG


@pytest.mark.parametrize("target", ["http://pictures.example/b", "ftp://x/", "https://a@pictures.example/"])
async def test_redirects_leave_https_never(target: str, spool: Spool) -> None:
    images = remote(spool, lambda _: httpx.Response(301, headers={"location": target}))
    assert (await refused(images, spool)).code == "invalid_image_url"


async def test_at_most_three_redirects(spool: Spool) -> None:
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(307, headers={"location": "/again"})

    error = await refused(remote(spool, answer), spool)
    assert error.code == "failed_to_download_image"
    assert len(asked) == 4


class Body(httpx.AsyncByteStream):
    def __init__(self, chunks: list[bytes], error: Exception | None = None) -> None:
        self.chunks, self.error, self.closed, self.taken = chunks, error, False, 0

    async def __aiter__(self) -> Any:
        for chunk in self.chunks:
            self.taken += 1
            yield chunk
        if self.error is not None:
            raise self.error

    async def aclose(self) -> None:
        self.closed = True


WEBP = b"RIFF\x10\0\0\0WEBPVP8 "
ANSWERS = [
    (httpx.Response(404), "failed_to_download_image", "status 404"),
    (httpx.Response(304), "failed_to_download_image", "status 304"),
    (httpx.Response(200, content=b""), "unsupported_image_media_type", "PNG, JPEG or WebP"),
    (httpx.Response(200, content=b"<html><body>hello"), "unsupported_image_media_type", "PNG, JPEG or WebP"),
    (httpx.Response(200, content=b"GIF89a" + b"x" * 50), "unsupported_image_media_type", "PNG, JPEG or WebP"),
    (httpx.Response(200, content=PNG[:6]), "unsupported_image_media_type", "PNG, JPEG or WebP"),
    (
        httpx.Response(200, stream=Body([PNG]), headers={"content-encoding": "gzip"}),
        "failed_to_download_image",
        "compressed",
    ),
    (
        httpx.Response(200, stream=Body([PNG]), headers={"content-length": "9" * 5000}),
        "image_file_too_large",
        "too large",
    ),
    (
        httpx.Response(200, stream=Body([PNG], httpx.ReadError("gone"))),
        "failed_to_download_image",
        "broke off",
    ),
]


@pytest.mark.parametrize(("response", "code", "text"), ANSWERS)
async def test_answers_that_are_no_picture(response: httpx.Response, code: str, text: str, spool: Spool) -> None:
    error = await refused(remote(spool, lambda _: response), spool)
    assert error.code == code
    assert text in error.message


async def test_reading_stops_at_the_limit(spool: Spool) -> None:
    body = Body([WEBP] + [b"x" * 100] * 1000)
    images = remote(spool, lambda _: httpx.Response(200, stream=body), limits=Limits(image_bytes=1000))
    assert (await refused(images, spool)).code == "image_file_too_large"
    assert body.taken < 15
    assert body.closed


async def test_a_picture_in_tiny_chunks(spool: Spool) -> None:
    body = Body([WEBP[i : i + 1] for i in range(len(WEBP))])
    path = await remote(spool, lambda _: httpx.Response(200, stream=body)).fetch(link())
    assert path.read_bytes() == WEBP


async def test_the_next_address_is_tried(spool: Spool) -> None:
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        if len(asked) == 1:
            raise httpx.ConnectError("no route")
        return httpx.Response(200, content=PNG)

    images = remote(spool, answer, {"two.example": ["2606:4700::1111", PUBLIC]})
    await images.fetch(link("https://two.example/"))
    assert asked == ["2606:4700::1111", PUBLIC]


@pytest.mark.parametrize("names", [{}, {"gone.example": []}])
async def test_names_that_lead_nowhere(names: dict[str, list[str]], spool: Spool) -> None:
    images = remote(spool, lambda _: httpx.Response(200, content=PNG), names)
    assert (await refused(images, spool, "https://gone.example/")).code == "failed_to_download_image"


async def test_a_server_that_never_answers(spool: Spool) -> None:
    async def silence(_: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError

    error = await refused(remote(spool, silence, seconds=0.01), spool)
    assert error.message.endswith("it took longer than 0.01 seconds.")


async def test_a_fetch_that_is_cancelled_leaves_no_file(spool: Spool) -> None:
    started = asyncio.Event()

    async def silence(_: httpx.Request) -> httpx.Response:
        started.set()
        await asyncio.Event().wait()
        raise AssertionError

    task = asyncio.ensure_future(remote(spool, silence).fetch(link()))
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert left(spool) == []


def test_the_first_bytes_decide() -> None:
    assert looks_like_image(PNG[:12])
    assert looks_like_image(b"\xff\xd8\xff\xe0\0\0JFIF\0\0")
    assert looks_like_image(WEBP[:12])
    assert not looks_like_image(b"RIFF\0\0\0\0WAVE")
