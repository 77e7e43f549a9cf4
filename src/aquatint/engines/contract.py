"""What an engine is: it turns a `Task` into a stream of `Progress`, `Preview` and one `Finish`.

An engine knows no HTTP, no accounts and no money. It lives alone in a worker process, is called from one
thread, and is asked for one picture at a time. Between two events the runtime checks whether the job was
cancelled and closes the generator if so; an engine yields often (at least every 100 ms of work, or once per
scheduler step) so that a cancelled job stops soon.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from aquatint.imaging.frame import Frame
from aquatint.imaging.raster import Pixels, Raster
from aquatint.sizes import Size
from aquatint.types import ImageRequest, Notes


@dataclass(frozen=True, slots=True)
class Task:
    """One picture to make, with its inputs decoded and the size decided."""

    request: ImageRequest
    size: Size
    sources: tuple[Raster, ...] = ()
    frame: Frame | None = None
    """Set for edits, None for generations."""


@dataclass(frozen=True, slots=True)
class Progress:
    """``step`` of ``steps`` done; ``doing`` names the stage in a word or two for a progress bar."""

    step: int
    steps: int
    doing: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """A true intermediate of the picture being made: (H, W, 3 or 4) uint8 sRGB, straight alpha, full size."""

    pixels: Pixels


@dataclass(frozen=True, slots=True)
class Picture:
    """The finished picture, exactly ``task.size``, and what the engine says of it. Always the last event."""

    pixels: Pixels
    notes: Notes


@dataclass(frozen=True, slots=True)
class Film:
    """A finished animation, for ``output_format: gif``: frames as in `Picture`, in a loop. The last event."""

    frames: tuple[Pixels, ...]
    notes: Notes


@dataclass(frozen=True, slots=True)
class Vector:
    """A finished vector drawing, for ``output_format: svg``: an SVG document. Always the last event."""

    svg: str
    transparent: bool
    """Whether the drawing leaves ground uncovered."""
    notes: Notes


Finish = Picture | Film | Vector
Event = Progress | Preview | Finish


class Engine(Protocol):
    """The contract. Constructing an engine is cheap; ``open`` loads what is heavy."""

    name: str
    version: str

    def open(self) -> None:
        """Load art, fonts, weights. Called once in the worker, before the first task."""

    def choose_size(self, request: ImageRequest, sources: tuple[Raster, ...]) -> Size:
        """The size for ``size: auto``: one that ``request.size_rule`` allows, or the first source's."""

    def draw(self, task: Task) -> Iterator[Event]:
        """Make one picture, in the kind that the request's output format wants.

        Raises `aquatint.errors.PublicError` for what the caller should know.
        """
