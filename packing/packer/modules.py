"""The installed npm packages: where they are, and what they say of themselves."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class ModulesMissing(RuntimeError):
    """The npm packages are not installed, or not in the versions that package.json asks for."""


@dataclass(frozen=True, slots=True)
class Module:
    """One installed npm package."""

    name: str
    version: str
    licence: str
    folder: Path

    @property
    def slug(self) -> str:
        """The name as part of a file name: "@fontsource/inter" is "fontsource-inter"."""
        return self.name.removeprefix("@").replace("/", "-")

    def json(self, path: str) -> Any:
        """One of its JSON files."""
        return json.loads((self.folder / path).read_text(encoding="utf-8"))


def load_modules(root: Path) -> dict[str, Module]:
    """The dependencies of ``root / "package.json"`` by name. Raises `ModulesMissing`."""
    wanted = json.loads((root / "package.json").read_text(encoding="utf-8"))["dependencies"]
    return {name: _load(root / "node_modules" / name, name, version) for name, version in wanted.items()}


def _load(folder: Path, name: str, version: str) -> Module:
    manifest = folder / "package.json"
    if not manifest.exists():
        raise ModulesMissing(
            f"The npm package {name} {version} is not installed. Run: npm install --ignore-scripts"
        )
    facts = json.loads(manifest.read_text(encoding="utf-8"))
    if facts["version"] != version:
        raise ModulesMissing(f"{name} is {facts['version']}, not {version}. Run: npm install --ignore-scripts")
    return Module(name, version, facts["license"], folder)
