"""One settings object. The command line fills it; nothing below reads the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

from aquatint.language.endpoint import Endpoint


def default_data_folder(environ: Mapping[str, str]) -> Path:
    """Where keys live: ``AQUATINT_DATA``, else the XDG data folder of this user."""
    if environ.get("AQUATINT_DATA"):
        return Path(environ["AQUATINT_DATA"])
    base = environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "aquatint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a server runs. Invalid values raise ValueError with the reason."""

    data: Path
    host: str = "127.0.0.1"
    port: int = 8000
    """0 picks a free port."""
    engine: str = "composer"
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    queue_limit: int = 64
    """Pictures that may wait for a worker; beyond it callers get 429."""
    allow_private_urls: bool = False
    """Whether ``image_url`` may point into private networks."""
    drain_seconds: float = 30.0
    """How long a shutdown waits for pictures in the making."""
    database: str = ""
    """URL of the database (``postgresql://...``); empty for SQLite in the data folder."""
    blobs: str = ""
    """URL of the store of pictures and files (``s3://bucket/...``); empty for a folder in the data folder."""
    director: str = "rules"
    """Who decides in conversations: "rules", or "llm", which needs ``llm``."""
    author: str = "rules"
    """Who plans new pictures of the composer: "rules", or "llm", which needs ``llm``."""
    llm: Endpoint | None = None
    """The language model of the director and the author."""
    llm_fallback: bool = False
    """Whether the rules take a turn over when the language model fails."""
    retention_days: int = 30
    """Days for which responses and their pictures are kept; 0 keeps them until they are deleted."""

    def __post_init__(self) -> None:
        if not 0 <= self.port <= 65535:
            raise ValueError(f"The port must be 0..65535, but is {self.port}.")
        if not 1 <= self.workers <= 256:
            raise ValueError(f"The number of workers must be 1..256, but is {self.workers}.")

        for name in ("director", "author"):
            value = getattr(self, name)
            if value not in ("rules", "llm"):
                raise ValueError(f"There is no {name} '{value}'. There are: rules, llm.")
            if value == "llm" and self.llm is None:
                raise ValueError(f"The {name} 'llm' needs a language model: --llm-url URL --llm-model NAME")
        if not 0 <= self.retention_days <= 36_500:
            raise ValueError(f"The retention must be 0..36500 days, but is {self.retention_days}.")

    @property
    def database_url(self) -> str:
        """Where responses, conversations and files are remembered."""
        return self.database or f"sqlite:///{self.data / 'aquatint.sqlite3'}"

    @property
    def blobs_url(self) -> str:
        """Where the bytes of pictures and files are."""
        return self.blobs or str(self.data / "blobs")

    @property
    def retention_seconds(self) -> int | None:
        """How long responses are kept; None for ever."""
        return self.retention_days * 86_400 or None

    @property
    def keys_file(self) -> Path:
        """The database of API keys."""
        return self.data / "keys.sqlite3"

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the server; then no keys are needed."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False
