"""Bodies that cannot be read."""

from __future__ import annotations

import httpx
import pytest

from contract.proofs import proves
from live.calls import INVALID, refused, told

PATHS = ("generations", "edits")
on_both = pytest.mark.parametrize("path", PATHS)
pytestmark = pytest.mark.usefixtures("spool_stays_clean")

NO_JSON: dict[str, bytes] = {
    "empty": b"",
    "text": b"a red fox",
    "cut": b'{"model": "gpt-image-2", "prompt": "a f',
    "single quotes": b"{'model': 'gpt-image-2'}",
    "trailing comma": b'{"model": "gpt-image-2",}',
    "NaN": b'{"model": "gpt-image-2", "prompt": "a fox", "n": NaN}',
    "Infinity": b'{"model": "gpt-image-2", "prompt": "a fox", "n": Infinity}',
    "an array": b'["gpt-image-2"]',
    "a string": b'"gpt-image-2"',
    "null": b"null",
    "a byte order mark": b'\xef\xbb\xbf{"model": "gpt-image-2", "prompt": "a fox"}',
    "raw null bytes": b'{"model": "gpt-image-2", "prompt": "a \x00 fox"}',
    "no UTF-8": b'{"model": "gpt-image-2", "prompt": "a \xff fox"}',
    "half a surrogate pair": b'{"model": "gpt-image-2", "prompt": "a \\ud83e fox"}',
    "nested without end": b'{"model": ' + b"[" * 100_000,
    "a number of ten thousand digits": b'{"model": "gpt-image-2", "prompt": "a fox", "n": ' + b"9" * 10_000 + b"}",
}


def post(http: httpx.Client, path: str, body: bytes, content_type: str = "application/json") -> httpx.Response:
    return http.post(f"/v1/images/{path}", content=body, headers={"content-type": content_type})


@proves(
    "Bad input",
    "a body that is no JSON object",
    "refused",
    "NaN, broken Unicode, endless nesting and endless numbers too: 400 `invalid_body`",
)
@on_both
@pytest.mark.parametrize("name", list(NO_JSON))
def test_json_that_is_none(http: httpx.Client, path: str, name: str) -> None:
    error = refused(post(http, path, NO_JSON[name]))
    assert error["message"].startswith("We could not parse the JSON body of your request: ")
    assert "decode" not in error["message"]
    assert told(error) == (INVALID, None, "invalid_body")


@proves(
    "Bad input", "a form that is none", "refused", "no boundary, cut off, parts without names: 400 `invalid_body`"
)
@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", b"--edge\r\n"),
        ("multipart/form-data; boundary=edge", b""),
        ("multipart/form-data; boundary=edge", b"no form"),
        ("multipart/form-data; boundary=edge", b'--edge\r\nContent-Disposition: form-data; name="n"\r\n\r\n1'),
        ("multipart/form-data; boundary=edge", b"--edge\r\nContent-Type: text/plain\r\n\r\n1\r\n--edge--\r\n"),
    ],
    ids=["no boundary", "empty", "text", "cut", "no name"],
)
def test_forms_that_are_none(http: httpx.Client, content_type: str, body: bytes) -> None:
    error = refused(post(http, "edits", body, content_type))
    assert error["message"].startswith("We could not parse the form of your request: ")
    assert told(error) == (INVALID, None, "invalid_body")


@proves(
    "Bad input", "another content type", "refused", "415 `unsupported_content_type`; a form belongs to edits only"
)
@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("generations", "text/plain"),
        ("generations", "multipart/form-data; boundary=edge"),
        ("generations", "application/x-www-form-urlencoded"),
        ("edits", "text/plain"),
        ("edits", "image/png"),
        ("edits", "application/x-www-form-urlencoded"),
    ],
)
def test_other_content_types(http: httpx.Client, path: str, content_type: str) -> None:
    error = refused(post(http, path, b"{}", content_type), 415)
    assert told(error) == (INVALID, None, "unsupported_content_type")


@proves(
    "Bad input",
    "more JSON than any legal request has",
    "refused",
    "413 `request_too_large`, while it still arrives",
)
@on_both
def test_endless_json(http: httpx.Client, path: str) -> None:
    error = refused(post(http, path, b'{"model": "' + b"a" * 5_000_000), 413)
    assert told(error) == (INVALID, None, "request_too_large")


@proves("Bad input", "a form of more than 64 parts", "refused", "413 `request_too_large`")
def test_endless_forms(http: httpx.Client) -> None:
    files = [(f"field-{number}", (None, "x")) for number in range(65)]
    error = refused(http.post("/v1/images/edits", files=files), 413)
    assert told(error) == (INVALID, None, "request_too_large")
