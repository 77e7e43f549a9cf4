"""Build hook: a wheel without its art is no wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACK = Path("src/aquatint/pack.zip")


class PackedArt(BuildHookInterface):  # type: ignore[type-arg]
    """Refuse to build a wheel when the art pack has not been made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before each build."""
        if version == "standard" and not (Path(self.root) / PACK).exists():
            raise FileNotFoundError(f"{PACK} is missing. Make it first: make pack")
