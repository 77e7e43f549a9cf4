"""``aquatint doctor``: what was found, what was chosen, and why."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from aquatint import __version__, pack
from aquatint.cli.console import say
from aquatint.foundry.catalog import Catalog
from aquatint.settings import Settings, default_data_folder

LIBRARIES = ("skia-python", "numpy", "isal", "uharfbuzz", "pillow", "uvicorn", "fastapi", "tiktoken")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    good: bool
    what: str
    detail: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("--data", type=Path, metavar="DIR", help="data folder of the server")


def run(options: argparse.Namespace) -> int:
    """Print all findings; 1 if one is bad."""
    settings = Settings(data=options.data or default_data_folder(os.environ))
    findings = [finding for check in CHECKS for finding in check(settings)]
    for finding in findings:
        say(f"{'ok ' if finding.good else 'BAD'}  {finding.what:12} {finding.detail}")
    return 0 if all(finding.good for finding in findings) else 1


def _python(settings: Settings) -> Iterator[Finding]:
    found = f"{platform.python_version()} at {sys.executable}, {platform.system()} {platform.machine()}"
    yield Finding(sys.version_info >= (3, 11), "python", found)
    yield Finding(True, "aquatint", f"{__version__} at {Path(pack.__file__).parent}")


def _libraries(settings: Settings) -> Iterator[Finding]:
    found, missing = [], []
    for name in LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    yield Finding(True, "libraries", ", ".join(found))
    if missing:
        yield Finding(
            False, "libraries", f"missing: {', '.join(missing)}. Install: pip install {' '.join(missing)}"
        )


def _pack(settings: Settings) -> Iterator[Finding]:
    try:
        names = pack.names()
    except pack.PackMissing as error:
        yield Finding(False, "art pack", str(error))
        return
    art = sum(name.startswith("art/") for name in names)
    fonts = sum(name.startswith("fonts/") for name in names)
    size = pack.PACK.stat().st_size / 1e6
    yield Finding(True, "art pack", f"{art} drawings, {fonts} fonts, {size:.1f} MB")


def _engine(settings: Settings) -> Iterator[Finding]:
    yield Finding(True, "engine", "composer, because it needs no weights and is the only engine installed")
    yield Finding(True, "workers", f"{settings.workers}, one per core; change it: aquatint serve --workers N")
    models = ", ".join(dict.fromkeys(profile.family for profile in Catalog.load().profiles))
    yield Finding(True, "models", models)


def _data(settings: Settings) -> Iterator[Finding]:
    from aquatint.cli.keys import open_store

    nearest = next(folder for folder in (settings.data, *settings.data.parents) if folder.exists())
    if not os.access(nearest, os.W_OK):
        yield Finding(False, "data", f"{settings.data} cannot be written. Choose another: --data DIR")
        return
    if not settings.keys_file.exists():
        yield Finding(
            True, "keys", f"none in {settings.data}; needed only beyond the loopback: aquatint keys create NAME"
        )
        return
    with open_store(settings.data) as store:
        valid = [key for key in store.list() if key.revoked_at is None]
    yield Finding(True, "keys", f"{len(valid)} valid in {settings.data}")


def _drawing(settings: Settings) -> Iterator[Finding]:
    from aquatint.engines.composer.planner.author import author
    from aquatint.engines.composer.render import render
    from aquatint.sizes import Size

    try:
        scene = author("a red apple on a wooden table", seed=1).scene
        list(render(scene, Size(1024, 1024)))
        started = time.perf_counter()
        list(render(scene, Size(1024, 1024)))
    except Exception as error:
        yield Finding(False, "drawing", f"a test picture failed: {type(error).__name__}: {error}")
        return
    yield Finding(
        True, "drawing", f"a test scene at 1024x1024 took {1000 * (time.perf_counter() - started):.0f} ms"
    )


CHECKS: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
    _python,
    _libraries,
    _pack,
    _engine,
    _data,
    _drawing,
)
