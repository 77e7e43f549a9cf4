"""image_url with an address: https from the public internet, and nothing else."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import httpx
import pytest

from aquatint.api.services import Services
from aquatint.api.wire.remote import RemoteImages
from contract.proofs import proves
from live.calls import BASE, EDITS_JSON, INVALID, SOURCE, USER_ERROR, made, order, refused, told
from live.inside import app_with
from live.server import Server

NOT_PUBLIC = [
    "https://127.0.0.1/a.png",
    "https://127.1/a.png",
    "https://2130706433/a.png",
    "https://0x7f000001/a.png",
    "https://0.0.0.0/a.png",
    "https://localhost/a.png",
    "https://[::1]/a.png",
    "https://[::ffff:127.0.0.1]/a.png",
    "https://[fe80::1]/a.png",
    "https://[fd00::1]/a.png",
    "https://[64:ff9b::7f00:1]/a.png",
    "https://169.254.169.254/latest/meta-data",
    "https://10.1.2.3/a.png",
    "https://172.16.0.1/a.png",
    "https://192.168.1.1:8443/a.png",
    "https://100.64.0.1/a.png",
    "https://224.0.0.1/a.png",
]

NOT_FETCHED = [
    "http://example.com/a.png",
    "ftp://example.com/a.png",
    "file:///etc/passwd",
    "//example.com/a.png",
    "example.com/a.png",
    "javascript:alert(1)",
    "https://",
    "https://user:secret@example.com/a.png",
    "https://[::1/a.png",
    "",
]


def edit(http: httpx.Client, url: str) -> httpx.Response:
    return order(http, EDITS_JSON, images=[{"image_url": url}])


@proves(
    "Bad input",
    "`image_url` on the loopback, link-local or in a private network",
    "refused",
    "400 `invalid_image_url`, unless the server runs with `--allow-private-urls`",
)
@pytest.mark.parametrize("url", NOT_PUBLIC)
def test_addresses_that_are_not_public(http: httpx.Client, url: str, spool_stays_clean: None) -> None:
    error = refused(edit(http, url))
    assert told(error) == (USER_ERROR, "images[0].image_url", "invalid_image_url")


def test_the_operator_may_allow_private_addresses(start_server: Callable[..., Server]) -> None:
    server = start_server("--allow-private-urls")
    with socket.socket() as nobody_listens:
        nobody_listens.bind(("127.0.0.1", 0))
        error = refused(edit(server.http, f"https://127.0.0.1:{nobody_listens.getsockname()[1]}/a.png"))
    # It went there, and found nobody.
    assert told(error) == (USER_ERROR, "images[0].image_url", "failed_to_download_image")


@proves("Bad input", "`image_url` that is no https URL", "refused", "400 `invalid_image_url`")
@pytest.mark.parametrize("url", NOT_FETCHED)
def test_urls_that_are_not_fetched(http: httpx.Client, url: str, spool_stays_clean: None) -> None:
    error = refused(edit(http, url))
    assert told(error) == (USER_ERROR, "images[0].image_url", "invalid_image_url")


@proves("Bad input", "`mask.image_url`", "refused", "the same rules as for `images`")
def test_the_mask_follows_the_same_rules(http: httpx.Client, spool_stays_clean: None) -> None:
    error = refused(order(http, EDITS_JSON, mask={"image_url": "https://169.254.169.254/mask.png"}))
    assert told(error) == (USER_ERROR, "mask.image_url", "invalid_image_url")


# From here on there is an internet of the tests' own behind the server: names, addresses and answers are theirs.

ADDRESSES = {"pictures.example": ["93.184.216.34"], "inside.example": ["10.0.0.5"]}
ADDRESSES["both.example"] = ADDRESSES["pictures.example"] + ADDRESSES["inside.example"]


async def lookup(host: str, port: int) -> Sequence[str]:
    """The addresses of a name, or the name itself when it is an address."""
    if host == "nowhere.example":
        raise OSError
    return ADDRESSES.get(host, [host])


def internet(request: httpx.Request) -> httpx.Response:
    """What the servers out there answer. Nothing may ask for an address inside."""
    assert request.url.host == "93.184.216.34"
    redirects = {
        "/to-loopback": "https://127.0.0.1/a.png",
        "/to-metadata": "https://169.254.169.254/latest/meta-data",
        "/to-inside": "https://inside.example/a.png",
        "/to-http": "http://pictures.example/a.png",
        "/to-file": "file:///etc/passwd",
        "/to-picture": "/a.png",
        "/round": "/round",
    }
    if target := redirects.get(request.url.path):
        return httpx.Response(302, headers={"location": target})
    pages = {"/a.png": SOURCE, "/page.png": b"<!doctype html><html></html>", "/short.png": b"\x89PNG"}
    content = pages.get(request.url.path)
    return httpx.Response(404) if content is None else httpx.Response(200, content=content)


def on_our_internet(usual: Services) -> dict[str, Any]:
    """Services whose pictures come from there."""
    transport = httpx.MockTransport(internet)
    return {"remote_images": RemoteImages(usual.spool, resolver=lookup, transport=transport)}


async def fetch(folder: Path, path: str, host: str = "pictures.example") -> httpx.Response:
    """An edit of the picture there."""
    body: dict[str, Any] = {**BASE, "images": [{"image_url": f"https://{host}{path}"}], "size": "auto"}
    async with app_with(folder, on_our_internet) as (client, services):
        reply = await client.post("/v1/images/edits", json=body)
        assert list(services.spool.folder.iterdir()) == []
    return reply


@proves(EDITS_JSON, "images", "honoured", "https URLs are fetched, through redirects too")
@pytest.mark.parametrize("path", ["/a.png", "/to-picture"])
async def test_a_public_picture_is_fetched(tmp_path: Path, path: str) -> None:
    assert made(await fetch(tmp_path, path))["size"] == "320x240"


@proves(
    "Bad input",
    "a redirect of `image_url` to somewhere inside",
    "refused",
    "every redirect is judged like the first URL: 400 `invalid_image_url`",
)
@pytest.mark.parametrize("path", ["/to-loopback", "/to-metadata", "/to-inside", "/to-http", "/to-file"])
async def test_redirects_are_judged(tmp_path: Path, path: str) -> None:
    error = refused(await fetch(tmp_path, path))
    assert told(error) == (USER_ERROR, "images[0].image_url", "invalid_image_url")


@proves(
    "Bad input",
    "`image_url` whose host name has an address inside",
    "refused",
    "400 `invalid_image_url`, and the connection goes to a judged address itself",
)
@pytest.mark.parametrize("host", ["inside.example", "both.example"])
async def test_names_that_point_inside(tmp_path: Path, host: str) -> None:
    error = refused(await fetch(tmp_path, "/a.png", host))
    assert told(error) == (USER_ERROR, "images[0].image_url", "invalid_image_url")


@proves("Bad input", "`image_url` that leads to no picture", "refused", "400 `unsupported_image_media_type`")
@pytest.mark.parametrize("path", ["/page.png", "/short.png"])
async def test_bytes_that_are_no_picture(tmp_path: Path, path: str) -> None:
    error = refused(await fetch(tmp_path, path))
    assert told(error) == (USER_ERROR, "images[0].image_url", "unsupported_image_media_type")


@proves("Bad input", "`image_url` that cannot be fetched", "refused", "400 `failed_to_download_image`")
@pytest.mark.parametrize(
    ("path", "host"), [("/gone.png", "pictures.example"), ("/round", "pictures.example"), ("/", "nowhere.example")]
)
async def test_pictures_that_cannot_be_fetched(tmp_path: Path, path: str, host: str) -> None:
    error = refused(await fetch(tmp_path, path, host))
    assert told(error) == (USER_ERROR, "images[0].image_url", "failed_to_download_image")


async def ask(folder: Path, url: str, **tool: Any) -> tuple[httpx.Response, httpx.Response | None]:
    """A turn about the picture there, and its input as it is listed afterwards."""
    content = [{"type": "input_text", "text": "make it green"}, {"type": "input_image", "image_url": url}]
    body = {"model": "gpt-5", "input": [{"role": "user", "content": content}]}
    body["tools"] = [{"type": "image_generation", **tool}]
    async with app_with(folder, on_our_internet) as (client, services):
        reply = await client.post("/v1/responses", json=body)
        listed = None
        if reply.status_code == 200:
            listed = await client.get(f"/v1/responses/{reply.json()['id']}/input_items")
        assert list(services.spool.folder.iterdir()) == []
    return reply, listed


@proves("Responses", "input_image", "honoured", "https URLs are fetched once and kept; the URL is told again")
async def test_a_public_picture_is_fetched_into_a_conversation(tmp_path: Path) -> None:
    reply, listed = await ask(tmp_path, "https://pictures.example/a.png")
    assert reply.status_code == 200, reply.text[:300]
    [call, _] = reply.json()["output"]
    assert (call["action"], call["size"]) == ("edit", "320x240")
    assert listed is not None
    assert listed.json()["data"][0]["content"][1]["image_url"] == "https://pictures.example/a.png"


@proves("Responses", "input_image", "refused", "the codes of the Images API, as `invalid_request_error`")
@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://inside.example/a.png", "invalid_image_url"),
        ("https://pictures.example/to-loopback", "invalid_image_url"),
        ("http://pictures.example/a.png", "invalid_image_url"),
        ("https://pictures.example/page.png", "unsupported_image_media_type"),
        ("https://pictures.example/gone.png", "failed_to_download_image"),
    ],
)
async def test_pictures_that_no_conversation_gets(tmp_path: Path, url: str, code: str) -> None:
    reply, _ = await ask(tmp_path, url)
    assert told(refused(reply)) == (INVALID, "input[0].content[1].image_url", code)


async def test_masks_that_no_conversation_gets(tmp_path: Path) -> None:
    mask = {"image_url": "https://inside.example/a.png"}
    reply, _ = await ask(tmp_path, "https://pictures.example/a.png", input_image_mask=mask)
    assert told(refused(reply)) == (INVALID, "tools[0].input_image_mask.image_url", "invalid_image_url")
