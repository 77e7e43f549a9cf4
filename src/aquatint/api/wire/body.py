"""JSON bodies: pictures go to spool files as they arrive, the rest is parsed and checked for its shape."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any, NoReturn

from aquatint.api.wire.datastrings import DataStrings
from aquatint.api.wire.fields import Fields
from aquatint.api.wire.limits import Limits
from aquatint.errors import BodyTooLarge, InvalidValue, MalformedBody
from aquatint.spool import Spool, discard


async def read_json(chunks: AsyncIterator[bytes], spool: Spool, limits: Limits, *, bare: bool = False) -> Fields:
    """A JSON body as `Fields`. On any error or when the client goes away, no file is left.

    ``bare``: whether strings under the key ``result`` are pictures in base64, as in items of the Responses API.

    Raises `MalformedBody`, `BodyTooLarge`, `InvalidValue` (a key given twice).
    """
    strings = DataStrings(spool, limits, bare=bare)
    try:
        await _feed(strings, chunks, limits)
        values = parse_object(bytes(strings.rest))
    except BaseException:
        discard(*(picture.path for picture in strings.pictures))
        raise
    finally:
        strings.close()
    return Fields("json", values, data_pictures=strings.pictures)


async def _feed(strings: DataStrings, chunks: AsyncIterator[bytes], limits: Limits) -> None:
    received = 0
    async for chunk in chunks:
        received += len(chunk)
        if received > limits.json_body_bytes:
            raise BodyTooLarge(f"The request body is larger than {limits.json_body_bytes} bytes.")
        strings.feed(chunk)


def parse_object(body: bytes) -> dict[str, object]:
    """The top-level object of a JSON text. NaN, Infinity, keys given twice and broken Unicode are refused."""
    try:
        text = body.decode("utf-8")
        value = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_unique)
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeError:
        _refuse("it is not valid Unicode")
    except RecursionError:
        _refuse("it is nested too deeply")
    except json.JSONDecodeError as error:
        if text.startswith("\ufeff"):
            _refuse("it begins with a byte order mark")
        _refuse(f"{error.msg} at line {error.lineno}, column {error.colno}")
    except ValueError as error:
        _refuse(str(error).split(":")[0])
    if not isinstance(value, dict):
        _refuse("expected an object at the top level")
    return value


def _refuse(reason: str) -> NoReturn:
    raise MalformedBody(f"We could not parse the JSON body of your request: {reason}.") from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"JSON has no {name}")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) == len(pairs):
        return values
    names = [name for name, _ in pairs]
    twice = next(name for name in names if names.count(name) > 1)
    safe = twice.encode("utf-8", "replace").decode("utf-8")[:100]
    raise InvalidValue(f"Duplicate parameter: '{safe}'. Send it once.", param=safe)
