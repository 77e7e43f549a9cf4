"""What the body readers hand to the parameter walk: names and raw values, pictures already in spool files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from aquatint.spool import discard

Dialect = Literal["json", "form"]
Endpoint = Literal["generations", "edits"]


@dataclass(frozen=True, slots=True)
class Link:
    """A picture that still has to be fetched from ``url``; ``param`` names the parameter in errors."""

    url: str
    param: str


@dataclass(frozen=True, slots=True)
class FileId:
    """A picture that was uploaded before; ``param`` names the parameter in errors."""

    id: str
    param: str


Picture = Path | Link | FileId
"""One input picture of a call: a spool file, or a link or an uploaded file to fetch into one."""


@dataclass(slots=True)
class DataPicture:
    """A picture that came as a data URL: its spool file, or why it is none."""

    path: Path
    length: int = 0
    """Characters of the data URL."""
    problem: tuple[str, str] | None = None
    """Error code and text, when the data URL cannot be read."""


@dataclass(slots=True)
class Fields:
    """One body, read but not judged. Whoever holds it owns the files and calls ``discard`` when giving up."""

    dialect: Dialect
    values: dict[str, object] = field(default_factory=dict)
    """JSON values, or strings in a form. Keys in the order they came."""
    images: list[Path] = field(default_factory=list)
    """Pictures of a form, in order."""
    mask: Path | None = None
    """The mask of a form."""
    data_pictures: list[DataPicture] = field(default_factory=list)
    """Data URLs of a JSON body; the string ``data:3`` in ``values`` stands for number 3."""

    def files(self) -> list[Path]:
        """Every spool file that this body filled."""
        masks = [self.mask] if self.mask is not None else []
        return [*self.images, *masks, *(picture.path for picture in self.data_pictures)]

    def discard(self) -> None:
        """Remove the files."""
        discard(*self.files())
