"""Bytes in an object store by URL (S3, Azure, Google), through the optional package obstore."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from aquatint.store.blobs import BlobMissing, Blobs, FolderBlobs

SCHEMES = ("s3://", "gs://", "az://", "azure://", "abfs://", "abfss://", "https://", "memory://")


class BlobsUnusable(Exception):
    """The URL leads to no store of bytes; the text says why."""


def open_blobs(url: str) -> Blobs:
    """The store at a URL, or in the folder of a path. Raises `BlobsUnusable`.

    Credentials come from the environment (``AWS_ACCESS_KEY_ID``...), as obstore documents.
    """
    if not url.startswith(SCHEMES):
        return FolderBlobs(Path(url.removeprefix("file://")))
    try:
        from obstore.store import from_url
    except ModuleNotFoundError:
        raise BlobsUnusable("Object stores need a package. Install it: pip install 'aquatint[s3]'") from None
    try:
        return RemoteBlobs(from_url(url))
    except Exception as error:
        first = str(error).split("\n", 1)[0]
        raise BlobsUnusable(f"The store of pictures cannot be used: {first}") from error


@contextmanager
def _as_os_error() -> Iterator[None]:
    """What goes wrong over there, as what goes wrong with files: one line, without the package's debug output."""
    from obstore.exceptions import BaseError

    try:
        yield
    except BaseError as error:
        raise OSError(str(error).split("\n", 1)[0]) from error


class RemoteBlobs:
    """One object per key."""

    def __init__(self, store: Any) -> None:
        self._store = store

    async def put(self, key: str, source: Path) -> None:
        """Upload; large files go in parts."""
        import obstore

        with _as_os_error():
            await obstore.put_async(self._store, key, source)

    async def fetch(self, key: str, target: Path) -> None:
        """Download in pieces."""
        import obstore

        try:
            with _as_os_error(), target.open("wb") as file:
                result = await obstore.get_async(self._store, key)
                async for chunk in result.stream():
                    await asyncio.to_thread(file.write, chunk)
        except FileNotFoundError:
            raise BlobMissing(key) from None

    async def delete(self, keys: Iterable[str]) -> None:
        """One request for many keys where the store has one."""
        import obstore

        with suppress(FileNotFoundError), _as_os_error():
            await obstore.delete_async(self._store, list(keys))

    async def old(self, before: float) -> AsyncIterator[list[str]]:
        """A page at a time, by the time of change."""
        import obstore

        async for page in obstore.list(self._store):
            yield [str(each["path"]) for each in page if each["last_modified"].timestamp() < before]

    async def close(self) -> None:
        """The store keeps no connection that must be closed."""
