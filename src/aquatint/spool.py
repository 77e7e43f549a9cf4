"""The spool: a folder of short-lived files through which pictures travel between processes.

Uploads are written here as they arrive, workers read them and write finished pictures here, the server streams
those out and removes them. So no process holds a whole picture's bytes longer than it works on them.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


class Spool:
    """A private folder of temporary files. Whoever received a path owns the file and removes it."""

    def __init__(self, parent: Path | None = None) -> None:
        if parent is not None:
            parent.mkdir(parents=True, exist_ok=True)
        self.folder = Path(tempfile.mkdtemp(prefix="aquatint-", dir=parent))

    def new(self, suffix: str = "") -> Path:
        """The path of a new empty file, readable by this user only."""
        handle, name = tempfile.mkstemp(suffix=suffix, dir=self.folder)
        os.close(handle)
        return Path(name)

    def close(self) -> None:
        """Remove the folder and all that is left in it."""
        shutil.rmtree(self.folder, ignore_errors=True)


def discard(*paths: Path) -> None:
    """Remove spool files that are no longer wanted; missing ones are fine."""
    for path in paths:
        path.unlink(missing_ok=True)
