"""What server and workers say to each other. Small plain data: pictures travel as paths of spool files.

To a worker::

    Draw        make this picture
    Cancel      never mind

From a worker::

    Ready       the engine is open
    OpenFailed  the engine could not be opened; the worker ends
    Report      one `Update` on a job

Updates of one job, in order: any number of `Progressed` and `PreviewReady`, then exactly one of `Finished`,
`Failed` and `Cancelled`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aquatint.errors import PublicError
from aquatint.types import ImageRequest, Rendered


@dataclass(frozen=True, slots=True)
class Progressed:
    """``step`` of ``steps`` done; ``doing`` names the stage in a word or two."""

    step: int
    steps: int
    doing: str = ""


@dataclass(frozen=True, slots=True)
class PreviewReady:
    """A picture in the making, number ``index`` (from 0) of its job."""

    index: int
    rendered: Rendered


@dataclass(frozen=True, slots=True)
class Finished:
    """The finished picture. Always the last update."""

    rendered: Rendered


@dataclass(frozen=True, slots=True)
class Failed:
    """No picture. ``crash`` is the traceback for the server's log when it is our fault, else None."""

    error: PublicError
    crash: str | None = None


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The job was cancelled and left no file."""


Update = Progressed | PreviewReady | Finished
"""What the caller of a job sees; a failure is raised."""


@dataclass(frozen=True, slots=True)
class Draw:
    """Make one picture. Files are written at paths that start with ``stem``, and nowhere else."""

    job_id: int
    request: ImageRequest
    stem: Path


@dataclass(frozen=True, slots=True)
class Cancel:
    """Stop that job at the next step. A job that has already ended is left alone."""

    job_id: int


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker waits for jobs."""

    engine: str
    version: str


@dataclass(frozen=True, slots=True)
class OpenFailed:
    """The engine could not be opened: ``reason`` in one line, ``crash`` the traceback for the log."""

    reason: str
    crash: str


@dataclass(frozen=True, slots=True)
class Report:
    """News of one job."""

    job_id: int
    update: Update | Failed | Cancelled


ToWorker = Draw | Cancel
FromWorker = Ready | OpenFailed | Report
