"""Pictures without worker processes, for the command line, where a cold start counts."""

from __future__ import annotations

from collections.abc import Generator

from aquatint.engines.contract import Engine
from aquatint.runtime.job import perform
from aquatint.runtime.messages import Update
from aquatint.spool import Spool, discard
from aquatint.types import ImageRequest


def run_inline(engine: Engine, request: ImageRequest, spool: Spool) -> Generator[Update, None, None]:
    """Make one picture in this process; the last update is `Finished`.

    ``engine`` must be open. Files lie in ``spool`` and belong to the caller once yielded. Closing the generator
    cancels. Raises `PublicError`.
    """
    stem = spool.new()
    try:
        yield from perform(engine, request, stem)
    finally:
        discard(stem)
