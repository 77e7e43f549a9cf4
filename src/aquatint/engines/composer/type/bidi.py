"""Writing direction: embedding levels of a line, and runs in the order in which they are seen.

The implicit part of the Unicode Bidirectional Algorithm (UAX #9): rules P2-P3, W1-W7, N1-N2, I1-I2, L1-L2.
Explicit embeddings and isolates are ignored; the marks U+200E and U+200F work, as they are strong characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TypeVar

RIGHT_TO_LEFT = frozenset({"R", "AL"})
STRONG = frozenset({"L", "R", "AL"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_AN_LIKE_R = frozenset({"R", "EN", "AN"})
RIGHT_TO_LEFT_MARK = "\u200f"

Run = TypeVar("Run")


def has_right_to_left(text: str) -> bool:
    """Whether any character runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(c) in RIGHT_TO_LEFT for c in text)


def is_right_to_left(text: str) -> bool:
    """Whether the line as a whole runs from right to left: its first strong character does."""
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in STRONG), "L")
    return first in RIGHT_TO_LEFT


def levels(text: str) -> list[int]:
    """The embedding level of each character: even ones run to the right, odd ones to the left."""
    base = int(is_right_to_left(text))
    kinds = _weak([unicodedata.bidirectional(c) or "L" for c in text], base)
    kinds = _neutral(kinds, base)
    raised = [base + _step(kind, base) for kind in kinds]
    end = len(text)
    while end and unicodedata.bidirectional(text[end - 1]) in ("WS", "B", "S"):
        end -= 1
        raised[end] = base
    return raised


def in_visual_order(runs: Sequence[tuple[int, Run]]) -> list[tuple[int, Run]]:
    """Runs of (level, anything) from left to right, as they are seen (rule L2)."""
    order = list(runs)
    highest = max((level for level, _ in order), default=0)
    for level in range(highest, 0, -1):
        begin = 0
        while begin < len(order):
            if order[begin][0] < level:
                begin += 1
                continue
            end = begin
            while end < len(order) and order[end][0] >= level:
                end += 1
            order[begin:end] = order[begin:end][::-1]
            begin = end
    return order


def _step(kind: str, base: int) -> int:
    if base:
        return 0 if kind == "R" else 1
    return {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: list[str], base: int) -> list[str]:
    """Marks take the kind of their letter; digits and their separators become numbers (W1-W7)."""
    start = "R" if base else "L"
    kinds = _marks_and_digits(kinds, start)
    for i in range(1, len(kinds) - 1):  # W4
        before, after = kinds[i - 1], kinds[i + 1]
        if before == after and (
            (kinds[i] == "CS" and before in ("EN", "AN")) or (kinds[i] == "ES" and before == "EN")
        ):
            kinds[i] = before
    _join_terminators(kinds)
    strong = start
    for i, kind in enumerate(kinds):  # W6, W7
        if kind in ("ES", "ET", "CS"):
            kinds[i] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"
        elif kind in ("L", "R"):
            strong = kind
    return kinds


def _marks_and_digits(kinds: list[str], start: str) -> list[str]:
    """W1 to W3."""
    settled: list[str] = []
    strong = start
    for kind in kinds:
        now = (settled[-1] if settled else start) if kind == "NSM" else kind
        if now == "EN" and strong == "AL":
            now = "AN"
        if kind in STRONG:
            strong = kind
        settled.append(now)
    return ["R" if kind == "AL" else kind for kind in settled]


def _join_terminators(kinds: list[str]) -> None:
    """Signs of currency and per cent beside a number belong to it (W5)."""
    for order in (range(len(kinds)), range(len(kinds) - 1, -1, -1)):
        last = ""
        for i in order:
            if kinds[i] == "ET" and last == "EN":
                kinds[i] = "EN"
            last = kinds[i]


def _neutral(kinds: list[str], base: int) -> list[str]:
    """Spaces and punctuation go with their neighbours where both agree, else with the line (N1, N2)."""
    edge = "R" if base else "L"
    i = 0
    while i < len(kinds):
        if kinds[i] not in _NEUTRAL:
            i += 1
            continue
        end = i
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        before = _side(kinds[i - 1]) if i else edge
        after = _side(kinds[end]) if end < len(kinds) else edge
        kinds[i:end] = [before if before == after else edge] * (end - i)
        i = end
    return kinds


def _side(kind: str) -> str:
    return "R" if kind in _AN_LIKE_R else "L"
