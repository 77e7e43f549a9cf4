"""Run all benches, or those named: python -m bench [png] [composer] [reply] [overhead] [prompts] [responses]."""

from __future__ import annotations

import importlib
import sys

BENCHES = ("png", "composer", "reply", "overhead", "prompts", "responses")


def main() -> None:
    """Import and run."""
    for name in sys.argv[1:] or BENCHES:
        importlib.import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()
