"""Make src/aquatint/pack.zip from the installed npm packages: ``python packing/make_pack.py``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tqdm import tqdm

from packer import drawings, fonts, licences, ranks, slices
from packer.archive import write_archive
from packer.modules import Module, ModulesMissing, load_modules

ROOT = Path(__file__).resolve().parent.parent
PACK = ROOT / "src/aquatint/pack.zip"
INDEX = "index.json"


def contents(modules: dict[str, Module]) -> Iterator[tuple[str, bytes]]:
    """Every member of the pack: name and bytes, the index last."""
    boxes: dict[str, list[float]] = {}
    noto = modules[drawings.PACKAGE]
    for name, svg, box in drawings.drawings(noto):
        boxes[name] = [round(edge, 2) for edge in box]
        yield f"art/{drawings.SET}/{name}.svg", svg.encode()
    yield from fonts.fonts(modules)
    yield from slices.slices(modules)
    yield ranks.MEMBER, ranks.ranks(modules[ranks.PACKAGE])
    yield from licences.licences(modules).items()
    other_names = {other: name for other, name in drawings.aliases(noto).items() if name in boxes}
    index = {"art": {drawings.SET: boxes}, "aliases": {drawings.SET: other_names}}
    yield INDEX, json.dumps(index, separators=(",", ":"), sort_keys=True).encode()


def make_pack(root: Path, target: Path) -> int:
    """Write the pack and return its size in bytes. Raises `ModulesMissing`."""
    modules = load_modules(root)
    total = (
        drawings.count(modules[drawings.PACKAGE]) + len(fonts.faces()) + slices.count(modules) + len(modules) + 1
    )
    write_archive(
        target, dict(tqdm(contents(modules), "Packing art", total, unit=" files", leave=False, disable=None))
    )
    return target.stat().st_size


def main() -> int:
    """Make the pack, say how large it is, and return the exit status."""
    try:
        size = make_pack(ROOT, PACK)
    except ModulesMissing as missing:
        print(missing, file=sys.stderr)
        return 1
    print(f"{PACK.relative_to(ROOT)}  {size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
