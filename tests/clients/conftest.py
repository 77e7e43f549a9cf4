"""The official Python client, pointed at the server under test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from openai import AsyncOpenAI, OpenAI

from live.server import Server


@pytest.fixture
def client(fake_server: Server) -> Iterator[OpenAI]:
    """openai 3.x. It does not try again, so that errors show."""
    with OpenAI(base_url=f"{fake_server.url}/v1", api_key="any", max_retries=0, timeout=30) as client:
        yield client


@pytest_asyncio.fixture
async def async_client(fake_server: Server) -> AsyncIterator[AsyncOpenAI]:
    """The same, asynchronous."""
    url = f"{fake_server.url}/v1"
    async with AsyncOpenAI(base_url=url, api_key="any", max_retries=0, timeout=30) as client:
        yield client


@pytest.fixture
def composer_client(composer_server: Server) -> Iterator[OpenAI]:
    """The client against the server as it comes."""
    with OpenAI(base_url=f"{composer_server.url}/v1", api_key="any", max_retries=0, timeout=120) as client:
        yield client
