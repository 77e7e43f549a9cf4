"""Input pictures as spool files: those that came are there, links and uploaded files are fetched."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from aquatint.api.wire.fields import FileId, Link, Picture
from aquatint.api.wire.remote import RemoteImages
from aquatint.errors import InputImageRefused
from aquatint.spool import discard

Uploads = Callable[[FileId], Awaitable[Path]]
"""Fetches an uploaded file into a new spool file that the caller owns. Raises `PublicError`."""


def file_not_found(file: FileId) -> InputImageRefused:
    """The refusal of a file id that names nothing."""
    text = f"Invalid '{file.param}': there is no file with id '{file.id[:64]}'."
    return InputImageRefused(text, param=file.param, code="image_file_not_found")


async def no_uploads(file: FileId) -> Path:
    """For callers that keep no files."""
    raise file_not_found(file)


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Knows where links and uploaded files lead."""

    remote_images: RemoteImages
    uploads: Uploads = no_uploads

    async def paths(self, pictures: Sequence[Picture]) -> list[Path]:
        """Every picture as a file, in order; when one cannot be fetched, the others' fetched files are removed."""
        fetched = iter(await self._fetch_all([each for each in pictures if not isinstance(each, Path)]))
        return [picture if isinstance(picture, Path) else next(fetched) for picture in pictures]

    async def _fetch_all(self, pictures: Sequence[Link | FileId]) -> list[Path]:
        tasks = [asyncio.ensure_future(self._fetch(picture)) for picture in pictures]
        try:
            return list(await asyncio.gather(*tasks))
        except BaseException:
            for task in tasks:
                task.cancel()
            outcomes = await asyncio.gather(*tasks, return_exceptions=True)
            discard(*(path for path in outcomes if isinstance(path, Path)))
            raise

    async def _fetch(self, picture: Link | FileId) -> Path:
        if isinstance(picture, Link):
            return await self.remote_images.fetch(picture)
        return await self.uploads(picture)
