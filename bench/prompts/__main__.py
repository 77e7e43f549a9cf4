"""python -m bench.prompts [--misses]: figures of tuned and held-out prompts; the failures of the tuned ones."""

from __future__ import annotations

import sys

from bench.prompts.report import main

if __name__ == "__main__":
    main(misses="--misses" in sys.argv[1:])
