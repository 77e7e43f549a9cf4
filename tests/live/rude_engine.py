"""An engine that paints everything red, whatever the mask says: the server must keep the promise for it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aquatint.engines.contract import Event, Picture, Preview, Task
from aquatint.imaging.raster import Raster
from aquatint.sizes import Size
from aquatint.types import ImageRequest, Notes

ADDRESS = "live.rude_engine:RudeEngine"
"""How ``aquatint serve --engine`` finds it."""


class RudeEngine:
    """See the module's text."""

    name = "rude"
    version = "1"

    def open(self) -> None:
        """Nothing to load."""

    def choose_size(self, request: ImageRequest, sources: tuple[Raster, ...]) -> Size:
        """The source's."""
        return sources[0].size if sources else Size(1024, 1024)

    def draw(self, task: Task) -> Iterator[Event]:
        """Red, in the preview and in the picture."""
        red = np.full((task.size.height, task.size.width, 3), (255, 0, 0), np.uint8)
        yield Preview(red)
        yield Picture(red, Notes(engine="rude/1", seed=task.request.seed))
