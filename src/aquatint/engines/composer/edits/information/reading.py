"""Finding which rows some words mean, and what they are to become."""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any, NamedTuple

from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.grammar import longest
from aquatint.engines.composer.edits.information.rows import Row
from aquatint.engines.composer.edits.signs import DATA
from aquatint.engines.composer.lexicon.casing import sentence_case
from aquatint.engines.composer.planner.graphic.numbers import Number, numbers_in
from aquatint.engines.composer.planner.tokens import Token

_JOINS = frozenset({"and", ",", "&", ";"})
_CURRENCIES = frozenset("$€£¥")
_ENDINGS = frozenset({"to", "into"})
_WORD = re.compile(r"[^\W_]+(?:[.:][^\W_]+)*", re.UNICODE)


@functools.cache
def table() -> dict[str, Any]:
    """The data file ``words.toml``. Callers must not change it."""
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def words(name: str) -> frozenset[str]:
    """The list of words of that table."""
    return frozenset(table()[name]["words"])


def bare(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without fillers at either end."""
    found = list(tokens)
    while found and found[0].kind != "quote" and found[0].folded in words("fillers"):
        if len(found) > 1 and found[0].end == found[1].start and found[1].folded != ":":
            # An address, not an article: "a@b.com".
            break
        del found[0]
    while found and found[0].kind == "mark":
        del found[0]
    while (
        found
        and found[-1].kind != "quote"
        and found[-1].folded in _ENDINGS | _CURRENCIES | words("fillers") | words("giving")
    ):
        del found[-1]
    return found


def written(source: str, tokens: Sequence[Token]) -> str:
    """Tokens as they were written: a quote without its marks; other words begin like a sentence."""
    if not tokens:
        return ""
    if len(tokens) == 1 and tokens[0].kind == "quote":
        return tokens[0].text
    text = source[tokens[0].start : tokens[-1].end].strip(" \"'“”‘’")
    return text if any(pattern.search(text) for pattern in DATA.values()) else sentence_case(text)


def number_of(source: str, tokens: Sequence[Token]) -> Number | None:
    """The number that the tokens are, and nothing else; with its unit."""
    if not tokens:
        return None
    text = source[tokens[0].start : tokens[-1].end].strip(" \"'")
    before = source[max(0, tokens[0].start - 1) : tokens[0].start]
    text = before + text if before in "$€£¥-−" and before else text
    found = numbers_in(text)
    whole = len(found) == 1 and not _WORD.sub("", text[: found[0].start] + text[found[0].end :]).strip(" .,€£$¥-")
    return found[0] if whole and not _WORD.search(text[: found[0].start] + text[found[0].end :]) else None


def find(rows: Sequence[Row], tokens: Sequence[Token]) -> int | None:
    """The index of the row that the tokens name: by its label, by what stands beside it, or by its place."""
    said = [_stem(word) for token in tokens for word in _WORD.findall(token.text.lower())]
    if not said:
        return None
    for names in ([_stems(row.label) for row in rows], [_stems(row.mark) for row in rows]):
        same = [at for at, name in enumerate(names) if name == said]
        if len(same) == 1:
            return same[0]
    close = [at for at, row in enumerate(rows) if set(said) <= set(_stems(row.label))]
    if len(close) == 1:
        return close[0]
    data = DATA.get(tokens[-1].folded) if len(tokens) == 1 else None
    held = [at for at, row in enumerate(rows) if data is not None and data.search(row.label)]
    return held[0] if len(held) == 1 else _by_place(rows, said)


def numbered(rows: Sequence[Row], tokens: Sequence[Token]) -> int | None:
    """The index that "step 2" means, if the rows have it."""
    said = [token.folded for token in tokens if token.kind != "quote" and token.folded != "the"]
    if len(said) != 2 or said[0] not in words("fillers") or not said[1].isdigit():
        return None
    return int(said[1][:3]) - 1 if 0 < int(said[1][:3]) <= len(rows) else None


def ordinal_place(rows: Sequence[Row], tokens: Sequence[Token]) -> tuple[int, tuple[Token, ...]] | None:
    """Where "a fifth step" and "step 5" put a new row, and the tokens without that; None if they say nothing."""
    for at, (first, second) in enumerate(itertools.pairwise(tokens)):
        if first.folded in table()["places"] and second.folded in words("row-words"):
            place = int(table()["places"][first.folded])
            rest = (*tokens[:at], *tokens[at + 1 :])
        elif first.folded in words("row-words") and second.folded.isdigit() and at + 2 < len(tokens):
            place = int(second.folded[:3]) - 1
            rest = (*tokens[: at + 1], *tokens[at + 2 :])
        else:
            continue
        return (len(rows) if place < 0 else min(place, len(rows))), rest
    return None


def by_number(rows: Sequence[Row], number: Number) -> int | None:
    """The index of the only row of a chart that has that number."""
    same = [at for at, row in enumerate(rows) if row.values == (number.value,)]
    return same[0] if len(same) == 1 else None


def _by_place(rows: Sequence[Row], said: Sequence[str]) -> int | None:
    """ "second", "last", "3", "smallest"."""
    if (largest := table()["extremes"].get(" ".join(said))) is not None and rows:
        return _extreme(rows, largest=bool(largest))
    place = table()["places"].get(said[0]) if len(said) == 1 else None
    return int(place) % len(rows) if place is not None and -len(rows) <= int(place) < len(rows) else None


def _extreme(rows: Sequence[Row], *, largest: bool) -> int | None:
    """The index of the row with the largest or the smallest number; None where none has one."""
    found = [(number, -at) for at, row in enumerate(rows) if (number := _number_of_row(row)) is not None]
    if not found:
        return None
    return -max(found)[1] if largest else -min(found, key=lambda each: (each[0], -each[1]))[1]


def _number_of_row(row: Row) -> float | None:
    held = [value for value in row.values if value is not None]
    if held:
        return sum(held)
    mark = re.search(r"\d+(?:\.\d+)?", row.mark)
    return float(mark[0]) if mark else None


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in _WORD.findall(text.lower())]


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


class Passage(NamedTuple):
    """Where a row stands in a clause: its index, and the tokens that name it."""

    row: int
    tokens: tuple[Token, ...]


def named_rows(rows: Sequence[Row], tokens: Sequence[Token]) -> list[Passage]:
    """All rows that the tokens name, in order; longer names go first. Places need a word for rows after them."""
    found: list[Passage] = []
    at = 0
    while at < len(tokens):
        if (place := numbered(rows, tokens[at : at + 2])) is not None:
            found.append(Passage(place, tuple(tokens[at : at + 2])))
            at += 2
            continue
        for length in range(min(6, len(tokens) - at), 0, -1):
            part = tokens[at : at + length]
            index = find(rows, part) if tuple(part) == tuple(bare(part)) else None
            if index is not None and _is_name(rows, tokens, at, length):
                found.append(Passage(index, tuple(part)))
                at += length - 1
                break
        at += 1
    return found


def _is_name(rows: Sequence[Row], tokens: Sequence[Token], at: int, length: int) -> bool:
    said = tokens[at].folded
    if length > 1 or said not in table()["places"]:
        return True
    after = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    return after in words("fillers") and after not in ("and", ",")


def pieces(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens cut at "and" and at commas."""
    held: list[Token] = []
    for token in tokens:
        if token.kind != "quote" and token.folded in _JOINS:
            if held:
                yield held
            held = []
        else:
            held.append(token)
    if held:
        yield held


def sides(tokens: Sequence[Token], between: str = "becoming") -> tuple[list[Token], list[Token]] | None:
    """What stands before and after the word that leads from a row to what it becomes; None without one."""
    for at in range(1, len(tokens)):
        _, length = longest(tokens, at, words(between))
        if length and at + length < len(tokens):
            return list(tokens[:at]), list(tokens[at + length :])
    return None


def said(clause: Clause, name: str) -> tuple[Any, tuple[Token, ...]] | None:
    """The first entry of a table in a clause: its value, and its tokens."""
    for at in range(len(clause.tokens)):
        entry, length = longest(clause.tokens, at, table()[name])
        if length:
            return table()[name][entry], clause.tokens[at : at + length]
    return None
