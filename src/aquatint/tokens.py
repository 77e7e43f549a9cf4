"""How many tokens a request costs: pure arithmetic over sizes, and a counter for text.

Pictures
    Two families count in different ways; a profile names its grid in ``foundry/catalog.toml``.
    `AreaGrid` is gpt-image-2 and 2.5, `RowGrid` is the gpt-image-1 family.
Text
    OpenAI has not published which encoding its image models read. We count with o200k_base, the encoding of its
    chat models of the same years: our choice, stated here and in the contract. The ranks come from outside.
"""

from __future__ import annotations

import base64
import binascii
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import tiktoken

from aquatint.sizes import Size

Fidelity = Literal["low", "high"]

PARTIAL_IMAGE_TOKENS = 100
"""Image output tokens for each partial image that is sent. Source: OpenAI's image generation guide."""


class TokenGrid(Protocol):
    """How one family of models turns pictures into tokens."""

    def picture(self, quality: str, size: Size) -> int:
        """Output tokens of one finished picture. Raises KeyError for a quality that the family lacks."""

    def source(self, size: Size, fidelity: Fidelity | None) -> int:
        """Input tokens of one source picture; ``fidelity`` None means the family's own."""


def output_tokens(grid: TokenGrid, quality: str, size: Size, partial_images: int = 0) -> int:
    """Image output tokens of one picture and of the partial images sent before it."""
    return grid.picture(quality, size) + PARTIAL_IMAGE_TOKENS * partial_images


def input_image_tokens(grid: TokenGrid, size: Size, fidelity: Fidelity | None = None) -> int:
    """Image input tokens of one source picture, by its decoded size."""
    return grid.source(size, fidelity)


