"""Fitting: how large a line can be, where a text breaks, how large a block can be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aquatint.engines.composer.type import bidi
from aquatint.engines.composer.type.breaks import BREAKABLE, splits
from aquatint.engines.composer.type.fonts import Face
from aquatint.engines.composer.type.shape import Ink, shape

STEPS = 18
"""Halvings of the search for the largest size; leaves an error far below a pixel."""
SAFE = 0.998
"""Share of the room that is used: words are measured one by one, and kerning across spaces comes on top."""


@dataclass(frozen=True, slots=True)
class Block:
    """A text broken into lines at a size that fits its room. Lengths in pixels."""

    lines: tuple[str, ...]
    size: float
    leading: float
    """From one baseline to the next."""
    width: float
    height: float
    """From the top of the first line's ink to the bottom of the last one's."""
    first_baseline: float
    """From the top of the block to the first baseline."""
    tracking: float = 0.0
    """In ems."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    width: float
    """In ems."""
    gap: str
    """What stands before it when it does not begin a line: a space, or nothing."""
    gap_width: float


def line_width(text: str, face: Face, size: float, tracking: float = 0.0) -> float:
    """Pixels that a line takes."""
    return shape(text, face, tracking).width * size


def fit_line(text: str, face: Face, max_width: float, max_size: float, tracking: float = 0.0) -> float:
    """The largest type size up to ``max_size`` at which the line is at most ``max_width`` pixels wide."""
    width = shape(text, face, tracking).width
    return min(max_size, max_width / width) if width > 0 else max_size


def wrap(text: str, face: Face, size: float, width: float, tracking: float = 0.0) -> list[str]:
    """Break a text into the fewest lines of at most ``width`` pixels, as even as can be.

    Line breaks in the text stay. A single word that is wider than a line is cut between characters.
    """
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        words = _cut(_split(paragraph, face, tracking), face, tracking, width / size * SAFE)
        broken = _balance(words, width / size * SAFE) if words else [""]
        lines.extend(_directed(line, paragraph) for line in broken)
    return lines


def _directed(line: str, paragraph: str) -> str:
    """The line, marked where it alone would run the other way than its paragraph does."""
    if bidi.is_right_to_left(paragraph) and not bidi.is_right_to_left(line):
        return bidi.RIGHT_TO_LEFT_MARK + line
    return line


def fit_block(
    text: str,
    face: Face,
    box: tuple[float, float],
    max_size: float,
    *,
    leading: float = 1.2,
    tracking: float = 0.0,
    max_lines: int | None = None,
) -> Block:
    """The text as large as a ``box`` of (width, height) pixels allows, up to ``max_size``. Words stay whole.

    ``leading`` is the distance of baselines in ems.
    """
    paragraphs = [_split(paragraph, face, tracking) for paragraph in text.splitlines() or [""]]
    reach = shape(text, face, tracking).ink
    width, height = box

    def fits(size: float) -> bool:
        lines = 0
        for words in paragraphs:
            count = _count_lines(words, width / size * SAFE)
            if count is None:
                return False
            lines += count
        if max_lines is not None and lines > max_lines:
            return False
        return _height(reach, lines, leading) * size <= height

    block = measure_block(text, face, _largest(fits, max_size), width, leading=leading, tracking=tracking)
    if block.width > width or block.height > height:  # kerning across spaces can cost a hair
        size = block.size * min(width / block.width, height / block.height)
        block = measure_block(text, face, size, width, leading=leading, tracking=tracking)
    return block


def measure_block(
    text: str, face: Face, size: float, width: float, *, leading: float = 1.2, tracking: float = 0.0
) -> Block:
    """The text wrapped to ``width`` pixels at a given size; as tall as it gets."""
    lines = tuple(wrap(text, face, size, width, tracking))
    shaped = [shape(line, face, tracking) for line in lines]
    widest = max(line.width for line in shaped) * size
    top, bottom = -shaped[0].ink.top * size, shaped[-1].ink.bottom * size
    height = top + bottom + (len(lines) - 1) * leading * size
    return Block(lines, size, leading * size, widest, height, top, tracking)


def _height(reach: Ink, lines: int, leading: float) -> float:
    return reach.bottom - reach.top + (lines - 1) * leading


def _largest(fits: Callable[[float], bool], limit: float) -> float:
    if fits(limit):
        return limit
    low, high = 0.0, limit
    for _ in range(STEPS):
        middle = (low + high) / 2
        if fits(middle):
            low = middle
        else:
            high = middle
    return max(low, limit / 2.0**STEPS)


def _split(paragraph: str, face: Face, tracking: float) -> list[_Word]:
    words: list[_Word] = []
    begin, gap = 0, ""
    for cut in BREAKABLE.finditer(paragraph):
        if cut.start() > begin:
            words.append(_word(paragraph[begin : cut.start()], gap, face, tracking))
        begin, gap = cut.end(), cut.group()
    if begin < len(paragraph):
        words.append(_word(paragraph[begin:], gap, face, tracking))
    return words


def _word(text: str, gap: str, face: Face, tracking: float) -> _Word:
    gap_width = shape(gap, face).advance + tracking * (len(gap) + 1)
    return _Word(text, shape(text, face, tracking).width, gap, gap_width)


def _count_lines(words: list[_Word], width: float) -> int | None:
    """How many lines of ``width`` ems the words fill; None when one word is too wide."""
    lines, used = 0, width + 1
    for word in words:
        if word.width > width:
            return None
        used += word.gap_width + word.width
        if used > width:
            lines, used = lines + 1, word.width
    return max(1, lines)


def _cut(words: list[_Word], face: Face, tracking: float, width: float) -> list[_Word]:
    """The same words, those wider than a line in pieces."""
    pieces: list[_Word] = []
    for word in words:
        rest, gap = word, word.gap
        while rest.width > width and len(rest.text) > 1:
            keep = len(rest.text) - 1
            while keep > 1 and (
                not splits(rest.text, keep) or shape(rest.text[:keep], face, tracking).width > width
            ):
                keep -= 1
            pieces.append(_word(rest.text[:keep], gap, face, tracking))
            rest, gap = _word(rest.text[keep:], "", face, tracking), ""
        pieces.append(_word(rest.text, gap, face, tracking))
    return pieces


def _balance(words: list[_Word], width: float) -> list[str]:
    """Break into the fewest lines, and among those ways take the one with the least uneven lines."""
    count = len(words)
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)] * (count + 1)
    for end in range(1, count + 1):
        line = words[end - 1].width
        options: list[tuple[int, float, int]] = []
        for begin in range(end - 1, -1, -1):
            if line > width and options:
                break
            lines, cost, _ = best[begin]
            options.append((lines + 1, cost + (width - line) ** 2, begin))
            line += words[begin].gap_width + words[begin - 1].width
        best[end] = min(options)
    return _join(words, best)


def _join(words: list[_Word], best: list[tuple[int, float, int]]) -> list[str]:
    lines: list[str] = []
    end = len(words)
    while end:
        begin = best[end][2]
        line = "".join(word.gap + word.text for word in words[begin:end])
        lines.append(line[len(words[begin].gap) :])
        end = begin
    return lines[::-1]
