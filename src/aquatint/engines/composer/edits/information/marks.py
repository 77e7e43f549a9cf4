"""Numbers of rows: as values of charts, or written beside an entry as the others are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from aquatint.engines.composer.edits.information.rows import Row
from aquatint.engines.composer.planner.graphic.numbers import Number

MARK = 400
"""Characters of a mark at most."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SIGNS = "$€£¥% "


def with_number(row: Row, value: Number, text: str, rows: Sequence[Row]) -> Row | None:
    """The row with a number, as the others write theirs; None where a chart has several for each row."""
    if len(row.values) > 1:
        return None
    if row.values:
        return row._replace(values=(value.value,))
    marks = [one.mark for one in rows if one.mark and one is not row]
    first, last = _shared(marks) if value.bare else ("", "")
    return row._replace(mark=f"{first}{text}{last}"[:MARK])


def _shared(marks: Sequence[str]) -> tuple[str, str]:
    """The currency or unit that all marks have before and after their digits."""
    if not marks or not all(_NUMBER.search(mark) for mark in marks):
        return "", ""
    fore = {mark[: len(mark) - len(mark.lstrip(_SIGNS))] for mark in marks}
    aft = {mark[len(mark.rstrip(_SIGNS)) :] for mark in marks}
    return fore.pop() if len(fore) == 1 else "", aft.pop() if len(aft) == 1 else ""


def mark_value(mark: str) -> float:
    """The number in a mark; 0 without one."""
    found = _NUMBER.search(mark)
    return float(found[0]) if found else 0.0


def shifted_mark(mark: str, change: Callable[[float], float]) -> str:
    """A mark with another number in it, with as many decimals as it had."""
    found = _NUMBER.search(mark)
    if found is None:
        return mark
    value = round(change(float(found[0])), 2)
    written = f"{value:.0f}" if value == int(value) and "." not in found[0] else f"{value:.2f}"
    return mark[: found.start()] + written + mark[found.end() :]


def with_unit(mark: str, unit: tuple[str, str]) -> str:
    """A mark with another currency or unit; unchanged where it is no number."""
    digits = mark.strip(_SIGNS)
    return f"{unit[0]}{digits}{unit[1]}" if _NUMBER.fullmatch(digits) else mark
