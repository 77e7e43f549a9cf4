"""The nouns that every room shares. No HTTP, no pixels, no accounts: plain data that can be pickled.

ImageOrder    what one API call asked for: a request and how many pictures of it, streamed or not
ImageRequest  one picture to make, fully validated
Source        one input picture, still encoded, in a spool file
Notes         what an engine says about the picture it made
Rendered      one finished picture, encoded, in a spool file
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from aquatint.sizes import Size, SizeRule

Operation = Literal["generate", "edit"]
Quality = Literal["low", "medium", "high", "xhigh", "max"]
Background = Literal["auto", "transparent", "opaque"]
OutputFormat = Literal["png", "jpeg", "webp", "gif", "svg"]
Complexity = Literal["low", "medium", "high"]
SvgText = Literal["text", "outlines"]
Moderation = Literal["auto", "low"]

SEED_LIMIT = 2**32
"""Seeds are integers in ``0 <= seed < SEED_LIMIT``."""
PROMPT_LIMIT = 32_000
"""Characters of a prompt or an instruction. Source: the reference of OpenAI's Image API."""


@dataclass(frozen=True, slots=True)
class Source:
    """One input picture (or mask) as it came: encoded bytes in a spool file, not yet decoded.

    ``label`` is how error texts name it: "image 3", "mask".
    """

    path: Path
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Animation:
    """How a GIF moves: a loop of so many pictures (2..16), each shown for so many milliseconds (10..655,350)."""

    frame_count: int
    frame_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageRequest:
    """One picture to make. Every field is valid; None and "auto" mean that the engine chooses."""

    operation: Operation
    prompt: str
    quality: Quality
    size_rule: SizeRule
    seed: int
    size: Size | None = None
    """Exact size of the picture in pixels; None lets the engine choose one that ``size_rule`` allows."""
    background: Background = "auto"
    output_format: OutputFormat = "png"
    output_compression: int = 100
    """0..100, only for jpeg and webp: the encoder's quality."""
    animation: Animation | None = None
    """Set for gif, None for every other format."""
    svg_text: SvgText = "outlines"
    """Whether words in an SVG stay text or become outlines that look the same everywhere; only for svg."""
    complexity: Complexity | None = None
    """How much goes into planning the picture; None leaves it to the engine."""
    moderation: Moderation = "auto"
    sources: tuple[Source, ...] = ()
    mask: Source | None = None
    """PNG with alpha, the size of the first source; alpha 0 marks what may change."""
    input_fidelity: Literal["low", "high"] | None = None
    """How closely to follow the sources, on profiles that have the choice; it also decides their tokens."""
    draft: dict[str, Any] | None = None
    """What an author thought out for the prompt, unchecked; engines that cannot use it read the prompt."""
    partial_images: int = 0
    """How many intermediate pictures the caller wants to see, 0..3."""
    want_plan: bool = False
    """Whether ``Notes.plan`` goes into the reply (it goes into the picture's metadata anyway)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageOrder:
    """What one API call asked for."""

    request: ImageRequest
    model: str
    n: int = 1
    stream: bool = False
    safety_identifier: str | None = None

    def requests(self) -> list[ImageRequest]:
        """One request per picture. Picture ``i`` has seed ``seed + i``, so that it can be made again."""
        first = self.request
        return [replace(first, seed=(first.seed + i) % SEED_LIMIT) for i in range(self.n)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What an engine says of the picture it made. Never a pretence.

    ``undrawn``: content words of the prompt that did not reach the picture; ``approximated``: words drawn as
    their kind (an unknown fish as a fish); ``plan``: JSON-ready description from which the engine can draw it
    again, or None.
    """

    engine: str
    seed: int
    drawn: tuple[str, ...] = ()
    approximated: tuple[str, ...] = ()
    undrawn: tuple[str, ...] = ()
    plan: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """One encoded picture in a spool file. The receiver owns the file and removes it."""

    path: Path
    byte_count: int
    size: Size
    background: Literal["transparent", "opaque"]
    output_format: OutputFormat
    notes: Notes | None = None
    """None on partial pictures."""
    source_sizes: tuple[Size, ...] = field(default=())
    """Decoded sizes of the input pictures, in order, for metering."""
