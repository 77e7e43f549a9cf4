"""Pictures behind ``image_url``: fetched over https into spool files, from public addresses only.

The name is resolved here, every address is judged, and the connection goes to a judged address itself (with the
name kept for TLS and the Host header), so a name cannot point elsewhere between the check and the connection.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path

import httpx

from aquatint.api.wire.addresses import is_public, resolve
from aquatint.api.wire.fields import Link
from aquatint.api.wire.limits import Limits
from aquatint.errors import InputImageRefused
from aquatint.spool import Spool, discard

Resolver = Callable[[str, int], Awaitable[Sequence[str]]]
"""Host name and port -> IP addresses. Raises OSError for names that do not exist."""

_MOST_REDIRECTS = 3
_REDIRECTS = (301, 302, 303, 307, 308)
_HEAD_BYTES = 12


class RemoteImages:
    """Fetches pictures. Keeps no cookies, obeys no proxy settings, keeps no connection for the next request."""

    def __init__(
        self,
        spool: Spool,
        *,
        allow_private: bool = False,
        resolver: Resolver = resolve,
        transport: httpx.AsyncBaseTransport | None = None,
        limits: Limits | None = None,
        seconds: float = 20.0,
    ) -> None:
        self._spool = spool
        self._allow_private = allow_private
        self._resolver = resolver
        self._transport = transport
        self._limits = limits or Limits()
        self._seconds = seconds

    async def fetch(self, link: Link) -> Path:
        """The picture in a new spool file that the caller owns.

        Raises `InputImageRefused` with code invalid_image_url (a URL that is not fetched),
        failed_to_download_image, image_file_too_large or unsupported_image_media_type.
        """
        path = self._spool.new()
        try:
            async with asyncio.timeout(self._seconds):
                await self._follow(link, path)
        except TimeoutError:
            discard(path)
            raise _failed(link, f"it took longer than {self._seconds:g} seconds") from None
        except BaseException:
            discard(path)
            raise
        return path

    async def close(self) -> None:
        """Release what the transport holds."""
        if self._transport is not None:
            await self._transport.aclose()

    async def _follow(self, link: Link, path: Path) -> None:
        url = _parse(link.url, link)
        for _ in range(_MOST_REDIRECTS + 1):
            response = await self._get(url, link)
            try:
                target = response.headers.get("location")
                if response.status_code not in _REDIRECTS or target is None:
                    await self._store(response, link, path)
                    return
                url = _parse(target, link, url)
            finally:
                await response.aclose()
        raise _failed(link, f"it was redirected more than {_MOST_REDIRECTS} times")

    async def _get(self, url: httpx.URL, link: Link) -> httpx.Response:
        """The response to a request sent to one of the host's judged addresses, the first that connects."""
        for address in await self._addresses(url, link):
            try:
                return await self._transport_now().handle_async_request(self._request(url, address))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
            except (httpx.HTTPError, OSError):
                break
        raise _failed(link, "the server could not be reached")

    async def _addresses(self, url: httpx.URL, link: Link) -> Sequence[str]:
        try:
            addresses = await self._resolver(_ascii_host(url), url.port or 443)
        except (OSError, UnicodeError):
            raise _failed(link, "its host name could not be resolved") from None
        if not self._allow_private and not all(is_public(address) for address in addresses):
            raise _invalid(link, "its host is not on the public internet")
        return addresses

    def _request(self, url: httpx.URL, address: str) -> httpx.Request:
        headers = {
            "Host": url.netloc.decode("ascii"),
            "Accept": "image/png, image/jpeg, image/webp",
            "Accept-Encoding": "identity",
            "Connection": "close",
            "User-Agent": "aquatint",
        }
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), self._seconds)
        extensions = {"sni_hostname": _ascii_host(url), "timeout": timeouts}
        return httpx.Request(
            "GET", url.copy_with(host=address, fragment=None), headers=headers, extensions=extensions
        )

    def _transport_now(self) -> httpx.AsyncBaseTransport:
        """Made at the first fetch, since loading certificates takes time.

        No connection is kept: two hosts at one address must not share one, for its certificate was checked
        for the first host's name only.
        """
        if self._transport is None:
            self._transport = httpx.AsyncHTTPTransport(
                trust_env=False, limits=httpx.Limits(max_keepalive_connections=0)
            )
        return self._transport

    async def _store(self, response: httpx.Response, link: Link, path: Path) -> None:
        if response.status_code != 200:
            raise _failed(link, f"the server answered with status {response.status_code}")
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            raise _failed(link, "the server compressed it, which was not asked for")
        declared = response.headers.get("content-length", "0")
        if declared.isdigit() and int(declared[:20]) >= self._limits.image_bytes:
            raise _too_large(link, self._limits)
        assert isinstance(response.stream, httpx.AsyncByteStream)
        try:
            await self._write(aiter(response.stream), link, path)
        except (httpx.HTTPError, OSError):
            raise _failed(link, "the connection broke off") from None

    async def _write(self, chunks: AsyncIterator[bytes], link: Link, path: Path) -> None:
        received = 0
        head = b""
        with path.open("wb") as file:
            async for chunk in chunks:
                received += len(chunk)
                if received >= self._limits.image_bytes:
                    raise _too_large(link, self._limits)
                if len(head) < _HEAD_BYTES:
                    head = (head + chunk)[:_HEAD_BYTES]
                    if len(head) == _HEAD_BYTES and not looks_like_image(head):
                        raise _no_image(link)
                file.write(chunk)
        if not looks_like_image(head):
            raise _no_image(link)


def looks_like_image(head: bytes) -> bool:
    """Whether these first 12 bytes begin a PNG, JPEG or WebP."""
    is_webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    return is_webp or head.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"))


def _parse(text: str, link: Link, base: httpx.URL | None = None) -> httpx.URL:
    try:
        url = httpx.URL(text) if base is None else base.join(text)
    except (httpx.InvalidURL, ValueError):
        raise _invalid(link, "it is not a URL") from None
    if url.scheme != "https" or not url.host:
        raise _invalid(link, "only https URLs are fetched")
    if url.userinfo:
        raise _invalid(link, "URLs with a user name are not fetched")
    return url


def _ascii_host(url: httpx.URL) -> str:
    return url.raw_host.decode("ascii")


def _invalid(link: Link, reason: str) -> InputImageRefused:
    return InputImageRefused(f"Invalid '{link.param}': {reason}.", param=link.param)


def _failed(link: Link, reason: str) -> InputImageRefused:
    text = f"Failed to download the image of '{link.param}': {reason}."
    return InputImageRefused(text, param=link.param, code="failed_to_download_image")


def _no_image(link: Link) -> InputImageRefused:
    text = f"Invalid '{link.param}': the URL does not lead to a PNG, JPEG or WebP image."
    return InputImageRefused(text, param=link.param, code="unsupported_image_media_type")


def _too_large(link: Link, limits: Limits) -> InputImageRefused:
    megabytes = limits.image_bytes // 1_000_000
    text = f"Invalid '{link.param}': image file too large. Expected an image smaller than {megabytes} MB."
    return InputImageRefused(text, param=link.param, code="image_file_too_large")
