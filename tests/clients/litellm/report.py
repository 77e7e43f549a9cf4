"""Runs cases one after the other and prints one JSON object: what each returned, or the error it raised."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any


def report(cases: Mapping[str, Callable[[], Any]]) -> None:
    """Run them all and print what became of them."""
    json.dump({name: _run(case) for name, case in cases.items()}, sys.stdout, default=str)


def _run(case: Callable[[], Any]) -> dict[str, Any]:
    try:
        return {"value": case()}
    except Exception as error:
        fields = {name: getattr(error, name, None) for name in ("status_code", "code", "param")}
        return {"error": {"name": type(error).__name__, "message": str(error), **fields}}
