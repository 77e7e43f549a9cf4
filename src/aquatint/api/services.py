"""What the handlers work with. Built once by the command line or a test, handed to the app factory."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from aquatint.api.metrics import Metrics
from aquatint.api.wire.remote import RemoteImages
from aquatint.foundry.deployments import Deployments
from aquatint.foundry.keys import KeyStore
from aquatint.runtime.local import LocalRuntime
from aquatint.settings import Settings
from aquatint.spool import Spool
from aquatint.tokens import TextCounter
from aquatint.types import SEED_LIMIT


def random_seed() -> int:
    """A seed nobody asked for."""
    return secrets.randbelow(SEED_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The rooms behind the API, and the clock and chance that it lives by."""

    settings: Settings
    deployments: Deployments
    keys: KeyStore
    runtime: LocalRuntime
    spool: Spool
    text_counter: TextCounter
    remote_images: RemoteImages
    metrics: Metrics = field(default_factory=Metrics)
    clock: Callable[[], float] = time.time
    """Seconds since the epoch."""
    new_seed: Callable[[], int] = random_seed
