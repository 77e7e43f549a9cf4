"""The pack: third-party art, fonts and word tables, packed at build time into one file beside this module."""

from __future__ import annotations

import functools
import zipfile
from pathlib import Path

PACK = Path(__file__).with_name("pack.zip")


class PackMissing(RuntimeError):
    """This installation has no pack."""

    def __init__(self) -> None:
        super().__init__(f"The art pack {PACK.name} is missing from this installation. Make it: make pack")


@functools.cache
def _archive() -> zipfile.ZipFile:
    if not PACK.exists():
        raise PackMissing
    return zipfile.ZipFile(PACK)


def read(name: str) -> bytes:
    """One member of the pack. Raises `PackMissing`, or KeyError for an unknown name."""
    return _archive().read(name)


@functools.cache
def names() -> frozenset[str]:
    """All members of the pack."""
    return frozenset(_archive().namelist())
