"""Multipart bodies: file parts go to spool files while they arrive, fields stay short strings."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import BinaryIO

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from aquatint.api.wire.fields import Fields
from aquatint.api.wire.limits import Limits
from aquatint.api.wire.parameters import takes_text, unknown
from aquatint.errors import (
    ArrayTooLong,
    BodyTooLarge,
    InputImageRefused,
    InvalidImageFile,
    InvalidType,
    InvalidValue,
    MalformedBody,
)
from aquatint.spool import Spool

_IMAGES = ("image", "image[]")


async def read_form(chunks: AsyncIterator[bytes], content_type: str, spool: Spool, limits: Limits) -> Fields:
    """A multipart body as `Fields`. On any error or when the client goes away, no file is left.

    Raises `MalformedBody` for a form that is none, and the refusals of `FormReader`.
    """
    reader = FormReader(boundary_of(content_type), spool, limits)
    try:
        async for chunk in chunks:
            reader.feed(chunk)
        return reader.finish()
    except BaseException:
        reader.abandon()
        raise


def boundary_of(content_type: str) -> bytes:
    """The boundary that the content-type header names."""
    _, options = parse_options_header(content_type)
    boundary = options.get(b"boundary", b"")
    if not boundary:
        raise MalformedBody("We could not parse the form of your request: its content type names no boundary.")
    return boundary


class FormReader:
    """A form that arrives in chunks. Knows nothing of HTTP.

    Refuses while reading: files that are too large or too many, files under names that take none, fields that are
    too long or come twice.
    """

    def __init__(self, boundary: bytes, spool: Spool, limits: Limits) -> None:
        self.fields = Fields("form")
        self._spool = spool
        self._limits = limits
        self._parts = 0
        self._complete = False
        self._headers: dict[str, str] = {}
        self._header_name = b""
        self._header_value = b""
        self._header_bytes = 0
        self._name = ""
        self._text: bytearray | None = None
        self._file: BinaryIO | None = None
        self._file_bytes = 0
        self._parser = self._new_parser(boundary)

    def _new_parser(self, boundary: bytes) -> MultipartParser:
        try:
            return MultipartParser(
                boundary,
                {
                    "on_part_begin": self._part_begin,
                    "on_header_field": self._header_field,
                    "on_header_value": self._header_value_data,
                    "on_header_end": self._header_end,
                    "on_headers_finished": self._headers_finished,
                    "on_part_data": self._part_data,
                    "on_part_end": self._part_end,
                    "on_end": self._end,
                },
            )
        except (FormParserError, ValueError):
            raise MalformedBody(
                "We could not parse the form of your request: its boundary is not valid."
            ) from None

    def feed(self, chunk: bytes) -> None:
        """The next bytes of the body."""
        try:
            self._parser.write(chunk)
        except FormParserError:
            raise MalformedBody(
                "We could not parse the form of your request: its parts are not well formed."
            ) from None

    def finish(self) -> Fields:
        """The whole form, once all bytes were fed. The caller now owns the files."""
        if not self._complete:
            raise MalformedBody("We could not parse the form of your request: it ends before its last boundary.")
        return self.fields

    def abandon(self) -> None:
        """Give up: close and remove what was written."""
        if self._file is not None:
            self._file.close()
            self._file = None
        self.fields.discard()

    def _part_begin(self) -> None:
        self._parts += 1
        if self._parts > self._limits.parts:
            raise BodyTooLarge(f"The form has more than {self._limits.parts} parts.")
        self._headers = {}
        self._header_bytes = 0

    def _header_field(self, data: bytes, start: int, end: int) -> None:
        self._count_header(end - start)
        self._header_name += data[start:end]

    def _header_value_data(self, data: bytes, start: int, end: int) -> None:
        self._count_header(end - start)
        self._header_value += data[start:end]

    def _count_header(self, count: int) -> None:
        self._header_bytes += count
        if self._header_bytes > self._limits.header_bytes:
            raise BodyTooLarge(f"A part of the form has headers of more than {self._limits.header_bytes} bytes.")

    def _header_end(self) -> None:
        self._headers[self._header_name.decode("latin-1").strip().lower()] = self._header_value.decode("latin-1")
        self._header_name = self._header_value = b""

    def _headers_finished(self) -> None:
        disposition, options = parse_options_header(self._headers.get("content-disposition", ""))
        if disposition != b"form-data" or not options.get(b"name"):
            raise MalformedBody("We could not parse the form of your request: a part of it has no name.")
        self._name = _utf8(options[b"name"], "the name of a part")
        if b"filename" in options or self._is_bare_file():
            self._begin_file()
        else:
            self._begin_field()

    def _is_bare_file(self) -> bool:
        """Some clients name a content type, but no file."""
        takes_file = self._name in _IMAGES or self._name == "mask"
        return takes_file and not self._headers.get("content-type", "text/").lower().startswith("text/")

    def _begin_field(self) -> None:
        if self._name in _IMAGES or self._name == "mask":
            raise InvalidType(self._name, "a file", "a string")
        self._refuse_twice(self._name in self.fields.values)
        self._text = bytearray()

    def _begin_file(self) -> None:
        keep = self._where_to_keep()
        path = self._spool.new()
        keep(path)
        self._file = path.open("wb")
        self._file_bytes = 0

    def _where_to_keep(self) -> Callable[[Path], None]:
        """Which input this file is; refuses files that are none."""
        if self._name in _IMAGES:
            if len(self.fields.images) >= self._limits.image_count:
                raise ArrayTooLong("image", self._limits.image_count, len(self.fields.images) + 1)
            return self.fields.images.append
        if self._name == "mask":
            self._refuse_twice(self.fields.mask is not None)
            return self._keep_mask
        if takes_text(self._name):
            raise InvalidType(self._name, "a string", "a file")
        raise unknown(self._name, "edits", "form")

    def _keep_mask(self, path: Path) -> None:
        self.fields.mask = path

    def _refuse_twice(self, seen: bool) -> None:
        if seen:
            raise InvalidValue(f"Duplicate parameter: '{self._name}'. Send it once.", param=self._name)

    def _part_data(self, data: bytes, start: int, end: int) -> None:
        if self._file is not None:
            self._file_bytes += end - start
            if self._file_bytes >= self._limits.image_bytes:
                raise too_large(self._name, self._limits)
            self._file.write(memoryview(data)[start:end])
        elif self._text is not None:
            self._text += data[start:end]
            if len(self._text) > self._limits.field_bytes:
                raise BodyTooLarge(f"'{self._name}' is longer than {self._limits.field_bytes} bytes.")

    def _part_end(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
            if self._file_bytes == 0:
                raise InvalidImageFile("mask" if self._name == "mask" else f"image {len(self.fields.images)}")
        elif self._text is not None:
            self.fields.values[self._name] = _utf8(bytes(self._text), f"'{self._name}'")
            self._text = None

    def _end(self) -> None:
        self._complete = True


def too_large(param: str, limits: Limits) -> InputImageRefused:
    """The refusal of a picture that is over the limit."""
    megabytes = limits.image_bytes // 1_000_000
    text = f"Invalid '{param}': image file too large. Expected an image smaller than {megabytes} MB."
    return InputImageRefused(text, param=param, code="image_file_too_large")


def _utf8(raw: bytes, what: str) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise MalformedBody(f"We could not parse the form of your request: {what} is not UTF-8.") from None
