"""Cutting a text into words, numbers, quoted passages and marks. Quoted passages stay exactly as they are."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from typing import Literal, NamedTuple, cast

from aquatint.engines.composer.lexicon.vocabulary import fold

TokenKind = Literal["word", "number", "quote", "mark", "other"]


class Token(NamedTuple):
    """A piece of the text: ``text[start:end]``, except that a quote's text lacks its quotation marks."""

    kind: TokenKind
    text: str
    folded: str
    """The form under which it is looked up; "" for quotes."""
    start: int
    end: int
    joined: bool = False
    """Whether a hyphen ties it to the token before."""


# Letters and the marks that belong to them (accents, vowel signs of Indic, Thai, Arabic and Hebrew writing).
_LETTERS = r"(?:[^\W_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e00-\u0eff\u200c\u200d])"
_SIGN = r"[^\s\u200b-\u200f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]"
# Colours as in CSS; words with inner apostrophes; numbers with separators, ordinals and units; line breaks and
# punctuation; any other visible character (emoji, signs) by itself, without selectors and skin tones after it, or
# several that a joiner ties to one.
_PIECES = re.compile(
    r"(?P<colour>#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?![0-9a-zA-Z]))"
    r"|(?P<number>\d+(?:[.,:/]\d+)*[^\W\d_]{0,4}%?(?![^\W_]))"
    rf"|(?P<word>{_LETTERS}+(?:['’]{_LETTERS}+)*['’]?)"
    r"|(?P<mark>\n+|[.,;:!?()\[\]{}/|&+=–—…_*#~<>\\-])"
    rf"|(?P<other>{_SIGN}(?:[\ufe0f\U0001f3fb-\U0001f3ff]*\u200d{_SIGN})*)"
)
_CLOSERS = {
    '"': '"',
    "“": "”",
    "”": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "'": "'",
    "`": "`",
    "「": "」",
    "『": "』",
}
_SINGLE = frozenset("'‘`")
QUOTE_LIMIT = 2000
"""Longest passage that counts as quoted; a stray quotation mark must not swallow the rest of the text."""


def _opens(text: str, at: int) -> bool:
    """Whether the mark can open a passage: after a space or bracket, before something visible."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if text[at] in _SINGLE:
        return not before.isalnum() and not after.isspace()
    return not after.isspace() or not before.isalnum()


def _closes(text: str, at: int) -> bool:
    """Whether a single mark can close a passage: it is not an apostrophe inside a word."""
    after = text[at + 1] if at + 1 < len(text) else " "
    return not after.isalnum() and not text[at - 1].isspace()


def _closing_places(text: str) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for found in re.finditer("[\"“”„«»‘’'`「」『』]", text):
        mark, at = found.group(), found.start()
        if mark not in "'’" or _closes(text, at):
            places.setdefault(mark, []).append(at)
    return places


def _quotes(text: str) -> list[tuple[int, int]]:
    """Spans of quoted passages including their marks, left to right, not nested."""
    closing = _closing_places(text)
    spans: list[tuple[int, int]] = []
    at = 0
    for found in re.finditer("[\"“„«»‘'`”「『]", text):
        start = found.start()
        if start < at or not _opens(text, start):
            continue
        ends = [places[i] for c in _CLOSERS[found.group()] if (places := closing.get(c, []))
                and (i := bisect_left(places, start + 2)) < len(places)]  # fmt: skip
        end = min(ends, default=-1)
        if end != -1 and end - start <= QUOTE_LIMIT and text[start + 1 : end].strip():
            spans.append((start, end + 1))
            at = end + 1
    return spans


def _count_once_more(tokens: list[Token], end: int) -> None:
    """The emoji that was read last stands there again, up to ``end``: three apples in a row are "3 apples"."""
    sign = tokens[-1]._replace(end=end)
    told = len(tokens) > 1 and tokens[-2].kind == "number" and tokens[-2].end == tokens[-2].start
    count = str(int(tokens[-2].text) + 1 if told else 2)
    tokens[-2 if told else -1 :] = [Token("number", count, count, sign.start, sign.start), sign]


def _plain(text: str, start: int, end: int) -> list[Token]:
    tokens: list[Token] = []
    for found in _PIECES.finditer(text, start, end):
        kind = "word" if found.lastgroup == "colour" else found.lastgroup
        piece = found.group()
        if kind == "mark" and piece == "-":
            inside = start < found.start() and found.end() < end
            before = text[found.start() - 1] if inside else ""
            if inside and (before.isalnum() or before in "'’") and text[found.end()].isalnum():
                continue
        if kind == "other" and tokens and tokens[-1].kind == "other":
            if piece == tokens[-1].text and unicodedata.category(piece[0]) == "So":
                _count_once_more(tokens, found.end())
                continue
            tokens.append(Token("mark", ",", ",", found.start(), found.start()))  # emoji in a row are a list
        tied = bool(tokens) and tokens[-1].end == found.start() - 1 and text[found.start() - 1] == "-"
        tokens.append(Token(cast(TokenKind, kind), piece, fold(piece), found.start(), found.end(), tied))
    return tokens


def tokenise(text: str) -> list[Token]:
    """The tokens of a text, in order. Linear in its length."""
    tokens: list[Token] = []
    at = 0
    for start, end in _quotes(text):
        tokens += _plain(text, at, start)
        tokens.append(Token("quote", text[start + 1 : end - 1].strip(), "", start, end))
        at = end
    return tokens + _plain(text, at, len(text))
