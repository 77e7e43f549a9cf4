"""An engine that can be kept from opening, for worker processes that find this folder on their path."""

from __future__ import annotations

from pathlib import Path

from aquatint.engines.fake import FakeEngine


class MoodyEngine(FakeEngine):
    """Opens only while the file ``sulk`` does not exist in the working folder."""

    name = "moody"

    def open(self) -> None:
        if Path("sulk").exists():
            raise RuntimeError("not today")
