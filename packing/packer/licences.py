"""Licence texts, taken from the packages themselves or, where one has none, from the SPDX list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from packer.modules import Module

SPDX = "spdx-license-list"
FILES = ("LICENSE", "LICENSE.md", "LICENSE.txt", "license")


def licences(modules: dict[str, Module]) -> dict[str, bytes]:
    """Member name to text, one per package whose contents are in the pack."""
    spdx = modules[SPDX]
    packed = (module for module in modules.values() if module is not spdx)
    return {f"licences/{module.slug}.txt": licence(module, spdx).encode() for module in packed}


def licence(module: Module, spdx: Module) -> str:
    """Name, version, origin and full licence text of a package."""
    heading = f"{module.name} {module.version}\n{module.licence}\n{_origin(module)}\n\n"
    own = next((module.folder / name for name in FILES if (module.folder / name).exists()), None)
    return heading + (_read(own) if own else spdx.json(f"licenses/{module.licence}.json")["licenseText"])


def _origin(module: Module) -> str:
    facts: dict[str, Any] = module.json("package.json")
    source = facts.get("repository", "")
    address = source.get("url", "") if isinstance(source, dict) else source
    info = module.folder / "info.json"
    if info.exists():  # an icon set names its artists apart from the packager
        author = module.json("info.json")["author"]
        return f"{author['name']}, {author['url']}; packaged by {address}"
    return str(address)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
