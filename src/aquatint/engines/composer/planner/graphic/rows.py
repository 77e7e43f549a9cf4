"""Rows of several numbers: "sales 10, 20 vs costs 8, 12 for 2021, 2022", "2021 10 and 8, 2022 20 and 12"."""

from __future__ import annotations

import re

from aquatint.engines.composer.planner.graphic.numbers import numbers_in
from aquatint.engines.composer.planner.graphic.pairs import Pair, clean
from aquatint.engines.composer.planner.graphic.pieces import Piece

Row = tuple[Piece, list[Pair]]
"""The name of a series, and its numbers."""

_FIGURE = r"[-−$€£]?\d[\d.]*[%kKmM]?"
_BARE = re.compile(rf"^(?P<name>[^\d:=]{{1,40}}?)\s*[:=]?\s*(?P<figures>{_FIGURE}(?:\s*(?:,|and)\s*{_FIGURE})+)$")
_BESIDE = re.compile(r"\s*[,;]?\s+(?:vs\.?|versus|against|and|compared\s+(?:to|with))\s+(?=[A-Za-z])|\s*;\s*")
_SHARED = re.compile(
    r"\s+(?:for|in|over|across|by|during)\s+(?P<labels>[\w-]+(?:\s*,\s*(?:and\s+)?[\w-]+|\s+and\s+[\w-]+)+)$"
)
_LIST = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_ROW = re.compile(
    rf"^(?P<label>\d{{4}}|[A-Za-z][\w ]{{0,30}}?)\s*:?\s+"
    rf"(?P<figures>{_FIGURE}(?:\s*(?:and|/|vs\.?|versus)\s*{_FIGURE})+)$"
)
_NEXT_ROW = re.compile(r"\s*[,;\n]\s*")
_NAMES = re.compile(r"\b(?:comparing|between|of|for)\s+(?P<names>[^:\d]{3,80}?)\s*:?\s*$")


def bare_rows(region: Piece) -> tuple[list[Row], list[Piece]] | None:
    """Series of bare numbers, and the labels that all of them share, which stand behind them or nowhere."""
    region, labels = region.strip(), []
    if (shared := region.search(_SHARED)) is not None:
        labels = region.cut(*shared.span("labels")).split(_LIST)
        region = region.cut(0, shared.start())
    rows: list[Row] = []
    for part in region.split(_BESIDE):
        found = _BARE.match(part.text)
        if found is None:
            return None
        rows.append((clean(part.cut(*found.span("name"))), _unlabelled(part.cut(*found.span("figures")))))
    lengths = {len(pairs) for _, pairs in rows}
    if len(rows) < 2 or len(lengths) != 1 or (labels and lengths != {len(labels)}):
        return None
    return rows, labels


def paired_rows(head: Piece, region: Piece) -> list[Row] | None:
    """Rows in which each label has a number of every series; the series are named in the ``head``."""
    named = head.search(_NAMES)
    names = head.cut(*named.span("names")).split(_LIST) if named is not None else []
    if len(names) < 2:
        return None
    rows: list[Row] = [(name, []) for name in names]
    for part in region.split(_NEXT_ROW):
        found = _ROW.match(part.text)
        figures = _unlabelled(part.cut(*found.span("figures"))) if found is not None else []
        if found is None or len(figures) != len(names):
            return None
        label = part.cut(*found.span("label"))
        for (_, pairs), figure in zip(rows, figures, strict=True):
            pairs.append(figure._replace(label=label))
    return rows if len(rows[0][1]) > 1 else None


def _unlabelled(piece: Piece) -> list[Pair]:
    numbers = numbers_in(piece.text)
    return [Pair(piece.cut(0, 0), number, piece.cut(number.start, number.end)) for number in numbers]
