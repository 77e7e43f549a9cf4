"""Bodies, pictures and helpers that the tests of the wire share."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path
from typing import Any

from aquatint.api.wire.call import Call, parse
from aquatint.api.wire.fields import Dialect, Endpoint, Fields
from aquatint.errors import PublicError
from aquatint.foundry.catalog import Catalog
from aquatint.foundry.deployments import Deployments

DEPLOYMENTS = Deployments.of(Catalog.load())
SEED = 77


def tiny_png() -> bytes:
    """A 1x1 RGBA picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0)
    pixels = zlib.compress(b"\0\xff\0\0\xff")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


PNG = tiny_png()


def data_url(data: bytes = PNG, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def judge(
    values: dict[str, Any], endpoint: Endpoint = "generations", dialect: Dialect = "json", **fields: Any
) -> Call:
    """A body's values without model and prompt, judged."""
    complete = {"model": "gpt-image-2", "prompt": "a fox", **values}
    return judge_exactly({k: v for k, v in complete.items() if v is not ...}, endpoint, dialect, **fields)


def judge_exactly(values: dict[str, Any], endpoint: Endpoint, dialect: Dialect = "json", **fields: Any) -> Call:
    body = Fields(dialect, values, **fields)
    return parse(body, endpoint, resolve=DEPLOYMENTS.resolve, new_seed=lambda: SEED)


async def chunked(body: bytes, size: int = 65_536) -> AsyncIterator[bytes]:
    for start in range(0, len(body), size):
        yield body[start : start + size]


async def pieces(chunks: Iterable[bytes]) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


def seen(error: PublicError) -> tuple[str, str, str | None, str | None]:
    """What a client sees of an error."""
    return error.message, error.type, error.param, error.code


def refusal(action: Callable[[], object]) -> PublicError | None:
    """The error that an action ends in, or None."""
    try:
        action()
    except PublicError as error:
        return error
    return None


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


def form_part(name: str, content: bytes, filename: str | None = None, kind: str | None = None) -> bytes:
    disposition = f'form-data; name="{name}"'
    if filename is not None:
        disposition += f'; filename="{filename}"'
    headers = f"Content-Disposition: {disposition}\r\n"
    if kind is not None:
        headers += f"Content-Type: {kind}\r\n"
    return headers.encode() + b"\r\n" + content + b"\r\n"


def form_body(*parts: bytes, boundary: str = "edge") -> bytes:
    edge = b"--" + boundary.encode()
    return b"".join(edge + b"\r\n" + part for part in parts) + edge + b"--\r\n"


FORM_TYPE = "multipart/form-data; boundary=edge"