@dataclass(frozen=True, slots=True)
class AreaGrid:
    """gpt-image-2 and 2.5: a grid of the picture's shape, weighed by its area.

    ``long_side`` gives, per quality, the cells along the longer side.
    """

    long_side: Mapping[str, int]

    def picture(self, quality: str, size: Size) -> int:
        """The formula of the calculator on OpenAI's image generation guide.

        The order of the two divisions and the rounding of halves to even are the calculator's; another order
        gives another count for 10 of the 145,730 pairs of legal size and grid. The guide defines it for legal
        sizes; a slimmer picture counts at least one row.
        """
        cells = self.long_side[quality]
        long, short = max(size.width, size.height), min(size.width, size.height)
        rows = max(1, round(cells / (long / short)))
        return -(-cells * rows * (2_000_000 + size.pixels) // 4_000_000)

    def source(self, size: Size, fidelity: Fidelity | None) -> int:
        """Patches of 32 pixels, 1536 at most; ``fidelity`` has no influence (these models always use high).

        OpenAI has published no formula. This one agrees with the four `usage` figures that others have
        measured: a longer side below 1024 counts as 1024, and a picture of too many patches shrinks until a
        whole number of them fits, as in OpenAI's guide to vision.
        """
        long, short = max(size.width, size.height), min(size.width, size.height)
        if long < 1024:
            return 32 * _ceil(32 * short, long)
        patches = _ceil(size.width, 32) * _ceil(size.height, 32)
        return patches if patches <= 1536 else _shrunk_patches(size)


def _shrunk_patches(size: Size) -> int:
    """Patches after the shrink to 1536: one side becomes whole, the other follows. In integers, so exact."""
    columns = math.isqrt(1536 * size.width // size.height)
    rows = math.isqrt(1536 * size.height // size.width)
    if columns * size.height <= rows * size.width:
        return max(1, columns) * _ceil(max(1, columns) * size.height, size.width)
    return max(1, rows) * _ceil(max(1, rows) * size.width, size.height)


@dataclass(frozen=True, slots=True)
class RowGrid:
    """The gpt-image-1 family: rows of square cells, one token for each cell and one for each end of row.

    ``cell`` gives, per quality, a cell's side in pixels. OpenAI publishes a table of nine counts, not this
    rule; the rule is our reading of it, equal in all nine places, and it answers for every other size too (an
    edit may come back at its source's size).
    """

    cell: Mapping[str, int]

    def picture(self, quality: str, size: Size) -> int:
        """Output tokens: 16 x (16 + 1) = 272 for a square of 1024 in cells of 64."""
        side = self.cell[quality]
        return _ceil(size.height, side) * (_ceil(size.width, side) + 1)

    def source(self, size: Size, fidelity: Fidelity | None) -> int:
        """65 tokens, 129 for each tile of 512 pixels, and more at high fidelity. None counts as low.

        Source: OpenAI's guide to images and vision. The picture is first scaled down into a box of 2048, then
        until its shorter side is 512. That the longer side is then rounded down is a measurement of others
        (1025x1024 is one tile, 513x512 is two). At high fidelity a square costs 4160 more, a picture "closer to
        portrait or landscape" 6240; we take that as closer to 2:3 or 3:2 than to 1:1.
        """
        tokens = 65 + 129 * _tiles(size)
        return tokens + _high_fidelity(size) if fidelity == "high" else tokens


def _tiles(size: Size) -> int:
    """Tiles of 512 after the shrink. The shorter side always fits one, so only the longer side counts."""
    long, short = max(size.width, size.height), min(size.width, size.height)
    still_above_512_in_the_box = short > 512 and short * 2048 > long * 512
    longer = long * 512 // short if still_above_512_in_the_box else min(long, 2048)
    return _ceil(longer, 512)


def _high_fidelity(size: Size) -> int:
    # Halfway between 1:1 and 3:2, as factors: the square root of 1.5.
    long, short = max(size.width, size.height), min(size.width, size.height)
    return 4160 if 2 * long**2 < 3 * short**2 else 6240


def _ceil(number: int, divisor: int) -> int:
    return -(-number // divisor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Tokens of one picture or, added up, of one reply."""

    input_text: int = 0
    input_image: int = 0
    output_image: int = 0

    @property
    def input(self) -> int:
        """Text and image tokens that went in."""
        return self.input_text + self.input_image

    @property
    def total(self) -> int:
        """All tokens, in and out."""
        return self.input + self.output_image

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            input_text=self.input_text + other.input_text,
            input_image=self.input_image + other.input_image,
            output_image=self.output_image + other.output_image,
        )

    def as_event(self) -> dict[str, Any]:
        """``usage`` of a ``completed`` event of the Images API."""
        return {
            "input_tokens": self.input,
            "input_tokens_details": {"image_tokens": self.input_image, "text_tokens": self.input_text},
            "output_tokens": self.output_image,
            "total_tokens": self.total,
        }

    def as_reply(self) -> dict[str, Any]:
        """``usage`` of a reply of the Images API: the event's fields and how the output splits up."""
        return {
            **self.as_event(),
            "output_tokens_details": {"image_tokens": self.output_image, "text_tokens": 0},
        }


class RanksInvalid(ValueError):
    """A file of ranks that cannot be read."""


def parse_ranks(data: bytes) -> dict[bytes, int]:
    """Merge ranks from the usual file: one line a token, its bytes in base64, a blank, its rank.

    Raises `RanksInvalid` for a line of another form, and when a single byte has no rank (no text could be
    counted without it).
    """
    ranks: dict[bytes, int] = {}
    for number, line in enumerate(data.splitlines(), start=1):
        token, _, rank = line.partition(b" ")
        try:
            ranks[base64.b64decode(token, validate=True)] = int(rank)
        except (binascii.Error, ValueError) as trouble:
            raise RanksInvalid(f"line {number} of the ranks is not 'base64 rank'") from trouble
    missing = sum(bytes([value]) not in ranks for value in range(256))
    if missing:
        raise RanksInvalid(f"{missing} of the 256 single bytes have no rank")
    return ranks


def _o200k_pattern() -> str:
    """How o200k_base cuts a text before merging: words (with at most one leading sign), numbers, signs, blanks."""
    upper = r"\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}"
    lower = r"\p{Ll}\p{Lm}\p{Lo}\p{M}"
    lead = r"[^\r\n\p{L}\p{N}]?"
    ending = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
    words = [f"{lead}[{upper}]*[{lower}]+{ending}", f"{lead}[{upper}]+[{lower}]*{ending}"]
    others = [r"\p{N}{1,3}", r" ?[^\s\p{L}\p{N}]+[\r\n/]*", r"\s*[\r\n]+", r"\s+(?!\S)", r"\s+"]
    return "|".join(words + others)


class TextCounter:
    """Counts text tokens with o200k_base. Building one takes the whole table of ranks: build it once.

    Safe to share between threads.
    """

    def __init__(self, ranks: Mapping[bytes, int]) -> None:
        self._encoding = tiktoken.Encoding(
            "o200k_base", pat_str=_o200k_pattern(), mergeable_ranks=dict(ranks), special_tokens={}
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> TextCounter:
        """A counter from the contents of a ranks file. Raises `RanksInvalid`."""
        return cls(parse_ranks(data))

    def count(self, text: str) -> int:
        """Tokens of a text. Names of special tokens in it are plain text."""
        return len(self._encoding.encode_ordinary(text))
