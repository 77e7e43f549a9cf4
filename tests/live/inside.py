"""The app in this process, for what a test must decide from outside: the internet, the clock."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from aquatint.api.app import create_app
from aquatint.api.services import Services
from aquatint.cli.setup import build_services
from aquatint.foundry.keys import KeyStore
from aquatint.settings import Settings

Replace = Callable[[Services], dict[str, Any]]


@asynccontextmanager
async def app_with(folder: Path, replace: Replace) -> AsyncIterator[tuple[httpx.AsyncClient, Services]]:
    """A client of an app with the test engine, some of whose services are replaced, and these services."""
    settings = Settings(data=folder, engine="fake", workers=1)
    usual = build_services(settings, KeyStore(folder / "keys.sqlite3"))
    fields = {name: getattr(usual, name) for name in Services.__dataclass_fields__}
    services = Services(**{**fields, **replace(usual)})
    app = create_app(services)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client,
    ):
        yield client, services
    services.spool.close()
