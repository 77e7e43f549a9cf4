from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wire_samples import FORM_TYPE, PNG, chunked, form_body, form_part, refusal

from aquatint.api.wire.fields import Fields
from aquatint.api.wire.form import FormReader, boundary_of, read_form
from aquatint.api.wire.limits import Limits
from aquatint.errors import MalformedBody, PublicError
from aquatint.spool import Spool


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path)


def left(spool: Spool) -> list[Path]:
    return list(spool.folder.iterdir())


async def read(body: bytes, spool: Spool, content_type: str = FORM_TYPE, size: int = 997, **limits: int) -> Fields:
    return await read_form(chunked(body, size), content_type, spool, Limits(**limits))


def image(
    content: bytes = PNG, name: str = "image", filename: str | None = "a.png", kind: str = "image/png"
) -> bytes:
    return form_part(name, content, filename, kind)


async def test_fields_and_files(spool: Spool) -> None:
    body = form_body(
        form_part("prompt", "ein Füchslein\r\n--edg".encode()),
        image(PNG),
        form_part("n", b"2"),
        image(b"second", name="image[]", filename="blob", kind="application/octet-stream"),
        image(b"third", name="image[]", filename='\xe9 \\"x\\".tiff', kind="text/plain"),
        image(b"the mask", name="mask"),
        form_part("empty", b""),
    )
    fields = await read(body, spool)
    assert fields.dialect == "form"
    assert fields.values == {"prompt": "ein Füchslein\r\n--edg", "n": "2", "empty": ""}
    assert [path.read_bytes() for path in fields.images] == [PNG, b"second", b"third"]
    assert fields.mask is not None
    assert fields.mask.read_bytes() == b"the mask"
    fields.discard()
    assert left(spool) == []


async def test_a_file_without_a_name_but_with_a_type(spool: Spool) -> None:
    fields = await read(form_body(form_part("image", PNG, kind="image/png")), spool)
    assert [path.read_bytes() for path in fields.images] == [PNG]


async def test_what_httpx_sends(spool: Spool) -> None:
    files = [("image[]", ("1.png", PNG)), ("image[]", ("2.png", b"two")), ("mask", ("m.png", b"mask"))]
    request = httpx.Request("POST", "http://x", data={"prompt": "p", "aquatint[plan]": "true"}, files=files)
    fields = await read(request.read(), spool, request.headers["content-type"])
    assert fields.values == {"prompt": "p", "aquatint[plan]": "true"}
    assert [path.read_bytes() for path in fields.images] == [PNG, b"two"]


REFUSED: list[tuple[bytes, dict[str, int], int, str | None, str]] = [
    (form_body(*[image()] * 17), {}, 400, "image", "array_above_max_length"),
    (form_body(image(b"x" * 1000)), {"image_bytes": 1000}, 400, "image", "image_file_too_large"),
    (form_body(image(), image(b"x" * 1001, "mask")), {"image_bytes": 1000}, 400, "mask", "image_file_too_large"),
    (form_body(image(), image(name="mask"), image(name="mask")), {}, 400, "mask", "invalid_value"),
    (form_body(image(), form_part("n", b"1"), form_part("n", b"1")), {}, 400, "n", "invalid_value"),
    (form_body(image(b"")), {}, 400, "image", "invalid_image_file"),
    (form_body(image(b"", filename="")), {}, 400, "image", "invalid_image_file"),
    (form_body(form_part("image", b"https://e.com/a.png")), {}, 400, "image", "invalid_type"),
    (form_body(form_part("mask", b"x")), {}, 400, "mask", "invalid_type"),
    (form_body(image(name="prompt")), {}, 400, "prompt", "invalid_type"),
    (form_body(image(name="images")), {}, 400, "images", "invalid_value"),
    (form_body(image(name="markup")), {}, 400, "markup", "unsupported_parameter"),
    (form_body(image(name="image[0]")), {}, 400, "image[0]", "unknown_parameter"),
    (form_body(form_part("prompt", b"x" * 3000)), {"field_bytes": 2999}, 413, None, "request_too_large"),
    (form_body(*[form_part(f"f{i}", b"") for i in range(65)]), {}, 413, None, "request_too_large"),
    (form_body(form_part("n" * 900, b"1")), {"header_bytes": 800}, 413, None, "request_too_large"),
    (form_body(form_part("prompt", b"\xff")), {}, 400, None, "invalid_body"),
    (form_body(form_part("", b"1")), {}, 400, None, "invalid_body"),
    (form_body(b"Content-Type: text/plain\r\n\r\nx\r\n"), {}, 400, None, "invalid_body"),
    (form_body(image())[:-4], {}, 400, None, "invalid_body"),
    (form_body(image())[:-40], {}, 400, None, "invalid_body"),
    (form_body(image(), boundary="other"), {}, 400, None, "invalid_body"),
    (b'{"prompt": "a"}', {}, 400, None, "invalid_body"),
    (b"", {}, 400, None, "invalid_body"),
]


