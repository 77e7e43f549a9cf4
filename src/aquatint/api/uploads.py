"""Uploaded files as inputs of pictures."""

from __future__ import annotations

from pathlib import Path

from aquatint.api.services import Services
from aquatint.api.wire.fetching import Uploads, file_not_found
from aquatint.api.wire.fields import FileId
from aquatint.spool import discard
from aquatint.store.blobs import BlobMissing


def uploads_of(services: Services, project: str) -> Uploads:
    """Fetches files of one project; those of others are not there."""

    async def fetch(file: FileId) -> Path:
        record = await services.store.files.get(project, file.id, int(services.clock()))
        if record is None:
            raise file_not_found(file)
        try:
            return await fetch_blob(services, record.blob)
        except BlobMissing:
            raise file_not_found(file) from None

    return fetch


async def fetch_blob(services: Services, blob: str) -> Path:
    """The bytes under a key in a new spool file that the caller owns. Raises `BlobMissing`."""
    path = services.spool.new()
    try:
        await services.store.blobs.fetch(blob, path)
    except BaseException:
        discard(path)
        raise
    return path
