from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wire_samples import PNG, chunked, data_url, pieces, refusal

from aquatint.api.wire.body import parse_object, read_json
from aquatint.api.wire.datastrings import DataStrings
from aquatint.api.wire.fields import Fields
from aquatint.api.wire.limits import Limits
from aquatint.errors import BodyTooLarge, InvalidValue, MalformedBody
from aquatint.spool import Spool


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path)


def left(spool: Spool) -> list[Path]:
    return list(spool.folder.iterdir())


async def read(body: bytes, spool: Spool, size: int = 65_536, **limits: int) -> Fields:
    return await read_json(chunked(body, size), spool, Limits(**limits))


async def test_a_plain_object(spool: Spool) -> None:
    fields = await read('{"prompt": "ein Fuchs \\u00fc \U0001f98a", "n": 2, "x": null}'.encode(), spool)
    assert fields.dialect == "json"
    assert fields.values == {"prompt": "ein Fuchs ü 🦊", "n": 2, "x": None}
    assert left(spool) == []


REFUSED = [
    (b"", "Expecting value"),
    (b"prompt=a", "Expecting value"),
    (b'{"n": 1', "Expecting ',' delimiter"),
    (b'{"n": NaN}', "JSON has no NaN"),
    (b'{"n": -Infinity}', "JSON has no -Infinity"),
    (b"[1]", "expected an object at the top level"),
    (b'"text"', "expected an object at the top level"),
    (b'{"prompt": "\xff"}', "not valid Unicode"),
    (b'{"prompt": "\\ud800"}', "not valid Unicode"),
    (b'{"\\ud800": 1}', "not valid Unicode"),
    ('{"n": 1}'.encode("utf-16"), "not valid Unicode"),
    (b'{"n": ' + b"9" * 5000 + b"}", "Exceeds the limit"),
    (b'{"n": ' + b"[" * 100_000, "nested too deeply"),
    (b'{"n": "\\uZZZZ and more text"}', "an escape that JSON does not know"),
    (b'{"n": "\\q"}', "Invalid \\escape"),
    (b'{"prompt": "a\nb"}', "Invalid control character"),
    (b'{"images": [{"image_url": "data:image/png;base64,AAAA', "Expecting value"),
]


@pytest.mark.parametrize(("body", "reason"), REFUSED, ids=lambda v: repr(v)[:40])
async def test_bodies_that_are_no_json_object(body: bytes, reason: str, spool: Spool) -> None:
    with pytest.raises(MalformedBody) as caught:
        await read(body, spool)
    assert caught.value.status == 400
    assert caught.value.message.startswith("We could not parse the JSON body of your request")
    assert reason in caught.value.message
    assert "set_int_max" not in caught.value.message
    assert left(spool) == []


@pytest.mark.parametrize("body", [b'{"n": 1, "m": 2, "n": 1}', b'{"aquatint": {"n": 1, "n": 2}}'])
def test_keys_that_come_twice(body: bytes) -> None:
    with pytest.raises(InvalidValue) as caught:
        parse_object(body)
    assert (caught.value.param, caught.value.message) == ("n", "Duplicate parameter: 'n'. Send it once.")


async def test_data_urls_become_files(spool: Spool) -> None:
    big = bytes(range(256)) * 1000
    body = {
        "images": [{"image_url": data_url()}, {"image_url": data_url(big, "jpeg")}],
        "mask": {"image_url": data_url(b"m", "webp")},
    }
    fields = await read(json.dumps(body).encode(), spool, size=1000)
    assert fields.values == {
        "images": [{"image_url": "data:0"}, {"image_url": "data:1"}],
        "mask": {"image_url": "data:2"},
    }
    assert [picture.path.read_bytes() for picture in fields.data_pictures] == [PNG, big, b"m"]
    assert [picture.problem for picture in fields.data_pictures] == [None] * 3
    assert fields.data_pictures[1].length == len(data_url(big, "jpeg"))
    fields.discard()
    assert left(spool) == []


ESCAPES = [
    lambda text: text.replace("/", "\\/"),
    lambda text: text.replace("+", "\\u002B").replace("/", "\\u002f"),
    lambda text: text.replace("image_url", "image\\u005furl").replace("data:", "\\u0064ata:"),
    lambda text: text.replace('":"', '" \n:\t "'),
]


@pytest.mark.parametrize("escape", ESCAPES)
@pytest.mark.parametrize("size", [1, 7, 100_000])
async def test_other_writers_escape_other_characters(escape: Any, size: int, spool: Spool) -> None:
    picture = bytes(range(256))
    text = json.dumps({"images": [{"image_url": data_url(picture)}]}, separators=(",", ":"))
    fields = await read(escape(text).encode(), spool, size=size)
    assert [entry.path.read_bytes() for entry in fields.data_pictures] == [picture]
    assert fields.values == {"images": [{"image_url": "data:0"}]}


