"""``aquatint serve``."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import uvicorn

from aquatint.api.app import create_app
from aquatint.api.services import Services
from aquatint.cli.console import Failure, say
from aquatint.cli.keys import open_store
from aquatint.cli.language import add_language_arguments, read_endpoint
from aquatint.cli.setup import build_services, check_store
from aquatint.engines.registry import ENGINES
from aquatint.foundry.keys import KeyStore
from aquatint.language.endpoint import ClientMissing
from aquatint.settings import Settings, default_data_folder
from aquatint.store.database import DatabaseUnusable
from aquatint.store.remote_blobs import BlobsUnusable

EXAMPLE = """\
Try it:

  curl -s {url}/v1/images/generations -H 'Content-Type: application/json' {header}\\
    -d '{{"model": "gpt-image-2", "prompt": "a red fox in the snow"}}' \\
    | {python} -c 'import base64, json, sys; \\
      open("fox.png", "wb").write(base64.b64decode(json.load(sys.stdin)["data"][0]["b64_json"]))'

  from base64 import b64decode
  from openai import OpenAI                                     # pip install openai
  client = OpenAI(base_url="{url}/v1", api_key="{key}")
  picture = client.images.generate(model="gpt-image-2", prompt="a red fox in the snow")
  open("fox.png", "wb").write(b64decode(picture.data[0].b64_json))
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="0 picks a free one (default %(default)s)")
    parser.add_argument("--data", type=Path, metavar="DIR", help="data folder (keys, conversations, pictures)")
    parser.add_argument("--workers", type=int, metavar="N", help="drawing processes; default: the cores")
    parser.add_argument("--engine", default="composer", help="what draws (default %(default)s)")
    parser.add_argument(
        "--queue", type=int, default=64, metavar="N", help="pictures that may wait (default %(default)s)"
    )
    parser.add_argument(
        "--allow-private-urls", action="store_true", help="let image_url point into private networks"
    )
    parser.add_argument(
        "--database", default="", metavar="URL", help="postgresql://...; default: a file in the data folder"
    )
    parser.add_argument(
        "--blobs", default="", metavar="URL", help="s3://bucket...; default: a folder in the data folder"
    )
    parser.add_argument(
        "--retention-days",
        type=int,
        default=30,
        metavar="N",
        help="how long responses are kept (default 30; 0: always)",
    )

    parser.add_argument(
        "--director", choices=["rules", "llm"], default="rules", help="who decides in conversations (%(default)s)"
    )
    parser.add_argument(
        "--author",
        choices=["rules", "llm"],
        default="rules",
        help="who plans the composer's pictures (%(default)s)",
    )
    parser.add_argument(
        "--llm-fallback", action="store_true", help="let the rules take a turn over when the language model fails"
    )
    add_language_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    settings = _settings(options)
    with open_store(settings.data) as keys:
        return _serve(settings, keys)


def _serve(settings: Settings, keys: KeyStore) -> int:
    if ":" not in settings.engine and settings.engine not in ENGINES:
        raise Failure(f"There is no engine '{settings.engine}'. Known engines: {', '.join(sorted(ENGINES))}.")
    if not settings.is_loopback and not keys.any():
        raise Failure(
            f"On {settings.host} anybody who reaches this machine could use the server, and there is no key yet. "
            "Create one first: aquatint keys create NAME"
        )
    listener = _listen(settings)
    url = _address(settings, listener)
    services = _services(settings, keys)
    config = uvicorn.Config(
        create_app(services),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=int(settings.drain_seconds),
    )
    server = AnnouncedServer(config, url, _example(settings, url))
    try:
        with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
            runner.run(server.serve(sockets=[listener]))
    finally:
        services.spool.close()
    if not server.started:
        raise Failure("The server could not start; the reason is above. Look deeper: aquatint doctor")
    return 0


def _services(settings: Settings, keys: KeyStore) -> Services:
    try:
        asyncio.run(check_store(settings))
        return build_services(settings, keys)
    except (DatabaseUnusable, BlobsUnusable, ClientMissing) as error:
        raise Failure(str(error)) from None


def _settings(options: argparse.Namespace) -> Settings:
    try:
        return Settings(
            data=options.data or default_data_folder(os.environ),
            host=options.host,
            port=options.port,
            engine=options.engine,
            workers=options.workers if options.workers is not None else os.cpu_count() or 1,
            queue_limit=options.queue,
            allow_private_urls=options.allow_private_urls,
            database=options.database,
            blobs=options.blobs,
            director=options.director,
            author=options.author,
            llm=read_endpoint(options, os.environ),
            llm_fallback=options.llm_fallback,
            retention_days=options.retention_days,
        )
    except ValueError as error:
        raise Failure(str(error)) from None


def _example(settings: Settings, url: str) -> str:
    if settings.is_loopback:
        return EXAMPLE.format(url=url, python="python3", header="", key="any")
    return EXAMPLE.format(url=url, python="python3", header="-H 'Authorization: Bearer YOUR_KEY' ", key="YOUR_KEY")


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as error:
        raise Failure(
            f"Cannot listen on {settings.host} port {settings.port}: {error.strerror}. Take another: --port 0"
        ) from None
    return listener


def _address(settings: Settings, listener: socket.socket) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{listener.getsockname()[1]}"


class AnnouncedServer(uvicorn.Server):
    """Says when it can answer."""

    def __init__(self, config: uvicorn.Config, url: str, example: str) -> None:
        super().__init__(config)
        self._url = url
        self._example = example

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start as usual, then print the examples and the ready line."""
        await super().startup(sockets)
        if self.started:
            say(self._example)
            say(f"ready {self._url}")

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End gracefully on the first signal, at once on the second, and do not raise it again afterwards.

        uvicorn would, and the process would die before it has removed its spool.
        """
        handlers = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in handlers.items():
                signal.signal(number, handler)
