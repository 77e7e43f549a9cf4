"""Which engines there are, by name. Nothing is imported before it is asked for."""

from __future__ import annotations

import importlib
from typing import cast

from aquatint.engines.contract import Engine

ENGINES = {
    "composer": "aquatint.engines.composer.engine:Composer",
    "fake": "aquatint.engines.fake:FakeEngine",
}
"""Name of each built-in engine and where its class is, as ``module:class``."""


class UnknownEngine(LookupError):
    """No engine has that name."""


def create(name: str) -> Engine:
    """A new engine, not yet opened.

    ``name`` is one of `ENGINES`, or ``module:class`` of any importable class that keeps the engine contract.
    Raises `UnknownEngine` for any other name, and what the import raises if it fails.
    """
    address = name if ":" in name else ENGINES.get(name)
    if address is None:
        raise UnknownEngine(f"There is no engine '{name}'. Known engines: {', '.join(sorted(ENGINES))}.")
    module_name, class_name = address.split(":", 1)
    return cast(Engine, getattr(importlib.import_module(module_name), class_name)())
