"""Bytes under a key: a folder of this machine. `remote_blobs` has object stores."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import Protocol

_KEY = re.compile(r"[A-Za-z0-9_-]{4,120}")


class BlobMissing(Exception):
    """There are no bytes under this key."""


class Blobs(Protocol):
    """A store of bytes. Keys are letters, digits, dashes and underscores; bytes never change once put."""

    async def put(self, key: str, source: Path) -> None:
        """Keep the bytes of a file, which stays the caller's. When this returns, they are kept for good."""

    async def fetch(self, key: str, target: Path) -> None:
        """Write the bytes to ``target``, which exists and is the caller's. Raises `BlobMissing`."""

    async def delete(self, keys: Iterable[str]) -> None:
        """Remove bytes; missing ones are fine."""

    def old(self, before: float) -> AsyncIterator[list[str]]:
        """The keys of bytes put before that Unix time, many at once."""

    async def close(self) -> None:
        """Release what the store holds."""


class FolderBlobs:
    """Files in a folder, spread over subfolders by the last two characters of their keys."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def put(self, key: str, source: Path) -> None:
        """Copy, flush to disk, and rename: after a crash a key has all of its bytes or none."""
        await asyncio.to_thread(self._put, self._path(key), source)

    async def fetch(self, key: str, target: Path) -> None:
        """A second link to the same bytes, which nobody changes; a copy where the target lies elsewhere."""
        try:
            await asyncio.to_thread(_fetch, self._path(key), target)
        except FileNotFoundError:
            raise BlobMissing(key) from None

    async def delete(self, keys: Iterable[str]) -> None:
        """Unlink."""
        await asyncio.to_thread(self._delete, [self._path(key) for key in keys])

    async def old(self, before: float) -> AsyncIterator[list[str]]:
        """A subfolder at a time, by the time of change."""
        for folder in await asyncio.to_thread(self._subfolders):
            yield await asyncio.to_thread(_keys_in, folder, before)

    async def close(self) -> None:
        """Nothing is held."""

    def _subfolders(self) -> list[Path]:
        return sorted(self._folder.iterdir()) if self._folder.is_dir() else []

    def _path(self, key: str) -> Path:
        if _KEY.fullmatch(key) is None:
            raise ValueError(f"{key!r} is no key of a blob.")
        return self._folder / key[-2:] / key

    def _put(self, path: Path, source: Path) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = path.with_suffix(".part")
        shutil.copyfile(source, partial)
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        partial.chmod(0o600)
        partial.rename(path)

    def _delete(self, paths: list[Path]) -> None:
        for path in paths:
            path.unlink(missing_ok=True)


def _fetch(path: Path, target: Path) -> None:
    link = target.with_name(f"{target.name}.link")
    try:
        link.hardlink_to(path)
    except FileNotFoundError:
        raise
    except OSError:  # another file system, or one without links
        shutil.copyfile(path, target)
    else:
        link.replace(target)


def _keys_in(folder: Path, before: float) -> list[str]:
    return [path.name for path in folder.iterdir() if _KEY.fullmatch(path.name) and path.stat().st_mtime < before]
