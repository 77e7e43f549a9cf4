"""The names of main models, and which director answers for each: read from ``directors.toml``."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib import resources

import msgspec

from aquatint.errors import ModelNotFound


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    created: datetime.date
    listed: tuple[str, ...]
    patterns: tuple[str, ...] = ()
    director: str = ""
    """Empty for the server's default."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    owner: str
    directors: tuple[_Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectorDeployment:
    """A name that clients call as ``model`` of a response, and the director that answers for it."""

    name: str
    director: str
    owner: str
    created: int
    """Unix time in seconds."""


class DirectorDeployments:
    """All main models of this server."""

    def __init__(self, file: _File, default: str) -> None:
        self._file = file
        self._default = default

    @classmethod
    def load(cls, default: str = "rules") -> DirectorDeployments:
        """Those that ship with Aquatint; ``default`` answers for the names that no director has for itself."""
        return cls.parse(resources.files(__package__).joinpath("directors.toml").read_text("utf-8"), default)

    @classmethod
    def parse(cls, text: str, default: str = "rules") -> DirectorDeployments:
        """From TOML text in the form of ``directors.toml``. Raises ValueError."""
        return cls(msgspec.convert(tomllib.loads(text), _File), default)

    def resolve(self, model: str) -> DirectorDeployment:
        """The deployment of that name. Raises `ModelNotFound`."""
        for entry in self._file.directors:
            if model in entry.listed or any(fnmatchcase(model, pattern) for pattern in entry.patterns):
                return self._deployment(model, entry)
        raise ModelNotFound(model)

    def list(self) -> list[DirectorDeployment]:
        """The listed names, in order."""
        return [self._deployment(name, entry) for entry in self._file.directors for name in entry.listed]

    def _deployment(self, name: str, entry: _Entry) -> DirectorDeployment:
        midnight = datetime.datetime.combine(entry.created, datetime.time(), datetime.UTC)
        return DirectorDeployment(
            name=name,
            director=entry.director or self._default,
            owner=self._file.owner,
            created=int(midnight.timestamp()),
        )