async def test_only_image_urls_with_data_are_taken_out(spool: Spool) -> None:
    body = {
        "prompt": data_url(),
        "a": "image_url",
        "b": data_url(),
        "image_url": "https://e.com/" + "x" * 100,
        "images": [data_url(), {"image_url": "short"}],
    }
    fields = await read(json.dumps(body).encode(), spool)
    assert fields.values == body
    assert left(spool) == []


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("data:image/gif;base64,AAAA", "invalid_image_url"),
        ("data:image/png,AAAA", "invalid_image_url"),
        ("data:" + "x" * 500, "invalid_image_url"),
        ("data:", "invalid_image_url"),
        ("data:image/png;base64,AAA", "invalid_base64_image"),
        ("data:image/png;base64,A!AA", "invalid_base64_image"),
        ("data:image/png;base64,AA==AAAA", "invalid_base64_image"),
        ("data:image/png;base64,ééé€", "invalid_base64_image"),
        ("data:image/png;base64,AA\ud800A", "invalid_base64_image"),
    ],
)
@pytest.mark.parametrize("size", [3, 100_000])
async def test_data_urls_that_are_none(url: str, code: str, size: int, spool: Spool) -> None:
    fields = await read(json.dumps({"image_url": url}).encode(), spool, size=size)
    assert fields.values == {"image_url": "data:0"}
    assert fields.data_pictures[0].problem is not None
    assert fields.data_pictures[0].problem[0] == code


async def test_a_data_url_over_the_limit_is_counted_but_not_kept(spool: Spool) -> None:
    url = data_url(b"x" * 3000)
    fields = await read(json.dumps({"image_url": url}).encode(), spool, size=500, image_url_length=1000)
    assert fields.data_pictures[0].length == len(url)
    assert fields.data_pictures[0].path.stat().st_size < 1000


@pytest.mark.parametrize(
    ("body", "limits"),
    [
        (b'{"prompt": "' + b"x" * 2000, {"json_bytes": 1000}),
        (json.dumps([{"image_url": data_url()}] * 5).encode(), {"parts": 4}),
        (json.dumps({"image_url": data_url(b"x" * 9000)}).encode(), {"image_url_length": 100, "json_bytes": 1000}),
    ],
)
async def test_bodies_that_are_too_large(body: bytes, limits: dict[str, int], spool: Spool) -> None:
    with pytest.raises(BodyTooLarge) as caught:
        await read(body, spool, size=100, **limits)
    assert caught.value.status == 413
    assert left(spool) == []


@pytest.mark.parametrize("size", [1, 7, 65_536])
async def test_bare_base64_under_result_becomes_a_file_where_that_is_wanted(size: int, spool: Spool) -> None:
    encoded = base64.b64encode(PNG).decode()
    body = json.dumps(
        {"input": [{"result": encoded, "id": "a"}, {"result": None}, {"result": "no base64!"}]}
    ).encode()
    fields = await read_json(chunked(body, size), spool, Limits(), bare=True)
    calls: Any = fields.values["input"]
    assert calls == [{"result": "data:0", "id": "a"}, {"result": None}, {"result": "data:1"}]
    assert fields.data_pictures[0].path.read_bytes() == PNG
    assert fields.data_pictures[0].problem is None
    assert fields.data_pictures[1].problem is not None
    plain = await read_json(chunked(body, size), spool, Limits())
    assert plain.values == json.loads(body)


async def test_a_client_that_goes_away_leaves_no_file(spool: Spool) -> None:
    async def broken() -> Any:
        yield json.dumps({"image_url": data_url()}).encode()
        assert len(left(spool)) == 1
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await read_json(broken(), spool, Limits())
    assert left(spool) == []


texts = st.text(max_size=40) | st.sampled_from(["image_url", "data:", "data:image/png;base64,AAAA", '\\"', "\\"])
documents = st.dictionaries(
    texts, st.recursive(texts | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(texts, inner))
)


@given(documents, st.booleans(), st.data())
def test_any_document_passes_unchanged_in_any_chunks(
    tmp_path_factory: pytest.TempPathFactory, document: dict[str, Any], ascii_only: bool, data: st.DataObject
) -> None:
    spool = Spool(tmp_path_factory.getbasetemp())
    body = json.dumps(document, ensure_ascii=ascii_only).encode()
    strings = DataStrings(spool, Limits())
    for chunk in cuts(body, data):
        strings.feed(chunk)
    strings.close()
    assert json.loads(strings.rest) == without_pictures(document, iter(range(100)))
    assert len(strings.pictures) == len(left(spool))
    spool.close()


def without_pictures(value: Any, numbers: Any) -> Any:
    if isinstance(value, list):
        return [without_pictures(entry, numbers) for entry in value]
    if not isinstance(value, dict):
        return value
    return {
        key: f"data:{next(numbers)}" if is_picture(key, entry) else without_pictures(entry, numbers)
        for key, entry in value.items()
    }


def is_picture(key: str, value: Any) -> bool:
    return key == "image_url" and isinstance(value, str) and value.startswith("data:")


def cuts(body: bytes, data: st.DataObject) -> list[bytes]:
    places = sorted(data.draw(st.lists(st.integers(0, len(body)), max_size=6)))
    return [body[a:b] for a, b in zip([0, *places], [*places, len(body)], strict=True)]


@given(st.binary(max_size=200), st.data())
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, body: bytes, data: st.DataObject
) -> None:
    spool = Spool(tmp_path_factory.getbasetemp())
    strings = DataStrings(spool, Limits())
    chunks = cuts(body, data)

    def read_all() -> None:
        for chunk in chunks:
            strings.feed(chunk)
        parse_object(bytes(strings.rest))

    error = refusal(read_all)
    strings.close()
    spool.close()
    assert error is None or error.status == 400


async def test_chunks_may_be_empty(spool: Spool) -> None:
    fields = await read_json(pieces([b"", b'{"n"', b"", b": 1}", b""]), spool, Limits())
    assert fields.values == {"n": 1}
