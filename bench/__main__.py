"""Run all benches, or those named, as in: python -m bench png composer styles."""

from __future__ import annotations

import importlib
import sys

BENCHES = ("png", "composer", "styles", "reply", "overhead", "prompts", "responses")


def main() -> None:
    """Import and run."""
    for name in sys.argv[1:] or BENCHES:
        importlib.import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()
