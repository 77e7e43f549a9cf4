"""How commands speak: results on standard output, troubles and progress on standard error."""

from __future__ import annotations

import sys
from types import TracebackType

from tqdm import tqdm


class Failure(Exception):
    """A command cannot go on. The message says what happened, why, and what to type next."""


def say(text: str = "") -> None:
    """A line of the result."""
    print(text, flush=True)


def fail(message: str, *, code: int = 1) -> int:
    """One clear line about what went wrong; returns the exit code."""
    print(f"aquatint: {message}", file=sys.stderr, flush=True)
    return code


class Bar:
    """A progress bar that appears only when the work takes more than a second."""

    def __init__(self, title: str) -> None:
        self._bar = tqdm(
            total=None,
            desc=title,
            delay=1.0,
            leave=False,
            bar_format="{desc} {bar} {postfix}",
            file=sys.stderr,
            disable=None,
        )

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.close()

    def show(self, step: int, steps: int, doing: str) -> None:
        """``step`` of ``steps`` are done; the engine is at ``doing``."""
        self._bar.total = steps
        self._bar.n = step
        self._bar.set_postfix_str(doing, refresh=False)
        self._bar.update(0)
