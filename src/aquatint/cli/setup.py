"""Putting a server together from its settings: the one place where the rooms meet."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path

from aquatint import pack
from aquatint.api.services import Services, random_id
from aquatint.api.wire.remote import RemoteImages
from aquatint.authors.llm import LlmAuthor
from aquatint.director.contract import Director
from aquatint.director.llm import LlmDirector
from aquatint.director.rules import RulesDirector
from aquatint.foundry.catalog import Catalog
from aquatint.foundry.deployments import Deployments
from aquatint.foundry.directors import DirectorDeployments
from aquatint.foundry.keys import KeyStore
from aquatint.language.contract import LanguageModel
from aquatint.language.endpoint import connect
from aquatint.runtime.local import LocalRuntime
from aquatint.settings import Settings
from aquatint.spool import Spool
from aquatint.store.blobs import BlobMissing, Blobs
from aquatint.store.database import Database
from aquatint.store.remote_blobs import BlobsUnusable, open_blobs
from aquatint.store.store import Store
from aquatint.tokens import TextCounter

CHECK_SECONDS = 20.0
"""How long a store of bytes may take to answer at the start."""


def build_services(settings: Settings, keys: KeyStore) -> Services:
    """All that the API needs, not yet started. Raises `ClientMissing` and what `open_store` raises."""
    language = connect(settings.llm) if settings.llm is not None else None
    spool = Spool()
    return Services(
        settings=settings,
        deployments=Deployments.of(Catalog.load(), settings.engine),
        main_models=DirectorDeployments.load(settings.director),
        directors=build_directors(settings, language),
        language=language,
        author=LlmAuthor(language) if language is not None and settings.author == "llm" else None,
        keys=keys,
        runtime=LocalRuntime(
            engine=settings.engine, workers=settings.workers, queue_limit=settings.queue_limit, spool=spool
        ),
        spool=spool,
        store=open_store(settings),
        text_counter=TextCounter.from_bytes(pack.read("tokenizer/o200k_base.tiktoken")),
        remote_images=RemoteImages(spool, allow_private=settings.allow_private_urls),
    )


def build_directors(settings: Settings, language: LanguageModel | None) -> dict[str, Director]:
    """The directors by name."""
    rules = RulesDirector()
    if language is None:
        return {"rules": rules}
    return {"rules": rules, "llm": LlmDirector(language, rules if settings.llm_fallback else None)}


async def check_store(settings: Settings) -> None:
    """Try the database and the store of bytes, so that a wrong URL is told before anything else starts.

    Raises `DatabaseUnusable` and `BlobsUnusable`.
    """
    database = Database(settings.database_url)
    await database.open()
    await database.close()
    if not settings.blobs:
        return
    try:
        async with asyncio.timeout(CHECK_SECONDS):
            await _check_blobs(open_blobs(settings.blobs_url))
    except TimeoutError:
        raise BlobsUnusable(f"The store of pictures does not answer within {CHECK_SECONDS:g} seconds.") from None
    except (OSError, BlobMissing) as error:
        raise BlobsUnusable(f"The store of pictures cannot be used: {error}") from error


async def _check_blobs(blobs: Blobs) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "check"
        path.write_bytes(b"check")
        key = random_id("chk_")
        await blobs.put(key, path)
        await blobs.fetch(key, path)
        await blobs.delete([key])
    await blobs.close()


def open_store(settings: Settings) -> Store:
    """What the server remembers, not yet open. Raises `DatabaseUnusable` and `BlobsUnusable`."""
    return Store(
        Database(settings.database_url),
        open_blobs(settings.blobs_url),
        clock=time.time,
        new_id=random_id,
        retention_seconds=settings.retention_seconds,
    )
