"""The shape of a picture in words: "in landscape format", "make it square", "16:9", "1536x1024"."""

from __future__ import annotations

import math
import re

from aquatint.director.rules.words import trimmed

_AREA = 1_400_000
"""Pixels of a picture of which only the proportions are given."""
_BEFORE = r"(?:\b(?:in|as|with|at)\s+(?:an?\s+)?)?(?:\baspect ratio(?: of)?\s+)?"
_NOUN = r"(?:\s+(?:format|orientation|mode|shape|version|size|aspect ratio|ratio|layout))"
_WORDS = (
    (rf"square(?:{_NOUN}|(?=\s*$))", "1024x1024"),
    (rf"landscape{_NOUN}|horizontal(?:{_NOUN}|(?=\s*$))", "1536x1024"),
    (rf"portrait{_NOUN}|(?:vertical|upright)(?:{_NOUN}|(?=\s*$))", "1024x1536"),
    (rf"wide(?:screen)?{_NOUN}|widescreen", "1536x864"),
    (rf"panoram(?:a|ic){_NOUN}", "1792x640"),
)
_PATTERNS = tuple((re.compile(rf"{_BEFORE}\b(?:{words})", re.IGNORECASE), size) for words, size in _WORDS)
_RATIO = re.compile(rf"{_BEFORE}\b(1|2|3|4|5|9|16|21):(1|2|3|4|5|9|16)\b(?! ?[ap]\.?m){_NOUN}?", re.IGNORECASE)
""" "10:30" is a time."""
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|(?<!\w)\'[^\']*\'(?!\w)')
_PIXELS = re.compile(rf"{_BEFORE}\b(\d{{3,4}})\s?x\s?(\d{{3,4}})\b(?:\s+pixels)?", re.IGNORECASE)


_ALONE = re.compile(
    r"(?:please )?(?:(?:make|turn|do|draw|have) (?:it|that|this) |in |as |into )*(?:an? )?"
    r"(?P<shape>square|landscape|portrait|horizontal|vertical|upright|widescreen|panoramic)(?:,? please)?[.!]?",
    re.IGNORECASE,
)
""" "Landscape please": nothing else is said."""
_SHAPES = {"square": "1024x1024", "landscape": "1536x1024", "horizontal": "1536x1024", "widescreen": "1536x864",
           "panoramic": "1792x640"}  # fmt: skip


def shape_of(text: str) -> tuple[str, str]:
    """The size that a text asks for, and the text without that; ("", text) when it asks for none."""
    open_text = _QUOTED.sub(lambda quote: "\0" * len(quote[0]), text)  # what a picture shall say is no wish
    if (match := _PIXELS.search(open_text)) is not None:
        return f"{int(match[1])}x{int(match[2])}", _without(text, match)
    if (match := _ALONE.fullmatch(text.strip())) is not None:
        return _SHAPES.get(match["shape"].casefold(), "1024x1536"), ""
    match = _RATIO.search(open_text)
    if match is not None:
        return _of_ratio(int(match[1]) / int(match[2])), _without(text, match)
    for pattern, size in _PATTERNS:
        if (match := pattern.search(open_text)) is not None:
            return size, _without(text, match)
    return "", text


def _of_ratio(ratio: float) -> str:
    ratio = min(3.0, max(1 / 3, ratio))
    width = math.sqrt(_AREA * ratio)
    return f"{16 * round(width / 16)}x{16 * round(width / ratio / 16)}"


def _without(text: str, match: re.Match[str]) -> str:
    return trimmed(f"{text[: match.start()].rstrip()} {text[match.end() :].lstrip(' ,')}")
