"""Sixel graphics: pictures as DEC's terminals drew them, six rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import numpy as np
import numpy.typing as npt
from PIL import Image

COLOURS = 128


def encode(picture: Image.Image) -> str:
    """An RGB picture as a sixel sequence."""
    indexed = picture.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT)
    places = np.array(indexed)
    palette = np.array(indexed.getpalette() or [], np.int32)[: 3 * COLOURS].reshape(-1, 3)
    height, width = places.shape
    colours = "".join(
        f"#{i};2;{r * 100 // 255};{g * 100 // 255};{b * 100 // 255}" for i, (r, g, b) in enumerate(palette)
    )
    bands = "-".join(_band(places[top : top + 6]) for top in range(0, height, 6))
    return f'\x1bPq"1;1;{width};{height}{colours}{bands}\x1b\\'


def _band(rows: npt.NDArray[np.uint8]) -> str:
    return "$".join(_lines(rows))


def _lines(rows: npt.NDArray[np.uint8]) -> Iterator[str]:
    """One line for each colour of a band: which of six pixels have it, column by column."""
    bits = (1 << np.arange(len(rows), dtype=np.int32))[:, None]
    for colour in np.unique(rows):
        columns = ((rows == colour) * bits).sum(axis=0)
        yield f"#{colour}" + "".join(
            _run(int(value), len(list(same))) for value, same in groupby(columns.tolist())
        )


def _run(value: int, count: int) -> str:
    sign = chr(63 + value)
    return f"!{count}{sign}" if count > 3 else sign * count
