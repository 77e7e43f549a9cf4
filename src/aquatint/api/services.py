"""What the handlers work with. Built once by the command line or a test, handed to the app factory."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from aquatint.api.metrics import Metrics
from aquatint.api.wire.remote import RemoteImages
from aquatint.authors.llm import LlmAuthor
from aquatint.director.contract import Director
from aquatint.foundry.deployments import Deployments
from aquatint.foundry.directors import DirectorDeployments
from aquatint.foundry.keys import KeyStore
from aquatint.language.contract import LanguageModel
from aquatint.runtime.local import LocalRuntime
from aquatint.settings import Settings
from aquatint.spool import Spool
from aquatint.store.store import Store
from aquatint.tokens import TextCounter
from aquatint.types import SEED_LIMIT


def random_seed() -> int:
    """A seed nobody asked for."""
    return secrets.randbelow(SEED_LIMIT)


def random_id(start: str) -> str:
    """An id that begins with ``start``: 192 bits of chance."""
    return f"{start}{secrets.token_hex(24)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The rooms behind the API, and the clock and chance that it lives by."""

    settings: Settings
    deployments: Deployments
    main_models: DirectorDeployments
    directors: Mapping[str, Director]
    """By the names that ``foundry/directors.toml`` gives them."""
    keys: KeyStore
    runtime: LocalRuntime
    spool: Spool
    store: Store
    text_counter: TextCounter
    remote_images: RemoteImages
    language: LanguageModel | None = None
    """The language model behind directors and authors, if the server has one."""
    author: LlmAuthor | None = None
    """Who thinks new pictures out before the engine does, if somebody does."""
    metrics: Metrics = field(default_factory=Metrics)
    clock: Callable[[], float] = time.time
    """Seconds since the epoch."""
    new_seed: Callable[[], int] = random_seed
    new_id: Callable[[str], str] = random_id
    """An id that begins with the given letters and that nobody can guess."""
    running: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    """Background responses that this server is making, by id."""
