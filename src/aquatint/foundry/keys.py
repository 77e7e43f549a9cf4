"""API keys: made, listed, revoked and checked, in one SQLite file.

A key is 32 random bytes, and only its SHA-256 is stored. Slow hashes guard passwords, which people choose and
others can guess; nobody can try even a sliver of 2**256 keys, so a fast hash hides them as well and lets every
request be checked in microseconds. The lookup goes by hash, so how long it takes tells nothing about a stored
key: a caller who is close to a key is not close to its hash.

The server and the command line open the same file at the same time (write-ahead log), so a key that is revoked
on the command line stops working with the next request.
"""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

KEY_START = "sk-aquatint-"
_SECRET_BYTES = 32
_SHOWN_CHARACTERS = len(KEY_START) + 4
_NAME_LIMIT = 100

_SCHEMA = """
CREATE TABLE IF NOT EXISTS keys (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL,
    prefix     TEXT NOT NULL,
    hash       BLOB NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT
"""
_ALL = "SELECT id, name, prefix, created_at, revoked_at FROM keys ORDER BY id"
_IN_USE = "SELECT id, name, prefix, created_at, revoked_at FROM keys WHERE hash = ? AND revoked_at IS NULL"


@dataclass(frozen=True, slots=True)
class Key:
    """What is known of a key. Times are Unix seconds; ``prefix`` is its beginning, to tell keys apart by."""

    id: int
    name: str
    prefix: str
    created_at: int
    revoked_at: int | None = None


class KeyStore:
    """The keys of one server, in one file that only its owner may read.

    Every method may be called from any thread. `verify` does not wait for other processes that write. Close the
    store after use, or use it as a context manager.
    """

    def __init__(self, path: Path, random_bytes: Callable[[int], bytes] = secrets.token_bytes) -> None:
        """Open the file, making it and its folder if need be. Raises OSError or sqlite3.Error if that fails."""
        self._random_bytes = random_bytes
        self._lock = threading.Lock()
        _make_private(path)
        # Autocommit: each statement is its own transaction. The lock is what makes sharing between threads safe.
        self._database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute(_SCHEMA)
        except BaseException:
            self._database.close()
            raise

    def create(self, name: str, now: float) -> tuple[Key, str]:
        """Make a key. Returns it and its secret, which is stored nowhere and cannot be shown again.

        Raises ValueError for a name that is empty, over 100 characters, or not printable.
        """
        name = name.strip()
        if not name or len(name) > _NAME_LIMIT or not name.isprintable():
            raise ValueError(f"A key's name has 1 to {_NAME_LIMIT} printable characters.")
        secret = KEY_START + _urlsafe(self._random_bytes(_SECRET_BYTES))
        prefix, created_at = secret[:_SHOWN_CHARACTERS], int(now)
        insert = "INSERT INTO keys (name, prefix, hash, created_at) VALUES (?, ?, ?, ?) RETURNING id"
        with self._lock:
            [(number,)] = self._database.execute(insert, (name, prefix, _hash(secret), created_at)).fetchall()
        return Key(number, name, prefix, created_at), secret

    def list(self) -> list[Key]:
        """All keys, revoked ones too, the oldest first."""
        with self._lock:
            rows = self._database.execute(_ALL).fetchall()
        return [Key(*row) for row in rows]

    def revoke(self, number: int, now: float) -> bool:
        """Make a key useless from now on. False when no key with this id was in use."""
        update = "UPDATE keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"
        with self._lock:
            return self._database.execute(update, (int(now), number)).rowcount == 1

    def verify(self, secret: str) -> Key | None:
        """The key that this secret opens, or None when it is unknown or revoked. One indexed read."""
        if not secret.startswith(KEY_START):
            return None
        with self._lock:
            row = self._database.execute(_IN_USE, (_hash(secret),)).fetchone()
        return None if row is None else Key(*row)

    def any(self) -> bool:
        """Whether at least one key is in use."""
        with self._lock:
            row = self._database.execute("SELECT 1 FROM keys WHERE revoked_at IS NULL LIMIT 1").fetchone()
        return row is not None

    def close(self) -> None:
        """Close the file. The store cannot be used any more."""
        with self._lock:
            self._database.close()

    def __enter__(self) -> KeyStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _make_private(path: Path) -> None:
    """Make the file with mode 0600, before SQLite does with a wider one. Its log files inherit the mode."""
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    path.chmod(0o600)


def _urlsafe(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def _hash(secret: str) -> bytes:
    # A header may hold any character; what UTF-8 cannot hold is no key of ours, but must not be an error.
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()
