"""Putting a server together from its settings: the one place where the rooms meet."""

from __future__ import annotations

from aquatint import pack
from aquatint.api.services import Services
from aquatint.api.wire.remote import RemoteImages
from aquatint.foundry.catalog import Catalog
from aquatint.foundry.deployments import Deployments
from aquatint.foundry.keys import KeyStore
from aquatint.runtime.local import LocalRuntime
from aquatint.settings import Settings
from aquatint.spool import Spool
from aquatint.tokens import TextCounter


def build_services(settings: Settings, keys: KeyStore) -> Services:
    """All that the API needs, not yet started."""
    spool = Spool()
    return Services(
        settings=settings,
        deployments=Deployments.of(Catalog.load(), settings.engine),
        keys=keys,
        runtime=LocalRuntime(
            engine=settings.engine, workers=settings.workers, queue_limit=settings.queue_limit, spool=spool
        ),
        spool=spool,
        text_counter=TextCounter.from_bytes(pack.read("tokenizer/o200k_base.tiktoken")),
        remote_images=RemoteImages(spool, allow_private=settings.allow_private_urls),
    )
