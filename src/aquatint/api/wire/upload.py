"""The form of ``POST /v1/files``: one file of any kind, its purpose, and when it expires."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from python_multipart.multipart import parse_options_header

from aquatint.api.wire.form import FormReader, boundary_of
from aquatint.api.wire.kinds import Choice, Whole, shortened
from aquatint.api.wire.limits import Limits
from aquatint.errors import InvalidType, InvalidValue, MissingParameter, UnknownParameter
from aquatint.spool import Spool, discard

PURPOSES = ("assistants", "batch", "fine-tune", "vision", "user_data", "evals")
MOST_BYTES = 512_000_000
SHORTEST, LONGEST = 3_600, 2_592_000
"""Bounds of ``expires_after[seconds]``."""
BATCH_SECONDS = 30 * 86_400
"""Files for batches expire by themselves."""
_TEXTS = ("purpose", "expires_after[anchor]", "expires_after[seconds]")
_NO_PROFILE: object = None
_ODD = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent; ``path`` is a spool file that the caller owns."""

    path: Path
    filename: str
    purpose: str
    expires_after: int | None
    """Seconds."""


async def read_upload(chunks: AsyncIterator[bytes], content_type: str, spool: Spool) -> Upload:
    """The form. Raises `PublicError`; then no file is left."""
    reader = UploadReader(boundary_of(content_type), spool, Limits(image_bytes=MOST_BYTES, parts=8))
    try:
        async for chunk in chunks:
            reader.feed(chunk)
        reader.finish()
        return reader.upload()
    except BaseException:
        reader.abandon()
        raise


class UploadReader(FormReader):
    """A form with one file under the name ``file``."""

    def __init__(self, boundary: bytes, spool: Spool, limits: Limits) -> None:
        super().__init__(boundary, spool, limits)
        self._filename = ""

    def upload(self) -> Upload:
        """The whole of it, judged. Raises `PublicError`."""
        if not self.fields.images:
            raise MissingParameter("file")
        return Upload(
            path=self.fields.images[0],
            filename=self._filename,
            purpose=self._purpose(),
            expires_after=self._expiry(),
        )

    def abandon(self) -> None:
        """Give up: close and remove what was written."""
        super().abandon()
        discard(*self.fields.files())

    def _purpose(self) -> str:
        purpose = self.fields.values.get("purpose")
        if purpose is None:
            raise MissingParameter("purpose")
        return Choice(lambda _: PURPOSES).read("purpose", purpose, "form", _NO_PROFILE)  # type: ignore[arg-type]

    def _expiry(self) -> int | None:
        anchor, seconds = (self.fields.values.get(name) for name in _TEXTS[1:])
        if anchor is None and seconds is None:
            return BATCH_SECONDS if self.fields.values["purpose"] == "batch" else None
        for name, value in ((_TEXTS[1], anchor), (_TEXTS[2], seconds)):
            if value is None:
                raise MissingParameter(name)
        Choice(lambda _: ("created_at",)).read(_TEXTS[1], anchor, "form", _NO_PROFILE)  # type: ignore[arg-type]
        return Whole(SHORTEST, LONGEST).read(_TEXTS[2], seconds, "form", _NO_PROFILE)  # type: ignore[arg-type]

    def _is_bare_file(self) -> bool:
        return False

    def _begin_field(self) -> None:
        if self._name == "file":
            raise InvalidType("file", "a file", "a string")
        if self._name not in _TEXTS:
            raise UnknownParameter(shortened(self._name))
        self._refuse_twice(self._name in self.fields.values)
        self._text = bytearray()

    def _where_to_keep(self) -> Callable[[Path], None]:
        if self._name in _TEXTS:
            raise InvalidType(self._name, "a string", "a file")
        if self._name != "file":
            raise UnknownParameter(shortened(self._name))
        self._refuse_twice(bool(self.fields.images))
        _, options = parse_options_header(self._headers["content-disposition"])
        name = options.get(b"filename", b"").decode("utf-8", "replace").replace("\\", "/")
        self._filename = _ODD.sub("", PurePosixPath(name).name)[:255] or "file"
        return self.fields.images.append

    def _part_end(self) -> None:
        if self._file is not None and self._file_bytes == 0:
            text = "Invalid 'file': the file is empty."
            raise InvalidValue(text, param="file", code="empty_file")
        super()._part_end()
