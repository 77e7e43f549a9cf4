"""Rows of charts and sheets raised and lowered, in another order, in each other's place."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.information.marks import mark_value, shifted_mark
from aquatint.engines.composer.edits.information.reading import (
    Passage,
    find,
    named_rows,
    number_of,
    said,
    table,
    words,
)
from aquatint.engines.composer.edits.information.rows import Row, with_rows
from aquatint.engines.composer.planner.graphic.numbers import Number
from aquatint.engines.composer.planner.tokens import Token

_SHIFTS = {"raise": 1, "increase": 1, "lower": -1, "decrease": -1, "reduce": -1}
_TIMES = {"double": 2.0, "triple": 3.0, "halve": 0.5}
EVERY = frozenset({"all", "every", "each", "prices", "values", "numbers"})


def note(draft: Draft, clause: Clause, contents: Sequence[Token]) -> None:
    """Take down that ``contents`` of a clause are drawn; words that lead to rows and numbers say nothing more."""
    places = {token.start for token in contents}
    for token in clause.tokens:
        if token.start in places:
            draft.ledger.note(token.start, token.text, "drawn")
        elif token.folded in words("fillers") | words("becoming") | words("giving") | EVERY:
            draft.ledger.note(token.start, token.text, "silent")


def shift(draft: Draft, clause: Clause, rows: list[Row]) -> bool:
    """ "raise all prices by 1", "increase apples by 10%", "double the plums"."""
    first = clause.tokens[0].folded if clause.tokens else ""
    factor = _TIMES.get(clause.verb) or _TIMES.get(first)
    amount = _amount(clause) if clause.verb in _SHIFTS else None
    if factor is None and amount is None:
        return False
    named = named_rows(rows, clause.tokens)
    meant = {passage.row for passage in named}
    if not meant and not EVERY & {token.folded for token in clause.tokens}:
        return False
    changed = [
        _shifted(row, factor, amount, _SHIFTS.get(clause.verb, 1)) if not meant or at in meant else row
        for at, row in enumerate(rows)
    ]
    if changed == rows:
        return False
    draft.scene = with_rows(draft.scene, changed)
    digits = [token for token in clause.tokens if token.kind == "number"]
    note(
        draft,
        clause,
        [*digits, *(t for passage in named for t in passage.tokens), *clause.tokens[: first in _TIMES]],
    )
    return True


def _amount(clause: Clause) -> Number | None:
    """The number after "by"."""
    by = next((at for at, token in enumerate(clause.tokens) if token.folded == "by"), -1)
    return number_of(clause.source, clause.tokens[by + 1 : by + 2]) if by >= 0 else None


def _shifted(row: Row, factor: float | None, amount: Number | None, sign: int) -> Row:
    def moved(value: float) -> float:
        if amount is None:
            return value * (factor or 1.0)
        step = value * amount.value / 100 if amount.suffix.strip() == "%" else amount.value
        return round(value + sign * step, 6)

    if row.values:
        return row._replace(values=tuple(None if value is None else moved(value) for value in row.values))
    return row._replace(mark=shifted_mark(row.mark, moved))


def swap(draft: Draft, clause: Clause, rows: list[Row]) -> bool:
    """ "swap apples and pears"."""
    if clause.verb not in ("swap", "exchange", "switch"):
        return False
    found = named_rows(rows, clause.tokens)
    if len({one.row for one in found}) != 2:
        # "Swap the first and the last tip".
        places = [token for token in clause.tokens if token.folded in table()["places"]]
        found = [Passage(at, (token,)) for token in places if (at := find(rows, [token])) is not None]
    if len({one.row for one in found}) != 2:
        return False
    first, second = found[0].row, found[1].row
    changed = list(rows)
    changed[first], changed[second] = rows[second], rows[first]
    draft.scene = with_rows(draft.scene, changed)
    note(draft, clause, [*found[0].tokens, *found[1].tokens])
    return True


def put(draft: Draft, clause: Clause, rows: list[Row]) -> bool:
    """ "put the cake first", "move the tea to the end", "put plums before apples"."""
    found = named_rows(rows, clause.tokens[:1] and clause.tokens)
    end = said(clause, "ends")
    way = next(
        (token.folded for token in clause.tokens if token.folded in ("before", "after", "above", "below")), ""
    )
    if not found or not (end or (way and len(found) > 1)):
        return False
    row = rows[found[0].row]
    rest = [one for one in rows if one is not row]
    if way and len(found) > 1:
        at = rest.index(rows[found[1].row]) + (way in ("after", "below"))
    else:
        assert end is not None
        at = 0 if end[0] == 0 else len(rest)
    draft.scene = with_rows(draft.scene, [*rest[:at], row, *rest[at:]])
    note(draft, clause, [*(t for passage in found for t in passage.tokens), *(end[1] if end else ())])
    return True


def sort(draft: Draft, clause: Clause, rows: list[Row]) -> bool:
    """ "sort the bars", "sort the menu by price", "sort alphabetically"."""
    order = said(clause, "orders")
    by, largest_first = (
        order[0] if order is not None else ("value" if rows[0].values else "label", bool(rows[0].values))
    )
    if draft.scene.sheet is not None and (
        draft.scene.sheet.links or any(e.parent >= 0 for e in draft.scene.sheet.entries)
    ):
        return False
    if by == "place":
        ranked = rows[::-1]
    else:
        ranked = sorted(rows, key=lambda row: _rank(row, by), reverse=bool(largest_first))
    draft.scene = with_rows(draft.scene, ranked)
    draft.ledger.note(clause.start, clause.verb, "drawn")
    note(draft, clause, order[1] if order is not None else ())
    return True


def _rank(row: Row, by: str) -> tuple[float, str]:
    if by == "label":
        return 0.0, row.label.casefold()
    return sum(value for value in row.values if value is not None) if row.values else mark_value(row.mark), ""