@pytest.mark.parametrize(("body", "limits", "status", "param", "code"), REFUSED, ids=lambda v: repr(v)[-60:])
@pytest.mark.parametrize("size", [13, 1_000_000])
async def test_refusals(
    body: bytes, limits: dict[str, int], status: int, param: str | None, code: str, size: int, spool: Spool
) -> None:
    with pytest.raises(PublicError) as caught:
        await read(body, spool, size=size, **limits)
    assert (caught.value.status, caught.value.param, caught.value.code) == (status, param, code)
    assert left(spool) == []


@pytest.mark.parametrize(
    "content_type",
    ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=" + "x" * 5000],
)
async def test_boundaries_that_are_none(content_type: str, spool: Spool) -> None:
    with pytest.raises(MalformedBody):
        await read(form_body(image()), spool, content_type)


def test_a_quoted_boundary() -> None:
    assert boundary_of('multipart/form-data; charset=utf-8; boundary="a b"') == b"a b"


async def test_reading_stops_at_a_file_that_is_too_large(spool: Spool) -> None:
    taken = 0

    async def endless() -> Any:
        nonlocal taken
        yield form_body(image())[:-10]
        while True:
            taken += 1
            yield b"x" * 1000

    with pytest.raises(PublicError):
        await read_form(endless(), FORM_TYPE, spool, Limits(image_bytes=50_000))
    assert taken == 50
    assert left(spool) == []


async def test_a_client_that_goes_away_leaves_no_file(spool: Spool) -> None:
    async def broken() -> Any:
        yield form_body(image(), image())[:-10]
        assert len(left(spool)) == 2
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await read_form(broken(), FORM_TYPE, spool, Limits())
    assert left(spool) == []


# Contents made of pieces of the boundary try the parser's look-behind.
contents = st.lists(st.sampled_from([b"\r\n", b"--", b"edge", b"\r", b"-", b"x", b"\0", b"\r\n--edg"]), max_size=8)


@given(st.lists(contents, min_size=1, max_size=4), st.lists(st.integers(0, 700), max_size=8))
def test_any_content_in_any_chunks(
    tmp_path_factory: pytest.TempPathFactory, parts: list[list[bytes]], places: list[int]
) -> None:
    files = [b"I" + b"".join(part).replace(b"\r\n--edge", b"") for part in parts]
    body = form_body(*(image(content) for content in files), form_part("n", b"1"))
    spool = Spool(tmp_path_factory.getbasetemp())
    reader = FormReader(b"edge", spool, Limits())
    stops = sorted({0, len(body), *(place for place in places if place < len(body))})
    for start, stop in itertools.pairwise(stops):
        reader.feed(body[start:stop])
    fields = reader.finish()
    assert [path.read_bytes() for path in fields.images] == files
    assert fields.values == {"n": "1"}
    spool.close()


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, tail: bytes, started: bool
) -> None:
    spool = Spool(tmp_path_factory.getbasetemp())
    reader = FormReader(b"edge", spool, Limits())

    def read_all() -> None:
        reader.feed((form_body(image())[:-8] if started else b"") + tail)
        reader.finish()

    error = refusal(read_all)
    reader.abandon()
    assert error is None or error.status in (400, 413)
    assert left(spool) == []
    spool.close()
