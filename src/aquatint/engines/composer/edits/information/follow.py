"""Following a clause about the rows of a chart, a menu, a list, a timeline: set, add, remove, rename, order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.information.forms import follow_chart
from aquatint.engines.composer.edits.information.fresh import LABEL, as_written, fitting_place, names_rows, new_row
from aquatint.engines.composer.edits.information.marks import with_number
from aquatint.engines.composer.edits.information.ordering import note, put, shift, sort, swap
from aquatint.engines.composer.edits.information.reading import (
    bare,
    by_number,
    find,
    named_rows,
    number_of,
    numbered,
    ordinal_place,
    pieces,
    said,
    sides,
    words,
    written,
)
from aquatint.engines.composer.edits.information.rows import MOST, Row, rows_of, source_of, with_rows
from aquatint.engines.composer.edits.signs import CLOCK
from aquatint.engines.composer.planner.tokens import Token

_BESIDE = frozenset({"after", "before", "above", "below", "under", "between"})


def follow_information(draft: Draft, clause: Clause) -> bool:
    """Follow a clause about what a chart or a sheet tells; False if it is about something else, or cannot be."""
    rows = rows_of(draft.scene)
    if not rows or not (clause.tokens or clause.verb):
        return False
    if follow_chart(draft, clause, rows):
        return True
    handlers = _HANDLERS.get(clause.operation, ()) if clause.verb not in ("sort", "rank") else (sort,)
    if any(handler(draft, clause, rows) for handler in handlers):
        return True
    # "Tick off the milk" asks for no picture of milk.
    return clause.operation == "" and bool(clause.tokens) and bool(named_rows(rows, clause.tokens))


def _remove(draft: Draft, clause: Clause, rows: list[Row]) -> bool:
    """ "remove plums", "remove the last bar", "delete 2020"."""
    found = named_rows(rows, clause.tokens)
    gone = {passage.row for passage in found}
    if not gone or len(gone) >= len(rows):
        return False
    draft.scene = with_rows(draft.scene, [row for at, row in enumerate(rows) if at not in gone])
    note(draft, clause, [token for passage in found for token in passage.tokens])
    return True


def _add(draft: Draft, clause: Clause, rows: list[Row]) -> bool:
    """ "add a bar 'Kiwi' 12 and one for lemons with 9", "add 2024 'IPO'", "add milk to the list"."""
    where, tokens = _destination(clause, rows)
    placed = where is not None and _end_said(clause, rows) is None
    headed = any(token.folded in words("heads") for token in clause.tokens) and not placed
    if clause.verb in ("draw", "show") or headed or not names_rows(clause):
        return False
    made: list[Row] = []
    contents: list[Token] = []
    for piece in pieces(tokens):
        new = new_row(draft, clause, piece, rows, placed=placed)
        if new is None:
            return False
        made.append(new[0])
        contents += new[1]
    if not made or len(rows) + len(made) > MOST[source_of(draft.scene)]:
        return False
    at = where if where is not None else fitting_place(rows, made)
    draft.scene = with_rows(draft.scene, [*rows[:at], *made, *rows[at:]])
    note(draft, clause, contents)
    for token in clause.tokens:
        if token.folded in words("heads") | words("row-words"):
            draft.ledger.note(token.start, token.text, "silent")
    for token in clause.tokens if where is not None else ():
        if token not in tokens:
            draft.ledger.note(token.start, token.text, "silent")
    return True


def _destination(clause: Clause, rows: Sequence[Row]) -> tuple[int | None, tuple[Token, ...]]:
    """Where new rows go ("after the tea", "at the top"), and the tokens without that; None leaves it open."""
    tokens = clause.tokens
    for at, token in enumerate(tokens):
        if token.folded in _BESIDE and at and (there := named_rows(rows, tokens[at:])):
            row = max(one.row for one in there[:2]) if token.folded == "between" else there[0].row
            return row + (token.folded in ("after", "below", "under")), tokens[:at]
    if (ordinal := ordinal_place(rows, tokens)) is not None:
        return ordinal
    return _end_said(clause, rows) or (None, tokens)


def _end_said(clause: Clause, rows: Sequence[Row]) -> tuple[int, tuple[Token, ...]] | None:
    """ "At the top", "at the end"."""
    end = said(clause, "ends")
    if end is None or end[1][0] is clause.tokens[0]:
        return None
    rest = tuple(token for token in clause.tokens if token not in end[1])
    return (0 if end[0] == 0 else len(rows)), rest


def _insert(draft: Draft, clause: Clause, rows: list[Row]) -> bool:
    """ "put bananas between the milk and the bread": a new row, if its place is said."""
    return _destination(clause, rows)[0] is not None and _add(draft, clause, rows)


def _set(draft: Draft, clause: Clause, rows: list[Row]) -> bool:
    """ "set pears to 18 and plums to 10", "rename pears to peaches", "change 2005 to 2006", "apples 30"."""
    changed, contents = list(rows), list[Token]()
    for piece in pieces(clause.tokens):
        parted = sides(piece) or _trailing_number(clause, piece)
        place = _row_before(clause, rows, parted[0]) if parted is not None else None
        if parted is None or place is None:
            return False
        new = bare(parted[1]) or parted[1]
        row = _become(clause, changed[place], bare(parted[0]), new, rows)
        if row is None:
            return False
        changed[place] = row
        contents += [*bare(parted[0]), *new]
    if not contents:
        return False
    draft.scene = with_rows(draft.scene, changed)
    note(draft, clause, contents)
    return True


def _row_before(clause: Clause, rows: Sequence[Row], before: Sequence[Token]) -> int | None:
    """The row that is named before what it becomes, in a chart by its number too: "change 20 to 25"."""
    if (place := numbered(rows, before)) is not None:
        return place
    place, number = find(rows, bare(before)), number_of(clause.source, bare(before))
    return by_number(rows, number) if place is None and number is not None else place


def _trailing_number(clause: Clause, piece: Sequence[Token]) -> tuple[list[Token], list[Token]] | None:
    last = list(piece[-1:])
    return (list(piece[:-1]), last) if len(piece) > 1 and number_of(clause.source, last) is not None else None


def _become(
    clause: Clause, row: Row, old: Sequence[Token], new: Sequence[Token], rows: Sequence[Row]
) -> Row | None:
    """A row with another number or another name."""
    if CLOCK.fullmatch(row.mark) and len(new) == 1 and (CLOCK.fullmatch(new[0].text) or new[0].text.isdigit()):
        return row._replace(mark=new[0].text if CLOCK.fullmatch(new[0].text) else f"{new[0].text}:00")
    value = number_of(clause.source, new)
    by_mark = bool(row.mark) and written(clause.source, old).lower() == row.mark.lower()
    if by_mark:
        return row._replace(
            mark=as_written(clause.source, new[0]) if value else written(clause.source, new)[:LABEL]
        )
    if value is not None and (row.values or any(one.mark for one in rows)):
        return with_number(row, value, as_written(clause.source, new[0]), rows)
    if row.values and clause.verb not in ("rename", "replace", "change", "call", "switch"):
        return None
    if not new:
        return None
    part = _within(row.label, written(clause.source, old)) if clause.verb in ("change", "replace") else None
    label = written(clause.source, new)
    if part is not None and part.start():
        # Within a label its words are as they were written.
        label = label if new[0].kind == "quote" else clause.source[new[0].start : new[-1].end]
    if part is not None:
        label = f"{row.label[: part.start()]}{label}{row.label[part.end() :]}"
    return row._replace(label=label[:LABEL], colour="")


def _within(label: str, name: str) -> re.Match[str] | None:
    """Where some of a label's words stand, if there are others: "yoga" in "Monday yoga"."""
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", label, re.IGNORECASE)
    return found if found is not None and len(found[0]) < len(label.strip()) else None


Handler = Callable[[Draft, Clause, list[Row]], bool]
_HANDLERS: dict[str, tuple[Handler, ...]] = {
    "remove": (_remove,),
    "add": (_add,),
    "move": (put, _insert),
    "replace": (swap, _set),
    "resize": (shift,),
    "change": (shift, swap, _set, put),
    "": (shift, _set),
}
