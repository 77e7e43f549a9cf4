"""``aquatint keys create | list | revoke``."""

from __future__ import annotations

import argparse
import os
import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path

from aquatint.cli.console import Failure, say
from aquatint.foundry.keys import KeyStore
from aquatint.settings import Settings, default_data_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("--data", type=Path, metavar="DIR", help="data folder of the server")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    create = actions.add_parser("create", help="make a key and show it once")
    create.add_argument("name", nargs="?", default="default", help="what the key is for")
    actions.add_parser("list", help="show all keys, never the secrets")
    revoke = actions.add_parser("revoke", help="end a key")
    revoke.add_argument("id", type=int, help="the key's id, from: aquatint keys list")


def run(options: argparse.Namespace) -> int:
    """Do the action."""
    with open_store(options.data) as store:
        {"create": _create, "list": _list, "revoke": _revoke}[options.action](store, options)
    return 0


def open_store(data: Path | None) -> KeyStore:
    """The keys of a data folder. Raises `Failure` when the folder cannot be used."""
    settings = Settings(data=data or default_data_folder(os.environ))
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        return KeyStore(settings.keys_file)
    except (OSError, sqlite3.Error) as error:
        raise Failure(f"Cannot use the data folder {settings.data}: {error}. Choose one: --data DIR") from None


def _create(store: KeyStore, options: argparse.Namespace) -> None:
    try:
        key, secret = store.create(options.name, time.time())
    except ValueError as error:
        raise Failure(str(error)) from None
    say(secret)
    say(f"  id {key.id}, name {key.name}. It is shown this once; only its hash is stored.")


def _list(store: KeyStore, options: argparse.Namespace) -> None:
    keys = store.list()
    if not keys:
        say("No keys. Create one: aquatint keys create NAME")
    for key in keys:
        made = datetime.fromtimestamp(key.created_at, UTC).strftime("%Y-%m-%d %H:%M")
        state = "revoked" if key.revoked_at is not None else "valid"
        say(f"{key.id:>3}  {key.prefix}...  {state:8} {made} UTC  {key.name}")


def _revoke(store: KeyStore, options: argparse.Namespace) -> None:
    if not store.revoke(options.id, time.time()):
        raise Failure(f"There is no valid key {options.id}. See them: aquatint keys list")
    say(f"Key {options.id} is revoked.")
